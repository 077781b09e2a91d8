#pragma once

#include <optional>
#include <unordered_map>

#include "register/checkpointer.hpp"
#include "register/sqlite_rows.hpp"
#include "register/store.hpp"

namespace bienban::registry {

/// The rows in one SQLite file: journal, texts and documents in sqlite_store.cpp, facts in sqlite_facts.cpp, persons,
/// parties and decisions in sqlite_names.cpp. How a row is read stands in sqlite_rows.cpp, what people ask in
/// sqlite_lists.cpp.
class SqliteStore final : public Store {
public:
	explicit SqliteStore(Database db) : m_db(std::move(db)) {}
	/// One that is written to: its log is taken into the file by a thread of its own.
	SqliteStore(Database db, const std::filesystem::path& file) : m_db(std::move(db)) {
		m_checkpointer.emplace(m_db, file);
	}

	void begin() override;
	void commit() override;
	void rollback() noexcept override;
	void begin_reading() override;
	void end_reading() noexcept override;

	std::int64_t version_by_others() override;

	std::optional<std::string> property(std::string_view name) override;
	void put_property(std::string_view name, std::string_view value) override;

	std::optional<Entry> last_entry() override;
	std::optional<Entry> entry(std::int64_t seq) override;
	void append(const Entry& entry) override;
	void each_entry(std::int64_t after, const std::function<bool(const Entry&)>& take) override;
	std::optional<std::int64_t> document_of_text(std::string_view sha256) override;
	std::int64_t document_count() override;
	void put_text(std::int64_t document, std::string_view sha256, std::string_view text) override;
	void put_layout(std::string_view sha256, std::string_view layout) override;
	std::optional<std::string> layout(std::string_view sha256) override;
	void each_layout(const std::function<void(const std::string&, const std::string&)>& take) override;
	void index_text(std::int64_t document, std::string_view text) override;
	std::string text(std::int64_t document) override;
	std::string words(std::int64_t document, std::uint32_t begin, std::uint32_t end) override;
	void each_text(const std::function<void(std::int64_t, const std::string&, const std::string&)>& take) override;

	void clear_projection() override;

	std::optional<DocumentRow> document(std::int64_t id) override;
	std::optional<std::string> published(std::int64_t document) override;
	std::vector<std::optional<std::string>> published_of(std::span<const std::int64_t> documents) override;
	void put_document(const DocumentRow& row) override;
	std::optional<OriginRow> origin(std::int64_t document) override;
	void put_origin(const OriginRow& row) override;

	std::int64_t block(std::string_view name) override;
	std::int64_t root_of(std::int64_t block) override;
	void put_root(std::int64_t block, std::int64_t root) override;
	std::vector<std::int64_t> blocks_of_root(std::int64_t root) override;

	std::optional<SignatureRow> find_signature(std::int64_t block, std::string_view signature,
	                                           RecordId singled) override;
	std::optional<SignatureRow> signature(std::int64_t id) override;
	std::int64_t add_signature(std::int64_t block, std::string_view signature, RecordId singled) override;
	void put_counts(std::int64_t signature, std::int64_t records, RecordId first) override;
	void put_fact_of(std::int64_t signature, RecordId fact, bool alone) override;
	std::vector<SignatureRow> signatures_of_root(std::int64_t root) override;
	std::vector<SignatureRow> signatures_of_fact(RecordId fact) override;
	std::vector<SignatureRow> signatures_with_party(std::string_view party) override;

	std::optional<RecordRow> record(RecordId id) override;
	void put_record(const RecordRow& row) override;
	std::vector<RecordRow> records_of_document(std::int64_t document) override;
	std::vector<RecordRow> records_of_signature(std::int64_t signature, std::size_t limit) override;

	std::vector<RecordId> records_of_fact(RecordId fact) override;
	std::vector<std::vector<RecordId>> records_of_facts(std::span<const RecordId> facts) override;
	std::vector<RecordId> gone_records() override;
	bool tell_apart(std::int64_t a, std::int64_t b) override;
	std::vector<std::pair<std::int64_t, std::int64_t>> told_apart_of_root(std::int64_t root) override;

	std::optional<FactRow> fact(RecordId id) override;
	std::int64_t fact_count() override;
	std::vector<FactRow> facts_of_root(std::int64_t root) override;
	void put_fact(const FactRow& row) override;
	void remove_fact(RecordId id) override;

	std::optional<FormRow> find_form(std::string_view form, RecordId singled) override;
	std::optional<FormRow> form(std::int64_t id) override;
	std::int64_t add_form(std::int64_t block, std::string_view form, RecordId singled) override;
	void put_form(const FormRow& row) override;
	std::vector<FormRow> forms_of_root(std::int64_t root) override;
	std::vector<FormRow> forms_of_person(RecordId person) override;
	std::optional<RecordRow> mention(RecordId id) override;
	void put_mention(const RecordRow& row) override;
	std::vector<RecordRow> mentions_of_document(std::int64_t document) override;
	std::vector<RecordRow> mentions_of_form(std::int64_t form, std::size_t limit) override;
	bool tell_persons_apart(std::int64_t a, std::int64_t b) override;
	std::vector<std::pair<std::int64_t, std::int64_t>> persons_told_apart_of_root(std::int64_t root) override;
	std::optional<PersonRow> person(RecordId id) override;
	std::vector<PersonRow> persons_of_root(std::int64_t root) override;
	void put_person(const PersonRow& row) override;
	void remove_person(RecordId id) override;

	std::optional<PartyRow> party(std::string_view party) override;
	void put_party(const PartyRow& row) override;
	std::vector<PartyRow> parties_of_block(std::int64_t block) override;
	std::vector<PartyRow> parties_held_as(std::string_view canonical) override;

	std::vector<ProposalRow> proposals_of_root(std::string_view kind, std::int64_t root) override;
	void put_proposals(std::string_view kind, std::int64_t root, const std::vector<ProposalRow>& rows) override;

	std::optional<DecisionRow> decision(std::int64_t entry) override;
	void put_decision(const DecisionRow& row) override;
	std::vector<DecisionRow> decisions_on(std::string_view subject) override;
	std::vector<DecisionRow> decisions_of_kind(std::string_view kind) override;
	std::vector<DecisionRow> all_decisions() override;
	std::int64_t active_decisions() override;

	void put_changed(const ChangedRow& row) override;
	std::vector<ChangedRow> changes_of(RecordId record) override;

	void each_fact(const std::function<void(const FactRow&)>& take) override;
	void each_person(const std::function<void(const PersonRow&)>& take) override;
	void each_party(const std::function<void(const PartyRow&)>& take) override;
	void each_proposal(const std::function<void(const ProposalRow&)>& take) override;
	void each_changed(const std::function<void(const ChangedRow&)>& take) override;

	std::vector<FactRow> list_facts(const FactQuestion& question) override;
	Count count_facts(const FactQuestion& question) override;
	std::vector<RecordId> facts_between(const FactQuestion& question) override;
	std::vector<FactRow> list_facts_among(const FactQuestion& question, std::span<const RecordId> facts) override;
	std::vector<DocumentRow> list_documents(const DocumentQuestion& question) override;
	Count count_documents(const DocumentQuestion& question) override;
	std::vector<PersonRow> list_persons(const NameQuestion& question) override;
	Count count_persons(const NameQuestion& question) override;
	std::vector<PartyCount> list_parties(const NameQuestion& question) override;
	Count count_parties(const NameQuestion& question) override;
	std::vector<ProposalRow> list_proposals(Proposals which, const PageOf& page) override;
	Count count_proposals(Proposals which) override;
	std::vector<ChangedRow> list_changed(const PageOf& page) override;
	Count count_changed() override;
	std::vector<std::string> list_pairs() override;
	std::vector<WordsHit> documents_with_words(std::string_view query, std::size_t most, std::int64_t before) override;

private:
	/// A statement made once for each text of SQL, which must be a literal; ready for new values.
	Statement& kept(const char* sql);
	/// What is done with a table that has several values for a fact.
	struct ValuesOfFact {
		const char* select;
		const char* remove;
		const char* insert;
	};
	void put_values_of_fact(const ValuesOfFact& table, RecordId fact, const std::vector<std::string>& values,
	                        bool is_new);
	/// Has the index of words write larger pieces; to be called before it is added to.
	void gather_words();

	Database m_db;
	std::optional<Checkpointer> m_checkpointer;
	int m_views = 0;  ///< begun and not ended
	bool m_gathers_words = false;
	std::unordered_map<const char*, Statement> m_kept;
};

}  // namespace bienban::registry
