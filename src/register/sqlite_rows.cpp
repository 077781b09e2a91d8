#include "register/sqlite_rows.hpp"

#include <nlohmann/json.hpp>

#include "register/names.hpp"

namespace bienban::registry {

Entry entry_row(const Statement& row) {
	return {.seq = row.number(0),
	        .at = row.text(1),
	        .who = row.text(2),
	        .kind = row.text(3),
	        .why = row.text(4),
	        .payload = row.text(5),
	        .hash = row.text(6)};
}

SignatureRow signature_row(const Statement& row) {
	return {.id = row.number(0),
	        .block = row.number(1),
	        .singled = row.number(2),
	        .signature = row.text(3),
	        .records = row.number(4),
	        .first = row.number(5),
	        .fact = row.number(6),
	        .alone = row.number(7) != 0};
}

RecordRow record_row(const Statement& row) {
	return {.id = row.number(0),
	        .signature = row.number(1),
	        .begin = static_cast<std::uint32_t>(row.number(2)),
	        .end = static_cast<std::uint32_t>(row.number(3)),
	        .certainty = row.decimal(4),
	        .gone = row.number(5)};
}

FormRow form_row(const Statement& row) {
	return {.id = row.number(0),
	        .block = row.number(1),
	        .singled = row.number(2),
	        .form = row.text(3),
	        .first_day = static_cast<std::int32_t>(row.number(4)),
	        .last_day = static_cast<std::int32_t>(row.number(5)),
	        .mentions = row.number(6),
	        .first = row.number(7),
	        .person = row.number(8)};
}

PartyRow party_row(const Statement& row) {
	return {.party = row.text(0), .block = row.number(1), .canonical = row.text(2), .decided = row.number(3)};
}

DecisionRow decision_row(const Statement& row) {
	return {.entry = row.number(0),
	        .kind = row.text(1),
	        .undone = row.number(2),
	        .subject = row.text(3),
	        .payload = row.text(4)};
}

std::pair<std::int64_t, std::int64_t> number_pair(const Statement& row) { return {row.number(0), row.number(1)}; }

FactRow fact_row(const Statement& row) {
	FactRow fact{.id = row.number(0),
	             .root = row.number(1),
	             .type = row.text(2),
	             .first_day = static_cast<std::int32_t>(row.number(3)),
	             .last_day = static_cast<std::int32_t>(row.number(4)),
	             .value = row.text(5),
	             .conflicts = {},
	             .status = model::value_of<Status>(row.text(7)).value_or(Status::read),
	             .parties = {},
	             .pairs = {},
	             .themes = {}};
	if (const std::string conflicts = row.text(6); !conflicts.empty()) {
		fact.conflicts = nlohmann::json::parse(conflicts).get<std::vector<std::string>>();
	}
	return fact;
}

DocumentRow document_row(const Statement& row) {
	return {.id = row.number(0),
	        .source = row.text(1),
	        .title = row.text(2),
	        .published = row.optional_text(3),
	        .day = static_cast<std::int32_t>(row.number(4)),
	        .authors = row.text(5),
	        .program = row.text(6),
	        .lexicon = row.text(7),
	        .entry = row.number(8),
	        .records = row.number(9),
	        .places = {}};
}

PersonRow person_row(const Statement& row) {
	return {.id = row.number(0), .root = row.number(1), .name = row.text(2), .country = row.text(3)};
}

ProposalRow proposal_row(const Statement& row) {
	return {.kind = row.text(0),
	        .root = row.number(1),
	        .a = row.text(2),
	        .b = row.text(3),
	        .score = row.decimal(4),
	        .reason = row.text(5),
	        .words = row.text(6)};
}

ChangedRow changed_row(const Statement& row) {
	return {.record = row.number(0),
	        .entry = row.number(1),
	        .before = row.text(2),
	        .after = row.text(3),
	        .seen = row.number(4)};
}

}  // namespace bienban::registry
