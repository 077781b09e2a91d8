#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "lexicon/load.hpp"

using bienban::base::ByteOffset;
using bienban::model::Achievement;
using bienban::model::Act;
using bienban::model::Agreement;
using bienban::model::BlockKind;
using bienban::model::Commitment;
using bienban::model::Instrument;
using bienban::model::Meeting;
using bienban::model::Party;
using bienban::model::Record;
using bienban::model::Result;
using bienban::model::Support;

namespace {

using Parties = std::vector<Party>;

/// What is read out of a paper with this title, these paragraphs and these lines of signatures.
bienban::model::Reading paper(const std::string& title, const std::vector<std::string>& paragraphs,
                              const std::vector<std::string>& signatures = {"ĐẠI DIỆN PHÍA VIỆT NAM"}) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	bienban::model::Document document;
	const auto add = [&](BlockKind kind, const std::string& words) {
		const auto begin = document.text.size();
		document.text += words;
		document.blocks.push_back({kind, {ByteOffset{begin}, ByteOffset{document.text.size()}}});
		document.text += "\n";
	};
	add(BlockKind::headline, title);
	for (const auto& words : paragraphs) add(BlockKind::paragraph, words);
	for (const auto& words : signatures) add(BlockKind::signature, words);
	return bienban::extraction::extract(document, *s_lexicon, bienban::extraction::WithMentions::no);
}

template <typename Kind>
std::vector<Record> of_kind(const bienban::model::Reading& reading) {
	std::vector<Record> out;
	for (const auto& record : reading.records) {
		if (std::holds_alternative<Kind>(record.value)) out.push_back(record);
	}
	return out;
}

const std::string k_title =
    "BẢN GHI NHỚ HỢP TÁC GIỮA TỈNH SƠN LA (VIỆT NAM) VÀ TỈNH HỦA PHĂN (LÀO) GIAI ĐOẠN 2021 - 2025";
const Parties k_pair = {"VN-05/province", "LA-HO/province"};

}  // namespace

TEST_CASE("a signed paper is one agreement, with the sides and the term of its title and the day at its end") {
	const auto reading = paper(k_title, {"Hai bên nhất trí ký Bản ghi nhớ với những nội dung sau:",
	                                     "Điều 1. Hai bên trao đổi thông tin về tình hình biên giới.",
	                                     "Điều 2. Giao Sở Ngoại vụ hai tỉnh theo dõi việc thực hiện.",
	                                     "Bản ghi nhớ này được ký tại Sơn La ngày 14 tháng 4 năm 2021."});
	const auto papers = of_kind<Agreement>(reading);
	REQUIRE(papers.size() == 1);
	const auto& agreement = std::get<Agreement>(papers[0].value);
	CHECK(agreement.act == Act::signed_);
	CHECK(agreement.instrument == Instrument::memorandum);
	CHECK(agreement.parties == k_pair);
	CHECK(agreement.term == "2021/2025");
	CHECK(agreement.signed_on == "2021-04-14");
}

TEST_CASE("articles and their points are commitments with their number") {
	const auto reading = paper(k_title, {"Điều 1. Về kinh tế", "a) Hai bên tạo thuận lợi cho thương mại, du lịch;",
	                                     "b) Tỉnh Sơn La giúp tỉnh Hủa Phăn đào tạo cán bộ.",
	                                     "Điều 2. Hai bên phối hợp phòng, chống ma túy."});
	const auto promises = of_kind<Commitment>(reading);
	REQUIRE(promises.size() == 3);
	CHECK(promises[0].article == "1.a");
	CHECK(promises[1].article == "1.b");
	CHECK(promises[2].article == "2");
	CHECK(std::get<Commitment>(promises[2].value).period == "2021/2025");
	CHECK(std::get<Commitment>(promises[2].value).parties == k_pair);
}

TEST_CASE("what stands under a heading does what the heading says, in its year") {
	const auto reading = paper(
	    "BIÊN BẢN HỘI ĐÀM thường niên lần thứ VII giữa Bộ Chỉ huy BĐBP tỉnh Điện Biên và Bộ Chỉ huy "
	    "Quân sự tỉnh Phông Sa Lỳ (Lào)",
	    {"Điện Biên, ngày 06 tháng 12 năm 2017", "I. KẾT QUẢ PHỐI HỢP NĂM 2017",
	     "1. Hai bên duy trì trao đổi thông tin, quản lý tốt đường biên.", "2. Tuần tra song phương 14 lần.",
	     "II. TỒN TẠI, HẠN CHẾ", "Việc tuyên truyền, vận động nhân dân còn chậm.", "III. NỘI DUNG THỐNG NHẤT NĂM 2018",
	     "Hai bên tổ chức giao lưu văn nghệ; Bộ Chỉ huy BĐBP tỉnh Điện Biên hỗ trợ Bộ Chỉ huy Quân "
	     "sự tỉnh Phông Sa Lỳ 02 bộ máy vi tính."});
	const auto meetings = of_kind<Meeting>(reading);
	REQUIRE(meetings.size() == 1);
	const auto& meeting = std::get<Meeting>(meetings[0].value);
	CHECK(meeting.ordinal == 7);
	CHECK(meeting.recurs == bienban::model::Recurs::annual);
	CHECK(meeting.date == "2017-12-06");
	const auto done = of_kind<Achievement>(reading);
	REQUIRE(done.size() == 1);
	CHECK(std::get<Achievement>(done[0].value).period == "2017");
	const auto counted = of_kind<Result>(reading);
	REQUIRE(counted.size() == 1);
	CHECK(std::get<Result>(counted[0].value).period == "2017");
	const auto promised = of_kind<Commitment>(reading);
	REQUIRE(promised.size() == 1);
	CHECK(std::get<Commitment>(promised[0].value).period == "2018");
	const auto pledged = of_kind<Support>(reading);
	REQUIRE(pledged.size() == 1);
	CHECK(std::get<Support>(pledged[0].value).period == "2018");
}

TEST_CASE("those who signed are people of the side they sign for") {
	const auto reading = paper(k_title, {"Điều 1. Hai bên trao đổi thông tin về tình hình biên giới."},
	                           {"TM. TỈNH SƠN LA", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Lò Văn An",
	                            "TM. TỈNH HỦA PHĂN", "TỈNH TRƯỞNG", "Đại tá Bun My Xay Vông"});
	REQUIRE(reading.people.size() == 2);
	CHECK(reading.people[0].name == "Lò Văn An");
	CHECK(reading.people[0].title == "Phó chủ tịch");
	CHECK(reading.people[0].country == "VN");
	CHECK(reading.people[1].name == "Bun My Xay Vông");
	CHECK(reading.people[1].rank == "Đại tá");
	CHECK(reading.people[1].country == "LA");
}

TEST_CASE("a report under a title in capitals is no agreement") {
	const auto reading = paper("BÁO CÁO Kết quả hợp tác với tỉnh Hủa Phăn (Lào) năm 2018",
	                           {"Kính gửi: Ủy ban nhân dân tỉnh Sơn La", "I. KẾT QUẢ",
	                            "Tỉnh Sơn La đã đào tạo cho tỉnh Hủa Phăn 40 lưu học sinh."});
	CHECK(of_kind<Agreement>(reading).empty());
	const auto counted = of_kind<Result>(reading);
	REQUIRE(counted.size() == 1);
	CHECK(std::get<Result>(counted[0].value).period == "2018");
}
