#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/messages.hpp"
#include "model/record.hpp"

/// Values of records in a person's words.
namespace bienban::report {

/// "VN-05" → "Sơn La"; a code that no table has as it is.
std::string place_words(std::string_view code, base::Lang lang);

/// "VN-05/district/vân hồ" → "huyện Vân Hồ (Sơn La)".
std::string party_words(std::string_view party, base::Lang lang);

/// An EDTF date or period: "2019-11-11" → "11/11/2019" in Vietnamese; "2020/.." → "từ 2020".
std::string date_words(std::string_view edtf, base::Lang lang);

/// The date or period a person looks for first: when it was, was signed, began or was counted.
std::optional<model::Edtf> date_of(const model::Record& record);

/// A number with its thousands grouped: 1234567.5 → "1.234.567,5" in Vietnamese.
std::string number_words(double value, base::Lang lang);

/// What is counted, in the language, for so many of it; without a number, for many. As documents write it where the
/// language has no word for it.
std::string unit_words(const std::string& unit, std::optional<double> number, base::Lang lang);

/// One line that says what the record is, without its date and its quote: "Hội đàm lần thứ 11: Bộ CHQS Sơn La – …".
std::string describe(const model::Record& record, base::Lang lang);

}  // namespace bienban::report
