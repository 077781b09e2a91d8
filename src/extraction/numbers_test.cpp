#include "extraction/numbers.hpp"

#include <doctest/doctest.h>

#include <string>

#include "lexicon/load.hpp"

using bienban::base::ByteOffset;
using bienban::extraction::Annotated;
using bienban::extraction::Number;
using bienban::model::About;

namespace {

struct Found {
	bienban::model::Document document;
	std::vector<Number> numbers;
	std::vector<std::string> words;  ///< of each number
};

/// The numbers of one paragraph in which no date is marked.
Found numbers_in(const std::string& text) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	Found found;
	found.document.text = text;
	found.document.blocks = {{bienban::model::BlockKind::paragraph, {ByteOffset{0}, ByteOffset{text.size()}}}};
	const auto a = bienban::extraction::annotate(found.document, *s_lexicon);
	found.numbers = bienban::extraction::find_numbers(a, std::vector<bool>(a.tokens.size()));
	for (const auto& n : found.numbers) found.words.emplace_back(a.words(n.begin, n.end));
	return found;
}

std::vector<double> values_in(const std::string& text) {
	std::vector<double> values;
	for (const auto& n : numbers_in(text).numbers) values.push_back(n.value);
	return values;
}

std::optional<int> ordinal_in(const std::string& words) {
	static const auto s_lexicon = bienban::lexicon::load().value();
	bienban::model::Document document;
	document.text = words;
	document.blocks = {{bienban::model::BlockKind::paragraph, {ByteOffset{0}, ByteOffset{words.size()}}}};
	const auto a = bienban::extraction::annotate(document, *s_lexicon);
	std::uint32_t end = 0;
	return bienban::extraction::parse_ordinal(a, 0, end);
}

using Values = std::vector<double>;

}  // namespace

TEST_CASE("a dot parts thousands and a comma decimals") {
	using bienban::extraction::parse_digits;
	CHECK(parse_digits("1.234") == 1234);
	CHECK(parse_digits("12,5") == 12.5);
	CHECK(parse_digits("22.572") == 22572);
	CHECK(parse_digits("02") == 2);
	CHECK(parse_digits("100.000.000") == 100000000);
	CHECK(parse_digits("1.234,5") == 1234.5);
	CHECK(parse_digits("0,5") == 0.5);
	CHECK(parse_digits("0.125") == 0.125);
	CHECK(parse_digits("2.5") == 2.5);
	CHECK(parse_digits("468,281") == 468.281);
}

TEST_CASE("digits that are no number give nothing") {
	using bienban::extraction::parse_digits;
	CHECK_FALSE(parse_digits(""));
	CHECK_FALSE(parse_digits("1.2.3"));
	CHECK_FALSE(parse_digits("1.23.456"));
	CHECK_FALSE(parse_digits("12a"));
	CHECK_FALSE(parse_digits(std::string(1000000, '9')));
}

TEST_CASE("Roman numerals are read from one to ninety-nine") {
	using bienban::extraction::parse_roman;
	CHECK(parse_roman("XI") == 11);
	CHECK(parse_roman("iv") == 4);
	CHECK(parse_roman("XXXIX") == 39);
	CHECK(parse_roman("XC") == 90);
	CHECK_FALSE(parse_roman("IIII"));
	CHECK_FALSE(parse_roman("C"));
	CHECK_FALSE(parse_roman("Xây"));
	CHECK_FALSE(parse_roman(""));
}

TEST_CASE("an ordinal is written in digits, Roman or words") {
	CHECK(ordinal_in("XI giữa hai tỉnh") == 11);
	CHECK(ordinal_in("11") == 11);
	CHECK(ordinal_in("nhất") == 1);
	CHECK(ordinal_in("hai") == 2);
	CHECK(ordinal_in("tư") == 4);
	CHECK(ordinal_in("mười một") == 11);
	CHECK(ordinal_in("hai mươi ba") == 23);
	CHECK_FALSE(ordinal_in("của"));
}

TEST_CASE("numbers are read with their multipliers") {
	CHECK(values_in("kim ngạch đạt 12,5 tỷ") == Values{12.5e9});
	CHECK(values_in("xuất khẩu 3.700 tỷ") == Values{3.7e12});
	CHECK(values_in("quyên góp 1 triệu 200 nghìn đồng") == Values{1200000});
	CHECK(values_in("quyên góp 2 triệu rưỡi") == Values{2500000});
	CHECK(values_in("phát 1,5 triệu tờ rơi") == Values{1500000});
	CHECK(values_in("hơn 2 nghìn người") == Values{2000});
}

TEST_CASE("numbers in words are read") {
	CHECK(values_in("trao hai mươi suất quà") == Values{20});
	CHECK(values_in("trao mười tám suất quà") == Values{18});
	CHECK(values_in("trao hai mươi lăm suất quà") == Values{25});
	CHECK(values_in("trao một trăm linh năm suất quà") == Values{105});
	CHECK(values_in("trao ba trăm hai mươi mốt suất quà") == Values{321});
	CHECK(values_in("trao hai nghìn ba trăm suất quà") == Values{2300});
	CHECK(values_in("giúp nhau năm tấn thóc giống") == Values{5});
	CHECK(values_in("Năm cặp bản đã kết nghĩa") == Values{5});
	CHECK(numbers_in("trao mười tám suất quà").numbers.at(0).in_words);
}

TEST_CASE("money carries its currency") {
	const auto check = [](const std::string& text, double value, const std::string& currency) {
		CAPTURE(text);
		const auto found = numbers_in(text);
		REQUIRE(found.numbers.size() == 1);
		CHECK(found.numbers[0].value == value);
		CHECK(found.numbers[0].currency == currency);
	};
	check("trị giá 55 triệu đồng", 55e6, "VND");
	check("trị giá 100.000.000đ", 100e6, "VND");
	check("trị giá 300 triệu đồng Việt Nam", 300e6, "VND");
	check("đạt 15,2 triệu USD", 15.2e6, "USD");
	check("tặng 40.000 USD", 40000, "USD");
	check("tặng 50 triệu kíp", 50e6, "LAK");
	check("cùng 5 đồng chí trong ban", 5, "");
	check("thu nửa tỷ đồng", 5e8, "VND");
}

TEST_CASE("the word of approximation is kept beside the number") {
	const auto found = numbers_in("hơn 7,3 tỷ đồng, gần 200 suất quà và khoảng 30 hộ");
	REQUIRE(found.numbers.size() == 3);
	CHECK(found.numbers[0].about == About::over);
	CHECK(found.numbers[0].about_begin + 1 == found.numbers[0].begin);
	CHECK(found.words[0] == "7,3 tỷ đồng");
	CHECK(found.numbers[1].about == About::under);
	CHECK(found.numbers[2].about == About::about);
}

TEST_CASE("each side of a slash pair is a number of its own") {
	CHECK(values_in("tuần tra 248 lần/2.875 lượt cán bộ, chiến sĩ") == Values{248, 2875});
	CHECK(values_in("2 đợt/40 cán bộ") == Values{2, 40});
	CHECK(values_in("bắt 5 vụ/7 đối tượng") == Values{5, 7});
}

TEST_CASE("units may stand at the number without a space") {
	CHECK(values_in("thu 119,7kg ma túy và 58,6ha cây") == Values{119.7, 58.6});
	CHECK(values_in("nặng 10.500 gram") == Values{10500});
}

TEST_CASE("numbers that are names are left out") {
	CHECK(values_in("từ mốc 552 đến mốc 558").empty());
	CHECK(values_in("đoạn từ cột mốc số 460 đến 462").empty());
	CHECK(values_in("đoạn biên giới từ mốc 349/350").empty());
	CHECK(values_in("Đại đội Biên phòng 211, 212 và 213 của tỉnh").empty());
	CHECK(values_in("Tiểu đoàn Cảnh sát bảo vệ biên giới 103 đề nghị").empty());
	CHECK(values_in("Chỉ thị số 32-CT/TW").empty());
	CHECK(values_in("Nghị định 30/2020/NĐ-CP").empty());
	CHECK(values_in("phòng, chống dịch Covid-19").empty());
	CHECK(values_in("chuyên án 913L").empty());
	CHECK(values_in("hội nghị lần thứ 8").empty());
	CHECK(values_in("lớp tiếng Lào khóa 7 dành cho cán bộ").empty());
	CHECK(values_in("bản Ka Lưng 2 trở thành bản kết nghĩa").empty());
	CHECK(values_in("Quân khu 4 trình bày").empty());
}

TEST_CASE("a count behind a name is still a count") {
	CHECK(values_in("trao Đại đội 316 50 kg gạo") == Values{50});
	CHECK(values_in("tặng tỉnh Salavan 2 xuồng máy") == Values{2});
	CHECK(values_in("trong số 45 học viên") == Values{45});
	CHECK(values_in("Đoàn 15 người") == Values{15});
}

TEST_CASE("times, lengths of time, shares and comparisons are left out") {
	CHECK(values_in("lúc 23h30, rồi 21 giờ, rồi 14:02").empty());
	CHECK(values_in("sau 5 năm và 6 tháng").empty());
	CHECK(values_in("hai mươi năm nghĩa tình").empty());
	CHECK(values_in("tăng 12% và 5 phần trăm").empty());
	CHECK(values_in("gấp 2,6 lần năm trước").empty());
	CHECK(values_in("mỗi ngày 2-3 lần").empty());
}

TEST_CASE("both sides of a border are no count") {
	CHECK(values_in("hai bên, hai tỉnh, hai nước, hai đơn vị, hai lực lượng và ba bên").empty());
	CHECK(values_in("quan hệ giữa 2 nước").empty());
	CHECK(values_in("một số nội dung, một trong những tỉnh, một lần nữa").empty());
	CHECK(values_in("mỗi năm hai bên họp").empty());
	CHECK(values_in("thứ ba, đầu tư, không có, bà Lò Thị Ba").empty());
	CHECK(values_in("mỗi quý giao ban một lần").empty());
}

TEST_CASE("heaps of digits and of number words are read in one pass") {
	CHECK(values_in(std::string(1000000, '7')).empty());
	std::string words = "một nghìn";
	for (int i = 0; i < 20000; ++i) words += " tỷ";
	for (const auto v : values_in(words)) CHECK(v <= 1e18);
	std::string ones;
	for (int i = 0; i < 20000; ++i) ones += "một trăm lẻ ";
	CHECK(values_in(ones).size() <= 20000);
}
