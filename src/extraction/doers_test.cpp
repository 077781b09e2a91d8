// Who does, gives and receives, where the body is told by an officer, a squad, a list or a passive.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/extract.hpp"
#include "lexicon/load.hpp"

using bienban::base::ByteOffset;
using bienban::model::BlockKind;

namespace {

using Parties = std::vector<std::string>;

/// The records of one type in the paragraphs, one a line, of a report published on 20 December 2020.
template <class Type>
std::vector<Type> found_in(const std::string& paragraphs) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	bienban::model::Document document;
	document.title = "Tin vùng biên";
	document.published = "2020-12-20";
	document.text = document.title;
	document.text += '\n';
	document.text += paragraphs;
	auto kind = BlockKind::headline;
	for (std::size_t at = 0; at < document.text.size();) {
		const auto end = std::min(document.text.find('\n', at), document.text.size());
		document.blocks.push_back({kind, {ByteOffset{at}, ByteOffset{end}}});
		kind = BlockKind::paragraph;
		at = end + 1;
	}
	std::vector<Type> found;
	for (const auto& record : bienban::extraction::extract(document, *s_lexicon).records) {
		if (const auto* value = std::get_if<Type>(&record.value)) found.push_back(*value);
	}
	return found;
}

Parties sorted(Parties parties) {
	std::sort(parties.begin(), parties.end());
	return parties;
}

using bienban::model::Activity;
using bienban::model::Meeting;
using bienban::model::Result;
using bienban::model::Support;
using bienban::model::Visit;

}  // namespace

TEST_CASE("an officer who hands over a gift gives for his command") {
	const auto gifts = found_in<Support>(
	    "Ngày 6/5/2019, Thượng tá Vũ Đình Lâm, Chỉ huy trưởng BĐBP tỉnh Hà Tĩnh đã trao tặng Bộ CHQS tỉnh Khăm Muộn "
	    "(Lào) 12 chiếc giường.");
	REQUIRE(gifts.size() == 1);
	CHECK(gifts[0].giver == Parties{"VN-23/border-guard"});
	CHECK(gifts[0].receiver == Parties{"LA-KH/military-command"});
}

TEST_CASE("a squad's figures are those of the command in brackets behind it") {
	const auto results = found_in<Result>(
	    "Mùa khô 2018 - 2019, Đội C12 (Bộ CHQS tỉnh Quảng Ngãi) đã đào tìm tại 20 điểm thuộc hai huyện Pạc Xoòng và "
	    "Mường "
	    "Khoỏng, tỉnh Chămpasắc (Lào), cất bốc 9 hài cốt liệt sĩ.");
	REQUIRE(!results.empty());
	for (const auto& r : results) CHECK(r.by == Parties{"VN-29/military-command"});
}

TEST_CASE("the customs of provinces are parties of their own") {
	const auto talks = found_in<Meeting>(
	    "Ngày 3/4/2019, Cục Hải quan tỉnh Nghệ An hội đàm với Hải quan các tỉnh Xiêng Khoảng, Bôlykhămxay (Lào).");
	REQUIRE(talks.size() == 1);
	CHECK(sorted(talks[0].parties) ==
	      Parties{"LA-BL/agency/hải quan", "LA-XI/agency/hải quan", "VN-22/agency/cục hải quan"});
}

TEST_CASE("a course for the other side is a matter of both") {
	const auto courses = found_in<Activity>(
	    "Ngày 7/9/2020, Trường Chính trị tỉnh Kon Tum khai giảng lớp bồi dưỡng cho 24 cán bộ tỉnh Attapư (Lào).");
	CHECK(courses.size() == 1);
}

TEST_CASE("'Hai đồn biên phòng A và B' are two posts at the head of a sentence too") {
	const auto results = found_in<Result>(
	    "Hai đồn biên phòng Thuận và Ba Tầng (BĐBP Quảng Trị) cùng Đại đội Biên phòng 325 (tỉnh Savannakhet, Lào) phối "
	    "hợp "
	    "tuyên truyền cho 450 lượt người dân.");
	REQUIRE(results.size() == 1);
	CHECK(sorted(results[0].by) ==
	      Parties{"LA-SV/border-company/325", "VN-25/border-post/ba tầng", "VN-25/border-post/thuận"});
}
