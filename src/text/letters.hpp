#pragma once

#include <array>
#include <cstdint>
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

bool is_letter(char32_t c);
bool is_upper(char32_t c);
char32_t to_lower(char32_t c);
char32_t to_upper(char32_t c);

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
/// Lower case, marks kept.
std::string lower(std::string_view text);
/// "LÒ VĂN TOẢN" → "Lò Văn Toản": each syllable with one capital.
std::string title_case(std::string_view text);

}  // namespace bienban::text
