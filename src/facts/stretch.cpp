#include "facts/stretch.hpp"

#include <algorithm>
#include <chrono>

#include "model/period.hpp"

namespace bienban::facts {

namespace {

constexpr std::int32_t k_far = 10'000'000;
/// How far apart two single days may be and still be one day that somebody wrote down wrongly.
constexpr std::int32_t k_slip = 3;
/// The longest occasion that counts as a day: a visit of five days is one occasion.
constexpr std::int32_t k_occasion = 7;
constexpr std::int32_t k_year = 365;

std::int32_t serial(std::int32_t yyyymmdd) {
	const std::chrono::year_month_day day{std::chrono::year{yyyymmdd / 10000},
	                                      std::chrono::month{static_cast<unsigned>(yyyymmdd / 100 % 100)},
	                                      std::chrono::day{static_cast<unsigned>(yyyymmdd % 100)}};
	return static_cast<std::int32_t>(std::chrono::sys_days{day}.time_since_epoch().count());
}

/// "XXXX-03-30" → 330, 0 where it is not of this form.
std::int32_t month_day_of(std::string_view text) {
	if (!text.starts_with("XXXX-") || text.size() < 7) return 0;
	std::int32_t value = 0;
	for (const char c : text.substr(5)) {
		if (c == '-') continue;
		if (c < '0' || c > '9') return 0;
		value = value * 10 + (c - '0');
	}
	return text.size() == 7 ? value * 100 : value;
}

std::int32_t month_day_of_days(std::int32_t day) {
	const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
	return static_cast<std::int32_t>(static_cast<unsigned>(date.month()) * 100 + static_cast<unsigned>(date.day()));
}

/// 2019-06-05 and 2019-05-06, as numbers.
bool swapped(std::int32_t a, std::int32_t b) {
	return a / 10000 == b / 10000 && a / 100 % 100 == b % 100 && a % 100 == b / 100 % 100;
}

DateFit fit_without_year(const Stretch& a, const Stretch& b) {
	if (a.kind == b.kind) return a.month_day == b.month_day ? DateFit::equal : DateFit::apart;
	const Stretch& plain = a.kind == Stretch::Kind::days ? a : b;
	const std::int32_t month_day = a.kind == Stretch::Kind::days ? b.month_day : a.month_day;
	if (plain.length() > k_occasion) return DateFit::unknown;
	for (std::int32_t day = plain.first; day <= plain.last; ++day) {
		const auto here = month_day_of_days(day);
		if (here == month_day || (month_day % 100 == 0 && here / 100 == month_day / 100)) return DateFit::within;
	}
	return DateFit::apart;
}

std::int32_t year_in(std::string_view part) {
	const auto period = model::period_of(part);
	return period ? period->first / 10000 : 0;
}

}  // namespace

Stretch stretch_of(const std::optional<model::Edtf>& date) {
	if (!date) return {};
	if (const auto period = model::period_of(*date)) {
		return {.kind = Stretch::Kind::days,
		        .first = period->first == 0 ? -k_far : serial(period->first),
		        .last = period->last == model::Period::k_open ? k_far : serial(period->last),
		        .month_day = 0,
		        .single = period->first == period->last ? period->first : 0};
	}
	if (const auto month_day = month_day_of(*date); month_day != 0) {
		return {.kind = Stretch::Kind::without_year, .first = 0, .last = 0, .month_day = month_day, .single = 0};
	}
	return {};
}

DateFit fit(const Stretch& a, const Stretch& b) {
	if (!a.known() || !b.known()) return DateFit::unknown;
	if (a.kind == Stretch::Kind::without_year || b.kind == Stretch::Kind::without_year) return fit_without_year(a, b);
	if (a.first == b.first && a.last == b.last) return DateFit::equal;
	if ((a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last)) return DateFit::within;
	if (a.length() <= k_occasion && b.length() <= k_occasion) {
		if (std::max(a.first, b.first) - std::min(a.last, b.last) <= k_slip) return DateFit::near;
		if (a.single != 0 && b.single != 0 && swapped(a.single, b.single)) return DateFit::near;
		return DateFit::apart;
	}
	return a.first <= b.last && b.first <= a.last ? DateFit::crossing : DateFit::apart;
}

bool nearly_equal(const Stretch& a, const Stretch& b) {
	if (fit(a, b) != DateFit::within || a.kind != b.kind) return false;
	const auto shorter = std::min(a.length(), b.length());
	const auto longer = std::max(a.length(), b.length());
	// A year more is never a vaguer telling: papers and reports are for whole years.
	return longer > k_occasion && longer < k_far && longer - shorter < k_year && shorter * 10 >= longer * 7;
}

std::int32_t last_year(const model::Edtf& date) {
	const auto slash = date.find('/');
	if (slash == model::Edtf::npos) return year_in(date);
	const auto year = year_in(std::string_view{date}.substr(slash + 1));
	return year != 0 ? year : year_in(std::string_view{date}.substr(0, slash));
}

std::int32_t first_year(const model::Edtf& date) {
	const auto slash = date.find('/');
	const auto year = year_in(std::string_view{date}.substr(0, slash));
	return year != 0 || slash == model::Edtf::npos ? year : last_year(date);
}

}  // namespace bienban::facts
