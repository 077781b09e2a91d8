#include <algorithm>
#include <array>

#include "cli/command.hpp"

namespace bienban::cli {

namespace {

constexpr Option k_lexicon{"--lexicon", "FOLDER", "option-lexicon"};
constexpr Option k_jobs{"--jobs", "N", "option-jobs"};
constexpr Option k_unlocked{"--unlocked", "", "option-unlocked"};
constexpr Option k_register{"--register", "PATH", "option-register"};
constexpr Option k_between{"--between", "PLACE PLACE", "option-between"};
constexpr Option k_with_past{"--with-past", "", "option-with-past"};
constexpr Option k_from{"--from", "DATE", "option-from"};
constexpr Option k_to{"--to", "DATE", "option-to"};
constexpr Option k_page{"--page", "N", "option-page", k_most_pages};
constexpr Option k_page_size{"--page-size", "N", "option-page-size", k_largest_page};
constexpr Option k_list_format{"--format", "table|csv|jsonl", "option-format-list"};
constexpr Option k_show_format{"--format", "table|json", "option-format-show"};
constexpr Option k_by{"--by", "NAME", "option-by"};
constexpr Option k_why{"--why", "TEXT", "option-why"};

constexpr std::array k_read_options = {Option{"--format", "table|jsonl", "option-format-read"},
                                       Option{"--mentions", "", "option-mentions"}, k_lexicon, k_jobs, k_unlocked};
constexpr std::array k_add_options = {k_register, Option{"--quiet", "", "option-quiet"}, k_lexicon, k_jobs, k_unlocked};
constexpr Option k_of{"--of", "PARTY", "option-of"};
constexpr Option k_with{"--with", "PARTY,PARTY…", "option-with"};
constexpr Option k_review_as_of{"--as-of", "DATE", "option-as-of-review"};
constexpr Option k_output{"--output", "FILE…", "option-output"};
constexpr Option k_overwrite{"--overwrite", "", "option-overwrite"};
constexpr Option k_review_between{"--between", "PARTY PARTY", "option-between-parties"};
constexpr std::array k_review_options = {
    k_review_between, k_of,
    k_with,           k_with_past,
    k_from,           k_to,
    k_review_as_of,   Option{"--format", "terminal|html|docx|xlsx|json|md", "option-format-review"},
    k_output,         k_overwrite,
    k_register};
constexpr std::array k_draft_options = {k_review_between,
                                        k_of,
                                        k_with,
                                        k_with_past,
                                        k_from,
                                        k_to,
                                        k_review_as_of,
                                        Option{"--meeting", "FACT", "option-meeting"},
                                        Option{"--for", "PERIOD", "option-for"},
                                        Option{"--no-sources", "", "option-no-sources"},
                                        Option{"--lao-column", "", "option-lao-column"},
                                        k_output,
                                        k_overwrite,
                                        k_register};
constexpr std::array k_list_options = {Option{"--party", "PARTY", "option-party"},
                                       k_between,
                                       k_with_past,
                                       Option{"--body", "KIND", "option-body"},
                                       Option{"--theme", "THEME", "option-theme"},
                                       k_from,
                                       k_to,
                                       Option{"--source", "TEXT", "option-source"},
                                       Option{"--status", "read|confirmed|corrected|rejected|gone", "option-status"},
                                       Option{"--text", "TEXT", "option-text"},
                                       Option{"--sort", "date|-date|id", "option-sort"},
                                       k_page,
                                       k_page_size,
                                       k_list_format,
                                       k_register};
constexpr std::array k_show_options = {k_show_format, k_register};
constexpr std::array k_search_options = {k_page, k_page_size, k_list_format, k_register};
constexpr std::array k_check_options = {Option{"--as-of", "DATE", "option-as-of"}, k_between,     k_with_past,
                                        Option{"--kind", "KIND", "option-kind"},   k_list_format, k_register};
constexpr std::array k_decision_options = {k_by, k_why, k_register};
constexpr std::array k_add_fact_options = {Option{"--type", "TYPE", "option-type"},
                                           Option{"--set", "FIELD=VALUE…", "option-set"}, k_by, k_why, k_register};
constexpr std::array k_doctor_options = {Option{"--format", "table|json", "option-format-show"}};
constexpr std::array k_serve_options = {k_register, Option{"--listen", "ADDRESS:PORT", "option-listen"},
                                        Option{"--proxy", "ORIGIN", "option-proxy"}, k_lexicon};
constexpr std::array k_register_options = {k_register};

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
            .operands = "--between PARTY PARTY",
            .least = 0,
            .most = 0,
            .summary = "command-review",
            .options = k_review_options,
            .run = review_command},
    Command{.name = "draft",
            .operands = "minutes|memorandum|report|bulletin --between PARTY PARTY",
            .least = 1,
            .most = 1,
            .summary = "command-draft",
            .options = k_draft_options,
            .run = draft_command},
    Command{.name = "list",
            .operands = "KIND",
            .least = 1,
            .most = 1,
            .summary = "command-list",
            .options = k_list_options,
            .run = list_command},
    Command{.name = "show",
            .operands = "ID",
            .least = 1,
            .most = 1,
            .summary = "command-show",
            .options = k_show_options,
            .run = show_command},
    Command{.name = "why",
            .operands = "FACT",
            .least = 1,
            .most = 1,
            .summary = "command-why",
            .options = k_show_options,
            .run = why_command},
    Command{.name = "search",
            .operands = "WORD …",
            .least = 1,
            .most = k_any_number,
            .summary = "command-search",
            .options = k_search_options,
            .run = search_command},
    Command{.name = "check",
            .operands = "",
            .least = 0,
            .most = 0,
            .summary = "command-check",
            .options = k_check_options,
            .run = check_command},
    Command{.name = "confirm",
            .operands = "FACT",
            .least = 1,
            .most = 1,
            .summary = "command-confirm",
            .options = k_decision_options,
            .run = confirm_command},
    Command{.name = "correct",
            .operands = "FACT FIELD VALUE",
            .least = 3,
            .most = 3,
            .summary = "command-correct",
            .options = k_decision_options,
            .run = correct_command},
    Command{.name = "reject",
            .operands = "FACT",
            .least = 1,
            .most = 1,
            .summary = "command-reject",
            .options = k_decision_options,
            .run = reject_command},
    Command{.name = "add-fact",
            .operands = "--type TYPE --set FIELD=VALUE …",
            .least = 0,
            .most = 0,
            .summary = "command-add-fact",
            .options = k_add_fact_options,
            .run = add_fact_command},
    Command{.name = "join",
            .operands = "FACT FACT …",
            .least = 2,
            .most = k_any_number,
            .summary = "command-join",
            .options = k_decision_options,
            .run = join_command},
    Command{.name = "split",
            .operands = "FACT RECORD …",
            .least = 2,
            .most = k_any_number,
            .summary = "command-split",
            .options = k_decision_options,
            .run = split_command},
    Command{.name = "same",
            .operands = "PERSON|PARTY PERSON|PARTY",
            .least = 2,
            .most = 2,
            .summary = "command-same",
            .options = k_decision_options,
            .run = same_command},
    Command{.name = "different",
            .operands = "PERSON|PARTY PERSON|PARTY",
            .least = 2,
            .most = 2,
            .summary = "command-different",
            .options = k_decision_options,
            .run = different_command},
    Command{.name = "undo",
            .operands = "ENTRY",
            .least = 1,
            .most = 1,
            .summary = "command-undo",
            .options = k_decision_options,
            .run = undo_command},
    Command{.name = "history",
            .operands = "[ID]",
            .least = 0,
            .most = 1,
            .summary = "command-history",
            .options = k_search_options,
            .run = history_command},
    Command{.name = "register verify",
            .operands = "",
            .least = 0,
            .most = 0,
            .summary = "command-register-verify",
            .options = k_register_options,
            .run = register_verify_command},
    Command{.name = "register rebuild",
            .operands = "",
            .least = 0,
            .most = 0,
            .summary = "command-register-rebuild",
            .options = k_register_options,
            .run = register_rebuild_command},
    Command{.name = "register dump",
            .operands = "",
            .least = 0,
            .most = 0,
            .summary = "command-register-dump",
            .options = k_register_options,
            .run = register_dump_command},
    Command{.name = "register info",
            .operands = "",
            .least = 0,
            .most = 0,
            .summary = "command-register-info",
            .options = k_register_options,
            .run = register_info_command},
    Command{.name = "serve",
            .operands = "",
            .least = 0,
            .most = 0,
            .summary = "command-serve",
            .options = k_serve_options,
            .run = serve_command},
    Command{.name = "lexicon check",
            .operands = "[FOLDER]",
            .least = 0,
            .most = 1,
            .summary = "command-lexicon-check",
            .options = {},
            .run = lexicon_check_command},
    Command{.name = "doctor",
            .operands = "",
            .least = 0,
            .most = 0,
            .summary = "command-doctor",
            .options = k_doctor_options,
            .run = doctor_command},
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
