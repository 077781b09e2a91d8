#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "base/result.hpp"
#include "register/questions.hpp"
#include "register/register.hpp"

/// The journal as it is looked through.
namespace bienban::asking {

/// The entries that made a thing what it is: the readings that its values come from, and the decisions on it. Fails
/// with "register-no-such".
base::Result<std::set<std::int64_t>> entries_about(registry::Register& opened, const registry::Id& id);

/// A page of these, the newest first.
std::vector<registry::Entry> entries_page(registry::Register& opened, const registry::PageOf& page,
                                          const std::set<std::int64_t>& about);

/// A page of all entries, the newest first.
std::vector<registry::Entry> journal_page(registry::Register& opened, const registry::PageOf& page);

}  // namespace bienban::asking
