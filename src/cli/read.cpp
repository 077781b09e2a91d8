#include "cli/lexicon_option.hpp"
#include "cli/told_batch.hpp"
#include "report/reading_report.hpp"

namespace bienban::cli {

ExitCode read_command(const Arguments& arguments, Console& console) {
	const auto lexicon = asked_lexicon(arguments);
	if (!lexicon) {
		console.error(lexicon.error());
		return ExitCode::could_not;
	}
	const bool table =
	    arguments.value("--format").value_or(console.output_is_terminal() ? "table" : "jsonl") == "table";
	const auto mentions = arguments.has("--mentions") ? report::WithMentions::yes : report::WithMentions::no;
	const intake::BatchOptions options{.operands = arguments.operands,
	                                   .jobs = jobs_of(arguments),
	                                   .mentions = mentions == report::WithMentions::yes,
	                                   .unlocked = unlocked_of(arguments)};
	const auto make = [&](const model::Document& document, const model::Reading& reading, const registry::Origin&) {
		intake::Product product;
		product.text = table ? report::reading_table(document, reading, mentions, console.layout())
		                     : report::reading_json(document, reading, mentions);
		return product;
	};
	const auto take = [&](const intake::Product& product) -> base::Result<void> {
		console.out(product.text);
		return {};
	};
	const ExitCode code = told_batch(options, **lexicon, console, make, take);
	console.flush();
	return code;
}

}  // namespace bienban::cli
