#include "report/grid.hpp"

#include <doctest/doctest.h>

using namespace bienban::report;

namespace {

Grid meetings() {
	return {.breaks = {false, true, true, false},
	        .rows = {{"No.", "Form", "Parties", "Total"},
	                 {"1", "Memorandum", "The two provinces", "12"},
	                 {"2", "Talks", "", "7"}}};
}

std::string table(std::size_t columns) { return grid_text(meetings(), true, 0, {.columns = columns}); }

}  // namespace

TEST_CASE("a table that fits stands in columns") {
	CHECK(table(80) ==
	      "No.  Form        Parties            Total\n"
	      "1    Memorandum  The two provinces  12\n"
	      "2    Talks                          7\n");
}

TEST_CASE("columns give way no further than to their longest word") {
	CHECK(table(34) ==
	      "No.  Form        Parties     Total\n"
	      "1    Memorandum  The two     12\n"
	      "                 provinces\n"
	      "2    Talks                   7\n");
}

TEST_CASE("where no words fit side by side, each row is a paragraph") {
	CHECK(table(30) ==
	      "No.      1\n"
	      "Form     Memorandum\n"
	      "Parties  The two provinces\n"
	      "Total    12\n"
	      "\n"
	      "No.      2\n"
	      "Form     Talks\n"
	      "Total    7\n");
}

TEST_CASE("a heading is broken before a table is too wide") {
	const Grid grid{.breaks = {false, false}, .rows = {{"Year", "In Sơn La Province"}, {"2016", "2"}}};
	CHECK(grid_text(grid, true, 2, {.columns = 16}) ==
	      "  Year  In Sơn\n"
	      "        La\n"
	      "        Province\n"
	      "  2016  2\n");
}
