#include "register/check_rules.hpp"

#include <doctest/doctest.h>

using namespace bienban::registry;

TEST_CASE("days are counted by the calendar") {
	CHECK(months_before(20240531, 3) == 20240229);
	CHECK(months_before(20221231, 3) == 20220930);
	CHECK(months_before(20220101, 6) == 20210701);
	CHECK(days_after(20231231, 1) == 20240101);
	CHECK(days_after(20240301, -1) == 20240229);
}

TEST_CASE("whoever speaks for the place stands for its bodies") {
	CHECK(names_all({"VN-05/province", "LA-HO/police"}, {"VN-05/police", "LA-HO/police"}));
	CHECK_FALSE(names_all({"VN-05/police"}, {"VN-05/police", "LA-HO/police"}));
	CHECK_FALSE(names_all({"VN-05/border-guard"}, {"VN-05/police"}));
}

TEST_CASE("both sides are two countries, whichever") {
	CHECK(share_both_sides({"KH-1/police", "VN-05/police"}, {"KH-1/police", "VN-05/police", "VN-06/police"}));
	CHECK_FALSE(share_both_sides({"VN-05/police", "VN-06/police"}, {"VN-05/police", "VN-06/police"}));
}
