#include "paper/listing_xlsx.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "paper/cells.hpp"
#include "paper/work_folder.hpp"

namespace bienban::paper {

namespace {

constexpr double k_narrowest = 8;
constexpr double k_widest = 60;

lxw_error write(const report::Listing& listing, const std::string& name, const std::string& file) {
	lxw_workbook* book = workbook_new(file.c_str());
	if (book == nullptr) return LXW_ERROR_MEMORY_MALLOC_FAILED;
	lxw_worksheet* sheet = workbook_add_worksheet(book, name.c_str());
	lxw_format* head = workbook_add_format(book);
	format_set_bold(head);
	const auto rows = report::plain_rows(listing);
	std::vector<double> widths(rows.front().size(), k_narrowest);
	for (std::size_t i = 0; i < rows.size() && i < LXW_ROW_MAX; ++i) {
		for (std::size_t j = 0; j < rows[i].size(); ++j) {
			const auto row = static_cast<lxw_row_t>(i);
			const auto column = static_cast<lxw_col_t>(j);
			if (const auto* number = std::get_if<double>(&rows[i][j])) {
				worksheet_write_number(sheet, row, column, *number, nullptr);
				continue;
			}
			const std::string words = cell_words(std::get<std::string>(rows[i][j]));
			if (!words.empty()) worksheet_write_string(sheet, row, column, words.c_str(), i == 0 ? head : nullptr);
			widths[j] = std::clamp(static_cast<double>(letters(words)) + 1, widths[j], k_widest);
		}
	}
	for (std::size_t j = 0; j < widths.size(); ++j) {
		worksheet_set_column(sheet, static_cast<lxw_col_t>(j), static_cast<lxw_col_t>(j), widths[j], nullptr);
	}
	worksheet_freeze_panes(sheet, 1, 0);
	if (!widths.empty()) {
		worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(rows.size() - 1),
		                     static_cast<lxw_col_t>(widths.size() - 1));
	}
	return workbook_close(book);
}

}  // namespace

base::Result<std::string> listing_xlsx(const report::Listing& listing, const std::string& sheet) {
	const WorkFolder folder;
	if (folder.path().empty()) return base::fail("paper-not-written", {std::generic_category().message(errno)});
	const std::filesystem::path file = folder.path() / "listing.xlsx";
	if (const lxw_error error = write(listing, sheet, file.string()); error != LXW_NO_ERROR) {
		return base::fail("paper-not-written", {lxw_strerror(error)});
	}
	return folder.bytes(file);
}

}  // namespace bienban::paper
