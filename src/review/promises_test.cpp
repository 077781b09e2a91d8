#include "review/promises.hpp"

#include <doctest/doctest.h>

#include "review/made_material.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

using model::Theme;

model::Commitment promise(std::optional<std::string> period, std::vector<model::Party> parties = k_commands) {
	return {.parties = std::move(parties), .period = std::move(period), .themes = {Theme::health}};
}

Promise only(const MadeMaterial& material, const Question& question = asked()) {
	const auto found = promises(material.made(question));
	REQUIRE(found.size() == 1);
	return found.front();
}

}  // namespace

TEST_CASE("a promise says who made it") {
	const auto by = [](std::vector<model::Party> parties) {
		MadeMaterial material;
		material.add(promise("2020", std::move(parties)));
		return only(material).by;
	};
	CHECK(by(k_commands) == Promiser::both);
	CHECK(by({"VN-05/police"}) == Promiser::of);
	CHECK(by({"LA-HO/police"}) == Promiser::with);
	// An unnamed province of the other side is the other side.
	CHECK(by({"VN-05/province", "LA/province"}) == Promiser::both);
}

TEST_CASE("a promise is open to the last day of its time") {
	MadeMaterial material;
	material.add(promise("2020/2022"));
	CHECK(only(material, asked({}, {}, 20221231)).open);
	CHECK_FALSE(only(material, asked({}, {}, 20230101)).open);
	MadeMaterial undated;
	undated.add(promise(std::nullopt));
	CHECK_FALSE(only(undated).open);
	CHECK_FALSE(only(undated).when);
}

TEST_CASE("promises have their grades, their answers and where they were made") {
	MadeMaterial material;
	const auto made = material.add(promise("2020/2022"), "2020-01-20");
	const auto talks = material.add(model::Meeting{.date = "2020-01-01", .parties = k_commands}, "2020-01-20", true);
	CHECK(only(material).grade == Grade::no_report);
	const auto gift = material.add(model::Support{
	    .item = "x", .giver = {k_commands[1]}, .receiver = {k_commands[0]}, .period = "2021", .theme = Theme::health});
	CHECK(only(material).grade == Grade::reported_in_part);
	const auto report =
	    material.add(model::Achievement{.parties = k_commands, .period = "2020/2022", .themes = {Theme::health}});
	const Material all = material.made();
	const Promise promise = only(material);
	CHECK(promise.commitment == at(all, made));
	CHECK(promise.under == at(all, talks));
	CHECK(promise.grade == Grade::reported_done);
	CHECK(promise.answers.size() == 2);
	CHECK(std::ranges::find(promise.answers, at(all, gift)) != promise.answers.end());
	CHECK(std::ranges::find(promise.answers, at(all, report)) != promise.answers.end());
}

TEST_CASE("what several documents tell is beside a promise where one of them tells both") {
	MadeMaterial material;
	material.add(promise("2020/2022"), "2020-01-20");
	material.tell_otherwise(promise("2020/2022"));
	material.add(model::Result{.value = 1, .theme = Theme::health, .by = k_commands, .period = "2020"}, "2020-01-20",
	             true);
	CHECK(only(material).grade == Grade::no_report);
}
