#pragma once

#include <string_view>

#include "model/document.hpp"

namespace bienban::text {

/// What a stretch of NFC text is written in, by its script and by the form of its syllables. Lao is what most letters
/// are of; English what has its small words and few syllables that can be Vietnamese; `other` any other script, or
/// Latin letters that are neither. Where a stretch is too short to tell (a name, a number, three words) it is
/// Vietnamese, so that nothing is left unread for want of words. Never fails; one pass over the text.
model::Language language_of(std::string_view text);

/// Whether a syllable in lower case can be Vietnamese by the order of its letters: "nghiêng", "ban", not "the", "pha
/// nh". Marks may be missing.
bool may_be_vietnamese(std::string_view lower);

}  // namespace bienban::text
