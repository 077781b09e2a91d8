#include "report/json_line.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "model/json.hpp"

using namespace bienban;

namespace {

template <typename T>
std::string written(const T& value) {
	report::JsonLine line;
	line.put(value);
	return std::move(line).end();
}

}  // namespace

TEST_CASE("strings are written as the JSON library writes them") {
	const std::string controls("a\tb\nc\0d\x1F\x7F", 9);
	for (const std::string& text : {std::string(), std::string("tỉnh Sơn La"), std::string("\"A\" \\ B\\"), controls,
	                                std::string("name\xFF.txt"), std::string("{\"x\":1}")}) {
		CHECK(written(text) == model::dump(nlohmann::ordered_json(text)) + "\n");
	}
}

TEST_CASE("numbers are written as the JSON library writes them") {
	for (const double number : {0.0, -3.0, 55000000.0, 119.7, 0.65, 1e300, 1e-7}) {
		CHECK(written(number) == model::dump(model::number_json(number)) + "\n");
	}
}

TEST_CASE("commas stand between the parts of a line and nowhere else") {
	report::JsonLine line;
	line.open('{');
	line.put("a", std::optional<std::string>());
	line.put("b", std::vector<std::string>{"x:", "y["});
	line.key("c");
	line.open('[');
	line.close(']');
	line.put("d", model::Money{2.5, "USD"});
	line.close('}');
	CHECK(std::move(line).end() ==
	      "{\"a\":null,\"b\":[\"x:\",\"y[\"],\"c\":[],\"d\":{\"value\":2.5,\"unit\":\"USD\"}}\n");
}
