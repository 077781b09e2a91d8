#include <algorithm>

#include "paper/compose.hpp"
#include "paper/directions.hpp"
#include "paper/drafts.hpp"
#include "paper/head.hpp"
#include "paper/parts.hpp"

namespace bienban::paper {

namespace {

/// The asked meeting, else the last one of the period.
std::optional<review::ItemIndex> meeting_of(const review::Review& review, const DraftRequest& request) {
	if (request.meeting) return request.meeting;
	std::optional<review::ItemIndex> last;
	for (const review::ItemIndex item : review.contacts.items) {
		if (review.material.as<model::Meeting>(item) != nullptr && review.material.items[item].when) last = item;
	}
	return last;
}

Bullets one_to_fill(const Composer& c, const char* id) {
	Bullets bullets;
	bullets.points.push_back(paragraph(to_fill(c, id)));
	return bullets;
}

/// Strengths rest on what was counted; limits and reasons are the writer's, beside what documents lack.
Part assessment(Composer& c) {
	Part part{.id = "assessment", .heading = c.words.text("draft-assessment"), .blocks = {}, .parts = {}};
	const auto inner = [&](const char* id, const char* heading) -> Part& {
		part.parts.push_back({.id = id, .heading = c.words.text(heading), .blocks = {}, .parts = {}});
		return part.parts.back();
	};
	Part& strengths = inner("assessment-strengths", "draft-strengths");
	std::vector<review::ItemIndex> reported;
	std::size_t count = 0;
	for (const review::Promise& promise : c.review.promises) {
		if (promise.grade == review::Grade::no_report) continue;
		++count;
		reported.push_back(promise.commitment);
		reported.insert(reported.end(), promise.answers.begin(), promise.answers.end());
	}
	if (count > 0) {
		strengths.blocks.emplace_back(paragraph(c.say_counted(
		    "draft-strengths-promises", count, {c.words.number(c.review.promises.size())}, rests_on(reported))));
	}
	strengths.blocks.emplace_back(one_to_fill(c, "draft-fill-strengths"));
	Part& limits = inner("assessment-limits", "draft-limits");
	for (Block& block : disputed_part(c).blocks) limits.blocks.push_back(std::move(block));
	limits.blocks.emplace_back(one_to_fill(c, "draft-fill-limits"));
	inner("assessment-reasons", "draft-reasons").blocks.emplace_back(one_to_fill(c, "draft-fill-reasons"));
	inner("assessment-lessons", "draft-lessons").blocks.emplace_back(one_to_fill(c, "draft-fill-lessons"));
	return part;
}

}  // namespace

void draft_report(Composer& c, Paper& paper) {
	frame_report(c, paper);
	open_report(c, paper);
	Part guidance = basis_part(c);
	guidance.heading = c.words.text("draft-guidance");
	guidance.blocks.emplace_back(one_to_fill(c, "draft-fill-guidance"));
	paper.parts.push_back(std::move(guidance));

	Part results{.id = "results", .heading = c.words.text("draft-results"), .blocks = {}, .parts = {}};
	results.parts.push_back(contacts_part(c));
	Part by_field = results_part(c);
	for (Part& field : by_field.parts) results.parts.push_back(std::move(field));
	if (by_field.parts.empty()) results.blocks = std::move(by_field.blocks);
	results.parts.push_back(support_part(c));
	results.parts.push_back(promised_part(c));
	paper.parts.push_back(std::move(results));

	paper.parts.push_back(assessment(c));
	paper.parts.push_back(next_part(c));
	Part proposals{.id = "proposals", .heading = c.words.text("draft-proposals"), .blocks = {}, .parts = {}};
	for (const char* id : {"draft-fill-proposals-centre", "draft-fill-proposals-other"}) {
		proposals.blocks.emplace_back(one_to_fill(c, id));
	}
	paper.parts.push_back(std::move(proposals));
}

base::Result<Paper> draft(const review::Review& review, const DraftRequest& request, base::Lang lang) {
	Composer composer{review, lang};
	Paper paper;
	paper.lang = lang;
	paper.references = request.sources ? References::footnotes : References::none;
	switch (request.kind) {
		case Draft::report: draft_report(composer, paper); break;
		case Draft::minutes:
		case Draft::memorandum: draft_talks(composer, request, paper); break;
		case Draft::bulletin: {
			const auto meeting = meeting_of(review, request);
			if (!meeting) return base::fail("draft-no-meeting");
			draft_bulletin(composer, *meeting, paper);
			break;
		}
	}
	shorten(paper);
	composer.finish(paper);
	return paper;
}

}  // namespace bienban::paper
