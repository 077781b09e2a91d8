#include "register/kept_people.hpp"

namespace bienban::registry {

namespace {

/// About 700 bytes each, with the names they share. A register of a million documents has half as many.
constexpr std::size_t k_most_forms = 250'000;

}  // namespace

KeptPeople::OfRoot* KeptPeople::find(std::int64_t root) {
	const auto found = m_roots.find(root);
	return found == m_roots.end() ? nullptr : found->second.get();
}

void KeptPeople::keep(std::int64_t root, std::unique_ptr<OfRoot> block) {
	if (m_forms + block->forms.size() > k_most_forms) return;
	m_forms += block->forms.size();
	m_roots[root] = std::move(block);
}

void KeptPeople::drop(std::int64_t root) {
	const auto found = m_roots.find(root);
	if (found == m_roots.end()) return;
	m_forms -= found->second->forms.size();
	m_roots.erase(found);
}

void KeptPeople::clear() {
	m_roots.clear();
	m_forms = 0;
	m_strings = {};
}

void KeptPeople::check(std::int64_t version) {
	if (m_version != version) clear();
	m_version = version;
}

}  // namespace bienban::registry
