#include "server/answer_cache.hpp"

namespace bienban::server {

std::shared_ptr<const Response> AnswerCache::find(const std::string& key, const std::string& state) {
	const std::scoped_lock lock{m_mutex};
	const auto found = m_by_key.find(key);
	if (found == m_by_key.end()) return nullptr;
	if (found->second->state != state) {
		drop(found->second);
		return nullptr;
	}
	m_by_use.splice(m_by_use.begin(), m_by_use, found->second);
	return found->second->response;
}

void AnswerCache::put(const std::string& key, const std::string& state, std::shared_ptr<const Response> response) {
	constexpr std::size_t k_beside = 512;  // of headers and the maps
	const std::size_t bytes = k_beside + 2 * key.size() + (response->body ? response->body->size() : 0);
	if (bytes > m_most / 8) return;
	const std::scoped_lock lock{m_mutex};
	if (const auto found = m_by_key.find(key); found != m_by_key.end()) drop(found->second);
	m_by_use.push_front({.key = key, .state = state, .response = std::move(response), .bytes = bytes});
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
