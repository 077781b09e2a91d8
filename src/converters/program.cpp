#include "converters/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

namespace bienban::converters {

namespace {

constexpr std::size_t k_most_err = 4096;
constexpr std::size_t k_step = 1U << 16U;

/// A pipe whose ends close by themselves.
class Pipe {
public:
	Pipe() {
		std::array<int, 2> ends{};
		if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category());
		m_read = ends[0];
		m_write = ends[1];
	}
	Pipe(const Pipe&) = delete;
	Pipe& operator=(const Pipe&) = delete;
	~Pipe() {
		close_read();
		close_write();
	}
	int read_end() const { return m_read; }
	int write_end() const { return m_write; }
	void close_read() { close(m_read); }
	void close_write() { close(m_write); }

private:
	static void close(int& end) {
		if (end >= 0) ::close(std::exchange(end, -1));
	}
	int m_read = -1;
	int m_write = -1;
};

/// Takes what there is to read; false at the end.
bool take(int from, std::string& to) {
	const std::size_t size = to.size();
	to.resize(size + k_step);
	ssize_t got = 0;
	do {
		got = ::read(from, to.data() + size, k_step);
	} while (got < 0 && errno == EINTR);
	to.resize(size + (got > 0 ? static_cast<std::size_t>(got) : 0));
	return got > 0;
}

}  // namespace

base::Result<Said> run_program(const std::string& file, const std::vector<std::string>& arguments,
                               std::string_view input, std::size_t most) {
	// A program that does not read its input to the end is no reason to end.
	::signal(SIGPIPE, SIG_IGN);
	Pipe in;
	Pipe out;
	Pipe err;
	posix_spawn_file_actions_t actions;
	::posix_spawn_file_actions_init(&actions);
	::posix_spawn_file_actions_adddup2(&actions, in.read_end(), STDIN_FILENO);
	::posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
	::posix_spawn_file_actions_adddup2(&actions, err.write_end(), STDERR_FILENO);
	std::vector<std::string> words{file};
	words.insert(words.end(), arguments.begin(), arguments.end());
	std::vector<char*> argv;
	for (std::string& word : words) argv.push_back(word.data());
	argv.push_back(nullptr);
	// Nothing of the environment is of use; programs that count on threads are told to take one.
	std::array<char, 20> threads{"OMP_THREAD_LIMIT=1"};
	std::array<char, 15> locale{"LC_ALL=C.UTF-8"};
	std::array<char*, 3> environment{threads.data(), locale.data(), nullptr};
	pid_t child = 0;
	const int failed = ::posix_spawn(&child, file.c_str(), &actions, nullptr, argv.data(), environment.data());
	::posix_spawn_file_actions_destroy(&actions);
	if (failed != 0) return base::fail("conversion-missing-tool", {file, file.substr(file.find_last_of('/') + 1)});
	in.close_read();
	out.close_write();
	err.close_write();
	::fcntl(in.write_end(), F_SETFL, O_NONBLOCK);

	Said said;
	bool reading = true;
	bool hearing = true;
	if (input.empty()) in.close_write();
	while (reading || hearing) {
		std::array<pollfd, 3> wait{pollfd{reading ? out.read_end() : -1, POLLIN, 0},
		                           pollfd{hearing ? err.read_end() : -1, POLLIN, 0},
		                           pollfd{in.write_end(), POLLOUT, 0}};
		if (::poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR) break;
		if (wait[0].revents != 0) reading = take(out.read_end(), said.out);
		if (wait[1].revents != 0) {
			hearing = take(err.read_end(), said.err);
			said.err.resize(std::min(said.err.size(), k_most_err));
		}
		if (wait[2].revents != 0 && in.write_end() >= 0) {
			const ssize_t wrote = ::write(in.write_end(), input.data(), std::min(input.size(), k_step));
			if (wrote > 0) input.remove_prefix(static_cast<std::size_t>(wrote));
			if (input.empty() || (wrote < 0 && errno != EAGAIN && errno != EINTR)) in.close_write();
		}
		if (said.out.size() > most) break;
	}
	// Nobody reads what it still has to say: it ends by that.
	out.close_read();
	err.close_read();
	in.close_write();
	int status = 0;
	while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
	}
	if (said.out.size() > most) return base::fail("conversion-too-much", {std::to_string(most >> 20U)});
	said.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return said;
}

}  // namespace bienban::converters
