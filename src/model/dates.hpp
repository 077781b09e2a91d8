#pragma once

#include <optional>
#include <vector>

#include "model/record.hpp"

namespace bienban::model {

/// The date by which a record is known: the day it was signed or done, the period it counts for.
const std::optional<Edtf>& date_of(const Record& record);

/// The dates that a record gives, the one it is sorted by first: of an agreement the day it was signed, then its term.
std::vector<Edtf> dates_of(const Record& record);

}  // namespace bienban::model
