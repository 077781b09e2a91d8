#include "review/next_steps.hpp"

#include <doctest/doctest.h>

#include "review/made_material.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

using model::Theme;

/// Steps of a kind in a review of the material, all rooms asked.
std::vector<NextStep> steps(const Material& material, StepKind kind) {
	const auto papers = basis(material);
	const auto met = contacts(material);
	const auto promised = promises(material);
	std::vector<NextStep> found;
	for (auto& step : next_steps(material, papers, met, promised, disputed(material, papers, {}, promised))) {
		if (step.kind == kind) found.push_back(std::move(step));
	}
	return found;
}

model::Agreement paper(std::string term) {
	return {.act = model::Act::signed_, .parties = k_commands, .signed_on = {}, .term = std::move(term)};
}
model::Meeting annual(std::string date) {
	return {.date = std::move(date), .parties = k_commands, .recurs = model::Recurs::annual};
}
model::Commitment promise(std::string period, std::vector<Theme> themes) {
	return {.parties = k_commands, .period = std::move(period), .themes = std::move(themes)};
}

}  // namespace

TEST_CASE("an agreement without a successor is renewed when it has ended or ends within half a year") {
	MadeMaterial material;
	const auto first = material.add(paper("2016/2020"));
	CHECK(steps(material.made(asked({}, {}, 20200629)), StepKind::renew).empty());
	CHECK(steps(material.made(asked({}, {}, 20200630)), StepKind::renew).size() == 1);
	CHECK(steps(material.made(asked({}, {}, 20230630)), StepKind::renew).size() == 1);
	material.add(paper("2021/2025"));
	const Material made = material.made(asked({}, {}, 20230630));
	CHECK(steps(made, StepKind::renew).empty());
	CHECK(made.items[0].fact == first);
}

TEST_CASE("promises of one theme are one direction: open ones are carried on, unreported ones taken up") {
	MadeMaterial material;
	const auto both = material.add(promise("2024/2026", {Theme::health, Theme::drugs}));
	const auto one = material.add(promise("2024/2027", {Theme::health}));
	const auto over = material.add(promise("2020/2021", {Theme::health}));
	const Material made = material.made();
	const auto open = steps(made, StepKind::carry_on);
	REQUIRE(open.size() == 2);
	CHECK(open[0].theme == Theme::drugs);
	CHECK(open[1].theme == Theme::health);
	CHECK(open[1].items == std::vector<ItemIndex>{at(made, both), at(made, one)});
	const auto taken_up = steps(made, StepKind::take_up);
	REQUIRE(taken_up.size() == 1);
	CHECK(taken_up[0].items == std::vector<ItemIndex>{at(made, over)});
}

TEST_CASE("the yearly meeting of the year after the last is held, unless it has long ceased") {
	MadeMaterial material;
	material.add(annual("2018"));
	const auto last = material.add(annual("2020"));
	const Material made = material.made(asked({}, {}, 20210601));
	const auto due = steps(made, StepKind::hold);
	REQUIRE(due.size() == 1);
	CHECK(due[0].items == std::vector<ItemIndex>{at(made, last)});
	CHECK(steps(material.made(asked({}, {}, 20251231)), StepKind::hold).size() == 1);
	CHECK(steps(material.made(asked({}, {}, 20260101)), StepKind::hold).empty());
	CHECK(steps(material.made(asked({}, {}, 20191231)), StepKind::hold).empty());
}

TEST_CASE("a regular meeting that is not yearly is never due") {
	MadeMaterial material;
	for (const char* date : {"2018", "2020"}) {
		auto regular = annual(date);
		regular.recurs = model::Recurs::regular;
		material.add(regular);
	}
	CHECK(steps(material.made(asked({}, {}, 20210601)), StepKind::hold).empty());
}

TEST_CASE("what documents disagree on is cleared up, by theme where it has one") {
	MadeMaterial material;
	material.add(annual("2018-05-01"));
	material.disagree({"date"});
	material.add(model::Result{.value = 1, .theme = Theme::drugs, .by = k_commands, .period = "2018"});
	material.disagree({"value", "period"});
	const auto found = steps(material.made(), StepKind::clear_up);
	REQUIRE(found.size() == 2);
	CHECK(found[0].theme == Theme::drugs);
	CHECK(found[0].items.size() == 1);
	CHECK_FALSE(found[1].theme);
}
