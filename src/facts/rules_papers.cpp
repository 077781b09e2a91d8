#include <algorithm>

#include "facts/rules.hpp"

/// Agreements and twinnings: what is signed once and spoken of for years.
namespace bienban::facts {

namespace {

using model::Instrument;

/// Papers of two bodies for a term, whose name reports change freely.
bool is_memorandum(std::uint8_t kind) {
	const auto instrument = static_cast<Instrument>(kind);
	return instrument == Instrument::memorandum || instrument == Instrument::minutes ||
	       instrument == Instrument::agreement;
}

bool covers(const Stretch& term, const Stretch& year) {
	return term.kind == Stretch::Kind::days && year.kind == Stretch::Kind::days && term.first <= year.last &&
	       year.first <= term.last;
}

bool is_day(const Stretch& date) { return date.kind == Stretch::Kind::days && date.length() <= 7; }

}  // namespace

Judgement judge_agreements(const Features& a, const Features& b, Names& names) {
	if (a.kind != b.kind && !(is_memorandum(a.kind) && is_memorandum(b.kind))) return k_different;
	const auto signing = fit(a.date, b.date);
	const auto terms = fit(a.term, b.term);
	const bool same_term = terms == DateFit::equal || nearly_equal(a.term, b.term);
	const bool other_term = a.term.known() && b.term.known() && !same_term;
	if (signing == DateFit::apart && !same_term) return k_different;
	if (other_term && signing == DateFit::unknown && terms != DateFit::within) return k_different;
	const auto parties = fit(a.givers, b.givers, names);
	const bool days = is_day(a.date) && is_day(b.date);
	if (parties.contradicts(days && signing == DateFit::equal)) return k_different;
	const int penalty = parties.penalty() + (a.kind == b.kind ? 0 : 14);
	const bool signing_fits = signing == DateFit::equal || signing == DateFit::within;

	if (signing_fits) {
		const int by_date = days ? 94 : std::max(a.date.length(), b.date.length()) <= 62 ? 86 : 80;
		if (same_term) return scored(98 - penalty, Ground::term);
		if (!other_term) return scored(by_date - penalty, days ? Ground::same_day : Ground::within);
		// The same day with two terms: one paper of which one report mistook the term, if all else agrees.
		if (signing == DateFit::equal && days && parties.both_sides_agree() && a.kind == b.kind) {
			return scored(78 - penalty, Ground::same_day, true);
		}
		return k_doubtful;
	}
	if (signing != DateFit::unknown) {  // both signed, on other days
		if (same_term && parties.both_sides_agree() && a.kind == b.kind) {
			// Far apart it is rather one day told with the term of another paper: whoever gives that day comes first.
			return scored((signing == DateFit::near ? 80 : 74) - penalty, Ground::term, true);
		}
		if (other_term) return k_different;
		if (signing != DateFit::near) return k_doubtful;
		return scored((parties.both_sides_agree() && a.kind == b.kind ? 72 : 50) - penalty, Ground::slip_of_day, true);
	}
	if (same_term) return scored(92 - penalty, Ground::term);
	if (other_term) return k_doubtful;
	// One of them has only a term, or nothing but the year in which it was spoken of.
	const Features& known = a.date.known() || a.term.known() ? a : b;
	const Features& vague = &known == &a ? b : a;
	if (vague.term.known() || vague.date.known()) {
		// The day of the one and the term of the other: a paper is signed in the year before its term, or in its first.
		const Stretch& day = known.date.known() ? known.date : vague.date;
		const Stretch& term = known.term.known() ? known.term : vague.term;
		if (!day.known() || !term.known()) return k_open;
		const auto ahead = term.first - day.last;
		return ahead > -366 && ahead < 366 ? scored(58 - penalty, Ground::signed_then) : k_doubtful;
	}
	if (!known.date.known() && !known.term.known()) {
		// Neither says when. Within one year it is the same paper; lasting instruments are no better known.
		if (!a.occasion.known() && !b.occasion.known()) return scored(72 - penalty, Ground::in_force);
		return fit(a.occasion, b.occasion) == DateFit::equal ? scored(72 - penalty, Ground::in_force) : k_open;
	}
	if (!vague.occasion.known()) return k_open;
	if (known.term.known()) {
		return covers(known.term, vague.occasion) ? scored(76 - penalty, Ground::in_force) : k_doubtful;
	}
	// Signed in the year in which the other speaks of it.
	return covers(known.date, vague.occasion) ? scored(70 - penalty, Ground::in_force) : k_open;
}

Judgement judge_twinnings(const Features& a, const Features& b, Names& names) {
	const auto parties = fit(a.givers, b.givers, names);
	if (parties.contradicts()) return k_different;
	if (parties.one_sided || parties.apart) return scored(50, Ground::pair);
	const bool equal = parties.home == SideFit::equal && parties.across == SideFit::equal;
	const auto since = fit(a.date, b.date);
	const bool differ = since == DateFit::near || since == DateFit::apart || since == DateFit::crossing;
	// Two bodies become twins once, whatever year a report gives.
	if (equal) return scored(differ ? 80 : 92, Ground::pair, differ);
	if (differ) return k_doubtful;
	return scored(since == DateFit::unknown ? 55 : 78, Ground::pair);
}

}  // namespace bienban::facts
