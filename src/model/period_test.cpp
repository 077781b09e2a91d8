#include "model/period.hpp"

#include <doctest/doctest.h>

using namespace bienban::model;

TEST_CASE("dates and periods become days") {
	CHECK(period_of("2019-11-11") == Period{20191111, 20191111});
	CHECK(period_of("2020-02") == Period{20200201, 20200229});
	CHECK(period_of("2019") == Period{20190101, 20191231});
	CHECK(period_of("2022/2024-06") == Period{20220101, 20240630});
	CHECK(period_of("2020/..") == Period{20200101, Period::k_open});
	CHECK(period_of("../2020") == Period{0, 20201231});
}

TEST_CASE("what is no date, or has no year, is no period") {
	for (const char* text : {"", "XXXX-03-30", "2019-13", "2019-02-29", "19", "2019-1-1", "2024/2022", "../..", "/",
	                         "2019/", "2019-11-1111", "2019-", "20190101"}) {
		INFO(text);
		CHECK_FALSE(period_of(text).has_value());
	}
}

TEST_CASE("periods overlap where they share a day") {
	CHECK(overlap(*period_of("2019/2021"), *period_of("2021-12-31")));
	CHECK_FALSE(overlap(*period_of("2019/2021"), *period_of("2022")));
	CHECK(overlap(*period_of("2015/.."), *period_of("2022")));
}
