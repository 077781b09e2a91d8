#include "server/originals.hpp"

#include <atomic>
#include <system_error>

namespace bienban::server {

namespace fs = std::filesystem;

namespace {

std::atomic<std::uint64_t> g_kept = 0;

/// A folder for each document, with the one file in it under its own name; a thousand of them in a folder.
fs::path folder_of(const fs::path& folder, std::int64_t document) {
	constexpr std::int64_t k_in_one = 1000;
	return folder / std::to_string(document / k_in_one) / ("D" + std::to_string(document));
}

}  // namespace

std::optional<Original> find_original(const fs::path& folder, std::int64_t document) {
	std::error_code error;
	for (const auto& entry : fs::directory_iterator{folder_of(folder, document), error}) {
		if (!entry.is_regular_file(error) || entry.is_symlink(error)) continue;
		return Original{
		    .path = entry.path(), .name = entry.path().filename().string(), .bytes = entry.file_size(error)};
	}
	return std::nullopt;
}

bool keep_original(const fs::path& folder, std::int64_t document, const fs::path& file) {
	if (find_original(folder, document)) return true;
	std::error_code error;
	const fs::path to = folder_of(folder, document);
	fs::create_directories(to, error);
	if (error) return false;
	fs::rename(file, to / file.filename(), error);
	if (!error) ++g_kept;
	return !error;
}

std::uint64_t originals_kept() { return g_kept; }

}  // namespace bienban::server
