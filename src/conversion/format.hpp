#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The formats that are read, how each is recognised, and what reading it may cost. What parses them is in the room
/// `converters`, in another program.
namespace bienban::conversion {

/// What a converter needs besides its input.
enum class Needs : std::uint8_t {
	nothing,  ///< parses in its own process: no file, no other process
	tools,    ///< runs programs of Debian: may read and run what is under /usr, and start processes
};

/// What a converter gives.
enum class Gives : std::uint8_t {
	document,  ///< one part, or several that belong together
	files,     ///< files in it, one after another: an archive, an e-mail, a WARC
};

/// What the conversion of one file may take; beyond it, it is ended with an error.
struct Costs {
	std::uint32_t memory_mib = 768;    ///< of each process
	std::uint32_t cpu_seconds = 30;    ///< of each process, and one more for each 2 MiB of the file
	std::uint32_t wait_seconds = 60;   ///< without a byte of an answer
	std::uint32_t file_mib = 128;      ///< the file itself; 0 for any size, for formats that stream
	std::uint32_t processes = 1;       ///< at a time
	std::uint64_t answer_mib = 64;     ///< all that it gives
	std::uint64_t part_mib = 64;       ///< one part, or one file in an archive
	std::uint64_t ratio = 0;           ///< and so many bytes more for each byte of the file
	std::uint32_t parts = 10'000'000;  ///< how many it may give
	bool scratch = false;              ///< needs a folder of its own to write to
};

/// A program (by its file) and the Debian package it comes from.
struct Tool {
	std::string_view file;
	std::string_view package;
};

/// The head of a file and its name, for recognising it. The name never decides alone.
struct Head {
	std::string_view bytes;  ///< the first k_head_bytes, or all
	std::string_view name;
};

inline constexpr std::size_t k_head_bytes = 4096;

struct Format {
	std::string_view name;  ///< "docx"; also of the converter
	Gives gives;
	bool (*recognises)(const Head& head);   ///< by content
	std::vector<std::string_view> endings;  ///< of files that are looked at in folders: ".docx"
	Needs needs = Needs::nothing;
	std::vector<Tool> tools;  ///< all of them have to be there
	Costs costs;
	std::string_view program = "bienban-convert";  ///< that has its converter
};

/// All formats that have a converter, in the order in which they are tried. Plain text and HTML need none.
std::span<const Format> formats();

/// The format of a file, or nullptr where it is none of them: then it is plain text, HTML or nothing that is read.
const Format* recognise(const Head& head);

/// The format of a name, or nullptr.
const Format* format_named(std::string_view name);

/// Whether a file in a folder is looked at, by the ending of its name: those of all formats and of text and HTML.
bool has_known_ending(std::string_view name);

/// How many bytes the converter of a format may give for a file of a size.
std::uint64_t most_answer(const Format& format, std::uint64_t input_bytes);

/// Whether files of a format have printed pages, of which pictures can be drawn.
bool has_pages(const Format& format);

/// The same format with what drawing one page of it may take.
Format for_drawing(const Format& format);

/// The tools of a format that are not on this machine.
std::vector<Tool> missing_tools(const Format& format);

}  // namespace bienban::conversion
