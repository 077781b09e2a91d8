#pragma once

#include "server/call.hpp"

namespace bienban::server {

/// How much there is to look at, by kind.
Json queue_counts(Call& call);

}  // namespace bienban::server
