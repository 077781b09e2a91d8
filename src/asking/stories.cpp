#include "asking/stories.hpp"

#include "model/names.hpp"

namespace bienban::asking {

void complete(registry::Store& rows, registry::FactRow& fact) {
	fact.records = 0;
	for (const registry::SignatureRow& signature : rows.signatures_of_fact(fact.id)) fact.records += signature.records;
}

void complete(registry::Store& rows, registry::PersonRow& person) {
	person.mentions = 0;
	for (const registry::FormRow& form : rows.forms_of_person(person.id)) person.mentions += form.mentions;
}

void complete(registry::Store& rows, registry::DocumentRow& document) {
	const auto entry = rows.entry(document.entry);
	if (!entry) return;
	if (auto reading = registry::reading_of(entry->payload)) document.places = std::move(reading->places);
}

std::vector<registry::Entry> entries_of(registry::Register& opened, const std::vector<registry::DecisionRow>& rows) {
	std::vector<registry::Entry> entries;
	for (const registry::DecisionRow& row : rows) {
		if (auto entry = opened.rows().entry(row.entry)) entries.push_back(std::move(*entry));
	}
	return entries;
}

std::optional<report::FactStory> fact_story(registry::Register& opened, registry::RecordId id, std::size_t most) {
	auto view = opened.fact(id, most);
	if (!view) return std::nullopt;
	complete(opened.rows(), view->fact);
	auto entries = entries_of(opened, view->decisions);
	return report::FactStory{.view = std::move(*view), .entries = std::move(entries)};
}

std::optional<report::RecordStory> story_without_pages(registry::Register& opened, registry::RecordId id) {
	auto source = opened.source(id);
	if (!source) return std::nullopt;
	report::RecordStory story{
	    .source = std::move(*source), .fact = 0, .changes = opened.rows().changes_of(id), .pages = {}};
	if (const auto row = opened.rows().record(id); row && row->gone == 0) {
		if (const auto signature = opened.rows().signature(row->signature)) story.fact = signature->fact;
	} else if (registry::is_entered(id)) {
		if (const auto view = opened.fact(id, 1)) story.fact = view->fact.id;
	}
	return story;
}

std::optional<report::RecordStory> record_story(registry::Register& opened, registry::RecordId id) {
	auto story = story_without_pages(opened, id);
	if (!story || story->source.document == 0) return story;
	if (const auto layout = opened.placed(story->source.document); layout && *layout)
		story->pages = registry::places_of(**layout, story->source.begin, story->source.end);
	return story;
}

std::optional<report::DocumentStory> document_story(registry::Register& opened, std::int64_t id) {
	registry::Store& rows = opened.rows();
	auto document = rows.document(id);
	if (!document) return std::nullopt;
	complete(rows, *document);
	report::DocumentStory story{.document = std::move(*document), .records = {}, .people = {}};
	for (const registry::RecordRow& row : rows.records_of_document(id)) {
		if (auto record = story_without_pages(opened, row.id)) story.records.push_back(std::move(*record));
	}
	for (const registry::RecordRow& row : rows.mentions_of_document(id)) {
		if (row.gone != 0) continue;
		if (auto form = rows.form(row.signature)) story.people.push_back({.person = form->person, .form = *form});
	}
	return story;
}

std::optional<report::PersonStory> person_story(registry::Register& opened, registry::RecordId id, std::size_t most) {
	auto view = opened.person(id, most);
	if (!view) return std::nullopt;
	complete(opened.rows(), view->person);
	auto entries = entries_of(opened, view->decisions);
	return report::PersonStory{.view = std::move(*view), .entries = std::move(entries)};
}

std::optional<report::PartyStory> party_story(registry::Register& opened, const std::string& party) {
	registry::Store& rows = opened.rows();
	const auto row = rows.party(party);
	report::PartyStory story{.party = party, .held_as = row ? row->canonical : party};
	bool known = row.has_value();
	for (const registry::PartyRow& other : rows.parties_held_as(story.held_as)) {
		if (other.party != story.held_as && other.party != party) story.spellings.push_back(other.party);
	}
	for (const std::string_view type : model::k_record_types) {
		registry::FactQuestion question;
		question.types = {std::string{type}};
		question.party = story.held_as;
		const registry::Count count = rows.count_facts(question);
		if (count.number > 0) story.by_type.emplace_back(type, count);
		known = known || count.number > 0;
	}
	if (!known) return std::nullopt;
	story.entries = entries_of(opened, rows.decisions_on(party));
	return story;
}

base::Result<registry::Id> id_of(const std::string& word) {
	const auto id = registry::parse_id(word);
	if (!id) return base::fail("cli-id", {word});
	return *id;
}

base::Result<registry::RecordId> fact_id_of(const std::string& word) {
	const auto id = registry::parse_id(word);
	const bool good = id && (id->kind == registry::IdKind::fact || id->kind == registry::IdKind::record);
	if (!good) return base::fail("cli-fact-id", {word});
	return id->number;
}

}  // namespace bienban::asking
