#include <algorithm>
#include <array>
#include <optional>

#include "model/fields.hpp"
#include "model/names.hpp"
#include "report/describe.hpp"
#include "report/reading_report.hpp"
#include "text/offsets.hpp"

namespace bienban::report {

namespace {

using base::Messages;

std::string joined(const std::vector<std::string>& values) {
	std::string out;
	for (const std::string& value : values) out.append(out.empty() ? "" : ", ").append(value);
	return out;
}

/// A dash where the record has no date.
std::string date_column(const model::Record& record, base::Lang lang) {
	const auto date = date_of(record);
	return date ? date_words(*date, lang) : "–";
}

/// How far what stands beside the dates is indented: as little as the longest date allows.
std::size_t indent_of(const model::Reading& reading, base::Lang lang) {
	std::size_t widest = 8;
	for (const model::Record& record : reading.records) widest = std::max(widest, width(date_column(record, lang)));
	return widest + 6;
}

std::string field(const char* label, const std::string& value, Style style, const Layout& layout) {
	if (value.empty()) return "";
	const std::string name = Messages::of(layout.lang).text(label);
	return wrapped(name, harmless(value), 14, style, layout);
}

std::string person_line(const model::Person& person, const Layout& layout) {
	std::string who = person.rank ? *person.rank + " " + person.name : person.name;
	if (person.country) who.append(" (").append(*person.country).append(")");
	if (person.title) who.append(": ").append(*person.title);
	return wrapped("", harmless(who), 4, Style::plain, layout);
}

std::string heading(const std::string& text, std::size_t count, const Layout& layout) {
	return "  " + styled(text + " (" + std::to_string(count) + ")", Style::heading, layout) + "\n";
}

std::string records_of_type(const std::vector<const model::Record*>& records, std::size_t type,
                            const text::CharIndex& index, std::size_t indent, const Layout& layout) {
	const std::string label = "records-" + std::string{model::k_record_types[type]};
	std::string out = heading(Messages::of(layout.lang).text(label), records.size(), layout);
	for (const model::Record* record : records) {
		const std::string date = "    " + date_column(*record, layout.lang);
		out += wrapped(date, harmless(describe(*record, layout.lang)), indent, Style::plain, layout);
		const std::string quote = "“" + index.evidence(record->evidence).quote + "”";
		out += wrapped("", harmless(quote), indent, Style::quiet, layout);
	}
	return out;
}

std::string mention_line(const model::Mention& mention, const text::CharIndex& index, const Layout& layout) {
	std::string words = index.evidence(mention.span).quote + " → " + mention.value;
	if (!mention.unit.empty()) words.append(" ").append(mention.unit);
	return wrapped("    " + std::string{model::name_of(mention.kind)}, harmless(words), 18, Style::plain, layout);
}

}  // namespace

std::vector<std::string> unread_languages(const model::Document& document) {
	constexpr std::array<std::pair<model::Language, const char*>, 3> k_codes = {
	    {{model::Language::lao, "lo"}, {model::Language::english, "en"}, {model::Language::other, "und"}}};
	std::vector<std::string> codes;
	for (const auto& entry : k_codes) {
		const bool found = std::ranges::any_of(document.blocks, [&](const model::Block& block) {
			return block.language == entry.first && block.kind != model::BlockKind::chrome;
		});
		if (found) codes.emplace_back(entry.second);
	}
	return codes;
}

std::string reading_table(const model::Document& document, const model::Reading& reading, WithMentions mentions,
                          const Layout& layout) {
	const Messages& m = Messages::of(layout.lang);
	const text::CharIndex index{document.text};
	const std::string title = document.title.empty() ? m.text("no-title") : document.title;
	std::string out = wrapped("", harmless(title), 0, Style::title, layout);
	out += field("label-source", document.source, Style::quiet, layout);
	if (document.published)
		out += field("label-published", date_words(*document.published, layout.lang), Style::plain, layout);
	out += field("label-authors", joined(document.authors), Style::plain, layout);
	std::vector<std::string> places;
	for (const std::string& code : reading.places) {
		places.push_back(place_words(code, layout.lang) + " (" + code + ")");
	}
	out += field("label-places", joined(places), Style::plain, layout);
	std::vector<std::string> unread;
	for (const std::string& code : unread_languages(document)) unread.push_back(m.text("language-" + code));
	out += field("label-not-read", joined(unread), Style::plain, layout);
	if (!reading.people.empty()) {
		out += "\n" + heading(m.text("label-people"), reading.people.size(), layout);
		for (const model::Person& person : reading.people) out += person_line(person, layout);
	}
	std::array<std::vector<const model::Record*>, model::k_record_types.size()> by_type;
	for (const model::Record& record : reading.records) by_type[record.value.index()].push_back(&record);
	const std::size_t indent = indent_of(reading, layout.lang);
	for (std::size_t type = 0; type < by_type.size(); ++type) {
		if (!by_type[type].empty()) out += "\n" + records_of_type(by_type[type], type, index, indent, layout);
	}
	if (reading.records.empty()) out += "\n  " + m.text("no-records") + "\n";
	if (mentions == WithMentions::yes) {
		out += "\n" + heading(m.text("label-mentions"), reading.mentions.size(), layout);
		for (const model::Mention& mention : reading.mentions) out += mention_line(mention, index, layout);
	}
	return out + "\n";
}

}  // namespace bienban::report
