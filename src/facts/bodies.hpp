#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/record.hpp"

/// The bodies of a record, and how the lists of two records fit.
namespace bienban::facts {

/// Names of one block, each once, so that a comparison of two is mostly one of numbers.
class Names {
public:
	/// The number of a name; 0 for an empty one.
	std::uint32_t id_of(std::string_view name);
	/// Whether two names are spellings of one. Numbers ("213") must be equal to the digit.
	bool same(std::uint32_t a, std::uint32_t b);
	/// Whether the names share a part: "Xòn My Xay" is part of "Phăn Sỷ Sòn My Say".
	bool related(std::uint32_t a, std::uint32_t b);

private:
	struct Name {
		std::string text;
		std::string bare;
		std::string key;
		std::vector<std::string> part_keys;
		bool digits = false;
	};
	std::vector<Name> m_names;
	std::unordered_map<std::string, std::uint32_t> m_ids;
	std::unordered_map<std::uint64_t, bool> m_same;
};

/// How a body stands in the bodies of its place. Bodies of one family are written for each other: "tỉnh Sơn La" signs
/// what its people's committee signs.
enum class Family : std::uint8_t { state, province, force, local, other };

struct Body {
	std::uint32_t place = 0;
	std::uint32_t name = 0;
	std::uint32_t kind = 0;  ///< of a body with a family that is written for it: that of the family
	bool home = false;
	bool whole = false;    ///< "the province", which stands for any of its family
	bool named = false;    ///< has a name of its own
	bool rules = false;    ///< of such a family: the province itself and its committees, the state and its government
	bool loosely = false;  ///< a whole province that may stand for any body of it: see stand_for_bodies()
	friend bool operator==(const Body&, const Body&) = default;
};

/// The parties of a record, or of one side of it.
struct Bodies {
	std::vector<Body> home;
	std::vector<Body> across;
};

Bodies bodies_of(std::span<const model::Party> parties, Names& names);

/// Where one side is named by its province alone, and the other by bodies that are not the province itself ("Công an
/// tỉnh Sơn La" and "tỉnh Hủa Phăn"), the province may stand for any of its bodies: marks it so. `givers` and
/// `receivers` are the parties of one record. Returns whether there is such a side.
bool stand_for_bodies(Bodies& givers, Bodies& receivers);
/// Lets each whole province stand for any of its bodies: within one fact it is only the vaguer word.
void stand_for_bodies(Bodies& bodies);

/// How two lists of one side fit.
enum class SideFit : std::uint8_t {
	missing,   ///< one list is empty, or both
	equal,     ///< the same bodies, whatever their spelling
	covered,   ///< the one list is part of the other, or says it less exactly
	loose,     ///< a province stands for a body of it, which is not the province itself
	crossing,  ///< some bodies are in both, and each has others
	kin,       ///< two bodies of one family: the party committee here, the people's committee there
	disjoint
};

SideFit fit(std::span<const Body> a, std::span<const Body> b, Names& names);

/// How two lists of parties fit, side by side.
struct PartyFit {
	SideFit home = SideFit::missing;
	SideFit across = SideFit::missing;
	bool one_sided = false;  ///< one of the lists names one side only
	bool apart = false;      ///< the one names one side only, the other the other only

	/// Whether they are other bodies. Kin can be one only where both tell of the same day.
	bool contradicts(bool same_day = false) const;
	/// Both sides are bodies with names of their own, the same ones.
	bool named = false;

	/// Both lists name both sides, and they are the same or differ in exactness only.
	bool both_sides_agree() const;
	/// What the fit takes away from a score of 100.
	int penalty() const;
};

PartyFit fit(const Bodies& a, const Bodies& b, Names& names);

/// By which part of the bodies of a place a block is made: bodies of two classes are never one.
std::string class_of(std::span<const model::Party> parties);

/// A party taken apart: "LA-HO/border-company/213".
struct PartyParts {
	std::string_view place;
	std::string_view kind;
	std::string_view name;
};
PartyParts parts_of(std::string_view party);
Family family_of(std::string_view kind);
bool is_home(std::string_view place);

}  // namespace bienban::facts
