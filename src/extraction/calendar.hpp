#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "extraction/dates.hpp"

/// The little of the calendar that reading dates needs.
namespace bienban::extraction {

inline constexpr int k_first_year = 1900;
inline constexpr int k_last_year = 2099;

inline bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

/// Days of a month from 1 to 12; February has 29 where the year is not known (0).
inline int days_of(int month, int year) {
	static constexpr std::array<int, 12> k_days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && (year == 0 || is_leap(year)) ? 29 : k_days[static_cast<std::size_t>(month - 1)];
}

inline bool is_day(int day, int month, int year = 0) {
	return month >= 1 && month <= 12 && day >= 1 && day <= days_of(month, year);
}

/// Days from a fixed day long past; only differences have a meaning. A month or day of 0 counts as the first.
inline int day_number(const YearMonthDay& date) {
	const int month = date.month == 0 ? 1 : date.month;
	const int day = date.day == 0 ? 1 : date.day;
	// March is the first month of a year that ends in February, so that the leap day is its last.
	const int y = month > 2 ? date.year : date.year - 1;
	const int m = month > 2 ? month - 3 : month + 9;
	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day;
}

/// The month before. A year that is not known (0) stays so; the day is left as it is.
inline void step_back(YearMonthDay& date) {
	if (--date.month == 0) {
		date.month = 12;
		if (date.year != 0) --date.year;
	}
}

/// So many days later, or earlier where `days` is negative.
inline YearMonthDay moved(YearMonthDay date, int days) {
	for (; days > 0; --days) {
		if (++date.day <= days_of(date.month, date.year)) continue;
		date.day = 1;
		if (++date.month > 12) {
			date.month = 1;
			if (date.year != 0) ++date.year;
		}
	}
	for (; days < 0; ++days) {
		if (--date.day > 0) continue;
		step_back(date);
		date.day = days_of(date.month, date.year);
	}
	return date;
}

/// Is `b` the day behind `a`? Of the years only that of `a` is looked at.
inline bool is_next_day(const YearMonthDay& a, const YearMonthDay& b) {
	if (a.month == b.month) return b.day == a.day + 1;
	return b.day == 1 && a.day == days_of(a.month, a.year) && b.month == a.month % 12 + 1;
}

/// The day before.
inline YearMonthDay day_before(const YearMonthDay& date) { return moved(date, -1); }

/// "2019-11-12" as a day; nothing where it is none.
inline std::optional<YearMonthDay> day_of(std::string_view edtf) {
	if (edtf.size() != 10 || edtf[4] != '-' || edtf[7] != '-') return std::nullopt;
	const auto number = [&](std::size_t at, std::size_t size) {
		int value = 0;
		for (std::size_t i = at; i < at + size; ++i) {
			if (edtf[i] < '0' || edtf[i] > '9') return -1;
			value = value * 10 + (edtf[i] - '0');
		}
		return value;
	};
	const YearMonthDay date{number(0, 4), number(5, 2), number(8, 2)};
	if (date.year < k_first_year || !is_day(date.day, date.month, date.year)) return std::nullopt;
	return date;
}

}  // namespace bienban::extraction
