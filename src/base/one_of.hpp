#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace bienban::base {

/// The first bytes of the words that a rule looks for: nearly every other word is told by its own.
class FirstBytes {
public:
	/// `bytes` are those bytes. A letter like "đ" counts with the first of its two.
	constexpr explicit FirstBytes(std::string_view bytes) {
		for (const char c : bytes) add(c);
	}
	/// Those of a list of words.
	template <std::size_t N>
	constexpr explicit FirstBytes(const std::array<std::string_view, N>& words) {
		for (const auto word : words) add(word.front());
	}
	/// May the word be one of them? `word` is not empty.
	constexpr bool begin(std::string_view word) const {
		const auto c = static_cast<unsigned char>(word.front());
		return (m_bits[c / 64U] >> (c % 64U) & 1U) != 0;
	}

	/// Those of either.
	friend constexpr FirstBytes operator|(FirstBytes a, const FirstBytes& b) {
		for (std::size_t i = 0; i < a.m_bits.size(); ++i) a.m_bits[i] |= b.m_bits[i];
		return a;
	}

private:
	constexpr void add(char first) {
		const auto c = static_cast<unsigned char>(first);
		m_bits[c / 64U] |= std::uint64_t{1} << (c % 64U);
	}

	std::array<std::uint64_t, 4> m_bits{};
};

/// A number for a word that is not empty, by its first, middle and last byte and its size: enough to tell the syllables
/// of a rule from nearly all others.
constexpr std::size_t word_hash(std::string_view word) {
	const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
	const auto last = word.size() - 1;
	return byte(0) * 7 + byte(last / 2) * 31 + byte(last) * 3 + last * 67;
}

/// A list of words that tells at one look whether a word is in it, in a table that is more than half
/// empty. For long lists, and for those that are asked for every token.
template <std::size_t N>
class WordSet {
public:
	/// `words` must outlive the set and hold no empty word.
	constexpr explicit WordSet(const std::array<std::string_view, N>& words) : m_words(words), m_first(words) {
		for (std::size_t i = 0; i < N; ++i) {
			auto at = slot_of(words[i]);
			while (m_slots[at] != 0) at = (at + 1) % k_slots;
			m_slots[at] = static_cast<std::uint8_t>(i + 1);
		}
	}
	constexpr bool has(std::string_view word) const {
		if (word.empty() || !m_first.begin(word)) return false;
		for (auto at = slot_of(word); m_slots[at] != 0; at = (at + 1) % k_slots) {
			if (m_words[m_slots[at] - 1U] == word) return true;
		}
		return false;
	}

private:
	static_assert(N < 256, "a slot is one byte");
	static constexpr std::size_t k_slots = std::bit_ceil(2 * N + 1);
	static constexpr std::size_t slot_of(std::string_view word) { return word_hash(word) % k_slots; }

	std::array<std::string_view, N> m_words;
	FirstBytes m_first;
	std::array<std::uint8_t, k_slots> m_slots{};  ///< index and one more, 0 where free
};

/// Is the word one of `Words`, an array of words that stands still (static constexpr)? As one_of(word, Words), but at
/// one look.
template <const auto& Words>
bool one_of(std::string_view word) {
	static constexpr WordSet k_set(Words);
	return k_set.has(word);
}

/// Is the word one of a short list? The last bytes are compared first: most Vietnamese words of one length differ
/// there.
template <typename Words>
bool one_of(std::string_view word, const Words& words) {
	return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) {
		return w.size() == word.size() && !w.empty() && w.back() == word.back() && w == word;
	});
}

}  // namespace bienban::base
