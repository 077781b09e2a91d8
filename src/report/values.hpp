#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "register/ids.hpp"
#include "register/questions.hpp"
#include "register/rows.hpp"

/// Single values of the register in a person's words.
namespace bienban::report {

/// The value of a field, given as JSON: "LA-HO" → "Houaphanh", ["drugs"] → "drugs"; a dash for what is absent.
std::string value_words(std::string_view type, std::string_view field, std::string_view json, base::Lang lang);

/// A field's name.
std::string field_words(std::string_view field, base::Lang lang);

/// A stretch of days (yyyymmdd; 0 and 99991231 are open ends) as EDTF, as short as it can be said: a year, a month, a
/// day, or two with a slash. Empty where nothing is known.
std::string days_edtf(std::int32_t first, std::int32_t last);

/// When a fact was, in words: its own date; in brackets where only the occasion is known; "undated".
std::string when_words(const registry::FactRow& fact, base::Lang lang);

/// One line that says what a record, given as JSON, is; the JSON itself where it is none.
std::string summary(std::string_view record, base::Lang lang);

/// "312", or "10,000+" where counting stopped.
std::string counted_words(const registry::Count& count, base::Lang lang);

/// The text of a message whose values may be parties, themes, fields or dates in the form of records.md: in words.
std::string reason_words(const std::string& message, const std::vector<std::string>& values, base::Lang lang);

/// "confirmed".
std::string status_words(registry::Status status, base::Lang lang);

std::string fact_name(registry::RecordId id);
std::string record_name(registry::RecordId id);
std::string person_name(registry::RecordId id);
std::string document_name(std::int64_t id);
std::string entry_name(std::int64_t seq);

}  // namespace bienban::report
