#pragma once

#include "extraction/clause_signs.hpp"
#include "extraction/context.hpp"

namespace bienban::extraction {

/// What a clause does: it tells of the event reported, looks back, or looks forward. Sets where its content begins, and
/// marks it as denied where it tells what is wanting.
Mode read_mode(const Context& context, Clause& clause, const Around& around);

}  // namespace bienban::extraction
