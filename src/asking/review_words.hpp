#pragma once

#include <optional>
#include <string>
#include <vector>

#include "asking/words.hpp"
#include "base/result.hpp"
#include "register/questions.hpp"
#include "register/store.hpp"
#include "review/material.hpp"

/// A review as it is asked for.
namespace bienban::asking {

/// Documents named under one fact of a paper; the rest is counted.
inline constexpr std::size_t k_told_by = 3;

struct ReviewWords {
	std::vector<std::string> sides;  ///< two or more; the first is the one seen from
	WithPast with_past = WithPast::no;
	Named from;
	Named to;
	Named as_of;  ///< today without it
};

/// Fails with a "cli-…" message, as words.hpp says, or where two sides have something in common.
base::Result<review::Question> review_of(const ReviewWords& words);

/// The words between commas; one that is empty is none.
std::vector<std::string> listed(const std::string& words);

/// The facts that a review takes, as the register is asked for them.
registry::FactQuestion facts_for(const review::Question& question);

/// A body that the register does not know is refused, and those near it named: a review of it would say that nothing
/// was done. Fails with "review-no-party" or "review-no-party-near".
base::Result<void> known(registry::Store& rows, const review::Question& question);

}  // namespace bienban::asking
