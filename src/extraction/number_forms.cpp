#include <algorithm>
#include <array>

#include "extraction/keywords.hpp"
#include "extraction/numbers.hpp"

/// The writings of one number: digits, words, Roman numerals.
namespace bienban::extraction {
namespace {

using lexicon::EntryClass;
using text::TokenKind;

/// Longer rows of digits are no figure of a report: account and telephone numbers, or an attack on the reader.
constexpr std::size_t k_most_digits = 18;

/// Words can be heaped up ("tỷ tỷ tỷ …"); no report has more than this.
constexpr double k_largest = 1e18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<double> parse_number_words(const Annotated& a, std::uint32_t token, std::uint32_t limit,
                                         std::uint32_t& end) {
	enum class Last : std::uint8_t { none, digit, ten, tens, hundred, link, thousand };
	double total = 0;    // whole thousands and more
	double section = 0;  // tens and hundreds below the next thousand
	double digit = 0;    // not yet multiplied
	auto last = Last::none;
	end = token;
	limit = std::min<std::uint32_t>(limit, static_cast<std::uint32_t>(a.tokens.size()));
	for (auto i = token; i < limit; ++i) {
		if (a.tokens[i].kind != TokenKind::word) break;
		const auto word = word_at(a, i);
		if (word == Word::zero || word == Word::odd) {
			if (last != Last::hundred && last != Last::thousand) break;
			last = Last::link;
			continue;
		}
		if (const auto* m = a.at(i, EntryClass::number)) {
			const auto value = a.lexicon.number(m->index).value;
			const bool tens_next = a.at(i + 1, EntryClass::multiplier) != nullptr && i + 1 < limit;
			if (value == 0) break;
			if (value < 1) {
				if (last != Last::none) break;
				digit = value;
				last = Last::digit;
			} else if (value >= 10) {
				if (last == Last::digit || last == Last::ten || last == Last::tens) break;
				section += value;
				last = Last::ten;
			} else {
				if (last == Last::digit || (last == Last::hundred && !tens_next)) break;
				// "hai mươi năm" is twenty years: five is "lăm" there.
				if (word == Word::year && (last == Last::ten || last == Last::tens)) break;
				if ((word == Word::four || word == Word::one_behind) && last != Last::tens) break;
				if (word == Word::five_behind && last != Last::ten && last != Last::tens) break;
				digit = value;
				last = Last::digit;
			}
			end = i + 1;
			continue;
		}
		const auto* m = a.at(i, EntryClass::multiplier);
		if (m == nullptr || last == Last::none || last == Last::link) break;
		const auto factor = a.lexicon.multiplier(m->index);
		if (factor < 1000) {
			if (last != Last::digit) break;
			section += digit * factor;
			last = factor < 100 ? Last::tens : Last::hundred;
		} else {
			const auto below = section + digit;
			if (std::max(total, below) * factor > k_largest) break;
			if (below == 0) {
				total *= factor;
			} else {
				total += below * factor;
			}
			section = 0;
			last = Last::thousand;
		}
		digit = 0;
		end = i + 1;
	}
	if (end == token) return std::nullopt;
	return total + section + digit;
}

std::optional<double> parse_digits(std::string_view digits) {
	if (digits.empty() || digits.size() > 2 * k_most_digits || !is_digit(digits.front()) || !is_digit(digits.back()))
		return std::nullopt;
	std::array<char, 2 * k_most_digits> marks{};  // the marks in order
	std::array<std::size_t, 2 * k_most_digits> at{};
	std::size_t count = 0;
	std::size_t places = 0;
	for (std::size_t i = 0; i < digits.size(); ++i) {
		if (is_digit(digits[i])) {
			++places;
		} else if (digits[i] == '.' || digits[i] == ',') {
			marks[count] = digits[i];
			at[count++] = i;
		} else {
			return std::nullopt;
		}
	}
	if (places > k_most_digits) return std::nullopt;
	// Dots part the thousands and a comma the decimals; a second comma, or a dot that does not part three digits, is
	// the foreign way.
	std::size_t decimal = digits.size();
	char thousands = '.';
	if (count == 1 &&
	    (marks[0] == ',' || digits.size() - at[0] != 4 || (at[0] == 1 && digits[0] == '0') || at[0] > 3)) {
		decimal = at[0];
	} else if (count > 1) {
		thousands = marks[0];
		if (marks[count - 1] != thousands) decimal = at[--count];
	}
	if (decimal != at[0] || count == 0 || count > 1) {
		for (std::size_t m = 0; m < count && at[m] < decimal; ++m) {
			const auto next = m + 1 < count ? at[m + 1] : decimal;
			if (marks[m] != thousands || next - at[m] != 4 || (m == 0 && at[m] > 3)) return std::nullopt;
		}
	}
	double value = 0;
	double step = 1;
	for (std::size_t i = 0; i < digits.size(); ++i) {
		if (!is_digit(digits[i])) continue;
		value = value * 10 + (digits[i] - '0');
		if (i > decimal) step *= 10;
	}
	return value / step;
}

std::optional<int> parse_roman(std::string_view word) {
	static constexpr std::array<std::string_view, 10> k_tens = {"",  "x",  "xx",  "xxx",  "xl",
	                                                            "l", "lx", "lxx", "lxxx", "xc"};
	static constexpr std::array<std::string_view, 10> k_ones = {"",  "i",  "ii",  "iii",  "iv",
	                                                            "v", "vi", "vii", "viii", "ix"};
	if (word.empty() || word.size() > 8) return std::nullopt;
	std::array<char, 8> lower{};
	for (std::size_t i = 0; i < word.size(); ++i)
		lower[i] = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + 32) : word[i];
	const std::string_view letters(lower.data(), word.size());
	for (std::size_t tens = k_tens.size(); tens-- > 0;) {
		if (!letters.starts_with(k_tens[tens])) continue;
		const auto rest = letters.substr(k_tens[tens].size());
		for (std::size_t ones = 0; ones < k_ones.size(); ++ones) {
			if (rest == k_ones[ones] && tens + ones > 0) return static_cast<int>(tens * 10 + ones);
		}
	}
	return std::nullopt;
}

std::optional<int> parse_ordinal(const Annotated& a, std::uint32_t token, std::uint32_t& end) {
	if (token >= a.tokens.size() || a.tokens[token].kind == TokenKind::punctuation) return std::nullopt;
	if (a.tokens[token].kind == TokenKind::number) {
		const auto value = parse_digits(a.word(token));
		if (!value || *value < 1 || *value > 999 || *value != static_cast<int>(*value)) return std::nullopt;
		end = token + 1;
		return static_cast<int>(*value);
	}
	int small = 0;
	switch (word_at(a, token)) {
		case Word::first: small = 1; break;
		case Word::runner_up: small = 2; break;
		case Word::four: small = 4; break;
		case Word::year: small = 5; break;
		default: break;
	}
	if (small > 0) {
		end = token + 1;
		return small;
	}
	if (const auto roman = parse_roman(a.word(token))) {
		end = token + 1;
		return roman;
	}
	std::uint32_t behind = token;
	const auto value = parse_number_words(a, token, static_cast<std::uint32_t>(a.tokens.size()), behind);
	if (!value || *value < 1 || *value > 999) return std::nullopt;
	end = behind;
	return static_cast<int>(*value);
}

}  // namespace bienban::extraction
