#include "paper/plain.hpp"

#include <doctest/doctest.h>

using namespace bienban::paper;

TEST_CASE("words of a document cannot open an element or leave an attribute") {
	CHECK(escaped("<script>alert('a')</script> & \"b\"") ==
	      "&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt; &amp; &quot;b&quot;");
	CHECK(escaped("Hủa Phăn") == "Hủa Phăn");
	CHECK(plain("a < b & c") == "a < b & c");
}

TEST_CASE("what steers a program or turns the writing is replaced, and lines become one") {
	CHECK(plain("a\x1B[31mb") == "a\uFFFD[31mb");
	CHECK(plain(std::string{"a\0b", 3}) == "a\uFFFDb");
	CHECK(plain("a\u202Eb\u200Fc\u2066d") == "a\uFFFDb\uFFFDc\uFFFDd");
	CHECK(plain("a\r\nb\tc") == "a  b c");
	CHECK(plain("a\uFFFEb\uFFFF") == "a\uFFFDb\uFFFD");
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one") {
	CHECK(plain("a\xFF\xC0\xAFz") == "a\uFFFD\uFFFD\uFFFDz");  // an overlong stroke
	CHECK(plain("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");      // a surrogate
	CHECK(plain("\xE1\xBA") == "\uFFFD\uFFFD");                // cut off
	CHECK(plain("𠀀") == "𠀀");
}

TEST_CASE("letters are counted, not bytes") {
	CHECK(letters("Hủa Phăn") == 8);
	CHECK(first_letters("Hủa Phăn", 3) == "Hủa");
	CHECK(first_letters("Hủa", 9) == "Hủa");
	CHECK(first_letters("", 1).empty());
}
