#include "naming/edits.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/letters.hpp"

namespace bienban::naming {

bool one_edit_apart(std::string_view a, std::string_view b) {
	if (a.size() > b.size()) std::swap(a, b);
	if (b.size() - a.size() > 1 || a == b) return false;
	std::size_t i = 0;
	while (i < a.size() && a[i] == b[i]) ++i;
	return a.substr(a.size() == b.size() ? i + 1 : i) == b.substr(i + 1);
}

std::string spoken_marks(std::string_view syllable) {
	std::string out;
	std::uint8_t tone = 0;
	for (std::size_t i = 0; i < syllable.size();) {
		const auto c = text::decode(syllable, i);
		const auto vowel = text::split_tone(c.value);
		if (vowel.base != 0) {
			text::append_utf8(out, vowel.base == U'y' ? U'i' : vowel.base);
			tone = std::max(tone, vowel.tone);
		} else {
			text::append_utf8(out, c.value);
		}
		i += c.size;
	}
	return out + static_cast<char>('0' + tone);
}

}  // namespace bienban::naming
