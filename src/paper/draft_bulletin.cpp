#include <algorithm>
#include <set>

#include "model/names.hpp"
#include "paper/drafts.hpp"
#include "paper/fields.hpp"
#include "paper/head.hpp"

namespace bienban::paper {

namespace {

using review::ItemIndex;

constexpr std::size_t k_most_figures = 6;
constexpr std::size_t k_most_themes = 8;

std::string form(const Composer& c, const model::Meeting& meeting) {
	std::string words = c.words.text("paper-meeting-" + std::string{model::name_of(meeting.kind)});
	if (meeting.recurs) words = c.words.text("paper-recurs-" + std::string{model::name_of(*meeting.recurs)}, {words});
	if (meeting.ordinal) words = c.words.text("paper-ordinal", {words, std::to_string(*meeting.ordinal)});
	return words;
}

/// When, where, who, and who chaired; the writer fills in what no document tells.
Paragraph lead(Composer& c, ItemIndex item, const model::Meeting& meeting) {
	const review::Item& of = c.material.items[item];
	Paragraph made;
	const std::string when = of.date ? c.words.when(*of.date) : c.words.text("draft-bulletin-no-day");
	const std::string who = meeting.parties.empty() ? c.names.both() : c.names.parties(meeting.parties);
	made.sentences.push_back(
	    meeting.place ? c.say("draft-bulletin-lead-at",
	                          {when, c.names.typed_place(*meeting.place), form(c, meeting), who}, rests_on(item))
	                  : c.say("draft-bulletin-lead", {when, form(c, meeting), who}, rests_on(item)));
	if (!meeting.chairs.empty()) {
		made.sentences.push_back(c.say_counted("draft-bulletin-chairs", meeting.chairs.size(),
		                                       {c.words.list(meeting.chairs)}, rests_on(item)));
	}
	return made;
}

/// Facts that the documents of the meeting tell.
bool told_with(const Composer& c, ItemIndex item, const std::set<std::size_t>& documents) {
	return std::ranges::any_of(c.material.items[item].tellings,
	                           [&](const review::Telling& telling) { return documents.contains(telling.document); });
}

Paragraph results(Composer& c, const std::set<std::size_t>& documents) {
	std::vector<std::string> figures;
	std::vector<ItemIndex> items;
	for (const review::Indicator& indicator : c.review.indicators) {
		for (const review::Figure& figure : indicator.figures) {
			if (items.size() == k_most_figures || !told_with(c, figure.item, documents)) continue;
			std::string words = c.words.quantity(figure.value, figure.about, indicator.unit);
			// A measure word alone ("lần") does not say what was counted.
			if (indicator.theme && indicator.unit.find(' ') == std::string::npos) {
				words.append(" (").append(c.words.theme(*indicator.theme)).append(")");
			}
			figures.push_back(std::move(words));
			items.push_back(figure.item);
		}
	}
	if (items.empty()) return {};
	return paragraph(c.say("draft-bulletin-results", {c.words.list(figures)}, rests_on(items)));
}

Paragraph promised(Composer& c, ItemIndex meeting, const std::set<std::size_t>& documents) {
	std::set<std::size_t> places;
	std::vector<std::pair<std::size_t, std::string>> themes;
	std::vector<ItemIndex> items;
	for (const review::Promise& promise : c.review.promises) {
		if (promise.under != meeting && !told_with(c, promise.commitment, documents)) continue;
		items.push_back(promise.commitment);
		const std::size_t place = place_of(promise.theme);
		if (promise.theme && places.insert(place).second) themes.emplace_back(place, c.words.theme(*promise.theme));
	}
	if (themes.empty()) return {};
	std::ranges::sort(themes);
	std::vector<std::string> names;
	for (auto& [place, theme] : themes) names.push_back(std::move(theme));
	if (names.size() > k_most_themes + 1) {
		const std::size_t left = names.size() - k_most_themes;
		names.resize(k_most_themes);
		names.push_back(c.words.text("paper-more-themes", {c.words.number(left)}));
	}
	return paragraph(c.say("draft-bulletin-promised", {Words::series(names)}, rests_on(items)));
}

Paragraph signed_there(Composer& c, ItemIndex meeting) {
	std::vector<std::string> names;
	std::vector<ItemIndex> items;
	for (const review::Basis& basis : c.review.basis) {
		if (basis.signed_at != meeting) continue;
		const auto* agreement = c.material.as<model::Agreement>(basis.item);
		if (agreement == nullptr) continue;
		std::string name = c.words.text("paper-instrument-" + std::string{model::name_of(agreement->instrument)});
		if (basis.term) name.append(" ").append(c.words.when(*basis.term));
		names.push_back(std::move(name));
		items.push_back(basis.item);
	}
	if (items.empty()) return {};
	return paragraph(c.say("draft-bulletin-signed", {c.words.list(names)}, rests_on(items)));
}

Paragraph given(Composer& c, ItemIndex meeting) {
	Paragraph made;
	for (const review::LedgerEntry& entry : c.review.ledger.entries) {
		if (entry.occasion != meeting || entry.part_of || made.sentences.size() == k_most_figures) continue;
		const auto& support = *c.material.as<model::Support>(entry.item);
		std::string what = c.given(support);
		made.sentences.push_back(c.say(made.sentences.empty() ? "draft-bulletin-given" : "draft-bulletin-given-next",
		                               {c.names.parties(support.giver), c.names.parties(support.receiver), what},
		                               rests_on(entry.item)));
	}
	return made;
}

}  // namespace

void draft_bulletin(Composer& c, ItemIndex meeting, Paper& paper) {
	const auto& held = *c.material.as<model::Meeting>(meeting);
	std::set<std::size_t> documents;
	for (const review::Telling& telling : c.material.items[meeting].tellings) documents.insert(telling.document);

	paper.head.state_motto = false;
	const std::string who = held.parties.empty() ? c.names.both() : c.names.parties(held.parties, Introduce::no);
	paper.head.subject.push_back(c.say("paper-series-name", {form(c, held), who}, rests_on(meeting)));
	paper.title = paper.head.subject.front().words;
	paper.opening.emplace_back(lead(c, meeting, held));
	for (Paragraph& part : std::vector{results(c, documents), promised(c, meeting, documents), signed_there(c, meeting),
	                                   given(c, meeting)}) {
		if (!part.sentences.empty()) paper.opening.emplace_back(std::move(part));
	}
	paper.opening.emplace_back(paragraph(to_fill(c, "draft-fill-bulletin")));
	Signature author;
	author.name = to_fill(c, "draft-fill-author");
	paper.signatures.push_back(std::move(author));
}

}  // namespace bienban::paper
