#pragma once

#include <vector>

#include "extraction/dates.hpp"

/// Dates as they are written, before the document's year is known. The step between the words and find_dates.
namespace bienban::extraction {

struct RawDate {
	DateMention mention;        ///< years that are not written are 0; edtf is empty
	int year_offset = 0;        ///< "năm ngoái": -1
	bool of_this_year = false;  ///< "6 tháng đầu năm", "quý I", "năm nay": takes the document's year as it is
	bool from_now = false;      ///< "từ nay đến năm 2026"
	bool from = false;          ///< "từ năm 2011", no end said
	bool decade = false;        ///< "thập niên 1990"
	bool to_come = false;       ///< "quý IV tới", "tháng 6 tới": the next one, never one that is over
	int years_back = 0;         ///< "năm qua": 1, "5 năm qua", "sau 5 năm thực hiện": 5
	std::uint32_t sentence = 0;
	int counted_year = 0;  ///< the year that an anniversary falls in: "78 năm Ngày … (22-12-1944/22-12-2022)" is 2022
};

struct RawDates {
	std::vector<RawDate> dates;      ///< in order, without overlap
	std::vector<int> counted_years;  ///< "60 năm Ngày thiết lập quan hệ ngoại giao" is 1962 + 60, in order
};

/// `published`: days told from it ("hôm qua") are read only where it is known.
RawDates read_raw_dates(const Annotated& a, const std::optional<YearMonthDay>& published);

}  // namespace bienban::extraction
