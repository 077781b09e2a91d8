#pragma once

#include <cstdint>
#include <optional>

#include "extraction/context.hpp"

/// Figures that belong to a party standing right before them, without a verb of their own: "tỉnh A ủng hộ 550 triệu
/// đồng; B 300 triệu đồng", "bắt 27 vụ, riêng A và B 5 vụ".
namespace bienban::extraction {

struct Share {
	std::uint32_t begin = 0;  ///< the first token of the party
	PartySet parties;
	bool incomplete = false;  ///< "Bộ CHQS tỉnh": of the province that the row names before it
};

/// The share that the number states; nothing where a verb or another word stands between, or where no figure before it
/// in the sentence opens a row of shares.
std::optional<Share> share_of(const Context& context, const Number& number);

/// The provinces of `parties` led to their bodies in `bodies`, where those name one of the province and not the
/// province itself: "A và B" said of "Công an các tỉnh A, B, C".
PartySet as_bodies(PartySet parties, const PartySet& bodies);

}  // namespace bienban::extraction
