#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "register/rows.hpp"
#include "register/sqlite.hpp"

/// Rows of the tables, from the columns of a statement in the order that stands at each.
namespace bienban::registry {

/// The statement's rows, each made by `make`.
template <typename Make>
auto all_rows(Statement& statement, Make&& make) {
	std::vector<decltype(make(statement))> rows;
	while (statement.step()) rows.push_back(make(statement));
	statement.reset();
	return rows;
}

template <typename Make>
auto first_row(Statement& statement, Make&& make) {
	std::optional<decltype(make(statement))> row;
	if (statement.step()) row = make(statement);
	statement.reset();
	return row;
}

/// seq, at, who, kind, why, payload, hash
Entry entry_row(const Statement& row);

#define SIGNATURE_COLUMNS "s.id, s.block, s.singled, s.signature, s.records, s.first, s.fact, s.alone"
SignatureRow signature_row(const Statement& row);

/// id, signature, begin_char, end_char, certainty, gone
RecordRow record_row(const Statement& row);

#define FORM_COLUMNS "f.id, f.block, f.singled, f.form, f.first_day, f.last_day, f.mentions, f.first, f.person"
FormRow form_row(const Statement& row);

PartyRow party_row(const Statement& row);        ///< party, block, canonical, decided
DecisionRow decision_row(const Statement& row);  ///< entry, kind, undone, subject, payload
std::pair<std::int64_t, std::int64_t> number_pair(const Statement& row);

#define FACT_COLUMNS "id, root, type, first_day, last_day, value, conflicts, status"
FactRow fact_row(const Statement& row);
/// From id, source, title, published, day, authors, program, lexicon, entry, records; without its places.
DocumentRow document_row(const Statement& row);
PersonRow person_row(const Statement& row);      ///< id, root, name, country, mentions
ProposalRow proposal_row(const Statement& row);  ///< kind, root, a, b, score, reason, words
ChangedRow changed_row(const Statement& row);    ///< record, entry, before, after, seen

}  // namespace bienban::registry
