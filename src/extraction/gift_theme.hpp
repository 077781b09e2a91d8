#pragma once

#include <cstdint>
#include <optional>

#include "extraction/giving.hpp"

namespace bienban::extraction {

/// What a gift is for, by its goods, by `of_noun` (what its noun suggests) and by who gives and receives it. It is told
/// in sentence `s`.
std::optional<model::Theme> theme_of_gift(const Context& context, const Giving& giving, const model::Support& gift,
                                          std::optional<model::Theme> of_noun, std::uint32_t s);

}  // namespace bienban::extraction
