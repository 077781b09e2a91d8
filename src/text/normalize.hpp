#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bienban::text {

/// The first byte of `bytes` that is not UTF-8 (RFC 3629: no overlong forms, no surrogates), nothing where all of it
/// is. A sequence cut off by the end is named by its first byte.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Makes UTF-8 text clean: NFC; every kind of space (no-break, thin, ideographic, tab) a plain space; \r\n, \r and the
/// Unicode line separators a \n; soft hyphens, zero-width and direction marks removed; other control characters a
/// space; eth (Ð) and other letters that are printed like Đ that letter. Lines are kept as they are. `utf8` must be
/// valid. Text that is clean already is only copied.
std::string clean(std::string_view utf8);

/// The first byte at or after `from` that `clean` would have to look at more closely; `utf8.size()` where the rest of
/// the text is clean as it stands.
std::size_t next_unclean(std::string_view utf8, std::size_t from = 0);

}  // namespace bienban::text
