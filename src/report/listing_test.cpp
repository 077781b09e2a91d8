#include "report/listing.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "report/lists.hpp"

using namespace bienban;
using namespace bienban::report;
using base::Lang;

namespace {

const Layout k_wide{.columns = 100, .lang = Lang::en};

registry::FactRow talks() {
	registry::FactRow fact;
	fact.id = registry::record_id(12, 3);
	fact.type = "meeting";
	fact.first_day = fact.last_day = 20191111;
	fact.value = R"({"type":"meeting","kind":"talks","date":"2019-11-11","place":"LA-HO",)"
	             R"("parties":["VN-05/military-command","LA-HO/military-command"],"chairs":["An, B"],"recurs":null,)"
	             R"("ordinal":11})";
	fact.conflicts = {"date"};
	fact.records = 3;
	return fact;
}

}  // namespace

TEST_CASE("a record of CSV quotes what RFC 4180 says it must") {
	CHECK(csv_line({"a", "b c", "", "d,e", "f\"g", "h\ni"}) == "a,b c,,\"d,e\",\"f\"\"g\",\"h\ni\"\r\n");
}

TEST_CASE("a cell of CSV that a spreadsheet would take for a formula is made harmless") {
	CHECK(csv_line({"=1+1", "+x", "-y", "@z", "-5", "+1.5", "-"}) == "'=1+1,'+x,'-y,'@z,-5,+1.5,'-\r\n");
	CHECK(csv_line({"\t=1", "-1,5"}) == "'\t=1,\"'-1,5\"\r\n");
}

TEST_CASE("facts of one type have a column for each field in CSV") {
	const std::string csv = listing_text(facts_listing({talks()}, "meeting", Lang::en), ListingFormat::csv, k_wide);
	CHECK(
	    csv ==
	    "id,type,first_day,last_day,kind,date,place,parties,chairs,recurs,ordinal,summary,status,conflicts,records\r\n"
	    "F12.3,meeting,2019-11-11,2019-11-11,talks,2019-11-11,LA-HO,VN-05/military-command; LA-HO/military-command,"
	    "\"An, B\",,11,\"Talks no. 11: military command, Sơn La – military command, Houaphanh; in Houaphanh; "
	    "chaired by An, B\",read,date,3\r\n");
}

TEST_CASE("a JSON line of a fact holds the record as it is") {
	const std::string line = listing_text(facts_listing({talks()}, {}, Lang::en), ListingFormat::jsonl, k_wide);
	CHECK(line.starts_with(R"({"id":"F12.3","type":"meeting","first_day":"2019-11-11","last_day":"2019-11-11",)"
	                       R"("record":{"type":"meeting","kind":"talks",)"));
	CHECK(line.ends_with(R"("status":"read","conflicts":["date"],"records":3})"
	                     "\n"));
}

TEST_CASE("a table is no wider than the terminal, and its ids are never broken") {
	for (const std::size_t columns : {60U, 80U, 200U}) {
		const Layout layout{.columns = columns, .lang = Lang::vi};
		Listing listing = facts_listing({talks(), talks()}, "meeting", Lang::vi);
		listing.total = 2;
		const std::string table = listing_text(listing, ListingFormat::table, layout);
		for (std::size_t at = 0; at < table.size();) {
			const auto end = table.find('\n', at);
			CHECK(width(table.substr(at, end - at)) <= columns);
			at = end + 1;
		}
		CHECK(std::ranges::count(table, '\n') >= 5);
		CHECK(table.find("F12.3") != std::string::npos);
	}
}

TEST_CASE("a listing says which page it is") {
	Listing listing;
	listing.columns = {{.key = "id"}};
	CHECK(page_line(listing, Lang::en) == "nothing\n");
	listing.total = 312;
	listing.page = 2;
	CHECK(page_line(listing, Lang::en) == "Page 2 of 7 (312 in all)\n");
	listing.total = 10000;
	listing.at_least = true;
	CHECK(page_line(listing, Lang::en) == "Page 2 of 200 or more (at least 10,000 in all)\n");
}

TEST_CASE("words from documents cannot steer a terminal through a table") {
	registry::DocumentRow document;
	document.id = 1;
	document.title = "a\x1B[2Jb";
	const std::string table = listing_text(documents_listing({document}, Lang::en), ListingFormat::table, k_wide);
	CHECK(table.find('\x1B') == std::string::npos);
}

TEST_CASE("lines of a cell are broken at spaces, and cut where a word is too long") {
	CHECK(lines_of("một hai ba", 7) == std::vector<std::string>{"một hai", "ba"});
	CHECK(lines_of("military-command", 8) == std::vector<std::string>{"military", "-command"});
	CHECK(lines_of("", 8) == std::vector<std::string>{""});
}
