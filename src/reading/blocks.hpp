#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"
#include "reading/page_line.hpp"

namespace bienban::reading {

/// What the head of a page says of the article beside its text. Empty where it says nothing.
struct PageFacts {
	std::string title;               ///< for choosing the headline among the lines, and for where no line is one
	std::string published;           ///< EDTF day
	std::string fallback_published;  ///< EDTF day that may be another's: counts only where no line has one
	std::vector<std::string> authors;
};

/// Parts `document.text`, clean text, into blocks and finds headline, day of publication and by-lines. `hints` are the
/// lines of the text in order, without those that hold only white space; for plain text see `plain_lines`.
void find_blocks(model::Document& document, const std::vector<LineHint>& hints, const PageFacts& facts);

/// The lines of plain text, without white space around and without empty ones.
std::vector<LineHint> plain_lines(std::string_view text);

}  // namespace bienban::reading
