#pragma once

#include <string>
#include <string_view>

#include "naming/proposal.hpp"

/// Which spellings of a body's own name are one body? Pure functions of party ids ("VN-05/border-post/chiềng tương").
namespace bienban::naming {

/// Are two ids one party? Place and kind must be equal, so what may differ is the own name: one name in two spellings
/// is the same, numbers that differ are different bodies (213, 214), an abbreviation is its long form ("sở gd&đt"), a
/// name that holds the other or is one sound away is for a person to decide. An id without an own name is no particular
/// body and only ever the same as itself. Rules and scores: docs/identity.md.
Proposal compare_parties(std::string_view a, std::string_view b);

/// The block of a party: only parties of one block can be one. Place, kind, and the numbers in the own name.
std::string party_block(std::string_view party);

}  // namespace bienban::naming
