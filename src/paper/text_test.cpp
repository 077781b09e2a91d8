#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "paper/sample.hpp"
#include "paper/writers.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Paper with_table() {
	Paper paper = sample::small();
	Table table{.id = "t",
	            .caption = "Bảng",
	            .columns = {{.title = "A"},
	                        {.title = "B", .kind = ColumnKind::number},
	                        {.title = "Nguồn", .kind = ColumnKind::sources}}};
	table.rows = {{.cells = {sample::cell("a|b", {0}), sample::number(2000, "hơn 2.000", {1})}},
	              {.cells = {sample::cell("Cộng"), sample::number(2000, "2.000")}, .total = true, .adds = {0}}};
	paper.parts[0].blocks.emplace_back(table);
	return paper;
}

}  // namespace

TEST_CASE("a terminal shows sentences with the numbers of their sources, and the sources") {
	const std::string text = terminal(with_table(), {.columns = 100});
	CHECK(has(text, "I. Tiếp xúc\n"));
	CHECK(has(text, "Hai bên hội đàm một lần [1].\n"));
	CHECK(has(text, "- Tuần tra chung 12 lần [1, 2];\n"));
	CHECK(has(text, "hơn 2.000  1, 2\n"));
	CHECK(has(text, "[1]   Hội đàm năm 2021, 02/03/2021 (D1, a.txt)\n"));
}

TEST_CASE("a terminal is not steered by what documents say") {
	Paper paper = with_table();
	paper.parts[0].heading = "a\x1B[2J";
	CHECK_FALSE(has(terminal(paper, {.columns = 100}), "\x1B"));
}

TEST_CASE("Markdown shows words as they are, with quotes behind them") {
	Paper paper = with_table();
	paper.facts[0].quotes[0].words = "# <b>*x*</b>";
	const std::string text = markdown(paper);
	CHECK(has(text, "## I. Tiếp xúc\n"));
	CHECK(has(text, "| a\\|b | hơn 2.000 | 1, 2 |"));
	CHECK(has(text, "| **Cộng** | **2.000** |  |"));
	CHECK(has(text, "- “\\# \\<b\\>\\*x\\*\\</b\\>” \\[1\\]\n"));
}

TEST_CASE("JSON has the backing of each sentence, cell and mark") {
	Paper paper = with_table();
	paper.head.number = sample::to_fill("Số:");
	Lane lane{.label = "x",
	          .bars = {{.first = 20200101, .last = 99991231, .label = "b", .backing = {{0}}}},
	          .marks = {{.day = 20210302, .label = "m", .backing = {{1}}}}};
	paper.parts[0].blocks.emplace_back(Plot{.id = "p", .caption = "c", .drawing = Timeline{{lane}}});
	const auto read = nlohmann::json::parse(json(paper));
	CHECK(read["head"]["number"] == nlohmann::json::parse(R"({"words":"Số:","facts":[],"to_fill":true})"));
	const auto& blocks = read["parts"][0]["blocks"];
	CHECK(blocks[0]["sentences"][0]["facts"] == nlohmann::json::parse(R"(["F1.0"])"));
	CHECK(blocks[2]["rows"][0]["cells"][1] ==
	      nlohmann::json::parse(R"({"words":"hơn 2.000","number":2000,"facts":["F1.1"]})"));
	CHECK(blocks[2]["rows"][1]["adds"] == nlohmann::json::parse("[0]"));
	CHECK(blocks[3]["lanes"][0]["bars"][0]["date"] == "2020-01-01/..");
	CHECK(read["facts"][1]["quotes"][1]["source"] == 2);
	CHECK(read["sources"][2]["id"] == "D3");
}
