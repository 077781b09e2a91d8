#pragma once

#include <vector>

#include "reading/printed_rows.hpp"

namespace bienban::reading {

/// A page as it is read: what runs along on every page is taken out of its rows.
struct FramedPage {
	std::vector<Row> rows;
	std::vector<Row> frame;  ///< headers and footers, each the first time it stands on a page
};

/// Takes headers, footers and page numbers out of `pages` (the rows of each, with their heights): what stands at the
/// same place with the same words, numbers aside, on several pages, and lone numbers at the edge. Page numbers are
/// dropped. The head row of a table that is printed again on the next page is kept where it stands first.
std::vector<FramedPage> without_frames(std::vector<std::vector<Row>> pages, const std::vector<float>& heights);

}  // namespace bienban::reading
