#include "review/review.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/dates.hpp"

namespace bienban::review {

namespace {

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

/// The first day on which a document told of the fact.
std::optional<model::Edtf> first_told(const registry::ToldFact& told) {
	std::optional<model::Edtf> first;
	for (const registry::Source& source : told.sources) {
		if (!source.published || !model::period_of(*source.published)) continue;
		if (!first || *source.published < *first) first = source.published;
	}
	return first;
}

/// Dates the item; false where it lies outside the asked period.
bool date_item(Item& item, const std::optional<model::Edtf>& told, const std::optional<model::Period>& asked) {
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
	if (!item.date && told) {
		item.date = told;
		item.dated = Dated::by_document;
	}
	// A day whose year is not known is still bounded by the day on which its document was published.
	const auto day = told ? model::period_of(*told) : std::nullopt;
	return !day || !asked || model::overlap(*day, *asked);
}

auto order(const Item& item) {
	const auto period = item.date ? model::period_of(*item.date) : std::nullopt;
	return std::make_tuple(period ? period->first : model::Period::k_open,
	                       period ? period->last : model::Period::k_open, item.fact);
}

}  // namespace

Review review(const Question& question, const std::vector<registry::ToldFact>& facts) {
	Review review{.question = question, .documents = {}, .sections = {}};
	const auto asked = asked_period(question);
	std::map<std::int64_t, const registry::Source*> documents;
	std::vector<std::pair<Item, const registry::ToldFact*>> items;
	for (const registry::ToldFact& told : facts) {
		Item item{.fact = told.fact.id,
		          .record = told.record,
		          .date = std::nullopt,
		          .dated = Dated::not_at_all,
		          .status = told.fact.status,
		          .conflicts = told.fact.conflicts,
		          .tellings = {},
		          .records = told.fact.records};
		if (!date_item(item, first_told(told), asked)) continue;
		for (const registry::Source& source : told.sources) {
			if (source.document != 0) documents.emplace(source.document, &source);
		}
		items.emplace_back(std::move(item), &told);
	}
	std::map<std::int64_t, std::size_t> places;
	for (const auto& [id, source] : documents) {
		places.emplace(id, review.documents.size());
		review.documents.push_back({id, source->path, source->title, source->published});
	}
	for (auto& [item, told] : items) {
		for (const registry::Source& source : told->sources) {
			if (source.document == 0) continue;
			item.tellings.push_back({.document = places.at(source.document),
			                         .quote = source.quote,
			                         .begin = base::CharOffset{std::size_t{source.begin}},
			                         .end = base::CharOffset{std::size_t{source.end}},
			                         .certainty = source.certainty});
		}
		review[section_of(item.record)].push_back(std::move(item));
	}
	for (auto& section : review.sections) std::ranges::stable_sort(section, {}, order);
	return review;
}

}  // namespace bienban::review
