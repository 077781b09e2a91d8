#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/fields.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "model/period.hpp"
#include "register/change.hpp"
#include "register/json_values.hpp"
#include "register/projection.hpp"
#include "register/register.hpp"

namespace bienban::registry {

namespace {

/// What a decision writes into the journal.
struct Written {
	const char* kind = "";
	Json payload;
};

/// A record's fact. Fails with "register-no-such".
base::Result<FactRow> fact_of(Store& store, RecordId record) {
	const auto row = store.record(record);
	const auto signature = row ? store.signature(row->signature) : std::nullopt;
	auto fact = signature ? store.fact(signature->fact) : std::nullopt;
	if (!fact) return base::fail("register-no-such", {write_id(IdKind::fact, record)});
	return std::move(*fact);
}

bool is_date(const nlohmann::json& value) {
	return value.is_string() && model::period_of(value.get<std::string>()).has_value();
}

/// Whether the record's dates are dates, of parties some.
base::Result<void> check_record(const model::Record& record) {
	const Json json = model::to_json(record);
	for (const char* field : {"date", "signed", "term", "since", "period"}) {
		if (!json.contains(field) || json.at(field).is_null() || is_date(json.at(field))) continue;
		return base::fail("decision-date", {json.at(field).get<std::string>()});
	}
	bool any = false;
	model::for_each_side(record, [&](const std::vector<model::Party>& side) { any = any || !side.empty(); });
	if (!any) return base::fail("decision-record");
	return {};
}

/// The record with one field replaced.
base::Result<Json> corrected(const FactRow& fact, const Correct& correct) {
	Json value = Json::parse(fact.value);
	const auto fields = model::field_names(fact.type);
	if (std::ranges::find(fields, correct.field) == fields.end()) {
		std::string list;
		for (const std::string_view field : fields) list.append(list.empty() ? "" : ", ").append(field);
		return base::fail("decision-field", {correct.field, fact.type, list});
	}
	const Json given = Json::parse(correct.value, nullptr, false);
	if (given.is_discarded()) return base::fail("decision-value", {correct.value, correct.field});
	value[correct.field] = given;
	const auto record = model::record_from_json(value.dump());
	// What was not understood would have been left out, so it must come back as it went in.
	if (!record) return base::fail("decision-value", {correct.value, correct.field});
	const Json back = model::to_json(*record);
	const bool kept = back.contains(correct.field) ? back.at(correct.field) == given : given.is_null();
	if (!kept) return base::fail("decision-value", {correct.value, correct.field});
	if (auto sound = check_record(*record); !sound) return tl::unexpected(std::move(sound.error()));
	return given;
}

base::Result<Written> written(Store& store, const Confirm& confirm) {
	const auto fact = fact_of(store, confirm.fact);
	if (!fact) return tl::unexpected(fact.error());
	return Written{"confirm",
	               {{"fact", write_id(IdKind::fact, fact->id)},
	                {"record", write_id(IdKind::record, confirm.fact)},
	                {"value", Json::parse(fact->value)}}};
}

base::Result<Written> written(Store& store, const Correct& correct) {
	const auto fact = fact_of(store, correct.fact);
	if (!fact) return tl::unexpected(fact.error());
	const auto value = corrected(*fact, correct);
	if (!value) return tl::unexpected(value.error());
	return Written{"correct",
	               {{"fact", write_id(IdKind::fact, fact->id)},
	                {"record", write_id(IdKind::record, correct.fact)},
	                {"field", correct.field},
	                {"value", *value}}};
}

base::Result<Written> written(Store& store, const Reject& reject) {
	const auto fact = fact_of(store, reject.fact);
	if (!fact) return tl::unexpected(fact.error());
	return Written{"reject",
	               {{"fact", write_id(IdKind::fact, fact->id)}, {"record", write_id(IdKind::record, reject.fact)}}};
}

base::Result<Written> written(Store&, const AddFact& add) {
	if (auto sound = check_record(add.record); !sound) return tl::unexpected(std::move(sound.error()));
	return Written{"add-fact", {{"record", model::to_json(add.record)}}};
}

base::Result<Written> written(Store& store, const Join& join) {
	const auto a = fact_of(store, join.a);
	if (!a) return tl::unexpected(a.error());
	const auto b = fact_of(store, join.b);
	if (!b) return tl::unexpected(b.error());
	const std::string name_a = write_id(IdKind::fact, a->id);
	const std::string name_b = write_id(IdKind::fact, b->id);
	if (a->type != b->type) return base::fail("decision-types", {name_a, a->type, name_b, b->type});
	if (a->id == b->id) return base::fail("decision-same-fact", {name_a});
	return Written{"join", {{"a", write_id(IdKind::record, join.a)}, {"b", write_id(IdKind::record, join.b)}}};
}

/// For each way in which a fact is said one record that says it so: it stands for all that say the same.
Json speakers_of(Store& store, RecordId fact, const std::vector<RecordId>& without) {
	Json speakers = Json::array();
	for (const SignatureRow& signature : store.signatures_of_fact(fact)) {
		for (const RecordRow& record : store.records_of_signature(signature.id, without.size() + 1)) {
			if (std::ranges::find(without, record.id) != without.end()) continue;
			speakers.push_back(write_id(IdKind::record, record.id));
			break;
		}
	}
	return speakers;
}

base::Result<Written> written(Store& store, const Split& split) {
	const auto fact = fact_of(store, split.fact);
	if (!fact) return tl::unexpected(fact.error());
	const std::string name = write_id(IdKind::fact, fact->id);
	Json records = Json::array();
	std::optional<FactRow> other;  // that has the records already
	for (const RecordId record : split.records) {
		const auto of = fact_of(store, record);
		if (!of) return tl::unexpected(of.error());
		const bool apart = of->id != fact->id && of->type == fact->type;
		const bool first = records.empty();
		if ((of->id != fact->id && !apart) || (!first && apart != other.has_value()) ||
		    (other && other->id != of->id)) {
			return base::fail("decision-not-of-fact", {write_id(IdKind::record, record), name});
		}
		if (apart) other = *of;
		records.push_back(write_id(IdKind::record, record));
	}
	if (other) {
		return Written{"split",
		               {{"fact", name},
		                {"records", speakers_of(store, other->id, {})},
		                {"from", speakers_of(store, fact->id, {})},
		                {"apart", true}}};
	}
	const Json from = speakers_of(store, fact->id, split.records);
	if (records.empty() || from.empty()) return base::fail("decision-all-of-fact", {name});
	return Written{"split", {{"fact", name}, {"records", records}, {"from", from}}};
}

/// A person's mention or a party, as the journal names it.
base::Result<std::string> subject_of(Store& store, const std::string& word) {
	const auto id = parse_id(word);
	if (id && id->kind == IdKind::person && store.mention(id->number)) return write_id(IdKind::person, id->number);
	if (word.find('/') != std::string::npos && (store.party(word) || !store.signatures_with_party(word).empty())) {
		return word;
	}
	return base::fail("register-no-such", {word});
}

base::Result<Written> on_names(Store& store, const char* kind, const std::string& first, const std::string& second) {
	const auto a = subject_of(store, first);
	if (!a) return tl::unexpected(a.error());
	const auto b = subject_of(store, second);
	if (!b) return tl::unexpected(b.error());
	if (parse_id(*a).has_value() != parse_id(*b).has_value()) return base::fail("decision-kinds", {*a, *b});
	if (*a == *b) return base::fail("decision-same-name", {*a});
	return Written{kind, {{"a", *a}, {"b", *b}}};
}

base::Result<Written> written(Store& store, const Same& same) { return on_names(store, "same", same.a, same.b); }

base::Result<Written> written(Store& store, const Different& different) {
	return on_names(store, "different", different.a, different.b);
}

base::Result<Written> written(Store& store, const NothingHere& nothing) {
	const std::string name = write_id(IdKind::document, nothing.document);
	if (!store.document(nothing.document)) return base::fail("register-no-such", {name});
	for (const DecisionRow& row : store.decisions_on(name)) {
		if (row.kind == k_nothing_here) return base::fail("decision-nothing-here-already", {name});
	}
	return Written{k_nothing_here, {{"document", name}}};
}

base::Result<Written> written(Store& store, const Undo& undo) {
	const std::string name = write_id(IdKind::entry, undo.entry);
	const auto decision = store.decision(undo.entry);
	if (!decision) {
		return base::fail(store.entry(undo.entry) ? "decision-no-decision" : "register-no-such", {name});
	}
	if (decision->undone != 0) {
		return base::fail("decision-undone-already", {name, write_id(IdKind::entry, decision->undone)});
	}
	return Written{"undo", {{"entry", undo.entry}}};
}

}  // namespace

base::Result<std::int64_t> Register::decide(const Decision& decision, const Author& author) {
	Change change{*m_store};
	const auto made = std::visit([&](const auto& one) { return written(*m_store, one); }, decision);
	if (!made) return tl::unexpected(made.error());
	const std::int64_t seq =
	    JournalEnd{*m_store}.append(author.who, made->kind, author.why, model::dump(made->payload));
	m_people->clear();  // decisions may tie or untie whole blocks
	KeptPeople people;
	Projection projection{*m_store, people};
	projection.decide(*m_store->entry(seq));
	projection.settle();
	change.commit();
	return seq;
}

}  // namespace bienban::registry
