// Gifts as real pages tell them: officers who give for their bodies, captions, gifts told twice, what only tells of a
// gift.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/told_records.hpp"

namespace model = bienban::model;

namespace {

constexpr const char* k_headline = "Nghĩa tình biên giới Việt Nam - Lào";
constexpr const char* k_published = "2020-12-20";

std::vector<model::Support> gifts_of(const std::string& paragraphs) {
	return bienban::extraction::told_records<model::Support>(k_headline, paragraphs, k_published);
}

std::size_t accounts_in(const std::string& paragraphs) {
	std::size_t found = 0;
	for (const auto& record : bienban::extraction::told_reading(k_headline, paragraphs, k_published).records) {
		if (std::holds_alternative<model::Achievement>(record.value) ||
		    std::holds_alternative<model::Commitment>(record.value))
			++found;
	}
	return found;
}

using bienban::extraction::Parties;

}  // namespace

TEST_CASE("an officer gives for his body, with marks around his name and post") {
	for (const auto* text :
	     {"Ngày 5/6/2020, Thượng tá Trần Xuân Lộc (thứ hai từ trái), Phó Chính ủy BĐBP Quảng Trị, trao tặng 5 tấn gạo "
	      "cho "
	      "lãnh đạo tỉnh Salavan.",
	      "Ngày 5/6/2020, Phó Chính ủy BĐBP Quảng Trị, Thượng tá Trần Xuân Lộc trao tặng 5 tấn gạo cho lãnh đạo tỉnh "
	      "Salavan."}) {
		const auto gifts = gifts_of(text);
		REQUIRE(gifts.size() == 1);
		CHECK(gifts[0].giver == Parties{"VN-25/border-guard"});
		CHECK(gifts[0].receiver == Parties{"LA-SL/province"});
	}
	const auto from_laos = gifts_of(
	    "Ngày 5/6/2020, Phó Tỉnh trưởng tỉnh Champasak, bà Bua Phăn, đã trao 200 triệu kíp giúp thành phố Đà Nẵng có "
	    "thêm "
	    "kinh phí chống dịch.");
	REQUIRE(from_laos.size() == 1);
	CHECK(from_laos[0].giver == Parties{"LA-CH/province"});
	CHECK(from_laos[0].receiver == Parties{"VN-DN/province"});
	CHECK(from_laos[0].item == "tiền");
}

TEST_CASE("the host gives, not the guest who is received") {
	const auto gifts = gifts_of(
	    "Ngày 5/6/2020, Công an tỉnh Quảng Trị đón tiếp đoàn công tác Công an tỉnh Salavan và tặng đoàn 5 bộ máy "
	    "tính.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-25/police"});
	CHECK(gifts[0].receiver == Parties{"LA-SL/police"});
}

TEST_CASE("bodies named before one name of a province are of that province") {
	const auto gifts =
	    gifts_of("Ngày 5/6/2020, BĐBP tỉnh Quảng Trị tặng Bộ CHQS tỉnh, Công an tỉnh Salavan 20 triệu đồng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].receiver == Parties{"LA-SL/military-command", "LA-SL/police"});
}

TEST_CASE("who empowers another to hand over gives") {
	const auto gifts = gifts_of(
	    "Ngày 5/6/2020, được sự ủy quyền của lãnh đạo tỉnh Nghệ An, Bộ Chỉ huy BĐBP tỉnh đã bàn giao cho tỉnh Xiêng "
	    "Khoảng "
	    "3 tấn gạo.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-22/province"});
}

TEST_CASE("people of the place receive what two sides hand over together") {
	const auto gifts = gifts_of(
	    "Ngày 5/6/2020, tại bản Phiêng Đi, huyện Viêng Xay, tỉnh Hủa Phăn (Lào), Hội Cựu chiến binh tỉnh Thanh Hóa "
	    "phối hợp "
	    "với Bộ CHQS tỉnh Hủa Phăn bàn giao nhà tình nghĩa tặng gia đình một cựu chiến binh.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].receiver == Parties{"LA-HO/village/phiêng đi"});
}

TEST_CASE("a gift told again is one") {
	const auto announced = gifts_of(
	    "Đồn Biên phòng Hương Quang (BĐBP Hà Tĩnh) vừa trao một số nhu yếu phẩm giúp lực lượng bảo vệ biên giới Lào. "
	    "Theo "
	    "đó, Đồn Biên phòng Hương Quang đã tặng Đại đội Biên phòng 253, Bộ CHQS tỉnh Bôlykhămxay 200 khẩu trang.");
	REQUIRE(announced.size() == 1);
	CHECK(announced[0].value == 200);
	const auto whose = gifts_of(
	    "Ngày 3/8/2018, tỉnh Bình Định trao 30.000 USD cho Tổng Lãnh sự Lào tại Đà Nẵng. Đây là số tiền của tỉnh Bình "
	    "Định "
	    "hỗ trợ tỉnh Attapeu.");
	REQUIRE(whose.size() == 1);
	CHECK(whose[0].receiver == Parties{"LA-AT/province"});
}

TEST_CASE("a sum is what it builds, and one gift with those who are helped") {
	const auto gifts = gifts_of(
	    "Ngày 2/12/2019, huyện Nậm Pồ (Điện Biên) trao cho huyện Mường Mày, tỉnh Phông Sa Lỳ 50 triệu đồng giúp bạn "
	    "sửa chữa "
	    "trạm y tế.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].item == "trạm y tế");
	CHECK(gifts[0].value == 50000000);
}

TEST_CASE("shares go on before a purpose") {
	const auto gifts = gifts_of(
	    "Ngày 5/6/2020, tỉnh Hà Tĩnh trao tặng tỉnh Khăm Muộn 2 tỷ đồng, tỉnh Bôlykhămxay 700 triệu đồng nhằm hỗ trợ "
	    "nhân dân "
	    "hai tỉnh phòng, chống dịch.");
	REQUIRE(gifts.size() == 2);
	CHECK(gifts[0].receiver == Parties{"LA-KH/province"});
	CHECK(gifts[1].receiver == Parties{"LA-BL/province"});
}

TEST_CASE("a family at home receives nothing from across the border") {
	CHECK(gifts_of(
	          "Ngày 5/6/2020, Đồn Biên phòng La Lay (Quảng Trị) và Đại đội Biên phòng 535 (tỉnh Salavan) gặp nhau. Đồn "
	          "Biên phòng La Lay trao 30 triệu đồng giúp gia đình anh Hồ Tơi ở thôn La Lay, xã A Ngo.")
	          .empty());
}

TEST_CASE("thanks, use of a gift and harm are no accounts") {
	const std::string gift = "Ngày 5/6/2020, Công an tỉnh Quảng Trị trao Công an tỉnh Salavan (Lào) 5 tấn gạo. ";
	CHECK(accounts_in(gift + "Công an tỉnh Salavan cảm ơn Công an tỉnh Quảng Trị đã quan tâm hỗ trợ.") == 0);
	CHECK(accounts_in(gift +
	                  "Công an tỉnh Salavan khẳng định số hàng này sẽ được phân phát cho người dân và cán bộ y tế.") ==
	      0);
	CHECK(accounts_in(gift + "Trong đợt mưa lũ vừa qua, Công an tỉnh Salavan bị cuốn trôi một kho lương thực.") == 0);
}

TEST_CASE("the years of a feast are no stay, and all who come are counted") {
	std::vector<std::string> visits;
	for (const auto& visit : bienban::extraction::told_records<model::Visit>(
	         k_headline,
	         "Sáng 19/1/2024, đoàn công tác Bộ CHQS và Công an tỉnh Xiêng Khoảng sang thăm, chúc mừng BĐBP Nghệ An "
	         "nhân "
	         "75 năm Ngày thành lập Quân đội nhân dân Lào (20/1/1949 - 20/1/2024).",
	         k_published)) {
		visits.push_back(visit.date.value_or("-") + " " + visit.from.value_or("-"));
	}
	CHECK(visits == std::vector<std::string>{"2024-01-19 LA-XI/military-command", "2024-01-19 LA-XI/police"});
}

TEST_CASE("all who do it together give, behind commas too") {
	const auto gifts = gifts_of(
	    "Ngày 14/4/2021, Đồn Biên phòng Làng Ho (BĐBP Quảng Bình) phối hợp với cấp ủy, chính quyền xã Kim Thủy trao 1 "
	    "tấn "
	    "gạo cho nhân dân bản La Cồ, huyện Sê Pôn, tỉnh Savannakhet (Lào).");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-24/border-post/làng ho", "VN-24/commune/kim thủy"});
	CHECK(gifts[0].receiver == Parties{"LA-SV/village/la cồ"});
}

TEST_CASE("what is in each piece of a gift is no gift of its own") {
	const auto of = [](const std::string& pieces) {
		return gifts_of(
		    "Ngày 16/11/2014, Công an tỉnh Sơn La tặng bản Ka Lô (huyện Kà Lừm, tỉnh Sê Kông, Lào) 50 "
		    "suất quà, mỗi suất " +
		    pieces + ".");
	};
	CHECK(of("gồm 10 kg gạo, 2 chai nước mắm").size() == 1);
	CHECK(of("trị giá 300.000 đồng gồm 10 kg gạo, 2 chai dầu ăn").size() == 1);
	CHECK(of("10 kg gạo và 200.000 đồng").size() == 1);
	CHECK(of("trị giá 300.000 đồng, 20 thùng mì").size() == 2);
	CHECK(of("300.000 đồng và 20 thùng mì").size() == 2);
}

TEST_CASE("medicine that is told by its worth is of those who healed") {
	const auto gifts = gifts_of(
	    "Ngày 16/11/2014, từ A Lưới (Thừa Thiên Huế), Đoàn Kinh tế - Quốc phòng 92 sang bản Ka Lô (huyện Kà Lừm, tỉnh "
	    "Sê Kông, Lào) khám bệnh. Thuốc phát trong ngày trị giá 85 triệu đồng.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN/military-unit/đoàn kinh tế - quốc phòng 92"});
	CHECK(gifts[0].receiver == Parties{"LA-XE/village/ka lô"});
	CHECK(gifts[0].value == 85e6);
}

TEST_CASE("a body may be called by the abbreviation that the text has given") {
	const auto gifts = gifts_of(
	    "Ngày 14/8/2013, Kiểm toán Nhà nước (KTNN) Việt Nam và KTNN Lào hội đàm. Dịp này, KTNN Việt Nam trao tặng bạn "
	    "15 máy tính.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN/agency/kiểm toán nhà nước"});
	CHECK(gifts[0].receiver == Parties{"LA/agency/kiểm toán nhà nước"});
}
