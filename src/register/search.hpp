#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "register/ids.hpp"
#include "register/questions.hpp"

/// Looking for words in the texts of the register.
///
/// What people type: words, and "words in quotes", which must stand together. A word without marks finds the word with
/// any marks (d finds đ), whatever the case; one with marks finds only itself, in both styles of writing it (hoà, hòa).
/// Hyphens, dots and all other signs only divide words. Names of places, typed without marks and quotes, are also found
/// in their other spellings; the words of a name stand together.
namespace bienban::registry {

class Store;

/// Longer questions are refused.
inline constexpr std::size_t k_longest_search = 512;  ///< bytes
inline constexpr std::size_t k_most_words = 24;

/// Words of which a place's name is made at most; Spellings is not asked for more.
inline constexpr std::size_t k_longest_name = 5;

/// Gives all spellings of the place that a run of words names ("hua phan" → "Hủa Phăn", "Houaphan", …), nothing where
/// it names none. Given by the caller, since the register knows no lexicon: lexicon::spellings_of. May be empty.
using Spellings = std::function<std::vector<std::string>(std::string_view words)>;

struct SearchHit {
	std::int64_t document = 0;
	std::string title;
	double rank = 0;         ///< higher is better; above 1 where all words stand together
	std::string sentence;    ///< with the first of the words, or most of them; white space as single spaces
	base::CharOffset begin;  ///< of the sentence in the document's text
	base::CharOffset end;
	std::vector<base::Span> words;  ///< bytes within `sentence` that were looked for, in order, without overlap
	std::vector<RecordId> records;  ///< of the document, whose evidence touches the sentence; not those gone
};

struct SearchResult {
	std::vector<SearchHit> hits;
	bool more = false;  ///< there are more behind this page
	/// So many texts have the words that not all were looked at: the older ones are left out.
	bool newest_only = false;
};

/// The documents that have all words of `asked`, the page of them that is asked for. Those in which all words stand
/// together come first, within each sort the best first, of equal ones the newest.
/// Fails with "search-no-word", "search-too-long" or "search-encoding" (no UTF-8).
base::Result<SearchResult> search(Store& store, std::string_view asked, const Spellings& spellings, const PageOf& page);

/// `asked` in the database's own language, for FactQuestion::words and DocumentQuestion::words: texts that have all
/// words; marks are not looked at. Fails as search() does.
base::Result<std::string> search_query(std::string_view asked, const Spellings& spellings);

}  // namespace bienban::registry
