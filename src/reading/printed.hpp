#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"
#include "model/printed.hpp"
#include "reading/blocks.hpp"
#include "reading/read.hpp"

namespace bienban::reading {

/// Whether the words were recognised in an image, so that letters may be mistaken for others.
enum class Recognised : bool { no, yes };

/// Printed pages → clean text in reading order, with its blocks, title, day and by-lines as read() gives them, and with
/// the place of every stretch. Columns are read one after the other (of a paper in two languages each to its end), the
/// lines of a paragraph joined across lines and pages, a row of a table is one line with bars between its cells,
/// footnotes follow their paragraph, headers and footers stand once at the end. `facts` are what the file says of
/// itself; a title that no line of it has counts for nothing. `source` is kept and named in errors: reading-empty
/// (nothing is printed on the pages), reading-too-large (values: the limit, bytes).
base::Result<model::Document> read_printed(std::string source, const std::vector<model::PrintedPage>& pages,
                                           const PageFacts& facts, Recognised recognised, const Limits& limits = {});

}  // namespace bienban::reading
