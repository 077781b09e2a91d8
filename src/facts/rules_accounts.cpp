#include <algorithm>
#include <bit>

#include "facts/goods.hpp"
#include "facts/rules.hpp"

/// What was done, promised, counted and given over a time.
namespace bienban::facts {

namespace {

/// How far two figures of one thing may lie apart and still be one that somebody wrote down wrongly.
constexpr double k_slip_of_figure = 2.0;
/// From here on an equal figure is hardly a matter of chance.
constexpr double k_telling = 20;

struct PeriodFit {
	bool same = false;  ///< equal, or nearly so
	bool near = false;  ///< told in one month, as far as is known
	bool slip = false;  ///< two days that a slip of the pen tells apart
	bool possible = true;
	int penalty = 0;
	Ground ground = Ground::same_period;
};

PeriodFit fit_periods(const Features& a, const Features& b) {
	PeriodFit result;
	if (a.date.known() && b.date.known()) {
		switch (fit(a.date, b.date)) {
			case DateFit::equal: result.same = true; break;
			case DateFit::within:
				result.same = nearly_equal(a.date, b.date);
				result.penalty = result.same ? 5 : 20;
				result.ground = Ground::within;
				break;
			case DateFit::near:
				result.slip = true;
				result.penalty = 20;
				result.ground = Ground::slip_of_day;
				break;
			default: result.possible = false;
		}
		return result;
	}
	const auto dates = when(a, b);
	result.ground = Ground::occasion;
	if (dates.both_occasion) {
		const bool fits = dates.fit == DateFit::within || dates.fit == DateFit::equal;
		result.same = dates.fit == DateFit::equal && dates.to_the_day;
		// A report without the day that appeared in the month of the talks.
		result.near = fits && dates.score >= 74;
		result.penalty = result.same ? 6 : fits ? 12 : 20;
	} else {
		// The period of the one, the occasion of the other: figures are told at the end of their period or soon after.
		result.penalty = dates.fit == DateFit::within || dates.fit == DateFit::equal ? 12 : 22;
	}
	return result;
}

bool themes_differ(const Features& a, const Features& b) {
	return a.themes != 0 && b.themes != 0 && a.themes != b.themes;
}

bool within_slip(const Amount& a, const Amount& b) {
	const auto [low, high] = std::minmax(a.value, b.value);
	return low > 0 && high <= low * k_slip_of_figure;
}

}  // namespace

Judgement judge_accounts(const Features& a, const Features& b, Names& names) {
	const auto period = fit_periods(a, b);
	if (!period.possible) return k_different;
	const auto parties = fit(a.givers, b.givers, names);
	if (parties.contradicts()) return k_different;
	// What one side promises is another promise than what both do.
	if (parties.one_sided || parties.apart) return k_open;
	const auto common = std::popcount(a.themes & b.themes);
	const auto all = std::popcount(a.themes | b.themes);
	// Each report picks some of a long list: other themes speak against one fact only a little.
	const int of_themes = all == 0 ? 0 : common == 0 ? 20 : 12 - 12 * common / all;
	if (period.slip) return k_doubtful;
	if (!period.same && !period.near) return scored(60 - of_themes - parties.penalty(), period.ground);
	return scored(94 - period.penalty - of_themes - parties.penalty(), period.ground);
}

Judgement judge_results(const Features& a, const Features& b, Names& names) {
	if (a.unit_head != b.unit_head || themes_differ(a, b)) return k_different;
	const auto period = fit_periods(a, b);
	if (!period.possible) return k_different;
	const auto by = fit(a.givers, b.givers, names);
	const auto to = fit(a.receivers, b.receivers, names);
	if (by.contradicts() || to.contradicts() || to.apart) return k_different;
	const int of_parties = by.penalty() + (to.one_sided ? 4 : to.penalty());
	const int of_theme = a.themes == b.themes ? 0 : 3;
	const bool equal = a.amount.value == b.amount.value;
	if (a.unit != b.unit) {
		// "727 lượt bệnh nhân" and "727 lượt người dân": one figure in two wordings, where all else is the same.
		if (!equal || !period.same || a.themes == 0 || a.themes != b.themes) return k_open;
		return scored(84 - period.penalty - of_parties, Ground::figure);
	}
	if (equal || agree(a.amount, b.amount)) {
		const bool telling = a.amount.value >= k_telling;
		int score = 96 - period.penalty - of_parties - of_theme - (equal ? 0 : 4);
		if (period.slip) return equal && by.both_sides_agree() ? scored(score, period.ground, true) : k_doubtful;
		if (!telling && !period.same) score -= 16;
		return scored(score, equal ? Ground::figure : Ground::figure_about);
	}
	if (!period.same) return a.date.known() && b.date.known() ? k_doubtful : k_open;
	if (!by.both_sides_agree() && !(by.home == SideFit::equal || by.across == SideFit::equal)) return k_doubtful;
	const bool slip = within_slip(a.amount, b.amount);
	return scored((slip ? 82 : 50) - period.penalty - of_parties - of_theme, Ground::figure_differs, true);
}

Judgement judge_supports(const Features& a, const Features& b, Names& names) {
	const auto period = fit_periods(a, b);
	if (!period.possible) return k_different;
	const auto giver = fit(a.givers, b.givers, names);
	const auto receiver = fit(a.receivers, b.receivers, names);
	if (giver.contradicts() || receiver.contradicts() || giver.apart || receiver.apart) return k_different;
	// A gift known by its cost alone is "quà" in one report and "tiền" in the next.
	const bool sums_only = !a.amount.known && !b.amount.known && a.worth.known && b.worth.known;
	const auto items =
	    sums_only && is_gift_or_money(a.item) && is_gift_or_money(b.item) ? ItemFit::equal : fit_items(a.item, b.item);
	if (items == ItemFit::disjoint || items == ItemFit::crossing) return k_different;
	if (a.currency != 0 && b.currency != 0 && a.currency != b.currency) return k_different;
	const int of_parties = giver.penalty() + receiver.penalty();
	const int of_items = items == ItemFit::equal ? 0 : 6;
	const bool counts = a.amount.known && b.amount.known;
	const bool sums = a.worth.known && b.worth.known;
	if (counts && a.unit != 0 && b.unit != 0 && a.unit != b.unit) return k_different;
	const bool agreeing = (!counts || agree(a.amount, b.amount)) && (!sums || agree(a.worth, b.worth));
	if (!counts && !sums) {
		// "Một số" says only that it was given; a count and a sum cannot be held against each other.
		if (period.slip) return k_doubtful;
		return scored((period.same ? 82 : 52) - period.penalty - of_parties - of_items, period.ground);
	}
	if (agreeing) {
		const bool telling = sums || (counts && a.amount.value >= k_telling);
		const bool exact = (!counts || a.amount.value == b.amount.value) && (!sums || a.worth.value == b.worth.value);
		int score = 96 - period.penalty - of_parties - of_items - (exact ? 0 : 4);
		if (period.slip) return exact && items == ItemFit::equal ? scored(score, period.ground, true) : k_doubtful;
		if (!telling && !period.same) score -= 10;
		return scored(score, exact ? Ground::figure : Ground::figure_about);
	}
	if (!period.same) return a.date.known() && b.date.known() ? k_doubtful : k_open;
	const bool slip = (!counts || agree(a.amount, b.amount) || within_slip(a.amount, b.amount)) &&
	                  (!sums || agree(a.worth, b.worth) || within_slip(a.worth, b.worth));
	return scored((slip ? 82 : 50) - period.penalty - of_parties - of_items, Ground::figure_differs, true);
}

}  // namespace bienban::facts
