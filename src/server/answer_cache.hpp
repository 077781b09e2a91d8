#pragma once

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server/http.hpp"

namespace bienban::server {

/// Answers that follow from one state of the register, to be given again as long as it is that: those used last, up to
/// a number of bytes. May be used by many threads.
class AnswerCache {
public:
	explicit AnswerCache(std::size_t most_bytes = 48U << 20) : m_most(most_bytes) {}

	/// The answer of this key and state; nullptr where there is none.
	std::shared_ptr<const Response> find(const std::string& key, const std::string& state);
	/// One that takes more than an eighth of all is not kept.
	void put(const std::string& key, const std::string& state, std::shared_ptr<const Response> response);

private:
	struct Kept {
		std::string key;
		std::string state;
		std::shared_ptr<const Response> response;
		std::size_t bytes = 0;
	};
	void drop(std::list<Kept>::iterator kept);

	std::mutex m_mutex;
	std::list<Kept> m_by_use;  ///< the one used last stands first
	std::map<std::string, std::list<Kept>::iterator> m_by_key;
	std::size_t m_bytes = 0;
	std::size_t m_most;
};

}  // namespace bienban::server
