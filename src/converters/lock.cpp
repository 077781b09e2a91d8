#include "converters/lock.hpp"

#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <initializer_list>

namespace bienban::converters {

namespace fs = std::filesystem;
using conversion::Format;
using conversion::Needs;

namespace {

/// Another user's name, of no files and no processes: that of "nobody" on Debian.
constexpr unsigned k_nobody = 65534;

/// Bytes of a file that a second of time is given for, beside the fixed ones.
constexpr std::uint64_t k_bytes_a_second = 2U << 20;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool k_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool k_sanitized = true;
#else
constexpr bool k_sanitized = false;
#endif
#else
constexpr bool k_sanitized = false;
#endif

void limit(__rlimit_resource which, std::uint64_t soft, std::uint64_t hard) {
	const rlimit value{.rlim_cur = soft, .rlim_max = hard};
	::setrlimit(which, &value);
}

void limit_resources(const Format& format, std::uint64_t input_bytes) {
	const std::uint64_t seconds = format.costs.cpu_seconds + input_bytes / k_bytes_a_second;
	limit(RLIMIT_CPU, seconds, seconds + 1);
	// The shadow memory of the address sanitizer alone is larger than any limit.
	if (!k_sanitized) {
		const std::uint64_t memory = std::uint64_t{format.costs.memory_mib} << 20U;
		limit(RLIMIT_AS, memory, memory);
	}
	limit(RLIMIT_CORE, 0, 0);
	const std::uint64_t written = format.costs.scratch ? format.costs.part_mib << 20U : 0;
	limit(RLIMIT_FSIZE, written, written);
	const std::uint64_t open_files = format.needs == Needs::tools ? 256 : 32;
	limit(RLIMIT_NOFILE, open_files, open_files);
	limit(RLIMIT_MEMLOCK, 0, 0);
	limit(RLIMIT_MSGQUEUE, 0, 0);
	limit(RLIMIT_STACK, 8U << 20, 8U << 20);
}

/// The superuser's rights go first. False where this is the superuser and cannot be another.
bool give_up_rights() {
	if (::geteuid() != 0) return true;
	return ::setgroups(0, nullptr) == 0 && ::setresgid(k_nobody, k_nobody, k_nobody) == 0 &&
	       ::setresuid(k_nobody, k_nobody, k_nobody) == 0;
}

/// The number of processes can be limited only in a namespace of users of our own: elsewhere the kernel counts all
/// processes of the user, of whom there may be hundreds on a desk.
bool limit_processes(const Format& format) {
	if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0) return false;
	limit(RLIMIT_NPROC, format.costs.processes, format.costs.processes);
	return true;
}

int landlock_version() {
	return static_cast<int>(
	    std::max(0L, ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION)));
}

class Ruleset {
public:
	explicit Ruleset(int version) {
		// What later kernels added to the first version's rights, by their numbers: our headers may be older.
		m_handled = (1ULL << 13U) - 1;
		if (version >= 2) m_handled |= 1ULL << 13U;  // linking and renaming across folders
		if (version >= 3) m_handled |= 1ULL << 14U;  // truncating
		if (version >= 5) m_handled |= 1ULL << 15U;  // control of devices
		struct {
			std::uint64_t files;
			std::uint64_t network;
			std::uint64_t scoped;
		} attributes{.files = m_handled, .network = version >= 4 ? 3ULL : 0, .scoped = version >= 6 ? 3ULL : 0};
		const std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
		m_descriptor = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
	}
	Ruleset(const Ruleset&) = delete;
	Ruleset& operator=(const Ruleset&) = delete;
	~Ruleset() {
		if (m_descriptor >= 0) ::close(m_descriptor);
	}

	void allow(const char* path, std::uint64_t rights) const {
		const int place = ::open(path, O_PATH | O_CLOEXEC);
		if (place < 0) return;
		landlock_path_beneath_attr rule{};
		rule.allowed_access = rights & m_handled;
		rule.parent_fd = place;
		::syscall(SYS_landlock_add_rule, m_descriptor, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
		::close(place);
	}

	std::uint64_t all() const { return m_handled; }

	bool enforce() const { return m_descriptor >= 0 && ::syscall(SYS_landlock_restrict_self, m_descriptor, 0) == 0; }

private:
	std::uint64_t m_handled = 0;
	int m_descriptor = -1;
};

bool lock_files(const Format& format, int version, const fs::path& scratch) {
	if (version == 0) return false;
	constexpr std::uint64_t k_read = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
	constexpr std::uint64_t k_run = k_read | LANDLOCK_ACCESS_FS_EXECUTE;
	constexpr std::uint64_t k_device = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
	const Ruleset rules{version};
	// iconv loads its encodings from there.
	for (const char* path : {"/usr/lib", "/lib"}) rules.allow(path, format.needs == Needs::tools ? k_run : k_read);
	rules.allow("/etc/ld.so.cache", LANDLOCK_ACCESS_FS_READ_FILE);
	if (format.needs == Needs::tools) {
		for (const char* path : {"/usr", "/bin", "/lib64"}) rules.allow(path, k_run);
		for (const char* path : {"/etc/fonts", "/etc/alternatives", "/etc/libreoffice", "/var/spool/libreoffice",
		                         "/var/cache/fontconfig"}) {
			rules.allow(path, k_read);
		}
		for (const char* path : {"/dev/null", "/dev/zero", "/dev/urandom"}) rules.allow(path, k_device);
	}
	if (!scratch.empty()) rules.allow(scratch.c_str(), rules.all() & ~std::uint64_t{LANDLOCK_ACCESS_FS_EXECUTE});
	return rules.enforce();
}

class Filter {
public:
	Filter() : m_context(::seccomp_init(SCMP_ACT_ALLOW)) {}
	Filter(const Filter&) = delete;
	Filter& operator=(const Filter&) = delete;
	~Filter() { ::seccomp_release(m_context); }

	void refuse(std::initializer_list<int> calls, std::uint32_t action = SCMP_ACT_ERRNO(EPERM)) {
		for (const int call : calls) {
			// A call that this kind of machine does not have is none to refuse.
			if (const int failed = ::seccomp_rule_add(m_context, action, call, 0); failed != 0 && failed != -EDOM) {
				m_good = false;
			}
		}
	}
	/// Where an argument of the call is so.
	void refuse_if(int call, unsigned argument, scmp_compare compare, scmp_datum_t value, scmp_datum_t other = 0) {
		const scmp_arg_cmp what{.arg = argument, .op = compare, .datum_a = value, .datum_b = other};
		if (::seccomp_rule_add_array(m_context, SCMP_ACT_ERRNO(EPERM), call, 1, &what) != 0) m_good = false;
	}
	bool load() { return m_context != nullptr && m_good && ::seccomp_load(m_context) == 0; }

private:
	scmp_filter_ctx m_context;
	bool m_good = true;
};

bool lock_calls(const Format& format) {
	Filter filter;
	// Reaching others: by network, shared memory, signals, tracing.
	filter.refuse({SCMP_SYS(connect),
	               SCMP_SYS(shmget),
	               SCMP_SYS(shmat),
	               SCMP_SYS(shmctl),
	               SCMP_SYS(msgget),
	               SCMP_SYS(semget),
	               SCMP_SYS(mq_open),
	               SCMP_SYS(kill),
	               SCMP_SYS(tkill),
	               SCMP_SYS(rt_sigqueueinfo),
	               SCMP_SYS(rt_tgsigqueueinfo),
	               SCMP_SYS(pidfd_open),
	               SCMP_SYS(pidfd_send_signal),
	               SCMP_SYS(pidfd_getfd),
	               SCMP_SYS(ptrace),
	               SCMP_SYS(process_vm_readv),
	               SCMP_SYS(process_vm_writev),
	               SCMP_SYS(process_madvise),
	               SCMP_SYS(kcmp),
	               SCMP_SYS(setsid),
	               SCMP_SYS(setpgid),
	               SCMP_SYS(setpriority),
	               SCMP_SYS(migrate_pages),
	               SCMP_SYS(move_pages)});
	filter.refuse({SCMP_SYS(socket), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4)});
	// What the lock on files does not cover: rights, owners, times, attributes.
	filter.refuse({SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchown),
	               SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(utime), SCMP_SYS(utimes), SCMP_SYS(utimensat),
	               SCMP_SYS(futimesat), SCMP_SYS(setxattr), SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr),
	               SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr), SCMP_SYS(truncate)});
	// The machine, and doors into the kernel that no converter needs.
	filter.refuse({SCMP_SYS(mount),
	               SCMP_SYS(umount2),
	               SCMP_SYS(pivot_root),
	               SCMP_SYS(chroot),
	               SCMP_SYS(unshare),
	               SCMP_SYS(setns),
	               SCMP_SYS(open_by_handle_at),
	               SCMP_SYS(name_to_handle_at),
	               SCMP_SYS(fanotify_init),
	               SCMP_SYS(open_tree),
	               SCMP_SYS(move_mount),
	               SCMP_SYS(fsopen),
	               SCMP_SYS(fsconfig),
	               SCMP_SYS(fsmount),
	               SCMP_SYS(fspick),
	               SCMP_SYS(mount_setattr),
	               SCMP_SYS(keyctl),
	               SCMP_SYS(add_key),
	               SCMP_SYS(request_key),
	               SCMP_SYS(bpf),
	               SCMP_SYS(perf_event_open),
	               SCMP_SYS(userfaultfd),
	               SCMP_SYS(io_uring_setup),
	               SCMP_SYS(io_uring_enter),
	               SCMP_SYS(io_uring_register),
	               SCMP_SYS(init_module),
	               SCMP_SYS(finit_module),
	               SCMP_SYS(delete_module),
	               SCMP_SYS(kexec_load),
	               SCMP_SYS(kexec_file_load),
	               SCMP_SYS(reboot),
	               SCMP_SYS(swapon),
	               SCMP_SYS(swapoff),
	               SCMP_SYS(acct),
	               SCMP_SYS(quotactl),
	               SCMP_SYS(settimeofday),
	               SCMP_SYS(clock_settime),
	               SCMP_SYS(adjtimex),
	               SCMP_SYS(clock_adjtime),
	               SCMP_SYS(sethostname),
	               SCMP_SYS(setdomainname),
	               SCMP_SYS(iopl),
	               SCMP_SYS(ioperm),
	               SCMP_SYS(vhangup),
	               SCMP_SYS(syslog),
	               SCMP_SYS(personality)});
	// Others' limits; letters put into a terminal's mouth.
	filter.refuse_if(SCMP_SYS(prlimit64), 0, SCMP_CMP_NE, 0);
	filter.refuse_if(SCMP_SYS(ioctl), 1, SCMP_CMP_MASKED_EQ, 0xFFFFFFFFU, TIOCSTI);
	// The arguments of clone3 cannot be looked at: the C library then takes clone.
	filter.refuse({SCMP_SYS(clone3)}, SCMP_ACT_ERRNO(ENOSYS));
	if (format.needs == Needs::nothing) {
		filter.refuse({SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(socketpair)});
		filter.refuse_if(SCMP_SYS(clone), 0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0);
		filter.refuse_if(SCMP_SYS(tgkill), 0, SCMP_CMP_NE, static_cast<scmp_datum_t>(::getpid()));
	} else {
		filter.refuse_if(SCMP_SYS(clone), 0, SCMP_CMP_MASKED_EQ, CLONE_NEWUSER, CLONE_NEWUSER);
		filter.refuse({SCMP_SYS(tgkill)});
	}
	return filter.load();
}

}  // namespace

Lock lock_in(const Format& format, std::uint64_t input_bytes, const fs::path& scratch) {
	// Whatever the one that started us left open is not ours.
	::close_range(STDERR_FILENO + 1, ~0U, 0);
	::prctl(PR_SET_PDEATHSIG, SIGKILL);
	Lock lock;
	const bool plain_user = give_up_rights();
	if (format.needs == Needs::tools) lock.processes = limit_processes(format);
	::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a change of user takes it back
	::prctl(PR_SET_DUMPABLE, 0);
	limit_resources(format, input_bytes);
	if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return lock;
	lock.landlock_version = landlock_version();
	lock.files = plain_user && lock_files(format, lock.landlock_version, scratch);
	lock.network = lock_calls(format);
	if (format.needs == Needs::nothing) lock.processes = lock.network;
	return lock;
}

}  // namespace bienban::converters
