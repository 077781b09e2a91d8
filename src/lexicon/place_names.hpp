#pragma once

#include <string_view>

#include "base/messages.hpp"

namespace bienban::lexicon {

/// The name of a province or country by its code ("VN-05", "LA"), as the built-in table of provinces has it; empty
/// where no row has the code. Does not load the lexicon: a review needs names only. The view lives as long as the
/// program.
std::string_view place_name(std::string_view code, base::Lang lang);

}  // namespace bienban::lexicon
