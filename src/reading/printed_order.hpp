#pragma once

#include <cstdint>
#include <vector>

#include "reading/printed_rows.hpp"

/// In which order the lines of a page are read.
namespace bienban::reading {

enum class PrintedKind : std::uint8_t {
	line,       ///< of running text, a heading …
	table_row,  ///< one cell beside the other
	footnote,
};

/// Of a paper in two languages side by side: in which column a line stands.
enum class PrintedSide : std::uint8_t { both, first, second };

/// A line of text, or a row of a table, where it is read.
struct PrintedItem {
	PrintedKind kind = PrintedKind::line;
	std::vector<std::vector<Piece>> cells;  ///< one for a line; each the lines of the cell
	float left = 0;                         ///< edges of the column it stands in
	float right = 0;
	std::uint32_t page = 0;
	std::uint32_t region = 0;  ///< lines of one column on one page have it in common
	PrintedSide side = PrintedSide::both;
	bool prose = true;   ///< lines may go on in the next: no heading or signature block
	bool plain = false;  ///< across the page

	const Piece& piece() const { return cells.front().front(); }
};

/// The rows of one page in reading order. `region` is counted on.
std::vector<PrintedItem> in_order(const std::vector<Row>& rows, std::uint32_t page, std::uint32_t& region);

}  // namespace bienban::reading
