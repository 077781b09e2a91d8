#include "review/review.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/dates.hpp"
#include "model/fields.hpp"

namespace bienban::review {

namespace {

using registry::belongs_to;

std::set<std::string> places_of(const model::Record& record) {
	std::set<std::string> places;
	model::for_each_side(record, [&](const std::vector<model::Party>& side) {
		for (const model::Party& party : side) places.emplace(model::place_of(party));
	});
	return places;
}

bool any_of_place(const std::set<std::string>& places, const std::string& asked) {
	return std::ranges::any_of(places, [&](const std::string& place) { return belongs_to(place, asked); });
}

std::string_view country_of(std::string_view place) { return place.substr(0, 2); }

/// Whether, in this document, all whom bodies of `side` meet across the border belong to `other`, and there are some.
bool tied_to_alone(const registry::StoredDocument& document, const std::string& side, const std::string& other) {
	bool tied = false;
	for (const registry::StoredRecord& stored : document.records) {
		const auto places = places_of(stored.record);
		if (!any_of_place(places, side)) continue;
		for (const std::string& place : places) {
			if (country_of(place) == country_of(side)) continue;
			if (!belongs_to(place, other)) return false;
			tied = true;
		}
	}
	return tied;
}

/// What a document says about which of its one-sided records belong into the review.
struct Ties {
	bool a_alone = false;
	bool b_alone = false;
};

bool is_between(const model::Record& record, const Question& question, Ties ties) {
	const auto places = places_of(record);
	const bool has_a = any_of_place(places, question.a);
	const bool has_b = any_of_place(places, question.b);
	if (has_a && has_b) return true;
	const auto only = [&](const std::string& side) {
		return std::ranges::all_of(places, [&](const std::string& place) { return belongs_to(place, side); });
	};
	return (has_a && ties.a_alone && only(question.a)) || (has_b && ties.b_alone && only(question.b));
}

Section section_of(const model::Record& record) {
	// By the index of the variant: the order of model::k_record_types.
	constexpr auto k_sections = std::to_array<Section>({Section::meetings, Section::meetings, Section::done,
	                                                    Section::agreements, Section::agreements, Section::done,
	                                                    Section::promised, Section::figures, Section::gifts});
	static_assert(k_sections.size() == std::variant_size_v<decltype(model::Record::value)>);
	return k_sections[record.value.index()];
}

/// The asked period; nothing where none is asked. The bounds were checked where they came in.
std::optional<model::Period> asked_period(const Question& question) {
	if (!question.from && !question.to) return std::nullopt;
	model::Period period;
	if (question.from) period.first = model::period_of(*question.from).value_or(model::Period{}).first;
	if (question.to) period.last = model::period_of(*question.to).value_or(model::Period{}).last;
	return period;
}

/// Dates the item; false where it lies outside the asked period.
bool date_item(Item& item, const std::optional<model::Edtf>& published, const std::optional<model::Period>& asked) {
	bool known = false;
	bool inside = false;
	for (const model::Edtf& date : model::dates_of(item.record)) {
		if (!item.date) item.date = date;
		item.dated = Dated::by_record;
		if (const auto period = model::period_of(date)) {
			known = true;
			inside = inside || !asked || model::overlap(*period, *asked);
		}
	}
	if (known) return inside;
	const auto day = published ? model::period_of(*published) : std::nullopt;
	if (!item.date && day) {
		item.date = published;
		item.dated = Dated::by_document;
	}
	// A day whose year is not known is still bounded by the day on which its document was published.
	return !day || !asked || model::overlap(*day, *asked);
}

auto order(const Item& item) {
	const auto period = item.date ? model::period_of(*item.date) : std::nullopt;
	return std::make_tuple(period ? period->first : model::Period::k_open,
	                       period ? period->last : model::Period::k_open, item.document, item.begin.value);
}

}  // namespace

Review review(const Question& question, const std::vector<registry::StoredDocument>& documents) {
	Review review{.question = question, .documents = {}, .sections = {}};
	const auto asked = asked_period(question);
	for (const registry::StoredDocument& document : documents) {
		const Ties ties{.a_alone = tied_to_alone(document, question.a, question.b),
		                .b_alone = tied_to_alone(document, question.b, question.a)};
		const std::size_t index = review.documents.size();
		bool used = false;
		for (const registry::StoredRecord& stored : document.records) {
			if (!is_between(stored.record, question, ties)) continue;
			Item item{.record = stored.record,
			          .date = std::nullopt,
			          .dated = Dated::not_at_all,
			          .document = index,
			          .quote = stored.quote,
			          .begin = stored.begin,
			          .end = stored.end,
			          .certainty = stored.certainty};
			if (!date_item(item, document.published, asked)) continue;
			review[section_of(stored.record)].push_back(std::move(item));
			used = true;
		}
		if (used) {
			review.documents.push_back({document.id, document.source, document.title, document.published});
		}
	}
	for (auto& section : review.sections) std::ranges::stable_sort(section, {}, order);
	return review;
}

}  // namespace bienban::review
