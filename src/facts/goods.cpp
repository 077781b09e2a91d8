#include "facts/goods.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::facts {

namespace {

std::vector<std::string> words_of(std::string_view text) {
	std::vector<std::string> words;
	std::string word;
	for (const char c : text::bare(text)) {
		if (c == ' ' || c == ',' || c == '-' || c == '/' || c == '.' || c == '(' || c == ')') {
			if (!word.empty()) words.push_back(std::move(word));
			word.clear();
		} else {
			word += c;
		}
	}
	if (!word.empty()) words.push_back(std::move(word));
	return words;
}

std::string joined(const std::vector<std::string>& words) {
	std::string text;
	for (const std::string& word : words) {
		if (!text.empty()) text += ' ';
		text += word;
	}
	return text;
}

struct Same {
	std::string_view written;
	std::string_view key;
};
/// Units that reports write for each other, as they stand without marks.
constexpr auto k_same_units = std::to_array<Same>({
    {"dot", "lan"},
    {"dot tuan tra", "lan"},
    {"lan tuan tra", "lan"},
    {"cuoc tuan tra", "lan"},
    {"cuoc", "lan"},
    {"buoi tuan tra", "lan"},
    {"luot nguoi tham gia", "luot nguoi"},
    {"luot can bo chien si", "luot nguoi"},
    {"luot cbcs", "luot nguoi"},
    {"luot can bo chien sy", "luot nguoi"},
    {"luot dong chi", "luot nguoi"},
    {"can bo chien sy", "can bo chien si"},
    {"cbcs", "can bo chien si"},
    {"dong chi", "can bo chien si"},
    {"vu viec", "vu"},
    {"vu an", "vu"},
    {"nguon tin", "tin"},
    {"tin co gia tri", "tin"},
    {"luot tin", "tin"},
    {"dt", "doi tuong"},
    {"hoc sinh", "luu hoc sinh"},
    {"luu hoc sinh lao", "luu hoc sinh"},
    {"lhs", "luu hoc sinh"},
    {"doan cong tac", "doan"},
    {"doan dai bieu", "doan"},
    {"luot doan", "doan"},
    {"khoa", "lop"},
});

/// Words at the head of an item that only count it or call it a gift.
constexpr auto k_counting = std::to_array<std::string_view>(
    {"bo", "chiec", "cai", "suat", "phan", "goi", "so", "mot", "nhieu", "cac", "nhung", "con"});
constexpr auto k_money =
    std::to_array<std::string_view>({"tien", "tien mat", "kinh phi", "so tien", "ngan sach", "qua", "qua tang",
                                     "phan qua", "suat qua", "tien va qua", "von", "nguon von"});

}  // namespace

std::string unit_key(std::string_view unit) {
	auto key = joined(words_of(unit));
	for (const Same& same : k_same_units) {
		if (key == same.written) return std::string{same.key};
	}
	return key;
}

bool is_currency(std::string_view unit) {
	return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_plain_money(std::string_view item) {
	const auto text = joined(words_of(item));
	return text.empty() || base::one_of(text, k_money);
}

std::vector<std::string> item_words(std::string_view item) {
	auto words = words_of(item);
	std::size_t from = 0;
	while (from + 1 < words.size() && base::one_of(words[from], k_counting)) ++from;
	words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(from));
	return words;
}

std::string item_head(std::string_view item, const std::optional<std::string>& unit) {
	if ((unit && is_currency(*unit) && is_plain_money(item)) || item.empty()) return "tien";
	const auto words = item_words(item);
	return words.empty() ? std::string{"-"} : words.front();
}

ItemFit fit_items(const std::vector<std::string>& a, const std::vector<std::string>& b) {
	const auto count = [](const std::vector<std::string>& these, const std::vector<std::string>& those) {
		return static_cast<std::size_t>(std::ranges::count_if(
		    these, [&](const std::string& word) { return std::ranges::find(those, word) != those.end(); }));
	};
	const auto of_a = count(a, b);
	const auto of_b = count(b, a);
	if (of_a == a.size() && of_b == b.size()) return ItemFit::equal;
	if (of_a == a.size() || of_b == b.size()) return ItemFit::covered;
	return of_a == 0 ? ItemFit::disjoint : ItemFit::crossing;
}

}  // namespace bienban::facts
