#include "reading/printed_band.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bienban::reading {

namespace {

constexpr float k_edge = std::numeric_limits<float>::max();
constexpr float k_gutter = 0.4F;  // least width, in heights of a letter's box

/// What is white on a row, the margins too.
std::vector<Stretch> white_of(const Row& row) {
	std::vector<Stretch> white;
	float at = -k_edge;
	for (const Piece& piece : row.pieces) {
		if (piece.box.left > at) white.push_back({at, piece.box.left});
		at = std::max(at, piece.box.right);
	}
	white.push_back({at, k_edge});
	return white;
}

/// What is white in both; each list is in order.
std::vector<Stretch> shared(const std::vector<Stretch>& a, const std::vector<Stretch>& b, float least) {
	std::vector<Stretch> out;
	for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
		const Stretch both{std::max(a[i].left, b[j].left), std::min(a[i].right, b[j].right)};
		if (both.width() >= least) out.push_back(both);
		if (a[i].right < b[j].right)
			++i;
		else
			++j;
	}
	return out;
}

bool parts(const Row& row, const Stretch& gutter) {
	return row.pieces.front().box.right <= gutter.left + 0.1F && row.pieces.back().box.left >= gutter.right - 0.1F;
}

/// Gathers the band that begins with a row of several pieces.
class Gatherer {
public:
	Gatherer(std::vector<Row>& rows, std::size_t first, std::size_t floor) : m_rows(rows), m_floor(floor) {
		m_band.first = first;
		m_band.last = first + 1;
		for (const Stretch& white : white_of(rows[first])) {
			if (white.left > -k_edge && white.right < k_edge) m_gutters.push_back(white);
		}
	}

	/// Nothing where the row was one line of running text after all.
	bool run() {
		std::size_t several = 1;
		std::size_t last_several = m_band.first;
		for (std::size_t i = m_band.first + 1; i < m_rows.size() && i < m_band.first + k_most_rows; ++i) {
			if (!takes(i)) break;
			if (m_rows[i].pieces.size() > 1) {
				last_several = i;
				++several;
			}
			m_band.last = i + 1;
		}
		make_columns();
		if (m_band.columns.size() < 2) return false;
		// A row of one piece at the end belongs to it only where it is a column's.
		while (m_band.last - 1 > last_several && !is_aligned(m_rows[m_band.last - 1])) --m_band.last;
		take_above();
		make_columns();
		return m_band.columns.size() >= 2 && (several > 1 || !is_stretched_line());
	}

	const Band& band() const { return m_band; }

private:
	/// Columns that stand close to one another may have been given as one line: it is cut where a gap wider than its
	/// others lies between the columns of the band.
	void cut_at_gutters(Row& row) const {
		for (const Stretch& gutter : m_gutters) {
			for (std::size_t p = 0; p < row.pieces.size(); ++p) {
				const Piece& piece = row.pieces[p];
				if (piece.box.left >= gutter.left || piece.box.right <= gutter.right || piece.words.size() < 2)
					continue;
				float usual = k_edge;
				std::size_t best = 0;
				float widest = 0;
				for (std::size_t w = 1; w < piece.words.size(); ++w) {
					const float left = piece.words[w - 1].box.right;
					const float right = piece.words[w].box.left;
					const bool between = std::min(right, gutter.right) - std::max(left, gutter.left) > 0;
					if (!between) usual = std::min(usual, right - left);
					if (!between || right - left <= widest) continue;
					widest = right - left;
					best = w;
				}
				if (usual == k_edge) usual = k_gutter * piece.size / 2;
				if (best == 0 || widest < k_gutter * piece.size || widest < 1.6F * usual) continue;
				cut(row, p, best);
				break;
			}
		}
	}

	bool takes(std::size_t i) {
		Row& row = m_rows[i];
		const float size = std::max(row.size, m_rows[i - 1].size);
		const float gap = row.box.top - m_rows[i - 1].box.bottom;
		// Room for a signature: the names below stand under what is above.
		const float most = row.pieces.size() > 1 ? 9.0F : 2.0F;
		if (gap > most * size) return false;
		cut_at_gutters(row);
		auto left = shared(m_gutters, white_of(row), k_gutter * size);
		std::erase_if(left, [&](const Stretch& gutter) {
			return std::none_of(m_rows.begin() + static_cast<std::ptrdiff_t>(m_band.first),
			                    m_rows.begin() + static_cast<std::ptrdiff_t>(i) + 1,
			                    [&](const Row& other) { return parts(other, gutter); });
		});
		if (left.empty()) return false;
		// A short last line of text, or a heading, below a table.
		if (row.pieces.size() == 1 && gap > 0.9F * size && left.size() < m_gutters.size()) return false;
		m_gutters = std::move(left);
		return true;
	}

	void make_columns() {
		m_band.columns.assign(m_gutters.size() + 1, {k_edge, -k_edge});
		for (std::size_t i = m_band.first; i < m_band.last; ++i) {
			for (const Piece& piece : m_rows[i].pieces) {
				std::size_t at = 0;
				while (at < m_gutters.size() && piece.centre() > m_gutters[at].right) ++at;
				Stretch& column = m_band.columns[at];
				column = {std::min(column.left, piece.box.left), std::max(column.right, piece.box.right)};
			}
		}
		std::erase_if(m_band.columns, [](const Stretch& column) { return column.right < column.left; });
		make_cells();
	}

	/// The stretches that the pieces of the band fill, those left aside that go across others.
	void make_cells() {
		std::vector<Stretch> filled;
		for (std::size_t i = m_band.first; i < m_band.last; ++i) {
			for (const Piece& piece : m_rows[i].pieces) filled.push_back({piece.box.left, piece.box.right});
		}
		const auto goes_across = [&](const Stretch& one) {
			for (std::size_t i = m_band.first; i < m_band.last; ++i) {
				std::size_t under = 0;
				for (const Piece& piece : m_rows[i].pieces) {
					if (std::min(piece.box.right, one.right) - std::max(piece.box.left, one.left) > 1) ++under;
				}
				if (under > 1) return true;
			}
			return false;
		};
		if (filled.size() < k_most_compared) std::erase_if(filled, goes_across);
		std::ranges::sort(filled, {}, &Stretch::left);
		m_band.cells.clear();
		for (const Stretch& one : filled) {
			if (!m_band.cells.empty() && one.left < m_band.cells.back().right + 1)
				m_band.cells.back().right = std::max(m_band.cells.back().right, one.right);
			else
				m_band.cells.push_back(one);
		}
		if (m_band.cells.size() < 2) m_band.cells = m_band.columns;
	}

	/// Whether a row of one piece stands as the lines of some column do: at its left edge, or in its middle.
	bool is_aligned(const Row& row) const {
		if (row.pieces.size() != 1) return true;
		const Piece& piece = row.pieces.front();
		const Stretch& column = m_band.columns[column_of(m_band.columns, piece)];
		if (piece.box.right > column.right + 2 * piece.size || piece.box.left < column.left - 2 * piece.size)
			return false;
		return std::abs(piece.box.left - column.left) < 0.8F * piece.size ||
		       std::abs(piece.centre() - (column.left + column.right) / 2) < 0.8F * piece.size;
	}

	/// One column may begin above the other.
	void take_above() {
		for (std::size_t i = m_band.first; i-- > m_floor;) {
			const Row& row = m_rows[i];
			const float gap = m_rows[i + 1].box.top - row.box.bottom;
			if (row.pieces.size() != 1 || gap > 0.8F * row.size || !is_aligned(row)) return;
			if (shared(m_gutters, white_of(row), k_gutter * row.size).empty()) return;
			// The last line of a paragraph above stands at the left edge as well.
			if (i > m_floor) {
				const Row& above = m_rows[i - 1];
				const float gap_above = row.box.top - above.box.bottom;
				if (gap_above <= gap + 0.3F * row.size && shared(m_gutters, white_of(above), k_gutter).empty()) return;
			}
			m_band.first = i;
		}
	}

	/// One row between lines across the page, from edge to edge like them: justified text with wide gaps.
	bool is_stretched_line() const {
		const std::size_t i = m_band.first;
		if (m_band.last != i + 1) return false;
		const Row& row = m_rows[i];
		const auto beside = [&](const Row& other) {
			return other.pieces.size() == 1 && std::abs(other.middle - row.middle) < 2.5F * row.size &&
			       std::abs(other.box.right - row.box.right) < 0.5F * row.size &&
			       other.box.right - other.box.left > 0.8F * (row.box.right - row.box.left);
		};
		return (i > 0 && beside(m_rows[i - 1])) || (i + 1 < m_rows.size() && beside(m_rows[i + 1]));
	}

	static constexpr std::size_t k_most_rows = 400;       // a page has fewer; it bounds what hostile ones cost
	static constexpr std::size_t k_most_compared = 2000;  // pieces
	std::vector<Row>& m_rows;
	std::size_t m_floor;
	Band m_band;
	std::vector<Stretch> m_gutters;
};

}  // namespace

std::size_t column_of(const std::vector<Stretch>& columns, const Piece& piece) {
	std::size_t best = 0;
	float most = -k_edge;
	for (std::size_t c = 0; c < columns.size(); ++c) {
		const Stretch& column = columns[c];
		const float common = std::min(column.right, piece.box.right) - std::max(column.left, piece.box.left);
		if (common > most + 0.5F) {
			// Across several columns: the first, as soon as it reaches into one.
			if (c > 0 && most > 0.3F * piece.size && piece.box.left < columns[best].right) break;
			most = common;
			best = c;
		}
	}
	return best;
}

std::vector<Band> bands_of(std::vector<Row>& rows) {
	std::vector<Band> bands;
	std::size_t floor = 0;
	for (std::size_t i = 0; i < rows.size(); ++i) {
		if (rows[i].pieces.size() < 2) continue;
		Gatherer gatherer(rows, i, floor);
		if (!gatherer.run()) continue;
		bands.push_back(gatherer.band());
		floor = gatherer.band().last;
		i = floor - 1;
	}
	return bands;
}

}  // namespace bienban::reading
