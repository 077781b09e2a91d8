// Reports in plain words of offices built for the police across the border, of twinnings, of schools that receive, and
// of remains brought home.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extraction/told_records.hpp"

namespace model = bienban::model;
using bienban::extraction::Parties;

using bienban::extraction::told_one;
using bienban::extraction::told_reading;
using bienban::extraction::told_records;

namespace {}  // namespace

TEST_CASE("an office that is given is one gift, however often it is told and described") {
	const std::string text =
	    "Ngày 12/3/2022, Công an tỉnh Kon Tum tổ chức lễ khánh thành và bàn giao trụ sở làm việc cho Công an nước bạn "
	    "Lào tại bản Đắc Y, huyện Sản Xay, tỉnh Attapư.\nTrụ sở Công an bản Đắc Y được Công an tỉnh Kon Tum giúp đỡ "
	    "xây dựng mới. Trụ sở làm việc của Công an bản Đắc Y là công trình nhà cấp IV, có diện tích 70 m2, gồm 1 phòng "
	    "làm việc, 2 phòng ở; trang bị 3 giường tầng, 2 tủ sắt.\nThực hiện chủ trương của Bộ Công an về việc hỗ trợ "
	    "xây dựng trụ sở cho công an các tỉnh biên giới của nước bạn, hai bên giữ mối liên hệ.";
	const auto gifts = told_one<model::Support>(text, "2022-03-13");
	CHECK(gifts.item == "trụ sở làm việc");
	CHECK(gifts.value == 1);
	CHECK(gifts.giver == Parties{"VN-28/police"});
	CHECK(gifts.receiver == Parties{"LA-AT/police"});
	CHECK(told_records<model::Result>(text, "2022-03-13").empty());
}

TEST_CASE("whose gift a work is, told behind it; and the police of villages") {
	const auto given = told_one<model::Support>(
	    "Ngày 4/5/2021, Công an tỉnh Quảng Nam bàn giao công trình Nhà làm việc Công an huyện Đắc Chưng.\nCông trình "
	    "do tỉnh Quảng Nam đầu tư xây dựng tặng tỉnh Sê Kông.",
	    {});
	CHECK(given.giver == Parties{"VN-27/province"});
	CHECK(given.receiver == Parties{"LA-XE/province"});
	const auto villages = told_records<model::Support>(
	    "Ngày 5/3/2022, Công an tỉnh Nghệ An tặng Công an bản Nậm Xắc, huyện Mường Khăm, tỉnh Xiêng Khoảng 2 máy "
	    "tính.\nNgày 6/3/2022, Công an tỉnh Nghệ An tặng công an các bản giáp biên thuộc tỉnh Xiêng Khoảng và Hủa Phăn "
	    "5 máy in.",
	    {});
	REQUIRE(villages.size() == 2);
	CHECK(villages[0].receiver == Parties{"LA-XI/police/nậm xắc"});
	CHECK(villages[1].receiver == Parties{"LA-XI/police", "LA-HO/police"});
}

TEST_CASE("a school that is visited receives, its size is no figure; a school that is built is given") {
	const std::string text =
	    "Chiều 20/10/2024, tại tỉnh Luông Pha Băng, đoàn công tác Bộ Công an Việt Nam đã tới thăm, tặng quà giáo viên "
	    "và học sinh Trường tiểu học Hoa Chăm Pa.\nTrường tiểu học Hoa Chăm Pa do Hội người Việt quản lý, hiện giảng "
	    "dạy hơn 300 học sinh.\nNhằm hỗ trợ nhà trường, đoàn công tác đã trao tặng 12 bộ máy vi tính.";
	const auto gifts = told_records<model::Support>(text, {});
	REQUIRE(!gifts.empty());
	CHECK(gifts.back().value == 12);
	CHECK(gifts.back().receiver == Parties{"LA-LP/school/tiểu học hoa chăm pa"});
	CHECK(told_records<model::Result>(text, {}).empty());
	const auto built = told_one<model::Support>(
	    "Ngày 4/5/2021, huyện A Lưới (Thừa Thiên Huế) xây tặng huyện Sa Muồi, tỉnh Salavan Trường mầm non A Xốc.", {});
	CHECK(built.receiver == Parties{"LA-SL/district/sa muồi"});
}

TEST_CASE("a gift to all who stand in a list, and a caption that tells of a gift once more") {
	const auto all = told_one<model::Support>(
	    "Ngày 1/12/2023, đại diện Bộ đội Biên phòng tỉnh Sơn La (Việt Nam) đã đến chúc mừng, tặng quà các đơn vị của "
	    "Lào như: Công an tỉnh Hủa Phăn; Bộ Chỉ huy quân sự tỉnh Hủa Phăn; các Đại đội Biên phòng 211, 213.",
	    {});
	CHECK(all.receiver.size() == 4);
	const auto once = told_records<model::Support>(
	    "Ngày 8/12/2021, Công an tỉnh Quảng Nam phối hợp Công an tỉnh Sê Kông khởi công trụ sở.\nĐại tá Nguyễn Hà Nam "
	    "- Phó Giám đốc Công an tỉnh Quảng Nam tặng quà lực lượng công an Lào.\nDịp này, lãnh đạo Công an tỉnh Quảng "
	    "Nam tặng quà Công an tỉnh Sê Kông và Công an huyện Đắc Chưng.",
	    {});
	std::size_t bare = 0;
	for (const auto& gift : once) bare += gift.item == "quà" ? 1U : 0U;
	CHECK(bare == 1);
}

TEST_CASE("what a twinning means is no twinning, nor is the name of a movement") {
	const std::string text =
	    "Từ ngày 28 đến 31/10/2025, các Đồn Biên phòng Ga Ry, A Nông (Bộ đội Biên phòng thành phố Đà Nẵng) tổ chức lễ "
	    "kết nghĩa với Đại đội Biên phòng 534 (Bộ Chỉ huy quân sự tỉnh Sê Kông, Lào).\nLễ kết nghĩa còn là cơ hội để "
	    "lực lượng biên phòng hai nước củng cố niềm tin. Mô hình “Kết nghĩa bản - bản” của hai lực lượng lan rộng.";
	CHECK(told_records<model::Twinning>(text, {}).size() == 2);
	const auto villages = told_one<model::Twinning>(
	    "Đồng bào còn nhớ ngày 28/4/2005. Đó là ngày bản Ka Tăng (tỉnh Quảng Trị) chính thức ký kết quy chế hoạt động "
	    "kết nghĩa bản - bản với bản Densavan (tỉnh Savannakhet, Lào).",
	    {});
	CHECK(villages.since == "2005-04-28");
}

TEST_CASE("what was signed is to be done, and what the two also do belongs to it") {
	const std::string text =
	    "Ngày 27/10/2022, Đồn Biên phòng A Vao (Quảng Trị) và Đại đội Biên phòng 511 tỉnh Salavan (Lào) đã ký kết văn "
	    "bản gồm 9 điều khoản, trong đó có nội dung quy định về chế độ hội đàm, quản lý cửa khẩu.\nHai bên cũng thường "
	    "xuyên trao đổi thông tin.\nHai bên cũng định kỳ tổ chức tuần tra song phương.";
	const auto promises = told_one<model::Commitment>(text, {});
	using model::Theme;
	for (const auto theme :
	     {Theme::regular_meeting, Theme::border_gate, Theme::information_exchange, Theme::joint_patrol})
		CHECK(std::count(promises.themes.begin(), promises.themes.end(), theme) == 1);
	CHECK(told_records<model::Achievement>(text, {}).empty());
}

TEST_CASE("an epidemic that had to be lived with is no work on health") {
	for (const auto& a : told_records<model::Achievement>(
	         "Ngày 5/1/2022, tỉnh Sơn La và tỉnh Hủa Phăn (Lào) hội đàm. Năm 2021, mặc dù thời tiết không thuận lợi, "
	         "dịch bệnh COVID-19 phức tạp nhưng hai tỉnh đã phối hợp tuần tra chung; vượt qua nhiều khó khăn trước "
	         "diễn biến của đại dịch, hai tỉnh đã trao đổi thông tin kịp thời.",
	         {}))
		CHECK(std::count(a.themes.begin(), a.themes.end(), model::Theme::health) == 0);
}

TEST_CASE("remains whose figure stands inside their name, and who searched for them") {
	const auto found = told_records<model::Result>(
	    "Sáng 15/5/2018, tại Nghĩa trang liệt sĩ huyện Anh Sơn (Nghệ An) diễn ra lễ an táng hài cốt 76 liệt sĩ quân "
	    "tình nguyện hy sinh tại Lào. Các hài cốt liệt sĩ này được Đội quy tập liệt sĩ Bộ Chỉ huy Quân sự tỉnh Nghệ An "
	    "tìm kiếm, cất bốc trong mùa khô 2017-2018 tại tỉnh Xiêng Khoảng (Lào).\nĐội quy tập hài cốt liệt sĩ (Bộ Chỉ "
	    "huy Quân sự tỉnh Thanh Hóa) quy tập được 20 hài cốt liệt sĩ tại tỉnh Hủa Phăn (Lào).",
	    {});
	REQUIRE(found.size() == 2);
	CHECK(found[0].value == 76);
	CHECK(found[0].unit == "hài cốt liệt sĩ");
	CHECK(found[0].by == Parties{"VN-22/military-command"});
	CHECK(found[0].period == "2017/2018");
	CHECK(found[1].by == Parties{"VN-21/military-command"});
}

TEST_CASE("titles end where the reason begins; a republic and a province are nobody") {
	const auto people = told_reading(
	                        "Thừa ủy quyền của Thủ tướng Chính phủ nước Cộng hòa DCND Lào, chiều 1/2/2020, đồng chí "
	                        "Kong Keo Xay Sông Kham - Bí thư kiêm Tỉnh trưởng tỉnh Bô-ly-khăm-xây trao bằng khen cho "
	                        "Đại tá Võ Trọng Hòa - Ủy viên BTV Tỉnh ủy, Giám đốc Công an tỉnh vì những đóng góp cho "
	                        "tỉnh Bô-ly-khăm-xây. Bằng khen của Bí thư - Tỉnh trưởng tỉnh Xay-xôm-bun-ni được trao cho "
	                        "Thượng tá Đồng Đức Vĩ, Trưởng ban Thanh niên Công an tỉnh Hà Tĩnh.",
	                        {})
	                        .people;
	REQUIRE(people.size() == 3);
	CHECK(people[1].title == "Ủy viên BTV Tỉnh ủy; Giám đốc Công an tỉnh");
	REQUIRE(people[2].title);
	CHECK(people[2].title->starts_with("Trưởng ban Thanh niên"));
}

TEST_CASE("border forces by their long name, and of both countries in a headline") {
	const auto gifts = told_one<model::Support>(
	    "Ngày 18/7/2022, lực lượng quản lý, bảo vệ biên giới tỉnh Quảng Bình tặng lực lượng quản lý và bảo vệ biên "
	    "giới tỉnh Khăm Muộn (Lào) 20 tấn gạo.",
	    {});
	CHECK(gifts.giver == Parties{"VN-24/border-guard"});
	CHECK(gifts.receiver == Parties{"LA-KH/border-guard"});
	const auto meetings = told_one<model::Meeting>(
	    "Ngày 18/7/2022, tại tỉnh Quảng Bình diễn ra giao lưu hữu nghị biên phòng Việt - Lào. Tỉnh Khăm Muộn cử đoàn "
	    "sang dự.",
	    {});
	CHECK(bienban::extraction::sorted(meetings.parties) == Parties{"LA-KH/border-guard", "VN-24/border-guard"});
}

TEST_CASE("memories of the war and journeys of one's own tell of no cooperation") {
	CHECK(told_reading("Ông Phạm Văn Khánh kể: Tháng 5/1971, tôi nhập ngũ, rồi sang chiến đấu ở chiến trường Lào, dự "
	                   "chiến dịch giải phóng Cánh đồng Chum - Xiêng Khoảng. Quê ông ở tỉnh Hà Nam. Nhiều đồng đội đã "
	                   "hy sinh trên đất bạn; mối quan hệ hai dân tộc ngày càng bền chặt.",
	                   {})
	          .records.empty());
	CHECK(told_reading("Ba ngày ở xứ Triệu Voi",
	                   "Chị Khải (Hà Nội) dành trọn thời gian khám phá hai tỉnh Đông Bắc của Lào là Hủa Phăn và Xiêng "
	                   "Khoảng. Đến nay hai tỉnh này vẫn là điểm thu hút du khách trong và ngoài nước.",
	                   {})
	          .records.empty());
}

TEST_CASE("names of villages are no figures, and a total is the worth of what was given") {
	const auto gifts = told_one<model::Support>(
	    "Ngày 11/12/2024, Đồn Biên phòng Ga Ry (BĐBP tỉnh Quảng Nam) trao 400 suất quà tặng nhân dân huyện Kà Lừm "
	    "(tỉnh Sê Kông, Lào).\nNgười dân được tặng quà gồm các bản A Bưl, Ba Bình, A Ching (huyện Kà Lừm) và các thôn "
	    "A Tu 1, Đ’hung (xã Ch’ơm, huyện Tây Giang). Tổng giá trị quà trao đợt này là 280 triệu đồng.",
	    {});
	CHECK(gifts.item == "quà");
	REQUIRE(gifts.worth);
	CHECK(gifts.worth->value == 280e6);
}

TEST_CASE("who is a guest receives nothing, doctors who examine pay no visit, and a sum behind a gift is another") {
	const std::string text =
	    "Ngày 26/1/2026, Đồn Biên phòng Hướng Lập (BĐBP Quảng Trị) tổ chức chương trình tại cụm bản La Cồ (huyện Sê "
	    "Pôn, tỉnh Savannakhet, Lào). Đến dự có đại diện Đại đội Biên phòng 321.\nTheo đó, Đồn Biên phòng Hướng Lập "
	    "trao tặng người dân hơn 900 suất quà (mỗi suất 500.000 đồng) cho 900 người. Bà Hồ Thị Hoan vui mừng vì có "
	    "đoàn bác sĩ về thăm khám sức khỏe.";
	const auto gifts = told_one<model::Support>(text, {});
	CHECK(gifts.receiver == Parties{"LA-SV/village/la cồ"});
	CHECK(told_records<model::Visit>(text, {}).empty());
	CHECK(told_records<model::Result>(text, {}).empty());
	const auto two = told_records<model::Support>(
	    "Ngày 30/12/2024, Đồn Biên phòng Mỹ Lý (Nghệ An) tặng quà cho Đại đội Biên phòng 217 (Hủa Phăn, Lào).\nĐồn "
	    "Biên phòng Mỹ Lý cũng trao số tiền 5 triệu đồng hỗ trợ cháu Xồng Bá Công, bản Huồi Pá, huyện Mường Quắn, tỉnh "
	    "Hủa Phăn.",
	    {});
	REQUIRE(two.size() == 2);
	CHECK(!two[0].value);
	CHECK(two[1].receiver == Parties{"LA-HO/village/huồi pá"});
}

TEST_CASE("sports grounds for two who receive, with what they cost together") {
	const auto gifts = told_records<model::Support>(
	    "Ngày 21/12/2022, Đồn Biên phòng Hướng Lập, BĐBP Quảng Trị trao nhiều phần quà ý nghĩa đến cán bộ, chiến sĩ "
	    "Đại đội Biên phòng 321 (tỉnh Savannakhet, Lào) và Trường Tiểu học A Viên.\nTheo đó, Đồn Biên phòng Hướng Lập "
	    "đã hỗ trợ xây dựng 2 sân bóng chuyền, 1 sân bóng đá với tổng trị giá khoảng 120 triệu đồng để hai đơn vị có "
	    "điều kiện rèn luyện.",
	    {});
	REQUIRE(gifts.size() == 3);
	CHECK(gifts[2].item == "sân bóng chuyền, sân bóng đá");
	CHECK(gifts[2].value == 120e6);
}

TEST_CASE("an operation that has just been ended is the event; the deputies of a province are an office") {
	const std::string text =
	    "Lực lượng phòng chống ma túy BĐBP tỉnh Điện Biên vừa phối hợp với An ninh huyện Mường Mày, tỉnh Phông Sa Lỳ, "
	    "Lào phá thành công chuyên án 044Lv, bắt quả tang 3 đối tượng. Đến dự có ông Hoàng Đức Thuận - Phó Trưởng đoàn "
	    "Đoàn ĐBQH tỉnh Điện Biên.";
	const auto deeds = told_one<model::Activity>(text, {});
	CHECK(deeds.kind == model::ActivityKind::operation);
	CHECK(told_records<model::Achievement>(text, {}).empty());
	const auto people = told_reading(text, {}).people;
	REQUIRE(people.size() == 1);
	CHECK(people[0].title == "Phó Trưởng đoàn Đoàn ĐBQH tỉnh Điện Biên");
}

TEST_CASE("markers of the border: which were set, by whom, and which only are there") {
	const auto set = told_records<model::Result>(
	    "Theo Sở Ngoại vụ Quảng Bình, năm 2011 tỉnh cùng hai tỉnh Khăm Muộn và Savannakhet của Lào hoàn thành tôn tạo "
	    "43 mốc trong tổng số 61 mốc. Trong đó, đoạn Quảng Bình - Savannakhet hoàn thành 9/9 mốc và đoạn Quảng Bình - "
	    "Khăm Muộn hoàn thành 34/52 mốc. Số mốc còn lại không nhiều (18 mốc).",
	    {});
	REQUIRE(set.size() == 3);
	CHECK(bienban::extraction::sorted(set[0].by) == Parties{"LA-KH/province", "LA-SV/province", "VN-24/province"});
	CHECK(bienban::extraction::sorted(set[2].by) == Parties{"LA-KH/province", "VN-24/province"});
	CHECK(told_records<model::Result>("Ngày 8/7/2015, đội cắm mốc tỉnh Hà Tĩnh và tỉnh Khăm Muộn (Lào) cắm mốc 511/1. "
	                                  "Mốc này là mốc cắm cuối cùng trong 55 mốc trên toàn tuyến.",
	                                  {})
	          .empty());
	const auto meetings = told_one<model::Meeting>(
	    "Ngày 25/4/2011, tại thành phố Kon Tum, tỉnh Kon Tum và tỉnh Attapư (Lào) tổ chức Hội nghị tổng kết công tác "
	    "tôn tạo hệ thống mốc quốc giới Việt Nam - Lào. Chất lượng cột mốc được đảm bảo theo tiêu chuẩn được hai bên "
	    "thống nhất.",
	    {});
	CHECK(bienban::extraction::sorted(meetings.parties) == Parties{"LA-AT/province", "VN-28/province"});
}

TEST_CASE("the same trade of another year, the day of an examination, and what talks are about") {
	const auto trade = told_records<model::Result>(
	    "Tổng kim ngạch xuất khẩu của Thanh Hóa sang tỉnh Hủa Phăn (Lào) giai đoạn 2016-2020 đạt gần 74 triệu USD; năm "
	    "2021 đạt 28 triệu USD.",
	    {});
	REQUIRE(trade.size() == 2);
	CHECK(trade[1].by == trade[0].by);
	CHECK(trade[1].to == trade[0].to);
	const auto healed = told_one<model::Result>(
	    "Đoàn cán bộ y tế tỉnh Bình Định đã sang khám bệnh, phát thuốc miễn phí cho gần 900 người dân huyện Thà Tèng, "
	    "tỉnh Sê Kông (Lào).\nĐoàn cán bộ y tế tỉnh Bình Định đã sang khám bệnh từ ngày 26 đến 31/8/2012.",
	    {});
	CHECK(healed.period == "2012-08-26/2012-08-31");
	CHECK(
	    told_records<model::Achievement>("Ngày 26/11/2024, tại tỉnh Phông Sa Lỳ (Lào), Bộ Chỉ huy BĐBP tỉnh Điện Biên "
	                                     "và Bộ CHQS tỉnh Phông Sa Lỳ tổ chức hội đàm đánh giá kết quả phối hợp trao "
	                                     "đổi thông tin liên quan đến công tác quản lý, bảo vệ biên giới năm 2024.",
	                                     {})
	        .empty());
}

TEST_CASE("students who are taken in: whose they are, how many there are, and no visit") {
	const std::string text =
	    "Ngày 20/10/2022, Trường Đại học Tân Trào tổ chức buổi tiếp nhận 10 sinh viên tỉnh Xiêng Khoảng (Lào) đến học "
	    "tập. Trong số 10 sinh viên này, có 6 em cao đẳng và 4 trung cấp.\nĐây là năm thứ 10 Trường Đại học Tân Trào "
	    "tiếp nhận học sinh tỉnh Xiêng Khoảng sang học tập. Hiện nay số lưu học sinh Lào đang học tập trên địa bàn "
	    "tỉnh Tuyên Quang là 97 em đang học chuyên ngành.";
	const auto taken = told_records<model::Result>(text, {});
	REQUIRE(!taken.empty());
	CHECK(taken[0].by == Parties{"VN-07/school/đại học tân trào"});
	CHECK(taken[0].to == Parties{"LA-XI/province"});
	CHECK(std::count_if(taken.begin(), taken.end(), [](const auto& r) { return r.value == 10; }) == 1);
	CHECK(std::count_if(taken.begin(), taken.end(), [](const auto& r) { return r.value == 97; }) == 1);
	CHECK(told_records<model::Visit>(text, {}).empty());
	CHECK(told_records<model::Meeting>(text, {}).empty());
	CHECK(told_records<model::Support>(text, {}).empty());
}

TEST_CASE("a visit that only the headline calls one, and the host whose place it is") {
	const std::string headline =
	    "Sở Giáo dục và Thể thao tỉnh Xiêng Khoảng thăm và làm việc với Trường Đại học Hà Tĩnh";
	const std::string text =
	    "Công tác tuyển sinh là nội dung của buổi làm việc giữa Sở Giáo dục và Thể thao tỉnh Xiêng Khoảng và Trường "
	    "Đại học Hà Tĩnh sáng 23/4/2019. Nhà trường báo cáo tình hình học tập của 185 lưu học sinh tỉnh Xiêng Khoảng.";
	const auto visits = told_one<model::Visit>(headline, text, {});
	CHECK(visits.from == "LA-XI/agency/sở giáo dục và thể thao");
	CHECK(visits.date == "2019-04-23");
	const auto meetings = told_one<model::Meeting>(headline, text, {});
	CHECK(meetings.place == "VN-23");
	const auto figures = told_one<model::Result>(headline, text, {});
	CHECK(figures.to == Parties{"LA-XI/province"});
	CHECK(!figures.period);
}

TEST_CASE("a paper told in the lead is the one that is signed; a state visit is its head's") {
	const std::string text =
	    "Thỏa thuận hợp tác giữa tỉnh Thanh Hóa và Hủa Phăn (Lào) tập trung mở rộng hợp tác giáo dục.\nNgày 1/12/2025, "
	    "tại thủ đô Viêng Chăn, lãnh đạo tỉnh Thanh Hóa và Hủa Phăn đã trao Thỏa thuận hợp tác giai đoạn 2026-2030, "
	    "trước sự chứng kiến của Tổng Bí thư Tô Lâm. Sự kiện trong khuôn khổ chuyến thăm cấp nhà nước tới Lào của Tổng "
	    "Bí thư Tô Lâm, ngày 1-2/12.";
	CHECK(told_records<model::Agreement>(text, {}).size() == 1);
	const auto visits = told_one<model::Visit>(text, {});
	CHECK(visits.from == "VN/state");
	CHECK(visits.to == "LA/state");
	CHECK(visits.head == "Tô Lâm");
}

TEST_CASE("hosts by their posts, and units that walk though the text calls them the forces of both sides") {
	const auto visits = told_one<model::Visit>(
	    "Ngày 9/4/2023, Đoàn công tác tỉnh Quảng Trị do Chủ tịch UBND tỉnh Võ Văn Hiền làm trưởng đoàn đã đến thăm, "
	    "chúc mừng Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh Salavan Đao Vông Phôn Kẹo và làm việc tại trụ sở UBCQ tỉnh Salavan "
	    "(Lào).",
	    {});
	CHECK(visits.to == "LA-SL/province");
	const auto walks = told_one<model::Activity>(
	    "Đội tuần tra phía Đồn Biên phòng Cha Lo (Quảng Bình) do Thiếu tá Dương Văn Hiếu làm đội trưởng; phía Đại đội "
	    "Biên phòng 311, 312 (tỉnh Khăm Muộn, Lào) do Trung úy Bun Khăm dẫn đầu.\nNgày 5/4/2024, lực lượng biên phòng "
	    "hai bên tuần tra song phương từ cột mốc 522 đến mốc 523. Theo đó, hai bên đã tuần tra đoạn biên giới từ mốc "
	    "522 đến mốc 523.",
	    {});
	CHECK(bienban::extraction::sorted(walks.parties) ==
	      Parties{"LA-KH/border-company/311", "LA-KH/border-company/312", "VN-24/border-post/cha lo"});
}

TEST_CASE("provinces in spellings that no table has stand in lists of provinces, parted by commas or semicolons") {
	const auto seen = told_reading(
	    "Ngày 9/6/2022, Công an tỉnh Lai Châu hội đàm trực tuyến với công an 3 tỉnh Bắc Lào (nước CHDCND Lào) là: "
	    "Phông Xả Ly; U Đôm Xay; Luông Nặm Tha.",
	    {});
	CHECK(seen.places == std::vector<std::string>{"LA-LM", "LA-OU", "LA-PH", "VN-01"});
	const auto meetings = told_one<model::Meeting>(
	    "Ngày 9/6/2022, Công an tỉnh Lai Châu hội đàm trực tuyến với công an 3 tỉnh Bắc Lào (nước CHDCND Lào) là: "
	    "Phông Xả Ly; U Đôm Xay; Luông Nặm Tha.",
	    {});
	CHECK(bienban::extraction::sorted(meetings.parties) ==
	      Parties{"LA-LM/police", "LA-OU/police", "LA-PH/police", "VN-01/police"});
}

TEST_CASE("several givers of one sentence give equal sums, each his own") {
	const auto gifts = told_records<model::Support>(
	    "Ngày 12/8/2018, tại Đại đội Biên phòng 217 (tỉnh Hủa Phăn, Lào), Đồn Biên phòng Keng Đu (Nghệ An) đã tặng đơn "
	    "vị bạn 2 triệu đồng tiền mặt; Chi cục Hải quan cửa khẩu Thông Thụ tặng 1 triệu đồng và xã Keng Đu tặng 1 "
	    "triệu đồng.",
	    {});
	REQUIRE(gifts.size() == 3);
	CHECK(gifts[1].value == 1000000);
	CHECK(gifts[2].value == 1000000);
	CHECK(gifts[1].giver != gifts[2].giver);
	CHECK(gifts[2].giver == Parties{"VN-22/commune/keng đu"});
}

TEST_CASE("what a work was paid with is no result, a kind of goods no part of their name, a remark no gift") {
	CHECK(told_records<model::Result>(
	          "Ngày 22/3/2022, Quân khu 4 bàn giao Trường Quân sự tỉnh Hủa Phăn, trong đó vốn viện trợ của Chính phủ "
	          "Việt Nam trên 90 tỷ đồng; vốn đối ứng của Chính phủ Lào trên 2 tỷ đồng.",
	          {})
	          .empty());
	const auto gifts = told_one<model::Support>(
	    "Ngày 25/3/2020, Đồn Biên phòng La Lay (Quảng Trị) tặng huyện Sa Muồi (tỉnh Salavan, Lào) 20 chai nước sát "
	    "khuẩn loại 500 ml.",
	    {});
	CHECK(gifts.item == "nước sát khuẩn");
	CHECK(told_records<model::Support>(
	          "Đây là một trong số nhiều công trình, quà tặng của Bộ Quốc phòng Việt Nam dành tặng Bộ Quốc phòng Lào.",
	          {})
	          .empty());
}

TEST_CASE("checkpoints bear the name of their gate, communes are Vietnamese, groups of villages Lao") {
	const auto gifts = told_records<model::Support>(
	    "Ngày 13/4/2020, Đồn Biên phòng Cà Roòng (Quảng Bình) tặng Đồn Công an Xuất nhập cảnh Cửa khẩu Noọng Mạ, tỉnh "
	    "Khăm Muộn (Lào) 30 thùng mì tôm.\nNgày 20/4/2020, xã Thượng Trạch tặng cụm bản Noọng Bua 2 tấn gạo.",
	    {});
	REQUIRE(gifts.size() == 2);
	CHECK(gifts[0].receiver == Parties{"LA-KH/border-checkpoint/noọng mạ"});
	CHECK(gifts[1].giver == Parties{"VN-24/commune/thượng trạch"});
	CHECK(gifts[1].receiver == Parties{"LA-KH/village/noọng bua"});
}

TEST_CASE("a division that was told as Lao stays so, an abbreviation does not cut a title") {
	const auto deeds = told_one<model::Result>(
	    "Ngày 10/8/2017, đoàn Sư đoàn 7 Quân đội nhân dân Lào thăm Binh đoàn 15.\nNăm 2016, Binh đoàn 15 đã cử 6 cán "
	    "bộ kỹ thuật sang giúp Sư đoàn 7 trồng cao su.",
	    {});
	CHECK(deeds.to == Parties{"LA/military-unit/sư đoàn 7"});
	const auto seen = told_reading(
	    "Dự lễ có đồng chí Nguyễn Văn Lương, Ủy viên Trung ương (UVTW) Đảng, Bộ trưởng Bộ Kế hoạch và Đầu tư.", {});
	REQUIRE(seen.people.size() == 1);
	CHECK(seen.people[0].title == "Ủy viên Trung ương (UVTW) Đảng; Bộ trưởng Bộ Kế hoạch và Đầu tư");
}

TEST_CASE("youth unions by their delegations, their meetings and as a whole") {
	const auto met = told_one<model::Meeting>(
	    "Sáng 6/7/2016, tại tỉnh Savannakhet (Lào) đã diễn ra Gặp gỡ hữu nghị thanh niên Việt Nam - Lào.", {});
	CHECK(bienban::extraction::sorted(met.parties) == Parties{"LA/youth-union", "VN/youth-union"});
	const std::string visit =
	    "Từ ngày 27 đến 29/2/2020, Đoàn đại biểu thanh niên nhân dân cách mạng Lào tỉnh Hủa Phăn sang thăm Tỉnh đoàn "
	    "Sơn La. Đoàn công tác tỉnh Hủa Phăn do đồng chí Xay Nạ Khon Sút Thị Đa - Ủy viên Trung ương Đoàn, Bí thư Tỉnh "
	    "đoàn làm trưởng đoàn.";
	const auto visits = told_one<model::Visit>(visit, {});
	CHECK(visits.from == "LA-HO/youth-union");
	CHECK(visits.to == "VN-05/youth-union");
	const auto seen = told_reading(visit, {});
	REQUIRE(seen.people.size() == 1);
	CHECK(seen.people[0].country == "LA");
	const auto papers = told_one<model::Agreement>(
	    "Ngày 30/11/2005, Đoàn Thanh niên Cộng sản Hồ Chí Minh và Đoàn Thanh niên Nhân dân Cách mạng Lào ký Thỏa thuận "
	    "hợp tác giai đoạn 2006-2007. Đoàn đến tỉnh Khăm Muộn.",
	    {});
	CHECK(bienban::extraction::sorted(papers.parties) == Parties{"LA/youth-union", "VN/youth-union"});
}

TEST_CASE("the years of a paper behind a comma; an agenda and a report to both governments promise nothing of them") {
	const auto papers = told_one<model::Agreement>(
	    "Chiều 8/6/2018, Tỉnh đoàn Đắk Lắk và Tỉnh đoàn Chăm Pa Sắc ký kết bản ghi nhớ hợp tác trong công tác thiếu "
	    "nhi và công tác của doanh nhân trẻ, giai đoạn 2018 - 2020.",
	    {});
	CHECK(papers.term == "2018/2020");
	CHECK(told_records<model::Commitment>("Ngày 29/11/2005, tỉnh Sơn La tiếp đoàn tỉnh Hủa Phăn. Tại cuộc gặp, hai bên "
	                                      "sẽ tập trung thảo luận hợp tác thương mại và du lịch.",
	                                      {})
	          .empty());
	const auto promised = told_records<model::Commitment>(
	    "Ngày 18/4/2018, tỉnh Kon Tum và tỉnh Sê Kông họp hội nghị. Hai tỉnh báo cáo Chính phủ hai nước nâng cấp cửa "
	    "khẩu; tiếp tục phối hợp chặt chẽ trong công tác bảo vệ an ninh biên giới.",
	    {});
	REQUIRE(!promised.empty());
	for (const auto& c : promised)
		CHECK(bienban::extraction::sorted(c.parties) == Parties{"LA-XE/province", "VN-28/province"});
}

TEST_CASE("a walk that is told by its resolve is the walk, and who informs at a meeting promises nothing") {
	const std::string walk =
	    "Ngày 22/5/2024, Đồn Biên phòng Tam Hợp (Nghệ An) phối hợp với Đại đội Biên phòng 251 (tỉnh Bôlykhămxay, Lào) "
	    "tổ chức tuần tra song phương.\nDù mưa lớn, lực lượng hai bên đã thể hiện quyết tâm cao tuần tra đoạn biên "
	    "giới từ cột mốc 425 đến cột mốc 426.";
	const auto walks = told_one<model::Activity>(walk, {});
	CHECK(walks.section == "425/426");
	CHECK(told_records<model::Commitment>(walk, {}).empty());
	const auto promised = told_records<model::Commitment>(
	    "Sáng 12/2/2025, Trường Cao đẳng Sơn La tiếp đoàn Sở Giáo dục tỉnh Hủa Phăn. Hai bên thống nhất bàn giao 20 "
	    "lưu học sinh. Phát biểu tại buổi làm việc, ông Lê Văn Hùng thông báo sơ lược với đoàn về tình hình đào tạo "
	    "lưu học sinh Lào.",
	    {});
	CHECK(promised.size() == 1);
}

TEST_CASE("a post told by where it stands, markers that are its task, and the governments of a paper") {
	const auto talks = told_one<model::Meeting>(
	    "Ngày 10/7/2023, Đồn Biên phòng A Xan (đóng tại Tây Giang) thuộc Bộ đội Biên phòng Quảng Nam tổ chức hội đàm "
	    "với Đại đội Biên phòng 534 (tỉnh Sê Kông, Lào).\nVới nhiệm vụ quản lý, bảo vệ 7 km đường biên giới, 3 mốc "
	    "quốc giới, đồn luôn phối hợp với bạn.",
	    {});
	CHECK(bienban::extraction::sorted(talks.parties) == Parties{"LA-XE/border-company/534", "VN-27/border-post/a xan"});
	CHECK(told_records<model::Result>(
	          "Đồn Biên phòng A Xan (Quảng Nam) cùng Đại đội Biên phòng 534 (tỉnh Sê Kông, Lào) đã phối hợp tốt. Với "
	          "nhiệm vụ quản lý, bảo vệ 7 km đường biên giới, 3 mốc quốc giới, hai đơn vị luôn sát sao.",
	          {})
	          .empty());
	const auto promised = told_records<model::Commitment>(
	    "Ngày 22/11/2023, xã Dân Hóa (Quảng Bình) và bản Lẳng Khăng (tỉnh Khăm Muồn, Lào) làm lễ kết nghĩa.\nHai địa "
	    "phương cam kết giữ gìn biên giới.\nĐồng thời, cùng nhau tuyên truyền nhân dân, hai bên nghiêm túc thực hiện "
	    "hiệp định về Quy chế quản lý biên giới giữa Chính phủ Việt Nam và Chính phủ Lào.",
	    {});
	REQUIRE(!promised.empty());
	for (const auto& c : promised)
		CHECK(bienban::extraction::sorted(c.parties) == Parties{"LA-KH/village/lẳng khăng", "VN-24/commune/dân hóa"});
}

TEST_CASE("whom a gift is for is no part of its name") {
	const auto gifts = told_one<model::Support>(
	    "Ngày 5/10/2000, Công an tỉnh Thanh Hóa trao 30 suất quà tặng Công an tỉnh Hủa Phăn (Lào).", {});
	CHECK(gifts.item == "quà");
	CHECK(gifts.receiver == Parties{"LA-HO/police"});
}

TEST_CASE("a text that ends with the word for a paper is read to its end") {
	const auto papers = told_one<model::Agreement>(
	    "Ngày 4/10/2018, HĐND tỉnh Hòa Bình và Hội đồng nhân dân tỉnh Hủa Phăn ký thỏa thuận", {});
	CHECK(papers.instrument == model::Instrument::agreement);
}

TEST_CASE("a text that is cut within a sentence is read as far as it goes") {
	const std::string text =
	    "Tỉnh Attapư vẫn gửi về cho tỉnh Bình Định 200 triệu kíp tiền mặt; tỉnh Bình Định tặng tỉnh Attapư 2 xe. Bây "
	    "giờ, 112 sinh viên của bạn đang theo học ở Trường Đại học Quy Nhơn bằng học bổng do tỉnh";
	CHECK(told_records<model::Support>(text, {}).size() >= 2);
	// The name of a paper, and who held the classes, are the last words that there are.
	const auto paper = told_reading(
	    "qua, bản Pá (xã Mường Lạn, 2022 và bản Nà Hin (huyện Viêng Xay, tỉnh Hủa Phăn, Lào) chính thức thành cặp bản "
	    "kết nghĩa. Đây là cặp thứ ba trên tuyến biên giới do Đồn Biên phòng Mường Lạn quản lý. Quy ước kết nghĩa",
	    {});
	CHECK(paper.places == std::vector<std::string>{"LA-HO", "VN-05"});
	const auto doer = told_reading(
	    "Bộ CHQS tỉnh Quảng Bình với Bộ CHQS hai tỉnh Khăm Muộn, Savannakhet, tình bạn nối dài một chặng đường bắt đầu "
	    "từ năm 2009: từ bấy đến nay đã có 64 cán bộ của hai đơn vị bạn lớn lên qua các lớp do Bộ CHQS",
	    {});
	CHECK(doer.places == std::vector<std::string>{"LA-KH", "LA-SV", "VN-24"});
}

TEST_CASE("what two posts do every half year is a habit, no meeting") {
	CHECK(told_records<model::Meeting>("Cứ 6 tháng một lần, Đồn Biên phòng Thông Thụ (Nghệ An) và Đại đội Biên phòng "
	                                   "216 (tỉnh Hủa Phăn, Lào) đều tổ chức giao ban, trao đổi thông tin về tội phạm.",
	                                   {})
	          .empty());
}
