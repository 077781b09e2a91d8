#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "reading/blocks.hpp"
#include "reading/page_line.hpp"

namespace bienban::reading {

/// The line that is the headline: the first that can be one behind the menus, before the running text begins.
/// `title` is what the head of the page calls itself, empty for plain text.
std::optional<std::size_t> find_headline(std::string_view text, const std::vector<PageLine>& lines,
                                         std::string_view title);

/// The kind of every line, by what it is and where it stands. `headline` as found by find_headline.
std::vector<model::BlockKind> lay_out(std::string_view text, const std::vector<PageLine>& lines,
                                      std::optional<std::size_t> headline);

}  // namespace bienban::reading
