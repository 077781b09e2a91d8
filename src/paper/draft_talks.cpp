#include <algorithm>

#include "paper/directions.hpp"
#include "paper/drafts.hpp"
#include "paper/head.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

std::string field_heading(const Composer& c, Field field) {
	return c.words.text("paper-field-" + std::string{k_field_names[static_cast<std::size_t>(field)]});
}

Part part_of(const Composer& c, const char* id, const char* heading) {
	return {.id = id, .heading = c.words.text(heading), .blocks = {}, .parts = {}};
}

/// The last paper of this kind that the two sides signed: what the talks look back on.
std::optional<review::ItemIndex> last_signed(const Composer& c, Draft kind) {
	const auto instrument = kind == Draft::memorandum ? model::Instrument::memorandum : model::Instrument::minutes;
	std::optional<review::ItemIndex> last;
	for (const review::Basis& basis : c.review.basis) {
		const auto* agreement = c.material.as<model::Agreement>(basis.item);
		if (agreement != nullptr && agreement->instrument == instrument) last = basis.item;
	}
	return last;
}

void open(Composer& c, Paper& paper) {
	const auto& question = c.material.question;
	for (const char* id : {"draft-fill-invitation", "draft-fill-delegation-of", "draft-fill-delegation-with"}) {
		const std::string side =
		    std::string_view{id} == "draft-fill-delegation-with" ? c.names.others() : c.names.side(question.of);
		paper.opening.emplace_back(paragraph(to_fill(c, id, {side, c.names.others()})));
	}
	paper.opening.emplace_back(paragraph(to_fill(c, "draft-fill-exchange")));
}

/// What was done since, by field.
Part look_back(Composer& c, Draft kind) {
	Part part = part_of(c, "results", "draft-look-back");
	if (const auto last = last_signed(c, kind)) {
		part.blocks.emplace_back(paragraph(c.say("draft-look-back-on", {c.agreement(*last)}, rests_on(*last))));
	} else {
		part.blocks.emplace_back(paragraph(c.say("draft-look-back-open", {c.asked()}, on_register())));
	}
	if (Paragraph contacts = contacts_in_words(c); !contacts.sentences.empty()) {
		part.blocks.emplace_back(std::move(contacts));
	}
	for (FieldResults& results : results_in_words(c)) {
		const std::string id = "results-" + std::string{k_field_names[static_cast<std::size_t>(results.field)]};
		Bullets bullets;
		bullets.points = std::move(results.themes);
		Part field{.id = id, .heading = field_heading(c, results.field), .blocks = {}, .parts = {}};
		field.blocks.emplace_back(std::move(bullets));
		part.parts.push_back(std::move(field));
	}
	if (Paragraph support = support_in_words(c); !support.sentences.empty()) {
		Part field = part_of(c, "support", "paper-support-heading");
		field.blocks.emplace_back(std::move(support));
		part.parts.push_back(std::move(field));
	}
	return part;
}

/// What the two sides agree on: what is open, by field; the writer adds to each.
Part agreed(Composer& c, const DraftRequest& request) {
	Part part = part_of(c, "agreed", "draft-agreed");
	const std::string when =
	    request.next_period ? c.words.when(*request.next_period) : c.words.text("draft-next-period");
	part.blocks.emplace_back(paragraph(c.say("draft-agreed-head", {when}, on_register())));
	for (Directions& of : directions(c)) {
		const std::string id = "agreed-" + std::string{k_field_names[static_cast<std::size_t>(of.field)]};
		Part field{.id = id, .heading = field_heading(c, of.field), .blocks = {}, .parts = {}};
		Bullets bullets;
		for (Text& sentence : of.sentences) bullets.points.push_back(paragraph(std::move(sentence)));
		field.blocks.emplace_back(std::move(bullets));
		part.parts.push_back(std::move(field));
	}
	Part more = part_of(c, "agreed-more", "draft-agreed-more");
	Bullets bullets;
	for (const char* id : {"draft-fill-agreed", "draft-fill-wishes"})
		bullets.points.push_back(paragraph(to_fill(c, id)));
	more.blocks.emplace_back(std::move(bullets));
	part.parts.push_back(std::move(more));
	return part;
}

Part carrying_out(const Composer& c) {
	Part part = part_of(c, "carrying-out", "draft-carrying-out");
	part.blocks.emplace_back(paragraph(to_fill(c, "draft-fill-contact-bodies")));
	part.blocks.emplace_back(paragraph(to_fill(c, "draft-fill-review")));
	return part;
}

Part next_meeting(Composer& c) {
	Part part = part_of(c, "next", "draft-next-meeting");
	Bullets bullets;
	bullets.points = meetings_due(c);
	bullets.points.push_back(paragraph(to_fill(c, "draft-fill-next-meeting")));
	part.blocks.emplace_back(std::move(bullets));
	return part;
}

Part end(const Composer& c, const DraftRequest& request) {
	Part part = part_of(c, "end", "draft-end");
	part.blocks.emplace_back(paragraph(to_fill(c, "draft-fill-end")));
	Text term = request.next_period && request.kind == Draft::memorandum
	                ? c.say("draft-end-term", {c.words.when(*request.next_period)}, on_register())
	                : to_fill(c, "draft-fill-end-term");
	part.blocks.emplace_back(paragraph(std::move(term)));
	return part;
}

Signature signature(Composer& c, const std::string& side) {
	Signature made;
	made.capacity.push_back({.words = c.words.text("draft-on-behalf", {side}), .backing = on_register()});
	made.capacity.push_back({.words = c.words.text("draft-head-of-delegation"), .backing = on_register()});
	made.name = to_fill(c, "paper-fill-name");
	return made;
}

}  // namespace

void draft_talks(Composer& c, const DraftRequest& request, Paper& paper) {
	paper.head.state_motto = false;  // a paper of two states
	const bool memorandum = request.kind == Draft::memorandum;
	paper.head.kind = {.words = c.words.text(memorandum ? "draft-kind-memorandum" : "draft-kind-minutes"),
	                   .backing = on_register()};
	paper.head.subject.push_back(
	    request.next_period
	        ? c.say("draft-subject-period", {full_sides(c), c.words.when(*request.next_period)}, on_register())
	        : c.say("draft-subject", {full_sides(c)}, on_register()));
	paper.title = paper.head.kind.words + " " + paper.head.subject.front().words;
	open(c, paper);
	paper.parts.push_back(look_back(c, request.kind));
	paper.parts.push_back(agreed(c, request));
	paper.parts.push_back(carrying_out(c));
	paper.parts.push_back(next_meeting(c));
	paper.parts.push_back(end(c, request));
	paper.signatures.push_back(signature(c, c.names.side(c.material.question.of)));
	paper.signatures.push_back(signature(c, c.names.others()));
}

}  // namespace bienban::paper
