#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "cli/exit_code.hpp"

/// The commands and their options: one table, from which parsing, help and its tests come.
namespace bienban::cli {

class Console;

inline constexpr unsigned k_most_jobs = 256;
inline constexpr unsigned k_most_pages = 1'000'000;
inline constexpr unsigned k_largest_page = 10'000;

struct Option {
	std::string_view name;   ///< "--format"
	std::string_view value;  ///< what stands after it: "table|jsonl" (a choice), "N" (1 to `most`), "PLACE PLACE" (two
	                         ///< words), "FIELD=VALUE…" (may be given several times, each time with one word), any
	                         ///< other word; empty: it takes none
	std::string_view summary;  ///< message id
	unsigned most = k_most_jobs;
};

/// What one command line gave to a command; choices and numbers are checked already.
struct Arguments {
	std::vector<std::string> operands;
	std::map<std::string_view, std::vector<std::string>> values;  ///< by option; an option that takes none has no value

	bool has(std::string_view option) const { return values.contains(option); }
	/// The first word of the option's value.
	std::optional<std::string> value(std::string_view option) const {
		const auto found = values.find(option);
		if (found == values.end() || found->second.empty()) return std::nullopt;
		return found->second.front();
	}
	/// All words of the option's values; none where it is not given.
	std::vector<std::string> all(std::string_view option) const {
		const auto found = values.find(option);
		return found == values.end() ? std::vector<std::string>{} : found->second;
	}
};

struct Command {
	std::string_view name;      ///< one word, or two: "lexicon check"
	std::string_view operands;  ///< as help shows them
	std::size_t least;          ///< of operands
	std::size_t most;
	std::string_view summary;  ///< message id
	std::span<const Option> options;
	ExitCode (*run)(const Arguments& arguments, Console& console);
};

inline constexpr std::size_t k_any_number = static_cast<std::size_t>(-1);

/// All commands, in the order of help.
std::span<const Command> commands();

/// The command of a name, or nullptr.
const Command* find_command(std::string_view name);

/// The options that every command takes.
std::span<const Option> common_options();

ExitCode read_command(const Arguments& arguments, Console& console);
ExitCode add_command(const Arguments& arguments, Console& console);
ExitCode draft_command(const Arguments& arguments, Console& console);
ExitCode list_command(const Arguments& arguments, Console& console);
ExitCode show_command(const Arguments& arguments, Console& console);
ExitCode why_command(const Arguments& arguments, Console& console);
ExitCode search_command(const Arguments& arguments, Console& console);
ExitCode check_command(const Arguments& arguments, Console& console);
ExitCode confirm_command(const Arguments& arguments, Console& console);
ExitCode correct_command(const Arguments& arguments, Console& console);
ExitCode reject_command(const Arguments& arguments, Console& console);
ExitCode add_fact_command(const Arguments& arguments, Console& console);
ExitCode join_command(const Arguments& arguments, Console& console);
ExitCode split_command(const Arguments& arguments, Console& console);
ExitCode same_command(const Arguments& arguments, Console& console);
ExitCode different_command(const Arguments& arguments, Console& console);
ExitCode undo_command(const Arguments& arguments, Console& console);
ExitCode history_command(const Arguments& arguments, Console& console);
ExitCode register_verify_command(const Arguments& arguments, Console& console);
ExitCode register_rebuild_command(const Arguments& arguments, Console& console);
ExitCode register_dump_command(const Arguments& arguments, Console& console);
ExitCode register_info_command(const Arguments& arguments, Console& console);
ExitCode review_command(const Arguments& arguments, Console& console);
ExitCode doctor_command(const Arguments& arguments, Console& console);
ExitCode serve_command(const Arguments& arguments, Console& console);
ExitCode lexicon_check_command(const Arguments& arguments, Console& console);
ExitCode help_command(const Arguments& arguments, Console& console);

/// Help on all commands, or on one.
std::string help_text(const base::Messages& messages);
std::string help_text(const Command& command, const base::Messages& messages);

}  // namespace bienban::cli
