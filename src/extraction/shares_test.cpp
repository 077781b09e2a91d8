#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "lexicon/load.hpp"

using bienban::base::ByteOffset;
using bienban::model::BlockKind;
using bienban::model::Result;
using bienban::model::Support;

namespace {

struct Figures {
	std::vector<Result> results;
	std::vector<Support> support;
};

/// The figures of a paragraph below a headline that names the two countries and nothing else.
Figures figures_of(const std::string& paragraph) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	const std::string headline = "Tình hữu nghị Việt Nam - Lào";
	bienban::model::Document document;
	document.text = headline + "\n\n" + paragraph;
	document.title = headline;
	document.blocks.push_back({BlockKind::headline, {ByteOffset{0}, ByteOffset{headline.size()}}});
	document.blocks.push_back(
	    {BlockKind::paragraph, {ByteOffset{headline.size() + 2}, ByteOffset{document.text.size()}}});
	Figures found;
	for (const auto& record : bienban::extraction::extract(document, *s_lexicon).records) {
		if (const auto* result = std::get_if<Result>(&record.value)) found.results.push_back(*result);
		if (const auto* support = std::get_if<Support>(&record.value)) found.support.push_back(*support);
	}
	return found;
}

using Parties = std::vector<std::string>;

}  // namespace

TEST_CASE("a party right before its figure gives as the one of its side did before it") {
	const auto found = figures_of(
	    "Năm 2018, tỉnh Nghệ An ủng hộ tỉnh Xiêng Khoảng (Lào) 400 triệu đồng; Hà Tĩnh 250 triệu đồng và 6 tấn gạo.");
	REQUIRE(found.support.size() == 3);
	CHECK(found.support[0].giver == Parties{"VN-22/province"});
	CHECK(found.support[1].giver == Parties{"VN-23/province"});
	CHECK(found.support[2].giver == Parties{"VN-23/province"});
	for (const auto& s : found.support) CHECK(s.receiver == Parties{"LA-XI/province"});
}

TEST_CASE("a body without its place in a row of receivers is of the province named before it") {
	const auto found = figures_of(
	    "Sáng 9/4/2023, đoàn công tác tỉnh Điện Biên trao cho tỉnh Phông Sa Lỳ (Lào) 300 triệu đồng, Công an tỉnh 40 "
	    "triệu "
	    "đồng.");
	REQUIRE(found.support.size() == 2);
	CHECK(found.support[0].receiver == Parties{"LA-PH/province"});
	CHECK(found.support[1].receiver == Parties{"LA-PH/police"});
	CHECK(found.support[1].giver == Parties{"VN-71/province"});
}

TEST_CASE("the second figure of a slash pair is about the deed of the first") {
	const auto found = figures_of("Năm 2020, tỉnh Sơn La đã cử sang tỉnh Hủa Phăn (Lào) 31 đoàn/402 lượt người.");
	REQUIRE(found.results.size() == 2);
	CHECK(found.results[1].value == 402);
	CHECK(found.results[1].by == found.results[0].by);
	CHECK(found.results[1].to == found.results[0].to);
	CHECK(found.results[1].theme == found.results[0].theme);
}

TEST_CASE("parts of a figure in brackets take its noun") {
	const auto found = figures_of(
	    "Năm 2021, tỉnh Nghệ An và hai tỉnh Hủa Phăn, Xiêng Khoảng (Lào) hợp tác tốt. Tỉnh đã đào tạo 90 lưu học sinh "
	    "(Hủa "
	    "Phăn 50, Xiêng Khoảng 40).");
	REQUIRE(found.results.size() == 3);
	CHECK(found.results[1].value == 50);
	CHECK(found.results[1].unit == found.results[0].unit);
	CHECK(found.results[1].to == Parties{"LA-HO/province"});
	CHECK(found.results[2].value == 40);
	CHECK(!found.results[2].about);
	CHECK(found.results[2].to == Parties{"LA-XI/province"});
}

TEST_CASE("a work that is handed over takes its cost from the next sentence") {
	const auto found = figures_of(
	    "Ngày 17/9/2018, UBND tỉnh Sơn La bàn giao Trường Tiểu học Hữu nghị cho tỉnh Bò Kẹo (Lào). Trường có 2 tầng, "
	    "tổng "
	    "mức đầu tư 14,8 tỷ đồng.");
	REQUIRE(found.support.size() == 1);
	CHECK(found.support[0].value == 1);
	CHECK(found.support[0].receiver == Parties{"LA-BK/province"});
	REQUIRE(found.support[0].worth);
	CHECK(found.support[0].worth->value == 14.8e9);
}

TEST_CASE("a text that names Laos only as what lies across the line has no records") {
	const auto found = figures_of(
	    "Xã Tri Lễ có hơn 17km đường biên giới giáp nước bạn Lào. Sáng 28/1/2024, Đồn Biên phòng Tri Lễ tặng 120 suất "
	    "quà "
	    "cho hộ nghèo trong xã, khám bệnh cho 300 lượt người dân.");
	CHECK(found.support.empty());
	CHECK(found.results.empty());
}
