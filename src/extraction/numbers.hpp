#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extraction/annotated.hpp"

namespace bienban::extraction {

/// A number in the text: "1.234", "12,5 tỷ đồng", "hai mươi", "hơn 2 nghìn", "03".
struct Number {
	std::uint32_t begin = 0;  ///< tokens, without the word of approximation
	std::uint32_t end = 0;    ///< with multipliers and the currency
	double value = 0;
	std::optional<model::About> about;
	std::uint32_t about_begin = 0;  ///< the first token with the word of approximation; begin where there is none
	std::string_view currency;      ///< ISO 4217 where it is money, else empty
	bool in_words = false;          ///< written in letters
};

/// All numbers of the document in order, without overlap. Digits that are part of a date, a time of day, a marker or
/// document number ("mốc 460", "32-CT/TW", "Đại đội 213"), an ordinal, a telephone number, a year or a percentage are
/// left out: `taken` marks the tokens that dates cover.
std::vector<Number> find_numbers(const Annotated& a, const std::vector<bool>& taken);

/// The number written in letters that begins at this token ("hai mươi lăm", "một trăm linh năm", "ba nghìn tỷ"), up to
/// the token `limit`; `end` is set behind it. Nothing where the words are no number, or one that only the words around
/// it can tell ("năm" alone, "tư" of "đầu tư").
std::optional<double> parse_number_words(const Annotated& a, std::uint32_t token, std::uint32_t limit,
                                         std::uint32_t& end);

/// The number that the token is written as: "1.234" 1234, "12,5" 12.5, "22.572" 22572, "02" 2.
std::optional<double> parse_digits(std::string_view digits);

/// "XI" 11, "iv" 4; nothing where it is no Roman numeral from 1 to 99.
std::optional<int> parse_roman(std::string_view word);

/// The ordinal behind "lần thứ" ("XI", "11", "nhất", "hai", "mười một"), which begins at this token; `end` is set
/// behind it.
std::optional<int> parse_ordinal(const Annotated& a, std::uint32_t token, std::uint32_t& end);

}  // namespace bienban::extraction
