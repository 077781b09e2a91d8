#include "text/offsets.hpp"

#include <doctest/doctest.h>

using namespace bienban;
using text::CharIndex;

TEST_CASE("byte offsets become code points") {
	const std::string text = "Hội đàm, Lào";
	const CharIndex index{text};
	CHECK(index.at(base::ByteOffset{std::size_t{0}}).value == 0);
	CHECK(index.at(base::ByteOffset{text.find("đàm")}).value == 4);
	CHECK(index.at(base::ByteOffset{text.size()}).value == 12);
	CHECK(index.at(base::ByteOffset{text.size() + 40}).value == 12);
}

TEST_CASE("the empty text has one position") {
	CHECK(CharIndex{""}.at(base::ByteOffset{std::size_t{0}}).value == 0);
	CHECK(CharIndex{""}.evidence({}).quote.empty());
}

TEST_CASE("every position of a long text agrees with plain counting") {
	std::string text;
	while (text.size() < 3000) text += "biên giới ຫົວພັນ 𝄞\n";
	for (const std::size_t size : {std::size_t{512}, std::size_t{1024}, text.size()}) {
		const std::string cut = text.substr(0, size);
		const CharIndex index{cut};
		std::uint32_t points = 0;
		for (std::size_t i = 0; i < cut.size(); ++i) {
			const bool begins = (static_cast<unsigned char>(cut[i]) & 0xC0U) != 0x80U;
			if (begins) REQUIRE(index.at(base::ByteOffset{i}).value == points++);
		}
		CHECK(index.at(base::ByteOffset{cut.size()}).value == points);
	}
}

TEST_CASE("a quote has single spaces where the text has line breaks and no-break spaces") {
	const std::string text = "A: hai bên\n đã\xC2\xA0\xC2\xA0ký \n";
	const CharIndex index{text};
	const text::Evidence evidence = index.evidence({base::ByteOffset{std::size_t{3}}, base::ByteOffset{text.size()}});
	CHECK(evidence.quote == "hai bên đã ký");
	CHECK(evidence.begin.value == 3);
	CHECK(evidence.end.value == 20);
}
