#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace bienban::reading {

/// The bytes of a file as UTF-8, without byte order mark: UTF-8, UTF-16 and UTF-32 by mark or pattern, else the
/// encoding that the page declares, else windows-1258 and others by their statistics. Where nothing has to be converted
/// the result is a part of `bytes`; else it lies in `storage`.
/// Errors: reading-empty, reading-binary (values: what it looks like), reading-encoding (values: byte offset). No
/// character is ever replaced by U+FFFD.
base::Result<std::string_view> to_utf8(std::string_view bytes, std::string& storage);

}  // namespace bienban::reading
