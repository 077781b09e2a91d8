#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"
#include "register/decisions.hpp"

namespace bienban::cli {

enum class WhyNeeded : bool { no, yes };

/// Who decides and why: --by, else BIENBAN_USER, else the name under which the user is logged in; --why. Fails with
/// "cli-option-missing" where no name is known, or no reason is given where one is needed.
base::Result<registry::Author> asked_author(const Arguments& arguments, WhyNeeded why_needed);

}  // namespace bienban::cli
