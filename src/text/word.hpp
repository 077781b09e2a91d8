#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "base/one_of.hpp"

namespace bienban::text {

/// A word of a text, as a view of it. Compared with one that stands in the program, whose size the compiler knows, it
/// costs no call; rules do little else.
class Word : public std::string_view {
public:
	using std::string_view::string_view;

	template <std::size_t Size>
	friend constexpr bool operator==(Word word, const char (&sought)[Size]) {
		return word.size() == Size - 1 && __builtin_memcmp(word.data(), sought, Size - 1) == 0;
	}
};

/// A set of words that says of most others that they are not in it, and never that one of its own is not: each word is
/// one of 256 bits.
class WordBits {
public:
	constexpr WordBits() = default;
	/// None of `words` is empty.
	constexpr WordBits(std::initializer_list<std::string_view> words) {
		for (const auto word : words) add(word);
	}
	constexpr void add(std::string_view word) {
		const auto bit = base::word_hash(word) % 256;
		m_bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
	}
	/// May the two have a word in common?
	constexpr bool meets(const WordBits& other) const {
		return ((m_bits[0] & other.m_bits[0]) | (m_bits[1] & other.m_bits[1]) | (m_bits[2] & other.m_bits[2]) |
		        (m_bits[3] & other.m_bits[3])) != 0;
	}

private:
	std::array<std::uint64_t, 4> m_bits{};
};

}  // namespace bienban::text
