#include "reading/mend.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

namespace {

std::string mended(const std::string& text) {
	std::vector<bienban::model::PrintedWord> line;
	std::istringstream words(text);
	for (std::string word; words >> word;) {
		line.emplace_back();
		line.back().text = word;
	}
	bienban::reading::mend(line);
	std::string out;
	for (const auto& word : line) out += (out.empty() ? "" : " ") + word.text;
	return out;
}

}  // namespace

TEST_CASE("letters that recognition mistakes are mended where spelling leaves no doubt") {
	CHECK(mended("giữa BỘ ChỈ huy và tỉnh HỦa Phăn") == "giữa Bộ Chỉ huy và tỉnh Hủa Phăn");
	CHECK(mended("Bộ ChỉỈ huy quân sự") == "Bộ Chỉ huy quân sự");
	CHECK(mended("huyện Sạ Muôồi tỉnh Sa La Van") == "huyện Sạ Muồi tỉnh Sa La Van");
	CHECK(mended("theo 1uật và t0àn diện của hai bên") == "theo luật và toàn diện của hai bên");
	CHECK(mended("Bộ CHQ®S tỉnh") == "Bộ CHQS tỉnh");
	CHECK(mended("(QĐ\u00D0ĐND Lào)") == "(QĐND Lào)");
	CHECK(mended("65 người dần, trao đối thông tin; Dần quân") == "65 người dân, trao đổi thông tin; Dân quân");
	CHECK(mended("» 20.000 khẩu trang y tế;") == "• 20.000 khẩu trang y tế;");
}

TEST_CASE("numbers, abbreviations and headings in capitals are left as they are") {
	for (const char* text : {"QĐ-TTg ngày 10/01/2020, 1.056 lượt, 10 m3", "BỘ CHỈ HUY QUÂN SỰ", "UBND tỉnh, BĐBP, CHQS",
	                         "Ê Đê, Ơ Đu", "dần dần, mọi người đối thoại, ĐĐ 216", "ĐBP - hai bên", "5l dầu"})
		CHECK(mended(text) == text);
}
