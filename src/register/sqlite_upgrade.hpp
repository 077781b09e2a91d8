#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "register/sqlite.hpp"
#include "register/store.hpp"

namespace bienban::registry {

/// The numbered file of a version's tables.
std::string schema_file(int version);

/// Brings the register of an older version up to this one, after a copy of it was made beside it
/// ("bienban.db.version-1"). Fails with "register-no-copy" where that cannot be made; then nothing was changed. Throws
/// StoreError.
base::Result<std::unique_ptr<Store>> upgraded(Database db, int version, const std::filesystem::path& path);

}  // namespace bienban::registry
