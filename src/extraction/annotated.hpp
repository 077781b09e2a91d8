#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "model/document.hpp"
#include "text/tokens.hpp"
#include "text/word.hpp"

namespace bienban::extraction {

/// What begins in a sentence: the first question of a rule, which most sentences answer with no.
struct SentenceCues {
	std::array<std::uint64_t, 2> cues{};  ///< a bit for each cue
	std::uint32_t classes = 0;            ///< class_bit() of all entries
	bool parted = false;                  ///< by a semicolon or a colon
	text::WordBits words;                 ///< in small letters

	void add(const lexicon::Match& match) {
		classes |= class_bit(match.cls);
		if (match.cls != lexicon::EntryClass::cue) return;
		const auto cue = static_cast<std::size_t>(match.index);
		cues[cue / 64] |= std::uint64_t{1} << (cue % 64);
	}
	bool has(lexicon::Cue cue) const {
		const auto at = static_cast<std::size_t>(cue);
		return (cues[at / 64] >> (at % 64) & 1U) != 0;
	}
	bool has(lexicon::EntryClass cls) const { return (classes & class_bit(cls)) != 0; }
};
static_assert(lexicon::k_cue_names.size() <= 128);

/// A document taken apart: its tokens, its sentences and every entry of the lexicon in it. What all finders work on.
/// Only blocks that are text are in it (no chrome, date lines or by-lines).
struct Annotated {
	const model::Document& document;
	const lexicon::Lexicon& lexicon;
	std::vector<text::Token> tokens;
	std::vector<text::Sentence> sentences;
	std::vector<lexicon::Match> matches;     ///< by first token, the longer before the shorter
	std::vector<std::uint32_t> sentence_of;  ///< by token
	/// By token, and one past the end: the first match that begins there or later.
	std::vector<std::uint32_t> first_match;
	/// By token, and one past the end: class_bit() of all that begins there.
	std::vector<std::uint32_t> classes;
	std::vector<SentenceCues> cues_of;  ///< by sentence
	/// The document's text, byte for byte in the same places, with the words that begin with a capital in small
	/// letters.
	std::string lower_text;

	std::string_view text() const { return document.text; }
	text::Word word(std::uint32_t token) const {
		const auto& t = tokens[token];
		return {document.text.data() + t.begin, t.end - t.begin};
	}
	/// The word in small letters.
	text::Word small(std::uint32_t token) const {
		const auto& t = tokens[token];
		return {lower_text.data() + t.begin, t.end - t.begin};
	}
	model::BlockKind block_kind(const text::Sentence& sentence) const { return document.blocks[sentence.block].kind; }

	/// The entries that begin in tokens [begin, end).
	std::span<const lexicon::Match> matches_in(std::uint32_t begin, std::uint32_t end) const {
		const auto first = first_match[begin];
		const auto last = first_match[std::min<std::size_t>(end, tokens.size())];
		return std::span(matches).subspan(first, first < last ? last - first : 0);
	}
	/// Does an entry of one of these classes begin at this token?
	bool begins(std::uint32_t token, std::uint32_t class_bits) const {
		return token < classes.size() && (classes[token] & class_bits) != 0;
	}
	/// The longest entry of this class that begins at this token, nullptr where there is none.
	const lexicon::Match* at(std::uint32_t token, lexicon::EntryClass cls) const {
		if (!begins(token, class_bit(cls))) return nullptr;
		for (auto m = first_match[token]; m < first_match[token + 1]; ++m) {
			if (matches[m].cls == cls) return &matches[m];
		}
		return nullptr;
	}
	/// Whether the entry is the beginning of a longer one of this class: "Lào" of the province "Lào Cai".
	bool within_longer(const lexicon::Match& match, lexicon::EntryClass cls) const {
		const lexicon::Match* longer = at(match.begin, cls);
		return longer != nullptr && longer->end > match.end;
	}
	/// The longest entry of this cue that begins at this token, nullptr where there is none.
	const lexicon::Match* cue_at(std::uint32_t token, lexicon::Cue cue) const {
		if (!begins(token, class_bit(lexicon::EntryClass::cue))) return nullptr;
		for (auto m = first_match[token]; m < first_match[token + 1]; ++m) {
			if (matches[m].cls == lexicon::EntryClass::cue && matches[m].cue() == cue) return &matches[m];
		}
		return nullptr;
	}
	/// May a cue or an entry of a class begin in tokens [begin, end)? Not where they lie in one sentence that has none.
	template <typename CueOrClass>
	bool may_have(std::uint32_t begin, std::uint32_t end, CueOrClass what) const {
		if (begin >= end || begin >= tokens.size()) return false;
		const auto s = sentence_of[begin];
		const auto& sentence = sentences[s];
		return begin < sentence.begin || end > sentence.end || cues_of[s].has(what);
	}
	/// May the sentence have one of these words, given in small letters?
	bool may_say(std::uint32_t sentence, const text::WordBits& sought) const {
		return cues_of[sentence].words.meets(sought);
	}
	/// The first entry of the class in tokens [begin, end), nullptr where there is none.
	const lexicon::Match* find(std::uint32_t begin, std::uint32_t end, lexicon::EntryClass cls) const {
		if (!may_have(begin, end, cls)) return nullptr;
		for (const auto& m : matches_in(begin, end)) {
			if (m.cls == cls && m.end <= end) return &m;
		}
		return nullptr;
	}
	const lexicon::Match* find_cue(std::uint32_t begin, std::uint32_t end, lexicon::Cue cue) const {
		if (!may_have(begin, end, cue)) return nullptr;
		for (const auto& m : matches_in(begin, end)) {
			if (m.cls == lexicon::EntryClass::cue && m.cue() == cue && m.end <= end) return &m;
		}
		return nullptr;
	}
	/// The words of tokens [begin, end) as they stand in the text.
	text::Word words(std::uint32_t begin, std::uint32_t end) const {
		if (begin >= end) return {};
		return {document.text.data() + tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin};
	}
	/// The same in small letters.
	text::Word small_words(std::uint32_t begin, std::uint32_t end) const {
		if (begin >= end) return {};
		return {lower_text.data() + tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin};
	}
	base::Span span(std::uint32_t begin, std::uint32_t end) const {
		return {base::ByteOffset{tokens[begin].begin}, base::ByteOffset{tokens[end - 1].end}};
	}
};

Annotated annotate(const model::Document& document, const lexicon::Lexicon& lexicon);

}  // namespace bienban::extraction
