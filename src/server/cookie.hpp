#pragma once

#include <string_view>

namespace bienban::server {

/// The cookie of a session.
inline constexpr std::string_view k_cookie = "bienban-session";
/// The header in which the session's token comes with every change.
inline constexpr std::string_view k_token_header = "x-bienban-token";

}  // namespace bienban::server
