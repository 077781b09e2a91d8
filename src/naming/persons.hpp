#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/record.hpp"

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

enum class Verdict : std::uint8_t { same, different, unsure };

/// What the program proposes for two mentions. `reason` is a message id ("person-same-name-and-body", …).
struct Proposal {
	Verdict verdict = Verdict::unsure;
	double score = 0;  ///< 0 to 1: how sure it is that they are one person
	std::string reason;
};

/// Compares two mentions of one block.
Proposal compare(const PersonMention& a, const PersonMention& b);

/// The block of a mention: only mentions of one block are ever proposed as one person. For a Vietnamese name its
/// letters without marks, for any other its phonetic key.
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
