#pragma once

#include <optional>
#include <string>

#include "register/register.hpp"

/// What stands behind a record: its document and its words.
namespace bienban::registry {

/// The words of a document from `begin` on and before `end` (code points), every run of white space one space.
std::string quote(Store& store, std::int64_t document, std::uint32_t begin, std::uint32_t end);

/// Where a record or a mention stands, and what it says (`value`).
Source source_of(Store& store, const RecordRow& row, std::string value);

/// A document without any words of it: path, title, day of publication. Nothing where there is none.
std::optional<Source> heading_of(Store& store, std::int64_t document);

/// What the records of a signature say, as JSON.
std::string value_of(const SignatureRow& signature);

}  // namespace bienban::registry
