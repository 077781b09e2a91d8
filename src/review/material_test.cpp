#include "review/material.hpp"

#include <doctest/doctest.h>

#include "model/json.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

const std::string k_a = "VN-05/military-command";
const std::string k_b = "LA-HO/military-command";

/// A fact told by one document, which was published on that day.
registry::ToldFact told(model::Record record, std::optional<std::string> published = std::nullopt) {
	static std::int64_t number = 0;
	registry::ToldFact made;
	made.fact.id = registry::record_id(++number, 0);
	made.record = std::move(record);
	made.records = 1;
	made.sources.push_back({.record = made.fact.id, .document = number, .published = std::move(published)});
	return made;
}

model::Record talks(std::optional<std::string> date, std::vector<std::string> parties = {k_a, k_b}) {
	return {.value = model::Meeting{.date = std::move(date), .parties = std::move(parties)}};
}

Question question(std::optional<std::string> from = std::nullopt, std::optional<std::string> to = std::nullopt) {
	return {.of = {.party = "VN-05", .past = {}},
	        .with = {{.party = "LA-HO", .past = {}}},
	        .from = std::move(from),
	        .to = std::move(to)};
}

const Question k_all = question();
const Question k_from_2016_to_2022 = question("2016", "2022");

}  // namespace

TEST_CASE("items are in the order of their dates, those without one last") {
	const auto made =
	    gather(k_all, {told(talks("2020-05-01")), told(talks(std::nullopt)), told(talks("2019")), told(talks("2020"))});
	const auto& items = made.items;
	REQUIRE(items.size() == 4);
	CHECK(items[0].date == "2019");
	CHECK(items[1].date == "2020");
	CHECK(items[2].date == "2020-05-01");
	CHECK(items[3].dated == Dated::not_at_all);
}

TEST_CASE("a fact outside the asked period is left out, one whose period touches it is kept") {
	const auto made =
	    gather(k_from_2016_to_2022, {told(talks("2015-12-31"), "2030-01-01"), told(talks("2016-01-01"), "2030-01-01"),
	                                 told(talks("2022/2024")), told(talks("2023")), told(talks("2010/.."))});
	CHECK(made.items.size() == 3);
}

TEST_CASE("a fact without a date takes the first day on which it was told") {
	const auto made = gather(k_from_2016_to_2022, {told(talks(std::nullopt), "2021-03-04"),
	                                               told(talks(std::nullopt), "2024-03-04"), told(talks(std::nullopt))});
	const auto& items = made.items;
	REQUIRE(items.size() == 2);
	CHECK(items[0].date == "2021-03-04");
	CHECK(items[0].dated == Dated::by_document);
	CHECK(items[1].dated == Dated::not_at_all);
	REQUIRE(made.documents.size() == 2);
	CHECK(items[1].tellings.front().document == 1);
}

TEST_CASE("a day without a year is kept as it is written") {
	const auto made = gather(k_from_2016_to_2022, {told(talks("XXXX-03-30"))});
	REQUIRE(made.items.size() == 1);
	CHECK(made.items[0].date == "XXXX-03-30");
}

TEST_CASE("an agreement is in the period by its signing or by its term") {
	const model::Record agreement{
	    .value = model::Agreement{.parties = {k_a, k_b}, .signed_on = "2014-10-01", .term = "2015/2019"}};
	const auto made = gather(k_from_2016_to_2022, {told(agreement)});
	REQUIRE(made.items.size() == 1);
	CHECK(made.items[0].date == "2014-10-01");
}

TEST_CASE("a body's review has what names the body, or nobody of its place but somebody of the other side's") {
	Question bodies = k_all;
	bodies.of.party = k_a;
	bodies.with.front().party = k_b;
	const auto made = gather(bodies, {told(talks("2019")), told(talks("2019", {"VN-05/police", "LA-HO/police"})),
	                                  told(talks("2019", {"VN-05/police", k_b})), told(talks("2019", {k_b}))});
	CHECK(made.items.size() == 2);
}

TEST_CASE("an item says which partners it concerns") {
	Question many = k_all;
	many.with.push_back({.party = "LA-LP", .past = {}});
	const auto made = gather(many, {told(talks("2019", {k_a, "LA-LP/police"})),
	                                told(talks("2020", {"VN-05/province", "LA-LP/province", k_b}))});
	REQUIRE(made.items.size() == 2);
	CHECK(made.items[0].with == std::vector<std::size_t>{1});
	CHECK(made.items[1].with == std::vector<std::size_t>{0, 1});
}

TEST_CASE("an agreement from outside the period is kept") {
	const model::Record agreement{
	    .value = model::Agreement{.parties = {k_a, k_b}, .signed_on = "2010-10-01", .term = "2011/2012"}};
	const auto made = gather(k_from_2016_to_2022, {told(agreement)});
	REQUIRE(made.items.size() == 1);
	CHECK_FALSE(made.items[0].within);
}

TEST_CASE("a fact told by two documents is one item with both") {
	registry::ToldFact twice = told(talks("2020"));
	twice.sources.push_back(told(talks("2020")).sources.front());
	const auto made = gather(k_all, {twice});
	REQUIRE(made.items.size() == 1);
	CHECK(made.items[0].tellings.size() == 2);
	CHECK(made.documents.size() == 2);
}
