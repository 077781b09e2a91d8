#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/command.hpp"

namespace bienban::cli {

/// What a command line asks for. No command where none is named, which `--help` and `--version` allow.
struct Parsed {
	const Command* command = nullptr;
	Arguments arguments;
};

/// The words after the program's name → the command with its arguments. Fails with a "cli-…" message where the line is
/// wrong; no file is looked at. `--help` and `--version` anywhere switch off the check for what is missing.
base::Result<Parsed> parse(std::vector<std::string> words);

/// The value of `--lang` among the words, whether or not the rest of the line is right: errors are told in it.
std::optional<base::Lang> lang_asked(const std::vector<std::string>& words);

}  // namespace bienban::cli
