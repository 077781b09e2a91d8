#include "review/seen.hpp"

#include <algorithm>

#include "register/check_rules.hpp"

namespace bienban::review {

namespace {

/// The first day on which a document told of the item, yyyymmdd; 0: not known.
std::int32_t first_told(const Item& item, const std::vector<std::int32_t>& published) {
	std::int32_t first = 0;
	for (const Telling& telling : item.tellings) {
		const std::int32_t day = published[telling.document];
		if (day != 0 && (first == 0 || day < first)) first = day;
	}
	return first;
}

bool is_on(std::string_view party, const Side& side) {
	// A place is that of a body of it: the ground on which the body is host.
	const bool is_place = party.find('/') == std::string_view::npos;
	if (!is_place || side.party.find('/') == std::string::npos) return is_of(party, side);
	return is_of(party, {.party = side.party.substr(0, side.party.find('/')), .past = side.past});
}

}  // namespace

std::vector<registry::SeenFact> seen(const Material& material) {
	std::vector<std::int32_t> published;
	published.reserve(material.documents.size());
	for (const Document& document : material.documents) {
		const auto day = registry::days_of(document.published);
		published.push_back(day ? day->first : 0);
	}
	std::vector<registry::SeenFact> facts;
	facts.reserve(material.items.size());
	for (const Item& item : material.items) {
		registry::SeenFact fact{.record = &item.record,
		                        .parties = registry::parties_of(item.record),
		                        .told = first_told(item, published),
		                        .documents = {}};
		for (const Telling& telling : item.tellings) {
			fact.documents.push_back(static_cast<std::int64_t>(telling.document));
		}
		std::ranges::sort(fact.documents);
		fact.documents.erase(std::unique(fact.documents.begin(), fact.documents.end()), fact.documents.end());
		facts.push_back(std::move(fact));
	}
	return facts;
}

Standpoint standpoint(std::string_view party, const Question& question) {
	if (is_on(party, question.of)) return Standpoint::of;
	if (std::ranges::any_of(question.with, [&](const Side& side) { return is_on(party, side); }))
		return Standpoint::with;
	const auto country = registry::country_of(party);
	const bool home = country == registry::country_of(question.of.party);
	const bool across = std::ranges::any_of(
	    question.with, [&](const Side& side) { return country == registry::country_of(side.party); });
	if (home == across) return Standpoint::elsewhere;
	return home ? Standpoint::of : Standpoint::with;
}

}  // namespace bienban::review
