#include "review/disputed.hpp"

#include <doctest/doctest.h>

#include "review/made_material.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

model::Meeting talks(std::optional<std::string> date, std::vector<model::Party> parties = k_commands) {
	return {.date = std::move(date), .parties = std::move(parties)};
}

std::vector<int> empty_years(const MadeMaterial& material, const Question& question = asked()) {
	return disputed(material.made(question), {}, {}, {}).empty_years;
}

}  // namespace

TEST_CASE("a conflict shows each value with those who say it") {
	MadeMaterial material;
	material.add(talks("2019-05-01"));
	material.tell_otherwise(talks("2019-05-02"));
	material.tell_otherwise(talks("2019-05-01"));
	material.tell_otherwise(talks(std::nullopt));
	material.disagree({"date"});
	const auto found = disputed(material.made(), {}, {}, {});
	REQUIRE(found.conflicts.size() == 1);
	CHECK(found.conflicts[0].field == "date");
	REQUIRE(found.conflicts[0].sayings.size() == 2);
	CHECK(found.conflicts[0].sayings[0].value == "\"2019-05-01\"");
	CHECK(found.conflicts[0].sayings[0].tellings == std::vector<std::size_t>{0, 2});
	CHECK(found.conflicts[0].sayings[1].tellings == std::vector<std::size_t>{1});
}

TEST_CASE("a conflict of which the tellings show one side is listed all the same") {
	MadeMaterial material;
	material.add(talks("2019-05-01"));
	material.disagree({"date", "place"});
	const auto found = disputed(material.made(), {}, {}, {});
	REQUIRE(found.conflicts.size() == 2);
	CHECK(found.conflicts[0].sayings.size() == 1);
	CHECK(found.conflicts[1].sayings.empty());
}

TEST_CASE("a list in another order is the same value") {
	MadeMaterial material;
	material.add(talks("2019-05-01"));
	material.tell_otherwise(talks("2019-05-01", {k_commands[1], k_commands[0]}));
	material.disagree({"parties"});
	CHECK(disputed(material.made(), {}, {}, {}).conflicts[0].sayings.size() == 1);
}

TEST_CASE("a conflict of a paper that explains the period from outside is not of the period") {
	MadeMaterial material;
	material.add(model::Agreement{.parties = k_commands, .signed_on = "2010-01-01"});
	material.disagree({"signed"});
	CHECK(disputed(material.made(asked("2016", "2018")), {}, {}, {}).conflicts.empty());
}

TEST_CASE("agreements are missing a successor, promises a report, totals their parts") {
	const Material material = MadeMaterial{}.made();
	const std::vector<Basis> papers = {{.ended = true}, {.ended = true, .followed = true}, {.in_force = true}};
	const model::Period over{20200101, 20201231};
	std::vector<Promise> promises(5);
	for (Promise& promise : promises) {
		promise.theme = model::Theme::health;
		promise.when = over;
	}
	promises[1].grade = Grade::reported_in_part;
	promises[2].open = true;
	promises[3].theme.reset();
	promises[4].when.reset();
	std::vector<Indicator> indicators(3);
	indicators[0].relations = {{.kind = RelationKind::total_agrees}};
	indicators[2].relations = {{.kind = RelationKind::overlaps}, {.kind = RelationKind::total_differs}};
	const auto found = disputed(material, papers, indicators, promises);
	CHECK(found.ended == std::vector<std::size_t>{0});
	CHECK(found.unreported == std::vector<std::size_t>{0});
	CHECK(found.unmatched == std::vector<std::size_t>{2});
}

TEST_CASE("a year of which nothing is told lies within the asked period, else between the first and the last") {
	MadeMaterial material;
	material.add(talks("2015-05-01"));
	material.add(model::Achievement{.parties = k_commands, .period = "2017/2018"});
	material.add(talks("2021-05-01"));
	CHECK(empty_years(material) == std::vector<int>{2016, 2019, 2020});
	CHECK(empty_years(material, asked("2014", "2022")) == std::vector<int>{2014, 2016, 2019, 2020, 2022});
	CHECK(empty_years(material, asked("2019-05", "2022-03")) == std::vector<int>{2020});
	CHECK(empty_years(MadeMaterial{}).empty());
}

TEST_CASE("a year that is not over is not empty") {
	MadeMaterial material;
	material.add(talks("2019-05-01"));
	CHECK(empty_years(material, asked("2019", "2022", 20211230)) == std::vector<int>{2020});
	CHECK(empty_years(material, asked("2019", "2022", 20211231)) == std::vector<int>{2020, 2021});
}

TEST_CASE("a plan or a term for some years tells of the year in which it was made") {
	MadeMaterial material;
	material.add(model::Commitment{.parties = k_commands, .period = "2015/2018", .themes = {}});
	material.add(model::Agreement{.parties = k_commands, .signed_on = "2014-05-01", .term = "2015/2020"});
	material.add(talks("2018-05-01"));
	CHECK(empty_years(material) == std::vector<int>{2016, 2017});
}
