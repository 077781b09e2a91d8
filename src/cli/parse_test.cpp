#include "cli/parse.hpp"

#include <doctest/doctest.h>

using namespace bienban::cli;

namespace {

std::string refusal(std::vector<std::string> words) {
	const auto parsed = parse(std::move(words));
	return parsed ? "accepted" : parsed.error().message;
}

}  // namespace

TEST_CASE("a command line is read into command, operands and options") {
	const auto parsed =
	    parse({"read", "a.txt", "--format", "jsonl", "-", "--mentions", "--jobs", "3", "--", "--b.txt"});
	REQUIRE(parsed);
	CHECK(parsed->command->name == "read");
	CHECK(parsed->arguments.operands == std::vector<std::string>{"a.txt", "-", "--b.txt"});
	CHECK(parsed->arguments.value("--format") == "jsonl");
	CHECK(parsed->arguments.has("--mentions"));
	CHECK(parsed->arguments.value("--jobs") == "3");
	CHECK_FALSE(parsed->arguments.has("--lexicon"));
}

TEST_CASE("common options may stand before and after the command") {
	CHECK(parse({"--lang", "vi", "read", "a"})->arguments.value("--lang") == "vi");
	CHECK(parse({"read", "a", "--lang=vi"})->arguments.value("--lang") == "vi");
	CHECK(lang_asked({"read", "a", "--lang=vi"}) == bienban::base::Lang::vi);
	CHECK(lang_asked({"read", "--", "--lang", "vi"}) == std::nullopt);
}

TEST_CASE("a command of two words and an option of two values are read") {
	const auto check = parse({"lexicon", "check", "tables"});
	REQUIRE(check);
	CHECK(check->command->name == "lexicon check");
	const auto review = parse({"review", "--between", "VN-05", "LA-HO", "--from", "2016"});
	REQUIRE(review);
	CHECK(review->arguments.values.at("--between") == std::vector<std::string>{"VN-05", "LA-HO"});
}

TEST_CASE("files may have the names of commands and look like lists") {
	CHECK(parse({"read", "add", "read"})->arguments.operands == std::vector<std::string>{"add", "read"});
	CHECK(parse({"read", "[a,b]"})->arguments.operands == std::vector<std::string>{"./[a,b]"});
}

TEST_CASE("each fault of a command line has its own message") {
	CHECK(refusal({}) == "cli-no-command");
	CHECK(refusal({"dance"}) == "cli-unknown-command");
	CHECK(refusal({"lexicon"}) == "cli-no-command");
	CHECK(refusal({"--dance"}) == "cli-unknown-option");
	CHECK(refusal({"read"}) == "cli-operand-missing");
	CHECK(refusal({"read", "a", "--dance"}) == "cli-unknown-option");
	CHECK(refusal({"read", "a", "-x"}) == "cli-unknown-option");
	CHECK(refusal({"read", "a", "--format"}) == "cli-option-value");
	CHECK(refusal({"read", "a", "--format", "xml"}) == "cli-option-choice");
	CHECK(refusal({"read", "a", "--lang", "fr"}) == "cli-option-choice");
	CHECK(refusal({"read", "a", "--jobs", "0"}) == "cli-option-number");
	CHECK(refusal({"read", "a", "--jobs", "many"}) == "cli-option-number");
	CHECK(refusal({"review", "x"}) == "cli-operand-extra");
	CHECK(refusal({"review", "--between", "VN-05"}) == "cli-option-value");
	CHECK(refusal({"lexicon", "check", "a", "b"}) == "cli-operand-extra");
}

TEST_CASE("help and version need nothing else") {
	CHECK(parse({"--help"})->arguments.has("--help"));
	CHECK(parse({"read", "-h"})->arguments.has("--help"));
	CHECK(parse({"review", "--version"})->arguments.has("--version"));
}

TEST_CASE("every command and option has a summary in both languages") {
	using bienban::base::Lang;
	using bienban::base::Messages;
	const auto check = [](std::string_view id) {
		INFO(id);
		CHECK(Messages::of(Lang::en).has(id));
		CHECK(Messages::of(Lang::vi).has(id));
	};
	for (const Option& option : common_options()) check(option.summary);
	for (const Command& command : commands()) {
		check(command.summary);
		for (const Option& option : command.options) check(option.summary);
	}
}
