#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace bienban::server {

/// Slows down who tries passwords: by the account that is tried, and by the address that tries. An account is never
/// shut for long, since anybody could shut out its owner then.
class Throttle {
public:
	/// Seconds to wait before this may be tried again; 0: at once. `now` in seconds.
	std::int64_t wait(const std::string& account, const std::string& address, std::int64_t now) const;
	void failed(const std::string& account, const std::string& address, std::int64_t now);
	void succeeded(const std::string& account, const std::string& address);

private:
	struct Tries {
		std::int64_t failures = 0;
		std::int64_t last = 0;
	};
	void forget_old(std::int64_t now);

	std::map<std::string, Tries> m_tries;  ///< "a:<account>", "i:<address>"
};

}  // namespace bienban::server
