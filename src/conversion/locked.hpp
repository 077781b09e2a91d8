#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "conversion/format.hpp"
#include "conversion/wire.hpp"

/// Runs converters in processes of their own that are locked in: no network, no files but their input, and limits on
/// memory, time, processes and what they may answer. The program that runs in them, `bienban-convert`, stands beside
/// this one; it locks itself in before it looks at the first byte (room `converters`, lock.hpp).
namespace bienban::conversion {

enum class Unlocked : std::uint8_t { no, yes };

/// The input of a conversion: an open file that is read from its beginning. Owns the descriptor.
class InputFile {
public:
	/// A file; fails with "input-missing" or "input-unreadable".
	static base::Result<InputFile> open(const std::filesystem::path& path);
	/// Bytes, in memory that no name leads to. Throws std::system_error where there is none.
	static InputFile of(std::string_view bytes);

	InputFile(InputFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
	InputFile& operator=(InputFile&& other) noexcept {
		std::swap(m_descriptor, other.m_descriptor);
		return *this;
	}
	InputFile(const InputFile&) = delete;
	InputFile& operator=(const InputFile&) = delete;
	~InputFile();

	int descriptor() const { return m_descriptor; }
	/// 0 where it tells none.
	std::uint64_t size() const;
	/// The first k_head_bytes. Fails with "input-unreadable".
	base::Result<std::string> head() const;
	/// All bytes; fails with "input-unreadable" or "input-too-large".
	base::Result<std::string> bytes(std::size_t limit) const;

private:
	explicit InputFile(int descriptor) : m_descriptor(descriptor) {}
	int m_descriptor;
};

/// One conversion under way. Ends its process, and all that this one started, when it goes.
class Conversion {
public:
	/// Starts the converter of a format on a file. Errors: conversion-no-program, conversion-missing-tool (values:
	/// package), conversion-file-too-large (values: MiB).
	/// `more`: words for the program beside those that all conversions have.
	static base::Result<Conversion> start(const Format& format, InputFile input, Unlocked unlocked,
	                                      const std::vector<std::string>& more = {});

	Conversion(Conversion&&) noexcept;
	Conversion& operator=(Conversion&&) noexcept;
	~Conversion();

	/// The next thing that it gives; nothing after the last. An error ends the whole: conversion-too-slow (values:
	/// seconds), conversion-died (values: why), conversion-too-much, conversion-bad-answer.
	base::Result<std::optional<Given>> next();

private:
	struct Child;
	explicit Conversion(std::unique_ptr<Child> child);
	std::unique_ptr<Child> m_child;
};

/// The document that a file of a format (one that Gives::document) is. Errors: those of start() and next(), and what
/// the converter tells.
base::Result<Part> convert(const Format& format, InputFile input, Unlocked unlocked);

/// What holds a converter on this machine.
struct LockState {
	bool program = false;    ///< bienban-convert is there and runs
	bool files = false;      ///< cannot open files (Landlock)
	bool network = false;    ///< cannot open connections, nor reach other processes (seccomp)
	bool processes = false;  ///< the number of processes is limited where several are needed (a namespace of its own)
	int landlock_version = 0;
	/// Enough for reading foreign formats.
	bool enough() const { return program && files && network; }
};

/// Tries it.
LockState lock_state();

/// Whether a format can be read here.
struct FormatState {
	std::string_view name;
	std::string endings;                ///< of its files, with spaces between: ".docx .docm"
	std::vector<std::string> packages;  ///< of Debian that it lacks
	bool works = true;
};

/// All formats in the order of formats(), those that need no converter first.
std::vector<FormatState> format_states(const LockState& lock);

/// Where the program that reads a format is: beside this one, or in ../libexec/bienban; empty where it is not there.
std::filesystem::path convert_program(const Format& format);

}  // namespace bienban::conversion
