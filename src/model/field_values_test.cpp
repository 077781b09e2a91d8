#include "model/field_values.hpp"

#include <doctest/doctest.h>

#include "model/names.hpp"

using namespace bienban::model;

namespace {

std::string json(std::string_view type, const char* field, const char* words) {
	const auto value = field_json(type, {field, words});
	return value ? *value : value.error().message;
}

}  // namespace

TEST_CASE("a field takes its value in plain words by its type") {
	CHECK(json("meeting", "date", "2019-11-11") == R"("2019-11-11")");
	CHECK(json("meeting", "ordinal", "12") == "12");
	CHECK(json("meeting", "kind", "talks") == R"("talks")");
	CHECK(json("meeting", "place", "LA-HO") == R"("LA-HO")");
	CHECK(json("meeting", "parties", "VN-05/province, LA-HO/province") == R"(["VN-05/province","LA-HO/province"])");
	CHECK(json("commitment", "themes", "drugs,smuggling") == R"(["drugs","smuggling"])");
	CHECK(json("result", "value", "12.5") == "12.5");
	CHECK(json("support", "worth", "5000000 VND") == R"({"value":5000000,"unit":"VND"})");
	CHECK(json("agreement", "term", "2022/2024") == R"("2022/2024")");
	CHECK(json("visit", "to", "LA/government") == R"("LA/government")");
}

TEST_CASE("the name of an agency may have commas") {
	CHECK(json("twinning", "parties", "VN/agency/văn hóa, thể thao và du lịch, LA-HO/province") ==
	      R"(["VN/agency/văn hóa, thể thao và du lịch","LA-HO/province"])");
}

TEST_CASE("empty words take a value away where it may be absent") {
	CHECK(json("meeting", "date", "") == "null");
	CHECK(json("meeting", "parties", " ") == "[]");
	CHECK(json("support", "worth", "") == "null");
	CHECK(json("result", "unit", "") == "field-missing");
	CHECK(json("meeting", "kind", "") == "field-choice");
}

TEST_CASE("what a field cannot take is refused by its kind") {
	CHECK(json("meeting", "date", "2019-02-30") == "field-date");
	CHECK(json("meeting", "date", "11/11/2019") == "field-date");
	CHECK(json("agreement", "term", "2024/2022") == "field-date");
	CHECK(json("meeting", "place", "Sơn La") == "field-place");
	CHECK(json("meeting", "parties", "VN-05/choir") == "field-party");
	CHECK(json("meeting", "parties", "Sơn La") == "field-party");
	CHECK(json("meeting", "parties", "VN-05/district/") == "field-party");
	CHECK(json("meeting", "ordinal", "twelve") == "field-number");
	CHECK(json("meeting", "ordinal", "1.5") == "field-number");
	CHECK(json("result", "value", "inf") == "field-number");
	CHECK(json("result", "value", "-3") == "field-number");
	CHECK(json("meeting", "kind", "dance") == "field-choice");
	CHECK(json("support", "worth", "5000000") == "field-money");
	CHECK(json("meeting", "signed", "2019") == "field-unknown");
	CHECK(json("dance", "date", "2019") == "field-type");
}

TEST_CASE("dates of an unknown year are dates") {
	CHECK(is_edtf("XXXX-02-29"));
	CHECK(is_edtf("XXXX-03"));
	CHECK_FALSE(is_edtf("XXXX-02-30"));
	CHECK_FALSE(is_edtf("XXXX"));
	CHECK_FALSE(is_edtf(""));
}

TEST_CASE("a record is made of several fields") {
	const auto record = record_of("support", {{"item", "máy thở"}, {"value", "2"}, {"giver", "VN-05/province"}});
	REQUIRE(record.has_value());
	CHECK(type_of(*record) == "support");
	const auto& support = std::get<Support>(record->value);
	CHECK(support.item == "máy thở");
	CHECK(support.value == 2);
	CHECK(support.giver == std::vector<Party>{"VN-05/province"});
}
