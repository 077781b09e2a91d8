#pragma once

#include "model/document.hpp"
#include "model/record.hpp"

namespace bienban::lexicon {
class Lexicon;
}

namespace bienban::extraction {

enum class WithMentions : bool { no, yes };

/// Reads people, places and records out of a document. A pure function of the two: same input, same output, on any
/// thread. Never fails: a document with nothing to find gives an empty reading.
model::Reading extract(const model::Document& document, const lexicon::Lexicon& lexicon,
                       WithMentions mentions = WithMentions::no);

}  // namespace bienban::extraction
