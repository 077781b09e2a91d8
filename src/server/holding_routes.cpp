#include <algorithm>
#include <cmath>
#include <map>

#include "asking/stories.hpp"
#include "asking/words.hpp"
#include "lexicon/spellings.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "paper/listing_xlsx.hpp"
#include "register/names.hpp"
#include "register/search.hpp"
#include "report/describe.hpp"
#include "report/lists.hpp"
#include "report/register_report.hpp"
#include "report/values.hpp"
#include "server/filters.hpp"
#include "server/routes.hpp"
#include "server/shapes.hpp"
#include "text/offsets.hpp"

/// Documents, facts, persons, parties: as the register has them.
namespace bienban::server {

namespace {

using registry::IdKind;

/// Sources that a page shows of one fact.
constexpr std::size_t k_most_sources = 500;

tl::unexpected<Failure> no_such(const std::string& name) { return failed("register-no-such", {name}, "id"); }

/// Lines of a text as blocks: which of them is the headline is all that the register tells.
Json blocks_json(std::string_view text, std::string_view title) {
	Json blocks = Json::array();
	std::size_t chars = 0;
	bool headed = false;
	while (!text.empty()) {
		const auto end = std::min(text.find('\n'), text.size());
		const std::string_view line = text.substr(0, end);
		text.remove_prefix(std::min(end + 1, text.size()));
		const auto size = static_cast<std::size_t>(
		    std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
		if (line.find_first_not_of(" \t") != std::string_view::npos) {
			const bool head = !headed && !title.empty() && line == title;
			headed = headed || head;
			blocks.push_back({{"kind", head ? "headline" : "paragraph"}, {"start", chars}, {"end", chars + size}});
		}
		chars += size + 1;
	}
	return blocks;
}

Json changes_json(const std::vector<registry::ChangedRow>& changes) {
	Json list = Json::array();
	for (const registry::ChangedRow& change : changes) {
		list.push_back({{"entry", report::entry_name(change.entry)},
		                {"before", held_json(change.before)},
		                {"after", change.after.empty() ? Json(nullptr) : held_json(change.after)}});
	}
	return list;
}

Json record_json(Call& call, const report::RecordStory& story) {
	const auto fact = story.fact == 0 ? std::nullopt : call.rows().fact(story.fact);
	const Json value = held_json(story.source.value);
	return {{"id", report::record_name(story.source.record)},
	        {"fact", fact ? Json(report::fact_name(fact->id)) : Json(nullptr)},
	        {"type", value.value("type", "")},
	        {"summary", report::summary(story.source.value, call.lang())},
	        {"status", fact ? Json(model::name_of(fact->status)) : Json(nullptr)},
	        {"conflicts", fact ? Json(fact->conflicts) : Json::array()},
	        {"certainty", model::number_json(std::round(story.source.certainty * 100) / 100)},
	        {"gone", story.source.gone},
	        {"evidence", {{"start", story.source.begin}, {"end", story.source.end}, {"quote", story.source.quote}}},
	        {"value", value},
	        {"changes", changes_json(story.changes)}};
}

Json people_json(Call& call, std::int64_t document) {
	Json list = Json::array();
	for (const registry::RecordRow& row : call.rows().mentions_of_document(document)) {
		const auto form = row.gone == 0 ? call.rows().form(row.signature) : std::nullopt;
		if (!form) continue;
		const Json held = held_json(form->form);
		const auto cell = [&](const char* key) { return held.contains(key) ? held.at(key) : Json(nullptr); };
		list.push_back({{"person", report::person_name(form->person)},
		                {"mention", report::person_name(row.id)},
		                {"name", held.value("name", "")},
		                {"rank", cell("rank")},
		                {"title", cell("title")},
		                {"country", cell("country")},
		                {"start", row.begin},
		                {"end", row.end}});
	}
	return list;
}

Json layout_json(const registry::DocumentLayout& layout) {
	Json pages = Json::array();
	for (const model::PageSize& size : layout.pages) {
		pages.push_back({{"width", model::number_json(static_cast<double>(size.width))},
		                 {"height", model::number_json(static_cast<double>(size.height))}});
	}
	Json placed = Json::array();
	for (const registry::PlacedWords& words : layout.placed) {
		const auto tenths = [](float points) {
			return model::number_json(std::round(static_cast<double>(points) * 10) / 10);
		};
		placed.push_back(
		    {{"start", words.begin},
		     {"end", words.end},
		     {"page", words.page},
		     {"x", tenths(words.box.left)},
		     {"y", tenths(words.box.top)},
		     {"width", tenths(words.box.right - words.box.left)},
		     {"height", tenths(words.box.bottom - words.box.top)},
		     {"confidence", model::number_json(std::round(static_cast<double>(words.confidence) * 100) / 100)}});
	}
	return {{"pages", std::move(pages)}, {"placed", std::move(placed)}};
}

/// The next document by number in a direction; nothing at an end.
Json neighbour(Call& call, std::int64_t id, std::int64_t step) {
	const std::int64_t next = id + step;
	return next > 0 && call.rows().document(next) ? Json(report::document_name(next)) : Json(nullptr);
}

}  // namespace

Outcome<Answer> documents(Call& call) {
	const auto question = document_question(call);
	if (!question) return tl::unexpected(question.error());
	Json items = Json::array();
	for (registry::DocumentRow& row : call.rows().list_documents(*question)) {
		items.push_back(document_row_json(call, std::move(row)));
	}
	return Answer{page_json(std::move(items), question->page, call.rows().count_documents(*question))};
}

Outcome<Answer> document(Call& call) {
	const auto id = call.id({IdKind::document});
	if (!id) return tl::unexpected(id.error());
	const auto row = call.rows().document(id->number);
	if (!row) return no_such(call.value(0));
	Json json = document_row_json(call, *row);
	json.erase("records");
	json["program"] = row->program;
	json["lexicon"] = row->lexicon;
	json["nothing_here_entry"] = nullptr;
	for (const registry::DecisionRow& decision : call.rows().decisions_on(report::document_name(row->id))) {
		if (decision.kind == registry::k_nothing_here) {
			json["nothing_here_entry"] = report::entry_name(decision.entry);
		}
	}
	const std::string text = call.rows().text(row->id);
	json["blocks"] = blocks_json(text, row->title);
	json["text"] = text;
	const auto layout = call.opened().placed(row->id);
	if (!layout) return failed(layout.error());
	json["layout"] = layout_json(layout->value_or(registry::DocumentLayout{}));
	json["records"] = Json::array();
	for (const registry::RecordRow& record : call.rows().records_of_document(row->id)) {
		auto story = asking::story_without_pages(call.opened(), record.id);
		if (!story) continue;
		if (*layout) story->pages = registry::places_of(**layout, story->source.begin, story->source.end);
		json["records"].push_back(record_json(call, *story));
	}
	json["people"] = people_json(call, row->id);
	json["original"] = original_json(call, *row);
	json["previous"] = neighbour(call, row->id, -1);
	json["next"] = neighbour(call, row->id, 1);
	return Answer{std::move(json)};
}

Outcome<Answer> facts(Call& call) {
	const auto question = fact_question(call);
	if (!question) return tl::unexpected(question.error());
	Json items = Json::array();
	for (registry::FactRow& row : call.rows().list_facts(*question)) {
		items.push_back(fact_row_json(call, std::move(row)));
	}
	return Answer{page_json(std::move(items), question->page, call.rows().count_facts(*question))};
}

Outcome<Answer> fact_years(Call& call) {
	auto question = fact_question(call);
	if (!question) return tl::unexpected(question.error());
	question->page = {.limit = static_cast<std::size_t>(registry::k_most_counted), .offset = 0};
	question->sort = registry::Sort::date_down;
	std::map<std::int32_t, std::map<std::string, std::int64_t>> years;
	const auto rows = call.rows().list_facts(*question);
	for (const registry::FactRow& row : rows) ++years[row.first_day / 10000][row.type];
	Json items = Json::array();
	for (const auto& [year, counts] : years) items.push_back({{"year", year}, {"counts", counts}});
	return Answer{Json{{"items", std::move(items)},
	                   {"total", rows.size()},
	                   {"at_least", rows.size() >= static_cast<std::size_t>(registry::k_most_counted)}}};
}

Outcome<Answer> export_facts(Call& call) {
	auto question = fact_question(call);
	if (!question) return tl::unexpected(question.error());
	const std::string format = call.parameter("format").value_or("");
	question->page = {.limit = static_cast<std::size_t>(registry::k_most_counted), .offset = 0};
	std::vector<registry::FactRow> rows = call.rows().list_facts(*question);
	const std::string name = "bienban-facts." + format;
	if (format == "json") {
		Json items = Json::array();
		for (registry::FactRow& row : rows) items.push_back(fact_row_json(call, std::move(row)));
		return Answer{File{.bytes = model::dump(items), .type = "application/json; charset=utf-8", .name = name}};
	}
	const auto type =
	    question->types.size() == 1 ? std::optional<std::string_view>{question->types.front()} : std::nullopt;
	const report::Listing listing =
	    report::facts_listing(asking::completed(call.rows(), std::move(rows)), type, call.lang());
	if (format == "csv") {
		return Answer{File{.bytes = report::listing_text(listing, report::ListingFormat::csv, {}),
		                   .type = "text/csv; charset=utf-8",
		                   .name = name}};
	}
	if (format != "xlsx") return failed("web-choice", {format, "csv, xlsx, json"}, "format");
	auto bytes = paper::listing_xlsx(listing, call.messages().text("party-facts"));
	if (!bytes) return failed(bytes.error(), "", 500);
	return Answer{File{.bytes = std::move(*bytes),
	                   .type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	                   .name = name}};
}

Outcome<Answer> fact(Call& call) {
	const auto id = call.id({IdKind::fact, IdKind::record});
	if (!id) return tl::unexpected(id.error());
	const auto story = asking::fact_story(call.opened(), id->number, k_most_sources);
	if (!story) return no_such(call.value(0));
	const registry::FactView& view = story->view;
	Json json = fact_row_json(call, view.fact);
	json["statements"] = Json::array();
	for (const registry::StatedValue& statement : view.statements) {
		json["statements"].push_back(
		    {{"field", statement.field},
		     {"value", held_json(statement.value)},
		     {"words", report::value_words(view.fact.type, statement.field, statement.value, call.lang())},
		     {"record", statement.record == 0 ? Json(nullptr) : Json(report::record_name(statement.record))},
		     {"entry", statement.entry == 0 ? Json(nullptr) : Json(report::entry_name(statement.entry))},
		     {"rank", model::name_of(statement.rank)}});
	}
	json["sources"] = Json::array();
	for (const registry::Source& source : view.sources) json["sources"].push_back(source_json(source));
	json["decisions"] = decisions_json(call, story->entries);
	return Answer{std::move(json)};
}

Outcome<Answer> why(Call& call) {
	const auto id = call.id({IdKind::fact, IdKind::record});
	if (!id) return tl::unexpected(id.error());
	const auto story = asking::fact_story(call.opened(), id->number, k_most_sources);
	if (!story) return no_such(call.value(0));
	Json json = Json::parse(report::why_json(*story, call.lang()));
	json["decisions"] = decisions_json(call, story->entries);
	return Answer{std::move(json)};
}

Outcome<Answer> people(Call& call) {
	const auto question = name_question(call, "country");
	if (!question) return tl::unexpected(question.error());
	Json items = Json::array();
	for (registry::PersonRow& row : call.rows().list_persons(*question)) {
		asking::complete(call.rows(), row);
		items.push_back({{"id", report::person_name(row.id)},
		                 {"name", row.name},
		                 {"country", text_json(std::string_view{row.country})},
		                 {"mentions", row.mentions}});
	}
	return Answer{page_json(std::move(items), question->page, call.rows().count_persons(*question))};
}

Outcome<Answer> person(Call& call) {
	const auto id = call.id({IdKind::person});
	if (!id) return tl::unexpected(id.error());
	const auto story = asking::person_story(call.opened(), id->number, k_most_sources);
	if (!story) return no_such(call.value(0));
	Json json = Json::parse(report::person_json(*story, call.lang()));
	json["decisions"] = decisions_json(call, story->entries);
	return Answer{std::move(json)};
}

Outcome<Answer> parties(Call& call) {
	const auto question = name_question(call, "place");
	if (!question) return tl::unexpected(question.error());
	Json items = Json::array();
	for (const registry::PartyCount& row : call.rows().list_parties(*question)) {
		items.push_back({{"party", row.party},
		                 {"name", report::party_words(row.party, call.lang())},
		                 {"facts", row.facts.number},
		                 {"at_least", row.facts.more}});
	}
	return Answer{page_json(std::move(items), question->page, call.rows().count_parties(*question))};
}

Outcome<Answer> party(Call& call) {
	const auto name = asking::party_of(call.value(0));
	if (!name) return failed(name.error(), "party");
	const auto story = asking::party_story(call.opened(), *name);
	if (!story) return no_such(*name);
	Json json = Json::parse(report::party_json(*story, call.lang()));
	json["decisions"] = decisions_json(call, story->entries);
	return Answer{std::move(json)};
}

Outcome<Answer> search(Call& call) {
	const auto asked = call.parameter("q");
	if (!asked) return failed("search-no-word", {}, "q");
	const auto page = call.page();
	if (!page) return tl::unexpected(page.error());
	const auto found = registry::search(call.rows(), *asked, lexicon::spellings_of, *page);
	if (!found) return failed(found.error(), "q");
	Json items = Json::array();
	for (const registry::SearchHit& hit : found->hits) {
		const text::CharIndex chars{hit.sentence};
		Json words = Json::array();
		for (const base::Span span : hit.words) {
			words.push_back({{"start", chars.at(span.begin).value}, {"end", chars.at(span.end).value}});
		}
		Json records = Json::array();
		for (const registry::RecordId id : hit.records) {
			const auto story = asking::story_without_pages(call.opened(), id);
			if (!story) continue;
			const Json value = held_json(story->source.value);
			records.push_back({{"id", report::record_name(id)},
			                   {"fact", story->fact == 0 ? Json(nullptr) : Json(report::fact_name(story->fact))},
			                   {"type", value.value("type", "")},
			                   {"summary", report::summary(story->source.value, call.lang())}});
		}
		items.push_back({{"document", report::document_name(hit.document)},
		                 {"title", text_json(std::string_view{hit.title})},
		                 {"published", text_json(call.rows().published(hit.document))},
		                 {"rank", hit.rank},
		                 {"sentence", hit.sentence},
		                 {"start", hit.begin.value},
		                 {"end", hit.end.value},
		                 {"words", std::move(words)},
		                 {"records", std::move(records)}});
	}
	return Answer{Json{{"items", std::move(items)},
	                   {"more", found->more},
	                   {"newest_only", found->newest_only},
	                   {"page", page->offset / page->limit + 1},
	                   {"page_size", page->limit}}};
}

}  // namespace bienban::server
