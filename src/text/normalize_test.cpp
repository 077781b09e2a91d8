#include "text/normalize.hpp"

#include <doctest/doctest.h>

using bienban::text::clean;
using bienban::text::first_invalid_utf8;
using bienban::text::next_unclean;

TEST_CASE("letters that are printed like Đ become it") {
	// U+00D0, U+00F0, U+0189, U+0256.
	CHECK(clean("\u00D0\u1ED3n Biên ph\u00F2ng, t\u1EC9nh \u00D0i\u1EC7n Biên, \u00F0o\u00E0n") ==
	      "Đồn Biên phòng, tỉnh Điện Biên, đoàn");
	CHECK(clean("\u0189ại tá, \u0256ại đội") == "Đại tá, đại đội");
}

TEST_CASE("clean Vietnamese text is left as it is") {
	const std::string_view text = "Hội đàm “định kỳ” lần thứ XI – Sơn La…\nTrên 30°C; 12,5 tỷ đồng.\n";
	CHECK(next_unclean(text) == text.size());
	CHECK(clean(text) == text);
}

TEST_CASE("decomposed letters are composed, wherever in the text they stand") {
	CHECK(clean("Lua\xCC\x82\xCC\xA3ng") == "Luậng");
	CHECK(clean("a\nHo\xCC\xA3p ba\xCC\x80n\nxong") == "a\nHọp bàn\nxong");
	const std::string padding(200, 'x');
	CHECK(clean(padding + "e\xCC\x82\xCC\x81\n" + padding) == padding + "ế\n" + padding);
}

TEST_CASE("a composed vowel with a loose tone mark becomes one letter") {
	CHECK(clean("bi\xC3\xAA\xCC\x80n") == "biền");
}

TEST_CASE("spaces of every kind become plain ones, invisible marks go, lines stay") {
	CHECK(clean("10\xC2\xA0kg\tvà\xE2\x80\xAF"
	            "5") == "10 kg và 5");
	CHECK(clean("bi\xC2\xADên\xE2\x80\x8B bản\xEF\xBB\xBF") == "biên bản");
	CHECK(clean("một\r\nhai\rba\xE2\x80\xA8"
	            "bốn") == "một\nhai\nba\nbốn");
}

TEST_CASE("a mark after an invisible character joins the letter before") {
	CHECK(clean("e\xE2\x80\x8B\xCC\x81") == "é");
}

TEST_CASE("Lao script passes through") { CHECK(clean("ຫຼວງພະບາງ") == "ຫຼວງພະບາງ"); }

TEST_CASE("faults in UTF-8 are named by the byte where their character begins") {
	CHECK_FALSE(first_invalid_utf8("").has_value());
	CHECK_FALSE(first_invalid_utf8("Thỏa thuận hợp tác biên phòng 😀").has_value());
	CHECK(first_invalid_utf8("abc\xFF") == 3);
	CHECK(first_invalid_utf8("ab\xE1\xBA") == 2);
	CHECK(first_invalid_utf8("\xC0\xAF") == 0);
	CHECK(first_invalid_utf8("x\xED\xA0\x80") == 1);
	const std::string padding(63, 'x');
	CHECK(first_invalid_utf8(padding + "\xE1\xBA" + padding) == 63);
	CHECK(first_invalid_utf8(padding + "\xE1\xBA") == 63);
	CHECK(first_invalid_utf8(padding + "ạ" + padding + "\x80") == 63 + 3 + 63);
}
