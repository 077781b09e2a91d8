#include "server/kept_review.hpp"

namespace bienban::server {

namespace {

constexpr std::size_t k_least_items = 2'000;
constexpr std::size_t k_most_items = 100'000;

}  // namespace

KeptReview::Made KeptReview::find(const std::string& key) const {
	const std::scoped_lock lock{m_mutex};
	return key == m_key ? m_review : nullptr;
}

void KeptReview::put(const std::string& key, Made review) {
	const std::size_t items = review->material.items.size();
	if (items < k_least_items || items > k_most_items) return;
	const std::scoped_lock lock{m_mutex};
	m_key = key;
	m_review.swap(review);  // the one before goes after the lock
}

}  // namespace bienban::server
