#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/record.hpp"
#include "register/questions.hpp"

/// What a person's words mean: places, parties, days. All fail with a "cli-…" message that names what was asked for by
/// `name`: an option of a command, a parameter of a request.
namespace bienban::asking {

/// Where this machine stands, yyyymmdd.
std::int32_t today();

/// The code of a province or country that is given by its code or its name. Fails with "cli-place" or
/// "cli-place-near".
base::Result<std::string> place_code(const std::string& word);

/// A party: place, kind, and perhaps a name; the place in capitals. Fails as place_code() or with "cli-party".
base::Result<std::string> party_of(const std::string& word);

/// A place, or a party where the word has a slash.
base::Result<std::string> place_or_party(const std::string& word);

/// A year, a month or a day; nothing where there is no word. Fails with "cli-date".
base::Result<std::optional<model::Edtf>> date_of(std::string_view name, const std::optional<std::string>& word);

/// The last day of the year, month or day ("2024": when that year is over), yyyymmdd; today where there is no word.
base::Result<std::int32_t> last_day_of(std::string_view name, const std::optional<std::string>& word);

/// From and to, as they are called; nothing where neither is there. Fails as date_of() or with "cli-period-backwards".
struct Named {
	std::string_view name;
	std::optional<std::string> word;
};
base::Result<std::optional<registry::Days>> days_of(const Named& from, const Named& to);

/// Two places apart, each with those it followed where the past is asked for too.
struct Between {
	std::vector<std::string> a;
	std::vector<std::string> b;
};
enum class WithPast : bool { no, yes };
/// Fails as place_code(), or with "cli-same-place" or "cli-overlapping-places".
base::Result<Between> between_of(const std::string& a, const std::string& b, WithPast with_past);

}  // namespace bienban::asking
