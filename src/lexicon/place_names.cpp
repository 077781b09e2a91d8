#include "lexicon/place_names.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "lexicon/built_in_table.hpp"
#include "text/letters.hpp"

namespace bienban::lexicon {

namespace {

struct Names {
	std::string_view vi;
	std::string_view en;
	std::string_view successor;
	std::string_view spellings;  ///< separated by |
};
using Table = std::unordered_map<std::string_view, Names>;

const Table& table() {
	static const Table places = [] {
		// Countries have no row of their own in the table of provinces.
		Table rows = {{"VN", {"Việt Nam", "Vietnam", "", "Việt Nam|Vietnam"}}, {"LA", {"Lào", "Laos", "", "Lào|Laos"}}};
		for_each_row("provinces.tsv", {"code", "name_vi", "name_en", "successor", "names"},
		             [&](const std::vector<std::string_view>& cells) {
			             rows[cells[0]] = {cells[1], cells[2], cells[3], cells[4]};
		             });
		return rows;
	}();
	return places;
}

/// Letters without marks, case, hyphens and spaces: "Hủa-Phăn" → "huaphan".
std::string folded(std::string_view word) {
	std::string letters = text::bare(word);
	std::erase_if(letters, [](char c) { return c == ' ' || c == '-' || c == '.'; });
	return letters;
}

/// How many letters have to be put in, left out or changed.
std::size_t edits(std::string_view a, std::string_view b) {
	std::vector<std::size_t> row(b.size() + 1);
	std::iota(row.begin(), row.end(), std::size_t{0});
	for (std::size_t i = 0; i < a.size(); ++i) {
		std::size_t diagonal = std::exchange(row[0], i + 1);
		for (std::size_t j = 0; j < b.size(); ++j) {
			const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
			diagonal = row[j + 1];
			row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
		}
	}
	return row.back();
}

}  // namespace

std::string_view place_name(std::string_view code, base::Lang lang) {
	const auto found = table().find(code);
	if (found == table().end()) return {};
	return lang == base::Lang::vi ? found->second.vi : found->second.en;
}

PlaceMeant place_meant(std::string_view word, std::size_t most) {
	// Two slips in a name of some length are still that name; in a short one or a code they make another.
	constexpr std::size_t k_slips = 2;
	constexpr std::size_t k_letters_for_a_slip = 3;
	const std::string asked = folded(word);
	std::vector<std::pair<std::size_t, std::string>> near;
	for (const auto& [code, names] : table()) {
		if (asked == folded(code)) return {.code = std::string{code}, .near = {}};
		std::size_t least = k_slips + 1;
		for (const std::string_view spelling : cut(names.spellings, '|')) {
			least = std::min(least, edits(asked, folded(spelling)));
		}
		if (least <= k_slips && least * k_letters_for_a_slip <= asked.size()) near.emplace_back(least, code);
	}
	std::ranges::sort(near);
	PlaceMeant meant;
	if (!near.empty() && near.front().first == 0) {
		meant.code = std::move(near.front().second);
		return meant;
	}
	for (std::size_t i = 0; i < std::min(most, near.size()); ++i) meant.near.push_back(std::move(near[i].second));
	return meant;
}

bool is_place_name(std::string_view lower) {
	static const std::unordered_set<std::string> names = [] {
		std::unordered_set<std::string> all;
		for (const auto& [code, row] : table()) {
			for (const std::string_view spelling : cut(row.spellings, '|')) all.insert(text::lower(spelling));
		}
		return all;
	}();
	return names.contains(std::string{lower});
}

std::vector<std::string> places_followed(std::string_view code) {
	if (code.empty()) return {};
	// The list grows while it is walked: those before those before, and so on.
	std::vector<std::string_view> chain = {code};
	for (std::size_t i = 0; i < chain.size(); ++i) {
		const std::string_view successor = chain[i];
		for (const auto& [place, names] : table()) {
			const bool known = std::ranges::find(chain, place) != chain.end();
			if (names.successor == successor && !known) chain.push_back(place);
		}
	}
	std::vector<std::string> followed(chain.begin() + 1, chain.end());
	std::ranges::sort(followed);
	return followed;
}

}  // namespace bienban::lexicon
