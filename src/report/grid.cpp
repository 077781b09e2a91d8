#include "report/grid.hpp"

#include <algorithm>
#include <string_view>

namespace bienban::report {

namespace {

using Row = std::vector<std::string>;

constexpr std::size_t k_gap = 2;

/// A word that is longer may be cut: an address, a key.
constexpr std::size_t k_longest_word = 20;

/// Columns as wide as they would be, and as narrow as they can be.
struct Widths {
	std::vector<std::size_t> wide;
	std::vector<std::size_t> narrow;
};

Widths widths_of(const Grid& grid, bool head) {
	Widths widths{.wide = std::vector<std::size_t>(grid.breaks.size(), 1),
	              .narrow = std::vector<std::size_t>(grid.breaks.size(), 1)};
	for (const Row& row : grid.rows) {
		// A head may always be broken.
		const bool names = head && &row == &grid.rows.front();
		for (std::size_t i = 0; i < row.size(); ++i) {
			const std::size_t whole = width(row[i]);
			widths.wide[i] = std::max(widths.wide[i], whole);
			widths.narrow[i] = std::max(
			    widths.narrow[i], names || grid.breaks[i] ? std::min(longest_word(row[i]), k_longest_word) : whole);
		}
	}
	return widths;
}

/// Takes from the widest columns until all fit `columns`; false where they cannot.
bool fit(Widths& widths, std::size_t columns) {
	std::size_t taken = k_gap * (widths.wide.empty() ? 0 : widths.wide.size() - 1);
	for (const std::size_t one : widths.wide) taken += one;
	for (; taken > columns; --taken) {
		std::size_t* widest = nullptr;
		for (std::size_t i = 0; i < widths.wide.size(); ++i) {
			const bool gives = widths.wide[i] > widths.narrow[i];
			if (gives && (widest == nullptr || widths.wide[i] > *widest)) widest = &widths.wide[i];
		}
		if (widest == nullptr) return false;
		--*widest;
	}
	return true;
}

/// The cells of one row as lines of the widths of their columns.
std::string row_text(const Row& row, const std::vector<std::size_t>& widths, Style style, std::size_t indent,
                     const Layout& layout) {
	std::vector<std::vector<std::string>> cells;
	std::size_t height = 1;
	for (std::size_t i = 0; i < row.size(); ++i) {
		cells.push_back(lines_of(row[i], widths[i]));
		height = std::max(height, cells.back().size());
	}
	std::string out;
	for (std::size_t line = 0; line < height; ++line) {
		std::string text(indent, ' ');
		for (std::size_t i = 0; i < cells.size(); ++i) {
			const std::string_view words = line < cells[i].size() ? std::string_view{cells[i][line]} : "";
			text.append(styled(words, style, layout));
			if (i + 1 < cells.size()) text.append(widths[i] + k_gap - std::min(widths[i], width(words)), ' ');
		}
		text.erase(text.find_last_not_of(' ') + 1);
		out.append(text).push_back('\n');
	}
	return out;
}

/// The row as lines of a name and a value; values that are empty are left out.
std::string paragraph(const Row& names, const Row& row, std::size_t indent, const Layout& layout) {
	constexpr std::size_t k_least_room = 20;
	std::size_t widest = 0;
	for (const std::string& name : names) widest = std::max(widest, width(name));
	const std::size_t at = indent + widest + k_gap;
	const std::size_t room = std::max(layout.columns, at + k_least_room) - at;
	std::string out;
	for (std::size_t i = 0; i < row.size(); ++i) {
		if (row[i].empty()) continue;
		out.append(indent, ' ').append(styled(names[i], Style::heading, layout));
		out.append(at - indent - width(names[i]), ' ');
		bool first = true;
		for (const std::string& line : lines_of(row[i], room)) {
			out.append(first ? 0 : at, ' ').append(line).push_back('\n');
			first = false;
		}
	}
	return out;
}

}  // namespace

std::string grid_text(const Grid& grid, bool head, std::size_t indent, const Layout& layout) {
	Widths widths = widths_of(grid, head);
	const std::size_t columns = layout.columns > indent ? layout.columns - indent : 0;
	std::string out;
	if (!fit(widths, columns) && head && grid.rows.size() > 1) {
		for (std::size_t i = 1; i < grid.rows.size(); ++i) {
			out.append(i > 1 ? "\n" : "").append(paragraph(grid.rows.front(), grid.rows[i], indent, layout));
		}
		return out;
	}
	for (std::size_t i = 0; i < grid.rows.size(); ++i) {
		out += row_text(grid.rows[i], widths.wide, head && i == 0 ? Style::heading : Style::plain, indent, layout);
	}
	return out;
}

}  // namespace bienban::report
