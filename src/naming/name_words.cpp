#include "naming/name_words.hpp"

#include "text/letters.hpp"

namespace bienban::naming {

std::vector<std::string> words_of(std::string_view name) {
	std::vector<std::string> words;
	bool open = false;
	const auto lower = text::lower(name);
	for (std::size_t i = 0; i < lower.size();) {
		const auto c = text::decode(lower, i);
		if (!text::is_letter(c.value)) {
			open = false;
		} else {
			if (!open) words.emplace_back();
			open = true;
			words.back().append(lower, i, c.size);
		}
		i += c.size;
	}
	return words;
}

}  // namespace bienban::naming
