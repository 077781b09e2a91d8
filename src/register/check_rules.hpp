#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/period.hpp"
#include "model/record.hpp"

/// What the rules of check.hpp ask of records.
namespace bienban::registry {

/// All parties of a record, sorted.
std::vector<model::Party> parties_of(const model::Record& record);

/// The code of a party's country: "VN".
std::string_view country_of(std::string_view party);

/// Whether the party is a place as a whole, or speaks for it: a province, its committees and council, a state.
bool is_whole_place(std::string_view party);

/// Whether they are one body, or of one place which one of them speaks for.
bool same_or_whole(std::string_view one, std::string_view other);

/// Whether the two lists have parties of two countries in common.
bool share_both_sides(const std::vector<model::Party>& a, const std::vector<model::Party>& b);

/// Whether they have a party in common, or one names the whole province of a party of the other.
bool share_a_side(const std::vector<model::Party>& a, const std::vector<model::Party>& b);

/// Whether each of `asked` is among `parties`, or its whole province is, or a body of the province that it is.
bool names_all(const std::vector<model::Party>& parties, const std::vector<model::Party>& asked);

/// The themes of an achievement, a commitment, a result, a support; of an activity those its kind is about.
std::vector<model::Theme> themes_told(const model::Record& record);

/// The day of an EDTF text's beginning and end, nothing where it has none.
std::optional<model::Period> days_of(const std::optional<model::Edtf>& date);

/// Some years later: 20190531 → 20210531.
constexpr std::int32_t years_later(std::int32_t day, std::int32_t years) { return day + years * 10'000; }
constexpr std::int32_t year_of(std::int32_t day) { return day / 10'000; }

/// The same day some months before; the last of the month where that has no such day: 20240531, 3 → 20240229.
std::int32_t months_before(std::int32_t day, int months);
/// The day after, and so many days after.
std::int32_t days_after(std::int32_t day, int days);

/// Years as people write them: "2014, 2016–2019". Must be sorted.
std::string write_years(const std::vector<std::int32_t>& years);

}  // namespace bienban::registry
