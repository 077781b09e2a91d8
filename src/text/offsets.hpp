#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/units.hpp"

/// Bytes inside, code points outside: the one place where the two are converted.
namespace bienban::text {

/// Where the words stand that say something, as every outside format gives it.
struct Evidence {
	base::CharOffset begin;
	base::CharOffset end;
	std::string quote;  ///< the words, every run of white space as one space
};

/// Counts the code points of one text. Building it is one pass over the text; each question then looks at no more than
/// k_step bytes. Holds a view: the text must outlive it.
class CharIndex {
public:
	/// `text` must be well-formed UTF-8.
	explicit CharIndex(std::string_view text);

	/// The number of code points before a byte. An offset beyond the end gives the length of the text; one inside a
	/// code point counts it.
	base::CharOffset at(base::ByteOffset offset) const;

	/// A stretch of the text as evidence.
	Evidence evidence(base::Span span) const;

private:
	static constexpr std::size_t k_step = 512;
	std::string_view m_text;
	std::vector<std::uint32_t> m_counts;  ///< code points before each multiple of k_step
};

/// Every run of white space (no-break space included) as one space, none at the ends.
std::string one_spaced(std::string_view text);

}  // namespace bienban::text
