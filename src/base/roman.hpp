#pragma once

#include <cstddef>
#include <string>

namespace bienban::base {

/// "XIV" for 14; empty for 0.
std::string roman(std::size_t number);

}  // namespace bienban::base
