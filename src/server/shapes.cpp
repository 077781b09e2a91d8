#include "server/shapes.hpp"

#include <cmath>

#include "asking/stories.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "model/period.hpp"
#include "register/names.hpp"
#include "report/describe.hpp"
#include "report/register_report.hpp"
#include "report/values.hpp"

namespace bienban::server {

namespace {

/// The decision that marks the document, nothing where none is in force.
bool has_mark(Call& call, std::int64_t document) {
	for (const registry::DecisionRow& row : call.rows().decisions_on(report::document_name(document))) {
		if (row.kind == registry::k_nothing_here) return true;
	}
	return false;
}

double certainty(double value) { return std::round(value * 100) / 100; }

}  // namespace

Json text_json(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }
Json text_json(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

Json day_json(std::int32_t day) {
	if (day == 0 || day == model::Period::k_open || day >= 99990000) return nullptr;
	return report::days_edtf(day, day);
}

Json held_json(std::string_view text) {
	Json json = Json::parse(text, nullptr, false);
	return json.is_discarded() ? Json(text) : json;
}

Json count_json(const registry::Count& count) { return {{"number", count.number}, {"at_least", count.more}}; }

Json fact_row_json(Call& call, registry::FactRow fact) {
	asking::complete(call.rows(), fact);
	const auto record = model::record_from_json(fact.value);
	Json date = record ? text_json(report::date_of(*record)) : Json(nullptr);
	if (date.is_null()) date = text_json(report::days_edtf(fact.first_day, fact.last_day));
	return {{"id", report::fact_name(fact.id)},
	        {"type", fact.type},
	        {"status", model::name_of(fact.status)},
	        {"date", std::move(date)},
	        {"first_day", day_json(fact.first_day)},
	        {"last_day", day_json(fact.last_day)},
	        {"summary", record ? report::describe(*record, call.lang()) : report::summary(fact.value, call.lang())},
	        {"conflicts", fact.conflicts},
	        {"records", fact.records},
	        {"record", held_json(fact.value)}};
}

Json document_row_json(Call& call, registry::DocumentRow document) {
	asking::complete(call.rows(), document);
	const bool marked = has_mark(call, document.id);
	return {{"id", report::document_name(document.id)},
	        {"source", document.source},
	        {"title", text_json(std::string_view{document.title})},
	        {"published", text_json(document.published)},
	        {"authors", held_json(document.authors)},
	        {"places", document.places},
	        {"records", document.records},
	        {"entry", report::entry_name(document.entry)},
	        {"nothing_here", marked}};
}

Json source_json(const registry::Source& source) {
	return {{"record", report::record_name(source.record)},
	        {"document", source.document == 0 ? Json(nullptr) : Json(report::document_name(source.document))},
	        {"source", text_json(std::string_view{source.path})},
	        {"title", text_json(std::string_view{source.title})},
	        {"published", text_json(source.published)},
	        {"certainty", model::number_json(certainty(source.certainty))},
	        {"gone", source.gone},
	        {"evidence", {{"start", source.begin}, {"end", source.end}, {"quote", source.quote}}},
	        {"value", source.value.empty() ? Json(nullptr) : held_json(source.value)}};
}

Json sources_json(Call& call, const std::vector<registry::RecordId>& records) {
	Json list = Json::array();
	for (const registry::RecordId record : records) {
		if (const auto source = call.opened().source(record)) list.push_back(source_json(*source));
	}
	return list;
}

namespace {

Json undone_json(Call& call, std::int64_t entry) {
	const auto decision = call.rows().decision(entry);
	return decision && decision->undone != 0 ? Json(report::entry_name(decision->undone)) : Json(nullptr);
}

}  // namespace

Json decisions_json(Call& call, const std::vector<registry::Entry>& entries) {
	Json list = Json::array();
	for (const registry::Entry& entry : entries) {
		list.push_back({{"entry", report::entry_name(entry.seq)},
		                {"at", entry.at},
		                {"who", entry.who},
		                {"kind", entry.kind},
		                {"why", text_json(std::string_view{entry.why})},
		                {"payload", held_json(entry.payload)},
		                {"undone", undone_json(call, entry.seq)}});
	}
	return list;
}

Json entry_json(Call& call, const registry::Entry& entry, bool whole) {
	const Json payload = held_json(entry.payload);
	Json document = nullptr;
	Json fact = nullptr;
	if (entry.kind == "reading") {
		if (const auto id = call.rows().document_of_text(payload.value("sha256", ""))) {
			document = report::document_name(*id);
		}
	} else if (payload.contains("document")) {
		document = payload.at("document");
	} else if (entry.kind == "add-fact") {
		fact = report::fact_name(registry::entered_id(entry.seq));
	} else if (payload.contains("fact")) {
		fact = payload.at("fact");
	} else if (entry.kind == "join") {
		fact = payload.at("a");
	}
	Json undone = undone_json(call, entry.seq);
	const Account& account = call.session().account;
	const bool decision = call.rows().decision(entry.seq).has_value();
	const bool may = decision && undone.is_null() &&
	                 (account.role >= Role::approver || (account.role >= Role::editor && account.name == entry.who));
	Json json = {{"entry", report::entry_name(entry.seq)},
	             {"at", entry.at},
	             {"who", entry.who},
	             {"kind", entry.kind},
	             {"why", text_json(std::string_view{entry.why})},
	             {"summary", report::entry_summary(entry, call.lang())},
	             {"document", std::move(document)},
	             {"fact", std::move(fact)},
	             {"undone", std::move(undone)},
	             {"may_undo", may}};
	if (whole) {
		json["payload"] = payload;
		json["hash"] = entry.hash;
	}
	return json;
}

Json entries_json(Call& call, const std::vector<registry::Entry>& entries) {
	Json list = Json::array();
	for (const registry::Entry& entry : entries) list.push_back(entry_json(call, entry));
	return list;
}

}  // namespace bienban::server
