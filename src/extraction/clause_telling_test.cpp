#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "extraction/extract.hpp"
#include "extraction/told_document.hpp"
#include "model/names.hpp"

using namespace bienban;

namespace {

/// What a text says was done and is promised: the names of the themes in the order of the alphabet, with spaces
/// between.
struct Told {
	std::string done;
	std::string promised;
};

std::string joined(const std::set<std::string_view>& names) {
	std::string out;
	for (const auto name : names) out.append(out.empty() ? "" : " ").append(name);
	return out;
}

/// Reads the paragraphs, one a line, of a report on two districts that met on 4 May 2023.
Told told(const std::string& paragraphs) {
	static const auto s_lexicon = lexicon::load().value();
	const auto document = extraction::told_document(
	    "Hai huyện giáp biên",
	    "Sáng 4/5/2023, huyện Quan Hóa (Thanh Hóa) và huyện Xốp Bâu (tỉnh Hủa Phăn, Lào) gặp nhau ở xã Hiền Kiệt.\n" +
	        paragraphs,
	    "2023-05-05");
	std::set<std::string_view> done;
	std::set<std::string_view> promised;
	for (const auto& record : extraction::extract(document, *s_lexicon, extraction::WithMentions::no).records) {
		if (const auto* a = std::get_if<model::Achievement>(&record.value))
			for (const auto theme : a->themes) done.insert(model::name_of(theme));
		if (const auto* c = std::get_if<model::Commitment>(&record.value))
			for (const auto theme : c->themes) promised.insert(model::name_of(theme));
	}
	return {joined(done), joined(promised)};
}

}  // namespace

TEST_CASE("what one side thanks the other for was done") {
	CHECK(told("Phó Huyện trưởng Xốp Bâu cảm ơn huyện Quan Hóa đã dạy bà con trồng lúa nước.").done == "agriculture");
	CHECK(told("Huyện Xốp Bâu cảm kích việc bạn mở lớp tập huấn cho cán bộ.").done == "training");
	CHECK(told("Phó Huyện trưởng Xốp Bâu cảm ơn sự đón tiếp thân tình của chủ nhà.").done.empty());
}

TEST_CASE("a speaker tells the other side what was done and what he offers") {
	CHECK(told("Phó Huyện trưởng nói với chủ nhà: “Các anh đã dập tắt đám cháy trên nương của chúng tôi”.").done ==
	      "disaster-response");
	CHECK(told("Chủ tịch huyện Quan Hóa nói: “Chúng tôi sẵn sàng nhận học viên của bạn sang học nghề”.").promised ==
	      "training");
}

TEST_CASE("what goes on every time, or is so by now, was done") {
	CHECK(told("Cứ mùa lũ về, hai huyện lại báo tin cho nhau.").done == "disaster-response information-exchange");
	CHECK(told("Nhờ cán bộ hai huyện kiên trì, nay bà con đã bỏ cây thuốc phiện.").done == "drugs");
}

TEST_CASE("a sentence that says the two sides looked back makes an account of the next") {
	CHECK(told("Hai huyện kiểm lại nửa năm làm việc. Cột mốc vẫn nguyên, chợ phiên đông vui, người nghiện ít dần.")
	          .done == "border-protection drugs trade-investment");
}

TEST_CASE("a sentence that points back makes deeds of what stands before it") {
	CHECK(told("Cùng tuần tra đêm, cùng chữa bệnh cho dân. Đó là chuyện của hai huyện suốt bốn năm nay.").done ==
	      "health joint-patrol");
}

TEST_CASE("works that are said to be done open their list") {
	CHECK(told("Những việc còn lại đều đạt: trao đổi thông tin đúng hẹn; tuyên truyền tới từng bản.").done ==
	      "information-exchange public-awareness");
}

TEST_CASE("tasks that are counted open a list of what is to be done") {
	CHECK(told("Chủ nhà nêu với khách mấy việc: lập kênh liên lạc; mở lớp tiếng Lào.").promised ==
	      "information-exchange language");
}

TEST_CASE("a favour is asked of a side, but what came thanks to it is none") {
	CHECK(told("Bà nhờ huyện Quan Hóa giới thiệu các hãng lữ hành.").promised == "tourism");
	CHECK(told("Bọn trẻ có lớp học tiếng Việt là nhờ huyện Quan Hóa.").promised.empty());
}

TEST_CASE("a clause that only agrees makes a promise of what stands before it") {
	CHECK(told("Mở thêm chợ phiên, dạy nghề cho thanh niên hai huyện. Phía bạn tán thành.").promised ==
	      "trade-investment training");
}

TEST_CASE("gifts and events of a day are no account") {
	CHECK(told("Dịp này, huyện Quan Hóa đã tặng huyện bạn 20 bộ bàn ghế học sinh.").done.empty());
	CHECK(told("Chiều 4/5, hai huyện đã khánh thành cầu treo Nậm Ma.").done.empty());
}

TEST_CASE("what a signed paper lays weight on is to be done") {
	CHECK(told("Lãnh đạo hai bên ký kết quy chế phối hợp gồm 5 nội dung, trong đó nhấn mạnh việc kịp thời báo tin tội "
	           "phạm.")
	          .promised == "crime-prevention information-exchange");
	CHECK(told("Quy chế kết nghĩa gồm bảy điều, ghi rõ dân hai bản không phát nương lấn.").promised == "encroachment");
}

TEST_CASE("two fronts agree, though a front of unity does not") {
	CHECK(told("Hai Mặt trận thống nhất vận động nhân dân giữ gìn cột mốc.").promised ==
	      "border-protection public-awareness");
}

TEST_CASE("a topic may stand before the sides that agree on it") {
	CHECK(told("Chuyện ma túy, chuyện vượt biên, hai bên hẹn nhau cùng lo.").promised == "drugs irregular-migration");
}

TEST_CASE("a stretch that opens with its month was done, and so was what came of it") {
	CHECK(
	    told("Từ tháng 2/2021, hai huyện cùng khử khuẩn xe hàng. Bộ đội hai bên nhắc dân không lách đường mòn. Nhờ đó "
	         "đến nay chưa có ca nhiễm nào.")
	        .done == "border-gate health irregular-migration public-awareness");
	CHECK(told("Mấy năm qua hai huyện giữ gìn mốc giới tốt, riêng mốc 27 bị sạt lở.").done == "border-protection");
}

TEST_CASE("meetings kept up by custom were done, a meeting of the day was not") {
	CHECK(told("Năm 2022, hai huyện đã duy trì chế độ giao ban hằng quý.").done == "regular-meeting");
	CHECK(told("Năm 2022, hai huyện đã thực hiện nghiêm túc biên bản đã ký.").done == "treaty-implementation");
	CHECK(told("Chiều 4/5, hai huyện đã hội đàm tại xã Hiền Kiệt.").done.empty());
}

TEST_CASE("an event that is held is a theme, whatever it is called") {
	CHECK(told("Những năm qua, hai huyện thường xuyên tổ chức Ngày hội văn hóa các dân tộc.").done == "culture-sport");
	CHECK(told("Những năm qua, hai huyện thường xuyên trao đổi công tác, phát tờ rơi bằng hai thứ tiếng.").done ==
	      "public-awareness");
}
