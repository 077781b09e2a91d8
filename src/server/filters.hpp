#pragma once

#include "server/call.hpp"

/// What the parameters of a list ask for. All fail with a "cli-…", "web-…" or "search-…" message and name the
/// parameter.
namespace bienban::server {

Outcome<registry::FactQuestion> fact_question(Call& call);
Outcome<registry::DocumentQuestion> document_question(Call& call);
Outcome<registry::NameQuestion> name_question(Call& call, std::string_view place);

/// The parameters `between` and `with_past` put into a question.
template <typename Question>
Outcome<void> set_between(Call& call, Question& question);

/// `from` and `to`.
Outcome<std::optional<registry::Days>> asked_days(Call& call);

}  // namespace bienban::server
