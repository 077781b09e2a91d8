#include "cli/run.hpp"

#include <exception>

#include "cli/console.hpp"
#include "cli/parse.hpp"

namespace bienban::cli {

namespace {

ExitCode run(const Parsed& parsed, Console& console) {
	if (parsed.arguments.has("--version")) {
		console.out("bienban " BIENBAN_VERSION "\n");
	} else if (!parsed.arguments.has("--help")) {
		return parsed.command->run(parsed.arguments, console);
	} else {
		console.out(parsed.command == nullptr ? help_text(console.messages())
		                                      : help_text(*parsed.command, console.messages()));
	}
	console.flush();
	return ExitCode::done;
}

}  // namespace

ExitCode run(const std::vector<std::string>& words) {
	Console console{lang_asked(words).value_or(base::lang_of_environment())};
	try {
		const auto parsed = parse(words);
		if (parsed) return run(*parsed, console);
		console.error(parsed.error());
		return ExitCode::wrong_command_line;
	} catch (const OutputError& failure) {
		console.error({"output-failed", {failure.what()}, "", 0});
	} catch (const std::exception& failure) {
		console.error({"failed", {failure.what()}, "", 0});
	}
	return ExitCode::could_not;
}

}  // namespace bienban::cli
