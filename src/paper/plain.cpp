#include "paper/plain.hpp"

#include <array>
#include <cstdint>

namespace bienban::paper {

namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

enum class Kind : std::uint8_t { as_is, space, control, markup, wide };

constexpr auto k_kinds = [] {
	std::array<Kind, 256> kinds{};
	for (std::size_t byte = 0; byte < kinds.size(); ++byte) {
		kinds[byte] = byte < 0x20 || byte == 0x7F ? Kind::control : byte >= 0x80 ? Kind::wide : Kind::as_is;
	}
	for (const char c : {'\n', '\r', '\t'}) kinds[static_cast<unsigned char>(c)] = Kind::space;
	for (const char c : {'&', '<', '>', '"', '\''}) kinds[static_cast<unsigned char>(c)] = Kind::markup;
	return kinds;
}();

struct Point {
	char32_t value = 0;
	std::size_t bytes = 0;  ///< 0 where the bytes are no UTF-8
};

/// A code point of two bytes or more, in its shortest form and no surrogate (RFC 3629).
Point point_at(std::string_view text) {
	const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
	const unsigned char lead = byte(0);
	const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) return {};
	char32_t value = lead & (0xFFU >> (bytes + 1));
	for (std::size_t i = 1; i < bytes; ++i) {
		if ((byte(i) & 0xC0U) != 0x80U) return {};
		value = value << 6U | (byte(i) & 0x3FU);
	}
	const bool too_long = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
	if (too_long || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
	return {value, bytes};
}

/// Second control set, marks of direction, line and paragraph separators, and what XML does not allow.
bool is_harmful(char32_t c) {
	return (c >= 0x80 && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069) || (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFEU) == 0xFFFE;
}

std::string_view entity(char c) {
	switch (c) {
		case '&': return "&amp;";
		case '<': return "&lt;";
		case '>': return "&gt;";
		case '"': return "&quot;";
		default: return "&#39;";
	}
}

template <bool markup>
void append(std::string& out, std::string_view text) {
	std::size_t begin = 0;  // of a run that is taken as it is
	std::size_t at = 0;
	const auto put = [&](std::string_view instead, std::size_t bytes) {
		out.append(text.substr(begin, at - begin)).append(instead);
		at += bytes;
		begin = at;
	};
	while (at < text.size()) {
		switch (k_kinds[static_cast<unsigned char>(text[at])]) {
			case Kind::as_is: ++at; break;
			case Kind::space: put(" ", 1); break;
			case Kind::control: put(k_replacement, 1); break;
			case Kind::markup:
				if constexpr (markup) {
					put(entity(text[at]), 1);
				} else {
					++at;
				}
				break;
			case Kind::wide: {
				const Point point = point_at(text.substr(at));
				if (point.bytes == 0 || is_harmful(point.value)) {
					put(k_replacement, point.bytes == 0 ? 1 : point.bytes);
				} else {
					at += point.bytes;
				}
				break;
			}
		}
	}
	out.append(text.substr(begin));
}

bool begins_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

void append_plain(std::string& out, std::string_view text) { append<false>(out, text); }
void append_escaped(std::string& out, std::string_view text) { append<true>(out, text); }

std::string plain(std::string_view text) {
	std::string out;
	append_plain(out, text);
	return out;
}

std::string escaped(std::string_view text) {
	std::string out;
	append_escaped(out, text);
	return out;
}

std::size_t letters(std::string_view text) {
	std::size_t count = 0;
	for (const char c : text) count += begins_letter(c) ? 1 : 0;
	return count;
}

std::string_view first_letters(std::string_view text, std::size_t count) {
	for (std::size_t at = 0; at < text.size(); ++at) {
		if (begins_letter(text[at]) && count-- == 0) return text.substr(0, at);
	}
	return text;
}

}  // namespace bienban::paper
