#pragma once

#include <string>

#include "register/register.hpp"

/// What stands behind a record: its document and its words.
namespace bienban::registry {

/// The words of a document from `begin` on and before `end` (code points), every run of white space one space.
std::string quote(Store& store, std::int64_t document, std::uint32_t begin, std::uint32_t end);

/// Where a record or a mention stands, and what it says (`value`).
Source source_of(Store& store, const RecordRow& row, std::string value);

/// What the records of a signature say, as JSON.
std::string value_of(const SignatureRow& signature);

}  // namespace bienban::registry
