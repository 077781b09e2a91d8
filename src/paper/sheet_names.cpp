#include "paper/sheet_names.hpp"

#include "paper/plain.hpp"
#include "text/letters.hpp"

namespace bienban::paper {

namespace {

constexpr std::size_t k_letters = 31;

}  // namespace

std::string SheetNames::take(std::string_view wish) {
	std::string name;
	for (const char c : plain(wish)) {
		name.push_back(std::string_view{"[]:*?/\\"}.find(c) == std::string_view::npos ? c : ' ');
	}
	const auto trimmed = [](std::string_view words) {
		while (!words.empty() && (words.front() == ' ' || words.front() == '\'')) words.remove_prefix(1);
		while (!words.empty() && (words.back() == ' ' || words.back() == '\'')) words.remove_suffix(1);
		return words;
	};
	const std::string whole{trimmed(name)};
	for (std::size_t number = 1;; ++number) {
		const std::string behind = number == 1 ? "" : " " + std::to_string(number);
		std::string made{trimmed(first_letters(whole, k_letters - behind.size()))};
		if (made.empty()) made = "-";
		made.append(behind);
		if (m_taken.insert(text::lower(made)).second) return made;
	}
}

}  // namespace bienban::paper
