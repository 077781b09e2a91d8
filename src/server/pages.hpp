#pragma once

#include "server/http.hpp"

namespace bienban::server {

/// The file of the page at a path: those built into the program under their own names, the page itself at every other
/// path, so that each of its views has an address. Without a built page a line that says so.
Response page_file(const Request& request);

}  // namespace bienban::server
