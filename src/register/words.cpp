#include "register/words.hpp"

#include <string>

#include "text/letters.hpp"

namespace bienban::registry {

namespace {

/// What a code point becomes within a word. A million documents go through here: most letters cost one look-up.
constexpr std::uint8_t k_divides = 0;  ///< no part of a word
constexpr std::uint8_t k_other = 1;    ///< a letter that stays more than one byte
// else the one byte that it becomes

struct Table {
	static constexpr char32_t k_low_end = 0x250;
	static constexpr char32_t k_high_begin = 0x1E00;
	static constexpr char32_t k_high_end = 0x1F00;
	std::array<std::uint8_t, k_low_end> low{};
	std::array<std::uint8_t, k_high_end - k_high_begin> high{};

	static std::uint8_t folded(char32_t c) {
		if (c >= U'0' && c <= U'9') return static_cast<std::uint8_t>(c);
		if (!text::is_letter(c)) return k_divides;
		const auto bare = text::bare_letter(text::to_lower(c));
		return bare < 0x80 ? static_cast<std::uint8_t>(bare) : k_other;
	}

	Table() {
		for (char32_t c = 0; c < k_low_end; ++c) low[c] = folded(c);
		for (char32_t c = k_high_begin; c < k_high_end; ++c) high[c - k_high_begin] = folded(c);
	}

	std::uint8_t operator[](char32_t c) const {
		if (c < k_low_end) return low[c];
		if (c >= k_high_begin && c < k_high_end) return high[c - k_high_begin];
		return text::is_letter(c) ? k_other : k_divides;
	}
};

const Table k_table;

/// A mark that found no letter to join: belongs to its word and leaves no trace in it.
bool is_loose_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool is_vowel(char c) { return std::string_view{"aeiouy"}.find(c) != std::string_view::npos; }
bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

void WordCutter::append(char32_t lower) {
	if (is_loose_mark(lower)) return;
	std::string bytes;
	text::append_utf8(bytes, lower);
	m_full = m_full || m_size + bytes.size() > m_form.size();
	if (m_full) return;
	for (const char byte : bytes) m_form[m_size++] = byte;
}

bool WordCutter::next() {
	do {
		if (!cut()) return false;
	} while (m_size == 0);  // loose marks alone
	if (m_size >= 2 && m_form[m_size - 1] == 'y') {
		const char before = m_form[m_size - 2];
		if (is_ascii_letter(before) && !is_vowel(before)) m_form[m_size - 1] = 'i';
	}
	return true;
}

bool WordCutter::cut() {
	std::size_t at = m_at;
	text::CodePoint c;
	std::uint8_t folded = k_divides;
	for (; at < m_text.size(); at += c.size) {
		c = text::decode(m_text, at);
		folded = k_table[c.value];
		if (folded != k_divides) break;
	}
	m_begin = at;
	m_size = 0;
	m_full = false;
	while (at < m_text.size() && folded != k_divides) {
		if (folded == k_other) {
			append(text::to_lower(c.value));
		} else if (m_size < m_form.size() && !m_full) {
			m_form[m_size++] = static_cast<char>(folded);
		}
		at += c.size;
		if (at >= m_text.size()) break;
		c = text::decode(m_text, at);
		folded = k_table[c.value];
	}
	m_at = at;
	return m_begin < m_text.size();
}

}  // namespace bienban::registry
