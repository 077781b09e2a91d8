#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

/// The files that documents were uploaded as, in a folder beside the register. Only what was uploaded here is ever
/// given out again: the paths of a register that somebody sent are read by nobody.
namespace bienban::server {

struct Original {
	std::filesystem::path path;
	std::string name;
	std::uintmax_t bytes = 0;
};

/// Nothing where the document did not come by an upload, or out of an archive.
std::optional<Original> find_original(const std::filesystem::path& folder, std::int64_t document);

/// Moves a file there; a second one of the same document is let go. False where the disk fails.
bool keep_original(const std::filesystem::path& folder, std::int64_t document, const std::filesystem::path& file);

/// How many were kept since the program was started: the one thing that answers tell of a document and that the journal
/// does not.
std::uint64_t originals_kept();

}  // namespace bienban::server
