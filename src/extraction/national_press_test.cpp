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
