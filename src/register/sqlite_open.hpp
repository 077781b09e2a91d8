#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "base/result.hpp"
#include "register/store.hpp"
#include "register/store_error.hpp"

namespace bienban::registry {

/// In the header of the file ("bnbn"): tells a register from any other SQLite file.
inline constexpr int k_application_id = 0x626E626E;
inline constexpr int k_schema_version = 5;

/// Opens the register in a file; fails as Register::open() says.
base::Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& path, Access access,
                                                std::chrono::milliseconds wait);

/// An empty register that is gone when it is closed.
std::unique_ptr<Store> scratch_store();

}  // namespace bienban::registry
