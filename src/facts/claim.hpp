#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"
#include "model/record.hpp"

/// Which records speak of one thing? Pure functions of records and decisions.
namespace bienban::facts {

/// A record as joining sees it: what it says, and what its document tells around it.
struct Claim {
	model::Record record;  ///< evidence and certainty are not looked at

	/// The two places the record is about, "VN-05|LA-HO": those of its own parties, else those that its document ties
	/// together; several pairs where there are several across the border. Empty where there is none. Sorted.
	std::vector<std::string> pairs;

	/// For a record that gives no date of its own: when the occasion was that its document reports. The date of the
	/// meeting, visit, activity or signing in it; else the months in which the week before its publication lies; else
	/// the year that it tells of. Only the year for agreements. Empty where the record is dated or nothing is known.
	std::optional<model::Edtf> occasion;
};

/// The claims of one document's records, one for each, in their order.
std::vector<Claim> claims_of(const std::optional<model::Edtf>& published, const std::vector<model::Record>& records);

/// Everything of a claim that joining looks at, as one text: two claims with one signature are always one fact unless
/// a person decided otherwise or one document tells them apart.
std::string signature_of(const Claim& claim);

/// The claim of a signature. The text must come from signature_of().
Claim claim_of(std::string_view signature);

/// The block of a claim: only claims of one block are ever one fact by themselves. Type, pair, the
/// class of the bodies, and year where the type is dated; see docs/joining.md.
std::string block_of(const Claim& claim);

}  // namespace bienban::facts
