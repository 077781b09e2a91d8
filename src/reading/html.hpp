#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "reading/blocks.hpp"

namespace bienban::reading {

/// A page as lines of text: each block element is a line, each table row too.
struct HtmlPage {
	std::string text;             ///< clean, as text::clean makes it
	std::vector<LineHint> lines;  ///< the lines of the text that hold more than white space
	PageFacts facts;
};

/// Whether the text is a page rather than plain text with a "<" in it.
bool is_html(std::string_view utf8);

/// Reads a page. Whatever the mark-up, a page is read as far as it goes; scripts, styles and forms' parts are left out,
/// and nothing is ever fetched. Error: reading-too-deep (values: the depth allowed).
base::Result<HtmlPage> read_html(std::string_view utf8, std::size_t max_depth);

/// The day in "2021-12-11T12:05:00+07:00" and the like, as EDTF; empty where there is none.
std::string iso_day(std::string_view text);

}  // namespace bienban::reading
