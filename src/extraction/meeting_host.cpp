#include "extraction/meeting_host.hpp"

#include <algorithm>

#include "extraction/finders.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;
using model::MeetingKind;

std::optional<std::string> MeetingHost::place_of_host(const MeetingMention& c, const PartySet& parties) const {
	if (c.host && place_of(*c.host).size() > 2) return std::string(place_of(*c.host));
	if (c.kind == MeetingKind::reception) {
		for (const auto& p : parties) {
			if (!is_guest(c, p)) return place_of(p).size() > 2 ? std::optional(std::string(place_of(p))) : std::nullopt;
		}
	}
	for (const auto& r : m_out) {
		const auto* visit = std::get_if<model::Visit>(&r.value);
		if (visit == nullptr || !visit->to || place_of(*visit->to).size() == 2) continue;
		for (const auto& p : parties) {
			if (place_of(p) == place_of(*visit->to)) return std::string(place_of(p));
		}
	}
	if (m_c.event_place()) return std::nullopt;
	// No travel is told: a Vietnamese text speaks of its own province.
	for (const auto& p : parties) {
		if (country_of(p) == Country::vn && place_of(p).size() > 2) return std::string(place_of(p));
	}
	return std::nullopt;
}

std::optional<std::string> MeetingHost::place_of_told_host(const MeetingMention& c, const PartySet& parties) const {
	const auto last = static_cast<std::uint32_t>(m_a.sentences.size());
	const auto block = m_c.sentence(c.sentence).block;
	for (auto s = c.sentence > 0 ? c.sentence - 1 : 0; s < last && s <= c.sentence + 1; ++s) {
		if (m_c.sentence(s).block != block) continue;
		const auto side = side_at_home(m_c.sentence(s));
		if (side == Country::none) continue;
		std::optional<std::string> place;
		for (const auto& p : parties) {
			if (country_of(p) != side || place_of(p).size() == 2) continue;
			if (place && *place != place_of(p)) return home_named(m_c.sentence(s));
			place = std::string(place_of(p));
		}
		return place;
	}
	return std::nullopt;
}

std::optional<std::string> MeetingHost::home_named(const text::Sentence& sentence) const {
	for (const auto& p : m_c.parties_in(sentence.begin, sentence.end)) {
		if (!p.parties.empty() && place_of(p.parties.front()).size() > 2)
			return std::string(place_of(p.parties.front()));
	}
	return std::nullopt;
}

Country MeetingHost::side_at_home(const text::Sentence& sentence) const {
	for (auto t = sentence.begin; t + 1 < sentence.end; ++t) {
		const auto w = m_a.word(t);
		const auto next = m_a.word(t + 1);
		const bool home = (w == "đăng" && next == "cai") || ((w == "chủ" || w == "Chủ") && next == "nhà");
		// "trong trụ sở của bạn", "tại doanh trại bạn".
		const auto third = t + 2 < sentence.end ? m_a.word(t + 2) : text::Word{};
		if ((w == "sở" || w == "trại") && (next == "bạn" || (next == "của" && third == "bạn"))) return Country::la;
		if (!home) continue;
		const auto from = t > sentence.begin + 6 ? t - 6 : sentence.begin;
		const auto stop = std::min(sentence.end, t + 8);
		for (auto u = from; u < stop; ++u) {
			if (m_a.cue_at(u, Cue::friends) != nullptr || m_a.word(u) == "Lào") return Country::la;
			if (u > from && m_a.word(u) == "Nam" && m_a.word(u - 1) == "Việt") return Country::vn;
		}
		for (const auto& p : m_c.parties_in(t, stop)) {
			if (!p.parties.empty()) return country_of(p.parties.front());
		}
		for (const auto& p : m_c.parties_in(from, t)) {
			if (!p.parties.empty()) return country_of(p.parties.front());
		}
	}
	return Country::none;
}

std::optional<std::string> MeetingHost::place_of_visit(const model::Meeting& meeting) const {
	const auto takes_part = [&](const model::Party& p) {
		return std::any_of(meeting.parties.begin(), meeting.parties.end(),
		                   [&](const auto& q) { return place_of(q) == place_of(p); });
	};
	for (const auto& r : m_out) {
		const auto* visit = std::get_if<model::Visit>(&r.value);
		if (visit == nullptr || !visit->to || !visit->from || place_of(*visit->to).size() == 2) continue;
		if (!takes_part(*visit->to) || !takes_part(*visit->from)) continue;
		if (meeting.date && visit->date) {
			const auto& day = *meeting.date;
			const auto slash = visit->date->find('/');
			const auto first = visit->date->substr(0, slash);
			const auto last = slash == std::string::npos ? first : visit->date->substr(slash + 1);
			if (day < first || last < day.substr(0, last.size())) continue;
		}
		return std::string(place_of(*visit->to));
	}
	return std::nullopt;
}

bool MeetingHost::is_guest(const MeetingMention& c, const model::Party& party) const {
	// An envoy calls on others.
	if (!c.host && party.starts_with("LA/") && is_mission(party)) return true;
	// "Sở A tỉnh B thăm và làm việc với Trường C" in the headline.
	for (std::uint32_t s = 0; s < m_a.sentences.size() && m_c.is_headline(s); ++s) {
		const auto& sentence = m_c.sentence(s);
		const auto* travel = m_a.find_cue(sentence.begin, sentence.end, lexicon::Cue::travel);
		if (travel == nullptr) continue;
		const auto before = m_c.parties_in(sentence.begin, travel->begin);
		const auto behind = m_c.parties_in(travel->end, sentence.end);
		if (before.empty() || behind.empty() || before.front().parties.empty() || behind.front().parties.empty())
			continue;
		if (country_of(before.front().parties.front()) == country_of(behind.front().parties.front())) continue;
		if (country_of(before.front().parties.front()) == country_of(party)) return true;
	}
	const auto [begin, end] = m_c.clause_of(c.cue);
	for (const auto& p : m_c.parties_in(begin, end)) {
		if (!p.delegation || p.parties.empty()) continue;
		if (country_of(p.parties.front()) == country_of(party)) return true;
	}
	return false;
}

}  // namespace bienban::extraction
