#include "extraction/keywords.hpp"

#include <cassert>

#include "text/tokens.hpp"

namespace bienban::extraction {
namespace {

/// The keywords as a vocabulary of their own: the syllable ids are the values of Word.
const text::Vocabulary& keywords() {
	static const text::Vocabulary k_keywords = [] {
		text::Vocabulary words;
// Two keywords of one spelling would shift all that follow.
#define BIENBAN_TEXT(name, spelling) \
	if (words.add(spelling) != static_cast<text::SyllableId>(Word::name)) assert(false);
		BIENBAN_KEYWORDS(BIENBAN_TEXT)
#undef BIENBAN_TEXT
		return words;
	}();
	return k_keywords;
}

}  // namespace

Word word_at(const Annotated& a, std::uint32_t token) {
	if (token >= a.tokens.size() || a.tokens[token].kind != text::TokenKind::word) return Word::none;
	return static_cast<Word>(keywords().find(a.word(token)));
}

}  // namespace bienban::extraction
