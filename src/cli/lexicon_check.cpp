#include <filesystem>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "lexicon/load.hpp"

namespace bienban::cli {

ExitCode lexicon_check_command(const Arguments& arguments, Console& console) {
	std::optional<std::filesystem::path> folder;
	if (!arguments.operands.empty()) {
		folder = arguments.operands.front();
		std::error_code ignored;
		if (!std::filesystem::is_directory(*folder, ignored)) {
			console.error({"cli-folder", {}, folder->string(), 0});
			return ExitCode::could_not;
		}
	}
	const auto faults = lexicon::check(folder);
	for (const base::Error& fault : faults) console.error(fault);
	if (faults.empty()) {
		console.out(console.messages().text("lexicon-sound") + "\n");
	} else {
		console.error({"lexicon-faults", {std::to_string(faults.size())}, "", 0});
	}
	console.flush();
	return faults.empty() ? ExitCode::done : ExitCode::needs_a_look;
}

}  // namespace bienban::cli
