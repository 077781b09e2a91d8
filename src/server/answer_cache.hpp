#pragma once

#include <chrono>
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

	using Clock = std::chrono::steady_clock;

	/// An answer that is kept.
	struct Found {
		std::shared_ptr<const Response> response;  ///< nullptr: none
		bool fresh = false;                        ///< it is of the state that was asked for, not of one before
	};
	/// The answer of this key and state. One of a state before is given where it took long to make and is not old: in a
	/// large register that beats waiting, and whoever gets it has it made anew.
	Found find(const std::string& key, const std::string& state, Clock::time_point now = Clock::now());
	/// `took`: how long it was made. One that takes more than an eighth of all memory is not kept.
	void put(const std::string& key, const std::string& state, std::shared_ptr<const Response> response,
	         Clock::duration took, Clock::time_point now = Clock::now());

private:
	struct Kept {
		std::string key;
		std::string state;
		std::shared_ptr<const Response> response;
		std::size_t bytes = 0;
		Clock::duration took{};
		Clock::time_point made;
	};
	void drop(std::list<Kept>::iterator kept);

	std::mutex m_mutex;
	std::list<Kept> m_by_use;  ///< the one used last stands first
	std::map<std::string, std::list<Kept>::iterator> m_by_key;
	std::size_t m_bytes = 0;
	std::size_t m_most;
};

}  // namespace bienban::server
