#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"

namespace bienban::model {

/// What a stretch of a page is. Only `chrome`, `dateline` and `byline` are not text of the document: nothing is read
/// out of them save the date and the by-lines.
enum class BlockKind : std::uint8_t { headline, kicker, dateline, lead, paragraph, caption, byline, chrome };

struct Block {
	BlockKind kind = BlockKind::paragraph;
	base::Span span;
};

/// One text that was read. `text` is clean: NFC UTF-8, no soft hyphens, line ends as \n; all offsets count in it.
struct Document {
	std::string source;  ///< the path it was read from, "-" for standard input
	std::string text;
	std::vector<Block> blocks;             ///< in order, without overlap; together all of the text save white space
	std::string title;                     ///< the headline, empty where none was found
	std::optional<std::string> published;  ///< EDTF day, where the page states it
	std::vector<std::string> authors;
};

}  // namespace bienban::model
