#include "lexicon/spellings.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using bienban::lexicon::spellings_of;

namespace {

bool has(std::string_view words, std::string_view spelling) {
	return std::ranges::count(spellings_of(words), spelling) == 1;
}

}  // namespace

TEST_CASE("a province is found by any of its spellings, with marks and spaces or without") {
	for (const char* words : {"hua phan", "Hủa Phăn", "houaphan", "Houa-phan", "HUAPHAN"}) {
		CHECK(has(words, "Hủa Phăn"));
		CHECK(has(words, "Houaphan"));
		CHECK(has(words, "Houaphanh"));
	}
}

TEST_CASE("a district has its spellings, without those that are common words") {
	CHECK(has("sop bau", "Xốp Bao"));
	CHECK(has("muong khoa", "Mường Khua"));
	CHECK_FALSE(has("muong khoa", "Khoa"));
	CHECK(spellings_of("khoa").empty());
	CHECK(spellings_of("son").empty());
}

TEST_CASE("what is no place has no spellings") {
	CHECK(spellings_of("").empty());
	CHECK(spellings_of("- .").empty());
	CHECK(spellings_of("bien phong").empty());
}
