#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bienban::registry {

/// SHA-256 as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

/// 63 bits: a key for looking texts up, not a proof. Quicker than SHA-256 by far for short texts.
std::int64_t short_hash(std::string_view bytes);

}  // namespace bienban::registry
