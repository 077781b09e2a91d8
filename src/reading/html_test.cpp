#include "reading/html.hpp"

#include <doctest/doctest.h>

#include "reading/markup.hpp"
#include "reading/read.hpp"

using bienban::model::BlockKind;
using bienban::reading::is_html;
using bienban::reading::read;

namespace {

std::string text_of(const bienban::model::Document& document) {
	std::string out;
	for (const auto& block : document.blocks) {
		if (block.kind == BlockKind::chrome || block.kind == BlockKind::dateline || block.kind == BlockKind::byline ||
		    block.kind == BlockKind::kicker)
			continue;
		if (!out.empty()) out += " / ";
		out += document.text.substr(block.span.begin.value, block.span.size());
	}
	return out;
}

std::string repeat(std::string_view text, std::size_t times) {
	std::string out;
	out.reserve(text.size() * times);
	while (times-- > 0) out += text;
	return out;
}

constexpr std::string_view k_page =
    R"(<!DOCTYPE html><html><head><meta charset="utf-8"><title>Hai tỉnh ký kết hợp tác - Báo Miền Tây</title>
<meta property="og:title" content="Hai tỉnh ký kết hợp tác">
<script type="application/ld+json">{"datePublished":"2023-05-12T08:10:00+07:00","author":{"name":"Minh Th\u00e0nh"}}</script></head>
<body><form><nav><ul><li><a>Trang chủ</a></li></ul></nav><div><div>
<h1>Hai tỉnh ký kết hợp tác</h1>
<h2 class="sapo">Ngày 11/5, tại thành phố Tam Kỳ, lãnh đạo tỉnh Quảng Nam hội đàm với lãnh đạo tỉnh Sê Kông (Lào).</h2>
<div id="content"><p>Hai bên thống nhất tăng cường hợp tác về y tế, giáo dục, thương mại, bảo vệ biên&nbsp;giới giai đoạn 2023 - 2027.</p>
<figure><figcaption>Lãnh đạo hai tỉnh tại buổi ký. Ảnh: N.T</figcaption></figure>
<p>Tỉnh Quảng Nam hỗ trợ 10 tỷ đồng xây trường học<br>và tiếp nhận 20 lưu học sinh mỗi năm theo học tại các trường.</p>
<div><a href="#">Tỉnh Quảng Nam tiếp đoàn công tác tỉnh Chăm Pa Sắc sang thăm</a></div>
<table><tr><td>Năm</td><td>Lưu học sinh</td></tr><tr><td>2022</td><td>35</td></tr></table></div></div>
<div><ul><li><a>Tặng 5 tấn gạo</a><p>Sáng nay, tỉnh Kon Tum đã trao tặng tỉnh Attapeu 5 tấn gạo để giúp đồng bào bị lũ lụt vừa qua.</p></li>
<li><a>Đón đoàn</a><p>Đoàn công tác của tỉnh bạn đã đến thăm, chúc Tết cổ truyền tại tỉnh Đắk Lắk trong hai ngày qua.</p></li></ul></div>
</div><footer>Tòa soạn: đường Trần Phú</footer></form><script>document.write("<p>không phải chữ của bài</p>")</script></body></html>)";

}  // namespace

TEST_CASE("pages are told from text that has a sign of them") {
	CHECK(is_html("<!DOCTYPE html><p>a"));
	CHECK(is_html("\n <div class=x>a</div>"));
	CHECK_FALSE(is_html("nhiệt độ < 30 và > 20"));
	CHECK_FALSE(is_html("Hội đàm <b>"));
}

TEST_CASE("the article of a page is read, its frame is not") {
	const auto document = read("page", k_page);
	REQUIRE(document.has_value());
	CHECK(document->title == "Hai tỉnh ký kết hợp tác");
	CHECK(document->published == "2023-05-12");
	CHECK(document->authors == std::vector<std::string>{"Minh Thành"});
	CHECK(text_of(*document) ==
	      "Hai tỉnh ký kết hợp tác / Ngày 11/5, tại thành phố Tam Kỳ, lãnh đạo tỉnh Quảng Nam hội đàm với lãnh đạo "
	      "tỉnh Sê Kông (Lào). / "
	      "Hai bên thống nhất tăng cường hợp tác về y tế, giáo dục, thương mại, bảo vệ biên giới giai đoạn 2023 - "
	      "2027. / "
	      "Lãnh đạo hai tỉnh tại buổi ký. / Tỉnh Quảng Nam hỗ trợ 10 tỷ đồng xây trường học\nvà tiếp nhận 20 lưu học "
	      "sinh mỗi năm theo học tại các trường. / "
	      "Năm | Lưu học sinh / 2022 | 35");
}

TEST_CASE("broken mark-up is read as far as it goes") {
	for (const std::string_view html :
	     {"<html><body><p>Chưa đóng <b>đậm <i>nghiêng</b> lẫn</i><div>lộn</p></table></div>", "<html><p",
	      "<html><body><!-- chưa xong", "<html>&#xFFFFFFFF;&#0;&khong;", "<html><body></body></html></html><p>sau cùng",
	      "<html><script>var a = '<p>'", "<html><table><td><td><tr></tr>a<table>b"}) {
		CAPTURE(html);
		const auto document = read("page", html);
		if (!document) CHECK(document.error().message == "reading-empty");
	}
}

TEST_CASE("a value of the head that is cut inside a letter does no harm") {
	const std::string name = std::string(299, 'a') + "ế\xCC\x81";
	const auto document = read("page", "<html><script type=\"application/ld+json\">{\"author\":{\"name\":\"" + name +
	                                       "\"}}</script><p>Hội đàm</p>");
	REQUIRE(document.has_value());
	CHECK(document->authors.empty());
}

TEST_CASE("a page nested too deep is refused, a hundred thousand deep as well") {
	for (const std::string_view tag : {"<div>", "<b>", "<table><tr><td>", "<ul><li>"}) {
		CAPTURE(tag);
		const auto document = read("page", "<html><body>" + repeat(tag, 100'000) + "x");
		REQUIRE_FALSE(document.has_value());
		CHECK(document.error().message == "reading-too-deep");
	}
	CHECK(read("page", "<html><body>" + repeat("<div>", 500) + "x").has_value());
}

TEST_CASE("a tag of many attributes keeps the first ones, and costs no more than they do") {
	std::string storage;
	CHECK(bienban::reading::cut_attributes("<p a=1 b='x y' c>d", 2, storage) == "<p a=1 b='x y'  >d");
	CHECK(bienban::reading::cut_attributes("<script>a<b c d e f</script><p a b>x", 3, storage) ==
	      "<script>a<b c d e f</script><p a b>x");
	std::string tag = "<html><body><div";
	for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i) + "=1";
	CHECK(read("page", tag + ">x").has_value());
}

TEST_CASE("a page of tables and line breaks, without headings, is read in its lines") {
	const auto document =
	    read("page",
	         R"(<html><head><title>Tin</title></head><body><table><tr><td><a>Trang chủ</a><br><a>Giới thiệu</a></td><td>
<div>Gặp mặt lưu học sinh Lào nhân dịp Tết Bunpimay</div><div>(12/04/2017 10:12)</div>
Chiều 11/4, tỉnh Sơn La tổ chức gặp mặt 250 lưu học sinh Lào đang học tập tại các trường của tỉnh.<br><br>
Tại buổi gặp mặt, lãnh đạo tỉnh đã tặng 100 suất quà cho các em có thành tích cao trong học tập và rèn luyện.
<p align=right>Thanh Tâm<div>Các tin khác</div><ul><li><a>Hội nghị tổng kết công tác năm</a><li><a>Tập huấn cho cán bộ xã</ul>)");
	REQUIRE(document.has_value());
	CHECK(document->title == "Gặp mặt lưu học sinh Lào nhân dịp Tết Bunpimay");
	CHECK(document->published == "2017-04-12");
	CHECK(document->authors == std::vector<std::string>{"Thanh Tâm"});
	CHECK(text_of(*document).ends_with("trong học tập và rèn luyện."));
}
