#include "lexicon/place_list.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using bienban::lexicon::ListedPlace;
using bienban::lexicon::place_list;

TEST_CASE("every place has a name, a country and a point on the map") {
	CHECK(place_list().size() > 80);
	for (const ListedPlace& place : place_list()) {
		CAPTURE(place.code);
		CHECK_FALSE(place.name_vi.empty());
		CHECK_FALSE(place.name_en.empty());
		REQUIRE(place.lat);
		REQUIRE(place.lon);
		CHECK(*place.lat > 8);
		CHECK(*place.lat < 24);
		CHECK(*place.lon > 100);
		CHECK(*place.lon < 110);
	}
}

TEST_CASE("a place that ended names the one that took its territory") {
	const auto found = std::ranges::find(place_list(), "VN-24", &ListedPlace::code);
	REQUIRE(found != place_list().end());
	CHECK(found->borders);
	CHECK(found->to == "2025-06-30");
	CHECK(found->successor == "VN-25");
}
