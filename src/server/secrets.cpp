#include "server/secrets.hpp"

#include <sodium.h>

#include <array>
#include <new>
#include <semaphore>
#include <stdexcept>

namespace bienban::server {

namespace {

constexpr std::size_t k_shortest = 10;
constexpr std::size_t k_longest = 1000;  // bytes

/// Each takes 64 MiB: many sign-ins at once must not fill the memory.
std::counting_semaphore<2>& turn() {
	static std::counting_semaphore<2> semaphore{2};
	return semaphore;
}

struct Turn {
	Turn() { turn().acquire(); }
	~Turn() { turn().release(); }
	Turn(const Turn&) = delete;
	Turn& operator=(const Turn&) = delete;
};

void ready() {
	if (sodium_init() < 0) throw std::runtime_error("libsodium");
}

template <std::size_t N>
std::string text_of(const std::array<unsigned char, N>& bytes) {
	std::string text(sodium_base64_ENCODED_LEN(N, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
	sodium_bin2base64(text.data(), text.size(), bytes.data(), N, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
	text.pop_back();  // the end of a C string
	return text;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string argon(std::string_view password) {
	const Turn mine;
	std::array<char, crypto_pwhash_STRBYTES> hash{};
	if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
	                      crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
		throw std::bad_alloc{};
	}
	return hash.data();
}

}  // namespace

std::string new_secret() {
	ready();
	std::array<unsigned char, 32> bytes{};
	randombytes_buf(bytes.data(), bytes.size());
	return text_of(bytes);
}

std::string hash_of(std::string_view secret) { return derived(secret, "kept"); }

std::string derived(std::string_view secret, std::string_view purpose) {
	ready();
	std::array<unsigned char, 32> key{};
	crypto_generichash(key.data(), key.size(), bytes_of(secret), secret.size(), nullptr, 0);
	std::array<unsigned char, 32> out{};
	crypto_generichash(out.data(), out.size(), bytes_of(purpose), purpose.size(), key.data(), key.size());
	return text_of(out);
}

bool equal(std::string_view a, std::string_view b) {
	return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

base::Result<std::string> hashed_password(std::string_view password) {
	ready();
	if (password.size() < k_shortest) return base::fail("password-short", {std::to_string(k_shortest)});
	if (password.size() > k_longest) return base::fail("password-long", {std::to_string(k_longest)});
	return argon(password);
}

bool is_password(const std::string& hash, std::string_view password) {
	ready();
	if (password.size() > k_longest) password = password.substr(0, k_longest);
	if (hash.empty()) {
		// As slow as for an account that is there: the time must not tell which names are accounts.
		argon(password);
		return false;
	}
	const Turn mine;
	return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace bienban::server
