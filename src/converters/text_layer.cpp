#include "converters/text_layer.hpp"

#include <string>
#include <string_view>

#include "text/language.hpp"
#include "text/letters.hpp"

namespace bienban::converters {

namespace {

constexpr std::size_t k_hardly_any = 30;  // letters: the stamp of a scanner, a page number
constexpr std::size_t k_little = 200;
constexpr std::size_t k_least_words = 20;  // that say something of the language
constexpr std::size_t k_most_looked_at = 4000;

struct Counts {
	std::size_t letters = 0;
	std::size_t signs = 0;    ///< code points
	std::size_t unknown = 0;  ///< code points that stand for no letter anybody knows
	std::size_t words = 0;    ///< of two letters or more
	std::size_t marked = 0;   ///< of these, with a letter beyond ASCII
	std::string text;
};

bool is_unknown(char32_t sign) {
	return sign == 0xFFFD || (sign >= 0xE000 && sign <= 0xF8FF) || (sign >= 0x80 && sign < 0xA0) || sign >= 0xF0000;
}

Counts count(const model::PrintedPage& page) {
	Counts counts;
	for (const auto& block : page.blocks) {
		for (const auto& line : block.lines) {
			for (const auto& word : line.words) {
				std::size_t letters = 0;
				bool marked = false;
				for (std::size_t at = 0; at < word.text.size();) {
					const auto sign = text::decode(word.text, at);
					at += sign.size;
					++counts.signs;
					if (is_unknown(sign.value)) ++counts.unknown;
					if (!text::is_letter(sign.value)) continue;
					++letters;
					marked = marked || sign.value >= 0x80;
				}
				counts.letters += letters;
				if (letters >= 2) {
					++counts.words;
					if (marked) ++counts.marked;
				}
				if (counts.text.size() < k_most_looked_at) counts.text.append(word.text).append(" ");
			}
		}
	}
	return counts;
}

/// Two of three words of Vietnamese have a mark; of one in six even lists of names and figures have more.
bool has_few_marks(const Counts& counts) { return counts.marked * 6 < counts.words; }

}  // namespace

TextLayer text_layer_of(const model::PrintedPage& page) {
	const Counts counts = count(page);
	if (counts.unknown * 5 > counts.signs && counts.signs >= k_hardly_any) return TextLayer::garbled;
	if (counts.letters < k_hardly_any) return TextLayer::none;
	if (counts.letters < k_little) return TextLayer::little;
	if (counts.words < k_least_words || !has_few_marks(counts)) return TextLayer::good;
	const model::Language language = text::language_of(counts.text);
	const bool may_be_bare = language == model::Language::vietnamese || language == model::Language::other;
	return may_be_bare ? TextLayer::bare : TextLayer::good;
}

std::size_t letters_of(const model::PrintedPage& page) { return count(page).letters; }

bool is_better(const model::PrintedPage& recognised, const model::PrintedPage& given, TextLayer layer) {
	const Counts counts = count(recognised);
	if (layer != TextLayer::bare) return counts.letters > letters_of(given) || layer == TextLayer::garbled;
	// What was written without marks, or in another language, is recognised without them again.
	return counts.words >= k_least_words && !has_few_marks(counts);
}

}  // namespace bienban::converters
