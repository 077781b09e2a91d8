#include <cstdint>
#include <string_view>

#include "check.hpp"
#include "text/normalize.hpp"
#include "text/old_letters.hpp"

// Old encodings: any bytes give UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	using namespace bienban;
	const std::string_view bytes{reinterpret_cast<const char*>(data), size};
	for (const auto letters : {text::OldLetters::tcvn3, text::OldLetters::vni, text::OldLetters::viscii}) {
		fuzz::must(!text::first_invalid_utf8(text::from_old_bytes(bytes, letters)), "old bytes give UTF-8");
	}
	static_cast<void>(text::guess_old_bytes(bytes));
	if (text::first_invalid_utf8(bytes)) return 0;
	if (const auto mended = text::mend_old_letters(bytes))
		fuzz::must(!text::first_invalid_utf8(*mended), "mended text is UTF-8");
	return 0;
}
