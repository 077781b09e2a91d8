#include <doctest/doctest.h>

#include <set>

#include "paper/sample.hpp"
#include "paper/writers.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The values of an attribute, in the order of the page.
std::vector<std::string> values(const std::string& page, const std::string& attribute) {
	std::vector<std::string> all;
	const std::string start = " " + attribute + "=\"";
	for (auto at = page.find(start); at != std::string::npos; at = page.find(start, at + 1)) {
		const auto from = at + start.size();
		all.push_back(page.substr(from, page.find('"', from) - from));
	}
	return all;
}

/// Each link leads to an element, and no two elements have one name.
void check_links(const std::string& page) {
	const std::vector<std::string> ids = values(page, "id");
	const std::set<std::string> known{ids.begin(), ids.end()};
	CHECK(known.size() == ids.size());
	for (const std::string& link : values(page, "href")) {
		INFO(link);
		CHECK(link.starts_with("#"));
		CHECK(known.contains(link.substr(1)));
	}
}

}  // namespace

TEST_CASE("each number of a source leads to the words that the document says") {
	const std::string page = html(sample::small());
	check_links(page);
	CHECK(has(page, "Hai bên hội đàm một lần <span class=\"cite\">[<a id=\"c1\" href=\"#q-F1.0\">1</a>]</span>."));
	CHECK(has(page, "<article class=\"fact\" id=\"q-F1.0\">"));
	CHECK(has(page, "<blockquote><p>“hai tỉnh hội đàm lần thứ tư”</p>"));
	CHECK(has(page, "Hội đàm năm 2021, 02/03/2021; ký tự 10–37"));
	CHECK(has(page, "<a href=\"#c1\">↩1</a>"));
	// A fact that the page does not cite is not told.
	CHECK_FALSE(has(page, "q-F3.0"));
}

TEST_CASE("a sentence on several facts of one document leads to a list of them") {
	Paper paper = sample::small();
	paper.parts[0].blocks = {sample::paragraph("Hai bên đã làm nhiều việc.", {0, 1}),
	                         sample::paragraph("Đoàn sang thăm.", {3}), sample::paragraph("Và nữa.", {0, 1})};
	const std::string page = html(paper);
	check_links(page);
	CHECK(has(page, "href=\"#g1\">1, 2</a>"));
	CHECK_FALSE(has(page, "id=\"g2\""));
	CHECK(has(page, "<a href=\"#q-F1.0\">F1.0</a>, <a href=\"#q-F1.1\">F1.1</a>"));
	CHECK(has(page, "href=\"#q-F0.7\">F0.7</a>"));
	CHECK(has(page, "Do Lê Thị C nhập"));
}

TEST_CASE("the page runs nothing and asks for nothing, whatever documents say") {
	Paper paper = sample::small();
	const std::string evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>\u202E</style>";
	paper.title = paper.parts[0].heading = paper.parts[0].id = evil;
	paper.facts[0].summary = paper.facts[0].quotes[0].words = evil;
	paper.facts[1].id = evil;
	paper.sources[0] = {.id = evil, .title = evil, .path = evil, .published = evil};
	Table table{.id = evil, .caption = evil, .columns = {{.title = evil}}};
	table.rows.push_back({.cells = {sample::cell(evil, {0})}});
	paper.parts[0].blocks.emplace_back(table);
	const std::string page = html(paper);
	CHECK_FALSE(has(page, "<script"));
	CHECK_FALSE(has(page, "<img"));
	CHECK_FALSE(has(page, "\u202E"));
	CHECK(has(page, "default-src 'none'; style-src 'sha256-"));
	for (const std::string& link : values(page, "href")) CHECK(link.starts_with("#"));
	CHECK(values(page, "src").empty());
}

TEST_CASE("a place to fill in is shown as one") {
	Paper paper = sample::small();
	paper.head.number = sample::to_fill("Số:     /BC-UBND");
	paper.head.issuer = sample::to_fill("");
	const std::string page = html(paper);
	CHECK(has(page, "<span class=\"fill\">Số:     /BC-UBND</span>"));
	CHECK(has(page, "<span class=\"fill\">…………</span>"));
}

TEST_CASE("a paper without references has no numbers and no annex") {
	Paper paper = sample::small();
	paper.references = References::none;
	Table table{.id = "t", .columns = {{.title = "A"}, {.title = "Nguồn", .kind = ColumnKind::sources}}};
	table.rows.push_back({.cells = {sample::cell("a", {0})}});
	paper.parts[0].blocks.emplace_back(table);
	const std::string page = html(paper);
	check_links(page);
	CHECK_FALSE(has(page, "class=\"cite\""));
	CHECK_FALSE(has(page, "Nguồn"));
	CHECK_FALSE(has(page, "id=\"q-"));
}

TEST_CASE("a plot stands with its words and its values as a table") {
	Paper paper = sample::small();
	Columns columns{.categories = {"2020", "2021"},
	                .series = {{.name = "lần", .values = {12, std::nullopt}, .backings = {{{0}}, {}}}}};
	paper.parts[0].blocks.emplace_back(
	    Plot{.id = "p", .caption = "Tuần tra", .alternative = "Theo năm", .drawing = columns});
	Lane lane{.label = "Hội đàm", .marks = {{.day = 20210302, .label = "Lần 4", .backing = {{0}}}}};
	paper.parts[0].blocks.emplace_back(Plot{.id = "p", .caption = "Hội đàm", .drawing = Timeline{{lane}}});
	const std::string page = html(paper);
	check_links(page);
	CHECK(has(page, "<p class=\"alt\">Theo năm</p>"));
	CHECK(has(page, "<td class=\"n\">12 <span class=\"cite\">"));
	CHECK(has(page, "<td>Hội đàm</td><td>02/03/2021</td><td>Lần 4</td>"));
}

TEST_CASE("an empty paper is a whole page") {
	const std::string page = html(Paper{});
	check_links(page);
	CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
	CHECK(page.ends_with("</html>\n"));
}
