#include <nlohmann/json.hpp>

#include "facts/claim.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "register/hash.hpp"
#include "register/journal.hpp"
#include "register/json_values.hpp"
#include "register/names.hpp"
#include "register/register.hpp"
#include "register/rereading.hpp"
#include "register/sqlite_open.hpp"

namespace bienban::registry {

namespace {

using Take = std::function<void(const std::string&)>;

void dump_documents(Store& store, const Take& take) {
	const std::int64_t count = store.document_count();
	for (std::int64_t id = 1; id <= count; ++id) {
		const auto row = store.document(id);
		if (!row) continue;
		Json out{{"document", write_id(IdKind::document, id)},
		         {"sha256", sha256(store.text(id))},
		         {"source", row->source},
		         {"title", row->title},
		         {"published", optional_json(row->published)},
		         {"authors", Json::parse(row->authors)},
		         {"program", row->program},
		         {"lexicon", row->lexicon},
		         {"entry", write_id(IdKind::entry, row->entry)}};
		if (const auto origin = store.origin(id)) {
			out["format"] = origin->format;
			out["original"] = origin->original;
			out["layout"] = origin->layout;
		}
		take(model::dump(out));
	}
}

Json place_json(const RecordRow& row) {
	Json out{
	    {"document", document_of(row.id) == 0 ? Json(nullptr) : Json(write_id(IdKind::document, document_of(row.id)))},
	    {"ordinal", ordinal_of(row.id)},
	    {"start", row.begin},
	    {"end", row.end},
	    {"certainty", row.certainty}};
	if (row.gone != 0) out["gone"] = write_id(IdKind::entry, row.gone);
	return out;
}

constexpr auto k_all = static_cast<std::size_t>(1) << 40U;

void dump_facts(Store& store, const Take& take) {
	store.each_fact([&](const FactRow& fact) {
		Json records = Json::array();
		for (const SignatureRow& signature : store.signatures_of_fact(fact.id)) {
			for (const RecordRow& row : store.records_of_signature(signature.id, k_all)) {
				Json one = place_json(row);
				one["value"] = model::to_json(facts::claim_of(signature.signature).record);
				records.push_back(std::move(one));
			}
		}
		take(model::dump({{"fact", write_id(IdKind::fact, fact.id)},
		                  {"id", write_id(IdKind::fact, fact.id)},
		                  {"type", fact.type},
		                  {"status", model::name_of(fact.status)},
		                  {"value", Json::parse(fact.value)},
		                  {"conflicts", fact.conflicts},
		                  {"records", records}}));
	});
}

void dump_people(Store& store, const Take& take) {
	store.each_person([&](const PersonRow& person) {
		Json mentions = Json::array();
		for (const FormRow& form : store.forms_of_person(person.id)) {
			for (const RecordRow& row : store.mentions_of_form(form.id, k_all)) {
				Json one = place_json(row);
				one["as"] = Json::parse(form.form);
				mentions.push_back(std::move(one));
			}
		}
		take(model::dump({{"person", write_id(IdKind::person, person.id)},
		                  {"name", person.name},
		                  {"country", person.country.empty() ? Json(nullptr) : Json(person.country)},
		                  {"mentions", mentions}}));
	});
}

void dump_rest(Store& store, const Take& take) {
	store.each_party([&](const PartyRow& party) {
		take(model::dump({{"party", party.party}, {"held_as", party.canonical}}));
	});
	store.each_proposal([&](const ProposalRow& row) {
		take(model::dump({{"proposal", row.kind},
		                  {"a", row.a},
		                  {"b", row.b},
		                  {"score", row.score},
		                  {"reason", row.reason},
		                  {"words", Json::parse(row.words)}}));
	});
	store.each_changed([&](const ChangedRow& row) {
		take(model::dump({{"changed", write_id(IdKind::record, row.record)},
		                  {"entry", write_id(IdKind::entry, row.entry)},
		                  {"before", row.before},
		                  {"after", row.after},
		                  {"seen", row.seen}}));
	});
	store.each_entry(0, [&](const Entry& entry) {
		if (entry.kind == "reading") return true;
		const auto row = store.decision(entry.seq);
		take(model::dump(
		    {{"decision", write_id(IdKind::entry, entry.seq)},
		     {"kind", entry.kind},
		     {"who", entry.who},
		     {"why", entry.why},
		     {"undone", row && row->undone != 0 ? Json(write_id(IdKind::entry, row->undone)) : Json(nullptr)},
		     {"payload", Json::parse(entry.payload)}}));
		return true;
	});
}

void dump_store(Store& store, const Take& take) {
	dump_documents(store, take);
	dump_facts(store, take);
	dump_people(store, take);
	dump_rest(store, take);
}

/// One hash over all lines of a dump.
std::string dump_hash(Store& store) {
	std::string hash;
	dump_store(store, [&](const std::string& line) { hash = sha256(hash + line); });
	return hash;
}

}  // namespace

void Register::dump(const Take& take) {
	const ReadingView view{*m_store};
	dump_store(*m_store, take);
}

Proof Register::verify() {
	Proof proof;
	const ReadingView view{*m_store};
	std::string before;
	std::int64_t seq = 0;
	m_store->each_entry(0, [&](const Entry& entry) {
		++proof.entries;
		const std::string name = write_id(IdKind::entry, entry.seq);
		if (entry.seq != ++seq) {
			proof.faults.push_back({.message = "verify-gap", .values = {write_id(IdKind::entry, seq)}, .file = {}});
			seq = entry.seq;
		}
		if (chained_hash(before, entry) != entry.hash) {
			proof.faults.push_back({.message = "verify-chain", .values = {name}, .file = {}});
		}
		before = entry.hash;
		return true;
	});
	m_store->each_text([&](std::int64_t document, const std::string& hash, const std::string& text) {
		++proof.documents;
		if (sha256(text) == hash) return;
		proof.faults.push_back(
		    {.message = "verify-text", .values = {write_id(IdKind::document, document)}, .file = {}});
	});
	m_store->each_layout([&](const std::string& hash, const std::string& layout) {
		if (sha256(layout) == hash) return;
		proof.faults.push_back({.message = "verify-layout", .values = {hash}, .file = {}});
	});
	for (std::int64_t document = 1; document <= m_store->document_count(); ++document) {
		const auto origin = m_store->origin(document);
		if (!origin) continue;
		const std::string name = write_id(IdKind::document, document);
		if (!origin->layout.empty() && !m_store->layout(origin->layout))
			proof.faults.push_back({.message = "verify-layout", .values = {name}, .file = {}});
		if (!origin->original.empty() && !m_originals.is_whole(origin->original)) {
			proof.faults.push_back({.message = "verify-original",
			                        .values = {name, m_originals.path_of(origin->original).string()},
			                        .file = {}});
		}
	}
	m_store->each_fact([&](const FactRow&) { ++proof.facts; });
	if (!proof.faults.empty()) return proof;  // a projection of a broken journal proves nothing
	const auto scratch = scratch_store();
	try {
		// As one change: after each of many small ones SQLite goes through all pages that it has at hand.
		scratch->begin();
		m_store->each_entry(0, [&](const Entry& entry) {
			scratch->append(entry);
			return true;
		});
		m_store->each_text([&](std::int64_t document, const std::string& hash, const std::string& text) {
			scratch->put_text(document, hash, text);
		});
		replay(*scratch, nullptr);
		scratch->commit();
	} catch (const StoreError&) {
		throw;
	} catch (const std::exception& failure) {
		proof.faults.push_back({.message = "verify-entry", .values = {failure.what()}, .file = {}});
		return proof;
	}
	if (dump_hash(*m_store) != dump_hash(*scratch)) {
		proof.faults.push_back({.message = "verify-projection", .values = {}, .file = {}});
	}
	return proof;
}

}  // namespace bienban::registry
