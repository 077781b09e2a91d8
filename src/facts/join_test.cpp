#include "facts/join.hpp"

#include <doctest/doctest.h>

#include <random>
#include <set>

#include "facts/sample.hpp"

using namespace bienban;
using facts::Claim;
using facts::sample::agreement;
using facts::sample::claim;
using facts::sample::meeting;
using facts::sample::result;

namespace {

std::size_t count(const std::vector<Claim>& claims, const facts::Bonds& bonds = {}) {
	return facts::join(claims, bonds).facts.size();
}

}  // namespace

TEST_CASE("a meeting told by the day and by the month is one, and nothing is disputed") {
	const std::vector<Claim> claims = {claim(meeting("2021-03-14")), claim(meeting("2021-03"))};
	CHECK(count(claims) == 1);
	CHECK(facts::conflicts(claims, std::vector<std::size_t>{1, 1}).empty());
}

TEST_CASE("meetings of two months are two") {
	CHECK(count({claim(meeting("2021-03-14")), claim(meeting("2021-09-14"))}) == 2);
}

TEST_CASE("two days near each other are one meeting whose day is disputed") {
	const std::vector<Claim> claims = {claim(meeting("2021-03-14")), claim(meeting("2021-03-15"))};
	CHECK(count(claims) == 1);
	const auto conflicts = facts::conflicts(claims, std::vector<std::size_t>{2, 3});
	REQUIRE(conflicts.size() == 1);
	CHECK(conflicts[0].field == "date");
	CHECK(conflicts[0].values[0].json == "\"2021-03-15\"");
}

TEST_CASE("a month that fits two meetings stays by itself and is put before a person") {
	const std::vector<Claim> claims = {claim(meeting("2021-03-04")), claim(meeting("2021-03-24")),
	                                   claim(meeting("2021-03"))};
	const auto joined = facts::join(claims, {});
	CHECK(joined.facts.size() == 3);
	CHECK(joined.unsure.size() == 2);
}

TEST_CASE("what a person put together is one, and what a person kept apart is two") {
	const std::vector<Claim> claims = {claim(meeting("2021-03-04")), claim(meeting("2021-09-24")),
	                                   claim(meeting("2021-03-04"))};
	CHECK(count(claims, {.together = {{0, 1}}, .apart = {}, .told_apart = {}}) == 1);
	CHECK(count(claims, {.together = {}, .apart = {{0, 2}}, .told_apart = {}}) == 3);
}

TEST_CASE("a paper is known by its day, by its term, and by being in force") {
	const std::vector<Claim> claims = {claim(agreement("2019-12-20", "2020/2022")), claim(agreement({}, "2020/2022")),
	                                   claim(agreement("2019", {})), claim(agreement({}, {}), "2021")};
	CHECK(count(claims) == 1);
}

TEST_CASE("a figure of one period is one, with the values in dispute") {
	const std::vector<Claim> claims = {claim(result(48, "lần", "2021")), claim(result(46, "lần", "2021"))};
	CHECK(count(claims) == 1);
	CHECK(facts::conflicts(claims, std::vector<std::size_t>{1, 1}).size() == 1);
}

TEST_CASE("a claim and its signature say the same") {
	for (const Claim& one :
	     {claim(meeting("2021-03-14")), claim(agreement("2019", "2020/2022")), claim(result(2.5, "tấn", "2021"))}) {
		CHECK(facts::signature_of(facts::claim_of(facts::signature_of(one))) == facts::signature_of(one));
	}
}
