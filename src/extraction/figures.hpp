#pragma once

#include <optional>
#include <string>

#include "extraction/context.hpp"

/// What counted things are: the words around a number that both finders of figures ask for.
namespace bienban::extraction {

/// A number with the thing it counts.
struct Count {
	std::uint32_t begin = 0;               ///< tokens, from the number on
	std::uint32_t end = 0;                 ///< behind the noun phrase
	std::uint32_t noun = 0;                ///< the first token of the goods
	std::string unit;                      ///< lower case: "lượt cán bộ, chiến sĩ", "tấn"
	std::string item;                      ///< the goods behind a measure word, or the noun itself
	const lexicon::Unit* entry = nullptr;  ///< nullptr where no table has the noun
};

/// The unit and the goods behind a number.
Count read_count(const Context& context, const Number& number);

/// Is the goods' measure a word of its own: "tấn" of "3 tấn gạo", and not the goods themselves?
bool is_measured(const Count& count);

/// The end of a noun phrase that begins at t: a comma, a conjunction, a verb or a preposition ends it.
std::uint32_t noun_phrase_end(const Context& context, std::uint32_t t, std::uint32_t limit);

/// The theme the words around [begin, end) speak of, the words before it first.
std::optional<model::Theme> theme_near(const Context& context, std::uint32_t clause_begin, std::uint32_t begin,
                                       std::uint32_t end, std::uint32_t clause_end);

/// The period that counts for a figure at this token: that of its clause, else of its sentence, else of the block so
/// far.
std::optional<std::string> period_at(const Context& context, std::uint32_t begin, std::uint32_t end);

}  // namespace bienban::extraction
