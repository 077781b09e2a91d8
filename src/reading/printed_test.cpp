#include "reading/printed.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "reading/printed_join.hpp"

namespace {

using namespace bienban;
using model::PrintedPage;

constexpr float k_letter = 6;  // width of every letter in these pages
constexpr float k_size = 14;

PrintedPage a4() { return {.width = 595, .height = 842, .blocks = {}}; }

/// Prints a line at a place, as a block of its own; a wide gap is "   " (three spaces).
void print(PrintedPage& page, float left, float top, std::string_view text, float size = k_size, float confidence = 1) {
	model::PrintedLine line;
	float at = left;
	for (std::size_t i = 0; i < text.size();) {
		if (text[i] == ' ') {
			at += k_letter;
			++i;
			continue;
		}
		const std::size_t end = std::min(text.find(' ', i), text.size());
		const std::string word(text.substr(i, end - i));
		std::size_t letters = 0;
		for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
		const float right = at + k_letter * static_cast<float>(letters);
		line.words.push_back(
		    {.text = word, .box = {at, top, right, top + size}, .confidence = confidence, .size = 0, .bold = false});
		at = right;
		i = end;
	}
	page.blocks.push_back({{line}});
}

std::string read(const std::vector<PrintedPage>& pages) {
	const auto document = reading::read_printed("x.pdf", pages, {}, reading::Recognised::no);
	return document ? document->text : document.error().message;
}

// Seventy letters: lines that fill the page.
constexpr const char* k_first = "Trong năm qua hai bên đã phối hợp chặt chẽ trong quản lý và bảo vệ dài";
constexpr const char* k_second = "đường biên giới, hệ thống mốc quốc giới và giữ gìn an ninh trật tự chung";

}  // namespace

TEST_CASE("lines of a paragraph are joined, also over pages, and paragraphs are kept apart") {
	PrintedPage one = a4();
	print(one, 108, 700, k_first);
	print(one, 80, 718, k_second);
	PrintedPage two = a4();
	print(two, 80, 60, "ở khu vực giáp ranh hai tỉnh.");
	print(two, 108, 84, k_first);
	print(two, 80, 102, "trong tháng tới.");
	CHECK(read({one, two}) ==
	      std::string(k_first) + " " + k_second + " ở khu vực giáp ranh hai tỉnh.\n\n" + k_first + " trong tháng tới.");
}

TEST_CASE("headers, footers and page numbers are no part of the paragraphs they stand between") {
	std::vector<PrintedPage> pages;
	for (int i = 0; i < 4; ++i) {
		pages.push_back(a4());
		print(pages.back(), 80, 30, "Báo cáo tổng kết công tác đối ngoại");
		print(pages.back(), 80, 100, k_first);
		print(pages.back(), 80, 118, k_second);
		print(pages.back(), 290, 800, std::to_string(i + 1));
	}
	print(pages.back(), 80, 136, "hết.");
	const std::string text = read(pages);
	const std::string both = std::string(k_first) + " " + k_second;
	CHECK(text == both + " " + both + " " + both + " " + both + " hết.\n\nBáo cáo tổng kết công tác đối ngoại");
}

TEST_CASE("the heading block of a paper is read column by column, then the title") {
	PrintedPage page = a4();
	print(page, 80, 60, "BỘ CHỈ HUY QUÂN SỰ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
	print(page, 98, 78, "TỈNH SƠN LA");
	print(page, 240, 78, "Độc lập - Tự do - Hạnh phúc");
	print(page, 86, 100, "Số: 12/BB-BCH");
	print(page, 222, 100, "Sơn La, ngày 05 tháng 3 năm 2024");
	print(page, 250, 150, "BIÊN BẢN");
	print(page, 108, 180, k_first);
	print(page, 80, 198, k_second);
	const std::string text = read({page});
	const auto at = [&](std::string_view words) { return text.find(words); };
	CHECK(at("TỈNH SƠN LA") < at("Số: 12/BB-BCH"));
	CHECK(at("Số: 12/BB-BCH") < at("CỘNG HÒA"));
	CHECK(at("CỘNG HÒA") < at("Độc lập"));
	CHECK(at("Độc lập") < at("Sơn La, ngày"));
	CHECK(at("Sơn La, ngày") < at("BIÊN BẢN"));
	CHECK(at("BIÊN BẢN") < at("Trong năm qua"));
	CHECK(at("Trong năm qua") != std::string::npos);
}

TEST_CASE("of a paper in two languages side by side each is kept whole and marked") {
	std::vector<PrintedPage> pages;
	for (int i = 0; i < 2; ++i) {
		pages.push_back(a4());
		for (int line = 0; line < 5; ++line) {
			const float top = 200 + 18 * static_cast<float>(line);
			print(pages.back(), 60, top, "hai bên đã tuần tra song phương dọc");
			print(pages.back(), 320, top, "ສອງຝ່າຍ ໄດ້ລາດຕະເວນ ຮ່ວມກັນ ຕາມແນວຊາຍແດນ");
		}
	}
	const auto document = reading::read_printed("x.pdf", pages, {}, reading::Recognised::no);
	REQUIRE(document);
	const std::string& text = document->text;
	CHECK(text.rfind("hai bên") < text.find("ສອງ"));
	REQUIRE(document->blocks.size() >= 2);
	CHECK(document->blocks.front().language == model::Language::vietnamese);
	CHECK(document->blocks.back().language == model::Language::lao);
}

TEST_CASE("a table's rows are lines with bars between the cells, also where a cell has several lines") {
	PrintedPage page = a4();
	print(page, 80, 60, k_first);
	print(page, 80, 78, "như sau:");
	const auto row = [&](float top, std::string_view number, std::string_view words, std::string_view unit,
	                     std::string_view count) {
		print(page, 84, top, number);
		print(page, 130, top, words);
		print(page, 380, top, unit);
		print(page, 460, top, count);
	};
	row(120, "STT", "Nội dung", "Đơn vị", "Số lượng");
	row(144, "1", "Tuần tra song phương trên đoạn", "lần", "12");
	print(page, 130, 160, "biên giới được giao");
	row(184, "2", "Gạo hỗ trợ nhân dân", "tấn", "5");
	CHECK(read({page}) == std::string(k_first) +
	                          " như sau:\n\nSTT | Nội dung | Đơn vị | Số lượng\n\n1 | Tuần tra song phương trên đoạn "
	                          "biên giới được giao | lần | 12\n\n2 | Gạo hỗ trợ nhân dân | tấn | 5");
}

TEST_CASE("a footnote stands behind its paragraph, and its mark is not taken for a figure") {
	PrintedPage one = a4();
	print(one, 80, 600, k_first);
	print(one, 80, 618, k_second);
	one.blocks.back().lines.back().words.back().text = "2024";
	model::PrintedWord mark = one.blocks.back().lines.back().words.back();
	mark.text = "1";
	mark.box = {mark.box.right, mark.box.top - 1, mark.box.right + 4, mark.box.top + 7};
	one.blocks.back().lines.back().words.push_back(mark);
	print(one, 80, 760, "1 Theo số liệu của hai bên.", 9);
	PrintedPage two = a4();
	print(two, 80, 60, "ở khu vực giáp ranh.");
	print(two, 80, 78, "Hết.");
	for (float top = 100; top < 300; top += 18) print(two, 80, top, k_second);
	const std::string text = read({one, two});
	CHECK(text.find("2024¹ ở khu vực giáp ranh.") != std::string::npos);
	CHECK(text.find("giáp ranh.") < text.find("1 Theo số liệu"));
}

TEST_CASE("words written for fonts from before Unicode are what these fonts show") {
	PrintedPage page = a4();
	print(page, 80, 60, "Héi ®µm gi÷a hai tØnh S¬n La vµ Hña Ph¨n n¨m 2003");
	CHECK(read({page}) == "Hội đàm giữa hai tỉnh Sơn La và Hủa Phăn năm 2003");
}

TEST_CASE("what breaks at the end of a line is put together as it was written") {
	using reading::Joint;
	CHECK(reading::joint("Đoàn đại biểu tỉnh Hủa-", "phăn") == Joint::none);
	CHECK(reading::joint("tuần tra được 16 lần/", "317 lượt") == Joint::none);
	CHECK(reading::joint("giai đoạn 2022–", "2024") == Joint::none);
	CHECK(reading::joint("giai đoạn 2022 -", "2024") == Joint::space);
	CHECK(reading::joint("hai bên", "đã") == Joint::space);
	CHECK(reading::joint("ແຂວງຫົວ", "ພັນ") == Joint::none);
	CHECK(reading::joint("The two sides agreed to continue the close coop-", "eration") == Joint::hyphenated);
}

TEST_CASE("every word of the text has its place, and pages without words are an error") {
	PrintedPage page = a4();
	print(page, 80, 60, k_first, k_size, 0.95F);
	print(page, 80, 78, "hai bên trao đổi", k_size, 0.4F);
	const auto document = reading::read_printed("x.png", {page}, {}, reading::Recognised::yes);
	REQUIRE(document);
	REQUIRE(document->pages.size() == 1);
	REQUIRE(document->placed.size() == 5);
	CHECK(document->placed.front().span.size() == std::string_view(k_first).size());
	CHECK(document->placed.front().box.left == doctest::Approx(80));
	CHECK(document->placed.back().confidence == doctest::Approx(0.4));
	const auto& last = document->placed.back();
	CHECK(document->text.substr(last.span.begin.value, last.span.size()) == "đổi");
	CHECK(read({a4()}) == "reading-empty");
	CHECK(read({}) == "reading-empty");
}

TEST_CASE("pages of any words at any places are read without harm") {
	std::uint32_t seed = 7;
	const auto next = [&](std::uint32_t below) {
		seed = seed * 1664525U + 1013904223U;
		return (seed >> 8U) % below;
	};
	for (int round = 0; round < 40; ++round) {
		PrintedPage page = a4();
		const float wide = round % 2 == 0 ? 600 : 1e30F;
		for (int i = 0; i < 60; ++i) {
			const auto place = [&] { return static_cast<float>(next(1000)) / 1000 * wide - 20; };
			const std::string word = next(3) == 0 ? "-" : next(2) == 0 ? "\xC2\xAD" : "a\xCC\x81";
			print(page, place(), place(), word, static_cast<float>(next(30)));
		}
		page.blocks.front().lines.front().words.front().box.left = std::numeric_limits<float>::quiet_NaN();
		CHECK(!read({page, page}).empty());
	}
}
