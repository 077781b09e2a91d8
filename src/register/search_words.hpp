#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "base/units.hpp"
#include "register/search.hpp"

/// What people type as a search, taken apart, and where it stands in a text.
namespace bienban::registry {

/// One word to look for.
struct SoughtWord {
	std::string form;   ///< as in the index
	std::string exact;  ///< folded with its marks; empty where any marks will do
};
using SoughtPhrase = std::vector<SoughtWord>;

/// Something that must be there, in one of several wordings: what was typed comes first.
struct SoughtUnit {
	std::vector<SoughtPhrase> wordings;
};

/// Fails as search() does.
base::Result<std::vector<SoughtUnit>> sought_units(std::string_view asked, const Spellings& spellings);

/// The units in the language of FTS5: all of them anywhere, or one behind the other.
std::string all_anywhere(const std::vector<SoughtUnit>& units);
std::string all_together(const std::vector<SoughtUnit>& units);

/// Whether the index alone can tell: no marks are asked for.
bool is_without_marks(const std::vector<SoughtUnit>& units);

/// Where one unit stands.
struct FoundUnit {
	std::size_t unit = 0;
	std::uint32_t first = 0;  ///< number of its first word in the text
	std::uint32_t last = 0;   ///< of its last one
	base::Span span;
};

/// Finds units in texts. The units must outlive it.
class UnitFinder {
public:
	explicit UnitFinder(const std::vector<SoughtUnit>& units);

	/// All places of all units, in the order of the text.
	std::vector<FoundUnit> find(std::string_view text) const;

private:
	const std::vector<SoughtUnit>& m_units;
	std::unordered_map<std::string_view, std::uint32_t> m_forms;
};

/// Whether each of `units` units is among those found.
bool has_all(const std::vector<FoundUnit>& found, std::size_t units);
/// Where the first stretch begins in which all units stand one behind the other: its first unit in `found`;
/// found.size() where there is none.
std::size_t first_together(const std::vector<FoundUnit>& found, std::size_t units);

}  // namespace bienban::registry
