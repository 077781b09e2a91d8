#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "conversion/locked.hpp"

/// Pictures of printed pages, drawn by a converter in its lock.
namespace bienban::conversion {

/// Dots of the longer side of a page that is drawn: a page of A4 at 120 an inch.
inline constexpr unsigned k_drawn_dots = 1400;

/// Which page, and how it was read.
struct Drawing {
	std::size_t page = 0;     ///< counted from 0
	bool recognised = false;  ///< its words were: then it is put straight and upright, as it was for that
	bool wide = false;        ///< the page as it was read is wider than high
};

/// As a word for the converter's program, and back; nothing where it is none.
std::string drawing_word(const Drawing& drawing);
std::optional<Drawing> drawing_of(std::string_view word);

/// A page of a file as PNG, no side longer than k_drawn_dots; what the converter gives is proved to be one. Errors:
/// conversion-no-pages where the format has none, conversion-no-such-page (values: its number), and those of convert().
base::Result<std::string> draw_page(const Format& format, InputFile input, const Drawing& drawing, Unlocked unlocked);

/// Whether bytes are a PNG of at most so many dots a side with nothing in it but the picture: its chunks are whole and
/// of kinds that carry no words, and nothing stands behind the last.
bool is_plain_png(std::string_view bytes, unsigned most_dots);

}  // namespace bienban::conversion
