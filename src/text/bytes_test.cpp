#include "text/bytes.hpp"

#include <doctest/doctest.h>

using bienban::text::ByteCount;
using bienban::text::equal_bytes;
using bienban::text::load_bytes;

TEST_CASE("equal bytes are told one by one, and no neighbour of theirs") {
	CHECK(equal_bytes(load_bytes("a b  c d"), ' ') == 0x0080'0080'8000'8000ULL);
	CHECK(equal_bytes(load_bytes("\xC3\xC2\xC3\x43\x42\xBF\xC1\xC3"), 0xC3) == 0x8000'0000'0080'0080ULL);
	CHECK(equal_bytes(load_bytes("abcdefgh"), 'x') == 0);
}

TEST_CASE("bytes of many words add up") {
	ByteCount count;
	for (int i = 0; i < 255; ++i) count.add(equal_bytes(load_bytes("        "), ' '));
	CHECK(count.sum() == std::size_t{255} * 8);
}
