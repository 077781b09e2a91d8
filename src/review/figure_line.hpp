#pragma once

#include "review/figures.hpp"

/// Periods as stretches of a line whose nodes are the days on which one begins or the one before has ended.
namespace bienban::review {

/// One period: of several figures for it the first.
struct Stretch {
	std::size_t figure = 0;  ///< index in the figures given
	std::size_t begin = 0;   ///< nodes: it fills the days from `begin` until before `end`
	std::size_t end = 0;
	bool open = false;  ///< one of its ends is not known
};

class Line {
public:
	/// Takes the figures with a period, which are sorted by it and come first, save those without `use`.
	template <typename Use>
	Line(std::span<const Figure> figures, Use use) {
		for (std::size_t i = 0; i < figures.size() && figures[i].when; ++i) {
			const bool again = i > 0 && figures[i - 1].when == figures[i].when;
			if (!again && use(figures[i])) add(i, *figures[i].when);
		}
		close();
	}

	/// From the first day on, the longer ones first.
	std::span<const Stretch> stretches() const { return m_stretches; }
	std::size_t nodes() const { return m_days.size(); }
	/// Stretches that begin at a node, longer ones first.
	std::span<const Stretch> beginning(std::size_t node) const;
	std::optional<std::size_t> node_of(std::int64_t day) const;

	/// How many days lie in a stretch. Open ends count up to the last (from the first) day known.
	std::int64_t days_in(const Stretch& stretch) const;

	/// Some of the stretches within the nodes, none of which overlap: those that cover the most days, then have no open
	/// end, then are the fewest, then begin earlier and reach further. `without` is never taken. In their order.
	std::vector<std::size_t> widest(std::size_t begin, std::size_t end, const Stretch* without) const;

	/// For each stretch the fewest others (two or more) that fill the same days; an empty list where none do.
	std::vector<std::vector<std::size_t>> tilings() const;

	/// The fewest stretches that fill the days between two nodes; none where they cannot be filled.
	std::vector<std::size_t> tiling(std::size_t begin, std::size_t end) const;

	/// Groups of two or more in which each shares some days with another, neither of both being a part of the other.
	/// By their first.
	std::vector<std::vector<std::size_t>> overlapping() const;

private:
	void add(std::size_t figure, model::Period period);
	void close();

	std::vector<Stretch> m_stretches;
	std::vector<std::int64_t> m_days;   ///< of each node; the first may be "before all", the last "after all"
	std::vector<std::size_t> m_firsts;  ///< of each node: the first stretch that begins at it or later
	std::int64_t m_known_first = 0;
	std::int64_t m_known_last = 0;
};

/// A day as a number of days, so that the next one is one more.
std::int64_t serial(std::int32_t day);

}  // namespace bienban::review
