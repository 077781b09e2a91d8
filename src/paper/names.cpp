#include "paper/names.hpp"

#include <algorithm>
#include <array>

#include "report/describe.hpp"

namespace bienban::paper {

namespace {

/// More are told by their number.
constexpr std::size_t k_most_places = 3;
constexpr std::size_t k_most_parties = 4;

struct Taken {
	std::string_view place;
	std::string_view kind;
	std::string_view name;
};

Taken take_apart(std::string_view party) {
	const auto first = party.find('/');
	if (first == std::string_view::npos) return {party, {}, {}};
	const auto second = party.find('/', first + 1);
	if (second == std::string_view::npos) return {party.substr(0, first), party.substr(first + 1), {}};
	return {party.substr(0, first), party.substr(first + 1, second - first - 1), party.substr(second + 1)};
}

bool is_country(std::string_view code) { return code.find('-') == std::string_view::npos; }

/// Cities under the government stand beside the provinces; the capital of Laos has its kind in its name.
bool is_city(std::string_view code) {
	constexpr auto k_cities = std::to_array<std::string_view>({"VN-CT", "VN-DN", "VN-HN", "VN-HP", "VN-SG"});
	return std::ranges::find(k_cities, code) != k_cities.end();
}

/// Sides that are places and of one level.
bool are(const review::Question& question, bool countries) {
	const auto is = [&](const review::Side& side) {
		return side.party.find('/') == std::string::npos && is_country(side.party) == countries &&
		       !is_city(side.party) && side.party != "LA-VT";
	};
	return question.with.size() == 1 && is(question.of) && is(question.with.front());
}

/// What one side hands to the other in this field is no favour: news, people who are wanted, goods that were seized.
bool is_handed_over(model::Theme theme) {
	using enum model::Theme;
	switch (theme) {
		case information_exchange:
		case crime_prevention:
		case drugs:
		case smuggling:
		case trafficking:
		case irregular_migration:
		case public_order:
		case remains_repatriation: return true;
		default: return false;
	}
}

}  // namespace

Names::Names(const Words& words, const review::Question& question)
    : m_words(words),
      m_question(question),
      m_both(words.text(question.with.size() > 1 ? "paper-many-sides"
                        : are(question, true)    ? "paper-both-countries"
                        : are(question, false)   ? "paper-both-provinces"
                                                 : "paper-both-sides")) {}

std::string Names::place(std::string_view code) const { return report::place_words(code, m_words.lang()); }

std::string Names::typed_place(std::string_view code) const {
	std::string name = place(code);
	if (is_country(code) || code == "LA-VT" || code == "LA-VI") {
		// Names that have their kind in them, in one language or the other.
		return code == "LA-VI" && m_words.lang() == base::Lang::vi ? m_words.text("paper-province", {name}) : name;
	}
	return m_words.text(is_city(code) ? "paper-city" : "paper-province", {name});
}

std::string Names::places(const std::vector<std::string>& codes) const {
	const bool both = m_question.with.size() == 1 && codes.size() == 2 &&
	                  std::ranges::find(codes, m_question.of.party) != codes.end() &&
	                  std::ranges::find(codes, m_question.with.front().party) != codes.end();
	if (both && m_both != m_words.text("paper-both-sides")) return m_both;
	const bool provinces = std::ranges::all_of(
	    codes, [](const std::string& code) { return !is_country(code) && !is_city(code) && code != "LA-VT"; });
	std::vector<std::string> names;
	for (const std::string& code : codes) names.push_back(provinces ? place(code) : typed_place(code));
	std::string listed = m_words.list(names, k_most_places, "paper-more-provinces");
	if (!provinces) return listed;
	return m_words.text(codes.size() == 2 ? "paper-two-provinces" : "paper-provinces", {listed});
}

std::string Names::of_kind(std::string_view kind, std::string_view place, const std::string& where, bool several,
                           Introduce introduce) {
	const std::string id = (several ? "paper-parties-" : "paper-party-") + std::string{kind};
	if (!several) {
		// Bodies of one kind may have another name in Laos, or stand for all of a country.
		for (const char* special : {is_country(place) ? "-country" : "", place.starts_with("LA") ? "-la" : ""}) {
			if (*special != '\0' && m_words.has(id + special)) {
				return m_words.text(id + special, {where, this->place(place)});
			}
		}
	}
	if (introduce == Introduce::yes && m_words.has(id + "-first") && m_introduced.emplace(kind).second) {
		return m_words.text(id + "-first", {where, this->place(place)});
	}
	return m_words.text(id, {where, this->place(place)});
}

std::string Names::party(std::string_view party, Introduce introduce) {
	const Taken taken = take_apart(party);
	if (taken.kind.empty()) return typed_place(taken.place);
	if (!taken.name.empty() || !m_words.has("paper-party-" + std::string{taken.kind})) {
		return report::party_words(party, m_words.lang());
	}
	return of_kind(taken.kind, taken.place, typed_place(taken.place), false, introduce);
}

std::string Names::parties(const std::vector<model::Party>& parties, Introduce introduce) {
	struct Group {
		std::string_view kind;
		std::vector<std::string> places;
		std::string_view whole;
	};
	// One's own side first, as papers of either side have it.
	std::vector<std::string_view> ordered{parties.begin(), parties.end()};
	std::stable_partition(ordered.begin(), ordered.end(),
	                      [&](std::string_view of) { return review::is_of(of, m_question.of); });
	std::vector<Group> groups;
	for (const std::string_view party : ordered) {
		const Taken taken = take_apart(party);
		const bool joins = taken.name.empty() && !taken.kind.empty() && !is_country(taken.place) &&
		                   m_words.has("paper-parties-" + std::string{taken.kind});
		const auto same = std::ranges::find_if(
		    groups, [&](const Group& group) { return joins && group.kind == taken.kind && !group.places.empty(); });
		if (same == groups.end()) {
			groups.push_back({taken.kind, {}, party});
			if (joins) groups.back().places.emplace_back(taken.place);
		} else if (std::ranges::find(same->places, taken.place) == same->places.end()) {
			same->places.emplace_back(taken.place);
		}
	}
	std::vector<std::string> names;
	for (const Group& group : groups) {
		if (names.size() == k_most_parties && groups.size() > k_most_parties + 1) {
			names.push_back(m_words.text("paper-more-bodies", {m_words.number(groups.size() - k_most_parties)}));
			break;
		}
		names.push_back(group.places.size() < 2
		                    ? party(group.whole, introduce)
		                    : of_kind(group.kind, group.places.front(), places(group.places), true, introduce));
	}
	return m_words.list(names);
}

std::string Names::toward(const std::vector<model::Party>& by, const std::vector<model::Party>& to,
                          std::optional<model::Theme> theme, Introduce introduce) {
	std::string doer = parties(by, introduce);
	if (to.empty()) return doer;
	std::string taker = parties(to, introduce);
	const std::string handed = theme && is_handed_over(*theme) ? "-handed" : "";
	return doer.empty() ? m_words.text("paper-to" + handed, {taker})
	                    : m_words.text("paper-by-to" + handed, {doer, taker});
}

std::string Names::side(const review::Side& side, Introduce introduce) { return party(side.party, introduce); }

std::string Names::full_side(const review::Side& side) {
	const Taken taken = take_apart(side.party);
	const std::string country{taken.place.substr(0, 2)};
	const std::string id = "paper-country-" + country;
	if (!m_words.has(id)) return this->side(side);
	if (is_country(taken.place) && taken.kind.empty()) return m_words.text(id);
	// The reader of a Vietnamese report knows where a Vietnamese province lies.
	if (country == "VN" || is_country(taken.place)) return this->side(side);
	return m_words.text("paper-side-of-country", {this->side(side), m_words.text(id)});
}

std::string Names::others() {
	const auto& with = m_question.with;
	if (with.size() == 1) return side(with.front());
	std::vector<std::string> names;
	std::string country;
	bool provinces = true;
	for (const review::Side& other : with) {
		names.push_back(side(other));
		const std::string of = other.party.substr(0, 2);
		provinces = provinces && other.party.find('/') == std::string::npos && !is_country(other.party) &&
		            (country.empty() || country == of);
		country = of;
	}
	if (!provinces || with.size() <= k_most_places) return m_words.list(names, k_most_parties, "paper-more-bodies");
	return m_words.text("paper-provinces-of", {m_words.number(with.size()), place(country)});
}

}  // namespace bienban::paper
