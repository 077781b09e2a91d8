#include "intake/inputs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace bienban::intake {

namespace fs = std::filesystem;

namespace {

bool is_document(const fs::path& path) {
	std::string end = path.extension().string();
	std::ranges::transform(end, end.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
	return end == ".txt" || end == ".html" || end == ".htm";
}

base::Error unreadable(const std::string& file, const std::string& reason) {
	return {.message = "input-unreadable", .values = {reason}, .file = file, .line = 0};
}

base::Error too_large(const std::string& file, std::size_t limit) {
	return {.message = "input-too-large", .values = {std::to_string(limit >> 20U)}, .file = file, .line = 0};
}

/// A file descriptor, closed at the end of its block.
struct Descriptor {
	explicit Descriptor(const fs::path& path) : number(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
	~Descriptor() {
		if (number >= 0) ::close(number);
	}
	Descriptor(const Descriptor&) = delete;
	Descriptor& operator=(const Descriptor&) = delete;
	int number;
};

}  // namespace

Inputs::Inputs(std::vector<std::string> operands, std::size_t limit, const std::atomic<bool>& stop)
    : m_operands(std::make_move_iterator(operands.begin()), std::make_move_iterator(operands.end())),
      m_limit(limit),
      m_stop(stop) {}

std::optional<Input> Inputs::next() {
	for (;;) {
		if (m_stream) {
			if (auto input = next_of_stream()) return input;
			m_stream.reset();
		}
		if (!m_folders.empty()) {
			if (auto input = next_of_folders()) return input;
		}
		if (m_operands.empty()) return std::nullopt;
		const std::string operand = std::move(m_operands.front());
		m_operands.pop_front();
		if (operand == "-") {
			m_stream.emplace(STDIN_FILENO, m_limit, m_stop);
			m_piece = 0;
			continue;
		}
		std::error_code ignored;
		if (fs::is_directory(operand, ignored)) {
			m_top = operand;
			m_found_in_top = 0;
			if (auto error = enter(operand)) return Input{operand, std::move(*error)};
			continue;
		}
		const auto bytes = fs::file_size(operand, ignored);
		return Input{operand, fs::path{operand}, ignored ? 0 : static_cast<std::size_t>(bytes)};
	}
}

std::optional<Input> Inputs::next_of_stream() {
	try {
		auto piece = m_stream->next();
		if (!piece) return std::nullopt;
		++m_piece;
		const std::string source = piece->only ? "-" : "-:" + std::to_string(m_piece);
		if (piece->too_large) return Input{source, too_large(source, m_limit)};
		const std::size_t bytes = piece->bytes.size();
		return Input{source, std::move(piece->bytes), bytes};
	} catch (const std::system_error& error) {
		m_stream.reset();
		return Input{"-", unreadable("-", error.code().message())};
	}
}

/// Lists a folder; it is then the one that is walked.
std::optional<base::Error> Inputs::enter(const fs::path& folder) {
	std::error_code error;
	Folder listed;
	for (fs::directory_iterator it{folder, error}; !error && it != fs::directory_iterator{}; it.increment(error)) {
		listed.entries.push_back(*it);
	}
	if (error) return unreadable(folder.string(), error.message());
	std::ranges::sort(listed.entries, std::greater<>{}, [](const auto& entry) { return entry.path().native(); });
	m_folders.push_back(std::move(listed));
	return std::nullopt;
}

std::optional<Input> Inputs::next_of_folders() {
	while (!m_folders.empty()) {
		auto& entries = m_folders.back().entries;
		if (entries.empty()) {
			m_folders.pop_back();
			if (m_folders.empty() && m_found_in_top == 0) {
				return Input{m_top, base::Error{"input-empty-folder", {}, m_top, 0}};
			}
			continue;
		}
		const fs::directory_entry entry = std::move(entries.back());
		entries.pop_back();
		std::error_code ignored;
		// Links to folders are not followed: they may lead in a circle.
		if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
			if (auto error = enter(entry.path())) {
				++m_found_in_top;
				return Input{entry.path().string(), std::move(*error)};
			}
		} else if (is_document(entry.path()) && !entry.is_directory(ignored) && !entry.is_fifo(ignored)) {
			++m_found_in_top;
			const auto bytes = entry.file_size(ignored);
			return Input{entry.path().string(), entry.path(), ignored ? 0 : static_cast<std::size_t>(bytes)};
		}
	}
	return std::nullopt;
}

std::size_t Inputs::count(const std::vector<std::string>& operands) {
	const std::atomic<bool> stop = false;
	std::size_t number = 0;
	for (const std::string& operand : operands) {
		std::error_code ignored;
		if (operand == "-" || !fs::is_directory(operand, ignored)) {
			++number;
			continue;
		}
		Inputs walk{{operand}, 0, stop};
		while (walk.next()) ++number;
	}
	return number;
}

base::Result<std::string> file_bytes(const fs::path& path, std::size_t limit) {
	const Descriptor file{path};
	if (file.number < 0) {
		if (errno == ENOENT || errno == ENOTDIR) return base::fail("input-missing", {}, path.string());
		return tl::unexpected(unreadable(path.string(), std::generic_category().message(errno)));
	}
	struct stat status {};
	if (fstat(file.number, &status) != 0) {
		return tl::unexpected(unreadable(path.string(), std::generic_category().message(errno)));
	}
	const auto size = static_cast<std::size_t>(std::max<off_t>(status.st_size, 0));
	if (size > limit) return tl::unexpected(too_large(path.string(), limit));
	// A pipe or a device tells no size; a file may grow while it is read.
	std::string bytes;
	bytes.resize(std::max<std::size_t>(size + 1, 4096));
	std::size_t have = 0;
	for (;;) {
		if (have == bytes.size()) bytes.resize(std::min(limit + 1, bytes.size() * 2));
		const ssize_t got = ::read(file.number, bytes.data() + have, bytes.size() - have);
		if (got < 0 && errno == EINTR) continue;
		if (got < 0) return tl::unexpected(unreadable(path.string(), std::generic_category().message(errno)));
		if (got == 0) break;
		have += static_cast<std::size_t>(got);
		if (have > limit) return tl::unexpected(too_large(path.string(), limit));
	}
	bytes.resize(have);
	return bytes;
}

}  // namespace bienban::intake
