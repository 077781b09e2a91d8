#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "conversion/locked.hpp"
#include "model/document.hpp"
#include "model/record.hpp"
#include "register/reading_entry.hpp"

namespace bienban::lexicon {
class Lexicon;
}

/// Many documents read on all cores, given out in the order in which they were named, in constant memory.
namespace bienban::cli {

/// What was made of one document.
struct Product {
	std::string source;
	std::string text;                            ///< what a maker has set for printing
	std::optional<registry::Prepared> prepared;  ///< for the register
};

struct BatchOptions {
	std::vector<std::string> operands;
	unsigned jobs = 1;
	bool mentions = false;
	conversion::Unlocked unlocked = conversion::Unlocked::no;  ///< foreign formats also where no lock is in force
	/// Keeps the file that a document of a foreign format came in, and gives its name; empty: it is not kept.
	std::function<base::Result<std::string>(int descriptor)> keep;
	/// Documents for each thread that may be under way or wait to be taken at once.
	std::size_t documents_for_each = 8;
};

/// How long the taker of documents is left waiting before it is told so.
inline constexpr std::chrono::milliseconds k_patience{500};

/// Reads all documents that the operands name. `make` runs on any thread, once for each document that could be read;
/// `take` on the calling one, in order. A document that fails is told on the console and the others go on; so is one
/// for which `take` gives an error. Returns done where all were read, needs_a_look where some were not, could_not where
/// none was. `wait` is called on the calling thread whenever no document was ready for k_patience. What `take` and
/// `wait` throw ends the whole.
ExitCode run_batch(
    const BatchOptions& options, const lexicon::Lexicon& lexicon, Console& console,
    const std::function<Product(model::Document, model::Reading, registry::Origin)>& make,
    const std::function<base::Result<void>(Product)>& take, const std::function<void()>& wait = [] {});

/// What --unlocked says.
conversion::Unlocked unlocked_of(const Arguments& arguments);

/// As many as --jobs says, else as the machine has cores.
unsigned jobs_of(const Arguments& arguments);

}  // namespace bienban::cli
