#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "model/field_values.hpp"
#include "model/names.hpp"
#include "paper/fields.hpp"
#include "paper/parts.hpp"
#include "report/describe.hpp"
#include "report/layout.hpp"
#include "report/values.hpp"
#include "text/letters.hpp"

namespace bienban::paper {

namespace {

using review::Conflict;
using review::ItemIndex;

constexpr std::size_t k_most_named = 6;
constexpr std::size_t k_longest_quote = 320;  ///< code points

/// The quote on one line; a long one is cut at a space.
std::string in_quotes(std::string_view quote) {
	const std::string line = report::harmless(quote);
	std::size_t points = 0;
	std::size_t space = 0;
	for (std::size_t at = 0; at < line.size(); at += text::decode(line, at).size) {
		if (line[at] == ' ') space = at;
		if (++points > k_longest_quote && space > 0) return "“" + line.substr(0, space) + " …”";
	}
	return "“" + line + "”";
}

/// A value as JSON, in an official's words.
std::string value_words(Composer& c, std::string_view type, std::string_view field, const nlohmann::json& value) {
	if (value.is_number()) return c.words.number(value.get<double>());
	if (value.is_array()) {
		std::vector<std::string> parts;
		for (const auto& part : value) parts.push_back(value_words(c, type, field, part));
		return Words::series(parts);
	}
	if (value.is_string()) {
		const auto words = value.get<std::string>();
		switch (model::text_kind(field)) {
			case model::TextKind::date: return c.words.span(words);
			case model::TextKind::place: return c.names.place(words);
			case model::TextKind::party: return c.names.party(words, Introduce::no);
			case model::TextKind::free: break;
		}
	}
	return report::value_words(type, field, value.dump(), c.words.lang());
}

/// What one or more documents say, with the words of the first of them.
std::string saying(Composer& c, const Conflict& conflict, const review::Saying& said) {
	const review::Item& item = c.material.items[conflict.item];
	const auto value = nlohmann::json::parse(said.value, nullptr, false);
	std::string words =
	    value.is_discarded() ? said.value : value_words(c, model::type_of(item.record), conflict.field, value);
	if (said.tellings.empty() || said.tellings.front() >= item.tellings.size()) return words;
	const std::string& quote = item.tellings[said.tellings.front()].quote;
	return quote.empty() ? words : c.words.text("paper-value-quoted", {words, in_quotes(quote)});
}

Row conflict_row(Composer& c, const Conflict& conflict) {
	Row row;
	std::string what = capital(c.brief(conflict.item));
	const std::string who = c.doers(conflict.item, Introduce::no);
	if (!who.empty()) what.append(": ").append(who);
	row.cells.push_back(cell(std::move(what), conflict.item));
	row.cells.push_back(cell(capital(report::field_words(conflict.field, c.words.lang())), conflict.item));
	std::vector<std::string> others;
	for (std::size_t i = 1; i < conflict.sayings.size(); ++i) {
		others.push_back(saying(c, conflict, conflict.sayings[i]));
	}
	row.cells.push_back(conflict.sayings.empty() ? empty_cell()
	                                             : cell(saying(c, conflict, conflict.sayings.front()), conflict.item));
	row.cells.push_back(others.empty() ? empty_cell() : cell(Words::series(others), conflict.item));
	return row;
}

void add_conflicts(Composer& c, Part& part) {
	const auto& conflicts = c.review.disputed.conflicts;
	if (conflicts.empty()) {
		part.blocks.emplace_back(paragraph(c.say("paper-conflicts-none", {}, on_register())));
		return;
	}
	std::vector<ItemIndex> items;
	for (const Conflict& conflict : conflicts) items.push_back(conflict.item);
	part.blocks.emplace_back(
	    paragraph(c.say_counted("paper-conflicts-summary", conflicts.size(), {}, rests_on(items))));
	Table table;
	table.id = "conflicts";
	table.caption = c.words.text("paper-conflicts-caption");
	table.columns = {{c.words.text("paper-column-event"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-field"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-one"), ColumnKind::text, 5},
	                 {c.words.text("paper-column-other"), ColumnKind::text, 5},
	                 {c.words.text("paper-column-sources"), ColumnKind::sources, 1}};
	for (const Conflict& conflict : conflicts) table.rows.push_back(conflict_row(c, conflict));
	c.bound(table);
	part.blocks.emplace_back(std::move(table));
}

/// Totals that are not what their parts make; the figures themselves stand with their theme.
void add_unmatched(Composer& c, Bullets& bullets) {
	std::vector<std::string> names;
	std::vector<ItemIndex> items;
	for (const std::size_t index : c.review.disputed.unmatched) {
		const review::Indicator& indicator = c.review.indicators[index];
		for (const review::Relation& relation : indicator.relations) {
			if (relation.kind != review::RelationKind::total_differs) continue;
			items.push_back(relation.whole);
			items.insert(items.end(), relation.parts.begin(), relation.parts.end());
		}
		names.push_back(c.words.text(
		    "paper-unmatched-item",
		    {report::unit_words(indicator.unit, std::nullopt, c.words.lang()), c.words.theme(indicator.theme)}));
	}
	if (items.empty()) return;
	const std::size_t count = names.size();
	bullets.points.push_back(paragraph(
	    c.say_counted("paper-unmatched", count, {c.words.list(std::move(names), k_most_named, "paper-more-figures")},
	                  rests_on(items))));
}

/// "a; b; 4 văn kiện khác".
std::string shortened(const Composer& c, std::vector<std::string> names, const char* more) {
	if (names.size() > k_most_named + 1) {
		const std::size_t left = names.size() - k_most_named;
		names.resize(k_most_named);
		names.push_back(c.words.text(more, {c.words.number(left)}));
	}
	return Words::series(names);
}

void add_ended(Composer& c, Bullets& bullets) {
	std::vector<std::string> names;
	std::vector<ItemIndex> items;
	for (const std::size_t index : c.review.disputed.ended) {
		const review::Basis& basis = c.review.basis[index];
		std::string name = c.agreement_between(basis.item);
		if (basis.term && basis.term->last < model::Period::k_open) {
			name.append(" ").append(
			    c.words.text("paper-ended-on", {c.words.span(model::Period{basis.term->last, basis.term->last})}));
		}
		names.push_back(std::move(name));
		items.push_back(basis.item);
	}
	if (names.empty()) return;
	const std::size_t count = names.size();
	Backing backing = rests_on(items);
	backing.of_register = true;
	bullets.points.push_back(paragraph(
	    c.say_counted("paper-ended", count, {shortened(c, std::move(names), "paper-more-agreements")}, backing)));
}

void add_unreported(const Composer& c, Bullets& bullets) {
	std::map<std::size_t, std::string> ordered;
	std::vector<ItemIndex> items;
	for (const std::size_t index : c.review.disputed.unreported) {
		const review::Promise& promise = c.review.promises[index];
		items.push_back(promise.commitment);
		if (promise.theme) ordered.emplace(place_of(promise.theme), c.words.theme(*promise.theme));
	}
	std::vector<std::string> themes;
	for (auto& [place, theme] : ordered) themes.push_back(std::move(theme));
	if (items.empty()) return;
	Backing backing = rests_on(items);
	backing.of_register = true;
	const std::string id = themes.empty() ? "paper-unreported-bare" : "paper-unreported";
	if (themes.size() > k_most_named + 1) {
		const std::size_t left = themes.size() - k_most_named;
		themes.resize(k_most_named);
		themes.push_back(c.words.text("paper-more-themes", {c.words.number(left)}));
	}
	bullets.points.push_back(
	    paragraph(c.say_counted(id, c.review.disputed.unreported.size(), {Words::series(themes)}, backing)));
}

}  // namespace

Part disputed_part(Composer& c) {
	Part part{.id = "disputed", .heading = c.words.text("paper-disputed-heading"), .blocks = {}, .parts = {}};
	Bullets missing;
	add_unmatched(c, missing);
	add_ended(c, missing);
	add_unreported(c, missing);
	if (const auto& years = c.review.disputed.empty_years; !years.empty()) {
		missing.points.push_back(paragraph(
		    c.say_counted("paper-empty-years", years.size(), {c.words.years(years), c.names.both()}, on_register())));
	}
	if (c.review.disputed.conflicts.empty() && missing.points.empty()) {
		part.blocks.emplace_back(
		    paragraph(c.say(c.material.items.empty() ? "paper-disputed-empty" : "paper-disputed-none", {c.names.both()},
		                    on_register())));
		return part;
	}
	add_conflicts(c, part);
	if (missing.points.empty()) return part;
	part.blocks.emplace_back(paragraph(c.say("paper-missing-head", {}, on_register())));
	part.blocks.emplace_back(std::move(missing));
	return part;
}

}  // namespace bienban::paper
