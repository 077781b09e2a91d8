#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace bienban::server {

/// How many records of a type were read out of the measured documents, and how many of them were right in every value.
struct Measured {
	std::string_view type;
	std::int64_t found = 0;
	std::int64_t right = 0;
};

/// By type, in the order of records.md; those that the table lacks with nothing found. The table is made by
/// `tests/score.py PROGRAM --precision` and stands in precision.tsv.
std::span<const Measured> measured_precision();

/// Whether so many were measured that it can be said how good the reading of this type is: only then may facts be
/// confirmed without looking at each.
bool may_be_confirmed_in_bulk(std::string_view type);

/// How many documents it was measured on.
std::int64_t measured_documents();

}  // namespace bienban::server
