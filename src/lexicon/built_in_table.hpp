#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace bienban::lexicon {

/// Cuts at each separator; views into `text`.
std::vector<std::string_view> cut(std::string_view text, char separator);

/// Calls take(cells) for each row of a built-in table, the cells of the asked columns in the order in which they are
/// asked for. Faults of the table are the loader's to tell: a row that is too short is passed over. The views live as
/// long as the program.
void for_each_row(std::string_view table, const std::vector<std::string_view>& columns,
                  const std::function<void(const std::vector<std::string_view>& cells)>& take);

}  // namespace bienban::lexicon
