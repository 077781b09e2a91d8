#include <algorithm>
#include <array>
#include <map>

#include "model/names.hpp"
#include "paper/fields.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

using review::Grade;
using review::ItemIndex;
using review::Promise;

constexpr std::size_t k_grades = review::k_grade_names.size();
constexpr std::size_t k_most_answers = 3;
constexpr std::size_t k_most_categories = 14;
/// Every field has a table of its own: fewer lines of each are shown.
constexpr std::size_t k_rows_of_field = 15;

std::string grade_id(std::size_t grade) { return "paper-grade-" + std::string{review::k_grade_names[grade]}; }

/// Promises of a theme or of all, by grade.
struct Tally {
	std::array<std::vector<ItemIndex>, k_grades> grades;
	std::array<std::size_t, k_grades> counts{};
	std::vector<ItemIndex> all;
	std::size_t count = 0;
	std::vector<ItemIndex> open;
	std::size_t open_count = 0;

	void add(const Promise& promise) {
		const auto grade = static_cast<std::size_t>(promise.grade);
		grades[grade].push_back(promise.commitment);
		grades[grade].insert(grades[grade].end(), promise.answers.begin(), promise.answers.end());
		++counts[grade];
		all.push_back(promise.commitment);
		++count;
		if (!promise.open) return;
		open.push_back(promise.commitment);
		++open_count;
	}
};

Paragraph summary(const Composer& c, const Tally& whole) {
	Paragraph made;
	made.sentences.push_back(c.say_counted("paper-promised-summary", whole.count, {c.asked()}, rests_on(whole.all)));
	std::vector<std::string> grades;
	Backing backing;
	for (std::size_t grade = 0; grade < k_grades; ++grade) {
		if (whole.counts[grade] == 0) continue;
		grades.push_back(c.words.counted(grade_id(grade) + "-count", whole.counts[grade]));
		add(backing, rests_on(whole.grades[grade]));
	}
	made.sentences.push_back(c.say("paper-promised-grades", {c.words.list(grades)}, backing));
	if (whole.open_count > 0) {
		made.sentences.push_back(
		    c.say_counted("paper-promised-open", whole.open_count, {c.as_of()}, rests_on(whole.open)));
	}
	if (whole.counts[static_cast<std::size_t>(Grade::no_report)] > 0) {
		made.sentences.push_back(c.say("paper-promised-rule", {}, on_register()));
	}
	return made;
}

Row counts_row(const Composer& c, std::string first, const Tally& tally) {
	Row row;
	row.cells.push_back(cell(std::move(first), rests_on(tally.all)));
	for (std::size_t grade = 0; grade < k_grades; ++grade) {
		row.cells.push_back(tally.counts[grade] == 0
		                        ? empty_cell()
		                        : count_cell(c.words, tally.counts[grade], rests_on(tally.grades[grade])));
	}
	row.cells.push_back(count_cell(c.words, tally.count, rests_on(tally.all)));
	row.cells.push_back(tally.open_count == 0 ? empty_cell()
	                                          : count_cell(c.words, tally.open_count, rests_on(tally.open)));
	return row;
}

using Themes = std::map<std::size_t, std::pair<std::optional<model::Theme>, Tally>>;

Table counts_table(const Composer& c, const Themes& themes, const Tally& whole) {
	Table table;
	table.id = "promised";
	table.caption = c.words.text("paper-promised-caption");
	table.columns = {{c.words.text("paper-column-theme"), ColumnKind::text, 4}};
	for (std::size_t grade = 0; grade < k_grades; ++grade) {
		table.columns.push_back({c.words.text(grade_id(grade) + "-column"), ColumnKind::number, 2});
	}
	table.columns.push_back({c.words.text("paper-column-total"), ColumnKind::number, 1});
	table.columns.push_back({c.words.text("paper-column-open"), ColumnKind::number, 2});
	for (const auto& [place, theme] : themes) {
		table.rows.push_back(counts_row(c, capital(c.words.theme(theme.first)), theme.second));
	}
	if (table.rows.size() < 2) return table;
	Row total = counts_row(c, c.words.text("paper-column-total"), whole);
	total.total = true;
	for (std::size_t i = 0; i < table.rows.size(); ++i) total.adds.push_back(i);
	table.rows.push_back(std::move(total));
	return table;
}

/// By theme; where there are too many themes for a drawing, by field.
void add_plot(const Composer& c, const Themes& themes, Part& part) {
	if (themes.size() < 2) return;
	std::vector<std::pair<std::string, const Tally*>> categories;
	std::map<Field, Tally> fields;
	if (themes.size() > k_most_categories) {
		for (const Promise& promise : c.review.promises) fields[field_of(promise.theme)].add(promise);
		for (const auto& [field, tally] : fields) {
			const std::string name{k_field_names[static_cast<std::size_t>(field)]};
			categories.emplace_back(c.words.text("paper-field-" + name), &tally);
		}
	} else {
		for (const auto& [place, theme] : themes) {
			categories.emplace_back(capital(c.words.theme(theme.first)), &theme.second);
		}
	}
	Columns columns;
	columns.stacked = true;
	columns.unit = c.words.text("paper-promised-unit");
	for (std::size_t grade = 0; grade < k_grades; ++grade) {
		columns.series.push_back({.name = c.words.text(grade_id(grade) + "-column"), .values = {}, .backings = {}});
	}
	for (const auto& [name, tally] : categories) {
		columns.categories.push_back(name);
		for (std::size_t grade = 0; grade < k_grades; ++grade) {
			const std::size_t count = tally->counts[grade];
			columns.series[grade].values.push_back(count > 0 ? std::optional{static_cast<double>(count)}
			                                                 : std::nullopt);
			columns.series[grade].backings.push_back(count > 0 ? rests_on(tally->grades[grade]) : Backing{});
		}
	}
	Plot plot;
	plot.id = "promised";
	plot.caption = c.words.text("paper-promised-plot");
	plot.alternative = c.words.text("paper-promised-plot-alternative", {plot.caption});
	plot.drawing = std::move(columns);
	part.blocks.emplace_back(std::move(plot));
}

Cell answers(Composer& c, const Promise& promise) {
	if (promise.answers.empty()) return empty_cell();
	std::vector<std::string> parts;
	for (const ItemIndex answer : promise.answers) {
		if (parts.size() == k_most_answers) break;
		std::string words = c.brief(answer);
		if (std::ranges::find(parts, words) == parts.end()) parts.push_back(std::move(words));
	}
	if (promise.answers.size() > k_most_answers) {
		const std::size_t left = promise.answers.size() - k_most_answers;
		parts.push_back(c.words.text("paper-more-answers", {c.words.number(left)}));
	}
	return cell(capital(Words::series(parts)), rests_on(promise.answers));
}

/// Its term; a promise of which only the day is known says that.
std::string term(const Composer& c, const Promise& promise) {
	std::string when;
	if (promise.when) {
		const bool a_day = promise.when->first == promise.when->last;
		when = c.words.span(*promise.when);
		if (a_day) when = c.words.text("paper-promise-made", {when});
	}
	if (!promise.open) return when;
	return when.empty() ? c.words.text("paper-promise-open") : c.words.text("paper-promise-open-until", {when});
}

Row promise_row(Composer& c, const Promise& promise, Introduce introduce) {
	const auto& commitment = *c.material.as<model::Commitment>(promise.commitment);
	Row row;
	row.cells.push_back(cell(capital(c.words.theme(promise.theme)), promise.commitment));
	row.cells.push_back(
	    cell(capital(commitment.parties.empty() ? c.names.both() : c.names.parties(commitment.parties, introduce)),
	         promise.commitment));
	const std::string when = term(c, promise);
	row.cells.push_back(when.empty() ? empty_cell() : cell(when, promise.commitment));
	row.cells.push_back(promise.under
	                        ? cell(capital(c.brief(*promise.under)), rests_on({promise.commitment, *promise.under}))
	                        : empty_cell());
	Cell grade = cell(capital(c.words.text(grade_id(static_cast<std::size_t>(promise.grade)))),
	                  promise.answers.empty() ? rests_on(promise.commitment) : rests_on(promise.answers));
	if (promise.answers.empty()) grade.backing.of_register = true;
	row.cells.push_back(std::move(grade));
	row.cells.push_back(answers(c, promise));
	return row;
}

/// Promises that a reader cannot tell apart stand in one line.
void add_row(Row row, std::vector<std::size_t>& counts, Table& table) {
	const auto same_words = [](const Cell& a, const Cell& b) { return a.words == b.words; };
	if (!table.rows.empty() && std::ranges::equal(table.rows.back().cells, row.cells, same_words)) {
		for (std::size_t i = 0; i < row.cells.size(); ++i)
			add(table.rows.back().cells[i].backing, row.cells[i].backing);
		++counts.back();
		return;
	}
	table.rows.push_back(std::move(row));
	counts.push_back(1);
}

Part field_part(Composer& c, Field field, const std::vector<const Promise*>& promises) {
	const std::string name{k_field_names[static_cast<std::size_t>(field)]};
	Part part{.id = "promised-" + name, .heading = c.words.text("paper-field-" + name), .blocks = {}, .parts = {}};
	Table table;
	table.id = part.id;
	table.caption = c.words.text("paper-promised-field-caption", {part.heading});
	table.columns = {{c.words.text("paper-column-promise"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-promiser"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-promise-term"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-under"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-grade"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-answers"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-sources"), ColumnKind::sources, 1}};
	std::vector<std::size_t> counts;
	for (const Promise* promise : promises) {
		const auto introduce = table.rows.size() < k_rows_of_field ? Introduce::yes : Introduce::no;
		add_row(promise_row(c, *promise, introduce), counts, table);
	}
	for (std::size_t i = 0; i < counts.size(); ++i) {
		std::string& theme = table.rows[i].cells.front().words;
		if (counts[i] > 1) theme = c.words.counted("paper-next-theme-count", counts[i], {theme});
	}
	drop_empty_columns(table);
	c.bound(table, k_rows_of_field);
	part.blocks.emplace_back(std::move(table));
	return part;
}

}  // namespace

Part promised_part(Composer& c) {
	Part part{.id = "promised", .heading = c.words.text("paper-promised-heading"), .blocks = {}, .parts = {}};
	if (c.review.promises.empty()) {
		part.blocks.emplace_back(paragraph(c.say("paper-promised-none", {}, on_register())));
		return part;
	}
	Tally whole;
	Themes themes;
	std::vector<const Promise*> ordered;
	for (const Promise& promise : c.review.promises) {
		whole.add(promise);
		auto& theme = themes[place_of(promise.theme)];
		theme.first = promise.theme;
		theme.second.add(promise);
		ordered.push_back(&promise);
	}
	part.blocks.emplace_back(summary(c, whole));
	part.blocks.emplace_back(counts_table(c, themes, whole));
	add_plot(c, themes, part);

	// By theme; within one the newest first, which matter most.
	std::ranges::reverse(ordered);
	std::ranges::stable_sort(ordered, {}, [](const Promise* promise) { return place_of(promise->theme); });
	std::map<Field, std::vector<const Promise*>> fields;
	for (const Promise* promise : ordered) fields[field_of(promise->theme)].push_back(promise);
	for (const auto& [field, promises] : fields) part.parts.push_back(field_part(c, field, promises));
	return part;
}

}  // namespace bienban::paper
