#include <algorithm>
#include <array>

#include "cli/command.hpp"

namespace bienban::cli {

namespace {

constexpr Option k_lexicon{"--lexicon", "FOLDER", "option-lexicon"};
constexpr Option k_jobs{"--jobs", "N", "option-jobs"};
constexpr Option k_register{"--register", "PATH", "option-register"};

constexpr std::array k_read_options = {Option{"--format", "table|jsonl", "option-format-read"},
                                       Option{"--mentions", "", "option-mentions"}, k_lexicon, k_jobs};
constexpr std::array k_add_options = {k_register, k_lexicon, k_jobs};
constexpr std::array k_review_options = {Option{"--between", "PLACE PLACE", "option-between"},
                                         Option{"--from", "DATE", "option-from"}, Option{"--to", "DATE", "option-to"},
                                         k_register, Option{"--format", "terminal|json", "option-format-review"}};

constexpr std::array k_commands = {
    Command{.name = "read",
            .operands = "FILE|FOLDER|- …",
            .least = 1,
            .most = k_any_number,
            .summary = "command-read",
            .options = k_read_options,
            .run = read_command},
    Command{.name = "add",
            .operands = "FILE|FOLDER|- …",
            .least = 1,
            .most = k_any_number,
            .summary = "command-add",
            .options = k_add_options,
            .run = add_command},
    Command{.name = "review",
            .operands = "--between PLACE PLACE",
            .least = 0,
            .most = 0,
            .summary = "command-review",
            .options = k_review_options,
            .run = review_command},
    Command{.name = "lexicon check",
            .operands = "[FOLDER]",
            .least = 0,
            .most = 1,
            .summary = "command-lexicon-check",
            .options = {},
            .run = lexicon_check_command},
    Command{.name = "help",
            .operands = "[COMMAND]",
            .least = 0,
            .most = 2,
            .summary = "command-help",
            .options = {},
            .run = help_command},
};

constexpr std::array k_common_options = {Option{"--lang", "vi|en", "option-lang"}, Option{"--help", "", "option-help"},
                                         Option{"--version", "", "option-version"}};

}  // namespace

std::span<const Command> commands() { return k_commands; }

std::span<const Option> common_options() { return k_common_options; }

const Command* find_command(std::string_view name) {
	const auto found = std::ranges::find(k_commands, name, &Command::name);
	return found == k_commands.end() ? nullptr : &*found;
}

}  // namespace bienban::cli
