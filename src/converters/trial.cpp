#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include "converters/converter.hpp"

namespace bienban::converters {

namespace {

bool may_read(const std::string& path) { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC) >= 0; }

bool may_write(const std::string& path) {
	if (::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600) < 0) return false;
	::unlink(path.c_str());
	return true;
}

bool may_fork() {
	const pid_t child = ::fork();
	if (child == 0) ::_exit(0);
	return child > 0;
}

bool may_run(const std::string& path) {
	std::string name = path;
	std::vector<char*> words = {name.data(), nullptr};
	::execv(path.c_str(), words.data());
	return false;
}

}  // namespace

base::Result<void> convert_trial(const Input& input, conversion::Sender& sender) {
	const std::string what{input.bytes};
	const auto path = [&] { return what.substr(what.find(' ') + 1); };
	bool may = false;
	if (what.starts_with("read ")) may = may_read(path());
	if (what.starts_with("write ")) may = may_write(path());
	if (what.starts_with("run ")) may = may_run(path());
	if (what == "connect") may = ::socket(AF_INET, SOCK_STREAM, 0) >= 0 || ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
	if (what == "kill") may = ::kill(::getppid(), 0) == 0;
	if (what == "fork") may = may_fork();
	if (what == "die") std::abort();
	if (what == "hang") ::pause();
	if (what == "nonsense") {
		const std::string_view words = "these are only words, no answer at all";
		std::ignore = ::write(STDOUT_FILENO, words.data(), words.size());
		::_exit(0);
	}
	if (what == "talk") {
		sender.begin_file("x", {});
		for (;;) sender.data(std::string(1U << 20U, 'x'));
	}
	if (what == "swell") {
		std::vector<std::string> all;
		for (;;) all.emplace_back(1U << 24U, 'x');
	}
	sender.give(
	    {.name = {}, .format = "trial", .content = conversion::PlainText{may ? "allowed" : "refused"}, .told = {}});
	return {};
}

}  // namespace bienban::converters
