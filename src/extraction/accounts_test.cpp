#include <doctest/doctest.h>

#include <algorithm>
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
struct Accounts {
	std::string done;
	std::string promised;
};

std::string joined(const std::set<std::string_view>& names) {
	std::string out;
	for (const auto name : names) out.append(out.empty() ? "" : " ").append(name);
	return out;
}

/// Reads the paragraphs, one a line, of a report of talks between two military commands on 12 March 2024.
Accounts accounts_of(const std::string& paragraphs) {
	static const auto s_lexicon = lexicon::load().value();
	const auto document = extraction::told_document(
	    "Hội đàm giữa hai Bộ CHQS",
	    "Sáng 12/3/2024, tại thành phố Sơn La, Bộ CHQS tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn (Lào) tổ chức hội đàm.\n" +
	        paragraphs,
	    "2024-03-13");
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

TEST_CASE("a sentence that looks back over a known time is an achievement") {
	CHECK(accounts_of("Thời gian qua, hai đơn vị đã duy trì nền nếp giao ban, thường xuyên trao đổi thông tin và tuần "
	                  "tra song phương.")
	          .done == "information-exchange joint-patrol regular-meeting");
	CHECK(accounts_of("Ba năm qua, nhân dân hai bên biên giới luôn chung tay giữ gìn đường biên, cột mốc, giúp đỡ nhau "
	                  "khi hoạn nạn.")
	          .done == "aid border-protection");
	CHECK(accounts_of("Các đại biểu thống nhất đánh giá: năm 2023, công tác phòng, chống tội phạm ma túy được triển "
	                  "khai quyết liệt.")
	          .done == "crime-prevention drugs");
	CHECK(accounts_of("Từ năm 2020 đến nay, đôi bên sát cánh vận động bà con không xâm canh, xâm cư.").done ==
	      "encroachment public-awareness");
	CHECK(accounts_of("Nhìn lại giai đoạn 2021 - 2023, hai bên vui mừng nhận thấy tình đoàn kết ngày càng bền chặt.")
	          .done == "friendship");
}

TEST_CASE("the account goes on over sentences and blocks that carry it") {
	CHECK(accounts_of("Thời gian qua, hai bên đã phối hợp tuần tra chung. Đồng thời, tích cực tuyên truyền cho nhân "
	                  "dân vùng biên.")
	          .done == "joint-patrol public-awareness");
	CHECK(accounts_of("Kết quả phối hợp năm 2023 rất đáng mừng:\n- Trao đổi tình hình kịp thời;\n- Ngăn chặn người "
	                  "vượt biên trái phép.")
	          .done == "information-exchange irregular-migration");
	CHECK(accounts_of("Những năm qua, hai đơn vị đã trao đổi thông tin đều đặn.\nBên cạnh đó, hai bên còn đào tạo cán "
	                  "bộ cho nhau.")
	          .done == "information-exchange training");
}

TEST_CASE("figures alone are no achievement, under a sum they join it") {
	CHECK(accounts_of("Năm 2023, hai đơn vị tuần tra song phương 24 lần/480 lượt cán bộ, chiến sĩ.").done.empty());
	CHECK(accounts_of("Năm 2023, đồn đã tuyên truyền 36 buổi về phòng, chống ma túy, mua bán người.").done.empty());
	CHECK(accounts_of(
	          "Hội đàm đánh giá cao kết quả phối hợp năm 2023: tuần tra song phương 24 lần; trao đổi thông tin 60 lần.")
	          .done == "information-exchange joint-patrol");
}

TEST_CASE("what both sides did for each other in a year is no gift") {
	CHECK(accounts_of("Năm 2018, hai bên đã phối hợp giúp dân xóa đói giảm nghèo.").done == "aid");
	CHECK(accounts_of("Năm 2018, hai bên đã chia sẻ kinh nghiệm công tác.").done == "experience-sharing");
}

TEST_CASE("what is agreed, proposed or pledged is a commitment") {
	CHECK(accounts_of("Hai bên nhất trí tăng cường trao đổi đoàn, đẩy mạnh phòng, chống buôn lậu.").promised ==
	      "delegation-exchange smuggling");
	CHECK(accounts_of("Thời gian tới, hai đơn vị sẽ mở các khóa tập huấn, dạy tiếng Việt cho sĩ quan trẻ.").promised ==
	      "language training");
	CHECK(accounts_of("Phía bạn mong muốn được giúp đào tạo quân y và tổ chức giao lưu thể thao.").promised ==
	      "culture-sport health training");
	CHECK(accounts_of("Hai bên giao hẹn mỗi quý gặp nhau giao ban một lần, có tin gì lạ thì báo ngay cho nhau.")
	          .promised == "information-exchange regular-meeting");
	CHECK(accounts_of("Hai bên thống nhất một số nội dung sau:\n- Chấp hành nghiêm Hiệp định về Quy chế quản lý biên "
	                  "giới;\n- Phối hợp ứng phó thiên tai.")
	          .promised == "disaster-response treaty-implementation");
	CHECK(accounts_of("Bước sang năm 2025, hai tỉnh phấn đấu mở thêm tuyến du lịch, thu hút doanh nghiệp.").promised ==
	      "tourism trade-investment");
}

TEST_CASE("a sentence that turns from the past to what is agreed gives both") {
	const auto both = accounts_of(
	    "Hai bên đánh giá cao kết quả tuần tra chung thời gian qua, thống nhất tiếp tục trao đổi thông tin.");
	CHECK(both.done == "joint-patrol");
	CHECK(both.promised == "information-exchange");
	const auto signed_paper =
	    accounts_of("Hai bên đã ký biên bản ghi nhớ, theo đó sẽ vận động nhân dân không di cư tự do.");
	CHECK(signed_paper.done.empty());
	CHECK(signed_paper.promised == "irregular-migration public-awareness");
}

TEST_CASE("aims, causes and what did not come about are left out") {
	CHECK(accounts_of("Thời gian qua, hai bên đã tuần tra chung nhằm ngăn chặn buôn lậu, mua bán người.").done ==
	      "joint-patrol");
	CHECK(accounts_of("Thời gian qua, hai bên đã tuần tra chung, góp phần củng cố quan hệ hữu nghị.").done ==
	      "joint-patrol");
	CHECK(accounts_of("Thời gian qua, hai bên đã tuyên truyền để bà con không vượt biên trái phép.").done ==
	      "irregular-migration public-awareness");
	CHECK(accounts_of("Hai bên thống nhất nối lại tuần tra chung vốn gián đoạn vì mưa lũ.").promised == "joint-patrol");
	CHECK(accounts_of("Những năm qua, hai bên đã duy trì tuần tra chung, lớp tập huấn thì chưa mở được.").done ==
	      "joint-patrol");
	CHECK(accounts_of("Hạn chế được chỉ ra là việc trao đổi thông tin còn chậm.").done.empty());
}

TEST_CASE("the event itself, a twinning and a pledged gift are no accounts") {
	CHECK(accounts_of("Từ ngày 11 đến 13/3, đoàn Bộ CHQS tỉnh Hủa Phăn sang thăm, chúc mừng Bộ CHQS tỉnh Sơn La.")
	          .done.empty());
	CHECK(accounts_of("Năm 2019, bản Nà Cài đã kết nghĩa với bản Phiềng Xa.").done.empty());
	CHECK(accounts_of("Bộ CHQS tỉnh Sơn La cam kết dành cho Bộ CHQS tỉnh Hủa Phăn 10 suất học bổng.").promised.empty());
	CHECK(accounts_of("Cuối buổi, hai bên ký Biên bản ghi nhớ về phòng, chống tội phạm năm 2024.").promised.empty());
	const auto meeting = accounts_of("Chiều 12/3, hai bên vừa giao ban định kỳ quý I tại bản Nà Cài.");
	CHECK(meeting.done.empty());
	CHECK(meeting.promised.empty());
}

TEST_CASE("what is told before may be sealed by a sentence that only says so") {
	CHECK(accounts_of(
	          "Mỗi tháng một phiên giao ban; có tin gì thì báo nhau. Đó là những điều hai đơn vị đã thống nhất cho "
	          "chặng sắp tới.")
	          .promised == "information-exchange regular-meeting");
	CHECK(accounts_of("Còn dịch thì còn cùng nhau chống dịch: hai đơn vị hẹn với nhau như vậy.").promised == "health");
}

TEST_CASE("a promise may stand with its object in front, without a body that acts") {
	CHECK(accounts_of("Thời gian tới, buôn lậu, mua bán người thì phải chặn từ xa.").promised ==
	      "smuggling trafficking");
	CHECK(accounts_of("Nửa năm còn lại? Hai đơn vị dồn sức chống ma túy.").promised == "drugs");
	CHECK(accounts_of("Bộ CHQS tỉnh Hủa Phăn muốn Bộ CHQS tỉnh Sơn La mở lớp tập huấn.").promised == "training");
}

TEST_CASE("what households sign, what does not need to be and a paper's subject are no promises or deeds") {
	CHECK(accounts_of("Cả bản có 120 hộ dân ký cam kết không tiếp tay cho buôn lậu.").promised.empty());
	CHECK(accounts_of("Anh nói tiếng Việt sõi đến mức chẳng cần phiên dịch.").promised.empty());
	CHECK(accounts_of("Năm 2023, ba mươi mốt bận tuần tra chung đã được tổ chức.").done.empty());
	CHECK(accounts_of("Từ năm 2021 đến nay, mặc dù chịu ảnh hưởng của dịch bệnh, hai đơn vị vẫn thường xuyên trao đổi "
	                  "thông tin.")
	          .done == "information-exchange");
}

TEST_CASE("what is conceded does not hide what was kept up") {
	CHECK(accounts_of(
	          "Dù mưa lũ khiến nhiều hoạt động phải hoãn lại, năm qua hai đơn vị vẫn giữ được việc trao đổi thông "
	          "tin, tuần tra song phương.")
	          .done == "information-exchange joint-patrol");
}

TEST_CASE("what a paper that was signed asks of its sides is to come") {
	CHECK(accounts_of("Theo nội dung đã ký, mỗi tháng hai đơn vị tuần tra chung một lần; khi có thiên tai thì cùng ứng "
	                  "cứu.")
	          .promised == "disaster-response joint-patrol");
	// What is said to be fulfilled is not.
	const auto found =
	    accounts_of("Theo biên bản giai đoạn 2021-2023, các lớp tập huấn, việc trao đổi thông tin đều hoàn thành tốt.");
	CHECK(found.done == "information-exchange training");
	CHECK(found.promised.empty());
}

TEST_CASE("a term that still runs looks back where it is told with 'đã'") {
	const auto found =
	    accounts_of("Giai đoạn 2022-2026, hai đơn vị đã duy trì trao đổi thông tin, tuần tra song phương.");
	CHECK(found.done == "information-exchange joint-patrol");
	CHECK(found.promised.empty());
}

TEST_CASE("nouns of asking and good wishes promise nothing") {
	CHECK(accounts_of("Thời gian qua, hai bên đã giải quyết 14 đề nghị về quản lý biên giới.").promised.empty());
	const auto wishes = accounts_of(
	    "Đoàn gửi tới cán bộ, chiến sĩ đơn vị bạn lời chúc năm mới hạnh phúc, hợp tác quản lý "
	    "biên giới tốt đẹp.");
	CHECK(wishes.done.empty());
	CHECK(wishes.promised.empty());
}

TEST_CASE("'sạch sẽ' does not look ahead") {
	CHECK(accounts_of("Năm 2023, hai bên phối hợp quản lý biên giới; các mốc giới được làm cỏ sạch sẽ.")
	          .promised.empty());
}

TEST_CASE("what is told at a meeting is the meeting, not an achievement") {
	CHECK(accounts_of(
	          "Tại buổi làm việc, hai bên đã thông báo cho nhau tình hình quốc phòng, phòng chống tội phạm sáu tháng "
	          "đầu năm 2024.")
	          .done.empty());
	CHECK(accounts_of("Hai bên cũng đánh giá kết quả phối hợp quản lý biên giới trong thời gian qua.").done.empty());
	// What they do all along is one.
	CHECK(
	    accounts_of("Thời gian qua, hai bên thường xuyên thông báo cho nhau tình hình tội phạm, tuần tra song phương.")
	        .done.find("joint-patrol") != std::string::npos);
}

TEST_CASE("sides that are counted in digits are the two sides") {
	CHECK(
	    accounts_of("Thời gian tới, 2 bên thống nhất tăng cường trao đổi thông tin, tuần tra song phương.").promised ==
	    "information-exchange joint-patrol");
}

TEST_CASE("what the sides are at already is no promise") {
	CHECK(accounts_of("Hội đàm diễn ra khi hai đơn vị đang tập trung phòng chống ma túy, nỗ lực tuần tra biên giới.")
	          .promised.empty());
}

TEST_CASE("how things have been going between the two sides is an achievement of no day") {
	CHECK(accounts_of("Hợp tác trồng rừng giữa hai tỉnh không ngừng phát triển.").done == "agriculture");
	CHECK(accounts_of("Công tác khám chữa bệnh được hai bên phối hợp chặt chẽ.").done == "health");
	CHECK(accounts_of("Các giải bóng chuyền đã góp phần thắt chặt tình anh em giữa hai bên.").done ==
	      "culture-sport friendship");
	CHECK(accounts_of("Dịp Quốc khánh hằng năm, hai bên đều cử đoàn chúc mừng.").done ==
	      "commemoration delegation-exchange");
	CHECK(accounts_of("Hai bên thường xuyên trao đổi kinh nghiệm.").done == "experience-sharing");
	// What one side alone does, and what is to come, is none.
	CHECK(accounts_of("Nông nghiệp Sơn La không ngừng phát triển.").done.empty());
	CHECK(accounts_of("Hai bên sẽ luôn phối hợp tuần tra song phương.").done.empty());
}

TEST_CASE("what is named first is what the sides will turn to") {
	CHECK(accounts_of("Trồng rừng và du lịch là những lĩnh vực hai bên sẽ ưu tiên.").promised == "agriculture tourism");
}

TEST_CASE("the subject of a programme that will be carried out is to be done") {
	CHECK(accounts_of("Hai bên thống nhất phối hợp thực hiện chương trình hợp tác về du lịch, trồng rừng.").promised ==
	      "agriculture tourism");
}

TEST_CASE("an account goes on over a clause that says nothing of the field") {
	CHECK(accounts_of("Năm 2023, hai đơn vị đã phối hợp tuần tra chung. Gió mưa chẳng ai ngại. Tuyên truyền cho bà con "
	                  "vùng biên thành việc quen tay.")
	          .done == "joint-patrol public-awareness");
	CHECK(accounts_of("Ngẫm lại mười năm đổ lại đây, hai bên mừng vì buôn lậu lùi dần, tình hữu nghị thêm đậm.").done ==
	      "friendship smuggling");
}

TEST_CASE("what was promised once and is kept now looks back") {
	const auto found = accounts_of(
	    "Soi vào năm 2023, những điều hai bên đã hứa đều thành việc: tuần tra chung đều đặn; "
	    "trao đổi thông tin thông suốt.");
	CHECK(found.done == "information-exchange joint-patrol");
	CHECK(found.promised.empty());
}

TEST_CASE("a promise is known by its time, by homely words, and by the paper it rests on") {
	CHECK(accounts_of("Hai bên rủ nhau giữ nếp tuần tra chung trong năm 2026.").promised == "joint-patrol");
	CHECK(accounts_of("Điều hai đơn vị muốn làm ngay: chống buôn lậu quyết liệt hơn.").promised == "smuggling");
	CHECK(accounts_of("Từ nay tới 2026, theo thỏa thuận, du khách hai bên được đi lại dễ hơn; học bổng được cấp đều "
	                  "hơn.")
	          .promised == "education tourism");
	CHECK(
	    accounts_of("Hai bên trao đổi tình hình an ninh trật tự năm 2024 và bàn nhiệm vụ năm 2025.").promised.empty());
}

TEST_CASE("what a paper lays down may open with words of no theme") {
	CHECK(
	    accounts_of("Hai trưởng đoàn ký biên bản làm việc. Theo đó, hai bên báo cáo cấp trên của mình; đẩy mạnh tuyên "
	                "truyền cho bà con.")
	        .promised == "public-awareness");
}

TEST_CASE("what one side does among its own people is no account") {
	static const auto s_lexicon = lexicon::load().value();
	const auto document = extraction::told_document("Họp mặt hội viên",
	                                                "Ngày 30/10/2018, Hội Hữu nghị Việt Nam - Lào tỉnh Nam Định họp "
	                                                "mặt 120 hội viên từng chiến đấu ở Lào.\nNăm qua, "
	                                                "Hội đã vận động hội viên giúp nhau làm kinh tế, giữ tình cảm với "
	                                                "những người bạn. Hội sẽ quyên góp xây nhà tình "
	                                                "nghĩa.",
	                                                "2018-10-31");
	for (const auto& record : extraction::extract(document, *s_lexicon, extraction::WithMentions::no).records) {
		CHECK_FALSE(std::holds_alternative<model::Achievement>(record.value));
		CHECK_FALSE(std::holds_alternative<model::Commitment>(record.value));
	}
}

TEST_CASE("what others are asked to make possible is what is asked for") {
	CHECK(accounts_of("Bộ CHQS tỉnh Sơn La đề nghị tỉnh Hủa Phăn tạo điều kiện cho lưu học sinh Sơn La.").promised ==
	      "education");
}
