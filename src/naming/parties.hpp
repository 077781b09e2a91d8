#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "naming/phonetic.hpp"
#include "naming/proposal.hpp"

/// Which spellings of a body's own name are one body? Pure functions of party ids ("VN-05/border-post/chiềng tương").
namespace bienban::naming {

/// Are two ids one party? Place and kind must be equal, so what may differ is the own name: one name in two spellings
/// is the same, numbers that differ are different bodies (213, 214), an abbreviation is its long form ("sở gd&đt"), a
/// name that holds the other or is one sound away is for a person to decide. An id without an own name is no particular
/// body and only ever the same as itself. Rules and scores: docs/identity.md.
Proposal compare_parties(std::string_view a, std::string_view b);

/// A party id as compare_parties() compares it, for parties that are compared more than once: in a large register a
/// province has a thousand border posts and villages.
class PartyName {
public:
	explicit PartyName(std::string_view party);
	/// The same as compare_parties() of the two ids.
	friend Proposal compare_parties(const PartyName& a, const PartyName& b);

private:
	friend struct PartyRules;
	struct Word {
		std::string text;   ///< lower case, with marks
		std::string bare;   ///< without
		std::string marks;  ///< as spoken_marks(); empty of a word without marks
	};
	std::string m_party;
	std::string m_place;
	std::string m_kind;
	std::string m_name;
	std::vector<Word> m_words;           ///< of the own name, without type words and joints
	std::vector<std::string> m_numbers;  ///< without leading zeros
	std::string m_letters;               ///< of the words: a to z, joined
	std::string m_single;                ///< the same, of letters that stand twice only one
	Sound m_sound;                       ///< of the words
};

Proposal compare_parties(const PartyName& a, const PartyName& b);

/// The block of a party: only parties of one block can be one. Place, kind, and the numbers in the own name.
std::string party_block(std::string_view party);

}  // namespace bienban::naming
