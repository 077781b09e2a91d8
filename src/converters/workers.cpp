#include "converters/workers.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <deque>
#include <new>
#include <system_error>
#include <thread>

#include "conversion/wire.hpp"

namespace bienban::converters {

namespace {

using base::Result;
using model::PrintedPage;

struct Worker {
	std::size_t page = 0;
	pid_t process = 0;
	int from = -1;
};

void send_all(int to, std::string_view bytes) {
	while (!bytes.empty()) {
		const ssize_t wrote = ::write(to, bytes.data(), bytes.size());
		if (wrote < 0 && errno == EINTR) continue;
		if (wrote <= 0) ::_exit(1);
		bytes.remove_prefix(static_cast<std::size_t>(wrote));
	}
}

/// The life of a worker; never returns. The parsers' own clean-up is left out: the process ends.
[[noreturn]] void work(int to, std::size_t page, const std::function<Result<PrintedPage>(std::size_t)>& make) {
	::prctl(PR_SET_PDEATHSIG, SIGKILL);
	Result<PrintedPage> made = base::fail("conversion-died", {"?"});
	try {
		made = make(page);
	} catch (const std::bad_alloc&) {
		made = base::fail("conversion-died", {"memory"});
	} catch (const std::exception&) {
	}
	conversion::Sender sender([&](std::string_view bytes) { send_all(to, bytes); });
	if (made) {
		sender.begin_pages("page", true, {});
		sender.page(*made);
		sender.end();
	} else {
		sender.error(made.error());
	}
	sender.finish();
	::_exit(0);
}

Worker start(std::size_t page, const std::function<Result<PrintedPage>(std::size_t)>& make) {
	std::array<int, 2> ends{};
	if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category());
	const pid_t process = ::fork();
	if (process < 0) {
		::close(ends[0]);
		::close(ends[1]);
		throw std::system_error(errno, std::generic_category());
	}
	if (process == 0) {
		::close(ends[0]);
		work(ends[1], page, make);
	}
	::close(ends[1]);
	return {page, process, ends[0]};
}

Result<PrintedPage> finish(const Worker& worker) {
	const auto read = [&](char* to, std::size_t most) -> Result<std::size_t> {
		ssize_t got = 0;
		do {
			got = ::read(worker.from, to, most);
		} while (got < 0 && errno == EINTR);
		return got < 0 ? 0 : static_cast<std::size_t>(got);
	};
	conversion::Receiver receiver(read, {});
	Result<PrintedPage> page = base::fail("conversion-died", {"OCR"});
	if (auto given = receiver.next(); given && *given) {
		if (auto* printed = std::get_if<conversion::Printed>(&(*given)->content); printed && !printed->pages.empty())
			page = std::move(printed->pages.front());
		else if (auto* error = std::get_if<base::Error>(&(*given)->content))
			page = tl::unexpected(std::move(*error));
	} else if (!given && given.error().message != "conversion-cut-short") {
		page = tl::unexpected(given.error());
	}
	::close(worker.from);
	int status = 0;
	while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
	}
	return page;
}

}  // namespace

void make_pages(const std::vector<std::size_t>& pages, const std::function<Result<PrintedPage>(std::size_t)>& make,
                const std::function<void(std::size_t, Result<PrintedPage>)>& take) {
	constexpr unsigned k_most_workers = 8;
	const std::size_t most = std::clamp(std::thread::hardware_concurrency(), 1U, k_most_workers);
	std::deque<Worker> workers;
	std::size_t next = 0;
	while (next < pages.size() || !workers.empty()) {
		while (next < pages.size() && workers.size() < most) workers.push_back(start(pages[next++], make));
		take(workers.front().page, finish(workers.front()));
		workers.pop_front();
	}
}

}  // namespace bienban::converters
