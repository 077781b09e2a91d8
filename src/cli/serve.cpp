#include <algorithm>
#include <csignal>
#include <mutex>
#include <thread>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/lexicon_option.hpp"
#include "cli/open_register.hpp"
#include "server/server.hpp"

namespace bienban::cli {

namespace {

/// The signals by which the server is ended, held back from all threads that are started while it lives.
class Ending {
public:
	Ending() {
		sigemptyset(&m_signals);
		for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&m_signals, signal);
		pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
		// A client that has gone is told by the write that fails.
		std::signal(SIGPIPE, SIG_IGN);
	}
	void wait() const {
		int signal = 0;
		sigwait(&m_signals, &signal);
	}

private:
	sigset_t m_signals{};
};

}  // namespace

ExitCode serve_command(const Arguments& arguments, Console& console) {
	const auto address = server::address_of(arguments.value("--listen").value_or("127.0.0.1:8080"));
	if (!address) {
		console.error(address.error());
		return ExitCode::wrong_command_line;
	}
	server::Settings settings;
	settings.register_path = register_path(arguments);
	settings.address = address->host;
	settings.port = address->port;
	settings.proxy = arguments.value("--proxy");
	// A worker waits for the disk now and then; a review must not hold up all the others.
	settings.workers = std::max(4U, 2 * std::thread::hardware_concurrency());
	settings.versions = {.program = BIENBAN_VERSION, .lexicon = lexicon_version(arguments)};
	settings.lexicon = [&arguments] { return asked_lexicon(arguments); };
	std::mutex mutex;
	settings.log = [&](const std::string& line) {
		const std::scoped_lock lock{mutex};
		console.note("bienban: " + report::harmless(line) + "\n");
	};
	const Ending ending;
	auto server = server::Server::start(std::move(settings));
	if (!server) {
		console.error(server.error());
		const std::string& message = server.error().message;
		const bool line = message == "serve-open" || message == "serve-proxy" || message == "serve-address";
		return line ? ExitCode::wrong_command_line : ExitCode::could_not;
	}
	const base::Messages& m = console.messages();
	console.out(m.text("serve-listening", {(*server)->origin()}) + "\n");
	if (arguments.has("--proxy")) console.out(m.text("serve-behind", {(*server)->local()}) + "\n");
	if (const std::string link = (*server)->setup_link(); !link.empty()) {
		console.out(m.text("serve-setup", {link}) + "\n");
	}
	console.flush();
	ending.wait();
	console.note(m.text("serve-ending") + "\n");
	(*server)->stop();
	return ExitCode::done;
}

}  // namespace bienban::cli
