#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <span>
#include <system_error>

#include "model/period.hpp"
#include "paper/cells.hpp"
#include "paper/cited.hpp"
#include "paper/plain.hpp"
#include "paper/sheet_names.hpp"
#include "paper/work_folder.hpp"
#include "paper/writers.hpp"
#include "report/describe.hpp"

namespace bienban::paper {

namespace {

using base::Messages;

constexpr std::size_t k_formula_bytes = 8000;  // a formula takes 8,192
constexpr std::size_t k_format_bytes = 200;    // a number format takes 255
constexpr lxw_row_t k_rows = LXW_ROW_MAX - 1;  // below the head
constexpr double k_widest = 60;

/// A day that a spreadsheet knows: from 1900 on, and whole.
std::optional<lxw_datetime> day_of(std::string_view edtf) {
	if (edtf.size() != 10) return std::nullopt;
	const auto period = model::period_of(edtf);
	if (!period || period->first != period->last || period->first < 19000301) return std::nullopt;
	return lxw_datetime{.year = period->first / 10000,
	                    .month = period->first / 100 % 100,
	                    .day = period->first % 100,
	                    .hour = 0,
	                    .min = 0,
	                    .sec = 0};
}

std::string column_name(std::size_t column) {
	std::string name;
	for (++column; column > 0; column = (column - 1) / 26) {
		name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
	}
	return name;
}

/// "=SUM(C2:C4,C7)" of rows of the table, which stand one below the head; nothing where it would be too long.
std::optional<std::string> sum_formula(std::size_t column, std::vector<std::size_t> rows) {
	std::ranges::sort(rows);
	const std::string name = column_name(column);
	std::string out = "=SUM(";
	std::size_t parts = 0;
	for (std::size_t i = 0; i < rows.size(); ++parts) {
		std::size_t last = i;
		while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
		out.append(i > 0 ? "," : "").append(name).append(std::to_string(rows[i] + 2));
		if (last > i) out.append(":").append(name).append(std::to_string(rows[last] + 2));
		i = last + 1;
	}
	if (rows.empty() || parts > 250 || out.size() > k_formula_bytes) return std::nullopt;
	return out.append(")");
}

class Workbook {
public:
	Workbook(const Paper& paper, const std::string& file)
	    : m_paper(paper),
	      m_messages(Messages::of(paper.lang)),
	      m_book(workbook_new(file.c_str())),
	      m_first_quoted(first_quoted(paper)) {}

	lxw_error write() {
		if (m_book == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
		lxw_doc_properties properties{};
		std::string title = plain(m_paper.title);
		title = first_letters(title, 120);
		properties.title = title.data();
		properties.created = 315532800;  // the same bytes on every day: 1 January 1980
		workbook_set_properties(m_book, &properties);
		m_head = workbook_add_format(m_book);
		set_letters(m_head, true);
		format_set_align(m_head, LXW_ALIGN_CENTER);
		format_set_text_wrap(m_head);
		format_set_bg_color(m_head, 0xEDEDED);
		format_set_bottom(m_head, LXW_BORDER_THIN);
		find_tables(m_paper.opening, m_paper.parts);
		contents();
		for (std::size_t i = 0; i < m_tables.size(); ++i) table(*m_tables[i], m_names[i]);
		quotes();
		sources();
		return workbook_close(m_book);
	}

private:
	void find_tables(const std::vector<Block>& blocks, const std::vector<Part>& parts) {
		for (const Block& block : blocks) {
			if (const auto* const table = std::get_if<Table>(&block)) {
				const std::string id = "paper-sheet-" + table->id;
				m_tables.push_back(table);
				m_names.push_back(m_sheet_names.take(m_messages.has(id)       ? m_messages.text(id)
				                                     : table->caption.empty() ? table->id
				                                                              : table->caption));
			}
		}
		for (const Part& part : parts) find_tables(part.blocks, part.parts);
	}

	/// A format by its number format and weight; each is made once.
	lxw_format* format(const std::string& numbers, bool bold) {
		lxw_format*& one = m_formats[{numbers, bold}];
		if (one != nullptr) return one;
		one = workbook_add_format(m_book);
		set_letters(one, bold);
		if (bold) format_set_top(one, LXW_BORDER_THIN);
		if (!numbers.empty()) format_set_num_format(one, numbers.c_str());
		if (numbers.empty()) {
			format_set_text_wrap(one);
			format_set_indent(one, 1);  // off the numbers of the column before
		}
		return one;
	}

	static void set_letters(lxw_format* format, bool bold) {
		format_set_font_name(format, "Times New Roman");
		format_set_font_size(format, 12);
		format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
		if (bold) format_set_bold(format);
	}

	lxw_worksheet* sheet(const std::string& name) {
		lxw_worksheet* const made = workbook_add_worksheet(m_book, name.c_str());
		worksheet_set_landscape(made);
		worksheet_set_paper(made, 9);  // A4
		worksheet_fit_to_pages(made, 1, 0);
		worksheet_repeat_rows(made, 0, 0);
		worksheet_freeze_panes(made, 1, 0);
		m_widths.clear();
		m_long.clear();
		return made;
	}

	void seen(std::size_t column, std::size_t size) {
		if (m_widths.size() <= column) m_widths.resize(column + 1, 8);
		m_widths[column] = std::max(m_widths[column], std::min(static_cast<double>(size) + 2, k_widest));
	}

	void finish(lxw_worksheet* sheet, std::size_t rows) {
		for (std::size_t i = 0; i < m_widths.size(); ++i) {
			const auto column = static_cast<lxw_col_t>(i);
			worksheet_set_column(sheet, column, column, m_widths[i], nullptr);
		}
		// No program that opens the file may be trusted to make room for lines that are broken.
		std::map<lxw_row_t, double> lines;
		for (const Long& one : m_long) {
			double& most = lines[one.row];
			most = std::max(most, std::ceil(static_cast<double>(one.size) * 0.95 / m_widths[one.column]));
		}
		for (const auto& [row, count] : lines) {
			if (count > 1) worksheet_set_row(sheet, row, std::min(16.0 * count, 400.0), nullptr);
		}
		if (m_widths.empty() || rows == 0) return;
		worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(std::min<std::size_t>(rows, k_rows)),
		                     static_cast<lxw_col_t>(m_widths.size() - 1));
	}

	void head(lxw_worksheet* sheet, const std::vector<std::string>& titles) {
		for (std::size_t i = 0; i < titles.size(); ++i) {
			const std::string words = cell_words(titles[i]);
			worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), words.c_str(), m_head);
			seen(i, std::min<std::size_t>(letters(words) + 3, 24));
		}
	}

	void text(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, std::string_view words, bool bold = false) {
		if (words.empty()) return;
		const std::string fit = cell_words(words);
		worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), fit.c_str(), format("", bold));
		const std::size_t size = letters(fit);
		seen(column, size);
		if (size > 20) m_long.push_back({.row = row, .column = column, .size = size});
	}

	void number(lxw_worksheet* sheet, lxw_row_t row, std::size_t column, double value) {
		worksheet_write_number(sheet, row, static_cast<lxw_col_t>(column), value, format("General", false));
	}

	void contents() {
		lxw_worksheet* const made = sheet(m_sheet_names.take(m_messages.text("paper-sheet-contents")));
		head(made, {m_messages.text("paper-column-sheet"), m_messages.text("paper-column-table"),
		            m_messages.text("paper-column-rows")});
		lxw_row_t row = 1;
		const auto line = [&](const std::string& name, std::string_view words, std::size_t rows) {
			const std::string url = "internal:'" + quoted(name) + "'!A1";
			worksheet_write_url_opt(made, row, 0, url.c_str(), nullptr, name.c_str(), nullptr);
			seen(0, letters(name));
			text(made, row, 1, words);
			number(made, row++, 2, static_cast<double>(rows));
		};
		m_quotes_name = m_sheet_names.take(m_messages.text("paper-sheet-quotes"));
		m_sources_name = m_sheet_names.take(m_messages.text("paper-sheet-sources"));
		std::size_t quotes = 0;
		for (const FactNote& note : quoted()) quotes += std::max<std::size_t>(note.quotes.size(), 1);
		for (std::size_t i = 0; i < m_tables.size(); ++i)
			line(m_names[i], m_tables[i]->caption, m_tables[i]->rows.size());
		line(m_quotes_name, about_quotes(), quotes);
		line(m_sources_name, m_messages.text("paper-sources"), m_paper.sources.size());
		text(made, row + 1, 1, m_paper.title);
		finish(made, 0);
	}

	static std::string quoted(std::string_view name) {
		std::string out;
		for (const char c : name) out.append(c == '\'' ? 2 : 1, c);
		return out;
	}

	void table(const Table& table, const std::string& name) {
		lxw_worksheet* const made = sheet(name);
		const View all = view(table, SourcesColumn::no);
		std::vector<std::string> titles;
		for (const Column* column : all.columns) titles.push_back(column->title);
		titles.push_back(m_messages.text("paper-sources"));
		titles.push_back(m_messages.text("paper-facts"));
		head(made, titles);
		const std::size_t rows = std::min<std::size_t>(table.rows.size(), k_rows);
		for (std::size_t i = 0; i < rows; ++i) {
			const Row& row = table.rows[i];
			const auto at = static_cast<lxw_row_t>(i + 1);
			for (std::size_t k = 0; k < all.columns.size(); ++k) cell(made, table, i, k, all);
			const Backing backing = backing_of(row);
			text(made, at, all.columns.size(), citation(m_paper, cited(m_paper, backing)));
			text(made, at, all.columns.size() + 1, facts(backing));
		}
		// A filter must not sort the lines of sums among the others.
		std::size_t filtered = rows;
		while (filtered > 0 && table.rows[filtered - 1].total) --filtered;
		finish(made, filtered);
	}

	std::string facts(const Backing& backing) const {
		std::string out;
		for (const std::size_t fact : backing.facts) {
			if (out.size() > k_cell_letters) break;
			out.append(out.empty() ? "" : ", ").append(m_paper.facts[fact].id);
		}
		return out;
	}

	void cell(lxw_worksheet* sheet, const Table& table, std::size_t row, std::size_t column, const View& view) {
		const Row& whole = table.rows[row];
		const Cell& one = whole.cells[view.cells[column]];
		const auto at = static_cast<lxw_row_t>(row + 1);
		const auto col = static_cast<lxw_col_t>(column);
		const ColumnKind kind = view.columns[column]->kind;
		if (kind == ColumnKind::number && one.number && std::isfinite(*one.number)) {
			lxw_format* const look = format(number_format(one), whole.total);
			const std::string usual = report::number_words(*one.number, m_paper.lang);
			seen(column, letters(one.words) + (one.words.find(usual) == std::string::npos ? usual.size() + 3 : 0) + 2);
			const auto formula =
			    adds(table, whole, view.cells[column]) ? sum_formula(column, whole.adds) : std::nullopt;
			if (formula) {
				worksheet_write_formula_num(sheet, at, col, formula->c_str(), look, *one.number);
			} else {
				worksheet_write_number(sheet, at, col, *one.number, look);
			}
			return;
		}
		if (const auto day = kind == ColumnKind::date ? day_of(one.day) : std::nullopt) {
			lxw_datetime value = *day;
			const char* const look = m_paper.lang == base::Lang::vi ? "dd/mm/yyyy" : "yyyy-mm-dd";
			worksheet_write_datetime(sheet, at, col, &value, format(look, whole.total));
			seen(column, 10);
			return;
		}
		text(sheet, at, column, one.words.empty() ? one.day : one.words, whole.total);
	}

	/// Whether the number of a line of sums is what the rows make that it adds: else it is written as it is.
	static bool adds(const Table& table, const Row& row, std::size_t cell) {
		double sum = 0;
		for (const std::size_t part : row.adds) sum += table.rows[part].cells[cell].number.value_or(0);
		const double told = *row.cells[cell].number;
		return !row.adds.empty() && std::abs(sum - told) <= 1e-9 * std::max(std::abs(sum), std::abs(told));
	}

	/// Shows the number as the reader's program does, with the words that stand before and behind it: "hơn 2.000".
	std::string number_format(const Cell& cell) const {
		const double value = *cell.number;
		// LibreOffice heeds the language of a format; Excel groups digits as the machine does.
		const std::string language = m_paper.lang == base::Lang::vi ? "[$-42A]" : "[$-809]";
		const std::string digits = std::nearbyint(value) == value ? "#,##0" : "#,##0.####";
		const std::string words = plain(cell.words);
		const std::string number = report::number_words(value, m_paper.lang);
		if (words.empty() || words == number) return language + digits;
		const auto literal = [](std::string text) {
			std::ranges::replace(text, '"', '\'');
			return text.empty() ? text : "\"" + text + "\"";
		};
		const auto found = words.find(number);
		const std::string around = found == std::string::npos ? language + digits + " " + literal("(" + words + ")")
		                                                      : language + literal(words.substr(0, found)) + digits +
		                                                            literal(words.substr(found + number.size()));
		return around.size() <= k_format_bytes ? around : language + digits;
	}

	/// The facts of which the quotes are listed.
	std::span<const FactNote> quoted() const { return std::span{m_paper.facts}.subspan(m_first_quoted); }

	/// What the sheet of quotes has, and where the others are.
	std::string about_quotes() const {
		if (m_first_quoted == 0) return m_messages.text("paper-quotes");
		const auto count = [&](std::size_t facts) {
			return report::number_words(static_cast<double>(facts), m_paper.lang);
		};
		return m_messages.text("paper-quotes-of-latest", {count(quoted().size()), count(m_first_quoted)});
	}

	void quotes() {
		lxw_worksheet* const made = sheet(m_quotes_name);
		const char* const ids[] = {"fact",      "summary", "quote", "number",    "document",  "title",
		                           "published", "begin",   "end",   "certainty", "entered-by"};
		std::vector<std::string> titles;
		for (const char* const id : ids) titles.push_back(m_messages.text(std::string{"paper-column-"} + id));
		head(made, titles);
		lxw_row_t row = 1;
		for (const FactNote& note : quoted()) {
			if (row >= k_rows) break;
			if (note.quotes.empty()) {
				text(made, row, 0, note.id);
				text(made, row, 1, note.summary);
				text(made, row++, 10, note.entered_by.empty() ? m_messages.text("paper-entered") : note.entered_by);
			}
			for (const Quote& quote : note.quotes) {
				if (row >= k_rows) break;
				const SourceLine& source = m_paper.sources[quote.source];
				text(made, row, 0, note.id);
				text(made, row, 1, note.summary);
				text(made, row, 2, quote.words);
				number(made, row, 3, static_cast<double>(quote.source + 1));
				text(made, row, 4, source.id);
				text(made, row, 5, source.title);
				text(made, row, 6, source.published);
				number(made, row, 7, static_cast<double>(quote.begin));
				number(made, row, 8, static_cast<double>(quote.end));
				number(made, row, 9, std::round(quote.certainty * 100) / 100);
				text(made, row++, 10, note.entered_by);
			}
		}
		if (m_first_quoted > 0) text(made, row + 1, 1, about_quotes());
		finish(made, row - 1);
	}

	void sources() {
		lxw_worksheet* const made = sheet(m_sources_name);
		head(made, {m_messages.text("paper-column-number"), m_messages.text("paper-column-document"),
		            m_messages.text("paper-column-title"), m_messages.text("paper-column-published"),
		            m_messages.text("paper-column-path")});
		const std::size_t rows = std::min<std::size_t>(m_paper.sources.size(), k_rows);
		for (std::size_t i = 0; i < rows; ++i) {
			const SourceLine& source = m_paper.sources[i];
			const auto row = static_cast<lxw_row_t>(i + 1);
			number(made, row, 0, static_cast<double>(i + 1));
			text(made, row, 1, source.id);
			text(made, row, 2, source.title);
			text(made, row, 3, source.published);
			text(made, row, 4, source.path);
		}
		finish(made, rows);
	}

	const Paper& m_paper;
	const Messages& m_messages;
	lxw_workbook* m_book;  ///< workbook_close() frees it
	lxw_format* m_head = nullptr;
	std::map<std::pair<std::string, bool>, lxw_format*> m_formats;
	SheetNames m_sheet_names;
	std::size_t m_first_quoted;  ///< index in Paper::facts
	std::string m_quotes_name;
	std::string m_sources_name;
	std::vector<const Table*> m_tables;
	std::vector<std::string> m_names;
	std::vector<double> m_widths;
	struct Long {
		lxw_row_t row = 0;
		std::size_t column = 0;
		std::size_t size = 0;  ///< letters
	};
	std::vector<Long> m_long;  ///< cells that may take several lines
};

}  // namespace

base::Result<std::string> xlsx(const Paper& paper) {
	const WorkFolder folder;
	if (folder.path().empty()) return base::fail("paper-not-written", {std::generic_category().message(errno)});
	const std::filesystem::path file = folder.path() / "paper.xlsx";
	const lxw_error error = Workbook{paper, file.string()}.write();
	if (error != LXW_NO_ERROR) return base::fail("paper-not-written", {lxw_strerror(error)});
	return folder.bytes(file);
}

}  // namespace bienban::paper
