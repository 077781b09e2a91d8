// Of which side a body is that the text names without its place.

#include <algorithm>
#include <array>
#include <string>

#include "base/one_of.hpp"
#include "extraction/party_completion.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

bool PartyCompletion::among_friends(const PartyMention& mention) const {
	const auto s = m_a.sentence_of[mention.begin];
	return m_a.find_cue(m_a.sentences[s].begin, mention.begin, Cue::friends) != nullptr;
}

Country PartyCompletion::side_of(const PartyMention& mention) const {
	// "Hội LHPN tỉnh bạn", "Chính phủ bạn", "Bộ Quốc phòng nước bạn".
	static constexpr std::array<std::string_view, 5> k_theirs = {"tỉnh", "huyện", "phủ", "phòng", "hội"};
	if (mention.end + 1 < m_a.tokens.size() && m_a.word(mention.end) == "nước" && m_a.word(mention.end + 1) == "bạn")
		return Country::la;
	if (mention.end < m_a.tokens.size() && m_a.word(mention.end) == "bạn" &&
	    base::one_of<k_theirs>(m_a.word(mention.end - 1)))
		return Country::la;
	// "ông X, Bí thư Tỉnh ủy, Tỉnh trưởng": only Laos has such a post.
	for (auto t = mention.end; t + 1 < m_a.tokens.size() && t < mention.end + 3; ++t) {
		if ((m_a.word(t) == "Tỉnh" || m_a.word(t) == "Đô") && m_a.word(t + 1) == "trưởng") return Country::la;
	}
	for (const auto& sentence : m_a.sentences) {
		if (mention.begin < sentence.begin || mention.begin >= sentence.end) continue;
		for (auto t = mention.begin; t > sentence.begin && mention.begin - t < 12; --t) {
			// "nhận lời mời của Bộ trưởng Bộ An ninh Lào X, đoàn đại biểu Bộ Công an …": another's country.
			if (t > sentence.begin + 1 && m_a.tokens[t - 2].is(',') &&
			    (m_a.word(t - 1) == "đoàn" || m_a.word(t - 1) == "Đoàn"))
				break;
			if (m_a.cue_at(t - 1, Cue::friends) != nullptr) return Country::la;
			// "Hội Hữu nghị Việt Nam - Lào", "tình hữu nghị Việt - Lào": of both.
			if (t >= 4 && says_laos(m_a, t - 1) && m_a.tokens[t - 2].is('-') &&
			    (m_a.word(t - 3) == "Nam" || m_a.word(t - 3) == "Việt")) {
				t -= m_a.word(t - 3) == "Nam" ? 3 : 2;
				continue;
			}
			// "Nhân chuyến thăm và làm việc tại Lào, Bộ trưởng Bộ Nội vụ …": where it was, before the comma.
			if (t > sentence.begin + 1 && m_a.tokens[t].is(',') && says_laos(m_a, t - 1) &&
			    (m_a.word(t - 2) == "tại" || m_a.word(t - 2) == "ở" || m_a.word(t - 2) == "thăm"))
				break;
			if (m_a.word(t - 1) == "bạn" || says_laos(m_a, t - 1)) return Country::la;
			if (m_a.word(t - 1) == "Nam" && t >= 2 && m_a.word(t - 2) == "Việt") return Country::vn;
		}
	}
	return Country::none;
}

bool PartyCompletion::takes_in_students(const PartyMention& mention) const {
	const auto stop = m_a.sentences[m_a.sentence_of[mention.begin]].end;
	bool takes = false;
	for (auto t = mention.end; t + 1 < stop; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if (t < mention.end + 12)
			takes = takes || (word == "tiếp" && next == "nhận") || (word == "đào" && next == "tạo") ||
			        (word == "giảng" && next == "dạy");
		if (!takes || says_laos(m_a, t)) {
			if (takes) return true;
			continue;
		}
		for (const auto& p : m_out.places) {
			if (p.begin == t && lex().place(p.place).country == Country::la) return true;
		}
	}
	return false;
}

Country PartyCompletion::side_where_given(const PartyMention& mention) const {
	const auto& sentence = m_a.sentences[m_a.sentence_of[mention.begin]];
	std::uint32_t scene = 0;
	for (const auto& p : m_out.places) {
		if (p.begin < sentence.begin || p.end > mention.begin) continue;
		if (lex().place(p.place).country != Country::la || lex().place(p.place).code.size() == 2) return Country::none;
		for (std::uint32_t back = 1; back <= 3 && p.begin >= sentence.begin + back; ++back) {
			const auto word = m_a.small(p.begin - back);
			if (word == "tại" || word == "ở") scene = p.end;
		}
	}
	if (scene == 0) return Country::none;
	const bool reached = m_a.find_cue(scene, mention.begin, Cue::give) != nullptr ||
	                     m_a.find_cue(scene, mention.begin, Cue::travel) != nullptr;
	return reached ? Country::la : Country::none;
}

bool PartyCompletion::is_goal(std::uint32_t place, std::uint32_t begin) const {
	for (auto t = place; t > begin && place - t < 3; --t) {
		const auto w = m_a.word(t - 1);
		if (w == "Đến" || w == "đến" || w == "Tới" || w == "tới" || w == "Sang" || w == "Tại" || w == "Ở") return true;
	}
	return false;
}

Country PartyCompletion::side_across(const PartyMention& mention) const {
	bool crossed = false;
	bool visited = false;
	for (std::uint32_t back = 1; back <= 3 && back <= mention.begin; ++back) {
		const auto word = m_a.word(mention.begin - back);
		crossed = crossed || word == "sang";
		visited = visited || word == "thăm" || word == "sang";
	}
	if (!visited) return Country::none;
	auto mover = Country::none;
	for (const auto& sentence : m_a.sentences) {
		if (mention.begin < sentence.begin || mention.begin >= sentence.end) continue;
		for (const auto& p : m_out.places) {
			if (p.begin >= mention.begin && p.begin < sentence.end && p.begin < mention.end + 8) return Country::none;
			if (p.begin < sentence.begin || p.end > mention.begin) continue;
			// "Đến huyện A hôm 10/4, đoàn thăm bản B": where they are, not who they are.
			if (is_goal(p.begin, sentence.begin)) return Country::none;
			mover = lex().place(p.place).country;
		}
	}
	if (mover == Country::la) return Country::vn;
	return crossed && mover == Country::vn ? Country::la : Country::none;
}

Country PartyCompletion::side_joined(const PartyMention& mention, std::string_view kind) const {
	if (kind != "company" && kind != "school" && kind != "agency") return Country::none;
	const auto joins = [&](std::uint32_t t) {
		const auto w = m_a.word(t);
		return w == "và" || w == "với";
	};
	for (const auto& m : m_out.mentions) {
		if (m.parties.empty() || m.parties[0].empty() || m.parties[0].find('-') == std::string::npos) continue;
		const bool behind = mention.end < m_a.tokens.size() && m.begin == mention.end + 1 && joins(mention.end);
		const bool before = mention.begin > 0 && m.end + 1 == mention.begin && joins(mention.begin - 1);
		// Joined to a Vietnamese body it may be either: "Hải quan và Trường A".
		if ((behind || before) && country_of(m.parties[0]) == Country::la) return Country::vn;
	}
	return Country::none;
}

bool PartyCompletion::crosses_between(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		if (m_a.word(t) == "sang") return true;
	}
	return false;
}

Country PartyCompletion::side_around(const PartyMention& mention) const {
	for (std::size_t s = 0; s < m_a.sentences.size(); ++s) {
		const auto& sentence = m_a.sentences[s];
		if (mention.begin < sentence.begin || mention.begin >= sentence.end) continue;
		const auto from =
		    s > 0 && m_a.sentences[s - 1].block == sentence.block ? m_a.sentences[s - 1].begin : sentence.begin;
		std::optional<Country> before;
		std::optional<Country> behind;
		for (const auto& p : m_out.places) {
			if (p.begin >= from && p.end <= mention.begin) before = lex().place(p.place).country;
			if (!behind && p.begin >= mention.end && p.begin < sentence.end && p.begin < mention.end + 8 &&
			    !crosses_between(mention.end, p.begin))
				behind = lex().place(p.place).country;
		}
		if (behind) return *behind;
		if (before) return *before;
	}
	return Country::none;
}

Country PartyCompletion::side_twinned(const PartyMention& mention) const {
	// So only Viet Nam calls its villages.
	static constexpr std::array<std::string_view, 5> k_own = {"thôn", "khóm", "xóm", "ấp", "khu"};
	const auto own = [&](std::uint32_t t) { return base::one_of<k_own>(m_a.small(t)); };
	if (own(mention.begin)) return Country::vn;
	const auto twinned = [&](std::uint32_t begin, std::uint32_t end) {
		return begin < end && end - begin < 8 && m_a.find_cue(begin, end, Cue::twinning) != nullptr &&
		       m_a.find(begin, end, lexicon::EntryClass::body) == nullptr;
	};
	for (const auto& m : m_out.mentions) {
		if (m_a.sentence_of[m.begin] != m_a.sentence_of[mention.begin] || !own(m.begin)) continue;
		if (twinned(m.end, mention.begin) || twinned(mention.end, m.begin)) return Country::la;
	}
	return Country::none;
}

Country PartyCompletion::side_of_scene(const PartyMention& mention, std::string_view kind) const {
	if (kind != "village" && kind != "commune" && kind != "district" && kind != "school") return Country::none;
	auto side = Country::none;
	for (const auto& m : m_out.mentions) {
		if (m.begin >= mention.begin) break;
		if (m.parties.empty() || m.parties[0].empty() || m.role == Role::in_title) continue;
		const auto known = kind_of(m.parties[0]);
		// "xã A gửi biếu bản B": a commune says nothing of a village beside it.
		const bool tells = known == "village" || known == "district" || (known == "commune" && kind != "village");
		if (tells) side = country_of(m.parties[0]);
	}
	return side;
}

}  // namespace bienban::extraction
