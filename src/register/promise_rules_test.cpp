#include "register/promise_rules.hpp"

#include <doctest/doctest.h>

#include "register/made_facts.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

using Day = std::optional<std::string>;
using model::Theme;

model::Commitment promise(Day period, std::vector<Theme> themes = {Theme::health},
                          std::vector<model::Party> parties = k_two_commands) {
	return {.parties = std::move(parties), .period = std::move(period), .themes = std::move(themes)};
}
model::Achievement achievement(Day period, std::vector<model::Party> parties = k_two_commands,
                               std::vector<Theme> themes = {Theme::health}) {
	return {.parties = std::move(parties), .period = std::move(period), .themes = std::move(themes)};
}
model::Result result(Day period, std::vector<model::Party> by = k_two_commands) {
	return {.value = 3, .unit = "lần", .theme = Theme::health, .by = std::move(by), .period = std::move(period)};
}
model::Support support(Day period) {
	return {.item = "thuốc",
	        .giver = {"VN-05/military-command"},
	        .receiver = {"LA-HO/military-command"},
	        .period = std::move(period),
	        .theme = Theme::health};
}
model::Meeting meeting(Day date, model::MeetingKind kind = model::MeetingKind::talks,
                       std::vector<model::Party> parties = k_two_commands) {
	return {.kind = kind, .date = std::move(date), .parties = std::move(parties)};
}
model::Agreement paper(Day signed_on, Day term, model::Act act = model::Act::signed_) {
	return {.act = act, .parties = k_two_commands, .signed_on = std::move(signed_on), .term = std::move(term)};
}

PromiseLine only(const MadeFacts& facts) {
	const auto lines = promise_lines(facts.all());
	REQUIRE(lines.size() == 1);
	return lines.front();
}

/// What becomes of a promise for some years, made in 2020, with one fact beside it that was told by another document.
template <typename T>
Reported with(T fact, std::int32_t told = 0, Day period = "2020/2022") {
	MadeFacts facts;
	facts.add(promise(std::move(period)), 20200301);
	facts.add(std::move(fact), told);
	return only(facts).reported;
}

}  // namespace

TEST_CASE("a promise is cut into its themes, and each has its own answers") {
	MadeFacts facts;
	facts.add(promise("2020/2022", {Theme::health, Theme::training}));
	facts.add(result("2021"));
	const auto lines = promise_lines(facts.all());
	REQUIRE(lines.size() == 2);
	CHECK(lines[0].theme == Theme::health);
	CHECK(lines[0].answers == std::vector<std::size_t>{1});
	CHECK(lines[1].theme == Theme::training);
	CHECK(lines[1].answers.empty());
}

TEST_CASE("a promise without a theme has a line and no answers") {
	MadeFacts facts;
	facts.add(promise("2020/2022", {}));
	facts.add(achievement("2020/2022", k_two_commands, {}));
	CHECK_FALSE(only(facts).theme);
	CHECK(only(facts).answers.empty());
}

TEST_CASE("only what is of the theme, by the sides, after the beginning and before the end is an answer") {
	CHECK(with(result("2021")) == Reported::in_part);
	CHECK(with(achievement("2021", k_two_commands, {Theme::training})) == Reported::nothing);
	CHECK(with(result("2021", k_two_guards)) == Reported::nothing);
	CHECK(with(result("2019")) == Reported::nothing);
	CHECK(with(result("2023")) == Reported::nothing);
}

TEST_CASE("an activity answers by the themes of its kind, a gift by its own") {
	model::Activity activity{.kind = model::ActivityKind::medical, .parties = k_two_commands, .date = "2021-05-05"};
	CHECK(with(activity) == Reported::in_part);
	activity.kind = model::ActivityKind::patrol;
	CHECK(with(activity) == Reported::nothing);
	CHECK(with(support("2021-05")) == Reported::in_part);
}

TEST_CASE("a report that reaches the end of the term, for all who promised, tells that it was done") {
	CHECK(with(achievement("2020/2022")) == Reported::done);
	CHECK(with(achievement("2021/2022")) == Reported::done);
	CHECK(with(result("2022")) == Reported::done);
	// Reports are closed in autumn.
	CHECK(with(achievement("2021/2022-10")) == Reported::done);
	CHECK(with(achievement("2021/2022-08")) == Reported::in_part);
	CHECK(with(result("2022", {"VN-05/military-command"})) == Reported::in_part);
	CHECK(with(result("2022", {"VN-05/province", "LA-HO/province"})) == Reported::done);
	// What was done on one occasion says nothing of the rest.
	CHECK(with(support("2022-12-30")) == Reported::in_part);
}

TEST_CASE("a report that looks back on the whole time tells that it was done, whoever gives it") {
	CHECK(with(achievement("2019/2022", {"VN-05/military-command"})) == Reported::done);
	CHECK(with(achievement(std::nullopt, {"VN-05/military-command"}), 20230210) == Reported::done);
	CHECK(with(achievement(std::nullopt), 20240210) == Reported::nothing);
	CHECK(with(support(std::nullopt), 20230210) == Reported::nothing);
	CHECK(with(support(std::nullopt), 20221010) == Reported::in_part);
}

TEST_CASE("a report from before the promise answers only where it reaches a year into its time") {
	CHECK(with(achievement("2015/2020-06")) == Reported::nothing);
	CHECK(with(achievement("2015/2020")) == Reported::in_part);
	CHECK(with(result("2020"), 0, "2020-11-10") == Reported::nothing);
	CHECK(with(result("2020/2021"), 0, "2020-11-10") == Reported::done);
}

TEST_CASE("a promise without a term has two years and is done where a report takes in one of them") {
	MadeFacts facts;
	facts.add(promise("2020-11-10"));
	CHECK(only(facts).due == 20221110);
	CHECK(with(result("2021"), 0, "2020-11-10") == Reported::done);
	CHECK(with(result("2021-06"), 0, "2020-11-10") == Reported::in_part);
	CHECK(with(result("2021", {"VN-05/military-command"}), 0, "2020-11-10") == Reported::in_part);
	CHECK(with(result("2023"), 0, "2020-11-10") == Reported::nothing);
	CHECK(with(achievement(std::nullopt), 20230101, "2020-11-10") == Reported::done);
	CHECK(with(achievement(std::nullopt, {"VN-05/military-command"}), 20230101, "2020-11-10") == Reported::in_part);
	// A gift at the talks themselves is no answer to what they agreed.
	CHECK(with(support("2020-11-10"), 0, "2020-11-10") == Reported::nothing);
}

TEST_CASE("a year is a term of its own, what has no end is never over") {
	MadeFacts year;
	year.add(promise("2021"));
	CHECK(only(year).due == 20211231);
	MadeFacts open;
	open.add(promise("2021/.."));
	CHECK(only(open).due == model::Period::k_open);
	CHECK(with(result("2023"), 0, "2020/..") == Reported::done);
	CHECK(with(result("2023-05"), 0, "2020/..") == Reported::in_part);
}

TEST_CASE("a report from some year on reaches to the day on which it was told") {
	CHECK(with(achievement("2020/.."), 20230110) == Reported::done);
	CHECK(with(achievement("2020/.."), 20210601) == Reported::in_part);
	CHECK(with(achievement("2020/..")) == Reported::in_part);
}

TEST_CASE("what is told without a date within a month of the promise looks back on the time before") {
	CHECK(with(achievement(std::nullopt), 20200320) == Reported::nothing);
	CHECK(with(achievement(std::nullopt), 20200501) == Reported::in_part);
}

TEST_CASE("what the document of the promise tells beside it is no answer unless it looks back on its time") {
	const auto beside = [](std::int32_t told, std::int32_t promise_told) {
		MadeFacts facts;
		facts.add(promise("2020/2022"), promise_told, {1, 2});
		facts.add(result("2020"), told, {2});
		return only(facts).reported;
	};
	CHECK(beside(20200301, 20200301) == Reported::nothing);
	CHECK(beside(0, 0) == Reported::nothing);
	CHECK(beside(20210301, 20200301) == Reported::in_part);
	CHECK(beside(20230301, 20230301) == Reported::in_part);
}

TEST_CASE("a promise was made in the paper of its own term, or the one signed there, or the meeting held there") {
	MadeFacts facts;
	const auto made = facts.add(promise("2020/2022"), 20200120, {1});
	const auto in = [&] { return promise_lines(facts.all()).front().under; };
	CHECK_FALSE(in());
	facts.add(meeting("2019-12-31", model::MeetingKind::talks, k_two_guards), 20200120, {1});
	facts.add(meeting("2020-01-15"), 20200120, {2});
	CHECK_FALSE(in());
	const auto reception = facts.add(meeting("2019-12-31", model::MeetingKind::reception), 20200120, {1});
	CHECK(in() == reception);
	facts.add(meeting("2019-06-15"), 20200120, {1});  // remembered, not reported
	CHECK(in() == reception);
	const auto talks = facts.add(meeting("2019-12-31"), 20200120, {1});
	CHECK(in() == talks);
	facts.add(paper("2019-12-31", std::nullopt, model::Act::referenced), 20200120, {1});
	CHECK(in() == talks);
	const auto signed_there = facts.add(paper("2019-12-31", std::nullopt), 20200120, {1});
	CHECK(in() == signed_there);
	const auto of_the_term = facts.add(paper(std::nullopt, "2020/2022", model::Act::referenced), 20200120, {1});
	CHECK(in() == of_the_term);
	CHECK(made == 0);
}

TEST_CASE("a promise that begins more than a year after the meeting was not made in it") {
	MadeFacts facts;
	facts.add(promise("2021/2022"), 20200120, {1});
	facts.add(meeting("2020-01-15"), 20200120, {1});
	CHECK(only(facts).under);
	MadeFacts later;
	later.add(promise("2022/2023"), 20200120, {1});
	later.add(meeting("2020-01-15"), 20200120, {1});
	CHECK_FALSE(only(later).under);
}

TEST_CASE("nothing is said of where a promise was made where two could be meant") {
	MadeFacts facts;
	facts.add(promise(std::nullopt), 20200120, {1});
	facts.add(meeting("2020-01-15"), 20200120, {1});
	facts.add(meeting("2020-01-15"), 20200120, {1});
	facts.add(meeting("2020-01-14"), 20200120, {1});
	CHECK_FALSE(only(facts).under);
}

TEST_CASE(
    "a promise without a period has the term of the paper, or the day of the meeting, or that on which it was told") {
	MadeFacts facts;
	facts.add(promise(std::nullopt), 20200120, {1});
	CHECK(only(facts).when == model::Period{20200120, 20200120});
	facts.add(meeting("2020-01-15"), 20200120, {1});
	CHECK(only(facts).when == model::Period{20200115, 20200115});
	facts.add(paper("2020-01-15", "2020/2022"), 20200120, {1});
	CHECK(only(facts).when == model::Period{20200101, 20221231});
	MadeFacts undated;
	undated.add(promise(std::nullopt));
	undated.add(result("2021"));
	CHECK_FALSE(only(undated).when);
	CHECK(only(undated).due == 0);
	CHECK(only(undated).reported == Reported::nothing);
}

TEST_CASE("the latest answers are kept, those that tell the most first") {
	MadeFacts facts;
	facts.add(promise("2020/2022"));
	const auto whole = facts.add(achievement("2020/2022"));
	for (int day = 1; day <= 20; ++day)
		facts.add(support("2021-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day)));
	const auto line = only(facts);
	CHECK(line.reported == Reported::done);
	CHECK(line.more_answers);
	REQUIRE(line.answers.size() == k_most_answers);
	CHECK(line.answers.front() == whole);
	CHECK(line.answers.back() == facts.all().size() - 1);
	CHECK(line.answers[1] == facts.all().size() - (k_most_answers - 1));
}

TEST_CASE("a further report never makes less of a promise") {
	// All pairs of reports of every kind, against each of them alone.
	const std::vector<Day> periods = {std::nullopt, "2019",      "2020",      "2021",
	                                  "2022",       "2020/2022", "2019/2021", "2021-05"};
	for (const Day& a : periods) {
		for (const Day& b : periods) {
			for (const std::int32_t told : {0, 20210601, 20230101}) {
				MadeFacts facts;
				facts.add(promise("2020/2022"), 20200301);
				facts.add(achievement(a), told);
				const auto alone = only(facts).reported;
				facts.add(result(b, {"VN-05/military-command"}), told);
				CHECK(only(facts).reported <= alone);
			}
		}
	}
}
