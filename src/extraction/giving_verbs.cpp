// Which verbs of a clause give or receive.

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/giving.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

/// Verbs that say nothing but giving, wherever one of their syllables stands.
bool says_only_giving(std::string_view words) {
	static constexpr std::array<std::string_view, 17> k_words = {
	    "tặng",     "biếu",          "viện trợ",  "ủng hộ",       "tài trợ",    "trao",
	    "hỗ trợ",   "bàn giao",      "giúp",      "cấp phát",     "phát thuốc", "cấp thuốc",
	    "phát cho", "phát miễn phí", "cấp không", "cấp miễn phí", "tiếp sức"};
	const auto lower = text::lower(words);
	return std::any_of(k_words.begin(), k_words.end(),
	                   [&](std::string_view w) { return lower.find(w) != std::string::npos; });
}

}  // namespace

using base::one_of;
using lexicon::Cue;

/// A verb, not a noun ("kinh phí hỗ trợ"), a name or a part of another word.
bool Givings::is_verb(const lexicon::Match& m, std::uint32_t begin) const {
	const auto* none = m_a.cue_at(m.begin, Cue::none);
	if (none != nullptr && none->end >= m.end && m_a.word(m.begin) != "dành") return false;
	// "được tặng Bằng khen", "trao kỷ niệm chương": an honour, no goods.
	for (auto t = m.end; t < m.end + 2 && t < m_a.tokens.size(); ++t) {
		const auto* souvenir = m_a.cue_at(t, Cue::souvenir);
		if (souvenir == nullptr || m_a.tokens[t].is(',')) continue;
		// "trao bảng tượng trưng 3 tỷ đồng": the board stands for the money.
		const auto sums = m_c.numbers_in(souvenir->end, souvenir->end + 4);
		if (m_a.word(souvenir->end - 1) != "trưng" || sums.empty() || sums.front().currency.empty()) return false;
	}
	if (m_a.cue_at(m.begin, Cue::souvenir) != nullptr) return false;
	// "3 em cao đẳng và 4 trung cấp": a grade of schools.
	if (m_a.word(m.begin) == "cấp" && m.begin > begin &&
	    (m_a.word(m.begin - 1) == "trung" || m_a.word(m.begin - 1) == "sơ" || m_a.word(m.begin - 1) == "cao"))
		return false;
	for (const auto& p : m_c.parties_in(m.begin > 12 ? m.begin - 12 : 0, m.begin + 1)) {
		if (p.end > m.begin) return false;
	}
	if (m_a.tokens[m.begin].capital && m.begin != begin && !m_a.tokens[m.begin - 1].is('-') &&
	    m_a.tokens[m.begin - 1].kind == text::TokenKind::word && m_a.word(m.begin) != "Tặng")
		return false;
	// "giao cho Công ty A thực hiện", "giao tỉnh B làm chủ đầu tư": a task.
	if (m_a.word(m.begin) == "giao" || m_a.word(m.end - 1) == "giao") {
		for (auto t = m.end; t + 1 < m_a.tokens.size() && t < m.end + 12 && !m_a.tokens[t].is('.'); ++t) {
			const auto word = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if ((word == "thực" && next == "hiện") || (word == "chủ" && (next == "đầu" || next == "trì")) ||
			    (word == "phụ" && next == "trách") || (word == "thi" && next == "công"))
				return false;
		}
	}
	if (m.begin == begin) return true;
	const auto before = m_a.word(m.begin - 1);
	// "nâng cấp đường", "khẩn cấp".
	if (m_a.word(m.begin) == "cấp" && (before == "nâng" || before == "khẩn" || before == "sơ")) return false;
	// "tổng mức đầu tư", "chủ đầu tư": nouns.
	if (m_a.word(m.begin) == "đầu" &&
	    (before == "mức" || before == "vốn" || before == "chủ" || before == "nhà" || before == "suất"))
		return false;
	static constexpr std::array<std::string_view, 16> k_nouns = {"phí",   "sự",  "nguồn", "gói",  "khoản", "tiền",
	                                                             "trình", "quỹ", "tác",   "việc", "chính", "vốn",
	                                                             "người", "nhà", "đầu",   "lời"};
	const auto word = m_a.word(m.begin);
	const bool may_be_noun = word == "hỗ" || word == "tài" || word == "viện" || word == "giúp" || word == "ủng" ||
	                         word == "gửi" || word == "tặng";
	return !(may_be_noun && one_of(before, k_nouns) && word != "tặng");
}

/// "… là (món) quà của A cho B", "quà của A tặng B là …".
bool Givings::is_gift_noun(const lexicon::Match& m, std::uint32_t begin) const {
	const auto word = m_a.small(m.begin);
	if (word == "tặng" || word == "trao" || m_a.cue_at(m.begin, Cue::souvenir) != nullptr) return false;
	// "…, tấm lòng của A với B" says what the goods before it are; "cảm ơn tấm lòng của A" speaks of none.
	if (m_a.words(m.begin, m.end).find("quà") == std::string_view::npos)
		return m.begin > begin && m_a.tokens[m.begin - 1].is(',') && !m_c.numbers_in(begin, m.begin).empty();
	for (std::uint32_t back = 1; back <= 3 && m.begin >= begin + back; ++back) {
		// "1,5 tấn gạo, 120 suất quà": counted goods in a row.
		if (!m_c.numbers_in(m.begin - back, m.begin).empty() && m_a.word(m.begin - back) != "là") break;
		if (m_a.word(m.begin - back) == "là" || m_a.tokens[m.begin - back].is(',')) return true;
	}
	return m.end < m_a.tokens.size() && m_a.word(m.end) == "của";
}

std::vector<Givings::Verb> Givings::verbs_in(std::uint32_t begin, std::uint32_t end) const {
	std::vector<Verb> verbs;
	if (!m_a.may_have(begin, end, Cue::give) && !m_a.may_have(begin, end, Cue::receive) &&
	    !m_a.may_have(begin, end, Cue::gift))
		return verbs;
	std::uint32_t noun_end = 0;
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		const auto cue = m.cue();
		if (cue != Cue::give && cue != Cue::receive && cue != Cue::gift) continue;
		if (m.begin < noun_end || (!verbs.empty() && m.begin < verbs.back().end)) continue;
		Verb verb{m.begin, m.end, cue == Cue::receive, false, false};
		const auto head = m_a.small(m.begin);
		if (cue == Cue::gift || head == "quà") {
			const auto& word = head;
			if (word != "tặng" && word != "trao") {
				if (!is_gift_noun(m, begin)) {
					// "Quà tặng gồm …": the verb in the noun says nothing.
					noun_end = m.end;
					continue;
				}
				verb.noun = true;
				verb.strong = true;
			} else {
				verb.end = m.begin + 1;
				verb.strong = true;
			}
		} else {
			verb.strong = says_only_giving(m_a.words(m.begin, m.end));
		}
		if (!is_verb(m, begin)) continue;
		// "chở sang biếu", "là quà A dành tặng B": one verb as long as no goods stand between.
		std::uint32_t named = 0;  // words of the names between, which may be long: "Đại đội A, Bộ CHQS tỉnh B"
		if (!verbs.empty()) {
			for (const auto& p : m_c.parties_in(verbs.back().end, m.begin)) named += p.end - p.begin;
		}
		if (!verbs.empty() && m.begin - verbs.back().begin <= 14 + named && quiet(verbs.back().end, m.begin)) {
			auto& last = verbs.back();
			bool cut = has_comma(last.end, m.begin);
			for (auto t = last.end; t < m.begin; ++t) cut = cut || m_a.tokens[t].is(':');
			// "30 thùng mì vừa trao là quà của A dành cho B": the noun names who gives.
			if (!cut && verb.noun && !last.noun && m_a.word(verb.begin - 1) == "là" &&
			    m_c.parties_in(last.end, verb.begin).empty()) {
				last = verb;
				continue;
			}
			if (!cut && !(last.receive && !verb.receive)) {
				if (!last.noun && m.begin - last.end <= 2) last.end = verb.end;
				last.strong = last.strong || verb.strong;
				continue;
			}
		}
		verbs.push_back(verb);
	}
	return verbs;
}

/// "trao tặng 45 triệu đồng, giúp cán bộ của B khắc phục …": says what the gift before it is for.
bool Givings::helps(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 5> k_help = {"giúp", "hỗ", "chia", "ủng", "sẻ"};
	return one_of(m_a.word(t), k_help);
}

/// "vận động được 5 tấn gạo chuyển sang cho B": gathered to be given.
bool Givings::collects(const lexicon::Match& m) const {
	static constexpr std::array<std::string_view, 6> k_words = {"vận", "huy", "mua", "chuẩn", "quyên", "gom"};
	return one_of(m_a.small(m.begin), k_words);
}

}  // namespace bienban::extraction
