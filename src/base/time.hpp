#pragma once

#include <ctime>
#include <string>

namespace bienban::base {

/// A moment as "2024-11-05T07:30:00Z", in UTC: what every outside format holds.
std::string utc(std::time_t moment);

inline std::string utc_now() { return utc(std::time(nullptr)); }

}  // namespace bienban::base
