#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "register/sqlite.hpp"
#include "register/store.hpp"

namespace bienban::registry {

/// The numbered file of a version: of 1 and 2 all tables, of a later one what changes from the one before.
std::string schema_file(int version);

/// Runs the files from `first` to this version and writes down the version. Version 2 began anew: what is older has to
/// be taken over from tables of other names.
void make_tables(Database& db, int first = 2);

/// Brings the register of an older version up to this one, after a copy of it was made beside it
/// ("bienban.db.version-1"). Fails with "register-no-copy" where that cannot be made; then nothing was changed. Throws
/// StoreError.
base::Result<std::unique_ptr<Store>> upgraded(Database db, int version, const std::filesystem::path& path);

}  // namespace bienban::registry
