#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace bienban::registry {

/// A folder for one test, gone after it: for tests only.
struct ScratchFolder {
	ScratchFolder() {
		std::string name = (std::filesystem::temp_directory_path() / "bienban-XXXXXX").string();
		REQUIRE(mkdtemp(name.data()) != nullptr);
		path = name;
	}
	~ScratchFolder() {
		std::error_code ignored;
		std::filesystem::remove_all(path, ignored);
	}
	ScratchFolder(const ScratchFolder&) = delete;
	ScratchFolder& operator=(const ScratchFolder&) = delete;
	std::filesystem::path path;
};

}  // namespace bienban::registry
