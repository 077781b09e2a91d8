#pragma once

#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/record.hpp"
#include "report/layout.hpp"

/// What was read out of one document, for programs and for people.
namespace bienban::report {

/// The languages other than Vietnamese that blocks of the document are in, as ISO 639 codes (`lo`, `en`, `und` for any
/// other), in this order: nothing was read out of them.
std::vector<std::string> unread_languages(const model::Document& document);

enum class WithMentions : bool { no, yes };

/// One JSON object on one line, with its line end, in the form of records.md; offsets are Unicode code points of the
/// document's clean text. Keys and their order are described in docs/cli.md.
std::string reading_json(const model::Document& document, const model::Reading& reading, WithMentions mentions);

/// What a person wants to see, followed by an empty line.
std::string reading_table(const model::Document& document, const model::Reading& reading, WithMentions mentions,
                          const Layout& layout);

}  // namespace bienban::report
