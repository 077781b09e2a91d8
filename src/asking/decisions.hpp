#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/field_values.hpp"
#include "register/register.hpp"

/// Decisions as people write them down.
namespace bienban::asking {

/// model::record_of(), of which all places are known: others would make facts that no question finds. Fails as that, or
/// with "cli-place".
base::Result<model::Record> checked_record(std::string_view type, const std::vector<model::PlainField>& fields);

/// A correction of one field of a fact. Fails as checked_record(), or with "register-no-such".
base::Result<registry::Correct> correction(registry::Register& opened, registry::RecordId fact,
                                           const model::PlainField& field);

/// A person by a mention (P12.0) or a party by its name, as decisions have them. Fails with "cli-person-or-party", or
/// as party_of().
base::Result<std::string> person_or_party(const std::string& word);

}  // namespace bienban::asking
