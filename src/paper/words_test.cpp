#include "paper/words.hpp"

#include <doctest/doctest.h>

#include "paper/names.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

const Words k_vi{base::Lang::vi};
const Words k_en{base::Lang::en};

review::Question pair(std::string of = "VN-05", std::string with = "LA-HO") {
	return {.of = {.party = std::move(of), .past = {}},
	        .with = {{.party = std::move(with), .past = {}}},
	        .from = std::nullopt,
	        .to = std::nullopt,
	        .as_of = 20250601};
}

}  // namespace

TEST_CASE("periods stand in a sentence as officials write them") {
	CHECK(k_vi.when("2024") == "năm 2024");
	CHECK(k_vi.when("2021/2025") == "giai đoạn 2021 - 2025");
	CHECK(k_vi.when("2024-05") == "tháng 05/2024");
	CHECK(k_vi.when("2024-05-03") == "ngày 03/05/2024");
	CHECK(k_vi.when("2023-11/2024-10") == "từ tháng 11/2023 đến tháng 10/2024");
	CHECK(k_vi.when(model::Period{20210101, 20251231}) == "giai đoạn 2021 - 2025");
	CHECK(k_vi.span("2021/2025") == "2021 - 2025");
	CHECK(k_en.when("2024-05-03") == "on 3 May 2024");
	CHECK(k_en.when("2021/2025") == "in 2021–2025");
	CHECK(k_en.span("2024-05") == "May 2024");
}

TEST_CASE("a part of a year is named as reports name it") {
	CHECK(k_vi.span("2017-01-01/2017-06-30") == "6 tháng đầu năm 2017");
	CHECK(k_vi.span("2017-01/2017-09") == "9 tháng đầu năm 2017");
	CHECK(k_vi.span("2020-01-01/2020-02-29") == "2 tháng đầu năm 2020");
	CHECK(k_vi.span("2019-04/2019-06") == "quý II/2019");
	CHECK(k_vi.span("2019-07-01/2019-12-31") == "6 tháng cuối năm 2019");
	CHECK(k_vi.when("2019-01-01/2019-06-30") == "trong 6 tháng đầu năm 2019");
	CHECK(k_vi.when("2019-01-01/2019-12-31") == "năm 2019");
	CHECK(k_en.when("2019-10/2019-12") == "in the fourth quarter of 2019");
	CHECK(k_en.span("2019-01/2019-06") == "first 6 months of 2019");
	CHECK(k_vi.span("2020-01-01/2020-02-28") == "01/01/2020 - 28/02/2020");
	CHECK(k_vi.span("2019-02/2019-04") == "02/2019 - 04/2019");
	CHECK(k_vi.span("2019-07/2020-06") == "07/2019 - 06/2020");
}

TEST_CASE("a time that is not known has no words") {
	CHECK(k_vi.when(model::Period{}).empty());
	CHECK(k_vi.span(model::Period{}).empty());
}

TEST_CASE("money is told in the largest unit that loses nothing") {
	CHECK(k_vi.money(12'500'000'000, std::nullopt, "VND") == "12,5 tỷ đồng");
	CHECK(k_vi.money(300'000'000, model::About::over, "VND") == "hơn 300 triệu đồng");
	CHECK(k_vi.money(1'234'567'890, std::nullopt, "VND") == "1.234.567.890 đồng");
	CHECK(k_vi.money(50'000, std::nullopt, "USD") == "50.000 đô la Mỹ");
	CHECK(k_en.money(12'500'000'000, std::nullopt, "VND") == "VND 12.5 billion");
	CHECK(k_en.money(7, std::nullopt, "JPY") == "JPY 7");
	CHECK(k_vi.quantity(5e6, std::nullopt, "USD") == "5 triệu đô la Mỹ");
	CHECK(k_vi.quantity(2000, model::About::over, "lượt người") == "hơn 2.000 lượt người");
}

TEST_CASE("lists end with a word and say how much they leave out") {
	CHECK(k_vi.list({}).empty());
	CHECK(k_vi.list({"a"}) == "a");
	CHECK(k_vi.list({"a", "b", "c"}) == "a, b và c");
	CHECK(k_vi.list({"a", "b", "c", "d", "e"}, 2, "paper-more-bodies") == "a, b và 3 cơ quan, đơn vị khác");
	CHECK(k_vi.list({"a", "b", "c"}, 2, "paper-more-bodies") == "a, b và c");
	CHECK(k_vi.years({2014, 2016, 2017, 2018, 2021}) == "2014, 2016–2018 và 2021");
	CHECK(k_vi.years({2014, 2015}) == "2014 và 2015");
}

TEST_CASE("a sentence begins with a capital") {
	CHECK(capital("đến ngày") == "Đến ngày");
	CHECK(capital("ủy ban") == "Ủy ban");
	CHECK(capital("").empty());
}

TEST_CASE("a body is named in full once, then by its short form") {
	const auto question = pair();
	Names names{k_vi, question};
	CHECK(names.party("VN-05/military-command") == "Bộ Chỉ huy Quân sự (CHQS) tỉnh Sơn La");
	CHECK(names.party("LA-HO/military-command") == "Bộ CHQS tỉnh Hủa Phăn");
	CHECK(names.party("VN-05/people-committee", Introduce::no) == "UBND tỉnh Sơn La");
	CHECK(names.party("VN-05/people-committee") == "Ủy ban nhân dân (UBND) tỉnh Sơn La");
	CHECK(names.party("VN-DN/province") == "thành phố Đà Nẵng");
	CHECK(names.party("LA-VT/province") == "Thủ đô Viêng Chăn");
}

TEST_CASE("bodies of one kind are named together, those of one's own side first") {
	const auto question = pair();
	Names names{k_vi, question};
	CHECK(names.both() == "hai tỉnh");
	CHECK(names.parties({"LA-HO/police", "VN-05/police"}) == "Công an hai tỉnh");
	CHECK(names.parties({"LA-HO/police", "VN-05/border-guard"}) ==
	      "Bộ đội Biên phòng (BĐBP) tỉnh Sơn La và Công an tỉnh Hủa Phăn");
	CHECK(names.parties({"LA-HO/province", "LA-LP/province"}) == "hai tỉnh Hủa Phăn và Luông Pha Băng");
	CHECK(names.parties({"VN-05/district/vân hồ"}) == "huyện Vân Hồ (Sơn La)");
	CHECK(names.parties({}).empty());
	Names english{k_en, question};
	CHECK(english.parties({"LA-HO/military-command", "VN-05/military-command"}) ==
	      "the military commands of the two provinces");
}

TEST_CASE("what is handed over is told otherwise than what is done for somebody") {
	const auto question = pair();
	Names names{k_vi, question};
	CHECK(names.toward({"VN-05/police"}, {"LA-HO/police"}, model::Theme::drugs) ==
	      "Công an tỉnh Sơn La chuyển cho Công an tỉnh Hủa Phăn");
	CHECK(names.toward({"VN-05/police"}, {"LA-HO/police"}, model::Theme::training) ==
	      "Công an tỉnh Sơn La dành cho Công an tỉnh Hủa Phăn");
	CHECK(names.toward({}, {"LA-HO/police"}, std::nullopt) == "dành cho Công an tỉnh Hủa Phăn");
	CHECK(names.toward({"VN-05/police"}, {}, model::Theme::drugs) == "Công an tỉnh Sơn La");
}

TEST_CASE("sides are named by what they are") {
	const auto countries = pair("VN", "LA");
	Names names{k_vi, countries};
	CHECK(names.both() == "hai nước");
	CHECK(names.full_side(countries.with.front()) == "nước Cộng hòa Dân chủ Nhân dân Lào");
	const auto commands = pair("VN-05/military-command", "LA-HO/military-command");
	CHECK(Names{k_vi, commands}.both() == "hai bên");
	auto many = pair();
	for (const char* code : {"LA-LP", "LA-PH", "LA-OU"}) many.with.push_back({.party = code, .past = {}});
	CHECK(Names{k_vi, many}.others() == "4 tỉnh của Lào");
	CHECK(Names{k_vi, many}.both() == "các bên");
}
