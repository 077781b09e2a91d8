#include <algorithm>
#include <cmath>
#include <set>

#include "asking/history.hpp"
#include "asking/stories.hpp"
#include "asking/words.hpp"
#include "model/json.hpp"
#include "register/check.hpp"
#include "register/names.hpp"
#include "report/describe.hpp"
#include "report/values.hpp"
#include "server/filters.hpp"
#include "server/queue.hpp"
#include "server/routes.hpp"
#include "server/shapes.hpp"

/// What needs a look, and what was done.
namespace bienban::server {

namespace {

using registry::IdKind;
using registry::Proposals;

/// Sources shown of one side of a conflict, and of one name.
constexpr std::size_t k_most_sources = 20;

registry::FactQuestion in_conflict(const registry::PageOf& page) {
	registry::FactQuestion question;
	question.in_conflict = true;
	question.sort = registry::Sort::date_down;
	question.page = page;
	return question;
}

registry::FactQuestion unconfirmed(const registry::PageOf& page) {
	registry::FactQuestion question;
	question.statuses = {"read"};
	question.sort = registry::Sort::date_down;
	question.page = page;
	return question;
}

Json item_json(const char* kind, std::string key, std::string summary) {
	return {{"kind", kind},           {"key", std::move(key)},   {"summary", std::move(summary)},
	        {"facts", Json::array()}, {"fields", Json::array()}, {"candidates", Json::array()},
	        {"reason", nullptr},      {"score", nullptr},        {"before", nullptr},
	        {"after", nullptr},       {"entry", nullptr},        {"sources", Json::array()}};
}

/// Each value that sources of a fact give for a field, with whoever says so.
Json values_json(Call& call, const registry::FactView& view, const std::string& field) {
	Json values = Json::array();
	for (const registry::StatedValue& statement : view.statements) {
		if (statement.field != field || statement.rank == registry::Rank::rejected) continue;
		const Json value = held_json(statement.value);
		auto same = std::ranges::find_if(values, [&](const Json& one) { return one.at("value") == value; });
		if (same == values.end()) {
			values.push_back({{"value", value},
			                  {"words", report::value_words(view.fact.type, field, statement.value, call.lang())},
			                  {"sources", Json::array()}});
			same = values.end() - 1;
		}
		const auto source = std::ranges::find(view.sources, statement.record, &registry::Source::record);
		if (source != view.sources.end() && same->at("sources").size() < k_most_sources) {
			(*same)["sources"].push_back(source_json(*source));
		}
	}
	return values;
}

Json conflict_json(Call& call, const registry::FactRow& row) {
	constexpr std::size_t k_most_told = 100;
	Json item = item_json("conflict", report::fact_name(row.id), report::summary(row.value, call.lang()));
	item["facts"].push_back(fact_row_json(call, row));
	const auto view = call.opened().fact(row.id, k_most_told);
	if (!view) return item;
	for (const std::string& field : view->fact.conflicts) {
		item["fields"].push_back({{"field", field},
		                          {"label", report::field_words(field, call.lang())},
		                          {"values", values_json(call, *view, field)}});
	}
	return item;
}

/// One of two that may be one: a record, a person or a party.
Json candidate_json(Call& call, const std::string& name) {
	Json json = {{"id", name}, {"name", name}, {"detail", ""}, {"sources", Json::array()}};
	const auto id = registry::parse_id(name);
	if (!id) {
		json["name"] = report::party_words(name, call.lang());
		json["detail"] = name;
		return json;
	}
	if (id->kind != IdKind::person) {
		if (const auto source = call.opened().source(id->number)) {
			json["name"] = report::summary(source->value, call.lang());
			json["sources"].push_back(source_json(*source));
		}
		return json;
	}
	const auto view = call.opened().person(id->number, k_most_sources);
	if (!view) return json;
	json["name"] = view->person.name;
	std::string detail;
	for (const registry::FormRow& form : view->forms) {
		const Json held = held_json(form.form);
		for (const char* key : {"rank", "title"}) {
			if (!held.contains(key) || !held.at(key).is_string()) continue;
			const auto words = held.at(key).get<std::string>();
			if (detail.find(words) == std::string::npos) detail.append(detail.empty() ? "" : "; ").append(words);
		}
	}
	json["detail"] = detail;
	for (const registry::Source& source : view->mentions) json["sources"].push_back(source_json(source));
	return json;
}

std::vector<std::string> words_of(const registry::ProposalRow& row) {
	std::vector<std::string> values;
	for (const Json& word : held_json(row.words)) {
		if (word.is_string()) values.push_back(word.get<std::string>());
	}
	return values;
}

Json proposal_json(Call& call, const registry::ProposalRow& row) {
	const bool of_facts = row.kind == "record";
	Json item = item_json(of_facts ? "fact" : "name", row.a + " " + row.b, "");
	for (const std::string& name : {row.a, row.b}) {
		item["candidates"].push_back(candidate_json(call, name));
		const auto id = of_facts ? registry::parse_id(name) : std::nullopt;
		const auto story = id ? asking::record_story(call.opened(), id->number) : std::nullopt;
		const auto fact = story && story->fact != 0 ? call.rows().fact(story->fact) : std::nullopt;
		if (fact) item["facts"].push_back(fact_row_json(call, *fact));
	}
	item["summary"] =
	    item["candidates"][0]["name"].get<std::string>() + " / " + item["candidates"][1]["name"].get<std::string>();
	item["reason"] = report::reason_words(row.reason, words_of(row), call.lang());
	item["score"] = model::number_json(std::round(row.score * 100) / 100);
	return item;
}

Json changed_json(Call& call, const registry::ChangedRow& row) {
	Json item = item_json("changed", report::record_name(row.record) + " " + report::entry_name(row.entry),
	                      report::summary(row.before, call.lang()));
	item["before"] = held_json(row.before);
	item["after"] = row.after.empty() ? Json(nullptr) : held_json(row.after);
	item["entry"] = report::entry_name(row.entry);
	item["sources"] = sources_json(call, {row.record});
	const auto story = asking::record_story(call.opened(), row.record);
	const auto fact = story && story->fact != 0 ? call.rows().fact(story->fact) : std::nullopt;
	if (fact) item["facts"].push_back(fact_row_json(call, *fact));
	return item;
}

Json reading_json(Call& call, const registry::FactRow& row) {
	Json item = item_json("reading", report::fact_name(row.id), report::summary(row.value, call.lang()));
	item["facts"].push_back(fact_row_json(call, row));
	if (const auto view = call.opened().fact(row.id, 1)) {
		for (const registry::Source& source : view->sources) item["sources"].push_back(source_json(source));
	}
	return item;
}

}  // namespace

Json queue_counts(Call& call) {
	registry::Store& rows = call.rows();
	return {{"conflict", count_json(rows.count_facts(in_conflict({})))},
	        {"name", count_json(rows.count_proposals(Proposals::of_names))},
	        {"fact", count_json(rows.count_proposals(Proposals::of_records))},
	        {"changed", count_json(rows.count_changed())},
	        {"reading", count_json(rows.count_facts(unconfirmed({})))}};
}

Outcome<Answer> queue(Call& call) { return Answer{Json{{"kinds", queue_counts(call)}}}; }

Outcome<Answer> queue_of(Call& call) {
	const auto page = call.page();
	if (!page) return tl::unexpected(page.error());
	registry::Store& rows = call.rows();
	const std::string& kind = call.value(0);
	Json items = Json::array();
	if (kind == "conflict" || kind == "reading") {
		registry::FactQuestion question = kind == "conflict" ? in_conflict(*page) : unconfirmed(*page);
		const auto asked = fact_question(call);
		if (!asked) return tl::unexpected(asked.error());
		question.types = asked->types;
		for (const registry::FactRow& row : rows.list_facts(question)) {
			items.push_back(kind == "conflict" ? conflict_json(call, row) : reading_json(call, row));
		}
		return Answer{page_json(std::move(items), *page, rows.count_facts(question))};
	}
	if (kind == "name" || kind == "fact") {
		const Proposals which = kind == "name" ? Proposals::of_names : Proposals::of_records;
		for (const registry::ProposalRow& row : rows.list_proposals(which, *page)) {
			items.push_back(proposal_json(call, row));
		}
		return Answer{page_json(std::move(items), *page, rows.count_proposals(which))};
	}
	if (kind == "changed") {
		for (const registry::ChangedRow& row : rows.list_changed(*page)) items.push_back(changed_json(call, row));
		return Answer{page_json(std::move(items), *page, rows.count_changed())};
	}
	return failed("web-no-route", {}, "kind");
}

Outcome<Answer> check(Call& call) {
	const auto as_of = asking::last_day_of("as_of", call.parameter("as_of"));
	if (!as_of) return failed(as_of.error(), "as_of");
	registry::CheckQuestion question{.as_of = *as_of};
	if (auto between = set_between(call, question); !between) return tl::unexpected(between.error());
	if (const auto kind = call.parameter("kind")) {
		const auto found = std::ranges::find(registry::k_finding_names, *kind);
		if (found == registry::k_finding_names.end()) return failed("web-choice", {*kind, ""}, "kind");
		question.kind = static_cast<registry::FindingKind>(found - registry::k_finding_names.begin());
	}
	// Nobody reads on behind so many; the page shows how many there are of each kind.
	constexpr std::size_t k_most = 500;
	Json items = Json::array();
	Json kinds = Json::object();
	for (const registry::Finding& finding : registry::check(call.rows(), question)) {
		const std::string_view kind = registry::k_finding_names.at(static_cast<std::size_t>(finding.kind));
		kinds[std::string{kind}] = kinds.value(std::string{kind}, 0) + 1;
		if (items.size() >= k_most) continue;
		Json facts = Json::array();
		for (const registry::RecordId id : finding.facts) facts.push_back(report::fact_name(id));
		items.push_back({{"kind", kind},
		                 {"message", report::reason_words(finding.message, finding.values, call.lang())},
		                 {"day", day_json(finding.day)},
		                 {"facts", std::move(facts)},
		                 {"names", finding.names},
		                 {"sources", sources_json(call, finding.sources)}});
	}
	return Answer{Json{{"items", std::move(items)}, {"kinds", std::move(kinds)}}};
}

Outcome<Answer> history(Call& call) {
	const auto page = call.page();
	if (!page) return tl::unexpected(page.error());
	std::vector<registry::Entry> entries;
	std::int64_t total = 0;
	if (call.flag("decisions")) {
		auto decisions = call.rows().all_decisions();
		std::set<std::int64_t> numbers;
		for (const registry::DecisionRow& row : decisions) {
			numbers.insert(row.entry);
			if (row.undone != 0) numbers.insert(row.undone);
		}
		total = static_cast<std::int64_t>(numbers.size());
		entries = asking::entries_page(call.opened(), *page, numbers);
	} else {
		const auto last = call.rows().last_entry();
		total = last ? last->seq : 0;
		entries = asking::journal_page(call.opened(), *page);
	}
	return Answer{page_json(entries_json(call, entries), *page, {.number = total, .more = false})};
}

Outcome<Answer> history_of(Call& call) {
	const auto id = call.id({IdKind::document, IdKind::record, IdKind::fact, IdKind::person, IdKind::entry});
	if (!id) return tl::unexpected(id.error());
	const auto page = call.page();
	if (!page) return tl::unexpected(page.error());
	const auto about = asking::entries_about(call.opened(), *id);
	if (!about) return failed(about.error(), "id");
	const auto entries = asking::entries_page(call.opened(), *page, *about);
	const auto total = static_cast<std::int64_t>(about->size());
	return Answer{page_json(entries_json(call, entries), *page, {.number = total, .more = false})};
}

Outcome<Answer> entry(Call& call) {
	const auto id = call.id({IdKind::entry});
	if (!id) return tl::unexpected(id.error());
	const auto found = call.rows().entry(id->number);
	if (!found) return failed("register-no-such", {call.value(0)}, "id");
	return Answer{entry_json(call, *found, true)};
}

}  // namespace bienban::server
