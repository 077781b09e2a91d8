#include "naming/ranks.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "text/letters.hpp"

namespace bienban::naming {
namespace {

constexpr int k_lowest_general = 4;

struct Rank {
	std::string_view bare;
	int level;
};

/// Without marks no two ranks fall together. Vietnamese law counts the ranks of the navy with those of the army.
constexpr auto k_ranks = std::to_array<Rank>({
    {"dai tuong", 1},   {"thuong tuong", 2}, {"do doc", 2},       {"trung tuong", 3}, {"pho do doc", 3},
    {"thieu tuong", 4}, {"chuan tuong", 4},  {"chuan do doc", 4}, {"dai ta", 5},      {"thuong ta", 6},
    {"trung ta", 7},    {"thieu ta", 8},     {"dai uy", 9},       {"thuong uy", 10},  {"trung uy", 11},
    {"thieu uy", 12},   {"chuan uy", 13},    {"thuong si", 14},   {"thuong sy", 14},  {"trung si", 15},
    {"trung sy", 15},   {"ha si", 16},       {"ha sy", 16},       {"binh nhat", 17},  {"binh nhi", 18},
});

/// The level as Laos counts it.
int lao_level(int level) {
	if (level == 7) return 6;
	return level == 11 ? 10 : level;
}

}  // namespace

std::optional<int> rank_level(std::string_view rank) {
	const auto bare = text::bare(rank);
	const auto* const found = std::ranges::find(k_ranks, std::string_view(bare), &Rank::bare);
	if (found == k_ranks.end()) return std::nullopt;
	return found->level;
}

int rank_steps(int from, int to, std::string_view country) {
	if (country != "LA") return from - to;
	if (from <= k_lowest_general && to <= k_lowest_general && std::abs(from - to) == 1) return 0;
	return lao_level(from) - lao_level(to);
}

}  // namespace bienban::naming
