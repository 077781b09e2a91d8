#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/layout.hpp"

/// Lists of things of one kind: as a table for people, as CSV for spreadsheets, as JSON lines for programs.
namespace bienban::report {

enum class ListingFormat : std::uint8_t { table, csv, jsonl };

/// One value of one row. `json` is a JSON text; what a person reads and what a spreadsheet takes follow from it where
/// they are not given.
struct Cell {
	std::string json = "null";
	std::optional<std::string> words = std::nullopt;
	std::optional<std::string> plain = std::nullopt;
};

Cell text_cell(std::string_view text);  ///< empty: null
Cell number_cell(std::int64_t number);
Cell decimal_cell(double number);                       ///< two decimals
Cell list_cell(const std::vector<std::string>& texts);  ///< in a table and in CSV with "; " between

/// In which formats a column stands.
enum class Shown : std::uint8_t { everywhere, in_tables, in_data, in_csv, in_jsonl };

struct Column {
	std::string key;      ///< of JSON, and the head of CSV; the head of a table is the message "column-<key>"
	bool breaks = false;  ///< a table too wide for the terminal breaks the lines of this column
	Shown shown = Shown::everywhere;
};

struct Listing {
	std::vector<Column> columns;
	std::vector<std::vector<Cell>> rows;  ///< as many cells as columns
	std::size_t page = 1;
	std::size_t page_size = 50;
	std::int64_t total = 0;  ///< of all pages
	/// Counting stops at a bound: there are at least `total`.
	bool at_least = false;
};

std::string listing_text(const Listing& listing, ListingFormat format, const Layout& layout);

/// "Page 2 of 7 (312)", with a line end; of an empty listing that there is nothing.
std::string page_line(const Listing& listing, base::Lang lang);

/// The rows of CSV with its head, as values for a spreadsheet: a number where the value is one.
using PlainCell = std::variant<std::string, double>;
std::vector<std::vector<PlainCell>> plain_rows(const Listing& listing);

/// One record of CSV (RFC 4180) with its line end. A text that a spreadsheet would take for a formula gets an
/// apostrophe in front, unless it is a number.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace bienban::report
