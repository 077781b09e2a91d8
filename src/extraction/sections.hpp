#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extraction/annotated.hpp"

namespace bienban::extraction {

/// The stretches of border that tokens [begin, end) name by their two markers, as "460/462": "từ mốc 349 tới mốc 350",
/// "đoạn mốc 460 - 462", "mốc 255 đến 261", "nối mốc 28 với mốc 33".
std::vector<std::string> sections_in(const Annotated& a, std::uint32_t begin, std::uint32_t end);

}  // namespace bienban::extraction
