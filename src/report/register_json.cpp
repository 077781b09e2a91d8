#include <cmath>
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

std::string written(const Json& json) { return json.dump(1, '\t', false, Json::error_handler_t::replace) + "\n"; }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json optional_json(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

/// JSON that the register holds as text.
Json held(std::string_view text) {
	Json json = Json::parse(text, nullptr, false);
	return json.is_discarded() ? Json(std::string{text}) : json;
}

Json document_or_null(std::int64_t document) { return document == 0 ? Json(nullptr) : Json(document_name(document)); }

Json source_json(const registry::Source& source) {
	return {{"record", record_name(source.record)},
	        {"document", document_or_null(source.document)},
	        {"source", text_or_null(source.path)},
	        {"title", text_or_null(source.title)},
	        {"published", optional_json(source.published)},
	        {"certainty", model::number_json(rounded(source.certainty))},
	        {"gone", source.gone},
	        {"evidence", {{"start", source.begin}, {"end", source.end}, {"quote", source.quote}}},
	        {"value", source.value.empty() ? Json(nullptr) : held(source.value)}};
}

Json entries_json(const std::vector<registry::Entry>& entries) {
	Json list = Json::array();
	for (const registry::Entry& entry : entries) {
		list.push_back({{"entry", entry_name(entry.seq)},
		                {"at", entry.at},
		                {"who", entry.who},
		                {"kind", entry.kind},
		                {"why", text_or_null(entry.why)},
		                {"payload", held(entry.payload)}});
	}
	return list;
}

Json links_json(const std::vector<registry::Why>& links, Lang lang) {
	Json list = Json::array();
	for (const registry::Why& why : links) {
		list.push_back({{"a", record_name(why.a)},
		                {"b", record_name(why.b)},
		                {"reason", why.reason.reason},
		                {"why", reason_words(why.reason.reason, why.reason.values, lang)},
		                {"score", model::number_json(rounded(why.reason.score))}});
	}
	return list;
}

Json form_json(const registry::FormRow& form) {
	Json json = held(form.form);
	if (!json.is_object()) json = Json{{"name", form.form}};
	json["first_day"] = form.first_day == 0 ? Json(nullptr) : Json(days_edtf(form.first_day, form.first_day));
	json["last_day"] = form.last_day == 0 ? Json(nullptr) : Json(days_edtf(form.last_day, form.last_day));
	json["mentions"] = form.mentions;
	return json;
}

Json fact_head(const registry::FactRow& fact, Lang lang) {
	return {{"id", fact_name(fact.id)},
	        {"type", fact.type},
	        {"status", model::name_of(fact.status)},
	        {"summary", summary(fact.value, lang)}};
}

Json changes_json(const std::vector<registry::ChangedRow>& changes) {
	Json list = Json::array();
	for (const registry::ChangedRow& change : changes) {
		list.push_back({{"entry", entry_name(change.entry)},
		                {"before", held(change.before)},
		                {"after", change.after.empty() ? Json(nullptr) : held(change.after)}});
	}
	return list;
}

/// Pages are counted from 1; boxes are in points from the left and upper edge.
Json pages_json(const std::vector<registry::OnPage>& pages) {
	Json list = Json::array();
	const auto tenth = [](float value) { return model::number_json(std::round(static_cast<double>(value) * 10) / 10); };
	for (const registry::OnPage& place : pages) {
		Json boxes = Json::array();
		for (const model::Box& box : place.boxes)
			boxes.push_back({tenth(box.left), tenth(box.top), tenth(box.right), tenth(box.bottom)});
		list.push_back({{"page", place.page + 1}, {"boxes", std::move(boxes)}});
	}
	return list;
}

Json record_object(const RecordStory& story) {
	Json json = source_json(story.source);
	if (!story.pages.empty()) json["pages"] = pages_json(story.pages);
	json["fact"] = story.fact == 0 ? Json(nullptr) : Json(fact_name(story.fact));
	json["changes"] = changes_json(story.changes);
	return json;
}

}  // namespace

std::string fact_json(const FactStory& story, Lang lang) {
	const registry::FactView& view = story.view;
	Json json = fact_head(view.fact, lang);
	json["first_day"] =
	    view.fact.first_day == 0 ? Json(nullptr) : Json(days_edtf(view.fact.first_day, view.fact.first_day));
	json["last_day"] =
	    view.fact.last_day == 0 ? Json(nullptr) : Json(days_edtf(view.fact.last_day, view.fact.last_day));
	json["record"] = held(view.fact.value);
	json["conflicts"] = view.fact.conflicts;
	json["records"] = view.fact.records;
	json["statements"] = Json::array();
	for (const registry::StatedValue& statement : view.statements) {
		json["statements"].push_back(
		    {{"field", statement.field},
		     {"value", held(statement.value)},
		     {"record", statement.record == 0 ? Json(nullptr) : Json(record_name(statement.record))},
		     {"entry", statement.entry == 0 ? Json(nullptr) : Json(entry_name(statement.entry))},
		     {"rank", model::name_of(statement.rank)}});
	}
	json["sources"] = Json::array();
	for (const registry::Source& source : view.sources) json["sources"].push_back(source_json(source));
	json["decisions"] = entries_json(story.entries);
	return written(json);
}

std::string why_json(const FactStory& story, Lang lang) {
	Json json = fact_head(story.view.fact, lang);
	json["joined"] = links_json(story.view.why, lang);
	json["unsure"] = links_json(story.view.unsure, lang);
	json["sources"] = Json::array();
	for (const registry::Source& source : story.view.sources) json["sources"].push_back(source_json(source));
	json["decisions"] = entries_json(story.entries);
	return written(json);
}

std::string record_json(const RecordStory& story, Lang lang) {
	Json json = record_object(story);
	json["summary"] = summary(story.source.value, lang);
	return written(json);
}

std::string document_json(const DocumentStory& story, Lang /*lang*/) {
	const registry::DocumentRow& document = story.document;
	Json json = {{"id", document_name(document.id)},      {"source", document.source},
	             {"title", text_or_null(document.title)}, {"published", optional_json(document.published)},
	             {"authors", held(document.authors)},     {"places", document.places},
	             {"program", document.program},           {"lexicon", document.lexicon},
	             {"entry", entry_name(document.entry)}};
	json["people"] = Json::array();
	for (const DocumentStory::Named& named : story.people) {
		Json person = {{"person", person_name(named.person)}};
		person.update(held(named.form.form));
		json["people"].push_back(person);
	}
	json["records"] = Json::array();
	for (const RecordStory& record : story.records) json["records"].push_back(record_object(record));
	return written(json);
}

std::string person_json(const PersonStory& story, Lang /*lang*/) {
	const registry::PersonView& view = story.view;
	Json json = {{"id", person_name(view.person.id)},
	             {"name", view.person.name},
	             {"country", text_or_null(view.person.country)}};
	json["forms"] = Json::array();
	for (const registry::FormRow& form : view.forms) json["forms"].push_back(form_json(form));
	json["mentions"] = Json::array();
	for (const registry::Source& source : view.mentions) {
		Json mention = source_json(source);
		mention.erase("value");
		json["mentions"].push_back(mention);
	}
	json["decisions"] = entries_json(story.entries);
	return written(json);
}

std::string party_json(const PartyStory& story, Lang lang) {
	Json json = {{"party", story.party},
	             {"name", party_words(story.party, lang)},
	             {"held_as", story.held_as},
	             {"spellings", story.spellings}};
	json["facts"] = Json::object();
	for (const auto& [type, count] : story.by_type) json["facts"][type] = count.number;
	json["decisions"] = entries_json(story.entries);
	return written(json);
}

std::string entry_json(const registry::Entry& entry) {
	Json json = entries_json({entry}).front();
	json["hash"] = entry.hash;
	return written(json);
}

}  // namespace bienban::report
