#include "cli/parse.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <deque>

namespace bienban::cli {

namespace {

std::vector<std::string> split(std::string_view text, char at) {
	std::vector<std::string> parts;
	while (!text.empty()) {
		const auto end = text.find(at);
		parts.emplace_back(text.substr(0, end));
		text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
	}
	return parts;
}

/// Whether all values count that are given.
bool may_repeat(const Option& option) { return option.value.ends_with("…"); }

/// CLI11 knows what stands where; what it means, and how a fault is told, is ours: it would tell both in English only.
class Line {
public:
	Line() {
		m_app.set_help_flag();
		m_app.require_subcommand(0, 1);
		m_app.allow_extras();
		add_options(m_app, common_options());
		for (const Command& command : commands()) add_command(command);
	}

	base::Result<Parsed> parse(std::vector<std::string> words) {
		// CLI11 forgets "--" where it goes from a command back to the program.
		const auto mark = std::ranges::find(words, "--");
		if (mark != words.end()) m_after_mark.assign(mark + 1, words.end());
		words.erase(mark, words.end());
		std::ranges::reverse(words);  // CLI11 takes them from the back
		try {
			m_app.parse(std::move(words));
		} catch (const CLI::ArgumentMismatch& error) {
			return mismatch(error);
		} catch (const CLI::ParseError& error) {
			return base::fail("cli-bad-line", {error.what()});
		}
		return result();
	}

private:
	struct Slot {
		CLI::App* app;
		const Command* command;
		std::vector<std::string> operands;
	};

	void add_options(CLI::App& app, std::span<const Option> options) {
		for (const Option& option : options) {
			const std::string name{option.name};
			if (option.value.empty()) {
				app.add_flag(option.name == "--help" ? "-h,--help" : name);  // the few that have a letter of their own
				continue;
			}
			const auto words = static_cast<int>(split(option.value, ' ').size());
			auto& values = m_values.emplace_back();
			// Given twice, the last one counts, as in most programs.
			app.add_option(option.name == "--output" ? "-o,--output" : name, values)
			    ->expected(words)
			    ->allow_extra_args(false)
			    ->multi_option_policy(may_repeat(option) ? CLI::MultiOptionPolicy::TakeAll
			                                             : CLI::MultiOptionPolicy::TakeLast);
		}
	}

	void add_command(const Command& command) {
		CLI::App* app = &m_app;
		for (const std::string& word : split(command.name, ' ')) {
			const auto known = app->get_subcommands([&](const CLI::App* inner) { return inner->get_name() == word; });
			app = known.empty() ? app->add_subcommand(word) : known.front();
			app->set_help_flag();
			app->fallthrough();
			app->require_subcommand(0, 1);
			app->allow_extras();
		}
		add_options(*app, command.options);
		m_slots.push_back({.app = app, .command = &command, .operands = {}});
		if (command.most > 0) app->add_option("operands", m_slots.back().operands)->expected(0, -1);
	}

	/// "--format: 1 required TEXT missing" → the option; its value as the table has it.
	base::Result<Parsed> mismatch(const CLI::ParseError& error) const {
		const std::string what = error.what();
		const std::string name = what.substr(0, what.find_first_of(": "));
		const auto find = [&](std::span<const Option> options) -> const Option* {
			const auto found = std::ranges::find(options, name, &Option::name);
			return found == options.end() ? nullptr : &*found;
		};
		const Option* option = find(common_options());
		for (const Slot& slot : m_slots) {
			if (option == nullptr && slot.app->parsed()) option = find(slot.command->options);
		}
		if (option == nullptr) return base::fail("cli-bad-line", {what});
		return base::fail("cli-option-value", {name, std::string{option->value}});
	}

	base::Result<Parsed> result() {
		Parsed parsed;
		for (Slot& slot : m_slots) {
			if (!slot.app->parsed()) continue;
			parsed.command = slot.command;
			parsed.arguments.operands = std::move(slot.operands);
			parsed.arguments.operands.insert(parsed.arguments.operands.end(), m_after_mark.begin(), m_after_mark.end());
			if (auto faulty = take(*slot.app, slot.command->options, parsed)) return tl::unexpected(*faulty);
		}
		if (auto faulty = take(m_app, common_options(), parsed)) return tl::unexpected(*faulty);
		if (auto faulty = check_extras(parsed)) return tl::unexpected(*faulty);
		if (parsed.arguments.has("--help") || parsed.arguments.has("--version")) return parsed;
		if (parsed.command == nullptr) return base::fail("cli-no-command");
		const auto usage = std::string{parsed.command->name} + " " + std::string{parsed.command->operands};
		const auto& operands = parsed.arguments.operands;
		if (operands.size() < parsed.command->least) return base::fail("cli-operand-missing", {usage});
		if (operands.size() > parsed.command->most) {
			return base::fail("cli-operand-extra", {operands[parsed.command->most], usage});
		}
		return parsed;
	}

	/// Words that nothing knows: options, or operands where none are taken.
	std::optional<base::Error> check_extras(const Parsed& parsed) const {
		const auto extras = m_app.remaining(true);
		if (extras.empty()) return std::nullopt;
		const std::string& word = extras.front();
		if (parsed.command == nullptr) {
			const bool option = word.starts_with('-');
			return base::Error{option ? "cli-unknown-option" : "cli-unknown-command", {word, ""}, "", 0};
		}
		const std::string name{parsed.command->name};
		if (word.starts_with('-') && word != "-") return base::Error{"cli-unknown-option", {word, " " + name}, "", 0};
		return base::Error{"cli-operand-extra", {word, name + " …"}, "", 0};
	}

	/// The values of the options that were given, checked against what the table says they take.
	static std::optional<base::Error> take(const CLI::App& app, std::span<const Option> options, Parsed& parsed) {
		for (const Option& option : options) {
			const CLI::Option* given = app.get_option_no_throw(std::string{option.name});
			if (given == nullptr || given->count() == 0) continue;
			const auto& words = option.value.empty() ? std::vector<std::string>{} : given->reduced_results();
			if (!words.empty()) {
				if (!may_repeat(option) && words.size() != split(option.value, ' ').size()) {
					return base::Error{
					    "cli-option-value", {std::string{option.name}, std::string{option.value}}, "", 0};
				}
				if (auto faulty = check(option, words.front())) return faulty;
			}
			parsed.arguments.values[option.name] = words;
		}
		return std::nullopt;
	}

	static std::optional<base::Error> check(const Option& option, const std::string& word) {
		const std::string name{option.name};
		if (option.value.find('|') != std::string_view::npos) {
			const auto choices = split(option.value, '|');
			if (std::ranges::find(choices, word) != choices.end()) return std::nullopt;
			return base::Error{"cli-option-choice", {name, word, std::string{option.value}}, "", 0};
		}
		if (option.value == "N") {
			unsigned number = 0;
			const char* end = word.data() + word.size();
			const auto [stop, error] = std::from_chars(word.data(), end, number);
			const bool good = error == std::errc{} && stop == end && number >= 1 && number <= option.most;
			if (!good) return base::Error{"cli-option-number", {name, word, std::to_string(option.most)}, "", 0};
		}
		return std::nullopt;
	}

	// deque: CLI11 keeps the addresses of what it fills.
	std::deque<std::vector<std::string>> m_values;
	std::deque<Slot> m_slots;
	std::vector<std::string> m_after_mark;  ///< operands, whatever they look like
	CLI::App m_app;
};

}  // namespace

base::Result<Parsed> parse(std::vector<std::string> words) {
	for (std::string& word : words) {
		// CLI11 takes "[a,b]" for a list of two; a folder may well be named [2019].
		if (word.starts_with('[') && word.ends_with(']')) word.insert(0, "./");
	}
	return Line{}.parse(std::move(words));
}

std::optional<base::Lang> lang_asked(const std::vector<std::string>& words) {
	std::optional<base::Lang> asked;
	for (std::size_t i = 0; i < words.size(); ++i) {
		if (words[i] == "--") break;
		if (words[i] == "--lang" && i + 1 < words.size()) asked = base::lang_of(words[i + 1]);
		if (words[i].starts_with("--lang=")) asked = base::lang_of(std::string_view{words[i]}.substr(7));
	}
	return asked;
}

}  // namespace bienban::cli
