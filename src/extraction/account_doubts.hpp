#pragma once

#include <cstdint>
#include <vector>

#include "extraction/account_themes.hpp"

/// What looks like an account of deeds or pledges and tells of something else.
namespace bienban::extraction {

/// Does the stretch [begin, end) of the text tell nothing that was done or promised beside the gifts found in it:
/// thanks for them, what those who received will do with them, the harm that they were given for, the news exchanged at
/// a meeting?
bool tells_of_gifts_only(const Context& context, const std::vector<model::Record>& records, std::uint32_t begin,
                         std::uint32_t end, Mode mode, const ThemeSet& themes);

}  // namespace bienban::extraction
