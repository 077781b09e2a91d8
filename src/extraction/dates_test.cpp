#include "extraction/dates.hpp"

#include <doctest/doctest.h>

#include <string>

#include "lexicon/load.hpp"

using bienban::base::ByteOffset;
using bienban::extraction::DateMention;
using bienban::extraction::DocumentDate;
using bienban::extraction::edtf_of;

namespace {

struct Found {
	bienban::model::Document document;
	std::vector<DateMention> dates;
	std::vector<std::string> words;
	DocumentDate when;
};

/// The dates of a text, one paragraph a line; published on the day given, or on one that is not known.
Found dates_of(const std::string& text, const std::string& published = "") {
	static const auto s_lexicon = bienban::lexicon::load().value();
	Found found;
	found.document.text = text;
	if (!published.empty()) found.document.published = published;
	for (std::size_t at = 0; at < text.size();) {
		const auto end = std::min(text.find('\n', at), text.size());
		found.document.blocks.push_back({bienban::model::BlockKind::paragraph, {ByteOffset{at}, ByteOffset{end}}});
		at = end + 1;
	}
	const auto a = bienban::extraction::annotate(found.document, *s_lexicon);
	found.dates = bienban::extraction::find_dates(a, found.when);
	for (const auto& d : found.dates) found.words.emplace_back(a.words(d.begin, d.end));
	return found;
}

using Edtf = std::vector<std::string>;

Edtf edtf(const std::string& text, const std::string& published = "") {
	Edtf all;
	for (const auto& d : dates_of(text, published).dates) all.push_back(d.edtf);
	return all;
}

}  // namespace

TEST_CASE("a date is written in EDTF") {
	CHECK(edtf_of({2019, 11, 11}) == "2019-11-11");
	CHECK(edtf_of({2018, 6, 0}) == "2018-06");
	CHECK(edtf_of({2019, 0, 0}) == "2019");
	CHECK(edtf_of({0, 3, 30}) == "XXXX-03-30");
}

TEST_CASE("days are read in every way they are written") {
	const auto day = [](const std::string& text) { return edtf(text, "2019-11-20"); };
	CHECK(day("Ngày 11/11, đoàn đến thăm") == Edtf{"2019-11-11"});
	CHECK(day("Ngày 11-11, đoàn đến thăm") == Edtf{"2019-11-11"});
	CHECK(day("Chiều 9.8, lãnh đạo tỉnh tiếp đoàn") == Edtf{"2019-08-09"});
	CHECK(day("ngày 11 tháng 11") == Edtf{"2019-11-11"});
	CHECK(day("Ngày 17 tháng 10 năm 2018") == Edtf{"2018-10-17"});
	CHECK(day("ngày 12-10-2018") == Edtf{"2018-10-12"});
	CHECK(day("ngày 9.8.2018") == Edtf{"2018-08-09"});
	CHECK(day("rạng sáng 20/9") == Edtf{"2019-09-20"});
	CHECK(day("vào mồng 2/9") == Edtf{"2019-09-02"});
	CHECK(day("đã được tổ chức hôm nay (20/11)") == Edtf{"2019-11-20"});
	CHECK(day("ngày 12 tháng Ba năm 2019") == Edtf{"2019-03-12"});
	CHECK(day("ngày mồng 5 tháng Tư") == Edtf{"2019-04-05"});
	CHECK(day("ngày 3 tháng mười hai năm 2018") == Edtf{"2018-12-03"});
	CHECK(day("ngày 9 - 8 - 2018") == Edtf{"2018-08-09"});
	CHECK(day("ngày 09/08/18, đoàn đến") == Edtf{"2018-08-09"});
	CHECK(day("ngày 12/3/2019 (tức mùng 7 tháng 2 âm lịch)") == Edtf{"2019-03-12"});
	CHECK(day("Hôm sau, 12/11, đến lượt huyện bạn") == Edtf{"2019-11-12"});
}

TEST_CASE("days beside each other are one stretch") {
	const auto days = [](const std::string& text) { return edtf(text, "2019-12-20"); };
	CHECK(days("từ ngày 7 đến 9-5") == Edtf{"2019-05-07/2019-05-09"});
	CHECK(days("từ 26 đến 31/8") == Edtf{"2019-08-26/2019-08-31"});
	CHECK(days("từ ngày 9 đến ngày 13-6-2008") == Edtf{"2008-06-09/2008-06-13"});
	CHECK(days("hai ngày 26 và 27/11") == Edtf{"2019-11-26/2019-11-27"});
	CHECK(days("các ngày 26, 27 và 28/11") == Edtf{"2019-11-26/2019-11-28"});
	CHECK(days("thăm cấp nhà nước (ngày 1-2/12)") == Edtf{"2019-12-01/2019-12-02"});
	CHECK(days("ngày 1 và 2/12") == Edtf{"2019-12-01/2019-12-02"});
	CHECK(days("trong 2 ngày 11-12 và 12-12") == Edtf{"2019-12-11/2019-12-12"});
	CHECK(days("từ ngày 12 đến 14 tháng Ba năm 2019") == Edtf{"2019-03-12/2019-03-14"});
	CHECK(days("từ ngày 28/11 đến 1/12") == Edtf{"2019-11-28/2019-12-01"});
	CHECK(days("từ ngày 10 đến 12 tháng 5 năm 2016") == Edtf{"2016-05-10/2016-05-12"});
	CHECK(days("từ ngày 15/11/2018 đến ngày 5/5/2019") == Edtf{"2018-11-15/2019-05-05"});
	CHECK(days("ngày 5/3 và ngày 20/8") == Edtf{"2019-03-05", "2019-08-20"});
}

TEST_CASE("the words that belong to a date are in it") {
	CHECK(dates_of("Trong hai ngày 26 và 27/11, tại", "2019-12-20").words == Edtf{"Trong hai ngày 26 và 27/11"});
	CHECK(dates_of("hội đàm thỏa thuận giai đoạn 2022-2024 gồm").words == Edtf{"giai đoạn 2022-2024"});
	CHECK(dates_of("đánh giá: trong 5 năm (2003-2007), lực lượng").words == Edtf{"trong 5 năm (2003-2007)"});
	CHECK(dates_of("hôm qua 24/5 tiến hành", "2016-05-25").words == Edtf{"hôm qua 24/5"});
}

TEST_CASE("months are read with and without a year") {
	CHECK(edtf("vào tháng 6/2018") == Edtf{"2018-06"});
	CHECK(edtf("vào tháng 6.2018") == Edtf{"2018-06"});
	CHECK(edtf("quý III năm nay", "2018-10-02") == Edtf{"2018-07/2018-09"});
	CHECK(edtf("ký tháng 12-2015") == Edtf{"2015-12"});
	CHECK(edtf("Đầu tháng 12/2023") == Edtf{"2023-12"});
	CHECK(edtf("tháng 6 năm 2018") == Edtf{"2018-06"});
	CHECK(edtf("cuối tháng Năm năm 2018") == Edtf{"2018-05"});
	CHECK(edtf("từ tháng Giêng đến tháng Sáu năm 2018") == Edtf{"2018-01/2018-06"});
	CHECK(edtf("tháng Mười Hai/2018") == Edtf{"2018-12"});
	CHECK(edtf("mỗi tháng ba lần, mỗi tháng năm buổi").empty());
	CHECK(edtf("hẹn tháng 10 gặp lại", "2018-09-12") == Edtf{"2018-10"});
	CHECK(edtf("từ tháng 1 đến tháng 6 năm 2018") == Edtf{"2018-01/2018-06"});
	CHECK(edtf("từ tháng 11/2019 đến năm 2021") == Edtf{"2019-11/2021"});
	CHECK(edtf("tháng 10, 11 và 12/2022") == Edtf{"2022-10/2022-12"});
	CHECK(edtf("từ tháng 7/2021 đến tháng 6/2022") == Edtf{"2021-07/2022-06"});
}

TEST_CASE("quarters and parts of a year are stretches of months") {
	CHECK(edtf("quý II", "2023-07-20") == Edtf{"2023-04/2023-06"});
	CHECK(edtf("quý I năm 2024") == Edtf{"2024-01/2024-03"});
	CHECK(edtf("quý IV/2021") == Edtf{"2021-10/2021-12"});
	CHECK(edtf("quý I và quý II năm 2023") == Edtf{"2023-01/2023-06"});
	CHECK(edtf("9 tháng đầu năm, tuần tra", "2024-02-20") == Edtf{"2023-01/2023-09"});
	CHECK(edtf("6 tháng đầu năm 2025") == Edtf{"2025-01/2025-06"});
	CHECK(edtf("sáu tháng đầu năm 2023") == Edtf{"2023-01/2023-06"});
	CHECK(edtf("9 tháng năm 2021") == Edtf{"2021-01/2021-09"});
	CHECK(edtf("nhiệm vụ sáu tháng cuối năm", "2024-07-10") == Edtf{"2024-07/2024-12"});
}

TEST_CASE("years and terms are read") {
	CHECK(edtf("giai đoạn 2022-2024") == Edtf{"2022/2024"});
	CHECK(edtf("giai đoạn 2018 – 2022") == Edtf{"2018/2022"});
	CHECK(edtf("ba năm qua (2016-2018)") == Edtf{"2016/2018"});
	CHECK(edtf("từ 2019 đến 2021") == Edtf{"2019/2021"});
	CHECK(edtf("trong 3 năm, từ năm 2018 đến năm 2021") == Edtf{"2018/2021"});
	CHECK(edtf("năm 2020-2021") == Edtf{"2020/2021"});
	CHECK(edtf("các năm 2021, 2022 và 2023") == Edtf{"2021/2023"});
	CHECK(edtf("năm 2022, 2023; bắt 3 vụ") == Edtf{"2022/2023"});
	CHECK(edtf("hợp tác từ năm 2016, năm 2017 hai bên đã") == Edtf{"2016/2017", "2017"});
	CHECK(edtf("theo Thỏa thuận 2018, hai bên") == Edtf{"2018"});
	CHECK(dates_of("đợt 2 năm 2023").words == Edtf{"năm 2023"});
	CHECK(edtf("2 năm 2019-2020") == Edtf{"2019/2020"});
	CHECK(edtf("mùa khô 2023-2024") == Edtf{"2023/2024"});
	CHECK(edtf("đón Tết Bính Ngọ 2026") == Edtf{"2026"});
	CHECK(edtf("giao lưu lần thứ nhất 2021 diễn ra") == Edtf{"2021"});
	CHECK(edtf("những năm 90 của thế kỷ trước") == Edtf{"199X"});
	CHECK(edtf("từ thập niên 1990") == Edtf{"199X"});
	CHECK(dates_of("giai đoạn 2022-2024").dates.at(0).term);
	CHECK_FALSE(dates_of("từ 2019 đến 2021").dates.at(0).term);
}

TEST_CASE("a stretch may have no end") {
	CHECK(edtf("năm 2020 và những năm tiếp theo") == Edtf{"2020/.."});
	CHECK(edtf("từ năm 2026 trở đi") == Edtf{"2026/.."});
	CHECK(edtf("hẹn từ năm 2011 sẽ cử thanh niên sang", "2010-07-21") == Edtf{"2011/.."});
	CHECK(edtf("từ năm 2005 đã kết nghĩa", "2010-07-21") == Edtf{"2005/2010"});
	CHECK(edtf("kể từ tháng 9/2018 tỉnh đã giúp", "2019-10-15") == Edtf{"2018-09/2019"});
	CHECK(edtf("thỏa thuận có hiệu lực từ năm 2009", "2010-07-21") == Edtf{"2009"});
}

TEST_CASE("years are counted back from the text's own") {
	CHECK(edtf("5 năm qua, hai tỉnh đã", "2019-10-15") == Edtf{"2014/2019"});
	CHECK(edtf("sau ba năm thực hiện, hai bên", "2019-10-15") == Edtf{"2016/2019"});
	CHECK(edtf("năm qua, hai đồn đã", "2024-12-16") == Edtf{"2024"});
	CHECK(edtf("năm qua, hai đồn đã", "2024-01-16") == Edtf{"2023"});
	CHECK(edtf("năm qua, hai đồn đã", "2024-07-16").empty());
	CHECK(edtf("những năm qua, hai đồn đã", "2024-12-16").empty());
	CHECK(edtf("giai đoạn 2016-2020; 5 năm qua", "2020-11-16") == Edtf{"2016/2020", "2016/2020"});
	CHECK(edtf("nửa đầu năm 2020") == Edtf{"2020-01/2020-06"});
}

TEST_CASE("days are counted from the day named last") {
	CHECK(edtf("Ngày 30/12/2023 có lũ. Hai ngày sau, đồn đã") == Edtf{"2023-12-30", "2024-01-01"});
	CHECK(edtf("Sáng 1/3/2024. Trước đó một ngày, đồn đã") == Edtf{"2024-03-01", "2024-02-29"});
	CHECK(edtf("Ngày 1/3/2024 đi hai ngày sau mưa") == Edtf{"2024-03-01"});
}

TEST_CASE("until now ends at the year of the document") {
	CHECK(edtf("từ năm 2016 đến nay", "2019-06-10") == Edtf{"2016/2019"});
	CHECK(edtf("từ tháng 2/2020 đến nay", "2021-05-15") == Edtf{"2020-02/2021"});
	CHECK(edtf("từ khi ký kết (tháng 5/2017) đến nay", "2021-05-15") == Edtf{"2017-05/2021"});
	CHECK(edtf("từ năm 2000 đến nay") == Edtf{"2000/.."});
	CHECK(edtf("từ đầu năm đến nay", "2018-09-12") == Edtf{"2018"});
	CHECK(edtf("từ nay đến năm 2026", "2022-08-19") == Edtf{"2022/2026"});
	CHECK(edtf("từ đầu năm đến nay").empty());
}

TEST_CASE("days told from the day of publication need that day") {
	CHECK(edtf("hôm qua hai bên hội đàm", "2019-03-01") == Edtf{"2019-02-28"});
	CHECK(edtf("sáng nay hai bên hội đàm", "2019-03-01") == Edtf{"2019-03-01"});
	CHECK(edtf("sáng nay hai bên hội đàm").empty());
	CHECK(edtf("chiều cùng ngày", "2019-03-01").empty());
}

TEST_CASE("a day without a year is not long after publication") {
	CHECK(edtf("Ngày 28/12, tại", "2024-01-05") == Edtf{"2023-12-28"});
	CHECK(edtf("Ngày 5/1, tại", "2024-01-05") == Edtf{"2024-01-05"});
	CHECK(edtf("ngày 20/1 tới", "2024-01-05") == Edtf{"2024-01-20"});
	CHECK(edtf("từ ngày 30/12 đến 2/1", "2024-01-05") == Edtf{"2023-12-30/2024-01-02"});
}

TEST_CASE("anniversaries date the document and are no date of the event") {
	const auto diplomatic =
	    dates_of("Ngày 27/8, đoàn đến dự Kỷ niệm 60 năm Ngày thiết lập quan hệ ngoại giao Việt Nam - Lào");
	CHECK(diplomatic.when.year == 2022);
	CHECK(diplomatic.dates.at(0).edtf == "2022-08-27");
	CHECK(dates_of("Ngày 3/7, kỷ niệm 45 năm Ngày ký Hiệp ước Hữu nghị và Hợp tác").when.year == 2022);
	CHECK(dates_of("kỷ niệm 48 năm Quốc khánh nước CHDCND Lào (2/12/1975 - 2/12/2023)").when.year == 2023);
	const auto army = dates_of("Sáng 24-12, chào mừng 78 năm Ngày thành lập QĐND Việt Nam (22-12-1944/22-12-2022)");
	CHECK(army.when.year == 2022);
	REQUIRE(army.dates.size() == 2);
	CHECK(army.dates[0].edtf == "2022-12-24");
	CHECK_FALSE(army.dates[0].anniversary);
	CHECK(army.dates[1].anniversary);
	CHECK(dates_of("đón Quốc khánh Lào 2/12", "2024-12-22").dates.at(0).anniversary);
	CHECK_FALSE(dates_of("ký ngày 18/7/1977", "2024-12-22").dates.at(0).anniversary);
}

TEST_CASE("the year comes from what the text dates where the page does not") {
	CHECK(edtf("Chiều 9/8, lãnh đạo tỉnh hội kiến") == Edtf{"XXXX-08-09"});
	CHECK(dates_of("Ngày 17 tháng 10 năm 2018, hai bên bàn nhiệm vụ năm 2019").when.year == 2018);
	CHECK(dates_of("Ngày 24-4, hai bên hội đàm. Hai bên ký kết biên bản ghi nhớ năm 2024.").when.year == 2024);
	CHECK(dates_of("Ngày 11-12, hai bên hội đàm. Hai bên ký kết biên bản ghi nhớ năm 2024.").when.year == 2023);
	CHECK(
	    dates_of("Sáu tháng đầu năm 2023, kim ngạch tăng. Từ năm 2022 đến nay, hai tỉnh trao đổi 5 đoàn.").when.year ==
	    2023);
	CHECK(dates_of("Ngày 16/8, hai bên ký thỏa thuận hợp tác giai đoạn 2022-2024").dates.at(0).edtf == "2022-08-16");
	CHECK(dates_of("Hưởng ứng Năm Đoàn kết hữu nghị Việt - Lào năm 2012").when.year == 2012);
	CHECK(dates_of("Hội nghị sơ kết 3 năm phối hợp").when.year == 0);
	CHECK(edtf("Chiều 9/8, hai bên hội đàm về Hiệp định hai nước ký năm 2016") == Edtf{"XXXX-08-09", "2016"});
}

TEST_CASE("what only looks like a date is none") {
	CHECK(edtf("từ mốc 460 - 462, mốc 349/350", "2019-11-20").empty());
	CHECK(edtf("tuần tra 16 lần/317 lượt, bắt 5/7 đối tượng", "2019-11-20").empty());
	CHECK(edtf("Nghị định 30/2020/NĐ-CP và Chỉ thị số 32-CT/TW", "2019-11-20").empty());
	CHECK(edtf("đạt 9.8 triệu, tặng 2-3 lần, có 2.500 người", "2019-11-20").empty());
	CHECK(edtf("năm cặp bản, mỗi năm 2 lần, sơ kết 3 năm", "2019-11-20").empty());
	CHECK(edtf("ngày 31/2 và ngày 40/5", "2019-11-20").empty());
}

TEST_CASE("heaps of digits and dates are read in one pass") {
	CHECK(edtf(std::string(1000000, '1'), "2019-11-20").empty());
	std::string years = "các năm ";
	for (int i = 0; i < 20000; ++i) years += "2021, ";
	CHECK(edtf(years).size() <= 20000);
	std::string days = "ngày ";
	for (int i = 0; i < 20000; ++i) days += "1, ";
	CHECK(edtf(days).empty());
	std::string more;
	for (int i = 0; i < 20000; ++i) more += "ngày 1, ";
	CHECK(edtf(more).empty());
	std::string full;
	for (int i = 0; i < 20000; ++i) full += "năm 2019, sẽ ngày 1/2/2019 - ";
	CHECK(edtf(full).size() <= 40000);
}

TEST_CASE("years that are near or whole are counted back from the text's own") {
	CHECK(edtf("4 năm trở lại đây, hai tỉnh đã", "2019-10-15") == Edtf{"2015/2019"});
	CHECK(edtf("Trong 6 năm gần đây, đơn vị đã", "2019-10-15") == Edtf{"2013/2019"});
	CHECK(edtf("Trong 8 năm, dân bản đã giúp nhau", "2019-10-15") == Edtf{"2011/2019"});
	CHECK(edtf("kết quả phối hợp từ đầu năm: tuần tra chung", "2019-10-15") == Edtf{"2019"});
}

TEST_CASE("a quarter or a month that is to come is the next one") {
	CHECK(edtf("Trong quý IV tới, hai bên sẽ gặp nhau", "2019-09-02") == Edtf{"2019-10/2019-12"});
	CHECK(edtf("Tháng 2 tới, hai bên sẽ gặp nhau", "2019-12-20") == Edtf{"2020-02"});
}

TEST_CASE("a text between two terms is of the end of the first") {
	CHECK(dates_of("Trong nhiệm kỳ 2011 - 2015, hai tỉnh trao đổi 30 đoàn; năm 2013 mở chợ.\n"
	               "Bước sang giai đoạn 2016 - 2020, hai tỉnh mở thêm một chợ.")
	          .when.year == 2015);
}

TEST_CASE("the year of friendship is that of a text without another") {
	CHECK(edtf("Ngày 4/6, hai bên gặp nhau nhân Năm Đoàn kết hữu nghị Việt Nam - Lào 2022.").front() == "2022-06-04");
	CHECK(edtf("Ngày 4/6, hai bên gặp nhau nhân Năm Đoàn kết hữu nghị Việt Nam - Lào 2022.", "2021-12-30").front() ==
	      "2021-06-04");
}
