#pragma once

#include <vector>

#include "model/printed.hpp"

namespace bienban::reading {

/// Of one line: mends what recognition mistakes and the spelling of Vietnamese makes certain: capitals inside a word
/// ("HỦa", "ChỈ"), specks between letters ("CHQ®S"), a vowel seen twice ("ChỉỈ", "muôồi"), the bullet of a list, 1 and
/// 0 for l and o inside a syllable that has tones ("1uật", "t0àn"), pairs of syllables that no text has ("người dần").
/// Numbers, marks and words that may be right are left as they are.
void mend(std::vector<model::PrintedWord>& line);

}  // namespace bienban::reading
