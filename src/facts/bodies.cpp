#include "facts/bodies.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "naming/phonetic.hpp"
#include "text/letters.hpp"

namespace bienban::facts {

namespace {

/// The side of the border that documents are written on; all other countries are across.
constexpr std::string_view k_home = "VN";

constexpr auto k_province = std::to_array<std::string_view>(
    {"province", "people-committee", "party-committee", "people-council", "fatherland-front"});
/// Those of them that are the province itself. Its council and its front are not: they hold talks and sign papers with
/// the council and the front across the border.
constexpr auto k_ruling = std::to_array<std::string_view>({"province", "people-committee", "party-committee"});
constexpr auto k_state = std::to_array<std::string_view>({"state", "government"});
constexpr auto k_force =
    std::to_array<std::string_view>({"border-guard", "military-command", "police", "military-region", "general-staff",
                                     "ministry-of-defence", "ministry-of-public-security"});
constexpr auto k_local =
    std::to_array<std::string_view>({"district", "district-military", "border-post", "border-company",
                                     "border-checkpoint", "village", "commune", "military-unit", "school"});

constexpr std::size_t k_most_bodies = 64;

bool has_digit(std::string_view text) {
	return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The parts of a name that are long enough to tell people apart, by their sound.
std::vector<std::string> part_keys_of(std::string_view bare) {
	std::vector<std::string> keys;
	std::string word;
	const auto close = [&] {
		if (word.size() >= 3) keys.push_back(naming::phonetic_key(word));
		word.clear();
	};
	for (const char c : bare) {
		if (c == ' ' || c == '-') {
			close();
		} else {
			word += c;
		}
	}
	close();
	return keys;
}

/// A number that stands for a kind or a place; equal texts give equal numbers.
std::uint32_t hash_of(std::string_view text) {
	std::uint32_t hash = 2166136261U;
	for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
	return hash;
}

enum class Likeness : std::uint8_t { others, kin, loose, vaguer, same };

Likeness likeness(const Body& a, const Body& b, Names& names) {
	if (a.place != b.place) return Likeness::others;
	if (a.kind != b.kind) {
		return (a.loosely && !b.rules) || (b.loosely && !a.rules) ? Likeness::loose : Likeness::others;
	}
	if (a.whole != b.whole) return Likeness::vaguer;
	if (a.name == b.name) return Likeness::same;
	if (a.name == 0 || b.name == 0) return Likeness::vaguer;
	// Of a family of bodies that sign for each other, the third part tells which one it is.
	if (!a.named && !b.named) return Likeness::kin;
	return names.same(a.name, b.name) ? Likeness::same : Likeness::others;
}

}  // namespace

std::uint32_t Names::id_of(std::string_view name) {
	if (name.empty()) return 0;
	const auto [at, added] = m_ids.try_emplace(std::string{name}, static_cast<std::uint32_t>(m_names.size() + 1));
	if (added) {
		auto bare = text::bare(name);
		auto parts = part_keys_of(bare);
		m_names.push_back({.text = std::string{name},
		                   .bare = std::move(bare),
		                   .key = naming::phonetic_key(name),
		                   .part_keys = std::move(parts),
		                   .digits = has_digit(name)});
	}
	return at->second;
}

bool Names::same(std::uint32_t a, std::uint32_t b) {
	if (a == b) return true;
	if (a == 0 || b == 0) return false;
	const Name& x = m_names[a - 1];
	const Name& y = m_names[b - 1];
	if (x.bare == y.bare) return true;
	if (x.digits || y.digits || x.key != y.key) return false;
	const auto [at, added] = m_same.try_emplace((std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b), false);
	if (added) at->second = naming::same_name(x.text, y.text);
	return at->second;
}

bool Names::related(std::uint32_t a, std::uint32_t b) {
	if (a == 0 || b == 0) return false;
	if (same(a, b)) return true;
	const Name& x = m_names[a - 1];
	const Name& y = m_names[b - 1];
	return std::ranges::any_of(x.part_keys, [&](const std::string& key) {
		return key.size() > 1 && std::ranges::find(y.part_keys, key) != y.part_keys.end();
	});
}

PartyParts parts_of(std::string_view party) {
	PartyParts parts;
	const auto first = party.find('/');
	parts.place = party.substr(0, first);
	if (first == std::string_view::npos) return parts;
	const auto second = party.find('/', first + 1);
	parts.kind = party.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
	if (second != std::string_view::npos) parts.name = party.substr(second + 1);
	return parts;
}

bool is_home(std::string_view place) { return place.starts_with(k_home); }

Family family_of(std::string_view kind) {
	if (base::one_of(kind, k_province)) return Family::province;
	if (base::one_of(kind, k_state)) return Family::state;
	if (base::one_of(kind, k_force)) return Family::force;
	if (base::one_of(kind, k_local)) return Family::local;
	return Family::other;
}

Bodies bodies_of(std::span<const model::Party> parties, Names& names) {
	Bodies bodies;
	// A table with hundreds of bodies is no list of parties; its first ones tell it apart well enough.
	for (const model::Party& party : parties.first(std::min(parties.size(), k_most_bodies))) {
		const auto parts = parts_of(party);
		const auto family = family_of(parts.kind);
		Body body;
		body.place = hash_of(parts.place);
		body.home = is_home(parts.place);
		// "tỉnh", "UBND tỉnh", "Tỉnh ủy" are one side of a table; so are a state and its government. The third part
		// then tells the body, as the name does elsewhere.
		const bool ruling = base::one_of(parts.kind, k_ruling);
		body.rules = ruling || family == Family::state;
		const auto kind = !body.rules ? parts.kind : ruling ? k_ruling.front() : k_state.front();
		body.kind = hash_of(kind);
		body.whole = body.rules && parts.kind == kind;
		body.name = body.rules && !body.whole ? names.id_of(parts.kind) : names.id_of(parts.name);
		body.named = !body.rules && body.name != 0;
		auto& side = body.home ? bodies.home : bodies.across;
		if (std::ranges::find(side, body) == side.end()) side.push_back(body);
	}
	return bodies;
}

namespace {

/// A whole province, not a whole state.
bool is_province(const Body& body) {
	static const std::uint32_t k_kind = hash_of(k_ruling.front());
	return body.whole && body.kind == k_kind;
}

}  // namespace

bool stand_for_bodies(Bodies& givers, Bodies& receivers) {
	const auto only_province = [](const std::vector<Body>& a, const std::vector<Body>& b) {
		return a.size() + b.size() == 1 && is_province(a.empty() ? b.front() : a.front());
	};
	const auto only_bodies = [](const std::vector<Body>& a, const std::vector<Body>& b) {
		const auto of_its_own = [](const Body& body) { return !body.rules; };
		return a.size() + b.size() > 0 && std::ranges::all_of(a, of_its_own) && std::ranges::all_of(b, of_its_own);
	};
	if (only_province(givers.home, receivers.home) && only_bodies(givers.across, receivers.across)) {
		(givers.home.empty() ? receivers : givers).home.front().loosely = true;
		return true;
	}
	if (only_province(givers.across, receivers.across) && only_bodies(givers.home, receivers.home)) {
		(givers.across.empty() ? receivers : givers).across.front().loosely = true;
		return true;
	}
	return false;
}

void stand_for_bodies(Bodies& bodies) {
	for (auto* side : {&bodies.home, &bodies.across}) {
		for (Body& body : *side) body.loosely = is_province(body);
	}
}

SideFit fit(std::span<const Body> a, std::span<const Body> b, Names& names) {
	if (a.empty() || b.empty()) return SideFit::missing;
	bool exact = true;
	bool related = false;
	bool loose = false;
	const auto count = [&](std::span<const Body> these, std::span<const Body> those) {
		std::size_t found = 0;
		for (const Body& body : these) {
			auto best = Likeness::others;
			for (const Body& other : those) best = std::max(best, likeness(body, other, names));
			if (best >= Likeness::loose) ++found;
			if (best == Likeness::loose) loose = true;
			if (best == Likeness::kin) related = true;
			if (best < Likeness::same) exact = false;
		}
		return found;
	};
	const auto of_a = count(a, b);
	const auto of_b = count(b, a);
	if (of_a == 0 || of_b == 0) return related ? SideFit::kin : SideFit::disjoint;
	if (loose) return SideFit::loose;
	if (of_a == a.size() && of_b == b.size()) return exact ? SideFit::equal : SideFit::covered;
	return of_a == a.size() || of_b == b.size() ? SideFit::covered : SideFit::crossing;
}

bool PartyFit::contradicts(bool same_day) const {
	const auto others = [&](SideFit side) { return side == SideFit::disjoint || (side == SideFit::kin && !same_day); };
	return others(home) || others(across);
}

bool PartyFit::both_sides_agree() const {
	const auto agrees = [](SideFit side) { return side == SideFit::equal || side == SideFit::covered; };
	return agrees(home) && agrees(across);
}

int PartyFit::penalty() const {
	if (contradicts(true)) return 100;
	if (apart) return 40;
	const auto of_side = [](SideFit side) {
		switch (side) {
			case SideFit::covered: return 4;
			case SideFit::loose: return 24;
			case SideFit::crossing: return 12;
			case SideFit::kin: return 14;
			default: return 0;
		}
	};
	return of_side(home) + of_side(across) + (one_sided ? 10 : 0);
}

PartyFit fit(const Bodies& a, const Bodies& b, Names& names) {
	PartyFit result;
	result.home = fit(a.home, b.home, names);
	result.across = fit(a.across, b.across, names);
	const auto named = [](const std::vector<Body>& side) { return !side.empty() && side.front().named; };
	result.named = result.home == SideFit::equal && result.across == SideFit::equal && named(a.home) && named(a.across);
	result.one_sided = a.home.empty() != b.home.empty() || a.across.empty() != b.across.empty();
	result.apart = result.home == SideFit::missing && result.across == SideFit::missing &&
	               (!a.home.empty() || !a.across.empty()) && (!b.home.empty() || !b.across.empty());
	return result;
}

namespace {

/// Which side tells the class: the home side where it is named, for documents are written there, and name it most. But
/// where it is the province alone, and across stand only bodies that are not the province, it may be any body of it.
bool class_is_of_home(std::span<const model::Party> parties) {
	bool home = false;
	bool across = false;
	bool home_is_province = true;
	bool across_is_bodies = true;
	for (const model::Party& party : parties) {
		const auto parts = parts_of(party);
		const bool ruling = base::one_of(parts.kind, k_ruling);
		if (is_home(parts.place)) {
			home = true;
			home_is_province = home_is_province && ruling;
		} else {
			across = true;
			across_is_bodies = across_is_bodies && !ruling && family_of(parts.kind) != Family::state;
		}
	}
	return home && !(across && home_is_province && across_is_bodies);
}

}  // namespace

std::string class_of(std::span<const model::Party> parties) {
	const bool home = class_is_of_home(parties);
	std::string best;
	for (const model::Party& party : parties) {
		const auto parts = parts_of(party);
		if (is_home(parts.place) != home) continue;
		std::string here;
		switch (family_of(parts.kind)) {
			case Family::state: here = "0"; break;
			case Family::province: here = "1"; break;
			case Family::force: {
				// The border guard of the one side has the military command of the other across the border.
				const bool command = parts.kind == "border-guard" || parts.kind == "military-command";
				here = "2" + std::string{command ? "command" : parts.kind};
				break;
			}
			default: here = "3" + std::string{parts.kind};
		}
		// A border post's year is small enough for a block of its own; all posts of a province in one are too many.
		if (!parts.name.empty() && parts.kind != "agency") {
			const auto key = has_digit(parts.name) ? std::string{} : naming::phonetic_key(parts.name);
			here = "3" + std::string{parts.kind} + ":" + (key.empty() ? text::bare(parts.name) : key);
		}
		if (best.empty() || here < best) best = here;
	}
	return best;
}

}  // namespace bienban::facts
