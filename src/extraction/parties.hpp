#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/annotated.hpp"
#include "extraction/people.hpp"
#include "model/fields.hpp"

namespace bienban::extraction {

/// How a mention names its party.
enum class Naming : std::uint8_t {
	full,       ///< a body with its place or its name: "Bộ CHQS tỉnh Sơn La", "Đại đội 216 (Houaphan, Lào)"
	place,      ///< a province, district or country that may act as one: "tỉnh Sơn La", "Thanh Hóa"
	incomplete  ///< a body whose place the text leaves to the context: "Bộ CHQS tỉnh"
};

/// Where a mention stands; tells whether it acts.
enum class Role : std::uint8_t {
	free,      ///< may act
	in_title,  ///< part of somebody's post
	location,  ///< "tại trụ sở …", "trên địa bàn …"
	qualifier  ///< narrows another mention: "huyện Bualapha, tỉnh Khăm Muộn"
};

/// A stretch of text that names one party or a list of them under one head.
struct PartyMention {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::vector<model::Party> parties;
	Naming naming = Naming::full;
	Role role = Role::free;
	bool delegation = false;  ///< "Đoàn đại biểu … tỉnh Sê Kông"
	bool leaders = false;     ///< "lãnh đạo tỉnh …"
	bool of_paper = false;    ///< a side of the paper that the sentence opens with, where others act
};

/// A stretch of text that names a province, a chief town, a district or a gate.
struct PlaceMention {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::uint16_t place = 0;  ///< index into Lexicon::places()
	bool named = false;       ///< the province itself is named, not only something in it
};

struct Parties {
	std::vector<PartyMention> mentions;   ///< in order
	std::vector<PlaceMention> places;     ///< in order
	std::vector<std::string> codes;       ///< provinces that the text names, sorted, without doubles
	std::optional<std::uint16_t> home;    ///< the Vietnamese province that the text speaks of most
	std::optional<std::uint16_t> abroad;  ///< the Lao one
};

/// All parties and places of a document. Names that no table has are led to a province by the phonetic key, by the
/// words around them, or by the one province of their side in the text.
Parties find_parties(const Annotated& a, const People& people);

/// The side that the party's place is on; `none` where it is in a third country.
inline lexicon::Country country_of(std::string_view party) {
	// Letter by letter: it is asked for every party of every set, and comparing strings would be a call each time.
	if (party.size() < 2) return lexicon::Country::none;
	if (party[0] == 'V' && party[1] == 'N') return lexicon::Country::vn;
	return party[0] == 'L' && party[1] == 'A' ? lexicon::Country::la : lexicon::Country::none;
}
using model::place_of;
/// An embassy or a consulate general, which comes to others and speaks for its country.
inline bool is_mission(std::string_view party) {
	return party.ends_with("/agency/đại sứ quán") || party.ends_with("/agency/tổng lãnh sự quán");
}
/// "border-post" of "VN-05/border-post/chiềng tương".
inline std::string_view kind_of(std::string_view party) {
	const auto begin = place_of(party).size() + 1;
	if (begin > party.size()) return {};
	return party.substr(begin, party.find('/', begin) - begin);
}
/// Bodies that work for a whole province.
inline bool is_provincial(std::string_view kind) {
	return kind == "border-guard" || kind == "military-command" || kind == "police" || kind == "agency" ||
	       kind == "party-committee" || kind == "people-council" || kind == "people-committee" ||
	       kind == "fatherland-front" || kind == "youth-union" || kind == "women-union";
}

}  // namespace bienban::extraction
