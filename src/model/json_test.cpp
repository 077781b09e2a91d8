#include "model/json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace bienban;
using namespace bienban::model;

namespace {

std::string written(const Record& record) { return dump(to_json(record)); }

std::string twice(const Record& record) {
	const auto read = record_from_json(written(record));
	REQUIRE(read);
	return written(*read);
}

}  // namespace

TEST_CASE("a record is written in the order of its fields, absent values as null") {
	Meeting meeting{.kind = MeetingKind::briefing, .parties = {"VN-05/province"}, .ordinal = 11};
	CHECK(written({.value = meeting}) ==
	      R"({"type":"meeting","kind":"briefing","date":null,"place":null,"parties":["VN-05/province"],)"
	      R"("chairs":[],"recurs":null,"ordinal":11})");
}

TEST_CASE("integral numbers are written without a point, others as they are") {
	CHECK(dump(number_json(55000000)) == "55000000");
	CHECK(dump(number_json(119.7)) == "119.7");
	CHECK(dump(number_json(0)) == "0");
	CHECK(dump(number_json(1e300)) == "1e+300");
}

TEST_CASE("about and worth stand only where they are present") {
	Support gift{.item = "máy thở", .value = 2};
	CHECK(written({.value = gift}).find("about") == std::string::npos);
	gift.about = About::over;
	gift.worth = Money{.value = 1.5e9, .unit = "VND"};
	CHECK(written({.value = gift})
	          .ends_with(R"("theme":null,"about":"over","worth":{"value":1500000000,"unit":"VND"}})"));
}

TEST_CASE("every type of record comes back as it was written") {
	const std::vector<Record> records = {
	    {.value =
	         Meeting{.kind = MeetingKind::exchange, .date = "2019-11-11", .chairs = {"A"}, .recurs = Recurs::annual}},
	    {.value = Visit{.from = "VN-05/province", .to = std::nullopt, .head = "B"}},
	    {.value = Activity{.kind = ActivityKind::opening, .place = "LA-HO", .section = "460/462"}},
	    {.value =
	         Agreement{
	             .act = Act::signed_, .instrument = Instrument::directive, .signed_on = "2022", .term = "2022/2024"}},
	    {.value = Twinning{.parties = {"VN-05/village/a", "LA-HO/village/b"}, .since = "2010"}},
	    {.value = Achievement{.period = "2020/..", .themes = {Theme::drugs, Theme::commemoration}}},
	    {.value = Commitment{.themes = {Theme::information_exchange}}},
	    {.value = Result{.value = 12.5, .unit = "lần", .theme = Theme::joint_patrol, .about = About::about}},
	    {.value = Support{.item = "quà", .giver = {"VN/state"}, .worth = Money{.value = 5, .unit = "LAK"}}},
	};
	for (const Record& record : records) CHECK(twice(record) == written(record));
}

TEST_CASE("what is no record is refused") {
	CHECK_FALSE(record_from_json("").has_value());
	CHECK_FALSE(record_from_json("[]").has_value());
	CHECK_FALSE(record_from_json(R"({"type":"dance"})").has_value());
	CHECK_FALSE(record_from_json(R"({"type":"meeting","kind":"dance"})").has_value());
	CHECK_FALSE(record_from_json(R"({"type":"result","value":"many"})").has_value());
}

TEST_CASE("bytes that are not UTF-8 do not stop the writing") {
	CHECK(dump(nlohmann::ordered_json("a\xFF")) == "\"a\xEF\xBF\xBD\"");
}
