#pragma once

#include <algorithm>
#include <tuple>

#include "model/dates.hpp"
#include "register/ids.hpp"
#include "review/material.hpp"

/// Material made by hand, for tests.
namespace bienban::review {

inline Material sample_material() {
	Material material;
	material.question.of.party = "VN-05";
	material.question.with.push_back({.party = "LA-HO", .past = {}});
	material.documents.push_back({.id = 1});
	return material;
}

/// Adds a fact that one record tells, dated by it; gives its index until the items are sorted.
inline ItemIndex add_item(Material& material, model::Record record) {
	Item item;
	item.fact = static_cast<registry::RecordId>(material.items.size() + 1);
	item.record = std::move(record);
	item.records = 1;
	item.with = {0};
	item.tellings.push_back({.record = registry::record_id(1, item.fact)});
	for (const model::Edtf& date : model::dates_of(item.record)) {
		if (!item.date) item.date = date;
		item.dated = Dated::by_record;
	}
	if (item.date) item.when = model::period_of(*item.date);
	material.items.push_back(std::move(item));
	return material.items.size() - 1;
}

/// Puts the items into the order that gather() gives them.
inline void sort_items(Material& material) {
	std::ranges::sort(material.items, {}, [](const Item& item) {
		constexpr std::int32_t k_last = model::Period::k_open;
		return std::tuple{item.when ? item.when->first : k_last, item.when ? item.when->last : k_last, item.fact};
	});
}

}  // namespace bienban::review
