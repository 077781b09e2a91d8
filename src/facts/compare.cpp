#include "facts/compare.hpp"

#include <algorithm>
#include <bit>

#include "facts/rules.hpp"

namespace bienban::facts {

Judgement scored(int score, Ground ground, bool conflict) {
	Judgement judgement;
	judgement.score = static_cast<std::int8_t>(std::clamp(score, 0, 100));
	judgement.ground = ground;
	judgement.conflict = conflict;
	judgement.verdict = score >= k_same ? Verdict::same : conflict ? Verdict::doubtful : Verdict::open;
	if (judgement.verdict == Verdict::open && score >= k_likely) judgement.verdict = Verdict::likely;
	return judgement;
}

Judgement judge(const Features& a, const Features& b, Names& names) {
	if (a.type != b.type) return k_different;
	switch (static_cast<Type>(a.type)) {
		case Type::meeting: return judge_meetings(a, b, names);
		case Type::visit: return judge_visits(a, b, names);
		case Type::activity: return judge_activities(a, b, names);
		case Type::agreement: return judge_agreements(a, b, names);
		case Type::twinning: return judge_twinnings(a, b, names);
		case Type::achievement: return judge_accounts(a, b, names);
		case Type::commitment: return judge_accounts(a, b, names);
		case Type::result: return judge_results(a, b, names);
		case Type::support: return judge_supports(a, b, names);
	}
	return k_different;
}

}  // namespace bienban::facts
