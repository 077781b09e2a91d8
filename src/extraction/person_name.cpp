#include "extraction/person_name.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::EntryClass;
using lexicon::NameClass;
using text::TokenKind;

constexpr std::uint32_t k_longest_name = 12;  // words; bounds the walk over a list of capitalised words

constexpr auto k_onsets =
    std::to_array<std::string_view>({"",   "b",   "c",  "ch", "d",  "g", "gh", "h", "k", "kh", "l",  "m", "n",
                                     "ng", "ngh", "nh", "p",  "ph", "q", "r",  "s", "t", "th", "tr", "v", "x"});
constexpr auto k_codas = std::to_array<std::string_view>({"", "c", "ch", "m", "n", "ng", "nh", "p", "t"});
// Pairs of vowels that no Vietnamese syllable has, but Latin spellings of Lao and Khmer names have.
constexpr auto k_strange = std::to_array<std::string_view>({"ou", "aa", "ee", "ii", "ea", "ae", "ei"});

bool is_plain_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

/// A letter without case: its tone, the letter under the tone (y as i), and the plain letter under all marks, 0 for
/// none.
struct Letter {
	char16_t base = 0;
	char plain = 0;
	std::uint8_t tone = 0;
};

constexpr char32_t k_letters_end = 0x1F00;  // all Latin letters that Vietnamese and Lao names are written with

const std::vector<Letter> k_letters = [] {
	std::vector<Letter> t(k_letters_end);
	for (char32_t c = 0; c < k_letters_end; ++c) {
		if (!text::is_letter(c)) continue;
		const auto lower = text::to_lower(c);
		const auto vowel = text::split_tone(lower);
		const auto base = vowel.base == 0 ? lower : vowel.base == U'y' ? U'i' : vowel.base;
		const auto plain = text::bare_letter(lower);
		t[c] = {static_cast<char16_t>(base), plain >= 'a' && plain <= 'z' ? static_cast<char>(plain) : '\0',
		        vowel.tone};
	}
	return t;
}();

Letter letter_of(char32_t c) { return c < k_letters_end ? k_letters[c] : Letter{}; }

/// An entry of the lexicon that cannot be part of a name: written as common words are ("Phó Chủ tịch", "UBND tỉnh").
/// One whose syllables all have capitals may well be a name ("Thái Bình", "Công An").
bool ends_name(const Annotated& a, std::uint32_t token) {
	for (auto m = a.first_match[token]; m < a.matches.size() && a.matches[m].begin == token; ++m) {
		const auto& match = a.matches[m];
		if (match.cls != EntryClass::post && match.cls != EntryClass::rank && match.cls != EntryClass::body &&
		    match.cls != EntryClass::address) {
			continue;
		}
		if (match.cls == EntryClass::body && a.tokens[token].all_capital) return true;
		if (match.size() < 2) continue;
		for (auto t = token + 1; t < match.end; ++t) {
			if (a.tokens[t].kind == TokenKind::word && (!a.tokens[t].capital || a.tokens[t].all_capital)) return true;
		}
	}
	return false;
}

bool begins_entry(const Annotated& a, std::uint32_t token) {
	// "Xổm Xay - Thăm Mạ Vẳn": a cue is written small, but for its first letter.
	const bool named = token + 1 < a.tokens.size() && a.tokens[token].capital && a.tokens[token + 1].capital &&
	                   a.tokens[token + 1].kind == TokenKind::word && !a.tokens[token + 1].all_capital;
	for (auto m = a.first_match[token]; m < a.matches.size() && a.matches[m].begin == token; ++m) {
		if (a.matches[m].cls == EntryClass::cue && a.matches[m].size() == 1 && named) continue;
		switch (a.matches[m].cls) {
			case EntryClass::post:
			case EntryClass::rank:
			case EntryClass::body:
			case EntryClass::province:
			case EntryClass::country:
			case EntryClass::cue:
			case EntryClass::address: return true;
			default: break;
		}
	}
	return false;
}

/// Does the dash stand inside a Lao name, between given name and surname, and not before a post or another name?
bool dash_joins(const Annotated& a, std::uint32_t begin, std::uint32_t dash, std::uint32_t limit) {
	const auto next = dash + 1;
	if (next >= limit || !a.tokens[next].capital || begins_entry(a, next)) return false;
	const auto before = shape_of(a, begin, dash);
	auto end = next;
	while (end < limit && a.tokens[end].capital && end - next < k_longest_name) ++end;
	// "- Ảnh: …" and the like: a single word before a colon is a label.
	if (end < limit && a.tokens[end].is(':')) return false;
	const auto after = shape_of(a, next, end);
	if (after.vietnamese() && after.words >= 3) return false;
	return !before.vietnamese() || (before.words <= 2 && !before.middle && after.foreign);
}

}  // namespace

bool is_vietnamese_syllable(std::string_view word) {
	std::array<char, 8> letters{};
	std::size_t n = 0;
	for (std::size_t i = 0; i < word.size();) {
		const auto cp = text::decode(word, i);
		i += cp.size;
		const auto c = letter_of(cp.value).plain;
		if (c == 0 || n == letters.size()) return false;
		letters[n++] = c;
	}
	const std::string_view s(letters.data(), n);
	std::size_t v = 0;
	while (v < n && !is_plain_vowel(s[v])) ++v;
	auto w = v;
	while (w < n && is_plain_vowel(s[w])) ++w;
	if (w == v || w - v > 3) return false;
	const auto has = [](const auto& list, std::string_view x) {
		return std::find(list.begin(), list.end(), x) != list.end();
	};
	for (auto k = v; k + 1 < w; ++k) {
		if (has(k_strange, s.substr(k, 2))) return false;
	}
	return has(k_onsets, s.substr(0, v)) && has(k_codas, s.substr(w));
}

std::uint64_t name_key(const Annotated& a, std::uint32_t begin, std::uint32_t end, Marks marks) {
	// FNV-1a over letters, and tones at the end of each syllable, where both styles of writing them agree.
	std::uint64_t key = 0xCBF29CE484222325ULL;
	const auto mix = [&](std::uint64_t x) { key = (key ^ x) * 0x100000001B3ULL; };
	for (auto i = begin; i < end; ++i) {
		if (a.tokens[i].kind != TokenKind::word) continue;
		const auto word = a.word(i);
		std::uint8_t tone = 0;
		for (std::size_t at = 0; at < word.size();) {
			const auto cp = text::decode(word, at);
			at += cp.size;
			const auto letter = letter_of(cp.value);
			tone = std::max(tone, letter.tone);
			if (letter.plain == 0) {
				mix(cp.value);
			} else {
				mix(marks == Marks::count ? letter.base : static_cast<unsigned char>(letter.plain));
			}
		}
		if (marks == Marks::count) mix(0x100U + tone);
	}
	return key;
}

const lexicon::Match* name_word_at(const Annotated& a, std::uint32_t token, NameClass cls) {
	if (token >= a.tokens.size()) return nullptr;
	if (!a.begins(token, class_bit(EntryClass::name_word))) return nullptr;
	for (auto m = a.first_match[token]; m < a.first_match[token + 1]; ++m) {
		const auto& match = a.matches[m];
		if (match.cls == EntryClass::name_word && a.lexicon.name_word(match.index).cls == cls) return &match;
	}
	return nullptr;
}

std::uint32_t name_end(const Annotated& a, std::uint32_t begin, std::uint32_t limit) {
	const auto& tokens = a.tokens;
	if (begin >= limit || tokens[begin].kind != TokenKind::word || !tokens[begin].capital) return begin;
	bool dash = false;
	auto i = begin + 1;
	for (std::uint32_t words = 1; i < limit && words < k_longest_name; ++words) {
		const auto& t = tokens[i];
		if (t.kind == TokenKind::word) {
			if (!t.capital || !t.space_before || ends_name(a, i)) break;
			++i;
			continue;
		}
		const bool word_next = i + 1 < limit && tokens[i + 1].kind == TokenKind::word;
		if (!word_next) break;
		const auto& next = tokens[i + 1];
		const bool tight = !t.space_before && !next.space_before;
		if (t.is('-') && tight) {
			if (a.at(i + 1, EntryClass::post) != nullptr && ends_name(a, i + 1)) break;
		} else if (t.is('-') && !dash && dash_joins(a, begin, i, limit)) {
			dash = true;
		} else if (t.is('.')) {
			// "Khăm-phết S. Vông": an initial inside a name.
			if (tokens[i - 1].end - tokens[i - 1].begin != 1 || !tokens[i - 1].capital || !next.capital) break;
		} else if (!t.is('\'') || !tight) {
			break;
		}
		i += 2;
	}
	return i;
}

NameShape shape_of(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	NameShape shape;
	const auto* surname = name_word_at(a, begin, NameClass::surname);
	if (surname != nullptr && surname->end < end) {
		shape.surname = surname->size();
		const auto next = a.word(surname->end);
		shape.middle = next == "Văn" || next == "Thị" || next == "VĂN" || next == "THỊ";
	}
	if (shape.surname == 0 && begin + 2 < end) {
		// A surname that no table has: "Thao Văn Súa". In Lao names "Văn" is an element like others.
		const auto next = a.word(begin + 1);
		shape.middle = next == "Thị" || (next == "Văn" && name_word_at(a, begin + 2, NameClass::foreign) == nullptr);
		shape.surname = shape.middle ? 1 : 0;
	}
	// "Alăng", "Rơ Châm", "Bh'riu": what is strange in a surname of Vietnam is not foreign.
	for (auto i = begin; i < end; ++i) {
		const auto& t = a.tokens[i];
		if (t.is('-')) shape.foreign = true;
		if (t.kind != TokenKind::word) continue;
		++shape.words;
		if (i < begin + shape.surname) continue;
		if (!shape.foreign) {
			const auto* element = name_word_at(a, i, NameClass::foreign);
			shape.foreign = (element != nullptr && element->end <= end) || !is_vietnamese_syllable(t.of(a.text()));
		}
	}
	// The peoples of Vietnam have names with syllables that Vietnamese has not ("Rơ Châm Thưih", "Ayun H'Bút").
	if (surname != nullptr && shape.surname != 0 && !a.lexicon.name_word(surname->index).country.empty()) {
		shape.foreign =
		    std::any_of(a.tokens.begin() + begin, a.tokens.begin() + end, [](const auto& t) { return t.is('-'); });
	}
	return shape;
}

/// "Bí thư Đảng ủy xã Trần Ngọc Vinh": three or four syllables behind a surname that nothing else begins with. Places
/// named after people have their two or three of the past ("xã Trần Phú", "phường Nguyễn Thị Minh Khai").
bool plainly_a_person(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	const auto* surname = name_word_at(a, begin, NameClass::surname);
	return surname != nullptr && surname->end < end && end - begin == 3 &&
	       !a.lexicon.name_word(surname->index).country.empty() && name_word_at(a, begin, NameClass::past) == nullptr &&
	       a.at(begin, EntryClass::district) == nullptr && a.at(begin, EntryClass::gate) == nullptr;
}

std::uint32_t split_own_name(const Annotated& a, std::uint32_t begin, std::uint32_t end, OwnName own) {
	auto best = end;
	for (auto p = begin; p + 1 < end; ++p) {
		if (p > begin && !a.tokens[p].space_before) continue;
		const auto shape = shape_of(a, p, end);
		if (shape.surname == 0 || (shape.foreign && !shape.middle)) continue;
		// Here "Văn" is the middle of a name.
		if (p > begin && (a.word(p) == "Văn" || a.word(p) == "Thị")) continue;
		if (p == begin && own == OwnName::required && !shape.middle && !plainly_a_person(a, begin, end)) continue;
		// Two syllables may be the own name itself ("huyện Mai Châu").
		if (shape.words >= 3 || (shape.words == 2 && best == end && p > begin && own == OwnName::required)) best = p;
	}
	if (best != end) return best;
	for (auto p = own == OwnName::required ? begin + 1 : begin; p < end; ++p) {
		const auto& t = a.tokens[p];
		if (t.kind != TokenKind::word || !t.capital || (p > begin && !t.space_before)) continue;
		const bool hyphens = p + 1 < end && a.tokens[p + 1].is('-') && !a.tokens[p + 1].space_before;
		const bool strange = !is_vietnamese_syllable(t.of(a.text()));
		const bool element = name_word_at(a, p, NameClass::foreign) != nullptr && p + 1 < end;
		if (hyphens || strange || element) return p;
	}
	return end;
}

}  // namespace bienban::extraction
