#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "register/register.hpp"
#include "report/register_report.hpp"

/// What is shown of single things, gathered from the register. Nothing where there is no such thing.
namespace bienban::asking {

/// Sources that a person can look through, and that a program can take.
inline constexpr std::size_t k_sources_in_text = 50;
inline constexpr std::size_t k_sources_in_json = 10'000;

std::optional<report::FactStory> fact_story(registry::Register& opened, registry::RecordId id, std::size_t most);
std::optional<report::RecordStory> record_story(registry::Register& opened, registry::RecordId id);
/// The same without the places on pages, for whom the layout of the document is at hand or of no use.
std::optional<report::RecordStory> story_without_pages(registry::Register& opened, registry::RecordId id);
std::optional<report::DocumentStory> document_story(registry::Register& opened, std::int64_t id);
std::optional<report::PersonStory> person_story(registry::Register& opened, registry::RecordId id, std::size_t most);
std::optional<report::PartyStory> party_story(registry::Register& opened, const std::string& party);

/// The rows of the register leave out what can be counted from others, so that a document that repeats known things
/// changes little: these put it in.
void complete(registry::Store& rows, registry::FactRow& fact);
void complete(registry::Store& rows, registry::PersonRow& person);
void complete(registry::Store& rows, registry::DocumentRow& document);

/// The same for all rows of a list.
template <typename Row>
std::vector<Row> completed(registry::Store& rows, std::vector<Row> list) {
	for (Row& row : list) complete(rows, row);
	return list;
}

/// The journal's entries of decisions, in their order.
std::vector<registry::Entry> entries_of(registry::Register& opened, const std::vector<registry::DecisionRow>& rows);

/// A name of a thing of the register. Fails with "cli-id" where the word is none.
base::Result<registry::Id> id_of(const std::string& word);

/// The same of a fact, which any of its records names too. Fails with "cli-fact-id".
base::Result<registry::RecordId> fact_id_of(const std::string& word);

}  // namespace bienban::asking
