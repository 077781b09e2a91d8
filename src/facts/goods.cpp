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
    {"lan tuan tra", "lan"},
    {"lan tuan tra chung", "lan"},
    {"lan tuan tra song phuong", "lan"},
    {"luot nguoi tham gia", "luot nguoi"},
    {"luot can bo chien si", "luot nguoi"},
    {"luot cbcs", "luot nguoi"},
    {"luot can bo chien sy", "luot nguoi"},
    {"luot dong chi", "luot nguoi"},
    {"can bo chien sy", "can bo chien si"},
    {"cbcs", "can bo chien si"},
    {"dong chi", "can bo chien si"},
    {"luot benh nhan", "luot nguoi dan"},
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
    {"lop boi duong", "lop tap huan"},
    {"khoa boi duong", "lop tap huan"},
    {"khoa tap huan", "lop tap huan"},
});

/// Words at the head of an item that only count it or call it a gift.
constexpr auto k_counting = std::to_array<std::string_view>(
    {"bo", "chiec", "cai", "suat", "phan", "goi", "so", "mot", "nhieu", "cac", "nhung", "con"});
constexpr auto k_money = std::to_array<std::string_view>(
    {"tien", "tien mat", "kinh phi", "so tien", "ngan sach", "von", "nguon von", "tien ho tro", "kinh phi ho tro"});
constexpr auto k_gifts =
    std::to_array<std::string_view>({"qua", "qua tang", "qua hien vat", "qua chuc mung", "tien va qua"});

/// Words that count occasions: papers write them for each other.
constexpr auto k_occasions = std::to_array<std::string_view>({"lan", "dot", "buoi", "cuoc"});

}  // namespace

std::string unit_key(std::string_view unit) {
	auto words = words_of(unit);
	if (!words.empty() && base::one_of(words.front(), k_occasions)) words.front() = k_occasions.front();
	auto key = joined(words);
	for (const Same& same : k_same_units) {
		if (key == same.written) return std::string{same.key};
	}
	return key;
}

std::string unit_head(std::string_view unit) {
	auto key = unit_key(unit);
	return key.substr(0, key.find(' '));
}

bool is_currency(std::string_view unit) {
	return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_gift_or_money(const std::vector<std::string>& words) {
	return words.size() == 1 && (words.front() == "tien" || words.front() == "qua");
}

std::vector<std::string> item_words(std::string_view item) {
	auto words = words_of(item);
	std::size_t from = 0;
	while (from + 1 < words.size() && base::one_of(words[from], k_counting)) ++from;
	words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(from));
	const auto text = joined(words);
	if (text.empty() || base::one_of(text, k_money)) return {"tien"};
	if (base::one_of(text, k_gifts)) return {"qua"};
	return words;
}

std::string item_head(std::string_view item, const std::optional<std::string>& unit) {
	const auto words = item_words(item);
	return unit && is_currency(*unit) && is_gift_or_money(words) ? std::string{"tien"} : words.front();
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
