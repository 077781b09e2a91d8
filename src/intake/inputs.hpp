#pragma once

#include <atomic>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "conversion/part.hpp"
#include "intake/archives.hpp"
#include "intake/stream.hpp"

namespace bienban::intake {

/// One document that was asked for and is not yet read.
struct Input {
	std::string source;  ///< the path; "-" for standard input, "-:2" for the second of several documents in it
	/// A file, bytes, what was found in another file, or why there is none of these.
	std::variant<std::filesystem::path, std::string, conversion::Part, base::Error> content;
	std::size_t bytes = 0;  ///< how many the document has, as far as is known
};

/// What the operands of a command name, in their order: files; the files of folders whose names end as those of known
/// formats, sorted by name and searched to any depth, without what browsers put beside a page that they saved; standard
/// input for "-". Of archives, e-mails and web archives what is in them. Holds no more than the names of the folders it
/// is in, and one file of an archive.
class Inputs {
public:
	/// `limit`: the bytes of one document; `stop`, set from another thread, ends the reading of a stream.
	Inputs(std::vector<std::string> operands, std::size_t limit, const std::atomic<bool>& stop,
	       conversion::Unlocked unlocked);

	/// The next one; nothing at the end. Never throws for a file or folder that cannot be read: that is an Input with
	/// an error.
	std::optional<Input> next();

	/// How many documents the operands name; one for each stream and archive. Walks all folders.
	static std::size_t count(const std::vector<std::string>& operands);

private:
	struct Folder {
		std::vector<std::filesystem::directory_entry> entries;  ///< sorted so that the next one is the last
	};

	/// One more named thing, archives not looked into.
	std::optional<Input> next_named();
	std::optional<Input> next_of_stream();
	std::optional<Input> next_of_folders();
	std::optional<base::Error> enter(const std::filesystem::path& folder);

	std::deque<std::string> m_operands;
	std::size_t m_limit;
	const std::atomic<bool>& m_stop;
	Archives m_archives;
	std::optional<DocumentStream> m_stream;
	std::size_t m_piece = 0;
	std::vector<Folder> m_folders;
	std::string m_top;  ///< the folder that was named
	std::size_t m_found_in_top = 0;
};

}  // namespace bienban::intake
