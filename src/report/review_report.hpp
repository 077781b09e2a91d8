#pragma once

#include <string>

#include "report/layout.hpp"
#include "review/review.hpp"

/// The review of two places, for programs and for people.
namespace bienban::report {

/// What a person reads: the sections one after another, each item with its quote and its document.
std::string review_text(const review::Review& review, const Layout& layout);

/// One JSON object, indented by tabs. Keys and their order are described in docs/cli.md.
std::string review_json(const review::Review& review, base::Lang lang);

}  // namespace bienban::report
