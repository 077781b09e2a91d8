#include "paper/cited.hpp"

#include <doctest/doctest.h>

#include "paper/sample.hpp"
#include "paper/sheet_names.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

std::string numbers(const Paper& paper, std::vector<std::size_t> facts) {
	return citation(paper, cited(paper, {.facts = std::move(facts)}));
}

}  // namespace

TEST_CASE("a sentence has the numbers of all documents that tell of its facts, each once") {
	Paper paper = sample::small();
	CHECK(numbers(paper, {0}) == "1");
	CHECK(numbers(paper, {0, 1}) == "1, 2");
	CHECK(numbers(paper, {0, 1, 2}) == "1–3");
	CHECK(numbers(paper, {}) == "");
}

TEST_CASE("behind so many numbers documents are counted only") {
	Paper paper;
	paper.sources.resize(9);
	const Cited odd{.sources = {0, 2, 4, 6, 8}, .entered = {}};
	CHECK(citation(paper, odd) == "1, 3, 5, 7, 9");
	CHECK(citation(paper, odd, 4) == "1, 3, 5, 7, 9");
	CHECK(citation(paper, odd, 2) == "1, 3 và 3 tài liệu khác");
	CHECK(citation(paper, {.sources = {0, 1, 2, 3, 5, 7, 8}, .entered = {}}, 1) == "1–4 và 3 tài liệu khác");
}

TEST_CASE("a fact that a person entered is cited by its name") {
	CHECK(numbers(sample::small(), {3}) == "F0.7");
	CHECK(numbers(sample::small(), {0, 3}) == "1, F0.7");
}

TEST_CASE("sources stand before the mark that ends a sentence") {
	CHECK(ending("Hai bên gặp nhau.").words == "Hai bên gặp nhau");
	CHECK(ending("Hai bên gặp nhau.").mark == ".");
	CHECK(ending("gồm gạo, muối, v.v.").mark.empty());
	CHECK(ending("ngày ... tháng ...").mark.empty());
	CHECK(ending("").words.empty());
	CHECK(ending("…").words == "…");
}

TEST_CASE("parts are numbered as Vietnamese papers number them") {
	CHECK(ordinal(0, 3, base::Lang::vi) == "IV.");
	CHECK(ordinal(0, 48, base::Lang::vi) == "XLIX.");
	CHECK(ordinal(1, 1, base::Lang::vi) == "2.");
	CHECK(ordinal(2, 4, base::Lang::vi) == "đ)");
	CHECK(ordinal(2, 5, base::Lang::vi) == "e)");
	CHECK(ordinal(2, 30, base::Lang::vi) == "31)");
	CHECK(ordinal(2, 4, base::Lang::en) == "e)");
	CHECK(ordinal(2, 5, base::Lang::en) == "f)");
}

TEST_CASE("a page shows the first rows of a table and each line of sums") {
	Table table{.id = "t",
	            .columns = {{.title = "A"}, {.title = "Nguồn", .kind = ColumnKind::sources}, {.title = "B"}}};
	for (int i = 0; i < 4; ++i) table.rows.push_back({.cells = {sample::cell("a"), sample::cell("b")}});
	table.rows.push_back({.cells = {sample::cell("Cộng"), {}}, .total = true});
	table.shown = 2;
	const View page = view(table, SourcesColumn::yes);
	CHECK(page.rows == std::vector<std::size_t>{0, 1, 4});
	CHECK(page.cells == std::vector<std::size_t>{0, View::k_sources, 1});
	CHECK(view(table, SourcesColumn::no).cells == std::vector<std::size_t>{0, 1});
	table.shown = 0;
	CHECK(view(table, SourcesColumn::yes).rows.empty());
}

TEST_CASE("names of sheets are short, without signs that a workbook refuses, and none stands twice") {
	SheetNames names;
	CHECK(names.take("Hỗ trợ [2020/2021]") == "Hỗ trợ  2020 2021");
	CHECK(names.take("Kết quả") == "Kết quả");
	CHECK(names.take("KẾT QUẢ") == "KẾT QUẢ 2");
	CHECK(names.take("kết quả") == "kết quả 3");
	CHECK(names.take("''") == "-");
	const std::string longest = names.take("Phòng, chống tội phạm ma túy và mua bán người");
	CHECK(longest == "Phòng, chống tội phạm ma túy và");
	CHECK(names.take("Phòng, chống tội phạm ma túy và mua bán người") == "Phòng, chống tội phạm ma túy 2");
}
