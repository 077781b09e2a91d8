#include "lexicon/place_names.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/embedded.hpp"

namespace bienban::lexicon {

namespace {

struct Names {
	std::string_view vi;
	std::string_view en;
};
using Table = std::unordered_map<std::string_view, Names>;

std::vector<std::string_view> cells(std::string_view line) {
	std::vector<std::string_view> cells;
	for (;;) {
		const auto tab = line.find('\t');
		cells.push_back(line.substr(0, tab));
		if (tab == std::string_view::npos) return cells;
		line.remove_prefix(tab + 1);
	}
}

/// The rows of provinces.tsv, by the names of its columns. Faults of the table are the loader's to tell, not ours: a
/// row that is too short is passed over.
Table read(std::string_view content) {
	// Countries have no row of their own in the table of provinces.
	Table table = {{"VN", {"Việt Nam", "Vietnam"}}, {"LA", {"Lào", "Laos"}}};
	std::size_t code = 0;
	std::size_t vi = 0;
	std::size_t en = 0;
	bool header = true;
	while (!content.empty()) {
		const auto end = content.find('\n');
		const std::string_view line = content.substr(0, end);
		content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
		if (line.empty() || line.front() == '#') continue;
		const auto row = cells(line);
		if (header) {
			const auto column = [&](std::string_view name) {
				return static_cast<std::size_t>(std::ranges::find(row, name) - row.begin());
			};
			code = column("code");
			vi = column("name_vi");
			en = column("name_en");
			header = false;
		} else if (std::max({code, vi, en}) < row.size()) {
			table[row[code]] = {row[vi], row[en]};
		}
	}
	return table;
}

}  // namespace

std::string_view place_name(std::string_view code, base::Lang lang) {
	static const Table table = [] {
		for (const base::EmbeddedFile& file : base::embedded_lexicon()) {
			if (file.name == "provinces.tsv") return read(file.content);
		}
		return read({});
	}();
	const auto found = table.find(code);
	if (found == table.end()) return {};
	return lang == base::Lang::vi ? found->second.vi : found->second.en;
}

}  // namespace bienban::lexicon
