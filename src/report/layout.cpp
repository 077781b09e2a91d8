#include "report/layout.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace bienban::report {

namespace {

struct Point {
	utf8proc_int32_t value = 0xFFFD;
	std::size_t bytes = 1;
};

/// The code point at the start of a text that is not empty; U+FFFD and one byte where there is none.
Point first_point(std::string_view text) {
	utf8proc_int32_t value = 0;
	const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
	                                    static_cast<utf8proc_ssize_t>(text.size()), &value);
	if (bytes <= 0) return {};
	return {.value = value, .bytes = static_cast<std::size_t>(bytes)};
}

bool steers(utf8proc_int32_t point) {
	const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
	const bool turns = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) ||
	                   point == 0x200E || point == 0x200F;
	return control || turns || point == 0x2028 || point == 0x2029;
}

std::string_view start_of(Style style) {
	switch (style) {
		case Style::plain: return "";
		case Style::title: return "\x1B[1m";
		case Style::heading: return "\x1B[1;36m";
		case Style::quiet: return "\x1B[2m";
		case Style::value: return "\x1B[33m";
	}
	return "";
}

}  // namespace

std::string styled(std::string_view text, Style style, const Layout& layout) {
	if (layout.colour == Colour::no || style == Style::plain) return std::string{text};
	return std::string{start_of(style)}.append(text).append("\x1B[0m");
}

std::string harmless(std::string_view text) {
	std::string out;
	out.reserve(text.size());
	while (!text.empty()) {
		const Point point = first_point(text);
		if (point.value == '\n' || point.value == '\t' || point.value == '\r') {
			out.push_back(' ');
		} else if (point.value == 0xFFFD || steers(point.value)) {
			out.append("\xEF\xBF\xBD");
		} else {
			out.append(text.substr(0, point.bytes));
		}
		text.remove_prefix(point.bytes);
	}
	return out;
}

std::size_t width(std::string_view text) {
	std::size_t columns = 0;
	while (!text.empty()) {
		const Point point = first_point(text);
		columns += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point.value)));
		text.remove_prefix(point.bytes);
	}
	return columns;
}

std::vector<std::string> lines_of(std::string_view text, std::size_t columns) {
	std::vector<std::string> lines(1);
	std::size_t taken = 0;
	const auto put = [&](std::string_view word) {
		// Cut only where even a line of its own is too short.
		while (!word.empty()) {
			const Point point = first_point(word);
			const auto cells = static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point.value)));
			if (taken + cells > columns && taken > 0) {
				lines.emplace_back();
				taken = 0;
			}
			lines.back().append(word.substr(0, point.bytes));
			taken += cells;
			word.remove_prefix(point.bytes);
		}
	};
	while (!text.empty()) {
		const auto space = text.find(' ');
		const std::string_view word = text.substr(0, space);
		text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
		if (word.empty()) continue;
		if (taken > 0 && taken + 1 + width(word) > columns) {
			lines.emplace_back();
			taken = 0;
		} else if (taken > 0) {
			lines.back().push_back(' ');
			++taken;
		}
		put(word);
	}
	return lines;
}

std::size_t longest_word(std::string_view text) {
	std::size_t longest = 0;
	while (!text.empty()) {
		const auto space = text.find(' ');
		longest = std::max(longest, width(text.substr(0, space)));
		text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
	}
	return longest;
}

std::string padded(std::string_view text, std::size_t columns) {
	const std::size_t taken = width(text);
	return std::string{text}.append(columns > taken ? columns - taken : 0, ' ');
}

std::string wrapped(std::string_view first, std::string_view text, std::size_t indent, Style style,
                    const Layout& layout) {
	// A terminal too narrow for the indent still gets words.
	const std::size_t room = std::max<std::size_t>(layout.columns, indent + 20) - indent;
	std::string out = padded(first, indent);
	std::string line;
	std::size_t taken = 0;
	bool first_line = true;
	const auto end_line = [&] {
		if (!first_line) out.append(indent, ' ');
		out.append(styled(line, style, layout)).push_back('\n');
		line.clear();
		taken = 0;
		first_line = false;
	};
	while (!text.empty()) {
		const auto space = text.find(' ');
		const std::string_view word = text.substr(0, space);
		text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
		if (word.empty()) continue;
		const std::size_t columns = width(word);
		if (taken != 0 && taken + 1 + columns > room) end_line();
		if (taken != 0) {
			line.push_back(' ');
			++taken;
		}
		line.append(word);
		taken += columns;
	}
	if (!line.empty() || first_line) end_line();
	return out;
}

}  // namespace bienban::report
