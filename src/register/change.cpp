#include "register/change.hpp"

#include "base/time.hpp"
#include "register/journal.hpp"
#include "register/projection.hpp"
#include "register/rereading.hpp"

namespace bienban::registry {

JournalEnd::JournalEnd(Store& store) : m_store(store) {
	if (const auto last = m_store.last_entry()) {
		m_last = last->seq;
		m_hash = last->hash;
	}
}

std::int64_t JournalEnd::append(const std::string& who, std::string_view kind, const std::string& why,
                                const std::string& payload) {
	Entry entry{.seq = m_last + 1,
	            .at = base::utc_now(),
	            .who = who,
	            .kind = std::string{kind},
	            .why = why,
	            .payload = payload,
	            .hash = {}};
	entry.hash = chained_hash(m_hash, entry);
	m_store.append(entry);
	m_last = entry.seq;
	m_hash = std::move(entry.hash);
	return m_last;
}

std::vector<Added> put_documents(Store& store, KeptPeople& people, std::span<const Prepared> documents) {
	std::vector<Added> outcomes;
	std::vector<std::pair<std::int64_t, const std::string*>> added;
	JournalEnd journal{store};
	Projection projection{store, people};
	std::int64_t count = store.document_count();
	for (const Prepared& prepared : documents) {
		const ReadingEntry& entry = prepared.entry;
		// As whom a reading is entered: the program with its version.
		const std::string reader = "bienban " + entry.versions.program;
		if (const auto document = store.document_of_text(entry.sha256)) {
			const auto held = store.document(*document);
			const bool by_same =
			    held && held->program == entry.versions.program && held->lexicon == entry.versions.lexicon;
			// A text that is there already may come as a file with pages.
			const bool has_more = !entry.origin.format.empty() && !store.origin(*document);
			const auto again = by_same && !has_more ? std::nullopt : reread(store, *document, prepared);
			if (again && again->entry.layout == entry.layout && !prepared.layout.empty())
				store.put_layout(entry.layout, prepared.layout);
			if (again) projection.read(journal.append(reader, "reading", "", again->payload), *document, *again);
			outcomes.push_back({again ? Outcome::reread : Outcome::already_there, *document});
			continue;
		}
		store.put_text(++count, entry.sha256, prepared.text);
		if (!prepared.layout.empty()) store.put_layout(entry.layout, prepared.layout);
		added.emplace_back(count, &prepared.text);
		projection.read(journal.append(reader, "reading", "", prepared.payload), count, prepared);
		outcomes.push_back({Outcome::added, count});
	}
	projection.settle();
	if (!documents.empty()) {
		store.put_property("program", documents.back().entry.versions.program);
		store.put_property("lexicon", documents.back().entry.versions.lexicon);
	}
	// The words last and all at once: any other change between two texts would have SQLite's index write each of them
	// to the disk by itself, which took half of the time.
	for (const auto& [document, text] : added) store.index_text(document, *text);
	return outcomes;
}

}  // namespace bienban::registry
