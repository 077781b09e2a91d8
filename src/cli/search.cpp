#include "register/search.hpp"

#include "cli/asked.hpp"
#include "cli/open_register.hpp"
#include "lexicon/spellings.hpp"
#include "report/findings.hpp"

namespace bienban::cli {

ExitCode search_command(const Arguments& arguments, Console& console) {
	std::string asked;
	for (const std::string& word : arguments.operands) asked.append(asked.empty() ? "" : " ").append(word);
	// What cannot be looked for is told before the register is opened.
	if (const auto query = registry::search_query(asked, lexicon::spellings_of); !query) {
		console.error(query.error());
		return ExitCode::wrong_command_line;
	}
	return with_register(
	    arguments, console, registry::Access::read, [&](registry::Register& opened) -> base::Result<ExitCode> {
		    const registry::PageOf page = asked_page(arguments);
		    const auto found = registry::search(opened.rows(), asked, lexicon::spellings_of, page);
		    if (!found) return tl::unexpected(found.error());
		    const auto format = asked_listing_format(arguments);
		    if (format == report::ListingFormat::table) {
			    console.out(report::search_text(*found, page.offset + 1, console.layout()));
			    return ExitCode::done;
		    }
		    console.out(report::listing_text(report::search_listing(*found), format, console.layout()));
		    if (found->more) console.note(console.messages().text("search-more") + "\n");
		    return ExitCode::done;
	    });
}

}  // namespace bienban::cli
