#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "register/json_values.hpp"
#include "register/projection.hpp"
#include "register/register.hpp"
#include "register/sources.hpp"

namespace bienban::registry {

namespace {

std::int64_t entry_of(Store& store, RecordId record) {
	if (is_entered(record)) return ordinal_of(record);
	const auto document = store.document(document_of(record));
	return document ? document->entry : 0;
}

/// The decisions on any of the records, in their order.
std::vector<DecisionRow> decisions_on_all(Store& store, const std::vector<std::string>& subjects) {
	std::map<std::int64_t, DecisionRow> found;
	for (const std::string& subject : subjects) {
		for (DecisionRow& row : store.decisions_on(subject)) found.emplace(row.entry, std::move(row));
	}
	std::vector<DecisionRow> rows;
	rows.reserve(found.size());
	for (auto& [entry, row] : found) rows.push_back(std::move(row));
	return rows;
}

/// What people said of the fact, then what its records say, by field.
std::vector<StatedValue> stated_values(Store& store, const FactView& view) {
	std::vector<StatedValue> out;
	for (const std::string_view field : model::field_names(view.fact.type)) {
		const std::string name{field};
		std::string preferred;
		for (const DecisionRow& decision : view.decisions) {
			const auto payload = Json::parse(decision.payload);
			Json value;
			if (decision.kind == "correct" && payload.at("field") == name) value = payload.at("value");
			if (decision.kind == "confirm" && payload.at("value").contains(name)) value = payload.at("value").at(name);
			if (value.is_null()) continue;
			// The latest word of a person is preferred, the earlier ones stay as they were said.
			for (StatedValue& before : out) {
				if (before.field == name) before.rank = Rank::rejected;
			}
			preferred = value.dump();
			out.push_back(
			    {.field = name, .value = preferred, .record = 0, .entry = decision.entry, .rank = Rank::preferred});
		}
		for (const Source& source : view.sources) {
			const auto says = Json::parse(source.value);
			if (!says.contains(name) || says.at(name).is_null() || says.at(name) == Json::array()) continue;
			const std::string value = says.at(name).dump();
			const bool against = !preferred.empty() && value != preferred &&
			                     std::ranges::find(view.fact.conflicts, name) == view.fact.conflicts.end();
			out.push_back({.field = name,
			               .value = value,
			               .record = source.record,
			               .entry = entry_of(store, source.record),
			               .rank = against || view.fact.status == Status::rejected ? Rank::rejected : Rank::normal});
		}
	}
	return out;
}

/// The links of the fact and what was nearly joined with it.
void explain(Store& store, FactView& view) {
	KeptPeople people;
	const Projection::Block block = Projection{store, people}.block_of_root(view.fact.root);
	const facts::Joined joined = facts::join(block.claims, block.bonds);
	const auto of_fact = [&](std::size_t claim) { return block.signatures[claim].fact == view.fact.id; };
	const auto why = [&](const facts::Link& link) {
		return Why{.a = block.signatures[link.pair.first].first,
		           .b = block.signatures[link.pair.second].first,
		           .reason = link.reason};
	};
	for (const facts::Link& link : joined.links) {
		if (of_fact(link.pair.first) && of_fact(link.pair.second)) view.why.push_back(why(link));
	}
	for (const facts::Link& link : joined.unsure) {
		if (of_fact(link.pair.first) || of_fact(link.pair.second)) view.unsure.push_back(why(link));
	}
}

}  // namespace

std::optional<FactView> Register::fact(RecordId id, std::size_t most_sources) {
	const auto record = m_store->record(id);
	const auto signature = record ? m_store->signature(record->signature) : std::nullopt;
	auto fact = signature ? m_store->fact(signature->fact) : std::nullopt;
	if (!fact) return std::nullopt;
	FactView view{.fact = std::move(*fact), .statements = {}, .sources = {}, .why = {}, .unsure = {}, .decisions = {}};
	std::vector<std::string> subjects;
	for (const SignatureRow& row : m_store->signatures_of_fact(view.fact.id)) {
		const std::string value = value_of(row);
		for (const RecordRow& one : m_store->records_of_signature(row.id, most_sources)) {
			view.sources.push_back(source_of(*m_store, one, value));
		}
	}
	if (m_store->active_decisions() > 0) {
		for (const RecordId one : records_with_decisions(view.fact.id))
			subjects.push_back(write_id(IdKind::record, one));
	}
	std::ranges::sort(view.sources, [](const Source& a, const Source& b) { return names_before(a.record, b.record); });
	if (view.sources.size() > most_sources) view.sources.resize(most_sources);
	view.decisions = decisions_on_all(*m_store, subjects);
	view.statements = stated_values(*m_store, view);
	explain(*m_store, view);
	return view;
}

std::vector<RecordId> Register::records_with_decisions(RecordId fact) {
	std::vector<RecordId> records;
	for (const char* kind : {"confirm", "correct", "reject", "add-fact", "join", "split"}) {
		for (const DecisionRow& row : m_store->decisions_of_kind(kind)) {
			const auto id = parse_id(row.subject);
			const auto record = id ? m_store->record(id->number) : std::nullopt;
			const auto signature = record ? m_store->signature(record->signature) : std::nullopt;
			if (signature && signature->fact == fact) records.push_back(id->number);
		}
	}
	return records;
}

std::vector<DecisionRow> Register::decisions_about(RecordId fact) {
	const auto of_fact = [&](const nlohmann::json& word) {
		const auto id = word.is_string() ? parse_id(word.get<std::string>()) : std::nullopt;
		const auto record = id && id->kind == IdKind::record ? m_store->record(id->number) : std::nullopt;
		const auto signature = record ? m_store->signature(record->signature) : std::nullopt;
		return signature && signature->fact == fact;
	};
	std::vector<DecisionRow> about;
	for (DecisionRow& row : m_store->all_decisions()) {
		const auto payload = nlohmann::json::parse(row.payload);
		bool found = of_fact(row.subject);
		for (const char* key : {"a", "b"}) found = found || (payload.contains(key) && of_fact(payload.at(key)));
		for (const char* key : {"records", "from"}) {
			if (payload.contains(key)) found = found || std::ranges::any_of(payload.at(key), of_fact);
		}
		if (found) about.push_back(std::move(row));
	}
	return about;
}

std::optional<PersonView> Register::person(RecordId id, std::size_t most_mentions) {
	const auto mention = m_store->mention(id);
	const auto form = mention ? m_store->form(mention->signature) : std::nullopt;
	auto person = form ? m_store->person(form->person) : std::nullopt;
	if (!person) return std::nullopt;
	PersonView view{.person = std::move(*person), .forms = {}, .mentions = {}, .decisions = {}};
	view.forms = m_store->forms_of_person(view.person.id);
	for (const FormRow& row : view.forms) {
		for (const RecordRow& one : m_store->mentions_of_form(row.id, most_mentions)) {
			view.mentions.push_back(source_of(*m_store, one, row.form));
		}
	}
	std::ranges::sort(view.mentions, {}, &Source::record);
	if (view.mentions.size() > most_mentions) view.mentions.resize(most_mentions);
	for (const char* kind : {"same", "different"}) {
		for (DecisionRow& row : m_store->decisions_of_kind(kind)) {
			const auto payload = nlohmann::json::parse(row.payload);
			const bool of_it = std::ranges::any_of(std::vector{"a", "b"}, [&](const char* side) {
				const auto subject = parse_id(payload.at(side).get<std::string>());
				const auto at =
				    subject && subject->kind == IdKind::person ? m_store->mention(subject->number) : std::nullopt;
				return at && m_store->form(at->signature)->person == view.person.id;
			});
			if (of_it) view.decisions.push_back(std::move(row));
		}
	}
	std::ranges::sort(view.decisions, {}, &DecisionRow::entry);
	return view;
}

std::optional<Source> Register::evidence(RecordId id, Quoted quoted) {
	if (quoted == Quoted::no) return is_entered(id) ? std::nullopt : heading_of(*m_store, document_of(id));
	const auto record = m_store->record(id);
	return record ? std::optional{source_of(*m_store, *record, {})} : std::nullopt;
}

std::optional<Source> Register::source(RecordId id) {
	const auto record = m_store->record(id);
	const auto signature = record ? m_store->signature(record->signature) : std::nullopt;
	if (!signature) return std::nullopt;
	return source_of(*m_store, *record, value_of(*signature));
}

}  // namespace bienban::registry
