#include <algorithm>
#include <array>
#include <numeric>

#include "paper/docx_body.hpp"
#include "paper/plain.hpp"
#include "report/layout.hpp"

namespace bienban::paper {

namespace {

/// Rows that are looked at for the longest word.
constexpr std::size_t k_looked_at = 300;
constexpr int k_cell_margins = 150;
/// A row with more letters than this may run over two pages.
constexpr std::size_t k_long_row = 1200;

/// A column of running text is no narrower than this many letters, if it has as many; where a table would have to lie
/// across for it, it may be as narrow as the lesser number.
constexpr std::size_t k_text_letters = 16;
constexpr std::size_t k_tight_letters = 11;
/// A table with as many columns or fewer never lies across.
constexpr std::size_t k_upright_columns = 7;

std::string_view style_of(ColumnKind kind) {
	switch (kind) {
		case ColumnKind::number: return "TableNumber";
		case ColumnKind::date:
		case ColumnKind::sources: return "TableCentre";
		case ColumnKind::text: break;
	}
	return "TableText";
}

}  // namespace

std::vector<std::size_t> DocxBody::longest_words(const Table& table, const View& view, std::size_t text) const {
	std::vector<std::size_t> all;
	for (std::size_t i = 0; i < view.columns.size(); ++i) {
		const ColumnKind kind = view.columns[i]->kind;
		std::size_t longest = report::longest_word(view.columns[i]->title);
		longest += (longest + 6) / 7;  // the head is bold
		for (std::size_t row = 0; row < std::min(view.rows.size(), k_looked_at); ++row) {
			const Row& whole = table.rows[view.rows[row]];
			if (kind == ColumnKind::sources) {
				longest = std::max(longest, report::longest_word(citation(m_paper, cited(m_paper, backing_of(whole)))));
				continue;
			}
			const std::string& words = whole.cells[view.cells[i]].words;
			const std::size_t size = letters(words);
			const bool on_one_line = kind == ColumnKind::number && size < k_text_letters;
			longest = std::max(longest, on_one_line ? size : report::longest_word(words));
			if (kind == ColumnKind::text) longest = std::max(longest, std::min(size, text));
		}
		all.push_back(longest);
	}
	return all;
}

/// As large as fits: 13 points by rule, less for a table of many columns, and across the page where it must be.
DocxBody::Fit DocxBody::fit(const Table& table, const View& view) const {
	struct Size {
		std::string_view half_points;
		int letter;
	};
	static constexpr std::array<Size, 4> k_sizes{{{"", 132}, {"24", 122}, {"22", 112}, {"20", 102}}};
	const int margins = k_cell_margins * static_cast<int>(view.columns.size());
	const auto needs = [&](std::size_t text, const Size& size) {
		const std::vector<std::size_t> longest = longest_words(table, view, text);
		return static_cast<int>(std::accumulate(longest.begin(), longest.end(), std::size_t{0})) * size.letter +
		       margins;
	};
	for (const std::size_t text : {k_text_letters, k_tight_letters}) {
		for (std::size_t i = 0; i < 3; ++i) {
			if (needs(text, k_sizes[i]) <= k_upright.text_width()) {
				return {.half_points = k_sizes[i].half_points, .letter = k_sizes[i].letter, .text = text};
			}
		}
	}
	if (view.columns.size() <= k_upright_columns) {
		return {.half_points = k_sizes[2].half_points, .letter = k_sizes[2].letter, .text = k_tight_letters};
	}
	for (const Size& size : k_sizes) {
		if (needs(k_text_letters, size) <= k_across.text_width()) {
			return {.half_points = size.half_points, .letter = size.letter, .text = k_text_letters, .across = true};
		}
	}
	const Size& least = k_sizes.back();
	return {.half_points = least.half_points, .letter = least.letter, .text = k_tight_letters, .across = true};
}

bool DocxBody::is_wide(const Block& block) const {
	const auto* const table = std::get_if<Table>(&block);
	if (table == nullptr) return false;
	const View shown = page_view(*table);
	return !shown.rows.empty() && shown.columns.size() > k_upright_columns && fit(*table, shown).across;
}

View DocxBody::page_view(const Table& table) const {
	return view(table, m_paper.references == References::numbers ? SourcesColumn::yes : SourcesColumn::no);
}

/// By weight, but none narrower than its longest word, as far as the page allows.
std::vector<int> DocxBody::widths(const View& view, const std::vector<std::size_t>& longest, int letter) const {
	const int all = (m_way == Way::across ? k_across : k_upright).text_width();
	std::vector<int> least;
	std::vector<double> share;
	for (std::size_t i = 0; i < longest.size(); ++i) {
		least.push_back(std::min(static_cast<int>(longest[i]) * letter + k_cell_margins, all / 3));
		share.push_back(std::max<int>(view.columns[i]->weight, 1));
	}
	std::vector<int> widths(least.size(), 0);
	std::vector<bool> fixed(least.size(), false);
	int room = all;
	for (bool again = true; again;) {
		again = false;
		double shares = 0;
		for (std::size_t i = 0; i < share.size(); ++i) shares += fixed[i] ? 0 : share[i];
		for (std::size_t i = 0; i < widths.size(); ++i) {
			if (fixed[i]) continue;
			widths[i] = static_cast<int>(room * share[i] / shares);
			if (widths[i] >= least[i] || least[i] > room) continue;
			widths[i] = least[i];
			room -= least[i];
			fixed[i] = true;
			again = true;
			break;
		}
	}
	// What rounding left, or what is too much, is the widest column's.
	const int sum = std::accumulate(widths.begin(), widths.end(), 0);
	if (!widths.empty()) *std::ranges::max_element(widths) += all - sum;
	return widths;
}

void DocxBody::put(const Table& table) {
	const View shown = page_view(table);
	if (!shown.rows.empty() && !shown.columns.empty()) {
		leave_columns();
		if (!table.caption.empty()) {
			start("Caption");
			run(table.caption);
			end();
		}
		const Fit size = fit(table, shown);
		const std::vector<int> columns = widths(shown, longest_words(table, shown, size.text), size.letter);
		add("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"" +
		    std::to_string(std::accumulate(columns.begin(), columns.end(), 0)) +
		    "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" "
		    "w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" "
		    "w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
		for (const int width : columns) add("<w:gridCol w:w=\"" + std::to_string(width) + "\"/>");
		add("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
		for (std::size_t i = 0; i < columns.size(); ++i) {
			add("<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(columns[i]) +
			    "\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDEDED\"/><w:vAlign "
			    "w:val=\"center\"/></w:tcPr>");
			start("TableHead");
			run(shown.columns[i]->title, Look::plain, size.half_points);
			end();
			add("</w:tc>");
		}
		add("</w:tr>");
		for (const std::size_t i : shown.rows) row(table.rows[i], shown, columns, size.half_points);
		add("</w:tbl>");
		start("Gap");
		end();
	}
	if (table.more.words.empty()) return;
	open("TableNote");
	words(table.more);
	close();
}

void DocxBody::row(const Row& row, const View& view, const std::vector<int>& widths, std::string_view size) {
	std::size_t long_words = 0;
	for (const Cell& cell : row.cells) long_words = std::max(long_words, cell.words.size());
	add(long_words > k_long_row ? "<w:tr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
	// Footnotes of a row stand at its first words.
	bool noted = m_paper.references != References::footnotes;
	for (std::size_t i = 0; i < widths.size(); ++i) {
		add("<w:tc><w:tcPr><w:tcW w:w=\"");
		number(widths[i]);
		add("\" w:type=\"dxa\"/></w:tcPr>");
		add("<w:p><w:pPr><w:pStyle w:val=\"");
		add(style_of(view.columns[i]->kind));
		add("\"/></w:pPr>");
		if (view.cells[i] == View::k_sources) {
			const Cited found = cited(m_paper, backing_of(row));
			if (!found.empty()) run(citation(m_paper, found), Look::plain, size);
		} else {
			const Cell& cell = row.cells[view.cells[i]];
			if (cell.backing.to_fill) {
				run(cell.words.empty() ? "………" : cell.words, Look::to_fill, size);
			} else if (!cell.words.empty()) {
				run(cell.words, row.total ? Look::strong : Look::plain, size);
			}
			if (!noted && !cell.words.empty()) {
				const Backing all = backing_of(row);
				if (!all.facts.empty()) cite(all, size);
				noted = true;
			}
		}
		add("</w:p></w:tc>");
	}
	add("</w:tr>");
}

}  // namespace bienban::paper
