#include "lexicon/validity.hpp"

#include <doctest/doctest.h>

#include "lexicon/load.hpp"

using namespace bienban::lexicon;

TEST_CASE("a merged province exists to its last day, then its successor has its territory") {
	const auto lexicon = load();
	REQUIRE(lexicon.has_value());
	const auto& words = **lexicon;
	const auto& quang_binh = words.place(*words.place_of("VN-24"));
	CHECK(exists_on(quang_binh, "2025-06-30"));
	CHECK_FALSE(exists_on(quang_binh, "2025-07-01"));
	CHECK(exists_on(quang_binh, "2025"));
	CHECK(in_force(words, quang_binh, "2024-01-01").code == "VN-24");
	CHECK(in_force(words, quang_binh, "2026-01-01").code == "VN-25");
	const auto& xaysomboun = words.place(*words.place_of("LA-XS"));
	CHECK_FALSE(exists_on(xaysomboun, "2012"));
	CHECK(exists_on(xaysomboun, "2013"));
}
