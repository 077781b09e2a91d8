#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/record.hpp"

/// What the rules on agreements, meetings and promises look at. `bienban check` and the review ask the same rules.
namespace bienban::registry {

struct SeenFact {
	const model::Record* record = nullptr;
	std::vector<model::Party> parties;  ///< parties_of(*record)
	std::int32_t told = 0;              ///< the first day on which a document told of it, yyyymmdd; 0: not known
	std::vector<std::int64_t>
	    documents;  ///< that tell of it, sorted, under any numbers; none for what a person entered
};

/// Numbers for lists of parties, so that what holds between two lists is asked once however many facts have them.
class PartyLists {
public:
	std::size_t number_of(const std::vector<model::Party>& parties);
	const std::vector<model::Party>& list(std::size_t number) const { return *m_lists[number]; }

private:
	std::map<std::vector<model::Party>, std::size_t> m_numbers;
	std::vector<const std::vector<model::Party>*> m_lists;
};

/// What a rule says of two lists of parties, kept once it was asked.
class PartyRule {
public:
	using Rule = bool (*)(const std::vector<model::Party>&, const std::vector<model::Party>&);
	PartyRule(const PartyLists& lists, Rule rule) : m_lists(lists), m_rule(rule) {}
	/// rule(list a, list b)
	bool operator()(std::size_t a, std::size_t b);

private:
	const PartyLists& m_lists;
	Rule m_rule;
	std::vector<std::vector<signed char>> m_known;  ///< by the two numbers: -1 no, 1 yes, 0 not asked yet
};

}  // namespace bienban::registry
