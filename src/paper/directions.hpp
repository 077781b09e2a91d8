#pragma once

#include <vector>

#include "paper/composer.hpp"
#include "paper/fields.hpp"

/// What is to be done next, for a report's last part and for the points that two sides agree on.
namespace bienban::paper {

/// What of a field goes on: one sentence a theme.
struct Directions {
	Field field = Field::other;
	std::vector<Text> sentences;
};

/// In the order of fields in a report.
std::vector<Directions> directions(Composer& composer);

/// Agreements to sign anew, a point each.
std::vector<Paragraph> renewals(Composer& composer);

/// Regular meetings of which the next is due, a point each.
std::vector<Paragraph> meetings_due(Composer& composer);

}  // namespace bienban::paper
