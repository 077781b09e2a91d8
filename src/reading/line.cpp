#include "reading/line.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "text/letters.hpp"

namespace bienban::reading {

namespace {

/// Letters of Latin script without their marks, by code point; 0 for what is no letter. The top bit tells capitals.
struct BareTable {
	static constexpr unsigned char k_capital = 0x80;
	std::array<unsigned char, 0x250> latin{};
	std::array<unsigned char, 0x100> vietnamese{};  // from U+1E00

	BareTable() {
		const auto entry = [](char32_t c) -> unsigned char {
			if (!text::is_letter(c)) return 0;
			const char32_t letter = text::bare_letter(text::to_lower(c));
			const auto bare = static_cast<unsigned char>(letter < 0x80 ? letter : U'?');
			return text::is_upper(c) ? bare | k_capital : bare;
		};
		for (char32_t c = 0; c < latin.size(); ++c) latin[c] = entry(c);
		for (char32_t c = 0; c < vietnamese.size(); ++c) vietnamese[c] = entry(0x1E00 + c);
	}
};

const BareTable k_bare_table;

/// The entry of BareTable for any character.
inline unsigned char bare_entry(char32_t c) {
	if (c < 0x250) return k_bare_table.latin[c];
	if (c >= 0x1E00 && c < 0x1F00) return k_bare_table.vietnamese[c - 0x1E00];
	return text::is_letter(c) ? '?' : 0;
}

char bare_of_letter(char32_t c) { return static_cast<char>(bare_entry(c) & ~BareTable::k_capital); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::uint16_t gap_of(char32_t c) {
	switch (c) {
		case U'|':
		case U'»':
		case U'›':
		case U'>':
		case U'•':
		case U'·':
		case U'→':
		case U'►':
		case U'❯':
		case U'«': return gap_bar;
		case U':': return gap_colon;
		case U',': return gap_comma;
		case U';': return gap_semicolon;
		case U'-':
		case U'–':
		case U'—': return gap_dash;
		case U'/': return gap_slash;
		case U'(':
		case U'[': return gap_open;
		case U')':
		case U']': return gap_close;
		case U'&': return gap_amp;
		case U'.': return gap_period;
		default: return 0;
	}
}

/// Reads up to `most` digits at `at` and moves behind them; -1 where there is none or are more.
int read_number(std::string_view text, std::size_t& at, std::size_t most) {
	int value = 0;
	std::size_t end = at;
	while (end < text.size() && is_digit(text[end]) && end - at < most) value = value * 10 + (text[end++] - '0');
	if (end == at || (end < text.size() && is_digit(text[end]))) return -1;
	at = end;
	return value;
}

/// A date in figures at `at`: 29/11/2022, 5-6-2019, 26.8.2024, 2021-12-11. Its size, 0 where there is none.
std::size_t read_date(std::string_view text, std::size_t at, Day& day) {
	std::size_t end = at;
	const int first = read_number(text, end, 4);
	if (first < 0 || end >= text.size()) return 0;
	const char separator = text[end];
	if (separator != '/' && separator != '-' && separator != '.') return 0;
	const std::size_t first_size = end - at;
	++end;
	const int second = read_number(text, end, 2);
	if (second < 0 || end >= text.size() || text[end] != separator) return 0;
	++end;
	const std::size_t third_at = end;
	const int third = read_number(text, end, 4);
	if (third < 0) return 0;
	if (first_size == 4 && end - third_at <= 2) {
		day = {first, second, third};
	} else if (first_size <= 2 && end - third_at == 4) {
		day = {third, second, first};
	} else {
		return 0;
	}
	return day.plausible() ? end - at : 0;
}

/// A time of day at `at`: 17:45, 08:30:15, 15h13, 8g30. Its size, 0 where there is none.
std::size_t read_time(std::string_view text, std::size_t at) {
	std::size_t end = at;
	const int hour = read_number(text, end, 2);
	if (hour < 0 || hour > 24 || end >= text.size()) return 0;
	if (text[end] != ':' && text[end] != 'h' && text[end] != 'g' && text[end] != 'H') return 0;
	++end;
	const int minute = read_number(text, end, 2);
	if (minute < 0 || minute > 59) return 0;
	std::size_t seconds = end + 1;
	if (end < text.size() && text[end] == ':' && read_number(text, seconds, 2) >= 0) end = seconds;
	return end - at;
}

/// Adds a token of figures, whose bytes are the same in Line::bare.
void add_figures(Line& line, TokenKind kind, std::size_t begin, std::size_t end, std::uint16_t gap) {
	if (!line.bare.empty()) line.bare.push_back(' ');
	const auto bare_begin = line.bare.size();
	line.bare.append(line.text.substr(begin, end - begin));
	bool small = false;  // "15h13"
	bool large = false;
	for (auto at = begin; at < end; ++at) {
		const auto entry = bare_entry(static_cast<unsigned char>(line.text[at]));
		if (entry == 0) continue;
		((entry & BareTable::k_capital) != 0 ? large : small) = true;
		line.bare[bare_begin + (at - begin)] = static_cast<char>(entry & ~BareTable::k_capital);
	}
	line.tokens.push_back({kind, gap, false, large && !small, static_cast<std::uint32_t>(begin),
	                       static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(bare_begin),
	                       static_cast<std::uint32_t>(line.bare.size())});
}

/// Adds the word that begins with the letter at `begin`, and returns where it ends.
std::size_t add_word(Line& line, std::size_t begin, std::uint16_t gap) {
	if (!line.bare.empty()) line.bare.push_back(' ');
	const auto bare_begin = line.bare.size();
	std::array<char, 64> bare{};
	std::size_t filled = 0;
	const auto put = [&](char c) {
		if (filled == bare.size()) {
			line.bare.append(bare.data(), filled);
			filled = 0;
		}
		bare[filled++] = c;
	};
	bool small = false;
	bool large = false;
	bool capital = false;
	const std::string_view text = line.text;  // a copy: what is written to the line cannot change it
	auto at = begin;
	while (at < text.size()) {
		const auto c = text::decode(text, at);
		if (const unsigned char entry = bare_entry(c.value); entry != 0) {
			const bool upper = (entry & BareTable::k_capital) != 0;
			if (at == begin) capital = upper;
			(upper ? large : small) = true;
			put(static_cast<char>(entry & ~BareTable::k_capital));
			at += c.size;
		} else if (is_digit(text[at]) || ((text[at] == '.' || text[at] == '-' || text[at] == '\'') &&
		                                  at + 1 < text.size() && bare_entry(text::decode(text, at + 1).value) != 0)) {
			put(text[at++]);
		} else {
			break;
		}
	}
	line.bare.append(bare.data(), filled);
	line.tokens.push_back({TokenKind::word, gap, capital, large && !small, static_cast<std::uint32_t>(begin),
	                       static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(bare_begin),
	                       static_cast<std::uint32_t>(line.bare.size())});
	return at;
}

std::optional<int> month_word(std::string_view bare) {
	constexpr std::array<std::string_view, 12> k_months = {"mot", "hai", "ba",   "tu",   "nam",   "sau",
	                                                       "bay", "tam", "chin", "muoi", "gieng", "chap"};
	const auto* found = std::ranges::find(k_months, bare);
	if (found == k_months.end()) return std::nullopt;
	const auto index = static_cast<int>(found - k_months.begin());
	if (index == 10) return 1;
	return index == 11 ? 12 : index + 1;
}

/// Dates in words: "10 tháng 06 năm 2019", "05 Tháng Sáu, 2019", "Tháng Sáu 5, 2019", "5 thg 6, 2019".
void find_dates_in_words(Line& line) {
	const auto number = [&](std::size_t i) {
		if (i >= line.tokens.size() || line.tokens[i].kind != TokenKind::number) return -1;
		std::size_t at = 0;
		const std::string_view bare = line.bare_of(i);
		const int value = read_number(bare, at, 4);
		return at == bare.size() ? value : -1;
	};
	for (std::size_t i = 0; i < line.tokens.size(); ++i) {
		const std::string_view word = line.bare_of(i);
		if (word != "thang" && word != "thg") continue;
		std::size_t next = i + 1;
		int month = number(next);
		if (month < 0 && next < line.tokens.size()) {
			month = month_word(line.bare_of(next)).value_or(-1);
			if (month == 10 && next + 1 < line.tokens.size()) {  // mười một, mười hai
				const std::string_view unit = line.bare_of(next + 1);
				if (unit == "mot" || unit == "hai") month += unit == "mot" ? 1 : 2, ++next;
			}
		}
		if (month < 0) continue;
		++next;
		std::size_t first = i;
		int day = i > 0 ? number(i - 1) : -1;
		if (day > 0) {
			first = i - 1;
		} else {
			day = number(next++);
		}
		if (next < line.tokens.size() && line.bare_of(next) == "nam") ++next;
		const Day found{number(next), month, day};
		if (!found.plausible()) continue;
		for (std::size_t k = first; k <= next; ++k) line.tokens[k].kind = TokenKind::date;
		if (line.date)
			line.two_dates = true;
		else
			line.date = found;
		i = next;
	}
}

}  // namespace

std::string Day::edtf() const {
	std::array<char, 40> buffer{};
	const int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
	return {buffer.data(), static_cast<std::size_t>(size)};
}

bool Day::plausible() const {
	constexpr std::array<int, 12> k_days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (year < 1945 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
	const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return day <= k_days[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
}

void take_apart(std::string_view text, Line& line) {
	line.text = text;
	line.bare.clear();
	line.tokens.clear();
	line.date.reset();
	line.two_dates = false;
	std::uint16_t gap = 0;
	std::size_t spaces = 0;
	for (std::size_t at = 0; at < text.size();) {
		const auto c = text::decode(text, at);
		if (c.value == U' ' || c.value == U'\n') {
			if (++spaces == 2) gap |= gap_wide;
			++at;
			continue;
		}
		if (c.value >= U'0' && c.value <= U'9') {
			Day day;
			if (const std::size_t size = read_date(text, at, day); size > 0) {
				add_figures(line, TokenKind::date, at, at + size, gap);
				if (line.date)
					line.two_dates = true;
				else
					line.date = day;
				at += size;
				if (at + 1 < text.size() && text[at] == 'T' && is_digit(text[at + 1])) ++at;  // 2019-06-05T08:30
			} else if (const std::size_t time = read_time(text, at); time > 0) {
				add_figures(line, TokenKind::time, at, at + time, gap);
				at += time;
			} else {
				std::size_t end = at + 1;
				while (end < text.size() &&
				       (is_digit(text[end]) ||
				        ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() && is_digit(text[end + 1])))) {
					++end;
				}
				add_figures(line, TokenKind::number, at, end, gap);
				at = end;
			}
			gap = 0;
			spaces = 0;
			continue;
		}
		if (bare_of_letter(c.value) != '\0') {
			at = add_word(line, at, gap);
			gap = 0;
			spaces = 0;
			continue;
		}
		if (c.value == U'/' && at > 0 && text[at - 1] == ' ')
			gap |= gap_bar;
		else
			gap |= gap_of(c.value);
		spaces = 0;
		at += c.size;
	}
	line.end_gap = gap;
	find_dates_in_words(line);
}

std::string_view bare_first_word(std::string_view text, std::string& buffer) {
	buffer.clear();
	for (std::size_t at = 0; at < text.size() && buffer.size() < 15;) {
		const auto c = text::decode(text, at);
		const char bare = bare_of_letter(c.value);
		if (bare != '\0')
			buffer.push_back(bare);
		else if (!buffer.empty())
			break;
		else if (at > 8)
			break;
		at += c.size;
	}
	return buffer;
}

}  // namespace bienban::reading
