#include "extraction/reception_sides.hpp"

#include <algorithm>

#include "extraction/finders.hpp"
#include "extraction/meeting_words.hpp"
#include "extraction/person_bodies.hpp"

namespace bienban::extraction {

using lexicon::Country;

bool ReceptionSides::come_from(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end && t < begin + 10; ++t) {
		if (m_a.tokens[t].is(',')) return false;
		if (m_a.word(t) == "đến" && m_a.word(t + 1) == "từ") return true;
	}
	return false;
}

bool ReceptionSides::received_by_named(const lexicon::Match& m) const {
	const auto words = m_a.words(m.begin, m.end);
	if (words.find("tiếp") == std::string_view::npos) return false;
	const auto begin = m_c.clause_of(m.begin).first;
	for (auto t = m.begin; t > begin && m.begin - t < 40; --t) {
		if (m_a.word(t - 1) != "được") continue;
		return !m_c.names_in(t, std::min(m.begin, t + 6)).empty();
	}
	return false;
}

bool ReceptionSides::opens_with_welcome(const lexicon::Match& m, std::uint32_t s) const {
	const auto& sentence = m_c.sentence(s);
	if (m.begin != sentence.begin || (m_a.word(m.begin) != "Đón" && m_a.word(m.begin) != "Tiếp")) return false;
	for (auto t = m.end; t + 1 < sentence.end; ++t) {
		if ((m_a.word(t) == "là" || m_a.word(t) == "có") && !m_c.names_in(t, std::min(sentence.end, t + 6)).empty())
			return true;
	}
	return false;
}

PartySet ReceptionSides::reception_parties(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
	auto out = bodies_of_reception(m, begin, end);
	if (Context::both_sides(out) || !received_by_name(m, begin, end)) return out;
	const auto& pair = m_c.pair_at(m.begin);
	return Context::both_sides(pair) ? pair : out;
}

bool ReceptionSides::received_by_name(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
	const auto hosts = m_c.names_in(begin, m.begin);
	const auto guests = m_c.names_in(m.end, std::min(end, m.end + 12));
	if (hosts.empty() || guests.empty()) return false;
	const auto& host = m_c.people().people[hosts.back().person].country;
	const auto& guest = m_c.people().people[guests.front().person].country;
	return host && guest && *host != *guest;
}

PartySet ReceptionSides::bodies_of_reception(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
	if (auto states = heads_of_state(begin, m.begin, end); !states.empty()) return states;
	if (auto parties = received_by_state(m, begin, end); !parties.empty()) return parties;
	PartySet host;
	for (const auto& p : players_in(m_c, begin, m.begin, Titles::take)) merge(host, p.parties);
	drop_states(host);
	PartySet guest;
	PartySet host_behind;
	for (const auto& p : players_in(m_c, m.end, end, Titles::take)) {
		const bool same = !host.empty() && country_of(p.parties.front()) == country_of(host.front());
		if (!same && !p.title && guest.empty() && stands_as_guest(m, p)) guest = p.parties;
		if (host.empty() && (p.title || guest.empty())) merge(host_behind, p.parties);
	}
	if (host.empty()) {
		// "Tiếp đoàn tại trụ sở X có Đại tá Y": the host stands behind, by the venue or else by the post.
		for (const auto& p : m_c.parties_in(m.end, std::min(end, m.end + 6))) {
			if (p.role == Role::location && p.naming != Naming::place) host_behind = p.parties;
		}
		if (!guest.empty())
			std::erase_if(host_behind, [&](const auto& p) { return country_of(p) == country_of(guest.front()); });
		host = std::move(host_behind);
		if (host.size() > 1) host.resize(1);
	}
	if (host.empty()) return guest;
	const auto side = country_of(host.front());
	host = Context::side(host, side);
	std::erase_if(guest, [&](const auto& p) { return country_of(p) == side; });
	if (guest.empty()) {
		// "tiếp ông X, Giám đốc Sở Y tế tỉnh B": the guest speaks through a post too.
		for (const auto& p : players_in(m_c, m.end, end, Titles::take)) {
			if (p.title && guest.empty() && country_of(p.parties.front()) != side && named_at_once(m, end))
				guest = p.parties;
		}
	}
	if (guest.empty()) guest = last_guests(side, m.begin);
	auto out = std::move(host);
	merge(out, guest);
	return out;
}

PartySet ReceptionSides::heads_of_state(std::uint32_t begin, std::uint32_t cue, std::uint32_t end) const {
	PartySet out;
	const auto add = [&](std::uint32_t from, std::uint32_t to) {
		for (const auto& name : m_c.names_in(from, to)) {
			if (const auto state = host_spoken_for(m_c.people().people[name.person]); state) {
				merge(out, {*state});
				return;
			}
		}
	};
	add(begin, cue);
	if (out.empty()) return {};
	add(cue, end);
	return Context::both_sides(out) ? out : PartySet{};
}

PartySet ReceptionSides::received_by_state(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
	PartySet out;
	for (const auto& name : m_c.names_in(begin, m.begin)) {
		if (m.begin - name.end > 6) continue;
		if (const auto state = host_spoken_for(m_c.people().people[name.person]); state) out = {*state};
	}
	if (out.empty()) return {};
	const auto side = country_of(out.front());
	PartySet guest;
	for (const auto& p : players_in(m_c, m.end, end, Titles::take)) {
		if (guest.empty() && country_of(p.parties.front()) != side) guest = p.parties;
	}
	drop_states(guest);
	if (guest.empty() || kind_of(guest.front()) == "state") guest = last_guests(side, m.begin);
	merge(out, guest);
	return Context::both_sides(out) ? out : PartySet{};
}

bool ReceptionSides::named_at_once(const lexicon::Match& m, std::uint32_t end) const {
	if (!m_c.names_in(m.end, std::min(end, m.end + 6)).empty()) return true;
	const auto names = m_c.names_in(m.end, std::min(end, m.end + 14));
	if (names.empty()) return false;
	const auto posts = m_c.parties_in(m.end, names.front().begin);
	for (auto t = m.end; t < names.front().begin; ++t) {
		if (m_a.tokens[t].is(',')) return false;
	}
	return std::ranges::any_of(posts, [](const auto& p) { return p.role == Role::in_title; });
}

bool ReceptionSides::stands_as_guest(const lexicon::Match& m, const Player& p) const {
	if (p.begin > m.end + 12) return false;
	for (auto t = m.end; t < p.begin; ++t) {
		if (m_a.tokens[t].is(',') || m_a.word(t) == "tại" || m_a.word(t) == "ở") return false;
	}
	return true;
}

PartySet ReceptionSides::last_guests(Country host, std::uint32_t token) const {
	for (auto i = m_out.size(); i-- > 0;) {
		const auto* visit = std::get_if<model::Visit>(&m_out[i].value);
		if (m_out[i].evidence.begin.value > m_a.tokens[token].begin) continue;
		if (visit != nullptr && visit->from && country_of(*visit->from) != host) return {*visit->from};
	}
	return Context::side(m_c.main_pair(), host == Country::vn ? Country::la : Country::vn);
}

}  // namespace bienban::extraction
