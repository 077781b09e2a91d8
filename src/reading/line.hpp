#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"

/// One short line of a page taken apart: what by-lines, dates and rows of buttons are recognised by.
namespace bienban::reading {

/// What stands between two words; several may.
enum Gap : std::uint16_t {
	gap_wide = 1,  ///< two spaces or more
	gap_bar = 2,   ///< | » › > • · → or a / with spaces around: what parts the steps of a path
	gap_colon = 4,
	gap_comma = 8,
	gap_semicolon = 16,
	gap_dash = 32,
	gap_slash = 64,  ///< a / between words without spaces
	gap_open = 128,  ///< an opening bracket
	gap_close = 256,
	gap_amp = 512,
	gap_period = 1024,
};

enum class TokenKind : std::uint8_t { word, number, date, time };

struct Token {
	TokenKind kind = TokenKind::word;
	std::uint16_t gap = 0;     ///< Gaps before the token
	bool capital = false;      ///< begins with a capital letter
	bool all_capital = false;  ///< has no small letter
	std::uint32_t begin = 0;   ///< in the line, bytes
	std::uint32_t end = 0;
	std::uint32_t bare_begin = 0;  ///< in Line::bare
	std::uint32_t bare_end = 0;
};

struct Day {
	int year = 0;
	int month = 0;
	int day = 0;
	/// "2019-06-10"
	std::string edtf() const;
	/// Whether the calendar has the day, and the year is one of which there are web pages or files.
	bool plausible() const;
};

/// A line taken apart. Buffers are kept when it is used again.
struct Line {
	std::string_view text;
	std::string bare;  ///< lower case, no marks, words parted by one space
	std::vector<Token> tokens;
	std::uint16_t end_gap = 0;  ///< Gaps behind the last token
	std::optional<Day> date;    ///< the first full date; its tokens have kind date
	bool two_dates = false;

	std::string_view bare_of(std::size_t token) const {
		return std::string_view(bare).substr(tokens[token].bare_begin,
		                                     tokens[token].bare_end - tokens[token].bare_begin);
	}
	std::string_view bare_from(std::size_t token) const {
		return std::string_view(bare).substr(tokens[token].bare_begin);
	}
	std::string_view text_of(std::size_t first, std::size_t last) const {
		return text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin);
	}
};

/// Takes `text`, one line of clean text, apart into `line`.
void take_apart(std::string_view text, Line& line);

/// The first word of `text` in lower case without marks, at most 15 bytes of it.
std::string_view bare_first_word(std::string_view text, std::string& buffer);

}  // namespace bienban::reading
