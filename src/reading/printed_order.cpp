#include "reading/printed_order.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "reading/printed_band.hpp"
#include "text/language.hpp"
#include "text/letters.hpp"

namespace bienban::reading {

namespace {

/// The lines of one column of a band.
using Column = std::vector<Piece>;

std::vector<Column> columns_of(const std::vector<Row>& rows, const Band& band) {
	std::vector<std::vector<Piece>> pieces(band.columns.size());
	for (std::size_t i = band.first; i < band.last; ++i) {
		for (const Piece& piece : rows[i].pieces) pieces[column_of(band.columns, piece)].push_back(piece);
	}
	// The lines of one column have nothing to do with those of the other.
	std::vector<Column> columns;
	for (auto& column : pieces) {
		columns.emplace_back();
		for (const Row& row : rows_of(std::move(column))) columns.back().push_back(joined(row.pieces));
	}
	return columns;
}

std::string text_of(const Column& column) {
	std::string text;
	for (const Piece& piece : column) text += piece.text() + " ";
	return text;
}

/// Whether most lines run to the edge of their column, as wrapped text does and cells with a name or a number do not.
bool is_prose(const Column& column, const Stretch& stretch) {
	if (column.size() < 3 || stretch.width() < 8 * column.front().size) return false;
	const auto full = std::ranges::count_if(column, [&](const Piece& piece) {
		return piece.width() >= 0.75F * stretch.width() && piece.words.size() >= 3;
	});
	return static_cast<std::size_t>(full) * 2 >= column.size();
}

/// Whether the lines share their middle and not their left edge.
bool is_centred(const Column& column) {
	if (column.empty()) return false;
	std::vector<float> centres;
	float least = column.front().box.left;
	float most = least;
	for (const Piece& piece : column) {
		centres.push_back(piece.centre());
		least = std::min(least, piece.box.left);
		most = std::max(most, piece.box.left);
	}
	std::ranges::sort(centres);
	const float middle = centres[centres.size() / 2];
	const float size = column.front().size;
	const auto near = std::ranges::count_if(centres, [&](float c) { return std::abs(c - middle) < 0.9F * size; });
	return column.size() >= 2 && most - least > 0.8F * size && static_cast<std::size_t>(near) * 4 >= centres.size() * 3;
}

/// Words that stand in the heading and signature blocks of official papers and nowhere else side by side.
bool is_official(std::string_view text) {
	constexpr std::array<std::string_view, 10> k_words = {"doc lap - tu do",
	                                                      "cong hoa xa hoi chu nghia",
	                                                      "cong hoa dan chu nhan dan",
	                                                      "dang cong san viet nam",
	                                                      "noi nhan",
	                                                      "truong doan",
	                                                      "dai dien",
	                                                      "thay mat",
	                                                      "hoa binh doc lap",
	                                                      "tm."};
	const std::string bare = text::bare(text);
	return std::ranges::any_of(k_words, [&](std::string_view word) { return bare.find(word) != std::string::npos; });
}

bool are_languages(const std::vector<Column>& columns, std::size_t least_letters) {
	if (columns.size() != 2) return false;
	const std::string left = text_of(columns[0]);
	const std::string right = text_of(columns[1]);
	if (left.size() < least_letters || right.size() < least_letters) return false;
	return text::language_of(left) != text::language_of(right);
}

enum class Reading : std::uint8_t { table, prose, heads, languages };

Reading reading_of(const Band& band, const std::vector<Column>& columns) {
	if (are_languages(columns, 60)) return Reading::languages;
	bool prose = true;
	for (std::size_t c = 0; c < columns.size(); ++c) prose = prose && is_prose(columns[c], band.columns[c]);
	if (prose) return Reading::prose;
	if (columns.size() != 2) return Reading::table;
	const bool left = is_centred(columns[0]);
	const bool right = is_centred(columns[1]);
	if ((left || columns[0].size() == 1) && (right || columns[1].size() == 1) && (left || right)) return Reading::heads;
	if (is_official(text_of(columns[0])) || is_official(text_of(columns[1])))
		return are_languages(columns, 30) ? Reading::languages : Reading::heads;
	return Reading::table;
}

/// A table's lines put together into rows: cells may have several lines.
std::vector<std::size_t> row_starts(const std::vector<Row>& rows, const Band& band) {
	std::vector<float> gaps;
	float bottom = rows[band.first].box.bottom;
	float size = rows[band.first].size;
	for (std::size_t i = band.first + 1; i < band.last; ++i) {
		gaps.push_back(rows[i].box.top - bottom);
		bottom = std::max(bottom, rows[i].box.bottom);
		size = std::max(size, rows[i].size);
	}
	std::vector<std::size_t> starts{band.first};
	if (gaps.empty()) return starts;
	const auto [least, most] = std::ranges::minmax(gaps);
	const bool parted = most - least > 0.3F * size && least < 0.5F * size;
	const float edge = (least + std::min(most, least + size)) / 2;
	const auto first_column = [&](std::size_t i) { return column_of(band.cells, rows[i].pieces.front()) == 0; };
	std::size_t with_first = 0;
	for (std::size_t i = band.first; i < band.last; ++i) with_first += first_column(i) ? 1 : 0;
	for (std::size_t i = band.first + 1; i < band.last; ++i) {
		const bool begins = parted ? gaps[i - band.first - 1] > edge
		                           : first_column(i) || (with_first * 2 < band.last - band.first) ||
		                                 rows[i].pieces.size() * 2 > band.cells.size();
		if (begins) starts.push_back(i);
	}
	return starts;
}

/// Cells with little room between them may have been given as one piece: the next begins where its column does.
void cut_at_cells(Row& row, const std::vector<Stretch>& cells) {
	for (std::size_t p = 0; p < row.pieces.size(); ++p) {
		const Piece& piece = row.pieces[p];
		for (std::size_t w = 1; w < piece.words.size(); ++w) {
			const model::Box& word = piece.words[w].box;
			const model::Box& before = piece.words[w - 1].box;
			const bool begins_cell = std::ranges::any_of(cells, [&](const Stretch& cell) {
				return std::abs(word.left - cell.left) < 0.15F * piece.size && before.right < cell.left;
			});
			if (!begins_cell || word.left - before.right < 0.2F * piece.size) continue;
			cut(row, p, w);
			break;
		}
	}
}

/// Puts the rows of one page, parted into bands, into order.
class Order {
public:
	Order(std::vector<Row> rows, std::uint32_t page, std::uint32_t& region)
	    : m_rows(std::move(rows)), m_page(page), m_region(region) {}

	std::vector<PrintedItem> run() {
		std::size_t at = 0;
		for (const Band& band : bands_of(m_rows)) {
			plain(at, band.first);
			add(band);
			at = band.last;
		}
		plain(at, m_rows.size());
		return std::move(m_items);
	}

private:
	/// Rows across the whole page.
	void plain(std::size_t first, std::size_t last) {
		if (first == last) return;
		++m_region;
		float left = m_rows[first].box.left;
		float right = m_rows[first].box.right;
		for (const Row& row : m_rows) {
			left = std::min(left, row.box.left);
			right = std::max(right, row.box.right);
		}
		for (std::size_t i = first; i < last; ++i) add_line(joined(m_rows[i].pieces), left, right).plain = true;
	}

	PrintedItem& add_line(Piece piece, float left, float right) {
		PrintedItem item;
		item.cells = {{std::move(piece)}};
		item.left = left;
		item.right = right;
		item.page = m_page;
		item.region = m_region;
		m_items.push_back(std::move(item));
		return m_items.back();
	}

	void add(const Band& band) {
		std::vector<Column> columns = columns_of(m_rows, band);
		const Reading reading = reading_of(band, columns);
		if (reading == Reading::table) {
			add_table(band);
			return;
		}
		for (std::size_t c = 0; c < columns.size(); ++c) {
			++m_region;
			for (Piece& piece : columns[c]) {
				PrintedItem& item = add_line(std::move(piece), band.columns[c].left, band.columns[c].right);
				item.prose = reading != Reading::heads;
				if (reading == Reading::languages) item.side = c == 0 ? PrintedSide::first : PrintedSide::second;
			}
		}
	}

	void add_table(const Band& band) {
		++m_region;
		const std::vector<std::size_t> starts = row_starts(m_rows, band);
		for (std::size_t s = 0; s < starts.size(); ++s) {
			const std::size_t end = s + 1 < starts.size() ? starts[s + 1] : band.last;
			PrintedItem item;
			item.kind = PrintedKind::table_row;
			item.left = band.columns.front().left;
			item.right = band.columns.back().right;
			item.page = m_page;
			item.region = m_region;
			for (std::size_t i = starts[s]; i < end; ++i) cut_at_cells(m_rows[i], band.cells);
			if (end == starts[s] + 1) {
				// One line: what is parted on it are its cells, also where they go across columns.
				for (const Piece& piece : m_rows[starts[s]].pieces) item.cells.push_back({piece});
			} else {
				item.cells.resize(band.cells.size());
				for (std::size_t i = starts[s]; i < end; ++i) {
					for (const Piece& piece : m_rows[i].pieces)
						item.cells[column_of(band.cells, piece)].push_back(piece);
				}
				std::erase_if(item.cells, [](const auto& cell) { return cell.empty(); });
			}
			m_items.push_back(std::move(item));
		}
	}

	std::vector<Row> m_rows;
	std::uint32_t m_page;
	std::uint32_t& m_region;
	std::vector<PrintedItem> m_items;
};

}  // namespace

std::vector<PrintedItem> in_order(const std::vector<Row>& rows, std::uint32_t page, std::uint32_t& region) {
	return Order(rows, page, region).run();
}

}  // namespace bienban::reading
