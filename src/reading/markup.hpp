#pragma once

#include <string>
#include <string_view>

namespace bienban::reading {

/// Cuts tags down to `most` attributes: libxml2 compares each attribute of a tag with all before it, so that one tag of
/// a hundred thousand would take minutes. `storage` holds the result where something had to be cut; the size never
/// changes.
std::string_view cut_attributes(std::string_view html, std::size_t most, std::string& storage);

}  // namespace bienban::reading
