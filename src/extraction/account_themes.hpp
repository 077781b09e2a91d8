#pragma once

#include <bitset>

#include "extraction/context.hpp"
#include "model/record.hpp"

namespace bienban::extraction {

using ThemeSet = std::bitset<model::k_theme_count>;

/// The themes a clause speaks of, leaving out what it names without doing it: aims, causes, what did not come about,
/// names. `sums_up`: does what stands before it, or the clause itself, sum up already? Themes of parts that only count
/// join nothing but a sum. It is set where the clause says more than figures.
ThemeSet read_themes(const Context& context, const Clause& clause, bool& sums_up);

}  // namespace bienban::extraction
