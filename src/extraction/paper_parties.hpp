#pragma once

#include "extraction/paper_signing.hpp"

namespace bienban::extraction {

/// Whose paper it is; empty where it is nobody's on both sides of the border (a directive has one issuer).
PartySet parties_of_paper(const Context& context, const std::vector<PaperNoun>& nouns, const PaperNoun& noun,
                          const Signing& signing);

/// Does the paper's own name give both sides: "giữa A và B"?
bool names_both_sides(const Context& context, const PaperNoun& noun);

}  // namespace bienban::extraction
