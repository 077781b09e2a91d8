// Any bytes as the inside of a page.
#include <cstddef>
#include <cstdint>
#include <string>

#include "check.hpp"
#include "reading/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	std::string page = "<!DOCTYPE html><html>";
	page.append(reinterpret_cast<const char*>(data), size);
	const auto document = bienban::reading::read("-", page);
	if (document) bienban::fuzz::check(*document);
	return 0;
}
