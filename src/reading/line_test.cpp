#include "reading/line.hpp"

#include <doctest/doctest.h>

using bienban::reading::Line;
using bienban::reading::take_apart;

namespace {

std::string date_in(std::string_view text) {
	Line line;
	take_apart(text, line);
	return line.date ? line.date->edtf() : "none";
}

}  // namespace

TEST_CASE("dates of pages are found in figures and in words") {
	CHECK(date_in("29/11/2022 17:45 (GMT+7)") == "2022-11-29");
	CHECK(date_in("8:30, Thứ Tư, 5-6-2019") == "2019-06-05");
	CHECK(date_in("26.8.2024") == "2024-08-26");
	CHECK(date_in("2021-12-11T12:05:00+07:00") == "2021-12-11");
	CHECK(date_in("Ngày 10 tháng 06 năm 2019") == "2019-06-10");
	CHECK(date_in("05 Tháng Mười Một, 2019") == "2019-11-05");
	CHECK(date_in("Tháng Sáu 5, 2019") == "2019-06-05");
	CHECK(date_in("5 thg 6, 2019") == "2019-06-05");
}

TEST_CASE("months, days without a year and days that the calendar does not have are no dates of pages") {
	CHECK(date_in("12/2021") == "none");
	CHECK(date_in("ngày 3/5") == "none");
	CHECK(date_in("31/02/2022") == "none");
	CHECK(date_in("29/02/2023") == "none");
	CHECK(date_in("29/02/2024") == "2024-02-29");
	CHECK(date_in("mốc 349/350/2") == "none");
}

TEST_CASE("a line is taken apart into words without marks, with what stands between them") {
	Line line;
	take_apart("Lê Hà - ĐỨC An/TTXVN", line);
	CHECK(line.bare == "le ha duc an ttxvn");
	REQUIRE(line.tokens.size() == 5);
	CHECK((line.tokens[2].gap & bienban::reading::gap_dash) != 0);
	CHECK(line.tokens[2].all_capital);
	CHECK((line.tokens[4].gap & bienban::reading::gap_slash) != 0);
	CHECK(line.text_of(2, 3) == "ĐỨC An");
}
