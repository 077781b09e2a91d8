#include "extraction/confidence.hpp"

#include <doctest/doctest.h>

using namespace bienban;
using base::ByteOffset;

namespace {

base::Span span(std::size_t begin, std::size_t end) { return {ByteOffset(begin), ByteOffset(end)}; }

model::Reading reading_of(base::Span evidence) {
	model::Reading reading;
	reading.records.emplace_back();
	reading.records.back().evidence = evidence;
	reading.records.back().certainty = 0.8F;
	return reading;
}

float after(const model::Document& document, base::Span evidence) {
	model::Reading reading = reading_of(evidence);
	extraction::doubt_what_was_hard_to_read(document, reading);
	return reading.records.front().certainty;
}

}  // namespace

TEST_CASE("a record is the less certain the less sure its words were recognised") {
	model::Document document;
	document.text = "0123456789abcdefghij";
	document.placed = {{span(0, 10), 0, {}, 0.96F}, {span(10, 15), 0, {}, 0.5F}, {span(15, 20), 0, {}, 0.97F}};
	CHECK(after(document, span(0, 10)) == doctest::Approx(0.8));
	CHECK(after(document, span(10, 15)) == doctest::Approx(0.44));  // 0.8 · 0.5 / 0.9
	CHECK(after(document, span(5, 15)) == doctest::Approx(0.55));   // 0.8 · (0.73 + 0.5) / 2 / 0.9
	CHECK(after(document, span(15, 20)) == doctest::Approx(0.8));
}

TEST_CASE("a document that was not recognised in images stays as certain as it was") {
	model::Document document;
	document.text = "0123456789";
	CHECK(after(document, span(0, 10)) == doctest::Approx(0.8));
	document.placed = {{span(0, 10), 0, {}, 1}};
	CHECK(after(document, span(0, 10)) == doctest::Approx(0.8));
}
