// Any bytes as words anywhere on printed pages: each word is a command, a place, a size and some letters.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "check.hpp"
#include "reading/printed.hpp"

namespace {

using namespace bienban;

/// A word of the dictionary of printed papers, so that marks, scripts and heading blocks come up.
std::string word_of(std::uint8_t which) {
	constexpr const char* k_words[] = {"hai",  "bên",       "Hủa-",     "phăn",  "16",    "/",   "1.",  "-",
	                                   "CỘNG", "HÒA",       "XÃ",       "HỘI",   "ສອງ",   "ຝ່າຍ", "the", "sides",
	                                   "and",  "a\xCC\x81", "\xC2\xAD", "Điều",  "5",     "¹",   "|",   "HỦa",
	                                   "1uật", "muôồi",     "Nơi",      "nhận:", "Trang", ""};
	return k_words[which % (sizeof(k_words) / sizeof(k_words[0]))];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
	constexpr std::size_t k_record = 6;
	std::vector<model::PrintedPage> pages(1);
	pages.back().width = 595;
	pages.back().height = 842;
	for (std::size_t at = 0; at + k_record <= size; at += k_record) {
		const std::uint8_t command = data[at];
		if (command == 0) pages.push_back({595, 842, {}});
		auto& blocks = pages.back().blocks;
		if (blocks.empty() || (command & 1U) != 0) blocks.emplace_back();
		auto& lines = blocks.back().lines;
		if (lines.empty() || (command & 2U) != 0) lines.emplace_back();
		const float left = static_cast<float>(data[at + 1]) * 2.4F;
		const float top = static_cast<float>(data[at + 2]) * 3.4F;
		const float wide = static_cast<float>(data[at + 3]);
		const float high = static_cast<float>(data[at + 4]) / 8;
		lines.back().words.push_back({.text = word_of(data[at + 5]),
		                              .box = {left, top, left + wide, top + high},
		                              .confidence = static_cast<float>(command) / 255,
		                              .size = 0,
		                              .bold = false});
	}
	const auto recognised = size % 2 == 0 ? reading::Recognised::yes : reading::Recognised::no;
	const auto document = reading::read_printed("-", pages, {}, recognised);
	if (document) fuzz::check(*document);
	return 0;
}
