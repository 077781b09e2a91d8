#include "review/contacts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "register/check_rules.hpp"
#include "register/meeting_rules.hpp"
#include "review/seen.hpp"

namespace bienban::review {

namespace {

ContactKind kind_of(const Material& material, ItemIndex item) {
	const auto* meeting = material.as<model::Meeting>(item);
	// The kinds of meetings are the first of the kinds of contacts, in one order.
	static_assert(static_cast<int>(ContactKind::exchange) == static_cast<int>(model::MeetingKind::exchange));
	return meeting != nullptr ? static_cast<ContactKind>(meeting->kind) : ContactKind::visit;
}

Host host_of(std::string_view ground, const Question& question) {
	switch (standpoint(ground, question)) {
		case Standpoint::of: return Host::of;
		case Standpoint::with: return Host::with;
		case Standpoint::elsewhere: return Host::unknown;
	}
	return Host::unknown;
}

Host host(const Material& material, ItemIndex item) {
	const Question& question = material.question;
	if (const auto* meeting = material.as<model::Meeting>(item)) {
		return meeting->place ? host_of(*meeting->place, question) : Host::unknown;
	}
	const auto& visit = *material.as<model::Visit>(item);
	if (visit.to) return host_of(*visit.to, question);
	if (!visit.from) return Host::unknown;
	// Whoever sets out goes to the other side.
	const Host home = host_of(*visit.from, question);
	if (home == Host::unknown) return home;
	return home == Host::of ? Host::with : Host::of;
}

/// 0 where the item is of no single year.
int year_of(const Item& item) {
	if (!item.when || item.when->first == 0) return 0;
	const int first = registry::year_of(item.when->first);
	return first == registry::year_of(item.when->last) ? first : 0;
}

bool lies_in(const registry::MissingMeeting& missing, model::Period asked) {
	return !missing.year ||
	       model::overlap({.first = *missing.year * 10'000 + 101, .last = *missing.year * 10'000 + 1231}, asked);
}

Series series_of(registry::MeetingSeries&& found, model::Period asked) {
	Series series{.kind = found.kind,
	              .parties = std::move(found.parties),
	              .recurs = found.recurs,
	              .held = {},
	              .gaps = {},
	              .yearly = found.yearly};
	for (const auto& held : found.held) {
		series.held.push_back({.item = held.fact, .year = held.year, .ordinal = held.ordinal});
	}
	for (const auto& missing : found.missing) {
		if (!lies_in(missing, asked)) continue;
		series.gaps.push_back(
		    {.year = missing.year, .ordinal = missing.ordinal, .before = missing.before, .after = missing.after});
	}
	return series;
}

std::vector<ItemIndex> occasions_of(const Material& material) {
	std::vector<ItemIndex> occasions(material.items.size());
	std::iota(occasions.begin(), occasions.end(), ItemIndex{0});
	std::map<std::tuple<std::size_t, std::string_view, std::int32_t, std::int32_t>, ItemIndex> first;
	for (ItemIndex i = 0; i < material.items.size(); ++i) {
		const Item& item = material.items[i];
		const auto* visit = material.as<model::Visit>(i);
		if (visit == nullptr || !visit->from || !item.when || item.tellings.empty()) continue;
		occasions[i] =
		    first.try_emplace({item.tellings.front().document, *visit->from, item.when->first, item.when->last}, i)
		        .first->second;
	}
	return occasions;
}

}  // namespace

Contacts contacts(const Material& material) {
	Contacts contacts;
	contacts.occasions = occasions_of(material);
	std::map<std::tuple<int, ContactKind, Host>, std::vector<ItemIndex>> counted;
	for (ItemIndex i = 0; i < material.items.size(); ++i) {
		const Item& item = material.items[i];
		const bool is_contact = material.as<model::Meeting>(i) != nullptr || material.as<model::Visit>(i) != nullptr;
		if (!is_contact || !item.within) continue;
		contacts.items.push_back(i);
		counted[{year_of(item), kind_of(material, i), host(material, i)}].push_back(i);
	}
	for (auto& [what, items] : counted) {
		const auto& [year, kind, host] = what;
		std::set<ItemIndex> occasions;
		for (const ItemIndex item : items) occasions.insert(contacts.occasions[item]);
		contacts.counts.push_back(
		    {.year = year, .kind = kind, .host = host, .items = std::move(items), .count = occasions.size()});
	}
	const model::Period asked = asked_period(material.question);
	for (auto& found : registry::meeting_series(seen(material))) {
		contacts.series.push_back(series_of(std::move(found), asked));
	}
	return contacts;
}

}  // namespace bienban::review
