#include "paper/fill.hpp"

#include <doctest/doctest.h>

#include <atomic>

#include "paper/cited.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

/// `facts` facts, each told twice: by a document of its own and by one that tells of all.
Paper told_twice(std::size_t facts) {
	Paper paper;
	paper.sources.resize(facts + 1);
	for (std::size_t i = 0; i < facts; ++i) {
		FactNote note;
		note.quotes = {{.record = static_cast<std::int64_t>(i) + 1, .source = i},
		               {.record = 1'000'000 + static_cast<std::int64_t>(i), .source = facts}};
		paper.facts.push_back(std::move(note));
	}
	return paper;
}

std::optional<registry::Source> words_of(registry::RecordId record, registry::Quoted quoted) {
	registry::Source source;
	source.title = record < 1'000'000 ? "T" + std::to_string(record) : "all";
	if (quoted == registry::Quoted::yes) source.quote = "Q" + std::to_string(record);
	return source;
}

}  // namespace

TEST_CASE("a workbook lists the quotes of the last facts, as many as have room") {
	CHECK(first_quoted(Paper{}) == 0);
	CHECK(first_quoted(told_twice(k_quotes_in_a_workbook / 2)) == 0);
	CHECK(first_quoted(told_twice(k_quotes_in_a_workbook / 2 + 3)) == 3);
}

TEST_CASE("all quotes are filled, whoever looks for them") {
	std::atomic<int> asked = 0;
	const Evidence counting = [&](registry::RecordId record, registry::Quoted quoted) {
		++asked;
		return words_of(record, quoted);
	};
	Paper paper = told_twice(50);
	fill(paper, {counting, words_of});
	CHECK(asked == 50);  // half of them
	for (std::size_t i = 0; i < 50; ++i) {
		CHECK(paper.sources[i].title == "T" + std::to_string(i + 1));
		CHECK(paper.facts[i].quotes[0].words == "Q" + std::to_string(i + 1));
		CHECK(paper.facts[i].quotes[1].words == "Q" + std::to_string(1'000'000 + i));
	}
	CHECK(paper.sources[50].title == "all");
}

TEST_CASE("for a workbook the documents of all facts are named, and the quotes of the last ones found") {
	Paper paper = told_twice(k_quotes_in_a_workbook / 2 + 3);
	fill(paper, {words_of}, Quotes::of_workbook);
	CHECK(paper.facts[2].quotes[0].words.empty());
	CHECK(paper.sources[2].title == "T3");
	CHECK(paper.facts[3].quotes[0].words == "Q4");
	CHECK(paper.sources.back().title == "all");
}
