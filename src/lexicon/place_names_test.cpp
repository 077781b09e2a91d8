#include "lexicon/place_names.hpp"

#include <doctest/doctest.h>

using bienban::base::Lang;
using bienban::lexicon::place_meant;
using bienban::lexicon::place_name;
using bienban::lexicon::places_followed;

TEST_CASE("provinces and countries have a name in both languages") {
	CHECK(place_name("VN-05", Lang::vi) == "Sơn La");
	CHECK(place_name("LA-HO", Lang::vi) == "Hủa Phăn");
	CHECK(place_name("LA-HO", Lang::en) == "Houaphanh");
	CHECK(place_name("VN", Lang::vi) == "Việt Nam");
	CHECK(place_name("LA", Lang::en) == "Laos");
}

TEST_CASE("an unknown code has no name") { CHECK(place_name("VN-99", Lang::vi).empty()); }

TEST_CASE("a place knows those whose territory it took over") {
	CHECK(places_followed("VN-25") == std::vector<std::string>{"VN-24"});
	CHECK(places_followed("VN-05").empty());
	CHECK(places_followed("").empty());
}

TEST_CASE("a place is meant by its code or any of its spellings, with or without marks") {
	CHECK(place_meant("vn-05").code == "VN-05");
	CHECK(place_meant("Sơn La").code == "VN-05");
	CHECK(place_meant("son la").code == "VN-05");
	CHECK(place_meant("Hủa-phăn").code == "LA-HO");
	CHECK(place_meant("Lào").code == "LA");
}

TEST_CASE("a place that is nearly named is offered, and nothing where none is near") {
	const bienban::lexicon::PlaceMeant slip = place_meant("Hủa Phằng");
	CHECK(slip.code.empty());
	REQUIRE_FALSE(slip.near.empty());
	CHECK(slip.near.front() == "LA-HO");
	CHECK(place_meant("Atlantis").near.empty());
	CHECK(place_meant("LA-99").near.empty());
	CHECK(place_meant("").code.empty());
}
