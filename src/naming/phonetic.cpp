#include "naming/phonetic.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "naming/name_words.hpp"
#include "text/letters.hpp"

namespace bienban::naming {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

/// Words in front of a name that are none of it, in lower case with their marks: "Bản" is a village, "Ban" a syllable.
constexpr std::array<std::string_view, 18> k_prefixes = {"tỉnh",     "huyện", "bản",  "thành phố", "thị xã", "cửa khẩu",
                                                         "mường",    "muang", "thao", "nang",      "ông",    "bà",
                                                         "đồng chí", "ngài",  "mr",   "mrs",       "ms",     "quốc tế"};

/// A name as letters a to z, joined; `ends` marks the last letter of each word.
struct Letters {
	std::string text;
	std::vector<bool> ends;
};

/// How many words the prefix takes at `from`, 0 where it does not stand there.
std::size_t prefix_length(const std::vector<std::string>& words, std::size_t from, std::string_view prefix) {
	std::size_t taken = 0;
	while (!prefix.empty()) {
		const auto space = prefix.find(' ');
		if (from + taken >= words.size() || words[from + taken] != prefix.substr(0, space)) return 0;
		++taken;
		prefix = space == std::string_view::npos ? std::string_view{} : prefix.substr(space + 1);
	}
	return taken;
}

Letters letters_of(std::string_view name) {
	const auto words = words_of(name);
	std::size_t first = 0;
	for (bool again = true; again;) {
		again = false;
		for (const auto prefix : k_prefixes) {
			const auto taken = prefix_length(words, first, prefix);
			// "Mường" alone is all that is left of the name.
			if (taken == 0 || first + taken >= words.size()) continue;
			first += taken;
			again = true;
		}
	}
	Letters letters;
	for (auto w = first; w < words.size(); ++w) {
		for (const char c : text::bare(words[w])) {
			if (is_letter(c)) letters.text += c;
		}
		letters.ends.resize(letters.text.size(), false);
		if (!letters.ends.empty()) letters.ends.back() = true;
	}
	return letters;
}

void replace_all(std::string& s, std::string_view from, std::string_view to) {
	for (auto at = s.find(from); at != std::string::npos; at = s.find(from, at + to.size()))
		s.replace(at, from.size(), to);
}

/// One letter of the key for each consonant: digraphs first. Vowels give nothing.
char sound_at(std::string_view s, std::size_t& at) {
	const char c = s[at];
	const char next = at + 1 < s.size() ? s[at + 1] : '\0';
	const auto two = [&](char sound) {
		++at;
		return sound;
	};
	switch (c) {
		case 'n': return next == 'g' ? two('G') : 'N';
		case 'p': return next == 'h' ? two('F') : 'P';
		case 'f': return 'F';
		case 'k': return next == 'h' ? two('K') : 'K';
		case 'c': return next == 'h' ? two('J') : 'K';
		case 'q':
		case 'g': return 'K';
		case 't': return next == 'h' ? two('T') : 'T';
		case 's':
		case 'x':
		case 'z': return 'S';
		case 'd': return 'D';
		case 'b': return 'B';
		case 'l':
		case 'r': return 'L';
		case 'v':
		case 'w': return 'V';
		case 'm': return 'M';
		case 'h': return 'H';
		case 'j': return 'J';
		default: return '\0';
	}
}

std::string key_of(std::string s) {
	replace_all(s, "tch", "s");
	replace_all(s, "phr", "ph");
	replace_all(s, "pr", "ph");
	replace_all(s, "ngh", "ng");
	// ch at the end of a syllable is k, r there is silent, and the sound ny (nh, gn, ny) falls away before a vowel.
	std::string t;
	for (std::size_t i = 0; i < s.size(); ++i) {
		const char next = i + 1 < s.size() ? s[i + 1] : '\0';
		const char third = i + 2 < s.size() ? s[i + 2] : '\0';
		if (s[i] == 'c' && next == 'h' && !is_vowel(third)) {
			t += 'k';
			++i;
		} else if (s[i] == 'r' && i > 0 && is_vowel(s[i - 1]) && !is_vowel(next)) {
			continue;
		} else if ((s[i] == 'n' && (next == 'h' || next == 'y')) || (s[i] == 'g' && next == 'n')) {
			if (is_vowel(third)) {
				++i;
			} else if (next == 'h') {
				t += 'n';
				++i;
			} else {
				t += s[i];
			}
		} else {
			t += s[i];
		}
	}
	std::string key;
	for (std::size_t i = 0; i < t.size(); ++i) {
		if (const char sound = sound_at(t, i); sound != '\0') key += sound;
	}
	if (!key.empty() && key.back() == 'D') key.back() = 'T';
	if (!key.empty() && key.back() == 'B') key.back() = 'P';
	key.erase(std::unique(key.begin(), key.end()), key.end());
	return key;
}

int groups_of(const Letters& letters) {
	const auto& s = letters.text;
	const auto vowel = [&](std::size_t i) { return i < s.size() && is_vowel(s[i]); };
	int groups = 0;
	bool inside = false;
	for (std::size_t i = 0; i < s.size(); ++i) {
		// y between vowels is a consonant: Xayasone.
		const bool consonant_y = s[i] == 'y' && i > 0 && vowel(i - 1) && vowel(i + 1);
		// Mute: Sonexay, Phonekeo, Viphavanhe.
		const bool mute_e = s[i] == 'e' && i >= 2 && !vowel(i - 1) && vowel(i - 2) && !letters.ends[i - 1] &&
		                    !letters.ends[i - 2] && (letters.ends[i] || !vowel(i + 1));
		// gn and ny stand for a consonant, so their y begins no group.
		const bool of_ny = s[i] == 'y' && i > 0 && s[i - 1] == 'n' && vowel(i + 1);
		if (!vowel(i) || consonant_y || mute_e || of_ny) {
			inside = false;
			continue;
		}
		if (!inside) ++groups;
		inside = true;
	}
	return groups;
}

/// Writings that are one sound made one letter, for names too short for the key.
std::string levelled(std::string s) {
	replace_all(s, "ou", "u");
	for (auto& c : s) {
		if (c == 'y') c = 'i';
		if (c == 'x') c = 's';
		if (c == 'c') c = 'k';
		if (c == 'b') c = 'p';
	}
	return s;
}

}  // namespace

std::string phonetic_key(std::string_view name) { return key_of(letters_of(name).text); }

int vowel_groups(std::string_view name) { return groups_of(letters_of(name)); }

bool same_name(std::string_view a, std::string_view b) { return same_name(Sound(a), Sound(b)); }

Sound::Sound(std::string_view name) {
	auto letters = letters_of(name);
	m_key = key_of(letters.text);
	m_groups = groups_of(letters);
	m_letters = std::move(letters.text);
}

bool same_name(const Sound& a, const Sound& b) {
	if (a.m_letters.empty() || b.m_letters.empty()) return false;
	if (a.m_letters == b.m_letters) return true;
	if (a.m_key != b.m_key) return false;
	if (a.m_key.size() >= 4) return std::abs(a.m_groups - b.m_groups) <= 1;
	return levelled(a.m_letters) == levelled(b.m_letters);
}

}  // namespace bienban::naming
