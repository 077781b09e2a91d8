// Any text as a paragraph: numbers, money, ordinals.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "check.hpp"
#include "extraction/numbers.hpp"
#include "phrase.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	using namespace bienban;
	const auto document = fuzz::paragraph(data, size);
	if (!document) return 0;
	const auto annotated = extraction::annotate(*document, fuzz::the_lexicon());
	const std::vector<bool> taken(annotated.tokens.size());
	std::uint32_t last = 0;
	for (const auto& number : extraction::find_numbers(annotated, taken)) {
		fuzz::must(fuzz::follows(last, number.begin, number.end, annotated), "numbers stand in order, without overlap");
		fuzz::must(number.about_begin <= number.begin, "the word of approximation stands before the number");
		fuzz::must(std::isfinite(number.value), "a number is finite");
		last = number.end;
	}
	for (std::uint32_t token = 0; token < annotated.tokens.size(); ++token) {
		const auto digits = extraction::parse_digits(annotated.word(token));
		fuzz::must(!digits || std::isfinite(*digits), "digits give a finite number");
		const auto roman = extraction::parse_roman(annotated.word(token));
		fuzz::must(!roman || (*roman >= 1 && *roman <= 99), "a Roman numeral is one of 1 to 99");
		std::uint32_t end = token;
		if (extraction::parse_ordinal(annotated, token, end)) {
			fuzz::must(token < end && end <= annotated.tokens.size(), "an ordinal ends behind its beginning");
		}
	}
	return 0;
}
