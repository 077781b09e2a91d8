#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "model/names.hpp"
#include "report/reading_report.hpp"
#include "text/offsets.hpp"

namespace bienban::report {

namespace {

using Json = nlohmann::ordered_json;

Json optional_json(const std::optional<std::string>& value) { return value ? Json(*value) : Json(nullptr); }

/// A certainty was never measured to more than two decimals; more would only be the noise of a float.
Json certainty_json(float certainty) {
	return model::number_json(std::round(static_cast<double>(certainty) * 100) / 100);
}

Json evidence_json(const text::Evidence& evidence) {
	return {{"start", evidence.begin.value}, {"end", evidence.end.value}, {"quote", evidence.quote}};
}

Json person_json(const model::Person& person, const text::CharIndex& index) {
	return {{"name", person.name},
	        {"rank", optional_json(person.rank)},
	        {"title", optional_json(person.title)},
	        {"country", optional_json(person.country)},
	        {"certainty", certainty_json(person.certainty)},
	        {"evidence", evidence_json(index.evidence(person.evidence))}};
}

Json record_json(const model::Record& record, const text::CharIndex& index) {
	const text::Evidence evidence = index.evidence(record.evidence);
	Json json = model::to_json(record);
	if (record.article) json["article"] = *record.article;
	json["quote"] = evidence.quote;
	json["certainty"] = certainty_json(record.certainty);
	json["evidence"] = evidence_json(evidence);
	return json;
}

/// Numbers as numbers; what is no decimal number stays text.
Json decimal_json(const std::string& value) {
	double number = 0;
	const char* end = value.data() + value.size();
	const auto [stop, error] = std::from_chars(value.data(), end, number);
	return error == std::errc{} && stop == end && std::isfinite(number) ? model::number_json(number) : Json(value);
}

Json mention_value(const model::Mention& mention) {
	switch (mention.kind) {
		case model::MentionKind::number: return decimal_json(mention.value);
		case model::MentionKind::money: return {{"value", decimal_json(mention.value)}, {"unit", mention.unit}};
		default: return mention.value;
	}
}

Json mention_json(const model::Mention& mention, const text::CharIndex& index) {
	const text::Evidence evidence = index.evidence(mention.span);
	return {{"kind", model::name_of(mention.kind)},
	        {"start", evidence.begin.value},
	        {"end", evidence.end.value},
	        {"text", evidence.quote},
	        {"value", mention_value(mention)}};
}

}  // namespace

std::string reading_json(const model::Document& document, const model::Reading& reading, WithMentions mentions) {
	const text::CharIndex index{document.text};
	Json json;
	json["source"] = document.source;
	json["title"] = document.title.empty() ? Json(nullptr) : Json(document.title);
	json["published"] = optional_json(document.published);
	json["authors"] = document.authors;
	json["places"] = reading.places;
	json["people"] = Json::array();
	for (const model::Person& person : reading.people) json["people"].push_back(person_json(person, index));
	json["records"] = Json::array();
	for (const model::Record& record : reading.records) json["records"].push_back(record_json(record, index));
	if (const auto unread = unread_languages(document); !unread.empty()) json["not_read"] = unread;
	if (mentions == WithMentions::yes) {
		json["mentions"] = Json::array();
		for (const model::Mention& mention : reading.mentions) json["mentions"].push_back(mention_json(mention, index));
	}
	return model::dump(json) + "\n";
}

}  // namespace bienban::report
