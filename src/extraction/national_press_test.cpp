// Reports of the national press: ministries, central unions, groups of companies, and other neighbours beside Laos.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/told_records.hpp"

namespace model = bienban::model;
using bienban::extraction::Parties;
using bienban::extraction::sorted;
using bienban::extraction::told_one;
using bienban::extraction::told_reading;
using bienban::extraction::told_records;

TEST_CASE("a firm that is called by its country is of the whole country, and one without a place where nations act") {
	const auto signing = told_one<model::Agreement>(
	    "Bên lề cuộc họp giữa Bộ Công Thương Việt Nam và Bộ Năng lượng và Mỏ Lào ở Đà Nẵng ngày 26/4/2024, Tập đoàn "
	    "Điện lực Việt Nam và Tổng công ty Điện lực Lào ký thỏa thuận hợp tác kỹ thuật.",
	    {});
	CHECK(sorted(signing.parties) == Parties{"LA/company/điện lực lào", "VN/company/điện lực việt nam"});
	const auto trained = told_one<model::Result>(
	    "Ngày 20/11/2018, Tổng Liên đoàn Lao động Việt Nam và Liên hiệp Công đoàn Lào hội đàm tại Viêng Chăn. Năm "
	    "2017, "
	    "Trường Đại học Công đoàn nhận 63 cán bộ công đoàn Lào theo học. LĐLĐ tỉnh Hà Tĩnh cũng góp phần vào việc ấy.",
	    {});
	CHECK(trained.by == Parties{"VN/school/đại học công đoàn"});
}

TEST_CASE("two firms under one head noun are two, and a short word means the one that is called so") {
	const auto agreed = told_one<model::Agreement>(
	    "Ngày 4/3/2013, Công ty Cổ phần Thủy điện Sông Nhuệ và Điện lực Lào ký thỏa thuận mua bán điện tại Hà Nội.",
	    {});
	CHECK(sorted(agreed.parties) == Parties{"LA/company/điện lực lào", "VN-HN/company/thủy điện sông nhuệ"});
	const auto gift = told_one<model::Support>(
	    "Ngày 10/1/2019, Công ty cổ phần Sông Nhuệ (Thanh Hóa) và Tổng công ty Điện lực Lào ký thỏa thuận mua bán "
	    "điện.\nCông ty tặng huyện Viêng Xay (Hủa Phăn) 2 tỷ đồng xây trạm biến áp.",
	    {});
	CHECK(gift.giver == Parties{"VN-21/company/sông nhuệ"});
}

TEST_CASE("\"T.Ư\", \"TƯ\" and \"TW\" are the centre") {
	for (const std::string centre : {"Trung ương", "T.Ư", "TƯ", "TW"}) {
		const auto signing = told_one<model::Agreement>(
		    "Sáng 11/8/2009, xe qua cửa khẩu Tây Trang (Điện Biên). Tối 12/8, " + centre +
		        " Đoàn TNCS Hồ Chí Minh và " + centre +
		        " Đoàn Thanh niên NDCM Lào ký Thỏa thuận hợp tác giai đoạn 2009 - 2012 tại Luông Pha Băng.",
		    "2009-08-15");
		INFO(centre);
		CHECK(sorted(signing.parties) == Parties{"LA/youth-union", "VN/youth-union"});
	}
}

TEST_CASE("a paper between \"hai cơ quan\" is of those whose heads sign it") {
	const auto paper = told_one<model::Agreement>(
	    "Ngày 9/6/2021, Bộ Y tế Việt Nam và Bộ Y tế Lào hội đàm.\nChiều 11/6, Tổng Giám đốc Thông tấn xã Pathet Lào "
	    "Viêng-xay Thăm-mạ-kiệt và Tổng Giám đốc Thông tấn xã Việt Nam Lê Quốc Hưng ký trực tuyến Thỏa thuận hợp tác "
	    "nghiệp vụ giai đoạn 2021 - 2025 giữa hai cơ quan.",
	    {});
	CHECK(sorted(paper.parties) == Parties{"LA/agency/thông tấn xã lào", "VN/agency/thông tấn xã việt nam"});
}

TEST_CASE("cooperation with another neighbour is none with Laos, though Lao words are told by the way") {
	const auto cambodian = told_reading(
	    "Quầy không đồng ở cửa khẩu",
	    "Hội LHPN tỉnh Tây Ninh và Hội Phụ nữ Campuchia tỉnh Svay Rieng sơ kết một năm thực hiện bản ghi nhớ, tặng "
	    "nhau "
	    "20 máy may. Bà Chea Sophal, đại biểu Campuchia, học y ở Viêng Chăn, ở chung với ba cô gái Lào nên mê món Lào, "
	    "nói tiếng Lào. Nắng như gió Lào. Hai bên thống nhất mở thêm quầy cho người Campuchia.",
	    "2022-11-19");
	CHECK(cambodian.records.empty());
	const auto chinese = told_reading(
	    "Quốc hội Lào họp",
	    "Chiều 5/7, Phó Chủ tịch Quốc hội Lào tiếp đoàn Trung Quốc. Hai bên ký bản ghi nhớ hợp tác giai đoạn 2023 - "
	    "2027. "
	    "Bộ Y tế tặng tỉnh Bò Kẹo 60 máy tính. Khách đến Lào từ Thái Lan, Trung Quốc, Việt Nam đều tăng tại Luông Pha "
	    "Băng. Đại biểu tỉnh Xiêng Khoảng đề nghị Quốc hội Lào sửa luật.",
	    "2023-07-07");
	CHECK(chinese.records.empty());
}

TEST_CASE("a short form in brackets may stand within the name of a body") {
	const auto visit = told_one<model::Visit>(
	    "Ngày 15/9/2012, Đoàn đại biểu Hiệp hội Cựu chiến binh (CCB) quốc gia Lào đến thăm Hội Cựu chiến binh (CCB) "
	    "Việt "
	    "Nam.",
	    {});
	CHECK(visit.from == "LA/agency/hiệp hội cựu chiến binh");
	CHECK(visit.to == "VN/agency/hội cựu chiến binh");
}

TEST_CASE("an office for a part of the country is a body of its own") {
	const auto visit = told_one<model::Visit>(
	    "Được sự đồng ý của lãnh đạo Kiểm toán Nhà nước, ngày 10/7/2018, Kiểm toán Nhà nước khu vực II đã đón và làm "
	    "việc "
	    "với Đoàn công tác của Kiểm toán Nhà nước khu vực miền Trung Lào.",
	    {});
	CHECK(visit.from == "LA/agency/kiểm toán nhà nước khu vực miền trung");
	CHECK(visit.to == "VN/agency/kiểm toán nhà nước khu vực ii");
}

TEST_CASE("\"hai Thứ trưởng\" are the two whom the text has named in that post") {
	const auto papers = told_records<model::Agreement>(
	    "Ngày 26/4/2024, tại Đà Nẵng, Bộ Công Thương Việt Nam và Bộ Năng lượng và Mỏ Lào họp. Thứ trưởng Bộ Công "
	    "Thương "
	    "Ngô Đức Thành và Thứ trưởng Bộ Năng lượng và Mỏ Lào Thanouxay Sengsoulin đồng chủ trì.\nCùng ngày, Tập đoàn "
	    "Điện "
	    "lực Việt Nam và Tổng công ty Điện lực Lào ký Thỏa thuận hợp tác kỹ thuật.\nBiên bản cuộc họp đã được hai Thứ "
	    "trưởng ký.",
	    "2024-05-06");
	REQUIRE(papers.size() == 2);
	CHECK(papers[1].act == model::Act::signed_);
	CHECK(sorted(papers[1].parties) == Parties{"LA/agency/năng lượng và mỏ", "VN/agency/công thương"});
}

TEST_CASE("the day of a signing is that of its list, and what holds the matters is signed with them") {
	const auto papers = told_records<model::Agreement>(
	    "1. Thủ tướng Chính phủ Lào cùng Đoàn đại biểu cấp cao đã thăm chính thức Việt Nam từ ngày 24 đến ngày 26 "
	    "tháng 2 "
	    "năm 2014.\n5. Phía Việt Nam thông báo, Chính phủ Việt Nam viện trợ không hoàn lại cho Chính phủ Lào 25 tỷ "
	    "đồng xây "
	    "lại Trường Trung học huyện Nọng, và trong năm học 2014 - 2015 dành cho phía Lào 620 suất học bổng.\n6. Chiều "
	    "ngày "
	    "25 tháng 2, hai Thủ tướng đã chứng kiến lễ ký các văn kiện sau:\n- Nghị định thư về hợp tác đào tạo giai đoạn "
	    "2014 - 2016 giữa Bộ Giáo dục và Đào tạo Việt Nam và Bộ Giáo dục và Thể thao Lào;\n- Kế hoạch hợp tác năm 2014 "
	    "giữa Bộ Tư pháp hai nước.",
	    "2014-02-27");
	REQUIRE(papers.size() == 2);
	for (const auto& paper : papers) CHECK(paper.signed_on == "2014-02-25");
	const auto minutes = told_one<model::Agreement>(
	    "Ngày 11/7/2018, Sở Tài chính Nghệ An và Sở Tài chính Khăm Muộn (Lào) làm việc tại Vinh.\nCác nội dung trên "
	    "được "
	    "đưa vào Biên bản làm việc do hai Giám đốc ký ngày 12/7.",
	    "2018-07-19");
	CHECK(minutes.act == model::Act::signed_);
}

TEST_CASE("each of the leaders who are called upon receives for his own body") {
	const auto calls = told_records<model::Meeting>(
	    "Ngày 25/2/2014, Thủ tướng Lào Bun-thoong Xay-nha-chặc đã hội đàm với Thủ tướng Đặng Quốc Thuận; chào xã giao "
	    "Tổng "
	    "Bí thư Lưu Đình Khải; hội kiến Chủ tịch Quốc hội Phan Thị Bích Liên.",
	    {});
	REQUIRE(calls.size() == 3);
	CHECK(sorted(calls[0].parties) == Parties{"LA/government", "VN/government"});
	CHECK(sorted(calls[1].parties) == Parties{"LA/government", "VN/party-committee"});
	CHECK(sorted(calls[2].parties) == Parties{"LA/government", "VN/agency/quốc hội"});
}

TEST_CASE("a sum that builds a count of things is their cost, and people whom it helps are none") {
	const auto houses = told_one<model::Support>(
	    "Năm 2012, tỉnh Nghệ An hỗ trợ tỉnh Xiêng Khoảng (Lào) 1,2 tỷ đồng xây 20 nhà tình nghĩa.", {});
	CHECK(houses.item == "nhà tình nghĩa");
	CHECK(houses.value == 20);
	REQUIRE(houses.worth);
	CHECK(houses.worth->value == 1'200'000'000);
	const auto money = told_one<model::Support>(
	    "Tháng 7/2018, Tổng LĐLĐ Việt Nam gửi Liên hiệp Công đoàn Lào 300 triệu đồng giúp đoàn viên gặp nạn.", {});
	CHECK(money.item == "tiền");
}

TEST_CASE("what one side asks for is both sides' where the other agrees, though a sentence later") {
	const auto asked = told_one<model::Commitment>(
	    "Ngày 25/2/2014, Sở Y tế Nghệ An và Sở Y tế Khăm Muộn (Lào) họp tại Vinh.\nSở Y tế Khăm Muộn đề nghị bạn tiếp "
	    "tục "
	    "cử chuyên gia giúp phòng, chống dịch. Phía Nghệ An nhất trí với đề nghị này.",
	    {});
	CHECK(sorted(asked.parties) == Parties{"LA-KH/agency/sở y tế", "VN-22/agency/sở y tế"});
	const auto noted = told_one<model::Commitment>(
	    "Ngày 25/2/2014, Sở Y tế Nghệ An và Sở Y tế Khăm Muộn (Lào) họp tại Vinh.\nSở Y tế Khăm Muộn đề nghị bạn tiếp "
	    "tục "
	    "cử chuyên gia giúp phòng, chống dịch. Phía Nghệ An ghi nhận đề nghị này.",
	    {});
	CHECK(noted.parties == Parties{"LA-KH/agency/sở y tế"});
}

TEST_CASE("what heads of government say they say for their governments") {
	const std::string text =
	    "Ngày 25/2/2014, Thủ tướng Lào Bun-thoong Xay-nha-chặc hội đàm với Thủ tướng Đặng Quốc Thuận tại Hà Nội.\nHai "
	    "bên "
	    "hài lòng nhận thấy năm 2013 quan hệ giữa hai nước đạt được nhiều kết quả: trao đổi đoàn diễn ra đều đặn. Phía "
	    "Lào "
	    "đề nghị tăng cường phòng, chống ma túy.";
	const auto done = told_one<model::Achievement>(text, {});
	CHECK(sorted(done.parties) == Parties{"LA/government", "VN/government"});
	CHECK(told_one<model::Commitment>(text, {}).parties == Parties{"LA/government"});
}
