#include "conversion/drawing.hpp"

#include <doctest/doctest.h>

using namespace bienban::conversion;
using namespace std::string_view_literals;

namespace {

std::string four(std::uint32_t number) {
	std::string bytes;
	for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> static_cast<unsigned>(shift));
	return bytes;
}

std::string chunk(std::string_view name, std::string_view content) {
	std::string made = four(static_cast<std::uint32_t>(content.size()));
	made.append(name).append(content).append("sum!");
	return made;
}

std::string head(std::uint32_t width, std::uint32_t height) {
	return chunk("IHDR", four(width).append(four(height)).append("\x08\0\0\0\0"sv));
}

const std::string k_signature{"\x89PNG\r\n\x1A\n"};

std::string picture(std::uint32_t width, std::uint32_t height, const std::string& between = {}) {
	std::string png = k_signature;
	png.append(head(width, height)).append(between).append(chunk("IDAT", "xyz")).append(chunk("IEND", ""));
	return png;
}

}  // namespace

TEST_CASE("what is to be drawn goes to the converter as one word, and back") {
	for (const bool recognised : {false, true}) {
		for (const bool wide : {false, true}) {
			const auto drawing = drawing_of(drawing_word({.page = 41, .recognised = recognised, .wide = wide}));
			REQUIRE(drawing.has_value());
			CHECK(drawing->page == 41);
			CHECK(drawing->recognised == recognised);
			CHECK(drawing->wide == wide);
		}
	}
	for (const std::string_view word :
	     {"", "1", "1:", "-1:printed:high", "1:printed", "1:printed:high:", "x:printed:high", "1:recognised:high:wide",
	      "99999999999999999999:printed:high"}) {
		CAPTURE(word);
		CHECK_FALSE(drawing_of(word).has_value());
	}
}

TEST_CASE("a picture is one only where nothing else is in it") {
	CHECK(is_plain_png(picture(100, 140), 140));
	CHECK(is_plain_png(picture(100, 140, chunk("pHYs", "123456789")), 140));
	CHECK_FALSE(is_plain_png(picture(100, 141), 140));
	CHECK_FALSE(is_plain_png(picture(0, 10), 140));
	CHECK_FALSE(is_plain_png(picture(10, 10, chunk("tEXt", "x")), 140));
	CHECK_FALSE(is_plain_png(picture(10, 10, head(5000, 5000)), 140));
	CHECK_FALSE(is_plain_png(picture(10, 10) + "<script>", 140));
	CHECK_FALSE(is_plain_png(k_signature + head(10, 10) + chunk("IEND", ""), 140));
	CHECK_FALSE(is_plain_png(k_signature + chunk("IDAT", "x") + chunk("IEND", ""), 140));
	CHECK_FALSE(is_plain_png("<svg/>", 140));
	CHECK_FALSE(is_plain_png("", 140));
	const std::string whole = picture(10, 10);
	for (std::size_t size = 0; size < whole.size(); ++size) {
		CHECK_FALSE(is_plain_png(std::string_view{whole}.substr(0, size), 140));
	}
	std::string endless = whole;
	endless[k_signature.size()] = '\xFF';
	CHECK_FALSE(is_plain_png(endless, 140));
}

TEST_CASE("only what has printed pages is drawn") {
	const auto made = draw_page(*format_named("docx"), InputFile::of("x"), {}, Unlocked::no);
	REQUIRE_FALSE(made.has_value());
	CHECK(made.error().message == "conversion-no-pages");
}
