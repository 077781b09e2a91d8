#include "reading/read.hpp"

#include <doctest/doctest.h>

#include "model/names.hpp"

using bienban::model::BlockKind;
using bienban::model::Document;
using bienban::reading::Limits;
using bienban::reading::read;

namespace {

Document page(std::string_view text) {
	auto document = read("page", text);
	REQUIRE(document.has_value());
	return *std::move(document);
}

/// The blocks of a kind, parted by " / ".
std::string blocks_of(const Document& document, BlockKind kind) {
	std::string out;
	for (const auto& block : document.blocks) {
		if (block.kind != kind) continue;
		if (!out.empty()) out += " / ";
		out += document.text.substr(block.span.begin.value, block.span.size());
	}
	return out;
}

std::string authors_of(const Document& document) {
	std::string out;
	for (const auto& author : document.authors) out += (out.empty() ? "" : "; ") + author;
	return out;
}

std::string error_of(std::string_view bytes, const Limits& limits = {}) {
	const auto document = read("page", bytes, limits);
	return document ? "none" : document.error().message;
}

constexpr std::string_view k_lead =
    "Sáng 14/8, tại thành phố Vinh, lãnh đạo tỉnh Nghệ An tiếp đoàn công tác của tỉnh Bô Ly Khăm Xay sang thăm và làm "
    "việc.";
constexpr std::string_view k_second =
    "Hai bên thống nhất tiếp tục phối hợp quản lý, bảo vệ đường biên, mốc giới; hợp tác đào tạo cán bộ trong những năm "
    "tới.";
constexpr std::string_view k_third =
    "Cũng tại buổi tiếp, tỉnh Nghệ An trao tặng tỉnh bạn 500 triệu đồng để hỗ trợ đồng bào vùng lũ của huyện Khăm Cợt.";

std::string join(std::initializer_list<std::string_view> lines) {
	std::string out;
	for (const auto line : lines) out.append(line).append("\n");
	return out;
}

}  // namespace

TEST_CASE("a newspaper page with the frame of its site, today's date and two writers") {
	const auto document =
	    page(join({"Báo Miền Tây điện tử", "Hotline: 0912.345.678   Thứ Sáu, 21/11/2025   RSS   Đăng nhập", "Thời sự",
	               "Chính trị / Đối ngoại", "", "Nghệ An - Bô Ly Khăm Xay tăng cường trao đổi đoàn", "",
	               "Đức Long - Thu An • 14/08/2023 10:05", k_lead, "Quang cảnh buổi tiếp. Ảnh: Đức Long", k_second,
	               "Tin mới nhất", "Thị trường vàng trong nước biến động mạnh"}));
	CHECK(document.title == "Nghệ An - Bô Ly Khăm Xay tăng cường trao đổi đoàn");
	CHECK(document.published == "2023-08-14");
	CHECK(authors_of(document) == "Đức Long; Thu An");
	CHECK(blocks_of(document, BlockKind::lead) == k_lead);
	CHECK(blocks_of(document, BlockKind::caption) == "Quang cảnh buổi tiếp.");
	CHECK(blocks_of(document, BlockKind::paragraph) == k_second);
}

TEST_CASE("a portal with counters, votes and lists of other news") {
	const auto document = page(
	    join({"CỔNG THÔNG TIN ĐIỆN TỬ TỈNH MIỀN TÂY", "Trang chủ » Tin tức » Hoạt động của lãnh đạo",
	          "Hội nghị tổng kết hợp tác giai đoạn 2018 - 2022", "Thứ tư - 12/10/2022 09:21   In ra   Đóng cửa sổ này",
	          "Đã xem: 345   Phản hồi: 0", k_lead, k_second, "Tác giả bài viết: Hoàng Lâm",
	          "Nguồn tin: Văn phòng Tỉnh ủy", "Tổng số điểm của bài viết là: 5 trong 1 đánh giá", "Những tin mới hơn",
	          "Hội nghị trực tuyến về chuyển đổi số (13/10/2022)", "Những tin cũ hơn",
	          "Tuần tra chung với Đại đội 311 (10/10/2022)"}));
	CHECK(document.title == "Hội nghị tổng kết hợp tác giai đoạn 2018 - 2022");
	CHECK(document.published == "2022-10-12");
	CHECK(authors_of(document) == "Hoàng Lâm");
	CHECK(blocks_of(document, BlockKind::paragraph) == k_second);
}

TEST_CASE("links in the middle of an article are left out, and the article goes on") {
	const auto document = page(join({"Nghệ An tiếp đoàn công tác tỉnh Bô Ly Khăm Xay", "", k_lead, "", "TIN LIÊN QUAN",
	                                 "Nghệ An tiếp nhận 50 lưu học sinh", "Ký kết hợp tác với tỉnh Xiêng Khoảng", "",
	                                 k_second, "", k_third, "", "Văn An"}));
	CHECK(blocks_of(document, BlockKind::paragraph) == std::string(k_second) + " / " + std::string(k_third));
	CHECK(authors_of(document) == "Văn An");
}

TEST_CASE("other articles with their leads behind the article are left out") {
	const auto document = page(join({"Nghệ An tiếp đoàn công tác tỉnh Bô Ly Khăm Xay", k_lead, k_second, "Văn An",
	                                 "Bài viết liên quan", "Bộ đội Biên phòng giúp dân gặt lúa", k_third}));
	CHECK(blocks_of(document, BlockKind::paragraph) == k_second);
}

TEST_CASE("a link with the lead of its article under it is left out inside the article too") {
	const auto document = page(join(
	    {"Hai tỉnh tăng cường hợp tác về giáo dục và y tế", "", "XYZ - " + std::string(k_lead), "", k_second, "",
	     "Hai nước ký hiệp định mới Hai nước ký hiệp định mới", "", "XYZ - " + std::string(k_third), "", "VĂN AN"}));
	CHECK(blocks_of(document, BlockKind::paragraph) == k_second);
	CHECK(authors_of(document) == "Văn An");
}

TEST_CASE("captions printed twice, in one line or in two, count once") {
	const auto document =
	    page(join({"Bộ đội Biên phòng tặng quà Đại đội 315", k_lead,
	               "Đoàn công tác trao quà cho đơn vị bạn Đoàn công tác trao quà cho đơn vị bạn", k_second,
	               "Các đại biểu chụp ảnh lưu niệm", "Các đại biểu chụp ảnh lưu niệm", k_third}));
	CHECK(blocks_of(document, BlockKind::caption) ==
	      "Đoàn công tác trao quà cho đơn vị bạn / Các đại biểu chụp ảnh lưu niệm");
}

TEST_CASE("a headline printed again under a picture counts once") {
	const auto document = page(join({"Hai tỉnh tăng cường hợp tác về giáo dục và y tế", k_lead,
	                                 "Hai tỉnh tăng cường hợp tác về giáo dục và y tế - Ảnh 1.",
	                                 "HAI TỈNH TĂNG CƯỜNG HỢP TÁC VỀ GIÁO DỤC VÀ Y TẾ", k_second}));
	CHECK(blocks_of(document, BlockKind::paragraph) == k_second);
}

TEST_CASE("the headline is found below the title of the window, the menu and the section") {
	const auto document =
	    page(join({"Bộ đội Biên phòng tặng quà Đại đội 315 | bao.example.vn", "Trang chủ", "Biên phòng",
	               "Bộ đội Biên phòng tặng quà Đại đội 315", "Biên phòng - 10:15, Thứ Ba, 09/01/2024", k_lead}));
	CHECK(document.title == "Bộ đội Biên phòng tặng quà Đại đội 315");
	CHECK(document.published == "2024-01-09");
	CHECK(blocks_of(document, BlockKind::kicker) == "Biên phòng");
}

TEST_CASE("days inside the article, months and the date line of a paper are not the day of publication") {
	CHECK_FALSE(page(join({"Hai tỉnh tăng cường hợp tác", "12/2021", k_lead})).published.has_value());
	CHECK_FALSE(page(join({"Hai tỉnh tăng cường hợp tác", "Hà Nội, ngày 3/5", k_lead})).published.has_value());
	const auto paper = page(
	    join({"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Sơn La, ngày 15 tháng 8 năm 2019",
	          "BIÊN BẢN", "Hội đàm giữa Bộ Chỉ huy quân sự hai tỉnh Sơn La và Hủa Phăn", k_lead}));
	CHECK_FALSE(paper.published.has_value());
	CHECK(paper.title == "BIÊN BẢN Hội đàm giữa Bộ Chỉ huy quân sự hai tỉnh Sơn La và Hủa Phăn");
	CHECK(blocks_of(paper, BlockKind::paragraph).starts_with("Sơn La, ngày 15 tháng 8 năm 2019"));
	for (const std::string title : {"BÁO CÁO", "THÔNG BÁO"}) {
		const auto report = page(join({"SỞ NGOẠI VỤ", "Số: 12/SNgV", "Sơn La, ngày 15 tháng 8 năm 2019", title.c_str(),
		                               "Kết quả hợp tác với tỉnh Hủa Phăn", k_lead}));
		CHECK(report.published == "2019-08-15");
	}
}

TEST_CASE("an official paper has a title of several lines, text without by-lines, and signatures in columns") {
	const auto paper =
	    page(join({"BẢN GHI NHỚ", "VỀ HỢP TÁC GIỮA TỈNH SƠN LA", "VÀ TỈNH HỦA PHĂN", "Điều 1. Về kinh tế",
	               "a) Hai bên khuyến khích doanh nghiệp đầu tư;", "b) Tạo thuận lợi cho hàng hóa.",
	               "Bản ghi nhớ này làm thành hai bản.", "TM. TỈNH SƠN LA        TM. TỈNH HỦA PHĂN",
	               "CHỦ TỊCH               TỈNH TRƯỞNG", "Lò Văn An              Bun My Xay"}));
	CHECK(paper.title == "BẢN GHI NHỚ VỀ HỢP TÁC GIỮA TỈNH SƠN LA VÀ TỈNH HỦA PHĂN");
	CHECK(paper.authors.empty());
	CHECK(
	    blocks_of(paper, BlockKind::paragraph) ==
	    "Điều 1. Về kinh tế / a) Hai bên khuyến khích doanh nghiệp đầu tư; / b) Tạo thuận lợi cho hàng hóa. / Bản ghi "
	    "nhớ này làm thành hai bản.");
	CHECK(blocks_of(paper, BlockKind::signature) ==
	      "TM. TỈNH SƠN LA / TM. TỈNH HỦA PHĂN / CHỦ TỊCH / TỈNH TRƯỞNG / Lò Văn An / Bun My Xay");
}

TEST_CASE("a headline in capitals about a paper makes no official paper") {
	const auto news = page(join({"BIÊN BẢN GHI NHỚ ĐƯỢC KÝ TẠI VINH", k_lead}));
	CHECK(blocks_of(news, BlockKind::signature).empty());
	CHECK(blocks_of(news, BlockKind::lead) == k_lead);
}

TEST_CASE("a date with its label, alone or beside counters, is the day of publication") {
	for (const std::string_view line :
	     {"Ngày đăng: 05/06/2019 - Lượt xem: 1.234", "Cập nhật: 05/06/2019 08:30", "8:30, Thứ Tư, 5-6-2019",
	      "Thứ Tư, 05 Tháng 6 2019 08:30", "Ngày 05 tháng 06 năm 2019", "Chính trị 05-06-2019", "(05/06/2019 10:12)",
	      "Báo Miền Tây | 05/06/2019", "5 Tháng Sáu, 2019"}) {
		CAPTURE(line);
		const auto document = page(join({"Đón đoàn công tác tỉnh Luông Nậm Thà", line, k_lead}));
		CHECK(document.published == "2019-06-05");
		CHECK(document.title == "Đón đoàn công tác tỉnh Luông Nậm Thà");
	}
}

TEST_CASE("a date beside a section, a counter or a name, or behind the headline, is the day of publication") {
	const auto published = [](const std::string& line, bool above = true) {
		const std::string title = "Hai tỉnh biên giới tăng cường hợp tác toàn diện";
		const auto text = (above ? line + "\n\n" + title : title + "\n\n" + line) + "\n\n" + std::string(k_lead) +
		                  "\n\n" + std::string(k_second) + "\n";
		return page(text).published.value_or("none");
	};
	CHECK(published("Ngày 15/8/2013 - Pháp luật") == "2013-08-15");
	CHECK(published("Lê An 15/08/2020 09:47 | Thời sự") == "2020-08-15");
	CHECK(published("Số ra ngày 15/8/2019") == "2019-08-15");
	CHECK(published("Tạp chí Biên cương online, ngày 15 tháng 8 năm 2021") == "2021-08-15");
	CHECK(published("Thời sự - Ngày đăng : 19:40, 15/08/2022", false) == "2022-08-15");
	CHECK(published("15/08/2024 · Lượt xem 412 · Phòng Hợp tác quốc tế", false) == "2024-08-15");
	const auto behind = page("Hai tỉnh biên giới tăng cường hợp tác toàn diện (17:42 15/08/2023)\n\n" +
	                         std::string(k_lead) + "\n\n" + std::string(k_second) + "\n");
	CHECK(behind.published == "2023-08-15");
	CHECK(behind.title == "Hai tỉnh biên giới tăng cường hợp tác toàn diện");
	CHECK(
	    authors_of(page("Lê Văn An 15/08/2020 09:47 | Thời sự\n\nHai tỉnh biên giới tăng cường hợp tác toàn diện\n\n" +
	                    std::string(k_lead) + "\n")) == "Lê Văn An");
}

TEST_CASE("a paragraph broken in the middle of a sentence is one block") {
	const auto document = page(
	    "Hội nghị đánh giá kết quả hợp tác\n\nDự hội nghị có lãnh đạo các sở, ngành của tỉnh và các huyện, triển khai "
	    "Chỉ thị số 32\n\n"
	    "ngày 18/2/2019 của Bộ Chính trị.\n");
	CHECK(blocks_of(document, BlockKind::lead).ends_with("số 32\n\nngày 18/2/2019 của Bộ Chính trị."));
}

TEST_CASE("text of a fixed width is put together again") {
	const auto document = page(
	    join({"BIÊN BẢN HỘI ĐÀM NĂM 2019", "", "Thực hiện kế hoạch hợp tác năm 2019, Bộ Chỉ huy quân sự hai tỉnh Sơn",
	          "La và Hủa Phăn đã tiến hành hội đàm tại thành phố Sơn La. Hai bên đã đánh",
	          "giá kết quả phối hợp trong năm qua và thống nhất một số nội dung dưới đây để",
	          "Bộ Chỉ huy quân sự hai tỉnh cùng thực hiện trong những năm tiếp theo.", "",
	          "Tuần tra song phương 02 lần mỗi năm trên đoạn biên giới từ mốc 200 đến", "mốc 210."}));
	CHECK(document.blocks.size() == 3);
}

TEST_CASE("a by-line run on behind the last sentence is parted from it") {
	const auto document =
	    page(join({"Hai tỉnh tăng cường hợp tác về giáo dục", k_lead, std::string(k_second) + "/. Tin, ảnh: THU AN"}));
	CHECK(blocks_of(document, BlockKind::paragraph) == std::string(k_second) + "/.");
	CHECK(blocks_of(document, BlockKind::byline) == "Tin, ảnh: THU AN");
	CHECK(authors_of(document) == "Thu An");
}

TEST_CASE("initials at the end are those of the name under the headline") {
	const auto document =
	    page(join({"Hai tỉnh tăng cường hợp tác về giáo dục", "Lê Minh / 08:20 18/05/2022", k_lead, k_second, "L.M"}));
	CHECK(authors_of(document) == "Lê Minh");
}

TEST_CASE("menus that stand on lines of their own do not hide the headline") {
	const auto document =
	    page(join({"Đăng nhập | Đăng ký", "Thứ 6, 21/11/2025", "BÁO QUÂN KHU ĐIỆN TỬ",
	               "Cơ quan của Đảng ủy và Bộ Tư lệnh", "Trang chủ", "Tin tức - Sự kiện", "Quốc phòng toàn dân",
	               "Hội đàm giữa Bộ CHQS tỉnh Lai Châu và Bộ CHQS tỉnh Phông Sa Lỳ", "Thứ ba, 20/06/2023 - 14:35",
	               "A A A", k_lead}));
	CHECK(document.title == "Hội đàm giữa Bộ CHQS tỉnh Lai Châu và Bộ CHQS tỉnh Phông Sa Lỳ");
	CHECK(document.published == "2023-06-20");
}

TEST_CASE("running text that begins with a word of the page stays text") {
	for (const std::string_view line :
	     {"Theo Trung tá Nguyễn Văn Hùng, mỗi năm hai bên tuần tra chung 12 lần trên đoạn biên giới dài 30 km.",
	      "Xem thêm nhiều kết quả khác, hai bên cho rằng quan hệ giữa hai tỉnh ngày càng phát triển tốt đẹp hơn.",
	      "Chủ đề của hội nghị là hợp tác y tế, giáo dục và đào tạo giữa các tỉnh có chung đường biên giới.",
	      "Nguồn nhân lực của tỉnh bạn được đào tạo tại Sơn La ngày càng nhiều.", "Ngày 5/6, hai bên tuần tra chung.",
	      "Ý kiến của hai bên thống nhất cao về các nội dung hợp tác trong năm tới, nhất là về giáo dục."}) {
		CAPTURE(line);
		const auto document = page(join({"Hai tỉnh tăng cường hợp tác về giáo dục", k_lead, line, k_second}));
		CHECK(blocks_of(document, BlockKind::paragraph) == std::string(line) + " / " + std::string(k_second));
	}
}

TEST_CASE("blocks cover all text in order and without white space around them") {
	const auto document = page(join({"  Trang chủ | Tin tức ", "", " Hai tỉnh tăng cường hợp tác về giáo dục\t", k_lead,
	                                 "Ảnh chụp tại hội nghị - Ảnh: Văn An", "* * *", k_second}));
	std::uint32_t end = 0;
	for (const auto& block : document.blocks) {
		CHECK(block.span.begin.value >= end);
		CHECK(document.text.substr(end, block.span.begin.value - end).find_first_not_of(" \n") == std::string::npos);
		CHECK(document.text[block.span.begin.value] != ' ');
		CHECK(document.text[block.span.end.value - 1] != ' ');
		end = block.span.end.value;
	}
	CHECK(document.text.substr(end).find_first_not_of(" \n") == std::string::npos);
}

TEST_CASE("decomposed letters and no-break spaces make no difference") {
	const auto document = page(
	    "Sơn La tiếp nhận 20 lưu ho\xCC\xA3"
	    "c sinh\n\nNăm nay tỉnh\xC2\xA0nhận thêm 20 em từ các tỉnh Bắc Lào vào học tại trường của ti\xCC\x89"
	    "nh.\n");
	CHECK(document.title == "Sơn La tiếp nhận 20 lưu học sinh");
	CHECK(blocks_of(document, BlockKind::lead) ==
	      "Năm nay tỉnh nhận thêm 20 em từ các tỉnh Bắc Lào vào học tại trường của tỉnh.");
}

TEST_CASE("documents that cannot be read are refused with what is wrong") {
	CHECK(error_of("") == "reading-empty");
	CHECK(error_of("\xE2\x80\x8B \n") == "reading-empty");
	CHECK(error_of("%PDF-1.4") == "reading-binary");
	CHECK(error_of("Hội đàm\xFF giữa hai bên") == "reading-encoding");
	CHECK(error_of(std::string(200, 'a'), Limits{.bytes = 100}) == "reading-too-large");
	const auto long_line = read("page", "một\n" + std::string(200, 'a'), Limits{.line_bytes = 100});
	REQUIRE_FALSE(long_line.has_value());
	CHECK(long_line.error().message == "reading-long-line");
	CHECK(long_line.error().line == 2);
	CHECK(long_line.error().file == "page");
	CHECK(error_of(std::string(1'000'000, '\n') + "a") == "none");
}

TEST_CASE("a line that opens with the name of a picture's file is none of the article") {
	const auto document = page(
	    "Bàn giao trường học cho tỉnh Sekong (Lào)\n\nNgày 13/11, tại tỉnh Sekong đã diễn ra lễ bàn giao trường "
	    "học.\nban "
	    "giao truong hoc cho tinh sekong lao Huế tiếp tục hỗ trợ tỉnh Sê Kông đào tạo nhân lực\n\nTrường có hai tầng "
	    "và "
	    "sáu phòng học.\n");
	for (const auto& block : document.blocks) {
		if (block.kind == BlockKind::chrome) continue;
		CHECK(document.text.substr(block.span.begin.value, block.span.size()).find("Huế") == std::string::npos);
	}
}
