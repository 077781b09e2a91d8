#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "cli/command.hpp"

namespace bienban::lexicon {
class Lexicon;
}

namespace bienban::cli {

/// The lexicon of --lexicon, else the one built in. Fails with "cli-folder" where there is no such folder, or as
/// lexicon::load() does.
base::Result<std::shared_ptr<const lexicon::Lexicon>> asked_lexicon(const Arguments& arguments);

/// Tells two lexicons apart: a hash of the tables of --lexicon, else of those built in.
std::string lexicon_version(const Arguments& arguments);

}  // namespace bienban::cli
