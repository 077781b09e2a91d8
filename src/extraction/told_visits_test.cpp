#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "extraction/told_document.hpp"
#include "model/record.hpp"

namespace model = bienban::model;

namespace {

/// The visits of a text of one paragraph a line under a headline that says nothing.
std::vector<std::string> visits(const std::string& paragraphs) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	const auto document = bienban::extraction::told_document("Tin vùng biên", paragraphs, "");
	std::vector<std::string> out;
	for (const auto& r : bienban::extraction::extract(document, *s_lexicon).records) {
		const auto* v = std::get_if<model::Visit>(&r.value);
		if (v == nullptr) continue;
		out.push_back(v->date.value_or("-") + ": " + v->from.value_or("-") + " > " + v->to.value_or("-") +
		              (v->head ? " (" + *v->head + ")" : ""));
	}
	return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the one who invites is visited, whatever the word for the journey") {
	CHECK(
	    visits("Theo lời mời của Hội LHPN tỉnh Sê Kông, ngày 4/6/2018, tám cán bộ Hội LHPN tỉnh Quảng Nam đặt chân lên "
	           "đất bạn qua cửa khẩu Nam Giang.") == Lines{"2018-06-04: VN-27/women-union > LA-XE/women-union"});
	CHECK(
	    visits("Sang Thà Khẹc từ ngày 7 đến 9/3/2016 theo lời mời của Tỉnh trưởng Khăm Muộn, đoàn công tác tỉnh Hà Nam "
	           "đã khảo sát vùng trồng mía.") == Lines{"2016-03-07/2016-03-09: VN-63/province > LA-KH/province"});
}

TEST_CASE("stops of a journey are hosts of those whom the text follows") {
	CHECK(visits("Bộ CHQS tỉnh Yên Bái lên đường thăm bạn. Điểm dừng đầu là Bộ CHQS tỉnh U Đôm Xay ngày 5/7/2022, điểm "
	             "dừng sau là Bộ CHQS tỉnh Phông Sa Lỳ ngày 7/7.") ==
	      Lines{"2022-07-05: VN-06/military-command > LA-OU/military-command",
	            "2022-07-07: VN-06/military-command > LA-PH/military-command"});
}

TEST_CASE("who is taken in comes as a guest, named before or known from the sentence before") {
	CHECK(
	    visits(
	        "Những ngày tháng 4/2014, các cựu binh Hội Cựu chiến binh tỉnh Nam Định được Hiệp hội Cựu chiến binh tỉnh "
	        "Xiêng Khoảng đón như người nhà.") ==
	    Lines{"2014-04: VN-67/agency/hội cựu chiến binh > LA-XI/agency/hiệp hội cựu chiến binh"});
	CHECK(
	    visits("Bước xuống xe ở Sầm Nưa tối 9/9/2017, mười lăm nữ cán bộ Hội LHPN tỉnh Thái Bình được chị em Hội LHPN "
	           "tỉnh Hủa Phăn choàng khăn.") == Lines{"2017-09-09: VN-20/women-union > LA-HO/women-union"});
}

TEST_CASE("behind the word of welcome and is stands who receives") {
	CHECK(
	    visits(
	        "Sáng 18/6/2021, xe chở đoàn đại biểu HĐND tỉnh Sa La Van qua cột mốc 621. Ra tận cửa khẩu La Lay đón bạn "
	        "là Phó Chủ tịch HĐND tỉnh Quảng Trị Lê Đình Nghĩa.") ==
	    Lines{"2021-06-18: LA-SL/people-council > VN-25/people-council"});
}

TEST_CASE("a day at the end of a stay tells the days before it") {
	CHECK(
	    visits(
	        "Kết thúc ba ngày làm việc, trưa 20/5/2019, đoàn Bộ CHQS tỉnh Sa La Van rời Đông Hà về nước. Bộ CHQS tỉnh "
	        "Quảng Trị ra tận cửa khẩu.") ==
	    Lines{"2019-05-18/2019-05-20: LA-SL/military-command > VN-25/military-command"});
}

TEST_CASE("people of the one side spend days in a place of the other") {
	CHECK(
	    visits(
	        "Hai mươi cán bộ văn hóa của tỉnh Luông Pha Băng vừa có ba ngày học hỏi tại Sơn La, từ 3 đến 5/4/2018.") ==
	    Lines{"2018-04-03/2018-04-05: LA-LP/province > VN-05/province"});
	CHECK(visits("Bộ CHQS tỉnh Sơn La và Bộ CHQS tỉnh Hủa Phăn hội đàm ngày 3/4/2018 tại thị xã Sầm Nưa.").empty());
}

TEST_CASE("a plan, a delay or two who go together are no visit") {
	CHECK(visits("Tuần tới, một đoàn của Sở Y tế Hà Tĩnh dự kiến lên đường sang tỉnh Bôlykhămxay.").empty());
	CHECK(visits("Vì lũ, chuyến thăm Hòa Bình của lãnh đạo tỉnh Hủa Phăn định vào 25/7/2018 đã hoãn lại.").empty());
	CHECK(
	    visits(
	        "Tổ công tác của huyện A Lưới (Thừa Thiên Huế) và huyện Sa Muội (Salavan) ngày 4/3/2013 vẫn lần tới đủ 12 "
	        "cột mốc.")
	        .empty());
	CHECK(visits("Trường Cao đẳng Sơn La tiếp nhận 64 lưu học sinh do tỉnh Phông Sa Lỳ gửi sang.").empty());
}

TEST_CASE("the frame of a visit is told once, by the clause that goes on") {
	CHECK(
	    visits(
	        "Tiếp tục chương trình thăm chính thức Việt Nam, sáng 26/9/2017, Chủ tịch nước Lào Bun Nhông Vo Lạ Chít đã "
	        "đến thăm tỉnh Nghệ An. Đón đoàn tại sân bay Vinh có Bí thư Tỉnh ủy Lê Văn Đắc.") ==
	    Lines{"2017-09-26: LA/state > VN-22/province (Bun Nhông Vo Lạ Chít)"});
}

TEST_CASE("a host welcomes and works with the guests in one list") {
	CHECK(visits("Ngày 4/6/2018, Sở Y tế tỉnh Sơn La đã đón tiếp và làm việc với Đoàn công tác Sở Y tế tỉnh Hủa Phăn "
	             "(Lào).") == Lines{"2018-06-04: LA-HO/agency/sở y tế > VN-05/agency/sở y tế"});
}

TEST_CASE("what is got ready for has not happened") {
	CHECK(visits("Ngày 4/6/2018, UBND tỉnh Sơn La họp bàn công tác chuẩn bị đón Đoàn đại biểu tỉnh Hủa Phăn (Lào).")
	          .empty());
	CHECK(visits("Ngày 4/6/2018, UBND tỉnh Sơn La thông qua kế hoạch đón tiếp Đoàn đại biểu tỉnh Hủa Phăn (Lào).")
	          .empty());
}

TEST_CASE("a leader travels with those who go with him") {
	CHECK(visits("Ngày 4/6/2018, ông Trần Văn Hòa, Phó Chủ tịch UBND tỉnh Sơn La cùng lãnh đạo Sở Y tế và Công an tỉnh "
	             "đã sang thăm tỉnh Hủa Phăn (Lào).") ==
	      Lines{"2018-06-04: VN-05/province > LA-HO/province (Trần Văn Hòa)"});
}

TEST_CASE("senders may be listed behind a colon") {
	CHECK(visits(
	          "Ngày 24/1/2022, đoàn đại biểu các huyện: Noọng Hét, Mường Mộc (Lào) đến thăm huyện Kỳ Sơn (Nghệ An).") ==
	      Lines{"2022-01-24: LA-XI/district/noọng hét > VN-22/district/kỳ sơn",
	            "2022-01-24: LA-XI/district/mường mộc > VN-22/district/kỳ sơn"});
}

TEST_CASE("a delegation that comes again after years has come on the day of the event") {
	CHECK(visits("Sau gần hai năm, đoàn đại biểu tỉnh Bôlykhămxay (Lào) mới lại đến thành phố Vinh. Chiều 15/5/2018, "
	             "tỉnh Nghệ An và tỉnh Bôlykhămxay hội đàm.") == Lines{"2018-05-15: LA-BL/province > VN-22/province"});
}

TEST_CASE("'bấy giờ' is the time that the sentence before tells of") {
	CHECK(
	    visits("Mọi việc bắt đầu từ chuyến đi hồi tháng 3/2011. Bấy giờ, đoàn cán bộ tỉnh Sơn La sang thăm tỉnh Luông "
	           "Nậm Thà (Lào).") == Lines{"2011-03: VN-05/province > LA-LM/province"});
}
