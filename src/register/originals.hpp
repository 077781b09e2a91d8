#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// The files that documents came in, as long as they are not plain text or HTML: kept beside the register in a folder
/// `<register>.files`, each under the SHA-256 of its bytes.
namespace bienban::registry {

class Originals {
public:
	explicit Originals(const std::filesystem::path& of_register);

	/// Keeps what an open file holds, from its beginning, and gives its name: the SHA-256 of its bytes. It is on the
	/// disk whole when this returns, or not there at all; one that is there already is not written again. To be called
	/// on any thread. Error: register-not-kept (values: why).
	base::Result<std::string> keep(int descriptor) const;

	/// Where the file of that name is, whether or not it is there.
	std::filesystem::path path_of(std::string_view sha256) const;

	/// Whether it is there and its bytes are those of its name.
	bool is_whole(std::string_view sha256) const;

private:
	std::filesystem::path m_folder;
};

}  // namespace bienban::registry
