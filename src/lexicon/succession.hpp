#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "model/record.hpp"

/// What a province or a body of a day was before. A review for today's Quảng Trị takes in the past of Quảng Bình with
/// these, under the names of its time.
namespace bienban::lexicon {

/// Whether provinces count of which only a part went over (Lai Châu before Điện Biên was split off): most of their past
/// is not the present one's.
enum class Parts : bool { leave_out, take_in };

struct FormerPlace {
	std::string code;
	std::string last;   ///< EDTF day: the last of the former order
	bool part = false;  ///< only a part of it went over
};

/// The unit that has a place's territory on a day (EDTF, to the day, month or year): itself, or what it merged into.
/// A code that no table has is given back as it is.
std::string unit_on(const Lexicon& lexicon, std::string_view code, std::string_view day);

/// The places whose territory the unit of that day has taken over before it, the latest change first, then by code.
/// `code` may be that of a former place: asked of 2026, VN-24 (Quảng Bình) is VN-25, and VN-24 its predecessor.
std::vector<FormerPlace> predecessors(const Lexicon& lexicon, std::string_view code, std::string_view day,
                                      Parts parts = Parts::leave_out);

/// The code of the unit of that day and the codes of its predecessors.
std::vector<std::string> with_predecessors(const Lexicon& lexicon, std::string_view code, std::string_view day,
                                           Parts parts = Parts::leave_out);

struct FormerParty {
	model::Party party;
	std::string last;  ///< EDTF day: the last on which it was a body apart
};

/// The same of a party: bodies of its kind in former provinces, and bodies that came under it: of VN-25's military
/// command in 2026 the one of VN-24, and the border-guard commands of both. Own names are kept.
std::vector<FormerParty> party_predecessors(const Lexicon& lexicon, std::string_view party, std::string_view day);

}  // namespace bienban::lexicon
