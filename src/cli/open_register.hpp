#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "register/register.hpp"

namespace bienban::cli {

/// The path of --register; bienban.db in the working folder without it.
std::string register_path(const Arguments& arguments);

/// Opens the register that is asked for and gives it to `work`. What goes wrong, in opening, in work or on the disk, is
/// told in one line.
ExitCode with_register(const Arguments& arguments, Console& console, registry::Access access,
                       const std::function<base::Result<ExitCode>(registry::Register&)>& work);

/// The one line for a register that failed under way.
base::Error failed_register(const std::string& path, registry::Access access, const registry::StoreError& failure);

}  // namespace bienban::cli
