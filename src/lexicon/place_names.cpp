#include "lexicon/place_names.hpp"

#include <algorithm>
#include <unordered_map>

#include "lexicon/built_in_table.hpp"

namespace bienban::lexicon {

namespace {

struct Names {
	std::string_view vi;
	std::string_view en;
	std::string_view successor;
};
using Table = std::unordered_map<std::string_view, Names>;

const Table& table() {
	static const Table places = [] {
		// Countries have no row of their own in the table of provinces.
		Table rows = {{"VN", {"Việt Nam", "Vietnam", ""}}, {"LA", {"Lào", "Laos", ""}}};
		for_each_row("provinces.tsv", {"code", "name_vi", "name_en", "successor"},
		             [&](const std::vector<std::string_view>& cells) {
			             rows[cells[0]] = {cells[1], cells[2], cells[3]};
		             });
		return rows;
	}();
	return places;
}

}  // namespace

std::string_view place_name(std::string_view code, base::Lang lang) {
	const auto found = table().find(code);
	if (found == table().end()) return {};
	return lang == base::Lang::vi ? found->second.vi : found->second.en;
}

std::vector<std::string> places_followed(std::string_view code) {
	if (code.empty()) return {};
	// The list grows while it is walked: those before those before, and so on.
	std::vector<std::string_view> chain = {code};
	for (std::size_t i = 0; i < chain.size(); ++i) {
		const std::string_view successor = chain[i];
		for (const auto& [place, names] : table()) {
			const bool known = std::ranges::find(chain, place) != chain.end();
			if (names.successor == successor && !known) chain.push_back(place);
		}
	}
	std::vector<std::string> followed(chain.begin() + 1, chain.end());
	std::ranges::sort(followed);
	return followed;
}

}  // namespace bienban::lexicon
