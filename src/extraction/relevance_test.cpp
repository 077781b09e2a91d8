#include "extraction/relevance.hpp"

#include <doctest/doctest.h>

using bienban::extraction::Relevance;
using bienban::extraction::relevance_of;

TEST_CASE("text of other matter is left alone") {
	CHECK(relevance_of("Bắc nồi lên bếp, phi thơm hành rồi cho thịt vào đảo đều tay.") == Relevance::none);
	CHECK(relevance_of("") == Relevance::none);
	CHECK(relevance_of("abc") == Relevance::none);
}

TEST_CASE("a word of the field anywhere lets the text through") {
	CHECK(relevance_of("Đoàn công tác sang Lào") == Relevance::places);
	CHECK(relevance_of("… TỈNH SƠN LA") == Relevance::places);
	CHECK(relevance_of("Trời mưa. Đại tá đến.") == Relevance::places);
	CHECK(relevance_of("đồn biên phòng") == Relevance::places);
}
