#pragma once

#include <vector>

#include "extraction/context.hpp"

namespace bienban::extraction {

/// Everything that was recognised on the way, in the order of the text.
std::vector<model::Mention> collect_mentions(const Context& context);

}  // namespace bienban::extraction
