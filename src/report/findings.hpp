#pragma once

#include <string>
#include <vector>

#include "register/check.hpp"
#include "register/search.hpp"
#include "report/listing.hpp"

/// What was looked for, and what needs a look.
namespace bienban::report {

/// The hits of a search: `first` is the number of the first one on its page, from 1.
std::string search_text(const registry::SearchResult& result, std::size_t first, const Layout& layout);
/// For CSV and JSON lines.
Listing search_listing(const registry::SearchResult& result);

/// Findings by kind, each with the facts, and the records that say so.
std::string findings_text(const std::vector<registry::Finding>& findings, const Layout& layout);
/// For CSV and JSON lines.
Listing findings_listing(const std::vector<registry::Finding>& findings, base::Lang lang);

}  // namespace bienban::report
