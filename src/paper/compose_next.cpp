#include <algorithm>
#include <map>

#include "model/names.hpp"
#include "paper/directions.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

using review::ItemIndex;
using review::NextStep;
using review::StepKind;

/// More meetings or agreements are told by their number.
constexpr std::size_t k_most_steps = 8;
constexpr std::size_t k_most_themes = 8;

std::vector<const NextStep*> of_kind(const Composer& c, StepKind kind) {
	std::vector<const NextStep*> steps;
	for (const NextStep& step : c.review.next_steps) {
		if (step.kind == kind) steps.push_back(&step);
	}
	return steps;
}

std::vector<ItemIndex> items_of(const std::vector<const NextStep*>& steps) {
	std::vector<ItemIndex> items;
	for (const NextStep* step : steps) items.insert(items.end(), step->items.begin(), step->items.end());
	return items;
}

/// The series that a step speaks of.
const review::Series* series_of(const Composer& c, const NextStep& step) {
	for (const review::Series& series : c.review.contacts.series) {
		for (const review::Occurrence& occurrence : series.held) {
			if (std::ranges::find(step.items, occurrence.item) != step.items.end()) return &series;
		}
	}
	return nullptr;
}

/// "hội đàm thường niên giữa Bộ CHQS hai tỉnh, lần thứ 12".
std::string due(Composer& c, const NextStep& step) {
	const review::Series* series = series_of(c, step);
	const auto* meeting = step.items.empty() ? nullptr : c.material.as<model::Meeting>(step.items.front());
	const auto kind = series != nullptr ? series->kind : meeting != nullptr ? meeting->kind : model::MeetingKind::talks;
	std::string form = c.words.text("paper-meeting-" + std::string{model::name_of(kind)});
	std::optional<int> ordinal;
	if (series != nullptr) {
		if (series->recurs) form = c.words.text("paper-recurs-" + std::string{model::name_of(*series->recurs)}, {form});
		for (const auto& occurrence : series->held) ordinal = std::max(ordinal, occurrence.ordinal);
	}
	std::string who;
	if (series != nullptr) {
		who = c.names.parties(series->parties);
	} else if (meeting != nullptr) {
		who = c.names.parties(meeting->parties);
	}
	if (who.empty()) who = c.names.both();
	const std::string words = c.words.text("paper-series-name", {form, who});
	return ordinal ? c.words.text("paper-next-ordinal", {words, std::to_string(*ordinal + 1)}) : words;
}

/// One sentence for all that is alike: what is left out is counted.
Paragraph together(const Composer& c, const char* id, std::vector<std::string> names, const char* more,
                   const std::vector<ItemIndex>& items) {
	if (names.size() > k_most_steps + 1) {
		const std::size_t left = names.size() - k_most_steps;
		names.resize(k_most_steps);
		names.push_back(c.words.text(more, {c.words.number(left)}));
	}
	const std::string all = Words::series(names);
	return paragraph(c.say_counted(id, names.size(), {all}, rests_on(items)));
}

}  // namespace

std::vector<Paragraph> renewals(Composer& c) {
	const auto steps = of_kind(c, StepKind::renew);
	std::vector<std::string> names;
	for (const NextStep* step : steps) {
		for (const ItemIndex item : step->items) names.push_back(c.agreement_between(item));
	}
	if (names.empty()) return {};
	return {together(c, "paper-next-renew", std::move(names), "paper-more-agreements", items_of(steps))};
}

std::vector<Paragraph> meetings_due(Composer& c) {
	const auto steps = of_kind(c, StepKind::hold);
	std::vector<std::string> names;
	for (const NextStep* step : steps) names.push_back(due(c, *step));
	if (names.empty()) return {};
	return {together(c, "paper-next-hold", std::move(names), "paper-more-meetings", items_of(steps))};
}

std::vector<Directions> directions(Composer& c) {
	std::map<std::size_t, const NextStep*> ordered;
	std::map<std::size_t, std::vector<ItemIndex>> items;
	for (const NextStep* step : of_kind(c, StepKind::carry_on)) {
		const std::size_t place = place_of(step->theme);
		ordered.emplace(place, step);
		items[place].insert(items[place].end(), step->items.begin(), step->items.end());
	}
	std::vector<Directions> fields;
	for (const auto& [place, step] : ordered) {
		const Field field = field_of(step->theme);
		if (fields.empty() || fields.back().field != field) fields.push_back({field, {}});
		const std::string theme = step->theme ? std::string{model::name_of(*step->theme)} : std::string{"none"};
		fields.back().sentences.push_back(c.say("paper-step-" + theme, {}, rests_on(items.at(place))));
	}
	return fields;
}

Part next_part(Composer& c) {
	Part part{.id = "next", .heading = c.words.text("paper-next-heading"), .blocks = {}, .parts = {}};
	Bullets bullets;
	bullets.points = renewals(c);
	for (Paragraph& point : meetings_due(c)) bullets.points.push_back(std::move(point));
	for (Directions& of : directions(c)) {
		Backing all;
		for (const Text& sentence : of.sentences) add(all, sentence.backing);
		const std::string field =
		    c.words.text("paper-field-" + std::string{k_field_names[static_cast<std::size_t>(of.field)]});
		Paragraph point = paragraph(c.say("paper-next-field", {field}, all));
		for (Text& sentence : of.sentences) point.sentences.push_back(std::move(sentence));
		bullets.points.push_back(std::move(point));
	}
	if (const auto steps = of_kind(c, StepKind::take_up); !steps.empty()) {
		std::vector<const NextStep*> ordered = steps;
		std::ranges::stable_sort(ordered, {}, [](const NextStep* step) { return place_of(step->theme); });
		std::vector<std::string> themes;
		for (const NextStep* step : ordered) {
			themes.push_back(
			    c.words.counted("paper-next-theme-count", step->items.size(), {c.words.theme(step->theme)}));
		}
		if (themes.size() > k_most_themes + 1) {
			const std::size_t left = themes.size() - k_most_themes;
			themes.resize(k_most_themes);
			themes.push_back(c.words.text("paper-more-themes", {c.words.number(left)}));
		}
		bullets.points.push_back(
		    paragraph(c.say("paper-next-take-up", {Words::series(themes)}, rests_on(items_of(steps)))));
	}
	if (const auto steps = of_kind(c, StepKind::clear_up); !steps.empty()) {
		const Backing backing = rests_on(items_of(steps));
		bullets.points.push_back(paragraph(c.say_counted("paper-next-clear-up", backing.facts.size(), {}, backing)));
	}
	if (bullets.points.empty()) {
		part.blocks.emplace_back(paragraph(
		    c.say(c.material.items.empty() ? "paper-next-empty" : "paper-next-none", {c.names.both()}, on_register())));
	} else {
		part.blocks.emplace_back(std::move(bullets));
	}
	return part;
}

}  // namespace bienban::paper
