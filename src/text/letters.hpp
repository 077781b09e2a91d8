#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// Single letters of Vietnamese (and Latin) text: case, tone and vowel marks.
namespace bienban::text {

/// One code point of NFC UTF-8 and the bytes it takes; an ill-formed byte is itself.
struct CodePoint {
	char32_t value = 0;
	std::uint32_t size = 1;
};

inline CodePoint decode(std::string_view text, std::size_t at) {
	const auto b0 = static_cast<unsigned char>(text[at]);
	const auto tail = [&](std::size_t i) {
		return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]) & 0x3FU);
	};
	if (b0 < 0x80) return {b0, 1};
	if (b0 < 0xE0 && at + 1 < text.size()) return {((b0 & 0x1FU) << 6U) | tail(1), 2};
	if (b0 < 0xF0 && at + 2 < text.size()) return {((b0 & 0x0FU) << 12U) | (tail(1) << 6U) | tail(2), 3};
	if (at + 3 < text.size()) return {((b0 & 0x07U) << 18U) | (tail(1) << 12U) | (tail(2) << 6U) | tail(3), 4};
	return {b0, 1};
}

void append_utf8(std::string& out, char32_t c);

constexpr char32_t to_lower(char32_t c) {
	if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
	// Latin Extended-A and the Vietnamese block pair capital (even) with small (odd); Ơ and Ư pair the other way round.
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1E00 && c <= 0x1EFF)) return c | 1U;
	if (c == 0x1A0 || c == 0x1AF) return c + 1;
	return c;
}

char32_t to_upper(char32_t c);
constexpr bool is_upper(char32_t c) { return to_lower(c) != c; }

constexpr bool is_letter(char32_t c) {
	if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	if (c < 0xC0) return c == 0xAA || c == 0xBA;
	if (c < 0x250) return c != 0xD7 && c != 0xF7;
	if (c >= 0x300 && c <= 0x36F) return true;    // a combining mark left over by NFC belongs to its letter
	if (c >= 0x0E80 && c <= 0x0EFF) return true;  // Lao
	return c >= 0x1E00 && c <= 0x1EFF;
}

/// A vowel letter taken apart: "ấ" is base "â" with the tone acute. Tones are numbered 0 none, 1 grave, 2 acute, 3
/// hook, 4 tilde, 5 dot below.
struct Vowel {
	char32_t base = 0;  ///< lower case; 0 where the letter is no vowel
	std::uint8_t tone = 0;
};
Vowel split_tone(char32_t lower);
/// The letter with this tone: the reverse of split_tone.
char32_t with_tone(char32_t base, std::uint8_t tone);
/// The plain ASCII letter under all marks: "ấ" → 'a', "đ" → 'd'; other letters as they are.
char32_t bare_letter(char32_t lower);

/// Lower case without any mark: "Hủa-phăn" → "hua-phan".
std::string bare(std::string_view text);
/// Lower case in place, marks kept: no letter changes its number of bytes with its case.
void make_lower(std::span<char> text);
/// Lower case, marks kept.
std::string lower(std::string_view text);
/// The text with its first letter small, unless a second capital says that it is an abbreviation: "Trường Dân tộc nội
/// trú" → "trường Dân tộc nội trú", "UBND" as it is.
std::string without_capital(std::string_view text);
/// Whether a line has letters, and all of them are capitals.
bool all_capitals(std::string_view line);
/// "LÒ VĂN TOẢN" → "Lò Văn Toản": each syllable with one capital.
std::string title_case(std::string_view text);

}  // namespace bienban::text
