#pragma once

#include <string>
#include <string_view>

#include "register/rows.hpp"

namespace bienban::registry {

/// The hash of an entry: SHA-256 over the hash before it and every part of it, each with its length in front, so that
/// no two entries are written alike. The first entry stands on an empty hash.
std::string chained_hash(std::string_view before, const Entry& entry);

}  // namespace bienban::registry
