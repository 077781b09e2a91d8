#pragma once

#include <functional>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "intake/batch.hpp"

namespace bienban::cli {

/// intake::run_batch() with its progress and its failures told on the console. `make`, `take` and `wait` are those of
/// intake::BatchSteps. Returns done where all were read, needs_a_look where some were not, could_not where none was.
ExitCode told_batch(
    const intake::BatchOptions& options, const lexicon::Lexicon& lexicon, Console& console,
    const std::function<intake::Product(model::Document, model::Reading, registry::Origin)>& make,
    const std::function<base::Result<void>(intake::Product)>& take, const std::function<void()>& wait = [] {});

/// What --unlocked says.
conversion::Unlocked unlocked_of(const Arguments& arguments);

/// As many as --jobs says, else as the machine has cores.
unsigned jobs_of(const Arguments& arguments);

}  // namespace bienban::cli
