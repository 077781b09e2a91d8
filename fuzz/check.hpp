#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/units.hpp"
#include "model/document.hpp"
#include "model/record.hpp"

/// What must hold whatever the input is. An assert would do, were it not for builds without asserts.
namespace bienban::fuzz {

inline void must(bool holds, const char* what) {
	if (holds) return;
	std::fprintf(stderr, "broken promise: %s\n", what);
	std::abort();
}

inline bool starts_a_letter(std::string_view text, base::ByteOffset at) {
	return at.value == text.size() ||
	       (at.value < text.size() && (static_cast<unsigned char>(text[at.value]) & 0xC0U) != 0x80);
}

inline void must_lie_in(base::Span span, std::string_view text, const char* what) {
	must(!span.empty() && span.end.value <= text.size(), what);
	must(starts_a_letter(text, span.begin) && starts_a_letter(text, span.end), what);
}

inline void check(const model::Document& document) {
	base::ByteOffset last;
	for (const model::Block& block : document.blocks) {
		must_lie_in(block.span, document.text, "a block lies in the text");
		must(last <= block.span.begin, "blocks stand in order");
		last = block.span.end;
	}
}

inline void check(const model::Reading& reading, std::string_view text) {
	for (const model::Record& record : reading.records) must_lie_in(record.evidence, text, "evidence lies in the text");
	for (const model::Person& person : reading.people) must_lie_in(person.evidence, text, "evidence lies in the text");
	for (const model::Mention& mention : reading.mentions)
		must_lie_in(mention.span, text, "a mention lies in the text");
}

}  // namespace bienban::fuzz
