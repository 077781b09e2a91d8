#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/document.hpp"
#include "model/record.hpp"

/// What the journal keeps of one reading of one document.
namespace bienban::registry {

/// What read a document: kept beside it.
struct Versions {
	std::string program;
	std::string lexicon;
};

/// The file that a document came in; empty for plain text and HTML.
struct Origin {
	std::string format;  ///< "pdf"
	std::string sha256;  ///< of its bytes, as Originals keeps them
};

/// One record with its place in the text; the record's own evidence is empty.
struct ReadRecord {
	std::int64_t ordinal = 0;
	model::Record record;
	std::uint32_t begin = 0;  ///< code points
	std::uint32_t end = 0;
};

struct ReadPerson {
	std::int64_t ordinal = 0;
	model::Person person;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
};

struct ReadingEntry {
	std::string sha256;  ///< of the clean text
	std::string source;
	std::string title;
	std::optional<std::string> published;
	std::vector<std::string> authors;
	std::vector<std::string> places;
	Versions versions;
	std::vector<ReadRecord> records;
	std::vector<ReadPerson> people;
	Origin origin;
	std::string layout;  ///< SHA-256 of it, empty where the document has no pages
};

/// A document ready to be put into the register: all that can be worked out without it. To be made on any thread.
struct Prepared {
	std::string text;
	std::string layout;  ///< layout_text() of the document
	ReadingEntry entry;
	std::string payload;  ///< the entry as JSON, as long as the document is new
	struct Said {
		std::string block;
		std::string signature;
	};
	std::vector<Said> records;  ///< one for each record of the entry
	std::vector<Said> people;
};

Prepared prepare(model::Document document, const model::Reading& reading, const Versions& versions, Origin origin = {});

/// The part of prepare() that follows from the entry alone.
void work_out(Prepared& prepared);

/// The entry as one line of JSON, and back. Fails with "register-damaged" where the text is none.
std::string to_payload(const ReadingEntry& entry);
base::Result<ReadingEntry> reading_of(std::string_view payload);

}  // namespace bienban::registry
