#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "register/questions.hpp"
#include "register/rows.hpp"

namespace bienban::registry {

/// A database that keeps the rows. It has no rules of the field: it puts, gets and lists. All SQL of one database
/// stands behind this interface. Everything throws StoreError where the disk or the database fails.
class Store {
public:
	Store() = default;
	virtual ~Store() = default;
	Store(const Store&) = delete;
	Store& operator=(const Store&) = delete;

	/// Between begin() and commit() all of it becomes true at once, or nothing. Waits for another writer to be done.
	virtual void begin() = 0;
	virtual void commit() = 0;
	virtual void rollback() noexcept = 0;
	/// A reader's view that does not change until end_reading(), whatever others write meanwhile. One that is begun
	/// within another is the same view.
	virtual void begin_reading() = 0;
	virtual void end_reading() noexcept = 0;

	/// Another number whenever other handles, of this program or another, have written in between. To be asked for
	/// within one change.
	virtual std::int64_t version_by_others() = 0;

	virtual std::optional<std::string> property(std::string_view name) = 0;
	virtual void put_property(std::string_view name, std::string_view value) = 0;

	// The journal and the texts: added to, never changed.
	virtual std::optional<Entry> last_entry() = 0;
	virtual std::optional<Entry> entry(std::int64_t seq) = 0;
	virtual void append(const Entry& entry) = 0;
	/// Entries behind `after` in their order until `take` gives false.
	virtual void each_entry(std::int64_t after, const std::function<bool(const Entry&)>& take) = 0;
	virtual std::optional<std::int64_t> document_of_text(std::string_view sha256) = 0;
	virtual std::int64_t document_count() = 0;
	virtual void put_text(std::int64_t document, std::string_view sha256, std::string_view text) = 0;
	/// Keeps a layout under its hash; one that is there already stays.
	virtual void put_layout(std::string_view sha256, std::string_view layout) = 0;
	virtual std::optional<std::string> layout(std::string_view sha256) = 0;
	/// The stated hash of each layout, in order.
	virtual void each_layout(const std::function<void(const std::string&, const std::string&)>& take) = 0;
	/// Puts a text's words into the index of words.
	virtual void index_text(std::int64_t document, std::string_view text) = 0;
	virtual std::string text(std::int64_t document) = 0;
	/// The code points of a text from `begin` on and before `end`.
	virtual std::string words(std::int64_t document, std::uint32_t begin, std::uint32_t end) = 0;
	/// The number and stated hash of each text, in order.
	virtual void each_text(const std::function<void(std::int64_t, const std::string&, const std::string&)>& take) = 0;

	/// Empties the projection; the index of words is made anew.
	virtual void clear_projection() = 0;

	virtual std::optional<DocumentRow> document(std::int64_t id) = 0;
	/// The day on which a document was published, where that is known.
	virtual std::optional<std::string> published(std::int64_t document) = 0;
	/// The same for many documents, one day for each; quickest where they ascend.
	virtual std::vector<std::optional<std::string>> published_of(std::span<const std::int64_t> documents) = 0;
	/// Puts or replaces.
	virtual void put_document(const DocumentRow& row) = 0;

	virtual std::optional<OriginRow> origin(std::int64_t document) = 0;
	/// Puts or replaces.
	virtual void put_origin(const OriginRow& row) = 0;

	virtual std::int64_t block(std::string_view name) = 0;  ///< made where it is not there
	virtual std::int64_t root_of(std::int64_t block) = 0;
	virtual void put_root(std::int64_t block, std::int64_t root) = 0;
	virtual std::vector<std::int64_t> blocks_of_root(std::int64_t root) = 0;

	virtual std::optional<SignatureRow> find_signature(std::int64_t block, std::string_view signature,
	                                                   RecordId singled) = 0;
	virtual std::optional<SignatureRow> signature(std::int64_t id) = 0;
	virtual std::int64_t add_signature(std::int64_t block, std::string_view signature, RecordId singled) = 0;
	virtual void put_counts(std::int64_t signature, std::int64_t records, RecordId first) = 0;
	virtual void put_fact_of(std::int64_t signature, RecordId fact, bool alone) = 0;
	/// Those that some record has, in the order of their ids.
	virtual std::vector<SignatureRow> signatures_of_root(std::int64_t root) = 0;
	virtual std::vector<SignatureRow> signatures_of_fact(RecordId fact) = 0;
	virtual std::vector<SignatureRow> signatures_with_party(std::string_view party) = 0;

	virtual std::optional<RecordRow> record(RecordId id) = 0;
	virtual void put_record(const RecordRow& row) = 0;
	virtual std::vector<RecordRow> records_of_document(std::int64_t document) = 0;
	/// At most `limit` records of a signature, in the order of ids.
	virtual std::vector<RecordRow> records_of_signature(std::int64_t signature, std::size_t limit) = 0;

	/// All records of a fact, in no order; also those that are gone.
	virtual std::vector<RecordId> records_of_fact(RecordId fact) = 0;
	/// The same for many facts, one list for each.
	virtual std::vector<std::vector<RecordId>> records_of_facts(std::span<const RecordId> facts) = 0;
	/// All records that a later reading no longer finds, ascending.
	virtual std::vector<RecordId> gone_records() = 0;

	/// Whether that is new.
	virtual bool tell_apart(std::int64_t a, std::int64_t b) = 0;
	virtual std::vector<std::pair<std::int64_t, std::int64_t>> told_apart_of_root(std::int64_t root) = 0;

	virtual std::optional<FactRow> fact(RecordId id) = 0;
	virtual std::int64_t fact_count() = 0;
	virtual std::vector<FactRow> facts_of_root(std::int64_t root) = 0;
	virtual void put_fact(const FactRow& row) = 0;
	virtual void remove_fact(RecordId id) = 0;

	virtual std::optional<FormRow> find_form(std::string_view form, RecordId singled) = 0;
	virtual std::optional<FormRow> form(std::int64_t id) = 0;
	virtual std::int64_t add_form(std::int64_t block, std::string_view form, RecordId singled) = 0;
	virtual void put_form(const FormRow& row) = 0;  ///< all but block, form and singled
	/// In the order of their ids; also those that no document has any more (`first` is 0).
	virtual std::vector<FormRow> forms_of_root(std::int64_t root) = 0;
	virtual std::vector<FormRow> forms_of_person(RecordId person) = 0;
	virtual std::optional<RecordRow> mention(RecordId id) = 0;  ///< `signature` is the form
	virtual void put_mention(const RecordRow& row) = 0;
	virtual std::vector<RecordRow> mentions_of_document(std::int64_t document) = 0;
	virtual std::vector<RecordRow> mentions_of_form(std::int64_t form, std::size_t limit) = 0;
	virtual bool tell_persons_apart(std::int64_t a, std::int64_t b) = 0;
	virtual std::vector<std::pair<std::int64_t, std::int64_t>> persons_told_apart_of_root(std::int64_t root) = 0;
	virtual std::optional<PersonRow> person(RecordId id) = 0;
	virtual std::vector<PersonRow> persons_of_root(std::int64_t root) = 0;
	virtual void put_person(const PersonRow& row) = 0;
	virtual void remove_person(RecordId id) = 0;

	virtual std::optional<PartyRow> party(std::string_view party) = 0;
	virtual void put_party(const PartyRow& row) = 0;
	virtual std::vector<PartyRow> parties_of_block(std::int64_t block) = 0;
	virtual std::vector<PartyRow> parties_held_as(std::string_view canonical) = 0;

	virtual std::vector<ProposalRow> proposals_of_root(std::string_view kind, std::int64_t root) = 0;
	virtual void put_proposals(std::string_view kind, std::int64_t root, const std::vector<ProposalRow>& rows) = 0;

	virtual std::optional<DecisionRow> decision(std::int64_t entry) = 0;
	virtual void put_decision(const DecisionRow& row) = 0;
	/// Those not taken back, in the order of entries.
	virtual std::vector<DecisionRow> decisions_on(std::string_view subject) = 0;
	virtual std::vector<DecisionRow> decisions_of_kind(std::string_view kind) = 0;
	/// All that were ever made, in the order of entries.
	virtual std::vector<DecisionRow> all_decisions() = 0;
	virtual std::int64_t active_decisions() = 0;

	virtual void put_changed(const ChangedRow& row) = 0;
	virtual std::vector<ChangedRow> changes_of(RecordId record) = 0;

	// All of a kind, in the order of their names.
	virtual void each_fact(const std::function<void(const FactRow&)>& take) = 0;
	virtual void each_person(const std::function<void(const PersonRow&)>& take) = 0;
	virtual void each_party(const std::function<void(const PartyRow&)>& take) = 0;
	virtual void each_proposal(const std::function<void(const ProposalRow&)>& take) = 0;
	virtual void each_changed(const std::function<void(const ChangedRow&)>& take) = 0;

	// What people ask. Lists of facts and documents are in the order asked for, persons and parties by name, proposals
	// by kind and the likeliest first, changes (those that nobody has seen) by record.
	virtual std::vector<FactRow> list_facts(const FactQuestion& question) = 0;
	virtual Count count_facts(const FactQuestion& question) = 0;
	/// The facts of any status between the places that a question asks for, in the order of ids: those of documents
	/// before those that people entered.
	virtual std::vector<RecordId> facts_between(const FactQuestion& question) = 0;
	/// Those of `facts` that are what the question asks for, in the order given. Its places between, its order and its
	/// page are not looked at, nor what it asks of documents.
	virtual std::vector<FactRow> list_facts_among(const FactQuestion& question, std::span<const RecordId> facts) = 0;
	virtual std::vector<DocumentRow> list_documents(const DocumentQuestion& question) = 0;
	virtual Count count_documents(const DocumentQuestion& question) = 0;
	virtual std::vector<PersonRow> list_persons(const NameQuestion& question) = 0;
	virtual Count count_persons(const NameQuestion& question) = 0;
	virtual std::vector<PartyCount> list_parties(const NameQuestion& question) = 0;
	virtual Count count_parties(const NameQuestion& question) = 0;
	virtual std::vector<ProposalRow> list_proposals(Proposals which, const PageOf& page) = 0;
	virtual Count count_proposals(Proposals which) = 0;
	virtual std::vector<ChangedRow> list_changed(const PageOf& page) = 0;
	virtual Count count_changed() = 0;
	/// The pairs of places that facts are between, "VN-05|LA-HO", in their order.
	virtual std::vector<std::string> list_pairs() = 0;
	/// Documents that fulfil the query (of search_query()): the `most` newest ones with numbers below `before`, the
	/// best of them first, of equal ones the newest.
	virtual std::vector<WordsHit> documents_with_words(std::string_view query, std::size_t most,
	                                                   std::int64_t before) = 0;
};

/// What is read while it lives is read from one state of the register.
class ReadingView {
public:
	explicit ReadingView(Store& store) : m_store(store) { m_store.begin_reading(); }
	~ReadingView() { m_store.end_reading(); }
	ReadingView(const ReadingView&) = delete;
	ReadingView& operator=(const ReadingView&) = delete;

private:
	Store& m_store;
};

}  // namespace bienban::registry
