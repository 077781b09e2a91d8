#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "facts/claim.hpp"

namespace bienban::facts {

/// Two claims by their places in the list given to join().
using Pair = std::pair<std::size_t, std::size_t>;

/// What outranks the rules.
struct Bonds {
	std::vector<Pair> together;    ///< a person said that they are one
	std::vector<Pair> apart;       ///< a person said that they are not
	std::vector<Pair> told_apart;  ///< one document has both as records of their own: it speaks of two things
};

/// Why two claims were put together (or would have been). `reason` is a message id ("join-same-day", …), `values` what
/// its text needs, dates as EDTF and figures with their unit.
struct Reason {
	std::string reason;
	std::vector<std::string> values;
	double score = 0;  ///< 0 to 1
};

/// How one claim came to another within a fact.
struct Link {
	Pair pair;
	Reason reason;
};

struct Joined {
	/// The facts: each a list of claims in rising order, the lists by their first claim.
	std::vector<std::vector<std::size_t>> facts;
	/// For each fact of n claims the n - 1 links that made it, so that every join can be explained.
	std::vector<Link> links;
	/// Pairs between two facts that a person should look at: nearly one.
	std::vector<Link> unsure;
};

/// Joins the claims of one block. The facts depend on what the claims say and on the bonds alone: not on their order,
/// and not on what was joined before.
Joined join(std::span<const Claim> claims, const Bonds& bonds);

/// A field on which the claims of one fact disagree: both values cannot be true of one thing ("2019-11-11" and
/// "2019-11" can). `values` are JSON texts, each with the claims that say it, the most said first.
struct Conflict {
	struct Value {
		std::string json;
		std::vector<std::size_t> claims;
	};
	std::string field;
	std::vector<Value> values;
};

/// The conflicts within one fact, in the order of records.md's fields. `times` is how often each claim is said (by how
/// many documents); as long as `claims`.
std::vector<Conflict> conflicts(std::span<const Claim> claims, std::span<const std::size_t> times);

/// One record that says what the fact's claims say together: of each field the value that is most said among the most
/// exact ones ("2019-11-11" before "2019-11"), of lists the union without what a more exact entry covers.
model::Record merged(std::span<const Claim> claims, std::span<const std::size_t> times);

}  // namespace bienban::facts
