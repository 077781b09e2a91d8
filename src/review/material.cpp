#include "review/material.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "model/dates.hpp"
#include "model/json.hpp"
#include "register/check_rules.hpp"
#include "register/ids.hpp"

namespace bienban::review {

namespace {

std::string_view place_of(std::string_view party) { return party.substr(0, party.find('/')); }

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

std::optional<Item> item_of(const registry::ToldFact& told, const Question& question, model::Period asked) {
	Item item{.fact = told.fact.id,
	          .record = told.record,
	          .date = std::nullopt,
	          .dated = Dated::not_at_all,
	          .when = std::nullopt,
	          .within = true,
	          .status = told.fact.status,
	          .conflicts = told.fact.conflicts,
	          .tellings = {},
	          .records = told.records,
	          .with = {}};
	const std::vector<model::Party> parties = registry::parties_of(told.record);
	for (std::size_t i = 0; i < question.with.size(); ++i) {
		if (is_between(parties, question.of, question.with[i])) item.with.push_back(i);
	}
	if (item.with.empty()) return std::nullopt;
	date_item(item, told.first_told, asked);
	if (!item.within && !std::holds_alternative<model::Agreement>(item.record.value)) return std::nullopt;
	return item;
}

Telling telling_of(const registry::Source& source) {
	return {.document = 0,
	        .quote = source.quote,
	        .begin = base::CharOffset{std::size_t{source.begin}},
	        .end = base::CharOffset{std::size_t{source.end}},
	        .certainty = source.certainty,
	        .says = model::record_from_json(source.value).value_or(model::Record{}),
	        .record = source.record};
}

/// The tellings of documents; what a person entered has none.
std::vector<Telling> tellings_of(const registry::ToldFact& told) {
	std::vector<Telling> tellings;
	for (const registry::Source& source : told.sayings) {
		if (source.document != 0) tellings.push_back(telling_of(source));
	}
	if (!tellings.empty()) return tellings;
	for (const registry::RecordId record : told.told_by) {
		if (!registry::is_entered(record)) tellings.push_back({.record = record});
	}
	return tellings;
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

Material gather(const Question& question, const std::vector<registry::ToldFact>& facts) {
	Material material{.question = question, .documents = {}, .items = {}};
	const model::Period asked = asked_period(question);
	std::set<std::int64_t> documents;
	for (const registry::ToldFact& told : facts) {
		auto item = item_of(told, question, asked);
		if (!item) continue;
		item->tellings = tellings_of(told);
		for (const Telling& telling : item->tellings) documents.insert(registry::document_of(telling.record));
		material.items.push_back(std::move(*item));
	}
	std::unordered_map<std::int64_t, std::size_t> places;
	for (const std::int64_t id : documents) {
		places.emplace(id, material.documents.size());
		material.documents.push_back({id});
	}
	for (Item& item : material.items) {
		for (Telling& telling : item.tellings) telling.document = places.at(registry::document_of(telling.record));
	}
	std::ranges::sort(material.items, {}, order);
	return material;
}

}  // namespace bienban::review
