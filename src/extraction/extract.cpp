#include "extraction/extract.hpp"

#include "extraction/context.hpp"
#include "extraction/finders.hpp"
#include "extraction/mentions.hpp"
#include "extraction/relevance.hpp"

namespace bienban::extraction {

model::Reading extract(const model::Document& document, const lexicon::Lexicon& lexicon, WithMentions mentions) {
	model::Reading reading;
	const bool relevant = relevance_of(document.text) != Relevance::none;
	if (!relevant && mentions == WithMentions::no) return reading;
	const Context context(document, lexicon);
	if (mentions == WithMentions::yes) reading.mentions = collect_mentions(context);
	if (!relevant) return reading;
	reading.places = context.parties().codes;
	reading.people = context.people().people;
	if (context.bilateral()) {
		auto& records = reading.records;
		find_meetings(context, records);
		find_activities(context, records);
		find_papers(context, records);
		std::vector<bool> used(context.numbers().size(), false);
		find_support(context, records, used);
		find_results(context, records, used);
		find_accounts(context, records);
	}
	return reading;
}

}  // namespace bienban::extraction
