#pragma once

#include <optional>
#include <string>

#include "extraction/paper_noun.hpp"

namespace bienban::extraction {

/// What the text says about the signing of one paper.
struct Signing {
	const lexicon::Match* verb = nullptr;  ///< "ký", "trao nhau", "hạ bút"; nullptr where nothing is signed
	bool signed_here = false;              ///< in the event reported
	bool planned = false;                  ///< "sẽ ký", "dự thảo", "tiến tới ký kết"
	bool from_lead = false;                ///< the verb stands in the sentence that opens the list
	std::optional<std::string> day;        ///< EDTF: day, month or year that the text gives to the signing
	std::optional<std::string> term;       ///< EDTF: the period for which the paper is made
};

/// Reads it for every noun; `nouns` in the order of the text.
std::vector<Signing> read_signings(const Context& context, const std::vector<PaperNoun>& nouns);

}  // namespace bienban::extraction
