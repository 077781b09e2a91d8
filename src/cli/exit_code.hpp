#pragma once

/// How the program ends: the numbers that scripts rely on.
namespace bienban::cli {

enum class ExitCode : int {
	done = 0,
	could_not = 1,           ///< nothing of what was asked could be done
	wrong_command_line = 2,  ///< nothing was tried
	needs_a_look = 3,        ///< done, but something was left out or found faulty
};

}  // namespace bienban::cli
