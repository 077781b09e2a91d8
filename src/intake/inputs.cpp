#include "intake/inputs.hpp"

#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "conversion/format.hpp"

namespace bienban::intake {

namespace fs = std::filesystem;

namespace {

base::Error unreadable(const std::string& file, const std::string& reason) {
	return {.message = "input-unreadable", .values = {reason}, .file = file, .line = 0};
}

base::Error too_large(const std::string& file, std::size_t limit) {
	return {.message = "input-too-large", .values = {std::to_string(limit >> 20U)}, .file = file, .line = 0};
}

/// A file that others are in.
struct ArchiveFile {
	const conversion::Format* format;
	conversion::InputFile file;
};

/// Nothing where it is a document; a file that cannot be opened is told when it is read.
std::optional<ArchiveFile> archive_in(const Input& input) {
	const auto open = [&]() -> base::Result<conversion::InputFile> {
		if (const auto* path = std::get_if<fs::path>(&input.content)) return conversion::InputFile::open(*path);
		const auto* bytes = std::get_if<std::string>(&input.content);
		if (bytes == nullptr) return base::fail("input-missing");
		const auto head = std::string_view{*bytes}.substr(0, conversion::k_head_bytes);
		const auto* format = conversion::recognise({.bytes = head, .name = {}});
		if (format == nullptr || format->gives == conversion::Gives::document) return base::fail("input-missing");
		return conversion::InputFile::of(*bytes);
	};
	// A pipe would be waited for, and what was read of it would be lost.
	std::error_code ignored;
	if (const auto* path = std::get_if<fs::path>(&input.content);
	    path != nullptr && !fs::is_regular_file(*path, ignored)) {
		return std::nullopt;
	}
	auto file = open();
	if (!file) return std::nullopt;
	const auto head = file->head();
	if (!head) return std::nullopt;
	const auto* format = conversion::recognise({.bytes = *head, .name = input.source});
	if (format == nullptr || format->gives == conversion::Gives::document) return std::nullopt;
	return ArchiveFile{format, std::move(*file)};
}

std::size_t size_of(const conversion::Part& part) {
	if (const auto* text = std::get_if<conversion::PlainText>(&part.content)) return text->bytes.size();
	if (const auto* html = std::get_if<conversion::Html>(&part.content)) return html->bytes.size();
	std::size_t words = 0;
	if (const auto* printed = std::get_if<conversion::Printed>(&part.content)) {
		for (const auto& page : printed->pages) {
			for (const auto& block : page.blocks) {
				for (const auto& line : block.lines) words += line.words.size();
			}
		}
	}
	return words * sizeof(model::PrintedWord);
}

/// Whether a folder holds what a browser saved beside a page: "page.html" stands beside "page_files".
bool belongs_to_saved_page(const fs::path& folder) {
	std::string name = folder.filename().string();
	for (const std::string_view end : {"_files", ".files"}) {
		if (!name.ends_with(end) || name.size() == end.size()) continue;
		name.resize(name.size() - end.size());
		std::error_code ignored;
		for (const std::string_view page : {".html", ".htm", ".xhtml", ".HTML", ".HTM"}) {
			if (fs::exists(folder.parent_path() / (name + std::string{page}), ignored)) return true;
		}
		return false;
	}
	return false;
}

}  // namespace

Inputs::Inputs(std::vector<std::string> operands, std::size_t limit, const std::atomic<bool>& stop,
               conversion::Unlocked unlocked)
    : m_operands(std::make_move_iterator(operands.begin()), std::make_move_iterator(operands.end())),
      m_limit(limit),
      m_stop(stop),
      m_archives(unlocked) {}

std::optional<Input> Inputs::next() {
	for (;;) {
		if (auto unpacked = m_archives.next()) {
			Input input{.source = std::move(unpacked->source), .content = {}, .bytes = 0};
			if (auto* bytes = std::get_if<std::string>(&unpacked->content)) {
				input.bytes = bytes->size();
				input.content = std::move(*bytes);
			} else if (auto* part = std::get_if<conversion::Part>(&unpacked->content)) {
				input.bytes = size_of(*part);
				input.content = std::move(*part);
			} else {
				input.content = std::move(std::get<base::Error>(unpacked->content));
			}
			return input;
		}
		auto input = next_named();
		if (!input) return input;
		auto archive = archive_in(*input);
		if (!archive) return input;
		if (auto entered = m_archives.enter(input->source, *archive->format, std::move(archive->file)); !entered) {
			input->content = std::move(entered.error());
			return input;
		}
	}
}

std::optional<Input> Inputs::next_named() {
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
			if (belongs_to_saved_page(entry.path())) continue;
			if (auto error = enter(entry.path())) {
				++m_found_in_top;
				return Input{entry.path().string(), std::move(*error)};
			}
		} else if (conversion::has_known_ending(entry.path().native()) && !entry.is_directory(ignored) &&
		           !entry.is_fifo(ignored)) {
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
		Inputs walk{{operand}, 0, stop, conversion::Unlocked::no};
		while (walk.next_named()) ++number;
	}
	return number;
}

}  // namespace bienban::intake
