#pragma once

#include "review/material.hpp"

/// What was counted, and what may be added. A figure counts one thing (theme and unit) done by some parties to some
/// parties in a period. Figures are added only where they count the same thing by the same parties over periods that
/// have no day in common; all else stands side by side with its relation named.
namespace bienban::review {

struct Figure {
	ItemIndex item = 0;
	double value = 0;
	std::optional<model::About> about;
	std::optional<model::Period> when;
};

/// A sum of figures over periods without a common day. Its `about` is what still holds of it: parts "over" give a sum
/// "over"; parts that are bounded on different sides give "about".
struct Sum {
	double value = 0;
	std::optional<model::About> about;
	model::Period when;  ///< from the first day of the first part to the last of the last
	std::vector<ItemIndex> parts;
};

enum class RelationKind : std::uint8_t {
	total_agrees,   ///< `whole` is what its parts make together
	total_differs,  ///< its parts fill the same days, but make another sum
	holds_parts,    ///< its period takes in that of its parts, which do not fill it
	overlaps,       ///< the periods share some days: neither is a part of the other
	same_period,    ///< two values for the same days that no conflict ties together
	other_scope,    ///< the same thing in the same time, of other parties: the two sides' count beside one side's
};

struct Relation {
	RelationKind kind = RelationKind::overlaps;
	ItemIndex whole = 0;
	std::vector<ItemIndex> parts;
	std::optional<Sum> sum;  ///< of the parts, where they may be added
};

/// One line of a table of results.
struct Indicator {
	std::optional<model::Theme> theme;
	std::string unit;
	std::vector<model::Party> by;
	std::vector<model::Party> to;
	std::vector<Figure> figures;  ///< by period, those without one last
	/// What may be said of all the time that figures cover: the fewest figures, none of which share a day, that cover
	/// the most days; among these the longest ones first. Nothing where no figure has a period.
	std::optional<Sum> total;
	std::vector<Relation> relations;
};

/// Results within the period, by theme, unit and parties.
std::vector<Indicator> indicators(const Material& material);

/// The figure or the sum of figures for just these days (a year): nothing where none may be said.
std::optional<Sum> sum_over(const Indicator& indicator, model::Period days);

}  // namespace bienban::review
