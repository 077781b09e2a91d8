#include "review/figure_scopes.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/one_of.hpp"

namespace bienban::review {

namespace {

/// Whoever speaks for a place speaks for all its bodies.
constexpr auto k_wholes = std::to_array<std::string_view>(
    {"province", "people-committee", "party-committee", "people-council", "state", "government"});

struct Cut {
	std::string_view place;
	std::string_view country;
	std::string_view body;  ///< what stands behind the place
	std::string_view kind;
};

Cut cut(std::string_view party) {
	Cut parts;
	const auto slash = party.find('/');
	parts.place = party.substr(0, slash);
	parts.country = parts.place.substr(0, parts.place.find('-'));
	parts.body = slash == std::string_view::npos ? std::string_view{} : party.substr(slash + 1);
	parts.kind = parts.body.substr(0, parts.body.find('/'));
	return parts;
}

/// All that can take in a party: itself and what is wider than it.
std::vector<std::string> wider(std::string_view party) {
	std::vector<std::string> all{std::string{party}};
	const Cut parts = cut(party);
	for (const std::string_view where : {parts.place, parts.country}) {
		const std::string place{where};
		if (!parts.kind.empty()) all.push_back(place + '/' + std::string{parts.kind});
		for (const std::string_view whole : k_wholes) all.push_back(place + '/' + std::string{whole});
		all.push_back(place);
	}
	std::ranges::sort(all);
	all.erase(std::unique(all.begin(), all.end()), all.end());
	return all;
}

/// Figures by the thing they count, their days and their parties.
class Scopes {
public:
	Scopes(std::vector<Indicator>& indicators, const std::vector<std::size_t>& things)
	    : m_indicators(indicators), m_things(things) {}

	void relate() {
		gather();
		for (std::size_t i = 0; i < m_figures.size(); ++i) relate_to_wider(i);
		write();
	}

private:
	using Party = std::uint32_t;
	static constexpr Party k_nobody = 0;

	struct Placed {
		std::size_t indicator = 0;
		std::size_t figure = 0;
		std::size_t moment = 0;  ///< the same for figures of one thing and the same days
	};

	const Indicator& indicator(std::size_t placed) const { return m_indicators[m_figures[placed].indicator]; }
	const Figure& figure(std::size_t placed) const { return indicator(placed).figures[m_figures[placed].figure]; }

	void gather() {
		for (std::size_t i = 0; i < m_indicators.size(); ++i) {
			const bool alone = (i == 0 || m_things[i - 1] != m_things[i]) &&
			                   (i + 1 == m_indicators.size() || m_things[i + 1] != m_things[i]);
			if (alone) continue;
			const auto& figures = m_indicators[i].figures;
			for (std::size_t k = 0; k < figures.size() && figures[k].when; ++k) {
				if (k == 0 || figures[k - 1].when != figures[k].when) m_figures.push_back({i, k, 0});
			}
		}
		const auto days = [&](std::size_t placed) {
			return std::tuple{m_things[m_figures[placed].indicator], figure(placed).when->first,
			                  figure(placed).when->last};
		};
		std::vector<std::size_t> order(m_figures.size());
		for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
		std::ranges::stable_sort(order, {}, days);
		std::size_t moment = 0;
		for (std::size_t i = 0; i < order.size(); ++i) {
			if (i > 0 && days(order[i - 1]) != days(order[i])) ++moment;
			m_figures[order[i]].moment = moment;
		}
		for (std::size_t i = 0; i < m_figures.size(); ++i) {
			const auto& by = indicator(i).by;
			if (by.empty()) m_places.emplace_back(m_figures[i].moment, k_nobody, i);
			for (const model::Party& party : by) m_places.emplace_back(m_figures[i].moment, number(party), i);
		}
		std::ranges::sort(m_places);
	}

	Party number(const model::Party& party) {
		return m_numbers.emplace(party, static_cast<Party>(m_numbers.size() + 1)).first->second;
	}

	/// The numbers of the parties that are named somewhere and take this one in.
	const std::vector<Party>& wider_than(const model::Party& party) {
		const auto [at, fresh] = m_wider.try_emplace(number(party));
		if (fresh) {
			at->second.push_back(k_nobody);
			for (const std::string& name : wider(party)) {
				if (const auto known = m_numbers.find(name); known != m_numbers.end())
					at->second.push_back(known->second);
			}
		}
		return at->second;
	}

	auto places(std::size_t moment, Party party) const {
		const auto begin = std::ranges::lower_bound(m_places, std::tuple{moment, party, std::size_t{0}});
		const auto end = std::lower_bound(begin, m_places.end(), std::tuple{moment, party + 1, std::size_t{0}});
		return std::span(begin, end);
	}

	void relate_to_wider(std::size_t narrow) {
		const std::size_t moment = m_figures[narrow].moment;
		// Whatever takes it in takes in each of its parties: we look only at the rarest one.
		const std::vector<Party> nobody{k_nobody};
		const std::vector<Party>* least = &nobody;
		std::size_t fewest = std::size_t{0} - 1;
		for (const model::Party& party : indicator(narrow).by) {
			const std::vector<Party>& those = wider_than(party);
			std::size_t count = 0;
			for (const Party other : those) count += places(moment, other).size();
			if (count >= fewest) continue;
			fewest = count;
			least = &those;
		}
		for (const Party party : *least) {
			for (const auto& [when, who, wide] : places(moment, party)) {
				const Indicator& a = indicator(wide);
				const Indicator& b = indicator(narrow);
				if (&a == &b || !take_in(a.by, b.by) || !take_in(a.to, b.to)) continue;
				// Where each takes in the other (a province and its committee) the first is the wider one.
				if (wide > narrow && take_in(b.by, a.by) && take_in(b.to, a.to)) continue;
				m_pairs.emplace_back(wide, narrow);
			}
		}
	}

	void write() {
		std::ranges::sort(m_pairs);
		m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
		for (std::size_t i = 0; i < m_pairs.size();) {
			const std::size_t wide = m_pairs[i].first;
			Relation relation{
			    .kind = RelationKind::other_scope, .whole = figure(wide).item, .parts = {}, .sum = std::nullopt};
			for (; i < m_pairs.size() && m_pairs[i].first == wide; ++i) {
				relation.parts.push_back(figure(m_pairs[i].second).item);
			}
			m_indicators[m_figures[wide].indicator].relations.push_back(std::move(relation));
		}
	}

	std::vector<Indicator>& m_indicators;
	const std::vector<std::size_t>& m_things;
	std::vector<Placed> m_figures;
	std::unordered_map<std::string, Party> m_numbers;
	std::unordered_map<Party, std::vector<Party>> m_wider;
	std::vector<std::tuple<std::size_t, Party, std::size_t>> m_places;  ///< moment, party, figure
	std::vector<std::pair<std::size_t, std::size_t>> m_pairs;           ///< the wider figure, the narrower one
};

}  // namespace

bool takes_in(std::string_view wide, std::string_view narrow) {
	if (wide == narrow) return true;
	const auto of_narrow = cut(narrow);
	const auto of_wide = cut(wide);
	if (of_wide.place != of_narrow.place && of_wide.place != of_narrow.country) return false;
	return of_wide.body.empty() || of_wide.body == of_narrow.kind || base::one_of(of_wide.body, k_wholes);
}

bool take_in(const std::vector<model::Party>& wide, const std::vector<model::Party>& narrow) {
	if (wide.empty()) return true;
	return !narrow.empty() && std::ranges::all_of(narrow, [&](const model::Party& party) {
		return std::ranges::any_of(wide, [&](const model::Party& other) { return takes_in(other, party); });
	});
}

void relate_scopes(std::vector<Indicator>& indicators, const std::vector<std::size_t>& things) {
	Scopes(indicators, things).relate();
}

}  // namespace bienban::review
