#include "naming/persons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/one_of.hpp"
#include "model/fields.hpp"
#include "naming/parties.hpp"
#include "naming/person_traits.hpp"
#include "naming/ranks.hpp"
#include "text/letters.hpp"

namespace bienban::naming {
namespace {

// A year in the numbers yyyymmdd of model::Period.
constexpr std::int32_t k_year = 10000;

std::string levelled(std::string_view words) {
	std::string out;
	for (const char c : text::lower(words)) {
		const bool space = c == ' ' || c == '\n' || c == '\t';
		if (!space) out += c;
		if (space && !out.empty() && out.back() != ' ') out += ' ';
	}
	while (!out.empty() && out.back() == ' ') out.pop_back();
	return out;
}

std::string_view kind_of(std::string_view party) {
	const auto first = party.find('/');
	if (first == std::string_view::npos) return {};
	return party.substr(first + 1, party.find('/', first + 1) - first - 1);
}

bool of_country(std::string_view place) { return place.size() == 2; }

/// Bodies that one person leads at once, or that are part of each other. A seat in the party's committee goes with any
/// post.
bool are_kin(std::string_view place, std::string_view a, std::string_view b) {
	constexpr auto k_leaders = std::to_array<std::string_view>(
	    {"party-committee", "people-committee", "people-council", "province", "state", "government"});
	constexpr auto k_army =
	    std::to_array<std::string_view>({"military-command", "border-guard", "ministry-of-defence", "general-staff"});
	if (a == "party-committee" || b == "party-committee") return true;
	// A Lao province's command has the border companies under it; in Vietnam the two commands had officers of their
	// own.
	if (base::one_of(a, k_army) && base::one_of(b, k_army)) return of_country(place) || place.starts_with("LA");
	return base::one_of(a, k_leaders) && base::one_of(b, k_leaders);
}

/// Ministries and the party's centre have so many officers that two of one common name are no wonder.
bool only_wide(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
	return std::ranges::all_of(a, [&](std::string_view body) {
		const bool shared = std::ranges::find(b, body) != b.end();
		return !shared || (of_country(model::place_of(body)) &&
		                   (kind_of(body).starts_with("ministry-of") || kind_of(body) == "party-committee"));
	});
}

/// What the ranks say.
enum class RankSign : std::uint8_t {
	none,
	steady,  ///< equal, or rising as they do
	slip,    ///< one level apart without time for it, or falling within a year: papers err
	falls,   ///< over years
	leaps,   ///< more levels than years
	two      ///< two levels or more apart at one time
};

RankSign read_ranks(const PersonTraits& a, const PersonTraits& b) {
	if (!a.rank || !b.rank) return RankSign::none;
	const auto country = !a.country.empty() ? a.country : b.country;
	const int steps = rank_steps(*a.rank, *b.rank, country);
	if (steps == 0) return RankSign::steady;
	if (!a.time || !b.time) return RankSign::none;
	if (model::overlap(*a.time, *b.time)) return std::abs(steps) >= 2 ? RankSign::two : RankSign::slip;
	const bool a_first = a.time->last < b.time->first;
	const int rise = a_first ? steps : -steps;
	const auto gap = a_first ? b.time->first - a.time->last : a.time->first - b.time->last;
	if (rise < 0) return gap >= k_year ? RankSign::falls : RankSign::slip;
	const auto longest = a_first ? b.time->last - a.time->first : a.time->last - b.time->first;
	// An officer waits two to four years for each rank.
	return rise >= 3 && longest < rise * k_year ? RankSign::leaps : RankSign::steady;
}

/// Whole years between two mentions, 0 where they meet in time or where a time is not known.
int years_between(const PersonTraits& a, const PersonTraits& b) {
	if (!a.time || !b.time || model::overlap(*a.time, *b.time)) return 0;
	const auto gap = a.time->last < b.time->first ? b.time->first - a.time->last : a.time->first - b.time->last;
	return gap / k_year;
}

bool one_after_the_other(const PersonTraits& a, const PersonTraits& b) {
	return a.time && b.time && !model::overlap(*a.time, *b.time);
}

/// How much a name says by itself: three columns of the tables below.
enum class Weight : std::uint8_t { common, short_, long_ };

Weight weight_of(const PersonTraits& a, const PersonTraits& b, const NameMatch& names) {
	if (a.name->vietnamese() || b.name->vietnamese())
		return a.name->common() || b.name->common() ? Weight::common : Weight::long_;
	constexpr int k_long = 4;
	return names.syllables >= k_long ? Weight::long_ : Weight::short_;
}

double pick(Weight weight, double common, double short_name, double long_name) {
	return weight == Weight::common ? common : weight == Weight::short_ ? short_name : long_name;
}

/// "Trưởng bản Nà Cài" of both; not "Chỉ huy trưởng", which many are.
bool same_long_title(const PersonTraits& a, const PersonTraits& b) {
	constexpr int k_with_body = 3;  // spaces
	return a.title == b.title && std::ranges::count(a.title, ' ') >= k_with_body;
}

/// Of one full name.
Opinion of_full(const PersonTraits& a, const PersonTraits& b, BodyRelation bodies, Weight weight) {
	const bool later = one_after_the_other(a, b);
	const bool vietnamese = a.name->vietnamese() || b.name->vietnamese();
	switch (bodies) {
		case BodyRelation::same:
			if (weight == Weight::common && only_wide(a.bodies, b.bodies)) return {0.65, "person-common-name"};
			return {pick(weight, 0.93, 0.91, 0.97), "person-same-name-and-body"};
		case BodyRelation::kin:
			if (weight == Weight::common) return {0.65, "person-common-name"};
			return {pick(weight, 0, 0.84, 0.9), "person-same-name-and-kin"};
		case BodyRelation::place:
			if (!later)
				return {vietnamese ? pick(weight, 0.3, 0, 0.5) : pick(weight, 0, 0.4, 0.55), "person-two-bodies"};
			return {vietnamese ? pick(weight, 0.5, 0, 0.62) : pick(weight, 0, 0.6, 0.77), "person-transfer"};
		case BodyRelation::levels:
			if (!later) return {pick(weight, 0.3, 0.4, 0.55), "person-two-levels"};
			return {pick(weight, 0.4, 0.5, 0.65), "person-two-levels"};
		case BodyRelation::apart:
			if (!later) return {vietnamese ? 0.15 : pick(weight, 0, 0.2, 0.4), "person-two-places"};
			return {vietnamese ? pick(weight, 0.2, 0, 0.42) : pick(weight, 0, 0.3, 0.55), "person-two-places"};
		case BodyRelation::unknown: break;
	}
	if (same_long_title(a, b) && weight != Weight::common) return {0.86, "person-same-name-and-title"};
	if (weight == Weight::common) return {0.5, "person-common-name"};
	return {pick(weight, 0, 0.66, 0.74), "person-name-only"};
}

/// One name is a part of the other, of so many syllables.
Opinion of_part(BodyRelation bodies, int syllables) {
	constexpr int k_telling = 3;
	const bool telling = syllables >= k_telling;
	switch (bodies) {
		case BodyRelation::same: return {telling ? 0.85 : 0.6, "person-part-of-name"};
		case BodyRelation::kin: return {telling ? 0.7 : 0.5, "person-part-of-name"};
		case BodyRelation::unknown: return {telling ? 0.62 : 0.45, "person-name-only"};
		case BodyRelation::place: return {telling ? 0.45 : 0.3, "person-part-of-name"};
		case BodyRelation::levels: return {telling ? 0.4 : 0.2, "person-part-of-name"};
		case BodyRelation::apart: break;
	}
	return {0.1, "person-two-places"};
}

/// The names are one sound apart.
Opinion of_near(BodyRelation bodies) {
	if (bodies == BodyRelation::same) return {0.7, "person-near-name"};
	if (bodies == BodyRelation::kin) return {0.55, "person-near-name"};
	return {bodies == BodyRelation::unknown ? 0.4 : 0.1, "person-near-name"};
}

void hear_ranks(RankSign ranks, BodyRelation bodies, Opinion& opinion) {
	switch (ranks) {
		case RankSign::none: return;
		case RankSign::steady:
			// What lifts a transfer of a telling name over the line: the ranks go with one career.
			if (opinion.score >= k_unsure_from) opinion.score = std::min(0.99, opinion.score + 0.04);
			return;
		case RankSign::slip: opinion.score -= bodies == BodyRelation::same ? 0.08 : 0.12; return;
		case RankSign::falls: opinion = {opinion.score - 0.45, "person-rank-falls"}; return;
		case RankSign::leaps: opinion = {opinion.score - 0.4, "person-rank-leaps"}; return;
		case RankSign::two: opinion = {opinion.score - 0.35, "person-two-ranks"}; return;
	}
}

}  // namespace

PersonTraits::PersonTraits(const PersonMention& mention, const FullName& taken_apart, Strings& strings)
    : country(strings.hold(mention.country.value_or(""))),
      name(&taken_apart),
      rank(mention.rank ? rank_level(*mention.rank) : std::nullopt),
      title(strings.hold(levelled(mention.title.value_or("")))),
      time(time_of(mention)) {
	bodies.reserve(mention.bodies.size());
	for (const model::Party& body : mention.bodies) bodies.push_back(strings.hold(body));
}

std::optional<model::Period> time_of(const PersonMention& mention) {
	const auto first = mention.first ? model::period_of(*mention.first) : std::nullopt;
	const auto last = mention.last ? model::period_of(*mention.last) : std::nullopt;
	std::optional<model::Period> time = first ? first : last;
	if (last) {
		time->last = std::max(time->last, last->last);
		time->first = std::min(time->first, last->first);
	}
	return time;
}

BodyRelation relate_bodies(std::string_view a, std::string_view b) {
	const auto place = model::place_of(a);
	const auto other = model::place_of(b);
	if (place == other) {
		if (a == b || compare_parties(a, b).verdict == Verdict::same) return BodyRelation::same;
		const auto kind = kind_of(a);
		// Two posts, two districts are never kin: each has a chief of its own.
		if (kind != kind_of(b) && are_kin(place, kind, kind_of(b))) return BodyRelation::kin;
		return of_country(place) ? BodyRelation::levels : BodyRelation::place;
	}
	return of_country(place) || of_country(other) ? BodyRelation::levels : BodyRelation::apart;
}

Opinion weigh(const PersonTraits& a, const PersonTraits& b, const NameMatch& names, BodyRelation bodies) {
	if (!a.country.empty() && !b.country.empty() && a.country != b.country) return {0.02, "person-other-country"};
	if (names.relation == NameRelation::other) return {0, "person-other-name"};
	auto opinion = names.relation == NameRelation::full   ? of_full(a, b, bodies, weight_of(a, b, names))
	               : names.relation == NameRelation::part ? of_part(bodies, names.syllables)
	                                                      : of_near(bodies);
	// The like spelling goes first where two candidates fit.
	if (names.relation == NameRelation::full && !names.same_letters) opinion.score -= 0.04;
	hear_ranks(read_ranks(a, b), bodies, opinion);
	// A public career in one country rarely spans more years.
	constexpr int k_long_silence = 15;
	if (years_between(a, b) >= k_long_silence && opinion.score >= k_unsure_from)
		opinion = {opinion.score - 0.2, "person-long-silence"};
	opinion.score = std::round(std::clamp(opinion.score, 0.0, 1.0) * 100) / 100;
	return opinion;
}

Proposal compare(const PersonMention& a, const PersonMention& b) {
	const FullName name_a(a.name, a.country.value_or(""));
	const FullName name_b(b.name, b.country.value_or(""));
	Strings strings;
	const PersonTraits left(a, name_a, strings);
	const PersonTraits right(b, name_b, strings);
	auto bodies = BodyRelation::unknown;
	for (const auto& x : left.bodies) {
		for (const auto& y : right.bodies) bodies = std::max(bodies, relate_bodies(x, y));
	}
	const auto opinion = weigh(left, right, relate(name_a, name_b), bodies);
	return {verdict_of(opinion.score), opinion.score, std::string(opinion.reason)};
}

std::string block_of(const PersonMention& mention) {
	return FullName(mention.name, mention.country.value_or("")).block();
}

}  // namespace bienban::naming
