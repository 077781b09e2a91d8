#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "model/document.hpp"
#include "model/record.hpp"
#include "register/sqlite.hpp"

/// The register: what documents said, in one SQLite file. (`register` is a keyword of C++: the namespace is
/// `registry`.)
namespace bienban::registry {

/// What read a document: kept beside it.
struct Versions {
	std::string program;
	std::string lexicon;
};

enum class Added : bool { added, already_there };

/// A record as the register holds it. `record.evidence` is empty: the words stand in `quote`.
struct StoredRecord {
	std::int64_t ordinal = 0;  ///< 0-based, in the order of the document's reading
	model::Record record;
	base::CharOffset begin;
	base::CharOffset end;
	std::string quote;
	double certainty = 0;
};

struct StoredDocument {
	std::string id;  ///< SHA-256 of the clean text, as 64 hexadecimal digits
	std::string source;
	std::string title;
	std::optional<std::string> published;
	std::vector<StoredRecord> records;
};

class Register {
public:
	/// Opens the register in `path`. With `write` a missing file is made; with `read` it is an error. Fails with
	/// "register-missing", "register-not-database", "register-foreign" (another program's database), "register-newer",
	/// "register-read-only", "register-is-folder", "register-damaged", "register-cannot-open" or "register-busy"
	/// (another writer was not done after `wait`).
	static base::Result<Register> open(const std::filesystem::path& path, Access access,
	                                   std::chrono::milliseconds wait = k_wait);

	/// Puts one document with its reading into the register: all of it or nothing. A document whose clean text is
	/// there already changes nothing. Throws SqliteError where the disk or the file fails.
	Added add(const model::Document& document, const model::Reading& reading, const Versions& versions);

	/// The documents in which at least one record has a body of both places, with all their records, in the order in
	/// which they were published, those of unknown day last. A place is a province ("VN-05") or a country ("LA", which
	/// takes in its provinces). Fails with "register-damaged" where a row cannot be read.
	base::Result<std::vector<StoredDocument>> documents_between(std::string_view a, std::string_view b);

	/// The number of documents held.
	std::int64_t document_count();

private:
	explicit Register(Database database, std::string path) : m_db(std::move(database)), m_path(std::move(path)) {}
	Database m_db;
	std::string m_path;
};

/// SHA-256 as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

/// Whether a place of a party belongs to the asked place: the same, or a province of the asked country.
bool belongs_to(std::string_view place, std::string_view asked);

}  // namespace bienban::registry
