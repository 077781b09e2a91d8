#include <doctest/doctest.h>

#include "facts/join.hpp"
#include "facts/sample.hpp"

using namespace bienban;
using facts::Claim;
using facts::sample::agreement;
using facts::sample::claim;
using facts::sample::meeting;
using facts::sample::result;

namespace {

std::vector<std::string> disputed(const std::vector<Claim>& claims) {
	std::vector<std::string> fields;
	for (const auto& conflict : facts::conflicts(claims, std::vector<std::size_t>(claims.size(), 1))) {
		fields.push_back(conflict.field);
	}
	return fields;
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("what is only vaguer contradicts nothing") {
	CHECK(disputed({claim(meeting("2021-03-14")), claim(meeting("2021")), claim(meeting({}))}).empty());
	CHECK(disputed({claim(meeting("2021", {"VN-05/border-guard"})), claim(meeting("2021"))}).empty());
	CHECK(disputed({claim(meeting("2021", {"VN-05/province", "LA-HO/province"})),
	                claim(meeting("2021", {"VN-05/people-committee", "LA-HO/party-committee"}))})
	          .empty());
	CHECK(disputed({claim(meeting("2021", {"VN-05/police", "LA-HO/province"})),
	                claim(meeting("2021", {"VN-05/police", "LA-HO/police"}))})
	          .empty());
	CHECK(disputed({claim(meeting("2021")),
	                claim(meeting("2021", facts::sample::k_commands, model::MeetingKind::conference))})
	          .empty());
	CHECK(
	    disputed({claim(agreement("2019-12-20", {}, model::Act::signed_)), claim(agreement({}, "2020/2022"))}).empty());
	CHECK(disputed({claim(result(2000, "lượt", "2021", model::About::over)), claim(result(2045, "lượt", "2021"))})
	          .empty());
}

TEST_CASE("days, terms, places, numbers and figures that cannot both be true are in dispute") {
	CHECK(disputed({claim(meeting("2021-03-14")), claim(meeting("2021-03-15"))}) == Fields{"date"});
	CHECK(disputed({claim(agreement("2019", "2020/2022")), claim(agreement("2019", "2020"))}) == Fields{"term"});
	CHECK(disputed({claim(agreement("2019", "2020/2022")), claim(agreement("2019", "2020/2023"))}) == Fields{"term"});
	CHECK(disputed({claim(agreement("2019", "2020/2022")), claim(agreement("2019", "2020-03/2022-12"))}).empty());
	CHECK(disputed({claim(result(2000, "lượt", "2021", model::About::over)), claim(result(2600, "lượt", "2021"))}) ==
	      Fields{"value"});
	auto here = meeting("2021-03-14");
	auto there = here;
	std::get<model::Meeting>(here.value).place = "VN-05";
	std::get<model::Meeting>(here.value).ordinal = 7;
	std::get<model::Meeting>(there.value).place = "LA-HO";
	std::get<model::Meeting>(there.value).ordinal = 8;
	CHECK(disputed({claim(here), claim(there)}) == Fields{"place", "ordinal"});
}

TEST_CASE("a dispute names the values that are in it, the most said first, and who says them") {
	const std::vector<Claim> claims = {claim(meeting("2021-03-14")), claim(meeting("2021-03-15")),
	                                   claim(meeting("2021"))};
	const auto found = facts::conflicts(claims, std::vector<std::size_t>{1, 4, 9});
	REQUIRE(found.size() == 1);
	REQUIRE(found[0].values.size() == 2);
	CHECK(found[0].values[0].json == "\"2021-03-15\"");
	CHECK(found[0].values[0].claims == std::vector<std::size_t>{1});
}

TEST_CASE("the record of a fact has the most exact of each value, then the most said") {
	auto named = meeting("2021-03", {"VN-05/border-post/chiềng tương", "LA-HO/border-company/213"});
	std::get<model::Meeting>(named.value).chairs = {"Bun Thoong - Xay Nha Chắc"};
	auto dated = meeting("2021-03-14", {"VN-05/border-post", "LA-HO/border-company/213"});
	std::get<model::Meeting>(dated.value).chairs = {"Bun-thoong Xay-nha-chắc"};
	std::get<model::Meeting>(dated.value).ordinal = 4;
	const auto record = facts::merged(std::vector{claim(named), claim(dated)}, std::vector<std::size_t>{9, 1});
	const auto& merged = std::get<model::Meeting>(record.value);
	CHECK(merged.date == "2021-03-14");
	CHECK(merged.parties == Fields{"LA-HO/border-company/213", "VN-05/border-post/chiềng tương"});
	CHECK(merged.chairs == Fields{"Bun Thoong - Xay Nha Chắc"});
	CHECK(merged.ordinal == 4);
}

TEST_CASE("an exact figure is taken before a rounded one, with its own unit") {
	const auto record = facts::merged(
	    std::vector{claim(result(2000, "lượt", "2021", model::About::over)), claim(result(2045, "lượt", "2021"))},
	    std::vector<std::size_t>{9, 1});
	const auto& merged = std::get<model::Result>(record.value);
	CHECK(merged.value == 2045);
	CHECK(!merged.about);
}

TEST_CASE("a paper that one report saw signed was signed") {
	const auto record = facts::merged(
	    std::vector{claim(agreement("2019", "2020/2022")), claim(agreement("2019-12-20", {}, model::Act::signed_))},
	    std::vector<std::size_t>{9, 1});
	const auto& merged = std::get<model::Agreement>(record.value);
	CHECK(merged.act == model::Act::signed_);
	CHECK(merged.signed_on == "2019-12-20");
	CHECK(merged.term == "2020/2022");
}

TEST_CASE("the record of a fact has the body in place of its province, unless one report names both") {
	const std::vector<model::Party> bodies = {"LA-HO/police", "VN-05/police"};
	const auto loosely = claim(meeting("2021-03-14", {"VN-05/police", "LA-HO/province"}));
	const auto parties = [](const std::vector<Claim>& claims) {
		const auto record = facts::merged(claims, std::vector<std::size_t>(claims.size(), 1));
		return std::get<model::Meeting>(record.value).parties;
	};
	CHECK(parties({loosely, claim(meeting("2021-03-14", bodies))}) == bodies);
	const std::vector<model::Party> three = {"LA-HO/police", "LA-HO/province", "VN-05/police"};
	CHECK(parties({loosely, claim(meeting("2021-03-14", three))}) == three);
}
