#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/call.hpp"

/// Rows of the register as the JSON objects of docs/openapi.json; each is called as the schema there.
namespace bienban::server {

/// A text, null where it is empty.
Json text_json(std::string_view text);
inline Json text_json(const std::string& text) { return text_json(std::string_view{text}); }
Json text_json(const std::optional<std::string>& text);
/// yyyymmdd as a date, null where it is none.
Json day_json(std::int32_t day);
/// JSON that the register holds as text.
Json held_json(std::string_view text);

Json fact_row_json(Call& call, registry::FactRow fact);
Json document_row_json(Call& call, registry::DocumentRow document);
/// The file that a document came in; null where none is kept.
Json original_json(Call& call, const registry::DocumentRow& document);
Json source_json(const registry::Source& source);
/// Those of the records, as far as they are there.
Json sources_json(Call& call, const std::vector<registry::RecordId>& records);
Json decisions_json(Call& call, const std::vector<registry::Entry>& entries);
/// `Entry`; with `whole` `EntryDetail`.
Json entry_json(Call& call, const registry::Entry& entry, bool whole = false);
Json entries_json(Call& call, const std::vector<registry::Entry>& entries);
Json count_json(const registry::Count& count);

}  // namespace bienban::server
