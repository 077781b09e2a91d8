#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace bienban::cli {

enum class Overwrite : bool { no, yes };

/// A file that is to be written, and what is to be in it.
struct OutputFile {
	std::filesystem::path path;
	std::string bytes;
};

/// Whether the file could be written as far as can be told beforehand. Fails with "output-exists", "output-is-folder"
/// or "output-no-folder".
base::Result<void> can_write(const std::filesystem::path& path, Overwrite overwrite);

/// Writes files as a whole: all are complete under their names, or what was there before still is. Fails as
/// can_write() does, or with "output-not-written".
base::Result<void> write_files(const std::vector<OutputFile>& files, Overwrite overwrite);

}  // namespace bienban::cli
