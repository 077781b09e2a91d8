#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <system_error>

#include "conversion/format.hpp"
#include "conversion/wire.hpp"
#include "converters/converter.hpp"
#include "converters/lock.hpp"

// bienban-convert and bienban-unpack FORMAT locked|unlocked [FOLDER [PAGE]]: reads a document of the format on standard
// input and writes what it holds in the form of conversion/wire.hpp on standard output. With PAGE
// (conversion/drawing.hpp) it draws that page instead. Started by bienban; see conversion/locked.hpp.

namespace {

using namespace bienban;

#if defined(BIENBAN_UNPACK)
constexpr auto* k_converter_of = converters::unpacker_of;
/// What holds files has no pages.
base::Result<void> draw(const converters::Input& /*input*/, std::string_view /*format*/, std::string_view /*page*/,
                        conversion::Sender& /*sender*/) {
	return base::fail("conversion-no-pages");
}
#else
constexpr auto* k_converter_of = converters::converter_of;
base::Result<void> draw(const converters::Input& input, std::string_view format, std::string_view page,
                        conversion::Sender& sender) {
	return converters::draw_page(input, format, page, sender);
}
#endif

void write_all(std::string_view bytes) {
	while (!bytes.empty()) {
		const ssize_t wrote = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
		if (wrote < 0 && errno == EINTR) continue;
		if (wrote < 0) throw std::system_error(errno, std::generic_category());
		bytes.remove_prefix(static_cast<std::size_t>(wrote));
	}
}

/// Writes in larger pieces: a frame is two writes, a page many.
class Output {
public:
	void write(std::string_view bytes) {
		m_held += bytes;
		if (m_held.size() >= k_held) flush();
	}
	void flush() {
		write_all(m_held);
		m_held.clear();
	}

private:
	static constexpr std::size_t k_held = 1U << 15U;
	std::string m_held;
};

base::Result<void> run(const conversion::Format& format, const converters::Input& input, std::string_view page,
                       conversion::Sender& sender) {
	const auto converter = k_converter_of(format.name);
	if (converter == nullptr) return base::fail("conversion-no-converter", {std::string{format.name}});
	try {
		return page.empty() ? converter(input, sender) : draw(input, format.name, page, sender);
	} catch (const std::bad_alloc&) {
		return base::fail("conversion-too-much-memory", {std::to_string(format.costs.memory_mib)});
	}
}

void tell_state(const converters::Lock& lock, conversion::Sender& sender) {
	std::string text = "landlock " + std::to_string(lock.landlock_version) + ";";
	if (lock.files) text += "files;";
	if (lock.network) text += "network;";
	if (lock.processes) text += "processes;";
	sender.give({.name = {}, .format = "lock-state", .content = conversion::PlainText{text}, .told = {}});
}

int convert(std::string_view name, bool unlocked, const char* scratch, std::string_view page) {
	const bool state_only = name == "lock-state";
	// Two that no file has: one tells what is in force, the other is the test of it.
	conversion::Format own{.name = name, .gives = {}, .recognises = {}, .endings = {}};
	if (state_only) {
		own.needs = conversion::Needs::tools;
		own.costs.processes = 4;
	}
	const conversion::Format* format = state_only || name == "trial" ? &own : conversion::format_named(name);
	if (format == nullptr) return EXIT_FAILURE;
	if (!page.empty()) {
		own = conversion::for_drawing(*format);
		format = &own;
	}

	struct stat status {};
	const bool is_file = ::fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode);
	const std::uint64_t size = is_file ? static_cast<std::uint64_t>(status.st_size) : 0;
	converters::Input input{.bytes = {}, .descriptor = STDIN_FILENO};
	if (size > 0 && format->costs.file_mib != 0) {
		void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
		if (bytes == MAP_FAILED) return EXIT_FAILURE;
		input.bytes = {static_cast<const char*>(bytes), size};
	}
	const converters::Lock lock = converters::lock_in(*format, size, scratch);

	Output output;
	conversion::Sender sender{[&](std::string_view bytes) { output.write(bytes); }};
	base::Result<void> done;
	if (state_only) {
		tell_state(lock, sender);
	} else if (!unlocked && !(lock.files && lock.network)) {
		done = base::fail("conversion-no-lock", {lock.files ? "seccomp" : "Landlock"});
	} else {
		done = run(*format, input, page, sender);
	}
	if (!done) sender.error(done.error());
	sender.finish();
	output.flush();
	return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** words) {
	int code = EXIT_FAILURE;
	try {
		if (count >= 3) {
			code = convert(words[1], std::string_view{words[2]} == "unlocked", count > 3 ? words[3] : "",
			               count > 4 ? words[4] : "");
		}
	} catch (const std::exception&) {
		// Nobody listens any more, or there is no memory even to say so: the one who waits sees it by the status.
		code = EXIT_FAILURE;
	}
	// Nothing is left to be done that the end of the process does not do.
	::_exit(code);
}
