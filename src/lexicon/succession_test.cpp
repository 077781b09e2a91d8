#include "lexicon/succession.hpp"

#include <doctest/doctest.h>

#include "lexicon/load.hpp"

namespace bienban::lexicon {
namespace {

const Lexicon& words() {
	static const auto loaded = load();
	REQUIRE(loaded.has_value());
	return **loaded;
}

using Codes = std::vector<std::string>;

std::string parties(std::string_view party, std::string_view day) {
	std::string out;
	for (const auto& former : party_predecessors(words(), party, day))
		out += (out.empty() ? "" : "\n") + former.party + " " + former.last;
	return out;
}

}  // namespace

TEST_CASE("today's province has the past of those that merged into it") {
	CHECK(with_predecessors(words(), "VN-25", "2026-01-15") == Codes{"VN-25", "VN-24"});
	CHECK(with_predecessors(words(), "VN-24", "2026") == Codes{"VN-25", "VN-24"});
	CHECK(with_predecessors(words(), "VN-SG", "2026") == Codes{"VN-SG", "VN-43", "VN-57"});
	CHECK(with_predecessors(words(), "VN-29", "2026") == Codes{"VN-29", "VN-28"});
	CHECK(with_predecessors(words(), "VN-05", "2026") == Codes{"VN-05"});
	CHECK(predecessors(words(), "VN-25", "2026").front().last == "2025-06-30");
}

TEST_CASE("before the merger each province has its own past") {
	CHECK(with_predecessors(words(), "VN-25", "2025-06-30") == Codes{"VN-25"});
	CHECK(with_predecessors(words(), "VN-24", "2024") == Codes{"VN-24"});
	CHECK(with_predecessors(words(), "VN-25", "2025-07-01") == Codes{"VN-25", "VN-24"});
}

TEST_CASE("a province that was split off has the past of the whole only when asked") {
	CHECK(with_predecessors(words(), "LA-XS", "2020") == Codes{"LA-XS"});
	CHECK(with_predecessors(words(), "LA-XS", "2020", Parts::take_in) == Codes{"LA-XS", "LA-VI", "LA-XI"});
	CHECK(with_predecessors(words(), "LA-XS", "2010", Parts::take_in) == Codes{"LA-XS"});
	const auto former = predecessors(words(), "VN-71", "2020", Parts::take_in);
	REQUIRE(former.size() == 1);
	CHECK(former[0].code == "VN-01");
	CHECK(former[0].last == "2003-12-31");
	CHECK(former[0].part);
}

TEST_CASE("countries and unknown codes are their own past") {
	CHECK(with_predecessors(words(), "LA", "2026") == Codes{"LA"});
	CHECK(with_predecessors(words(), "KH-1", "2026") == Codes{"KH-1"});
	CHECK(with_predecessors(words(), "", "2026") == Codes{""});
}

TEST_CASE("today's military command has the past of the border-guard command that came under it") {
	CHECK(parties("VN-05/military-command", "2026") == "VN-05/border-guard 2025-06-30");
	CHECK(parties("VN-25/military-command", "2026") ==
	      "VN-24/military-command 2025-06-30\nVN-25/border-guard 2025-06-30\nVN-24/border-guard 2025-06-30");
	CHECK(parties("VN-05/military-command", "2025-06-30").empty());
	CHECK(parties("VN-25/border-post/la lay", "2026") == "VN-24/border-post/la lay 2025-06-30");
	CHECK(parties("LA-HO/military-command", "2026").empty());
	CHECK(parties("VN/military-command", "2026").empty());
	CHECK(parties("VN-05", "2026").empty());
}

}  // namespace bienban::lexicon
