#include "register/hash.hpp"

#include <sodium.h>

#include <array>

namespace bienban::registry {

namespace {

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

Hash hash_of(std::string_view bytes) {
	Hash hash{};
	// The hash needs no sodium_init(): it uses no random numbers and no secrets.
	crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
	return hash;
}

}  // namespace

std::string sha256(std::string_view bytes) {
	const Hash hash = hash_of(bytes);
	std::array<char, std::tuple_size_v<Hash> * 2 + 1> hex{};
	sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
	return hex.data();
}

std::int64_t short_hash(std::string_view bytes) {
	// SipHash-2-4 under a key of zeros: the same on every machine and run.
	const std::array<unsigned char, crypto_shorthash_KEYBYTES> key{};
	std::array<unsigned char, crypto_shorthash_BYTES> hash{};
	crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key.data());
	std::uint64_t value = 0;
	for (const unsigned char byte : hash) value = value << 8U | byte;
	return static_cast<std::int64_t>(value >> 1U);
}

}  // namespace bienban::registry
