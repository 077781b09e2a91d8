#pragma once

#include <concepts>
#include <type_traits>

#include "model/record.hpp"

/// The fields of each type of record with their outside names, in the order of records.md. They stand once, here:
/// writing, reading back and printing all walk this list.
namespace bienban::model {

/// What stands outside where a field has no value: `null`, or nothing at all.
enum class WhereAbsent : bool { null, omit };

template <typename T, typename Plain>
concept Is = std::same_as<std::remove_const_t<T>, Plain>;

/// Calls field(name, value) for each field, or field(name, value, WhereAbsent::omit) for those that are written only
/// where present.
template <Is<Meeting> T, typename F>
void for_each_field(T& r, F&& field) {
	field("kind", r.kind);
	field("date", r.date);
	field("place", r.place);
	field("parties", r.parties);
	field("chairs", r.chairs);
	field("recurs", r.recurs);
	field("ordinal", r.ordinal);
}
template <Is<Visit> T, typename F>
void for_each_field(T& r, F&& field) {
	field("from", r.from);
	field("to", r.to);
	field("date", r.date);
	field("head", r.head);
}
template <Is<Activity> T, typename F>
void for_each_field(T& r, F&& field) {
	field("kind", r.kind);
	field("parties", r.parties);
	field("date", r.date);
	field("place", r.place);
	field("section", r.section);
}
template <Is<Agreement> T, typename F>
void for_each_field(T& r, F&& field) {
	field("act", r.act);
	field("instrument", r.instrument);
	field("parties", r.parties);
	field("signed", r.signed_on);
	field("term", r.term);
}
template <Is<Twinning> T, typename F>
void for_each_field(T& r, F&& field) {
	field("parties", r.parties);
	field("since", r.since);
}
template <typename T, typename F>
requires Is<T, Achievement> || Is<T, Commitment>
void for_each_field(T& r, F&& field) {
	field("parties", r.parties);
	field("period", r.period);
	field("themes", r.themes);
}
template <Is<Result> T, typename F>
void for_each_field(T& r, F&& field) {
	field("value", r.value);
	field("unit", r.unit);
	field("theme", r.theme);
	field("by", r.by);
	field("to", r.to);
	field("period", r.period);
	field("about", r.about, WhereAbsent::omit);
}
template <Is<Support> T, typename F>
void for_each_field(T& r, F&& field) {
	field("item", r.item);
	field("value", r.value);
	field("unit", r.unit);
	field("giver", r.giver);
	field("receiver", r.receiver);
	field("period", r.period);
	field("theme", r.theme);
	field("about", r.about, WhereAbsent::omit);
	field("worth", r.worth, WhereAbsent::omit);
}

/// Calls side(parties) with each list of parties of a record: all in one for most types, `from` and `to` of a visit,
/// `by` and `to` of a result, `giver` and `receiver` of support.
template <typename F>
void for_each_side(const Record& record, F&& side) {
	std::visit(
	    [&](const auto& r) {
		    using T = std::decay_t<decltype(r)>;
		    if constexpr (std::same_as<T, Visit>) {
			    if (r.from) side(std::vector<Party>{*r.from});
			    if (r.to) side(std::vector<Party>{*r.to});
		    } else if constexpr (std::same_as<T, Result>) {
			    side(r.by);
			    side(r.to);
		    } else if constexpr (std::same_as<T, Support>) {
			    side(r.giver);
			    side(r.receiver);
		    } else {
			    side(r.parties);
		    }
	    },
	    record.value);
}

/// The place of a party: what stands before its first slash.
inline std::string_view place_of(std::string_view party) {
	// The codes of countries have two letters, those of provinces five.
	if (party.size() > 2 && party[2] == '/') return party.substr(0, 2);
	if (party.size() > 5 && party[2] == '-' && party[5] == '/') return party.substr(0, 5);
	return party.substr(0, party.find('/'));
}

}  // namespace bienban::model
