#include "extraction/annotated.hpp"

#include <algorithm>

#include "text/letters.hpp"

namespace bienban::extraction {

Annotated annotate(const model::Document& document, const lexicon::Lexicon& lexicon) {
	Annotated a{document, lexicon, {}, {}, {}, {}, {}, {}, {}, document.text};
	a.tokens.reserve(document.text.size() / 4);
	a.matches.reserve(document.text.size() / 4);
	a.sentences.reserve(document.text.size() / 128 + document.blocks.size());
	for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
		const auto& block = document.blocks[b];
		if (block.kind == model::BlockKind::chrome || block.kind == model::BlockKind::dateline ||
		    block.kind == model::BlockKind::byline || block.kind == model::BlockKind::kicker ||
		    block.kind == model::BlockKind::signature || block.language != model::Language::vietnamese) {
			continue;
		}
		const auto begin = static_cast<std::uint32_t>(a.tokens.size());
		text::tokenize(document.text, block.span, lexicon.vocabulary(), a.tokens);
		const auto end = static_cast<std::uint32_t>(a.tokens.size());
		text::split_sentences(a.tokens, document.text, begin, end, b, a.sentences);
	}
	for (const auto& t : a.tokens) {
		if (t.capital) text::make_lower(std::span(a.lower_text).subspan(t.begin, t.end - t.begin));
	}
	lexicon.match(a.tokens, a.matches);
	a.sentence_of.resize(a.tokens.size() + 1,
	                     a.sentences.empty() ? 0 : static_cast<std::uint32_t>(a.sentences.size() - 1));
	for (std::uint32_t s = 0; s < a.sentences.size(); ++s) {
		std::fill(a.sentence_of.begin() + a.sentences[s].begin, a.sentence_of.begin() + a.sentences[s].end, s);
	}
	a.first_match.resize(a.tokens.size() + 1);
	a.classes.resize(a.tokens.size() + 1);
	a.cues_of.resize(a.sentences.size());
	for (std::uint32_t s = 0; s < a.sentences.size(); ++s) {
		const auto words = std::span(a.tokens).subspan(a.sentences[s].begin, a.sentences[s].end - a.sentences[s].begin);
		for (const auto& t : words) {
			a.cues_of[s].parted = a.cues_of[s].parted || t.is(';') || t.is(':');
			if (t.kind == text::TokenKind::word) a.cues_of[s].words.add(t.of(a.lower_text));
		}
	}
	std::uint32_t m = 0;
	for (std::uint32_t t = 0; t <= a.tokens.size(); ++t) {
		a.first_match[t] = m;
		if (m == a.matches.size() || a.matches[m].begin != t) continue;
		auto& cues = a.cues_of[a.sentence_of[t]];
		for (; m < a.matches.size() && a.matches[m].begin == t; ++m) {
			a.classes[t] |= class_bit(a.matches[m].cls);
			cues.add(a.matches[m]);
		}
	}
	return a;
}

}  // namespace bienban::extraction
