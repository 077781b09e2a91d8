#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bienban::registry {

/// SHA-256 as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The first 63 bits of SHA-256: a key for looking texts up, not a proof.
std::int64_t short_hash(std::string_view bytes);

}  // namespace bienban::registry
