#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bienban::lexicon {

/// All spellings of the provinces and districts that `words` names, as the built-in tables have them, sorted; nothing
/// where it names none. Marks, case, spaces and hyphens of `words` are not looked at: "hua phan", "Houa-phan" and
/// "houaphan" give the same. Short names that are also common words ("Son", "Mai") name no district here, and are not
/// among a district's spellings.
std::vector<std::string> spellings_of(std::string_view words);

}  // namespace bienban::lexicon
