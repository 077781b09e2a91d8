#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "conversion/locked.hpp"
#include "model/document.hpp"
#include "model/record.hpp"
#include "register/reading_entry.hpp"

namespace bienban::lexicon {
class Lexicon;
}

/// Many documents read on all cores, given out in the order in which they were named, in constant memory.
namespace bienban::intake {

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
	/// Whether taking costs as much as making: the calling thread then goes before the others where cores are few.
	bool taking_is_dear = false;
};

/// How long the taker of documents is left waiting before it is told so.
inline constexpr std::chrono::milliseconds k_patience{500};

/// What is done with the documents of a batch. What any of these throws, save `make`, ends the whole.
struct BatchSteps {
	/// Runs on any thread, once for each document that could be read.
	std::function<Product(model::Document, model::Reading, registry::Origin)> make;
	/// On the calling thread, in order; so are those below.
	std::function<base::Result<void>(Product)> take;
	/// A document that could not be read, or for which `take` gave an error: the others go on.
	std::function<void(const base::Error&)> failed;
	/// After each document, how many there were; and whether to go on.
	std::function<bool(std::size_t done)> told;
	/// Whenever no document was ready for k_patience.
	std::function<void()> wait = [] {};
};

/// How many documents were read, and how many were not.
struct Tally {
	std::size_t read = 0;
	std::size_t failed = 0;
};

/// Reads all documents that the operands name.
Tally run_batch(const BatchOptions& options, const lexicon::Lexicon& lexicon, const BatchSteps& steps);

}  // namespace bienban::intake
