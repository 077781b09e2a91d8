#pragma once

#include <string>
#include <string_view>

namespace bienban::naming {

/// Is one text the other with one letter more, less or other? Not where they are equal.
bool one_edit_apart(std::string_view a, std::string_view b);

/// A Vietnamese syllable in lower case, wherever its tone is written ("hoà", "hòa") and with y as i ("mỹ", "mĩ"): its
/// letters without the tone, then the tone as a digit.
std::string spoken_marks(std::string_view syllable);

}  // namespace bienban::naming
