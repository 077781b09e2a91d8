#include "base/one_of.hpp"

#include <doctest/doctest.h>

using bienban::base::FirstBytes;
using bienban::base::one_of;
using bienban::base::WordSet;

TEST_CASE("a word is one of a list only with all its letters") {
	constexpr std::array<std::string_view, 3> k_words = {"tỉnh", "đồn", "và"};
	CHECK(one_of("đồn", k_words));
	CHECK_FALSE(one_of("đoàn", k_words));
	CHECK_FALSE(one_of("Tỉnh", k_words));
	CHECK_FALSE(one_of("", k_words));
}

TEST_CASE("first bytes let through every word of their lists, and few others") {
	constexpr std::array<std::string_view, 2> k_words = {"tỉnh", "đồn"};
	constexpr FirstBytes k_first(k_words);
	for (const auto word : k_words) CHECK(k_first.begin(word));
	CHECK(k_first.begin("trường"));
	CHECK(k_first.begin("Đoàn"));
	CHECK_FALSE(k_first.begin("xã"));
	constexpr auto k_either = k_first | FirstBytes("x");
	CHECK(k_either.begin("xã"));
	CHECK(k_either.begin("tỉnh"));
	CHECK_FALSE(k_either.begin("và"));
}

TEST_CASE("a set of words has the words of its list and no other") {
	static constexpr std::array<std::string_view, 5> k_words = {"tỉnh", "đồn", "và", "tỉnh", "x"};
	constexpr WordSet k_set(k_words);
	for (const auto word : k_words) CHECK(k_set.has(word));
	// The same bytes at both ends and in the middle, and the same size.
	for (const std::string_view word : {"tãnh", "vá", "Tỉnh", "tỉn", "y", "", "đồnn"}) CHECK_FALSE(k_set.has(word));
	CHECK(one_of<k_words>("đồn"));
	CHECK_FALSE(one_of<k_words>("đoàn"));
}
