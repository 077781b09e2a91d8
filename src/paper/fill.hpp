#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "paper/paper.hpp"
#include "register/register.hpp"

namespace bienban::paper {

/// Register::evidence() of one handle.
using Evidence = std::function<std::optional<registry::Source>(registry::RecordId, registry::Quoted)>;

/// Which quotes are wanted: all, or those that a workbook lists (cited.hpp).
enum class Quotes : bool { all, of_workbook };

/// Finds the words of the quotes and the titles of the sources, for those facts only that the paper shows. Each of
/// `evidence`, which are on one state of the register, is asked in a thread of its own.
void fill(Paper& paper, const std::vector<Evidence>& evidence, Quotes quotes = Quotes::all);

}  // namespace bienban::paper
