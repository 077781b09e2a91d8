#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <string_view>
#include <system_error>

namespace bienban::cli {

namespace {

std::string reason() { return std::generic_category().message(errno); }

/// A file beside the wanted one, which it becomes when all is written; gone if it does not.
class Unfinished {
public:
	explicit Unfinished(const std::filesystem::path& wanted) : m_name(wanted.string() + ".XXXXXX") {
		m_file = mkostemp(m_name.data(), O_CLOEXEC);
	}
	~Unfinished() {
		if (m_file >= 0) close(m_file);
		if (m_there) unlink(m_name.c_str());
	}
	Unfinished(const Unfinished&) = delete;
	Unfinished& operator=(const Unfinished&) = delete;

	bool open() const { return m_file >= 0; }

	bool write(std::string_view bytes) {
		m_there = true;
		while (!bytes.empty()) {
			const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
			if (written < 0 && errno == EINTR) continue;
			if (written < 0) return false;
			bytes.remove_prefix(static_cast<std::size_t>(written));
		}
		// As any new file of this user, not only readable by them.
		const mode_t mask = umask(0);
		umask(mask);
		return fchmod(m_file, 0666 & ~mask) == 0 && fsync(m_file) == 0;
	}

	/// Where a file of that name must not be replaced, linking fails if one has come meanwhile.
	bool become(const std::filesystem::path& wanted, Overwrite overwrite) {
		if (overwrite == Overwrite::no) return link(m_name.c_str(), wanted.c_str()) == 0;
		if (rename(m_name.c_str(), wanted.c_str()) != 0) return false;
		m_there = false;
		return true;
	}

private:
	std::string m_name;
	int m_file = -1;
	bool m_there = true;
};

}  // namespace

base::Result<void> can_write(const std::filesystem::path& path, Overwrite overwrite) {
	std::error_code ignored;
	if (std::filesystem::is_directory(path, ignored)) return base::fail("output-is-folder", {}, path.string());
	const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
	if (!std::filesystem::is_directory(folder, ignored)) return base::fail("output-no-folder", {}, folder.string());
	if (overwrite == Overwrite::no && std::filesystem::exists(path, ignored)) {
		return base::fail("output-exists", {}, path.string());
	}
	return {};
}

base::Result<void> write_files(const std::vector<OutputFile>& files, Overwrite overwrite) {
	for (const OutputFile& file : files) {
		if (auto can = can_write(file.path, overwrite); !can) return can;
	}
	std::vector<std::unique_ptr<Unfinished>> unfinished;
	for (const OutputFile& file : files) {
		const auto& made = unfinished.emplace_back(std::make_unique<Unfinished>(file.path));
		if (!made->open() || !made->write(file.bytes)) {
			return base::fail("output-not-written", {reason()}, file.path.string());
		}
	}
	for (std::size_t i = 0; i < files.size(); ++i) {
		if (unfinished[i]->become(files[i].path, overwrite)) continue;
		auto failed = errno == EEXIST ? base::fail("output-exists", {}, files[i].path.string())
		                              : base::fail("output-not-written", {reason()}, files[i].path.string());
		// Those that were not there before go again; what was replaced cannot be had back.
		for (std::size_t k = 0; k < i && overwrite == Overwrite::no; ++k) unlink(files[k].path.c_str());
		return failed;
	}
	return {};
}

}  // namespace bienban::cli
