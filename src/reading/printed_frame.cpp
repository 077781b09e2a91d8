#include "reading/printed_frame.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "text/letters.hpp"

namespace bienban::reading {

namespace {

constexpr std::size_t k_edge_rows = 3;  // a header has no more lines
constexpr float k_margin = 0.13F;       // of the height: where page numbers stand

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string text_of(const Row& row) {
	std::string text;
	for (const Piece& piece : row.pieces) text += (text.empty() ? "" : " ") + piece.text();
	return text;
}

/// The same for two headers that differ in the number of the page only.
std::string key_of(const Row& row) {
	const std::string bare = text::bare(text_of(row));
	std::string key;
	for (const char c : bare) {
		if (!is_digit(c))
			key += c;
		else if (!key.ends_with('#'))
			key += '#';
	}
	return key;
}

/// "3", "- 3 -", "Trang 3", "3/12", "Page 3 of 12".
bool is_page_number(const Row& row) {
	const std::string key = key_of(row);
	std::string bare;
	for (const char c : key) {
		if (c != ' ' && c != '-' && c != '.' && c != '|') bare += c;
	}
	if (text_of(row).find("–") != std::string::npos) std::erase_if(bare, [](char c) { return (c & 0x80) != 0; });
	for (const std::string_view form : {"#", "trang#", "tr#", "page#", "#/#", "trang#/#", "page#of#", "#of#"}) {
		if (bare == form) return text_of(row).size() <= 20;
	}
	return false;
}

/// Where a row stands, so that rows at one place have the same number or neighbouring ones.
long place_of(const Row& row) { return std::lround(row.middle / 4); }

using Seen = std::map<std::pair<std::string, long>, std::size_t>;

template <class Take>
void each_edge_row(const std::vector<Row>& rows, const Take& take) {
	for (std::size_t i = 0; i < rows.size(); ++i) {
		if (i < k_edge_rows || i + k_edge_rows >= rows.size()) take(i);
	}
}

std::size_t times(const Seen& seen, const Row& row) {
	std::size_t found = 0;
	for (long near = -1; near <= 1; ++near) {
		const auto at = seen.find({key_of(row), place_of(row) + near});
		if (at != seen.end()) found += at->second;
	}
	return found;
}

}  // namespace

std::vector<FramedPage> without_frames(std::vector<std::vector<Row>> pages, const std::vector<float>& heights) {
	Seen seen;
	for (const auto& rows : pages) {
		each_edge_row(rows, [&](std::size_t i) { ++seen[{key_of(rows[i]), place_of(rows[i])}]; });
	}
	std::set<std::string> told;
	std::vector<FramedPage> out;
	for (std::size_t p = 0; p < pages.size(); ++p) {
		std::vector<Row>& rows = pages[p];
		std::vector<bool> frame(rows.size());
		std::vector<bool> number(rows.size());
		each_edge_row(rows, [&](std::size_t i) {
			const Row& row = rows[i];
			const bool edge = row.box.bottom < k_margin * heights[p] || row.box.top > (1 - k_margin) * heights[p];
			number[i] = edge && is_page_number(row);
			// Left and right pages may differ: every second page is enough, of few pages every one.
			const std::size_t least = pages.size() <= 3 ? 2 : std::max<std::size_t>(3, pages.size() / 4);
			const bool table = row.pieces.size() >= 3;
			if (times(seen, row) >= least && (edge || table)) frame[i] = true;
		});
		// A header is what stands above the text, not a line in the middle of it that comes again.
		const auto is_out = [&](std::size_t i) { return frame[i] || number[i]; };
		std::size_t first = 0;
		while (first < rows.size() && is_out(first)) ++first;
		std::size_t last = rows.size();
		while (last > first && is_out(last - 1)) --last;
		FramedPage page;
		for (std::size_t i = 0; i < rows.size(); ++i) {
			const bool out_of_text = (i < first || i >= last) && is_out(i);
			const bool first_time = !number[i] && out_of_text && told.insert(key_of(rows[i])).second;
			if (!out_of_text || (first_time && rows[i].pieces.size() >= 3 && i < first))
				page.rows.push_back(std::move(rows[i]));
			else if (first_time)
				page.frame.push_back(std::move(rows[i]));
		}
		out.push_back(std::move(page));
	}
	return out;
}

}  // namespace bienban::reading
