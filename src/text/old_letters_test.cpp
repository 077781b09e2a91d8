#include "text/old_letters.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace bienban::text;

TEST_CASE("text written for old fonts is read as what they show") {
	CHECK(from_old_letters("Céng hßa x· héi chñ nghÜa ViÖt Nam", OldLetters::tcvn3) ==
	      "Cộng hòa xã hội chủ nghĩa Việt Nam");
	CHECK(from_old_letters("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", OldLetters::vni) ==
	      "Cộng hòa xã hội chủ nghĩa Việt Nam");
	CHECK(shown_in(*old_font(".VnTimeH"), "BIÊN B¶N").starts_with("BI"));
	CHECK(shown_in(*old_font(".VnTimeH"), "biªn b¶n") == "BIÊN BẢN");
	CHECK(shown_in(*old_font("VNI-Times"), "bieân baûn") == "biên bản");
	CHECK_FALSE(old_font("Times New Roman"));
}

TEST_CASE("an old encoding is found by how well it reads") {
	CHECK(guess_old_bytes("TØnh S\xACn La vµ tØnh") == std::nullopt);  // half UTF-8, half bytes
	const std::string_view tcvn3 = "Hai b\xAAn nh\xCAt tr\xDD k\xFD bi\xAAn b\xB6n ghi nh\xED n\xA8m 2019";
	REQUIRE(guess_old_bytes(tcvn3) == OldLetters::tcvn3);
	CHECK(from_old_bytes(tcvn3, OldLetters::tcvn3) == "Hai bên nhất trí ký biên bản ghi nhớ năm 2019");
	const std::string_view vni = "Hai be\xE2n nha\xE1t tr\xED ky\xF9 bie\xE2n ba\xFBn ghi nh\xF4\xF9 na\xEAm 2019";
	REQUIRE(guess_old_bytes(vni) == OldLetters::vni);
	CHECK(from_old_bytes(vni, OldLetters::vni) == "Hai bên nhất trí ký biên bản ghi nhớ năm 2019");
	CHECK_FALSE(
	    guess_old_bytes("Les d\xE9l\xE9gu\xE9s fran\xE7"
	                    "ais ont \xE9t\xE9 re\xE7us \xE0 l'\xE9"
	                    "cole"));
}

TEST_CASE("lines written for old fonts are mended, others are left alone") {
	const auto mended = mend_old_letters("Ngày 5 tháng 6\nHai bªn nhÊt trÝ ký biªn b¶n ghi nhí\nSố: 12/BB");
	REQUIRE(mended);
	CHECK(*mended == "Ngày 5 tháng 6\nHai bên nhất trí ký biên bản ghi nhớ\nSố: 12/BB");
	CHECK_FALSE(mend_old_letters("Hai bên nhất trí ký biên bản ghi nhớ; 25° © ® µ"));
	CHECK_FALSE(mend_old_letters("Straße, Ärger, größer, Übung, weiß, Möbel"));
}

TEST_CASE("syllables are known by their form") {
	for (const std::string word :
	     {"nghiêng", "Việt", "Lào", "quyết", "giữa", "đường", "oản", "yêu", "THƯỜNG", "khuỷu"}) {
		CAPTURE(word);
		CHECK(is_vietnamese_syllable(word));
	}
	for (const std::string word : {"ViÖt", "délégués", "größer", "tr", "nhÊt", "zăm", "hòá"}) {
		CAPTURE(word);
		CHECK_FALSE(is_vietnamese_syllable(word));
	}
}
