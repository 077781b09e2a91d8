#include "review/review.hpp"

#include <doctest/doctest.h>

using namespace bienban;
using namespace bienban::review;

namespace {

const std::string k_a = "VN-05/military-command";
const std::string k_b = "LA-HO/military-command";
const std::string k_c = "LA-LP/military-command";

registry::StoredDocument document(std::optional<std::string> published, std::vector<model::Record> records) {
	registry::StoredDocument made{
	    .id = "id", .source = "a.txt", .title = "T", .published = std::move(published), .records = {}};
	for (model::Record& record : records) {
		const auto at = made.records.size();
		made.records.push_back({.ordinal = static_cast<std::int64_t>(at),
		                        .record = std::move(record),
		                        .begin = base::CharOffset{at},
		                        .end = base::CharOffset{at + 1},
		                        .quote = "q",
		                        .certainty = 0.5});
	}
	return made;
}

model::Record talks(std::optional<std::string> date, std::vector<std::string> parties = {k_a, k_b}) {
	return {.value = model::Meeting{.date = std::move(date), .parties = std::move(parties)}};
}

model::Record promise(std::optional<std::string> period, std::vector<std::string> parties) {
	return {.value = model::Commitment{.parties = std::move(parties), .period = std::move(period), .themes = {}}};
}

const Question k_all{.a = "VN-05", .b = "LA-HO", .from = std::nullopt, .to = std::nullopt};
const Question k_from_2016_to_2022{.a = "VN-05", .b = "LA-HO", .from = "2016", .to = "2022"};

}  // namespace

TEST_CASE("items are in the order of their dates, those without one last") {
	const auto made = review::review(
	    k_all, {document(std::nullopt, {talks("2020-05-01"), talks(std::nullopt), talks("2019"), talks("2020")})});
	const auto& items = made[Section::meetings];
	REQUIRE(items.size() == 4);
	CHECK(items[0].date == "2019");
	CHECK(items[1].date == "2020");
	CHECK(items[2].date == "2020-05-01");
	CHECK(items[3].dated == Dated::not_at_all);
}

TEST_CASE("a record outside the asked period is left out, one whose period touches it is kept") {
	const auto made = review::review(
	    k_from_2016_to_2022, {document("2030-01-01", {talks("2015-12-31"), talks("2016-01-01"), talks("2022/2024"),
	                                                  talks("2023"), talks("2010/..")})});
	CHECK(made[Section::meetings].size() == 3);
}

TEST_CASE("a record without a date takes that of its document") {
	const auto made = review::review(k_from_2016_to_2022, {document("2021-03-04", {talks(std::nullopt)}),
	                                                       document("2024-03-04", {talks(std::nullopt)}),
	                                                       document(std::nullopt, {talks(std::nullopt)})});
	const auto& items = made[Section::meetings];
	REQUIRE(items.size() == 2);
	CHECK(items[0].date == "2021-03-04");
	CHECK(items[0].dated == Dated::by_document);
	CHECK(items[1].dated == Dated::not_at_all);
	CHECK(made.documents.size() == 2);
	CHECK(items[1].document == 1);
}

TEST_CASE("a day without a year is kept as it is written") {
	const auto made = review::review(k_from_2016_to_2022, {document(std::nullopt, {talks("XXXX-03-30")})});
	REQUIRE(made[Section::meetings].size() == 1);
	CHECK(made[Section::meetings][0].date == "XXXX-03-30");
}

TEST_CASE("an agreement is in the period by its signing or by its term") {
	const model::Record agreement{
	    .value = model::Agreement{.parties = {k_a, k_b}, .signed_on = "2014-10-01", .term = "2015/2019"}};
	const auto made = review::review(k_from_2016_to_2022, {document(std::nullopt, {agreement})});
	REQUIRE(made[Section::agreements].size() == 1);
	CHECK(made[Section::agreements][0].date == "2014-10-01");
}

TEST_CASE("one side's promise counts where its document ties it to the other alone") {
	const auto alone = review::review(k_all, {document(std::nullopt, {talks("2020"), promise("2021", {k_a})})});
	CHECK(alone[Section::promised].size() == 1);
	const auto two_neighbours = review::review(
	    k_all, {document(std::nullopt,
	                     {talks("2020"), talks("2020", {k_a, k_c}), promise("2021", {k_a}), promise("2021", {k_b})})});
	// Toward whom the Vietnamese side promised cannot be said; the Lao one met nobody else.
	REQUIRE(two_neighbours[Section::promised].size() == 1);
	CHECK(std::get<model::Commitment>(two_neighbours[Section::promised][0].record.value).parties.front() == k_b);
	const auto untied = review::review(k_all, {document(std::nullopt, {promise("2021", {k_a})})});
	CHECK(untied[Section::promised].empty());
}

TEST_CASE("matters between others stay out") {
	const auto made = review::review(
	    k_all, {document("2020-01-01", {talks("2020", {k_a, k_c}), talks("2020", {"VN/state", "LA/state"})})});
	CHECK(made.documents.empty());
	for (const auto& section : made.sections) CHECK(section.empty());
}

TEST_CASE("a country takes in its provinces") {
	const auto made =
	    review::review({.a = "VN", .b = "LA", .from = std::nullopt, .to = std::nullopt},
	                   {document(std::nullopt, {talks("2020"), talks("2021", {"VN/state", "LA/state"})})});
	CHECK(made[Section::meetings].size() == 2);
}

TEST_CASE("every type of record has its section") {
	const auto made = review::review(
	    k_all, {document(std::nullopt,
	                     {{.value = model::Visit{.from = k_a, .to = k_b, .date = std::nullopt, .head = std::nullopt}},
	                      {.value = model::Activity{.parties = {k_a, k_b}}},
	                      {.value = model::Twinning{.parties = {k_a, k_b}, .since = std::nullopt}},
	                      {.value = model::Achievement{.parties = {k_a, k_b}, .period = std::nullopt, .themes = {}}},
	                      {.value = model::Result{.value = 3, .unit = "lần", .by = {k_a}, .to = {k_b}}},
	                      {.value = model::Support{.item = "quà", .giver = {k_a}, .receiver = {k_b}}}})});
	CHECK(made[Section::meetings].size() == 1);
	CHECK(made[Section::agreements].size() == 1);
	CHECK(made[Section::done].size() == 2);
	CHECK(made[Section::figures].size() == 1);
	CHECK(made[Section::gifts].size() == 1);
}
