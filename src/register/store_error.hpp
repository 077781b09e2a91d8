#pragma once

#include <stdexcept>
#include <string>

namespace bienban::registry {

/// The disk or the database has failed. `code` is the database's own.
struct StoreError : std::runtime_error {
	StoreError(int code_, const std::string& what) : std::runtime_error(what), code(code_) {}
	int code;
};

enum class Access : bool { read, write };

}  // namespace bienban::registry
