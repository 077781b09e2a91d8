// Doings, their parties and figures in the wordings of short reports.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/told_records.hpp"

namespace {

using bienban::extraction::Parties;
using bienban::extraction::sorted;

/// The records of one type in the paragraphs, one a line, of a report without a day of publication.
template <class Type>
std::vector<Type> told(const std::string& paragraphs) {
	return bienban::extraction::told_records<Type>("Tin vùng biên", paragraphs, "");
}

using bienban::model::Activity;
using bienban::model::ActivityKind;
using bienban::model::Meeting;
using bienban::model::Result;

}  // namespace

TEST_CASE("whoever is at home gives the meeting its place") {
	const auto talks = told<Meeting>(
	    "Ngày 6/11/2018, Bộ CHQS tỉnh Gia Lai hội đàm với Bộ CHQS tỉnh Attapư. Năm nay cuộc gặp do phía Lào đăng cai.");
	REQUIRE(talks.size() == 1);
	CHECK(talks[0].place == "LA-AT");
}

TEST_CASE("the two of the sentence before chair what they lead together") {
	const auto briefings = told<Meeting>(
	    "Ông Lò Văn Pánh, Trưởng Công an huyện Sông Mã và ông Xổm Đi Vông Sa, Trưởng An ninh huyện Mường Ét quen nhau "
	    "đã "
	    "lâu. Hôm 7/3/2018, tại trụ sở Công an huyện Sông Mã (Sơn La), hai ông chủ trì giao ban giữa hai đơn vị.");
	REQUIRE(briefings.size() == 1);
	CHECK(briefings[0].chairs.size() == 2);
}

TEST_CASE("a reception of one side alone is none, nor are talks that are still to come") {
	CHECK(told<Meeting>("Tối 1/12/2022, Trường Đại học Tân Trào gặp mặt 120 lưu học sinh Lào nhân Quốc khánh nước bạn.")
	          .empty());
}

TEST_CASE("people handed over are an occasion, and go to those who take them") {
	const auto handovers = told<Activity>(
	    "Hai người trốn lệnh truy nã đã bị Công an tỉnh Khăm Muộn bắt. Trưa 2/8/2018, phía bạn giao họ cho "
	    "Đồn Biên phòng cửa khẩu quốc tế Cha Lo, BĐBP Quảng Bình.");
	REQUIRE(handovers.size() == 1);
	CHECK(handovers[0].kind == ActivityKind::handover);
	CHECK(sorted(handovers[0].parties) == Parties{"LA-KH/police", "VN-24/border-post/cha lo"});
}

TEST_CASE("forces of Laos without a province take part in an operation") {
	const auto operations = told<Activity>(
	    "Ngày 9/5/2021, Công an tỉnh Nghệ An phối hợp với lực lượng chức năng Lào bắt 3 đối tượng, thu 12 bánh "
	    "heroin.");
	REQUIRE(operations.size() == 1);
	CHECK(sorted(operations[0].parties) == Parties{"LA/police", "VN-22/police"});
}

TEST_CASE("a figure of exercises is no exercise") {
	CHECK(told<Activity>(
	          "Ngày 8/11/2012, Bộ CHQS tỉnh Nghệ An và Bộ CHQS tỉnh Xiêng Khoảng hội đàm, điểm lại 4 cuộc diễn "
	          "tập.")
	          .empty());
}

TEST_CASE("news goes from those who hand it on to those who take it") {
	const auto results = told<Result>(
	    "Năm 2019, Công an tỉnh Quảng Trị trao cho Công an tỉnh Savannakhet (Lào) 40 tin về an ninh trật tự, nhận 35 "
	    "tin.");
	REQUIRE(results.size() == 2);
	CHECK(results[0].by == Parties{"VN-25/police"});
	CHECK(results[1].by == Parties{"LA-SV/police"});
	CHECK(results[1].to == Parties{"VN-25/police"});
}

TEST_CASE("pupils whom others send are taught by those who take them in") {
	const auto results = told<Result>(
	    "Năm học 2021 - 2022, Trường Cao đẳng Sơn La tiếp nhận 50 lưu học sinh do các tỉnh Hủa Phăn, Luông Pha Băng "
	    "(Lào) "
	    "gửi sang.");
	REQUIRE(results.size() == 1);
	CHECK(results[0].by == Parties{"VN-05/school/cao đẳng sơn la"});
	CHECK(sorted(results[0].to) == Parties{"LA-HO/province", "LA-LP/province"});
}

TEST_CASE("who only came along, or where somebody was, is no figure") {
	CHECK(told<Result>(
	          "Ngày 9/9/2014, Chủ tịch Hội LHPN tỉnh Kon Tum Y Lan đưa 20 hội viên qua cửa khẩu Bờ Y, thăm Hội LHPN "
	          "tỉnh Attapư (Lào).")
	          .empty());
	CHECK(
	    told<Result>("Ngày 6/8/2021, Hội Nông dân tỉnh Điện Biên tiếp đoàn Phông Sa Lỳ (Lào). Tám người trong đoàn đều "
	                 "là chủ hợp tác xã.")
	        .empty());
}

TEST_CASE("a part without a name of its own belongs to those of the whole") {
	const auto results = told<Result>(
	    "Giai đoạn 2016 - 2020, tỉnh Quảng Nam tiếp nhận 128 học sinh của tỉnh Sê Kông (Lào) vào học, trong đó có 54 "
	    "em học "
	    "cao đẳng.");
	REQUIRE(results.size() == 2);
	CHECK(results[1].by == Parties{"VN-27/province"});
	CHECK(results[1].to == Parties{"LA-XE/province"});
}
