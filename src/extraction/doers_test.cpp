// Who does, gives and receives, where the body is told by an officer, a squad, a list or a passive.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction/told_records.hpp"

namespace {

using bienban::extraction::Parties;
using bienban::extraction::sorted;

/// The records of one type in the paragraphs, one a line, of a report published on 20 December 2020.
template <class Type>
std::vector<Type> found_in(const std::string& paragraphs) {
	return bienban::extraction::told_records<Type>("Tin vùng biên", paragraphs, "2020-12-20");
}

using bienban::model::Activity;
using bienban::model::Meeting;
using bienban::model::Result;
using bienban::model::Support;
using bienban::model::Visit;

}  // namespace

TEST_CASE("an officer who hands over a gift gives for his command") {
	const auto gifts = found_in<Support>(
	    "Ngày 6/5/2019, Thượng tá Vũ Đình Lâm, Chỉ huy trưởng BĐBP tỉnh Hà Tĩnh đã trao tặng Bộ CHQS tỉnh Khăm Muộn "
	    "(Lào) 12 chiếc giường.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-23/border-guard"});
	CHECK(gifts[0].receiver == Parties{"LA-KH/military-command"});
}

TEST_CASE("a squad's figures are those of the command in brackets behind it") {
	const auto results = found_in<Result>(
	    "Mùa khô 2018 - 2019, Đội C12 (Bộ CHQS tỉnh Quảng Ngãi) đã đào tìm tại 20 điểm thuộc hai huyện Pạc Xoòng và "
	    "Mường "
	    "Khoỏng, tỉnh Chămpasắc (Lào), cất bốc 9 hài cốt liệt sĩ.");
	REQUIRE(!results.empty());
	for (const auto& r : results) CHECK(r.by == Parties{"VN-29/military-command"});
}

TEST_CASE("the customs of provinces are parties of their own") {
	const auto talks = found_in<Meeting>(
	    "Ngày 3/4/2019, Cục Hải quan tỉnh Nghệ An hội đàm với Hải quan các tỉnh Xiêng Khoảng, Bôlykhămxay (Lào).");
	REQUIRE(talks.size() == 1);
	CHECK(sorted(talks[0].parties) ==
	      Parties{"LA-BL/agency/hải quan", "LA-XI/agency/hải quan", "VN-22/agency/cục hải quan"});
}

TEST_CASE("a course for the other side is a matter of both") {
	const auto courses = found_in<Activity>(
	    "Ngày 7/9/2020, Trường Chính trị tỉnh Kon Tum khai giảng lớp bồi dưỡng cho 24 cán bộ tỉnh Attapư (Lào).");
	CHECK(courses.size() == 1);
}

TEST_CASE("'Hai đồn biên phòng A và B' are two posts at the head of a sentence too") {
	const auto results = found_in<Result>(
	    "Hai đồn biên phòng Thuận và Ba Tầng (BĐBP Quảng Trị) cùng Đại đội Biên phòng 325 (tỉnh Savannakhet, Lào) phối "
	    "hợp "
	    "tuyên truyền cho 450 lượt người dân.");
	REQUIRE(results.size() == 1);
	CHECK(sorted(results[0].by) ==
	      Parties{"LA-SV/border-company/325", "VN-25/border-post/ba tầng", "VN-25/border-post/thuận"});
}

TEST_CASE("those who own a place that is searched do not search") {
	const auto results = found_in<Result>(
	    "Ngày 4/5/2020, Bộ CHQS tỉnh Gia Lai cho biết, mùa khô 2019 - 2020, Đội C52 (Bộ CHQS tỉnh Gia Lai) đã khảo sát "
	    "tại "
	    "các điểm thuộc huyện Xán Xay, tỉnh Attapư (Lào), cất bốc 14 hài cốt liệt sĩ.");
	REQUIRE(!results.empty());
	for (const auto& r : results) CHECK(r.by == Parties{"VN-30/military-command"});
}

TEST_CASE("a force that tells of its deeds did them with those it names") {
	const auto results = found_in<Result>(
	    "Ngày 2/8/2020, đại diện Công an tỉnh Nghệ An cho biết, đơn vị vừa phối hợp với Công an tỉnh Xiêng Khoảng "
	    "(Lào) bắt "
	    "4 đối tượng.");
	REQUIRE(results.size() == 1);
	CHECK(sorted(results[0].by) == Parties{"LA-XI/police", "VN-22/police"});
}

TEST_CASE("an office called by the first words of its name is the office named before") {
	const auto gifts = found_in<Support>(
	    "Ngày 6/5/2019, Chi cục Hải quan cửa khẩu La Lay (Quảng Trị) sang thăm Đại đội Biên phòng 534, Bộ CHQS tỉnh "
	    "Salavan "
	    "(Lào). Chi cục Hải quan tặng đơn vị bạn 3 triệu đồng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-25/agency/chi cục hải quan cửa khẩu la lay"});
}

TEST_CASE("who goes to a country to hand something over visits those who take it") {
	const auto visits = found_in<Visit>(
	    "Ngày 6/5/2019, Đại tá Hồ Sĩ Lâm, Phó Giám đốc Công an tỉnh Hà Tĩnh dẫn đầu đoàn công tác sang Lào bàn giao "
	    "trụ sở "
	    "cho Công an tỉnh Khăm Muộn.");
	REQUIRE(visits.size() == 1);
	CHECK(visits[0].from == "VN-23/police");
	CHECK(visits[0].to == "LA-KH/police");
}

TEST_CASE("a conference that guests of the other side attend is one of both") {
	const auto meetings = found_in<Meeting>(
	    "Ngày 6/5/2019, Hội Liên hiệp Phụ nữ tỉnh Kon Tum tổ chức hội nghị tổng kết 5 năm hợp tác với Hội Liên hiệp "
	    "Phụ nữ "
	    "tỉnh Attapư (Lào). Dự hội nghị có bà Bua Chăn Xay Nha Vông, Chủ tịch Hội LHPN tỉnh Attapư.");
	REQUIRE(meetings.size() == 1);
	CHECK(sorted(meetings[0].parties) == Parties{"LA-AT/women-union", "VN-28/women-union"});
}

TEST_CASE("'TP Điện Biên Phủ' is a venue") {
	const auto meetings = found_in<Meeting>(
	    "Ngày 6/5/2019, BĐBP tỉnh Điện Biên và Bộ CHQS tỉnh Phông Sa Lỳ (Lào) tổ chức hội đàm tại TP Điện Biên Phủ.");
	REQUIRE(meetings.size() == 1);
	CHECK(meetings[0].place == "VN-71");
}

TEST_CASE("goods of one body that its officer gives go to the one behind the second verb") {
	const auto gifts = found_in<Support>(
	    "Ngày 6/5/2019, đoàn Bộ Tổng Tham mưu Quân đội nhân dân Lào thăm Quân khu 5. Thiếu tướng Vũ Anh Kiệt trao 15 "
	    "máy "
	    "phát điện của Quân khu 5 tặng Bộ CHQS tỉnh Sê Kông (Lào).");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN/military-region/5"});
	CHECK(gifts[0].receiver == Parties{"LA-XE/military-command"});
}

TEST_CASE("a gift at two posts goes to both") {
	const auto gifts = found_in<Support>(
	    "Ngày 12/4/2019, đoàn BĐBP Quảng Nam chúc Tết các đơn vị bạn dọc biên giới tỉnh Sê Kông (Lào).\n"
	    "Tại Đại đội Biên phòng 532 và Đại đội Biên phòng 533, đoàn trao 20 triệu đồng tặng đơn vị.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-27/border-guard"});
	CHECK(sorted(gifts[0].receiver) == Parties{"LA-XE/border-company/532", "LA-XE/border-company/533"});
}

TEST_CASE("whoever receives the heads of delegations does it alone of his side") {
	const auto meetings = found_in<Meeting>(
	    "Sáng 7/10/2019, Ủy ban MTTQ Việt Nam tỉnh Kon Tum hội đàm với Ủy ban Mặt trận Lào xây dựng đất nước các tỉnh "
	    "Attapeu "
	    "và Sekong.\nChiều cùng ngày, Bí thư Tỉnh ủy Kon Tum Lê Hải Đăng tiếp thân mật các trưởng đoàn.");
	REQUIRE(meetings.size() == 2);
	const auto& reception = meetings[0].kind == bienban::model::MeetingKind::reception ? meetings[0] : meetings[1];
	CHECK(sorted(reception.parties) == Parties{"LA-AT/fatherland-front", "LA-XE/fatherland-front", "VN-28/province"});
}

TEST_CASE("a province named alone stands for the office of its pair") {
	const auto results = found_in<Result>(
	    "Ngày 6/5/2019, Hội Nông dân tỉnh Quảng Bình làm việc với Hội Nông dân tỉnh Khăm Muộn (Lào).\nNăm 2018, phía "
	    "Quảng Bình đã tổ "
	    "chức 4 lớp tập huấn cho 90 lượt cán bộ của bạn.");
	REQUIRE(results.size() == 2);
	for (const auto& r : results) CHECK(r.by == Parties{"VN-24/agency/hội nông dân"});
}

TEST_CASE("those who are healed live where it is done, and an army hospital is of its country") {
	const auto results = found_in<Result>(
	    "Ngày 5/5/2019, tại bản Đắc Pạ, huyện Sản Xay (Attapư, Lào), các bác sĩ trẻ của Tỉnh đoàn Gia Lai khám bệnh "
	    "cho 120 "
	    "lượt người dân.\nNgày 3/6/2019, y, bác sĩ Bệnh viện Quân y 17 (Quân khu 5) khám bệnh cho 640 người dân huyện "
	    "Lạ Mam, "
	    "tỉnh Sê Kông (Lào).");
	REQUIRE(results.size() == 2);
	CHECK(results[0].to == Parties{"LA-AT/village/đắc pạ"});
	CHECK(results[1].by == Parties{"VN/agency/bệnh viện quân y 17"});
}

TEST_CASE("a Lao district at the end of the way there makes a text no cooperation") {
	CHECK(found_in<Result>("Bộ đội Đồn Biên phòng Làng Mô (BĐBP Quảng Bình) đỡ đầu học trò Trường Tiểu học số 2 Trường "
	                       "Sơn.\nQua thêm chừng hai giờ xe là huyện Bua La Pha, tỉnh Khăm Muộn của nước bạn Lào.\nNăm "
	                       "2015, đơn vị nhận đỡ đầu 12 em mồ côi, góp 240 ngày công dựng lại 3 phòng học; tối tối dạy "
	                       "chữ cho 25 học viên bản Dốc Mây.")
	          .empty());
}
