// Any bytes as a file: encodings, plain text, blocks.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check.hpp"
#include "reading/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	const auto document = bienban::reading::read("-", {reinterpret_cast<const char*>(data), size});
	if (document) bienban::fuzz::check(*document);
	return 0;
}
