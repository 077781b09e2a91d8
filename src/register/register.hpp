#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "facts/join.hpp"
#include "register/decisions.hpp"
#include "register/layout.hpp"
#include "register/originals.hpp"
#include "register/reading_entry.hpp"
#include "register/store.hpp"
#include "register/store_error.hpp"

/// The register: what happened, in one database. Documents and decisions go into a journal; facts, persons and parties
/// are a projection of it. (`register` is a keyword of C++: the namespace is `registry`.)
namespace bienban::registry {

/// How long another writer is waited for: longer than any one change takes to be written.
inline constexpr std::chrono::milliseconds k_wait{30000};

enum class Outcome : std::uint8_t {
	added,
	reread,         ///< by another program or lexicon, and something in it changed
	already_there,  ///< nothing changed
};

struct Added {
	Outcome outcome = Outcome::added;
	std::int64_t document = 0;
};

enum class Rank : std::uint8_t { normal, preferred, rejected };

/// One value of one field of a fact, with whoever says it.
struct StatedValue {
	std::string field;
	std::string value;       ///< JSON
	RecordId record = 0;     ///< that says it, else 0
	std::int64_t entry = 0;  ///< of the journal: the reading, or the decision of a person
	Rank rank = Rank::normal;
};

/// A record with all that shows where it comes from.
struct Source {
	RecordId record = 0;
	std::int64_t document = 0;  ///< 0 where a person entered it
	std::string path;
	std::string title;
	std::optional<std::string> published;
	std::uint32_t begin = 0;  ///< code points in the document's text
	std::uint32_t end = 0;
	std::string quote;
	double certainty = 0;
	bool gone = false;  ///< a later reading no longer finds it
	std::string value;  ///< the record as JSON
};

/// Whether the words of a record are wanted, or its document alone.
enum class Quoted : bool { no, yes };

/// Why two records are one fact (or might be).
struct Why {
	RecordId a = 0;
	RecordId b = 0;
	facts::Reason reason;
};

struct FactView {
	FactRow fact;
	std::vector<StatedValue> statements;  ///< by field, those of people first; one for each record of `sources`
	std::vector<Source> sources;          ///< at most as many as asked for
	std::vector<Why> why;
	std::vector<Why> unsure;
	std::vector<DecisionRow> decisions;
};

/// A fact with the first records that tell of it.
struct ToldFact {
	FactRow fact;
	model::Record record;      ///< the fact's value
	std::int64_t records = 0;  ///< how many tell of it in all
	/// The first of them, those of documents before those of people; of a fact on which its documents disagree, the
	/// first of each way in which it is told. The record, the document and when it was published are here; of support
	/// the quote and its place, of disagreeing documents these and the value. What is missing is looked up (by
	/// evidence()) when it is shown.
	std::vector<Source> sources;
};

struct PersonView {
	PersonRow person;
	std::vector<FormRow> forms;
	std::vector<Source> mentions;  ///< at most as many as asked for
	std::vector<DecisionRow> decisions;
};

/// What register_verify found: one error for each fault, none where all holds.
struct Proof {
	std::int64_t entries = 0;
	std::int64_t documents = 0;
	std::int64_t facts = 0;
	std::vector<base::Error> faults;
};

class KeptPeople;

class Register {
public:
	/// Opens the register in `path`. With `write` a missing file is made, and one of an older version is brought up to
	/// this one after a copy of it was made beside it; with `read` both are errors. Fails with "register-missing",
	/// "register-not-database", "register-foreign" (another program's database), "register-newer", "register-older",
	/// "register-read-only", "register-is-folder", "register-damaged", "register-cannot-open" or "register-busy"
	/// (another writer was not done after `wait`).
	static base::Result<Register> open(const std::filesystem::path& path, Access access,
	                                   std::chrono::milliseconds wait = k_wait);
	Register(Register&&) noexcept;
	Register& operator=(Register&&) noexcept;
	~Register();

	/// Puts documents into the register, all of them or none; one outcome for each. A text that the same program and
	/// lexicon have read changes nothing; read by others, its records are compared with those held. Throws StoreError.
	std::vector<Added> add(std::span<const Prepared> documents);

	/// Writes a person's decision. Gives the journal's entry. Fails with "register-no-such" and the other errors that
	/// decisions.hpp names; then nothing has changed. Throws StoreError.
	base::Result<std::int64_t> decide(const Decision& decision, const Author& author);

	/// Any record of a fact finds it. Nothing where there is none.
	std::optional<FactView> fact(RecordId id, std::size_t most_sources);
	/// Facts in the order of the question, each with the first `most_told` records that tell of it. With `beside`, a
	/// handle on the same state that nobody else uses meanwhile, half of many facts are read by it, in a thread of its
	/// own. Fails with "register-damaged" where a row cannot be read.
	base::Result<std::vector<ToldFact>> told(const FactQuestion& question, std::size_t most_told,
	                                         Register* beside = nullptr);
	/// Another handle for another thread, on the state that this one reads in its ReadingView; it stays on it. Nothing
	/// where that cannot be had: somebody has written meanwhile.
	std::optional<Register> beside();
	std::optional<PersonView> person(RecordId id, std::size_t most_mentions);
	/// All decisions that were ever made on records of the fact, taken back or not, in the order of entries.
	std::vector<DecisionRow> decisions_about(RecordId fact);
	/// A record's words, at their place.
	std::optional<Source> source(RecordId id);
	/// The same without its value, which takes longer to find than the words; not quoted, the document alone.
	std::optional<Source> evidence(RecordId id, Quoted quoted = Quoted::yes);

	/// Where the words of a document stand on its pages; nothing where it has none. Fails with "register-damaged".
	base::Result<std::optional<DocumentLayout>> placed(std::int64_t document);
	/// The files that documents came in.
	const Originals& originals() const { return m_originals; }

	/// The rows as they are asked for.
	Store& rows() { return *m_store; }

	/// Makes the projection anew from the journal.
	void rebuild(const std::function<void(std::int64_t done, std::int64_t total)>& progress);
	/// Proves the chain of hashes, the texts, and that the projection is what the journal makes.
	Proof verify();
	/// The whole register as JSON, a line for each thing, the same for the same documents and decisions in the same
	/// order: no times, no hashes.
	void dump(const std::function<void(const std::string& line)>& take);

private:
	Register(std::unique_ptr<Store> store, const std::filesystem::path& path);
	std::vector<RecordId> records_with_decisions(RecordId fact);
	std::filesystem::path m_path;
	std::unique_ptr<Store> m_store;
	std::unique_ptr<KeptPeople> m_people;  ///< from one add() to the next
	Originals m_originals;
};

/// Whether a place of a party belongs to the asked place: the same, or a province of the asked country.
bool belongs_to(std::string_view place, std::string_view asked);

}  // namespace bienban::registry
