#pragma once

#include <doctest/doctest.h>

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

/// A headline that says nothing of what stands below it.
constexpr const char* k_plain_headline = "Tình hữu nghị Việt Nam - Lào";

inline model::Reading told_reading(const std::string& paragraphs, const std::string& published) {
	return told_reading(k_plain_headline, paragraphs, published);
}

template <class Type>
std::vector<Type> told_records(const std::string& paragraphs, const std::string& published) {
	return told_records<Type>(k_plain_headline, paragraphs, published);
}

/// The one record of a type in such a report: the test fails where there is none, or more than one.
template <class Type>
Type told_one(const std::string& headline, const std::string& paragraphs, const std::string& published) {
	const auto found = told_records<Type>(headline, paragraphs, published);
	REQUIRE(found.size() == 1);
	return found.front();
}

template <class Type>
Type told_one(const std::string& paragraphs, const std::string& published) {
	return told_one<Type>(k_plain_headline, paragraphs, published);
}

}  // namespace bienban::extraction
