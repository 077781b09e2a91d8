#pragma once

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

#include "base/result.hpp"

namespace bienban::paper {

/// A folder of our own that goes with what is in it. libxlsxwriter writes to a file only.
class WorkFolder {
public:
	WorkFolder() {
		std::error_code error;
		std::string name = (std::filesystem::temp_directory_path(error) / "bienban-XXXXXX").string();
		if (!error && mkdtemp(name.data()) != nullptr) m_path = name;
	}
	~WorkFolder() {
		std::error_code error;
		if (!m_path.empty()) std::filesystem::remove_all(m_path, error);
	}
	WorkFolder(const WorkFolder&) = delete;
	WorkFolder& operator=(const WorkFolder&) = delete;
	const std::filesystem::path& path() const { return m_path; }

	/// The bytes of a file that was written to it. Errors: paper-not-written.
	base::Result<std::string> bytes(const std::filesystem::path& file) const {
		std::ifstream in{file, std::ios::binary};
		std::ostringstream bytes;
		bytes << in.rdbuf();
		if (!in || !bytes) return base::fail("paper-not-written", {std::generic_category().message(errno)});
		return std::move(bytes).str();
	}

private:
	std::filesystem::path m_path;
};

}  // namespace bienban::paper
