#include "naming/ranks.hpp"

#include <doctest/doctest.h>

using namespace bienban::naming;

TEST_CASE("ranks have levels in any case and style of marks") {
	CHECK(rank_level("Đại tá") == 5);
	CHECK(rank_level("ĐẠI TÁ") == 5);
	CHECK(rank_level("Đại uý") == rank_level("đại úy"));
	CHECK(rank_level("Phó Đô đốc") == rank_level("Trung tướng"));
	CHECK_FALSE(rank_level("Chỉ huy trưởng").has_value());
	CHECK_FALSE(rank_level("").has_value());
}

TEST_CASE("steps between ranks are fewer in Laos") {
	CHECK(rank_steps(7, 5, "VN") == 2);
	CHECK(rank_steps(5, 7, "VN") == -2);
	CHECK(rank_steps(7, 6, "LA") == 0);
	CHECK(rank_steps(3, 4, "LA") == 0);
	CHECK(rank_steps(8, 5, "LA") == 3);
	CHECK(rank_steps(5, 4, "LA") == 1);
}
