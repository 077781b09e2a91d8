// Reports in the plain words of news agencies and offices: papers carried out, long names of treaties, countries that
// give, lists of what was signed.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "extraction/told_records.hpp"

namespace model = bienban::model;
using bienban::extraction::Parties;
using bienban::extraction::told_one;
using bienban::extraction::told_records;

namespace {

std::set<model::Theme> done_in(const std::string& paragraphs, const std::string& published = {}) {
	std::set<model::Theme> themes;
	for (const auto& a : told_records<model::Achievement>(paragraphs, published))
		themes.insert(a.themes.begin(), a.themes.end());
	return themes;
}

std::size_t promises_in(const std::string& paragraphs) {
	return told_records<model::Commitment>(paragraphs, {}).size();
}

}  // namespace

TEST_CASE("what was signed before is carried out, and a list goes on in the next paragraph") {
	using model::Theme;
	const auto themes = done_in(
	    "Ngày 29/8/2023, Bộ Chỉ huy BĐBP tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn (Lào) hội đàm.\nThực hiện thỏa thuận hợp "
	    "tác biên phòng và biên bản hội đàm đã ký, hai đơn vị đã tích cực tuyên truyền, vận động nhân dân;\nThường "
	    "xuyên trao đổi thông tin, tuần tra song phương; đấu tranh phòng, chống tội phạm về ma túy.");
	for (const auto theme : {Theme::public_awareness, Theme::information_exchange, Theme::joint_patrol, Theme::drugs})
		CHECK(themes.contains(theme));
}

TEST_CASE("a paragraph that opens with its verb goes on with an account, and habits are no patrol of a day") {
	const std::string text =
	    "Ngày 18/1/2019, Đồn Biên phòng Nậm Cắn (Nghệ An) thăm Đại đội Biên phòng 221 (Xiêng Khoảng, Lào).\nThời gian "
	    "qua, hai đơn vị đã phối hợp chặt chẽ trong tuyên truyền, vận động nhân dân.\nTổ chức tuần tra song phương "
	    "theo định kỳ và đột xuất, đấu tranh phòng, chống các loại tội phạm.";
	CHECK(done_in(text).contains(model::Theme::joint_patrol));
	CHECK(told_records<model::Activity>(text, {}).empty());
}

TEST_CASE("figures between an account's sentences do not end it") {
	const auto themes = done_in(
	    "Ngày 16/11, Bộ CHQS tỉnh Hủa Phăn (Lào) hội đàm với Bộ Chỉ huy BĐBP tỉnh Sơn La.\nHai bên thống nhất đánh "
	    "giá, năm 2017, hai đơn vị đã phối hợp chặt chẽ trong quản lý, bảo vệ biên giới. Các đơn vị đã tuần tra song "
	    "phương 31 lần, với 657 lượt cán bộ, chiến sĩ tham gia. Phối hợp đấu tranh hiệu quả với tội phạm ma túy.");
	CHECK(themes.contains(model::Theme::border_protection));
	CHECK(themes.contains(model::Theme::drugs));
}

TEST_CASE("the year of the text is no year of a plan, of a treaty, or told while looking back") {
	const auto date_of = [](const std::string& paragraphs) {
		const auto meetings = told_records<model::Meeting>(paragraphs, {});
		return meetings.empty() ? std::string() : meetings.front().date.value_or("-");
	};
	CHECK(date_of("Ngày 19/12, tỉnh Sơn La và tỉnh Hủa Phăn (Lào) hội đàm. Hai bên bàn quy hoạch cửa khẩu giai đoạn "
	              "2021 - 2030, tầm nhìn đến năm 2050; năm 2022 hai tỉnh đã tuần tra chung 12 lần.") == "2022-12-19");
	CHECK(date_of("Ngày 16/11, tỉnh Sơn La và tỉnh Hủa Phăn (Lào) hội đàm. Hai bên thống nhất đánh giá, năm 2017, hai "
	              "tỉnh đã hợp tác chặt chẽ.") == "2017-11-16");
	const auto results = told_one<model::Result>(
	    "Ngày 22/11/2023, BĐBP tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn (Lào) hội đàm.\nTrong năm qua, hai bên đã thực "
	    "hiện Hiệp định về quy chế quản lý biên giới và cửa khẩu biên giới trên đất liền Việt Nam - Lào năm 2016; tuần "
	    "tra song phương 16 lần.",
	    {});
	CHECK(results.period == "2023");
}

TEST_CASE("the sides of a paper are not those who carry it out") {
	const auto results = told_one<model::Result>(
	    "Ngày 22/11/2023, BĐBP tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn (Lào) hội đàm.\nTrong năm 2023, hai bên đã thực "
	    "hiện Biên bản thỏa thuận giữa Bộ Tư lệnh BĐBP Việt Nam với Cục Biên phòng Lào, tuần tra song phương 16 lần.",
	    {});
	CHECK(bienban::extraction::sorted(results.by) == Parties{"LA-HO/military-command", "VN-05/border-guard"});
}

TEST_CASE("a delegation comes on an anniversary, with nobody's day") {
	const auto visits = told_one<model::Visit>(
	    "Nhân kỷ niệm 70 năm Ngày thành lập Quân đội nhân dân Lào (20/1/1949 - 20/1/2019), đoàn đại biểu Đồn Biên "
	    "phòng Nậm Cắn (Nghệ An) do Trung tá Đậu Đình Thành, Đồn trưởng làm trưởng đoàn đã đến thăm, chúc mừng Đại đội "
	    "Biên phòng 221 (Xiêng Khoảng, Lào).",
	    {});
	CHECK(visits.head == "Đậu Đình Thành");
	CHECK(visits.to == "LA-XI/border-company/221");
}

TEST_CASE("who is helped by another body travels himself") {
	const auto visits = told_one<model::Visit>(
	    "Ngày 10/4/2019, Bộ Chỉ huy BĐBP Thừa Thiên Huế phối hợp với Sở Ngoại vụ Thừa Thiên Huế đã đến thăm, chúc Tết "
	    "bản Ka Lô, huyện Kà Lừm, tỉnh Sê Kông (Lào).",
	    {});
	CHECK(visits.from == "VN-26/border-guard");
}

TEST_CASE("a row of papers is signed, each between its own sides, and heads of state speak for their states") {
	const std::string text =
	    "Ngày 10/4/2023, Chủ tịch nước Việt Nam Võ Văn Thưởng và Tổng Bí thư, Chủ tịch nước Lào Thongloun Sisoulith đã "
	    "có buổi hội đàm giữa hai nước. Sau hội đàm, hai bên ký kết hai văn kiện hợp tác gồm Bản ghi nhớ về công nghệ "
	    "giữa Bộ Khoa học và Công nghệ Việt Nam và Bộ Công nghệ và Truyền thông Lào; Bản ghi nhớ về khoa học giữa Bộ "
	    "Khoa học và Công nghệ Việt Nam và Bộ Giáo dục và Thể thao Lào.";
	const auto papers = told_records<model::Agreement>(text, {});
	REQUIRE(papers.size() == 2);
	for (const auto& p : papers) {
		CHECK(p.act == model::Act::signed_);
		CHECK(p.signed_on == "2023-04-10");
	}
	CHECK(papers[1].parties.back() == "LA/agency/giáo dục và thể thao");
	const auto meetings = told_one<model::Meeting>(text, {});
	CHECK(bienban::extraction::sorted(meetings.parties) == Parties{"LA/state", "VN/state"});
}

TEST_CASE("one country gives to the other, and a state gives a school") {
	const auto gifts = told_records<model::Support>(
	    "Hợp tác giáo dục",
	    "Năm 2022, Việt Nam dành cho Lào 1.155 suất học bổng. Lào dành cho Việt Nam 60 suất học bổng.", {});
	REQUIRE(gifts.size() == 2);
	CHECK(gifts[0].giver == Parties{"VN/state"});
	CHECK(gifts[0].receiver == Parties{"LA/state"});
	CHECK(gifts[1].giver == Parties{"LA/state"});
	const auto school =
	    told_records<model::Support>("Ngôi trường mới",
	                                 "Ngày 13/11/2019, tại tỉnh Sekong, Lào diễn ra lễ khánh thành Trường Phổ thông "
	                                 "Trung học Dakcheung, quà tặng của Đảng, Nhà nước và nhân dân Việt Nam.",
	                                 {});
	REQUIRE(school.size() == 1);
	CHECK(school[0].giver == Parties{"VN/state"});
	CHECK(school[0].receiver == Parties{"LA-XE/province"});
}

TEST_CASE("what a work will be good for is nobody's promise, and a task given is no gift") {
	CHECK(promises_in("Ngày 3/7/2023, tỉnh Savannakhet (Lào) và thành phố Đà Nẵng khánh thành trường học. Dự án sẽ "
	                  "đóng góp lớn cho sự phát triển giáo dục của tỉnh.") == 0);
	CHECK(
	    told_records<model::Support>("Ngày 13/11/2019, tỉnh Sê Kông (Lào) và Đại sứ quán Việt Nam dự lễ. Công trình "
	                                 "được Nhà nước Việt Nam giao cho BIDV thực hiện, tổng mức đầu tư hơn 23 tỷ đồng.",
	                                 {})
	        .empty());
}

TEST_CASE("the villages of one list lie on one side") {
	const auto twinnings = told_records<model::Twinning>(
	    "Ngày 24/10/2019, bản Nhọt Lợt (xã Mỹ Lý, huyện Kỳ Sơn, Nghệ An) kết nghĩa với ba bản Thẩm Khướng, Huội Pá "
	    "(thuộc cụm bản Mường Dương) và bản Huội Ngua (thuộc cụm bản Phá Đánh, huyện Mường Quắn, Lào).",
	    {});
	REQUIRE(twinnings.size() == 3);
	for (const auto& t : twinnings) CHECK(t.parties.front() == "VN-22/village/nhọt lợt");
}

TEST_CASE("a patrol along markers, told with both posts and no promise in it") {
	const std::string text =
	    "Ngày 12/5/2021, Đồn Biên phòng Nậm Cắn, BĐBP Nghệ An và Đại đội Biên phòng 212, BCH Quân sự tỉnh Xiêng Khoảng "
	    "(Lào) tuần tra song phương đoạn biên giới từ Cột mốc số 401 đến khu vực mốc 405. Đồng chí Thiếu tá Lê Văn "
	    "Tùng, Phó Đồn trưởng Đồn Biên phòng Nậm Cắn, làm Đội trưởng. Hai bên thực hiện đúng nguyên tắc, nghi thức, "
	    "thủ tục tuần tra.";
	const auto walks = told_one<model::Activity>(text, {});
	CHECK(walks.kind == model::ActivityKind::patrol);
	CHECK(walks.section == "401/405");
	CHECK(promises_in(text) == 0);
}

TEST_CASE("a post that walks with the police of its own communes makes no joint patrol") {
	CHECK(told_records<model::Activity>(
	          "Giữ bình yên biên giới Việt Nam - Lào",
	          "Ngày 12/5/2021, Đồn Biên phòng Nậm Cắn phối hợp với Công an xã Nậm Cắn tuần tra khép kín địa bàn.", {})
	          .empty());
}

TEST_CASE("those who are called upon receive their guests") {
	const auto meetings = told_one<model::Meeting>(
	    "Chào xã giao", "Ngày 5/3/2020, đoàn công tác tỉnh Savannakhet đến chào xã giao lãnh đạo tỉnh Quảng Trị.", {});
	CHECK(meetings.place == "VN-25");
}

TEST_CASE("unions of so many Lao provinces, which the text names elsewhere") {
	const std::string text =
	    "Ngày 5/3/2022, Hội LHPN tỉnh Điện Biên và Hội LHPN 3 tỉnh của nước Lào đã tiến hành hội đàm. Hội LHPN 04 tỉnh "
	    "đã ký kết biên bản hợp tác giai đoạn 2022 - 2024. Hai bên nhắc lại quan hệ giữa tỉnh Điện Biên với các tỉnh "
	    "Luông-pha-bang, Phông-sa-lỳ, U-đôm-say.";
	const Parties all = {"LA-LP/women-union", "LA-OU/women-union", "LA-PH/women-union", "VN-71/women-union"};
	const auto meetings = told_one<model::Meeting>(text, {});
	CHECK(bienban::extraction::sorted(meetings.parties) == all);
	const auto papers = told_one<model::Agreement>(text, {});
	CHECK(bienban::extraction::sorted(papers.parties) == all);
}

TEST_CASE("whose policy it is takes no part") {
	const auto promises = told_one<model::Commitment>(
	    "Ngày 5/3/2022, Hội LHPN tỉnh Điện Biên hội đàm với Hội LHPN tỉnh Luông Pha Băng. Kết quả hội đàm đã thống "
	    "nhất tăng cường trao đổi thông tin về chủ trương, chính sách của Đảng, Nhà nước.",
	    {});
	CHECK(bienban::extraction::sorted(promises.parties) == Parties{"LA-LP/women-union", "VN-71/women-union"});
}

TEST_CASE("carrying out the paper of others, a union visits, talks and signs") {
	const std::string text =
	    "Thực hiện Thỏa thuận hợp tác giữa TW Hội LHPN Việt Nam và Hội LHPN Lào về phát triển phụ nữ giai đoạn 2012 - "
	    "2017, ngày 14/10/2014, Hội LHPN Hà Tĩnh đã tổ chức đoàn công tác sang thăm, hội đàm và ký kết Biên bản hợp "
	    "tác với Hội LHPN tỉnh Bolykhămxay, Lào. Hai bên thống nhất các nội dung: tổ chức tập huấn; đào tạo cán bộ tại "
	    "Hà Tĩnh. Đoàn tổ chức tham quan và giao lưu chia sẻ kinh nghiệm với các tổ hợp tác.";
	const Parties two = {"LA-BL/women-union", "VN-23/women-union"};
	const auto visits = told_one<model::Visit>(text, {});
	CHECK(visits.to == "LA-BL/women-union");
	const auto meetings = told_one<model::Meeting>(text, {});
	CHECK(bienban::extraction::sorted(meetings.parties) == two);
	CHECK(meetings.place == "LA-BL");
	const auto papers = told_records<model::Agreement>(text, {});
	REQUIRE(papers.size() == 2);
	CHECK(papers[0].term == "2012/2017");
	CHECK(bienban::extraction::sorted(papers[0].parties) == Parties{"LA/women-union", "VN/women-union"});
	CHECK(bienban::extraction::sorted(papers[1].parties) == two);
}

TEST_CASE("what was seized is no gift, whatever signal was received before") {
	const std::string text =
	    "Ngày 23/2/2011, sau khi nhận được tín hiệu, BĐBP tỉnh Quảng Bình và Công an tỉnh Khăm Muộn bắt giữ hai đối "
	    "tượng cùng tang vật gồm 15.800 viên ma túy tổng hợp, 1 xe ôtô, 2 xe gắn máy.";
	CHECK(told_records<model::Support>(text, {}).empty());
	CHECK(told_records<model::Result>(text, {}).size() >= 3);
}

TEST_CASE("Lao police and the competent forces of Viet Nam, who are named further on") {
	const auto deeds = told_one<model::Activity>(
	    "Bắt hai người chuyển heroin",
	    "Ngày 11/6/2012, công an Xiêng Khoảng (Lào) phối hợp với các cơ quan chức năng của Việt Nam bắt quả tang hai "
	    "đối tượng vận chuyển ma túy. Đây là vụ lớn nhất mà bộ đội biên phòng Nghệ An bắt giữ.",
	    {});
	CHECK(bienban::extraction::sorted(deeds.parties) == Parties{"LA-XI/police", "VN-22/border-guard"});
}

TEST_CASE("talks with the provinces of North Laos, their chairs and their year") {
	const std::string text =
	    "Ngày 25-12, tỉnh Điện Biên (Việt Nam) và đoàn đại biểu các tỉnh Bắc Lào tổ chức hội đàm. Các đồng chí: Trần "
	    "Văn Cường, Bí thư Tỉnh ủy, Trưởng đoàn đại biểu tỉnh Điện Biên; Bounkhong Lachiemphone, Ủy viên dự khuyết Ban "
	    "Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào, Tỉnh trưởng tỉnh Udomxay; Khamphoy Vannasane, Tỉnh trưởng "
	    "tỉnh Phongsaly, đồng chủ trì hội đàm. Hai bên đánh giá tình hình, kết quả hợp tác giữa Điện Biên với các tỉnh "
	    "Bắc Lào giai đoạn 2022-2024. Hai bên đã trao đổi kinh nghiệm trong công tác xây dựng Đảng.";
	const auto meetings = told_one<model::Meeting>(text, {});
	CHECK(meetings.date == "2024-12-25");
	CHECK(meetings.chairs.size() == 3);
	const auto deeds = told_one<model::Achievement>(text, {});
	CHECK(std::none_of(deeds.parties.begin(), deeds.parties.end(), [](const auto& p) { return p == "LA/state"; }));
}

TEST_CASE("a light for one's own village is no gift across the border") {
	const auto gifts = told_one<model::Support>(
	    "Ngày 30/8/2023, Đồn Biên phòng Nhâm tặng 25 suất quà cho người dân bản Sê Sáp, huyện Kà Lừm (Lào). Đồn cũng "
	    "bàn giao công trình đường điện chiếu sáng tặng bà con Nhân dân thôn A Đeeng, xã Trung Sơn (A Lưới), trị giá "
	    "30 triệu đồng.",
	    {});
	CHECK(gifts.item == "quà");
}

TEST_CASE("a programme that is named after the border guard gives nothing") {
	const auto gifts = told_one<model::Support>(
	    "Ngày 24/1/2026, tại bản La Cồ (huyện Sê Pôn, tỉnh Savannakhet, Lào), Đồn Biên phòng Hướng Lập cùng chương "
	    "trình “Tay kéo Biên phòng” gói tặng 450 cặp bánh chưng cho người dân bản La Cồ.",
	    {});
	CHECK(gifts.giver == Parties{"VN-25/border-post/hướng lập"});
}

TEST_CASE("what vehicles are for is no meeting; the two central fronts meet") {
	CHECK(
	    told_records<model::Meeting>(
	        "Bộ Công an Việt Nam viện trợ Bộ Công an Lào 20 xe ô tô phục vụ Hội nghị năm Chủ tịch ASEAN 2024 của Lào.",
	        {})
	        .empty());
	const auto meetings = told_records<model::Meeting>(
	    "Ngày 10/8/2021, Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Trần Văn Chiến gặp Chủ tịch Mặt trận Lào xây dựng "
	    "đất nước Sinlavong Khutphaythoun. Cùng dịp, Chủ tịch UBND tỉnh Bắc Giang có mặt tại tỉnh Xaysomboun.",
	    {});
	REQUIRE(!meetings.empty());
	CHECK(bienban::extraction::sorted(meetings[0].parties) == Parties{"LA/fatherland-front", "VN/fatherland-front"});
}

TEST_CASE("a name behind the country in brackets is the holder of the post before it") {
	const auto reading = bienban::extraction::told_reading(
	    "Ngày 26/7/2017, Phó Chủ tịch UBND tỉnh Thừa Thiên Huế Nguyễn Dung và Phó Tỉnh trưởng tỉnh Sekong (Lào) Thavon "
	    "Phommalaylun đã chủ trì buổi hội đàm giữa tỉnh Thừa Thiên Huế và tỉnh Sekong.",
	    {});
	REQUIRE(reading.people.size() == 2);
	CHECK(reading.people[1].name == "Thavon Phommalaylun");
}

TEST_CASE("a hospital that a grant paid for") {
	const std::string opening =
	    "Ngày 4/12/2025, tại tỉnh Houaphanh (Lào) đã diễn ra Lễ khánh thành và bàn giao công trình Bệnh viện Hữu nghị "
	    "tỉnh Houaphanh. ";
	for (const auto* words : {"Bệnh viện có quy mô 200 giường bệnh, với tổng mức đầu tư trên 500 tỷ đồng từ nguồn vốn "
	                          "viện trợ không hoàn lại của Chính phủ Việt Nam dành cho Chính phủ Lào.",
	                          "Đây là dự án đầu tư từ nguồn vốn viện trợ không hoàn lại của Chính phủ Việt Nam. Tổng "
	                          "mức đầu tư 500 tỷ đồng."}) {
		const auto gifts = told_one<model::Support>("Khánh thành bệnh viện", opening + words, {});
		CHECK(gifts.giver == Parties{"VN/government"});
		CHECK(gifts.receiver.front().starts_with("LA"));
		REQUIRE(gifts.worth);
		CHECK(gifts.worth->value == 500e9);
		const auto openings = told_one<model::Activity>("Khánh thành bệnh viện", opening + words, {});
		for (const auto& p : openings.parties) CHECK(p.find("bệnh viện") == std::string::npos);
	}
	CHECK(promises_in(opening + "Công trình khởi công từ tháng 11 năm 2021 và sẽ hoàn thành vào cuối năm nay.") == 0);
}

TEST_CASE("two delegations on the border promise for their governments, for no year of a treaty or plan") {
	const auto promises = told_one<model::Commitment>(
	    "Trong hai ngày 19 và 20/12/2022, tại thành phố Luang Prabang (Lào) diễn ra cuộc họp thường niên lần thứ XXXII "
	    "giữa hai đoàn đại biểu biên giới Việt Nam - Lào. Hai bên thống nhất thực hiện hiệu quả Hiệp định Quy chế quản "
	    "lý biên giới năm 2016; triển khai quy hoạch phát triển cửa khẩu giai đoạn 2021-2030, tầm nhìn đến năm 2050; "
	    "đẩy mạnh công tác tuyên truyền cho nhân dân hai nước.",
	    {});
	CHECK(bienban::extraction::sorted(promises.parties) == Parties{"LA/government", "VN/government"});
	CHECK(!promises.period);
}

TEST_CASE("a team of a military region, and students of three provinces") {
	const auto deeds = told_one<model::Activity>(
	    "Ngày 18/6/2019, tại tỉnh Udomxay, Đội Quy tập mộ liệt sĩ Quân khu 2 phối hợp với chính quyền tỉnh Udomxay tổ "
	    "chức Lễ tiễn đưa 12 hài cốt liệt sĩ về nước.",
	    {});
	CHECK(bienban::extraction::sorted(deeds.parties) == Parties{"LA-OU/people-committee", "VN/military-region/2"});
	const auto students = told_one<model::Result>(
	    "Năm 2016, 3 tỉnh Nam Lào là Champasac, Attapư, Sekong đã đưa 13 lưu học sinh sang Trường Đại học Quy Nhơn học "
	    "tiếng Việt.",
	    {});
	CHECK(students.by.size() == 3);
}

TEST_CASE("the two supreme courts, whose branches are no parties of their own") {
	const std::string text =
	    "Chiều 28/10/2025, tại Hà Nội, Bí thư Trung ương Đảng, Chánh án Tòa án nhân dân Tối cao Lê Minh Trí hội đàm "
	    "với bà Viengthong Siphandon, Chánh án Tòa án nhân dân Tối cao Lào đang thăm và làm việc tại Việt Nam. Hai bên "
	    "đã điểm lại kết quả hợp tác đào tạo giữa Tòa án hai nước; trao đổi về việc ký lại Thỏa thuận hợp tác giữa hai "
	    "Tòa án nhân dân Tối cao (ký năm 2008). Hai bên nhất trí tăng cường đào tạo cán bộ giữa các cấp Tòa án.";
	const Parties two = {"LA/agency/tòa án nhân dân tối cao", "VN/agency/tòa án nhân dân tối cao"};
	const auto visits = told_one<model::Visit>(text, {});
	CHECK(visits.to == two[1]);
	const auto papers = told_one<model::Agreement>(text, {});
	CHECK(papers.signed_on == "2008");
	CHECK(!papers.term);
	for (const auto& c : told_records<model::Commitment>(text, {}))
		CHECK(bienban::extraction::sorted(c.parties) == two);
	for (const auto& a : told_records<model::Achievement>(text, {}))
		CHECK(bienban::extraction::sorted(a.parties) == two);
}

TEST_CASE("a member of a city's committee has the post that follows; cadres who came to study are counted") {
	const auto reading = bienban::extraction::told_reading(
	    "Đoàn đại biểu Viện KSND thành phố Hà Nội do đồng chí Nguyễn Quang Thành, Thành ủy viên, Bí thư Ban cán sự "
	    "Đảng, Viện trưởng Viện KSND thành phố Hà Nội dẫn đầu thăm Viện KSND thủ đô Viêng Chăn từ ngày 13 đến ngày "
	    "17/3/2017.",
	    {});
	REQUIRE(reading.people.size() == 1);
	REQUIRE(reading.people[0].title);
	CHECK(reading.people[0].title->find("Viện trưởng") != std::string::npos);
	const auto counted = told_one<model::Result>(
	    "Nghệ An và tỉnh Xiêng Khoảng (Lào) hợp tác. Từ năm 2017 đến năm 2022, đã có hơn 1.200 cán bộ, sinh viên Lào "
	    "sang học tập tại các trường đại học trên địa bàn tỉnh Nghệ An.",
	    {});
	CHECK(counted.value == 1200);
}

TEST_CASE("what a government tells of the ties of the two countries") {
	const std::string text =
	    "Theo tin từ Bộ Ngoại giao, ngày 6/12/2020, tại Hà Nội đã diễn ra Kỳ họp lần thứ 43 Ủy ban liên Chính phủ về "
	    "hợp tác song phương Việt Nam - Lào do Thủ tướng Nguyễn Xuân Phúc và Thủ tướng Lào Thongloun Sisoulith đồng "
	    "chủ trì. Hợp tác quốc phòng - an ninh tiếp tục là trụ cột, góp phần giữ vững trật tự an toàn xã hội. Kim "
	    "ngạch thương mại song phương 10 tháng đầu ước đạt 2,6 tỷ USD. Hai bên phấn đấu nâng kim ngạch lên 5 tỷ USD "
	    "trong những năm tới, thực hiện tốt các tuyên bố và thỏa thuận chung.\nHiện có khoảng 12.000 lưu học sinh Lào "
	    "tại các cơ sở giáo dục Việt Nam.";
	const auto meetings = told_one<model::Meeting>(text, {});
	CHECK(bienban::extraction::sorted(meetings.parties) == Parties{"LA/government", "VN/government"});
	const auto figures = told_records<model::Result>(text, {});
	REQUIRE(figures.size() == 2);
	CHECK(figures[0].value == 2.6e9);
	CHECK(figures[0].period == "2020-01/2020-10");
	CHECK(figures[1].value == 12000);
	CHECK(done_in(text).contains(model::Theme::defence_area));
	CHECK(told_records<model::Agreement>(text, {}).empty());
}

TEST_CASE("a place and nobody named: the two sides are the two countries") {
	const auto promises = told_one<model::Commitment>(
	    "Hội đàm diễn ra ngày 10/4/2023 tại tỉnh Savannakhet. Hai bên thống nhất tăng cường đào tạo cán bộ.", {});
	CHECK(bienban::extraction::sorted(promises.parties) == Parties{"LA/state", "VN/state"});
}
