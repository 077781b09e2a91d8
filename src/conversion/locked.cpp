#include "conversion/locked.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

namespace bienban::conversion {

namespace fs = std::filesystem;

namespace {

base::Error unreadable(const std::string& file) {
	return {.message = "input-unreadable", .values = {std::generic_category().message(errno)}, .file = file, .line = 0};
}

/// Of builds with sanitizers: the search for leaks needs what the lock forbids, and LibreOffice is not built with them.
constexpr std::string_view k_sanitizers =
    "ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:alloc_dealloc_mismatch=0:detect_odr_violation=0:"
    "detect_container_overflow=0";

/// What the child finds as its environment: nothing of ours.
std::vector<std::string> environment(const fs::path& scratch) {
	const std::string home = scratch.empty() ? "/nonexistent" : scratch.string();
	return {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=" + home, "TMPDIR=" + home,
	        // One document takes one core: the others have documents of their own.
	        "OMP_THREAD_LIMIT=1", std::string{k_sanitizers}};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
	std::vector<char*> list;
	list.reserve(words.size() + 1);
	for (std::string& word : words) list.push_back(word.data());
	list.push_back(nullptr);
	return list;
}

class Pipe {
public:
	Pipe() {
		std::array<int, 2> ends{};
		if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
		m_read = ends[0];
		m_write = ends[1];
	}
	Pipe(const Pipe&) = delete;
	Pipe& operator=(const Pipe&) = delete;
	~Pipe() {
		close_write();
		::close(m_read);
	}
	void close_write() {
		if (m_write >= 0) ::close(std::exchange(m_write, -1));
	}
	int read_end() const { return m_read; }
	int write_end() const { return m_write; }

private:
	int m_read = -1;
	int m_write = -1;
};

/// A folder for a converter's programs to write to, gone with all that is in it at the end.
class Scratch {
public:
	explicit Scratch(bool wanted) {
		if (!wanted) return;
		std::string name = (fs::temp_directory_path() / "bienban-XXXXXX").string();
		if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), "mkdtemp");
		m_path = name;
		// Where the converter gives up the rights of the superuser it is another user's.
		if (::geteuid() == 0) std::ignore = ::chown(name.c_str(), 65534, 65534);
	}
	Scratch(const Scratch&) = delete;
	Scratch& operator=(const Scratch&) = delete;
	~Scratch() {
		std::error_code ignored;
		if (!m_path.empty()) fs::remove_all(m_path, ignored);
	}
	const fs::path& path() const { return m_path; }

private:
	fs::path m_path;
};

/// Starts the program in a process group of its own. The number of the process, or the error.
base::Result<pid_t> spawn(const fs::path& program, std::vector<std::string> words, const fs::path& scratch, int input,
                          int output) {
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setpgroup(&attributes, 0);
	sigset_t signals;
	sigfillset(&signals);
	posix_spawnattr_setsigdefault(&attributes, &signals);
	sigemptyset(&signals);
	posix_spawnattr_setsigmask(&attributes, &signals);

	std::vector<std::string> settings = environment(scratch);
	pid_t process = -1;
	const int failure = ::posix_spawn(&process, program.c_str(), &actions, &attributes, pointers(words).data(),
	                                  pointers(settings).data());
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	if (failure != 0) return base::fail("conversion-no-program", {std::generic_category().message(failure)});
	return process;
}

}  // namespace

base::Result<InputFile> InputFile::open(const fs::path& path) {
	// A pipe without a writer would be waited for.
	const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
	if (descriptor >= 0) return InputFile{descriptor};
	if (errno == ENOENT || errno == ENOTDIR) return base::fail("input-missing", {}, path.string());
	return tl::unexpected(unreadable(path.string()));
}

InputFile InputFile::of(std::string_view bytes) {
	InputFile file{::memfd_create("bienban", MFD_CLOEXEC)};
	if (file.m_descriptor < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
	for (std::size_t done = 0; done < bytes.size();) {
		const ssize_t wrote = ::write(file.m_descriptor, bytes.data() + done, bytes.size() - done);
		if (wrote < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "memfd");
		if (wrote > 0) done += static_cast<std::size_t>(wrote);
	}
	::lseek(file.m_descriptor, 0, SEEK_SET);
	return file;
}

InputFile::~InputFile() {
	if (m_descriptor >= 0) ::close(m_descriptor);
}

std::uint64_t InputFile::size() const {
	struct stat status {};
	if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
	return static_cast<std::uint64_t>(status.st_size);
}

base::Result<std::string> InputFile::head() const {
	std::string head(k_head_bytes, '\0');
	std::size_t have = 0;
	while (have < head.size()) {
		const ssize_t got = ::pread(m_descriptor, head.data() + have, head.size() - have, static_cast<off_t>(have));
		if (got < 0 && errno == EINTR) continue;
		// A pipe or a device cannot be looked into beforehand.
		if (got < 0 && errno == ESPIPE) break;
		if (got < 0) return tl::unexpected(unreadable({}));
		if (got == 0) break;
		have += static_cast<std::size_t>(got);
	}
	head.resize(have);
	return head;
}

base::Result<std::string> InputFile::bytes(std::size_t limit) const {
	const auto too_large = [&] { return base::fail("input-too-large", {std::to_string(limit >> 20U)}); };
	const std::uint64_t told = size();
	if (told > limit) return too_large();
	// A pipe or a device tells no size; a file may grow while it is read.
	std::string bytes;
	bytes.resize(std::max<std::size_t>(told + 1, 4096));
	std::size_t have = 0;
	for (;;) {
		if (have == bytes.size()) bytes.resize(std::min(limit + 1, bytes.size() * 2));
		const ssize_t got = ::read(m_descriptor, bytes.data() + have, bytes.size() - have);
		if (got < 0 && errno == EINTR) continue;
		if (got < 0) return tl::unexpected(unreadable({}));
		if (got == 0) break;
		have += static_cast<std::size_t>(got);
		if (have > limit) return too_large();
	}
	bytes.resize(have);
	return bytes;
}

struct Conversion::Child {
	Child(const Format& format, InputFile file)
	    : costs(format.costs),
	      input(std::move(file)),
	      scratch(format.costs.scratch),
	      receiver([this](char* to, std::size_t most) { return read(to, most); },
	               {.all_bytes = most_answer(format, input.size()),
	                .part_bytes = format.costs.part_mib << 20U,
	                .parts = format.costs.parts}) {}
	Child(const Child&) = delete;
	Child& operator=(const Child&) = delete;
	~Child() { end(); }

	base::Result<std::size_t> read(char* to, std::size_t most) {
		for (;;) {
			if (m_begin < m_end) {
				const std::size_t size = std::min(most, m_end - m_begin);
				std::memcpy(to, m_buffer.data() + m_begin, size);
				m_begin += size;
				return size;
			}
			pollfd wait{.fd = pipe.read_end(), .events = POLLIN, .revents = 0};
			const int ready = ::poll(&wait, 1, static_cast<int>(costs.wait_seconds) * 1000);
			if (ready < 0 && errno == EINTR) continue;
			if (ready == 0) return base::fail("conversion-too-slow", {std::to_string(costs.wait_seconds)});
			const ssize_t got = ::read(pipe.read_end(), m_buffer.data(), m_buffer.size());
			if (got < 0 && errno == EINTR) continue;
			if (got <= 0) return std::size_t{0};
			m_begin = 0;
			m_end = static_cast<std::size_t>(got);
		}
	}

	/// Ends the process and its kin; what it ended with, where it had ended by itself.
	int end() {
		if (process < 0) return 0;
		// Its own end closes the pipe a moment before it can be waited for.
		siginfo_t info{};
		for (int tries = 0; tries < 50; ++tries) {
			if (!m_closed || ::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
			    info.si_pid != 0) {
				break;
			}
			::usleep(2000);
		}
		::kill(-process, SIGKILL);
		int status = 0;
		while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
		}
		process = -1;
		return status;
	}

	/// Why the stream ended too soon.
	base::Error reason() {
		m_closed = true;
		const int status = end();
		base::Error error{.message = "conversion-died", .values = {}, .file = {}, .line = 0};
		if (WIFSIGNALED(status)) {
			const int signal = WTERMSIG(status);
			if (signal == SIGXCPU) {
				error = {"conversion-too-slow", {std::to_string(costs.cpu_seconds)}, {}, 0};
			} else {
				const char* name = ::sigabbrev_np(signal);
				error.values = {name == nullptr ? std::to_string(signal) : std::string{"SIG"} + name};
			}
		} else {
			error.values = {std::to_string(WEXITSTATUS(status))};
		}
		return error;
	}

	Costs costs;
	InputFile input;
	Scratch scratch;
	Pipe pipe;
	pid_t process = -1;
	Receiver receiver;

private:
	std::array<char, 1U << 16U> m_buffer{};
	std::size_t m_begin = 0;
	std::size_t m_end = 0;
	bool m_closed = false;
};

Conversion::Conversion(std::unique_ptr<Child> child) : m_child(std::move(child)) {}
Conversion::Conversion(Conversion&&) noexcept = default;
Conversion& Conversion::operator=(Conversion&&) noexcept = default;
Conversion::~Conversion() = default;

base::Result<Conversion> Conversion::start(const Format& format, InputFile input, Unlocked unlocked,
                                           const std::vector<std::string>& more) {
	const fs::path program = convert_program(format);
	if (program.empty()) return base::fail("conversion-no-program", {std::string{format.program}});
	if (const auto missing = missing_tools(format); !missing.empty()) {
		return base::fail("conversion-missing-tool", {std::string{format.name}, std::string{missing.front().package}});
	}
	const std::uint64_t most = std::uint64_t{format.costs.file_mib} << 20U;
	if (most != 0 && input.size() > most) {
		return base::fail("input-too-large", {std::to_string(format.costs.file_mib)});
	}
	auto child = std::make_unique<Child>(format, std::move(input));
	std::vector<std::string> words{program.string(), std::string{format.name},
	                               unlocked == Unlocked::yes ? "unlocked" : "locked", child->scratch.path().string()};
	words.insert(words.end(), more.begin(), more.end());
	auto process =
	    spawn(program, std::move(words), child->scratch.path(), child->input.descriptor(), child->pipe.write_end());
	if (!process) return tl::unexpected(process.error());
	child->process = *process;
	child->pipe.close_write();
	return Conversion{std::move(child)};
}

base::Result<std::optional<Given>> Conversion::next() {
	auto given = m_child->receiver.next();
	if (!given && given.error().message == "conversion-cut-short") return tl::unexpected(m_child->reason());
	return given;
}

base::Result<Part> convert(const Format& format, InputFile input, Unlocked unlocked) {
	auto conversion = Conversion::start(format, std::move(input), unlocked);
	if (!conversion) return tl::unexpected(conversion.error());
	auto given = conversion->next();
	if (!given) return tl::unexpected(given.error());
	if (!*given) return base::fail("conversion-nothing-inside");
	return part_of(std::move(**given));
}

LockState lock_state() {
	LockState state;
	static const Format k_state{.name = "lock-state",
	                            .gives = Gives::document,
	                            .recognises = nullptr,
	                            .endings = {},
	                            .needs = Needs::tools,
	                            .tools = {},
	                            .costs = {}};
	const auto told = convert(k_state, InputFile::of("x"), Unlocked::yes);
	if (!told) return state;
	const auto* text = std::get_if<PlainText>(&told->content);
	if (text == nullptr) return state;
	state.program = true;
	const auto says = [&](std::string_view word) { return text->bytes.find(word) != std::string::npos; };
	state.files = says("files;");
	state.network = says("network;");
	state.processes = says("processes;");
	for (char version = '1'; version <= '9'; ++version) {
		if (says(std::string{"landlock "} + version)) state.landlock_version = version - '0';
	}
	return state;
}

std::vector<FormatState> format_states(const LockState& lock) {
	std::vector<FormatState> all = {{.name = "text", .endings = ".txt", .packages = {}},
	                                {.name = "html", .endings = ".html .htm .xhtml", .packages = {}}};
	for (const Format& format : formats()) {
		FormatState state{.name = format.name, .endings = {}, .packages = {}};
		for (const std::string_view ending : format.endings) {
			state.endings += (state.endings.empty() ? "" : " ") + std::string{ending};
		}
		for (const Tool& tool : missing_tools(format)) {
			const std::string package{tool.package};
			if (state.packages.empty() || state.packages.back() != package) state.packages.push_back(package);
		}
		state.works = state.packages.empty() && lock.enough();
		all.push_back(std::move(state));
	}
	return all;
}

fs::path convert_program(const Format& format) {
	std::error_code error;
	const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
	if (error) return {};
	for (const char* folder : {".", "../libexec/bienban"}) {
		fs::path path = here / folder / format.program;
		if (::access(path.c_str(), X_OK) == 0) return path;
	}
	return {};
}

}  // namespace bienban::conversion
