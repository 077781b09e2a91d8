#include "register/search.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "register/search_words.hpp"
#include "register/store.hpp"
#include "text/offsets.hpp"
#include "text/tokens.hpp"

namespace bienban::registry {

namespace {

/// So many of the newest texts with the words are ranked among themselves; then come the next older ones.
constexpr std::size_t k_ranked = 1'000;
/// Texts that are read at most for one page, where the index cannot tell what marks they have.
constexpr std::size_t k_most_read = 4'000;
/// Hits are paged through no further.
constexpr std::size_t k_most_hits = 20'000;
/// Longer sentences (a list, a text without full stops) are shown in part.
constexpr std::size_t k_longest_sentence = 600;
/// Lines with a hit that are looked through for the sentence with most of the words.
constexpr std::size_t k_most_lines = 30;

bool is_inside_letter(std::string_view text, std::size_t at) {
	return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// The line that has the byte `at`; of an endless one so much around it that a sentence can be cut out.
base::Span line_around(std::string_view text, std::size_t at) {
	constexpr std::size_t k_reach = 8 * k_longest_sentence;
	const auto before = text.rfind('\n', at);
	const auto after = text.find('\n', at);
	std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
	std::size_t end = std::min(after, text.size());
	if (at - begin > k_reach) begin = at - k_reach;
	if (end - at > k_reach) end = at + k_reach;
	while (is_inside_letter(text, begin)) ++begin;
	while (is_inside_letter(text, end)) ++end;
	return {base::ByteOffset{begin}, base::ByteOffset{end}};
}

/// The sentences of a stretch of text, in order.
std::vector<base::Span> sentences_of(std::string_view text, base::Span stretch, const text::Vocabulary& vocabulary) {
	std::vector<text::Token> tokens;
	text::tokenize(text, stretch, vocabulary, tokens);
	std::vector<text::Sentence> cuts;
	text::split_sentences(tokens, text, 0, static_cast<std::uint32_t>(tokens.size()), 0, cuts);
	std::vector<base::Span> sentences;
	for (const text::Sentence& cut : cuts) {
		if (cut.begin == cut.end) continue;
		sentences.push_back({base::ByteOffset{std::size_t{tokens[cut.begin].begin}},
		                     base::ByteOffset{std::size_t{tokens[cut.end - 1].end}}});
	}
	return sentences;
}

/// A sentence that is too long, cut at spaces to what stands around `hit`.
base::Span shortened(std::string_view text, base::Span sentence, base::Span hit) {
	if (sentence.size() <= k_longest_sentence) return sentence;
	constexpr std::size_t k_before = k_longest_sentence / 3;
	std::size_t begin = sentence.begin.value;
	std::size_t end = sentence.end.value;
	if (hit.begin.value > begin + k_before) {
		const auto space = text.find(' ', hit.begin.value - k_before);
		begin = space < hit.begin.value ? space + 1 : hit.begin.value;
	}
	if (end > begin + k_longest_sentence) {
		const auto space = text.rfind(' ', begin + k_longest_sentence);
		end = std::max<std::size_t>(hit.end.value, space == std::string_view::npos ? 0 : space);
	}
	return {base::ByteOffset{begin}, base::ByteOffset{end}};
}

/// The sentence to show: that of the first stretch with all units together, else the one with most units.
base::Span best_sentence(std::string_view text, const std::vector<FoundUnit>& found, std::size_t units,
                         const text::Vocabulary& vocabulary) {
	const std::size_t together = first_together(found, units);
	base::Span best;
	base::Span best_hit;
	std::size_t best_units = 0;
	std::size_t lines = 0;
	std::size_t line_end = 0;
	for (std::size_t at = together < found.size() ? together : 0; at < found.size() && lines < k_most_lines; ++at) {
		const base::Span hit = found[at].span;
		if (hit.begin.value < line_end) continue;
		const base::Span line = line_around(text, hit.begin.value);
		line_end = line.end.value;
		++lines;
		for (const base::Span sentence : sentences_of(text, line, vocabulary)) {
			std::set<std::size_t> here;
			base::Span first;
			for (std::size_t i = at; i < found.size() && found[i].span.begin < sentence.end; ++i) {
				if (found[i].span.begin < sentence.begin) continue;
				if (here.empty()) first = found[i].span;
				here.insert(found[i].unit);
			}
			if (here.size() <= best_units) continue;
			best = sentence;
			best_hit = first;
			best_units = here.size();
		}
		if (together < found.size() && best_units > 0) break;
	}
	// A word that no sentence has (the tokens of sentences are cut in another way than words) still has its line.
	if (best_units == 0) {
		best_hit = found.front().span;
		best = line_around(text, best_hit.begin.value);
	}
	return shortened(text, best, best_hit);
}

/// Writes a sentence with single spaces, and where in it the words stand.
void write_sentence(std::string_view text, base::Span sentence, const std::vector<FoundUnit>& found, SearchHit& hit) {
	std::vector<std::size_t> places(sentence.size() + 1);  // of each byte in what is written
	for (std::size_t i = 0; i < sentence.size(); ++i) {
		const char c = text[sentence.begin.value + i];
		const bool space = c == ' ' || c == '\n';
		places[i] = hit.sentence.size();
		if (!space) {
			hit.sentence += c;
		} else if (!hit.sentence.empty() && hit.sentence.back() != ' ') {
			hit.sentence += ' ';
		}
	}
	places.back() = hit.sentence.size();
	for (const FoundUnit& one : found) {
		if (!sentence.contains(one.span)) continue;
		base::Span span{base::ByteOffset{places[one.span.begin.value - sentence.begin.value]},
		                base::ByteOffset{places[one.span.end.value - sentence.begin.value]}};
		if (!hit.words.empty() && span.begin < hit.words.back().end) {
			hit.words.back().end = std::max(hit.words.back().end, span.end);
		} else {
			hit.words.push_back(span);
		}
	}
}

SearchHit hit_of(Store& store, const WordsHit& document, const std::string& text, const std::vector<FoundUnit>& found,
                 std::size_t units, const text::Vocabulary& vocabulary) {
	SearchHit hit{.document = document.document,
	              .title = {},
	              .rank = document.rank,
	              .sentence = {},
	              .begin = {},
	              .end = {},
	              .words = {},
	              .records = {}};
	if (auto row = store.document(document.document)) hit.title = std::move(row->title);
	const base::Span sentence = best_sentence(text, found, units, vocabulary);
	write_sentence(text, sentence, found, hit);
	const text::CharIndex index{text};
	hit.begin = index.at(sentence.begin);
	hit.end = index.at(sentence.end);
	for (const RecordRow& record : store.records_of_document(document.document)) {
		if (record.gone == 0 && record.begin < hit.end.value && hit.begin.value < record.end) {
			hit.records.push_back(record.id);
		}
	}
	return hit;
}

/// One search under way.
class Searching {
public:
	Searching(Store& store, std::vector<SoughtUnit> units, const PageOf& page)
	    : m_store(store),
	      m_units(std::move(units)),
	      m_finder(m_units),
	      m_by_index(is_without_marks(m_units)),
	      m_page(page) {}

	SearchResult run() {
		const std::string anywhere = all_anywhere(m_units);
		if (m_units.size() > 1) {
			take_all(all_together(m_units), true);
			if (!is_done()) take_all(anywhere, false);
		} else {
			take_all(anywhere, true);
		}
		return std::move(m_result);
	}

private:
	bool is_done() const { return m_result.more || m_result.newest_only; }

	/// Takes what the query finds, the newest thousand ranked, then the next.
	void take_all(const std::string& query, bool together) {
		std::int64_t before = std::numeric_limits<std::int64_t>::max();
		for (;;) {
			const auto hits = m_store.documents_with_words(query, k_ranked, before);
			for (const WordsHit& hit : hits) {
				before = std::min(before, hit.document);
				take(hit, together);
				if (is_done()) return;
			}
			if (hits.size() < k_ranked) return;
		}
	}

	void take(WordsHit hit, bool together) {
		if (m_taken.contains(hit.document)) return;
		// With nothing to read, only those that are shown have to be.
		if (m_by_index && m_passed < m_page.offset) {
			pass(hit.document, together);
			return;
		}
		if (++m_read > k_most_read) {
			m_result.newest_only = true;
			return;
		}
		const std::string text = m_store.text(hit.document);
		const std::vector<FoundUnit> found = m_finder.find(text);
		if (!has_all(found, m_units.size())) return;
		if (together && m_units.size() > 1 && first_together(found, m_units.size()) == found.size()) return;
		if (m_result.hits.size() == m_page.limit) {
			m_result.more = true;
			return;
		}
		const bool shown = m_passed >= m_page.offset;
		pass(hit.document, together);
		if (!shown) return;
		if (together) hit.rank += 1;
		m_result.hits.push_back(hit_of(m_store, hit, text, found, m_units.size(), m_vocabulary));
	}

	void pass(std::int64_t document, bool together) {
		// What was found together is found anywhere, too.
		if (together) m_taken.insert(document);
		if (++m_passed > k_most_hits) m_result.newest_only = true;
	}

	Store& m_store;
	std::vector<SoughtUnit> m_units;
	UnitFinder m_finder;
	bool m_by_index;
	PageOf m_page;
	text::Vocabulary m_vocabulary;  // empty: sentences are cut by signs
	SearchResult m_result;
	std::set<std::int64_t> m_taken;
	std::size_t m_passed = 0;
	std::size_t m_read = 0;
};

}  // namespace

base::Result<SearchResult> search(Store& store, std::string_view asked, const Spellings& spellings,
                                  const PageOf& page) {
	auto units = sought_units(asked, spellings);
	if (!units) return tl::unexpected(std::move(units.error()));
	return Searching{store, std::move(*units), page}.run();
}

base::Result<std::string> search_query(std::string_view asked, const Spellings& spellings) {
	return sought_units(asked, spellings).map([](const std::vector<SoughtUnit>& units) { return all_anywhere(units); });
}

}  // namespace bienban::registry
