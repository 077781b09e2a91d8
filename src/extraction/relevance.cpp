#include "extraction/relevance.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace bienban::extraction {
namespace {

/// Every text with a record or an office-holder has one of these. Parts of words, so that capitals at the start do not
/// matter; four bytes at least, because the scan hashes four.
constexpr auto k_cues = std::to_array<std::string_view>(
    {"Lào",        "LÀO",        "Laos",     "tỉnh",     "ỉnh ủy",     "ỉnh uỷ",    "TỈNH",       "iên giới",
     "iên phòng",  "IÊN PH",     "IÊN GI",   "BĐBP",     "CHQS",       "UBND",      "HĐND",       "MTTQ",
     "ông an ",    "ại tá",      "ượng tá",  "rung tá",  "hiếu tá",    "ại úy",     "ại uý",      "ượng úy",
     "ượng uý",    "rung úy",    "rung uý",  "hiếu úy",  "hiếu uý",    "ại tướng",  "ượng tướng", "rung tướng",
     "hiếu tướng", "hủ tịch",    "í thư",    "ộ trưởng", "hứ trưởng",  "hủ tướng",  "ổng Bí",     "ại sứ",
     "iám đốc",    "ửa khẩu",    "uân khu",  "uân đội",  "ỉnh trưởng", "hỉ huy",    "hính ủy",    "hính uỷ",
     "huyện",      "Tỉnh",       "ải quan",  "iểm lâm",  "Sở ",        "hiệp định", "Hiệp định",  "ietnam",
     "iêng Chăn",  "ientiane",   "hành phố", "ết nghĩa", "òa án",      "Mặt trận",  "Hủa Phăn",   "Luông ",
     "Phông Sa",   "avannakhet", "Sê Kông",  "Xê Kông",  "Khăm Mu",    "Ly Khăm",   "khămxay",    "Xiêng Kh",
     "Salavan",    "ttapư",      "ttapeu",   "ưu học s"});

std::uint32_t load(const char* at) {
	std::uint32_t word = 0;
	std::memcpy(&word, at, sizeof word);
	return word;
}

std::uint32_t slot_of(std::uint32_t word) { return (word * 0x9E3779B1U) >> 20U; }

/// By the hash of four bytes the cues that begin with them: 0 for nearly every stretch of a text, so that a byte costs
/// a load and a comparison.
struct Filter {
	static_assert(k_cues.size() < 255);
	std::array<std::uint8_t, 4096> first{};          ///< 1 + the index of a cue, 0 where there is none
	std::array<std::uint8_t, k_cues.size()> next{};  ///< the same, the next cue of the slot
	Filter() {
		for (std::size_t c = 0; c < k_cues.size(); ++c) {
			auto& slot = first[slot_of(load(k_cues[c].data()))];
			next[c] = slot;
			slot = static_cast<std::uint8_t>(c + 1);
		}
	}
};

}  // namespace

Relevance relevance_of(std::string_view text) {
	static const Filter filter;
	if (text.size() < 4) return Relevance::none;
	const auto last = text.size() - 4;
	for (std::size_t i = 0; i <= last; ++i) {
		for (auto c = filter.first[slot_of(load(text.data() + i))]; c != 0; c = filter.next[c - 1U]) {
			if (text.compare(i, k_cues[c - 1U].size(), k_cues[c - 1U]) == 0) return Relevance::places;
		}
	}
	return Relevance::none;
}

}  // namespace bienban::extraction
