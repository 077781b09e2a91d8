#include "register/agreement_rules.hpp"

#include <doctest/doctest.h>

#include "register/made_facts.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

using Day = std::optional<std::string>;

model::Agreement minutes(Day signed_on, Day term, std::vector<model::Party> parties = k_two_commands) {
	return {.act = model::Act::signed_,
	        .instrument = model::Instrument::minutes,
	        .parties = std::move(parties),
	        .signed_on = std::move(signed_on),
	        .term = std::move(term)};
}

}  // namespace

TEST_CASE("each paper of a chain replaces the one before it") {
	MadeFacts facts;
	facts.add(minutes("2021-03-01", "2021"));
	facts.add(minutes("2019-03-01", "2019"));
	facts.add(minutes("2020-03-01", "2020"));
	const auto lines = agreement_lines(facts.all());
	REQUIRE(lines.size() == 3);
	CHECK(lines[0].replaces == 2);
	CHECK_FALSE(lines[0].followed);
	CHECK(lines[1].replaced_by == 2);
	CHECK_FALSE(lines[1].replaces);
	CHECK(lines[2].replaces == 1);
	CHECK(lines[2].replaced_by == 0);
}

TEST_CASE("nothing is said of what is replaced where two could be meant") {
	MadeFacts facts;
	facts.add(minutes("2019-03-01", "2019"));
	facts.add(minutes("2020-03-01", "2020"));
	facts.add(minutes("2020-04-01", "2020"));
	const auto lines = agreement_lines(facts.all());
	CHECK_FALSE(lines[0].replaced_by);
	CHECK(lines[0].followed);
	CHECK_FALSE(lines[1].replaces);
	CHECK_FALSE(lines[2].replaces);
}

TEST_CASE("a paper of another kind, of other bodies or of a longer time from the same day follows no other") {
	MadeFacts facts;
	facts.add(minutes("2019-03-01", "2019"));
	facts.add(minutes("2020-03-01", "2020", k_two_guards));
	facts.add(minutes("2019-03-01", "2019/2024"));
	auto memorandum = minutes("2020-03-01", "2020");
	memorandum.instrument = model::Instrument::memorandum;
	facts.add(memorandum);
	CHECK_FALSE(agreement_lines(facts.all())[0].followed);
}

TEST_CASE("on one side the province may stand for its body, on both it is another paper") {
	const std::vector<model::Party> one_province = {"LA-HO/province", "VN-05/military-command"};
	CHECK(same_two_sides(k_two_commands, one_province));
	CHECK_FALSE(same_two_sides(k_two_commands, k_two_provinces));
	CHECK(same_two_sides(k_two_provinces, {"LA-HO/people-committee", "VN-05/party-committee"}));
	CHECK_FALSE(same_two_sides({"VN-05/province"}, {"VN-05/province"}));
	MadeFacts facts;
	facts.add(minutes("2019-03-01", "2019"));
	facts.add(minutes("2020-03-01", "2020", one_province));
	facts.add(minutes("2020-03-01", "2020", k_two_provinces));
	const auto lines = agreement_lines(facts.all());
	CHECK(lines[0].replaced_by == 1);
	CHECK_FALSE(lines[2].replaces);
}

TEST_CASE("a paper without a term follows one whose term then came to its end") {
	MadeFacts facts;
	facts.add(minutes("2016-03-01", "2016/2020"));
	SUBCASE("not while it ran") {
		facts.add(minutes("2018-03-01", std::nullopt));
		CHECK_FALSE(agreement_lines(facts.all())[0].followed);
	}
	SUBCASE("but in its last year") {
		facts.add(minutes("2020-11-01", std::nullopt));
		CHECK(agreement_lines(facts.all())[0].replaced_by == 1);
		CHECK(agreement_lines(facts.all())[1].replaces == 0);
	}
	SUBCASE("and nobody knows what follows a paper without a term") {
		facts.add(minutes("2020-11-01", std::nullopt));
		facts.add(minutes("2021-11-01", std::nullopt));
		CHECK_FALSE(agreement_lines(facts.all())[1].replaced_by);
	}
}

TEST_CASE("a paper replaces none that began with it or after it") {
	MadeFacts facts;
	facts.add(minutes("2018-03-01", "2018"));
	facts.add(minutes("2019-03-01", "2019-03/2019-12"));
	facts.add(minutes("2019-01-01", "2019/2024"));
	CHECK(agreement_lines(facts.all())[2].replaces == 0);
}

TEST_CASE("two papers of which one side alone is the same are two matters") {
	MadeFacts facts;
	facts.add(minutes("2019-03-01", "2019", {"LA-HO/police", "VN-05/police"}));
	facts.add(minutes("2020-03-01", "2020", {"LA-HO/border-guard", "VN-05/police"}));
	CHECK_FALSE(agreement_lines(facts.all())[0].followed);
}

TEST_CASE("a paper whose term is open is followed by none") {
	MadeFacts facts;
	facts.add(minutes("2016-03-01", "2016/.."));
	facts.add(minutes("2021-03-01", "2021/.."));
	CHECK_FALSE(agreement_lines(facts.all())[0].followed);
}

TEST_CASE("an interim paper is followed, but what ended last is what the next one replaces") {
	MadeFacts facts;
	facts.add(minutes("2016-03-01", "2016/2020"));
	facts.add(minutes("2018-03-01", "2018"));
	facts.add(minutes("2021-03-01", "2021/2025"));
	const auto lines = agreement_lines(facts.all());
	CHECK(lines[2].replaces == 0);
	CHECK(lines[1].followed);
	CHECK_FALSE(lines[1].replaced_by);
}
