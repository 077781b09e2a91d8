#pragma once

#include <deque>
#include <string>
#include <vector>

#include "register/check_rules.hpp"
#include "register/seen_fact.hpp"

/// Facts made by hand: for tests only.
namespace bienban::registry {

inline const std::vector<model::Party> k_two_commands = {"LA-HO/military-command", "VN-05/military-command"};
inline const std::vector<model::Party> k_two_guards = {"LA-HO/border-guard", "VN-05/border-guard"};
inline const std::vector<model::Party> k_two_provinces = {"LA-HO/province", "VN-05/province"};

class MadeFacts {
public:
	/// Adds a fact told on that day (0: nobody knows when) by these documents, else by one of its own. Gives its index.
	template <typename T>
	std::size_t add(T value, std::int32_t told = 0, std::vector<std::int64_t> documents = {}) {
		m_records.push_back({.value = std::move(value)});
		if (documents.empty()) documents.push_back(1000 + static_cast<std::int64_t>(m_records.size()));
		m_facts.push_back({.record = &m_records.back(),
		                   .parties = parties_of(m_records.back()),
		                   .told = told,
		                   .documents = std::move(documents)});
		return m_facts.size() - 1;
	}
	const std::vector<SeenFact>& all() const { return m_facts; }

private:
	std::deque<model::Record> m_records;  ///< does not move what the facts point to
	std::vector<SeenFact> m_facts;
};

}  // namespace bienban::registry
