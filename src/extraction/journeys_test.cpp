#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "extraction/told_document.hpp"
#include "model/record.hpp"

namespace model = bienban::model;

namespace {

/// The records of a text of one paragraph a line under a headline that says nothing; published on the day given.
std::vector<model::Record> records_of(const std::string& paragraphs, const std::string& published = "2022-11-20") {
	static const auto s_lexicon = bienban::lexicon::load().value();
	const auto document = bienban::extraction::told_document("Chuyện ở vùng biên", paragraphs, published);
	return bienban::extraction::extract(document, *s_lexicon).records;
}

std::string joined(std::vector<std::string> words) {
	std::sort(words.begin(), words.end());
	std::string out;
	for (const auto& w : words) out += (out.empty() ? "" : " ") + w;
	return out;
}

/// Every meeting and visit as one line, in order.
std::vector<std::string> occasions(const std::string& paragraphs, const std::string& published = "2022-11-20") {
	static const char* const s_meetings[] = {"talks", "conference", "briefing", "reception", "ceremony", "exchange"};
	std::vector<std::string> out;
	for (const auto& r : records_of(paragraphs, published)) {
		if (const auto* m = std::get_if<model::Meeting>(&r.value)) {
			out.push_back(std::string(s_meetings[static_cast<int>(m->kind)]) + " " + m->date.value_or("-") + " " +
			              m->place.value_or("-") + ": " + joined(m->parties));
		} else if (const auto* v = std::get_if<model::Visit>(&r.value)) {
			out.push_back("visit " + v->date.value_or("-") + ": " + v->from.value_or("-") + " > " +
			              v->to.value_or("-") + (v->head ? " (" + *v->head + ")" : ""));
		}
	}
	return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("an officer who stands nearer to the verb travels, the body that reports is visited") {
	CHECK(occasions("BĐBP tỉnh Kon Tum cho hay, ngày 18/11, Thượng tá Xay Vông Khăm, Phó Chỉ huy trưởng Bộ CHQS tỉnh "
	                "Attapeu (Lào) cùng đoàn công tác đã đến thăm Bộ Chỉ huy BĐBP tỉnh.") ==
	      Lines{"visit 2022-11-18: LA-AT/military-command > VN-28/border-guard (Xay Vông Khăm)"});
	CHECK(
	    occasions("Bộ CHQS tỉnh Luông Pha Băng (Lào) được Đại tá Lò Văn Toàn, Chỉ huy trưởng Bộ CHQS tỉnh Sơn La cùng "
	              "đoàn công tác tới thăm ngày 18/11.") ==
	    Lines{"visit 2022-11-18: VN-05/military-command > LA-LP/military-command (Lò Văn Toàn)"});
}

TEST_CASE("the subject may stand behind an opening that tells whom he visits") {
	CHECK(
	    occasions("Đến thăm và chúc mừng Công an tỉnh Khăm Muộn (Lào) ngày 18/11, Đại tá Nguyễn Văn Hòa, Giám đốc Công "
	              "an tỉnh Quảng Bình chia vui với thành tích của đơn vị.") ==
	    Lines{"visit 2022-11-18: VN-24/police > LA-KH/police (Nguyễn Văn Hòa)"});
}

TEST_CASE("a national body that comes to the capital visits its like") {
	CHECK(
	    occasions("Nhận lời mời của Bộ trưởng Bộ Tư pháp Nguyễn Văn Toàn, Bộ trưởng Bộ Tư pháp Lào Phay Vy Xi Bua dẫn "
	              "đầu Đoàn đại biểu Bộ Tư pháp Lào đã đến Hà Nội ngày 18/11.") ==
	    Lines{"visit 2022-11-18: LA/agency/tư pháp > VN/agency/tư pháp (Phay Vy Xi Bua)"});
}

TEST_CASE("each stop of a round is a visit on its own day") {
	CHECK(
	    occasions("Ngày 10/11, Đoàn công tác Bộ CHQS tỉnh Sơn La do Đại tá Lò Văn Toàn, Chỉ huy trưởng làm trưởng đoàn "
	              "sang thăm Bộ CHQS tỉnh Hủa Phăn (Lào). Hôm sau, đoàn tới Bộ CHQS tỉnh Luông Pha Băng.") ==
	    Lines{"visit 2022-11-10: VN-05/military-command > LA-HO/military-command (Lò Văn Toàn)",
	          "visit 2022-11-11: VN-05/military-command > LA-LP/military-command (Lò Văn Toàn)"});
	CHECK(occasions(
	          "Rời thành phố Sơn La sáng 10/11, chiều cùng ngày đoàn công tác tỉnh Sơn La tới Sầm Nưa, tỉnh Hủa Phăn "
	          "(Lào).") == Lines{"visit 2022-11-10: VN-05/province > LA-HO/province"});
}

TEST_CASE("the trade of a delegation tells its body, a place behind its leader does not") {
	CHECK(
	    occasions("Từ ngày 8 đến 12/11, theo lời mời của Đoàn Thanh niên Nhân dân Cách mạng Lào tỉnh Salavan, Đoàn đại "
	              "biểu thanh niên tỉnh Thừa Thiên Huế đã sang thăm tỉnh bạn.") ==
	    Lines{"visit 2022-11-08/2022-11-12: VN-26/youth-union > LA-SL/youth-union"});
	const auto back = occasions(
	    "Ngày 12/11, Quân khu 4 đón đoàn Bộ Quốc phòng Lào do Trung tướng Vông Khăm Phôm làm "
	    "trưởng đoàn tại Nghệ An.");
	CHECK(std::find(back.begin(), back.end(),
	                "visit 2022-11-12: LA/ministry-of-defence > VN/military-region/4 (Vông Khăm Phôm)") != back.end());
}

TEST_CASE("a head of state or of government receives for the country or the government") {
	CHECK(
	    occasions(
	        "Ngày 18/11, Đoàn đại biểu Tòa án nhân dân tối cao Lào do Chánh án Khăm Phăn Sít dẫn đầu sang thăm Tòa "
	        "án nhân dân tối cao Việt Nam.\nChiều cùng ngày, Chủ tịch nước Lương Hoài Nam đã tiếp đoàn.") ==
	    Lines{"visit 2022-11-18: LA/agency/tòa án nhân dân tối cao > VN/agency/tòa án nhân dân tối cao (Khăm Phăn Sít)",
	          "reception 2022-11-18 -: LA/agency/tòa án nhân dân tối cao VN/state"});
}

TEST_CASE("who receives in the passive is the host") {
	const auto told = occasions(
	    "Ngày 10/11, đoàn công tác tỉnh Nghệ An sang thăm tỉnh Bô Ly Khăm Xay (Lào) và được Tỉnh "
	    "trưởng tỉnh Bô Ly Khăm Xay Khăm Mừng tiếp thân mật.");
	CHECK(std::find(told.begin(), told.end(), "reception 2022-11-10 LA-BL: LA-BL/province VN-22/province") !=
	      told.end());
}

TEST_CASE("one named by a long post receives one named by another") {
	const auto has = [](const Lines& told, const char* line) {
		return std::find(told.begin(), told.end(), line) != told.end();
	};
	CHECK(has(occasions("Sáng 18/11, tại Hà Nội, Bộ trưởng Bộ Công an Trần Quang Lâm đã tiếp Thứ trưởng Bộ Công an Lào "
	                    "Bun Thoong."),
	          "reception 2022-11-18 VN-HN: LA/ministry-of-public-security VN/ministry-of-public-security"));
	CHECK(has(occasions("Tỉnh Nghệ An và tỉnh Bô Ly Khăm Xay (Lào) kết nghĩa từ năm 2005.\nSáng 18/11, tại thành phố "
	                    "Vinh, Bí thư Trần Quang Lâm đã tiếp Phó Bí thư Khăm Mừng. Bí thư Khăm Mừng là khách từ Lào."),
	          "reception 2022-11-18 VN-22: LA-BL/province VN-22/province"));
	// Told of behind a comma: the host's wish, no guest.
	CHECK_FALSE(has(occasions("Sáng 18/11, tại Hà Nội, Bộ trưởng Bộ Công an Trần Quang Lâm đã tiếp dân, sau đó điện "
	                          "đàm với Thứ trưởng Bộ Công an Lào Bun Thoong."),
	                "reception 2022-11-18 VN-HN: LA/ministry-of-public-security VN/ministry-of-public-security"));
}

TEST_CASE("those who approve, and those between whom a cited paper is, take no part") {
	CHECK(
	    occasions("Được sự nhất trí của UBND hai tỉnh, ngày 18/11, Sở Y tế tỉnh Kon Tum và Sở Y tế tỉnh Attapeu (Lào) "
	              "hội đàm.") == Lines{"talks 2022-11-18 -: LA-AT/agency/sở y tế VN-28/agency/sở y tế"});
	CHECK(occasions(
	          "Từ Hiệp định về tuyển dụng lao động ký năm 2013 giữa Chính phủ hai nước, Sở Nội vụ tỉnh Quảng Trị và "
	          "Sở Nội vụ tỉnh Savannakhet (Lào) ngày 18/11 hội đàm.") ==
	      Lines{"talks 2022-11-18 -: LA-SV/agency/sở nội vụ VN-25/agency/sở nội vụ"});
}

TEST_CASE("an earlier session of a series, told without its day, is no meeting") {
	CHECK(occasions(
	          "Ngày 18/11, Sở Ngoại vụ tỉnh Nghệ An và Sở Ngoại vụ tỉnh Xiêng Khoảng (Lào) tổ chức hội nghị lần thứ "
	          "5. Các việc được bàn tại hội nghị lần thứ 4 đã xong.") ==
	      Lines{"conference 2022-11-18 -: LA-XI/agency/sở ngoại vụ VN-22/agency/sở ngoại vụ"});
}

TEST_CASE("the host may be named before the guests") {
	CHECK(occasions("Khách của tỉnh Quảng Nam hôm 15/11 là đoàn đại biểu tỉnh Sê Kông (Lào), do Tỉnh trưởng Bun Ma "
	                "Xay Xổm làm trưởng đoàn.") ==
	      std::vector<std::string>{"visit 2022-11-15: LA-XE/province > VN-27/province (Bun Ma Xay Xổm)"});
	CHECK(occasions("Quảng Nam là điểm dừng chân của đoàn đại biểu tỉnh Sê Kông (Lào) ngày 15/11.") ==
	      std::vector<std::string>{"visit 2022-11-15: LA-XE/province > VN-27/province"});
}

TEST_CASE("who led one delegation does not lead the next of the same body") {
	const auto told = occasions(
	    "Ngày 23/2/2021, đoàn Bộ CHQS tỉnh Hủa Phăn (Lào) do Thượng tá Vi Phan Xay, Phó Chỉ huy trưởng dẫn đầu đã sang "
	    "thăm Bộ CHQS tỉnh Sơn La.\nNgày 5/9/2021, đoàn công tác Bộ CHQS tỉnh Hủa Phăn đã sang thăm Bộ CHQS tỉnh Sơn "
	    "La.");
	CHECK(std::find(told.begin(), told.end(), "visit 2021-09-05: LA-HO/military-command > VN-05/military-command") !=
	      told.end());
}
