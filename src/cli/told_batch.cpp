#include "cli/told_batch.hpp"

#include <algorithm>
#include <charconv>
#include <thread>

#include "intake/inputs.hpp"

namespace bienban::cli {

ExitCode told_batch(const intake::BatchOptions& options, const lexicon::Lexicon& lexicon, Console& console,
                    const std::function<intake::Product(model::Document, model::Reading, registry::Origin)>& make,
                    const std::function<base::Result<void>(intake::Product)>& take, const std::function<void()>& wait) {
	const std::size_t total = console.errors_are_terminal() ? intake::Inputs::count(options.operands) : 0;
	const intake::Tally tally = intake::run_batch(options, lexicon,
	                                              {.make = make,
	                                               .take = take,
	                                               .failed = [&](const base::Error& error) { console.error(error); },
	                                               .told =
	                                                   [&](std::size_t done) {
		                                                   console.progress(done, total);
		                                                   return true;
	                                                   },
	                                               .wait = wait});
	console.end_progress();
	if (tally.read == 0) return ExitCode::could_not;
	return tally.failed == 0 ? ExitCode::done : ExitCode::needs_a_look;
}

conversion::Unlocked unlocked_of(const Arguments& arguments) {
	return arguments.has("--unlocked") ? conversion::Unlocked::yes : conversion::Unlocked::no;
}

unsigned jobs_of(const Arguments& arguments) {
	unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
	if (const auto given = arguments.value("--jobs")) {
		std::from_chars(given->data(), given->data() + given->size(), jobs);
	}
	return std::min(jobs, k_most_jobs);
}

}  // namespace bienban::cli
