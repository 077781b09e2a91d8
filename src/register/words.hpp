#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a word is when texts are searched: the index of words and the questions cut and fold them here, in one way.
namespace bienban::registry {

/// Goes through the words of a text: runs of letters and digits. All else divides them.
class WordCutter {
public:
	/// `text` is UTF-8; ill-formed bytes divide words. The text must outlive this.
	explicit WordCutter(std::string_view text) : m_text(text) {}

	/// Goes on to the next word; false behind the last.
	bool next();

	std::size_t begin() const { return m_begin; }  ///< bytes in the text
	std::size_t end() const { return m_at; }
	/// The word in lower case without marks, đ as d, and a last y behind a consonant as i ("Sỹ" and "sĩ" are one word):
	/// what the index holds. Valid until next(). A form longer than k_longest_form is cut off there.
	std::string_view form() const { return {m_form.data(), m_size}; }

	static constexpr std::size_t k_longest_form = 64;

private:
	bool cut();
	void append(char32_t lower);

	std::string_view m_text;
	std::size_t m_begin = 0;
	std::size_t m_at = 0;
	std::array<char, k_longest_form> m_form{};
	std::size_t m_size = 0;
	bool m_full = false;
};

}  // namespace bienban::registry
