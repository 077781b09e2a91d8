#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "report/describe.hpp"
#include "report/grid.hpp"
#include "report/register_report.hpp"
#include "report/story.hpp"
#include "report/values.hpp"

namespace bienban::report {

namespace {

using base::Messages;
using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& texts) {
	std::string all;
	for (const std::string& text : texts) all.append(all.empty() ? "" : ", ").append(text);
	return all;
}

std::string line(const char* label, const std::string& value, const Layout& layout) {
	if (value.empty()) return "";
	return wrapped("  " + Messages::of(layout.lang).text(label), harmless(value), 18, Style::plain, layout);
}

std::string text_of(const Json& json, const char* key) {
	const auto found = json.find(key);
	return found != json.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// "Đại tá Nguyễn Văn An: Chỉ huy trưởng".
std::string form_words(const registry::FormRow& form) {
	const Json json = Json::parse(form.form, nullptr, false);
	if (!json.is_object()) return form.form;
	std::string words = text_of(json, "rank");
	words.append(words.empty() ? "" : " ").append(text_of(json, "name"));
	const std::string title = text_of(json, "title");
	return title.empty() ? words : words + ": " + title;
}

std::string form_days(const registry::FormRow& form, base::Lang lang) {
	const std::string days = days_edtf(form.first_day, form.last_day);
	return form.first_day == 0 || days.empty() ? "–" : date_words(days, lang);
}

std::string change_text(const registry::ChangedRow& change, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const std::string after = change.after.empty() ? m.text("record-gone") : summary(change.after, layout.lang);
	return wrapped("  " + entry_name(change.entry), harmless(summary(change.before, layout.lang) + " → " + after), 10,
	               Style::plain, layout);
}

}  // namespace

std::string record_text(const RecordStory& story, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const Json value = Json::parse(story.source.value, nullptr, false);
	const std::string type = value.is_object() ? text_of(value, "type") : std::string{};
	std::string title = record_name(story.source.record) + " · " + m.text("type-" + type);
	if (story.fact != 0) title.append(" · ").append(m.text("record-of-fact", {fact_name(story.fact)}));
	std::string out = wrapped("", title, 0, Style::title, layout);
	out += wrapped("", harmless(summary(story.source.value, layout.lang)), 2, Style::plain, layout);
	out += heading("fact-values", layout);
	Grid grid{.breaks = {false, true}, .rows = {}};
	if (value.is_object()) {
		for (const auto& [field, words] : value.items()) {
			if (field == "type" || words.is_null() || words.empty()) continue;
			grid.rows.push_back(
			    {field_words(field, layout.lang), harmless(value_words(type, field, model::dump(words), layout.lang))});
		}
	}
	out += grid_text(grid, false, 2, layout);
	const auto certainty = number_words(rounded(story.source.certainty), layout.lang);
	out += heading("record-source", layout) + source_text(story.source, layout);
	std::string pages;
	for (const registry::OnPage& place : story.pages)
		pages.append(pages.empty() ? "" : ", ").append(std::to_string(place.page + 1));
	if (!pages.empty()) out += wrapped("", m.text("record-page", {pages}), 6, Style::quiet, layout);
	out += wrapped("", m.text("record-certainty", {certainty}), 6, Style::quiet, layout);
	if (story.changes.empty()) return out;
	out += heading("record-changes", layout);
	for (const registry::ChangedRow& change : story.changes) out += change_text(change, layout);
	return out;
}

std::string document_text(const DocumentStory& story, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const registry::DocumentRow& document = story.document;
	const std::string title = document.title.empty() ? m.text("no-title") : document.title;
	std::string out = wrapped("", document_name(document.id) + " · " + harmless(title), 0, Style::title, layout);
	out += line("label-source", document.source, layout);
	if (document.published) out += line("label-published", date_words(*document.published, layout.lang), layout);
	out += line("label-authors", joined(texts_of(document.authors)), layout);
	std::vector<std::string> places;
	for (const std::string& code : document.places) {
		places.push_back(place_words(code, layout.lang) + " (" + code + ")");
	}
	out += line("label-places", joined(places), layout);
	out += line("label-read-by",
	            m.text("document-read-by", {document.program, document.lexicon, entry_name(document.entry)}), layout);
	const auto count = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
	if (!story.people.empty()) out += heading("label-people", layout, count(story.people));
	for (const DocumentStory::Named& named : story.people) {
		out += wrapped("  " + person_name(named.person), harmless(form_words(named.form)), 12, Style::plain, layout);
	}
	out += heading("document-records", layout, count(story.records));
	if (story.records.empty()) out += "  " + m.text("no-records") + "\n";
	for (const RecordStory& record : story.records) {
		std::string words = summary(record.source.value, layout.lang);
		if (record.fact != 0) words.append(" — ").append(fact_name(record.fact));
		if (record.source.gone) words.append(" — ").append(m.text("record-gone"));
		out += wrapped("  " + record_name(record.source.record), harmless(words), 12, Style::plain, layout);
		out += wrapped("", harmless("“" + record.source.quote + "”"), 12, Style::quiet, layout);
	}
	return out;
}

std::string person_text(const PersonStory& story, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const registry::PersonView& view = story.view;
	std::string title = person_name(view.person.id) + " · " + harmless(view.person.name);
	if (!view.person.country.empty()) title.append(" · ").append(place_words(view.person.country, layout.lang));
	std::string out = wrapped("", title, 0, Style::title, layout);
	out += heading("person-forms", layout);
	Grid grid{.breaks = {false, true, false}, .rows = {}};
	for (const registry::FormRow& form : view.forms) {
		grid.rows.push_back(
		    {form_days(form, layout.lang), harmless(form_words(form)),
		     m.text("person-form-mentions", {number_words(static_cast<double>(form.mentions), layout.lang)})});
	}
	out += grid_text(grid, false, 2, layout);
	out += heading("person-mentions", layout, view.person.mentions);
	for (const registry::Source& source : view.mentions) out += source_text(source, layout);
	const auto left_out = view.person.mentions - static_cast<std::int64_t>(view.mentions.size());
	if (left_out > 0) {
		const auto number = number_words(static_cast<double>(left_out), layout.lang);
		out += wrapped("", m.text("fact-more-sources", {number}), 2, Style::quiet, layout);
	}
	return out + decisions_text(story.entries, layout);
}

std::string party_text(const PartyStory& story, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	std::string out =
	    wrapped("", harmless(story.party + " · " + party_words(story.party, layout.lang)), 0, Style::title, layout);
	if (story.held_as != story.party) {
		out += line("party-held-as", story.held_as + " · " + party_words(story.held_as, layout.lang), layout);
	}
	out += line("party-spellings", joined(story.spellings), layout);
	out += heading("party-facts", layout);
	Grid grid{.breaks = {false, false}, .rows = {}};
	for (const auto& [type, count] : story.by_type) {
		grid.rows.push_back({m.text("records-" + type), counted_words(count, layout.lang)});
	}
	out += grid.rows.empty() ? "  " + m.text("listing-empty") + "\n" : grid_text(grid, false, 2, layout);
	return out + decisions_text(story.entries, layout);
}

std::string entry_summary(const registry::Entry& entry, base::Lang lang) {
	const Messages& m = Messages::of(lang);
	const std::string id = "entry-" + entry.kind;
	const Json payload = Json::parse(entry.payload, nullptr, false);
	if (!m.has(id) || !payload.is_object()) return entry.kind;
	const auto text = [&](const char* key) { return text_of(payload, key); };
	if (entry.kind == "reading") return m.text(id, {text("source")});
	if (entry.kind == "add-fact") {
		const auto record = payload.find("record");
		const std::string words = record == payload.end() ? "" : summary(model::dump(*record), lang);
		return m.text(id, {fact_name(registry::entered_id(entry.seq)), words});
	}
	if (entry.kind == "correct") {
		const auto value = payload.find("value");
		const std::string field = text("field");
		const std::string words = value == payload.end() ? "" : value_words("", field, model::dump(*value), lang);
		return m.text(id, {text("fact"), field_words(field, lang), words});
	}
	if (entry.kind == "split") {
		const auto records = payload.find("records");
		const std::string names = records == payload.end() ? "" : joined(texts_of(model::dump(*records)));
		return m.text(payload.value("apart", false) ? "entry-apart" : id, {text("fact"), names});
	}
	if (entry.kind == "undo") return m.text(id, {entry_name(payload.value("entry", std::int64_t{0}))});
	if (payload.contains("document")) return m.text(id, {text("document")});
	if (payload.contains("fact")) return m.text(id, {text("fact")});
	return m.text(id, {text("a"), text("b")});
}

std::string entry_text(const registry::Entry& entry, const Layout& layout) {
	std::string out = wrapped("", harmless(entry_name(entry.seq) + " · " + entry_summary(entry, layout.lang)), 0,
	                          Style::title, layout);
	out += line("entry-label-at", entry.at, layout);
	out += line("entry-label-who", entry.who, layout);
	out += line("entry-label-why", entry.why, layout);
	out += line("entry-label-hash", entry.hash, layout);
	out += heading("entry-payload", layout);
	const Json payload = Json::parse(entry.payload, nullptr, false);
	const std::string text = payload.is_discarded() ? entry.payload : payload.dump(1, ' ');
	for (std::size_t at = 0; at < text.size();) {
		const auto end = std::min(text.find('\n', at), text.size());
		out += "  " + harmless(std::string_view{text}.substr(at, end - at)) + "\n";
		at = end + 1;
	}
	return out;
}

}  // namespace bienban::report
