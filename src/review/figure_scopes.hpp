#pragma once

#include "review/figures.hpp"

/// Whose count a figure is: one side's, both sides', a body's, its province's.
namespace bienban::review {

/// Whether what `wide` did takes in what `narrow` did: it is the same body, the kind of body it is one of, its province
/// as a whole, or either of these for its country.
bool takes_in(std::string_view wide, std::string_view narrow);

/// Whether every party is one of the others or is taken in by one. An empty list says nothing: it takes in all.
bool take_in(const std::vector<model::Party>& wide, const std::vector<model::Party>& narrow);

/// Adds RelationKind::other_scope between the figures of different indicators that count the same thing (those with the
/// same number in `things`, which ascends) over the same days, where the parties of one take in those of the other.
void relate_scopes(std::vector<Indicator>& indicators, const std::vector<std::size_t>& things);

}  // namespace bienban::review
