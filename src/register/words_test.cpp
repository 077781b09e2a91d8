#include "register/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using bienban::registry::WordCutter;

namespace {

std::vector<std::string> forms(std::string_view text) {
	std::vector<std::string> forms;
	for (WordCutter words(text); words.next();) forms.emplace_back(words.form());
	return forms;
}

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("words are runs of letters and digits, without marks, in lower case") {
	CHECK(forms("Tỉnh Hủa-phăn: ĐẠI TÁ") == Forms{"tinh", "hua", "phan", "dai", "ta"});
	CHECK(forms("mốc 460/462, ngày 11.11.2019") == Forms{"moc", "460", "462", "ngay", "11", "11", "2019"});
	CHECK(forms("COVID-19; Z5A") == Forms{"covid", "19", "z5a"});
	CHECK(forms("Oudômxai Xékong") == Forms{"oudomxai", "xekong"});
}

TEST_CASE("a last y behind a consonant is an i") {
	CHECK(forms("kỷ kỉ Sỹ sĩ quý Lý y my") == Forms{"ki", "ki", "si", "si", "quy", "li", "y", "mi"});
}

TEST_CASE("letters of other scripts stay as they are") {
	CHECK(forms("ຫົວພັນ 5") == Forms{"ຫົວພັນ", "5"});
	CHECK(forms("€ – “…” 一 ?").empty());
}

TEST_CASE("a loose mark leaves no trace") { CHECK(forms("o\u0301n \u0301 n") == Forms{"on", "n"}); }

TEST_CASE("the places of words are bytes of the text") {
	const std::string text = "ở Mường Ét!";
	WordCutter words(text);
	REQUIRE(words.next());
	REQUIRE(words.next());
	CHECK(text.substr(words.begin(), words.end() - words.begin()) == "Mường");
	REQUIRE(words.next());
	CHECK(text.substr(words.begin(), words.end() - words.begin()) == "Ét");
	CHECK_FALSE(words.next());
	CHECK_FALSE(words.next());
}

TEST_CASE("an endless word is one word, cut off") {
	const auto ascii = forms(std::string(100'000, 'x') + " b");
	REQUIRE(ascii.size() == 2);
	CHECK(ascii[0].size() == WordCutter::k_longest_form);
	std::string lao = "a";
	for (int i = 0; i < 1000; ++i) lao += "ຫ";
	const auto cut = forms(lao + "b");
	REQUIRE(cut.size() == 1);
	CHECK(cut[0].size() == 64);  // the one and 21 letters of three bytes: no letter is cut in two
	CHECK(cut[0].ends_with("ຫ"));
}

TEST_CASE("bytes that are no UTF-8 harm nothing") {
	for (const char* bytes : {"\xff\xfe", "a\xc3", "\xe0\xa0", "\x80\x80", "b\xf0\x9f\x98"}) {
		std::size_t count = 0;
		for (WordCutter words(bytes); words.next();) ++count;
		CHECK(count <= 2);
	}
}
