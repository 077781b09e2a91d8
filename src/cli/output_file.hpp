#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"

namespace bienban::cli {

enum class Overwrite : bool { no, yes };

/// Writes a file as a whole: it is complete under its name, or what was there before still is. Fails with
/// "output-exists", "output-no-folder" or "output-not-written".
base::Result<void> write_file(const std::filesystem::path& path, std::string_view bytes, Overwrite overwrite);

}  // namespace bienban::cli
