#include "register/promise_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "model/dates.hpp"
#include "register/check_rules.hpp"

namespace bienban::registry {

namespace {

using model::Period;

/// How long one waits for a report on a commitment that gives no term.
constexpr std::int32_t k_years_without_term = 2;
/// What is told without a date this soon after a promise looks back on the time before it.
constexpr int k_days_of_looking_back = 31;
/// Reports on a year or a term are closed some time before its end.
constexpr int k_months_left_out = 3;
/// A document tells of the event that it reports at most this long after it.
constexpr int k_days_to_tell = 45;
constexpr int k_year = 365;

bool shares(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
	auto at = b.begin();
	for (const std::int64_t one : a) {
		while (at != b.end() && *at < one) ++at;
		if (at != b.end() && *at == one) return true;
	}
	return false;
}

/// Something that tells of deeds.
struct Answer {
	std::size_t fact = 0;
	std::size_t parties = 0;  ///< of PartyLists
	Period days;              ///< what it covers, else the day on which it was told
	bool dated = false;       ///< by its record
	bool counts = false;      ///< an achievement or a result: it speaks of a time, others of an occasion
};

/// Whether it tells of deeds: what answers a commitment.
bool tells_of_deeds(const model::Record& record) {
	return std::holds_alternative<model::Achievement>(record.value) ||
	       std::holds_alternative<model::Result>(record.value) ||
	       std::holds_alternative<model::Activity>(record.value) ||
	       std::holds_alternative<model::Support>(record.value);
}

/// The days that an answer covers. "From 2019 on" was said on some day: it reaches no further than that.
std::optional<Answer> answer_of(const SeenFact& fact, std::size_t index) {
	Answer answer{.fact = index};
	answer.counts = std::holds_alternative<model::Achievement>(fact.record->value) ||
	                std::holds_alternative<model::Result>(fact.record->value);
	if (const auto days = days_of(model::date_of(*fact.record))) {
		answer.days = *days;
		answer.dated = true;
		if (days->last == Period::k_open) {
			answer.days.last = fact.told > days->first ? fact.told : year_of(days->first) * 10'000 + 1231;
		}
		return answer;
	}
	if (fact.told == 0) return std::nullopt;
	answer.days = {.first = fact.told, .last = fact.told};
	return answer;
}

/// The answers of one theme, by their first day. Those over more than a year stand for themselves, so that the others
/// are found by their days.
struct Answers {
	std::vector<Answer> of_a_year;
	std::vector<Answer> longer;
};

/// What is asked of the answers to one promise.
struct Asked {
	const SeenFact* promise = nullptr;
	std::size_t parties = 0;  ///< of PartyLists
	Period time;
	bool termed = false;          ///< the end was told
	std::int32_t a_year_in = 0;   ///< what begins before the promise has to reach this day
	std::int32_t told_from = 0;   ///< what has no date has to be told on this day or later
	std::int32_t told_until = 0;  ///< and reports on this day or before
	std::int32_t closing = 0;     ///< a report that reaches this day reaches the end
};

Asked asked_of(const SeenFact& promise, std::size_t parties, Period when) {
	Asked asked{.promise = &promise, .parties = parties, .time = when};
	if (when.first == when.last) {
		asked.time.last = years_later(when.first, k_years_without_term);
	} else {
		asked.termed = when.last != Period::k_open;
	}
	asked.a_year_in = std::min(asked.time.last, days_after(when.first, k_year - 1));
	const bool told_in_time = promise.told > when.first && promise.told <= asked.time.last;
	asked.told_from = days_after(told_in_time ? promise.told : when.first, k_days_of_looking_back);
	asked.told_until = years_later(asked.time.last, 1);
	if (asked.termed) asked.closing = months_before(asked.time.last, k_months_left_out);
	return asked;
}

/// Whether an answer of the same sides and theme speaks of the time after the promise was made.
bool answers_it(const Answer& one, const SeenFact& fact, const Asked& asked) {
	// What a document says beside the promise that it reports is how things stood when it was made.
	if (shares(fact.documents, asked.promise->documents) && fact.told <= asked.time.last &&
	    (asked.promise->told == 0 || fact.told <= asked.promise->told)) {
		return false;
	}
	if (!one.dated) {
		return one.days.first >= asked.told_from && one.days.first <= (one.counts ? asked.told_until : asked.time.last);
	}
	if (one.days.first > asked.time.last || one.days.last <= asked.time.first) return false;
	return one.days.first >= asked.time.first || one.days.last >= asked.a_year_in;
}

/// Whether it speaks of all the time of the promise: for all who promised, or looking back on the whole of it.
bool tells_all(const Answer& one, bool names_all_parties, const Asked& asked) {
	if (!one.counts) return false;
	if (!one.dated) return one.days.first > asked.time.last && (asked.termed || names_all_parties);
	if (one.days.first <= asked.time.first && one.days.last >= asked.time.last) return true;
	if (!names_all_parties) return false;
	if (asked.termed) return one.days.last >= asked.closing;
	const std::int32_t first = std::max(one.days.first, asked.time.first);
	return std::min(one.days.last, asked.time.last) >= days_after(first, k_year - 1);
}

/// A meeting or an agreement of a document in which a commitment stands.
struct Frame {
	std::size_t fact = 0;
	int rank = 0;  ///< the lowest is meant
	std::int32_t day = 0;
};

class Promises {
public:
	explicit Promises(std::span<const SeenFact> facts) : m_facts(facts) {
		for (std::size_t i = 0; i < facts.size(); ++i) {
			m_parties.push_back(m_lists.number_of(facts[i].parties));
			const auto& record = *facts[i].record;
			if (std::holds_alternative<model::Meeting>(record.value) ||
			    std::holds_alternative<model::Agreement>(record.value)) {
				for (const std::int64_t document : facts[i].documents) m_frames[document].push_back(i);
			} else if (tells_of_deeds(record)) {
				add_answer(i);
			}
		}
		for (Answers& answers : m_answers) {
			std::ranges::stable_sort(answers.of_a_year, {}, [](const Answer& one) { return one.days.first; });
			std::ranges::stable_sort(answers.longer, {}, [](const Answer& one) { return one.days.first; });
		}
	}

	std::vector<PromiseLine> run() {
		std::vector<PromiseLine> lines;
		for (std::size_t i = 0; i < m_facts.size(); ++i) {
			const auto* commitment = std::get_if<model::Commitment>(&m_facts[i].record->value);
			if (commitment != nullptr) add_lines(i, *commitment, lines);
		}
		return lines;
	}

private:
	void add_answer(std::size_t i) {
		auto answer = answer_of(m_facts[i], i);
		if (!answer) return;
		answer->parties = m_parties[i];
		const bool longer = answer->days.last >= years_later(answer->days.first, 1);
		for (const model::Theme theme : themes_told(*m_facts[i].record)) {
			Answers& answers = m_answers[static_cast<std::size_t>(theme)];
			(longer ? answers.longer : answers.of_a_year).push_back(*answer);
		}
	}

	void add_lines(std::size_t i, const model::Commitment& commitment, std::vector<PromiseLine>& lines) {
		PromiseLine line{.commitment = i};
		const auto own = days_of(commitment.period);
		line.under = made_in(i, own);
		line.when = time_told(i, own, line.under);
		std::optional<Asked> asked;
		if (line.when) {
			asked = asked_of(m_facts[i], m_parties[i], *line.when);
			line.due = asked->time.last;
		}
		if (commitment.themes.empty()) lines.push_back(line);
		for (const model::Theme theme : commitment.themes) {
			lines.push_back(line);
			lines.back().theme = theme;
			if (asked) answer(lines.back(), *asked);
		}
	}

	/// The one paper or meeting of its documents in which the promise was made: an agreement of just its period, one
	/// signed there, else a meeting held there. All who promise have part in it, and the promise begins within a year.
	std::optional<std::size_t> made_in(std::size_t i, const std::optional<Period>& own) {
		std::set<std::size_t> seen;
		std::optional<Frame> best;
		bool two = false;
		for (const std::int64_t document : m_facts[i].documents) {
			const auto frames = m_frames.find(document);
			if (frames == m_frames.end()) continue;
			for (const std::size_t other : frames->second) {
				if (!m_names_all(m_parties[other], m_parties[i]) || !seen.insert(other).second) continue;
				const auto frame = frame_of(i, other, own);
				if (!frame) continue;
				const auto order = [](const Frame& one) { return std::pair{one.rank, -one.day}; };
				if (best && order(*best) < order(*frame)) continue;
				two = best && order(*frame) == order(*best);
				best = frame;
			}
		}
		return best && !two ? std::optional{best->fact} : std::nullopt;
	}

	std::optional<Frame> frame_of(std::size_t i, std::size_t other, const std::optional<Period>& own) const {
		const auto& record = *m_facts[other].record;
		const auto day = days_of(model::date_of(record));
		const std::int32_t told = m_facts[i].told;
		const bool begins_with_it =
		    !own || (day && own->first >= day->first && own->first <= years_later(day->last, 1));
		if (const auto* agreement = std::get_if<model::Agreement>(&record.value)) {
			const std::int32_t signed_day = day ? day->first : 0;
			if (own && days_of(agreement->term) == own) return Frame{other, 0, signed_day};
			if (agreement->act != model::Act::signed_ || !begins_with_it) return std::nullopt;
			return Frame{other, 1, signed_day};
		}
		const auto kind = std::get<model::Meeting>(record.value).kind;
		if (!begins_with_it || !day) return std::nullopt;
		// What a document remembers lies further back than what it reports.
		if (told != 0 && (day->first > told || days_after(day->last, k_days_to_tell) < told)) return std::nullopt;
		return Frame{other, 2 + static_cast<int>(kind), day->first};
	}

	std::optional<Period> time_told(std::size_t i, const std::optional<Period>& own,
	                                const std::optional<std::size_t>& under) const {
		if (own) return own;
		if (under) {
			const auto& record = *m_facts[*under].record;
			const auto* agreement = std::get_if<model::Agreement>(&record.value);
			if (const auto term = agreement != nullptr ? days_of(agreement->term) : std::nullopt) return term;
			if (const auto day = days_of(model::date_of(record)))
				return Period{.first = day->first, .last = day->first};
		}
		const std::int32_t told = m_facts[i].told;
		if (told == 0) return std::nullopt;
		return Period{.first = told, .last = told};
	}

	void answer(PromiseLine& line, const Asked& asked) {
		std::vector<std::size_t> in_part;
		const auto take = [&](const Answer& one) {
			if (!m_share_a_side(one.parties, asked.parties) || !answers_it(one, m_facts[one.fact], asked)) return true;
			const bool all = tells_all(one, m_names_all(one.parties, asked.parties), asked);
			auto& taken = all ? line.answers : in_part;
			if (taken.size() < k_most_answers)
				taken.push_back(one.fact);
			else
				line.more_answers = true;
			return line.answers.size() < k_most_answers || !line.more_answers;
		};
		each_answer(m_answers[static_cast<std::size_t>(*line.theme)], asked, take);
		if (!line.answers.empty()) {
			line.reported = Reported::done;
		} else if (!in_part.empty()) {
			line.reported = Reported::in_part;
		}
		const std::size_t room = std::min(in_part.size(), k_most_answers - line.answers.size());
		line.more_answers = line.more_answers || room < in_part.size();
		line.answers.insert(line.answers.end(), in_part.begin(), in_part.begin() + static_cast<std::ptrdiff_t>(room));
		std::ranges::sort(line.answers);
	}

	/// Calls take(answer) for those that may speak of the time, the longer ones first, then the latest, until it gives
	/// false.
	template <typename Take>
	static void each_answer(const Answers& answers, const Asked& asked, Take&& take) {
		const auto first_day = [](const Answer& one) { return one.days.first; };
		const std::int32_t earliest = years_later(asked.time.first, -1);
		for (const auto* list : {&answers.longer, &answers.of_a_year}) {
			auto at = std::ranges::upper_bound(*list, asked.told_until, {}, first_day);
			while (at != list->begin()) {
				--at;
				if (list == &answers.of_a_year && first_day(*at) < earliest) break;
				if (!take(*at)) return;
			}
		}
	}

	PartyLists m_lists;
	PartyRule m_share_a_side{m_lists, share_a_side};
	PartyRule m_names_all{m_lists, names_all};
	std::span<const SeenFact> m_facts;
	std::vector<std::size_t> m_parties;
	std::unordered_map<std::int64_t, std::vector<std::size_t>> m_frames;  ///< by document
	std::array<Answers, model::k_theme_count> m_answers;
};

}  // namespace

std::vector<PromiseLine> promise_lines(std::span<const SeenFact> facts) { return Promises{facts}.run(); }

}  // namespace bienban::registry
