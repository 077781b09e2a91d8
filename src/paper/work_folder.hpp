#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

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

private:
	std::filesystem::path m_path;
};

}  // namespace bienban::paper
