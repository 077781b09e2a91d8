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

/// Whether the two lists have a party of Vietnam and one of Laos in common.
bool share_both_sides(const std::vector<model::Party>& a, const std::vector<model::Party>& b);

/// Whether they have a party in common, or one names the whole province of a party of the other.
bool share_a_side(const std::vector<model::Party>& a, const std::vector<model::Party>& b);

/// The themes of an achievement, a commitment, a result, a support; of an activity those its kind is about.
std::vector<model::Theme> themes_told(const model::Record& record);

/// The day of an EDTF text's beginning and end, nothing where it has none.
std::optional<model::Period> days_of(const std::optional<model::Edtf>& date);

/// Some years later: 20190531 → 20210531.
constexpr std::int32_t years_later(std::int32_t day, std::int32_t years) { return day + years * 10'000; }
constexpr std::int32_t year_of(std::int32_t day) { return day / 10'000; }

/// Years as people write them: "2014, 2016–2019". Must be sorted.
std::string write_years(const std::vector<std::int32_t>& years);

}  // namespace bienban::registry
