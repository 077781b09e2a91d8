#include "extraction/relevance.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>

namespace bienban::extraction {
namespace {

/// Every text with a record or an office-holder has one of these. Parts of words, so that capitals at the start do not
/// matter; four bytes at least, because the scan hashes four.
constexpr auto k_cues = std::to_array<std::string_view>(
    {"Lào", "LÀO", "Laos", "tỉnh", "ỉnh ủy", "ỉnh uỷ", "TỈNH", "iên giới", "iên phòng", "IÊN PH", "IÊN GI", "BĐBP", "CHQS", "UBND", "HĐND", "MTTQ",
     "ông an ", "ại tá", "ượng tá", "rung tá", "hiếu tá", "ại úy", "ại uý", "ượng úy", "ượng uý", "rung úy", "rung uý", "hiếu úy", "hiếu uý",
     "ại tướng", "ượng tướng", "rung tướng", "hiếu tướng", "hủ tịch", "í thư", "ộ trưởng", "hứ trưởng", "hủ tướng", "ổng Bí", "ại sứ", "iám đốc",
     "ửa khẩu", "uân khu", "uân đội", "ỉnh trưởng", "hỉ huy", "hính ủy", "hính uỷ", "huyện", "Sở ", "hiệp định", "Hiệp định", "ietnam", "iêng Chăn",
     "ientiane", "hành phố"});

std::uint32_t load(const char* at) {
	std::uint32_t word = 0;
	std::memcpy(&word, at, sizeof word);
	return word;
}

std::uint32_t slot_of(std::uint32_t word) { return (word * 0x9E3779B1U) >> 20U; }

struct Filter {
	std::bitset<4096> slots;
	Filter() {
		for (const auto cue : k_cues) slots.set(slot_of(load(cue.data())));
	}
};

}  // namespace

Relevance relevance_of(std::string_view text) {
	static const Filter filter;
	if (text.size() < 4) return Relevance::none;
	const auto last = text.size() - 4;
	for (std::size_t i = 0; i <= last; ++i) {
		const auto word = load(text.data() + i);
		if (!filter.slots[slot_of(word)]) continue;
		for (const auto cue : k_cues) {
			if (text.compare(i, cue.size(), cue) == 0) return Relevance::places;
		}
	}
	return Relevance::none;
}

}  // namespace bienban::extraction
