#include "paper/head.hpp"

#include <algorithm>

namespace bienban::paper {

namespace {

constexpr std::size_t k_most_bases = 6;

/// The agreements that the paper rests on, the latest ones where there are many; each line closed as the decree has it.
void add_bases(Composer& c, Paper& paper) {
	const auto& basis = c.review.basis;
	// One left out would take no less room.
	const std::size_t first = basis.size() > k_most_bases + 1 ? basis.size() - k_most_bases : 0;
	for (std::size_t i = first; i < basis.size(); ++i) {
		const auto* agreement = c.material.as<model::Agreement>(basis[i].item);
		if (agreement == nullptr) continue;
		const std::string name = c.agreement(basis[i].item);
		const std::string who = c.names.parties(agreement->parties);
		Text line = who.empty() ? c.say("paper-base", {name}, rests_on(basis[i].item))
		                        : c.say("paper-base-between", {name, who}, rests_on(basis[i].item));
		const auto same = [&](const Text& other) { return other.words == line.words; };
		if (std::ranges::none_of(paper.bases, same)) paper.bases.push_back(std::move(line));
	}
	if (first > 0) {
		std::vector<review::ItemIndex> items;
		for (std::size_t i = 0; i < first; ++i) items.push_back(basis[i].item);
		paper.bases.push_back(c.say_counted("paper-base-more", first, {}, rests_on(items)));
	}
	if (paper.bases.empty()) paper.bases.push_back(to_fill(c, "paper-base-fill"));
	for (Text& line : paper.bases) line.words.append(&line == &paper.bases.back() ? "." : ";");
}

}  // namespace

Text to_fill(const Composer& c, const char* id, const std::vector<std::string>& values) {
	return {.words = c.words.text(id, values), .backing = on_writer()};
}

std::string full_sides(Composer& c) {
	const review::Question& question = c.material.question;
	const std::string of = c.names.full_side(question.of);
	const std::string with = question.with.size() == 1 ? c.names.full_side(question.with.front()) : c.names.others();
	return c.words.list({of, with});
}

void frame_report(Composer& c, Paper& paper) {
	paper.head.issuer = to_fill(c, "paper-fill-issuer");
	paper.head.number = to_fill(c, "paper-fill-number");
	paper.head.place_and_date = to_fill(c, "paper-fill-place-and-date");
	paper.head.kind = {.words = c.words.text("paper-kind-report"), .backing = on_register()};
	paper.head.subject.push_back(c.say("paper-subject", {full_sides(c), c.asked_title()}, on_register()));
	paper.title = paper.head.subject.front().words;
	add_bases(c, paper);
	Signature signature;
	signature.capacity.push_back(to_fill(c, "paper-fill-capacity"));
	signature.capacity.push_back(to_fill(c, "paper-fill-post"));
	signature.name = to_fill(c, "paper-fill-name");
	paper.signatures.push_back(std::move(signature));
	paper.receivers.push_back(to_fill(c, "paper-fill-receiver"));
	paper.receivers.push_back(to_fill(c, "paper-fill-archive"));
}

void open_report(Composer& c, Paper& paper) {
	const review::Question& question = c.material.question;
	const std::string until =
	    c.words.text("paper-register-day", {c.words.span(model::Period{question.as_of, question.as_of})});
	const std::string of = c.names.side(question.of);
	const std::string others = c.names.others();
	Paragraph opening;
	if (c.material.items.empty()) {
		opening.sentences.push_back(c.say("paper-opening-empty", {until, of, others, c.asked()}, on_register()));
		paper.opening.emplace_back(std::move(opening));
		return;
	}
	if (question.with.size() > 1) {
		std::vector<std::string> names;
		for (const review::Side& side : question.with) names.push_back(c.names.side(side));
		opening.sentences.push_back(c.say("paper-opening-partners", {of, c.words.list(names)}, on_register()));
	}
	for (const review::Side* side : {&question.of, &question.with.front()}) {
		if (side->past.empty()) continue;
		std::vector<std::string> past;
		for (const std::string& code : side->past) past.push_back(c.names.typed_place(code));
		opening.sentences.push_back(
		    c.say("paper-opening-past", {c.names.side(*side), c.words.list(past)}, on_register()));
	}
	opening.sentences.push_back(c.say_counted("paper-opening", c.material.documents.size(), {until}, on_register()));
	paper.opening.emplace_back(std::move(opening));
}

}  // namespace bienban::paper
