#include "base/messages.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "base/embedded.hpp"

using namespace bienban::base;

namespace {

std::map<std::string, std::string> table(std::string_view name) {
	std::map<std::string, std::string> rows;
	for (const EmbeddedFile& file : embedded_messages()) {
		if (file.name != name) continue;
		for (const MessageRow& row : message_rows(file.content)) {
			INFO(name, ":", row.line);
			CHECK_FALSE(row.text.empty());
			CHECK(rows.emplace(row.id, row.text).second);  // no id twice
		}
	}
	return rows;
}

std::set<std::string> placeholders(const std::string& text) {
	std::set<std::string> found;
	for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
		found.insert(text.substr(at, 3));
	}
	return found;
}

}  // namespace

TEST_CASE("both languages have the same messages with the same placeholders") {
	const auto english = table("en.tsv");
	const auto vietnamese = table("vi.tsv");
	CHECK(english.size() > 100);
	for (const auto& [id, text] : english) {
		INFO(id);
		REQUIRE(vietnamese.contains(id));
		CHECK(placeholders(text) == placeholders(vietnamese.at(id)));
	}
	for (const auto& [id, text] : vietnamese) {
		INFO(id);
		CHECK(english.contains(id));
	}
}

TEST_CASE("placeholders are filled, also twice and out of order") {
	const Messages messages{"# a comment\na\t{1} of {0}, {1}\nbare\tno value: {0}.\n"};
	CHECK(messages.text("a", {"ten", "two"}) == "two of ten, two");
	CHECK(messages.text("bare") == "no value: .");
}

TEST_CASE("an unknown message shows its id and values") {
	CHECK(Messages{""}.text("some-id", {"7", "x"}) == "some-id 7 x");
}

TEST_CASE("an error is told with file and line before the text") {
	const Messages messages{"broken\tcannot use {0}\n"};
	CHECK(messages.text(Error{"broken", {"this"}, "a.tsv", 3}) == "a.tsv:3: cannot use this");
	CHECK(messages.text(Error{"broken", {"this"}, "", 0}) == "cannot use this");
}

TEST_CASE("a value that looks like a placeholder is left as it is") {
	CHECK(Messages{"a\t<{0}>"}.text("a", {"{0}"}) == "<{0}>");
}
