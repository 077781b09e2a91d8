// Deeds and their figures in the constructions of border guard, police and provincial pages.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extraction/told_records.hpp"

namespace {

using bienban::extraction::Parties;
using bienban::extraction::sorted;

/// The records of one type in the paragraphs, one a line, of a report published on 20 December 2020.
template <class Type>
std::vector<Type> told(const std::string& paragraphs) {
	return bienban::extraction::told_records<Type>("Hợp tác Việt Nam - Lào", paragraphs, "2020-12-20");
}

using bienban::model::Achievement;
using bienban::model::Activity;
using bienban::model::ActivityKind;
using bienban::model::Commitment;
using bienban::model::Result;
using bienban::model::Support;
using bienban::model::Theme;
using bienban::model::Twinning;

}  // namespace

TEST_CASE("trade between two is of both, exports go from one to the other") {
	const auto both = told<Result>("Năm 2019, kim ngạch xuất nhập khẩu giữa Sơn La và Lào đạt 21 triệu USD.");
	REQUIRE(both.size() == 1);
	CHECK(sorted(both[0].by) == Parties{"LA/state", "VN-05/province"});
	CHECK(both[0].to.empty());
	const auto out =
	    told<Result>("Năm 2019, kim ngạch xuất khẩu của tỉnh Quảng Trị sang tỉnh Savannakhet (Lào) đạt 40 triệu USD.");
	REQUIRE(out.size() == 1);
	CHECK(out[0].by == Parties{"VN-25/province"});
	CHECK(out[0].to == Parties{"LA-SV/province"});
}

TEST_CASE("people are handed over by one of two who work together") {
	const auto taken = told<Result>(
	    "Năm 2019, Đồn Biên phòng Đắk Blô (Kon Tum) tiếp nhận 41 công dân do Đại đội Biên phòng 532 (Attapư, Lào) trao "
	    "trả.");
	REQUIRE(taken.size() == 1);
	CHECK(taken[0].by == Parties{"LA-AT/border-company/532"});
	CHECK(taken[0].to == Parties{"VN-28/border-post/đắk blô"});
	for (const auto* words : {"bàn giao cho bạn 29 công dân Lào", "bàn giao 29 công dân Lào cho bạn"}) {
		const auto given = told<Result>("Năm 2019, BĐBP tỉnh Kon Tum và Bộ CHQS tỉnh Attapư (Lào) tuần tra 12 lần; " +
		                                std::string(words) + " vi phạm.");
		REQUIRE(given.size() == 2);
		CHECK(given[0].to.empty());
		CHECK(given[1].by == Parties{"VN-28/border-guard"});
		CHECK(given[1].to == Parties{"LA-AT/military-command"});
	}
	const auto from = told<Result>(
	    "Năm 2019, Công an tỉnh Điện Biên tiếp nhận từ Công an tỉnh Luông Pha Băng (Lào) 12 đối tượng truy nã.");
	REQUIRE(from.size() == 1);
	CHECK(from[0].by == Parties{"LA-LP/police"});
	CHECK(from[0].to == Parties{"VN-71/police"});
}

TEST_CASE("guests of several provinces came from them") {
	for (const auto* of :
	     {"đoàn của các tỉnh Salavan, Sê Kông (Lào)", "đoàn đại biểu tỉnh Salavan và tỉnh Sê Kông (Lào)"}) {
		const auto found = told<Result>("Năm 2019, tỉnh Quảng Trị đón 32 " + std::string(of) + ".");
		REQUIRE(found.size() == 1);
		CHECK(found[0].by == Parties{"LA-SL/province", "LA-XE/province"});
		CHECK(found[0].to == Parties{"VN-25/province"});
	}
}

TEST_CASE("cases are of the crime that their people did") {
	const auto found = told<Result>(
	    "Năm 2019, Công an tỉnh Quảng Trị và Công an tỉnh Savannakhet (Lào) phối hợp phát hiện 5 vụ, 11 người nhập "
	    "cảnh trái phép.");
	REQUIRE(found.size() == 2);
	CHECK(found[0].theme == Theme::irregular_migration);
	CHECK(found[1].theme == Theme::irregular_migration);
}

TEST_CASE("a school goes on as its own subject behind another where its teachers went") {
	const auto found = told<Support>(
	    "Từ năm 2004 đến năm 2019, Trường Đại học Hồng Đức (Thanh Hóa) đã tiếp nhận 812 lưu học sinh Lào. Nhà trường "
	    "còn cử 12 giảng viên sang dạy tiếng Việt tại Trường Cao đẳng Sư phạm Hủa Phăn.\n"
	    "Năm 2019, trường tặng 40 suất học bổng cho lưu học sinh.");
	REQUIRE(found.size() == 1);
	CHECK(found[0].giver == Parties{"VN-21/school/đại học hồng đức"});
}

TEST_CASE("what was done of late on one walk, or asked in an interview, is no account") {
	const std::string walk =
	    "Vừa qua, Đồn Biên phòng Tri Lễ (BĐBP Nghệ An) phối hợp với Đại đội Biên phòng 217 (Hủa Phăn, Lào) tổ chức "
	    "tuần tra song phương đoạn biên giới từ mốc 371 đến mốc 376.\n"
	    "Lực lượng hai bên đã kiểm tra mốc quốc giới, đường biên, các lối mòn.";
	CHECK(told<Achievement>(walk).empty());
	const auto patrols = told<Activity>(walk);
	REQUIRE(patrols.size() == 1);
	CHECK(patrols[0].kind == ActivityKind::patrol);
	CHECK(patrols[0].section == "371/376");
	const auto answers = told<Result>(
	    "Phóng viên: Đề nghị ông cho biết kết quả hợp tác giữa Thừa Thiên Huế và tỉnh Salavan (Lào) trong 5 năm 2016 - "
	    "2020?\n"
	    "Ông Lê Văn Sơn: Trong 5 năm, tỉnh đã đón 32 đoàn của tỉnh Salavan.");
	REQUIRE(answers.size() == 1);
	CHECK(answers[0].value == 32);
}

TEST_CASE("what a signed paper centres on is promised, and more twinning is no pair yet") {
	const std::string paper =
	    "Ngày 5/12/2020, huyện Đakrông (Quảng Trị) và huyện Sa Muồi (Salavan, Lào) ký bản ghi nhớ hợp tác năm 2021, "
	    "tập "
	    "trung vào trồng rừng và mở rộng kết nghĩa bản - bản.";
	const auto promised = told<Commitment>(paper);
	REQUIRE(promised.size() == 1);
	const auto& themes = promised[0].themes;
	CHECK(std::find(themes.begin(), themes.end(), Theme::agriculture) != themes.end());
	CHECK(std::find(themes.begin(), themes.end(), Theme::twinning) != themes.end());
	CHECK(told<Twinning>(paper).empty());
}

TEST_CASE("a post called by its gate stands in a list, and offices of two bodies are two") {
	const auto twins = told<Twinning>(
	    "Sáng 14/6/2020, các đồn biên phòng Sơn Hồng, Cửa khẩu quốc tế Cầu Treo (BĐBP Hà Tĩnh) ký kết nghĩa với Đại "
	    "đội "
	    "Biên phòng 252 (Bộ CHQS tỉnh Bôlykhămxay, Lào).");
	REQUIRE(twins.size() == 2);
	CHECK(sorted(twins[1].parties) == Parties{"LA-BL/border-company/252", "VN-23/border-post/cầu treo"});
	const auto found = told<Result>(
	    "Năm 2019, Hạt Kiểm lâm Quan Sơn và Phòng Nông Lâm huyện Viêng Xay (Hủa Phăn, Lào) đã trao đổi thông tin 5 "
	    "lần.");
	REQUIRE(found.size() == 1);
	CHECK(found[0].by.size() == 2);
}

TEST_CASE("two posts and two companies named in brackets are two pairs of twins") {
	const auto found = told<Twinning>(
	    "Năm 2014, 2 đồn biên phòng (Đồn Biên phòng Na Loi và Đồn Biên phòng Keng Đu) của BĐBP Nghệ An kết nghĩa với 2 "
	    "đại đội biên phòng Lào (Đại đội Biên phòng 221 và Đại đội Biên phòng 222) của Bộ CHQS tỉnh Xiêng Khoảng "
	    "(Lào).");
	CHECK(found.size() == 2);
}

TEST_CASE("pairs that stand twinned are counted") {
	const auto found = told<Result>(
	    "Ngày 3/6/2020, tỉnh Quảng Bình và tỉnh Khăm Muộn (Lào) hội đàm.\n"
	    "Hiện nay, dọc biên giới hai tỉnh có 24 cặp bản kết nghĩa.");
	REQUIRE(found.size() == 1);
	CHECK(found[0].value == 24);
	CHECK(found[0].theme == Theme::twinning);
}
