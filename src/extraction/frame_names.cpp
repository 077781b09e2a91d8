// Parties that a sentence names in part or through a person: a village or a post by its name alone, a body through the
// one who holds a post in it.

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "extraction/frames.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using base::one_of;
using lexicon::Country;
using lexicon::Cue;

void Frames::find_local_names() {
	for (const auto& m : m_c.parties().mentions) {
		if (m.parties.size() != 1 || kind_of(m.parties[0]) != "village") continue;
		const auto& party = m.parties[0];
		const auto slash = party.rfind('/') + 1;
		if (party.find("/village/") == std::string::npos) continue;
		const auto size = static_cast<std::uint32_t>(
		    1 + std::count(party.begin() + static_cast<std::ptrdiff_t>(slash), party.end(), ' '));
		for (auto t = m.begin + 1; size > 1 && t + size <= m.end; ++t) {
			if (!m_a.tokens[t].capital) continue;
			const auto words = m_a.words(t, t + size);
			const bool known = std::any_of(m_local_names.begin(), m_local_names.end(),
			                               [&](const LocalName& n) { return n.words == words; });
			if (!known && text::lower(words) == std::string_view(party).substr(slash))
				m_local_names.push_back({words, size, &m.parties, m.begin});
			break;
		}
	}
}

bool Frames::add_local_name(std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 9> k_lead = {"dân", "con",  "cho",  "tặng", "với",
	                                                           "và",  "sang", "giúp", "nghèo"};
	if (t > begin && m_a.tokens[t - 1].kind == text::TokenKind::word && !one_of(m_a.word(t - 1), k_lead)) return false;
	for (const auto& name : m_local_names) {
		if (t <= name.begin || t + name.size > end || m_a.words(t, t + name.size) != name.words) continue;
		const auto stop = t + name.size;
		if ((stop < end && m_a.tokens[stop].capital) || covered(t, stop) || !m_c.names_in(t, stop).empty())
			return false;
		m_terms.push_back({t, stop, *name.parties, Link::plain, false});
		return true;
	}
	return false;
}

/// The post whose name stands behind "đồn" at this token, if the text has named it before; `stop` is set behind it.
PartySet Frames::of_post_name(std::uint32_t t, std::uint32_t& stop) const {
	for (const auto& m : m_c.parties_in(0, t)) {
		if (m.parties.size() != 1 || kind_of(m.parties[0]) != "border-post") continue;
		const auto& party = m.parties[0];
		const auto name = std::string_view(party).substr(party.rfind('/') + 1);
		for (auto end = t + 2; end <= t + 4 && end < m_a.tokens.size(); ++end) {
			if (m_a.small_words(t + 1, end) != name) continue;
			stop = end;
			return m.parties;
		}
	}
	return {};
}

/// "A cử đoàn sang thăm B": A, where the mention is B; empty where the delegation is its own.
PartySet Frames::sends_delegation(const PartyMention& m) const {
	const auto begin = m_c.sentence(m_c.sentence_of(m.begin)).begin;
	bool travels = false;
	for (auto t = m.begin; t > begin && m.begin - t < 10; --t) {
		travels = travels || m_a.cue_at(t - 1, Cue::travel) != nullptr;
		const auto word = m_a.word(t - 1);
		if (word != "đoàn" && word != "Đoàn") continue;
		bool sent = false;
		for (std::uint32_t back = 2; back <= 4 && t >= begin + back; ++back)
			sent = sent || m_a.word(t - back) == "cử" || m_a.word(t - back) == "phái";
		if (!travels || !sent) return {};
		const auto& before = m_c.parties_in(begin, t - 1);
		for (std::size_t i = before.size(); i-- > 0;) {
			if (!before[i].parties.empty() && before[i].role == Role::free) return before[i].parties;
		}
		return {};
	}
	return {};
}

/// "Đại tá A, Chính ủy BĐBP tỉnh B trao tặng …", "Phó Giám đốc Công an tỉnh B, Đại tá Nguyễn Văn A tặng …", "Đại tá A
/// (thứ ba từ phải), Chính ủy BĐBP tỉnh B, trao …": who holds the post gives for the body. Where the phrase ends; 0
/// where no word of giving follows.
std::uint32_t Frames::acts_in_person(const PartyMention& m) const {
	const auto begin = m_c.sentence(m_c.sentence_of(m.begin)).begin;
	const auto size = m_c.sentence(m_c.sentence_of(m.begin)).end;
	auto t = name_behind_post(m.end, size);
	if (t == m.end && m_c.names_in(begin, m.begin).empty()) return 0;
	// "Thay mặt UBND tỉnh B, đồng chí A, Phó Chủ tịch UBND tỉnh tặng …": the body has been named.
	for (auto u = begin; u + 1 < m.begin; ++u) {
		if (m_a.word(u + 1) != "mặt" || (m_a.word(u) != "thay" && m_a.word(u) != "Thay")) continue;
		// "Thay mặt đoàn công tác, …" names nobody.
		auto mark = u;
		while (mark < m.begin && !m_a.tokens[mark].is(',')) ++mark;
		if (!m_c.parties_in(u, mark + 1).empty()) return 0;
	}
	const auto stop = t;
	// "… A hôm 30/7/2018 đã trực tiếp trao", "… A thay mặt đơn vị biếu".
	// "… A đến thăm hỏi, tặng quà": what is done on the way to giving.
	static constexpr std::array<std::string_view, 32> k_between = {
	    "đã",  "cũng", "vừa",  "trực", "tiếp",  "thay", "mặt",  "đơn",  "vị",   "đoàn", "công",
	    "tác", "hôm",  "ngày", "sáng", "chiều", "đích", "thân", "lần",  "lượt", "còn",  "tận",
	    "đến", "tới",  "thăm", "hỏi",  "sang",  "và",   "động", "viên", "kiểm", "tra"};
	// The mark that closes what was said of the person.
	if (t < size && m_a.tokens[t].is(',')) ++t;
	while (t < size && t < stop + 12 && m_a.cue_at(t, Cue::give) == nullptr &&
	       (one_of(m_a.word(t), k_between) || m_a.tokens[t].kind == text::TokenKind::number || m_a.tokens[t].is('/') ||
	        m_a.tokens[t].is('-') || (m_a.tokens[t].is(',') && goes_there(stop, t))))
		++t;
	return t < size && m_a.cue_at(t, Cue::give) != nullptr ? stop : 0;
}

/// "A phối hợp với cấp ủy, chính quyền xã B trao …": one of those with whom the one before does it.
bool Frames::takes_part(const Term& term) const {
	const auto begin = m_c.sentence(m_c.sentence_of(term.begin)).begin;
	for (auto t = term.begin; t > begin + 2 && term.begin - t < 24; --t) {
		const auto u = t - 1;
		if (m_a.tokens[u].is(';') || m_a.tokens[u].is(':') || m_a.word(u) == "đã") return false;
		const bool joint = m_a.word(u) == "hợp" && m_a.word(u - 1) == "phối";
		// "cấp ủy", "Công ty Hưng Phát": no verbs.
		const bool may_be_verb =
		    !joint && m_a.word(u) != "phối" && !m_a.tokens[u].capital && m_a.cue_at(u, Cue::none) == nullptr;
		if (may_be_verb &&
		    (deed_at(u) || m_a.cue_at(u, Cue::give) != nullptr || m_a.cue_at(u, Cue::receive) != nullptr))
			return false;
		if (!joint) continue;
		const auto next = m_a.word(u + 1);
		if (next != "với" && next != "cùng") return false;
		const auto before = m_c.parties_in(begin, u - 1);
		return std::any_of(before.begin(), before.end(), [&](const PartyMention& m) {
			return !m.parties.empty() && m.role == Role::free &&
			       country_of(m.parties[0]) == country_of(term.parties[0]);
		});
	}
	return false;
}

/// "đến thăm", "sang thăm": does somebody go there in [begin, end)?
bool Frames::goes_there(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		if (m_a.word(t) == "thăm" || m_a.word(t) == "viên") return true;
	}
	return false;
}

/// Where the name ends that stands behind a post, over a comma, a rank and a form of address: "…, ông A", "…, Đại tá
/// A"; the token itself where none does.
std::uint32_t Frames::name_behind_post(std::uint32_t t, std::uint32_t end) const {
	const auto& behind = m_c.names_in(t, std::min(end, t + 8));
	if (behind.empty()) return t;
	auto u = t;
	if (u < end && m_a.tokens[u].is(',')) ++u;
	while (u < behind.front().begin) {
		const auto* title = m_a.at(u, lexicon::EntryClass::rank);
		if (title == nullptr) title = m_a.at(u, lexicon::EntryClass::address);
		if (title == nullptr) return t;
		u = title->end;
	}
	return u == behind.front().begin ? behind.front().end : t;
}

/// "trao cho Phó Huyện trưởng huyện A", "chuyển tới Thứ trưởng Bộ B C", "tận tay Thiếu tá D, Đại đội trưởng Đại đội E":
/// who holds the post receives for the body.
bool Frames::given_in_person(const PartyMention& m, std::uint32_t begin) const {
	auto first = m.begin;
	const auto& names = m_c.names_in(m.begin > begin + 12 ? m.begin - 12 : begin, m.begin);
	if (!names.empty() && m.begin - names.back().end <= 6) first = names.back().begin;
	static constexpr std::array<std::string_view, 8> k_to = {"cho", "tới", "đến", "tay", "tặng", "trợ", "giúp", "đầu"};
	for (std::uint32_t back = 1; back <= 6 && first >= begin + back; ++back) {
		const auto t = first - back;
		if (m_a.tokens[t].kind != text::TokenKind::word) return false;
		if (one_of(m_a.word(t), k_to) && back < 6) {
			for (std::uint32_t more = 0; more <= 10 && t >= begin + more; ++more) {
				if (m_a.cue_at(t - more, Cue::give) != nullptr) return true;
			}
			return false;
		}
	}
	return false;
}

/// "các đồn biên phòng", "các đồn", "các đại đội biên phòng của bạn": the units of the provinces in force, without a
/// name.
void Frames::add_unnamed_units(std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 8> k_unit_words = {"biên", "phòng", "bảo",  "vệ",
	                                                                 "giới", "cửa",   "khẩu", "tuyến"};
	const auto begin_of_block = [&](std::uint32_t token) {
		auto s = m_c.sentence_of(token);
		while (s > 0 && m_c.sentence(s - 1).block == m_c.sentence(s).block) --s;
		return s;
	};
	for (auto t = begin; t + 2 < end; ++t) {
		if (m_a.small(t) != "các") continue;
		const bool post = m_a.word(t + 1) == "đồn";
		const bool company = m_a.word(t + 1) == "đại" && m_a.word(t + 2) == "đội";
		if (!post && !company) continue;
		auto stop = t + (post ? 2 : 3);
		if (stop + 1 < end && (m_a.small(stop) == "biên" || m_a.word(stop) == "bảo")) {
			while (stop < end && stop < t + 7 && one_of(std::string_view(m_a.small(stop)), k_unit_words)) ++stop;
		} else if (company) {
			continue;
		}
		// "các đồn Sơn Hồng, Bản Giàng", "các đại đội 251, 252": those are named.
		if (stop < end &&
		    (m_a.tokens[stop].capital || m_a.tokens[stop].kind == text::TokenKind::number || m_a.tokens[stop].is(':')))
			continue;
		// "cán bộ các đồn biên giới": the troops of the border.
		if (covered(t, stop) || (post && m_a.word(stop - 1) == "giới")) continue;
		PartySet units;
		const auto own = post ? Country::vn : Country::la;
		const auto add = [&](const PartySet& from) {
			for (const auto& p : from) {
				if (country_of(p) == own && place_of(p).size() > 2)
					merge(units, {std::string(place_of(p)) + (post ? "/border-post" : "/border-company")});
			}
		};
		// Of several provinces the one that the sentence or the paragraph speaks of last.
		const auto& near = m_c.parties_in(m_c.sentence(begin_of_block(t)).begin, t);
		for (auto i = near.size(); i-- > 0 && units.empty();) {
			if (near[i].role != Role::location && near[i].role != Role::in_title) add(near[i].parties);
		}
		if (units.empty()) add(pair(t));
		if (units.empty()) add(m_c.main_pair());
		if (units.empty()) continue;
		m_terms.push_back({t, stop, std::move(units), Link::plain, false});
		t = stop - 1;
	}
}

}  // namespace bienban::extraction
