#pragma once

#include "paper/compose.hpp"
#include "paper/composer.hpp"

/// The kinds of drafts, each by its own rules.
namespace bienban::paper {

/// The yearly report, in the parts such reports have: guidance, results, assessment, directions, proposals.
void draft_report(Composer& composer, Paper& paper);

/// Minutes of talks, or a memorandum: what came of the last ones, and what the two sides agree on.
void draft_talks(Composer& composer, const DraftRequest& request, Paper& paper);

/// A news item on one meeting.
void draft_bulletin(Composer& composer, review::ItemIndex meeting, Paper& paper);

}  // namespace bienban::paper
