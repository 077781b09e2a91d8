#include "base/time.hpp"

#include <doctest/doctest.h>

namespace bienban::base {

TEST_CASE("a moment is written in UTC to the second") {
	CHECK(utc(0) == "1970-01-01T00:00:00Z");
	CHECK(utc(1'730'791'800) == "2024-11-05T07:30:00Z");
}

}  // namespace bienban::base
