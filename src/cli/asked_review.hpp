#pragma once

#include "base/result.hpp"
#include "cli/command.hpp"
#include "review/material.hpp"

namespace bienban::cli {

/// Whom --between or --of and --with name, --with-past, the period and --as-of (today without it). Fails with a
/// "cli-…" message: a wrong command line.
base::Result<review::Question> asked_review(const Arguments& arguments);

}  // namespace bienban::cli
