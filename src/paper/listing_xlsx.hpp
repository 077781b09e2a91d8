#pragma once

#include <string>

#include "base/result.hpp"
#include "report/listing.hpp"

namespace bienban::paper {

/// A listing as a workbook with one sheet: what CSV has, with numbers as numbers, a head that stays and filters. Texts
/// are texts, whatever they begin with. Gives the bytes of the file; fails with "paper-not-written" where the library
/// fails.
base::Result<std::string> listing_xlsx(const report::Listing& listing, const std::string& sheet);

}  // namespace bienban::paper
