#include "extraction/post_phrase.hpp"

#include <algorithm>
#include <array>

#include "extraction/person_name.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;
using lexicon::NameClass;
using text::TokenKind;

/// What the words before a run of capitalised words let expect.
enum class Context : std::uint8_t {
	closed,  ///< the post or its body is complete: a name may begin
	open,    ///< words of the body go on: only what clearly is a name begins one
	own,     ///< the own name of the body or place comes first
};

constexpr std::uint32_t k_longest_title = 40;  // tokens

/// A cue that is the deed of the post's holder, where it is not written as part of a body's name ("Ban Tổ chức").
bool is_deed(Cue cue) {
	switch (cue) {
		case Cue::talks:
		case Cue::conference:
		case Cue::briefing:
		case Cue::reception:
		case Cue::ceremony:
		case Cue::chair:
		case Cue::held:
		case Cue::travel:
		case Cue::welcome:
		case Cue::delegation:
		case Cue::head:
		case Cue::sign:
		case Cue::twinning:
		case Cue::done:
		case Cue::review:
		case Cue::assess:
		case Cue::will:
		case Cue::agree:
		case Cue::propose:
		case Cue::deny:
		case Cue::purpose:
		case Cue::give:
		case Cue::receive:
		case Cue::both:
		case Cue::provinces:
		case Cue::all_sides:
		case Cue::attend:
		case Cue::event_day: return true;
		default: return false;
	}
}

bool stops(const Annotated& a, std::uint32_t token) {
	if (a.tokens[token].capital) return false;
	// "Trưởng ban Ban chỉ đạo": what a body does is its name.
	const auto before = a.word(token - 1);
	for (const auto body : {"Ban", "Tổ", "Phòng", "Đội"}) {
		if (before == body) return false;
	}
	// The longer decides: "bảo vệ" is not "bảo".
	std::uint32_t deed = 0;
	std::uint32_t other = 0;
	for (auto m = a.first_match[token]; m < a.matches.size() && a.matches[m].begin == token; ++m) {
		const auto& match = a.matches[m];
		const bool stop = match.cls == EntryClass::cue ? is_deed(match.cue())
		                                               : match.cls == EntryClass::name_word &&
		                                                     a.lexicon.name_word(match.index).cls == NameClass::stop;
		const bool word = match.cue() == Cue::none && (match.cls == EntryClass::cue || match.cls == EntryClass::theme ||
		                                               match.cls == EntryClass::body || match.cls == EntryClass::post);
		if (stop) {
			deed = std::max(deed, match.size());
		} else if (word) {
			other = std::max(other, match.size());
		}
	}
	return deed > 0 && deed >= other;
}

/// A link between two parts of a title, never its end.
bool is_link(std::string_view word) {
	constexpr auto k_links = std::to_array<std::string_view>({"và", "của", "về", "tại", "thuộc", "kiêm"});
	for (const auto link : k_links) {
		if (word == link) return true;
	}
	return false;
}

/// Behind "tỉnh", "huyện", "xã", … stands the name of the place.
bool is_place_word(const Annotated& a, std::uint32_t token) {
	for (auto m = a.first_match[token]; m < a.matches.size() && a.matches[m].begin == token; ++m) {
		switch (a.matches[m].cue()) {
			case Cue::province_word:
			case Cue::district_word:
			case Cue::village_word:
			case Cue::commune_word:
			case Cue::town_word:
			case Cue::capital_city: return true;
			default: break;
		}
	}
	return false;
}

/// One reading of a post: the title grows token by token until something ends it or a name begins.
class Walk {
public:
	Walk(const Annotated& a, std::uint32_t limit, Follows follows) : m_a(a), m_limit(limit), m_follows(follows) {}

	PostPhrase read(std::uint32_t token) {
		m_phrase.title.begin = token;
		const auto* head = m_a.at(token, EntryClass::post);
		if (m_a.lexicon.post(head->index).cls == lexicon::PostClass::prefix) head = m_a.at(head->end, EntryClass::post);
		const auto& post = m_a.lexicon.post(head->index);
		// "Phó Trưởng đoàn Đoàn ĐBQH tỉnh A" is an office, "Trưởng đoàn" on a journey is none.
		const auto next = head->end + 1 < m_limit && m_a.word(head->end) == "Đoàn" ? m_a.word(head->end + 1) : "";
		m_phrase.role = post.cls == lexicon::PostClass::role && next != "ĐBQH" && next != "đại";
		const auto last = m_a.word(head->end - 1);
		const bool local = post.kind == "village" || post.kind == "commune" || post.kind == "district" ||
		                   last == "huyện" || last == "xã";
		m_context = local ? Context::own : Context::closed;
		m_own = own_name_of(post.kind);
		m_at = m_end = head->end;
		m_limit = std::min(m_limit, m_at + k_longest_title);
		while (m_at < m_limit && step()) {
		}
		m_phrase.title.end = m_end;
		return m_phrase;
	}

private:
	/// Takes what stands at m_at into the title; false where the title ends.
	bool step() {
		const auto& t = m_a.tokens[m_at];
		if (t.kind == TokenKind::punctuation) return mark();
		if (t.kind == TokenKind::number) return number();
		if (m_a.at(m_at, EntryClass::rank) != nullptr && !t.all_capital) return false;
		if (address()) return false;
		if (post_begins(m_a, m_at) && !inside_body()) return second_post();
		if (entry()) return true;
		return t.capital ? capital() : lower();
	}

	/// Villages, communes, schools and companies always have a name of their own, and often one like a person's.
	static OwnName own_name_of(std::string_view kind) {
		const bool required =
		    kind == "village" || kind == "commune" || kind == "school" || kind == "company" || kind == "border-post";
		return required ? OwnName::required : OwnName::optional;
	}

	bool word_follows() const { return m_at + 1 < m_limit && m_a.tokens[m_at + 1].kind == TokenKind::word; }

	bool mark() {
		const auto& t = m_a.tokens[m_at];
		if (!word_follows()) return false;
		const auto& next = m_a.tokens[m_at + 1];
		// "Ủy viên Trung ương (UVTW) Đảng": the abbreviation of what goes on behind it.
		if (t.is('(') && next.all_capital && m_at + 3 < m_limit && m_a.tokens[m_at + 2].is(')') &&
		    m_a.word(m_at + 3) == "Đảng") {
			m_at += 3;
			return true;
		}
		const bool tight = !t.space_before && !next.space_before;
		const bool joins = (t.is('-') && tight) || t.is('&') || (t.is('/') && tight) ||
		                   (t.is('.') && tight && m_a.tokens[m_at - 1].capital);
		// "Hội Hữu nghị Việt Nam - Lào", "Đoàn Kinh tế - Quốc phòng"; but "Chỉ huy trưởng - Đại tá A", "… - phát biểu".
		const bool dash =
		    t.is('-') && !tight && next.capital && m_at > m_phrase.title.begin && !post_begins(m_a, m_at + 1) &&
		    m_a.at(m_at + 1, EntryClass::rank) == nullptr && m_a.at(m_at + 1, EntryClass::address) == nullptr &&
		    shape_of(m_a, m_at + 1, name_end(m_a, m_at + 1, m_limit)).surname == 0 && m_context != Context::closed;
		const bool pair = t.is(',') && (m_a.word(m_at - 1) == "phòng" || m_a.word(m_at - 1) == "Phòng") &&
		                  m_a.word(m_at + 1) == "chống";
		// "Chủ tịch Hội Hữu nghị Lào - Việt Nam": the two countries of one name.
		const auto last = m_a.word(m_at - 1);
		const bool countries = t.is('-') && (last == "Lào" || last == "Nam" || last == "Việt") &&
		                       (m_a.at(m_at + 1, EntryClass::country) != nullptr || m_a.word(m_at + 1) == "Việt");
		if (!joins && !dash && !pair && !countries) return false;
		++m_at;
		return true;
	}

	bool number() {
		// "Sư đoàn 316", "xã Sơn Kim 1"; not the day that follows the title.
		if (m_at + 1 < m_limit && m_a.tokens[m_at + 1].is('/')) return false;
		m_end = ++m_at;
		m_context = Context::closed;
		m_complete = true;
		return true;
	}

	bool address() const {
		const auto* match = m_a.at(m_at, EntryClass::address);
		return match != nullptr && (match->size() > 1 || !m_a.tokens[m_at].capital || m_a.tokens[m_at].all_capital);
	}

	/// "Phó Chỉ huy trưởng kiêm Tham mưu trưởng" is one title; any other post is the next one.
	bool second_post() {
		const auto* post = m_a.at(m_at, EntryClass::post);
		if (m_a.word(m_at - 1) != "kiêm") return false;
		m_at = m_end = post->end;
		m_context = Context::closed;
		return true;
	}

	/// "Ban Chỉ huy", "Văn phòng Chủ tịch nước": words of a body that are a post elsewhere.
	bool inside_body() const {
		const auto before = m_a.word(m_at - 1);
		return before == "Ban" || before == "Bộ" || before == "phòng";
	}

	/// Takes a body, a place or a field of work that begins here.
	bool entry() {
		const bool after_word = is_place_word(m_a, m_at - 1);
		const lexicon::Match* best = nullptr;
		for (auto m = m_a.first_match[m_at]; m < m_a.matches.size() && m_a.matches[m].begin == m_at; ++m) {
			const auto& match = m_a.matches[m];
			// "Trưởng ban Thanh niên" is not the head of the gate of Thanh.
			if (match.cls == EntryClass::gate && match.size() == 1 && !after_word && m_a.word(m_at - 1) != "khẩu")
				continue;
			const bool place =
			    match.cls == EntryClass::province || match.cls == EntryClass::country ||
			    ((after_word || m_context == Context::own) &&
			     (match.cls == EntryClass::district || match.cls == EntryClass::gate || match.cls == EntryClass::seat));
			const bool name = match.cls == EntryClass::name_word && !m_a.tokens[m_at].all_capital &&
			                  (m_a.lexicon.name_word(match.index).cls == NameClass::field ||
			                   m_a.lexicon.name_word(match.index).cls == NameClass::country);
			if ((place || name || match.cls == EntryClass::body || match.cls == EntryClass::gate) &&
			    (best == nullptr || match.end > best->end) && match.end <= m_limit) {
				if (place && match.cls != EntryClass::country && match.size() == 1 && begins_name() &&
				    (!after_word || (match.cls != EntryClass::province && m_a.word(m_at - 1) == "tỉnh")))
					continue;
				best = &match;
			}
		}
		if (best == nullptr) return false;
		// "Chủ tịch Hồ Chí Minh" is not the chairman of the city.
		if (best->cls == EntryClass::province && !after_word && name_word_at(m_a, m_at, NameClass::past) != nullptr)
			return false;
		m_context = Context::closed;
		if (best->cls == EntryClass::body) {
			const auto naming = m_a.lexicon.body(best->index).naming;
			if (naming == lexicon::Naming::own) {
				m_context = Context::own;
				m_own = own_name_of(m_a.lexicon.body(best->index).kind);
			}
			if (naming == lexicon::Naming::full) m_context = Context::open;
		}
		m_complete = best->cls != EntryClass::body && best->cls != EntryClass::name_word;
		m_at = m_end = best->end;
		m_lower = 0;
		return true;
	}

	bool begins_name() const {
		const auto end = name_end(m_a, m_at, m_limit);
		return shape_of(m_a, m_at, end).vietnamese() && end - m_at >= 2;
	}

	bool capital() {
		const auto end = name_end(m_a, m_at, m_limit);
		const auto shape = shape_of(m_a, m_at, end);
		// Behind "tỉnh" a name that no table has is a province's, unless it is plainly Vietnamese.
		const bool province = m_a.word(m_at - 1) == "tỉnh" && (m_follows == Follows::title || !shape.vietnamese());
		if (m_context == Context::closed && !province && shape.surname == 0 && !shape.foreign &&
		    m_follows == Follows::name) {
			// "Chủ tịch Hội Đinh Thế Lập": a word of the body before the name.
			const auto begin = split_own_name(m_a, m_at, end, OwnName::optional);
			if (begin > m_at && begin < end) return found(begin, end, true);
		}
		if (m_context == Context::closed && !province && is_name(end, shape)) return found(m_at, end, false);
		if (m_context != Context::closed && m_follows == Follows::name) {
			// "Tỉnh trưởng tỉnh Bô-ly-khăm-xây": the province's own name comes first.
			const auto own = province ? OwnName::required : m_context == Context::own ? m_own : OwnName::optional;
			const auto begin = split_own_name(m_a, m_at, end, own);
			if (begin < end) return found(begin, end, true);
		}
		// One word may be the beginning of a common noun: "Công ty Cao su", "Trường Cao đẳng".
		m_complete = (m_context == Context::own || province) && end - m_at >= 2;
		m_at = m_context == Context::own || province ? end : m_at + 1;
		m_end = m_at;
		m_lower = 0;
		m_context = Context::open;
		return true;
	}

	bool found(std::uint32_t begin, std::uint32_t end, bool guessed) {
		if (begin > m_at) m_end = begin;
		m_phrase.name = {begin, end};
		m_phrase.guessed = guessed;
		return false;
	}

	bool is_name(std::uint32_t end, const NameShape& shape) const {
		if (name_word_at(m_a, m_at, NameClass::past) != nullptr) return true;
		if (m_follows == Follows::title) return shape.vietnamese() && shape.words >= 3;
		if (shape.surname != 0 && shape.words >= 2) return true;
		if (shape.foreign && (shape.words >= 2 || !is_vietnamese_syllable(m_a.word(m_at))))
			return !m_a.tokens[m_at].all_capital;
		if (shape.words < 3) return false;
		// Names that no table helps with; but not "Hợp Tác Xã", "Liên Minh Hợp Tác".
		for (auto m = m_a.first_match[m_at]; m < m_a.matches.size() && m_a.matches[m].begin < end; ++m) {
			if (m_a.matches[m].size() >= 2 && m_a.matches[m].cls != EntryClass::name_word) return false;
		}
		return true;
	}

	bool lower() {
		if (stops(m_a, m_at)) return false;
		const auto word = m_a.word(m_at);
		if (is_place_word(m_a, m_at)) {
			const auto& tokens = m_a.tokens;
			const bool province = word == "tỉnh";
			m_end = ++m_at;
			m_complete = false;
			m_own =
			    m_a.cue_at(m_at - 1, Cue::village_word) != nullptr || m_a.cue_at(m_at - 1, Cue::commune_word) != nullptr
			        ? OwnName::required
			        : OwnName::optional;
			m_context = province ? Context::open : Context::own;
			if (m_at < m_limit && tokens[m_at].kind == TokenKind::word && !tokens[m_at].capital &&
			    !is_place_word(m_a, m_at) && stops(m_a, m_at)) {
				return false;
			}
			return true;
		}
		if (is_link(word)) {
			if (!word_follows()) return false;
			const auto next = m_at + 1;
			if (m_a.at(next, EntryClass::rank) != nullptr || m_a.at(next, EntryClass::address) != nullptr) return false;
			if (word != "kiêm" && post_begins(m_a, next)) return false;
			if (word == "tại" && !m_a.tokens[next].capital && !is_place_word(m_a, next)) return false;
			if (word == "và") {
				// The next of a list of names, or the next part of the body's name?
				const auto end = name_end(m_a, next, m_limit);
				const auto shape = shape_of(m_a, next, end);
				if (end > next + 1 && (shape.vietnamese() || shape.foreign)) return false;
				if (end == next && stops(m_a, next)) return false;
			}
			++m_at;
			m_complete = false;
			if (word != "kiêm") m_context = Context::open;
			return true;
		}
		// Behind the name of its place a title has ended: "Phó bản Na Son tạm gác việc nương".
		if (m_complete) return false;
		// At most a few common words in a row: "Trưởng phòng Cảnh sát điều tra tội phạm về ma túy".
		if (++m_lower > 8) return false;
		m_end = ++m_at;
		m_context = Context::open;
		return true;
	}

	const Annotated& m_a;
	std::uint32_t m_limit;
	Follows m_follows;
	PostPhrase m_phrase;
	Context m_context = Context::closed;
	OwnName m_own = OwnName::optional;  ///< of Context::own
	std::uint32_t m_at = 0;
	bool m_complete = false;    ///< the title may end with the last token taken: the name of its place
	std::uint32_t m_lower = 0;  ///< common words in a row
	std::uint32_t m_end = 0;    ///< of the title so far
};

}  // namespace

bool post_begins(const Annotated& a, std::uint32_t token) {
	const auto* post = a.at(token, EntryClass::post);
	if (post == nullptr) return false;
	if (a.lexicon.post(post->index).cls != lexicon::PostClass::prefix) return true;
	const auto* next = a.at(post->end, EntryClass::post);
	return next != nullptr && a.lexicon.post(next->index).cls == lexicon::PostClass::post;
}

PostPhrase read_post(const Annotated& a, std::uint32_t token, std::uint32_t limit, Follows follows) {
	return Walk(a, limit, follows).read(token);
}

}  // namespace bienban::extraction
