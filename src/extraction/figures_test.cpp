#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "lexicon/load.hpp"

using bienban::base::ByteOffset;
using bienban::model::BlockKind;
using bienban::model::Result;
using bienban::model::Support;
using bienban::model::Theme;

namespace {

struct Figures {
	std::vector<Result> results;
	std::vector<Support> support;
};

/// The figures of a paragraph below a headline that names the two countries and nothing else.
Figures figures_of(const std::string& paragraph) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	const std::string headline = "Tình hữu nghị Việt Nam - Lào";
	bienban::model::Document document;
	document.text = headline + "\n\n" + paragraph;
	document.title = headline;
	document.blocks.push_back({BlockKind::headline, {ByteOffset{0}, ByteOffset{headline.size()}}});
	document.blocks.push_back(
	    {BlockKind::paragraph, {ByteOffset{headline.size() + 2}, ByteOffset{document.text.size()}}});
	Figures found;
	for (const auto& record : bienban::extraction::extract(document, *s_lexicon).records) {
		if (const auto* result = std::get_if<Result>(&record.value)) found.results.push_back(*result);
		if (const auto* support = std::get_if<Support>(&record.value)) found.support.push_back(*support);
	}
	return found;
}

using Parties = std::vector<std::string>;

}  // namespace

TEST_CASE("goods and money given at an event take its day, giver and receiver") {
	const auto found = figures_of(
	    "Sáng 12/4/2023, tại cửa khẩu Cầu Treo, Bộ CHQS tỉnh Hà Tĩnh tổ chức trao tặng Bộ CHQS tỉnh Bolikhamxay (Lào) "
	    "15 bộ máy tính, 2 máy phát điện và 40 triệu đồng tiền mặt.");
	REQUIRE(found.support.size() == 3);
	CHECK(found.support[0].item == "máy tính");
	CHECK(found.support[0].unit == "bộ");
	CHECK(found.support[1].item == "máy phát điện");
	CHECK(!found.support[1].unit);
	CHECK(found.support[2].unit == "VND");
	CHECK(found.support[2].value == 40e6);
	for (const auto& s : found.support) {
		CHECK(s.giver == Parties{"VN-23/military-command"});
		CHECK(s.receiver == Parties{"LA-BL/military-command"});
		CHECK(s.period == "2023-04-12");
	}
}

TEST_CASE("in the passive the receiver comes first") {
	const auto found = figures_of(
	    "Ngày 5/6/2022, Bộ CHQS tỉnh Savannakhet (Lào) được BĐBP tỉnh Quảng Trị tặng 3 tấn gạo và 200 thùng mì tôm, "
	    "tổng trị giá 120 triệu đồng.");
	REQUIRE(found.support.size() == 3);
	CHECK(found.support[0].giver == Parties{"VN-25/border-guard"});
	CHECK(found.support[0].receiver == Parties{"LA-SV/military-command"});
	CHECK(found.support[2].item == "gạo, mì tôm");
	CHECK(found.support[2].value == 120e6);
}

TEST_CASE("goods may be the subject of the passive") {
	const auto found = figures_of(
	    "Ngày 6/5/2021, 300 suất quà được BĐBP tỉnh Hà Tĩnh trao cho nhân dân huyện Khăm Cợt, tỉnh Bolikhamxay (Lào).");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].giver == Parties{"VN-23/border-guard"});
	CHECK(found.support[0].receiver == Parties{"LA-BL/district/khăm cợt"});
	CHECK(found.support[0].unit == "suất");
}

TEST_CASE("a second verb of giving ends the goods") {
	const auto found = figures_of("Ngày 6/5/2021, tỉnh Hà Tĩnh trao 12 con trâu giống tặng tỉnh Bolikhamxay (Lào).");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].item == "trâu giống");
	CHECK(found.support[0].receiver == Parties{"LA-BL/province"});
}

TEST_CASE("money for a building has the building as its item") {
	const auto found = figures_of(
	    "Năm 2021, tỉnh Nghệ An viện trợ tỉnh Xiêng Khoảng (Lào) 6,5 tỷ đồng xây dựng trụ sở Ủy ban Mặt trận.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].item == "trụ sở Ủy ban Mặt trận");
	CHECK(found.support[0].value == 6.5e9);
	CHECK(found.support[0].theme == Theme::infrastructure);
	CHECK(found.support[0].period == "2021");
}

TEST_CASE("one named building is one, with its cost as worth") {
	const auto found = figures_of(
	    "Ngôi nhà lưu trú do tỉnh Quảng Nam tài trợ xây dựng tặng tỉnh Sê Kông (Lào), kinh phí 2,3 tỷ đồng, được khánh "
	    "thành ngày 3/9/2020.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].value == 1);
	REQUIRE(found.support[0].worth);
	CHECK(found.support[0].worth->value == 2.3e9);
}

TEST_CASE("a price for each piece gives the worth of all") {
	const auto found = figures_of(
	    "Ngày 2/12/2022, Hội LHPN tỉnh Kon Tum đã tặng Hội LHPN tỉnh Attapư (Lào) 50 suất quà, mỗi suất trị giá "
	    "500.000 đồng.");
	REQUIRE(found.support.size() == 1);
	REQUIRE(found.support[0].worth);
	CHECK(found.support[0].worth->value == 25e6);
}

TEST_CASE("works with their cost are one support") {
	const auto found = figures_of(
	    "Bộ CHQS tỉnh Kon Tum giúp Bộ CHQS tỉnh Attapư (Lào) xây dựng 2 nhà ở cho bộ đội với tổng kinh phí 3,2 tỷ "
	    "đồng, tặng 20 bộ máy vi tính trong năm 2019.");
	REQUIRE(found.support.size() == 2);
	CHECK(found.support[0].value == 2);
	REQUIRE(found.support[0].worth);
	CHECK(found.support[0].worth->value == 3.2e9);
	CHECK(found.support[1].unit == "bộ");
}

TEST_CASE("what goods are for tells the field of rice and money") {
	const auto found = figures_of(
	    "Ngày 9/9/2022, lãnh đạo tỉnh Hủa Phăn (Lào) trao 50 triệu kíp ủng hộ nhân dân huyện Mường La, tỉnh Sơn La "
	    "khắc phục hậu quả mưa lũ.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].unit == "LAK");
	CHECK(found.support[0].theme == Theme::disaster_response);
	CHECK(found.support[0].giver == Parties{"LA-HO/province"});
}

TEST_CASE("a pledge of each year is a support") {
	const auto found = figures_of("Hằng năm, tỉnh Nghệ An dành cho tỉnh Xiêng Khoảng (Lào) 30 suất học bổng.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].theme == Theme::education);
	CHECK(found.support[0].receiver == Parties{"LA-XI/province"});
}

TEST_CASE("goods without a figure beside counted ones") {
	const auto found = figures_of(
	    "Năm 2020, BĐBP tỉnh Quảng Bình trao tặng 4 con bò giống và một số nhu yếu phẩm cho bà con bản Noỏng Mạ, tỉnh "
	    "Khăm Muộn (Lào).");
	REQUIRE(found.support.size() == 2);
	CHECK(found.support[0].unit == "con");
	CHECK(found.support[0].theme == Theme::agriculture);
	CHECK(found.support[1].item == "nhu yếu phẩm");
	CHECK(!found.support[1].value);
}

TEST_CASE("gifts within one side, souvenirs and honours are no support") {
	CHECK(figures_of("Ngày 9/3/2023, Đồn Biên phòng Thanh tặng 100 suất quà cho hộ nghèo xã Thanh, huyện Hướng Hóa, "
	                 "tỉnh Quảng Trị. Tỉnh Savannakhet của Lào giáp với tỉnh này.")
	          .support.empty());
	CHECK(
	    figures_of(
	        "Hai bên trao quà lưu niệm. Tỉnh Sơn La và tỉnh Hủa Phăn (Lào) đã tặng Bằng khen cho 5 tập thể, 9 cá nhân.")
	        .support.empty());
}

TEST_CASE("goods at the head of the sentence find their owner and their end") {
	const auto way = figures_of(
	    "Ngày 4/8/2021, 200 triệu kíp tiền mặt của tỉnh Quảng Ngãi đã đến với tỉnh Sê Kông (Lào) sau trận lũ lớn.");
	REQUIRE(way.support.size() == 1);
	CHECK(way.support[0].unit == "LAK");
	CHECK(way.support[0].giver == Parties{"VN-29/province"});
	CHECK(way.support[0].receiver == Parties{"LA-XE/province"});
	const auto clause = figures_of(
	    "Ngày 4/8/2021, 25 bộ máy vi tính BĐBP tỉnh Nghệ An gửi tặng Công an tỉnh Xiêng Khoảng (Lào) đã được lắp "
	    "xong.");
	REQUIRE(clause.support.size() == 1);
	CHECK(clause.support[0].item == "máy vi tính");
	CHECK(clause.support[0].unit == "bộ");
	CHECK(clause.support[0].giver == Parties{"VN-22/border-guard"});
	CHECK(clause.support[0].receiver == Parties{"LA-XI/police"});
}

TEST_CASE("a noun of giving leads to what is given before it or behind a colon") {
	const auto colon = figures_of(
	    "Ngày 18/5/2023, BĐBP tỉnh Nghệ An và Bộ CHQS tỉnh Xiêng Khoảng (Lào) hội đàm. Trong phòng khách của bạn là "
	    "phần "
	    "quà của BĐBP tỉnh Nghệ An: sáu bộ máy tính để bàn và năm mươi triệu đồng tiền mặt.");
	REQUIRE(colon.support.size() == 2);
	CHECK(colon.support[0].value == 6);
	CHECK(colon.support[1].value == 50e6);
	CHECK(colon.support[1].receiver == Parties{"LA-XI/military-command"});
	const auto taken =
	    figures_of("Ngày 18/5/2023, món quà của UBND tỉnh Nghệ An được Bộ CHQS tỉnh Xiêng Khoảng (Lào) đón lấy.");
	REQUIRE(taken.support.size() == 1);
	CHECK(taken.support[0].item == "quà");
	CHECK(!taken.support[0].value);
	CHECK(taken.support[0].giver == Parties{"VN-22/people-committee"});
	CHECK(figures_of("Ngày 18/5/2023, Bộ CHQS tỉnh Xiêng Khoảng (Lào) cảm ơn tấm lòng của BĐBP tỉnh Nghệ An.")
	          .support.empty());
}

TEST_CASE("one piece for each of so many people is as many pieces") {
	const auto found = figures_of(
	    "Ngày 9/3/2022, BĐBP tỉnh Quảng Trị tặng 30 hộ nghèo huyện Sê Pôn, tỉnh Savannakhet (Lào) mỗi hộ một suất quà "
	    "500 nghìn đồng.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].item == "quà");
	CHECK(found.support[0].value == 30);
	CHECK(found.support[0].unit == "suất");
	REQUIRE(found.support[0].worth);
	CHECK(found.support[0].worth->value == 15e6);
}

TEST_CASE("what is handed over goes to the other side; who stands with the verb does it too") {
	const auto handed = figures_of(
	    "Năm 2020, Công an tỉnh Lai Châu trao trả cho Công an tỉnh Phông Sa Lỳ (Lào) 9 công dân Lào vượt biên.");
	REQUIRE(handed.results.size() == 1);
	CHECK(handed.results[0].by == Parties{"VN-01/police"});
	CHECK(handed.results[0].to == Parties{"LA-PH/police"});
	const auto since = figures_of(
	    "Hai bên, BĐBP tỉnh Nghệ An và Bộ CHQS tỉnh Xiêng Khoảng (Lào), kết nghĩa năm 2012; từ bấy đến nay đã phối hợp "
	    "bắt giữ 15 đối tượng; thu 4 bánh heroin. Ngày 3/2/2020, hai bên gặp nhau.");
	REQUIRE(since.results.size() == 2);
	CHECK(since.results[0].theme == Theme::drugs);
	CHECK(since.results[0].period == "2012/2020");
}

TEST_CASE("a slash pair is two results of both sides") {
	const auto found = figures_of(
	    "Từ năm 2018 đến năm 2022, BĐBP tỉnh Nghệ An và Bộ CHQS tỉnh Xiêng Khoảng (Lào) đã tuần tra song phương 45 "
	    "lượt/520 lượt cán bộ, chiến sĩ; hội đàm 12 cuộc; phối hợp bắt giữ 7 vụ/11 đối tượng vận chuyển ma túy.");
	REQUIRE(found.results.size() == 5);
	CHECK(found.results[0].theme == Theme::joint_patrol);
	CHECK(found.results[1].value == 520);
	CHECK(found.results[2].theme == Theme::regular_meeting);
	CHECK(found.results[3].theme == Theme::drugs);
	for (const auto& r : found.results) {
		CHECK(r.by == Parties{"VN-22/border-guard", "LA-XI/military-command"});
		CHECK(r.to.empty());
		CHECK(r.period == "2018/2022");
	}
}

TEST_CASE("students are taken in from the other side, and part of them is a result of its own") {
	const auto found = figures_of(
	    "Giai đoạn 2016-2020, tỉnh Quảng Bình tiếp nhận 150 lưu học sinh của tỉnh Khăm Muộn (Lào), trong đó 60 lưu học "
	    "sinh được cấp học bổng.");
	REQUIRE(found.results.size() == 2);
	CHECK(found.results[1].value == 60);
	CHECK(found.results[1].by == Parties{"VN-24/province"});
	CHECK(found.results[1].to == Parties{"LA-KH/province"});
}

TEST_CASE("healing has the people of the other side as its end, in the active and in the passive") {
	const auto active = figures_of(
	    "Năm 2019, BĐBP tỉnh Nghệ An đã khám bệnh cho 1.500 lượt người dân huyện Noọng Hét, tỉnh Xiêng Khoảng (Lào).");
	REQUIRE(active.results.size() == 1);
	CHECK(active.results[0].theme == Theme::health);
	CHECK(active.results[0].by == Parties{"VN-22/border-guard"});
	CHECK(active.results[0].to == Parties{"LA-XI/district/noọng hét"});
	const auto passive = figures_of(
	    "Năm 2019, gần 700 người dân huyện Noọng Hét, tỉnh Xiêng Khoảng (Lào) được BĐBP tỉnh Nghệ An khám bệnh, phát "
	    "thuốc miễn phí.");
	REQUIRE(passive.results.size() == 1);
	CHECK(passive.results[0].by == Parties{"VN-22/border-guard"});
	CHECK(passive.results[0].to == Parties{"LA-XI/district/noọng hét"});
}

TEST_CASE("attendance, lengths, mere crimes and the extent of a land are no results") {
	CHECK(figures_of(
	          "Hội nghị giữa tỉnh Sơn La và tỉnh Hủa Phăn (Lào) có 120 đại biểu tham dự. Đoạn biên giới dài 250 km.")
	          .results.empty());
	CHECK(figures_of("Từ đầu năm 2020 đến nay, các địa phương của Lào xảy ra 120 vụ ma túy. Tỉnh Hà Tĩnh có 3 huyện "
	                 "biên giới, 9 xã giáp Lào với 35.000 người dân. Tỉnh Bolikhamxay có 7 huyện.")
	          .results.empty());
}

TEST_CASE("a number that counts goods is no name of who receives them") {
	const auto found = figures_of(
	    "Năm 2018, Đồn Biên phòng Đắk Long (BĐBP Kon Tum) giúp Đại đội Biên phòng 532 (Bộ CHQS tỉnh Sê Kông) làm nhà "
	    "ăn. Đồn còn tặng Đại đội 15 kg giống rau, 10 con lợn giống.");
	REQUIRE(found.support.size() >= 2);
	const auto& seed = found.support[found.support.size() - 2];
	CHECK(seed.value == 15);
	CHECK(seed.unit == "kg");
	CHECK(seed.receiver == Parties{"LA-XE/border-company/532"});
}

TEST_CASE("goods known by their worth stand beside goods that are counted") {
	const auto found = figures_of(
	    "Ngày 3/12/2019, BĐBP tỉnh Điện Biên tặng Bộ CHQS tỉnh Phông Sa Lỳ (Lào) 3 tấn gạo, 6 bộ đàm và số xăng dầu "
	    "trị giá 40 triệu đồng.");
	REQUIRE(found.support.size() == 3);
	CHECK(!found.support[1].worth);
	CHECK(found.support[2].item == "xăng dầu");
	CHECK(found.support[2].value == 40e6);
}

TEST_CASE("people are no goods, scholarships are") {
	const auto found = figures_of(
	    "Giai đoạn 2016 - 2020, tỉnh Quảng Trị đã tiếp nhận 320 học sinh, sinh viên của tỉnh Salavan (Lào). Ngày "
	    "3/12/2020, tỉnh Quảng Trị trao cho tỉnh Salavan 60 suất học bổng.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].value == 320);
	CHECK(found.results[0].by == Parties{"VN-25/province"});
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].item == "học bổng");
}

TEST_CASE("courses and those taught in them are of the same two") {
	const auto found = figures_of(
	    "Từ năm 2010 đến năm 2014, Bộ CHQS tỉnh Kon Tum đã mở 5 lớp cho 136 lượt cán bộ của Bộ CHQS tỉnh Attapư "
	    "(Lào).");
	REQUIRE(found.results.size() == 2);
	CHECK(found.results[1].by == found.results[0].by);
	CHECK(found.results[1].to == found.results[0].to);
	CHECK(found.results[1].theme == Theme::training);
}

TEST_CASE("the time of a paper comes after the time of what was done") {
	const auto found = figures_of(
	    "Từ tháng 11/2021 đến tháng 11/2022, BĐBP tỉnh Quảng Trị và Bộ CHQS tỉnh Salavan (Lào) đã triển khai Biên bản "
	    "ghi nhớ năm 2021; thường xuyên thông báo tình hình. Kết quả, hai bên tuần tra song phương 16 lần.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].period == "2021-11/2022-11");
}

TEST_CASE("the pupils of a course that opens or ends are a figure of its day") {
	const auto found = figures_of(
	    "Ngày 6/3/2024, Trường Chính trị tỉnh Gia Lai khai giảng lớp bồi dưỡng cho cán bộ tỉnh Attapeu (Lào). Lớp có "
	    "35 "
	    "học viên, học trong 2 tháng.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].value == 35);
	CHECK(found.results[0].unit == "học viên");
	CHECK(found.results[0].to == Parties{"LA-AT/province"});
	CHECK(found.results[0].period == "2024-03-06");
	CHECK(figures_of("Ngày 6/3/2024, tỉnh Gia Lai và tỉnh Attapeu (Lào) hội đàm. Lớp có 35 học viên.").results.empty());
}

TEST_CASE("what is counted may stand before its deed and its number at the end") {
	const auto found = figures_of(
	    "Từ năm 1999 đến năm 2017, số hài cốt liệt sĩ mà Đội quy tập Bộ CHQS tỉnh Hà Tĩnh đưa về nước từ tỉnh "
	    "Bôlykhămxay (Lào) là 735.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].value == 735);
	CHECK(found.results[0].unit == "hài cốt liệt sĩ");
	CHECK(found.results[0].theme == Theme::remains_repatriation);
	// How many there are is nobody's deed.
	CHECK(
	    figures_of("Tỉnh Hà Tĩnh gặp tỉnh Bôlykhămxay (Lào) năm 2017. Số hộ nghèo của huyện là 735.").results.empty());
}

TEST_CASE("rounds walked on patrol are patrols, and the units of both sides do together what is told of them") {
	const auto found = figures_of(
	    "Năm 2020, các đồn biên phòng của Quảng Nam và những đại đội bảo vệ biên giới của Sê Kông (Lào) tuần tra "
	    "chung được bốn chuyến với 96 lượt cán bộ, chiến sĩ; cùng giữ lại và trao trả 57 công dân vượt biên trái "
	    "phép.");
	REQUIRE(found.results.size() == 3);
	CHECK(found.results[0].theme == Theme::joint_patrol);
	CHECK(found.results[1].theme == Theme::joint_patrol);
	for (const auto& r : found.results) {
		CHECK(r.by == Parties{"VN-27/border-post", "LA-XE/border-company"});
		CHECK(r.to.empty());
	}
}

TEST_CASE("a step's number counts nothing, and keepsakes are no support") {
	const auto found = figures_of(
	    "Ngày 22/7/2016, Hải quan Quảng Trị và Hải quan Savannakhet (Lào) giao ban, bàn việc triển khai bước 4 mô hình "
	    "kiểm tra chung. Hải quan Quảng Trị tặng bạn vài món quà lưu niệm bằng gỗ.");
	CHECK(found.results.empty());
	CHECK(found.support.empty());
}
