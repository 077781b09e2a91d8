#pragma once

#include "extraction/meeting_words.hpp"

/// Meetings about the cooperation that one side holds by itself.
namespace bienban::extraction {

/// Whether only Vietnamese hold it: a conference on the cooperation with the other side, at which that side neither is
/// in the chair nor a guest.
bool is_of_one_side(const Context& c, const MeetingMention& best);

/// Who held such a meeting; `parties` are those that the text names with it. Empty where nothing tells.
PartySet side_that_met(const Context& c, const MeetingMention& best, const PartySet& parties);

}  // namespace bienban::extraction
