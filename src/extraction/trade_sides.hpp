#pragma once

#include <optional>

#include "extraction/context.hpp"

/// Whose trade a sum of money is.
namespace bienban::extraction {

struct TradeSides {
	PartySet by;
	PartySet to;
};

/// "kim ngạch giữa A và Lào đạt 61 triệu USD, trong đó xuất khẩu đạt 12 triệu": the two between whom the sentence, or
/// the one before it in the paragraph, says that goods go; of exports the one who sells and the one who buys. Nothing
/// where no such pair is told.
std::optional<TradeSides> trade_sides(const Context& context, const Number& number);

}  // namespace bienban::extraction
