#include "cli/asked.hpp"

#include <charconv>

#include "report/describe.hpp"

namespace bienban::cli {

namespace {

/// The number of an option, which the parser has checked.
std::size_t number_of(const Arguments& arguments, std::string_view option, std::size_t otherwise) {
	const auto word = arguments.value(option);
	if (word) std::from_chars(word->data(), word->data() + word->size(), otherwise);
	return otherwise;
}

}  // namespace

base::Result<std::int32_t> asked_day(const Arguments& arguments, std::string_view option) {
	return asking::last_day_of(option, arguments.value(option));
}

base::Result<std::optional<registry::Days>> asked_period(const Arguments& arguments) {
	return asking::days_of({.name = "--from", .word = arguments.value("--from")},
	                       {.name = "--to", .word = arguments.value("--to")});
}

base::Result<asking::Between> asked_between(const Arguments& arguments) {
	const auto words = arguments.all("--between");
	if (words.size() < 2) {
		if (arguments.has("--with-past")) return base::fail("cli-option-missing", {"--between", "PLACE PLACE"});
		return asking::Between{};
	}
	return asking::between_of(words[0], words[1],
	                          arguments.has("--with-past") ? asking::WithPast::yes : asking::WithPast::no);
}

void tell_past(const Arguments& arguments, Console& console) {
	const auto between = asked_between(arguments);
	if (!between || !arguments.has("--with-past")) return;
	const auto name = [&](const std::string& code) { return report::place_words(code, console.layout().lang); };
	for (const auto* places : {&between->a, &between->b}) {
		for (std::size_t i = 1; i < places->size(); ++i) {
			const std::string& now = places->front();
			const std::string& past = (*places)[i];
			console.note(console.messages().text("with-past", {now, name(now), past, name(past)}) + "\n");
		}
	}
}

registry::PageOf asked_page(const Arguments& arguments) {
	registry::PageOf page;
	page.limit = number_of(arguments, "--page-size", registry::k_page);
	page.offset = (number_of(arguments, "--page", 1) - 1) * page.limit;
	return page;
}

report::ListingFormat asked_listing_format(const Arguments& arguments) {
	const std::string format = arguments.value("--format").value_or("table");
	if (format == "csv") return report::ListingFormat::csv;
	return format == "jsonl" ? report::ListingFormat::jsonl : report::ListingFormat::table;
}

}  // namespace bienban::cli
