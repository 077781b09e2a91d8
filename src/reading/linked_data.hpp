#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bienban::reading {

/// What a page says of its article in JSON-LD, as schema.org has it. Empty where it says nothing.
struct LinkedData {
	std::string title;
	std::string published;             ///< as it is written: "2021-12-11T12:05:00+07:00"
	std::vector<std::string> authors;  ///< persons, as they are written; the outlet is none
};

/// Reads one script of a page. Of several things that it tells of (the site, the way there, other articles in a list)
/// the first article counts; names that stand elsewhere in it are found by their @id. Whatever is no JSON gives
/// nothing.
LinkedData read_linked_data(std::string json);

}  // namespace bienban::reading
