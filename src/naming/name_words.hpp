#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bienban::naming {

/// The words of a name in lower case with their marks; hyphens and spaces alike part them.
std::vector<std::string> words_of(std::string_view name);

}  // namespace bienban::naming
