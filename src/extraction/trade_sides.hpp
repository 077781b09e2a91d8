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

/// "Sở Công Thương tỉnh A báo cáo: kim ngạch xuất khẩu đạt 74 triệu USD" beside a text about two provinces: exports and
/// imports are those of one, the Vietnamese where the sentence names neither. Changes parties that are of both sides.
void take_own_trade(const Context& context, const Number& number, PartySet& by);

}  // namespace bienban::extraction
