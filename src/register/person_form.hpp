#pragma once

#include <string>
#include <string_view>

#include "model/record.hpp"
#include "naming/persons.hpp"

namespace bienban::registry {

/// A person as one document names it, without days.
naming::PersonMention mention_of(const model::Person& person);

/// The mention as JSON, without days: alike for all documents that name the person so. And back.
std::string form_of(const naming::PersonMention& mention);
naming::PersonMention mention_of_form(std::string_view form);

}  // namespace bienban::registry
