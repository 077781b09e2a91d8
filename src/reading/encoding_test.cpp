#include "reading/encoding.hpp"

#include <doctest/doctest.h>

using bienban::reading::to_utf8;

namespace {

std::string converted(std::string_view bytes) {
	std::string storage;
	const auto result = to_utf8(bytes, storage);
	return result ? std::string(*result)
	              : "error " + result.error().message +
	                    (result.error().values.empty() ? "" : " " + result.error().values[0]);
}

std::string utf16(std::u16string_view text, bool big) {
	std::string out;
	for (const char16_t c : text) {
		const char high = static_cast<char>(c >> 8U);
		const char low = static_cast<char>(c & 0xFFU);
		out += big ? high : low;
		out += big ? low : high;
	}
	return out;
}

}  // namespace

TEST_CASE("UTF-8 is taken as it is, without its mark") {
	CHECK(converted("Biên bản") == "Biên bản");
	CHECK(converted("\xEF\xBB\xBF"
	                "Biên bản") == "Biên bản");
}

TEST_CASE("UTF-16 is known by its mark, or by its high bytes") {
	const std::u16string_view text = u"Hội đàm giữa hai tỉnh Sơn La và Hủa Phăn";
	for (const bool big : {false, true}) {
		CHECK(converted(utf16(text, big)) == "Hội đàm giữa hai tỉnh Sơn La và Hủa Phăn");
		CHECK(converted(utf16(u"\uFEFF", big) + utf16(text, big)) == "Hội đàm giữa hai tỉnh Sơn La và Hủa Phăn");
	}
	CHECK(converted(utf16(u"\uFEFF", false) + std::string("\x00\xD8", 2) + utf16(u"ab", false))
	          .starts_with("error reading-encoding"));
}

TEST_CASE("windows-1258 is known by its marks behind vowels, whatever the page calls itself") {
	// "Hội đàm định kỳ": in this encoding the vowel and its tone are two bytes.
	const std::string bytes = "H\xF4\xF2i \xF0\xE0m \xF0i\xF2nh ky\xCC, tha\xECng mu\xF4\xF2t";
	CHECK(converted(bytes) == "Hội đàm định kỳ, tháng muột");
	CHECK(converted("<meta charset=iso-8859-1>" + bytes).ends_with("tháng muột"));
}

TEST_CASE("a declared encoding is used where the bytes are not UTF-8") {
	CHECK(converted("<html><head><meta charset=\"windows-1251\"><body>\xCF\xF0\xE8\xE2\xE5\xF2") ==
	      "<html><head><meta charset=\"windows-1251\"><body>Привет");
	CHECK(converted("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><p>Xe\xE9kong") ==
	      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><p>Xeékong");
}

TEST_CASE("broken UTF-8 is refused with its place, never mended") {
	CHECK(converted("Hội đàm giữa hai bên\xFF, ký biên bản") == "error reading-encoding 27");
	CHECK(converted("Tỉnh Sơn La và tỉnh Hủa Phăn đã k\xC3") == "error reading-encoding 44");
}

TEST_CASE("files of other kinds are refused by what they are") {
	CHECK(converted("%PDF-1.7\n...") == "error reading-binary PDF");
	CHECK(converted(std::string_view("PK\x03\x04rest", 8)) == "error reading-binary ZIP (DOCX, XLSX, ODT)");
	CHECK(converted(std::string_view("abc\0def\0\0\1\2\3", 12)) == "error reading-binary NUL");
}

TEST_CASE("nothing but white space is empty") {
	CHECK(converted("") == "error reading-empty");
	CHECK(converted(" \n\t\r\n ") == "error reading-empty");
}
