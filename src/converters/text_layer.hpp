#pragma once

#include <cstdint>

#include "model/printed.hpp"

namespace bienban::converters {

/// What the text that a PDF has for a page is worth.
enum class TextLayer : std::uint8_t {
	none,     ///< no letters, or hardly any: what stands on the page may be a picture
	little,   ///< so few that they may be a stamp or a caption beside a picture of the page
	garbled,  ///< the file does not say which letters its signs are
	bare,     ///< words without the marks that Vietnamese has: as a scanner that does not know the language leaves them
	good,
};

/// Looks at the words of a page alone, not at the pictures on it.
TextLayer text_layer_of(const model::PrintedPage& page);

/// Letters on a page.
std::size_t letters_of(const model::PrintedPage& page);

/// Whether a page that was recognised is to stand in place of the one that the PDF gives, whose text is worth so much.
bool is_better(const model::PrintedPage& recognised, const model::PrintedPage& given, TextLayer layer);

}  // namespace bienban::converters
