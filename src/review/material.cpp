#include "review/material.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "model/dates.hpp"
#include "model/json.hpp"
#include "register/check_rules.hpp"

namespace bienban::review {

namespace {

std::string_view place_of(std::string_view party) { return party.substr(0, party.find('/')); }

/// The first day on which a document told of the fact.
std::optional<model::Edtf> first_told(const registry::ToldFact& told) {
	std::optional<model::Edtf> first;
	for (const registry::Source& source : told.sources) {
		if (!source.published || !model::period_of(*source.published)) continue;
		if (!first || *source.published < *first) first = source.published;
	}
	return first;
}

/// Dates the item and says whether it lies within the asked period.
void date_item(Item& item, const std::optional<model::Edtf>& told, model::Period asked) {
	bool known = false;
	bool inside = false;
	for (const model::Edtf& date : model::dates_of(item.record)) {
		if (!item.date) item.date = date;
		item.dated = Dated::by_record;
		if (const auto period = model::period_of(date)) {
			known = true;
			inside = inside || model::overlap(*period, asked);
		}
	}
	if (!item.date && told) {
		item.date = told;
		item.dated = Dated::by_document;
	}
	if (item.date) item.when = model::period_of(*item.date);
	// A day whose year is not known is still bounded by the day on which its document was published.
	const auto day = told ? model::period_of(*told) : std::nullopt;
	item.within = known ? inside : !day || model::overlap(*day, asked);
}

auto order(const Item& item) {
	return std::make_tuple(item.when ? item.when->first : model::Period::k_open,
	                       item.when ? item.when->last : model::Period::k_open, item.fact);
}

bool names(const std::vector<model::Party>& parties, const Side& side) {
	return std::ranges::any_of(parties, [&](const auto& party) { return is_of(party, side); });
}

/// Whether somebody of the side's country is named who is not the side: another province, another body of the place.
bool names_another(const std::vector<model::Party>& parties, const Side& side) {
	const std::string country = side.party.substr(0, side.party.find_first_of("-/"));
	return std::ranges::any_of(parties, [&](const auto& party) {
		// "LA/province" is an unnamed one: it may be the side.
		return place_of(party) != country && registry::belongs_to(place_of(party), country) && !is_of(party, side);
	});
}

/// Whether the fact is one of the two sides: it names one of them, and nobody else in place of the other.
bool is_between(const std::vector<model::Party>& parties, const Side& a, const Side& b) {
	const bool of_a = names(parties, a);
	const bool of_b = names(parties, b);
	return (of_a || !names_another(parties, a)) && (of_b || !names_another(parties, b)) && (of_a || of_b);
}

/// Takes what it needs out of `told`, save the sources.
std::optional<Item> item_of(registry::ToldFact& told, const Question& question, model::Period asked) {
	std::vector<std::size_t> with;
	const std::vector<model::Party> parties = registry::parties_of(told.record);
	for (std::size_t i = 0; i < question.with.size(); ++i) {
		if (is_between(parties, question.of, question.with[i])) with.push_back(i);
	}
	if (with.empty()) return std::nullopt;
	Item item{.fact = told.fact.id,
	          .record = std::move(told.record),
	          .date = std::nullopt,
	          .dated = Dated::not_at_all,
	          .when = std::nullopt,
	          .within = true,
	          .status = told.fact.status,
	          .conflicts = std::move(told.fact.conflicts),
	          .tellings = {},
	          .records = told.records,
	          .with = std::move(with)};
	date_item(item, first_told(told), asked);
	if (!item.within && !std::holds_alternative<model::Agreement>(item.record.value)) return std::nullopt;
	return item;
}

Telling telling_of(registry::Source& source, std::size_t document) {
	return {.document = document,
	        .quote = std::move(source.quote),
	        .begin = base::CharOffset{std::size_t{source.begin}},
	        .end = base::CharOffset{std::size_t{source.end}},
	        .certainty = source.certainty,
	        .says = source.value.empty() ? model::Record{}
	                                     : model::record_from_json(source.value).value_or(model::Record{}),
	        .record = source.record};
}

/// The documents of all sources, each once.
std::vector<Document> documents_of(const std::vector<registry::ToldFact*>& told_of) {
	std::vector<const registry::Source*> sources;
	for (const registry::ToldFact* told : told_of) {
		for (const registry::Source& source : told->sources) {
			if (source.document != 0) sources.push_back(&source);
		}
	}
	std::ranges::stable_sort(sources, {}, &registry::Source::document);
	std::vector<Document> documents;
	for (const registry::Source* source : sources) {
		if (!documents.empty() && documents.back().id == source->document) continue;
		documents.push_back({source->document, source->path, source->title, source->published});
	}
	return documents;
}

/// By date, those without one last, then by fact.
void sort_by_date(std::vector<Item>& items) {
	// An item is large: their places are sorted, and each is moved once.
	std::vector<std::pair<decltype(order(items.front())), std::size_t>> places;
	places.reserve(items.size());
	for (std::size_t i = 0; i < items.size(); ++i) places.emplace_back(order(items[i]), i);
	std::ranges::sort(places);
	std::vector<Item> sorted;
	sorted.reserve(items.size());
	for (const auto& [ignored, place] : places) sorted.push_back(std::move(items[place]));
	items = std::move(sorted);
}

}  // namespace

model::Period asked_period(const Question& question) {
	model::Period period;
	if (question.from) period.first = model::period_of(*question.from).value_or(model::Period{}).first;
	if (question.to) period.last = model::period_of(*question.to).value_or(model::Period{}).last;
	return period;
}

bool is_of(std::string_view party, const Side& side) {
	const std::string_view place = place_of(party);
	if (side.party.find('/') != std::string::npos) {
		return party == side.party || (party.starts_with(side.party) && party[side.party.size()] == '/');
	}
	return registry::belongs_to(place, side.party) ||
	       std::ranges::any_of(side.past, [&](const std::string& past) { return registry::belongs_to(place, past); });
}

Material gather(const Question& question, std::vector<registry::ToldFact> facts) {
	Material material{.question = question, .documents = {}, .items = {}};
	const model::Period asked = asked_period(question);
	std::vector<registry::ToldFact*> told_of;
	material.items.reserve(facts.size());
	told_of.reserve(facts.size());
	for (registry::ToldFact& told : facts) {
		auto item = item_of(told, question, asked);
		if (!item) continue;
		material.items.push_back(std::move(*item));
		told_of.push_back(&told);
	}
	material.documents = documents_of(told_of);
	for (std::size_t i = 0; i < told_of.size(); ++i) {
		material.items[i].tellings.reserve(told_of[i]->sources.size());
		for (registry::Source& source : told_of[i]->sources) {
			if (source.document == 0) continue;
			const auto found = std::ranges::lower_bound(material.documents, source.document, {}, &Document::id);
			const auto document = static_cast<std::size_t>(found - material.documents.begin());
			material.items[i].tellings.push_back(telling_of(source, document));
		}
	}
	sort_by_date(material.items);
	return material;
}

}  // namespace bienban::review
