#pragma once

#include <vector>

#include "reading/printed_rows.hpp"

/// Where on a page things stand side by side.
namespace bienban::reading {

struct Stretch {
	float left = 0;
	float right = 0;
	float width() const { return right - left; }
};

/// Rows [first, last) that white space from top to bottom parts into columns.
struct Band {
	std::size_t first = 0;
	std::size_t last = 0;
	std::vector<Stretch> columns;  ///< two or more, from left to right: what white space parts from top to bottom
	std::vector<Stretch> cells;    ///< the columns of a table, where some of its cells go across several
};

/// The bands of a page, from top to bottom; rows in none go across the page. Rows that go on beside a band are cut
/// where its columns are parted.
std::vector<Band> bands_of(std::vector<Row>& rows);

/// The one of `columns` that a piece stands in; where it goes across several, the first.
std::size_t column_of(const std::vector<Stretch>& columns, const Piece& piece);

}  // namespace bienban::reading
