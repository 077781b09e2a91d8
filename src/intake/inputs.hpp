#pragma once

#include <atomic>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "intake/stream.hpp"

namespace bienban::intake {

/// One document that was asked for and is not yet read.
struct Input {
	std::string source;  ///< the path; "-" for standard input, "-:2" for the second of several documents in it
	std::variant<std::filesystem::path, std::string, base::Error> content;  ///< a file, bytes, or why there are none
	std::size_t bytes = 0;  ///< how many the document has, as far as is known
};

/// What the operands of a command name, in their order: files; the .txt, .html and .htm files of folders, sorted by
/// name and searched to any depth; standard input for "-". Holds no more than the names of the folders it is in.
class Inputs {
public:
	/// `limit`: the bytes of one document; `stop`, set from another thread, ends the reading of a stream.
	Inputs(std::vector<std::string> operands, std::size_t limit, const std::atomic<bool>& stop);

	/// The next one; nothing at the end. Never throws for a file or folder that cannot be read: that is an Input with
	/// an error.
	std::optional<Input> next();

	/// How many documents the operands name; one for each stream. Walks all folders.
	static std::size_t count(const std::vector<std::string>& operands);

private:
	struct Folder {
		std::vector<std::filesystem::directory_entry> entries;  ///< sorted so that the next one is the last
	};

	std::optional<Input> next_of_stream();
	std::optional<Input> next_of_folders();
	std::optional<base::Error> enter(const std::filesystem::path& folder);

	std::deque<std::string> m_operands;
	std::size_t m_limit;
	const std::atomic<bool>& m_stop;
	std::optional<DocumentStream> m_stream;
	std::size_t m_piece = 0;
	std::vector<Folder> m_folders;
	std::string m_top;  ///< the folder that was named
	std::size_t m_found_in_top = 0;
};

/// The bytes of a file, at most `limit`. Fails with "input-missing", "input-unreadable" or "input-too-large".
base::Result<std::string> file_bytes(const std::filesystem::path& path, std::size_t limit);

}  // namespace bienban::intake
