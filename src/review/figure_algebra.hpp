#pragma once

#include "review/figures.hpp"

/// The arithmetic of figures that count one thing by the same parties. Figures are given by period, those without one
/// last; of several with the same period only the first counts. Pure functions: the same figures give the same sums.
namespace bienban::review {

/// Adds figures, given by period, of which no two share a day.
Sum sum_of(std::span<const Figure> figures);

/// Those that cover the most days, as Indicator::total says, of the figures that lie wholly in `within`. An open end
/// lies in it where `within` is open there.
std::optional<Sum> widest_sum(std::span<const Figure> figures, model::Period within);

/// The figure for just these days, or the fewest that fill them.
std::optional<Sum> exact_sum(std::span<const Figure> figures, model::Period days);

/// What holds of the sum of these.
std::optional<model::About> sum_about(std::span<const Figure> figures);

/// Whether the parts are surely more than the whole.
bool is_more(std::span<const Figure> parts, const Figure& whole);

/// Whether a figure can be what others make together: "hơn 2.000" can be 2,012.
bool can_be(const Figure& whole, std::span<const Figure> parts);

/// Relations between periods. Where figures may not be added their sums are left out, and no total is held against its
/// parts.
enum class Adding : bool { no, yes };
std::vector<Relation> relations_of(std::span<const Figure> figures, Adding adding);

}  // namespace bienban::review
