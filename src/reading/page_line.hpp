#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "reading/line.hpp"

namespace bienban::reading {

/// What the format says about a line; plain text says nothing.
enum class Hint : std::uint8_t { none, headline, heading, caption, byline, row, chrome };

/// A line of the clean text with what the format says about it.
struct LineHint {
	base::Span span;
	Hint hint = Hint::none;
};

/// What a line is by itself, before its place on the page is looked at.
enum class LineKind : std::uint8_t {
	sentence,  ///< running text: ends as sentences end, or is long
	title,     ///< short, without a full stop: headline, subheading, caption, link
	date,      ///< a date that stands alone, perhaps with a by-line or a counter
	byline,    ///< see PageLine::labelled
	credit,    ///< "Ảnh: P.D": who took the picture
	path,      ///< "Trang chủ | Xã hội | Biên giới"
	tool,      ///< buttons, labels, counters
	junk,      ///< no letters at all
	motto,     ///< the head of an official paper: state and motto
	link,      ///< the line is chrome, alone: ">> …", "Xem thêm: …"
	tags,
	source,   ///< "Theo TTXVN", "Nguồn: …"
	inset,    ///< heading of links that may stand inside an article
	related,  ///< heading of links behind an article
	comments,
	footer,
};

/// What a line says of who wrote the article and when it was published.
struct Signature {
	std::optional<Day> date;
	std::vector<std::string> authors;
};

struct PageLine {
	base::Span span;  ///< without white space around
	LineKind kind = LineKind::sentence;
	Hint hint = Hint::none;
	bool after_blank = false;    ///< an empty line stands before it
	bool ends_sentence = false;  ///< . ? ! … : ; at the end, quotes and brackets looked through
	bool starts_small = false;   ///< with a small letter
	bool starts_figure = false;
	bool labelled = false;      ///< of a by-line: it says so itself
	bool site_date = false;     ///< of a date: it belongs to the frame of the site
	bool updated = false;       ///< of a date: of the last change
	bool picture_of = false;    ///< a title with "- Ảnh 2." behind it, cut off in `hash`
	bool place_date = false;    ///< "Sơn La, ngày 12 tháng 6 năm 2019": the date line of a paper, which is text
	std::uint16_t words = 0;    ///< of titles
	std::uint32_t doubled = 0;  ///< where the second half of a line printed twice begins, 0 where it is not
	std::uint32_t credit = 0;   ///< where a photo credit or by-line at the end begins (bytes in the text), 0 if nowhere
	std::uint32_t day_tail = 0;  ///< where "(17:42 03/10/2023)" at the end begins (bytes in the text), 0 if nowhere
	bool tail_signed = false;    ///< `credit` is a by-line: "… hai tỉnh. Tin, ảnh: Thu An"
	std::uint64_t hash = 0;      ///< of titles: equal for lines that differ in case, marks and punctuation only
	std::unique_ptr<Signature> signature;  ///< of dates, by-lines and lines with a day_tail or a place_date

	std::size_t size() const { return span.size(); }
};

/// Looks at one line of `text`. `buffer` is only there to be used again.
PageLine look_at_line(std::string_view text, base::Span span, Hint hint, Line& buffer);

}  // namespace bienban::reading
