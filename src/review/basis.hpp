#pragma once

#include "review/material.hpp"

/// On what papers the cooperation rests.
namespace bienban::review {

/// An agreement in force in the asked period, or signed in it.
struct Basis {
	ItemIndex item = 0;
	std::optional<model::Period> term;   ///< as far as the documents tell
	bool in_force = false;               ///< on the day Question::as_of; false where that cannot be known
	bool ended = false;                  ///< its term was over on that day
	std::optional<ItemIndex> signed_at;  ///< the meeting at which it was signed: its chairs signed
	std::optional<ItemIndex> replaces;   ///< the one of the same kind between the same sides before it
	std::optional<ItemIndex> replaced_by;
	bool followed = false;  ///< some other took its place, also where it cannot be said which
};

/// In the order of their signing. An agreement replaces the one of its instrument between the same sides whose term
/// ends before its own does; nothing is said where two could be meant. The rules in words: docs/review.md.
std::vector<Basis> basis(const Material& material);

}  // namespace bienban::review
