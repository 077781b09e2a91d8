#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace bienban::base {

/// Something expected went wrong: a document, a row, a value or a request that cannot be used.
/// `message` is the id of a line in `messages/`, `values` what fills its {0}, {1}, …
struct Error {
	std::string message;
	std::vector<std::string> values;
	std::string file;        ///< the file it is about, empty where none
	std::uint32_t line = 0;  ///< 1-based, 0 where there is none
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message, std::vector<std::string> values = {}, std::string file = {},
                                  std::uint32_t line = 0) {
	return tl::unexpected<Error>(Error{std::move(message), std::move(values), std::move(file), line});
}

}  // namespace bienban::base
