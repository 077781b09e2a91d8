#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "extraction/extract.hpp"
#include "extraction/told_document.hpp"

/// What is read out of documents made by hand: for tests only.
namespace bienban::extraction {

using Parties = std::vector<std::string>;

inline Parties sorted(Parties parties) {
	std::sort(parties.begin(), parties.end());
	return parties;
}

/// What is read out of a report with these paragraphs, one a line.
inline model::Reading told_reading(const std::string& headline, const std::string& paragraphs,
                                   const std::string& published) {
	static const auto s_lexicon = lexicon::load().value();
	return extract(told_document(headline, paragraphs, published), *s_lexicon);
}

/// The records of one type in such a report.
template <class Type>
std::vector<Type> told_records(const std::string& headline, const std::string& paragraphs,
                               const std::string& published) {
	std::vector<Type> found;
	for (const auto& record : told_reading(headline, paragraphs, published).records) {
		if (const auto* value = std::get_if<Type>(&record.value)) found.push_back(*value);
	}
	return found;
}

}  // namespace bienban::extraction
