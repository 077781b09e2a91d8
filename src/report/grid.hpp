#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/layout.hpp"

namespace bienban::report {

/// Rows of words in columns.
struct Grid {
	std::vector<bool> breaks;  ///< by column: whether its lines may be broken
	std::vector<std::vector<std::string>> rows;
};

/// The rows as a table no wider than `layout.columns`: the widest of the columns that may break give way, no further
/// than to their longest word. `head`: the first row names the columns. Where the words do not fit even so, each row is
/// a paragraph of its own, a line for each value with the name of its column before it. `indent` spaces stand before
/// each line.
std::string grid_text(const Grid& grid, bool head, std::size_t indent, const Layout& layout);

}  // namespace bienban::report
