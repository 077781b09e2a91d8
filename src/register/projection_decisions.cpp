#include <algorithm>
#include <nlohmann/json.hpp>

#include "facts/claim.hpp"
#include "model/json.hpp"
#include "naming/parties.hpp"
#include "register/decisions.hpp"
#include "register/person_form.hpp"
#include "register/projection.hpp"

namespace bienban::registry {

namespace {

RecordId number_of(const std::string& subject) {
	const auto id = parse_id(subject);
	return id ? id->number : 0;
}

bool is_mention(const std::string& subject) {
	const auto id = parse_id(subject);
	return id && id->kind == IdKind::person;
}

}  // namespace

void Projection::learn_decisions() {
	if (m_decisions_known) return;
	m_decisions_known = true;
	m_record_bonds.clear();
	m_name_bonds.clear();
	m_decided_people.reset();
	m_on_records.clear();
	m_singled.clear();
	m_singled_mentions.clear();
	m_tied_parties.clear();
	for (const char* kind : {"confirm", "correct", "reject"}) {
		for (DecisionRow& row : m_store.decisions_of_kind(kind)) {
			m_on_records[number_of(row.subject)].push_back(std::move(row));
		}
	}
	for (const DecisionRow& row : m_store.decisions_of_kind("join")) {
		const auto payload = nlohmann::json::parse(row.payload);
		m_record_bonds.push_back({.entry = row.entry, .a = payload.at("a"), .b = payload.at("b"), .together = true});
	}
	for (const DecisionRow& row : m_store.decisions_of_kind("split")) {
		const auto payload = nlohmann::json::parse(row.payload);
		// Records of two facts say different things already.
		const bool singled = !payload.value("apart", false);
		for (const std::string record : payload.at("records")) {
			if (singled) m_singled.insert(number_of(record));
			for (const std::string other : payload.at("from")) {
				m_record_bonds.push_back({.entry = row.entry, .a = record, .b = other, .together = false});
			}
		}
	}
	for (const char* kind : {"same", "different"}) {
		const bool together = std::string_view{kind} == "same";
		for (const DecisionRow& row : m_store.decisions_of_kind(kind)) {
			const auto payload = nlohmann::json::parse(row.payload);
			Bond bond{.entry = row.entry, .a = payload.at("a"), .b = payload.at("b"), .together = together};
			if (!is_mention(bond.a)) {
				m_tied_parties.insert(bond.a);
				m_tied_parties.insert(bond.b);
			} else if (!together) {
				m_singled_mentions.insert(number_of(bond.a));
			}
			m_name_bonds.push_back(std::move(bond));
		}
	}
	std::ranges::sort(m_record_bonds, {}, &Bond::entry);
	std::ranges::sort(m_name_bonds, {}, &Bond::entry);
}

bool Projection::is_singled(RecordId record) {
	learn_decisions();
	return is_entered(record) || m_singled.contains(record);
}

bool Projection::is_singled_mention(RecordId mention) {
	learn_decisions();
	return m_singled_mentions.contains(mention);
}

void Projection::decide(const Entry& entry) {
	const auto payload = nlohmann::json::parse(entry.payload);
	if (entry.kind == "undo") {
		undo(entry, payload);
	} else if (entry.kind == "same" || entry.kind == "different") {
		decide_on_names(entry, payload);
	} else if (entry.kind == "add-fact") {
		add_fact(entry, payload);
	} else if (entry.kind == k_nothing_here) {
		// Of no record: nothing is joined anew for it.
		m_store.put_decision({.entry = entry.seq,
		                      .kind = entry.kind,
		                      .undone = 0,
		                      .subject = payload.at("document"),
		                      .payload = entry.payload});
	} else {
		decide_on_fact(entry, payload);
	}
}

void Projection::decide_on_fact(const Entry& entry, const nlohmann::json& payload) {
	const bool on_one = payload.contains("record");
	const std::string subject =
	    on_one ? payload.at("record") : (payload.contains("a") ? payload.at("a") : payload.at("records").at(0));
	m_store.put_decision(
	    {.entry = entry.seq, .kind = entry.kind, .undone = 0, .subject = subject, .payload = entry.payload});
	m_decisions_known = false;
	see_changes(entry.seq, subject);
	touch_decided(entry.kind, payload);
}

void Projection::touch_decided(const std::string& kind, const nlohmann::json& payload) {
	const auto touch = [&](const std::string& subject) {
		if (const auto block = block_of_subject(subject)) touch_root_of(*block);
	};
	if (kind == "join") {
		std::set<std::int64_t> roots;
		for (const char* side : {"a", "b"}) {
			if (const auto block = block_of_subject(payload.at(side))) roots.insert(m_store.root_of(*block));
		}
		tie_blocks(roots);
	} else if (kind == "split") {
		for (const std::string record : payload.at("records")) {
			move_record(number_of(record));
			touch(record);
		}
		for (const std::string record : payload.at("from")) touch(record);
	} else {
		touch(payload.at("record"));
	}
}

void Projection::see_changes(std::int64_t entry, const std::string& subject) {
	for (ChangedRow row : m_store.changes_of(number_of(subject))) {
		if (row.seen != 0) continue;
		row.seen = entry;
		m_store.put_changed(row);
	}
}

std::optional<std::int64_t> Projection::block_of_subject(const std::string& subject) {
	const auto id = parse_id(subject);
	if (!id) return std::nullopt;
	if (id->kind == IdKind::person) {
		const auto row = m_store.mention(id->number);
		return row ? std::optional{m_store.form(row->signature)->block} : std::nullopt;
	}
	const auto row = m_store.record(id->number);
	return row ? std::optional{m_store.signature(row->signature)->block} : std::nullopt;
}

void Projection::tie_blocks(const std::set<std::int64_t>& roots) {
	std::set<std::int64_t> blocks;
	for (const std::int64_t root : roots) {
		for (const FactRow& fact : m_store.facts_of_root(root)) m_store.remove_fact(fact.id);
		for (const PersonRow& person : m_store.persons_of_root(root)) m_store.remove_person(person.id);
		for (const char* kind : {"record", "person"}) m_store.put_proposals(kind, root, {});
		for (const std::int64_t block : m_store.blocks_of_root(root)) blocks.insert(block);
	}
	m_people.clear();  // the roots are others
	for (const std::int64_t block : blocks) m_store.put_root(block, block);
	learn_decisions();
	const auto tie = [&](const Bond& bond) {
		const auto a = bond.together ? block_of_subject(bond.a) : std::nullopt;
		const auto b = bond.together ? block_of_subject(bond.b) : std::nullopt;
		if (!a || !b || !blocks.contains(*a) || !blocks.contains(*b)) return;
		const std::int64_t root_a = m_store.root_of(*a);
		const std::int64_t root_b = m_store.root_of(*b);
		for (const std::int64_t block : m_store.blocks_of_root(std::max(root_a, root_b))) {
			m_store.put_root(block, std::min(root_a, root_b));
		}
	};
	for (const Bond& bond : m_record_bonds) tie(bond);
	for (const Bond& bond : m_name_bonds) tie(bond);
	for (const std::int64_t block : blocks) {
		touch_root_of(block);
		touched_people(block).all = true;
	}
}

void Projection::move_record(RecordId id) {
	auto row = m_store.record(id);
	const auto was = row ? m_store.signature(row->signature) : std::nullopt;
	if (!was) return;
	const RecordId singled = is_singled(id) ? id : 0;
	if (was->singled == singled) return;
	const auto found = m_store.find_signature(was->block, was->signature, singled);
	const std::int64_t to = found ? found->id : m_store.add_signature(was->block, was->signature, singled);
	row->signature = to;
	m_store.put_record(*row);
	// A record that is gone is not counted: attach() and detach() are for those that are there.
	if (row->gone != 0) return;
	detach(was->id);
	attach(id, *m_store.signature(to));
	InBlocks beside;
	for (const RecordRow& other : m_store.records_of_document(document_of(id))) {
		if (other.gone == 0) beside.emplace(m_store.signature(other.signature)->block, other.signature);
	}
	if (!is_entered(id)) hold_apart(beside);
}

void Projection::move_mention(RecordId id) {
	auto row = m_store.mention(id);
	const auto was = row ? m_store.form(row->signature) : std::nullopt;
	if (!was || row->gone != 0) return;
	const RecordId singled = is_singled_mention(id) ? id : 0;
	if (was->singled == singled) return;
	const auto found = m_store.find_form(was->form, singled);
	const std::int64_t to = found ? found->id : m_store.add_form(was->block, was->form, singled);
	row->signature = to;
	m_store.put_mention(*row);
	detach_mention(was->id);
	const auto document = m_store.document(document_of(id));
	attach_mention(id, to, document ? document->day : 0);
}

void Projection::add_fact(const Entry& entry, const nlohmann::json& payload) {
	auto record = model::record_from_json(payload.at("record").dump());
	if (!record) throw std::invalid_argument("add-fact");
	m_store.put_decision({.entry = entry.seq,
	                      .kind = entry.kind,
	                      .undone = 0,
	                      .subject = write_id(IdKind::record, entered_id(entry.seq)),
	                      .payload = entry.payload});
	m_decisions_known = false;
	meet_parties(*record);
	const RecordId id = entered_id(entry.seq);
	const std::vector<facts::Claim> claims = facts::claims_of(std::nullopt, {*record});
	const SignatureRow signature =
	    signature_for({.block = facts::block_of(claims.front()), .signature = facts::signature_of(claims.front())}, id);
	m_store.put_record({.id = id, .signature = signature.id, .begin = 0, .end = 0, .certainty = 1, .gone = 0});
	attach(id, signature);
}

void Projection::decide_on_names(const Entry& entry, const nlohmann::json& payload) {
	const std::string a = payload.at("a");
	m_store.put_decision({.entry = entry.seq, .kind = entry.kind, .undone = 0, .subject = a, .payload = entry.payload});
	m_decisions_known = false;
	touch_names(payload);
}

void Projection::touch_names(const nlohmann::json& payload) {
	const std::string a = payload.at("a");
	const std::string b = payload.at("b");
	if (is_mention(a)) {
		move_mention(number_of(a));
		std::set<std::int64_t> roots;
		for (const std::string& subject : {a, b}) {
			if (const auto block = block_of_subject(subject)) roots.insert(m_store.root_of(*block));
		}
		tie_blocks(roots);
		return;
	}
	learn_decisions();
	// Two parties that somebody has said to be one stand in one block, wherever their names would put them.
	std::set<std::string> tied = {a, b};
	for (bool grown = true; grown;) {
		grown = false;
		for (const Bond& bond : m_name_bonds) {
			if (!bond.together || tied.contains(bond.a) == tied.contains(bond.b)) continue;
			tied.insert({bond.a, bond.b});
			grown = true;
		}
	}
	for (const std::string& party : tied) {
		const bool bound = m_tied_parties.contains(party);
		const std::string& home = bound ? *tied.begin() : party;
		PartyRow row =
		    m_store.party(party).value_or(PartyRow{.party = party, .block = 0, .canonical = party, .decided = 0});
		if (row.block != 0) m_party_blocks.insert(row.block);
		row.block = m_store.block("party|" + naming::party_block(home));
		m_store.put_party(row);
		m_party_blocks.insert(row.block);
		for (const SignatureRow& signature : m_store.signatures_with_party(party)) touch_root_of(signature.block);
	}
}

void Projection::undo(const Entry& entry, const nlohmann::json& payload) {
	auto row = m_store.decision(payload.at("entry").get<std::int64_t>());
	if (!row) return;
	row->undone = entry.seq;
	m_store.put_decision(*row);
	m_decisions_known = false;
	const auto of_it = nlohmann::json::parse(row->payload);
	if (row->kind == "add-fact") {
		auto record = m_store.record(entered_id(row->entry));
		if (!record || record->gone != 0) return;
		record->gone = entry.seq;
		m_store.put_record(*record);
		detach(record->signature);
	} else if (row->kind == k_nothing_here) {
		return;
	} else if (row->kind == "same" || row->kind == "different") {
		touch_names(of_it);
	} else {
		touch_decided(row->kind, of_it);
	}
}

}  // namespace bienban::registry
