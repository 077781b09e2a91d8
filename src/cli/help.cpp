#include <algorithm>

#include "cli/command.hpp"
#include "cli/console.hpp"

namespace bienban::cli {

namespace {

std::string head_of(const Option& option) {
	std::string head{option.name == "--help" ? "-h, --help" : option.name};
	if (!option.value.empty()) head.append(" ").append(option.value);
	return head;
}

/// Lines of two columns, as wide as the widest of the left one.
std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows) {
	std::size_t widest = 0;
	for (const auto& [left, right] : rows) widest = std::max(widest, report::width(left));
	const report::Layout layout{.columns = 100};
	std::string out;
	for (const auto& [left, right] : rows) {
		out += report::wrapped("  " + left, right, widest + 4, report::Style::plain, layout);
	}
	return out;
}

std::string options_text(std::span<const Option> options, const base::Messages& messages) {
	std::vector<std::pair<std::string, std::string>> rows;
	for (const Option& option : options) rows.emplace_back(head_of(option), messages.text(option.summary));
	return two_columns(rows);
}

}  // namespace

std::string help_text(const base::Messages& messages) {
	std::string out = "bienban " BIENBAN_VERSION "\n" + messages.text("program-summary") + "\n\n";
	out += messages.text("help-commands") + "\n";
	std::vector<std::pair<std::string, std::string>> rows;
	for (const Command& command : commands()) {
		rows.emplace_back(std::string{command.name}, messages.text(command.summary));
	}
	out += two_columns(rows) + "\n" + messages.text("help-options") + "\n";
	out += options_text(common_options(), messages) + "\n";
	return out + messages.text("help-more") + "\n" + messages.text("help-exit") + "\n";
}

std::string help_text(const Command& command, const base::Messages& messages) {
	std::string usage = "bienban " + std::string{command.name};
	if (!command.operands.empty()) usage.append(" ").append(command.operands);
	std::string out = messages.text("help-usage") + " " + usage + "\n";
	out += messages.text(command.summary) + "\n\n" + messages.text("help-options") + "\n";
	std::vector<Option> options{command.options.begin(), command.options.end()};
	options.insert(options.end(), common_options().begin(), common_options().end());
	return out + options_text(options, messages) + "\n" + messages.text("help-exit") + "\n";
}

ExitCode help_command(const Arguments& arguments, Console& console) {
	std::string name;
	for (const std::string& word : arguments.operands) name.append(name.empty() ? "" : " ").append(word);
	const Command* command = find_command(name);
	if (!name.empty() && command == nullptr) {
		console.error({"cli-unknown-command", {name}, "", 0});
		return ExitCode::wrong_command_line;
	}
	console.out(command == nullptr ? help_text(console.messages()) : help_text(*command, console.messages()));
	console.flush();
	return ExitCode::done;
}

}  // namespace bienban::cli
