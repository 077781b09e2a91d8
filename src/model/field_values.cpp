#include "model/field_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "model/fields.hpp"
#include "model/json.hpp"
#include "model/names.hpp"
#include "model/period.hpp"

namespace bienban::model {

namespace {

using Outcome = base::Result<void>;

std::string_view trimmed(std::string_view text) {
	const auto begin = text.find_first_not_of(" \t\n");
	if (begin == std::string_view::npos) return {};
	return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

/// The name of the field and the words that do not fit it.
std::vector<std::string> said(std::string_view field, std::string_view words) {
	return {std::string{field}, std::string{words}};
}

// One overload for each kind of value a field can have; all declared before the templates that call them.

Outcome parse(std::string_view field, std::string_view words, std::string& to) {
	switch (text_kind(field)) {
		case TextKind::free:
			if (words.empty()) return base::fail("field-missing", {std::string{field}});
			break;
		case TextKind::date:
			if (!is_edtf(words)) return base::fail("field-date", said(field, words));
			break;
		case TextKind::place:
			if (!is_place(words)) return base::fail("field-place", said(field, words));
			break;
		case TextKind::party:
			if (!is_party(words)) return base::fail("field-party", said(field, words));
			break;
	}
	to = words;
	return {};
}

template <typename N>
requires std::is_arithmetic_v<N> Outcome parse(std::string_view field, std::string_view words, N& to) {
	const char* end = words.data() + words.size();
	const auto [stop, error] = std::from_chars(words.data(), end, to);
	const bool good = error == std::errc{} && stop == end && std::isfinite(static_cast<double>(to)) && to >= 0;
	if (!good) return base::fail("field-number", said(field, words));
	return {};
}

/// An ISO 4217 code is three capitals.
bool is_currency(std::string_view text) {
	return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Outcome parse(std::string_view field, std::string_view words, Money& to) {
	const auto space = words.find(' ');
	to.unit = space == std::string_view::npos ? "" : trimmed(words.substr(space));
	if (!is_currency(to.unit) || !parse(field, words.substr(0, space), to.value)) {
		return base::fail("field-money", said(field, words));
	}
	return {};
}

template <typename E>
requires std::is_enum_v<E> Outcome parse(std::string_view field, std::string_view words, E& to) {
	const auto value = value_of<E>(words);
	if (!value) {
		std::string names;
		for (const std::string_view name : EnumNames<E>::k_names) names.append(names.empty() ? "" : ", ").append(name);
		return base::fail("field-choice", {std::string{field}, std::string{words}, names});
	}
	to = *value;
	return {};
}

template <typename T>
Outcome parse(std::string_view field, std::string_view words, std::optional<T>& to) {
	to.reset();
	return words.empty() ? Outcome{} : parse(field, words, to.emplace());
}

/// The parts of a list. The name of an agency may have commas of its own: a part that is no party belongs to the one
/// before it.
std::vector<std::string> parts_of(std::string_view field, std::string_view words) {
	std::vector<std::string> parts;
	for (;;) {
		const auto comma = words.find(',');
		const std::string_view part = trimmed(words.substr(0, comma));
		const bool name_goes_on = text_kind(field) == TextKind::party && !parts.empty() && is_party(parts.back()) &&
		                          !is_place(place_of(part)) && std::ranges::count(parts.back(), '/') == 2;
		if (name_goes_on && !part.empty()) {
			parts.back().append(", ").append(part);
		} else if (!part.empty()) {
			parts.emplace_back(part);
		}
		if (comma == std::string_view::npos) return parts;
		words.remove_prefix(comma + 1);
	}
}

template <typename T>
Outcome parse(std::string_view field, std::string_view words, std::vector<T>& to) {
	to.clear();
	for (const std::string& part : parts_of(field, words)) {
		if (auto good = parse(field, part, to.emplace_back()); !good) return good;
	}
	return {};
}

/// An empty record of a type by its name; false where there is none.
template <std::size_t I = 0>
bool make(std::string_view type, Record& record) {
	if constexpr (I < std::variant_size_v<decltype(Record::value)>) {
		if (k_record_types[I] != type) return make<I + 1>(type, record);
		record.value.template emplace<I>();
		return true;
	} else {
		return false;
	}
}

Outcome set(Record& record, const PlainField& plain) {
	Outcome outcome = base::fail("field-unknown", {std::string{type_of(record)}, plain.name});
	std::visit(
	    [&](auto& fields) {
		    for_each_field(fields, [&](const char* name, auto& value, WhereAbsent = WhereAbsent::null) {
			    if (plain.name == name) outcome = parse(plain.name, trimmed(plain.words), value);
		    });
	    },
	    record.value);
	return outcome;
}

template <typename Names>
std::string joined(const Names& names) {
	std::string all;
	for (const std::string_view name : names) all.append(all.empty() ? "" : ", ").append(name);
	return all;
}

}  // namespace

TextKind text_kind(std::string_view field) {
	constexpr auto k_dates = std::to_array<std::string_view>({"date", "signed", "term", "since", "period"});
	constexpr auto k_parties = std::to_array<std::string_view>({"parties", "from", "to", "by", "giver", "receiver"});
	if (std::ranges::find(k_dates, field) != k_dates.end()) return TextKind::date;
	if (std::ranges::find(k_parties, field) != k_parties.end()) return TextKind::party;
	return field == "place" ? TextKind::place : TextKind::free;
}

base::Result<Record> record_of(std::string_view type, const std::vector<PlainField>& fields) {
	Record record;
	if (!make(type, record)) {
		return base::fail("field-type", {std::string{type}, joined(k_record_types)});
	}
	for (const PlainField& field : fields) {
		if (auto good = set(record, field); !good) {
			if (good.error().message == "field-unknown") good.error().values.push_back(joined(field_names(type)));
			return tl::unexpected(std::move(good.error()));
		}
	}
	return record;
}

base::Result<std::string> field_json(std::string_view type, const PlainField& field) {
	const auto record = record_of(type, {field});
	if (!record) return tl::unexpected(record.error());
	const nlohmann::ordered_json json = to_json(*record);
	const auto found = json.find(field.name);
	return found == json.end() ? "null" : dump(*found);
}

bool is_edtf(std::string_view text) {
	// A year that cannot be known may well be a leap year.
	if (text.starts_with("XXXX-") && text.size() > 5)
		return period_of("2000" + std::string{text.substr(4)}).has_value();
	return period_of(text).has_value();
}

bool is_place(std::string_view text) {
	const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
	const auto code = [&](char c) { return capital(c) || (c >= '0' && c <= '9'); };
	if (text.size() < 2 || !capital(text[0]) || !capital(text[1])) return false;
	if (text.size() == 2) return true;
	return text[2] == '-' && text.size() > 3 && text.size() < 7 && std::ranges::all_of(text.substr(3), code);
}

bool is_party(std::string_view text) {
	const auto first = text.find('/');
	if (first == std::string_view::npos || !is_place(text.substr(0, first))) return false;
	const std::string_view rest = text.substr(first + 1);
	const auto second = rest.find('/');
	if (second != std::string_view::npos && trimmed(rest.substr(second + 1)).empty()) return false;
	return std::ranges::find(k_party_kinds, rest.substr(0, second)) != k_party_kinds.end();
}

}  // namespace bienban::model
