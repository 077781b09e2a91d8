#pragma once

#include <vector>

#include "extraction/context.hpp"
#include "model/record.hpp"

namespace bienban::extraction {

/// "A kết nghĩa với B (từ ngày …)": appends one record for each pair of a Vietnamese and a Lao body.
void find_twinnings(const Context& context, std::vector<model::Record>& out);

}  // namespace bienban::extraction
