#pragma once

#include <stdexcept>
#include <string>

namespace bienban::registry {

/// The disk or the database has failed. `code` is the database's own; `busy`: another writer was not done in time.
struct StoreError : std::runtime_error {
	StoreError(int code_, const std::string& what, bool busy_ = false)
	    : std::runtime_error(what), code(code_), busy(busy_) {}
	int code;
	bool busy;
};

enum class Access : bool { read, write };

}  // namespace bienban::registry
