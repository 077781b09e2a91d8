#include "base/beside.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <thread>

using bienban::base::Beside;

namespace {

struct Job {
	std::unique_ptr<int> number;  // jobs are moved, not copied
	int square = 0;
};

std::vector<int> squares(int count, std::size_t group) {
	std::vector<int> finished;
	const auto here = std::this_thread::get_id();
	Beside<Job> beside{[](Job& job) { job.square = *job.number * *job.number; },
	                   [&](Job& job) {
		                   CHECK(std::this_thread::get_id() == here);
		                   finished.push_back(job.square);
	                   },
	                   group};
	for (int i = 1; i <= count; ++i) beside.put({.number = std::make_unique<int>(i)}, 1);
	beside.end();
	return finished;
}

}  // namespace

TEST_CASE("jobs are finished in the order in which they were handed over, on the thread that did it") {
	for (const std::size_t group : {1U, 2U, 3U, 7U, 100U}) {
		CAPTURE(group);
		CHECK(squares(7, group) == std::vector<int>{1, 4, 9, 16, 25, 36, 49});
	}
	CHECK(squares(0, 3).empty());
}

TEST_CASE("what the making of a job throws comes to whoever handed it over") {
	for (const std::size_t group : {1U, 10U}) {
		Beside<Job> beside{[](Job& job) {
			                   if (*job.number == 2) throw std::runtime_error("two");
		                   },
		                   [](Job&) {}, group};
		const auto all = [&] {
			for (int i = 1; i <= 4; ++i) beside.put({.number = std::make_unique<int>(i)}, 1);
			beside.end();
		};
		CHECK_THROWS_AS(all(), std::runtime_error);
	}
}
