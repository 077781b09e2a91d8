#include "lexicon/place_list.hpp"

#include <charconv>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/built_in_table.hpp"
#include "lexicon/place_names.hpp"

namespace bienban::lexicon {

namespace {

std::optional<double> degrees_of(std::string_view cell) {
	double degrees = 0;
	const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), degrees);
	return error == std::errc{} && stop == cell.data() + cell.size() ? std::optional{degrees} : std::nullopt;
}

}  // namespace

std::span<const ListedPlace> place_list() {
	static const std::vector<ListedPlace> places = [] {
		std::vector<ListedPlace> rows;
		for (const std::string_view code : {"VN", "LA"}) {
			rows.push_back({.code = code,
			                .country = code,
			                .name_vi = place_name(code, base::Lang::vi),
			                .name_en = place_name(code, base::Lang::en)});
		}
		for_each_row("provinces.tsv", {"code", "name_vi", "name_en", "borders", "from", "to", "successor"},
		             [&](const std::vector<std::string_view>& cells) {
			             rows.push_back({.code = cells[0],
			                             .country = cells[0].substr(0, 2),
			                             .name_vi = cells[1],
			                             .name_en = cells[2],
			                             .borders = cells[3] == "y",
			                             .from = cells[4],
			                             .to = cells[5],
			                             .successor = cells[6]});
		             });
		std::unordered_map<std::string_view, std::pair<std::optional<double>, std::optional<double>>> points;
		for_each_row("coordinates.tsv", {"code", "lat", "lon"}, [&](const std::vector<std::string_view>& cells) {
			points[cells[0]] = {degrees_of(cells[1]), degrees_of(cells[2])};
		});
		for (ListedPlace& place : rows) {
			if (const auto found = points.find(place.code); found != points.end()) {
				place.lat = found->second.first;
				place.lon = found->second.second;
			}
		}
		return rows;
	}();
	return places;
}

}  // namespace bienban::lexicon
