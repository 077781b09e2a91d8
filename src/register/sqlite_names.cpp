// Persons, parties, what is proposed and what was decided of them.

#include <map>
#include <set>

#include "register/hash.hpp"
#include "register/sqlite_store.hpp"

namespace bienban::registry {

std::optional<FormRow> SqliteStore::find_form(std::string_view form, RecordId singled) {
	auto& rows = kept("SELECT " FORM_COLUMNS " FROM person_forms f WHERE hash = ? AND singled = ? AND form = ?")
	                 .bind(short_hash(form))
	                 .bind(singled)
	                 .bind(form);
	return first_row(rows, form_row);
}

std::optional<FormRow> SqliteStore::form(std::int64_t id) {
	auto& rows = kept("SELECT " FORM_COLUMNS " FROM person_forms f WHERE id = ?").bind(id);
	return first_row(rows, form_row);
}

std::int64_t SqliteStore::add_form(std::int64_t block, std::string_view form, RecordId singled) {
	auto& next = kept("SELECT coalesce(max(id), 0) + 1 FROM person_forms");
	const std::int64_t id = first_row(next, [](const Statement& row) { return row.number(0); }).value_or(1);
	kept("INSERT INTO person_forms VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0)")
	    .bind(id)
	    .bind(block)
	    .bind(short_hash(form))
	    .bind(singled)
	    .bind(form)
	    .run();
	return id;
}

void SqliteStore::put_form(const FormRow& row) {
	kept("UPDATE person_forms SET first_day = ?, last_day = ?, mentions = ?, first = ?, person = ? WHERE id = ?")
	    .bind(std::int64_t{row.first_day})
	    .bind(std::int64_t{row.last_day})
	    .bind(row.mentions)
	    .bind(row.first)
	    .bind(row.person)
	    .bind(row.id)
	    .run();
}

std::vector<FormRow> SqliteStore::forms_of_root(std::int64_t root) {
	auto& rows = kept("SELECT " FORM_COLUMNS
	                  " FROM blocks b JOIN person_forms f ON f.block = b.id WHERE b.root = ? ORDER BY f.id")
	                 .bind(root);
	return all_rows(rows, form_row);
}

std::vector<FormRow> SqliteStore::forms_of_person(RecordId person) {
	auto& rows = kept("SELECT " FORM_COLUMNS " FROM person_forms f WHERE person = ? ORDER BY id").bind(person);
	return all_rows(rows, form_row);
}

std::optional<RecordRow> SqliteStore::mention(RecordId id) {
	auto& rows =
	    kept("SELECT id, form, begin_char, end_char, certainty, gone FROM person_mentions WHERE id = ?").bind(id);
	return first_row(rows, record_row);
}

void SqliteStore::put_mention(const RecordRow& row) {
	kept("INSERT OR REPLACE INTO person_mentions VALUES (?, ?, ?, ?, ?, ?)")
	    .bind(row.id)
	    .bind(row.signature)
	    .bind(std::int64_t{row.begin})
	    .bind(std::int64_t{row.end})
	    .bind(row.certainty)
	    .bind(row.gone)
	    .run();
}

std::vector<RecordRow> SqliteStore::mentions_of_document(std::int64_t document) {
	auto& rows =
	    kept(
	        "SELECT id, form, begin_char, end_char, certainty, gone FROM person_mentions WHERE id BETWEEN ? AND "
	        "? ORDER BY id")
	        .bind(record_id(document, 0))
	        .bind(record_id(document, k_most_of_a_document));
	return all_rows(rows, record_row);
}

std::vector<RecordRow> SqliteStore::mentions_of_form(std::int64_t form, std::size_t limit) {
	auto& rows =
	    kept(
	        "SELECT id, form, begin_char, end_char, certainty, gone FROM person_mentions WHERE form = ? ORDER BY "
	        "id LIMIT ?")
	        .bind(form)
	        .bind(static_cast<std::int64_t>(limit));
	return all_rows(rows, record_row);
}

bool SqliteStore::tell_persons_apart(std::int64_t a, std::int64_t b) {
	kept("INSERT OR IGNORE INTO persons_told_apart VALUES (?, ?)").bind(std::min(a, b)).bind(std::max(a, b)).run();
	return m_db.changes() > 0;
}

std::vector<std::pair<std::int64_t, std::int64_t>> SqliteStore::persons_told_apart_of_root(std::int64_t root) {
	auto& rows = kept(
	                 "SELECT t.a, t.b FROM blocks b JOIN person_forms f ON f.block = b.id JOIN persons_told_apart t ON "
	                 "t.a = f.id WHERE b.root = ? ORDER BY t.a, t.b")
	                 .bind(root);
	return all_rows(rows, number_pair);
}

std::optional<PersonRow> SqliteStore::person(RecordId id) {
	auto& rows = kept("SELECT id, root, name, country FROM persons WHERE id = ?").bind(id);
	return first_row(rows, person_row);
}

std::vector<PersonRow> SqliteStore::persons_of_root(std::int64_t root) {
	auto& rows = kept("SELECT id, root, name, country FROM persons WHERE root = ? ORDER BY id").bind(root);
	return all_rows(rows, person_row);
}

void SqliteStore::put_person(const PersonRow& row) {
	kept("INSERT OR REPLACE INTO persons VALUES (?, ?, ?, ?)")
	    .bind(row.id)
	    .bind(row.root)
	    .bind(std::string_view{row.name})
	    .bind(std::string_view{row.country})
	    .run();
}

void SqliteStore::remove_person(RecordId id) { kept("DELETE FROM persons WHERE id = ?").bind(id).run(); }

std::optional<PartyRow> SqliteStore::party(std::string_view party) {
	auto& rows = kept("SELECT party, block, canonical, decided FROM parties WHERE party = ?").bind(party);
	return first_row(rows, party_row);
}

void SqliteStore::put_party(const PartyRow& row) {
	kept("INSERT OR REPLACE INTO parties VALUES (?, ?, ?, ?)")
	    .bind(std::string_view{row.party})
	    .bind(row.block)
	    .bind(std::string_view{row.canonical})
	    .bind(row.decided)
	    .run();
}

std::vector<PartyRow> SqliteStore::parties_of_block(std::int64_t block) {
	auto& rows =
	    kept("SELECT party, block, canonical, decided FROM parties WHERE block = ? ORDER BY party").bind(block);
	return all_rows(rows, party_row);
}

std::vector<PartyRow> SqliteStore::parties_held_as(std::string_view canonical) {
	auto& rows =
	    kept("SELECT party, block, canonical, decided FROM parties WHERE canonical = ? ORDER BY party").bind(canonical);
	return all_rows(rows, party_row);
}

std::vector<ProposalRow> SqliteStore::proposals_of_root(std::string_view kind, std::int64_t root) {
	auto& rows = kept("SELECT kind, root, a, b, score, reason, words FROM proposals WHERE kind = ? AND root = ?")
	                 .bind(kind)
	                 .bind(root);
	return all_rows(rows, proposal_row);
}

void SqliteStore::put_proposals(std::string_view kind, std::int64_t root, const std::vector<ProposalRow>& rows) {
	// Most stay as they are, and a row that is not written costs nothing.
	std::map<std::pair<std::string, std::string>, ProposalRow> before;
	for (ProposalRow& row : proposals_of_root(kind, root)) {
		std::pair pair{row.a, row.b};
		before.emplace(std::move(pair), std::move(row));
	}
	std::set<std::pair<std::string_view, std::string_view>> wanted;
	std::vector<const ProposalRow*> changed;
	for (const ProposalRow& row : rows) {
		if (!wanted.emplace(row.a, row.b).second) continue;
		const auto found = before.find({row.a, row.b});
		const bool same = found != before.end() && found->second.score == row.score &&
		                  found->second.reason == row.reason && found->second.words == row.words;
		if (!same) changed.push_back(&row);
	}
	for (const auto& [pair, row] : before) {
		if (wanted.contains({pair.first, pair.second})) continue;
		kept("DELETE FROM proposals WHERE kind = ? AND root = ? AND a = ? AND b = ?")
		    .bind(kind)
		    .bind(root)
		    .bind(std::string_view{pair.first})
		    .bind(std::string_view{pair.second})
		    .run();
	}
	for (const ProposalRow* one : changed) {
		const ProposalRow& row = *one;
		kept("INSERT OR REPLACE INTO proposals VALUES (?, ?, ?, ?, ?, ?, ?)")
		    .bind(kind)
		    .bind(root)
		    .bind(std::string_view{row.a})
		    .bind(std::string_view{row.b})
		    .bind(row.score)
		    .bind(std::string_view{row.reason})
		    .bind(std::string_view{row.words})
		    .run();
	}
}

std::optional<DecisionRow> SqliteStore::decision(std::int64_t entry) {
	auto& rows = kept("SELECT entry, kind, undone, subject, payload FROM decisions WHERE entry = ?").bind(entry);
	return first_row(rows, decision_row);
}

void SqliteStore::put_decision(const DecisionRow& row) {
	kept("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?)")
	    .bind(row.entry)
	    .bind(std::string_view{row.kind})
	    .bind(row.undone)
	    .bind(std::string_view{row.subject})
	    .bind(std::string_view{row.payload})
	    .run();
}

std::vector<DecisionRow> SqliteStore::decisions_on(std::string_view subject) {
	auto& rows = kept(
	                 "SELECT entry, kind, undone, subject, payload FROM decisions WHERE subject = ? AND undone = 0 "
	                 "ORDER BY entry")
	                 .bind(subject);
	return all_rows(rows, decision_row);
}

std::vector<DecisionRow> SqliteStore::decisions_of_kind(std::string_view kind) {
	auto& rows =
	    kept("SELECT entry, kind, undone, subject, payload FROM decisions WHERE kind = ? AND undone = 0 ORDER BY entry")
	        .bind(kind);
	return all_rows(rows, decision_row);
}

std::vector<DecisionRow> SqliteStore::all_decisions() {
	auto& rows = kept("SELECT entry, kind, undone, subject, payload FROM decisions ORDER BY entry");
	return all_rows(rows, decision_row);
}

std::int64_t SqliteStore::active_decisions() {
	auto& rows = kept("SELECT count(*) FROM decisions WHERE undone = 0");
	return first_row(rows, [](const Statement& row) { return row.number(0); }).value_or(0);
}

void SqliteStore::put_changed(const ChangedRow& row) {
	kept("INSERT OR REPLACE INTO changed VALUES (?, ?, ?, ?, ?)")
	    .bind(row.record)
	    .bind(row.entry)
	    .bind(std::string_view{row.before})
	    .bind(std::string_view{row.after})
	    .bind(row.seen)
	    .run();
}

std::vector<ChangedRow> SqliteStore::changes_of(RecordId record) {
	auto& rows =
	    kept("SELECT record, entry, before, after, seen FROM changed WHERE record = ? ORDER BY entry").bind(record);
	return all_rows(rows, changed_row);
}

void SqliteStore::each_person(const std::function<void(const PersonRow&)>& take) {
	Statement rows = m_db.prepare("SELECT id, root, name, country FROM persons ORDER BY id");
	while (rows.step()) take(person_row(rows));
}

void SqliteStore::each_party(const std::function<void(const PartyRow&)>& take) {
	Statement rows = m_db.prepare("SELECT party, block, canonical, decided FROM parties ORDER BY party");
	while (rows.step()) take(party_row(rows));
}

void SqliteStore::each_proposal(const std::function<void(const ProposalRow&)>& take) {
	Statement rows =
	    m_db.prepare("SELECT kind, root, a, b, score, reason, words FROM proposals ORDER BY kind, root, a, b");
	while (rows.step()) take(proposal_row(rows));
}

void SqliteStore::each_changed(const std::function<void(const ChangedRow&)>& take) {
	Statement rows = m_db.prepare("SELECT record, entry, before, after, seen FROM changed ORDER BY record, entry");
	while (rows.step()) take(changed_row(rows));
}

}  // namespace bienban::registry
