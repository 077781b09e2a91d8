#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "paper/plain.hpp"

namespace bienban::paper {

/// A cell of a spreadsheet takes 32,767.
inline constexpr std::size_t k_cell_letters = 32000;

/// Words as far as a cell takes them.
inline std::string cell_words(std::string_view words) {
	std::string out = plain(words);
	if (letters(out) > k_cell_letters) out = std::string{first_letters(out, k_cell_letters)} + "…";
	return out;
}

}  // namespace bienban::paper
