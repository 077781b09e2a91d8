#pragma once

#include <vector>

#include "model/record.hpp"

namespace bienban::model {

/// The dates that a record gives, the one it is sorted by first: of an agreement the day it was signed, then its term.
std::vector<Edtf> dates_of(const Record& record);

}  // namespace bienban::model
