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
	/// As the record says; nothing where only its document has a date. A period with an open end takes in all that
	/// begins within it, but fills no days exactly.
	std::optional<model::Period> when;
};

/// A sum of figures over periods without a common day. Its `about` is what still holds of it: parts "over" give a sum
/// "over"; parts that are bounded on different sides give "about".
struct Sum {
	double value = 0;
	std::optional<model::About> about;
	model::Period when;  ///< from the first day of the first part to the last of the last
	std::vector<ItemIndex> parts;
	bool gaps = false;  ///< there are days in `when` that no part covers
};

enum class RelationKind : std::uint8_t {
	total_agrees,   ///< `whole` is what its parts make together
	total_differs,  ///< its parts fill the same days and make another sum, or fill fewer and make more already
	holds_parts,    ///< its period takes in that of its parts, which do not fill it
	overlaps,       ///< each shares some days with another of these, and neither is a part of the other
	same_period,    ///< several values for the same days that no conflict ties together; `whole` is the one that counts
	other_scope,    ///< the same thing in the same time, of other parties: `whole` takes in those of its parts
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
	std::string unit;  ///< as it is written most
	std::vector<model::Party> by;
	std::vector<model::Party> to;
	/// By period, those without one last. Of several for one period the first is the one that counts: what a person
	/// confirmed, else what more records tell, else what came later.
	std::vector<Figure> figures;
	/// What may be said of all the time that figures cover: of those that lie wholly in the asked period some, none of
	/// which share a day, that cover the most days (an open end counts up to the last day that is known of any figure);
	/// of such the ones with no open end, then the fewest, then those that begin earlier and reach further. Nothing
	/// where no figure has a period, or where it is not said who did it.
	std::optional<Sum> total;
	std::vector<Relation> relations;
};

/// Results within the period, by theme, unit and parties. Units are the same where only case, spaces, commas, the
/// spelling of a syllable or an abbreviation differ.
std::vector<Indicator> indicators(const Material& material);

/// The figure for just these days (a year), or the fewest figures that fill them exactly: nothing where there are none.
std::optional<Sum> sum_over(const Indicator& indicator, model::Period days);

}  // namespace bienban::review
