#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.hpp"

namespace bienban::lexicon {

class Lexicon;

/// Loads the tables built into the program or, where a folder is given, those of the folder. Both go through this one
/// loader, which also proves every example. The result is immutable and may be shared by threads.
/// Fails with the first faulty row: file, line and what is wrong with it.
base::Result<std::shared_ptr<const Lexicon>> load(const std::optional<std::filesystem::path>& folder = std::nullopt);

/// All faults of the tables, in the order of files and lines; empty where the tables are sound.
std::vector<base::Error> check(const std::optional<std::filesystem::path>& folder = std::nullopt);

}  // namespace bienban::lexicon
