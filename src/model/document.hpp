#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "model/printed.hpp"

namespace bienban::model {

/// What a stretch of a page is. Only `chrome`, `dateline`, `byline` and `signature` are not text of the document:
/// nothing is read out of them save the date, the by-lines and, at the end of an official paper, who signed it.
enum class BlockKind : std::uint8_t { headline, kicker, dateline, lead, paragraph, caption, byline, chrome, signature };

/// What a block is written in. Records are read out of Vietnamese only; the rest is kept and can be searched.
enum class Language : std::uint8_t { vietnamese, lao, english, other };

struct Block {
	BlockKind kind = BlockKind::paragraph;
	base::Span span;
	Language language = Language::vietnamese;
};

/// Where a stretch of the text stands on its page, no longer than a line; and how sure its recognition is.
struct Placed {
	base::Span span;
	std::uint32_t page = 0;  ///< counted from 0
	Box box;
	float confidence = 1;  ///< 0 to 1
};

struct PageSize {
	float width = 0;  ///< points
	float height = 0;
};

/// One text that was read. `text` is clean: NFC UTF-8, no soft hyphens, line ends as \n; all offsets count in it.
struct Document {
	std::string source;  ///< the path it was read from, "-" for standard input
	std::string text;
	std::vector<Block> blocks;             ///< in order, without overlap; together all of the text save white space
	std::string title;                     ///< the headline, empty where none was found
	std::optional<std::string> published;  ///< EDTF day, where the page states it
	std::vector<std::string> authors;
	std::vector<PageSize> pages;  ///< of a document that came as printed pages, else empty
	std::vector<Placed> placed;   ///< in the order of spans, without overlap; empty where there are no pages
};

}  // namespace bienban::model
