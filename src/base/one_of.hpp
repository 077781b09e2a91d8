#pragma once

#include <algorithm>
#include <array>
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

/// Is the word one of a short list? The last bytes are compared first: most Vietnamese words of one length differ
/// there.
template <typename Words>
bool one_of(std::string_view word, const Words& words) {
	return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) {
		return w.size() == word.size() && !w.empty() && w.back() == word.back() && w == word;
	});
}

}  // namespace bienban::base
