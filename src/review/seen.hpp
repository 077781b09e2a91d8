#pragma once

#include "register/seen_fact.hpp"
#include "review/material.hpp"

/// The material as the rules of the register look at it, and on which side somebody stands.
namespace bienban::review {

/// The items in their order: what the rules say of index 7 they say of item 7. Documents are named by their index in
/// Material::documents. The items must outlive it.
std::vector<registry::SeenFact> seen(const Material& material);

enum class Standpoint : std::uint8_t { of, with, elsewhere };

/// The side of a party or a place: that which it belongs to, else that of its country, where the two sides have none in
/// common.
Standpoint standpoint(std::string_view party, const Question& question);

}  // namespace bienban::review
