#include "text/letters.hpp"

namespace bienban::text {
namespace {

constexpr std::array<std::u32string_view, 12> k_vowels = {U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ",
                                                          U"êềếểễệ", U"iìíỉĩị", U"oòóỏõọ", U"ôồốổỗộ",
                                                          U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};

/// The Vietnamese vowels stand in two ranges of Unicode; a table of each makes taking one apart a single look-up.
constexpr char32_t k_low_end = 0x1B1;
constexpr char32_t k_high_begin = 0x1EA0;
constexpr char32_t k_high_end = 0x1EFA;

struct VowelTable {
	std::array<Vowel, k_low_end> low{};
	std::array<Vowel, k_high_end - k_high_begin> high{};

	constexpr VowelTable() {
		for (const auto row : k_vowels) {
			for (std::size_t tone = 0; tone < row.size(); ++tone) {
				const auto c = row[tone];
				(c < k_low_end ? low[c] : high[c - k_high_begin]) = {row[0], static_cast<std::uint8_t>(tone)};
			}
		}
	}
};
constexpr VowelTable k_vowel_table;

}  // namespace

void append_utf8(std::string& out, char32_t c) {
	const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
	if (c < 0x80) {
		put(c);
	} else if (c < 0x800) {
		put(0xC0U | (c >> 6U));
		put(0x80U | (c & 0x3FU));
	} else if (c < 0x10000) {
		put(0xE0U | (c >> 12U));
		put(0x80U | ((c >> 6U) & 0x3FU));
		put(0x80U | (c & 0x3FU));
	} else {
		put(0xF0U | (c >> 18U));
		put(0x80U | ((c >> 12U) & 0x3FU));
		put(0x80U | ((c >> 6U) & 0x3FU));
		put(0x80U | (c & 0x3FU));
	}
}

char32_t to_upper(char32_t c) {
	if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
	if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1E00 && c <= 0x1EFF))
		return c & ~char32_t{1};
	if (c == 0x1A1 || c == 0x1B0) return c - 1;
	return c;
}

Vowel split_tone(char32_t lower) {
	if (lower < k_low_end) return k_vowel_table.low[lower];
	if (lower >= k_high_begin && lower < k_high_end) return k_vowel_table.high[lower - k_high_begin];
	return {};
}

char32_t with_tone(char32_t base, std::uint8_t tone) {
	for (const auto row : k_vowels) {
		if (row[0] == base) return row[tone];
	}
	return base;
}

char32_t bare_letter(char32_t lower) {
	if (lower < 0x80) return lower;
	if (lower == U'đ') return 'd';
	switch (split_tone(lower).base) {
		case U'a':
		case U'ă':
		case U'â': return 'a';
		case U'e':
		case U'ê': return 'e';
		case U'i': return 'i';
		case U'o':
		case U'ô':
		case U'ơ': return 'o';
		case U'u':
		case U'ư': return 'u';
		case U'y': return 'y';
		default: break;
	}
	// The Latin-1 letters of Lao names in French spelling (Xékong, Oudômxai).
	switch (lower) {
		case U'ä':
		case U'å': return 'a';
		case U'ç': return 'c';
		case U'ë': return 'e';
		case U'î':
		case U'ï': return 'i';
		case U'ñ': return 'n';
		case U'ö': return 'o';
		case U'û':
		case U'ü': return 'u';
		default: return lower;
	}
}

std::string bare(std::string_view text) {
	std::string out;
	out.reserve(text.size());
	for (std::size_t i = 0; i < text.size();) {
		const auto cp = decode(text, i);
		append_utf8(out, bare_letter(to_lower(cp.value)));
		i += cp.size;
	}
	return out;
}

void make_lower(std::span<char> text) {
	const auto size = text.size();
	for (std::size_t i = 0; i < size; ++i) {
		const auto byte = static_cast<unsigned char>(text[i]);
		if (byte < 0x80) {
			if (byte >= 'A' && byte <= 'Z') text[i] = static_cast<char>(byte + 32);
			continue;
		}
		// The Latin letters lie in five rows: U+00C0 to U+01BF, and U+1E00 to U+1EFF.
		const bool two = byte >= 0xC3 && byte <= 0xC6 && i + 1 < size;
		const bool three = byte == 0xE1 && i + 2 < size && static_cast<unsigned char>(text[i + 1]) >= 0xB8 &&
		                   static_cast<unsigned char>(text[i + 1]) <= 0xBB;
		if (!two && !three) continue;
		const auto last = i + (two ? 1U : 2U);
		const auto letter = decode({text.data(), size}, i).value;
		if (const auto small = to_lower(letter); small != letter) {
			// None moves to another row.
			text[last] = static_cast<char>(static_cast<unsigned char>(0x80U | (small & 0x3FU)));
		}
		i = last;
	}
}

std::string lower(std::string_view text) {
	std::string out(text);
	make_lower(out);
	return out;
}

std::string without_capital(std::string_view text) {
	if (text.empty()) return {};
	const CodePoint first = decode(text, 0);
	const bool abbreviation = first.size < text.size() && is_upper(decode(text, first.size).value);
	std::string out;
	out.reserve(text.size());
	append_utf8(out, abbreviation ? first.value : to_lower(first.value));
	return out.append(text.substr(first.size));
}

bool all_capitals(std::string_view line) {
	bool letters = false;
	for (std::size_t at = 0; at < line.size();) {
		const auto c = decode(line, at);
		if (is_letter(c.value)) {
			if (!is_upper(c.value)) return false;
			letters = true;
		}
		at += c.size;
	}
	return letters;
}

std::string title_case(std::string_view text) {
	std::string out;
	out.reserve(text.size());
	bool inside = false;
	for (std::size_t i = 0; i < text.size();) {
		const auto cp = decode(text, i);
		append_utf8(out, inside ? to_lower(cp.value) : cp.value);
		inside = is_letter(cp.value);
		i += cp.size;
	}
	return out;
}

}  // namespace bienban::text
