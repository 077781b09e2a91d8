#include "report/lists.hpp"

#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "register/names.hpp"
#include "report/describe.hpp"
#include "report/register_report.hpp"
#include "report/story.hpp"
#include "report/values.hpp"

namespace bienban::report {

namespace {

using base::Lang;
using Json = nlohmann::ordered_json;

Cell day_cell(std::int32_t day) {
	const bool open = day <= 0 || day >= 99991231;
	return text_cell(open ? "" : days_edtf(day, day));
}

/// A value of a record: in a table not shown, in CSV as the record model writes it.
Cell field_cell(const Json& record, std::string_view field) {
	const auto found = record.find(std::string{field});
	return {.json = found == record.end() ? "null" : model::dump(*found)};
}

/// "VN" → "Vietnam", empty where nothing is known.
Cell country_cell(const std::string& code, Lang lang) {
	Cell cell = text_cell(code);
	if (!code.empty()) cell.words = place_words(code, lang);
	return cell;
}

}  // namespace

Listing facts_listing(const std::vector<registry::FactRow>& rows, std::optional<std::string_view> type, Lang lang) {
	Listing listing;
	listing.columns = {{.key = "id"},
	                   {.key = "type", .shown = type ? Shown::in_data : Shown::everywhere},
	                   {.key = "date", .breaks = true, .shown = Shown::in_tables},
	                   {.key = "first_day", .shown = Shown::in_data},
	                   {.key = "last_day", .shown = Shown::in_data}};
	const auto fields = type ? model::field_names(*type) : std::vector<std::string_view>{};
	for (const std::string_view field : fields)
		listing.columns.push_back({.key = std::string{field}, .shown = Shown::in_csv});
	listing.columns.push_back({.key = "record", .shown = Shown::in_jsonl});
	listing.columns.push_back({.key = "summary", .breaks = true});
	listing.columns.push_back({.key = "status"});
	listing.columns.push_back({.key = "conflicts", .breaks = true});
	listing.columns.push_back({.key = "records"});
	for (const registry::FactRow& fact : rows) {
		Json record = Json::parse(fact.value, nullptr, false);
		if (!record.is_object()) record = Json::object();
		Cell type_cell = text_cell(fact.type);
		type_cell.words = base::Messages::of(lang).text("type-" + fact.type);
		std::vector<Cell> row = {text_cell(fact_name(fact.id)), type_cell, Cell{.words = when_words(fact, lang)},
		                         day_cell(fact.first_day), day_cell(fact.last_day)};
		for (const std::string_view field : fields) row.push_back(field_cell(record, field));
		row.push_back({.json = model::dump(record)});
		row.push_back(text_cell(summary(fact.value, lang)));
		Cell status = text_cell(model::name_of(fact.status));
		status.words = status_words(fact.status, lang);
		row.push_back(status);
		Cell conflicts = list_cell(fact.conflicts);
		conflicts.words.emplace();
		for (const std::string& field : fact.conflicts) {
			conflicts.words->append(conflicts.words->empty() ? "" : ", ").append(field_words(field, lang));
		}
		row.push_back(conflicts);
		row.push_back(number_cell(fact.records));
		listing.rows.push_back(std::move(row));
	}
	return listing;
}

Listing documents_listing(const std::vector<registry::DocumentRow>& rows, Lang lang) {
	Listing listing;
	listing.columns = {{.key = "id"},
	                   {.key = "published"},
	                   {.key = "title", .breaks = true},
	                   {.key = "source", .breaks = true},
	                   {.key = "places", .breaks = true},
	                   {.key = "records"}};
	for (const registry::DocumentRow& document : rows) {
		Cell published = text_cell(document.published.value_or(""));
		published.words = document.published ? date_words(*document.published, lang) : "–";
		listing.rows.push_back({text_cell(document_name(document.id)), published, text_cell(document.title),
		                        text_cell(document.source), list_cell(document.places), number_cell(document.records)});
	}
	return listing;
}

Listing persons_listing(const std::vector<registry::PersonRow>& rows, Lang lang) {
	Listing listing;
	listing.columns = {{.key = "id"}, {.key = "name", .breaks = true}, {.key = "country"}, {.key = "mentions"}};
	for (const registry::PersonRow& person : rows) {
		listing.rows.push_back({text_cell(person_name(person.id)), text_cell(person.name),
		                        country_cell(person.country, lang), number_cell(person.mentions)});
	}
	return listing;
}

Listing parties_listing(const std::vector<registry::PartyCount>& rows, Lang lang) {
	Listing listing;
	listing.columns = {{.key = "party", .breaks = true}, {.key = "name", .breaks = true}, {.key = "facts"}};
	for (const registry::PartyCount& row : rows) {
		Cell counted = number_cell(row.facts.number);
		counted.words = counted_words(row.facts, lang);
		listing.rows.push_back({text_cell(row.party), text_cell(party_words(row.party, lang)), counted});
	}
	return listing;
}

Listing proposals_listing(const std::vector<registry::ProposalRow>& rows, Lang lang) {
	const base::Messages& m = base::Messages::of(lang);
	Listing listing;
	listing.columns = {{.key = "kind"},
	                   {.key = "a", .breaks = true},
	                   {.key = "b", .breaks = true},
	                   {.key = "score"},
	                   {.key = "reason", .shown = Shown::in_data},
	                   {.key = "why", .breaks = true}};
	for (const registry::ProposalRow& row : rows) {
		Cell kind = text_cell(row.kind);
		kind.words = m.text("proposal-" + row.kind);
		listing.rows.push_back({kind, text_cell(row.a), text_cell(row.b), decimal_cell(row.score),
		                        text_cell(row.reason), text_cell(reason_words(row.reason, texts_of(row.words), lang))});
	}
	return listing;
}

Listing changes_listing(const std::vector<registry::ChangedRow>& rows, Lang lang) {
	Listing listing;
	listing.columns = {
	    {.key = "record"}, {.key = "entry"}, {.key = "before", .breaks = true}, {.key = "after", .breaks = true}};
	const auto record_cell = [&](const std::string& json) {
		Cell cell{.json = json.empty() ? "null" : json};
		cell.words = json.empty() ? base::Messages::of(lang).text("record-gone") : summary(json, lang);
		cell.plain = cell.words;
		return cell;
	};
	for (const registry::ChangedRow& row : rows) {
		listing.rows.push_back({text_cell(record_name(row.record)), text_cell(entry_name(row.entry)),
		                        record_cell(row.before), record_cell(row.after)});
	}
	return listing;
}

Listing entries_listing(const std::vector<registry::Entry>& entries, Lang lang) {
	Listing listing;
	listing.columns = {{.key = "entry"},
	                   {.key = "at", .breaks = true},
	                   {.key = "who", .breaks = true},
	                   {.key = "kind", .shown = Shown::in_data},
	                   {.key = "what", .breaks = true},
	                   {.key = "why", .breaks = true}};
	for (const registry::Entry& entry : entries) {
		listing.rows.push_back({text_cell(entry_name(entry.seq)), text_cell(entry.at), text_cell(entry.who),
		                        text_cell(entry.kind), text_cell(entry_summary(entry, lang)), text_cell(entry.why)});
	}
	return listing;
}

}  // namespace bienban::report
