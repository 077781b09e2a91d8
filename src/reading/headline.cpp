#include <algorithm>

#include "reading/layout.hpp"
#include "reading/line.hpp"
#include "text/letters.hpp"

namespace bienban::reading {

namespace {

// How far down a page its headline may stand, in lines.
constexpr std::size_t k_longest_head = 400;
constexpr std::size_t k_longest_headline = 45;  // words

bool is_body(const PageLine& line) {
	return line.kind == LineKind::sentence && line.hint != Hint::chrome && (line.size() >= 110 || line.words >= 18);
}

bool can_be_headline(const PageLine& line) {
	return (line.kind == LineKind::title || line.kind == LineKind::byline) && line.hint != Hint::chrome &&
	       !line.labelled && !line.place_date && line.hint != Hint::caption && line.credit == 0 && !line.picture_of &&
	       line.words >= 2 && line.words <= k_longest_headline;
}

/// Words of the shorter title found in the same order in the longer one, as a share of the shorter.
bool same_title(std::string_view a, std::string_view b) {
	Line left;
	Line right;
	take_apart(a, left);
	take_apart(b, right);
	if (left.bare.size() < 8 || right.bare.size() < 8) return false;
	return left.bare.find(right.bare) != std::string::npos || right.bare.find(left.bare) != std::string::npos;
}

}  // namespace

namespace {

bool all_capitals(std::string_view line) {
	for (std::size_t at = 0; at < line.size();) {
		const auto c = text::decode(line, at);
		if (text::is_letter(c.value) && !text::is_upper(c.value)) return false;
		at += c.size;
	}
	return true;
}

}  // namespace

std::optional<std::size_t> find_headline(std::string_view text, const std::vector<PageLine>& lines,
                                         std::string_view title) {
	const auto text_of = [&](std::size_t i) { return text.substr(lines[i].span.begin.value, lines[i].size()); };

	// The format says which it is; a page whose logo is a first heading too is told by its own title.
	std::optional<std::size_t> marked;
	for (std::size_t i = 0; i < lines.size(); ++i) {
		if (lines[i].hint != Hint::headline || lines[i].words > k_longest_headline) continue;
		const bool named = !title.empty() && same_title(text_of(i), title);
		if (!marked || named) marked = i;
		if (named) break;
	}
	if (marked && (title.empty() || same_title(text_of(*marked), title) || lines[*marked].words >= 6)) return marked;

	const std::size_t end = std::min(lines.size(), k_longest_head);
	if (!title.empty()) {
		for (std::size_t i = 0; i < end; ++i) {
			if (can_be_headline(lines[i]) && lines[i].words >= 4 && same_title(text_of(i), title)) return i;
		}
	}

	std::size_t body = 0;
	while (body < end && !is_body(lines[body])) ++body;
	// Menus and paths stand above the headline: what comes before the last of them is none. A path below it happens
	// too.
	std::size_t first = 0;
	for (std::size_t i = 0; i < body; ++i) {
		if (lines[i].kind != LineKind::path && lines[i].kind != LineKind::motto) continue;
		const bool more = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1,
		                              lines.begin() + static_cast<std::ptrdiff_t>(body),
		                              [](const PageLine& line) { return can_be_headline(line) && line.words >= 4; });
		if (more) first = i + 1;
	}
	std::optional<std::size_t> best;
	for (std::size_t i = first; i < body; ++i) {
		if (!can_be_headline(lines[i])) continue;
		if (lines[i].kind == LineKind::byline && lines[i].words < 6) continue;
		if (!best || (lines[*best].words < 6 && lines[i].words > lines[*best].words)) best = i;
		if (lines[*best].words >= 6) break;
	}
	if (best) {
		// The name of the body in capitals, a line of words in both cases right above the day: the latter.
		if (all_capitals(text_of(*best))) {
			for (std::size_t i = *best + 1; i + 1 < body; ++i) {
				if (can_be_headline(lines[i]) && lines[i].words >= 6 && lines[i + 1].kind == LineKind::date &&
				    !all_capitals(text_of(i)))
					return i;
			}
		}
		// "<headline> - Báo X", the title of the window, may stand first; the headline alone follows.
		for (std::size_t i = *best + 1; i < body; ++i) {
			if (can_be_headline(lines[i]) && lines[i].words >= 4 && lines[i].size() + 3 < lines[*best].size() &&
			    text_of(*best).starts_with(text_of(i)) && (text_of(*best)[lines[i].size()] == ' ')) {
				return i;
			}
		}
		return best;
	}
	// A headline that ends like a sentence: the first line, shorter than what follows.
	for (std::size_t i = 0; i < body && i < end; ++i) {
		const PageLine& line = lines[i];
		if (line.kind == LineKind::title || (line.kind == LineKind::sentence && line.hint != Hint::chrome)) {
			if (line.words >= 4 && line.words <= 25 && body < end) return i;
			return std::nullopt;
		}
	}
	if (body > 0 && body == end && !lines.empty() && can_be_headline(lines[0])) return 0;
	return std::nullopt;
}

}  // namespace bienban::reading
