#include "model/period.hpp"

#include <array>

namespace bienban::model {

namespace {

/// A number of exactly `digits` digits.
std::optional<std::int32_t> number(std::string_view text, std::size_t digits) {
	std::int32_t value = 0;
	if (text.size() != digits) return std::nullopt;
	for (const char c : text) {
		if (c < '0' || c > '9') return std::nullopt;
		value = value * 10 + (c - '0');
	}
	return value;
}

std::int32_t days_in(std::int32_t year, std::int32_t month) {
	constexpr std::array<std::int32_t, 12> k_days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : k_days[static_cast<std::size_t>(month - 1)];
}

/// A year, a month or a day.
std::optional<Period> single(std::string_view text) {
	const auto year = number(text.substr(0, 4), 4);
	if (!year) return std::nullopt;
	if (text.size() == 4) return Period{*year * 10000 + 101, *year * 10000 + 1231};
	if (text[4] != '-' || text.size() < 7) return std::nullopt;
	const auto month = number(text.substr(5, 2), 2);
	if (!month || *month < 1 || *month > 12) return std::nullopt;
	const std::int32_t before = *year * 10000 + *month * 100;
	if (text.size() == 7) return Period{before + 1, before + days_in(*year, *month)};
	const auto day = text[7] == '-' ? number(text.substr(8), 2) : std::nullopt;
	if (!day || *day < 1 || *day > days_in(*year, *month)) return std::nullopt;
	return Period{before + *day, before + *day};
}

}  // namespace

std::optional<Period> period_of(std::string_view edtf) {
	const auto slash = edtf.find('/');
	if (slash == std::string_view::npos) return single(edtf);
	const std::string_view from = edtf.substr(0, slash);
	const std::string_view to = edtf.substr(slash + 1);
	Period period;
	if (from != "..") {
		const auto first = single(from);
		if (!first) return std::nullopt;
		period.first = first->first;
	}
	if (to != "..") {
		const auto last = single(to);
		if (!last) return std::nullopt;
		period.last = last->last;
	}
	if (period.first > period.last || (from == ".." && to == "..")) return std::nullopt;
	return period;
}

}  // namespace bienban::model
