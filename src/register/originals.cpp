#include "register/originals.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

namespace bienban::registry {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t k_step = 1U << 18U;

class Descriptor {
public:
	explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
	Descriptor(const Descriptor&) = delete;
	Descriptor& operator=(const Descriptor&) = delete;
	~Descriptor() { close(); }
	int get() const { return m_descriptor; }
	bool close() { return m_descriptor < 0 || ::close(std::exchange(m_descriptor, -1)) == 0; }

private:
	int m_descriptor;
};

bool write_all(int to, const char* bytes, std::size_t size) {
	while (size > 0) {
		const ssize_t wrote = ::write(to, bytes, size);
		if (wrote < 0 && errno == EINTR) continue;
		if (wrote <= 0) return false;
		bytes += wrote;
		size -= static_cast<std::size_t>(wrote);
	}
	return true;
}

/// Reads all of a file from its beginning without moving where others read it. False where that fails.
template <class Take>
bool each_step(int from, const Take& take) {
	std::vector<char> step(k_step);
	for (off_t at = 0;;) {
		const ssize_t got = ::pread(from, step.data(), step.size(), at);
		if (got < 0 && errno == EINTR) continue;
		if (got < 0) return false;
		if (got == 0) return true;
		if (!take(step.data(), static_cast<std::size_t>(got))) return false;
		at += got;
	}
}

class Hash {
public:
	Hash() { ::crypto_hash_sha256_init(&m_state); }
	void add(const char* bytes, std::size_t size) {
		::crypto_hash_sha256_update(&m_state, reinterpret_cast<const unsigned char*>(bytes), size);
	}
	std::string name() {
		std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
		::crypto_hash_sha256_final(&m_state, hash.data());
		std::array<char, 2 * crypto_hash_sha256_BYTES + 1> hexadecimal{};
		::sodium_bin2hex(hexadecimal.data(), hexadecimal.size(), hash.data(), hash.size());
		return hexadecimal.data();
	}

private:
	crypto_hash_sha256_state m_state{};
};

}  // namespace

Originals::Originals(const fs::path& of_register) : m_folder(of_register.string() + ".files") {}

fs::path Originals::path_of(std::string_view sha256) const { return m_folder / sha256; }

bool Originals::is_whole(std::string_view sha256) const {
	const Descriptor file(::open(path_of(sha256).c_str(), O_RDONLY | O_CLOEXEC));
	if (file.get() < 0) return false;
	Hash hash;
	const bool read = each_step(file.get(), [&](const char* bytes, std::size_t size) {
		hash.add(bytes, size);
		return true;
	});
	return read && hash.name() == sha256;
}

base::Result<std::string> Originals::keep(int descriptor) const {
	const auto fail = [&]() -> base::Result<std::string> {
		const std::string why = std::generic_category().message(errno);
		return base::fail("register-not-kept", {why}, m_folder.string());
	};
	Hash hash;
	const auto add = [&](const char* bytes, std::size_t size) {
		hash.add(bytes, size);
		return true;
	};
	if (!each_step(descriptor, add)) return fail();
	std::string name = hash.name();
	const fs::path path = path_of(name);
	std::error_code ignored;
	if (fs::exists(path, ignored)) return name;
	fs::create_directory(m_folder, ignored);

	std::string draft = (m_folder / ".draft-XXXXXX").string();
	Descriptor file(::mkostemp(draft.data(), O_CLOEXEC));
	if (file.get() < 0) return fail();
	const auto copy = [&](const char* bytes, std::size_t size) { return write_all(file.get(), bytes, size); };
	// Anybody who may read the register may read it: mkostemp leaves it to its owner alone.
	constexpr mode_t k_mode = 0644;
	if (!each_step(descriptor, copy) || ::fchmod(file.get(), k_mode) != 0 || ::fsync(file.get()) != 0 ||
	    !file.close() || ::rename(draft.c_str(), path.c_str()) != 0) {
		auto failed = fail();
		::unlink(draft.c_str());
		return failed;
	}
	const Descriptor folder(::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
	if (folder.get() >= 0) ::fsync(folder.get());
	return name;
}

}  // namespace bienban::registry
