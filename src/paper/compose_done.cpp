#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/names.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

using review::ItemIndex;
using review::Relation;
using review::RelationKind;

constexpr std::size_t k_most_bodies = 5;
constexpr std::size_t k_most_days = 6;
constexpr std::size_t k_most_relations = 5;

/// The times of some facts: years as a run, other periods one by one.
std::string times(const Composer& c, const std::vector<ItemIndex>& items) {
	std::set<int> years;
	std::vector<std::string> spans;
	for (const ItemIndex item : items) {
		const review::Item& of = c.material.items[item];
		if (!of.date) continue;
		if (of.when && of.when->first / 10'000 == of.when->last / 10'000) {
			years.insert(of.when->first / 10'000);
		} else if (const std::string span = c.words.span(*of.date); std::ranges::find(spans, span) == spans.end()) {
			spans.push_back(span);
		}
	}
	std::vector<std::string> all;
	if (!years.empty()) all.push_back(c.words.years({years.begin(), years.end()}));
	if (spans.size() > k_most_days) {
		const std::size_t left = spans.size() - k_most_days;
		spans.resize(k_most_days);
		spans.push_back(c.words.text("paper-more-times", {c.words.number(left)}));
	}
	all.insert(all.end(), spans.begin(), spans.end());
	return Words::series(all);
}

/// The days on which one kind of thing was done together.
Paragraph activities(const Composer& c, model::ActivityKind kind, const std::vector<ItemIndex>& items) {
	std::vector<std::string> days;
	std::size_t left = 0;
	for (const ItemIndex item : items) {
		const auto& activity = *c.material.as<model::Activity>(item);
		std::string day = c.date(item);
		if (activity.section) {
			std::string section = c.words.text("paper-section", {*activity.section});
			if (day.empty()) {
				day = std::move(section);
			} else {
				day.append(" (").append(section).append(")");
			}
		} else if (activity.place && !day.empty()) {
			day = c.words.text("paper-day-at", {day, c.names.place(*activity.place)});
		}
		if (day.empty()) continue;
		if (days.size() < k_most_days) {
			days.push_back(std::move(day));
		} else {
			++left;
		}
	}
	if (left > 0) days.push_back(c.words.text("paper-more-times", {c.words.number(left)}));
	const std::string what = c.words.counted("paper-activities-" + std::string{model::name_of(kind)}, items.size());
	if (days.empty()) return paragraph(c.say("paper-activities-undated", {what}, rests_on(items)));
	return paragraph(c.say("paper-activities", {what, Words::series(days)}, rests_on(items)));
}

Paragraph twinnings(Composer& c, const std::vector<ItemIndex>& items) {
	std::vector<std::string> pairs;
	for (const ItemIndex item : items) {
		if (pairs.size() == k_most_days) break;
		const auto& twinning = *c.material.as<model::Twinning>(item);
		std::string pair = c.names.parties(twinning.parties);
		if (twinning.since) pair.append(" (").append(c.words.span(*twinning.since)).append(")");
		pairs.push_back(std::move(pair));
	}
	if (items.size() > pairs.size()) {
		pairs.push_back(c.words.text("paper-more-pairs", {c.words.number(items.size() - pairs.size())}));
	}
	return paragraph(c.say_counted("paper-twinnings", items.size(), {Words::series(pairs)}, rests_on(items)));
}

/// A figure with its time: "hơn 2.000 lượt người (2016 - 2019)".
std::string figure(const Composer& c, ItemIndex item) {
	const review::Item& of = c.material.items[item];
	std::string words;
	if (const auto* result = std::get_if<model::Result>(&of.record.value)) words = c.counted(*result);
	if (const auto* support = std::get_if<model::Support>(&of.record.value)) words = c.given(*support);
	const std::string day = c.date(item);
	return day.empty() ? words : words + (day.front() == '(' ? " " + day : " (" + day + ")");
}

/// The whole, its parts and what these make, in words.
std::vector<std::string> relation_words(Composer& c, const Relation& relation) {
	const auto words_of = [&](ItemIndex item) {
		std::string words = figure(c, item);
		return relation.kind == RelationKind::other_scope ? c.words.text("paper-figure-of", {words, c.doers(item)})
		                                                  : words;
	};
	std::vector<std::string> parts;
	for (const ItemIndex part : relation.parts) {
		if (parts.size() == k_most_days) break;
		parts.push_back(words_of(part));
	}
	if (relation.parts.size() > parts.size()) {
		parts.push_back(c.words.text("paper-more-figures", {c.words.number(relation.parts.size() - parts.size())}));
	}
	return {words_of(relation.whole), Words::series(parts),
	        relation.sum ? c.words.figure(relation.sum->value, relation.sum->about) : std::string{"–"}};
}

Backing relation_backing(const Relation& relation) {
	std::vector<ItemIndex> items = relation.parts;
	items.push_back(relation.whole);
	return rests_on(std::move(items));
}

/// Relations of one kind: one is a sentence of its own; of several what they have in common is said once.
Paragraph relations_of_kind(Composer& c, const std::vector<const Relation*>& relations) {
	constexpr auto k_ids = std::to_array<const char*>({"paper-relation-total-agrees", "paper-relation-total-differs",
	                                                   "paper-relation-holds-parts", "paper-relation-overlaps",
	                                                   "paper-relation-same-period", "paper-relation-other-scope"});
	const std::string id = k_ids[static_cast<std::size_t>(relations.front()->kind)];
	if (relations.size() == 1) {
		return paragraph(c.say(id, relation_words(c, *relations.front()), relation_backing(*relations.front())));
	}
	Backing all;
	for (const Relation* relation : relations) add(all, relation_backing(*relation));
	Paragraph made = paragraph(c.say(id + "-head", {}, all));
	for (const Relation* relation : relations) {
		if (made.sentences.size() > k_most_relations) break;
		made.sentences.push_back(c.say(id + "-item", relation_words(c, *relation), relation_backing(*relation)));
	}
	if (relations.size() > k_most_relations) {
		made.sentences.push_back(
		    c.say_counted("paper-relations-more", relations.size() - k_most_relations, {}, std::move(all)));
	}
	return made;
}

/// What the same parties are reported to have done.
struct ReportGroup {
	std::vector<model::Party> parties;
	std::vector<std::string> themes;
	std::vector<ItemIndex> items;
};

/// Those with most reports first.
std::vector<ReportGroup> grouped(const Composer& c, const std::vector<ThemeReports>& reports) {
	std::map<std::vector<model::Party>, ReportGroup> by_parties;
	for (const ThemeReports& theme : reports) {
		std::map<std::vector<model::Party>, std::vector<ItemIndex>> of_theme;
		for (const ItemIndex item : theme.items) {
			of_theme[c.material.as<model::Achievement>(item)->parties].push_back(item);
		}
		for (const auto& [parties, items] : of_theme) {
			ReportGroup& group = by_parties[parties];
			group.parties = parties;
			std::string words = c.words.theme(theme.theme);
			const std::string when = times(c, items);
			if (!when.empty()) words.append(" (").append(when).append(")");
			group.themes.push_back(std::move(words));
			group.items.insert(group.items.end(), items.begin(), items.end());
		}
	}
	std::vector<ReportGroup> groups;
	for (auto& [parties, group] : by_parties) groups.push_back(std::move(group));
	std::ranges::stable_sort(groups, std::ranges::greater{},
	                         [](const ReportGroup& group) { return group.items.size(); });
	return groups;
}

std::string reporters(Composer& c, const ReportGroup& group) {
	return group.parties.empty() ? c.names.both() : c.names.parties(group.parties);
}

}  // namespace

std::vector<Paragraph> report_points(Composer& c, const std::vector<ThemeReports>& reports) {
	std::vector<Paragraph> points;
	for (const ReportGroup& group : grouped(c, reports)) {
		if (points.size() == k_most_bodies) break;
		points.push_back(
		    paragraph(c.say("draft-done", {reporters(c, group), Words::series(group.themes)}, rests_on(group.items))));
	}
	return points;
}

std::vector<Block> report_blocks(Composer& c, const std::vector<ThemeReports>& reports, std::size_t turn) {
	const auto groups = grouped(c, reports);
	if (groups.empty()) return {};
	const std::string variant = std::to_string(turn % 3);
	if (groups.size() == 1) {
		const ReportGroup& group = groups.front();
		return {paragraph(c.say("paper-reports-one-" + variant, {reporters(c, group), Words::series(group.themes)},
		                        rests_on(group.items)))};
	}
	std::vector<ItemIndex> all;
	std::vector<ItemIndex> left;
	Bullets bullets;
	for (const ReportGroup& group : groups) {
		all.insert(all.end(), group.items.begin(), group.items.end());
		if (bullets.points.size() < k_most_bodies || groups.size() == k_most_bodies + 1) {
			bullets.points.push_back(paragraph(
			    c.say("paper-results-of", {reporters(c, group), Words::series(group.themes)}, rests_on(group.items))));
		} else {
			left.insert(left.end(), group.items.begin(), group.items.end());
		}
	}
	if (!left.empty()) {
		bullets.points.push_back(
		    paragraph(c.say("paper-reports-more", {c.words.number(groups.size() - k_most_bodies)}, rests_on(left))));
	}
	return {paragraph(c.say("paper-reports-head-" + variant, {}, rests_on(all))), std::move(bullets)};
}

Bullets done_bullets(Composer& c, const std::vector<ItemIndex>& items) {
	std::map<model::ActivityKind, std::vector<ItemIndex>> kinds;
	std::vector<ItemIndex> pairs;
	for (const ItemIndex item : items) {
		if (const auto* activity = c.material.as<model::Activity>(item)) kinds[activity->kind].push_back(item);
		if (c.material.as<model::Twinning>(item) != nullptr) pairs.push_back(item);
	}
	Bullets bullets;
	for (const auto& [kind, together] : kinds) bullets.points.push_back(activities(c, kind, together));
	if (!pairs.empty()) bullets.points.push_back(twinnings(c, pairs));
	return bullets;
}

void add_relations(Composer& c, const std::vector<const Relation*>& relations, Part& part) {
	if (relations.empty()) return;
	std::map<RelationKind, std::vector<const Relation*>> kinds;
	for (const Relation* relation : relations) kinds[relation->kind].push_back(relation);
	Bullets bullets;
	for (const auto& [kind, alike] : kinds) bullets.points.push_back(relations_of_kind(c, alike));
	part.blocks.emplace_back(std::move(bullets));
}

}  // namespace bienban::paper
