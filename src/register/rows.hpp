#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "register/ids.hpp"

/// The rows of the register as plain values, the same for every database.
namespace bienban::registry {

/// One entry of the journal.
struct Entry {
	std::int64_t seq = 0;  ///< from 1, without gaps
	std::string at;        ///< UTC, ISO 8601
	std::string who;
	std::string kind;
	std::string why;
	std::string payload;  ///< JSON
	std::string hash;     ///< SHA-256 over the hash before and this entry, hexadecimal
};

struct DocumentRow {
	std::int64_t id = 0;
	std::string source;
	std::string title;
	std::optional<std::string> published;
	std::int32_t day = 0;  ///< of publication, yyyymmdd; 0 where that is not known
	std::string authors;   ///< JSON list
	std::string program;
	std::string lexicon;
	std::int64_t entry = 0;
	std::int64_t records = 0;
	std::vector<std::string> places;
};

/// Of a document that came in a file of another format than plain text or HTML.
struct OriginRow {
	std::int64_t document = 0;
	std::string format;
	std::string original;  ///< SHA-256 of the file
	std::string layout;    ///< SHA-256
};

struct RecordRow {
	RecordId id = 0;
	std::int64_t signature = 0;
	std::uint32_t begin = 0;  ///< code points
	std::uint32_t end = 0;
	double certainty = 0;
	std::int64_t gone = 0;  ///< the reading that no longer finds it, else 0
};

/// What records say, once for all that say just that.
struct SignatureRow {
	std::int64_t id = 0;
	std::int64_t block = 0;
	RecordId singled = 0;
	std::string signature;
	std::int64_t records = 0;
	RecordId first = 0;
	RecordId fact = 0;
	bool alone = false;
};

enum class Status : std::uint8_t { read, confirmed, corrected, rejected, gone };

struct FactRow {
	RecordId id = 0;
	std::int64_t root = 0;
	std::string type;
	std::int32_t first_day = 0;  ///< yyyymmdd, 0 where nothing is known
	std::int32_t last_day = 0;
	std::string value;                   ///< JSON of the record that its claims and decisions make together
	std::vector<std::string> conflicts;  ///< fields
	Status status = Status::read;
	std::int64_t records = 0;          ///< not held: filled by whoever shows how many tell of it
	std::vector<std::string> parties;  ///< filled for writing only; so are the next two
	std::vector<std::string> pairs;
	std::vector<std::string> themes;
};

/// One way of naming a person.
struct FormRow {
	std::int64_t id = 0;
	std::int64_t block = 0;
	RecordId singled = 0;
	std::string form;  ///< JSON
	std::int32_t first_day = 0;
	std::int32_t last_day = 0;
	std::int64_t mentions = 0;
	RecordId first = 0;
	RecordId person = 0;
};

struct PersonRow {
	RecordId id = 0;
	std::int64_t root = 0;
	std::string name;
	std::string country;
	std::int64_t mentions = 0;  ///< not held, as FactRow::records
};

struct PartyRow {
	std::string party;
	std::int64_t block = 0;
	std::string canonical;
	std::int64_t decided = 0;
};

struct ProposalRow {
	std::string kind;  ///< record, person, party
	std::int64_t root = 0;
	std::string a;
	std::string b;
	double score = 0;
	std::string reason;
	std::string words;  ///< JSON list
};

struct DecisionRow {
	std::int64_t entry = 0;
	std::string kind;
	std::int64_t undone = 0;
	std::string subject;
	std::string payload;
};

struct ChangedRow {
	RecordId record = 0;
	std::int64_t entry = 0;
	std::string before;
	std::string after;  ///< empty where the record is gone
	std::int64_t seen = 0;
};

}  // namespace bienban::registry
