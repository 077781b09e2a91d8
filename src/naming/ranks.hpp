#pragma once

#include <optional>
#include <string_view>

namespace bienban::naming {

/// The level of a rank, 1 the highest ("Đại tướng"), in whatever case and style of tone marks; nothing for what is no
/// rank. Vietnamese ranks of the army, the navy, the border guard and the police; Lao ranks bear the same names in
/// Vietnamese texts.
std::optional<int> rank_level(std::string_view rank);

/// How many levels lie between two ranks, as far as they can be told apart: positive where `to` is the higher one.
/// Laos has three ranks where Vietnam has four, and its generals are stepped up in translation or not: for `country`
/// "LA" Thượng tá and Trung tá, Thượng úy and Trung úy, and neighbouring ranks of generals are one level.
int rank_steps(int from, int to, std::string_view country);

}  // namespace bienban::naming
