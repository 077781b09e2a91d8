#include "converters/ruled_tables.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "converters/recognition_libraries.hpp"

namespace bienban::converters {

namespace {

constexpr std::size_t k_most_lines = 400;  // of a table; a page of patterns has more
constexpr std::size_t k_most_cells = 1500;

std::vector<PixelBox> parts_of(const Image& mask) {
	const Libraries& from = libraries();
	constexpr int k_neighbours = 8;
	BOXA* boxes = from.pixConnComp(mask.get(), nullptr, k_neighbours);
	std::vector<PixelBox> parts;
	if (boxes == nullptr) return parts;
	const int count = from.boxaGetCount(boxes);
	for (int i = 0; i < count; ++i) {
		PixelBox part;
		if (from.boxaGetBoxGeometry(boxes, i, &part.left, &part.top, &part.width, &part.height) == 0)
			parts.push_back(part);
	}
	from.boxaDestroy(&boxes);
	return parts;
}

bool is_inside(const PixelBox& part, const PixelBox& whole, int slack) {
	return part.left >= whole.left - slack && part.top >= whole.top - slack &&
	       part.left + part.width <= whole.left + whole.width + slack &&
	       part.top + part.height <= whole.top + whole.height + slack;
}

/// The places of lines, those within `slack` of one another as one.
std::vector<int> clustered(std::vector<int> places, int slack) {
	std::ranges::sort(places);
	std::vector<int> out;
	for (const int place : places) {
		if (out.empty() || place - out.back() > slack) out.push_back(place);
	}
	return out;
}

/// The lines of one table, and the cells between them.
class Grid {
public:
	Grid(const PixelBox& around, const std::vector<PixelBox>& across, const std::vector<PixelBox>& down, int dots)
	    : m_slack(std::max(3, dots / 25)) {
		for (const PixelBox& line : across) {
			if (is_inside(line, around, m_slack)) m_across.push_back(line);
		}
		for (const PixelBox& line : down) {
			if (is_inside(line, around, m_slack)) m_down.push_back(line);
		}
		std::vector<int> rows;
		std::vector<int> columns;
		for (const PixelBox& line : m_across) rows.push_back(line.top + line.height / 2);
		for (const PixelBox& line : m_down) columns.push_back(line.left + line.width / 2);
		m_rows = clustered(std::move(rows), m_slack);
		m_columns = clustered(std::move(columns), m_slack);
	}

	/// Two rows or two columns at least, and no more than a table has.
	bool is_table() const {
		return m_rows.size() >= 2 && m_columns.size() >= 2 && m_rows.size() + m_columns.size() >= 5 &&
		       m_across.size() + m_down.size() <= k_most_lines &&
		       (m_rows.size() - 1) * (m_columns.size() - 1) <= k_most_cells;
	}

	std::vector<PixelBox> cells() const {
		const std::size_t rows = m_rows.size() - 1;
		const std::size_t columns = m_columns.size() - 1;
		std::vector<bool> taken(rows * columns);
		std::vector<PixelBox> cells;
		for (std::size_t r = 0; r < rows; ++r) {
			for (std::size_t c = 0; c < columns; ++c) {
				if (taken[r * columns + c]) continue;
				std::size_t right = c + 1;
				while (right < columns && !is_parted_down(right, r)) ++right;
				std::size_t bottom = r + 1;
				while (bottom < rows && !is_parted_across(bottom, c)) ++bottom;
				for (std::size_t i = r; i < bottom; ++i) {
					for (std::size_t j = c; j < right; ++j) taken[i * columns + j] = true;
				}
				const int inset = m_slack / 4 + 1;
				const PixelBox cell{.left = m_columns[c] + inset,
				                    .top = m_rows[r] + inset,
				                    .width = m_columns[right] - m_columns[c] - 2 * inset,
				                    .height = m_rows[bottom] - m_rows[r] - 2 * inset};
				if (cell.width > m_slack && cell.height > m_slack) cells.push_back(cell);
			}
		}
		return cells;
	}

private:
	/// Whether a line parts the columns at `column` in the row.
	bool is_parted_down(std::size_t column, std::size_t row) const {
		const int middle = (m_rows[row] + m_rows[row + 1]) / 2;
		return std::ranges::any_of(m_down, [&](const PixelBox& line) {
			return std::abs(line.left + line.width / 2 - m_columns[column]) <= m_slack && line.top <= middle &&
			       line.top + line.height >= middle;
		});
	}
	bool is_parted_across(std::size_t row, std::size_t column) const {
		const int middle = (m_columns[column] + m_columns[column + 1]) / 2;
		return std::ranges::any_of(m_across, [&](const PixelBox& line) {
			return std::abs(line.top + line.height / 2 - m_rows[row]) <= m_slack && line.left <= middle &&
			       line.left + line.width >= middle;
		});
	}

	int m_slack;
	std::vector<PixelBox> m_across;
	std::vector<PixelBox> m_down;
	std::vector<int> m_rows;
	std::vector<int> m_columns;
};

}  // namespace

void whiten(const Image& page, const PixelBox& part) {
	const Libraries& from = libraries();
	BOX* box = from.boxCreate(part.left, part.top, part.width, part.height);
	if (box == nullptr) return;
	from.pixSetInRect(page.get(), box);
	from.boxDestroy(&box);
}

Ruling take_ruling(const Image& page, int dots) {
	const Libraries& from = libraries();
	constexpr int k_black = 140;
	const Image black(from.pixThresholdToBinary(page.get(), k_black));
	if (black == nullptr) return {};
	// Longer than any stroke of a letter.
	const Image across(from.pixOpenBrick(nullptr, black.get(), std::max(2, dots * 2 / 5), 1));
	const Image down(from.pixOpenBrick(nullptr, black.get(), 1, std::max(2, dots / 4)));
	if (across == nullptr || down == nullptr) return {};
	const Image all(from.pixOr(nullptr, across.get(), down.get()));
	if (all == nullptr) return {};
	// Lines that nearly meet are one table; their blurred edges go with them.
	const Image joined(from.pixDilateBrick(nullptr, all.get(), 7, 7));
	if (joined == nullptr) return {};

	Ruling ruling;
	const std::vector<PixelBox> lines_across = parts_of(across);
	const std::vector<PixelBox> lines_down = parts_of(down);
	if (!lines_down.empty() && lines_across.size() + lines_down.size() <= 4 * k_most_lines) {
		for (const PixelBox& part : parts_of(joined)) {
			if (part.width < dots || part.height < dots / 3) continue;
			const Grid grid(part, lines_across, lines_down, dots);
			if (grid.is_table()) ruling.tables.push_back({part, grid.cells()});
		}
	}
	const Image wide(from.pixDilateBrick(nullptr, all.get(), 5, 5));
	if (wide != nullptr) from.pixSetMasked(page.get(), wide.get(), 255);
	return ruling;
}

}  // namespace bienban::converters
