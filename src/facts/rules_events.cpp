#include <algorithm>

#include "facts/rules.hpp"

/// Meetings, visits, activities: what happens on a day.
namespace bienban::facts {

namespace {

constexpr std::int32_t k_occasion_days = 7;

using model::ActivityKind;
using model::MeetingKind;

/// "Hội đàm", "hội nghị" and "giao ban" are written for one and the same round of talks.
bool is_round_of_talks(std::uint8_t kind) {
	const auto meeting = static_cast<MeetingKind>(kind);
	return meeting == MeetingKind::talks || meeting == MeetingKind::conference || meeting == MeetingKind::briefing;
}

bool places_differ(const Features& a, const Features& b) { return a.place != 0 && b.place != 0 && a.place != b.place; }

}  // namespace

When when(const Features& a, const Features& b) {
	const Stretch& x = a.date.known() ? a.date : a.occasion;
	const Stretch& y = b.date.known() ? b.date : b.occasion;
	When result;
	result.fit = fit(x, y);
	result.by_occasion = !a.date.known() || !b.date.known();
	result.both_occasion = !a.date.known() && !b.date.known();
	result.to_the_day = x.kind == Stretch::Kind::days && y.kind == Stretch::Kind::days &&
	                    x.length() <= k_occasion_days && y.length() <= k_occasion_days;
	if (result.fit != DateFit::equal && result.fit != DateFit::within) return result;
	const auto longer = std::max(x.length(), y.length());
	result.score = result.to_the_day || x.kind != y.kind ? 95 : longer <= 31 ? 86 : longer <= 62 ? 82 : 76;
	if (x.kind == Stretch::Kind::without_year && y.kind == x.kind) result.score = 80;
	// A whole year is no occasion: it only does not speak against it.
	if (result.by_occasion) result.score -= longer <= 62 ? 8 : 14;
	result.ground = result.by_occasion             ? Ground::occasion
	                : result.fit == DateFit::equal ? (result.to_the_day ? Ground::same_day : Ground::same_period)
	                                               : Ground::within;
	return result;
}

bool share_person(const Features& a, const Features& b, Names& names) {
	return std::ranges::any_of(a.people, [&](std::uint32_t x) {
		return std::ranges::any_of(b.people, [&](std::uint32_t y) { return names.related(x, y); });
	});
}

Judgement judge_meetings(const Features& a, const Features& b, Names& names) {
	const bool talks = is_round_of_talks(a.kind) && is_round_of_talks(b.kind);
	if (a.kind != b.kind && !talks) return k_different;
	const auto dates = when(a, b);
	const bool same_ordinal = a.ordinal != 0 && a.ordinal == b.ordinal;
	if (dates.fit == DateFit::apart && !dates.by_occasion && !same_ordinal && !(a.annual && b.annual))
		return k_different;
	const auto parties = fit(a.givers, b.givers, names);
	if (parties.contradicts(dates.to_the_day)) return k_different;
	const bool other_ordinal = a.ordinal != 0 && b.ordinal != 0 && a.ordinal != b.ordinal;
	const int of_kind = a.kind == b.kind ? 0 : 8;
	const int of_parties = parties.penalty();
	const bool other_place = places_differ(a, b);

	if (dates.score == 0) {
		if (dates.by_occasion) {
			// Without a day only the number of the round tells that it is the same one.
			return same_ordinal && parties.both_sides_agree() ? scored(78 - of_kind, Ground::ordinal) : k_open;
		}
		if (other_ordinal) return dates.fit == DateFit::near ? k_doubtful : k_different;
		const bool one_round = parties.both_sides_agree() && !other_place;
		if (same_ordinal && one_round) return scored(82 - of_kind, Ground::ordinal, true);
		if (a.annual && b.annual && one_round && a.kind == b.kind) return scored(70, Ground::annual, true);
		if (dates.fit != DateFit::near) return k_doubtful;
		const bool known = talks || parties.named || share_person(a, b, names);
		return scored((one_round && a.kind == b.kind ? (known ? 76 : 60) : 50) - of_parties, Ground::slip_of_day, true);
	}
	if (other_ordinal) {
		return dates.to_the_day && parties.both_sides_agree() && a.kind == b.kind ? scored(80, dates.ground, true)
		                                                                          : k_different;
	}
	int score = dates.score - of_kind - of_parties;
	if (same_ordinal) score += 8;
	if (dates.by_occasion && share_person(a, b, names)) score += 4;
	if (!dates.to_the_day && !talks) score -= 12;
	if (other_place) {
		if (!dates.to_the_day || dates.by_occasion || a.kind != b.kind || !parties.both_sides_agree())
			return k_doubtful;
		return scored(score - 12, dates.ground, true);
	}
	return scored(score, same_ordinal && !dates.to_the_day ? Ground::ordinal : dates.ground);
}

Judgement judge_visits(const Features& a, const Features& b, Names& names) {
	const auto dates = when(a, b);
	if (dates.fit == DateFit::apart && !dates.by_occasion) return k_different;
	const auto from = fit(a.givers, b.givers, names);
	const auto to = fit(a.receivers, b.receivers, names);
	if (from.contradicts(dates.to_the_day) || to.contradicts(dates.to_the_day) || from.apart || to.apart)
		return k_different;
	const bool both = (from.home != SideFit::missing || from.across != SideFit::missing) &&
	                  (to.home != SideFit::missing || to.across != SideFit::missing);
	const bool person = share_person(a, b, names);
	const bool other_person = !person && !a.people.empty() && !b.people.empty();
	const int of_parties = std::max(from.penalty(), to.penalty()) + (both ? 0 : 10);
	if (dates.score == 0) {
		if (dates.by_occasion) return person && both ? scored(60, Ground::occasion) : k_open;
		if (dates.fit != DateFit::near && dates.fit != DateFit::crossing) return k_doubtful;
		return scored((both && !other_person ? (person ? 80 : 72) : 50) - of_parties, Ground::slip_of_day, true);
	}
	int score = dates.score - of_parties + (person ? 5 : 0);
	// Two delegations of one body on one day are rare; two in a year are not.
	if (other_person) score -= dates.to_the_day ? 12 : 40;
	if (!dates.to_the_day && !person) score -= 6;
	return scored(score, dates.ground, other_person && dates.to_the_day);
}

Judgement judge_activities(const Features& a, const Features& b, Names& names) {
	if (a.kind != b.kind) return k_different;
	const auto dates = when(a, b);
	if (dates.fit == DateFit::apart && !dates.by_occasion) return k_different;
	const bool sections = a.marker_from != 0 && b.marker_from != 0;
	if (sections && (a.marker_from > b.marker_to || b.marker_from > a.marker_to)) return k_different;
	const bool same_section = sections && a.marker_from == b.marker_from && a.marker_to == b.marker_to;
	const auto parties = fit(a.givers, b.givers, names);
	if (parties.contradicts(dates.to_the_day)) return k_different;
	const auto kind = static_cast<ActivityKind>(a.kind);
	const bool repeated = kind == ActivityKind::patrol || kind == ActivityKind::operation;
	const bool other_place = places_differ(a, b);
	if (dates.score == 0) {
		if (dates.by_occasion) return k_open;
		if (dates.fit != DateFit::near && dates.fit != DateFit::crossing) return k_doubtful;
		const bool one = parties.both_sides_agree() && !other_place && (same_section || !repeated);
		return scored((one ? 74 : 50) - parties.penalty(), Ground::slip_of_day, true);
	}
	int score = dates.score - parties.penalty();
	if (!dates.to_the_day && repeated && !same_section) score -= 14;
	if (same_section) score += 4;
	if (other_place) {
		if (!dates.to_the_day || dates.by_occasion || !parties.both_sides_agree()) return k_doubtful;
		return scored(score - 12, dates.ground, true);
	}
	return scored(score, dates.ground);
}

}  // namespace bienban::facts
