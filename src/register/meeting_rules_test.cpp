#include "register/meeting_rules.hpp"

#include <doctest/doctest.h>

#include <string>

#include "register/made_facts.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

model::Meeting talks(std::optional<std::string> date, std::optional<int> ordinal = std::nullopt,
                     std::vector<model::Party> parties = k_two_commands) {
	return {
	    .kind = model::MeetingKind::talks, .date = std::move(date), .parties = std::move(parties), .ordinal = ordinal};
}

model::Meeting annual(std::optional<std::string> date, std::optional<int> ordinal = std::nullopt) {
	auto meeting = talks(std::move(date), ordinal);
	meeting.recurs = model::Recurs::annual;
	return meeting;
}

/// The gaps of the only series: "2019 XII" as "2019#12".
std::string gaps(const MadeFacts& facts) {
	const auto series = meeting_series(facts.all());
	REQUIRE(series.size() == 1);
	std::string text;
	for (const MissingMeeting& missing : series[0].missing) {
		text += text.empty() ? "" : " ";
		if (missing.year) text += std::to_string(*missing.year);
		if (missing.ordinal) text += "#" + std::to_string(*missing.ordinal);
	}
	return text;
}

}  // namespace

TEST_CASE("a year without the yearly meeting is a gap, with what stands before and after it") {
	MadeFacts facts;
	facts.add(annual("2018-05-01"));
	facts.add(annual("2021-05-01"));
	CHECK(gaps(facts) == "2019 2020");
	const auto missing = meeting_series(facts.all())[0].missing;
	CHECK(missing[1].before == 0);
	CHECK(missing[1].after == 1);
}

TEST_CASE("two meetings are a series only where one is said to recur or both are counted") {
	MadeFacts facts;
	facts.add(talks("2018-05-01"));
	facts.add(talks("2020-05-01"));
	CHECK(meeting_series(facts.all()).empty());
	auto regular = talks("2021-05-01");
	regular.recurs = model::Recurs::regular;
	facts.add(regular);
	const auto series = meeting_series(facts.all());
	REQUIRE(series.size() == 1);
	CHECK(series[0].recurs == model::Recurs::regular);
	MadeFacts counted;
	counted.add(talks("2018-05-01", 11));
	counted.add(talks("2020-05-01", 12));
	CHECK(gaps(counted) == "");
	CHECK_FALSE(meeting_series(counted.all())[0].yearly);
}

TEST_CASE("three years make a habit, but a yearly one only where two of them follow each other") {
	MadeFacts every_second;
	for (const char* year : {"2014", "2016", "2018"}) every_second.add(talks(year));
	CHECK(gaps(every_second) == "");
	MadeFacts yearly;
	for (const char* year : {"2014", "2015", "2018"}) yearly.add(talks(year));
	CHECK(gaps(yearly) == "2016 2017");
	CHECK(meeting_series(yearly.all())[0].yearly);
}

TEST_CASE("receptions make no habit") {
	MadeFacts facts;
	for (const char* year : {"2014", "2015", "2018"}) {
		auto reception = talks(year);
		reception.kind = model::MeetingKind::reception;
		facts.add(reception);
	}
	CHECK(meeting_series(facts.all()).empty());
}

TEST_CASE("a missing round and a missing year between the same two are one gap") {
	MadeFacts facts;
	facts.add(annual("2018", 11));
	facts.add(annual("2020", 13));
	CHECK(gaps(facts) == "2019#12");
}

TEST_CASE("rounds outrank years: where they follow each other, a year without one is no gap") {
	MadeFacts facts;
	facts.add(annual("2018", 11));
	facts.add(annual("2020", 12));
	CHECK(gaps(facts) == "");
	facts.add(annual("2023", 14));
	CHECK(gaps(facts) == "#13");
}

TEST_CASE("a meeting without an ordinal may be the missing round") {
	MadeFacts facts;
	facts.add(annual("2018", 11));
	facts.add(annual("2019"));
	facts.add(annual("2021", 13));
	CHECK(gaps(facts) == "");
	facts.add(annual("2024", 16));
	CHECK(gaps(facts) == "2022#14 2023#15");
	MadeFacts too_few;
	too_few.add(annual("2018", 11));
	too_few.add(annual("2020"));
	too_few.add(annual("2023", 14));
	CHECK(gaps(too_few) == "2019 2021 2022");
}

TEST_CASE("rounds without days are counted too") {
	MadeFacts facts;
	facts.add(annual(std::nullopt, 11));
	facts.add(annual(std::nullopt, 13));
	CHECK(gaps(facts) == "#12");
	facts.add(annual("2018", 15));
	facts.add(annual("2020", 17));
	facts.add(annual(std::nullopt, 16));
	CHECK(gaps(facts) == "#12 #14");
	MadeFacts between;
	between.add(annual("2018", 1));
	between.add(annual(std::nullopt, 3));
	between.add(annual("2020", 5));
	CHECK(gaps(between) == "#2 #4");
}

TEST_CASE("ordinals that run backwards or leap are misread and say nothing") {
	MadeFacts facts;
	facts.add(annual("2018", 13));
	facts.add(annual("2020", 12));
	CHECK(gaps(facts) == "2019");
	MadeFacts leap;
	leap.add(annual("2018", 2));
	leap.add(annual("2020", 2020));
	CHECK(gaps(leap) == "2019");
}

TEST_CASE("others may be present: their meetings belong to the series and make none of their own") {
	std::vector<model::Party> more = k_two_commands;
	more.emplace_back("VN-05/police");
	MadeFacts facts;
	facts.add(annual("2018"));
	facts.add(annual("2021"));
	for (const char* year : {"2019", "2020"}) {
		auto with_more = annual(year);
		with_more.parties = more;
		facts.add(with_more);
	}
	const auto series = meeting_series(facts.all());
	REQUIRE(series.size() == 1);
	CHECK(series[0].held.size() == 4);
	CHECK(series[0].missing.empty());
}

TEST_CASE("a meeting in which only some of both sides took part fills the year") {
	const std::vector<model::Party> three = {"LA-HO/military-command", "VN-05/border-guard", "VN-05/military-command"};
	MadeFacts facts;
	for (const char* year : {"2014", "2015", "2017"}) facts.add(talks(year, std::nullopt, three));
	facts.add(talks("2016", std::nullopt, {"LA-HO/military-command", "VN-05/military-command", "VN-05/police"}));
	CHECK(gaps(facts) == "");
}

TEST_CASE("bodies of one province are two series") {
	MadeFacts facts;
	for (const char* year : {"2014", "2015", "2016"}) {
		facts.add(talks(year));
		facts.add(talks(year, std::nullopt, k_two_guards));
		facts.add(talks(year, std::nullopt, {"LA-HO/province", "VN-05/province"}));
	}
	CHECK(meeting_series(facts.all()).size() == 3);
}

TEST_CASE("no gap lies before the first or after the last, and no meeting is missing and held") {
	// All series that three of eight years can make.
	for (unsigned years = 0; years < 256; ++years) {
		MadeFacts facts;
		for (int i = 0; i < 8; ++i) {
			if ((years >> static_cast<unsigned>(i) & 1U) != 0) facts.add(annual(std::to_string(2010 + i)));
		}
		for (const MeetingSeries& series : meeting_series(facts.all())) {
			CHECK(series.held.size() + series.missing.size() ==
			      static_cast<std::size_t>(series.held.back().year - series.held.front().year + 1));
			for (const MissingMeeting& missing : series.missing) {
				CHECK(*missing.year > series.held.front().year);
				CHECK(*missing.year < series.held.back().year);
				CHECK((years >> static_cast<unsigned>(*missing.year - 2010) & 1U) == 0);
			}
		}
	}
}
