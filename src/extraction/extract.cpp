#include "extraction/extract.hpp"

#include <algorithm>

#include "extraction/confidence.hpp"
#include "extraction/context.hpp"
#include "extraction/finders.hpp"
#include "extraction/frames.hpp"
#include "extraction/mentions.hpp"
#include "extraction/relevance.hpp"
#include "lexicon/validity.hpp"
#include "model/fields.hpp"

namespace bienban::extraction {
namespace {

/// A document that names a province after its last day, or before its first, is read all the same, but less surely: the
/// name may be a district's, a commune's or the paper's habit.
void doubt_places_out_of_time(const model::Document& document, const lexicon::Lexicon& lexicon,
                              model::Reading& reading) {
	if (!document.published) return;
	const auto gone = [&](const model::Party& party) {
		const auto place = lexicon.place_of(model::place_of(party));
		return place && !lexicon::exists_on(lexicon.place(*place), *document.published);
	};
	for (auto& record : reading.records) {
		bool any = false;
		model::for_each_side(record, [&](const std::vector<model::Party>& side) {
			any = any || std::any_of(side.begin(), side.end(), gone);
		});
		if (any) record.certainty *= 0.8F;
	}
}

}  // namespace

model::Reading extract(const model::Document& document, const lexicon::Lexicon& lexicon, WithMentions mentions) {
	model::Reading reading;
	const bool relevant = relevance_of(document.text) != Relevance::none;
	if (!relevant && mentions == WithMentions::no) return reading;
	const Context context(document, lexicon);
	if (mentions == WithMentions::yes) reading.mentions = collect_mentions(context);
	if (!relevant) return reading;
	reading.places = context.parties().codes;
	reading.people = context.people().people;
	find_signers(context, reading.people);
	if (context.bilateral()) {
		auto& records = reading.records;
		find_meetings(context, records);
		find_activities(context, records);
		find_papers(context, records);
		settle_paper(context, records);
		std::vector<bool> used(context.numbers().size(), false);
		Frames frames(context);
		find_support(context, frames, records, used);
		find_results(context, frames, records, used);
		find_accounts(context, records);
		doubt_places_out_of_time(document, lexicon, reading);
	}
	doubt_what_was_hard_to_read(document, reading);
	return reading;
}

}  // namespace bienban::extraction
