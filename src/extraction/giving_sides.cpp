// Who is meant where a gift's giver or receiver is not the nearest name: 'bạn', another who hands it over, students.

#include <algorithm>
#include <string>
#include <utility>

#include "extraction/giving.hpp"
#include "extraction/party_completion.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

/// "Công ty A nhờ Đồn B trao cho C", "Bộ A ủy quyền cho tỉnh B tặng C", "A, thông qua B, đã tặng C": the one who lets
/// another hand it over.
PartySet Givings::who_asks(std::uint32_t verb, const PartySet& asked) {
	if (asked.empty()) return {};
	const Term* before = nullptr;
	for (const auto& t : m_frames.terms(m_c.sentence_of(verb))) {
		if (t.end > verb) break;
		if (before != nullptr && t.parties == asked && country_of(before->parties.front()) == side_of(asked)) {
			for (auto u = std::max(before->end, t.begin > 3 ? t.begin - 3 : 0); u < t.begin; ++u) {
				const auto word = m_a.word(u);
				const auto next = m_a.word(u + 1);
				if (word == "nhờ" || (word == "ủy" && next == "quyền") || (word == "uỷ" && next == "quyền") ||
				    (word == "thông" && next == "qua") ||
				    (word == "giao" && u + 1 == t.begin && m_a.word(u - 1) != "bàn"))
					return before->parties;
			}
		}
		before = &t;
	}
	return {};
}

/// "… cho bạn", "tặng đơn vị bạn", "tặng tỉnh bạn": the Lao body, village or district that the text has just told of,
/// or the giver's like, where the short word led to the province or to a wider pair.
void Givings::mean_friends(Giving& giving, const Verb& verb) {
	if (giving.receiver.empty() || giving.giver.empty() || side_of(giving.giver) != Country::vn) return;
	const auto s = m_c.sentence_of(verb.begin);
	const Term* word = nullptr;
	for (const auto& t : m_frames.terms(s)) {
		if (t.parties != giving.receiver) continue;
		const auto* friends = m_a.find_cue(t.begin, t.end, Cue::friends);
		if (friends != nullptr && m_c.parties_in(t.begin, t.end).empty()) word = &t;
		break;
	}
	if (word == nullptr) return;
	const auto first = text::lower(m_a.word(word->begin));
	const auto kind = kind_of(giving.receiver.front());
	const auto giver = kind_of(giving.giver.front());
	// "Công an tỉnh A … cho bạn" in a text that also names the two ministries: the police of the Lao province told of.
	if (place_of(giving.receiver.front()).size() == 2 && place_of(giving.giver.front()).size() > 2 &&
	    (giver == "police" || giver == "military-command")) {
		const auto before = m_c.parties_in(0, word->begin);
		for (auto i = before.size(); i-- > 0;) {
			if (before[i].parties.empty() || country_of(before[i].parties[0]) != Country::la) continue;
			const auto place = place_of(before[i].parties[0]);
			if (place.size() == 2) continue;
			auto like = std::string(place);
			like.append("/").append(giver);
			giving.receiver = {std::move(like)};
			return;
		}
		return;
	}
	if (first == "tỉnh") {
		// "VKSND tỉnh A trao tặng tỉnh bạn 5 máy tính".
		if (kind != "province" || !is_provincial(giver)) return;
		auto like = m_frames.counterpart(giving.giver, verb.begin);
		if (!like.empty() && kind_of(like.front()) == giver) giving.receiver = std::move(like);
		return;
	}
	const bool local = giver == "district" || giver == "commune" || giver == "village" || giver == "border-post" ||
	                   giver == "district-military" || giver == "border-checkpoint" || giver == "school";
	if (first != "đơn" && first != "huyện" && first != "bản" && !(local && kind == "province")) return;
	const auto wanted = [&](std::string_view k) {
		if (first == "huyện") return k == "district";
		if (first == "bản") return k == "village";
		if (first == "đơn")
			return k != "district" && k != "village" && k != "province" && k != "commune" && k != "state";
		return k != "province" && k != "state";
	};
	if (wanted(kind) && giving.receiver.size() == 1) return;
	auto from = s;
	while (from > 0 && s - from < 2 && m_c.sentence(from - 1).block + 1 >= m_c.sentence(s).block &&
	       !m_c.is_headline(from - 1))
		--from;
	const auto before = m_c.parties_in(m_c.sentence(from).begin, word->begin);
	for (auto i = before.size(); i-- > 0;) {
		const auto& m = before[i];
		if (m.parties.empty() || (m.role == Role::qualifier && kind_of(m.parties[0]) != "district") ||
		    m.role == Role::in_title || country_of(m.parties[0]) != Country::la || place_of(m.parties[0]).size() == 2 ||
		    !wanted(kind_of(m.parties[0])))
			continue;
		giving.receiver = m.parties;
		return;
	}
}

/// "lưu học sinh Lào", "sinh viên Lào".
bool Givings::gives_students(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin + 1; t < end && t < begin + 20; ++t) {
		if (!says_laos(m_a, t)) continue;
		const auto before = m_a.word(t - 1);
		if (before == "sinh" || before == "viên") return true;
	}
	return false;
}

}  // namespace bienban::extraction
