#include "base/roman.hpp"

#include <doctest/doctest.h>

namespace bienban::base {

TEST_CASE("roman numbers of headings and lists") {
	CHECK(roman(0).empty());
	CHECK(roman(3) == "III");
	CHECK(roman(4) == "IV");
	CHECK(roman(14) == "XIV");
	CHECK(roman(1999) == "MCMXCIX");
}

}  // namespace bienban::base
