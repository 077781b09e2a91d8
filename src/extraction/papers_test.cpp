#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "lexicon/load.hpp"

using bienban::base::ByteOffset;
using bienban::model::Act;
using bienban::model::Agreement;
using bienban::model::Instrument;
using bienban::model::Party;
using bienban::model::Twinning;

namespace {

using Parties = std::vector<Party>;

/// The records of one kind in a text whose first paragraph tells of talks between two provinces on 14 May 2024.
template <typename Kind>
std::vector<Kind> found(const std::string& text) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	bienban::model::Document document;
	const std::string headline = "Hai tỉnh láng giềng thắt chặt quan hệ";
	const std::string opening =
	    "Ngày 14/5, tại thành phố Đông Hà, UBND tỉnh Quảng Trị và Chính quyền tỉnh Salavan (Lào) tổ chức hội đàm "
	    "thường niên.";
	document.title = headline;
	document.published = "2024-05-15";
	const auto add = [&](bienban::model::BlockKind kind, const std::string& words) {
		const auto begin = document.text.size();
		document.text += words;
		document.blocks.push_back({kind, {ByteOffset{begin}, ByteOffset{document.text.size()}}});
		document.text += "\n";
	};
	add(bienban::model::BlockKind::headline, headline);
	add(bienban::model::BlockKind::paragraph, opening);
	for (std::size_t at = 0; at < text.size();) {
		const auto end = std::min(text.find('\n', at), text.size());
		add(bienban::model::BlockKind::paragraph, text.substr(at, end - at));
		at = end + 1;
	}
	const auto reading = bienban::extraction::extract(document, *s_lexicon, bienban::extraction::WithMentions::no);
	std::vector<Kind> out;
	for (const auto& record : reading.records) {
		if (const auto* value = std::get_if<Kind>(&record.value)) out.push_back(*value);
	}
	return out;
}

std::vector<Agreement> papers(const std::string& text) { return found<Agreement>(text); }
std::vector<Twinning> twins(const std::string& text) { return found<Twinning>(text); }

/// The only paper of a text.
Agreement paper(const std::string& text) {
	const auto all = papers(text);
	REQUIRE(all.size() == 1);
	return all[0];
}

const Parties k_provinces{"VN-25/province", "LA-SL/province"};
const Parties k_states{"VN/state", "LA/state"};

Parties sorted(Parties parties) {
	std::sort(parties.begin(), parties.end());
	return parties;
}

}  // namespace

TEST_CASE("a paper signed at the event takes its day") {
	const auto p = paper("Kết thúc buổi làm việc, lãnh đạo hai tỉnh ký Thỏa thuận hợp tác giai đoạn 2024 - 2028.");
	CHECK(p.act == Act::signed_);
	CHECK(p.instrument == Instrument::agreement);
	CHECK(sorted(p.parties) == sorted(k_provinces));
	CHECK(p.signed_on == "2024-05-14");
	CHECK(p.term == "2024/2028");
}

TEST_CASE("a paper signed on the next day takes that day") {
	const auto p =
	    paper("Sáng 15/5, Công an tỉnh Quảng Trị và Công an tỉnh Salavan trao Bản ghi nhớ về phòng, chống ma túy.");
	CHECK(p.act == Act::signed_);
	CHECK(p.instrument == Instrument::memorandum);
	CHECK(p.parties == Parties{"VN-25/police", "LA-SL/police"});
	CHECK(p.signed_on == "2024-05-15");
}

TEST_CASE("the passive tells of a signing") {
	const auto p = paper(
	    "Bản ghi nhớ hợp tác giai đoạn 2025-2030 giữa Sở Y tế tỉnh Quảng Trị và Sở Y tế tỉnh Salavan đã được ký kết.");
	CHECK(p.act == Act::signed_);
	CHECK(p.parties == Parties{"VN-25/agency/sở y tế", "LA-SL/agency/sở y tế"});
	CHECK(p.term == "2025/2030");
}

TEST_CASE("a relative clause only tells which paper is meant") {
	const auto p = paper("Các sở, ngành bám sát Biên bản thỏa thuận mà hai tỉnh đã ký tháng 12/2015.");
	CHECK(p.act == Act::referenced);
	CHECK(p.instrument == Instrument::agreement);
	CHECK(p.signed_on == "2015-12");
}

TEST_CASE("a paper of another year was signed before the event") {
	const auto p =
	    paper("Năm 2019, tỉnh Quảng Trị và tỉnh Salavan ký Thỏa thuận hợp tác về tìm kiếm, quy tập hài cốt liệt sĩ.");
	CHECK(p.act == Act::referenced);
	CHECK(p.signed_on == "2019");
}

TEST_CASE("a year of a paper of two sides is its term, one of a treaty its signing") {
	CHECK(paper("Hai bên đánh giá việc thực hiện Biên bản ghi nhớ năm 2023.").term == "2023");
	const auto p = paper("Lực lượng chức năng thực hiện Hiệp định về Quy chế biên giới quốc gia năm 1990.");
	CHECK(p.signed_on == "1990");
	CHECK_FALSE(p.term);
	CHECK(p.parties == k_states);
}

TEST_CASE("an anniversary counts back to the signing") {
	CHECK(paper("Hai bên kỷ niệm 47 năm Ngày ký Hiệp ước Hữu nghị và Hợp tác Việt Nam - Lào.").signed_on == "1977");
}

TEST_CASE("minutes are minutes unless they say memorandum or agreement") {
	CHECK(paper("Kết thúc hội đàm, hai bên ký biên bản.").instrument == Instrument::minutes);
	CHECK(paper("Kết thúc hội đàm, hai bên ký biên bản thỏa thuận hợp tác.").instrument == Instrument::agreement);
	CHECK(paper("Kết thúc hội đàm, hai bên ký biên bản ghi nhớ.").instrument == Instrument::memorandum);
}

TEST_CASE("a paper in the name of another is no paper of its own") {
	const auto p = paper("Hai bên thực hiện Nghị định thư sửa đổi, bổ sung Hiệp định về Quy chế biên giới.");
	CHECK(p.instrument == Instrument::protocol);
	CHECK(p.parties == k_states);
}

TEST_CASE("the members of a list share the verb that opens it") {
	const auto all = papers(
	    "Hai tỉnh đã ký ba văn kiện, gồm: Thỏa thuận hợp tác giai đoạn 2024 - 2028; Bản ghi nhớ về nông nghiệp; Biên "
	    "bản giao ban năm 2024.");
	REQUIRE(all.size() == 3);
	for (const auto& p : all) {
		CHECK(p.act == Act::signed_);
		CHECK(sorted(p.parties) == sorted(k_provinces));
	}
}

TEST_CASE("bullets share the verb of the sentence before them") {
	const auto all = papers(
	    "Chiều cùng ngày diễn ra lễ ký kết với hai văn kiện:\n- Thỏa thuận hợp tác giai đoạn 2024 - 2028 giữa tỉnh "
	    "Quảng Trị và tỉnh Salavan;\n"
	    "- Bản ghi nhớ giữa Sở Ngoại vụ tỉnh Quảng Trị và Sở Ngoại vụ tỉnh Salavan.");
	REQUIRE(all.size() == 2);
	CHECK(all[0].act == Act::signed_);
	CHECK(all[1].act == Act::signed_);
}

TEST_CASE("a draft and a wish are not signed") {
	CHECK(paper("Hai bên cho ý kiến vào dự thảo Bản ghi nhớ hợp tác giai đoạn 2025-2030.").act == Act::referenced);
	CHECK(paper("Hai bên nhất trí sớm ký Thỏa thuận hợp tác giai đoạn 2026-2030.").act == Act::referenced);
	CHECK(paper("Tỉnh Quảng Trị đề nghị hai bên hoàn tất thủ tục để ký Thỏa thuận hợp tác giai đoạn 2026-2030.").act ==
	      Act::referenced);
}

TEST_CASE("an old and a new paper of one pair are two") {
	const auto all = papers(
	    "Hai bên tổng kết việc thực hiện Biên bản ghi nhớ ký năm 2019. Kết thúc hội nghị, hai bên ký Biên bản ghi nhớ "
	    "năm 2025.");
	REQUIRE(all.size() == 2);
	CHECK(all[0].act == Act::referenced);
	CHECK(all[0].signed_on == "2019");
	CHECK(all[1].act == Act::signed_);
	CHECK(all[1].term == "2025");
}

TEST_CASE("a paper that is named twice is one") {
	CHECK(papers("Hai tỉnh ký Thỏa thuận hợp tác giai đoạn 2024 - 2028. Theo Thỏa thuận hợp tác, hai bên mở thêm cửa "
	             "khẩu phụ.")
	          .size() == 1);
}

TEST_CASE("a directive has its issuer") {
	CHECK(paper("Hội nghị quán triệt Chỉ thị số 01/CT-TTg ngày 09/01/2015 của Thủ tướng Chính phủ.").parties ==
	      Parties{"VN/government"});
	const auto p = paper("Hội nghị quán triệt Nghị quyết số 10-NQ/TU ngày 5/3/2021 của Tỉnh ủy Quảng Trị.");
	CHECK(p.parties == Parties{"VN-25/party-committee"});
	CHECK(p.signed_on == "2021-03-05");
}

TEST_CASE("papers in general, counts of papers and everyday words are no papers") {
	CHECK(papers("Hai bên thực hiện nghiêm các hiệp định, quy chế về biên giới mà hai nước đã ký kết.").empty());
	CHECK(papers("Trong 10 năm qua, hai bên đã ký kết 5 thỏa thuận, 12 biên bản ghi nhớ.").empty());
	CHECK(papers("Hai bên thỏa thuận mở thêm cửa khẩu phụ theo kế hoạch.").empty());
	CHECK(
	    papers("Lực lượng chức năng lập biên bản bàn giao đối tượng; các hộ dân ký cam kết không vượt biên.").empty());
}

TEST_CASE("papers of other countries and of history are left out") {
	CHECK(papers("Thắng lợi ấy dẫn tới Hiệp định Giơ-ne-vơ năm 1954.").empty());
	CHECK(papers("Doanh nghiệp tỉnh Quảng Trị và doanh nghiệp Thái Lan ký thỏa thuận hợp tác.").empty());
}

TEST_CASE("bodies are twinned by a ceremony on its day") {
	const auto all = twins(
	    "Bản Cu Tai (xã A Bung, huyện Đakrông, tỉnh Quảng Trị) và bản A Via (huyện Sa Muồi, tỉnh Salavan) tổ chức lễ "
	    "kết nghĩa.");
	REQUIRE(all.size() == 1);
	CHECK(all[0].parties == Parties{"VN-25/village/cu tai", "LA-SL/village/a via"});
	CHECK(all[0].since == "2024-05-14");
}

TEST_CASE("bodies are said to be twinned from a year or from no known day") {
	auto all = twins("Đồn Biên phòng La Lay kết nghĩa với Đại đội Biên phòng 531 từ năm 2013.");
	REQUIRE(all.size() == 1);
	CHECK(all[0].since == "2013");
	all = twins("Huyện Hướng Hóa đã kết nghĩa với huyện Sa Muồi, huyện Đakrông đã kết nghĩa với huyện Tà Ổi.");
	REQUIRE(all.size() == 2);
	CHECK_FALSE(all[0].since);
}

TEST_CASE("an anniversary of a twinning counts back") {
	const auto all =
	    twins("Hai bên tổ chức lễ kỷ niệm 10 năm kết nghĩa giữa Sở Tư pháp tỉnh Quảng Trị và Sở Tư pháp tỉnh Salavan.");
	REQUIRE(all.size() == 1);
	CHECK(all[0].since == "2014");
}

TEST_CASE("kinship that two bodies take on is a twinning") {
	const auto kin = twins(
	    "Ngày 6/3/2012, dân bản Ra Ly (xã Hướng Sơn) uống rượu cần nhận dân bản A Sóc (huyện Sa Muồi, tỉnh Salavan) "
	    "làm "
	    "anh em.");
	REQUIRE(kin.size() == 1);
	CHECK(kin[0].since == "2012-03-06");
	const auto years = twins("Xã Hướng Lập (Quảng Trị) và cụm bản Cóc (Salavan, Lào) là chỗ kết nghĩa đã tròn 9 năm.");
	REQUIRE(years.size() == 1);
	CHECK(years[0].since == "2015");
	CHECK(twins("Tình cảm giữa hai tỉnh như anh em một nhà.").empty());
	const auto feast = twins(
	    "Lễ kỷ niệm 15 năm ngày xã Hướng Lập (Quảng Trị) kết nghĩa với cụm bản Cóc (Salavan, Lào) diễn ra vui vẻ.");
	REQUIRE(feast.size() == 1);
	CHECK(feast[0].since == "2009");
}

TEST_CASE("each of a list of pairs has the time in its brackets") {
	const auto pairs =
	    twins("Có ba đôi bản anh em: bản Mới với bản Nậm (từ 2009), bản Pa với bản Xốp (từ tháng 4/2011).");
	REQUIRE(pairs.size() == 2);
	CHECK(pairs[0].since == "2009");
	CHECK(pairs[1].since == "2011-04");
}

TEST_CASE("a treaty, a paper told by the way and an old paper are referred to") {
	const auto treaty = paper("Hai bên giữ mốc theo Hiệp định về Quy chế biên giới ký ngày 16/3/2016.");
	CHECK(treaty.act == Act::referenced);
	CHECK(treaty.signed_on == "2016-03-16");
	const auto old = paper("Bản thỏa thuận cũ năm 2012 giữa hai tỉnh vẫn được dùng.");
	CHECK(old.act == Act::referenced);
	CHECK(old.signed_on == "2012");
	CHECK(!old.term);
	CHECK(paper("Đã 10 năm kể từ ngày hai tỉnh ký thỏa thuận hợp tác (tháng 6/2014).").act == Act::referenced);
	const auto draft = paper("Hai tỉnh mới dừng ở bản dự thảo quy chế phối hợp.");
	CHECK(draft.act == Act::referenced);
	CHECK(draft.instrument == Instrument::regulation);
}

TEST_CASE("years of force are told in words, and a paper is signed in the same breath") {
	CHECK(paper("Hai tỉnh ký bản ghi nhớ, có hiệu lực ba năm.").term == "2024/2027");
	CHECK(paper("Hai tỉnh soạn chương trình hợp tác 2024 - 2026 và ký ngay tại chỗ.").act == Act::signed_);
}

TEST_CASE("a wish, a movement and a count of pairs are no twinning") {
	CHECK(twins("Hai bên sẽ tổ chức kết nghĩa giữa Đồn Biên phòng La Lay và Đại đội Biên phòng 531.").empty());
	CHECK(twins("Phong trào kết nghĩa bản - bản được duy trì, đến nay đã có 12 cặp bản kết nghĩa.").empty());
	CHECK(twins("Hai đơn vị chưa tổ chức kết nghĩa.").empty());
}

TEST_CASE("what the signing leaves on the paper tells of it") {
	for (const auto* text : {
	         "Bản thỏa thuận hợp tác giai đoạn 2024 - 2028 còn thơm mùi mực, có tên cả hai vị trưởng đoàn.",
	         "Biên bản ghi nhớ có hiệu lực ngay khi hai ngòi bút nhấc lên.",
	         "Biên bản hội đàm, phía dưới còn tươi mực chữ ký của hai trưởng đoàn, chép lại từng việc.",
	     }) {
		const auto p = paper(text);
		CHECK(p.act == Act::signed_);
		CHECK(sorted(p.parties) == Parties{"LA-SL/people-committee", "VN-25/people-committee"});
	}
}

TEST_CASE("minutes of an earlier year are not those that are signed now") {
	CHECK(papers("Thực hiện biên bản hội đàm năm 2022, hai tỉnh đã mở ba phiên chợ. Kết thúc hội đàm, hai bên ký biên "
	             "bản hội đàm.")
	          .size() == 2);
}

TEST_CASE("two units of the paragraph sign, though a word of twinning opens the sentence") {
	const auto p = paper(
	    "Lễ kết nghĩa giữa Đồn Biên phòng La Lay và Đại đội Biên phòng 531 (tỉnh Salavan) diễn ra cùng ngày. Tại lễ "
	    "kết "
	    "nghĩa, chỉ huy hai đơn vị ký quy chế kết nghĩa.");
	CHECK(sorted(p.parties) == Parties{"LA-SL/border-company/531", "VN-25/border-post/la lay"});
}

TEST_CASE("the years behind what a paper is about are its term") {
	const auto about = found<Agreement>("Hai tỉnh ký bản ghi nhớ về công tác thanh thiếu nhi giai đoạn 2024 - 2026.");
	REQUIRE(about.size() == 1);
	CHECK(about[0].term == "2024/2026");
	const auto lasting = found<Agreement>("Hai tỉnh ký bản ghi nhớ có hiệu lực 5 năm (2024 - 2029).");
	REQUIRE(lasting.size() == 1);
	CHECK(lasting[0].term == "2024/2029");
}

TEST_CASE("pairs of villages in a list are twinned one by one") {
	const auto pairs = found<Twinning>(
	    "Ngày 14/5, hai huyện làm lễ kết nghĩa cho ba cặp thôn, bản. Ba cặp gồm: A Rồng với A Xóc, Ka Hẹp với Tà Rùng, "
	    "A "
	    "Đăng với Pa Linh.");
	REQUIRE(pairs.size() == 3);
	CHECK(pairs[0].parties == Parties{"VN-25/village/a rồng", "LA-SL/village/a xóc"});
	CHECK(pairs[2].parties == Parties{"VN-25/village/a đăng", "LA-SL/village/pa linh"});
	CHECK(pairs[0].since == "2024-05-14");
}

TEST_CASE("the years of a date count no anniversary") {
	const auto papers = found<Agreement>("Tháng 11 năm 2010, hai tỉnh đã ký Thỏa thuận hợp tác toàn diện.");
	REQUIRE(papers.size() == 1);
	CHECK(papers[0].signed_on == "2010-11");
}

TEST_CASE("a document that is a paper itself is signed on its day") {
	const auto papers = found<Agreement>(
	    "BIÊN BẢN GHI NHỚ\n"
	    "Hôm nay, ngày 20 tháng 5 năm 2024, UBND tỉnh Quảng Trị và Chính quyền tỉnh Salavan gặp nhau tại Đông Hà.\n"
	    "Biên bản ghi nhớ này có hiệu lực từ năm 2024 đến năm 2026.");
	REQUIRE(papers.size() == 1);
	CHECK(papers[0].act == Act::signed_);
	CHECK(papers[0].instrument == Instrument::memorandum);
	CHECK(papers[0].signed_on == "2024-05-20");
	CHECK(papers[0].term == "2024/2026");
}

TEST_CASE("a signing may be told behind a comma by who signs") {
	const auto minutes = found<Agreement>(
	    "Mọi điều bàn được ghi vào biên bản hội đàm, hai vị trưởng đoàn cùng ký trước "
	    "khi chia tay.");
	REQUIRE(minutes.size() == 1);
	CHECK(minutes[0].act == Act::signed_);
	CHECK(minutes[0].signed_on == "2024-05-14");
	const auto born = found<Agreement>("Kết quả của hội đàm là một biên bản ghi nhớ, được ký ngay trong chiều.");
	REQUIRE(born.size() == 1);
	CHECK(born[0].act == Act::signed_);
	const auto cited = found<Agreement>("Thực hiện Biên bản ghi nhớ, hai bên cùng ký trước dân bản lời thề giữ rừng.");
	CHECK(std::none_of(cited.begin(), cited.end(), [](const auto& a) { return a.act == Act::signed_; }));
}

TEST_CASE("a paper that replaces another tells of both") {
	const auto both =
	    found<Agreement>("Hai bên ký biên bản ghi nhớ giai đoạn 2025 - 2027, thay cho bản cũ ký năm 2021.");
	REQUIRE(both.size() == 2);
	CHECK(both[0].act == Act::signed_);
	CHECK(both[0].term == "2025/2027");
	CHECK(both[1].act == Act::referenced);
	CHECK(both[1].signed_on == "2021");
	CHECK(both[1].instrument == Instrument::memorandum);
}

TEST_CASE("a paper's time may be told by how long it lasts") {
	const auto lasting = found<Agreement>("Hai bên ký bản ghi nhớ, kéo dài ba năm 2025 - 2027.");
	REQUIRE(lasting.size() == 1);
	CHECK(lasting[0].term == "2025/2027");
}

TEST_CASE("twins are known by other words too") {
	const auto vow = found<Twinning>(
	    "Bản Cù Bai (Quảng Trị) nhận nhau là bản anh em với bản Tà Lao (Salavan, Lào) từ "
	    "ngày 3/4/2016.");
	REQUIRE(vow.size() == 1);
	CHECK(vow[0].since == "2016-04-03");
	const auto kin = found<Twinning>(
	    "Đồn Biên phòng La Lay và Đại đội Biên phòng 531 (Salavan, Lào) ký giao ước kết "
	    "nghĩa hôm 9/2/2018.");
	REQUIRE(kin.size() == 1);
	CHECK(kin[0].since == "2018-02-09");
}

TEST_CASE("a bracket behind a paper tells when it was signed, and what is written into one is signed there") {
	const auto old =
	    found<Agreement>("Kể từ khi có Bản ghi nhớ giữa hai tỉnh (tháng 3.2011), đôi bên thường gặp nhau.");
	REQUIRE(old.size() == 1);
	CHECK(old[0].act == Act::referenced);
	CHECK(old[0].signed_on == "2011-03");
	const auto made = found<Agreement>("Các điều trên được ghi trong Bản ghi nhớ do lãnh đạo hai tỉnh ký.");
	REQUIRE(made.size() == 1);
	CHECK(made[0].act == Act::signed_);
}

TEST_CASE("a draft that is adopted and then signed is a paper") {
	const auto papers =
	    found<Agreement>("Hai bên đã thông qua dự thảo và ký kết biên bản ghi nhớ hợp tác giai đoạn 2024 - 2028.");
	REQUIRE(papers.size() == 1);
	CHECK(papers.front().act == Act::signed_);
}

TEST_CASE("a paper for a term that began years ago is none of these days") {
	const auto papers = found<Agreement>("Hai tỉnh đặt bút ký Thỏa thuận hợp tác đào tạo giai đoạn 2001 - 2010.");
	REQUIRE(papers.size() == 1);
	CHECK(papers.front().act == Act::referenced);
}
