#include "text/old_letters.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"
#include "text/bytes.hpp"
#include "text/letters.hpp"
#include "text/normalize.hpp"

namespace bienban::text {

namespace {

constexpr std::array<OldLetters, 3> k_all = {OldLetters::tcvn3, OldLetters::vni, OldLetters::viscii};
constexpr std::array<std::string_view, 3> k_names = {"tcvn3", "vni", "viscii"};

/// Characters of windows-1252 at 0x80 to 0x9F; 0 where it has none.
constexpr std::array<char32_t, 32> k_western = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// One or two bytes → the letter.
struct Table {
	std::array<std::string, 256> single;
	std::unordered_map<unsigned, std::string> pairs;
};

const Table& table_of(OldLetters letters) {
	static const std::array<Table, 3> k_tables = [] {
		std::array<Table, 3> tables;
		for (const base::EmbeddedFile& file : base::embedded_old_letters()) {
			std::string_view left = file.content;
			while (!left.empty()) {
				const std::string_view line = left.substr(0, left.find('\n'));
				left.remove_prefix(std::min(left.size(), line.size() + 1));
				const std::size_t first = line.find('\t');
				if (line.starts_with('#') || first == std::string_view::npos) continue;
				const std::size_t second = line.find('\t', first + 1);
				const auto name = std::ranges::find(k_names, line.substr(0, first));
				const std::string_view bytes = line.substr(first + 1, second - first - 1);
				unsigned value = 0;
				std::from_chars(bytes.data(), bytes.data() + bytes.size(), value, 16);
				Table& table = tables.at(static_cast<std::size_t>(name - k_names.begin()));
				if (bytes.size() == 2) {
					table.single.at(value) = line.substr(second + 1);
				} else {
					table.pairs[value] = line.substr(second + 1);
				}
			}
		}
		return tables;
	}();
	return k_tables.at(static_cast<std::size_t>(letters));
}

char32_t western(unsigned char byte) {
	return byte >= 0x80 && byte < 0xA0 ? k_western.at(byte - 0x80U) : char32_t{byte};
}

/// The byte that windows-1252 writes a character as; nothing where it has none.
std::optional<unsigned char> western_byte(char32_t c) {
	if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return static_cast<unsigned char>(c);
	if (c < 0xA0) return static_cast<unsigned char>(c);  // programs that do not know windows-1252 write it so
	const auto found = std::ranges::find(k_western, c);
	if (found == k_western.end()) return std::nullopt;
	return static_cast<unsigned char>(0x80 + (found - k_western.begin()));
}

/// Letters that a Vietnamese syllable may begin and end with, without marks, and the vowels between, without tones.
constexpr std::array<std::u32string_view, 28> k_first = {
    U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g", U"gh", U"gi", U"h", U"k",  U"kh", U"l", U"m",
    U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"q", U"r",  U"s",  U"t", U"th", U"tr", U"v", U"x"};
constexpr std::array<std::u32string_view, 52> k_middle = {
    U"a",  U"ă",  U"â",  U"e",   U"ê",   U"i",   U"o",   U"ô",   U"ơ",   U"u",   U"ư",   U"y",   U"ai",
    U"ao", U"au", U"ay", U"âu",  U"ây",  U"eo",  U"êu",  U"ia",  U"iê",  U"iu",  U"oa",  U"oă",  U"oe",
    U"oi", U"oo", U"ôi", U"ơi",  U"ua",  U"uâ",  U"uê",  U"ui",  U"uô",  U"uơ",  U"uy",  U"ưa",  U"ưi",
    U"ươ", U"ưu", U"yê", U"iêu", U"oai", U"oay", U"oao", U"uôi", U"uây", U"uya", U"uyê", U"ươi", U"ươu"};
constexpr std::array<std::u32string_view, 10> k_more_middle = {U"yêu", U"uyu", U"oeo", U"uao", U"uau",
                                                               U"uai", U"uay", U"ue",  U"uă",  U"uyên"};
constexpr std::array<std::u32string_view, 9> k_last = {U"", U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"};

template <std::size_t N>
bool has(const std::array<std::u32string_view, N>& list, std::u32string_view text) {
	return std::ranges::find(list, text) != list.end();
}

bool is_vowel(char32_t c) { return split_tone(c).base != 0; }

/// Takes a text apart into words: runs of letters.
template <typename Take>
void for_words(std::string_view utf8, Take take) {
	std::size_t begin = 0;
	bool inside = false;
	bool marked = false;
	for (std::size_t at = 0; at < utf8.size();) {
		const CodePoint c = decode(utf8, at);
		// Signs of windows-1252 are part of words too: in old letters they are letters.
		const bool letter =
		    is_letter(c.value) || (c.value >= 0xA1 && c.value < 0x100 && c.value != 0xAB && c.value != 0xBB);
		if (letter && !inside) {
			begin = at;
			marked = false;
		}
		if (!letter && inside) take(utf8.substr(begin, at - begin), marked);
		inside = letter;
		marked = marked || c.value >= 0x80;
		at += c.size;
	}
	if (inside) take(utf8.substr(begin), marked);
}

}  // namespace

std::string from_old_bytes(std::string_view bytes, OldLetters letters) {
	const Table& table = table_of(letters);
	std::string out;
	out.reserve(bytes.size() * 3 / 2);
	for (std::size_t i = 0; i < bytes.size(); ++i) {
		const auto byte = static_cast<unsigned char>(bytes[i]);
		if (!table.pairs.empty() && i + 1 < bytes.size() && static_cast<unsigned char>(bytes[i + 1]) >= 0x80) {
			const unsigned pair = unsigned{byte} << 8U | static_cast<unsigned char>(bytes[i + 1]);
			if (const auto found = table.pairs.find(pair); found != table.pairs.end()) {
				out += found->second;
				++i;
				continue;
			}
		}
		if (const std::string& single = table.single.at(byte); !single.empty()) {
			out += single;
		} else if (const char32_t c = western(byte); c != 0) {
			append_utf8(out, c);
		}
	}
	return out;
}

std::string from_old_letters(std::string_view utf8, OldLetters letters) {
	std::string out;
	std::string bytes;
	const auto flush = [&] {
		out += from_old_bytes(bytes, letters);
		bytes.clear();
	};
	for (std::size_t at = 0; at < utf8.size();) {
		const CodePoint c = decode(utf8, at);
		if (const auto byte = western_byte(c.value)) {
			bytes += static_cast<char>(*byte);
		} else {
			flush();
			out += utf8.substr(at, c.size);
		}
		at += c.size;
	}
	flush();
	return out;
}

std::optional<OldFont> old_font(std::string_view name) {
	const std::string low = lower(name);
	if (low.starts_with(".vn")) return OldFont{.letters = OldLetters::tcvn3, .capitals = name.ends_with('H')};
	if (low.starts_with("vni-") || low.starts_with("vni ")) return OldFont{.letters = OldLetters::vni};
	return std::nullopt;
}

std::string shown_in(const OldFont& font, std::string_view utf8) {
	std::string shown = from_old_letters(utf8, font.letters);
	if (!font.capitals) return shown;
	std::string upper;
	for (std::size_t at = 0; at < shown.size();) {
		const CodePoint c = decode(shown, at);
		append_utf8(upper, to_upper(c.value));
		at += c.size;
	}
	return upper;
}

bool is_vietnamese_syllable(std::string_view word) {
	std::u32string letters;
	std::size_t tones = 0;
	std::size_t capitals = 0;
	bool first_capital = false;
	for (std::size_t at = 0; at < word.size();) {
		const CodePoint c = decode(word, at);
		if (is_upper(c.value)) {
			++capitals;
			first_capital = first_capital || at == 0;
		}
		at += c.size;
		const char32_t low = to_lower(c.value);
		const Vowel vowel = split_tone(low);
		if (vowel.base != 0 && vowel.tone != 0) ++tones;
		letters += vowel.base != 0 ? vowel.base : low;
		if (letters.size() > 8) return false;
	}
	// A capital inside a word is a letter of another encoding: "nhÊt".
	if (capitals != 0 && capitals != letters.size() && (capitals != 1 || !first_capital)) return false;
	auto first_vowel = std::ranges::find_if(letters, is_vowel);
	// "giữa": the i belongs to the g.
	if (letters.starts_with(U"gi") && letters.size() > 2 && is_vowel(letters[2])) ++first_vowel;
	const auto last_vowel = std::find_if(letters.rbegin(), letters.rend(), is_vowel).base();
	if (first_vowel == letters.end() || tones > 1) return false;
	const std::u32string_view all{letters};
	const auto begin = static_cast<std::size_t>(first_vowel - letters.begin());
	const auto end = static_cast<std::size_t>(last_vowel - letters.begin());
	const std::u32string_view middle = all.substr(begin, end - begin);
	return has(k_first, all.substr(0, begin)) && has(k_last, all.substr(end)) &&
	       (has(k_middle, middle) || has(k_more_middle, middle));
}

Readable readable(std::string_view utf8) {
	Readable found;
	for_words(utf8, [&](std::string_view word, bool marked) {
		if (!marked) return;
		++found.words;
		if (is_vietnamese_syllable(word)) ++found.good;
	});
	return found;
}

std::optional<OldLetters> guess_old_bytes(std::string_view bytes) {
	constexpr std::size_t k_window = 1U << 15U;
	const std::string_view head = bytes.substr(0, k_window);
	std::optional<OldLetters> best;
	std::size_t most = 0;
	for (const OldLetters letters : k_all) {
		const Readable found = readable(from_old_bytes(head, letters));
		if (!found.vietnamese() || found.good <= most) continue;
		most = found.good;
		best = letters;
	}
	return best;
}

namespace {

/// Is the character, of U+0080 to U+00FF, one that old letters are full of and Vietnamese has not?
bool is_old_sign(char32_t c) {
	return c >= 0xA1 && c != 0xAB && c != 0xBB && c != 0xB0 && c != 0xB7 && !is_vowel(to_lower(c));
}

/// How many signs of old letters the text has. Most has none, and costs one look at its bytes.
std::size_t old_signs(std::string_view utf8) {
	static const std::array<bool, 0x80> k_is_sign = [] {
		std::array<bool, 0x80> is_sign{};
		for (char32_t c = 0x80; c < 0x100; ++c) is_sign[c - 0x80] = is_old_sign(c);
		return is_sign;
	}();
	std::size_t signs = 0;
	// U+0080 to U+00BF are C2 and one byte more, U+00C0 to U+00FF C3 and one more.
	const auto look_at = [&](std::size_t at) {
		if (at + 1 >= utf8.size()) return;
		const auto lead = static_cast<unsigned char>(utf8[at]);
		const auto tail = static_cast<unsigned char>(utf8[at + 1]);
		if ((lead & 0xFEU) == 0xC2U && k_is_sign[(lead & 1U) << 6U | (tail & 0x3FU)]) ++signs;
	};
	std::size_t at = 0;
	for (; at + 8 <= utf8.size(); at += 8) {
		constexpr std::uint64_t k_either = 0xFEFEFEFEFEFEFEFEULL;
		for (auto found = equal_bytes(load_bytes(utf8.data() + at) & k_either, 0xC2); found != 0; found &= found - 1)
			look_at(at + static_cast<std::size_t>(std::countr_zero(found)) / 8);
	}
	for (; at < utf8.size(); ++at) look_at(at);
	return signs;
}

}  // namespace

std::optional<std::string> mend_old_letters(std::string_view utf8) {
	if (old_signs(utf8) < 3) return std::nullopt;
	std::string out;
	bool mended = false;
	while (!utf8.empty()) {
		std::string_view line = utf8.substr(0, utf8.find('\n'));
		const bool ended = line.size() < utf8.size();
		utf8.remove_prefix(line.size() + (ended ? 1 : 0));
		std::optional<std::string> better;
		if (const Readable as_it_is = readable(line); as_it_is.words >= 2 && as_it_is.good * 10 < as_it_is.words * 7) {
			std::size_t most = 0;
			for (const OldLetters letters : {OldLetters::tcvn3, OldLetters::vni}) {
				std::string tried = from_old_letters(line, letters);
				const Readable found = readable(tried);
				if (found.words < 2 || found.good * 10 < found.words * 8 || found.good <= most) continue;
				most = found.good;
				better = std::move(tried);
			}
		}
		mended = mended || better;
		out += better ? *better : std::string{line};
		if (ended) out += '\n';
	}
	if (!mended) return std::nullopt;
	return out;
}

}  // namespace bienban::text
