#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "extraction/told_document.hpp"
#include "model/record.hpp"

namespace model = bienban::model;

namespace {

/// The records of a text of one paragraph a line under a headline that says nothing; published on the day given.
std::vector<model::Record> records_of(const std::string& paragraphs, const std::string& published = "2022-11-20") {
	static const auto s_lexicon = bienban::lexicon::load().value();
	const auto document = bienban::extraction::told_document("Chuyện ở vùng biên", paragraphs, published);
	return bienban::extraction::extract(document, *s_lexicon).records;
}

std::string joined(std::vector<std::string> words) {
	std::sort(words.begin(), words.end());
	std::string out;
	for (const auto& w : words) out += (out.empty() ? "" : " ") + w;
	return out;
}

/// Every meeting, visit and activity as one line, in order.
std::vector<std::string> occasions(const std::string& paragraphs, const std::string& published = "2022-11-20") {
	static const char* const s_meetings[] = {"talks", "conference", "briefing", "reception", "ceremony", "exchange"};
	static const char* const s_activities[] = {"patrol", "exercise", "training",  "medical",
	                                           "search", "handover", "operation", "opening"};
	std::vector<std::string> out;
	for (const auto& r : records_of(paragraphs, published)) {
		if (const auto* m = std::get_if<model::Meeting>(&r.value)) {
			out.push_back(std::string(s_meetings[static_cast<int>(m->kind)]) + " " + m->date.value_or("-") + " " +
			              m->place.value_or("-") + ": " + joined(m->parties));
		} else if (const auto* v = std::get_if<model::Visit>(&r.value)) {
			out.push_back("visit " + v->date.value_or("-") + ": " + v->from.value_or("-") + " > " +
			              v->to.value_or("-") + (v->head ? " (" + *v->head + ")" : ""));
		} else if (const auto* a = std::get_if<model::Activity>(&r.value)) {
			out.push_back(std::string(s_activities[static_cast<int>(a->kind)]) + " " + a->date.value_or("-") + " " +
			              a->place.value_or("-") + (a->section ? " " + *a->section : "") + ": " + joined(a->parties));
		}
	}
	return out;
}

const model::Meeting* meeting_in(const std::vector<model::Record>& records) {
	for (const auto& r : records) {
		if (const auto* m = std::get_if<model::Meeting>(&r.value)) return m;
	}
	return nullptr;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("talks remembered in a report of something else do not take its place") {
	CHECK(
	    occasions(
	        "Ngày 21/10, tại thành phố Đồng Hới, Công an tỉnh Khăm Muộn (Lào) tặng Công an tỉnh Quảng Bình 15 con bò.\n"
	        "Tháng 3/2022, hai bên đã tiến hành hội đàm thường niên lần thứ 14.") ==
	    Lines{"talks 2022-03 -: LA-KH/police VN-24/police"});
}

TEST_CASE("talks are told by their word, their day, their venue and the two who hold them") {
	CHECK(occasions(
	          "Sáng 18/11, tại thành phố Vinh, Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) đã hội đàm.") ==
	      Lines{"talks 2022-11-18 VN-22: LA-XI/police VN-22/police"});
	CHECK(occasions("Cuộc hội đàm giữa BĐBP tỉnh Hà Tĩnh và Bộ CHQS tỉnh Khăm Muộn (Lào) được tiến hành ngày 18/11 tại "
	                "thành phố Hà Tĩnh.") ==
	      Lines{"talks 2022-11-18 VN-23: LA-KH/military-command VN-23/border-guard"});
	CHECK(occasions("BĐBP tỉnh Sơn La hôm 18/11 đã hội đàm với Bộ CHQS tỉnh Hủa Phăn (Lào) tại tỉnh Hủa Phăn.") ==
	      Lines{"talks 2022-11-18 LA-HO: LA-HO/military-command VN-05/border-guard"});
}

TEST_CASE("a series has its number and its rhythm") {
	const auto records = records_of(
	    "Ngày 18/11, Bộ CHQS tỉnh Điện Biên và Bộ CHQS tỉnh Phông Sa Lỳ (Lào) tổ chức hội nghị thường niên lần thứ VII "
	    "tại tỉnh Điện Biên.");
	const auto* m = meeting_in(records);
	REQUIRE(m != nullptr);
	CHECK(m->ordinal == 7);
	CHECK(m->recurs == model::Recurs::annual);
	const auto quarterly = records_of(
	    "Ngày 18/11, Đồn Biên phòng Yên Khương và Đại đội Biên phòng 213 (tỉnh Hủa Phăn, Lào) giao ban, theo lệ ba "
	    "tháng một lần.");
	REQUIRE(meeting_in(quarterly) != nullptr);
	CHECK(meeting_in(quarterly)->recurs == model::Recurs::regular);
}

TEST_CASE("the chairs are those who chair, not those who attend or lead a delegation") {
	const auto records = records_of(
	    "Ngày 18/11, BĐBP tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn (Lào) tổ chức hội nghị giao ban. Đồng chủ trì hội nghị "
	    "là Đại tá Vì Văn Nam, Chỉ huy trưởng BĐBP tỉnh Sơn La và Đại tá "
	    "Bun Mi - Xay Nha Vông, Chỉ huy trưởng Bộ CHQS tỉnh Hủa Phăn. Dự hội nghị có đồng chí Lò Văn Pâng, Phó Chủ "
	    "tịch UBND tỉnh Sơn La.");
	const auto* m = meeting_in(records);
	REQUIRE(m != nullptr);
	CHECK(m->chairs == std::vector<std::string>{"Vì Văn Nam", "Bun Mi - Xay Nha Vông"});
}

TEST_CASE("a conference that one side holds about the cooperation has that side alone") {
	CHECK(occasions("Ngày 18/11, tỉnh Thanh Hóa tổ chức hội nghị tổng kết công tác hợp tác với tỉnh Hủa Phăn (Lào) tại "
	                "thành phố Thanh Hóa.") == Lines{"conference 2022-11-18 VN-21: VN-21/province"});
}

TEST_CASE("meetings in general are no occasion") {
	CHECK(occasions("Thời gian qua, Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) đã duy trì giao ban định "
	                "kỳ, hội đàm 4 cuộc.")
	          .empty());
	CHECK(
	    occasions("Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) thống nhất tổ chức hội đàm mỗi năm một lần.")
	        .empty());
	CHECK(occasions("Trong năm, BĐBP tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn (Lào) đã tuần tra song phương 48 lần, diễn "
	                "tập 2 lần.")
	          .empty());
}

TEST_CASE("a visit has its sender, its host, its days and its head") {
	CHECK(occasions("Từ ngày 15 đến 18/11, Đoàn công tác BĐBP tỉnh Quảng Trị do Đại tá Lê Văn Phương, Chỉ huy trưởng "
	                "làm trưởng đoàn đã sang thăm Bộ CHQS tỉnh Savannakhet (Lào).") ==
	      Lines{"visit 2022-11-15/2022-11-18: VN-25/border-guard > LA-SV/military-command (Lê Văn Phương)"});
	CHECK(occasions("Ngày 18/11, Đoàn công tác Công an tỉnh Hà Tĩnh tới thăm, chúc mừng Công an tỉnh Bô Ly Khăm Xay và "
	                "Công an tỉnh Khăm Muộn (Lào).") ==
	      Lines{"visit 2022-11-18: VN-23/police > LA-BL/police", "visit 2022-11-18: VN-23/police > LA-KH/police"});
}

TEST_CASE("who is welcomed comes, and being received is a meeting too") {
	CHECK(occasions("Ngày 18/11, Công an tỉnh Sơn La đón đoàn Công an tỉnh Hủa Phăn (Lào) sang thăm.") ==
	      Lines{"visit 2022-11-18: LA-HO/police > VN-05/police"});
	CHECK(occasions("Chiều 18/11, tại hội trường, Đại tá Vũ Văn Hùng, Giám đốc Công an tỉnh Sơn La tiếp đoàn cán bộ "
	                "Công an tỉnh Hủa Phăn (Lào) do Thượng tá Bun Thoong dẫn đầu đến thăm Công an tỉnh Sơn La.") ==
	      Lines{"visit 2022-11-18: LA-HO/police > VN-05/police (Bun Thoong)",
	            "reception 2022-11-18 VN-05: LA-HO/police VN-05/police"});
}

TEST_CASE("calls paid again and again and invitations are no visit") {
	CHECK(occasions("Hằng năm, Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn (Lào) cử nhiều đoàn sang thăm nhau.")
	          .empty());
	CHECK(occasions("Công an tỉnh Sơn La mời Công an tỉnh Hủa Phăn (Lào) cử đoàn sang thăm vào năm tới.").empty());
}

TEST_CASE("each stretch of border is a patrol and the place is not guessed") {
	CHECK(occasions("Ngày 18/11, Đồn Biên phòng Chiềng Tương (BĐBP tỉnh Sơn La) và Đại đội Biên phòng 213 (Bộ CHQS "
	                "tỉnh Hủa Phăn, Lào) tuần tra song phương từ mốc 222 đến mốc 228.") ==
	      Lines{"patrol 2022-11-18 - 222/228: LA-HO/border-company/213 VN-05/border-post/chiềng tương"});
	CHECK(occasions("Ngày 18/11, Đồn Biên phòng Chiềng Tương (BĐBP tỉnh Sơn La) và Đại đội Biên phòng 213 (Bộ CHQS "
	                "tỉnh Hủa Phăn, Lào) tuần tra chung cung đường nối mốc 222 với mốc 228.") ==
	      Lines{"patrol 2022-11-18 - 222/228: LA-HO/border-company/213 VN-05/border-post/chiềng tương"});
}

TEST_CASE("an exercise named again is the same one") {
	CHECK(occasions("Trong hai ngày 17 và 18/11, tại tỉnh Quảng Bình, BĐBP tỉnh Quảng Bình và Bộ CHQS tỉnh Khăm Muộn "
	                "(Lào) tổ chức diễn tập chung. Kết thúc diễn tập, chiều 18/11, hai bên rút kinh nghiệm.") ==
	      Lines{"exercise 2022-11-17/2022-11-18 VN-24: LA-KH/military-command VN-24/border-guard"});
}

TEST_CASE("an opening and a handover in one are a handover, and no meeting") {
	CHECK(occasions("Sáng 18/11, tại huyện Viêng Xay, tỉnh Sơn La và tỉnh Hủa Phăn (Lào) tổ chức lễ khánh thành, bàn "
	                "giao Trường Dân tộc nội trú.") ==
	      Lines{"handover 2022-11-18 LA-HO: LA-HO/province VN-05/province"});
}

TEST_CASE("what is built or taught tells nobody who took part, whatever the voice") {
	CHECK(occasions("Được tỉnh Nghệ An hỗ trợ, Bệnh viện huyện Mường Khăm (tỉnh Xiêng Khoảng, Lào) đã được khánh thành "
	                "sáng 18/11 với sự tham dự của lãnh đạo hai tỉnh.") ==
	      Lines{"opening 2022-11-18 LA-XI: LA-XI/province VN-22/province"});
	CHECK(
	    occasions("Lớp tập huấn cho cán bộ Công an tỉnh Attapư (Lào) được Công an tỉnh Kon Tum khai mạc sáng 18/11.") ==
	    Lines{"training 2022-11-18 -: LA-AT/police VN-28/police"});
}

TEST_CASE("help given on a day of its own has those it was given to") {
	CHECK(occasions("Từ ngày 10 đến 14/11, quân y Bộ CHQS tỉnh Sơn La đã khám bệnh, cấp thuốc cho hơn 500 người dân "
	                "huyện Xốp Bâu, tỉnh Hủa Phăn (Lào).") ==
	      Lines{"medical 2022-11-10/2022-11-14 LA-HO: LA-HO/district/xốp bâu VN-05/military-command"});
}

TEST_CASE("a named operation is an occasion, the operations of a year are not") {
	CHECK(occasions("Đêm 17/11, Công an tỉnh Điện Biên phối hợp với Công an tỉnh Phông Sa Lỳ (Lào) phá thành công "
	                "chuyên án LV-1122, bắt giữ 3 đối tượng.") ==
	      Lines{"operation 2022-11-17 -: LA-PH/police VN-71/police"});
	CHECK(occasions("Năm 2022, Công an tỉnh Điện Biên và Công an tỉnh Phông Sa Lỳ (Lào) đã phối hợp phá 9 chuyên án, "
	                "bắt giữ 31 đối tượng.")
	          .empty());
}

TEST_CASE("a search has its season") {
	CHECK(occasions("Từ ngày 1/10 đến 15/11/2022, Đội quy tập Bộ CHQS tỉnh Quảng Trị cùng Ban công tác đặc biệt tỉnh "
	                "Salavan (Lào) đã tìm kiếm, cất bốc được 9 hài cốt liệt sĩ.") ==
	      Lines{"search 2022-10-01/2022-11-15 -: LA-SL/agency/ban công tác đặc biệt VN-25/military-command"});
}

TEST_CASE("a signing is a ceremony") {
	CHECK(occasions("Lễ ký Chương trình phối hợp giai đoạn 2023-2025 giữa Hội LHPN tỉnh Thanh Hóa và Hội LHPN tỉnh Hủa "
	                "Phăn (Lào) được tổ chức sáng 18/11 tại thành phố Thanh Hóa.") ==
	      Lines{"ceremony 2022-11-18 VN-21: LA-HO/women-union VN-21/women-union"});
}

TEST_CASE("the same day and the next day are counted from the last one") {
	const auto lines = occasions(
	    "Sáng 18/11, tại thành phố Vinh, Công an tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) hội đàm. Chiều cùng "
	    "ngày, đoàn Công an tỉnh Xiêng Khoảng đến thăm Trường Đại học Vinh. "
	    "Hôm sau, cán bộ Công an hai tỉnh giao lưu thể thao.");
	CHECK(std::find(lines.begin(), lines.end(), "talks 2022-11-18 VN-22: LA-XI/police VN-22/police") != lines.end());
	CHECK(std::any_of(lines.begin(), lines.end(),
	                  [](const auto& l) { return l.starts_with("visit 2022-11-18: LA-XI/police > "); }));
	CHECK(std::any_of(lines.begin(), lines.end(), [](const auto& l) { return l.starts_with("exchange 2022-11-19 "); }));
}

TEST_CASE("representatives take part, neighbours named for their border do not") {
	CHECK(occasions("Ngày 18/11, đại diện Công an tỉnh Sơn La hội đàm với đại diện Công an tỉnh Hủa Phăn (Lào) tại "
	                "tỉnh Sơn La.") == Lines{"talks 2022-11-18 VN-05: LA-HO/police VN-05/police"});
	CHECK(occasions("Ngày 18/11, Công an tỉnh Sơn La khởi công 10 căn nhà cho hộ nghèo huyện Sốp Cộp, giáp huyện Mường "
	                "Ét, tỉnh Hủa Phăn (Lào).")
	          .empty());
}

TEST_CASE("what Vietnamese do among themselves is no occasion") {
	CHECK(occasions("Ngày 18/11, tại xã Chiềng Tương, Đồn Biên phòng Chiềng Tương tổ chức lễ khánh thành nhà văn hóa "
	                "bản. Công an tỉnh Sơn La và BĐBP tỉnh Sơn La họp giao ban.")
	          .empty());
}

TEST_CASE("whoever travels by his post heads the visit") {
	CHECK(occasions("Ngày 18/11, Đại tá Lê Văn Hà, Chỉ huy trưởng BĐBP tỉnh Sơn La đã tới thăm, chúc mừng Bộ CHQS tỉnh "
	                "Hủa Phăn (Lào).") ==
	      Lines{"visit 2022-11-18: VN-05/border-guard > LA-HO/military-command (Lê Văn Hà)"});
	CHECK(occasions("Dẫn đầu đoàn đại biểu tỉnh Hủa Phăn (Lào) sang thăm tỉnh Sơn La ngày 18/11 là ông Khăm Phăn, Phó "
	                "Tỉnh trưởng.") == Lines{"visit 2022-11-18: LA-HO/province > VN-05/province (Khăm Phăn)"});
}

TEST_CASE("a team that is sent across and guests who stay are visits too") {
	const auto sent = occasions(
	    "Ngày 18/11, Đồn Biên phòng Na Mèo (BĐBP tỉnh Thanh Hóa) cử tổ công tác sang bản Xôm Vẳng, huyện Viêng Xay, "
	    "tỉnh Hủa Phăn (Lào).");
	CHECK(sent == Lines{"visit 2022-11-18: VN-21/border-post/na mèo > LA-HO/village/xôm vẳng"});
	const auto stay = occasions("Từ ngày 16 đến 18/11, đoàn lãnh đạo tỉnh Hủa Phăn (Lào) là khách của tỉnh Sơn La.");
	CHECK(stay == Lines{"visit 2022-11-16/2022-11-18: LA-HO/province > VN-05/province"});
}

TEST_CASE("the post of a host names the one who is visited") {
	CHECK(occasions("Ngày 18/11, đoàn công tác UBND tỉnh Quảng Nam đến thăm và chúc Tết Tỉnh trưởng Sê Kông (Lào).") ==
	      Lines{"visit 2022-11-18: VN-27/people-committee > LA-XE/province"});
}

TEST_CASE("a visit to one's own units is none, whatever the neighbours are called") {
	CHECK(occasions("Ngày 18/11, đoàn công tác Bộ Tư lệnh BĐBP đến thăm, chúc Tết Đồn Biên phòng Na Mèo (Thanh Hóa). "
	                "Đồn quản lý tuyến biên giới giáp tỉnh Hủa Phăn (Lào).")
	          .empty());
}

TEST_CASE("stretches walked belong to the patrol told before, stretches in a unit's care to none") {
	const auto walked = occasions(
	    "Từ ngày 11 đến 14/11, Đồn Biên phòng Ra Mai (BĐBP tỉnh Quảng Bình) phối hợp với Đại đội Biên phòng 313 (tỉnh "
	    "Khăm Muộn, Lào) tuần tra song phương.\n"
	    "Hai bên đã đi hết hai đoạn, từ mốc 508 ngược lên mốc 510 và từ mốc 513 đến mốc 514.");
	CHECK(walked.size() == 2);
	CHECK(std::any_of(walked.begin(), walked.end(),
	                  [](const auto& l) { return l.find(" 508/510:") != std::string::npos; }));
	CHECK(std::any_of(walked.begin(), walked.end(),
	                  [](const auto& l) { return l.find(" 513/514:") != std::string::npos; }));
	CHECK(occasions("Đồn Biên phòng Ra Mai (BĐBP tỉnh Quảng Bình) quản lý đoạn biên giới từ mốc 508 đến mốc 514, đối "
	                "diện Đại đội Biên phòng 313 (tỉnh Khăm Muộn, Lào).")
	          .empty());
}

TEST_CASE("an arrest together on a day is an operation, counted meetings are no meeting") {
	CHECK(occasions("Rạng sáng 18/11, tại tỉnh Nghệ An, BĐBP tỉnh Nghệ An phối hợp với Công an tỉnh Xiêng Khoảng (Lào) "
	                "bắt 2 đối tượng.") == Lines{"operation 2022-11-18 VN-22: LA-XI/police VN-22/border-guard"});
	CHECK(
	    occasions(
	        "Năm 2021, BĐBP tỉnh Nghệ An và Công an tỉnh Xiêng Khoảng (Lào) đã có hai phiên hội đàm, ba buổi giao ban.")
	        .empty());
}

TEST_CASE("an occasion of long ago keeps its own time") {
	CHECK(occasions(
	          "Tỉnh Nghệ An và tỉnh Xiêng Khoảng (Lào) gắn bó từ lâu. Năm 2011, tỉnh Nghệ An và tỉnh Xiêng Khoảng đã "
	          "tổ chức hội đàm tại thành phố Vinh. Ngày 18/11/2013, tỉnh Nghệ An và tỉnh Xiêng Khoảng hội đàm tại "
	          "thị xã Phôn Sa Vẳn.") == Lines{"talks 2011 VN-22: LA-XI/province VN-22/province",
	                                          "talks 2013-11-18 LA-XI: LA-XI/province VN-22/province"});
}

TEST_CASE("two sides behind their venue are those who meet there") {
	CHECK(occasions("Ngày 8/11, tại thị xã Pạc Xan, tỉnh Hà Tĩnh và tỉnh Bôlykhămxay (Lào) tổ chức hội đàm.") ==
	      Lines{"talks 2022-11-08 LA-BL: LA-BL/province VN-23/province"});
}

TEST_CASE("an event behind the paper it carries out has its own day") {
	CHECK(occasions(
	          "Thực hiện Biên bản ghi nhớ ký ngày 12/5/2016 tại thị xã Pạc Xan, ngày 8/11/2022, tại thành phố Vinh, "
	          "tỉnh Nghệ An và tỉnh Bôlykhămxay (Lào) tổ chức hội đàm.") ==
	      Lines{"talks 2022-11-08 VN-22: LA-BL/province VN-22/province"});
}

TEST_CASE("the day of talks within a stay is theirs") {
	CHECK(occasions("Ngày 8/11/2022, trong khuôn khổ chuyến thăm Lào từ ngày 7 đến 10/11, đoàn tỉnh Nghệ An đã hội đàm "
	                "với tỉnh Bôlykhămxay (Lào).") ==
	      Lines{"visit 2022-11-07/2022-11-10: VN-22/province > LA-BL/province",
	            "talks 2022-11-08 LA-BL: LA-BL/province VN-22/province"});
}

TEST_CASE("who agrees that others act takes no part, border delegations speak for the governments") {
	CHECK(occasions("Được sự đồng ý của UBND tỉnh Nghệ An, ngày 8/11/2022, tại thành phố Vinh, Công an tỉnh Nghệ An và "
	                "Công an tỉnh Bôlykhămxay (Lào) tổ chức hội đàm.") ==
	      Lines{"talks 2022-11-08 VN-22: LA-BL/police VN-22/police"});
	CHECK(occasions("Ngày 8/11/2022, tại thành phố Vinh đã diễn ra hội đàm giữa hai Đoàn đại biểu biên giới Việt Nam - "
	                "Lào.") == Lines{"talks 2022-11-08 VN-22: LA/government VN/government"});
}

TEST_CASE("guests from a third country are none of ours, and a plain word for the talks is no second meeting") {
	CHECK(occasions("Ngày 8/11/2022, tại thành phố Vinh, tỉnh Nghệ An và tỉnh Bôlykhămxay (Lào) tổ chức hội đàm. Khi "
	                "cuộc họp khép lại, hai tỉnh chụp ảnh chung.\n"
	                "Cùng ngày, tỉnh Nghệ An còn tiếp đoàn công tác tỉnh Vân Nam (Trung Quốc).") ==
	      Lines{"talks 2022-11-08 VN-22: LA-BL/province VN-22/province"});
}
