#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/record.hpp"
#include "naming/proposal.hpp"

/// Which mentions of persons are one officer? Pure functions of mentions and decisions.
namespace bienban::naming {

/// One way in which documents name a person.
struct PersonMention {
	std::string name;
	std::optional<std::string> rank;
	std::optional<std::string> title;
	std::optional<std::string> country;
	std::vector<model::Party> bodies;  ///< to which the posts belong, where that is known
	std::optional<model::Edtf> first;  ///< of the days on which documents name the person so: the first
	std::optional<model::Edtf> last;   ///< and the last
};

/// Compares two mentions. How scores and reasons come about stands in docs/identity.md.
Proposal compare(const PersonMention& a, const PersonMention& b);

/// The block of a mention: only mentions of one block are ever proposed as one person. For a Vietnamese name all its
/// letters without marks; for any other the last three sounds of its phonetic key, so that a full name and its last
/// part ("Phăn Sỷ Sòn My Say", "Xòn My Xay") meet. docs/identity.md says why not its first.
std::string block_of(const PersonMention& mention);

using MentionPair = std::pair<std::size_t, std::size_t>;

struct PersonBonds {
	std::vector<MentionPair> same;       ///< a person decided
	std::vector<MentionPair> different;  ///< a person decided, or one document names both as two
};

struct Persons {
	/// Each a list of mentions in rising order, the lists by their first mention.
	std::vector<std::vector<std::size_t>> persons;
	struct Unsure {
		MentionPair pair;
		Proposal proposal;
	};
	/// Pairs of mentions of two persons that a person should decide on, the likeliest first; one pair for two persons.
	std::vector<Unsure> unsure;
};

/// Puts the mentions of one block together. Depends on what the mentions say and on the bonds alone, not on order.
Persons join_persons(std::span<const PersonMention> mentions, const PersonBonds& bonds);

}  // namespace bienban::naming
