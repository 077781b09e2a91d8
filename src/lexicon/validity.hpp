#pragma once

#include <string_view>

#include "lexicon/lexicon.hpp"

namespace bienban::lexicon {

/// Did a place exist on a day (EDTF, to the day, month or year)? Vietnam merged its 63 provinces into 34 units on
/// 2025-07-01 (Resolution 202/2025/QH15); Xaysomboun is a province since 2013-12-13. A day of which only the year or
/// the month is known counts if any part of it does; a place without dates always existed.
bool exists_on(const Place& place, std::string_view day);

/// The place that has this place's territory on that day: itself while it exists, then its successor.
const Place& in_force(const Lexicon& lexicon, const Place& place, std::string_view day);

}  // namespace bienban::lexicon
