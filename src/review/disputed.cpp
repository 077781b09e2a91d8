#include "review/disputed.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "register/check_rules.hpp"

namespace bienban::review {

namespace {

/// A field of a record as JSON; nothing where the record does not give it.
std::optional<std::string> field_of(const nlohmann::ordered_json& record, const std::string& field) {
	const auto found = record.find(field);
	if (found == record.end() || found->is_null()) return std::nullopt;
	nlohmann::ordered_json value = *found;
	if (value.is_array()) {
		if (value.empty()) return std::nullopt;
		// Who is named first is no dispute.
		std::sort(value.begin(), value.end());
	}
	return model::dump(value);
}

void add_conflicts(const Material& material, ItemIndex index, std::vector<Conflict>& conflicts) {
	const Item& item = material.items[index];
	std::vector<nlohmann::ordered_json> says;
	for (const Telling& telling : item.tellings) says.push_back(model::to_json(telling.says));
	for (const std::string& field : item.conflicts) {
		Conflict conflict{.item = index, .field = field, .sayings = {}};
		std::map<std::string, std::size_t> places;
		for (std::size_t i = 0; i < says.size(); ++i) {
			const auto value = field_of(says[i], field);
			if (!value) continue;
			const auto [place, made] = places.emplace(*value, conflict.sayings.size());
			if (made) conflict.sayings.push_back({.value = *value, .tellings = {}});
			conflict.sayings[place->second].tellings.push_back(i);
		}
		conflicts.push_back(std::move(conflict));
	}
}

/// The years of which an item tells. What is to be done in five years, or what is in force for five, tells of the year
/// in which that was said; what has no end was told of its first year at least.
std::optional<std::pair<int, int>> years_of(const Item& item) {
	if (!item.when || item.when->first == 0) return std::nullopt;
	const int first = registry::year_of(item.when->first);
	const bool looks_ahead = std::holds_alternative<model::Commitment>(item.record.value) ||
	                         std::holds_alternative<model::Agreement>(item.record.value);
	if (looks_ahead || item.when->last == model::Period::k_open) return std::pair{first, first};
	return std::pair{first, registry::year_of(item.when->last)};
}

std::vector<int> empty_years(const Material& material) {
	const model::Period asked = asked_period(material.question);
	const std::int32_t as_of = material.question.as_of;
	// The years that items tell of, as stretches that begin and end.
	std::map<int, int> steps;
	for (const Item& item : material.items) {
		const auto years = item.within ? years_of(item) : std::nullopt;
		if (!years) continue;
		++steps[years->first];
		--steps[years->second + 1];
	}
	if (steps.empty()) return {};
	// A year counts as asked where all of it is; the last one only where it is over.
	int first = steps.begin()->first;
	if (asked.first != 0) first = registry::year_of(asked.first) + (asked.first % 10'000 == 101 ? 0 : 1);
	int last = steps.rbegin()->first - 1;
	if (asked.last != model::Period::k_open) {
		last = registry::year_of(asked.last) - (asked.last % 10'000 == 1231 ? 0 : 1);
	}
	last = std::min(last, registry::year_of(as_of) - (as_of % 10'000 == 1231 ? 0 : 1));
	std::vector<int> empty;
	int told = 0;
	auto step = steps.begin();
	for (int year = first; year <= last; ++year) {
		for (; step != steps.end() && step->first <= year; ++step) told += step->second;
		if (told == 0) empty.push_back(year);
	}
	return empty;
}

}  // namespace

Disputed disputed(const Material& material, std::span<const Basis> basis, std::span<const Indicator> indicators,
                  std::span<const Promise> promises) {
	Disputed disputed;
	for (ItemIndex i = 0; i < material.items.size(); ++i) {
		if (material.items[i].within && !material.items[i].conflicts.empty())
			add_conflicts(material, i, disputed.conflicts);
	}
	for (std::size_t i = 0; i < indicators.size(); ++i) {
		if (std::ranges::any_of(indicators[i].relations, [](const Relation& relation) {
			    return relation.kind == RelationKind::total_differs;
		    })) {
			disputed.unmatched.push_back(i);
		}
	}
	for (std::size_t i = 0; i < basis.size(); ++i) {
		if (basis[i].ended && !basis[i].followed) disputed.ended.push_back(i);
	}
	for (std::size_t i = 0; i < promises.size(); ++i) {
		const Promise& promise = promises[i];
		if (promise.theme && promise.when && !promise.open && promise.grade == Grade::no_report) {
			disputed.unreported.push_back(i);
		}
	}
	disputed.empty_years = empty_years(material);
	return disputed;
}

}  // namespace bienban::review
