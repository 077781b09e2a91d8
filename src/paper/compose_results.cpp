#include <algorithm>
#include <map>
#include <set>

#include "model/names.hpp"
#include "paper/fields.hpp"
#include "paper/parts.hpp"
#include "report/describe.hpp"

namespace bienban::paper {

namespace {

using review::Figure;
using review::Indicator;
using review::ItemIndex;
using review::Sum;

/// More years do not fit beside each other on a page: figures then stand one below the other.
constexpr std::size_t k_most_years = 6;
constexpr std::size_t k_plots_of_theme = 2;
constexpr std::size_t k_highlights = 4;

/// What the review holds of one theme.
struct OfTheme {
	std::optional<model::Theme> theme;
	std::vector<const Indicator*> indicators;
	std::vector<ItemIndex> done;     ///< activities and twinnings
	std::vector<ItemIndex> reports;  ///< achievements: what is said to have been done, without a figure
};

std::vector<model::Theme> themes_of(const model::Record& record) {
	if (const auto* achievement = std::get_if<model::Achievement>(&record.value)) return achievement->themes;
	if (std::holds_alternative<model::Twinning>(record.value)) return {model::Theme::twinning};
	const auto* activity = std::get_if<model::Activity>(&record.value);
	if (activity == nullptr) return {};
	using enum model::Theme;
	switch (activity->kind) {
		case model::ActivityKind::patrol: return {joint_patrol};
		case model::ActivityKind::exercise: return {defence_area};
		case model::ActivityKind::training: return {training};
		case model::ActivityKind::medical: return {health};
		case model::ActivityKind::search: return {remains_repatriation};
		case model::ActivityKind::operation: return {crime_prevention};
		case model::ActivityKind::handover:
		case model::ActivityKind::opening: return {infrastructure};
	}
	return {};
}

/// By the order of themes in a report.
std::map<std::size_t, OfTheme> by_theme(const Composer& c) {
	std::map<std::size_t, OfTheme> themes;
	const auto of = [&](const std::optional<model::Theme>& theme) -> OfTheme& {
		OfTheme& made = themes[place_of(theme)];
		made.theme = theme;
		return made;
	};
	for (const Indicator& indicator : c.review.indicators) of(indicator.theme).indicators.push_back(&indicator);
	for (const ItemIndex item : c.review.done) {
		const auto told = themes_of(c.material.items[item].record);
		const auto put = [&](const std::optional<model::Theme>& theme) {
			OfTheme& made = of(theme);
			(c.material.as<model::Achievement>(item) != nullptr ? made.reports : made.done).push_back(item);
		};
		if (told.empty()) put(std::nullopt);
		for (const model::Theme theme : told) put(theme);
	}
	return themes;
}

model::Period year_days(int year) { return {year * 10'000 + 101, year * 10'000 + 1231}; }

/// The years of which one of these indicators says something whole.
std::vector<int> years_of(const std::vector<const Indicator*>& indicators) {
	std::set<int> years;
	for (const Indicator* indicator : indicators) {
		std::set<int> told;
		for (const Figure& figure : indicator->figures) {
			if (figure.when && figure.when->first / 10'000 == figure.when->last / 10'000) {
				told.insert(figure.when->first / 10'000);
			}
		}
		for (const int year : told) {
			if (!years.contains(year) && sum_over(*indicator, year_days(year))) years.insert(year);
		}
	}
	return {years.begin(), years.end()};
}

Cell sum_cell(const Composer& c, const Sum& sum) {
	Cell made = cell(c.words.figure(sum.value, sum.about), rests_on(sum.parts));
	made.number = sum.value;
	return made;
}

/// "hơn 2.000 (2016 - 2019)".
std::string with_span(const Composer& c, double value, std::optional<model::About> about,
                      const std::optional<model::Period>& when) {
	std::string words = c.words.figure(value, about);
	const std::string span = when ? c.words.span(*when) : c.words.text("paper-undated");
	return span.empty() ? words : words + " (" + span + ")";
}

/// A sum with the time that it covers; it says where parts of that are missing.
std::string total_words(const Composer& c, const Sum& sum) {
	const std::string span = c.words.span(sum.when);
	std::string words = c.words.figure(sum.value, sum.about);
	if (span.empty()) return words;
	return words + " (" + (sum.gaps ? c.words.text("paper-span-gaps", {span}) : span) + ")";
}

std::string label(const Composer& c, const Indicator& indicator) {
	return capital(c.words.text(Words::is_currency(indicator.unit) ? "paper-indicator-money" : "paper-indicator",
	                            {report::unit_words(indicator.unit, std::nullopt, c.words.lang())}));
}

/// One line: what was counted, by whom, in each year, over other stretches of time, and in all.
Row wide_row(Composer& c, const Indicator& indicator, const std::vector<int>& years, Introduce introduce) {
	std::vector<ItemIndex> all;
	for (const Figure& figure : indicator.figures) all.push_back(figure.item);
	Row row;
	row.cells.push_back(cell(label(c, indicator), rests_on(all)));
	const std::string who = capital(c.names.toward(indicator.by, indicator.to, indicator.theme, introduce));
	row.cells.push_back(who.empty() ? empty_cell() : cell(who, rests_on(all)));
	std::set<ItemIndex> placed;
	for (const int year : years) {
		const auto sum = sum_over(indicator, year_days(year));
		if (sum) placed.insert(sum->parts.begin(), sum->parts.end());
		row.cells.push_back(sum ? sum_cell(c, *sum) : empty_cell());
	}
	std::vector<std::string> others;
	std::vector<ItemIndex> other_items;
	for (const Figure& figure : indicator.figures) {
		if (placed.contains(figure.item)) continue;
		others.push_back(with_span(c, figure.value, figure.about, figure.when));
		other_items.push_back(figure.item);
	}
	row.cells.push_back(others.empty() ? empty_cell() : cell(Words::series(others), rests_on(other_items)));
	// A total of one figure that stands in the line already would say it twice.
	const bool says_more = indicator.total && (indicator.total->parts.size() > 1 || others.size() > 1);
	row.cells.push_back(says_more ? sum_cell(c, *indicator.total) : empty_cell());
	if (says_more) row.cells.back().words = total_words(c, *indicator.total);
	return row;
}

Table wide_table(Composer& c, const std::vector<const Indicator*>& indicators, const std::vector<int>& years) {
	Table table;
	table.columns = {{c.words.text("paper-column-indicator"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-by"), ColumnKind::text, 4}};
	for (const int year : years) table.columns.push_back({std::to_string(year), ColumnKind::number, 1});
	table.columns.push_back({c.words.text("paper-column-other-time"), ColumnKind::text, 3});
	table.columns.push_back({c.words.text("paper-column-total-time"), ColumnKind::number, 3});
	table.columns.push_back({c.words.text("paper-column-sources"), ColumnKind::sources, 1});
	for (const Indicator* indicator : indicators) {
		table.rows.push_back(
		    wide_row(c, *indicator, years, table.rows.size() < k_rows_shown ? Introduce::yes : Introduce::no));
	}
	return table;
}

/// A line for each figure.
Table long_table(Composer& c, const std::vector<const Indicator*>& indicators) {
	Table table;
	table.columns = {{c.words.text("paper-column-indicator"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-by"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-time"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-value"), ColumnKind::number, 2},
	                 {c.words.text("paper-column-sources"), ColumnKind::sources, 1}};
	for (const Indicator* indicator : indicators) {
		for (const Figure& figure : indicator->figures) {
			const auto introduce = table.rows.size() < k_rows_shown ? Introduce::yes : Introduce::no;
			Row row;
			row.cells.push_back(cell(label(c, *indicator), figure.item));
			const std::string who = capital(c.names.toward(indicator->by, indicator->to, indicator->theme, introduce));
			row.cells.push_back(who.empty() ? empty_cell() : cell(who, figure.item));
			row.cells.push_back(
			    cell(figure.when ? c.words.span(*figure.when) : c.words.text("paper-undated"), figure.item));
			if (row.cells.back().words.empty()) row.cells.back() = empty_cell();
			row.cells.push_back(cell(c.words.figure(figure.value, figure.about), figure.item));
			row.cells.back().number = figure.value;
			table.rows.push_back(std::move(row));
		}
	}
	return table;
}

/// What may be said of all the time that figures cover, of the indicators that say most: a sentence for those who did
/// it.
Paragraph highlights(Composer& c, const OfTheme& theme) {
	std::vector<const Indicator*> summed;
	for (const Indicator* indicator : theme.indicators) {
		if (indicator->total) summed.push_back(indicator);
	}
	// Those that most figures speak of; of as many, in the order of the table.
	std::ranges::stable_sort(summed, std::ranges::greater{}, [](const Indicator* i) { return i->total->parts.size(); });
	if (summed.size() > k_highlights) summed.resize(k_highlights);
	Paragraph made;
	while (!summed.empty()) {
		const Indicator& first = *summed.front();
		std::vector<std::string> figures;
		std::vector<ItemIndex> items;
		std::vector<const Indicator*> left;
		for (const Indicator* indicator : summed) {
			if (indicator->by != first.by || indicator->to != first.to) {
				left.push_back(indicator);
				continue;
			}
			const Sum& total = *indicator->total;
			const std::string span = c.words.span(total.when);
			std::string words = c.words.quantity(total.value, total.about, indicator->unit);
			if (!span.empty()) words += " (" + (total.gaps ? c.words.text("paper-span-gaps", {span}) : span) + ")";
			figures.push_back(std::move(words));
			items.insert(items.end(), total.parts.begin(), total.parts.end());
		}
		const std::string who = c.names.toward(first.by, first.to, first.theme);
		made.sentences.push_back(who.empty()
		                             ? c.say("paper-results-of-nobody", {c.words.list(figures)}, rests_on(items))
		                             : c.say("paper-results-of", {who, c.words.list(figures)}, rests_on(items)));
		summed = std::move(left);
	}
	return made;
}

void add_plots(Composer& c, const OfTheme& theme, Part& part, const std::string& id) {
	std::size_t drawn = 0;
	for (const Indicator* indicator : theme.indicators) {
		Columns columns;
		Columns::Series series{.name = c.names.toward(indicator->by, indicator->to, indicator->theme, Introduce::no),
		                       .values = {},
		                       .backings = {}};
		const auto years = years_of({indicator});
		if (years.size() < 3 || drawn == k_plots_of_theme) continue;
		std::size_t known = 0;
		for (int year = years.front(); year <= years.back(); ++year) {
			const auto sum = sum_over(*indicator, year_days(year));
			columns.categories.push_back(std::to_string(year));
			series.values.push_back(sum ? std::optional{sum->value} : std::nullopt);
			series.backings.push_back(sum ? rests_on(sum->parts) : Backing{});
			if (sum) ++known;
		}
		if (known < 3) continue;
		columns.unit = report::unit_words(indicator->unit, std::nullopt, c.words.lang());
		columns.series.push_back(std::move(series));
		++drawn;
		Plot plot;
		plot.id = id + "-" + std::to_string(drawn);
		plot.caption = c.words.text(
		    "paper-results-plot", {label(c, *indicator), std::to_string(years.front()), std::to_string(years.back())});
		plot.alternative = c.words.text("paper-results-plot-alternative", {plot.caption, c.words.number(known)});
		plot.drawing = std::move(columns);
		part.blocks.emplace_back(std::move(plot));
	}
}

Part theme_part(Composer& c, const OfTheme& theme) {
	const std::string id =
	    "results-" + (theme.theme ? std::string{model::name_of(*theme.theme)} : std::string{"other"});
	Part part{.id = id, .heading = capital(c.words.theme(theme.theme)), .blocks = {}, .parts = {}};
	if (!theme.done.empty()) part.blocks.emplace_back(done_bullets(c, theme.done));
	if (theme.indicators.empty()) return part;
	if (auto words = highlights(c, theme); !words.sentences.empty()) part.blocks.emplace_back(std::move(words));
	const auto years = years_of(theme.indicators);
	Table table =
	    years.size() <= k_most_years ? wide_table(c, theme.indicators, years) : long_table(c, theme.indicators);
	table.id = id;
	table.caption = c.words.text("paper-results-caption", {c.words.theme(theme.theme)});
	drop_empty_columns(table);
	c.bound(table);
	part.blocks.emplace_back(std::move(table));
	add_plots(c, theme, part, id);
	std::vector<const review::Relation*> relations;
	for (const Indicator* indicator : theme.indicators) {
		for (const review::Relation& relation : indicator->relations) relations.push_back(&relation);
	}
	add_relations(c, relations, part);
	return part;
}

/// What a field's reports say: those who are reported to have done something, each with the themes and the times.
void add_reports(Composer& c, Field field, const std::vector<const OfTheme*>& themes, Part& part) {
	std::vector<ThemeReports> reports;
	for (const OfTheme* theme : themes) {
		if (!theme->reports.empty()) reports.push_back({theme->theme, theme->reports});
	}
	for (Block& block : report_blocks(c, reports, static_cast<std::size_t>(field)))
		part.blocks.push_back(std::move(block));
}

Part field_part(Composer& c, Field field, const std::vector<const OfTheme*>& themes) {
	const std::string name{k_field_names[static_cast<std::size_t>(field)]};
	Part part{.id = "field-" + name, .heading = c.words.text("paper-field-" + name), .blocks = {}, .parts = {}};
	add_reports(c, field, themes, part);
	for (const OfTheme* theme : themes) {
		if (!theme->indicators.empty() || !theme->done.empty()) part.parts.push_back(theme_part(c, *theme));
	}
	// One theme needs no level of its own.
	if (part.parts.size() == 1) {
		for (Block& block : part.parts.front().blocks) part.blocks.push_back(std::move(block));
		part.parts.clear();
	}
	return part;
}

std::map<Field, std::vector<const OfTheme*>> by_field(const std::map<std::size_t, OfTheme>& themes) {
	std::map<Field, std::vector<const OfTheme*>> fields;
	for (const auto& [place, theme] : themes) fields[field_of(theme.theme)].push_back(&theme);
	return fields;
}

}  // namespace

std::vector<FieldResults> results_in_words(Composer& c) {
	std::vector<FieldResults> fields;
	const auto themes = by_theme(c);
	for (const auto& [field, told] : by_field(themes)) {
		FieldResults results{field, {}};
		std::vector<ThemeReports> reports;
		for (const OfTheme* theme : told) {
			Paragraph figures = highlights(c, *theme);
			Bullets done = done_bullets(c, theme->done);
			if (figures.sentences.empty() && done.points.empty() && !theme->reports.empty()) {
				reports.push_back({theme->theme, theme->reports});
			}
			if (!figures.sentences.empty()) {
				Backing all;
				for (const Text& sentence : figures.sentences) add(all, sentence.backing);
				figures.sentences.insert(figures.sentences.begin(),
				                         c.say("draft-theme", {c.words.theme(theme->theme)}, all));
				results.themes.push_back(std::move(figures));
			}
			for (Paragraph& point : done.points) results.themes.push_back(std::move(point));
		}
		for (Paragraph& point : report_points(c, reports)) results.themes.push_back(std::move(point));
		if (!results.themes.empty()) fields.push_back(std::move(results));
	}
	return fields;
}

Part results_part(Composer& c) {
	Part part{.id = "results", .heading = c.words.text("paper-results-heading"), .blocks = {}, .parts = {}};
	const auto themes = by_theme(c);
	if (themes.empty()) {
		part.blocks.emplace_back(paragraph(c.say("paper-results-none", {c.names.both()}, on_register())));
		return part;
	}
	for (const auto& [field, told] : by_field(themes)) part.parts.push_back(field_part(c, field, told));
	return part;
}

}  // namespace bienban::paper
