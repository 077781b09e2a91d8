#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extraction/context.hpp"
#include "extraction/figures.hpp"

/// What is given: the nouns of goods, money and buildings, and what they are for.
namespace bienban::extraction {

/// Does the noun name people, occasions or places, which nobody gives?
bool names_no_goods(std::string_view noun);

/// Is the gift a sum of money? Its unit is then a currency of ISO 4217, three capitals.
bool is_sum(const model::Support& gift);

/// Is what is counted goods, and not people, occasions or deeds? `behind_verb`: it stands behind the word of giving.
bool is_goods(const Count& count, bool behind_verb);

/// "thu giữ 20 bánh heroin, 2 xe ô tô", "cùng tang vật gồm … 1 xe máy": does what stands at `at` belong to what was
/// seized since `begin`, with no word of giving between?
bool is_seized(const Context& context, std::uint32_t begin, std::uint32_t at);

/// The first building without a figure in tokens [begin, end): "nhà làm việc 2 tầng", "ngôi trường"; `stop` is set
/// behind it.
std::optional<std::uint32_t> find_building(const Context& context, std::uint32_t begin, std::uint32_t end,
                                           std::uint32_t& stop);

/// The item of a sum of money: "53,7 tỷ đồng để … hoàn thiện trụ sở", "50 triệu đồng tiền mặt", "số thuốc trị giá 300
/// triệu đồng". `clause` is where its clause begins; `stop` is set behind the words that say what it is for.
std::string item_of_money(const Context& context, const Number& number, std::uint32_t clause, std::uint32_t end,
                          std::uint32_t& stop);

/// The field the goods belong to, by what they are, else by what the sentence says they are for. `giving` is the
/// sentence with the word of giving, which may stand before that of the goods.
model::Theme theme_of_goods(const Context& context, std::string_view item, std::string_view unit,
                            std::uint32_t sentence, std::uint32_t giving);

}  // namespace bienban::extraction
