#pragma once

#include "extraction/clause_matter.hpp"
#include "extraction/clause_signs.hpp"
#include "extraction/clause_telling.hpp"
#include "extraction/context.hpp"

namespace bienban::extraction {

/// Those who look at clauses, made once for a text.
struct ClauseReaders {
	explicit ClauseReaders(const Context& context) : matter(context), signs(context, matter), telling(context) {}
	ClauseReaders(const ClauseReaders&) = delete;
	ClauseReaders& operator=(const ClauseReaders&) = delete;

	ClauseMatter matter;
	SignReader signs;
	ClauseTelling telling;
};

/// What a clause does: it tells of the event reported, looks back, or looks forward. Sets where its content begins, and
/// marks it as denied where it tells what is wanting.
Mode read_mode(const Context& context, const ClauseReaders& readers, Clause& clause, const Around& around);

}  // namespace bienban::extraction
