#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/period.hpp"
#include "register/seen_fact.hpp"

/// What was promised, and what tells that it was done. The rules in words: docs/review.md.
namespace bienban::registry {

enum class Reported : std::uint8_t { done, in_part, nothing };

/// How many answers to one promise are kept: enough to look at, few enough for a register of a province.
inline constexpr std::size_t k_most_answers = 12;

/// One theme of one commitment. Facts are named by their index in the list given.
struct PromiseLine {
	std::size_t commitment = 0;
	std::optional<model::Theme> theme;
	/// Its own period, else the term of the agreement that it was made in, else the day on which it was made; nothing
	/// where none of them is known.
	std::optional<model::Period> when;
	std::int32_t due = 0;  ///< the last day of its time; k_open where it has no end, 0 where that cannot be known
	std::optional<std::size_t> under;  ///< the agreement or the meeting that it was made in
	Reported reported = Reported::nothing;
	std::vector<std::size_t> answers;  ///< the latest k_most_answers, those that tell the most first to be kept; rising
	bool more_answers = false;         ///< there may be further ones
};

/// All commitments of the facts, in their order, each cut into its themes.
std::vector<PromiseLine> promise_lines(std::span<const SeenFact> facts);

}  // namespace bienban::registry
