#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "conversion/part.hpp"
#include "model/document.hpp"

namespace bienban::reading {

/// What a reader will take at most; beyond it the document is refused with a clear error, never cut.
struct Limits {
	std::size_t bytes = 16U << 20;      ///< of one document
	std::size_t line_bytes = 4U << 20;  ///< of one line of plain text
	std::size_t depth = 1024;           ///< of nested elements in HTML
};

/// Bytes of a file → clean text with its blocks, title, date of publication and by-lines. Plain text and HTML are told
/// apart by content. `source` is only kept and named in errors.
base::Result<model::Document> read(std::string source, std::string_view bytes, const Limits& limits = {});

/// The same of what a converter found in a file. What the file tells of itself is taken where its text tells nothing.
base::Result<model::Document> read(std::string source, const conversion::Part& part, const Limits& limits = {});

}  // namespace bienban::reading
