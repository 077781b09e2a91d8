#include "conversion/locked.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace bienban::conversion;

namespace {

/// A conversion by the converter that tries what it may not do; see converters/trial.cpp.
std::string tried(const std::string& what) {
	const Format* format = format_named("docx");
	REQUIRE(format != nullptr);
	Format trial = *format;
	trial.name = "trial";
	if (what == "hang") trial.costs.wait_seconds = 2;
	const auto part = convert(trial, InputFile::of(what), Unlocked::no);
	if (!part) return part.error().message;
	return std::get<PlainText>(part->content).bytes;
}

}  // namespace

TEST_CASE("the formats are found by what is in a file") {
	const auto name = [](std::string_view head) {
		const Format* format = recognise({.bytes = head, .name = "x.txt"});
		return format == nullptr ? std::string_view{} : format->name;
	};
	CHECK(name("{\\rtf1\\ansi") == "rtf");
	CHECK(name("From: a\r\nTo: b\r\nSubject: c\r\n\r\nText") == "eml");
	CHECK(name("MIME-Version: 1.0\nFrom: <Saved>\nContent-Type: multipart/related; boundary=x\n\n") == "mhtml");
	CHECK(name("WARC/1.0\r\n") == "warc");
	CHECK(name("Kính gửi: Sở Ngoại vụ\nSố: 12\n").empty());
	CHECK(name("Date: 5\nthe minutes follow\n").empty());
	CHECK(name("<html>").empty());
	CHECK(name({}).empty());
}

TEST_CASE("a process that is locked in reaches no file, no network and no other process") {
	if (!lock_state().enough()) return;  // this machine has no lock: `bienban doctor` says so
	CHECK(tried("read /etc/passwd") == "refused");
	CHECK(tried("read /proc/self/environ") == "refused");
	CHECK(tried("write /tmp/bienban-trial") == "refused");
	CHECK(tried("connect") == "refused");
	CHECK(tried("kill") == "refused");
	CHECK(tried("fork") == "refused");
	CHECK(tried("run /bin/true") == "refused");
}

TEST_CASE("a process that dies, hangs, swells or talks without end is one error") {
	if (!lock_state().enough()) return;
	CHECK(tried("die") == "conversion-died");
	CHECK(tried("hang") == "conversion-too-slow");
	CHECK(tried("talk") == "conversion-too-much");
	CHECK(tried("nonsense") == "conversion-bad-answer");
#if !defined(__SANITIZE_ADDRESS__)
	CHECK(tried("swell") == "conversion-too-much-memory");
#endif
}
