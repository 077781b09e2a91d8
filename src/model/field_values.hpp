#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"

/// Values of records as people write them on a command line or in a form.
namespace bienban::model {

/// A field of a record by its outside name, and its value in plain words.
struct PlainField {
	std::string name;
	std::string words;
};

/// A record of that type with these fields set, all others absent. Words are written as records.md has them: dates and
/// periods in EDTF, places as codes, parties as <place>/<kind>, the names of enumerations, numbers with a point before
/// decimals; lists with commas between, money as "5000000 VND". Empty words are an absent value where the type allows
/// that.
/// Fails with "field-type" (no such type of record), "field-unknown", "field-missing" (the field cannot be absent),
/// "field-choice", "field-number", "field-date", "field-place", "field-party" or "field-money".
base::Result<Record> record_of(std::string_view type, const std::vector<PlainField>& fields);

/// The value of one field as JSON. Fails as record_of() does.
base::Result<std::string> field_json(std::string_view type, const PlainField& field);

/// What a field of plain text holds.
enum class TextKind { free, date, place, party };

/// The name of a field means the same in every type of record that has it.
TextKind text_kind(std::string_view field);

/// Whether the text is a date or a period of EDTF as far as records.md uses it, of days that the calendar has.
bool is_edtf(std::string_view text);

/// Whether the text has the form of a party: a place's code, a kind of records.md, and perhaps a name.
bool is_party(std::string_view text);

/// Whether the text has the form of a place's code: "VN", "VN-05", "LA-HO".
bool is_place(std::string_view text);

}  // namespace bienban::model
