#pragma once

#include "review/material.hpp"

/// Which of several items counts, and for which days.
namespace bienban::review {

/// The days that an item's own record gives: a figure counts nothing for the day on which its document appeared.
std::optional<model::Period> period_by_record(const Item& item);

/// The asked period as it bounds what may be added. Nothing is told of days to come: where it reaches to the day of the
/// review or beyond, it takes in what has an open end.
model::Period countable_period(const Question& question);

/// Of two items that say different things of the same: whether `a` counts rather than `b`. What a person confirmed,
/// corrected or entered; else what more records tell; else what came into the register
/// later.
bool stands_before(const Material& material, ItemIndex a, ItemIndex b);

}  // namespace bienban::review
