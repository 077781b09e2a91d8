// Where the name of a paper begins and ends.

#include "extraction/paper_noun.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;
using lexicon::EntryClass;

namespace {

/// Only a capital, or a last vowel with a mark behind o or u (the older style of tones), or a y, can hide a word.
bool may_fold(std::string_view word) {
	char32_t before = 0;
	char32_t last = 0;
	for (std::size_t i = 0; i < word.size();) {
		const auto cp = text::decode(word, i);
		if (text::is_upper(cp.value)) return true;
		before = std::exchange(last, cp.value);
		i += cp.size;
	}
	return before == U'o' || before == U'u' || text::split_tone(last).base == U'y';
}

}  // namespace

bool is_one_of(const Annotated& a, std::uint32_t token, std::initializer_list<std::string_view> words) {
	if (token >= a.tokens.size() || a.tokens[token].kind != text::TokenKind::word) return false;
	const auto word = a.word(token);
	const auto among = [&](std::string_view form) {
		return std::any_of(words.begin(), words.end(),
		                   [&](auto w) { return w.size() == form.size() && w.back() == form.back() && w == form; });
	};
	if (among(word)) return true;
	// Folding is dear.
	if (!a.tokens[token].capital && (static_cast<unsigned char>(word.back()) < 0x80 || !may_fold(word))) return false;
	return among(text::fold_syllable(word));
}

namespace {

constexpr std::uint32_t k_longest_name = 48;

/// An entry that began before this token and goes on behind it: the comma of "phòng, chống" is inside one.
bool inside_entry(const Annotated& a, std::uint32_t token) {
	const auto from = token > 6 ? token - 6 : 0;
	for (auto m = a.first_match[from]; m < a.matches.size() && a.matches[m].begin < token; ++m) {
		if (a.matches[m].end > token + 1 && a.matches[m].cls != EntryClass::name_word) return true;
	}
	return false;
}

const lexicon::Match* instrument_around(const Annotated& a, std::uint32_t token) {
	const auto from = token > 16 ? token - 16 : 0;
	for (auto m = a.first_match[from]; m < a.matches.size() && a.matches[m].begin <= token; ++m) {
		if (a.matches[m].cls == EntryClass::instrument && a.matches[m].end > token) return &a.matches[m];
	}
	return nullptr;
}

/// "các", "những", "nhiều", "một số": what they stand before is meant in general.
bool is_plural_word(const Annotated& a, std::uint32_t t) {
	return is_one_of(a, t, {"các", "những", "nhiều", "mọi", "từng", "hàng", "vài"}) ||
	       (t > 0 && is_one_of(a, t - 1, {"một"}) && is_one_of(a, t, {"số", "vài", "loạt"}));
}

bool is_count(const Context& c, std::uint32_t t) {
	if (c.a().tokens[t].kind == text::TokenKind::number) {
		for (const auto& d : c.dates_in(t > 12 ? t - 12 : 0, t + 1)) {
			if (d.end > t) return false;
		}
		return true;
	}
	return is_one_of(c.a(), t, {"hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "mười"}) &&
	       std::none_of(c.dates().begin(), c.dates().end(), [&](const auto& d) { return d.begin <= t && t < d.end; });
}

/// "các hiệp định, quy chế đã ký", "những thỏa thuận", "3 biên bản ghi nhớ": papers in general are none. A list whose
/// members have full names of their own ("các Hiệp định về Quy chế biên giới, Nghị định thư về đường biên giới") is
/// taken singly.
bool is_general(const Context& c, const lexicon::Match& m, std::uint32_t sentence_begin) {
	const auto& a = c.a();
	const auto& word = a.lexicon.instrument(m.index);
	const bool one_name = word.instrument != model::Instrument::regulation &&
	                      !(m.begin + 2 < a.tokens.size() && a.tokens[m.begin + 2].is(','));
	const bool full_name = word.named && one_name && m.size() >= 5;
	for (auto t = m.begin; t-- > sentence_begin && m.begin - t < 14;) {
		if (is_plural_word(a, t)) {
			// "thực hiện các hiệp định về biên giới": one noun alone names none of them.
			const auto stop = std::min<std::uint32_t>(m.end + 6, static_cast<std::uint32_t>(a.tokens.size()));
			const bool alone = t + 1 == m.begin && !a.tokens[m.begin].capital &&
			                   a.find(m.end, stop, EntryClass::instrument) == nullptr;
			return alone || !full_name;
		}
		if (t + 1 == m.begin && is_count(c, t)) return true;
		if (a.tokens[t].is(',') || is_one_of(a, t, {"và", "bản", "văn", "kiện", "cùng", "tuyên", "bố"})) continue;
		const auto* other = instrument_around(a, t);
		if (other == nullptr) return false;
		// A member of the list with a name of its own ends what "các" reaches.
		t = other->begin;
		if (t <= sentence_begin) return false;
	}
	return false;
}

class NounReader {
public:
	NounReader(const Context& c, const lexicon::Match& m) : m_c(c), m_a(c.a()) {
		m_noun.begin = m.begin;
		m_noun.head_end = m.end;
		m_noun.word = &m_a.lexicon.instrument(m.index);
		m_noun.sentence = c.sentence_of(m.begin);
		std::tie(m_noun.clause_begin, m_noun.clause_end) = c.clause_of(m.begin);
	}

	PaperNoun read() {
		auto t = m_noun.head_end;
		const auto limit = std::min(m_noun.clause_end, m_noun.head_end + k_longest_name);
		m_noun.name_end = 0;
		while (t < limit) {
			const auto next = step(t, limit);
			if (next == t) break;
			t = next;
		}
		while (t > m_noun.head_end && m_a.tokens[t - 1].kind == text::TokenKind::punctuation &&
		       !m_a.tokens[t - 1].is('"') && !m_a.tokens[t - 1].is(')'))
			--t;
		m_noun.end = t;
		if (m_noun.name_end == 0) m_noun.name_end = t;
		return m_noun;
	}

private:
	/// The token behind what belongs to the name at `t`; `t` itself where the name ends.
	std::uint32_t step(std::uint32_t t, std::uint32_t limit) {
		if (const auto* date = date_at(t)) {
			close_name(t);
			m_day = m_day || date->from.day != 0;
			return std::min(date->end, limit);
		}
		if (m_day) return t;
		const auto& token = m_a.tokens[t];
		if (token.kind == text::TokenKind::punctuation) return punctuation(t, limit);
		if (is_one_of(m_a, t, {"giữa"}) || (is_one_of(m_a, t, {"của"}) && of_both(t + 1))) return between(t, limit);
		if (is_one_of(m_a, t, {"về"})) m_about = true;
		return ends_at(t) ? t : t + 1;
	}

	const DateMention* date_at(std::uint32_t t) const {
		const auto dates = m_c.dates_in(t, t + 2);
		if (dates.empty() || dates.front().anniversary) return nullptr;
		const auto& d = dates.front();
		// "lần thứ ba … kể từ năm 2015" dates no paper.
		if (!d.period && is_one_of(m_a, d.begin, {"kể", "từ"})) return nullptr;
		if (d.begin == t) return &d;
		// "cho giai đoạn …", "trong năm …", "(2021 - 2025)"
		return is_one_of(m_a, t, {"cho", "trong", "các"}) || m_a.tokens[t].is('(') ? &d : nullptr;
	}

	std::uint32_t punctuation(std::uint32_t t, std::uint32_t limit) {
		const auto& token = m_a.tokens[t];
		if (token.is('"') || token.is('-') || token.is('/') || token.is('&') || token.is(')')) return t + 1;
		if (token.is('(')) {
			for (auto e = t + 1; e < limit && e < t + 12; ++e) {
				if (m_a.tokens[e].is(')')) return e + 1;
			}
			return t;
		}
		if (token.is(',')) return inside_entry(m_a, t) || list_goes_on(t, limit) ? t + 1 : t;
		return t;
	}

	/// "về tìm kiếm, quy tập và hồi hương hài cốt", "sửa đổi, bổ sung": the comma stands inside the name.
	bool list_goes_on(std::uint32_t t, std::uint32_t limit) const {
		if (is_one_of(m_a, t + 1, {"bổ"})) return true;
		if (!m_about || m_noun.between_end != 0) return false;
		for (auto e = t + 1; e < limit && e < t + 9; ++e) {
			if (is_one_of(m_a, e, {"và"})) return e > t + 1;
			if (m_a.tokens[e].kind == text::TokenKind::punctuation || m_a.at(e, EntryClass::instrument) != nullptr ||
			    ends_at(e))
				return false;
			if (m_a.cue_at(e, Cue::both) != nullptr || m_a.cue_at(e, Cue::provinces) != nullptr ||
			    !m_c.parties_in(e, e + 1).empty())
				return false;
		}
		return false;
	}

	/// "của Công an hai tỉnh", "của hai Bộ Quốc phòng": a pair, so the paper is theirs.
	bool of_both(std::uint32_t t) const {
		return Context::both_sides(m_c.actors(t, std::min(t + 4, m_noun.clause_end))) &&
		       m_a.find_cue(t, std::min(t + 4, m_noun.clause_end), Cue::deny) == nullptr;
	}

	/// The list of parties behind "giữa": to the end of the second side; a comma goes on only while the list is not
	/// closed by "và".
	std::uint32_t between(std::uint32_t t, std::uint32_t limit) {
		close_name(t);
		auto end = t + 1;
		bool closed = false;
		const PartyMention* last = nullptr;
		PartySet seen;
		for (const auto& p : m_c.parties_in(t + 1, limit)) {
			if (p.begin > end + 7) break;
			for (auto e = end; e < p.begin; ++e) {
				// "A và B, C": C is one more of B's kind; "…, nước CHDCND Lào" says where they are.
				const bool goes_on = e + 1 == p.begin && last != nullptr && !p.parties.empty() &&
				                     country_of(p.parties.front()) == country_of(last->parties.front()) &&
				                     kind_of(p.parties.front()) == kind_of(last->parties.front()) &&
				                     p.naming == last->naming;
				if (m_a.tokens[e].is(',') && closed && Context::both_sides(seen) && !goes_on) {
					closed = false;
					return finish_between(t, end);
				}
				if (is_one_of(m_a, e, {"về", "trong", "tại", "được", "đã", "là"}) && Context::both_sides(seen))
					return finish_between(t, end);
			}
			for (auto e = t + 1; e < p.begin; ++e) closed = closed || is_one_of(m_a, e, {"và", "với"});
			if (Context::both_sides(p.parties)) closed = true;
			merge(seen, p.parties);
			if (!p.parties.empty()) last = &p;
			end = std::min(p.end, limit);
		}
		// "giữa hai tỉnh", "giữa hai bên".
		if (end == t + 1) {
			const auto* cue = reference(t + 1);
			if (cue != nullptr) end = cue->end;
		}
		return finish_between(t, end);
	}

	std::uint32_t finish_between(std::uint32_t begin, std::uint32_t end) {
		if (m_noun.between_end == 0) {
			m_noun.between_begin = begin + 1;
			m_noun.between_end = end;
		}
		return end;
	}

	const lexicon::Match* reference(std::uint32_t t) const {
		for (auto e = t; e < t + 4; ++e) {
			for (const auto cue : {Cue::provinces, Cue::both, Cue::all_sides, Cue::states}) {
				if (const auto* m = m_a.cue_at(e, cue)) return m;
			}
		}
		return nullptr;
	}

	/// Words that no name of a paper goes on with.
	bool ends_at(std::uint32_t t) const {
		if (is_one_of(m_a, t, {"đã",  "được", "là",  "với",   "nhằm", "để",   "mà",   "theo", "sẽ",   "do",
		                       "tại", "khi",  "sau", "trước", "vào",  "cho",  "nên",  "vừa",  "gồm",  "có",
		                       "này", "nêu",  "đều", "cũng",  "vẫn",  "luôn", "hôm",  "ngay", "mang", "từ",
		                       "ở",   "nói",  "như", "đó",    "ấy",   "còn",  "trên", "kể"})) {
			return !(m_about && is_one_of(m_a, t, {"trên", "cho", "có", "vào", "từ"}));
		}
		if (is_one_of(m_a, t, {"trong"})) return !is_one_of(m_a, t + 1, {"lĩnh", "công", "việc", "phòng"});
		if (m_a.cue_at(t, Cue::sign) != nullptr) return true;
		if (m_a.cue_at(t, Cue::implement) != nullptr) return !m_about && !is_one_of(m_a, t - 1, {"hợp"});
		if (m_a.at(t, EntryClass::instrument) != nullptr) return !(is_one_of(m_a, t - 1, {"về", "sung", "án"}));
		if (m_a.cue_at(t, Cue::both) != nullptr || m_a.cue_at(t, Cue::provinces) != nullptr ||
		    m_a.cue_at(t, Cue::agree) != nullptr)
			return !m_about || m_noun.between_end != 0;
		if (is_one_of(m_a, t, {"và", "cùng"})) {
			return !m_about || m_a.at(t + 1, EntryClass::instrument) != nullptr ||
			       m_a.cue_at(t + 1, Cue::give) != nullptr || m_a.cue_at(t + 1, Cue::agree) != nullptr;
		}
		return false;
	}

	void close_name(std::uint32_t t) {
		if (m_noun.name_end == 0) m_noun.name_end = t;
	}

	const Context& m_c;
	const Annotated& m_a;
	PaperNoun m_noun;
	bool m_about = false;  ///< behind "về": the subject of the paper, where most words may stand
	bool m_day = false;
};

bool speaks_of_laos(const Context& c, const PaperNoun& noun) {
	if (!Context::side(c.named(noun.clause_begin, noun.clause_end), lexicon::Country::la).empty()) return true;
	const auto& a = c.a();
	for (auto m = a.first_match[noun.clause_begin]; m < a.matches.size() && a.matches[m].begin < noun.clause_end; ++m) {
		if (a.matches[m].cls == EntryClass::country &&
		    a.lexicon.place(a.matches[m].index).country == lexicon::Country::la)
			return true;
	}
	return false;
}

/// "Hiệp định Thương mại tự do với Thái Lan": a paper of other countries.
bool is_foreign(const Context& c, const PaperNoun& noun) {
	if (noun.word->parties == "other") return true;
	const auto& a = c.a();
	for (auto m = a.first_match[noun.clause_begin]; m < a.matches.size() && a.matches[m].begin < noun.clause_end; ++m) {
		const auto& match = a.matches[m];
		if (match.cls != EntryClass::country || a.lexicon.place(match.index).country != lexicon::Country::other)
			continue;
		if (match.begin >= noun.begin && match.begin < noun.end + 3) return true;
		// "Doanh nghiệp của tỉnh và doanh nghiệp Thái Lan ký thỏa thuận", "Việt Nam và Campuchia ký Hiệp ước": no Lao
		// side in it.
		if (!speaks_of_laos(c, noun)) return true;
	}
	return false;
}

/// Words of the name that tell it from others: no heads, no "hợp tác", no "về".
std::vector<std::string> telling_words(const Annotated& a, const PaperNoun& noun) {
	std::vector<std::string> out;
	for (auto t = noun.begin; t < noun.name_end; ++t) {
		if (a.tokens[t].kind != text::TokenKind::word) continue;
		if (is_one_of(a, t, {"biên",   "bản",   "ghi", "nhớ",   "thỏa", "thuận", "hiệp", "ước",  "định", "nghị", "thư",
		                     "chương", "trình", "kế",  "hoạch", "về",   "và",    "hợp",  "tác",  "văn",  "phối", "của",
		                     "việc",   "việt",  "nam", "lào",   "công", "quốc",  "gia",  "toàn", "diện", "trong"})) {
			continue;
		}
		if (a.at(t, EntryClass::province) != nullptr) break;
		out.push_back(text::fold_syllable(a.word(t)));
	}
	return out;
}

}  // namespace

bool names_agree(const Annotated& a, const PaperNoun& x, const PaperNoun& y) {
	auto few = telling_words(a, x);
	auto many = telling_words(a, y);
	if (few.size() > many.size()) std::swap(few, many);
	if (few.empty()) return true;
	const auto shared = std::count_if(
	    few.begin(), few.end(), [&](const auto& w) { return std::find(many.begin(), many.end(), w) != many.end(); });
	return static_cast<std::size_t>(shared) * 10 >= few.size() * 6;
}

bool is_governed(const Annotated& a, const PaperNoun& noun) {
	// "Những điều trên được ghi trong Bản ghi nhớ do hai Viện trưởng ký": the paper that holds what was just told.
	if (noun.begin >= noun.clause_begin + 3 && is_one_of(a, noun.begin - 1, {"trong", "vào"}) &&
	    is_one_of(a, noun.begin - 2, {"ghi", "hiện", "nêu", "hóa", "chép", "đưa"}))
		return false;
	for (std::uint32_t back = 1; back <= 7 && noun.begin >= noun.clause_begin + back; ++back) {
		const auto t = noun.begin - back;
		if (a.cue_at(t, Cue::sign) != nullptr) return false;
		// "Kết quả của hội đàm là một biên bản ghi nhớ": what comes of it.
		if (back <= 3 && is_one_of(a, t, {"là"})) return false;
		if (a.cue_at(t, Cue::implement) != nullptr || a.cue_at(t, Cue::review) != nullptr ||
		    a.cue_at(t, Cue::assess) != nullptr)
			return true;
		if (back <= 3 && is_one_of(a, t,
		                           {"theo", "với", "bám", "trong", "từ", "sở", "qua", "bằng", "khổ", "của", "sánh",
		                            "chiếu", "bởi", "dựa"}))
			return true;
		if (a.tokens[t].is(',') || a.tokens[t].is('.')) return false;
	}
	return false;
}

std::vector<PaperNoun> find_paper_nouns(const Context& context) {
	const auto& a = context.a();
	std::vector<PaperNoun> out;
	std::uint32_t until = 0;
	for (const auto& m : a.matches) {
		if (m.cls != EntryClass::instrument || m.begin < until) continue;
		auto noun = NounReader(context, m).read();
		until = noun.end;
		if (is_general(context, m, context.sentence(noun.sentence).begin) || is_foreign(context, noun)) continue;
		out.push_back(noun);
	}
	return out;
}

}  // namespace bienban::extraction
