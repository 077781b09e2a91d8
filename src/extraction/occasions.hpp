#pragma once

#include "extraction/context.hpp"

namespace bienban::extraction {

/// The clause that a token stands in, nullptr in a headline.
inline const Clause* clause_at(const Context& context, std::uint32_t token) {
	for (const auto& clause : context.clauses()) {
		if (clause.begin <= token && token < clause.end) return &clause;
	}
	return nullptr;
}

inline Mode mode_at(const Context& context, std::uint32_t token) {
	const auto* clause = clause_at(context, token);
	return clause == nullptr ? Mode::event : clause->mode;
}

}  // namespace bienban::extraction
