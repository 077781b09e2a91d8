// Any text as a paragraph: dates and periods, with and without a known year.
#include <cstddef>
#include <cstdint>
#include <string>

#include "check.hpp"
#include "extraction/dates.hpp"
#include "phrase.hpp"

namespace {

/// Only what EDTF is written with, and within the longest form, "2019-11-11/2021-12-31".
bool looks_like_edtf(const std::string& date) {
	return !date.empty() && date.size() <= 21 && date.find_first_not_of("0123456789X-/.") == std::string::npos;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	using namespace bienban;
	const auto document = fuzz::paragraph(data, size);
	if (!document) return 0;
	const auto annotated = extraction::annotate(*document, fuzz::the_lexicon());
	for (const bool known : {false, true}) {
		extraction::DocumentDate when;
		if (known) when.published = extraction::YearMonthDay{.year = 2019, .month = 11, .day = 12};
		std::uint32_t last = 0;
		for (const auto& date : extraction::find_dates(annotated, when)) {
			fuzz::must(fuzz::follows(last, date.begin, date.end, annotated), "dates stand in order, without overlap");
			fuzz::must(looks_like_edtf(date.edtf), "a date is written in EDTF");
			last = date.end;
		}
	}
	return 0;
}
