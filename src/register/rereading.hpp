#pragma once

#include <functional>
#include <optional>

#include "register/reading_entry.hpp"
#include "register/store.hpp"

namespace bienban::registry {

/// A document that is held already, read by another program or lexicon: the reading with its records under the ordinals
/// under which the register holds them, new ones behind all that ever were. A record is held to be the same where its
/// type is and its words overlap, the nearest first. Nothing where the reading says what the register holds.
std::optional<Prepared> reread(Store& store, std::int64_t document, const Prepared& prepared);

/// Makes the projection of all entries of the journal. The projection must be empty. Throws std::exception where an
/// entry cannot be read.
void replay(Store& store, const std::function<void(std::int64_t done, std::int64_t total)>& progress);

}  // namespace bienban::registry
