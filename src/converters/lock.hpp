#pragma once

#include <cstdint>
#include <filesystem>

#include "conversion/format.hpp"

/// Locks this process in before it looks at a document. What holds then holds for all processes it starts, and cannot
/// be undone.
namespace bienban::converters {

/// What came into force.
struct Lock {
	int landlock_version = 0;  ///< of the kernel; 0 where it has none
	bool files = false;        ///< opens no file (but those of Debian's programs, read-only, where tools are needed)
	bool network = false;      ///< no sockets, no signals to others, no changing of owners, rights and mounts …
	bool processes = false;    ///< starts none, or not more than it may
};

/// Sets all limits and locks in. `input_bytes`: the size of the input, by which time is measured out. `scratch`: the
/// one folder that may be written to, empty for none. Of what the kernel refuses the Lock tells; limits of resources
/// are always set.
Lock lock_in(const conversion::Format& format, std::uint64_t input_bytes, const std::filesystem::path& scratch);

}  // namespace bienban::converters
