#include "report/story.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "model/field_values.hpp"
#include "model/json.hpp"
#include "report/describe.hpp"
#include "report/register_report.hpp"
#include "report/values.hpp"

namespace bienban::report {

namespace {

using base::Lang;
using base::Messages;
using Json = nlohmann::ordered_json;

std::string value_in_words(const std::string& value, Lang lang) {
	if (model::is_party(value)) return party_words(value, lang);
	if (model::is_place(value)) return place_words(value, lang);
	if (value.find_first_of("-/") != std::string::npos && model::is_edtf(value)) return date_words(value, lang);
	const Messages& m = Messages::of(lang);
	for (const char* prefix : {"theme-", "meeting-", "activity-", "instrument-", "type-", "field-name-"}) {
		if (m.has(prefix + value)) return m.text(prefix + value);
	}
	return value;
}

/// A list is written with ", " between.
std::string list_in_words(std::string_view values, Lang lang) {
	std::string all;
	for (;;) {
		const auto end = values.find(", ");
		all.append(all.empty() ? "" : ", ").append(value_in_words(std::string{values.substr(0, end)}, lang));
		if (end == std::string_view::npos) return all;
		values.remove_prefix(end + 2);
	}
}

}  // namespace

double rounded(double value) { return std::round(value * 100) / 100; }

std::string field_of(std::string_view record, std::string_view field) {
	const Json json = Json::parse(record, nullptr, false);
	if (!json.is_object()) return "null";
	const auto found = json.find(std::string{field});
	return found == json.end() ? "null" : model::dump(*found);
}

std::vector<std::string> texts_of(std::string_view json) {
	const Json list = Json::parse(json, nullptr, false);
	std::vector<std::string> texts;
	if (!list.is_array()) return texts;
	for (const Json& text : list) texts.push_back(text.is_string() ? text.get<std::string>() : model::dump(text));
	return texts;
}

std::string reason_words(const std::string& message, const std::vector<std::string>& values, Lang lang) {
	std::vector<std::string> words;
	words.reserve(values.size());
	for (const std::string& value : values) words.push_back(list_in_words(value, lang));
	return Messages::of(lang).text(message, words);
}

std::string heading(const char* message, const Layout& layout, std::int64_t count) {
	std::string text = Messages::of(layout.lang).text(message);
	if (count >= 0) text.append(" (").append(number_words(static_cast<double>(count), layout.lang)).append(")");
	return "\n" + styled(text, Style::heading, layout) + "\n";
}

std::string source_text(const registry::Source& source, const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	std::string from = source.document == 0 ? m.text("source-person") : document_name(source.document);
	for (const std::string& part : {source.title, source.path}) {
		if (!part.empty()) from.append(" · ").append(part);
	}
	if (source.published) from.append(" · ").append(date_words(*source.published, layout.lang));
	if (source.gone) from.append(" · ").append(m.text("record-gone"));
	std::string out = wrapped("  " + record_name(source.record), harmless(from), 12, Style::quiet, layout);
	if (source.quote.empty()) return out;
	return out + wrapped("", harmless("“" + source.quote + "”"), 6, Style::value, layout);
}

std::string decisions_text(const std::vector<registry::Entry>& entries, const Layout& layout) {
	if (entries.empty()) return "";
	std::string out = heading("fact-decisions", layout);
	for (const registry::Entry& entry : entries) {
		std::string line = entry_summary(entry, layout.lang) + " — " + entry.who + ", " + entry.at;
		if (!entry.why.empty()) line.append(": ").append(entry.why);
		out += wrapped("  " + entry_name(entry.seq), harmless(line), 10, Style::plain, layout);
	}
	return out;
}

}  // namespace bienban::report
