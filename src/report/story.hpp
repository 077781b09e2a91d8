#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "register/register.hpp"
#include "report/layout.hpp"
#include "report/listing.hpp"
#include "report/values.hpp"

/// What several views of single things share. Not for use outside this room.
namespace bienban::report {

/// A certainty or a score to two decimals: more is noise.
double rounded(double value);

/// The value of a record's field as JSON; "null" where it has none.
std::string field_of(std::string_view record, std::string_view field);

/// The texts of a JSON list.
std::vector<std::string> texts_of(std::string_view json);

/// An empty line and a message as heading; with how many stand below it where that is known.
std::string heading(const char* message, const Layout& layout, std::int64_t count = -1);

/// A record's words with all that shows where they stand.
std::string source_text(const registry::Source& source, const Layout& layout);

/// The decisions under their heading; nothing where there is none.
std::string decisions_text(const std::vector<registry::Entry>& entries, const Layout& layout);

}  // namespace bienban::report
