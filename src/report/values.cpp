#include "report/values.hpp"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "model/field_values.hpp"
#include "model/json.hpp"
#include "model/period.hpp"
#include "register/names.hpp"
#include "report/describe.hpp"

namespace bienban::report {

namespace {

using base::Lang;
using base::Messages;
using Json = nlohmann::ordered_json;

std::string text_words(std::string_view type, std::string_view field, const std::string& text, Lang lang) {
	switch (model::text_kind(field)) {
		case model::TextKind::date: return date_words(text, lang);
		case model::TextKind::place: return place_words(text, lang) + " (" + text + ")";
		case model::TextKind::party: return party_words(text, lang) + " (" + text + ")";
		case model::TextKind::free: break;
	}
	// The names of enumerations have words of their own, by the type of the record or by the field.
	const Messages& m = Messages::of(lang);
	const std::string prefix{field == "kind" ? type : field == "themes" ? std::string_view{"theme"} : field};
	const std::string id = prefix + "-" + text;
	if (!m.has(id)) return text;
	std::string words = m.text(id);  // "over {0}", where the number stands elsewhere
	words.erase(words.find_last_not_of(' ') + 1);
	return words;
}

std::string words(std::string_view type, std::string_view field, const Json& value, Lang lang) {
	if (value.is_string()) return text_words(type, field, value.get<std::string>(), lang);
	if (value.is_number()) return number_words(value.get<double>(), lang);
	if (value.is_object()) {
		const double number = value.value("value", 0.0);
		return number_words(number, lang) + " " + value.value("unit", std::string{});
	}
	std::string all;
	if (value.is_array()) {
		for (const Json& part : value) all.append(all.empty() ? "" : "; ").append(words(type, field, part, lang));
	}
	return all.empty() ? "–" : all;
}

std::string day_edtf(std::int32_t day) {
	std::array<char, 40> text{};
	const int size = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day / 10000, day / 100 % 100, day % 100);
	return {text.data(), static_cast<std::size_t>(size)};
}

}  // namespace

std::string value_words(std::string_view type, std::string_view field, std::string_view json, Lang lang) {
	const Json value = Json::parse(json, nullptr, false);
	return value.is_discarded() ? std::string{json} : words(type, field, value, lang);
}

std::string field_words(std::string_view field, Lang lang) {
	const std::string id = "field-name-" + std::string{field};
	return Messages::of(lang).has(id) ? Messages::of(lang).text(id) : std::string{field};
}

std::string days_edtf(std::int32_t first, std::int32_t last) {
	const bool from_ever = first <= 0;
	const bool for_ever = last <= 0 || last >= model::Period::k_open;
	if (from_ever && for_ever) return "";
	if (from_ever) return "../" + day_edtf(last);
	std::string from = day_edtf(first);
	if (first == last) return from;
	if (for_ever) return from + "/..";
	for (const std::size_t size : {4U, 7U}) {
		const auto whole = model::period_of(from.substr(0, size));
		if (whole && whole->first == first && whole->last == last) return from.substr(0, size);
	}
	return from + "/" + day_edtf(last);
}

std::string when_words(const registry::FactRow& fact, Lang lang) {
	const Messages& m = Messages::of(lang);
	if (const auto record = model::record_from_json(fact.value)) {
		if (const auto date = date_of(*record)) return date_words(*date, lang);
	}
	const std::string days = days_edtf(fact.first_day, fact.last_day);
	return days.empty() ? m.text("undated") : m.text("date-of-document", {date_words(days, lang)});
}

std::string summary(std::string_view record, Lang lang) {
	const auto read = model::record_from_json(record);
	return read ? describe(*read, lang) : std::string{record};
}

std::string counted_words(const registry::Count& count, Lang lang) {
	return number_words(static_cast<double>(count.number), lang) + (count.more ? "+" : "");
}

std::string status_words(registry::Status status, Lang lang) {
	return Messages::of(lang).text("status-" + std::string{model::name_of(status)});
}

std::string fact_name(registry::RecordId id) { return write_id(registry::IdKind::fact, id); }
std::string record_name(registry::RecordId id) { return write_id(registry::IdKind::record, id); }
std::string person_name(registry::RecordId id) { return write_id(registry::IdKind::person, id); }
std::string document_name(std::int64_t id) { return write_id(registry::IdKind::document, id); }
std::string entry_name(std::int64_t seq) { return write_id(registry::IdKind::entry, seq); }

}  // namespace bienban::report
