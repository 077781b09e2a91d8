#pragma once

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace bienban::base {

/// The first bytes of the words that a rule looks for: nearly every other word is told by its own.
class FirstBytes {
public:
	/// `bytes` are those bytes. A letter like "đ" counts with the first of its two.
	constexpr explicit FirstBytes(std::string_view bytes) {
		for (const char c : bytes) m_is[static_cast<unsigned char>(c)] = true;
	}
	/// Those of a list of words.
	template <std::size_t N>
	constexpr explicit FirstBytes(const std::array<std::string_view, N>& words) {
		for (const auto word : words) m_is[static_cast<unsigned char>(word.front())] = true;
	}
	/// May the word be one of them? `word` is not empty.
	constexpr bool begin(std::string_view word) const { return m_is[static_cast<unsigned char>(word.front())]; }
	/// Those of either.
	friend constexpr FirstBytes operator|(FirstBytes a, const FirstBytes& b) {
		for (std::size_t c = 0; c < a.m_is.size(); ++c) a.m_is[c] = a.m_is[c] || b.m_is[c];
		return a;
	}

private:
	std::array<bool, 256> m_is{};
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
