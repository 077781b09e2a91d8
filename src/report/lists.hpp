#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "register/questions.hpp"
#include "register/rows.hpp"
#include "report/listing.hpp"

/// Rows of the register as listings.
namespace bienban::report {

/// With a type, CSV has a column for each of its fields.
Listing facts_listing(const std::vector<registry::FactRow>& rows, std::optional<std::string_view> type,
                      base::Lang lang);
Listing documents_listing(const std::vector<registry::DocumentRow>& rows, base::Lang lang);
Listing persons_listing(const std::vector<registry::PersonRow>& rows, base::Lang lang);
Listing parties_listing(const std::vector<registry::PartyCount>& rows, base::Lang lang);
Listing proposals_listing(const std::vector<registry::ProposalRow>& rows, base::Lang lang);
Listing changes_listing(const std::vector<registry::ChangedRow>& rows, base::Lang lang);
/// Entries of the journal.
Listing entries_listing(const std::vector<registry::Entry>& entries, base::Lang lang);

}  // namespace bienban::report
