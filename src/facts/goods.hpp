#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Units and goods: which noun phrases count the same thing.
namespace bienban::facts {

/// A unit in the form in which it is compared: without marks and commas, and one word for those that are written for
/// each other: "đợt" and "lần", "lượt người" and "người".
std::string unit_key(std::string_view unit);

/// The first word of a unit's key: "lượt bệnh nhân" and "lượt người dân" are both counts of turns.
std::string unit_head(std::string_view unit);

/// Whether a unit is a currency code.
bool is_currency(std::string_view unit);

/// Whether the words of an item say no more than that it is money, or a gift.
bool is_gift_or_money(const std::vector<std::string>& words);

/// By which an item's block is known: its first word, "tien" for money that is nothing else.
std::string item_head(std::string_view item, const std::optional<std::string>& unit);

/// The words of an item without those that only count it; "tien" alone for all that is only money, "qua" for gifts.
std::vector<std::string> item_words(std::string_view item);

enum class ItemFit : std::uint8_t { equal, covered, crossing, disjoint };

/// How the words of two items fit; an empty list is covered by any.
ItemFit fit_items(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace bienban::facts
