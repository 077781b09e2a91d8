#include <algorithm>

#include "model/names.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

using review::Gap;
using review::ItemIndex;
using review::Series;

/// More are left to the table.
constexpr std::size_t k_gap_sentences = 8;

std::string form(const Composer& c, const Series& series) {
	std::string words = c.words.text("paper-meeting-" + std::string{model::name_of(series.kind)});
	if (series.recurs) words = c.words.text("paper-recurs-" + std::string{model::name_of(*series.recurs)}, {words});
	return words;
}

std::vector<ItemIndex> held(const Series& series) {
	std::vector<ItemIndex> items;
	for (const review::Occurrence& occurrence : series.held) items.push_back(occurrence.item);
	return items;
}

std::vector<int> sorted(std::vector<int> numbers) {
	std::ranges::sort(numbers);
	numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
	return numbers;
}

std::vector<int> years_held(const Series& series) {
	std::vector<int> years;
	for (const auto& occurrence : series.held) {
		if (occurrence.year != 0) years.push_back(occurrence.year);
	}
	return sorted(std::move(years));
}

std::vector<int> ordinals_held(const Series& series) {
	std::vector<int> ordinals;
	for (const auto& occurrence : series.held) {
		if (occurrence.ordinal) ordinals.push_back(*occurrence.ordinal);
	}
	return sorted(std::move(ordinals));
}

std::vector<int> missing(const Series& series, std::optional<int> Gap::*what) {
	std::vector<int> numbers;
	for (const Gap& gap : series.gaps) {
		if (gap.*what) numbers.push_back(*(gap.*what));
	}
	return sorted(std::move(numbers));
}

/// The meetings before and after the gaps; that none is between them is said of all the register has.
Backing around(const Series& series) {
	std::vector<ItemIndex> items;
	for (const Gap& gap : series.gaps) {
		items.push_back(gap.before);
		items.push_back(gap.after);
	}
	Backing backing = rests_on(std::move(items));
	backing.of_register = true;
	return backing;
}

Cell gap_cell(const Composer& c, const Series& series) {
	std::vector<std::string> parts;
	const auto years = missing(series, &Gap::year);
	const auto ordinals = missing(series, &Gap::ordinal);
	if (!years.empty()) parts.push_back(c.words.years(years));
	if (!ordinals.empty()) parts.push_back(c.words.text("paper-ordinals", {c.words.years(ordinals)}));
	return parts.empty() ? empty_cell() : cell(Words::series(parts), around(series));
}

Text gap_sentence(Composer& c, const Series& series) {
	const std::string what = c.words.text("paper-series-name", {form(c, series), c.names.parties(series.parties)});
	const auto years = missing(series, &Gap::year);
	const auto ordinals = missing(series, &Gap::ordinal);
	if (years.empty()) return c.say("paper-gap-ordinals", {c.words.years(ordinals), what}, around(series));
	if (ordinals.empty()) return c.say("paper-gap-years", {c.words.years(years), what}, around(series));
	return c.say("paper-gap-both", {c.words.years(years), what, c.words.years(ordinals)}, around(series));
}

Row row(Composer& c, const Series& series, Introduce introduce) {
	const auto items = held(series);
	Row made;
	made.cells.push_back(cell(capital(form(c, series)), rests_on(items)));
	made.cells.push_back(cell(capital(c.names.parties(series.parties, introduce)), rests_on(items)));
	made.cells.push_back(count_cell(c.words, series.held.size(), rests_on(items)));
	const auto years = years_held(series);
	made.cells.push_back(years.empty() ? empty_cell() : cell(c.words.years(years), rests_on(items)));
	const auto ordinals = ordinals_held(series);
	made.cells.push_back(ordinals.empty() ? empty_cell() : cell(c.words.years(ordinals), rests_on(items)));
	made.cells.push_back(gap_cell(c, series));
	return made;
}

// ---- the drawing

/// More marks than this in a lane are put together by month: nobody can tell them apart.
constexpr std::size_t k_most_marks = 120;
constexpr std::size_t k_most_bars = 24;

std::string mark_label(const Composer& c, ItemIndex item) {
	const auto* meeting = c.material.as<model::Meeting>(item);
	std::string words = meeting == nullptr
	                        ? c.words.text("paper-visit")
	                        : c.words.text("paper-meeting-" + std::string{model::name_of(meeting->kind)});
	if (meeting != nullptr && meeting->ordinal) {
		words = c.words.text("paper-ordinal", {words, std::to_string(*meeting->ordinal)});
	}
	return capital(words) + ", " + c.date(item);
}

/// A contact known by its year alone has no day to be marked on.
bool has_day(const review::Item& item) {
	return item.when && item.when->first / 100 == item.when->last / 100 && item.when->first > 0;
}

Lane contacts_lane(const Composer& c, const char* label, const std::vector<ItemIndex>& items) {
	Lane lane{.label = c.words.text(label), .bars = {}, .marks = {}};
	const bool by_month = items.size() > k_most_marks;
	for (const ItemIndex item : items) {
		const std::int32_t day = c.material.items[item].when->first;
		if (by_month && !lane.marks.empty() && lane.marks.back().day / 100 == day / 100) {
			add(lane.marks.back().backing, rests_on(item));
			continue;
		}
		lane.marks.push_back({.day = by_month ? day / 100 * 100 + 1 : day,
		                      .label = by_month ? std::string{} : mark_label(c, item),
		                      .backing = rests_on(item)});
	}
	for (Mark& mark : lane.marks) {
		if (!mark.label.empty()) continue;
		const std::string month = std::to_string(100 + mark.day / 100 % 100).substr(1);
		const std::string words = c.words.span(std::to_string(mark.day / 10'000) + "-" + month);
		mark.label = c.words.counted("paper-contacts-in-month", mark.backing.facts.size(), {words});
	}
	return lane;
}

Lane terms_lane(const Composer& c) {
	Lane lane{.label = c.words.text("paper-lane-agreements"), .bars = {}, .marks = {}};
	const model::Period asked = review::asked_period(c.material.question);
	const std::int32_t until = asked.last < model::Period::k_open ? asked.last : c.material.question.as_of;
	for (const review::Basis& basis : c.review.basis) {
		if (!basis.term || basis.term->first <= 0 || lane.bars.size() == k_most_bars) continue;
		// A term without an end is drawn up to the end of what the paper is about.
		const bool open = basis.term->last >= model::Period::k_open;
		const std::int32_t last = open ? std::max(until, basis.term->first) : basis.term->last;
		const auto& agreement = *c.material.as<model::Agreement>(basis.item);
		const std::string name = c.words.text("paper-instrument-" + std::string{model::name_of(agreement.instrument)});
		lane.bars.push_back({.first = basis.term->first,
		                     .last = last,
		                     .label = c.words.text("paper-bar", {name, c.words.span(*basis.term)}),
		                     .backing = rests_on(basis.item)});
	}
	return lane;
}

}  // namespace

void add_series(Composer& c, Part& part) {
	const auto& all = c.review.contacts.series;
	if (all.empty()) return;
	Table table;
	table.id = "series";
	table.caption = c.words.text("paper-series-caption");
	table.columns = {{c.words.text("paper-column-form"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-parties"), ColumnKind::text, 4},
	                 {c.words.text("paper-column-times"), ColumnKind::number, 1},
	                 {c.words.text("paper-column-years-held"), ColumnKind::text, 3},
	                 {c.words.text("paper-column-ordinals"), ColumnKind::text, 2},
	                 {c.words.text("paper-column-gaps"), ColumnKind::text, 2}};
	for (const Series& series : all) {
		table.rows.push_back(row(c, series, table.rows.size() < k_rows_shown ? Introduce::yes : Introduce::no));
	}
	drop_empty_columns(table);
	c.bound(table);
	part.blocks.emplace_back(std::move(table));

	Bullets gaps;
	std::size_t left = 0;
	Backing left_backing = on_register();
	for (const Series& series : all) {
		if (series.gaps.empty()) continue;
		if (gaps.points.size() < k_gap_sentences) {
			gaps.points.push_back(paragraph(gap_sentence(c, series)));
		} else {
			++left;
			add(left_backing, around(series));
		}
	}
	if (gaps.points.empty()) return;
	if (left > 0) gaps.points.push_back(paragraph(c.say_counted("paper-gap-more", left, {}, left_backing)));
	part.blocks.emplace_back(std::move(gaps));
}

void add_timeline(Composer& c, Part& part) {
	std::vector<ItemIndex> talks;
	std::vector<ItemIndex> visits;
	std::vector<ItemIndex> others;
	for (const ItemIndex item : c.review.contacts.items) {
		// Of a journey the first stop stands for all.
		if (!has_day(c.material.items[item]) || c.review.contacts.occasions[item] != item) continue;
		const auto* meeting = c.material.as<model::Meeting>(item);
		if (meeting == nullptr) {
			visits.push_back(item);
		} else {
			(meeting->kind == model::MeetingKind::talks ? talks : others).push_back(item);
		}
	}
	Timeline timeline;
	const auto lane = [&](Lane made) {
		if (!made.marks.empty() || !made.bars.empty()) timeline.lanes.push_back(std::move(made));
	};
	lane(contacts_lane(c, "paper-lane-talks", talks));
	lane(contacts_lane(c, "paper-lane-visits", visits));
	lane(contacts_lane(c, "paper-lane-others", others));
	lane(terms_lane(c));
	const std::size_t drawn = talks.size() + visits.size() + others.size();
	if (drawn < 3) return;
	Plot plot;
	plot.id = "timeline";
	plot.caption = c.words.text("paper-timeline-caption");
	plot.alternative = c.words.text(
	    "paper-timeline-alternative",
	    {c.words.number(talks.size()), c.words.number(visits.size()), c.words.number(others.size()), c.asked()});
	plot.drawing = std::move(timeline);
	part.blocks.emplace_back(std::move(plot));
}

}  // namespace bienban::paper
