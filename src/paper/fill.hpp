#pragma once

#include <functional>
#include <optional>

#include "paper/paper.hpp"
#include "register/register.hpp"

namespace bienban::paper {

/// Finds the words of the quotes and the titles of the sources, for those facts only that the paper shows. `evidence`
/// is Register::evidence().
void fill(Paper& paper, const std::function<std::optional<registry::Source>(registry::RecordId)>& evidence);

}  // namespace bienban::paper
