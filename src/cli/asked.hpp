#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asking/words.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "register/questions.hpp"
#include "report/listing.hpp"

/// What the options that several commands share ask for. All fail with a "cli-…" message: a wrong command line.
namespace bienban::cli {

/// The last day of the year, month or day that the option names ("2024": when that year is over), yyyymmdd; today
/// where it is not given.
base::Result<std::int32_t> asked_day(const Arguments& arguments, std::string_view option);

/// --from and --to; nothing where neither is given.
base::Result<std::optional<registry::Days>> asked_period(const Arguments& arguments);

/// The places of --between, each with those it followed where --with-past is given. Both empty without --between.
base::Result<asking::Between> asked_between(const Arguments& arguments);

/// Says on standard error which places --with-past has taken in.
void tell_past(const Arguments& arguments, Console& console);

/// --page and --page-size.
registry::PageOf asked_page(const Arguments& arguments);

/// --format table|csv|jsonl; table without it.
report::ListingFormat asked_listing_format(const Arguments& arguments);

}  // namespace bienban::cli
