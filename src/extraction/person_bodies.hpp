#pragma once

#include "extraction/parties.hpp"
#include "extraction/people.hpp"

namespace bienban::extraction {

/// Fills the bodies of each person: for each post the body that its words name, else the one that only this post has
/// ("Tỉnh trưởng") in the place that its words or its sentence name, else, for a post without any word of its own
/// ("Chỉ huy trưởng"), the body of the person's side that its sentence named before. Bodies of another country than the
/// person's are left out; a post that tells none of these gives none.
void fill_bodies(const Annotated& a, const Parties& parties, People& people);

/// The country, the government or the general staff that a person speaks for by the post at its head.
std::optional<model::Party> state_spoken_for(const model::Person& person);

/// The same of one who receives guests: a president of the National Assembly does so for it, a General Secretary for
/// the party.
std::optional<model::Party> host_spoken_for(const model::Person& person);

}  // namespace bienban::extraction
