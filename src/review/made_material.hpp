#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/json.hpp"
#include "review/material.hpp"

/// Material made by hand: for tests only.
namespace bienban::review {

inline const std::vector<model::Party> k_commands = {"LA-HO/military-command", "VN-05/military-command"};
inline const std::vector<model::Party> k_guards = {"LA-HO/border-guard", "VN-05/border-guard"};

inline Question asked(std::optional<std::string> from = std::nullopt, std::optional<std::string> to = std::nullopt,
                      std::int32_t as_of = 20250601) {
	return {.of = {.party = "VN-05", .past = {}},
	        .with = {{.party = "LA-HO", .past = {}}},
	        .from = std::move(from),
	        .to = std::move(to),
	        .as_of = as_of};
}

class MadeMaterial {
public:
	/// Adds a fact told by a document of its own, or by that of the fact before it. Gives its number.
	template <typename T>
	std::int64_t add(T value, std::optional<std::string> published = std::nullopt, bool same_document = false) {
		if (!same_document) ++m_document;
		registry::ToldFact told;
		told.fact.id = registry::record_id(m_document, static_cast<std::int64_t>(m_facts.size()));
		told.record.value = std::move(value);
		m_facts.push_back(std::move(told));
		tell(std::move(published));
		return m_facts.back().fact.id;
	}
	/// Lets the document of the last fact tell of it.
	void tell(std::optional<std::string> published) {
		registry::ToldFact& told = m_facts.back();
		tell_as(told.record, m_document, std::move(published));
	}
	/// Lets a document of its own say something else of the last fact.
	template <typename T>
	void tell_otherwise(T value) {
		tell_as({.value = std::move(value)}, ++m_document, std::nullopt);
	}
	/// The fields on which the documents of the last fact disagree.
	void disagree(std::vector<std::string> fields) { m_facts.back().fact.conflicts = std::move(fields); }

	const std::vector<registry::ToldFact>& facts() const { return m_facts; }

	Material made(const Question& question = asked()) const { return gather(question, m_facts); }

private:
	void tell_as(const model::Record& says, std::int64_t document, std::optional<std::string> published) {
		registry::ToldFact& told = m_facts.back();
		told.sources.push_back({.record = registry::record_id(document, 0),
		                        .document = document,
		                        .path = "a.txt",
		                        .title = "T",
		                        .published = std::move(published),
		                        .begin = 0,
		                        .end = 1,
		                        .quote = "q",
		                        .certainty = 0.5,
		                        .gone = false,
		                        .value = model::dump(model::to_json(says))});
		told.records = static_cast<std::int64_t>(told.sources.size());
	}

	std::vector<registry::ToldFact> m_facts;
	std::int64_t m_document = 0;
};

/// The place of a fact among the items.
inline ItemIndex at(const Material& material, std::int64_t fact) {
	const auto found = std::ranges::find(material.items, fact, &Item::fact);
	return static_cast<ItemIndex>(found - material.items.begin());
}

}  // namespace bienban::review
