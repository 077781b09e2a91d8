#include "register/seen_fact.hpp"

namespace bienban::registry {

std::size_t PartyLists::number_of(const std::vector<model::Party>& parties) {
	const auto [found, made] = m_numbers.try_emplace(parties, m_lists.size());
	if (made) m_lists.push_back(&found->first);
	return found->second;
}

bool PartyRule::operator()(std::size_t a, std::size_t b) {
	if (m_known.size() <= a) m_known.resize(a + 1);
	auto& row = m_known[a];
	if (row.size() <= b) row.resize(b + 1, 0);
	if (row[b] == 0) row[b] = m_rule(m_lists.list(a), m_lists.list(b)) ? 1 : -1;
	return row[b] > 0;
}

}  // namespace bienban::registry
