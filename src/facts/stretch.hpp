#pragma once

#include <cstdint>
#include <optional>

#include "model/record.hpp"

/// Dates and periods as stretches of whole days, and how two of them fit.
namespace bienban::facts {

/// All days from `first` to `last`, both included, counted from 1970-01-01; an open end lies far off.
struct Stretch {
	enum class Kind : std::uint8_t { none, without_year, days };
	Kind kind = Kind::none;
	std::int32_t first = 0;
	std::int32_t last = 0;
	std::int32_t month_day = 0;  ///< mmdd of "XXXX-03-30"; only of `without_year`
	std::int32_t single = 0;     ///< yyyymmdd of a single day

	bool known() const { return kind != Kind::none; }
	std::int32_t length() const { return last - first + 1; }
	friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// The stretch of an EDTF text; `none` where there is none, or where it cannot be read.
Stretch stretch_of(const std::optional<model::Edtf>& date);

enum class DateFit : std::uint8_t {
	unknown,   ///< one of them is not known
	equal,     ///< the very same days
	within,    ///< one lies in the other: one is only vaguer
	crossing,  ///< they share days, but each has some of its own
	near,      ///< single days or short visits that a slip of the pen tells apart: three days, or day and month swapped
	apart
};

DateFit fit(const Stretch& a, const Stretch& b);

/// Whether one lies in the other and is most of it, with less than a year besides: "2019" and "2019-01/2019-11" are the
/// same year's report.
bool nearly_equal(const Stretch& a, const Stretch& b);

/// The year a stretch ends in, its first year where it is open; 0 where no year is known.
std::int32_t last_year(const model::Edtf& date);
/// The year a stretch begins in, its last where the begin is open; 0 where no year is known.
std::int32_t first_year(const model::Edtf& date);

}  // namespace bienban::facts
