#include "review/standing.hpp"

#include <algorithm>
#include <tuple>

namespace bienban::review {

namespace {

bool is_by_person(const Item& item) {
	return item.tellings.empty() || item.status == registry::Status::confirmed ||
	       item.status == registry::Status::corrected;
}

/// The last record that tells of it: documents are numbered as they come.
registry::RecordId last_told(const Item& item) {
	registry::RecordId last = 0;
	for (const Telling& telling : item.tellings) last = std::max(last, telling.record);
	return last;
}

}  // namespace

std::optional<model::Period> period_by_record(const Item& item) {
	return item.dated == Dated::by_record ? item.when : std::nullopt;
}

model::Period countable_period(const Question& question) {
	model::Period period = asked_period(question);
	if (question.as_of != 0 && period.last >= question.as_of) period.last = model::Period::k_open;
	return period;
}

bool stands_before(const Material& material, ItemIndex a, ItemIndex b) {
	const auto standing = [](const Item& item) {
		return std::tuple{is_by_person(item), item.records, last_told(item), item.fact};
	};
	return standing(material.items[a]) > standing(material.items[b]);
}

}  // namespace bienban::review
