#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/describe.hpp"
#include "report/layout.hpp"
#include "report/reading_report.hpp"

using namespace bienban;
using namespace bienban::report;
using base::Lang;

namespace {

base::Span span(const std::string& text, std::string_view words) {
	const auto at = text.find(words);
	REQUIRE(at != std::string::npos);
	return {base::ByteOffset{at}, base::ByteOffset{at + words.size()}};
}

struct Sample {
	Sample() {
		document = {.source = "a.txt",
		            .text = "Hội đàm\n\nHai bên hội đàm ngày 5/5,\n có Nguyễn Văn An.",
		            .blocks = {},
		            .title = "Hội đàm",
		            .published = std::nullopt,
		            .authors = {"Thu Hà"}};
		reading.places = {"LA-HO", "VN-05"};
		reading.people.push_back({.name = "Nguyễn Văn An",
		                          .rank = "Đại tá",
		                          .title = std::nullopt,
		                          .country = "VN",
		                          .evidence = span(document.text, "Nguyễn Văn An"),
		                          .certainty = 0.9F});
		reading.records.push_back(
		    {.value =
		         model::Meeting{.date = "2021-05-05", .parties = {"VN-05/military-command", "LA-HO/military-command"}},
		     .evidence = span(document.text, "hội đàm ngày 5/5,\n có"),
		     .certainty = 0.8F});
		reading.mentions.push_back({.kind = model::MentionKind::money,
		                            .span = span(document.text, "5/5"),
		                            .value = "12500000",
		                            .unit = "VND"});
		reading.mentions.push_back(
		    {.kind = model::MentionKind::number, .span = span(document.text, "5/5"), .value = "12.5", .unit = ""});
	}
	model::Document document;
	model::Reading reading;
};

}  // namespace

TEST_CASE("a reading is one line of JSON with offsets in code points") {
	const Sample sample;
	CHECK(reading_json(sample.document, sample.reading, WithMentions::no) ==
	      "{\"source\":\"a.txt\",\"title\":\"Hội đàm\",\"published\":null,\"authors\":[\"Thu Hà\"],"
	      "\"places\":[\"LA-HO\",\"VN-05\"],\"people\":[{\"name\":\"Nguyễn Văn An\",\"rank\":\"Đại tá\",\"title\":null,"
	      "\"country\":\"VN\",\"certainty\":0.9,\"evidence\":{\"start\":39,\"end\":52,\"quote\":\"Nguyễn Văn An\"}}],"
	      "\"records\":[{\"type\":\"meeting\",\"kind\":\"talks\",\"date\":\"2021-05-05\",\"place\":null,"
	      "\"parties\":[\"VN-05/military-command\",\"LA-HO/military-command\"],\"chairs\":[],\"recurs\":null,"
	      "\"ordinal\":null,\"quote\":\"hội đàm ngày 5/5, có\",\"certainty\":0.8,"
	      "\"evidence\":{\"start\":17,\"end\":38,\"quote\":\"hội đàm ngày 5/5, có\"}}]}\n");
}

TEST_CASE("mentions stand in the JSON only where they are asked for") {
	const Sample sample;
	const auto json = nlohmann::json::parse(reading_json(sample.document, sample.reading, WithMentions::yes));
	REQUIRE(json["mentions"].size() == 2);
	CHECK(json["mentions"][0]["value"] == nlohmann::json{{"value", 12500000}, {"unit", "VND"}});
	CHECK(json["mentions"][0]["text"] == "5/5");
	CHECK(json["mentions"][1]["value"] == 12.5);
}

TEST_CASE("a document without a title has null, without records empty lists") {
	const model::Document document{
	    .source = "-", .text = "x", .blocks = {}, .title = "", .published = "2020-01-02", .authors = {}};
	CHECK(reading_json(document, {}, WithMentions::no) ==
	      "{\"source\":\"-\",\"title\":null,\"published\":\"2020-01-02\",\"authors\":[],\"places\":[],\"people\":[],"
	      "\"records\":[]}\n");
}

TEST_CASE("the table shows the record with its words beneath") {
	const Sample sample;
	const std::string table =
	    reading_table(sample.document, sample.reading, WithMentions::no, {.columns = 100, .lang = Lang::vi});
	CHECK(table.find("05/05/2021  Hội đàm: Bộ CHQS Sơn La – Bộ CHQS Hủa Phăn") != std::string::npos);
	CHECK(table.find("“hội đàm ngày 5/5, có”") != std::string::npos);
	CHECK(table.find('\x1B') == std::string::npos);
	const Layout coloured{.columns = 100, .colour = Colour::yes, .lang = Lang::vi};
	CHECK(reading_table(sample.document, sample.reading, WithMentions::no, coloured).find('\x1B') != std::string::npos);
}

TEST_CASE("what could steer a terminal is made harmless") {
	CHECK(harmless("a\x1B[31mb") == "a\xEF\xBF\xBD[31mb");
	CHECK(harmless("a\u202Eb\u0085c") == "a\uFFFDb\uFFFDc");
	CHECK(harmless("a\nb\tc") == "a b c");
	CHECK(harmless("a\xFF"
	               "b") == "a\uFFFDb");
	CHECK(harmless("Lào ຫົວພັນ") == "Lào ຫົວພັນ");
}

TEST_CASE("lines are broken at spaces by the columns a terminal gives") {
	CHECK(wrapped("x", "một hai ba bốn năm sáu", 2, Style::plain, {.columns = 22}) == "x một hai ba bốn năm\n  sáu\n");
	CHECK(wrapped("", "", 2, Style::plain, {}) == "  \n");
	CHECK(width("ệ") == 1);
	CHECK(width("e\u0323\u0302") == 1);
	CHECK(width("中") == 2);
}

TEST_CASE("dates are written as the language writes them") {
	CHECK(date_words("2019-11-05", Lang::vi) == "05/11/2019");
	CHECK(date_words("2019-11-05", Lang::en) == "2019-11-05");
	CHECK(date_words("2018-06", Lang::vi) == "06/2018");
	CHECK(date_words("2022/2024", Lang::vi) == "2022–2024");
	CHECK(date_words("2020/..", Lang::vi) == "từ 2020");
	CHECK(date_words("XXXX-03-30", Lang::vi) == "30/03");
}

TEST_CASE("numbers are grouped as the language groups them") {
	CHECK(number_words(1234567.5, Lang::vi) == "1.234.567,5");
	CHECK(number_words(1234567.5, Lang::en) == "1,234,567.5");
	CHECK(number_words(-1000, Lang::en) == "-1,000");
	CHECK(number_words(16, Lang::vi) == "16");
}

TEST_CASE("parties are named in words") {
	CHECK(party_words("VN-05/district/vân hồ", Lang::vi) == "huyện Vân Hồ (Sơn La)");
	CHECK(party_words("LA/border-guard", Lang::en) == "border guard, Laos");
	CHECK(party_words("VN-05/unheard-of", Lang::vi) == "VN-05/unheard-of");
	CHECK(party_words("nothing", Lang::vi) == "nothing");
}

TEST_CASE("a gift is told with its count, its worth and its way") {
	const model::Support gift{.item = "máy thở",
	                          .value = 2,
	                          .unit = std::nullopt,
	                          .giver = {"VN-05/province"},
	                          .receiver = {"LA-HO/province"},
	                          .period = std::nullopt,
	                          .theme = model::Theme::health,
	                          .about = model::About::over,
	                          .worth = model::Money{.value = 1.5e9, .unit = "VND"}};
	CHECK(describe({.value = gift}, Lang::vi) == "hơn 2 máy thở: trị giá 1.500.000.000 VND; Sơn La → Hủa Phăn; y tế");
}

TEST_CASE("units have words in English, as they are written where they have none") {
	CHECK(unit_words("lần", 1, base::Lang::en) == "time");
	CHECK(unit_words("lần", 46, base::Lang::en) == "times");
	CHECK(unit_words("lượt cán bộ, chiến sĩ", std::nullopt, base::Lang::en) == "turns of officers and soldiers");
	CHECK(unit_words("bao lá thuốc", 3, base::Lang::en) == "bao lá thuốc");
	CHECK(unit_words("lần", 1, base::Lang::vi) == "lần");
}
