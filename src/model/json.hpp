#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"

/// Records as JSON, in the form of records.md.
namespace bienban::model {

/// `type` and the fields of a record, in the order of records.md; without quote, evidence and certainty.
nlohmann::ordered_json to_json(const Record& record);

/// A number as JSON: an integer where it is integral (55000000), else a decimal (119.7).
nlohmann::ordered_json number_json(double value);

/// One line of JSON without a line end. Bytes that are not UTF-8 (a file name may have them) become U+FFFD.
std::string dump(const nlohmann::ordered_json& value);

/// The record of a text that to_json() wrote; fields it does not know are passed over. Evidence is left empty.
/// Fails with "record-json" where the text is no such record.
base::Result<Record> record_from_json(std::string_view text);

/// The names of all fields that records of a type ("meeting") have, in the order of records.md; none where there is no
/// such type.
std::vector<std::string_view> field_names(std::string_view type);

}  // namespace bienban::model
