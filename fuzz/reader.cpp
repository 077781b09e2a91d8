// Any bytes, the whole way: file to records.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check.hpp"
#include "extraction/extract.hpp"
#include "phrase.hpp"
#include "reading/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	const auto document = bienban::reading::read("-", {reinterpret_cast<const char*>(data), size});
	if (!document) return 0;
	bienban::fuzz::check(*document);
	const auto reading =
	    bienban::extraction::extract(*document, bienban::fuzz::the_lexicon(), bienban::extraction::WithMentions::yes);
	bienban::fuzz::check(reading, document->text);
	const auto again = bienban::extraction::extract(*document, bienban::fuzz::the_lexicon());
	bienban::fuzz::must(again.records.size() == reading.records.size(), "mentions change nothing else");
	return 0;
}
