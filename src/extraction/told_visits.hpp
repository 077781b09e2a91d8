#pragma once

#include <vector>

#include "extraction/context.hpp"
#include "model/record.hpp"

namespace bienban::extraction {

/// Visits that no plain "A thăm B" tells: the host first ("Là khách của B, …"), stops of a journey ("Điểm dừng đầu là
/// B"), posts that welcome posts, an invitation, a bare "qua". Called behind the plain ones; adds what they left out.
void find_told_visits(const Context& context, std::vector<model::Record>& out);

}  // namespace bienban::extraction
