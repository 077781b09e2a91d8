#include "register/reading_entry.hpp"

#include <cmath>

#include "facts/claim.hpp"
#include "model/json.hpp"
#include "naming/persons.hpp"
#include "register/hash.hpp"
#include "register/json_values.hpp"
#include "register/layout.hpp"
#include "register/person_form.hpp"
#include "text/offsets.hpp"

namespace bienban::registry {

namespace {

/// To three places: what is behind them is noise of the float, and would differ between machines.
double rounded(float certainty) { return std::round(static_cast<double>(certainty) * 1000) / 1000; }

Json place_json(std::int64_t ordinal, std::uint32_t begin, std::uint32_t end, float certainty) {
	return {{"ordinal", ordinal}, {"start", begin}, {"end", end}, {"certainty", rounded(certainty)}};
}

ReadRecord record_of(const nlohmann::json& object) {
	auto record = model::record_from_json(object.at("record").dump());
	if (!record) throw std::invalid_argument(record.error().values.empty() ? "record" : record.error().values.front());
	record->certainty = object.at("certainty").get<float>();
	return {.ordinal = object.at("ordinal"),
	        .record = std::move(*record),
	        .begin = object.at("start"),
	        .end = object.at("end")};
}

ReadPerson person_of(const nlohmann::json& object) {
	model::Person person{.name = object.at("name"),
	                     .rank = optional_text(object, "rank"),
	                     .title = optional_text(object, "title"),
	                     .country = optional_text(object, "country"),
	                     .evidence = {},
	                     .certainty = object.at("certainty").get<float>(),
	                     .bodies = object.at("bodies")};
	return {.ordinal = object.at("ordinal"),
	        .person = std::move(person),
	        .begin = object.at("start"),
	        .end = object.at("end")};
}

}  // namespace

std::string to_payload(const ReadingEntry& entry) {
	Json out;
	out["sha256"] = entry.sha256;
	out["source"] = entry.source;
	out["title"] = entry.title;
	out["published"] = optional_json(entry.published);
	out["authors"] = entry.authors;
	out["places"] = entry.places;
	out["program"] = entry.versions.program;
	out["lexicon"] = entry.versions.lexicon;
	// Only where there is something to say: entries of plain text are as they always were.
	if (!entry.origin.format.empty()) out["format"] = entry.origin.format;
	if (!entry.origin.sha256.empty()) out["original"] = entry.origin.sha256;
	if (!entry.layout.empty()) out["layout"] = entry.layout;
	Json records = Json::array();
	for (const ReadRecord& read : entry.records) {
		Json one = place_json(read.ordinal, read.begin, read.end, read.record.certainty);
		one["record"] = model::to_json(read.record);
		records.push_back(std::move(one));
	}
	out["records"] = std::move(records);
	Json people = Json::array();
	for (const ReadPerson& read : entry.people) {
		Json one = place_json(read.ordinal, read.begin, read.end, read.person.certainty);
		one["name"] = read.person.name;
		one["rank"] = optional_json(read.person.rank);
		one["title"] = optional_json(read.person.title);
		one["country"] = optional_json(read.person.country);
		one["bodies"] = read.person.bodies;
		people.push_back(std::move(one));
	}
	out["people"] = std::move(people);
	return model::dump(out);
}

base::Result<ReadingEntry> reading_of(std::string_view payload) {
	try {
		const auto in = nlohmann::json::parse(payload);
		ReadingEntry entry{.sha256 = in.at("sha256"),
		                   .source = in.at("source"),
		                   .title = in.at("title"),
		                   .published = optional_text(in, "published"),
		                   .authors = in.at("authors"),
		                   .places = in.at("places"),
		                   .versions = {.program = in.at("program"), .lexicon = in.at("lexicon")},
		                   .records = {},
		                   .people = {},
		                   .origin = {.format = in.value("format", ""), .sha256 = in.value("original", "")},
		                   .layout = in.value("layout", "")};
		for (const auto& object : in.at("records")) entry.records.push_back(record_of(object));
		for (const auto& object : in.at("people")) entry.people.push_back(person_of(object));
		return entry;
	} catch (const std::exception& failure) {
		return base::fail("register-damaged", {failure.what()});
	}
}

Prepared prepare(model::Document document, const model::Reading& reading, const Versions& versions, Origin origin) {
	Prepared prepared;
	ReadingEntry& entry = prepared.entry;
	const text::CharIndex index{document.text};
	for (const model::Record& record : reading.records) {
		ReadRecord read{.ordinal = static_cast<std::int64_t>(entry.records.size()),
		                .record = record,
		                .begin = index.at(record.evidence.begin).value,
		                .end = index.at(record.evidence.end).value};
		read.record.evidence = {};
		// As the journal gives it back, or the tables would differ from what they are rebuilt to.
		read.record.certainty = static_cast<float>(rounded(record.certainty));
		entry.records.push_back(std::move(read));
	}
	for (const model::Person& person : reading.people) {
		ReadPerson read{.ordinal = static_cast<std::int64_t>(entry.people.size()),
		                .person = person,
		                .begin = index.at(person.evidence.begin).value,
		                .end = index.at(person.evidence.end).value};
		read.person.evidence = {};
		read.person.certainty = static_cast<float>(rounded(person.certainty));
		entry.people.push_back(std::move(read));
	}
	prepared.layout = layout_text(document);
	if (!prepared.layout.empty()) entry.layout = sha256(prepared.layout);
	entry.origin = std::move(origin);
	entry.sha256 = sha256(document.text);
	entry.source = std::move(document.source);
	entry.title = std::move(document.title);
	entry.published = std::move(document.published);
	entry.authors = std::move(document.authors);
	entry.places = reading.places;
	entry.versions = versions;
	prepared.text = std::move(document.text);
	prepared.payload = to_payload(entry);
	work_out(prepared);
	return prepared;
}

void work_out(Prepared& prepared) {
	const ReadingEntry& entry = prepared.entry;
	std::vector<model::Record> records;
	records.reserve(entry.records.size());
	for (const ReadRecord& read : entry.records) records.push_back(read.record);
	prepared.records.clear();
	for (const facts::Claim& claim : facts::claims_of(entry.published, records)) {
		prepared.records.push_back({.block = facts::block_of(claim), .signature = facts::signature_of(claim)});
	}
	prepared.people.clear();
	for (const ReadPerson& read : entry.people) {
		const naming::PersonMention mention = mention_of(read.person);
		prepared.people.push_back({.block = "person|" + naming::block_of(mention), .signature = form_of(mention)});
	}
}

}  // namespace bienban::registry
