#pragma once

#include "facts/compare.hpp"
#include "facts/features.hpp"

/// The rules of each type of record; judge() chooses among them.
namespace bienban::facts {

/// The types by the index of the record's variant.
enum class Type : std::uint8_t {
	meeting,
	visit,
	activity,
	agreement,
	twinning,
	achievement,
	commitment,
	result,
	support
};

constexpr Judgement k_different{Verdict::different, Ground::none, 0, false};
constexpr Judgement k_open{Verdict::open, Ground::none, 0, false};
constexpr Judgement k_doubtful{Verdict::doubtful, Ground::none, 0, true};

/// The judgement of a score: same from k_same on, below it likely or open; where they disagree, doubtful.
Judgement scored(int score, Ground ground, bool conflict = false);

Judgement judge_meetings(const Features& a, const Features& b, Names& names);
Judgement judge_visits(const Features& a, const Features& b, Names& names);
Judgement judge_activities(const Features& a, const Features& b, Names& names);
Judgement judge_agreements(const Features& a, const Features& b, Names& names);
Judgement judge_twinnings(const Features& a, const Features& b, Names& names);
/// Achievements and commitments.
Judgement judge_accounts(const Features& a, const Features& b, Names& names);
Judgement judge_results(const Features& a, const Features& b, Names& names);
Judgement judge_supports(const Features& a, const Features& b, Names& names);

/// What the dates of two claims say, those of the occasion where the record gives none.
struct When {
	DateFit fit = DateFit::unknown;
	bool by_occasion = false;  ///< at least one of them is only that of the occasion
	bool both_occasion = false;
	bool to_the_day = false;  ///< both are a day or a few
	int score = 0;            ///< how much it says, where they fit
	Ground ground = Ground::none;
};
When when(const Features& a, const Features& b);

/// Whether a person is named in both.
bool share_person(const Features& a, const Features& b, Names& names);

}  // namespace bienban::facts
