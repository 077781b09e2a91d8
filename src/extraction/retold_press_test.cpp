// Reports that a journalist retells: what a paper says told behind it, guests told behind the word of travel, bodies
// told by a short word.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extraction/told_records.hpp"

namespace model = bienban::model;
using bienban::extraction::Parties;
using bienban::extraction::sorted;
using bienban::extraction::told_one;
using bienban::extraction::told_reading;
using bienban::extraction::told_records;
using Theme = model::Theme;

namespace {

std::vector<Theme> promised(const std::string& text, const std::string& published) {
	std::vector<Theme> out;
	for (const auto& c : told_records<model::Commitment>(text, published))
		out.insert(out.end(), c.themes.begin(), c.themes.end());
	return out;
}

bool has(const std::vector<Theme>& themes, Theme theme) {
	return std::find(themes.begin(), themes.end(), theme) != themes.end();
}

}  // namespace

TEST_CASE("what a paper says is promised, wherever the sentence names the paper") {
	const auto by_the_way = promised(
	    "Chiều 4/6/2023, hai tỉnh Hà Tĩnh và Khăm Muộn (Lào) hội đàm. Một Biên bản ghi nhớ mới cho giai đoạn 2023 - "
	    "2025 đã mang chữ ký của hai trưởng đoàn. Trong hai năm này, theo văn bản, hai tỉnh tăng số chuyến tuần tra "
	    "chung; chặn ma túy ngay từ đường biên.",
	    "2023-06-05");
	CHECK(has(by_the_way, Theme::joint_patrol));
	CHECK(has(by_the_way, Theme::drugs));
	const auto listed = promised(
	    "Hôm 9/8/2019, Tỉnh đoàn Sơn La và Đoàn Thanh niên tỉnh Hủa Phăn (Lào) ký Chương trình phối hợp giai đoạn 2019 "
	    "- 2022: dạy tiếng Việt cho đoàn viên vùng biên, tuyên truyền để thanh niên không dính vào ma túy.",
	    "2019-08-10");
	CHECK(has(listed, Theme::language));
	CHECK(has(listed, Theme::public_awareness));
	const auto kept = told_records<model::Commitment>(
	    "Đồn Biên phòng Đắk Blô (Kon Tum) và Đại đội Biên phòng 532 (Sê Kông) thực hiện quy chế ký tháng 6/2019 rất "
	    "nghiêm: tháng nào cũng đi tuần tra chung.",
	    "2021-08-10");
	CHECK(kept.empty());
}

TEST_CASE("what is agreed by a keeping of custom is done, works are works whatever they are for") {
	const auto done = told_one<model::Achievement>(
	    "Năm 2014, theo báo cáo, Quân khu 4 cử 46 chuyên gia sang giúp Sư đoàn 4 Quân đội nhân dân Lào. Hai bên giữ "
	    "nếp thông báo tình hình, trao đổi kinh nghiệm về công tác đảng.",
	    "2015-01-07");
	CHECK(has(done.themes, Theme::information_exchange));
	const auto works = promised(
	    "Chiều 8/8/2018, tỉnh Quảng Bình hội đàm với tỉnh Khăm Muộn (Lào). Hai tỉnh thống nhất sửa trường học, trạm y "
	    "tế ở vùng ngập.",
	    "2018-08-10");
	CHECK(has(works, Theme::infrastructure));
	CHECK_FALSE(has(works, Theme::education));
	CHECK_FALSE(has(works, Theme::health));
	CHECK(has(
	    promised(
	        "Đi vào năm 2016, Bộ CHQS tỉnh Nghệ An cùng Bộ CHQS tỉnh Xiêng Khoảng (Lào) huấn luyện phân đội trinh sát.",
	        "2016-01-07"),
	    Theme::training));
}

TEST_CASE("guests stand behind the word of travel, or are called guests; a stay ends on a day of its own") {
	const auto first = told_one<model::Visit>(
	    "Sang Quảng Nam ba ngày (từ 12 đến 14/9), đoàn cán bộ Công an tỉnh Sê Kông (Lào) do Đại tá Bun Thoong Sỉ Vông "
	    "dẫn đầu muốn nghe chuyện nghề.\nBuổi làm việc diễn ra sáng 13/9 với Công an tỉnh Quảng Nam.",
	    "2016-09-15");
	CHECK(first.from == "LA-XE/police");
	CHECK(first.to == "VN-27/police");
	CHECK(first.date == "2016-09-12/2016-09-14");
	CHECK(first.head == "Bun Thoong Sỉ Vông");
	const auto attended = told_one<model::Visit>(
	    "Trường học do tỉnh Ninh Bình tặng tỉnh U Đôm Xay (Lào) được khánh thành sáng 20/8.\nSang dự lễ có đoàn đại "
	    "biểu tỉnh Ninh Bình do đồng chí Phạm Hữu Thành, Phó Bí thư Tỉnh ủy, làm trưởng đoàn.",
	    "2013-08-22");
	CHECK(attended.from == "VN-18/province");
	CHECK(attended.to == "LA-OU/province");
	const auto guests = told_one<model::Visit>(
	    "Biên bản ghi nhớ giữa Bộ Chỉ huy BĐBP tỉnh Quảng Trị và Bộ CHQS tỉnh Salavan (Lào) sắp hết hạn.\nKhách đến "
	    "Đông Hà từ sáng 9/12. Đó là đoàn cán bộ Bộ CHQS tỉnh Salavan do Thượng tá Khăm Phết Vông Xay dẫn đầu.",
	    "2013-12-12");
	CHECK(guests.from == "LA-SL/military-command");
	CHECK(guests.to == "VN-25/border-guard");
	CHECK(guests.head == "Khăm Phết Vông Xay");
	const auto stays = told_one<model::Visit>(
	    "Đoàn đại biểu tỉnh Bô Ly Khăm Xay (Lào) đến thăm tỉnh Nghệ An từ ngày 12/8 và lưu lại tới hết ngày 17/8. "
	    "Chiều 12/8, người dẫn đầu đoàn là ông Kong Kẹo Xay Xổng, Tỉnh trưởng, cùng lãnh đạo tỉnh Nghệ An hội đàm.",
	    "2013-08-18");
	CHECK(stays.date == "2013-08-12/2013-08-17");
	CHECK(stays.head == "Kong Kẹo Xay Xổng");
}

TEST_CASE("by the name of a town the body like the guest is meant; by a councillor's post the council") {
	const auto office = told_one<model::Visit>(
	    "Sở Công Thương tỉnh Quảng Trị mời bạn sang bàn việc.\nHôm 20/9, đoàn Sở Công Thương tỉnh Savannakhet (Lào) do "
	    "Phó Giám đốc Bun Lạ Phăn Đa dẫn đầu đã đến Đông Hà.",
	    "2016-09-22");
	CHECK(office.to == "VN-25/agency/sở công thương");
	const auto council = told_records<model::Visit>(
	    "Bà Khăm Phiu Vi Lay, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Phông Sa Lỳ (Lào), dẫn đầu đoàn sang thăm theo "
	    "lời mời của HĐND tỉnh Điện Biên, từ ngày 9 đến ngày 12/7. HĐND tỉnh Phông Sa Lỳ mới được lập hai năm.",
	    "2018-07-13");
	REQUIRE(council.size() == 1);
	CHECK(council[0].from == "LA-PH/people-council");
	CHECK(council[0].to == "VN-71/people-council");
}

TEST_CASE("a part of those told before, and what is sold to the friends") {
	const auto pupils = told_records<model::Result>(
	    "Từ năm 2021 đến nay, 86 học sinh tỉnh Bô Ly Khăm Xay (Lào) được tỉnh Nghệ An đón nhận vào các trường ở Vinh; "
	    "50 em trong số đó do ngân sách tỉnh nuôi trọn khóa.",
	    "2024-05-16");
	REQUIRE(pupils.size() == 2);
	CHECK(pupils[1].by == Parties{"VN-22/province"});
	CHECK(pupils[1].to == Parties{"LA-BL/province"});
	const auto trade = told_records<model::Result>(
	    "Riêng năm 2023, hàng hóa qua lại giữa tỉnh Nghệ An và tỉnh Bô Ly Khăm Xay (Lào) đạt 41,6 triệu USD, trong đó "
	    "phần xuất sang bạn là 29 triệu USD.",
	    "2024-05-16");
	REQUIRE(trade.size() == 2);
	CHECK(trade[1].by == Parties{"VN-22/province"});
	CHECK(trade[1].to == Parties{"LA-BL/province"});
}

TEST_CASE("the order of a meeting told before it, a question that is none, one paper that is no figure") {
	const auto meetings = told_one<model::Meeting>(
	    "Ngày 20/9/2016, Sở Công Thương tỉnh Quảng Trị và Sở Công Thương tỉnh Savannakhet (Lào) họp tại Đông Hà. Đây "
	    "là kỳ thứ tư của hội nghị thương mại biên giới giữa hai sở.",
	    "2016-09-22");
	CHECK(meetings.ordinal == 4);
	const std::string text =
	    "Làm thế nào để kỳ họp bớt hình thức? Câu hỏi ấy chiếm gần hết buổi làm việc chiều 10/7, tại thành phố Điện "
	    "Biên Phủ, giữa HĐND tỉnh Điện Biên và đoàn HĐND tỉnh Phông Sa Lỳ (Lào).\nTháng 11/2016, hai bên đã ký một "
	    "biên bản ghi nhớ.";
	const auto talks = told_one<model::Meeting>(text, "2018-07-12");
	CHECK(talks.kind == model::MeetingKind::reception);
	CHECK(told_records<model::Result>(text, "2018-07-12").empty());
}

TEST_CASE("gifts to colleagues, by an institution's head word, of a hospital; days before are no goods") {
	const auto colleagues = told_one<model::Support>(
	    "Sáng 10/7, HĐND tỉnh Điện Biên làm việc với HĐND tỉnh Phông Sa Lỳ (Lào).\nKết thúc buổi làm việc, HĐND tỉnh "
	    "Điện Biên biếu đồng nghiệp 5 máy tính xách tay.",
	    "2018-07-12");
	CHECK(colleagues.receiver == Parties{"LA-PH/people-council"});
	const auto heads = told_one<model::Support>(
	    "Sáng 2/10, Hiệp hội Doanh nghiệp thành phố Đà Nẵng tiếp Phòng Thương mại và Công nghiệp tỉnh Champasak (Lào) "
	    "bên lề hội nghị của Đà Nẵng với hai tỉnh Champasak, Sê Kông.\nHiệp hội tặng Phòng 4 máy đo độ ẩm.",
	    "2025-10-03");
	CHECK(heads.giver == Parties{"VN-DN/agency/hiệp hội doanh nghiệp"});
	CHECK(heads.receiver == Parties{"LA-CH/agency/phòng thương mại và công nghiệp"});
	const auto hospital = told_one<model::Support>(
	    "Chiều 8/2, đoàn tỉnh Hủa Phăn (Lào) đến chúc Tết tỉnh Thanh Hóa.\nNăm 2009, Thanh Hóa dành 12 tỷ đồng xây "
	    "Bệnh viện huyện Sầm Tớ cho bạn.",
	    "2010-02-09");
	CHECK(hospital.receiver == Parties{"LA-HO/province"});
	CHECK(told_records<model::Support>("Tỉnh Kon Tum gửi lời thăm hỏi bà con huyện Sa Nam Xay, tỉnh Attapeu (Lào), nơi "
	                                   "mấy hôm trước con đập vỡ đã cuốn trôi nhiều bản làng.",
	                                   "2018-08-03")
	          .empty());
}

TEST_CASE("a district is where the text says, and a surname behind the province is no place") {
	const auto works = told_one<model::Support>(
	    "Đoàn Sở Nông nghiệp tỉnh Lâm Đồng ở với bản Noọng Luông, huyện Thà Teng (tỉnh Champasak, Lào).\nNăm 2023, Sở "
	    "Nông nghiệp tỉnh Lâm Đồng tặng huyện Thà Teng 600 kg hạt giống rau.",
	    "2023-03-14");
	CHECK(works.receiver == Parties{"LA-CH/district/thà teng"});
	const auto people = told_reading(
	                        "Chiều 8/2, đoàn tỉnh Hủa Phăn (Lào) đến thăm tỉnh Thanh Hóa. Người đón khách là Chủ tịch "
	                        "UBND tỉnh Mai Văn Thụ.",
	                        "2010-02-09")
	                        .people;
	REQUIRE(people.size() == 1);
	CHECK(people[0].name == "Mai Văn Thụ");
	CHECK(people[0].title == "Chủ tịch UBND tỉnh");
}

TEST_CASE("provinces named together are twinned, those that shall be are not") {
	const auto kin = told_one<model::Twinning>(
	    "Sáng 25/7/2023, đoàn HĐND tỉnh Champasak (Lào) thăm HĐND tỉnh Đắk Lắk.\nGiữa tỉnh Đắk Lắk và tỉnh Champasak "
	    "vốn chẳng xa lạ gì. Hai tỉnh là anh em kết nghĩa từ năm 1997.",
	    "2023-07-26");
	CHECK(sorted(kin.parties) == Parties{"LA-CH/province", "VN-33/province"});
	CHECK(kin.since == "1997");
	const auto ceremony = told_one<model::Twinning>(
	    "Tỉnh Yên Bái và tỉnh Xay Nhạ Bu Ly (Lào) từ nay là anh em. Tối 10/11, trong lễ kết nghĩa giữa hai tỉnh, lãnh "
	    "đạo hai bên ký biên bản.",
	    "2009-11-12");
	CHECK(ceremony.since == "2009-11-10");
	CHECK(told_records<model::Twinning>(
	          "Tổng Liên đoàn Lao động Việt Nam và Liên hiệp Công đoàn Lào ký thỏa thuận chiều 23/10. Từ nay đến năm "
	          "2023, hai tổ chức sẽ tăng số đoàn đi thăm và vận động công đoàn các tỉnh biên giới kết nghĩa.",
	          "2018-10-24")
	          .empty());
}

TEST_CASE("the year of the text is that from which a plan runs, and a paper just signed at the talks is new") {
	const auto papers = told_one<model::Agreement>(
	    "Hôm 19/4, Mặt trận tỉnh Hà Tĩnh hội đàm với Mặt trận tỉnh Khăm Muộn (Lào).\nChương trình phối hợp giai đoạn "
	    "2012 - 2015 mà hai bên vừa ký tại hội đàm ghi rõ: từ năm nay đến hết năm 2015, Mặt trận hai tỉnh cùng ngăn ma "
	    "túy.",
	    {});
	CHECK(papers.act == model::Act::signed_);
	CHECK(papers.signed_on == "2012-04-19");
}

TEST_CASE("what is told of home is no result of the two, days of a stay stand behind it") {
	const std::string talks = "Ngày 5/6/2019, tỉnh Điện Biên và tỉnh Phông Sa Lỳ (Lào) hội đàm.\n";
	CHECK(told_records<model::Result>(talks + "Ở trong tỉnh, từ đầu năm Điện Biên đã xây 20 km đường giao thông.",
	                                  "2019-06-06")
	          .empty());
	const auto stays = told_one<model::Visit>(
	    "Từ ngày 12/12, đoàn tỉnh Hủa Phăn (Lào) sang thăm tỉnh Hòa Bình, ở lại đến 16-12-2019.", "2019-12-17");
	CHECK(stays.date == "2019-12-12/2019-12-16");
}

TEST_CASE("whose feast it is, whose town, whose school") {
	const auto feast = told_one<model::Visit>(
	    "Sáng 1/3/2019, Bộ Chỉ huy BĐBP tỉnh Quảng Bình đón đoàn Bộ Chỉ huy Quân sự tỉnh Khăm Muộn (Lào) sang chúc "
	    "mừng ngày truyền thống của BĐBP Việt Nam.",
	    "2019-03-02");
	CHECK(feast.to == "VN-24/border-guard");
	const auto town = told_one<model::Visit>(
	    "Ngày 5/6/2019, đoàn huyện Viêng Xay, tỉnh Hủa Phăn (Lào) đến thị trấn Quan Sơn chúc Tết huyện Quan Sơn, tỉnh "
	    "Thanh Hóa.",
	    "2019-06-06");
	CHECK(town.to == "VN-21/district/quan sơn");
	const auto school = told_records<model::Result>(
	    "Ngày 5/6/2019, đoàn tỉnh Khăm Muộn (Lào) thăm Trường Đại học Hà Tĩnh, nơi đang đào tạo 420 sinh viên Lào.",
	    "2019-06-06");
	REQUIRE(school.size() == 1);
	CHECK(school[0].by == Parties{"VN-23/school/đại học hà tĩnh"});
}

TEST_CASE("bodies in lists, newspapers, gates of merged provinces, hospitals, colleges with a number") {
	const auto police = told_records<model::Agreement>(
	    "Ngày 5/6/2019, Công an hai huyện Mường Lát (tỉnh Thanh Hóa), Viêng Xay (tỉnh Hủa Phăn, Lào) ký biên bản ghi "
	    "nhớ.",
	    "2019-06-06");
	REQUIRE(police.size() == 1);
	CHECK(sorted(police[0].parties) == Parties{"LA-HO/police/viêng xay", "VN-21/police/mường lát"});
	const auto papers = told_one<model::Agreement>(
	    "Ngày 5/6/2019, Báo Nghệ An và Báo Pa Sa Xôn (Lào) ký thỏa thuận hợp tác.", "2019-06-06");
	CHECK(sorted(papers.parties) == Parties{"LA/agency/báo pasaxon", "VN-22/agency/báo nghệ an"});
	const auto gate = told_one<model::Support>(
	    "Ngày 5/9/2025, tỉnh Quảng Ngãi và tỉnh Attapeu (Lào) họp. Đồn Biên phòng cửa khẩu quốc tế Bờ Y tặng Đại đội "
	    "Biên phòng 531 (Attapeu) 10 triệu đồng.",
	    "2025-09-06");
	CHECK(gate.giver == Parties{"VN-29/border-post/bờ y"});
	const auto healed = told_one<model::Result>(
	    "Ngày 5/6/2019, Bệnh viện Đa khoa tỉnh Điện Biên khám bệnh cho 120 người dân huyện Mường Mày, tỉnh Phông Sa Lỳ "
	    "(Lào).",
	    "2019-06-06");
	CHECK(healed.by == Parties{"VN-71/agency/bệnh viện đa khoa"});
	const auto taught = told_records<model::Result>(
	    "Năm 2018, Trường Quân sự Quân khu 5 mở lớp bồi dưỡng cho 40 sĩ quan Quân đội nhân dân Lào.\nNăm 2020, Trường "
	    "Cao đẳng An ninh nhân dân I đào tạo 20 học viên của Lào.\nNăm 2021, Học viện Chính trị khu vực III đào tạo 22 "
	    "cán bộ tỉnh Sê Kông (Lào).",
	    "2022-06-06");
	REQUIRE(taught.size() == 3);
	CHECK(taught[0].by == Parties{"VN/school/quân sự quân khu 5"});
	CHECK(taught[1].by == Parties{"VN/school/cao đẳng an ninh nhân dân i"});
	CHECK(taught[2].by == Parties{"VN/school/học viện chính trị khu vực iii"});
}

TEST_CASE("a company gives and not the group that owns it") {
	for (const auto* gift : {"tặng huyện Ba Chiêng, tỉnh Champasak (Lào) 2 xe cứu thương.",
	                         "đã tặng 2 xe cứu thương cho huyện Ba Chiêng, tỉnh Champasak (Lào)."}) {
		const auto given = told_one<model::Support>(
		    std::string(
		        "Ngày 5/6/2019, Công ty Cao su Quảng Trị, đơn vị thành viên Tập đoàn Công nghiệp Cao su Việt Nam, ") +
		        gift,
		    "2019-06-06");
		CHECK(given.giver == Parties{"VN-25/company/cao su quảng trị"});
	}
}

TEST_CASE("what one country does for the other, by their names") {
	const auto people = told_records<model::Result>(
	    "Năm 2018, Lào tiếp nhận 180 sinh viên Việt Nam. Việt Nam cử 34 giáo viên sang Lào; Lào cử 12 cán bộ sang Việt "
	    "Nam.",
	    "2019-06-06");
	REQUIRE(people.size() == 3);
	CHECK(people[0].by == Parties{"LA/state"});
	CHECK(people[0].to == Parties{"VN/state"});
	CHECK(people[1].by == Parties{"VN/state"});
	CHECK(people[1].to == Parties{"LA/state"});
	CHECK(people[2].by == Parties{"LA/state"});
	CHECK(people[2].to == Parties{"VN/state"});
}

TEST_CASE("a time is no goods, what is taught beside a building is counted, twins are of both provinces") {
	const auto sums =
	    told_one<model::Support>("Tỉnh Nghệ An hỗ trợ tỉnh Xiêng Khoảng (Lào) 6 tỷ đồng năm 2020.", "2021-02-03");
	CHECK(sums.item == "tiền");
	const auto pupils = told_one<model::Result>(
	    "Tỉnh Thanh Hóa đã đầu tư xây dựng Trường THPT Hữu nghị với kinh phí 25 tỷ đồng và đào tạo 186 lưu học sinh "
	    "cho tỉnh Hủa Phăn (Lào).",
	    "2021-02-03");
	CHECK(pupils.value == 186);
	const auto twins = told_one<model::Result>(
	    "Bản Ka Túp, huyện Sê Pôn (Savannakhet) và khóm Ka Tăng, thị trấn Lao Bảo (Hướng Hóa, Quảng Trị) là cặp bản "
	    "đầu tiên kết nghĩa, từ ngày 26/4/2005. Đến nay, tỉnh Quảng Trị đã có 24 cặp bản hai bên biên giới kết nghĩa.",
	    "2021-02-03");
	CHECK(sorted(twins.by) == Parties{"LA-SV/province", "VN-25/province"});
	CHECK(twins.to.empty());
}

TEST_CASE("a customs region has its number, staff of a trade are no body") {
	const auto customs = told_one<model::Meeting>(
	    "Cục Hải quan Hà Tĩnh và Hải quan vùng 4 tỉnh Khăm Muộn (Lào) hội đàm tại thành phố Hà Tĩnh, hôm 4/12/2015.",
	    "2015-12-05");
	CHECK(sorted(customs.parties) == Parties{"LA-KH/agency/hải quan vùng 4", "VN-23/agency/cục hải quan"});
	const auto unions = told_one<model::Commitment>(
	    "Sáng 18/7, tại Hà Nội, Tổng Liên đoàn Lao động Việt Nam ký Thỏa thuận hợp tác giai đoạn 2023-2028 với Liên "
	    "hiệp Công đoàn Lào. Thỏa thuận tập trung vào trao đổi đoàn, đào tạo cán bộ công đoàn và hỗ trợ trang thiết "
	    "bị.",
	    "2023-07-19");
	CHECK(sorted(unions.parties) == Parties{"LA/agency/liên hiệp công đoàn", "VN/agency/tổng liên đoàn lao động"});
}

TEST_CASE("people who are sent to work are no visit; a delegation is") {
	const std::string sent = "Tháng 7/2023, Sở Y tế tỉnh Điện Biên cử ";
	const std::string work = "4 bác sĩ sang khám bệnh cho 85 người dân tỉnh U Đôm Xay (Lào).";
	CHECK(told_records<model::Visit>(sent + work, "2023-08-02").empty());
	CHECK(told_records<model::Visit>(sent + "đoàn " + work, "2023-08-02").size() == 1);
}

TEST_CASE("trade through a gate is of both provinces, whoever was named before it") {
	const auto figures = told_records<model::Result>(
	    "Năm 2022, tỉnh Thanh Hóa tiếp nhận 96 lưu học sinh tỉnh Hủa Phăn (Lào). Kim ngạch xuất nhập khẩu qua cửa khẩu "
	    "Na Mèo đạt 38,4 triệu USD.",
	    "2023-02-23");
	REQUIRE(figures.size() == 2);
	CHECK(sorted(figures[1].by) == Parties{"LA-HO/province", "VN-21/province"});
	CHECK(figures[1].to.empty());
}

TEST_CASE("what was done in years that nobody counts has no day") {
	const auto figures = told_records<model::Result>(
	    "Ngày 15/9, tại cửa khẩu Cầu Treo, Công an tỉnh Hà Tĩnh tặng Công an tỉnh Bôlykhămxay (Lào) 10 máy vi "
	    "tính.\nĐại tá Nguyễn Tiến Lâm, Phó Giám đốc Công an tỉnh Hà Tĩnh khẳng định, thời gian qua, công an hai tỉnh "
	    "đã phối hợp triệt phá 9 chuyên án ma túy.",
	    "2021-09-16");
	REQUIRE(figures.size() == 1);
	CHECK(!figures[0].period);
}

TEST_CASE("what each gets a month is no price of the scholarships") {
	const auto gift = told_one<model::Support>(
	    "Năm 2022, tỉnh Điện Biên cấp 180 suất học bổng cho sinh viên tỉnh U Đôm Xay (Lào). Mỗi sinh viên được hỗ trợ "
	    "3,6 triệu đồng/tháng.",
	    "2023-01-02");
	CHECK(!gift.worth);
}

TEST_CASE("unions of provinces are counted without those of districts") {
	const auto figures = told_records<model::Result>(
	    "Ngày 14/8, Hội LHPN tỉnh Quảng Trị họp với Hội LHPN hai tỉnh Savannakhet và Salavan (Lào).\nNăm 2018, hội phụ "
	    "nữ ba tỉnh đã tổ chức 14 buổi tuyên truyền cho 2.100 phụ nữ. Đoàn cũng đã thăm Hội LHPN huyện Sa Muồi.",
	    "2019-08-15");
	REQUIRE(figures.size() == 2);
	CHECK(sorted(figures[0].by) == Parties{"LA-SL/women-union", "LA-SV/women-union", "VN-25/women-union"});
}

TEST_CASE("a paper signed in a year before, a post in a society of two countries") {
	const std::string met =
	    "Hội Cựu chiến binh tỉnh Quảng Nam và Hội Cựu chiến binh tỉnh Sê Kông (Lào) họp ngày 5/12/2015.\n";
	const auto paper =
	    told_one<model::Agreement>(met + "Trước đó, năm 2013, hai hội đã ký thỏa thuận hợp tác.", "2015-12-06");
	CHECK(paper.act == model::Act::referenced);
	CHECK(paper.signed_on == "2013");
	const auto reading = told_reading(
	    "Sáng 9/10/2017, ông Sỉ Pha Chăn Thạ Vông, Chủ tịch Hội Hữu nghị Lào - Việt Nam, đến chào lãnh đạo tỉnh Hòa "
	    "Bình.",
	    "2017-10-10");
	REQUIRE(reading.people.size() == 1);
	CHECK(reading.people[0].title == "Chủ tịch Hội Hữu nghị Lào - Việt Nam");
}

TEST_CASE("what no table counts has its own noun for a unit") {
	const auto trained = told_one<model::Result>(
	    "Năm 2020, Sở Tài chính tỉnh Sơn La đào tạo cho 230 kiểm toán viên của Sở Tài chính tỉnh Hủa Phăn (Lào).",
	    "2021-01-10");
	CHECK(trained.unit == "kiểm toán viên");
	const auto persuaded = told_one<model::Result>(
	    "Năm 2018, Hội LHPN tỉnh Quảng Trị và Hội LHPN tỉnh Salavan (Lào) đã vận động 46 chị em không vượt biên trái "
	    "phép.",
	    "2019-01-10");
	CHECK(persuaded.unit == "chị em");
}

TEST_CASE("how often delegations will go says nothing of the meeting at which it is agreed") {
	const auto meeting = told_one<model::Meeting>(
	    "Tại buổi làm việc ngày 5/12/2015 với Hội Cựu chiến binh tỉnh Sê Kông (Lào), Hội Cựu chiến binh tỉnh Quảng Nam "
	    "thống nhất duy trì trao đổi đoàn 2 năm một lần.",
	    "2015-12-08");
	CHECK(!meeting.recurs);
}

TEST_CASE("the delegation told before comes, and not the school it has handed over") {
	const auto visit = told_one<model::Visit>(
	    "Ngày 18/11, đoàn đại biểu tỉnh Phú Thọ do ông Bùi Minh Chiến, Bí thư Tỉnh ủy làm trưởng đoàn đã dự lễ bàn "
	    "giao Trường THPT Hữu nghị Phú Thọ - Luông Nậm Thà.\nTrước đó, chiều 17/11, đoàn đã đến chào xã giao Tỉnh "
	    "trưởng tỉnh Luông Nậm Thà (Lào).",
	    "2019-11-19");
	CHECK(visit.from == "VN-68/province");
	CHECK(visit.to == "LA-LM/province");
}

TEST_CASE("a school lies in the district that it is called by") {
	const auto gift = told_one<model::Support>(
	    "Ngày 28/3/2019, BĐBP tỉnh Kon Tum tặng học sinh Trường Tiểu học Phu Vông (Lào) 200 bộ quần áo.", "2019-03-29");
	CHECK(gift.receiver == Parties{"LA-AT/school/tiểu học phu vông"});
}

TEST_CASE("a village that bears the name of a gate lies where its address says") {
	const auto meeting = told_one<model::Meeting>(
	    "Sáng 22/4/2015, tại bản Pa Háng, huyện Sốp Bâu, tỉnh Hủa Phăn (Lào), Đồn Biên phòng Lóng Sập hội đàm với Đại "
	    "đội Biên phòng 216.",
	    "2015-04-23");
	CHECK(meeting.place == "LA-HO");
}

TEST_CASE("the year of an accord that is being signed is the one it is for") {
	const auto paper = told_one<model::Agreement>(
	    "Sáng 12/1/2022, tại Hà Nội, Thủ tướng Việt Nam và Thủ tướng Lào đồng chủ trì kỳ họp lần thứ 44 Ủy ban liên "
	    "Chính phủ.\nKết thúc kỳ họp, hai Thủ tướng đã ký Hiệp định hợp tác song phương năm 2022 giữa Chính phủ hai "
	    "nước.",
	    "2022-01-12");
	CHECK(paper.act == model::Act::signed_);
	CHECK(paper.signed_on == "2022-01-12");
	CHECK(paper.term == "2022");
}

TEST_CASE("what is given in a paragraph of a year has that year") {
	const auto gift = told_one<model::Support>(
	    "Sáng 12/1/2022, tại Hà Nội, Chính phủ Việt Nam và Chính phủ Lào họp.\nNăm 2021, kim ngạch hai nước đạt 1,4 tỷ "
	    "USD, tăng 33% so với năm 2020. Chính phủ Việt Nam viện trợ Lào 500.000 USD.",
	    "2022-01-12");
	CHECK(gift.period == "2021");
}

TEST_CASE("a quarter of a century is counted back, and a conference on patrols is no patrol") {
	const auto visits = told_one<model::Result>(
	    "Tỉnh Quảng Nam và tỉnh Sê Kông (Lào) kết nghĩa từ năm 1984.\nTrong 25 năm qua, hai tỉnh đã trao đổi 60 đoàn "
	    "cấp cao.",
	    "2009-11-16");
	CHECK(visits.period == "1984/2009");
	const std::string text =
	    "Ngày 18/1/2024, tại huyện Khăm Cợt, Bộ Chỉ huy BĐBP Hà Tĩnh và Bộ CHQS tỉnh Bôlykhămxay (Lào) tổ chức hội "
	    "nghị hiệp đồng tuần tra song phương.\nNăm 2023, các đồn biên phòng của BĐBP Hà Tĩnh và các đại đội bảo vệ "
	    "biên giới của Bộ CHQS tỉnh Bôlykhămxay đã tổ chức 22 đợt tuần tra.";
	CHECK(told_records<model::Activity>(text, "2024-01-19").empty());
	CHECK(told_one<model::Result>(text, "2024-01-19").theme == Theme::joint_patrol);
}

TEST_CASE(
    "who brings villages together is not twinned himself, and a village twinned with a \"thôn\" is the other side's") {
	const auto pairs = told_records<model::Twinning>(
	    "Thêm hai cặp thôn - bản Hướng Hóa, Sê Pôn",
	    "Sáng 14/5/2010, tại nhà văn hóa xã Thuận, UBND huyện Hướng Hóa phối hợp với chính quyền huyện Sê Pôn, tỉnh "
	    "Savannakhet (Lào) tổ chức lễ kết nghĩa giữa một số thôn, bản.\nTrước sự chứng kiến của đại biểu, thôn Úp Ly "
	    "đã kết "
	    "nghĩa với bản Văng Sơn, thôn Thuận Trung kết nghĩa với bản A Rông.",
	    "2010-05-17");
	REQUIRE(pairs.size() == 2);
	CHECK(pairs[0].parties == Parties{"VN-25/village/úp ly", "LA-SV/village/văng sơn"});
	CHECK(pairs[1].parties == Parties{"VN-25/village/thuận trung", "LA-SV/village/a rông"});
	for (const auto& pair : pairs) CHECK(pair.since == "2010-05-14");
}

TEST_CASE("what is called a present of one side is what it gave") {
	const auto centre = told_one<model::Support>(
	    "Trung tâm đào tạo tại Viêng Chăn, quà của Bộ Tư pháp Việt Nam tặng Bộ Tư pháp Lào trị giá 32 tỷ đồng, sẽ xong "
	    "trước Tết.",
	    {});
	CHECK(centre.item == "trung tâm đào tạo");
	CHECK(centre.value == 1);
	const auto house = told_one<model::Support>(
	    "Ngày 9/12/2008, hai bên khánh thành Nhà truyền thống lực lượng vũ trang tỉnh. Công trình hai tầng, do công "
	    "binh "
	    "thi công trong bảy tháng, là quà của Quân khu 5 tặng Bộ CHQS tỉnh Attapư (Lào), trị giá 2,6 tỷ đồng.",
	    {});
	CHECK(house.item == "nhà truyền thống");
	REQUIRE(house.worth);
	CHECK(house.worth->value == 2'600'000'000);
}

TEST_CASE("what a district is given is not its name") {
	for (const auto& gift :
	     told_records<model::Support>("Ngày 9/11/2011, Sở Nông nghiệp tỉnh Hòa Bình thăm huyện Sầm Tớ (tỉnh Hủa Phăn, "
	                                  "Lào). Sở trao cho huyện Trạm "
	                                  "giống cây trồng trị giá 850 triệu đồng, tặng huyện 10 máy cày tay.",
	                                  {}))
		CHECK(gift.receiver == Parties{"LA-HO/district/sầm tớ"});
}

TEST_CASE("a time that ends with \"đến nay\" leads to nobody") {
	const auto sent = told_one<model::Result>(
	    "Đoàn cán bộ Sở Nông nghiệp Hòa Bình sang huyện Sầm Tớ, tỉnh Hủa Phăn (Lào). Hai tỉnh Hòa Bình và Hủa Phăn ký "
	    "Bản "
	    "ghi nhớ năm 2008. Từ năm 2009 đến nay Sở đã cử 14 lượt cán bộ khuyến nông sang Sầm Tớ.",
	    {});
	CHECK(sent.by == Parties{"VN-14/agency/sở nông nghiệp"});
	CHECK(sent.to == Parties{"LA-HO/district/sầm tớ"});
}

TEST_CASE("experts sent to help are no visit, and what another country gave is none of ours") {
	const std::string text =
	    "Tháng 5/2021, Bộ Y tế Việt Nam đã cử 35 cán bộ, chuyên gia y tế sang giúp hai tỉnh Chăm-pa-xắc, "
	    "Sa-vẳn-na-khệt "
	    "(Lào) lập bệnh viện dã chiến. Tỉnh Chăm-pa-xắc đã tiêm 41.600 liều vắc-xin do Trung Quốc viện trợ.";
	CHECK(told_records<model::Visit>(text, {}).empty());
	CHECK(told_records<model::Support>(text, {}).empty());
	CHECK(told_one<model::Result>(text, {}).value == 35);
}
