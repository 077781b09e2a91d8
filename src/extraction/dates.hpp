#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extraction/annotated.hpp"

namespace bienban::extraction {

struct YearMonthDay {
	int year = 0;   ///< 0: not known
	int month = 0;  ///< 0: none
	int day = 0;    ///< 0: none
	friend bool operator==(const YearMonthDay&, const YearMonthDay&) = default;
};

/// A date or a period in the text.
struct DateMention {
	std::uint32_t begin =
	    0;  ///< tokens, with the words that belong to it ("từ ngày", "giai đoạn", "sáng", "trong 2 ngày")
	std::uint32_t end = 0;
	YearMonthDay from;
	YearMonthDay to;         ///< the same as `from` for a single date
	bool period = false;     ///< two ends
	bool open_end = false;   ///< "từ năm 2020 trở đi", "năm 2020 và những năm tiếp theo": 2020/..
	bool until_now = false;  ///< "từ năm 2016 đến nay": ends at the document's own year
	bool anniversary = false;  ///< inside "78 năm Ngày thành lập … (22-12-1944/22-12-2022)", "ngày 30/4/1975": a date
	                           ///< of history, never of the event
	bool term = false;  ///< said with "giai đoạn", "nhiệm kỳ", "thời kỳ"
	std::string edtf;   ///< with the document's year filled in
};

/// What the document itself says about when it was written.
struct DocumentDate {
	std::optional<YearMonthDay> published;
	int year = 0;  ///< the year that dates without one take; 0 where it cannot be known
};

/// All dates and periods of the document in order, without overlap, and the year they were read with. The year comes
/// from the day of publication, else from what the text dates: a full date of the event, "60 năm Ngày thiết lập quan hệ
/// ngoại giao" (founded 1962) and the other anniversaries of lexicon/anniversaries.tsv, "hội nghị … năm 2023", the
/// newest year that the text speaks of as its own.
std::vector<DateMention> find_dates(const Annotated& a, DocumentDate& document_date);

/// "2019-11-11", "2018-06", "2019", "XXXX-03-30".
std::string edtf_of(const YearMonthDay& date);

}  // namespace bienban::extraction
