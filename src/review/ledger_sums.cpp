#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "facts/goods.hpp"
#include "review/figure_algebra.hpp"
#include "review/figure_line.hpp"
#include "review/figure_scopes.hpp"
#include "review/ledger_gifts.hpp"
#include "review/standing.hpp"

namespace bienban::review {

namespace {

std::int32_t year_of(std::int32_t day) { return day / 10'000; }

bool is_day(model::Period period) { return period.first == period.last; }

std::int64_t length(model::Period period) {
	return serial(period.last) - (period.first == 0 ? 0 : serial(period.first));
}

bool contains(model::Period a, model::Period b) { return a.first <= b.first && b.last <= a.last; }

/// How a gift that is counted stands to one that is not yet.
enum class Standing : std::uint8_t { apart, holds, crosses, same };

bool takes_in_parties(const Gift& wide, const Gift& narrow) {
	return take_in(wide.said->giver, narrow.said->giver) && take_in(wide.said->receiver, narrow.said->receiver);
}

/// Whether two gifts with other names of the parties can be one: on either side one name takes in the other, and the
/// sums agree.
bool may_be_one(const Gift& a, const Gift& b) {
	const auto fit = [](const std::vector<model::Party>& one, const std::vector<model::Party>& other) {
		return take_in(one, other) || take_in(other, one);
	};
	const Figure figure = b.figure();
	return fit(a.said->giver, b.said->giver) && fit(a.said->receiver, b.said->receiver) &&
	       can_be(a.figure(), std::span(&figure, 1));
}

/// Whether one report names what was given and the other only the same sum of money.
bool may_be_named_so(const Gift& a, const Gift& b) {
	return (a.general || b.general) && a.money->value == b.money->value;
}

/// Chooses what is added of the gifts of one direction in one currency.
class Choosing {
public:
	Choosing(const Material& material, std::vector<Relation>* relations)
	    : m_material(material), m_relations(relations) {}

	/// Gifts in the order in which they count: longer periods first.
	std::vector<const Gift*> choose(std::vector<const Gift*> gifts) {
		std::ranges::sort(gifts, [&](const Gift* a, const Gift* b) {
			const auto rank = [](const Gift* gift) { return std::tuple{-length(*gift->when), !gift->general}; };
			if (rank(a) != rank(b)) return rank(a) < rank(b);
			return stands_before(m_material, a->item, b->item);
		});
		std::vector<const Gift*> chosen;
		for (const Gift* gift : gifts) {
			if (is_counted(*gift)) continue;
			chosen.push_back(gift);
			count(*gift);
		}
		write_relations();
		return chosen;
	}

private:
	/// Days and years by which counted gifts are found: what lasts longer than a day in all its years.
	std::vector<std::int32_t> keys_of(model::Period period) const {
		if (is_day(period)) return {period.first};
		std::vector<std::int32_t> keys;
		for (std::int32_t year = std::max(year_of(period.first), k_first_year);
		     year <= std::min(year_of(period.last), k_last_year); ++year) {
			keys.push_back(year);
		}
		return keys;
	}

	void count(const Gift& gift) {
		for (const std::int32_t key : keys_of(*gift.when)) m_counted[key].push_back(&gift);
	}

	bool is_counted(const Gift& gift) {
		// What overlaps with it and lasts no shorter has its first or its last day.
		const model::Period when = *gift.when;
		for (const std::int32_t key : {when.first, year_of(when.first), year_of(when.last)}) {
			const auto found = m_counted.find(key);
			if (found == m_counted.end()) continue;
			for (const Gift* other : found->second) {
				const Standing standing = standing_of(*other, gift);
				if (standing == Standing::apart) continue;
				m_held[{other->item, standing}].push_back(gift.item);
				return true;
			}
		}
		return false;
	}

	Standing standing_of(const Gift& counted, const Gift& other) const {
		const model::Period a = *counted.when;
		const model::Period b = *other.when;
		if (!model::overlap(a, b)) return Standing::apart;
		if (is_day(a) && !counted.general && !other.general && counted.words != other.words) return Standing::apart;
		const auto items = facts::fit_items(counted.words, other.words);
		if (!takes_in_parties(counted, other)) {
			// One report names the police of a province, another its province: the same sum is the same gift.
			const bool same = items == facts::ItemFit::equal && may_be_one(counted, other) &&
			                  !told_together(m_material, counted.item, other.item);
			return !same ? Standing::apart : a == b ? Standing::same : Standing::holds;
		}
		if (a == b) {
			// A document that tells two things of one day or year tells of two.
			if (told_together(m_material, counted.item, other.item)) {
				return may_be_item(m_material, counted, other) ? Standing::holds : Standing::apart;
			}
			if (items == facts::ItemFit::equal || may_be_named_so(counted, other)) return Standing::same;
			const bool whole = !is_day(a) && counted.general && counted.money->value >= other.money->value;
			return whole ? Standing::holds : Standing::apart;
		}
		const bool may_hold = counted.general || items == facts::ItemFit::equal || items == facts::ItemFit::covered ||
		                      may_be_named_so(counted, other);
		if (!may_hold) return Standing::apart;
		return contains(a, b) ? Standing::holds : Standing::crosses;
	}

	void write_relations() {
		if (m_relations == nullptr) return;
		for (auto& [key, parts] : m_held) {
			Relation relation{
			    .kind = RelationKind::holds_parts, .whole = key.first, .parts = std::move(parts), .sum = {}};
			if (key.second == Standing::crosses) relation.kind = RelationKind::overlaps;
			if (key.second == Standing::same) relation.kind = RelationKind::same_period;
			std::ranges::sort(relation.parts);
			m_relations->push_back(std::move(relation));
		}
	}

	/// Bounds for periods whose ends are open.
	static constexpr std::int32_t k_first_year = 1900;
	static constexpr std::int32_t k_last_year = 2200;

	const Material& m_material;
	std::vector<Relation>* m_relations;
	std::unordered_map<std::int32_t, std::vector<const Gift*>> m_counted;
	std::map<std::pair<ItemIndex, Standing>, std::vector<ItemIndex>> m_held;
};

Sum sum_of_gifts(std::vector<const Gift*> gifts) {
	std::ranges::sort(gifts, {}, [](const Gift* gift) { return gift->item; });
	Sum sum;
	std::vector<Figure> figures;
	for (const Gift* gift : gifts) {
		figures.push_back(gift->figure());
		sum.value += gift->money->value;
		sum.parts.push_back(gift->item);
		if (sum.parts.size() == 1) sum.when = *gift->when;
		sum.when.first = std::min(sum.when.first, gift->when->first);
		sum.when.last = std::max(sum.when.last, gift->when->last);
	}
	sum.about = sum_about(figures);
	return sum;
}

}  // namespace

void add_gifts(const Material& material, const std::vector<Gift>& gifts, Ledger& ledger) {
	const model::Period asked = countable_period(material.question);
	std::map<std::pair<Direction, std::string>, std::vector<const Gift*>> kinds;
	for (const Gift& gift : gifts) {
		if (!gift.money || gift.is_part || !gift.when || !contains(asked, *gift.when)) continue;
		kinds[{gift.direction, gift.money->unit}].push_back(&gift);
	}
	std::vector<LedgerSum> of_all;
	for (const auto& [kind, these] : kinds) {
		const auto chosen = Choosing(material, &ledger.relations).choose(these);
		for (const Gift* gift : chosen) ledger.entries[gift->entry].added = true;
		of_all.push_back({.direction = kind.first, .currency = kind.second, .year = 0, .sum = sum_of_gifts(chosen)});
		std::map<std::int32_t, std::vector<const Gift*>> by_year;
		for (const Gift* gift : these) {
			const std::int32_t year = year_of(gift->when->first);
			if (year == year_of(gift->when->last)) by_year[year].push_back(gift);
		}
		for (const auto& [year, of_year] : by_year) {
			ledger.sums.push_back({.direction = kind.first,
			                       .currency = kind.second,
			                       .year = year,
			                       .sum = sum_of_gifts(Choosing(material, nullptr).choose(of_year))});
		}
	}
	ledger.sums.insert(ledger.sums.end(), of_all.begin(), of_all.end());
}

}  // namespace bienban::review
