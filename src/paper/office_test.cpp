#include <doctest/doctest.h>
#include <libxml/parser.h>

#include "paper/sample.hpp"
#include "paper/unpacked.hpp"
#include "paper/writers.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

using Files = std::map<std::string, std::string>;

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Unpacks a document and proves that each of its parts is XML.
Files files_of(const base::Result<std::string>& bytes) {
	REQUIRE(bytes.has_value());
	Files files = unpacked(*bytes);
	CHECK_FALSE(files.empty());
	for (const auto& [name, content] : files) {
		INFO(name);
		xmlDoc* const read = xmlReadMemory(content.data(), static_cast<int>(content.size()), name.c_str(), "UTF-8",
		                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
		CHECK(read != nullptr);
		xmlFreeDoc(read);
	}
	return files;
}

std::string document(const Paper& paper) { return files_of(docx(paper))["word/document.xml"]; }

Paper with_table(std::size_t columns, const std::string& words) {
	Paper paper = sample::small();
	Table table{.id = "t", .caption = "Bảng"};
	Row row;
	for (std::size_t i = 0; i < columns; ++i) {
		table.columns.push_back({.title = "Cột " + std::to_string(i)});
		row.cells.push_back(sample::cell(words, {0}));
	}
	table.columns.push_back({.title = "Nguồn", .kind = ColumnKind::sources});
	table.rows = {row, row};
	paper.parts[0].blocks.emplace_back(table);
	return paper;
}

Paper with_sums() {
	Paper paper = sample::small();
	Table table{.id = "support", .caption = "Hỗ trợ"};
	table.columns = {{.title = "Ngày", .kind = ColumnKind::date},
	                 {.title = "Nguồn", .kind = ColumnKind::sources},
	                 {.title = "Nội dung"},
	                 {.title = "Số tiền", .kind = ColumnKind::number}};
	table.rows = {
	    {.cells = {sample::day("2021-03-02", "02/03/2021", {0}), sample::cell("=1+1", {0}),
	               sample::number(1000, "1.000", {0})}},
	    {.cells = {sample::day("2021-04", "04/2021", {1}), sample::cell("gạo", {1}),
	               sample::number(2000, "hơn 2.000", {1})}},
	    {.cells = {{}, sample::cell("Cộng"), sample::number(3000, "hơn 3.000")}, .total = true, .adds = {0, 1}},
	    {.cells = {{}, sample::cell("Tổng theo báo cáo"), sample::number(9000, "9.000")},
	     .total = true,
	     .adds = {0, 1}}};
	paper.parts[0].blocks.emplace_back(table);
	return paper;
}

}  // namespace

TEST_CASE("a document is laid out as an official one") {
	Paper paper = sample::small();
	paper.head.superior = sample::text("Ủy ban nhân dân tỉnh An");
	paper.head.number = sample::to_fill("Số:     /BC-UBND");
	paper.bases = {sample::text("Căn cứ biên bản;", {0})};
	const std::string text = document(paper);
	CHECK(has(text, "Độc lập - Tự do - Hạnh phúc"));
	CHECK(has(text, "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
	CHECK(has(text, "<w:titlePg/>"));  // no number on the first page
	CHECK(has(text, "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Tiếp xúc"));
	CHECK(has(text, "<w:rStyle w:val=\"ToFill\"/></w:rPr><w:t xml:space=\"preserve\">Số:     /BC-UBND"));
	CHECK(has(text, "<w:hyperlink w:anchor=\"source1\">"));
	CHECK(has(text, " [1, 2]</w:t>"));
	CHECK(has(text, "<w:t xml:space=\"preserve\">./.</w:t>"));
	CHECK(has(text, "w:name=\"source3\""));
}

TEST_CASE("papers of two states have neither motto nor end mark") {
	Paper paper = sample::small();
	paper.head.state_motto = false;
	const std::string text = document(paper);
	CHECK_FALSE(has(text, "Hạnh phúc"));
	CHECK_FALSE(has(text, "./."));
}

TEST_CASE("footnotes quote the document, and the same facts are quoted once") {
	Paper paper = sample::small();
	paper.references = References::footnotes;
	paper.parts[0].blocks = {sample::paragraph("Một.", {0}), sample::paragraph("Hai.", {3}),
	                         sample::paragraph("Ba.", {0})};
	Files files = files_of(docx(paper));
	CHECK(has(files["word/document.xml"], "<w:footnoteReference w:id=\"3\"/>"));
	CHECK_FALSE(has(files["word/document.xml"], " [1]"));
	const std::string& notes = files["word/footnotes.xml"];
	CHECK(has(notes, "Hội đàm năm 2021, 02/03/2021: “hai tỉnh hội đàm lần thứ tư”."));
	CHECK(has(notes, "Đoàn sang thăm (F0.7): Do Lê Thị C nhập."));
	CHECK(has(notes, "Xem chú thích 1."));
}

TEST_CASE("a paper without references names no source") {
	Paper paper = with_table(2, "x");
	paper.references = References::none;
	Files files = files_of(docx(paper));
	CHECK_FALSE(has(files["word/document.xml"], "source1"));
	CHECK_FALSE(has(files["word/document.xml"], "Nguồn"));
	CHECK_FALSE(has(files["word/document.xml"], "footnoteReference"));
}

TEST_CASE("a table repeats its head, and lies across the page only where it must") {
	const std::string narrow = document(with_table(3, "vài chữ"));
	CHECK(has(narrow, "<w:tblHeader/>"));
	CHECK_FALSE(has(narrow, "landscape"));
	CHECK(has(document(with_table(12, "vài chữ trong một ô")), "w:orient=\"landscape\""));
}

TEST_CASE("a column to fill stands beside all text and breaks off for a table") {
	Paper paper = with_table(2, "x");
	paper.column_to_fill = true;
	const std::string text = document(paper);
	const auto first = text.find("<w:insideV");
	CHECK(first < text.find("Tiếp xúc"));
	CHECK(text.find("TableGrid") > text.find("</w:tbl>", first));
}

TEST_CASE("words of documents stay words in office files") {
	Paper paper = with_table(1, "<w:p/> ]]> \u202E & \x01");
	paper.title = "</dc:title>";
	paper.parts[0].heading = "<a>";
	Columns columns{.categories = {"<c>"}, .series = {{.name = "\"", .values = {1}, .backings = {{{0}}}}}, .unit = "&"};
	paper.parts[0].blocks.emplace_back(Plot{.id = "p", .caption = "<", .alternative = "\"><", .drawing = columns});
	files_of(docx(paper));
	files_of(xlsx(paper));
}

TEST_CASE("the same paper gives the same bytes") {
	CHECK(*docx(with_sums()) == *docx(with_sums()));
	CHECK(*xlsx(with_sums()) == *xlsx(with_sums()));
}

TEST_CASE("an empty paper is a document and a workbook") {
	files_of(docx(Paper{}));
	files_of(xlsx(Paper{}));
}

TEST_CASE("a workbook has a sheet for each table, numbers as numbers and sums that are recomputed") {
	Files files = files_of(xlsx(with_sums()));
	const std::string& book = files["xl/workbook.xml"];
	CHECK(has(book, "name=\"Hỗ trợ\""));
	CHECK(has(book, "name=\"Trích dẫn\""));
	CHECK(book.find("Hỗ trợ") < book.find("Trích dẫn"));
	const std::string& sheet = files["xl/worksheets/sheet2.xml"];
	CHECK(has(sheet, "<v>2000</v>"));
	CHECK(has(sheet, "<f>SUM(C2:C3)</f><v>3000</v>"));
	// A line that says another sum than its rows make stays as it says.
	CHECK(has(sheet, "<v>9000</v>"));
	CHECK_FALSE(has(sheet, "<f>SUM(C2:C3)</f><v>9000</v>"));
	CHECK(has(sheet, "<v>44257</v>"));        // 2 March 2021
	CHECK(has(sheet, "topLeftCell=\"A2\""));  // the head stays
	CHECK(has(sheet, "<autoFilter ref=\"A1:E3\"/>"));
	CHECK(has(files["xl/styles.xml"], "[$-42A]&quot;hơn &quot;#,##0"));
	CHECK(has(files["xl/sharedStrings.xml"], ">=1+1<"));  // words, not a formula
	CHECK(has(files["xl/sharedStrings.xml"], "hai tỉnh hội đàm lần thứ tư"));
}
