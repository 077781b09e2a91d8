#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "model/fields.hpp"
#include "report/json_line.hpp"
#include "report/reading_report.hpp"
#include "text/offsets.hpp"

namespace bienban::report {

namespace {

/// A certainty was never measured to more than two decimals; more would only be the noise of a float.
void put_certainty(JsonLine& line, float certainty) {
	const double hundredths = std::round(static_cast<double>(certainty) * 100);
	line.put("certainty", hundredths / 100);
}

void put_evidence(JsonLine& line, const text::Evidence& evidence) {
	line.key("evidence");
	line.open('{');
	line.put("start", evidence.begin.value);
	line.put("end", evidence.end.value);
	line.put("quote", evidence.quote);
	line.close('}');
}

void put_person(JsonLine& line, const model::Person& person, const text::CharIndex& index) {
	line.open('{');
	line.put("name", person.name);
	line.put("rank", person.rank);
	line.put("title", person.title);
	line.put("country", person.country);
	put_certainty(line, person.certainty);
	put_evidence(line, index.evidence(person.evidence));
	line.close('}');
}

template <typename T>
bool is_absent(const std::optional<T>& value) {
	return !value;
}
template <typename T>
bool is_absent(const T&) {
	return false;
}

void put_record(JsonLine& line, const model::Record& record, const text::CharIndex& index) {
	const text::Evidence evidence = index.evidence(record.evidence);
	line.open('{');
	line.put("type", model::type_of(record));
	std::visit(
	    [&](const auto& fields) {
		    using model::WhereAbsent;
		    model::for_each_field(fields,
		                          [&](const char* name, const auto& value, WhereAbsent absent = WhereAbsent::null) {
			                          if (absent == WhereAbsent::null || !is_absent(value)) line.put(name, value);
		                          });
	    },
	    record.value);
	if (record.article) line.put("article", *record.article);
	line.put("quote", evidence.quote);
	put_certainty(line, record.certainty);
	put_evidence(line, evidence);
	line.close('}');
}

/// Numbers as numbers; what is no decimal number stays text.
void put_decimal(JsonLine& line, const std::string& value) {
	double number = 0;
	const char* end = value.data() + value.size();
	const auto [stop, error] = std::from_chars(value.data(), end, number);
	if (error == std::errc{} && stop == end && std::isfinite(number)) {
		line.put(number);
	} else {
		line.put(value);
	}
}

void put_mention(JsonLine& line, const model::Mention& mention, const text::CharIndex& index) {
	const text::Evidence evidence = index.evidence(mention.span);
	line.open('{');
	line.put("kind", mention.kind);
	line.put("start", evidence.begin.value);
	line.put("end", evidence.end.value);
	line.put("text", evidence.quote);
	line.key("value");
	switch (mention.kind) {
		case model::MentionKind::number: put_decimal(line, mention.value); break;
		case model::MentionKind::money:
			line.open('{');
			line.key("value");
			put_decimal(line, mention.value);
			line.put("unit", mention.unit);
			line.close('}');
			break;
		default: line.put(mention.value); break;
	}
	line.close('}');
}

}  // namespace

std::string reading_json(const model::Document& document, const model::Reading& reading, WithMentions mentions) {
	const text::CharIndex index{document.text};
	JsonLine line;
	line.open('{');
	line.put("source", document.source);
	line.put("title", document.title.empty() ? std::nullopt : std::optional(document.title));
	line.put("published", document.published);
	line.put("authors", document.authors);
	line.put("places", reading.places);
	line.key("people");
	line.open('[');
	for (const model::Person& person : reading.people) put_person(line, person, index);
	line.close(']');
	line.key("records");
	line.open('[');
	for (const model::Record& record : reading.records) put_record(line, record, index);
	line.close(']');
	if (const auto unread = unread_languages(document); !unread.empty()) line.put("not_read", unread);
	if (mentions == WithMentions::yes) {
		line.key("mentions");
		line.open('[');
		for (const model::Mention& mention : reading.mentions) put_mention(line, mention, index);
		line.close(']');
	}
	line.close('}');
	return std::move(line).end();
}

}  // namespace bienban::report
