#include "review/contacts.hpp"

#include <doctest/doctest.h>

#include "review/made_material.hpp"

using namespace bienban;
using namespace bienban::review;

namespace {

model::Meeting talks(std::optional<std::string> date, std::optional<std::string> place = std::nullopt) {
	return {.date = std::move(date), .place = std::move(place), .parties = k_commands};
}

Host host_of_only(const MadeMaterial& material, const Question& question = asked()) {
	const auto found = contacts(material.made(question));
	REQUIRE(found.counts.size() == 1);
	return found.counts.front().host;
}

Host host_of(model::Visit visit) {
	MadeMaterial material;
	material.add(std::move(visit));
	return host_of_only(material);
}

}  // namespace

TEST_CASE("contacts are counted by year, kind and host") {
	MadeMaterial material;
	material.add(talks("2019-05-01", "VN-05"));
	material.add(talks("2019-08-01", "VN-05"));
	material.add(talks("2019-09-01", "LA-HO"));
	material.add(talks("2020-09-01"));
	material.add(talks("2018/2019"));
	material.add(talks(std::nullopt));
	material.add(model::Result{.value = 1, .by = k_commands, .period = "2019"});
	const auto found = contacts(material.made());
	CHECK(found.items.size() == 6);
	REQUIRE(found.counts.size() == 4);
	CHECK(found.counts[0].year == 0);
	CHECK(found.counts[0].items.size() == 2);
	CHECK(found.counts[1].host == Host::of);
	CHECK(found.counts[1].items.size() == 2);
	CHECK(found.counts[2].host == Host::with);
	CHECK(found.counts[3].year == 2020);
}

TEST_CASE("a journey of several stops is one contact") {
	MadeMaterial material;
	bool same_document = false;
	for (const char* host : {"LA-HO/police", "LA-HO/military-command", "LA-HO/district/sốp bâu"}) {
		material.add(model::Visit{.from = "VN-05/border-guard", .to = host, .date = "2023-12"}, {}, same_document);
		same_document = true;
	}
	material.add(model::Visit{.from = "VN-05/police", .to = "LA-HO/police", .date = "2023-12"}, {}, true);
	material.add(model::Visit{.from = "VN-05/border-guard", .to = "LA-HO/police", .date = "2023-12"});
	const auto found = contacts(material.made());
	REQUIRE(found.counts.size() == 1);
	CHECK(found.counts[0].items.size() == 5);
	CHECK(found.counts[0].count == 3);
	CHECK(found.items.size() == 5);
}

TEST_CASE("the host of a meeting is the side of its place, or that of its country") {
	MadeMaterial capital;
	capital.add(talks("2019-05-01", "VN-HN"));
	CHECK(host_of_only(capital) == Host::of);
	MadeMaterial elsewhere;
	elsewhere.add(talks("2019-05-01", "TH-10"));
	CHECK(host_of_only(elsewhere) == Host::unknown);
	MadeMaterial ours;
	ours.add(talks("2019-05-01", "VN-05"));
	Question bodies = asked();
	bodies.of.party = "VN-05/military-command";
	bodies.with.front().party = "LA-HO/military-command";
	CHECK(host_of_only(ours, bodies) == Host::of);
}

TEST_CASE("the host of a visit is whoever is visited") {
	const std::string ours = "VN-05/military-command";
	const std::string theirs = "LA-HO/military-command";
	CHECK(host_of({.from = ours, .to = theirs, .date = "2019"}) == Host::with);
	CHECK(host_of({.from = theirs, .to = ours, .date = "2019"}) == Host::of);
	CHECK(host_of({.from = theirs, .date = "2019"}) == Host::of);
}

TEST_CASE("a series has its gaps within the asked period only") {
	MadeMaterial material;
	for (const char* date : {"2012", "2013", "2016-05/2018-05", "2021"}) {
		auto annual = talks(date);
		annual.recurs = model::Recurs::annual;
		material.add(annual);
	}
	const auto whole = contacts(material.made());
	REQUIRE(whole.series.size() == 1);
	CHECK(whole.series[0].yearly);
	CHECK(whole.series[0].held.size() == 4);
	REQUIRE(whole.series[0].gaps.size() == 4);
	CHECK(whole.series[0].gaps[0].year == 2014);
	CHECK(whole.series[0].gaps[3].year == 2020);
	const auto part = contacts(material.made(asked("2018", "2022")));
	REQUIRE(part.series.size() == 1);
	REQUIRE(part.series[0].gaps.size() == 2);
	CHECK(part.series[0].gaps[0].year == 2019);
}

TEST_CASE("a meeting dated by its document alone is counted in that year, but is no year of a series") {
	MadeMaterial material;
	auto annual = talks(std::nullopt);
	annual.recurs = model::Recurs::annual;
	material.add(annual, "2019-02-01");
	material.add(talks("2016"));
	const auto found = contacts(material.made());
	CHECK(found.counts[1].year == 2019);
	REQUIRE(found.series.size() == 1);
	CHECK(found.series[0].gaps.empty());
	CHECK(found.series[0].held[1].year == 0);
}
