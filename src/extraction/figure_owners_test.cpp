// Whose a figure or a gift is, and when it was, where the words beside it do not say.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "extraction/told_document.hpp"

using bienban::model::Result;
using bienban::model::Support;
using bienban::model::Theme;

namespace {

struct Figures {
	std::vector<Result> results;
	std::vector<Support> support;
};

/// The figures of the paragraphs, one a line, of a report published on 20 December 2020.
Figures figures_of(const std::string& paragraphs) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	const auto document = bienban::extraction::told_document("Tình hữu nghị Việt Nam - Lào", paragraphs, "2020-12-20");
	Figures found;
	for (const auto& record : bienban::extraction::extract(document, *s_lexicon).records) {
		if (const auto* result = std::get_if<Result>(&record.value)) found.results.push_back(*result);
		if (const auto* support = std::get_if<Support>(&record.value)) found.support.push_back(*support);
	}
	return found;
}

using Parties = std::vector<std::string>;

}  // namespace

TEST_CASE("what 'đơn vị' did is told of the body whose officer speaks") {
	const auto found = figures_of(
	    "Ban Công tác đặc biệt tỉnh Kon Tum và Ban Công tác đặc biệt tỉnh Attapeu (Lào) làm việc ngày 3/6/2020.\n"
	    "Thượng tá Lê Văn Bảo, Chính ủy Bộ CHQS tỉnh Kon Tum cho hay, từ năm 2015 đến nay, đơn vị đã cất bốc 112 hài "
	    "cốt liệt sĩ tại tỉnh Attapeu.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].by == Parties{"VN-28/military-command"});
	CHECK(found.results[0].period == "2015/2020");
}

TEST_CASE("the commands of so many provinces are those of the provinces listed before") {
	const auto found = figures_of(
	    "Tỉnh Nghệ An giáp ba tỉnh Hủa Phăn, Xiêng Khoảng và Bôlykhămxay của Lào. Năm 2019, BĐBP Nghệ An đã phối hợp "
	    "với Bộ CHQS ba tỉnh bạn tuần tra song phương 45 lần.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].by ==
	      Parties{"VN-22/border-guard", "LA-HO/military-command", "LA-XI/military-command", "LA-BL/military-command"});
}

TEST_CASE("parts of a figure are done by whoever did the whole") {
	const auto found = figures_of(
	    "Ngày 9/9/2020, Trường Cao đẳng Y tế Sơn La tiếp nhận 32 lưu học sinh tỉnh Hủa Phăn (Lào). Trong số này, 20 em "
	    "học ngành điều dưỡng, 12 em học ngành dược.");
	REQUIRE(found.results.size() == 3);
	for (const auto& r : found.results) {
		CHECK(r.by == found.results[0].by);
		CHECK(r.to == found.results[0].to);
		CHECK(r.period == "2020-09-09");
	}
}

TEST_CASE("of how many of how many the first counts") {
	const auto found =
	    figures_of("Năm 2019, tỉnh Sơn La và tỉnh Hủa Phăn (Lào) đã phối hợp hoàn thành cắm 21/24 cột mốc.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].value == 21);
}

TEST_CASE("pairs of villages that became twins are counted") {
	const auto found =
	    figures_of("Đến nay, 17 cặp bản hai bên biên giới của tỉnh Quảng Bình và tỉnh Khăm Muộn (Lào) đã kết nghĩa.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].value == 17);
	CHECK(found.results[0].theme == Theme::twinning);
}

TEST_CASE("vehicles and weapons are results where they were seized") {
	const auto found = figures_of(
	    "Sáng 2/3/2020, BĐBP tỉnh Hà Tĩnh phối hợp với Công an tỉnh Bôlykhămxay (Lào) bắt 3 đối tượng, thu giữ 12 bánh "
	    "heroin (tương đương gần 4 kg), 2 xe ô tô, một khẩu súng.");
	REQUIRE(found.results.size() == 4);
	CHECK(found.results[2].unit == "xe ô tô");
	CHECK(found.results[3].unit == "khẩu súng");
	for (const auto& r : found.results) CHECK(r.by == Parties{"VN-23/border-guard", "LA-BL/police"});
}

TEST_CASE("what a building costs is no trade") {
	const auto found = figures_of(
	    "Trường Trung cấp nghề tỉnh Attapeu (Lào) do tỉnh Gia Lai giúp bạn hoàn thành tháng 5/2020 với tổng mức đầu "
	    "tư hơn 31 tỷ đồng.");
	CHECK(found.results.empty());
}

TEST_CASE("who searched for the fallen found them, not who sees them off") {
	const auto found = figures_of(
	    "Ngày 18/5/2020, tại tỉnh Sê Kông (Lào), chính quyền tỉnh bạn tổ chức lễ tiễn đưa 9 hài cốt liệt sĩ; sau năm "
	    "tháng tìm kiếm của Đội quy tập thuộc Bộ CHQS tỉnh Quảng Nam.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].by == Parties{"VN-27/military-command"});
}

TEST_CASE("each sum has the giver that owns it") {
	const auto found = figures_of(
	    "Ngày 8/4/2020, đoàn công tác tỉnh Lai Châu trao cho tỉnh Phong Sa Lỳ (Lào) 80 triệu đồng của tỉnh, 30 triệu "
	    "đồng của Ủy ban Mặt trận Tổ quốc tỉnh.");
	REQUIRE(found.support.size() == 2);
	CHECK(found.support[0].giver == Parties{"VN-01/province"});
	CHECK(found.support[1].giver == Parties{"VN-01/fatherland-front"});
}

TEST_CASE("gifts of a delegation are those of whom its head leads") {
	const auto found = figures_of(
	    "Sáng 1/12/2020, lãnh đạo tỉnh Thanh Hóa tiếp đoàn đại biểu tỉnh Hủa Phăn (Lào).\n"
	    "Chiều cùng ngày, BĐBP tỉnh do Đại tá Lê Minh Sơn làm trưởng đoàn sang thăm Bộ CHQS tỉnh Hủa Phăn. Đoàn đã "
	    "tặng bạn 15 bộ máy tính.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].giver == Parties{"VN-21/border-guard"});
}

TEST_CASE("the time that opens a paragraph holds for the gifts told behind it") {
	const auto found = figures_of(
	    "Từ năm 2016, Đoàn Kinh tế - Quốc phòng 379 cử cán bộ sang giúp bản Nà Son (huyện Mường Mày, tỉnh Phong Sa Lỳ, "
	    "Lào). Đoàn còn tặng bản 25 con bò giống.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].period == "2016/2020");
}

TEST_CASE("a road is measured in km and given") {
	const auto found = figures_of(
	    "Năm 2018, tỉnh Sơn La giúp tỉnh Hủa Phăn (Lào) nâng cấp 7 km đường vào cửa khẩu, trị giá 9 tỷ đồng.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].unit == "km");
	CHECK(found.support[0].value == 7);
}

TEST_CASE("a building is described by a sentence that begins with where it lies") {
	const auto found = figures_of(
	    "Ngày 2/8/2020, tỉnh Hòa Bình bàn giao một trường tiểu học cho tỉnh Hủa Phăn (Lào). Nằm ở trung tâm huyện, "
	    "ngôi "
	    "trường có 2 tầng, 8 phòng học với tổng kinh phí 4 tỷ đồng.");
	REQUIRE(found.support.size() == 1);
	REQUIRE(found.support[0].worth);
	CHECK(found.support[0].worth->value == 4e9);
}

TEST_CASE("a text that counts its provinces in digits is about both") {
	const auto found =
	    figures_of("Sáng 2/10/2020, đại diện 2 tỉnh Sê Kông và Quảng Ngãi đã ký kết bàn giao 14 lưu học sinh Lào.");
	CHECK(found.results.size() == 1);
}

TEST_CASE("the command acts where its head is not named") {
	const auto found = figures_of(
	    "Ngày 5/5/2020, Bệnh viện Quân y 13 làm việc với Bộ CHQS tỉnh Attapeu (Lào). Chỉ huy BĐBP tỉnh Kon Tum trao "
	    "cho "
	    "Bộ CHQS tỉnh Attapeu 10 bộ bàn ghế.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].giver == Parties{"VN-28/border-guard"});
}

TEST_CASE("a list of gifts goes on to the end of its sentence") {
	const auto found = figures_of(
	    "Ngày 8/4/2020, Đồn Biên phòng Nậm Cắn trao tặng vật tư y tế cho huyện Noọng Hét, tỉnh Xiêng Khoảng (Lào). Số "
	    "quà "
	    "gồm có 40 bộ đồ bảo hộ; 25 chai nước sát khuẩn; 90 đôi găng tay.");
	REQUIRE(found.support.size() == 3);
	CHECK(found.support[2].item == "găng tay");
	CHECK(found.support[2].receiver == Parties{"LA-XI/district/noọng hét"});
}

TEST_CASE("the total of several gifts stands for itself") {
	const auto found = figures_of(
	    "Ngày 8/4/2020, Đồn Biên phòng Nậm Cắn tặng huyện Noọng Hét, tỉnh Xiêng Khoảng (Lào) 30 chăn ấm, 80 áo phao, "
	    "200 "
	    "kg gạo, với tổng trị giá trên 45 triệu đồng.");
	REQUIRE(found.support.size() == 4);
	CHECK(found.support[3].value == 45e6);
	CHECK(!found.support[2].worth);
}

TEST_CASE("where a club comes from is nobody who gives") {
	const auto found = figures_of(
	    "Ngày 8/4/2020, Đồn Biên phòng Nậm Cắn cùng CLB thiện nguyện Hà Nội tặng bản Noọng Dẻ (huyện Noọng Hét, tỉnh "
	    "Xiêng "
	    "Khoảng, Lào) 120 suất quà.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].giver == Parties{"VN-22/border-post/nậm cắn"});
}

TEST_CASE("the command above a squad stands in brackets behind its officer") {
	const auto found = figures_of(
	    "Ban Công tác đặc biệt tỉnh Kon Tum và Ban Công tác đặc biệt tỉnh Attapeu (Lào) làm việc ngày 3/6/2020.\n"
	    "Thượng tá Lê Văn Bảo, Đội trưởng Đội K53 (Bộ CHQS tỉnh Kon Tum) kể, mùa khô 2019-2020, anh em đã khám bệnh "
	    "cho 80 "
	    "người dân huyện Sản Xay.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].by == Parties{"VN-28/military-command"});
}

TEST_CASE("what a force is called does not tell what was counted") {
	const auto found = figures_of(
	    "Năm 2019, BĐBP Sơn La đã cùng lực lượng bảo vệ biên giới tỉnh Hủa Phăn (Lào) tổ chức 24 đợt/480 lượt cán bộ, "
	    "chiến "
	    "sĩ tuần tra song phương.");
	REQUIRE(found.results.size() == 2);
	CHECK(found.results[0].theme == Theme::joint_patrol);
	CHECK(found.results[1].theme == Theme::joint_patrol);
}

TEST_CASE("projects of one country in the other are its own, for the other") {
	const auto found = figures_of(
	    "Chính phủ Việt Nam và Chính phủ Lào họp ngày 5/1/2020. Hiện Việt Nam có 231 dự án đầu tư còn hiệu lực tại "
	    "Lào.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].by == Parties{"VN/state"});
	CHECK(found.results[0].to == Parties{"LA/state"});
}

TEST_CASE("doctors and experts who are sent are help, no visits") {
	const auto found = figures_of(
	    "Năm 2019, Sở Y tế Sơn La cử 3 đoàn bác sĩ sang huyện Mường Ét, tỉnh Hủa Phăn (Lào) khám bệnh cho bà con.");
	REQUIRE(!found.results.empty());
	CHECK(found.results[0].theme == Theme::health);
}

TEST_CASE("years that nobody tells stay open, and so do provinces without a name") {
	const auto found = figures_of(
	    "Ngày 6/3/2020, Trường Cao đẳng Sơn La khai giảng lớp tiếng Việt cho 30 học viên tỉnh Hủa Phăn (Lào).\n"
	    "Những năm qua, tỉnh Sơn La đã đào tạo cho các tỉnh Bắc Lào hơn 1.900 cán bộ.");
	REQUIRE(found.results.size() == 2);
	CHECK(!found.results[1].period);
	CHECK(found.results[1].to == Parties{"LA/province"});
}

TEST_CASE("the plainest word of giving stands between the two and before the goods") {
	const auto found = figures_of(
	    "Ngày 3/6/2020, huyện Mường Lát (Thanh Hóa) và huyện Viêng Xay (tỉnh Hủa Phăn, Lào) hội đàm.\n"
	    "Năm 2019, huyện Mường Lát cho huyện Viêng Xay 40 con dê.\n"
	    "Huyện Mường Lát còn lo cho huyện Viêng Xay 12 bộ bàn ghế.");
	REQUIRE(found.support.size() == 2);
	CHECK(found.support[0].value == 40);
	CHECK(found.support[0].giver == Parties{"VN-21/district/mường lát"});
	CHECK(found.support[0].receiver == Parties{"LA-HO/district/viêng xay"});
	CHECK(found.support[1].value == 12);
}

TEST_CASE("a sentence that only says there were deeds counts them") {
	const auto found = figures_of(
	    "Ngày 3/6/2020, Bộ CHQS tỉnh Thanh Hóa và Bộ CHQS tỉnh Hủa Phăn (Lào) hội đàm.\n"
	    "Năm 2019 có 17 người vượt biên bị hai bên chặn lại, bị trao trả.");
	REQUIRE(found.results.size() == 1);
	CHECK(found.results[0].value == 17);
	CHECK(found.results[0].period == "2019");
}

TEST_CASE("two-way trade is that of the two between whom goods go, exports are those of one") {
	const auto both = figures_of(
	    "Tỉnh Thanh Hóa và tỉnh Hủa Phăn (Lào) gặp nhau ngày 9/9/2020.\n"
	    "Năm 2019, buôn bán hai chiều giữa Thanh Hóa và tỉnh láng giềng Hủa Phăn đạt 15,2 triệu USD.");
	REQUIRE(both.results.size() == 1);
	CHECK(both.results[0].by == Parties{"VN-21/province", "LA-HO/province"});
	CHECK(both.results[0].to.empty());
	const auto own = figures_of(
	    "Tỉnh Thanh Hóa và tỉnh Hủa Phăn (Lào) gặp nhau ngày 9/9/2020.\n"
	    "Ngành công thương báo cáo: giai đoạn 2016-2020, tổng kim ngạch xuất khẩu đạt 74 triệu USD.");
	REQUIRE(own.results.size() == 1);
	CHECK(own.results[0].by == Parties{"VN-21/province"});
}
