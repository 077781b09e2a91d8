#pragma once

#include "facts/compare.hpp"
#include "facts/join.hpp"

namespace bienban::facts {

/// The reason of a judgement in words: a message id and the values of its text; dates are written as the record has
/// them.
Reason reason_of(const Claim& a, const Claim& b, const Judgement& judgement);

}  // namespace bienban::facts
