// What the parties of a sentence do in it: who acts, for whom, with whom.

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/frames.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using base::one_of;
using lexicon::Cue;

/// The small word that leads to a term, over the nouns that may stand between: "cho bà con các bản của huyện X".
Link Frames::link_of(std::uint32_t t, std::uint32_t sentence_begin) const {
	Link found = Link::plain;
	for (std::uint32_t back = 1; back <= 7 && t >= sentence_begin + back; ++back) {
		const auto u = t - back;
		if (m_a.tokens[u].kind == text::TokenKind::number) return found;
		if (m_a.tokens[u].kind == text::TokenKind::punctuation) return found;
		const auto word = m_a.word(u);
		static constexpr std::array<std::string_view, 5> k_source = {"theo", "Theo", "cáo", "thị", "liệu"};
		// "theo chân đoàn A sang thăm B": they are gone with.
		const bool goes_along = u + 1 < t && (m_a.word(u + 1) == "chân" || m_a.word(u + 1) == "đoàn");
		if (one_of<k_source>(word) && !goes_along) return Link::source;
		if (word == "của" || word == "thuộc") {
			found = Link::of;
			continue;
		}
		// "trước sự chứng kiến của A": who looks on.
		if (word == "kiến" && u > sentence_begin && m_a.word(u - 1) == "chứng") return Link::source;
		if (found == Link::of) continue;
		if ((word == "trong" || word == "Trong") && m_a.word(u + 1) == "đó") return found;
		static constexpr std::array<std::string_view, 11> k_at = {"tại",  "Tại", "ở",    "Ở",   "trên", "trong",
		                                                          "giáp", "vào", "dưới", "qua", "Trên"};
		if (one_of<k_at>(word)) return Link::at;
		// "đồng bào bị lũ lụt huyện A", "hộ bị thiệt hại ở B": no doer.
		static constexpr std::array<std::string_view, 10> k_harm = {"lũ",    "thiệt", "ảnh",  "ngập", "bão",
		                                                            "thiên", "mất",   "cháy", "cô",   "sạt"};
		if (word == "bị" && one_of(m_a.word(u + 1), k_harm)) continue;
		// "nhận được tin bản A bị lũ": nobody's deed.
		if (word == "được" && u > sentence_begin && m_a.word(u - 1) == "nhận") return found;
		if (word == "do" || word == "Do" || word == "bởi" || word == "được" || word == "bị") return Link::agent;
		if (word == "với" || word == "cùng") {
			// "Thiếu tá A cùng đồng đội Đồn B sang …": the one who is named goes for them.
			const auto& before = m_c.names_in(u > sentence_begin + 6 ? u - 6 : sentence_begin, u);
			return word == "cùng" && !before.empty() && before.back().end == u ? found : Link::with;
		}
		// "Sở A phối hợp Đồn B trao": without the word "với".
		if (back == 1 && word == "hợp" && u > sentence_begin && m_a.word(u - 1) == "phối") return Link::with;
		if (word == "từ") return Link::from;
		// "từ năm 2009 đến nay Sở đã cử": the time ends there.
		if ((word == "nay" || word == "giờ") && u > sentence_begin &&
		    (m_a.small(u - 1) == "đến" || m_a.small(u - 1) == "tới"))
			return found;
		static constexpr std::array<std::string_view, 6> k_target = {"cho", "đến", "tới", "sang", "giúp", "để"};
		if (one_of<k_target>(word) || m_a.cue_at(u, Cue::give) != nullptr) return Link::target;
		// "cho lực lượng vũ trang và nhân dân bản A": the people stand beside others without a name.
		if (word == "và" && back > 1 && given_with_others(u, sentence_begin)) return Link::target;
		if (m_a.cue_at(u, Cue::act) != nullptr || m_a.cue_at(u, Cue::done) != nullptr || word == "và") return found;
		// Some part of a name behind another term ends the phrase.
		if (m_a.tokens[u].capital && back > 1 && word != "Nhân") return found;
	}
	return found;
}

/// Do words of people who are named nowhere stand between "cho" and this conjunction?
bool Frames::given_with_others(std::uint32_t conjunction, std::uint32_t sentence_begin) const {
	static constexpr std::array<std::string_view, 3> k_to = {"cho", "tới", "tặng"};
	for (std::uint32_t back = 1; back <= 7 && conjunction >= sentence_begin + back; ++back) {
		const auto u = conjunction - back;
		if (m_a.tokens[u].kind != text::TokenKind::word) return false;
		if (one_of(m_a.word(u), k_to)) return back > 1;
		if (m_a.tokens[u].capital || covered(u, u + 1) || deed_at(u)) return false;
	}
	return false;
}

/// "A tiếp đoàn B và tặng đoàn 5 máy tính", "A đón, làm việc với đoàn B": is this one received or visited?
bool Frames::is_received(std::uint32_t t, std::uint32_t sentence_begin) const {
	static constexpr std::array<std::string_view, 5> k_meet = {"tiếp", "đón", "thăm", "gặp", "mời"};
	static constexpr std::array<std::string_view, 23> k_nouns = {
	    "đoàn", "công", "tác",  "đại", "biểu", "cấp", "cao", "cán",  "bộ",  "chiến", "sĩ", "sỹ",
	    "lãnh", "đạo",  "đồng", "chí", "hỏi",  "mặt", "các", "nhân", "dân", "bà",    "con"};
	for (std::uint32_t back = 1; back <= 8 && t >= sentence_begin + back; ++back) {
		const auto u = t - back;
		if (m_a.tokens[u].kind != text::TokenKind::word || m_a.tokens[u].capital) return false;
		const auto word = m_a.word(u);
		if (one_of(word, k_meet)) {
			const auto before = u > sentence_begin ? m_a.word(u - 1) : text::Word{};
			return u > sentence_begin && before != "trực" && before != "gián" && before != "được";
		}
		if (!one_of(word, k_nouns)) return false;
	}
	return false;
}

bool Frames::in_subject_place(std::uint32_t t, std::uint32_t sentence_begin) const {
	if (is_received(t, sentence_begin)) return false;
	bool number = false;
	for (auto u = t; u > sentence_begin; --u) {
		const auto& k = m_a.tokens[u - 1];
		if (k.is(';') || k.is(':') || k.is(',')) return true;
		if (k.kind == text::TokenKind::number) number = true;
		const bool verb =
		    deed_at(u - 1) || m_a.cue_at(u - 1, Cue::give) != nullptr || m_a.cue_at(u - 1, Cue::receive) != nullptr;
		// "A mời B ăn bữa cơm và gửi …": who is asked in is not who gives.
		const auto host = m_a.word(u - 1);
		if (host == "mời" && t - u <= 2) return false;
		// "A đến chúc Tết B và biếu …": who is visited is not who gives.
		if (host == "Tết" && u > 1 && m_a.word(u - 2) == "chúc" && t - u <= 4) return false;
		if (verb && !m_a.tokens[u - 1].capital && !covered(u - 1, u)) {
			// "… tặng 30 tấn gạo và Công ty X tặng …": a new subject behind the conjunction.
			const auto before = m_a.word(t - 1);
			return number && (before == "và" || before == "còn");
		}
	}
	return true;
}

bool Frames::deed_at(std::uint32_t t) const {
	for (auto i = m_a.first_match[t]; i < m_a.matches.size() && m_a.matches[i].begin == t; ++i) {
		if (is_deed(m_a.matches[i].cue())) return true;
	}
	return false;
}

/// "Hưởng ứng lời kêu gọi của UBND tỉnh, A ủng hộ …", "Trước sự chứng kiến của B, A trao …": one who calls for it or
/// looks on.
bool Frames::moves_only(const Term& term) const {
	static constexpr std::array<std::array<std::string_view, 2>, 10> k_words = {{{"kêu", "gọi"},
	                                                                             {"thông", "qua"},
	                                                                             {"Thông", "qua"},
	                                                                             {"ủy", "quyền"},
	                                                                             {"uỷ", "quyền"},
	                                                                             {"chứng", "kiến"},
	                                                                             {"chỉ", "đạo"},
	                                                                             {"chủ", "trương"},
	                                                                             {"đề", "nghị"},
	                                                                             {"thống", "nhất"}}};
	const auto begin = m_c.sentence(m_c.sentence_of(term.begin)).begin;
	for (std::uint32_t back = 2; back <= 8 && term.begin >= begin + back; ++back) {
		const auto t = term.begin - back;
		if (m_a.tokens[t].kind != text::TokenKind::word) return false;
		for (const auto& words : k_words) {
			if (m_a.word(t) == words[0] && m_a.word(t + 1) == words[1]) return true;
		}
	}
	return false;
}

bool Frames::joined(const Term& left, const Term& right) const {
	if (right.begin < left.end || right.begin - left.end > 3) return false;
	for (auto t = left.end; t < right.begin; ++t) {
		const auto word = m_a.word(t);
		static constexpr std::array<std::string_view, 8> k_between = {"và", ",", "-", "cùng", "(", ")", "các", "những"};
		if (!one_of<k_between>(word)) return false;
	}
	if (right.begin == left.end + 1 && m_a.tokens[left.end].is(',') && moves_only(left)) return false;
	// A mark alone joins only what is of one side; "A, B" of two sides are two parts of the sentence.
	// "Hai huyện A, B thống kê".
	const auto head = m_a.small(left.begin);
	const auto before = left.begin > 0 ? m_a.small(left.begin - 1) : text::Word{};
	const bool two = head == "hai" || before == "hai";
	// "các đồn của A và những đại đội của B".
	auto last = right.begin - 1;
	if (last > left.end && (m_a.word(last) == "các" || m_a.word(last) == "những")) --last;
	const bool conjunction = two || m_a.word(last) == "và" || m_a.word(last) == "cùng";
	// "Từ huyện A, tỉnh B đã …": where it began, and who acts.
	if (!conjunction && left.link == Link::from) return false;
	return conjunction || country_of(left.parties[0]) == country_of(right.parties[0]);
}

/// "Sở Công Thương báo cáo: …": the one who tells of it, not the one who does it.
bool Frames::speaks(const Term& term) const {
	if (Context::both_sides(term.parties) || term.end + 1 >= m_a.tokens.size()) return false;
	const auto first = m_a.word(term.end);
	const auto second = m_a.word(term.end + 1);
	return (first == "cho" && (second == "biết" || second == "hay" || second == "thấy")) ||
	       (first == "báo" && second == "cáo") ||
	       (first == "thông" && second == "tin" && m_a.tokens[term.end + 2].is(':'));
}

}  // namespace bienban::extraction
