#include "extraction/parties.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "lexicon/load.hpp"

using namespace bienban;

namespace {

/// The parties of a one-paragraph document, in order, without doubles.
std::vector<std::string> parties_of(std::string text) {
	static const auto words = lexicon::load();
	REQUIRE(words.has_value());
	model::Document document;
	document.text = std::move(text);
	document.blocks = {{model::BlockKind::paragraph, {base::ByteOffset{0}, base::ByteOffset{document.text.size()}}}};
	const auto a = extraction::annotate(document, **words);
	const auto people = extraction::find_people(a);
	std::vector<std::string> out;
	for (const auto& m : extraction::find_parties(a, people).mentions) {
		for (const auto& p : m.parties) {
			if (std::find(out.begin(), out.end(), p) == out.end()) out.push_back(p);
		}
	}
	return out;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("a shared head noun spreads over the names behind it") {
	CHECK(parties_of("Bộ CHQS hai tỉnh Sơn La và Luông Phra Băng hội đàm") ==
	      List{"VN-05/military-command", "LA-LP/military-command"});
	CHECK(parties_of("các Đại đội Biên phòng 211, 212 của tỉnh Hủa Phăn") ==
	      List{"LA-HO/border-company/211", "LA-HO/border-company/212"});
	CHECK(parties_of("công an các huyện Minh Hóa, Bố Trạch, Quảng Ninh của tỉnh Quảng Bình") ==
	      List{"VN-24/police/minh hóa", "VN-24/police/bố trạch", "VN-24/police/quảng ninh"});
}

TEST_CASE("what stands behind a body says where it is and is no party of its own") {
	CHECK(parties_of("Đại đội 216 (Houaphan, Lào) nhận quà") == List{"LA-HO/border-company/216"});
	CHECK(parties_of("Đại đội Biên phòng 163, Bộ Chỉ huy Quân sự tỉnh Luang Prabang (Lào) nhận quà") ==
	      List{"LA-LP/border-company/163"});
	CHECK(parties_of("Bộ Tư lệnh Bộ đội Biên phòng, Bộ Quốc phòng Việt Nam") == List{"VN/border-guard"});
}

TEST_CASE("those over a body and where it lies may be told in a row behind it") {
	CHECK(parties_of("Đại đội Biên phòng 323, Ban CHQS huyện Mường Noòng, tỉnh Savannakhet (Lào)") ==
	      List{"LA-SV/border-company/323"});
	CHECK(parties_of("Đại đội 323 Biên phòng, Bộ CHQS tỉnh Savannakhet (Lào)") == List{"LA-SV/border-company/323"});
	CHECK(parties_of("Lữ đoàn 206, Quân khu 4 tặng quà") == List{"VN/military-unit/lữ đoàn 206"});
	CHECK(parties_of("bản Ka Đắp, cụm A Xóc, huyện Sê Pôn, tỉnh Savannakhet (Lào)") == List{"LA-SV/village/ka đắp"});
	CHECK(parties_of("khóm An Hà, thị trấn Lao Bảo, huyện Hướng Hóa, tỉnh Quảng Trị") == List{"VN-25/village/an hà"});
	CHECK(parties_of("Đồn Biên phòng cửa khẩu Cha Lo, Quảng Bình trao tặng") == List{"VN-24/border-post/cha lo"});
	CHECK(parties_of("giúp Chính phủ và nhân dân Lào") == List{"LA/government"});
	CHECK(parties_of("Trường Đại học Hồng Lam (Việt Nam) và Sở Y tế tỉnh Bo-li-khăm-xay (Lào), tại tỉnh Hà Tĩnh") ==
	      List{"VN-23/school/đại học hồng lam", "LA-BL/agency/sở y tế", "VN-23/province"});
}

TEST_CASE("two bodies share the place of the second") {
	CHECK(parties_of("Bộ CHQS và Bộ Chỉ huy BĐBP tỉnh Quảng Trị") ==
	      List{"VN-25/military-command", "VN-25/border-guard"});
}

TEST_CASE("a spelling that no table has finds its province by its sound") {
	CHECK(parties_of("Đoàn đại biểu tỉnh Xa-lạ-văn") == List{"LA-SL/province"});
}

TEST_CASE("a district that shares a province's name is not that province, a number that counts is no name") {
	CHECK(parties_of("huyện Quảng Ninh, tỉnh Quảng Bình") == List{"VN-24/district/quảng ninh"});
	const auto gift = parties_of("tặng huyện Đắc Chưng 3 tấn gạo, tỉnh Sê Kông cảm ơn");
	CHECK(std::find(gift.begin(), gift.end(), "LA-XE/district/đắc chưng") != gift.end());
}

TEST_CASE("a name in a slogan is no place") { CHECK(parties_of("Học tập Chủ tịch Hồ Chí Minh").empty()); }

TEST_CASE("institutions carry their own names") {
	CHECK(parties_of("Sở Giáo dục và Đào tạo tỉnh Kon Tum") == List{"VN-28/agency/sở giáo dục và đào tạo"});
	// A small first letter, where a name follows.
	CHECK(parties_of("Sáng 12/2, trường Cao đẳng Kon Tum nhận sinh viên") == List{"VN-28/school/cao đẳng kon tum"});
	CHECK(parties_of("Hàng Lào vào thị trường Kon Tum") != List{"VN-28/school/kon tum"});
	CHECK(parties_of("Công an Thành phố Hồ Chí Minh thăm Lào").front() == "VN-SG/police");
	CHECK(parties_of("Trường Cao đẳng Sư phạm Kon Tum nhận sinh viên") ==
	      List{"VN-28/school/cao đẳng sư phạm kon tum"});
	CHECK(parties_of("Sư đoàn 2 (Quân đội nhân dân Lào) sang thăm") == List{"LA/military-unit/sư đoàn 2"});
}

TEST_CASE("a short name stands for the body that was named before") {
	CHECK(parties_of(
	          "Đồn Biên phòng Yên Khương (BĐBP tỉnh Thanh Hóa) ở gần biên giới. Hôm qua, lính Yên Khương dựng nhà.") ==
	      List{"VN-21/border-post/yên khương"});
	CHECK(parties_of("Bản Phôn Xay (huyện Sầm Tớ, tỉnh Hủa Phăn) ở bên suối. Từ đó người Phôn Xay biết cấy lúa.") ==
	      List{"LA-HO/village/phôn xay"});
}

TEST_CASE("the companies of the neighbours are one for each province named") {
	const auto all = parties_of(
	    "Bộ CHQS tỉnh Hủa Phăn và Bộ CHQS tỉnh Luông Pha Băng hội đàm. Các đại đội biên phòng của hai tỉnh bạn đi "
	    "tuần.");
	CHECK(std::find(all.begin(), all.end(), "LA-HO/border-company") != all.end());
	CHECK(std::find(all.begin(), all.end(), "LA-LP/border-company") != all.end());
}

TEST_CASE("a body that no table has is told by its type word and its place") {
	CHECK(parties_of("Hội Doanh nhân trẻ tỉnh Nghệ An và Phòng Thương mại và Công nghiệp tỉnh Xiêng Khoảng (Lào)") ==
	      List{"VN-22/agency/hội doanh nhân trẻ", "LA-XI/agency/phòng thương mại và công nghiệp"});
	CHECK(parties_of("Đài Phát thanh và Truyền hình Điện Biên") == List{"VN-71/agency/đài phát thanh và truyền hình"});
	CHECK(parties_of("Ban Giám đốc đã tiếp đoàn tỉnh Điện Biên") == List{"VN-71/province"});
}

TEST_CASE("boards of a party's centre take the country from the party's name") {
	CHECK(parties_of("Ban Đối ngoại Trung ương Đảng Nhân dân Cách mạng Lào") ==
	      List{"LA/agency/ban đối ngoại trung ương"});
	CHECK(parties_of("Viện kiểm sát nhân dân (KSND) tối cao Việt Nam") ==
	      List{"VN/agency/viện kiểm sát nhân dân tối cao"});
}

TEST_CASE("units announced by a colon or by gồm are taken one by one") {
	CHECK(parties_of("các đồn biên phòng của BĐBP Hà Tĩnh gồm Phú Gia, Hòa Hải") ==
	      List{"VN-23/border-post/phú gia", "VN-23/border-post/hòa hải"});
}

TEST_CASE("a firm beside a Lao body is Vietnamese, a town is no village") {
	CHECK(parties_of("Công ty Cao su Sông Trà và tỉnh Champasak (Lào) ký kết") ==
	      List{"VN/company/cao su sông trà", "LA-CH/province"});
	CHECK(parties_of("đoàn rời Buôn Ma Thuột").empty());
}

TEST_CASE("a name in a list of crossings is no village") {
	CHECK(parties_of("Tỉnh Sơn La mở thêm các cặp cửa khẩu Nà Khoang - Ta Pao, Phiêng Pằn - Bản Xiềng") ==
	      List{"VN-05/province"});
	CHECK(parties_of("Bản Lạnh (tỉnh Sơn La) và Bản Xiềng (tỉnh Hủa Phăn) kết nghĩa") ==
	      List{"VN-05/village/lạnh", "LA-HO/village/xiềng"});
}

TEST_CASE("bodies of third countries and the ends of a road are no parties") {
	CHECK(parties_of("Sở Thương mại tỉnh Vân Nam (Trung Quốc) gửi thư").empty());
	CHECK(parties_of("khởi công tuyến đường bộ Hà Nội - Vientiane").empty());
	CHECK(parties_of("tặng nhà trường 500 quyển vở").empty());
}

TEST_CASE("units behind a colon may all be of border gates") {
	CHECK(
	    parties_of("kết nghĩa giữa các đồn biên phòng: Cửa khẩu quốc tế Nà Hin, Mường Lạn, Chiềng Khừa (BĐBP tỉnh Sơn "
	               "La) với Đại đội Biên phòng 217 của tỉnh Hủa Phăn") ==
	    List{"VN-05/border-post/nà hin", "VN-05/border-post/mường lạn", "VN-05/border-post/chiềng khừa",
	         "LA-HO/border-company/217"});
}

TEST_CASE("the border guard of 'thành phố' is that of the city, wherever the gate lies") {
	CHECK(
	    parties_of("Thành phố Đà Nẵng đón khách. Tại cửa khẩu Nam Giang, Bộ Chỉ huy BĐBP thành phố gặp Bộ CHQS tỉnh Sê "
	               "Kông")
	        .back() == "LA-XE/military-command");
	const auto found = parties_of(
	    "Thành phố Đà Nẵng đón khách. Tại cửa khẩu Nam Giang, Bộ Chỉ huy BĐBP thành phố gặp Bộ CHQS tỉnh Sê Kông");
	CHECK(std::find(found.begin(), found.end(), "VN-DN/border-guard") != found.end());
}

TEST_CASE("a school is also named by the village it stands in") {
	CHECK(parties_of("tặng Trường Tiểu học bản Na Hin (tỉnh Salavan) sách vở") ==
	      List{"LA-SL/school/tiểu học bản na hin"});
}

TEST_CASE("a ministry is known by its minister's post, two countries behind one are one of each") {
	CHECK(parties_of("Bộ trưởng Tài chính Lào tiếp đoàn") == parties_of("Bộ Tài chính Lào tiếp đoàn"));
	CHECK(parties_of("Thứ trưởng Quốc phòng Lào tiếp đoàn") == parties_of("Bộ Quốc phòng Lào tiếp đoàn"));
	CHECK(parties_of("Hội nghị Bộ Quốc phòng Việt Nam - Lào") ==
	      List{"VN/ministry-of-defence", "LA/ministry-of-defence"});
}

TEST_CASE("a list may stand behind a colon, a letter's number and a sender of news name nobody") {
	CHECK(parties_of("Công an các tỉnh: Sơn La, Điện Biên họp") == List{"VN-05/police", "VN-71/police"});
	CHECK(parties_of("theo Công văn số 1127/UBND ngày 3/4").empty());
	CHECK(parties_of("Lai Châu TV - Sáng 16/5, trời mưa").empty());
}

TEST_CASE("an envoy speaks for his office") {
	const auto lao = parties_of("Đại sứ Lào tại Việt Nam dự lễ");
	REQUIRE_FALSE(lao.empty());
	CHECK(lao.front() == "LA/agency/đại sứ quán");
	const auto own = parties_of("Đại sứ Việt Nam tại Lào dự lễ");
	REQUIRE_FALSE(own.empty());
	CHECK(own.front() == "VN/state");
}

TEST_CASE("a market or a river with the name of a district is no party, and reading goes on behind it") {
	CHECK(parties_of("khánh thành chợ Mường Khoa, Công an tỉnh Sơn La dự") == List{"VN-05/police"});
	CHECK(parties_of("bên sông Mường Khoa, Công an tỉnh Sơn La dự") == List{"VN-05/police"});
}

TEST_CASE("schools of the whole country are of no province, and customs are called by their province") {
	CHECK(parties_of("Tại Quảng Trị, Học viện Tòa án Việt Nam mở lớp") ==
	      List{"VN-25/province", "VN/school/học viện tòa án việt nam"});
	CHECK(parties_of("Đoàn Bộ Quốc phòng Lào thăm Trường Sĩ quan Lục quân 1") ==
	      List{"LA/ministry-of-defence", "VN/school/sĩ quan lục quân 1"});
	CHECK(parties_of("Hải quan Quảng Trị và Hải quan Savannakhet giao ban") ==
	      List{"VN-25/agency/hải quan", "LA-SV/agency/hải quan"});
	for (const auto& party : parties_of("Hải quan tỉnh Quảng Trị họp. Cục Hải quan Quảng Trị báo cáo"))
		CHECK(party == "VN-25/agency/hải quan");
}
