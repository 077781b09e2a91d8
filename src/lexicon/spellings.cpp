#include "lexicon/spellings.hpp"

#include <algorithm>
#include <unordered_map>

#include "lexicon/built_in_table.hpp"
#include "text/letters.hpp"

namespace bienban::lexicon {

namespace {

/// A name's letters alone: "Hủa-phăn", "hua phan" and "Huaphan" have one.
std::string key_of(std::string_view name) {
	std::string key;
	const std::string bare = text::bare(name);
	for (std::size_t at = 0; at < bare.size();) {
		const auto c = text::decode(bare, at);
		if (text::is_letter(c.value)) key.append(bare, at, c.size);
		at += c.size;
	}
	return key;
}

/// A single syllable of a district's name stands in every other sentence as another word.
bool is_common(std::string_view name) {
	constexpr std::size_t k_telling = 6;  // letters: "Sopbao", but not "Khoua"
	return name.find_first_of(" -") == std::string_view::npos && key_of(name).size() < k_telling;
}

struct Spelled {
	std::vector<std::vector<std::string>> places;                         ///< the spellings of each
	std::unordered_map<std::string, std::vector<std::size_t>> places_of;  ///< by key

	void add(const std::vector<std::string_view>& names, bool leave_out_common) {
		std::vector<std::string> spellings;
		for (const std::string_view name : names) {
			if (name.empty() || (leave_out_common && is_common(name))) continue;
			spellings.emplace_back(name);
			auto& places_here = places_of[key_of(name)];
			if (std::ranges::find(places_here, places.size()) == places_here.end())
				places_here.push_back(places.size());
		}
		places.push_back(std::move(spellings));
	}
};

Spelled read() {
	Spelled spelled;
	for_each_row("provinces.tsv", {"names", "name_vi", "name_en"}, [&](const std::vector<std::string_view>& cells) {
		auto names = cut(cells[0], '|');
		names.insert(names.end(), {cells[1], cells[2]});
		spelled.add(names, false);
	});
	for_each_row("districts.tsv", {"names"},
	             [&](const std::vector<std::string_view>& cells) { spelled.add(cut(cells[0], '|'), true); });
	return spelled;
}

}  // namespace

std::vector<std::string> spellings_of(std::string_view words) {
	static const Spelled spelled = read();
	std::vector<std::string> all;
	const auto found = spelled.places_of.find(key_of(words));
	if (found == spelled.places_of.end()) return all;
	for (const std::size_t place : found->second) {
		all.insert(all.end(), spelled.places[place].begin(), spelled.places[place].end());
	}
	std::ranges::sort(all);
	all.erase(std::unique(all.begin(), all.end()), all.end());
	return all;
}

}  // namespace bienban::lexicon
