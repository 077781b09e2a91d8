#include "extraction/one_side.hpp"

#include <algorithm>

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using model::MeetingKind;

bool chaired_by_lao(const Context& c, const MeetingMention& best) {
	for (const auto& name : best.chairs) {
		for (const auto& p : c.people().people) {
			if (p.name == name && p.country && *p.country == "LA") return true;
		}
	}
	return false;
}

/// "Dự hội nghị có bà X, Chủ tịch Hội LHPN tỉnh B (Lào)", "tham dự có lãnh đạo các tỉnh Hủa Phăn …": told with the
/// meeting or right behind it.
bool attended_by_lao(const Context& c, const MeetingMention& best) {
	const auto& a = c.a();
	const auto last = std::min<std::size_t>(best.sentence + 3, a.sentences.size());
	for (std::size_t s = best.sentence; s < last; ++s) {
		const auto& sentence = c.sentence(static_cast<std::uint32_t>(s));
		auto present = sentence.end;
		for (auto t = sentence.begin; t < sentence.end && present == sentence.end; ++t) {
			if (a.word(t) == "dự" || a.word(t) == "Dự") present = t;
		}
		for (const auto& name : c.names_in(present, sentence.end)) {
			const auto& country = c.people().people[name.person].country;
			if (country && *country == "LA") return true;
		}
		for (const auto& p : c.parties_in(present, sentence.end)) {
			if (p.leaders && !Context::side(p.parties, Country::la).empty()) return true;
		}
	}
	return false;
}

/// "tỉnh A tổ chức hội nghị tổng kết công tác hợp tác với tỉnh B (Lào)", "… giữa A và B được tỉnh tổ chức", "ông X
/// chủ trì hội nghị … hợp tác với 9 tỉnh".
bool held_by_own_side(const Context& c, const MeetingMention& best, std::uint32_t begin, std::uint32_t end) {
	const auto& a = c.a();
	bool about_cooperation = false;
	for (auto t = best.cue_end; t + 2 < end; ++t) {
		if (a.word(t) == "hợp" && a.word(t + 1) == "tác" && (a.word(t + 2) == "với" || a.word(t + 2) == "giữa"))
			about_cooperation = true;
	}
	if (!about_cooperation) return false;
	const auto players = players_in(c, begin, best.cue);
	const bool lao_subject = std::any_of(players.begin(), players.end(),
	                                     [](const auto& p) { return !Context::side(p.parties, Country::la).empty(); });
	if (lao_subject) return false;
	if (!players.empty() || c.has_cue(begin, best.cue, Cue::chair)) return true;
	for (auto t = best.cue_end; t + 1 < end; ++t) {
		if (a.word(t) != "được" && a.word(t) != "do") continue;
		const auto next = a.word(t + 1);
		if (next == "tỉnh" || next == "UBND" || next == "Tỉnh" || next == "thành" || next == "Sở") return true;
	}
	return false;
}

}  // namespace

bool is_of_one_side(const Context& c, const MeetingMention& best) {
	const auto& a = c.a();
	if (best.kind != MeetingKind::conference && best.kind != MeetingKind::ceremony) return false;
	const bool lao_people = std::any_of(c.people().people.begin(), c.people().people.end(),
	                                    [](const auto& p) { return p.country && *p.country == "LA"; });
	const auto [begin, end] = c.clause_of(best.cue);
	if (best.kind == MeetingKind::conference && held_by_own_side(c, best, begin, end) && !chaired_by_lao(c, best) &&
	    !attended_by_lao(c, best))
		return true;
	if (lao_people || Context::both_sides(best.parties)) return false;
	return std::none_of(a.matches.begin(), a.matches.end(),
	                    [](const auto& m) { return m.cue() == Cue::both || m.cue() == Cue::all_sides; });
}

PartySet side_that_met(const Context& c, const MeetingMention& best, const PartySet& parties) {
	const auto& a = c.a();
	const auto [begin, end] = c.clause_of(best.cue);
	PartySet own;
	for (const auto& p : players_in(c, begin, best.cue)) merge(own, Context::side(p.parties, Country::vn));
	const auto national = [](const auto& p) { return place_of(p).size() == 2 && kind_of(p) != "military-region"; };
	std::erase_if(own, national);
	const auto& sentence = c.sentence(best.sentence);
	if (own.empty()) own = Context::side(c.spoken_for(sentence.begin, best.cue), Country::vn);
	std::erase_if(own, national);
	if (own.empty()) own = Context::side(parties, Country::vn);
	std::erase_if(own, national);
	if (own.empty()) own = Context::side(c.spoken_for(sentence.begin, sentence.end), Country::vn);
	std::erase_if(own, national);
	if (own.empty() && c.parties().home) own = {a.lexicon.place(*c.parties().home).code + "/province"};
	return own;
}

}  // namespace bienban::extraction
