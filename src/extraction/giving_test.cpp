// Who gave what to whom, in the words of short reports.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/told_records.hpp"

using bienban::model::Support;
using bienban::model::Theme;

namespace {

/// The gifts of a report with these paragraphs, one a line, under this headline.
std::vector<Support> gifts_of(const std::string& paragraphs,
                              const std::string& headline = "Nghĩa tình biên giới Việt Nam - Lào") {
	return bienban::extraction::told_records<Support>(headline, paragraphs, "2020-12-20");
}

using bienban::extraction::Parties;

}  // namespace

TEST_CASE("goods that are carried in haste are given to those they are carried to") {
	const auto gifts = gifts_of(
	    "Ngày 4/9/2020, huyện Quế Phong (Nghệ An) xuống bãi, chuyển gấp 8 tấn gạo sang cho huyện Sầm Tớ, tỉnh Hủa "
	    "Phăn.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].value == 8);
	CHECK(gifts[0].unit == "tấn");
	CHECK(gifts[0].giver == Parties{"VN-22/district/quế phong"});
	CHECK(gifts[0].receiver == Parties{"LA-HO/district/sầm tớ"});
}

TEST_CASE("who gives may be told behind 'do' by name and post") {
	const auto gifts = gifts_of(
	    "Bộ CHQS tỉnh Savannakhet (Lào) đã nhận 6 bộ đàm do Đại tá Trần Công Lực, Chính ủy Bộ CHQS tỉnh Quảng Trị, "
	    "trao "
	    "tặng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-25/military-command"});
	CHECK(gifts[0].receiver == Parties{"LA-SV/military-command"});
}

TEST_CASE("a comma inside a name parts nothing") {
	const auto gifts = gifts_of(
	    "6 bộ đàm là quà của Đồn Biên phòng Hướng Phùng, BĐBP tỉnh Quảng Trị dành cho Đại đội 323 Biên phòng, Bộ CHQS "
	    "tỉnh Savannakhet (Lào).");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-25/border-post/hướng phùng"});
	CHECK(gifts[0].receiver == Parties{"LA-SV/border-company/323"});
}

TEST_CASE("'bạn' is the district that the text has just told of where a district gives") {
	const auto gifts = gifts_of(
	    "Huyện Nòng (tỉnh Savannakhet) thiếu nước từ tháng 3/2020. Thấy vậy, huyện Hướng Hóa (Quảng Trị) cấp cho bạn "
	    "30 "
	    "téc nước.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].receiver == Parties{"LA-SV/district/nòng"});
}

TEST_CASE("the police of a province give to their like, not to the ministry that is named too") {
	const auto gifts = gifts_of(
	    "Công an tỉnh Kon Tum và Công an tỉnh Attapeu (Lào) làm việc ngày 9/9/2020 theo thỏa thuận của Bộ Công an Việt "
	    "Nam và Bộ Công an Lào.\nCông an tỉnh Kon Tum tặng phía bạn 7 máy bộ đàm.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-28/police"});
	CHECK(gifts[0].receiver == Parties{"LA-AT/police"});
}

TEST_CASE("who lets another hand over a gift is the one who gives it") {
	const auto gifts = gifts_of(
	    "Ngày 2/2/2020, Công ty Giống cây Tân Kỳ nhờ Đồn Biên phòng Tam Hợp (Nghệ An) trao cho bản Thoong Pẹ, huyện "
	    "Khăm "
	    "Cợt, tỉnh Bôlykhămxay 400 cây mít.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-22/company/giống cây tân kỳ"});
	CHECK(gifts[0].receiver == Parties{"LA-BL/village/thoong pẹ"});
}

TEST_CASE("a gift to the holder of a post is one to the body") {
	const auto gifts = gifts_of(
	    "Sáng 6/6/2020, Thượng tá Lê Văn Bảo, Phó Chỉ huy trưởng BĐBP tỉnh Quảng Nam hôm ấy đã trực tiếp trao cho Phó "
	    "Chỉ huy trưởng Bộ CHQS tỉnh Sê Kông 90 triệu đồng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-27/border-guard"});
	CHECK(gifts[0].receiver == Parties{"LA-XE/military-command"});
}

TEST_CASE("the paragraph before tells whom a gift is for that names nobody") {
	const auto gifts = gifts_of(
	    "Ngày 5/5/2020, đoàn thầy thuốc Sở Y tế tỉnh Gia Lai khám bệnh ở huyện Phu Vông, tỉnh Attapeu.\nTrước giờ chia "
	    "tay, "
	    "đoàn để lại 15 cơ số thuốc.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-30/agency/sở y tế"});
	CHECK(gifts[0].receiver == Parties{"LA-AT/district/phu vông"});
}

TEST_CASE("a gift that the headline alone tells of is read there") {
	const auto gifts = gifts_of("Trưởng bản nói với đoàn công tác của tỉnh rằng món quà đến đúng lúc.",
	                            "Đồn Biên phòng Tây Trang tặng bản Xốp Hùn (tỉnh Phông Sa Lỳ, Lào) 20 con dê");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].value == 20);
	CHECK(gifts[0].receiver == Parties{"LA-PH/village/xốp hùn"});
}

TEST_CASE("what is wished for, meant to be sent or lent from a plan has not been given") {
	CHECK(gifts_of("Sáng 1/7/2020, Sở Công Thương tỉnh Salavan (Lào) đề nghị tỉnh Quảng Trị hỗ trợ 3 máy biến áp.")
	          .empty());
	CHECK(gifts_of("Vì bão, 4 tấn gạo tỉnh Quảng Bình định gửi sang tỉnh Khăm Muộn (Lào) chưa thể lên đường.").empty());
}

TEST_CASE("a gift that is shared out among several is told once") {
	const auto gifts = gifts_of(
	    "Ngày 8/8/2020, Công an tỉnh Điện Biên mua sáu máy in giúp Công an huyện Mường Mày, Công an huyện Mường Khoa "
	    "thuộc "
	    "tỉnh Phông Sa Lỳ, mỗi huyện ba chiếc.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].value == 6);
	CHECK(gifts[0].receiver == Parties{"LA-PH/police/mường mày", "LA-PH/police/mường khoa"});
}

TEST_CASE("goods may stand before their figure") {
	const auto gifts = gifts_of(
	    "Ngày 10/10/2020, xã Keng Đu (Nghệ An) góp cho bản Huồi Lắc, tỉnh Xiêng Khoảng, gạo 4 tạ, muối 6 yến.");
	REQUIRE(gifts.size() == 2);
	CHECK(gifts[0].item == "gạo");
	CHECK(gifts[0].unit == "tạ");
	CHECK(gifts[1].item == "muối");
}

TEST_CASE("money that was gathered for a work that is counted is its cost") {
	const auto gifts = gifts_of(
	    "Năm 2019, Tỉnh đoàn Hà Tĩnh góp 90 triệu đồng làm tặng bản Na Hương (tỉnh Bôlykhămxay, Lào) hai giếng khoan.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].value == 2);
	REQUIRE(gifts[0].worth);
	CHECK(gifts[0].worth->value == 90000000);
}

TEST_CASE("the sum of a list stands for all that is in it") {
	const auto gifts = gifts_of(
	    "Ngày 3/3/2020, Sở Y tế tỉnh Nghệ An trao cho Sở Y tế tỉnh Xiêng Khoảng 2 máy thở, 9.000 khẩu trang, tổng trị "
	    "giá "
	    "1,8 tỷ đồng.");
	REQUIRE(gifts.size() == 3);
	CHECK(gifts[2].item == "máy thở, khẩu trang");
	CHECK(gifts[2].theme == Theme::health);
}

TEST_CASE("the works of a list have costs of their own") {
	const auto gifts = gifts_of(
	    "Giai đoạn 2015 - 2019, tỉnh Quảng Ngãi đầu tư giúp tỉnh Salavan (Lào) hai công trình: nhà văn hóa ở huyện Tà "
	    "Ổi "
	    "3,5 tỷ đồng, trạm y tế huyện Sa Muội 1,2 tỷ đồng.");
	REQUIRE(gifts.size() == 3);
	CHECK(gifts[1].value == 1);
	REQUIRE(gifts[1].worth);
	CHECK(gifts[1].worth->value == 3500000000);
	CHECK(gifts[2].item.starts_with("trạm y tế"));
}

TEST_CASE("what one gift cost may stand in the sentence behind it") {
	const auto gifts = gifts_of(
	    "Ngày 7/7/2020, BĐBP tỉnh Sơn La tặng Đại đội Biên phòng 217 (Hủa Phăn) 10 tấm pin mặt trời. Kinh phí 60 triệu "
	    "đồng "
	    "do đơn vị vận động.");
	REQUIRE(gifts.size() == 1);
	REQUIRE(gifts[0].worth);
	CHECK(gifts[0].worth->value == 60000000);
}

TEST_CASE("a village that has been named in full gives by its name alone") {
	const auto gifts = gifts_of(
	    "Bản Ka Tiêng (Quảng Trị) kết nghĩa với bản Xa Loong, huyện Sê Pôn, tỉnh Savannakhet từ năm 2010. Năm 2018, "
	    "dân Ka "
	    "Tiêng góp cho dân Xa Loong 60 cây bơ.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-25/village/ka tiêng"});
	CHECK(gifts[0].receiver == Parties{"LA-SV/village/xa loong"});
}

TEST_CASE("a post lies in its province though the text does not say in which") {
	const auto gifts =
	    gifts_of("Ngày 9/1/2020, Đồn Biên phòng Sen Thượng biếu bản Huổi Hin, tỉnh Phông Sa Lỳ (Lào) 50 kg muối.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-71/border-post/sen thượng"});
}

TEST_CASE("the department of 'tỉnh bạn' is not one's own of the same name") {
	const auto gifts = gifts_of(
	    "Ngày 5/5/2020, tại tỉnh Attapeu (Lào), Sở Nông nghiệp và Phát triển nông thôn tỉnh Gia Lai tặng Sở Nông "
	    "nghiệp "
	    "và Phát triển nông thôn tỉnh bạn 2 máy bơm.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-30/agency/sở nông nghiệp và phát triển nông thôn"});
	CHECK(gifts[0].receiver == Parties{"LA-AT/agency/sở nông nghiệp và phát triển nông thôn"});
}

TEST_CASE("a sum of money beside goods is a gift of its own, not their worth") {
	const auto gifts =
	    gifts_of("Ngày 6/6/2020, Công an tỉnh Hà Tĩnh tặng Công an tỉnh Khăm Muộn 4 máy in và số tiền 70 triệu đồng.");
	REQUIRE(gifts.size() == 2);
	CHECK_FALSE(gifts[0].worth);
	CHECK(gifts[1].value == 70000000);
}

TEST_CASE("goods without a figure that have a worth are told once, by that") {
	const auto gifts = gifts_of(
	    "Ngày 7/7/2020, Đồn Biên phòng Cà Roòng (Quảng Bình) tặng Đại đội 316, tỉnh Khăm Muộn một số nhu yếu phẩm trị "
	    "giá 12 "
	    "triệu đồng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].item == "nhu yếu phẩm");
	CHECK(gifts[0].value == 12000000);
}

TEST_CASE("a bare gift gives way to what the sentence behind it lists") {
	const auto gifts =
	    gifts_of("Ngày 8/8/2020, BĐBP Sơn La trao quà cho Bộ CHQS tỉnh Hủa Phăn. Phần quà gồm 9 bao gạo.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].value == 9);
}

TEST_CASE("those whom a flood has hit are given to, and nobody's deed is done by them") {
	const auto gifts = gifts_of(
	    "Ngày 9/9/2020, Chính phủ Việt Nam gửi tặng đồng bào bị lũ lụt huyện Sa Nam Xay, tỉnh Attapeu (Lào) 500 suất "
	    "quà.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].receiver == Parties{"LA-AT/district/sa nam xay"});
}

TEST_CASE("the number of a unit is its name, and the figure behind it counts") {
	const auto gifts = gifts_of("Ngày 1/10/2020, tỉnh Salavan (Lào) nhận từ Binh đoàn 15 40 tấn xi măng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].value == 40);
	CHECK(gifts[0].giver == Parties{"VN/military-unit/binh đoàn 15"});
}

TEST_CASE("each of those told of before receives what each is given") {
	const auto gifts = gifts_of(
	    "Ngày 2/10/2020, BĐBP Nghệ An sang thăm Đại đội Biên phòng 221 và Đại đội Biên phòng 223 (tỉnh Xiêng Khoảng). "
	    "Mỗi đơn "
	    "vị được tặng 5 triệu đồng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].receiver == Parties{"LA-XI/border-company/221", "LA-XI/border-company/223"});
}

TEST_CASE("who sends a delegation gives what it brings") {
	const auto gifts = gifts_of(
	    "Ngày 3/10/2020, Hội LHPN tỉnh Điện Biên cử đoàn sang thăm Hội Phụ nữ tỉnh Phông Sa Lỳ (Lào).\nĐoàn đã trao 6 "
	    "máy "
	    "khâu.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-71/women-union"});
	CHECK(gifts[0].receiver == Parties{"LA-PH/women-union"});
}

TEST_CASE("a province of one side begins something new behind a unit of the other") {
	const auto gifts = gifts_of(
	    "Ngày 4/10/2020, tại trụ sở của Đại đội Biên phòng 217 (Hủa Phăn), tỉnh Thanh Hóa đã trao 3 máy tính.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-21/province"});
	CHECK(gifts[0].receiver == Parties{"LA-HO/border-company/217"});
}
