#pragma once

#include <string_view>

namespace bienban::extraction {

/// Whether a text can hold anything to read, told from its bytes alone before it is taken apart.
enum class Relevance : unsigned char {
	none,   ///< no word of public office, place or border: nothing is read
	places  ///< at least one
};

/// Looks for the first letters of the words without which no record, no province and no office-holder is ever named
/// ("Lào", "tỉnh", "biên giới", ranks, posts …). One look-up a byte, so that pages of other matter cost little. NFC
/// UTF-8.
Relevance relevance_of(std::string_view text);

}  // namespace bienban::extraction
