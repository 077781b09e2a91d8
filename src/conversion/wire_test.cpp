#include "conversion/wire.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <string>

using namespace bienban;
using namespace bienban::conversion;

namespace {

struct Taken {
	std::vector<Given> given;
	std::string error;
};

/// Reads bytes as the answer of a converter, a few at a time.
Taken take(std::string_view bytes, const WireLimits& limits = {}) {
	Receiver receiver{[&](char* to, std::size_t most) -> base::Result<std::size_t> {
		                  const std::size_t size = std::min({most, bytes.size(), std::size_t{7}});
		                  std::memcpy(to, bytes.data(), size);
		                  bytes.remove_prefix(size);
		                  return size;
	                  },
	                  limits};
	Taken taken;
	for (;;) {
		auto next = receiver.next();
		if (!next) {
			taken.error = next.error().message;
			return taken;
		}
		if (!*next) return taken;
		taken.given.push_back(std::move(**next));
	}
}

std::string sent(const std::vector<Given>& all) {
	std::string bytes;
	Sender sender{[&](std::string_view piece) { bytes += piece; }};
	for (const Given& given : all) sender.give(given);
	sender.finish();
	return bytes;
}

Given page_of_words() {
	model::PrintedPage page{.width = 595, .height = 842, .blocks = {}};
	page.blocks.push_back({.lines = {{.words = {{.text = "Số:",
	                                             .box = {.left = 1, .top = 2, .right = 3, .bottom = 4},
	                                             .confidence = 0.5F,
	                                             .size = 13,
	                                             .bold = true}}}}});
	return {.name = {}, .format = "pdf", .content = Printed{.pages = {page, page}, .recognised = true}, .told = {}};
}

}  // namespace

TEST_CASE("what a converter gives arrives as it was given") {
	const Told told{.title = "T", .published = "2019-11-11", .authors = {"A", "B"}};
	const auto taken = take(
	    sent({{.name = "a/b.docx", .format = {}, .content = File{std::string(3'000'000, 'x')}, .told = told},
	          {.name = {}, .format = "docx", .content = Html{"<p>x</p>"}, .told = {}},
	          {.name = "e", .format = {}, .content = base::Error{"conversion-protected", {"v"}, {}, 0}, .told = {}},
	          page_of_words()}));
	REQUIRE(taken.error.empty());
	REQUIRE(taken.given.size() == 4);
	CHECK(std::get<File>(taken.given[0].content).bytes.size() == 3'000'000);
	CHECK(taken.given[0].name == "a/b.docx");
	CHECK(taken.given[0].told.authors == told.authors);
	CHECK(std::get<Html>(taken.given[1].content).bytes == "<p>x</p>");
	CHECK(std::get<base::Error>(taken.given[2].content).values == std::vector<std::string>{"v"});
	const auto& printed = std::get<Printed>(taken.given[3].content);
	REQUIRE(printed.pages.size() == 2);
	CHECK(printed.recognised);
	const auto& word = printed.pages[1].blocks[0].lines[0].words[0];
	CHECK(word.text == "Số:");
	CHECK(word.box.bottom == 4);
	CHECK(word.confidence == 0.5F);
	CHECK(word.bold);
}

TEST_CASE("an answer that is cut anywhere is never taken for a whole one") {
	const std::string whole = sent({page_of_words()});
	for (std::size_t size = 0; size < whole.size(); ++size) {
		CAPTURE(size);
		CHECK_FALSE(take(std::string_view{whole}.substr(0, size)).error.empty());
	}
}

TEST_CASE("an answer with any byte changed is taken or refused, and nothing else happens") {
	const std::string whole = sent({page_of_words()});
	for (std::size_t at = 0; at < whole.size(); ++at) {
		for (const unsigned change : {0x01U, 0x80U, 0xFFU}) {
			std::string changed = whole;
			changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ change);
			take(changed);
		}
	}
}

TEST_CASE("an answer beyond its limits is refused") {
	const Given file{.name = "x", .format = {}, .content = File{std::string(1000, 'x')}, .told = {}};
	CHECK(take(sent({file}), {.all_bytes = 5000, .part_bytes = 999, .parts = 9}).error == "conversion-too-much");
	CHECK(take(sent({file, file, file}), {.all_bytes = 2500, .part_bytes = 1000, .parts = 9}).error ==
	      "conversion-too-much");
	CHECK(take(sent({file, file}), {.all_bytes = 5000, .part_bytes = 1000, .parts = 1}).error == "conversion-too-many");
}

TEST_CASE("an error that no converter gives is refused") {
	const auto taken =
	    take(sent({{.name = {}, .format = {}, .content = base::Error{"output-written", {}, {}, 0}, .told = {}}}));
	CHECK(taken.error == "conversion-bad-answer");
}
