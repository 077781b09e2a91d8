#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// Dates and periods of EDTF (ISO 8601-2) as stretches of days.
namespace bienban::model {

/// All days from `first` to `last`, both included, each as the number yyyymmdd. An open end is 0 or k_open.
struct Period {
	static constexpr std::int32_t k_open = 99991231;
	std::int32_t first = 0;
	std::int32_t last = k_open;
	friend constexpr bool operator==(Period, Period) = default;
};

/// "2019-11-11", "2018-06", "2019", "2022/2024", "2020/..", "../2020". Nothing where the text is none of these, or
/// where its year is not known ("XXXX-03-30"): such a date lies in no period and outside none.
std::optional<Period> period_of(std::string_view edtf);

/// Whether two periods have a day in common.
constexpr bool overlap(Period a, Period b) { return a.first <= b.last && b.first <= a.last; }

}  // namespace bienban::model
