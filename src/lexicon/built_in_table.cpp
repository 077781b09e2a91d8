#include "lexicon/built_in_table.hpp"

#include <algorithm>

#include "base/embedded.hpp"

namespace bienban::lexicon {

namespace {

std::string_view content_of(std::string_view table) {
	for (const base::EmbeddedFile& file : base::embedded_lexicon()) {
		if (file.name == table) return file.content;
	}
	return {};
}

}  // namespace

std::vector<std::string_view> cut(std::string_view text, char separator) {
	std::vector<std::string_view> parts;
	for (;;) {
		const auto at = text.find(separator);
		parts.push_back(text.substr(0, at));
		if (at == std::string_view::npos) return parts;
		text.remove_prefix(at + 1);
	}
}

void for_each_row(std::string_view table, const std::vector<std::string_view>& columns,
                  const std::function<void(const std::vector<std::string_view>& cells)>& take) {
	std::vector<std::size_t> places;  // of the columns in a row; empty before the header
	std::vector<std::string_view> cells(columns.size());
	for (const std::string_view line : cut(content_of(table), '\n')) {
		if (line.empty() || line.front() == '#') continue;
		const auto row = cut(line, '\t');
		if (places.empty()) {
			for (const std::string_view column : columns) {
				places.push_back(static_cast<std::size_t>(std::ranges::find(row, column) - row.begin()));
			}
		} else if (std::ranges::max(places) < row.size()) {
			std::ranges::transform(places, cells.begin(), [&](std::size_t place) { return row[place]; });
			take(cells);
		}
	}
}

}  // namespace bienban::lexicon
