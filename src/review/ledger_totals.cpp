#include <algorithm>
#include <map>
#include <tuple>

#include "facts/goods.hpp"
#include "register/ids.hpp"
#include "review/figure_algebra.hpp"
#include "review/ledger_gifts.hpp"
#include "text/letters.hpp"

namespace bienban::review {

namespace {

/// How far behind a total its items stand, in code points: about a sentence.
constexpr std::size_t k_sentence = 200;

std::vector<model::Party> as_set(std::vector<model::Party> parties) {
	std::ranges::sort(parties);
	return parties;
}

/// Words that say that a sum is one of several things.
bool says_total(std::string_view quote) { return text::lower(quote).find("tổng") != std::string::npos; }

/// Whether the words were looked up.
bool has_words(const Telling& telling) { return telling.begin < telling.end; }

/// How a total stands to another gift in some document that tells both.
enum class Beside : std::uint8_t { nowhere, close, behind, within };

Beside beside(const Item& total, const Item& part) {
	Beside best = Beside::nowhere;
	for (const Telling& a : total.tellings) {
		for (const Telling& b : part.tellings) {
			if (a.document != b.document || !has_words(a) || !has_words(b)) continue;
			const auto [a_begin, a_end] = std::pair{a.begin.value, a.end.value};
			const auto [b_begin, b_end] = std::pair{b.begin.value, b.end.value};
			Beside here = Beside::nowhere;
			if (a_begin <= b_begin && b_end <= a_end && b_end - b_begin < a_end - a_begin) {
				here = Beside::within;
			} else if (b_begin >= a_end && b_begin - a_end <= k_sentence) {
				here = Beside::behind;
			} else if (a_begin >= b_end && a_begin - b_end <= k_sentence) {
				here = Beside::close;
			}
			best = std::max(best, here);
		}
	}
	return best;
}

/// Whether it is named as something else than money or gifts.
bool has_own_name(const Gift& gift) { return !facts::is_gift_or_money(gift.words); }

class Totals {
public:
	Totals(const Material& material, std::vector<Gift>& gifts, std::vector<LedgerEntry>& entries)
	    : m_material(material), m_gifts(gifts), m_entries(entries) {}

	std::vector<Relation> run() {
		// In the order of the gifts, so that the relations are by date.
		using Group = std::tuple<std::int32_t, std::int32_t, std::vector<model::Party>, std::vector<model::Party>>;
		std::map<Group, std::vector<std::size_t>> groups;
		for (std::size_t i = 0; i < m_gifts.size(); ++i) {
			const Gift& gift = m_gifts[i];
			const model::Period when = gift.when.value_or(model::Period{model::Period::k_open, 0});
			groups[{when.first, when.last, as_set(gift.said->giver), as_set(gift.said->receiver)}].push_back(i);
		}
		for (std::size_t i = 0; i < m_gifts.size(); ++i) {
			for (const Telling& telling : m_material.items[m_gifts[i].item].tellings) {
				auto& these = m_told_by[telling.document];
				if (these.empty() || these.back() != i) these.push_back(i);
			}
		}
		std::size_t number = 0;
		m_group_of.resize(m_gifts.size());
		for (const auto& [key, group] : groups) {
			for (const std::size_t i : group) m_group_of[i] = number;
			++number;
		}
		for (const auto& [key, group] : groups) {
			if (group.size() < 2) continue;
			by_words(group);
			by_sum(group);
		}
		return std::move(m_relations);
	}

private:
	/// Those with money of one currency that are no parts yet, the largest first.
	std::vector<std::vector<std::size_t>> sums_of(const std::vector<std::size_t>& group) const {
		std::map<std::string, std::vector<std::size_t>> by_currency;
		for (const std::size_t i : group) {
			if (m_gifts[i].money && !m_gifts[i].is_part) by_currency[m_gifts[i].money->unit].push_back(i);
		}
		std::vector<std::vector<std::size_t>> all;
		for (auto& [currency, these] : by_currency) {
			std::ranges::stable_sort(these, std::greater{}, [&](std::size_t i) { return m_gifts[i].money->value; });
			all.push_back(std::move(these));
		}
		return all;
	}

	bool is_called_total(const Gift& total) const {
		return std::ranges::any_of(m_material.items[total.item].tellings,
		                           [](const Telling& telling) { return says_total(telling.quote); });
	}

	bool is_item_of(const Gift& total, const Gift& part) const {
		if (&part == &total || part.is_part) return false;
		const bool same_money = part.money && part.money->unit == total.money->unit;
		if (part.money && !same_money) return false;
		if (same_money && part.money->value >= total.money->value) return false;
		const Item& whole = m_material.items[total.item];
		const Item& item = m_material.items[part.item];
		const Beside place = beside(whole, item);
		if (place == Beside::nowhere) return false;
		if (place == Beside::within) return same_money;
		if (!total.general) return false;
		return is_called_total(total) || (place == Beside::behind && same_money && has_own_name(part));
	}

	/// Gifts of the same group that some document tells together with this one.
	std::vector<std::size_t> told_with(std::size_t gift) const {
		std::vector<std::size_t> all;
		for (const Telling& telling : m_material.items[m_gifts[gift].item].tellings) {
			for (const std::size_t other : m_told_by.at(telling.document)) {
				if (m_group_of[other] == m_group_of[gift]) all.push_back(other);
			}
		}
		std::ranges::sort(all);
		all.erase(std::unique(all.begin(), all.end()), all.end());
		return all;
	}

	void by_words(const std::vector<std::size_t>& group) {
		for (const auto& sums : sums_of(group)) {
			for (const std::size_t i : sums) {
				Gift& total = m_gifts[i];
				if (total.is_part) continue;
				std::vector<std::size_t> parts;
				for (const std::size_t k : told_with(i)) {
					if (is_item_of(total, m_gifts[k])) parts.push_back(k);
				}
				// What is more than it, and only stands behind it, was given beside it.
				const bool beside_it =
				    !is_called_total(total) && is_more(figures_of(with_money(parts)), total.figure());
				if (!parts.empty() && !beside_it) take(i, parts);
			}
		}
	}

	void by_sum(const std::vector<std::size_t>& group) {
		for (const auto& sums : sums_of(group)) {
			if (sums.size() < 3) continue;
			const std::size_t total = sums.front();
			const std::vector<std::size_t> others(sums.begin() + 1, sums.end());
			std::vector<std::size_t> told;
			std::ranges::copy_if(others, std::back_inserter(told), [&](std::size_t i) {
				return told_together(m_material, m_gifts[total].item, m_gifts[i].item);
			});
			// Undated gifts have in common only that nobody knows when.
			if (m_gifts[total].when && make(total, others)) {
				take(total, others);
			} else if (told.size() < others.size() && make(total, told)) {
				take(total, told);
			} else if (!m_gifts[total].when && make(total, told)) {
				take(total, told);
			}
		}
	}

	std::vector<std::size_t> with_money(const std::vector<std::size_t>& parts) const {
		std::vector<std::size_t> found;
		std::ranges::copy_if(parts, std::back_inserter(found),
		                     [&](std::size_t i) { return m_gifts[i].money.has_value(); });
		return found;
	}

	std::vector<Figure> figures_of(const std::vector<std::size_t>& parts) const {
		std::vector<Figure> figures;
		for (const std::size_t i : parts) figures.push_back(m_gifts[i].figure());
		return figures;
	}

	bool make(std::size_t total, const std::vector<std::size_t>& parts) const {
		return parts.size() > 1 && can_be(m_gifts[total].figure(), figures_of(parts));
	}

	void take(std::size_t total, const std::vector<std::size_t>& parts) {
		for (const std::size_t i : parts) {
			m_gifts[i].is_part = true;
			m_entries[m_gifts[i].entry].part_of = m_gifts[total].item;
		}
		// Items without money of their own are in it, and say nothing of its sum.
		std::vector<std::size_t> in_money = with_money(parts);
		std::ranges::sort(in_money);
		if (in_money.empty()) return;
		const auto figures = figures_of(in_money);
		const Figure whole = m_gifts[total].figure();
		Relation relation{.kind = RelationKind::total_agrees, .whole = whole.item, .parts = {}, .sum = Sum{}};
		for (const Figure& figure : figures) {
			relation.parts.push_back(figure.item);
			relation.sum->value += figure.value;
		}
		relation.sum->about = sum_about(figures);
		relation.sum->when = whole.when.value_or(model::Period{});
		relation.sum->parts = relation.parts;
		const bool all_in_money = in_money.size() == parts.size();
		if (!can_be(whole, figures)) {
			const bool more = is_more(figures, whole);
			relation.kind = more ? RelationKind::total_differs : RelationKind::holds_parts;
		} else if (!all_in_money) {
			relation.kind = RelationKind::holds_parts;
		}
		m_relations.push_back(std::move(relation));
	}

	const Material& m_material;
	std::vector<Gift>& m_gifts;
	std::vector<LedgerEntry>& m_entries;
	std::map<std::size_t, std::vector<std::size_t>> m_told_by;  ///< document → gifts
	std::vector<std::size_t> m_group_of;                        ///< of each gift
	std::vector<Relation> m_relations;
};

}  // namespace

bool may_be_item(const Material& material, const Gift& sum, const Gift& other) {
	constexpr std::int64_t k_next = 3;
	if (!sum.general || !has_own_name(other) || sum.money->value < other.money->value) return false;
	const auto any = [](const auto& tellings, auto test) { return std::ranges::any_of(tellings, test); };
	return any(material.items[sum.item].tellings, [&](const Telling& a) {
		return any(material.items[other.item].tellings, [&](const Telling& b) {
			const auto behind = registry::ordinal_of(b.record) - registry::ordinal_of(a.record);
			return a.document == b.document && !has_words(a) && !has_words(b) && behind > 0 && behind <= k_next;
		});
	});
}

std::vector<Relation> find_totals(const Material& material, std::vector<Gift>& gifts,
                                  std::vector<LedgerEntry>& entries) {
	return Totals(material, gifts, entries).run();
}

}  // namespace bienban::review
