#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/record.hpp"

/// The fields under which official reports order what was done: themes that belong together, in the order in which such
/// reports take them.
namespace bienban::paper {

enum class Field : std::uint8_t {
	politics,
	security,
	economy,
	education,
	health,
	culture,
	construction,
	aid,
	remains,
	other,
};
inline constexpr auto k_field_names = std::to_array<std::string_view>(
    {"politics", "security", "economy", "education", "health", "culture", "construction", "aid", "remains", "other"});

/// `other` for what has no theme.
Field field_of(const std::optional<model::Theme>& theme);

/// Where the theme stands in a report; what has none is last.
std::size_t place_of(const std::optional<model::Theme>& theme);

}  // namespace bienban::paper
