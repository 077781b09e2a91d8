#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace bienban::cli {

namespace {

std::size_t columns() {
	if (const char* set = std::getenv("COLUMNS")) {
		std::size_t number = 0;
		const char* end = set + std::strlen(set);
		const auto [stop, error] = std::from_chars(set, end, number);
		if (error == std::errc{} && stop == end && number > 0) return std::min<std::size_t>(number, 1000);
	}
	winsize size{};
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
	return 80;
}

double seconds_now() {
	return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

Console::Console(base::Lang lang)
    : m_output_is_terminal(isatty(STDOUT_FILENO) == 1), m_errors_are_terminal(isatty(STDERR_FILENO) == 1) {
	// https://no-color.org: set and not empty means no colour.
	const char* no_colour = std::getenv("NO_COLOR");
	const bool colour = m_output_is_terminal && (no_colour == nullptr || *no_colour == '\0');
	m_layout = {.columns = columns(), .colour = colour ? report::Colour::yes : report::Colour::no, .lang = lang};
}

void Console::out(std::string_view text) {
	end_progress();
	if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw OutputError{std::strerror(errno)};
}

void Console::flush() {
	if (std::fflush(stdout) != 0) throw OutputError{std::strerror(errno)};
}

void Console::error(const base::Error& error) {
	end_progress();
	// What stands on standard output so far comes first where both go to one terminal or file.
	std::fflush(stdout);
	const std::string line = "bienban: " + report::harmless(messages().text(error)) + "\n";
	std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::note(const std::string& line) {
	end_progress();
	std::fflush(stdout);
	std::fwrite(line.data(), 1, line.size(), stderr);
}

void Console::progress(std::size_t done, std::size_t total) {
	if (!m_errors_are_terminal || total < 2) return;
	const double now = seconds_now();
	if (now - m_bar_drawn_at < 0.1) return;
	constexpr std::size_t k_bar = 30;
	const std::size_t full = std::min(k_bar, done * k_bar / total);
	std::string line = "\r[";
	line.append(full, '#').append(k_bar - full, ' ').append("] ");
	line.append(messages().text("progress", {std::to_string(done), std::to_string(total)})).append("\x1B[K");
	std::fwrite(line.data(), 1, line.size(), stderr);
	m_bar_shown = true;
	m_bar_drawn_at = now;
}

void Console::end_progress() {
	if (!m_bar_shown) return;
	std::fputs("\r\x1B[K", stderr);
	m_bar_shown = false;
}

}  // namespace bienban::cli
