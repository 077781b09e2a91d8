#pragma once

#include <optional>
#include <span>
#include <vector>

#include "model/period.hpp"
#include "register/seen_fact.hpp"

/// Which agreement follows which. The rules in words: docs/review.md.
namespace bienban::registry {

/// An agreement among the others. Facts are named by their index in the list given.
struct AgreementLine {
	std::size_t fact = 0;
	std::optional<model::Period> term;
	std::optional<model::Period> signed_on;
	bool followed = false;                   ///< its term has an end, and a later one takes its place
	std::optional<std::size_t> replaces;     ///< the one before it, where only one can be meant
	std::optional<std::size_t> replaced_by;  ///< the one that replaces it
};

/// The agreements of the facts, in their order.
std::vector<AgreementLine> agreement_lines(std::span<const SeenFact> facts);

/// Whether two agreements are between the same sides: in each of two countries one body has part in both, and on one
/// side at most only the province of a body is named in its stead.
bool same_two_sides(const std::vector<model::Party>& a, const std::vector<model::Party>& b);

}  // namespace bienban::registry
