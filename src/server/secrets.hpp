#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// What must not be guessed.
namespace bienban::server {

/// 256 random bits, as text for a cookie or a link.
std::string new_secret();

/// What is kept of a secret of new_secret().
std::string hash_of(std::string_view secret);

/// A second secret that follows from the first one, and from which that cannot be found.
std::string derived(std::string_view secret, std::string_view purpose);

/// In a time that does not tell where they differ.
bool equal(std::string_view a, std::string_view b);

/// A password as it is kept (Argon2id). Fails with "password-short" or "password-long". Takes a tenth of a second and
/// 64 MiB; at most two at a time.
base::Result<std::string> hashed_password(std::string_view password);

/// Whether it is the password; as slow. An empty hash is that of nobody's password, and checked as slowly.
bool is_password(const std::string& hash, std::string_view password);

}  // namespace bienban::server
