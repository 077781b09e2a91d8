#include "server/throttle.hpp"

#include <algorithm>

namespace bienban::server {

namespace {

/// So many tries are a person who mistypes.
constexpr std::int64_t k_free = 5;
/// Longest waits, in seconds.
constexpr std::int64_t k_account_wait = 60;
constexpr std::int64_t k_address_wait = 900;
/// After this many seconds without a failure all is forgotten.
constexpr std::int64_t k_memory = 3600;
/// Names are given by whoever tries: no more of them are kept than this.
constexpr std::size_t k_most = 20'000;

std::int64_t delay(std::int64_t failures, std::int64_t longest) {
	if (failures < k_free) return 0;
	const std::int64_t doubled = std::min<std::int64_t>(failures - k_free, 20);
	return std::min<std::int64_t>(std::int64_t{2} << doubled, longest);
}

std::string of_account(const std::string& name) { return "a:" + name.substr(0, 100); }
std::string of_address(const std::string& address) { return "i:" + address.substr(0, 100); }

}  // namespace

std::int64_t Throttle::wait(const std::string& account, const std::string& address, std::int64_t now) const {
	const auto left = [&](const std::string& key, std::int64_t longest) -> std::int64_t {
		const auto found = m_tries.find(key);
		if (found == m_tries.end() || now - found->second.last > k_memory) return 0;
		return std::max<std::int64_t>(found->second.last + delay(found->second.failures, longest) - now, 0);
	};
	return std::max(left(of_account(account), k_account_wait), left(of_address(address), k_address_wait));
}

void Throttle::failed(const std::string& account, const std::string& address, std::int64_t now) {
	if (m_tries.size() >= k_most) forget_old(now);
	for (const std::string& key : {of_account(account), of_address(address)}) {
		Tries& tries = m_tries[key];
		if (now - tries.last > k_memory) tries.failures = 0;
		++tries.failures;
		tries.last = now;
	}
}

void Throttle::succeeded(const std::string& account, const std::string& address) {
	m_tries.erase(of_account(account));
	m_tries.erase(of_address(address));
}

void Throttle::forget_old(std::int64_t now) {
	std::erase_if(m_tries, [&](const auto& one) { return now - one.second.last > k_memory; });
	// All of them fresh: somebody makes up names. Those of addresses are what slows that one down.
	if (m_tries.size() >= k_most) std::erase_if(m_tries, [](const auto& one) { return one.first.starts_with("a:"); });
}

}  // namespace bienban::server
