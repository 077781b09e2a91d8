#include "asking/history.hpp"
#include "asking/stories.hpp"
#include "cli/asked.hpp"
#include "cli/open_register.hpp"
#include "report/lists.hpp"

namespace bienban::cli {

using registry::Entry;
using registry::Register;

ExitCode history_command(const Arguments& arguments, Console& console) {
	std::optional<registry::Id> id;
	if (!arguments.operands.empty()) {
		const auto named = asking::id_of(arguments.operands.front());
		if (!named) {
			console.error(named.error());
			return ExitCode::wrong_command_line;
		}
		id = *named;
	}
	return with_register(arguments, console, registry::Access::read, [&](Register& opened) -> base::Result<ExitCode> {
		const registry::PageOf page = asked_page(arguments);
		std::vector<Entry> entries;
		std::int64_t total = 0;
		if (id) {
			const auto about = asking::entries_about(opened, *id);
			if (!about) return tl::unexpected(about.error());
			total = static_cast<std::int64_t>(about->size());
			entries = asking::entries_page(opened, page, *about);
		} else {
			const auto last = opened.rows().last_entry();
			total = last ? last->seq : 0;
			entries = asking::journal_page(opened, page);
		}
		const auto format = asked_listing_format(arguments);
		report::Listing listing = report::entries_listing(entries, console.layout().lang);
		listing.total = total;
		listing.page_size = page.limit;
		listing.page = page.offset / page.limit + 1;
		console.out(report::listing_text(listing, format, console.layout()));
		const bool whole = static_cast<std::size_t>(total) <= page.limit;
		if (format != report::ListingFormat::table && !whole) {
			console.note(report::page_line(listing, console.layout().lang));
		}
		return ExitCode::done;
	});
}

}  // namespace bienban::cli
