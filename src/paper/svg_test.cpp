#include "paper/svg.hpp"

#include <doctest/doctest.h>
#include <libxml/parser.h>

#include "paper/sample.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
	std::size_t found = 0;
	for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
	return found;
}

bool is_whole(const std::string& xml) {
	xmlDoc* const read = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "plot.svg", "UTF-8",
	                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	const bool whole = read != nullptr;
	xmlFreeDoc(read);
	return whole;
}

Plot columns(std::vector<std::string> categories, std::vector<std::vector<std::optional<double>>> values,
             bool stacked) {
	Columns drawing{.categories = std::move(categories), .unit = "lượt", .stacked = stacked};
	for (auto& one : values) {
		Columns::Series series{.name = "dãy " + std::to_string(drawing.series.size() + 1), .values = std::move(one)};
		series.backings.resize(series.values.size(), {.facts = {0}});
		drawing.series.push_back(std::move(series));
	}
	return {.id = "c", .caption = "Kết quả <b>", .alternative = "Số lượt & năm", .drawing = std::move(drawing)};
}

Plot timeline(std::vector<Lane> lanes) {
	return {.id = "t", .caption = "Tiếp xúc", .alternative = "Theo năm", .drawing = Timeline{std::move(lanes)}};
}

const SvgSetting k_setting{.id = "v", .link = [](const Backing&) { return std::string{"#q-F1.0"}; }};

}  // namespace

TEST_CASE("ticks are round numbers from nought to the highest value") {
	CHECK(nice_ticks(7) == std::vector<double>{0, 2, 4, 6, 8});
	CHECK(nice_ticks(1359) == std::vector<double>{0, 500, 1000, 1500});
	CHECK(nice_ticks(50'000'000).back() == 50'000'000);
	CHECK(nice_ticks(0) == std::vector<double>{0, 1});
	CHECK(nice_ticks(1) == std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1});
}

TEST_CASE("a drawing has a title and a description, and escapes words of documents") {
	const std::string drawing = svg(columns({"2020", "2021"}, {{1, 2}}, false), k_setting);
	CHECK(is_whole(drawing));
	CHECK(drawing.find("<title id=\"v-t\">Kết quả &lt;b&gt;</title>") != std::string::npos);
	CHECK(drawing.find("<desc id=\"v-d\">Số lượt &amp; năm</desc>") != std::string::npos);
	CHECK(count(drawing, "<a href=\"#q-F1.0\">") == 2);
}

TEST_CASE("values are written in the convention of the paper") {
	Plot plot = columns({"2020"}, {{1234.5}}, false);
	CHECK(svg(plot, k_setting).find(">1.234,5<") != std::string::npos);
	SvgSetting english = k_setting;
	english.lang = base::Lang::en;
	CHECK(svg(plot, english).find(">1,234.5<") != std::string::npos);
}

TEST_CASE("a value that is not known has no column, and one of nought has one") {
	CHECK(count(svg(columns({"2020", "2021", "2022"}, {{1, std::nullopt, 0}}, false), k_setting), "<a href") == 2);
	CHECK(svg(columns({"2020"}, {{std::nullopt}}, false), k_setting).empty());
	CHECK(svg(columns({}, {}, false), k_setting).empty());
}

TEST_CASE("long names of categories stand beside bars that lie") {
	const Plot plot =
	    columns({"Quốc phòng, an ninh, biên giới", "Thương mại, đầu tư và cửa khẩu", "Giáo dục và đào tạo",
	             "Văn hóa, thể thao và du lịch", "Tìm kiếm, quy tập hài cốt liệt sĩ"},
	            {{1, 2, 3, 4, 5}, {3, 2, 1, 0, 2}, {1, 1, 1, 1, 1}}, true);
	const std::string drawing = svg(plot, k_setting);
	CHECK(is_whole(drawing));
	CHECK(drawing.find("text-anchor=\"end\" fill=\"#1c2733\">Giáo dục và đào tạo<") != std::string::npos);
	CHECK(drawing.find("url(#v-f1)") != std::string::npos);  // a series is known by its hatching too
}

TEST_CASE("many years fit: some of their names are left out rather than laid upon each other") {
	std::vector<std::string> years;
	std::vector<std::optional<double>> values;
	for (int year = 1960; year < 2026; ++year) {
		years.push_back(std::to_string(year));
		values.emplace_back(year);
	}
	const std::string drawing = svg(columns(years, {values, values}, false), k_setting);
	CHECK(drawing.find(">1960</text>") != std::string::npos);
	CHECK(drawing.find(">1961</text>") == std::string::npos);
	CHECK(count(drawing, "<a href") == 132);
}

TEST_CASE("marks of one day are one mark, and labels without room are left out") {
	Lane lane{.label = "Hội đàm"};
	for (int i = 0; i < 30; ++i)
		lane.marks.push_back({.day = 20200500 + i % 3 + 1, .label = "Cuộc gặp số dài", .backing = {{0}}});
	lane.marks.push_back({.day = 20240101, .label = "Lần cuối", .backing = {{0}}});
	const std::string drawing = svg(timeline({lane}), k_setting);
	CHECK(is_whole(drawing));
	CHECK(count(drawing, "<circle") < 4);
	CHECK(drawing.find(">Lần cuối</text>") != std::string::npos);
}

TEST_CASE("a term without an end runs to the end of the axis, and a line without a day is no drawing") {
	const Lane open{.label = "Văn bản",
	                .bars = {{.first = 20200101, .last = 99991231, .label = "Hiệp định", .backing = {{0}}}}};
	const std::string drawing = svg(timeline({open}), k_setting);
	CHECK(is_whole(drawing));
	CHECK(drawing.find(">2020</text>") != std::string::npos);
	CHECK(drawing.find("9999") == std::string::npos);
	CHECK(svg(timeline({{.label = "Trống"}}), k_setting).empty());
	const Lane never{.label = "Luôn", .bars = {{.first = 0, .last = 99991231, .label = "x", .backing = {}}}};
	CHECK(svg(timeline({never}), k_setting).empty());
}

TEST_CASE("bars of one time lie below each other") {
	Lane lane{.label = "Văn bản"};
	for (int i = 0; i < 40; ++i)
		lane.bars.push_back({.first = 20200101, .last = 20201231, .label = "x", .backing = {}});
	CHECK(count(svg(timeline({lane}), k_setting), "<rect") == 40);
}

TEST_CASE("the same plot gives the same drawing") {
	const Plot plot = columns({"2020", "2021"}, {{1, 2}, {3, 4}}, true);
	CHECK(svg(plot, k_setting) == svg(plot, k_setting));
}
