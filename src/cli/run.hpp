#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.hpp"

namespace bienban::cli {

/// The whole program: the words after its name → what it does. All failures end here, told in one line.
ExitCode run(const std::vector<std::string>& words);

}  // namespace bienban::cli
