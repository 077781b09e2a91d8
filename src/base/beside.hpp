#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <utility>
#include <vector>

namespace bienban::base {

/// Works jobs off in order, each in two steps: `make` in a thread of its own, `finish` on the thread that hands the
/// jobs over, while the next are being made. Jobs go over in groups, since starting a thread costs as much as a small
/// job. What a step throws comes out of put() or end().
template <typename Job>
class Beside {
public:
	/// `make` must touch nothing that the handing thread uses meanwhile. A group is full when the weights of its jobs
	/// come to `group`.
	Beside(std::function<void(Job&)> make, std::function<void(Job&)> finish, std::size_t group)
	    : m_make(std::move(make)), m_finish(std::move(finish)), m_group(group) {}

	void put(Job job, std::size_t weight) {
		m_waiting.push_back(std::move(job));
		m_weight += weight;
		if (m_weight >= m_group) turn();
	}

	/// Returns when all is finished.
	void end() {
		if (!m_being_made.valid()) {  // few: not worth a thread
			for (Job& job : m_waiting) {
				m_make(job);
				m_finish(job);
			}
			m_waiting.clear();
			return;
		}
		turn();
		turn();
	}

private:
	/// Has the waiting jobs made, and finishes those that were made meanwhile.
	void turn() {
		std::vector<Job> made;
		if (m_being_made.valid()) made = m_being_made.get();
		if (!m_waiting.empty()) {
			m_being_made = std::async([&make = m_make, jobs = std::move(m_waiting)]() mutable {
				for (Job& job : jobs) make(job);
				return std::move(jobs);
			});
			m_waiting.clear();
			m_weight = 0;
		}
		for (Job& job : made) m_finish(job);
	}

	std::function<void(Job&)> m_make;
	std::function<void(Job&)> m_finish;
	std::size_t m_group;
	std::vector<Job> m_waiting;
	std::size_t m_weight = 0;
	std::future<std::vector<Job>> m_being_made;  ///< last: it must be done before the steps go
};

}  // namespace bienban::base
