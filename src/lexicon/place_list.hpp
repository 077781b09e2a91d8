#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace bienban::lexicon {

/// A province or country as the built-in tables have it. The views live as long as the program.
struct ListedPlace {
	std::string_view code;
	std::string_view country;  ///< "VN", "LA"
	std::string_view name_vi;
	std::string_view name_en;
	bool borders = false;   ///< it touches the border of the two countries
	std::string_view from;  ///< first day of its life, empty where it was always
	std::string_view to;    ///< last day, empty where it still is
	std::string_view successor;
	std::optional<double> lat;  ///< of its chief town, WGS 84
	std::optional<double> lon;
};

/// All of them: the countries, then provinces in the order of the table. Does not load the lexicon.
std::span<const ListedPlace> place_list();

}  // namespace bienban::lexicon
