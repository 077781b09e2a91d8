#include "server/answer_cache.hpp"

namespace bienban::server {

namespace {

/// What took less is made at once when the register has changed.
constexpr std::chrono::milliseconds k_long{250};
constexpr std::chrono::seconds k_oldest{60};

}  // namespace

AnswerCache::Found AnswerCache::find(const std::string& key, const std::string& state, Clock::time_point now) {
	const std::scoped_lock lock{m_mutex};
	const auto found = m_by_key.find(key);
	if (found == m_by_key.end()) return {};
	const Kept& kept = *found->second;
	const bool fresh = kept.state == state;
	if (!fresh && (kept.took < k_long || now - kept.made > k_oldest)) {
		drop(found->second);
		return {};
	}
	m_by_use.splice(m_by_use.begin(), m_by_use, found->second);
	return {.response = kept.response, .fresh = fresh};
}

void AnswerCache::put(const std::string& key, const std::string& state, std::shared_ptr<const Response> response,
                      Clock::duration took, Clock::time_point now) {
	constexpr std::size_t k_beside = 512;  // of headers and the maps
	const std::size_t bytes = k_beside + 2 * key.size() + (response->body ? response->body->size() : 0);
	if (bytes > m_most / 8) return;
	const std::scoped_lock lock{m_mutex};
	if (const auto found = m_by_key.find(key); found != m_by_key.end()) drop(found->second);
	m_by_use.push_front(
	    {.key = key, .state = state, .response = std::move(response), .bytes = bytes, .took = took, .made = now});
	m_by_key[key] = m_by_use.begin();
	m_bytes += bytes;
	while (m_bytes > m_most) drop(std::prev(m_by_use.end()));
}

void AnswerCache::drop(std::list<Kept>::iterator kept) {
	m_bytes -= kept->bytes;
	m_by_key.erase(kept->key);
	m_by_use.erase(kept);
}

}  // namespace bienban::server
