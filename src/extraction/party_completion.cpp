#include "extraction/party_completion.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

model::Party make_party(const lexicon::Place& place, std::string_view kind, std::string_view name) {
	std::string p;
	p.reserve(place.code.size() + kind.size() + name.size() + 2);
	p += place.code;
	p += '/';
	p += kind;
	if (!name.empty()) {
		p += '/';
		p += text::lower(name);
	}
	return p;
}

model::Party PartyCompletion::make(std::uint16_t place, std::string_view kind, std::string_view name) const {
	return make_party(lex().place(place), kind, name);
}

void PartyCompletion::complete(const std::vector<PendingParty>& pending, const std::vector<std::size_t>& central) {
	for (const auto& p : pending) {
		auto& mention = m_out.mentions[p.mention];
		if (std::find(central.begin(), central.end(), p.mention) != central.end()) {
			mention.parties = {
			    make(side_of(mention) == Country::la ? *lex().place_of("LA") : *lex().place_of("VN"), p.kind, p.name)};
			continue;
		}
		if (p.both) {
			mention.parties.clear();
			if (m_out.home) mention.parties.push_back(make(*m_out.home, p.kind, p.name));
			if (m_out.abroad) mention.parties.push_back(make(*m_out.abroad, p.kind, p.name));
			continue;
		}
		if (p.each) {
			one_for_each(mention, p);
			continue;
		}
		if (auto known = known_by_name(p)) {
			if (p.slot < mention.parties.size()) mention.parties[p.slot] = std::move(*known);
			continue;
		}
		if (const auto* group = earlier_group(mention, p)) {
			mention.parties = *group;
			continue;
		}
		if (p.kind == "border-guard" && p.name.empty() && central_guard(mention)) continue;
		auto side = p.country;
		if (side == Country::none) side = side_of(mention);
		if (side == Country::none && !p.name.empty()) side = side_across(mention);
		if (side == Country::none && !p.name.empty()) side = side_around(mention);
		if (side == Country::none && !p.name.empty()) side = side_of_scene(mention, p.kind);
		if (side == Country::none) side = Country::vn;
		const auto nearest = nearest_place(mention, side);
		const auto place = nearest               ? *nearest
		                   : side == Country::la ? m_out.abroad.value_or(*lex().place_of("LA"))
		                                         : m_out.home.value_or(*lex().place_of("VN"));
		auto filled = make(place, p.kind, p.name);
		if (p.slot < mention.parties.size()) mention.parties[p.slot] = std::move(filled);
	}
	std::erase_if(m_out.mentions, [](const PartyMention& m) { return m.parties.empty(); });
	for (auto& m : m_out.mentions) std::erase_if(m.parties, [](const model::Party& p) { return p.empty(); });
}

std::optional<model::Party> PartyCompletion::known_by_name(const PendingParty& p) const {
	if (p.name.empty()) return std::nullopt;
	const auto tail = "/" + p.kind + "/" + text::lower(p.name);
	for (const auto& m : m_out.mentions) {
		for (const auto& known : m.parties) {
			if (known.size() > tail.size() && known.ends_with(tail)) return known;
		}
	}
	return std::nullopt;
}

const std::vector<model::Party>* PartyCompletion::earlier_group(const PartyMention& mention,
                                                                const PendingParty& p) const {
	if (mention.end >= m_a.tokens.size() || m_a.word(mention.end) != "bạn") return nullptr;
	const std::vector<model::Party>* found = nullptr;
	for (const auto& m : m_out.mentions) {
		if (m.begin >= mention.begin) break;
		if (m.parties.empty() || m.parties[0].empty() || kind_of(m.parties[0]) != p.kind ||
		    country_of(m.parties[0]) != Country::la)
			continue;
		if (found == nullptr || m.parties.size() >= found->size()) found = &m.parties;
	}
	return found;
}

void PartyCompletion::one_for_each(PartyMention& mention, const PendingParty& p) const {
	std::vector<std::uint16_t> places;
	const auto add = [&](std::uint16_t place) {
		const auto& known = lex().place(place);
		if (known.country == Country::la && known.code.size() > 2 &&
		    std::find(places.begin(), places.end(), place) == places.end())
			places.push_back(place);
	};
	for (const auto& place : m_out.places) {
		if (place.begin < mention.begin && place.named) add(place.place);
	}
	if (places.empty() && m_out.abroad) add(*m_out.abroad);
	mention.parties.clear();
	for (const auto place : places) mention.parties.push_back(make(place, p.kind, p.name));
}

bool PartyCompletion::central_guard(PartyMention& mention) {
	const auto next = mention.end < m_a.tokens.size() ? m_a.word(mention.end) : std::string_view{};
	const auto after = mention.end + 1 < m_a.tokens.size() ? m_a.word(mention.end + 1) : std::string_view{};
	if ((next == "hai" || next == "2") && after == "nước") {
		mention.parties = {"VN/border-guard", "LA/border-guard"};
		return true;
	}
	if (m_a.word(mention.end - 1) == "tỉnh") return false;
	const std::string country = side_of(mention) == Country::la ? "LA" : "VN";
	bool central = false;
	for (const auto& m : m_out.mentions) {
		for (const auto& known : m.parties) {
			if (known == country + "/border-guard") central = true;
			if (known.starts_with(country + "-") && kind_of(known) == "border-guard") return false;
		}
	}
	if (central) mention.parties = {country + "/border-guard"};
	return central;
}

Country PartyCompletion::side_of(const PartyMention& mention) const {
	for (const auto& sentence : m_a.sentences) {
		if (mention.begin < sentence.begin || mention.begin >= sentence.end) continue;
		for (auto t = mention.begin; t > sentence.begin && mention.begin - t < 12; --t) {
			if (m_a.cue_at(t - 1, Cue::friends) != nullptr) return Country::la;
			if (m_a.word(t - 1) == "bạn" || m_a.word(t - 1) == "Lào") return Country::la;
			if (m_a.word(t - 1) == "Nam" && t >= 2 && m_a.word(t - 2) == "Việt") return Country::vn;
		}
	}
	return Country::none;
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
			if (p.begin >= sentence.begin && p.end <= mention.begin) mover = lex().place(p.place).country;
		}
	}
	if (mover == Country::la) return Country::vn;
	return crossed && mover == Country::vn ? Country::la : Country::none;
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
			if (!behind && p.begin >= mention.end && p.begin < sentence.end && p.begin < mention.end + 8)
				behind = lex().place(p.place).country;
		}
		if (behind) return *behind;
		if (before) return *before;
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
		if (known == "village" || known == "commune" || known == "district") side = country_of(m.parties[0]);
	}
	return side;
}

std::optional<std::uint16_t> PartyCompletion::nearest_place(const PartyMention& mention, Country side) const {
	std::optional<std::uint16_t> found;
	std::uint32_t from = 0;
	for (const auto& sentence : m_a.sentences) {
		if (sentence.begin <= mention.begin && mention.begin < sentence.end) from = sentence.begin;
	}
	for (const auto& p : m_out.places) {
		if (p.begin >= mention.begin) break;
		if (p.begin >= from && lex().place(p.place).country == side) found = p.place;
	}
	return found;
}

}  // namespace bienban::extraction
