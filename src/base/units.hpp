#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace bienban::base {

/// A position in UTF-8 text, counted in bytes from its start. Inside the program every position is one of these.
struct ByteOffset {
	std::uint32_t value = 0;
	constexpr ByteOffset() = default;
	constexpr explicit ByteOffset(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
	friend constexpr auto operator<=>(ByteOffset, ByteOffset) = default;
};

/// A position counted in Unicode code points from the start of a text: what every outside format counts in.
struct CharOffset {
	std::uint32_t value = 0;
	constexpr CharOffset() = default;
	constexpr explicit CharOffset(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
	friend constexpr auto operator<=>(CharOffset, CharOffset) = default;
};

/// A stretch of text, [begin, end), in bytes.
struct Span {
	ByteOffset begin;
	ByteOffset end;
	constexpr std::size_t size() const { return end.value - begin.value; }
	constexpr bool empty() const { return end.value <= begin.value; }
	constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
	friend constexpr bool operator==(Span, Span) = default;
};

}  // namespace bienban::base
