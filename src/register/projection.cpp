#include "register/projection.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/beside.hpp"
#include "model/dates.hpp"
#include "model/fields.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "model/period.hpp"
#include "register/json_values.hpp"

namespace bienban::registry {

namespace {

/// Claims that go over to the other thread at once: some milliseconds of joining.
constexpr std::size_t k_joined_beside = 500;

std::int32_t day_of(const std::optional<std::string>& published) {
	const auto period = published ? model::period_of(*published) : std::nullopt;
	return period ? period->first : 0;
}

/// When the fact was: its own dates, else the occasions on which it was told.
model::Period period_of_fact(const model::Record& merged, const std::vector<facts::Claim>& claims) {
	for (const model::Edtf& date : model::dates_of(merged)) {
		if (const auto period = model::period_of(date)) return *period;
	}
	model::Period found{.first = 0, .last = 0};
	for (const facts::Claim& claim : claims) {
		const auto period = claim.occasion ? model::period_of(*claim.occasion) : std::nullopt;
		if (!period || (found.first != 0 && found.first <= period->first)) continue;
		found = *period;
	}
	return found;
}

std::vector<std::string> sorted(const std::set<std::string>& values) { return {values.begin(), values.end()}; }

std::set<std::string> themes_of(const model::Record& record) {
	std::set<std::string> themes;
	std::visit(
	    [&](const auto& r) {
		    if constexpr (requires { r.themes; }) {
			    for (const model::Theme theme : r.themes) themes.emplace(model::name_of(theme));
		    } else if constexpr (requires { r.theme; }) {
			    if (r.theme) themes.emplace(model::name_of(*r.theme));
		    }
	    },
	    record.value);
	return themes;
}

/// Replaces the parties of a record, each by `held`.
template <typename Held>
void hold_parties(model::Record& record, Held&& held) {
	const auto all = [&](std::vector<model::Party>& parties) {
		for (model::Party& party : parties) party = held(party);
	};
	std::visit(
	    [&](auto& r) {
		    if constexpr (requires { r.from; }) {
			    if (r.from) *r.from = held(*r.from);
			    if (r.to) *r.to = held(*r.to);
		    } else if constexpr (requires { r.by; }) {
			    all(r.by);
			    all(r.to);
		    } else if constexpr (requires { r.giver; }) {
			    all(r.giver);
			    all(r.receiver);
		    } else {
			    all(r.parties);
		    }
	    },
	    record.value);
}

}  // namespace

Projection::Projection(Store& store, KeptPeople& people) : m_store(store), m_people(people) {}

void Projection::read(std::int64_t entry, std::int64_t document, const Prepared& prepared) {
	const ReadingEntry& reading = prepared.entry;
	m_store.put_document({.id = document,
	                      .source = reading.source,
	                      .title = reading.title,
	                      .published = reading.published,
	                      .day = day_of(reading.published),
	                      .authors = Json(reading.authors).dump(),
	                      .program = reading.versions.program,
	                      .lexicon = reading.versions.lexicon,
	                      .entry = entry,
	                      .records = static_cast<std::int64_t>(reading.records.size()),
	                      .places = reading.places});
	if (!reading.origin.format.empty()) {
		m_store.put_origin({.document = document,
		                    .format = reading.origin.format,
		                    .original = reading.origin.sha256,
		                    .layout = reading.layout});
	}
	std::map<RecordId, RecordRow> before;
	for (const RecordRow& row : m_store.records_of_document(document)) before.emplace(row.id, row);
	InBlocks signatures;
	for (std::size_t i = 0; i < reading.records.size(); ++i) {
		const ReadRecord& read = reading.records[i];
		const RecordId id = record_id(document, read.ordinal);
		meet_parties(read.record);
		const SignatureRow signature = signature_for(prepared.records[i], id);
		signatures.emplace(signature.block, signature.id);
		const auto old = before.find(id);
		m_store.put_record({.id = id,
		                    .signature = signature.id,
		                    .begin = read.begin,
		                    .end = read.end,
		                    .certainty = static_cast<double>(read.record.certainty),
		                    .gone = 0});
		if (old == before.end()) {
			attach(id, signature);
			continue;
		}
		if (old->second.signature != signature.id) {
			detach(old->second.signature);
			attach(id, signature);
			const auto was = m_store.signature(old->second.signature);
			const std::string said = was ? model::dump(model::to_json(facts::claim_of(was->signature).record)) : "";
			const std::string says = model::dump(model::to_json(read.record));
			if (said != says) {
				m_store.put_changed({.record = id, .entry = entry, .before = said, .after = says, .seen = 0});
			}
		} else if (old->second.gone != 0) {
			attach(id, signature);
		}
		before.erase(old);
	}
	hold_apart(signatures);
	for (const auto& [id, row] : before) {
		if (row.gone != 0) continue;
		const auto was = m_store.signature(row.signature);
		RecordRow gone = row;
		gone.gone = entry;
		m_store.put_record(gone);
		detach(row.signature);
		const std::string said = was ? model::dump(model::to_json(facts::claim_of(was->signature).record)) : "";
		m_store.put_changed({.record = id, .entry = entry, .before = said, .after = "", .seen = 0});
	}
	read_people(entry, document, prepared);
}

std::int64_t Projection::block_named(const std::string& name) {
	const auto known = m_blocks.find(name);
	return known != m_blocks.end() ? known->second : m_blocks.emplace(name, m_store.block(name)).first->second;
}

SignatureRow Projection::signature_for(const Prepared::Said& said, RecordId record) {
	const RecordId singled = is_singled(record) ? record : 0;
	const std::int64_t block = block_named(said.block);
	if (auto found = m_store.find_signature(block, said.signature, singled)) return std::move(*found);
	return {.id = m_store.add_signature(block, said.signature, singled),
	        .block = block,
	        .singled = singled,
	        .signature = said.signature};
}

void Projection::attach(RecordId record, const SignatureRow& row) {
	// A record that is gone has kept its place, so that what was decided on it still finds its fact.
	const bool first = row.first == 0 || names_before(record, row.first);
	m_store.put_counts(row.id, row.records + 1, first ? record : row.first);
	if (row.fact == 0 || first || row.records == 0) {
		touched_block(row.block).signatures.insert(row.id);
	} else if (!row.alone) {
		m_facts.insert(row.fact);
	}
}

void Projection::detach(std::int64_t signature) {
	const auto row = m_store.signature(signature);
	const auto left = m_store.records_of_signature(signature, 1);
	const RecordId first = left.empty() ? 0 : left.front().id;
	m_store.put_counts(signature, row->records - 1, first);
	if (first == 0) m_store.put_fact_of(signature, 0, false);
	touch_root_of(row->block);
}

void Projection::hold_apart(const InBlocks& signatures) {
	for (auto a = signatures.begin(); a != signatures.end(); ++a) {
		for (auto b = std::next(a); b != signatures.end() && b->first == a->first; ++b) {
			if (m_store.tell_apart(a->second, b->second)) touched_block(a->first);
		}
	}
}

facts::Claim Projection::claim_of(const SignatureRow& signature) {
	facts::Claim claim = facts::claim_of(signature.signature);
	hold_parties(claim.record, [&](const model::Party& party) { return held_as(party); });
	return claim;
}

Projection::Block Projection::block_of_root(std::int64_t root) {
	Block block{.signatures = m_store.signatures_of_root(root), .claims = {}, .bonds = {}};
	std::map<std::int64_t, std::size_t> places;
	for (const SignatureRow& signature : block.signatures) {
		places.emplace(signature.id, block.claims.size());
		block.claims.push_back(claim_of(signature));
	}
	for (const auto& [a, b] : m_store.told_apart_of_root(root)) {
		const auto at_a = places.find(a);
		const auto at_b = places.find(b);
		if (at_a != places.end() && at_b != places.end()) {
			block.bonds.told_apart.emplace_back(at_a->second, at_b->second);
		}
	}
	learn_decisions();
	// Of two decisions on one pair the later one counts.
	std::map<facts::Pair, bool> decided;
	for (const Bond& bond : m_record_bonds) {
		const auto place = [&](const std::string& subject) -> std::optional<std::size_t> {
			const auto id = parse_id(subject);
			const auto row = id ? m_store.record(id->number) : std::nullopt;
			const auto found = row ? places.find(row->signature) : places.end();
			return found == places.end() ? std::nullopt : std::optional{found->second};
		};
		const auto a = place(bond.a);
		const auto b = place(bond.b);
		if (a && b && *a != *b) decided[{std::min(*a, *b), std::max(*a, *b)}] = bond.together;
	}
	for (const auto& [pair, together] : decided) {
		(together ? block.bonds.together : block.bonds.apart).push_back(pair);
	}
	return block;
}

FactRow Projection::make_fact(std::int64_t root, const std::vector<const SignatureRow*>& signatures,
                              const std::vector<facts::Claim>& all) {
	// What no document says any more counts only where nothing else is left.
	const bool live = std::ranges::any_of(signatures, [](const SignatureRow* s) { return s->records > 0; });
	std::vector<facts::Claim> claims;
	std::vector<std::size_t> times;
	FactRow fact;
	fact.root = root;
	std::set<std::string> pairs;
	for (std::size_t i = 0; i < signatures.size(); ++i) {
		const SignatureRow& signature = *signatures[i];
		if (fact.id == 0 || names_before(signature.first, fact.id)) fact.id = signature.first;
		if (live && signature.records == 0) continue;
		claims.push_back(all[i]);
		times.push_back(static_cast<std::size_t>(std::max<std::int64_t>(signature.records, 1)));
		pairs.insert(all[i].pairs.begin(), all[i].pairs.end());
	}
	model::Record merged = facts::merged(claims, times);
	std::set<std::string> conflicts;
	std::vector<std::string> order;
	if (claims.size() > 1) {
		for (const facts::Conflict& conflict : facts::conflicts(claims, times)) {
			conflicts.insert(conflict.field);
			order.push_back(conflict.field);
		}
	}
	Json value = model::to_json(merged);
	fact.status = live ? Status::read : Status::gone;
	learn_decisions();
	if (!m_on_records.empty()) {
		std::map<std::int64_t, DecisionRow> decisions;
		for (const auto& [record, rows] : m_on_records) {
			const auto row = m_store.record(record);
			if (!row ||
			    std::ranges::none_of(signatures, [&](const SignatureRow* s) { return s->id == row->signature; })) {
				continue;
			}
			for (const DecisionRow& decision : rows) decisions.emplace(decision.entry, decision);
		}
		for (const auto& [entry, decision] : decisions) {
			const auto payload = nlohmann::json::parse(decision.payload);
			if (decision.kind == "reject") {
				fact.status = Status::rejected;
			} else if (decision.kind == "confirm") {
				fact.status = Status::confirmed;
				conflicts.clear();
				for (const auto& [field, json] : payload.at("value").items()) {
					if (!json.is_null()) value[field] = json;
				}
			} else if (decision.kind == "correct") {
				fact.status = Status::corrected;
				const std::string field = payload.at("field");
				conflicts.erase(field);
				value[field] = payload.at("value");
			}
		}
		if (auto decided = model::record_from_json(value.dump())) merged = std::move(*decided);
	}
	for (std::string& field : order) {
		if (conflicts.contains(field)) fact.conflicts.push_back(std::move(field));
	}
	fact.type = model::type_of(merged);
	fact.value = model::dump(value);
	const model::Period period = period_of_fact(merged, claims);
	fact.first_day = period.first;
	fact.last_day = period.last;
	std::set<std::string> parties;
	model::for_each_side(merged,
	                     [&](const std::vector<model::Party>& side) { parties.insert(side.begin(), side.end()); });
	fact.parties = sorted(parties);
	fact.pairs = sorted(pairs);
	fact.themes = sorted(themes_of(merged));
	return fact;
}

void Projection::put_joined(std::int64_t root, const TouchedBlock& touched, const Block& block,
                            const facts::Joined& joined) {
	std::set<RecordId> left;
	std::map<RecordId, std::size_t> before;  // how many signatures a fact had
	if (touched.all) {
		for (const FactRow& row : m_store.facts_of_root(root)) left.insert(row.id);
	} else {
		for (const SignatureRow& signature : block.signatures) {
			if (signature.fact == 0) continue;
			left.insert(signature.fact);
			++before[signature.fact];
		}
	}
	std::vector<FactRow> made;
	for (const std::vector<std::size_t>& members : joined.facts) {
		std::vector<const SignatureRow*> signatures;
		for (const std::size_t member : members) signatures.push_back(&block.signatures[member]);
		// Most facts of a block are made of what they were made of before, and say what they said.
		const RecordId was = signatures.front()->fact;
		const bool as_before = !touched.all && was != 0 && before[was] == members.size() && !m_facts.contains(was) &&
		                       std::ranges::all_of(signatures, [&](const SignatureRow* signature) {
			                       return signature->fact == was && !touched.signatures.contains(signature->id);
		                       });
		if (as_before) {
			left.erase(was);
			continue;
		}
		std::vector<facts::Claim> claims;
		for (const std::size_t member : members) claims.push_back(block.claims[member]);
		FactRow fact = make_fact(root, signatures, claims);
		left.erase(fact.id);
		const bool alone = signatures.size() == 1;
		for (const SignatureRow* signature : signatures) {
			if (signature->fact != fact.id || signature->alone != alone) {
				m_store.put_fact_of(signature->id, fact.id, alone);
			}
		}
		m_facts.erase(fact.id);
		made.push_back(std::move(fact));
	}
	for (const RecordId id : left) m_store.remove_fact(id);
	for (const FactRow& fact : made) m_store.put_fact(fact);
	std::vector<ProposalRow> unsure;
	for (const facts::Link& link : joined.unsure) {
		unsure.push_back({.kind = "record",
		                  .root = root,
		                  .a = write_id(IdKind::record, block.signatures[link.pair.first].first),
		                  .b = write_id(IdKind::record, block.signatures[link.pair.second].first),
		                  .score = link.reason.score,
		                  .reason = link.reason.reason,
		                  .words = Json(link.reason.values).dump()});
	}
	m_store.put_proposals("record", root, unsure);
}

void Projection::join_roots() {
	struct Job {
		std::int64_t root = 0;
		const TouchedBlock* touched = nullptr;
		Block block;
		facts::Joined joined;
	};
	base::Beside<Job> joining{[](Job& job) { job.joined = facts::join(job.block.claims, job.block.bonds); },
	                          [&](Job& job) { put_joined(job.root, *job.touched, job.block, job.joined); },
	                          k_joined_beside};
	for (const auto& [root, touched] : m_roots) {
		Block block = block_of_root(root);
		const std::size_t size = block.claims.size();
		joining.put({.root = root, .touched = &touched, .block = std::move(block), .joined = {}}, size);
	}
	joining.end();
}

void Projection::refresh_fact(RecordId id) {
	const auto row = m_store.fact(id);
	if (!row) return;
	const std::vector<SignatureRow> rows = m_store.signatures_of_fact(id);
	std::vector<const SignatureRow*> signatures;
	std::vector<facts::Claim> claims;
	for (const SignatureRow& signature : rows) {
		signatures.push_back(&signature);
		claims.push_back(claim_of(signature));
	}
	if (signatures.empty()) return;
	const FactRow fact = make_fact(row->root, signatures, claims);
	if (fact.value != row->value || fact.conflicts != row->conflicts || fact.status != row->status) {
		m_store.put_fact(fact);
	}
}

void Projection::settle() {
	// Parties first: under whose name one is held decides what its facts say.
	while (!m_party_blocks.empty()) {
		const std::int64_t block = *m_party_blocks.begin();
		m_party_blocks.erase(m_party_blocks.begin());
		settle_parties(block);
	}
	join_roots();
	m_roots.clear();
	for (const RecordId fact : m_facts) refresh_fact(fact);
	m_facts.clear();
	join_people();
	m_people_roots.clear();
	m_blocks.clear();
}

}  // namespace bienban::registry
