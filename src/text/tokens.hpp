#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"

/// Text as a row of tokens: what every later step works on, so that the bytes are walked once.
namespace bienban::text {

/// The number of a syllable in a `Vocabulary`; 0 is "in no table".
using SyllableId = std::uint32_t;

enum class TokenKind : std::uint8_t { word, number, punctuation };

/// A syllable, a number ("1.234", "12,5", "460") or one punctuation mark.
struct Token {
	std::uint32_t begin = 0;  ///< byte offsets in the text
	std::uint32_t end = 0;
	SyllableId id = 0;
	TokenKind kind = TokenKind::word;
	/// Of punctuation: the mark folded to ASCII (all dashes '-', all double quotes '"', '…' '.'); of all else 0.
	char mark = 0;
	bool capital = false;      ///< begins with a capital letter
	bool all_capital = false;  ///< two letters or more, all capitals
	bool space_before = false;

	std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
	bool is(char c) const { return mark == c; }
};

/// "(LHPN)", "(GD&ĐT)": the token behind the abbreviation in brackets that opens at `open`; `open` where none does.
std::uint32_t behind_abbreviation(std::span<const Token> tokens, std::uint32_t open);

/// Lower case, with the tone mark on the vowel where the older style has it (hoà → hòa, thuý → thúy) and a lone final y
/// after a consonant as i (kỷ → kỉ, sỹ → sĩ): two spellings of one syllable give one result. NFC in and out.
std::string fold_syllable(std::string_view syllable);

/// The syllables that the lexicon knows, each with every surface form it may have in a text: case, both styles of tone
/// marks, i and y. A look-up compares 16 bytes and folds nothing; longer syllables are never in the vocabulary.
class Vocabulary {
public:
	Vocabulary();
	/// The id of a syllable in any of its surface forms; it is added where it is new.
	SyllableId add(std::string_view syllable);
	/// The id of a syllable as it stands in a text, 0 where no table has it.
	SyllableId find(std::string_view syllable) const;
	/// The same of a syllable of sixteen bytes at most, given as two words: its bytes in memory order, then zeros.
	SyllableId find(std::uint64_t low, std::uint64_t high) const {
		const auto hash = hash_of(low, high);
		const auto fingerprint = static_cast<std::uint32_t>(hash >> 32U);
		const auto mask = m_slots.size() - 1;
		for (auto at = hash & mask;; at = (at + 1) & mask) {
			const auto slot = m_slots[at];
			if (slot.form == 0) return 0;
			if (slot.fingerprint != fingerprint) continue;
			const auto& form = m_forms[slot.form - 1];
			if (form.low == low && form.high == high) return form.id;
		}
	}
	std::size_t size() const { return m_count; }

private:
	/// Small, so that the whole table stays in the cache; the bytes are compared only where the fingerprint agrees.
	struct Slot {
		std::uint32_t fingerprint = 0;
		std::uint32_t form = 0;  ///< 1 + index in m_forms, 0 where the slot is free
	};
	struct Form {
		std::uint64_t low = 0;
		std::uint64_t high = 0;
		SyllableId id = 0;
	};
	static std::uint64_t hash_of(std::uint64_t low, std::uint64_t high) {
		const auto h = (low ^ (high * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
		return h ^ (h >> 32U);
	}
	void insert(std::string_view surface, SyllableId id);
	void put(std::uint32_t form);
	void grow();

	std::vector<Slot> m_slots;
	std::vector<Form> m_forms;
	SyllableId m_count = 0;
};

/// Appends the tokens of text[span] to `out`; offsets are those of the whole text.
void tokenize(std::string_view text, base::Span span, const Vocabulary& vocabulary, std::vector<Token>& out);

/// One sentence: a run of tokens [begin, end) in one block.
struct Sentence {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::uint32_t block = 0;  ///< index of the block it stands in
};

/// Cuts tokens [begin, end), which are one block, into sentences: at a full stop, question or exclamation mark that is
/// not part of an abbreviation or an initial.
void split_sentences(const std::vector<Token>& tokens, std::string_view text, std::uint32_t begin, std::uint32_t end,
                     std::uint32_t block, std::vector<Sentence>& out);

}  // namespace bienban::text
