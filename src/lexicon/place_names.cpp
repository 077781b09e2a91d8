#include "lexicon/place_names.hpp"

#include <unordered_map>

#include "lexicon/built_in_table.hpp"

namespace bienban::lexicon {

namespace {

struct Names {
	std::string_view vi;
	std::string_view en;
};
using Table = std::unordered_map<std::string_view, Names>;

Table read() {
	// Countries have no row of their own in the table of provinces.
	Table table = {{"VN", {"Việt Nam", "Vietnam"}}, {"LA", {"Lào", "Laos"}}};
	for_each_row("provinces.tsv", {"code", "name_vi", "name_en"}, [&](const std::vector<std::string_view>& cells) {
		table[cells[0]] = {cells[1], cells[2]};
	});
	return table;
}

}  // namespace

std::string_view place_name(std::string_view code, base::Lang lang) {
	static const Table table = read();
	const auto found = table.find(code);
	if (found == table.end()) return {};
	return lang == base::Lang::vi ? found->second.vi : found->second.en;
}

}  // namespace bienban::lexicon
