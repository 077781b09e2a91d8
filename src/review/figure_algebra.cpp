#include "review/figure_algebra.hpp"

#include <algorithm>
#include <cmath>

#include "facts/features.hpp"
#include "review/figure_line.hpp"

namespace bienban::review {

namespace {

using model::About;

/// What still holds of a sum when a figure is added to it.
std::optional<About> both(std::optional<About> a, std::optional<About> b) {
	if (!a || a == b) return b;
	if (!b) return a;
	return About::about;
}

/// The stretch of numbers that figures together can stand for.
facts::Amount amount_of(std::span<const Figure> figures) {
	facts::Amount all{.value = 0, .low = 0, .high = 0, .known = true};
	for (const Figure& figure : figures) {
		const auto one = facts::amount_of(figure.value, figure.about);
		all.value += one.value;
		all.low += one.low;
		all.high += one.high;
	}
	// Fractions that people add by hand differ in the last bits here.
	const double slack = 1e-9 * std::abs(all.value);
	all.low -= slack;
	all.high += slack;
	return all;
}

class Relating {
public:
	Relating(std::span<const Figure> figures, Adding adding)
	    : m_figures(figures), m_adding(adding), m_line(figures, [](const Figure&) { return true; }) {}

	std::vector<Relation> run() {
		same_periods();
		const auto tilings = m_line.tilings();
		for (std::size_t i = 0; i < tilings.size(); ++i) {
			if (tilings[i].empty() || m_adding == Adding::no) {
				held_by(m_line.stretches()[i]);
			} else {
				tiled(m_line.stretches()[i], tilings[i]);
			}
		}
		for (const auto& group : m_line.overlapping()) {
			Relation relation{.kind = RelationKind::overlaps, .whole = item(group.front()), .parts = {}, .sum = {}};
			for (std::size_t i = 1; i < group.size(); ++i) relation.parts.push_back(item(group[i]));
			m_relations.push_back(std::move(relation));
		}
		return std::move(m_relations);
	}

private:
	const Figure& figure(std::size_t stretch) const { return m_figures[m_line.stretches()[stretch].figure]; }
	ItemIndex item(std::size_t stretch) const { return figure(stretch).item; }

	std::vector<Figure> figures_of(const std::vector<std::size_t>& stretches) const {
		std::vector<Figure> figures;
		figures.reserve(stretches.size());
		for (const std::size_t stretch : stretches) figures.push_back(figure(stretch));
		return figures;
	}

	void same_periods() {
		for (std::size_t i = 0; i < m_figures.size() && m_figures[i].when;) {
			std::size_t end = i + 1;
			while (end < m_figures.size() && m_figures[end].when == m_figures[i].when) ++end;
			if (end - i > 1) {
				Relation relation{
				    .kind = RelationKind::same_period, .whole = m_figures[i].item, .parts = {}, .sum = {}};
				for (std::size_t k = i + 1; k < end; ++k) relation.parts.push_back(m_figures[k].item);
				m_relations.push_back(std::move(relation));
			}
			i = end;
		}
	}

	void add(RelationKind kind, const Figure& whole, const std::vector<Figure>& parts) {
		Relation relation{.kind = kind, .whole = whole.item, .parts = {}, .sum = {}};
		for (const Figure& part : parts) relation.parts.push_back(part.item);
		if (m_adding == Adding::yes) relation.sum = sum_of(parts);
		m_relations.push_back(std::move(relation));
	}

	void tiled(const Stretch& whole, const std::vector<std::size_t>& parts) {
		const Figure& total = m_figures[whole.figure];
		const auto figures = figures_of(parts);
		add(can_be(total, figures) ? RelationKind::total_agrees : RelationKind::total_differs, total, figures);
	}

	void held_by(const Stretch& whole) {
		bool holds = false;
		for (std::size_t node = whole.begin; node < whole.end && !holds; ++node) {
			holds = std::ranges::any_of(m_line.beginning(node), [&](const Stretch& other) {
				return other.end <= whole.end && &other != &whole;
			});
		}
		if (!holds) return;
		const Figure& total = m_figures[whole.figure];
		const auto parts = figures_of(m_line.widest(whole.begin, whole.end, &whole));
		// Whether parts lie before the unknown end of the whole, nobody knows.
		const bool more = m_adding == Adding::yes && !whole.open && is_more(parts, total);
		add(more ? RelationKind::total_differs : RelationKind::holds_parts, total, parts);
	}

	std::span<const Figure> m_figures;
	Adding m_adding;
	Line m_line;
	std::vector<Relation> m_relations;
};

bool lies_in(model::Period period, model::Period within) {
	return within.first <= period.first && period.last <= within.last;
}

}  // namespace

std::optional<About> sum_about(std::span<const Figure> figures) {
	std::optional<About> about;
	for (const Figure& figure : figures) about = both(about, figure.about);
	return about;
}

bool is_more(std::span<const Figure> parts, const Figure& whole) {
	return amount_of(parts).low > amount_of(std::span(&whole, 1)).high;
}

Sum sum_of(std::span<const Figure> figures) {
	Sum sum;
	sum.about = sum_about(figures);
	for (std::size_t i = 0; i < figures.size(); ++i) {
		const Figure& figure = figures[i];
		sum.value += figure.value;
		sum.parts.push_back(figure.item);
		if (i > 0) sum.gaps = sum.gaps || serial(figures[i - 1].when->last) + 1 != serial(figure.when->first);
	}
	if (!figures.empty()) sum.when = {figures.front().when->first, figures.back().when->last};
	return sum;
}

std::optional<Sum> widest_sum(std::span<const Figure> figures, model::Period within) {
	const Line line(figures, [&](const Figure& figure) { return lies_in(*figure.when, within); });
	if (line.nodes() == 0) return std::nullopt;
	std::vector<Figure> parts;
	for (const std::size_t stretch : line.widest(0, line.nodes() - 1, nullptr)) {
		parts.push_back(figures[line.stretches()[stretch].figure]);
	}
	return sum_of(parts);
}

std::optional<Sum> exact_sum(std::span<const Figure> figures, model::Period days) {
	const auto dated_end = std::ranges::partition_point(figures, [](const Figure& f) { return f.when.has_value(); });
	const auto dated = figures.first(static_cast<std::size_t>(dated_end - figures.begin()));
	const auto first = std::ranges::partition_point(dated, [&](const Figure& f) { return f.when->first < days.first; });
	const auto last =
	    std::partition_point(first, dated.end(), [&](const Figure& f) { return f.when->first <= days.last; });
	const std::span<const Figure> candidates(first, last);
	const auto exact = std::ranges::find_if(candidates, [&](const Figure& f) { return f.when == days; });
	if (exact != candidates.end()) return sum_of(std::span(&*exact, 1));
	if (candidates.empty() || days.first == 0 || days.last == model::Period::k_open) return std::nullopt;
	const Line line(candidates, [&](const Figure& figure) { return figure.when->last <= days.last; });
	const auto begin = line.node_of(serial(days.first));
	const auto end = line.node_of(serial(days.last) + 1);
	if (!begin || !end) return std::nullopt;
	std::vector<Figure> parts;
	for (const std::size_t stretch : line.tiling(*begin, *end)) {
		parts.push_back(candidates[line.stretches()[stretch].figure]);
	}
	if (parts.empty()) return std::nullopt;
	return sum_of(parts);
}

bool can_be(const Figure& whole, std::span<const Figure> parts) {
	return facts::agree(amount_of(std::span(&whole, 1)), amount_of(parts));
}

std::vector<Relation> relations_of(std::span<const Figure> figures, Adding adding) {
	return Relating(figures, adding).run();
}

}  // namespace bienban::review
