#pragma once

#include <string>

#include "model/document.hpp"
#include "model/record.hpp"
#include "report/layout.hpp"

/// What was read out of one document, for programs and for people.
namespace bienban::report {

enum class WithMentions : bool { no, yes };

/// One JSON object on one line, with its line end, in the form of records.md; offsets are Unicode code points of the
/// document's clean text. Keys and their order are described in docs/cli.md.
std::string reading_json(const model::Document& document, const model::Reading& reading, WithMentions mentions);

/// What a person wants to see, followed by an empty line.
std::string reading_table(const model::Document& document, const model::Reading& reading, WithMentions mentions,
                          const Layout& layout);

}  // namespace bienban::report
