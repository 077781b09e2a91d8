#include "text/letters.hpp"

#include <doctest/doctest.h>

using namespace bienban::text;

TEST_CASE("a text is made small letter by letter, each in its place") {
	std::string capitals;
	std::string small;
	for (char32_t c = 1; c < 0x2000; ++c) {
		append_utf8(capitals, c);
		append_utf8(small, to_lower(c));
	}
	CHECK(lower(capitals) == small);
	CHECK(lower("Đ\xC3") == "đ\xC3");
}

TEST_CASE("case and marks of Vietnamese letters fold one by one") {
	CHECK(lower("HỦA PHĂN – ĐIỆN BIÊN Ơ Ư") == "hủa phăn – điện biên ơ ư");
	CHECK(bare("Hủa-phăn, Điện Biên, Xékong") == "hua-phan, dien bien, xekong");
	CHECK(all_capitals("ỦY BAN NHÂN DÂN, SỐ 12"));
	CHECK_FALSE(all_capitals("Ủy ban"));
	CHECK_FALSE(all_capitals("12/2024"));
	CHECK(without_capital("Điểm trường Lạc Xanh") == "điểm trường Lạc Xanh");
	CHECK(without_capital("UBND xã") == "UBND xã");
	CHECK(without_capital("").empty());
	CHECK(title_case("LÒ VĂN TOẢN") == "Lò Văn Toản");
	CHECK(title_case("Nhóm PV") == "Nhóm Pv");
}

TEST_CASE("a vowel is taken apart into its letter and its tone and put together again") {
	const auto vowel = split_tone(U'ấ');
	CHECK(vowel.base == U'â');
	CHECK(vowel.tone == 2);
	CHECK(with_tone(U'â', 5) == U'ậ');
	CHECK(split_tone(U'đ').base == 0);
}

TEST_CASE("an ill-formed byte is itself and ends nothing") {
	const auto cut = decode("\xE1\xBB", 0);
	CHECK(cut.size == 1);
	CHECK(is_letter(U'ຫ'));
	CHECK_FALSE(is_letter(U'×'));
}
