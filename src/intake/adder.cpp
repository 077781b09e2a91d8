#include "intake/adder.hpp"

#include <algorithm>

namespace bienban::intake {

namespace {

/// Bytes of their texts: memory must not grow with what is read.
constexpr std::size_t k_most_bytes = 32U << 20;
/// How long a document may wait for others. In a large register a batch takes longer the fewer documents share what is
/// joined anew: so it waits for more, as long as several times what the one before took.
constexpr std::chrono::milliseconds k_longest_wait{500};
constexpr int k_waits_for_a_write = 4;
constexpr std::chrono::milliseconds k_longest_wait_at_all{10'000};

}  // namespace

Adder::Adder(Write write, Tell tell, Told told)
    : m_write(std::move(write)), m_tell(std::move(tell)), m_told(std::move(told)), m_wait(k_longest_wait) {}

void Adder::take(Product product) {
	if (m_waiting.empty()) m_since = std::chrono::steady_clock::now();
	m_bytes += product.prepared->text.size();
	m_sources.push_back(std::move(product.source));
	m_waiting.push_back(std::move(*product.prepared));
	if (m_waiting.size() >= k_most_in_batch || m_bytes >= k_most_bytes) write();
	write_if_late();
}

void Adder::write_if_late() {
	if (!m_waiting.empty() && std::chrono::steady_clock::now() - m_since >= m_wait) write();
}

void Adder::write() {
	if (m_waiting.empty()) return;
	const auto begun = std::chrono::steady_clock::now();
	const std::vector<registry::Added> added = m_write(m_waiting);
	const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
	m_wait = std::clamp(took * k_waits_for_a_write, k_longest_wait, k_longest_wait_at_all);
	for (std::size_t i = 0; i < added.size(); ++i) m_tell(added[i], m_sources[i], m_waiting[i].entry);
	m_told();
	m_waiting.clear();
	m_sources.clear();
	m_bytes = 0;
}

}  // namespace bienban::intake
