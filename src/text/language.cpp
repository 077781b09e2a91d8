#include "text/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "text/bytes.hpp"
#include "text/letters.hpp"

namespace bienban::text {

namespace {

using model::Language;

// Words looked at; a block that begins in one language goes on in it.
constexpr std::size_t k_most_words = 400;
constexpr std::size_t k_least_words = 5;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& sorted) {
	return std::ranges::binary_search(sorted, word);
}

/// What a syllable may begin with, without marks.
constexpr auto k_onsets =
    std::to_array<std::string_view>({"",   "b",   "c",  "ch", "d",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m", "n",
                                     "ng", "ngh", "nh", "p",  "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x", "đ"});
/// What it may end with.
constexpr auto k_codas = std::to_array<std::string_view>({"", "c", "ch", "m", "n", "ng", "nh", "p", "t"});

/// The vowels between, without tone and with the marks of â ê ô … taken away.
constexpr auto k_nuclei = std::to_array<std::string_view>(
    {"a",  "ai", "ao",  "au",  "ay", "e",   "eo",  "eu",  "i",   "ia", "ie",  "ieu", "iu",
     "o",  "oa", "oai", "oay", "oe", "oeo", "oi",  "oo",  "u",   "ua", "uau", "uay", "ue",
     "ui", "uo", "uoi", "uou", "uu", "uy",  "uya", "uye", "uyu", "y",  "ya",  "ye"});
/// Those that nothing may follow.
constexpr auto k_open =
    std::to_array<std::string_view>({"ai",  "ao", "au",  "ay",  "eo", "eu",  "ia",  "ieu", "iu",  "oai", "oay",
                                     "oeo", "oi", "uau", "uay", "ui", "uoi", "uou", "uu",  "uya", "uyu", "ya"});

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

constexpr auto k_english = std::to_array<std::string_view>(
    {"a",    "agreement", "all",   "also",  "an",    "and",  "are",  "as",    "at",   "be",   "between",
     "both", "by",        "for",   "from",  "has",   "have", "in",   "is",    "it",   "its",  "of",
     "on",   "or",        "shall", "side",  "sides", "that", "the",  "their", "they", "this", "to",
     "two",  "was",       "were",  "which", "who",   "will", "with", "would"});
// Words of English that are Vietnamese syllables too: they tell nothing by themselves.
constexpr auto k_both = std::to_array<std::string_view>({"a", "an", "in", "to"});

/// Counts of one stretch.
struct Counts {
	std::size_t latin = 0;  ///< letters
	std::size_t lao = 0;
	std::size_t other = 0;
	std::size_t words = 0;
	std::size_t marked = 0;   ///< words with a letter that only Vietnamese has, or a tone
	std::size_t foreign = 0;  ///< words that cannot be Vietnamese
	std::size_t english = 0;  ///< its small words
};

/// Whether the letter is written in Vietnamese only: đ, ơ, ư, ă, a tone on any vowel. Accents of French are none.
bool is_vietnamese_letter(char32_t lower) {
	if (lower == U'đ' || lower == U'ơ' || lower == U'ư' || lower == U'ă') return true;
	return lower >= 0x1EA0 && lower <= 0x1EF9;
}

void count_word(std::string_view word, Counts& counts) {
	++counts.words;
	bool accented = false;
	for (std::size_t at = 0; at < word.size();) {
		const CodePoint c = decode(word, at);
		if (is_vietnamese_letter(to_lower(c.value))) {
			++counts.marked;
			return;
		}
		accented = accented || c.value >= 0x80;
		at += c.size;
	}
	const std::string low = lower(word);
	const bool possible = may_be_vietnamese(low);
	if (accented && possible) {
		++counts.marked;
		return;
	}
	const bool small = is_one_of(low, k_english);
	if (small && !is_one_of(low, k_both)) ++counts.english;
	if (!possible || (small && !is_one_of(low, k_both))) ++counts.foreign;
}

Counts count(std::string_view text) {
	Counts counts;
	std::size_t begin = std::string_view::npos;
	for (std::size_t at = 0; at < text.size() && counts.words < k_most_words;) {
		const CodePoint c = decode(text, at);
		const bool lao = c.value >= 0x0E80 && c.value <= 0x0EFF;
		const bool latin = !lao && is_letter(c.value);
		if (lao)
			++counts.lao;
		else if (latin)
			++counts.latin;
		else if ((c.value >= 0x370 && c.value <= 0x1DFF) || (c.value >= 0x2C00 && c.value <= 0xD7FF) ||
		         c.value >= 0xF900)
			++counts.other;
		if (latin && begin == std::string_view::npos) begin = at;
		if (!latin && begin != std::string_view::npos) {
			count_word(text.substr(begin, at - begin), counts);
			begin = std::string_view::npos;
		}
		at += c.size;
		// Neither script has words parted by spaces: letters are what is counted, and enough of them is enough.
		if (counts.lao + counts.other > 4 * k_most_words) break;
	}
	if (begin != std::string_view::npos) count_word(text.substr(begin), counts);
	return counts;
}

/// The quick answer for what most blocks are: running text with tones in it.
bool is_plainly_vietnamese(std::string_view text) {
	const std::string_view head = text.substr(0, 256);
	if (head.empty()) return false;
	// The first byte of Lao and of other scripts; the last byte of the head may be one that is cut off.
	if (head.substr(0, head.size() - 1).find('\xE0') != std::string_view::npos) return false;
	// U+1EA0 to U+1EFF, the block of Vietnamese, is E1 BA A0 to E1 BB BF.
	const auto is_tone = [&](std::size_t at) {
		return static_cast<unsigned char>(head[at]) == 0xE1 &&
		       (static_cast<unsigned char>(head[at + 1]) & 0xFEU) == 0xBA;
	};
	ByteCount many_spaces;
	ByteCount many_tones;
	std::size_t at = 0;
	for (; at + 9 <= head.size(); at += 8) {
		constexpr std::uint64_t k_either = 0xFEFEFEFEFEFEFEFEULL;
		const auto bytes = load_bytes(head.data() + at);
		many_spaces.add(equal_bytes(bytes, ' '));
		many_tones.add(equal_bytes(bytes, 0xE1) & equal_bytes(load_bytes(head.data() + at + 1) & k_either, 0xBA));
	}
	auto spaces = many_spaces.sum();
	auto tones = many_tones.sum();
	for (; at < head.size(); ++at) {
		spaces += head[at] == ' ' ? 1U : 0U;
		tones += at + 1 < head.size() && is_tone(at) ? 1U : 0U;
	}
	return spaces >= 8 && tones * 6 >= spaces;
}

}  // namespace

bool may_be_vietnamese(std::string_view word) {
	const std::string plain = bare(word);
	std::size_t begin = 0;
	while (begin < plain.size() && !is_vowel(plain[begin])) ++begin;
	if (begin == plain.size() || plain.size() > 7) return false;
	if (plain.starts_with("qu") && plain.size() > 2) begin = 2;
	// "gì", "gìn": the i is the vowel; "gia": part of the onset.
	if (plain.starts_with("gi") && plain.size() > 2 && is_vowel(plain[2])) begin = 2;
	std::size_t end = begin;
	while (end < plain.size() && is_vowel(plain[end])) ++end;
	const std::string_view all = plain;
	const std::string_view onset = all.substr(0, begin);
	const std::string_view nucleus = all.substr(begin, end - begin);
	const std::string_view coda = all.substr(end);
	if (std::ranges::find(k_onsets, onset) == k_onsets.end()) return false;
	if (!is_one_of(coda, k_codas) || !is_one_of(nucleus, k_nuclei)) return false;
	return coda.empty() || !is_one_of(nucleus, k_open);
}

Language language_of(std::string_view text) {
	if (is_plainly_vietnamese(text)) return Language::vietnamese;
	const Counts counts = count(text);
	const std::size_t letters = counts.latin + counts.lao + counts.other;
	if (counts.lao * 2 > letters && counts.lao >= 4) return Language::lao;
	if (counts.other * 2 > letters && counts.other >= 4) return Language::other;
	if (counts.words < k_least_words) return Language::vietnamese;
	// Names of the other language stand in running text of every language.
	if (counts.marked * 4 >= counts.words || counts.foreign * 2 < counts.words) return Language::vietnamese;
	if (counts.english * 8 >= counts.words) return Language::english;
	// Names and abbreviations in a row are no language; accents or small words of one would stand between them.
	return counts.foreign * 4 >= counts.words * 3 && counts.words >= 12 && counts.marked * 10 < counts.words
	           ? Language::other
	           : Language::vietnamese;
}

}  // namespace bienban::text
