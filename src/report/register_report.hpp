#pragma once

#include <optional>
#include <string>
#include <vector>

#include "register/questions.hpp"
#include "register/register.hpp"
#include "report/layout.hpp"

/// Single things of the register with all that leads to them, for people and as JSON.
namespace bienban::report {

/// A fact, and the journal's entries of the decisions on it.
struct FactStory {
	registry::FactView view;
	std::vector<registry::Entry> entries;
};

std::string fact_text(const FactStory& story, const Layout& layout);
std::string fact_json(const FactStory& story, base::Lang lang);

/// How the records of a fact came together, link by link, and what was nearly joined to it.
std::string why_text(const FactStory& story, const Layout& layout);
std::string why_json(const FactStory& story, base::Lang lang);

/// A record with the fact it belongs to, and what later readings made of it.
struct RecordStory {
	registry::Source source;
	registry::RecordId fact = 0;
	std::vector<registry::ChangedRow> changes;
	std::vector<registry::OnPage> pages;  ///< where its words stand; empty where the document has no pages
};

std::string record_text(const RecordStory& story, const Layout& layout);
std::string record_json(const RecordStory& story, base::Lang lang);

struct DocumentStory {
	struct Named {
		registry::RecordId person = 0;
		registry::FormRow form;
	};
	registry::DocumentRow document;
	std::vector<RecordStory> records;
	std::vector<Named> people;
};

std::string document_text(const DocumentStory& story, const Layout& layout);
std::string document_json(const DocumentStory& story, base::Lang lang);

struct PersonStory {
	registry::PersonView view;
	std::vector<registry::Entry> entries;
};

std::string person_text(const PersonStory& story, const Layout& layout);
std::string person_json(const PersonStory& story, base::Lang lang);

struct PartyStory {
	std::string party;
	std::string held_as;                                           ///< the party under whose name it is held
	std::vector<std::string> spellings;                            ///< others held under that name
	std::vector<std::pair<std::string, registry::Count>> by_type;  ///< how many facts of each type name it
	std::vector<registry::Entry> entries;                          ///< decisions on it
};

std::string party_text(const PartyStory& story, const Layout& layout);
std::string party_json(const PartyStory& story, base::Lang lang);

/// An entry of the journal.
std::string entry_text(const registry::Entry& entry, const Layout& layout);
std::string entry_json(const registry::Entry& entry);

/// What an entry did, in one line: "correct F12.3: date = 2019-11-11".
std::string entry_summary(const registry::Entry& entry, base::Lang lang);

}  // namespace bienban::report
