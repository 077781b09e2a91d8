#include "register/meeting_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "register/check_rules.hpp"

namespace bienban::registry {

namespace {

using model::Party;

/// In how many years a meeting was held before it counts as a habit.
constexpr std::size_t k_years_of_habit = 3;
/// A stretch of more years than this is no date of one meeting.
constexpr std::int32_t k_most_years = 5;
/// More rounds than these are not missing between two: one of the ordinals was misread.
constexpr int k_most_rounds = 30;

struct Meeting {
	std::size_t fact = 0;
	const model::Meeting* meeting = nullptr;
	std::optional<model::Period> days;
};

bool is_yearly_kind(model::MeetingKind kind) {
	return kind == model::MeetingKind::talks || kind == model::MeetingKind::conference ||
	       kind == model::MeetingKind::briefing;
}

/// The meetings of one kind, found by their parties.
class OneKind {
public:
	OneKind(std::span<const SeenFact> facts, std::vector<Meeting> meetings)
	    : m_facts(facts), m_meetings(std::move(meetings)) {
		for (std::size_t i = 0; i < m_meetings.size(); ++i) {
			const auto& parties = parties_of_meeting(i);
			m_list.push_back(&*m_lists.insert(parties).first);
			for (const Party& party : parties) m_of_party[party].push_back(i);
			if (m_meetings[i].days) note_years(parties, *m_meetings[i].days);
		}
	}

	std::vector<MeetingSeries> series() {
		// From the shortest list on: a series with more parties besides is a part of it.
		std::vector<const std::vector<Party>*> lists;
		for (const auto& parties : m_lists) {
			if (share_both_sides(parties, parties)) lists.push_back(&parties);
		}
		std::ranges::stable_sort(lists, {}, [](const auto* parties) { return parties->size(); });
		std::set<const std::vector<Party>*> taken;
		std::vector<MeetingSeries> all;
		for (const auto* parties : lists) {
			if (taken.contains(parties)) continue;
			const std::vector<std::size_t> held = with_all(*parties);
			auto made = series_of(*parties, held);
			if (!made) continue;
			for (const std::size_t i : held) taken.insert(m_list[i]);
			all.push_back(std::move(*made));
		}
		std::ranges::sort(all, {}, &MeetingSeries::parties);
		return all;
	}

private:
	const std::vector<Party>& parties_of_meeting(std::size_t i) const { return m_facts[m_meetings[i].fact].parties; }

	void note_years(const std::vector<Party>& parties, model::Period days) {
		const std::int32_t last = std::min(year_of(days.last), year_of(days.first) + k_most_years);
		for (const Party& a : parties) {
			for (const Party& b : parties) {
				if (country_of(a) >= country_of(b)) continue;
				auto& years = m_years[{a, b}];
				for (std::int32_t year = year_of(days.first); year <= last; ++year) years.insert(year);
			}
		}
	}

	/// The meetings at which all these took part.
	std::vector<std::size_t> with_all(const std::vector<Party>& parties) const {
		const std::vector<std::size_t>* fewest = nullptr;
		for (const Party& party : parties) {
			const auto& with = m_of_party.at(party);
			if (fewest == nullptr || with.size() < fewest->size()) fewest = &with;
		}
		std::vector<std::size_t> found;
		for (const std::size_t i : *fewest) {
			if (std::ranges::includes(parties_of_meeting(i), parties)) found.push_back(i);
		}
		return found;
	}

	/// Years in which some body of each side met, whoever else did.
	std::set<std::int32_t> years_with(const std::vector<Party>& parties) const {
		std::set<std::int32_t> years;
		for (const Party& a : parties) {
			for (const Party& b : parties) {
				const auto found = m_years.find({a, b});
				if (found != m_years.end()) years.insert(found->second.begin(), found->second.end());
			}
		}
		return years;
	}

	std::optional<MeetingSeries> series_of(const std::vector<Party>& parties,
	                                       const std::vector<std::size_t>& meetings) const;
	std::vector<MissingMeeting> missing_of(const MeetingSeries& series) const;

	std::span<const SeenFact> m_facts;
	std::vector<Meeting> m_meetings;
	std::set<std::vector<Party>> m_lists;
	std::vector<const std::vector<Party>*> m_list;  ///< of each meeting
	std::map<Party, std::vector<std::size_t>> m_of_party;
	std::map<std::pair<Party, Party>, std::set<std::int32_t>> m_years;
};

std::optional<MeetingSeries> OneKind::series_of(const std::vector<Party>& parties,
                                                const std::vector<std::size_t>& meetings) const {
	if (meetings.size() < 2) return std::nullopt;
	MeetingSeries series{.kind = m_meetings[meetings.front()].meeting->kind, .parties = parties};
	std::vector<std::tuple<std::int32_t, int, std::size_t>> by_date;
	std::set<int> years;
	std::set<int> ordinals;
	for (const std::size_t i : meetings) {
		const auto& [fact, meeting, days] = m_meetings[i];
		if (meeting->recurs && series.recurs != model::Recurs::annual) series.recurs = meeting->recurs;
		if (days) years.insert(year_of(days->first));
		if (meeting->ordinal) ordinals.insert(*meeting->ordinal);
		by_date.emplace_back(days ? days->first : model::Period::k_open, meeting->ordinal.value_or(0), i);
	}
	const bool habit = is_yearly_kind(series.kind) && years.size() >= k_years_of_habit;
	if (!series.recurs && ordinals.size() < 2 && !habit) return std::nullopt;
	const bool in_successive_years =
	    std::ranges::adjacent_find(years, [](int a, int b) { return b == a + 1; }) != years.end();
	series.yearly = series.recurs == model::Recurs::annual || (habit && in_successive_years);
	std::ranges::sort(by_date);
	for (const auto& [day, ordinal, i] : by_date) {
		const auto& meeting = m_meetings[i];
		series.held.push_back({.fact = meeting.fact,
		                       .year = meeting.days ? year_of(meeting.days->first) : 0,
		                       .ordinal = meeting.meeting->ordinal});
	}
	series.missing = missing_of(series);
	return series;
}

/// Finds what is missing between two that are known, stretch by stretch: from one meeting with an ordinal to the next.
class Missing {
public:
	Missing(const MeetingSeries& series, const std::set<std::int32_t>& years) : m_series(series), m_years(years) {
		for (const HeldMeeting& held : series.held) {
			(held.year != 0 ? m_dated : m_undated).push_back(held);
			if (held.ordinal) m_ordinals.insert(*held.ordinal);
		}
	}

	std::vector<MissingMeeting> run() {
		std::size_t from = 0;
		for (std::size_t to = 1; to < m_dated.size(); ++to) {
			if (!m_dated[to].ordinal && to + 1 < m_dated.size()) continue;
			stretch(from, to);
			from = to;
		}
		without_days();
		return std::move(m_missing);
	}

private:
	/// The ordinals between two that no meeting has; nothing where they cannot be told.
	std::optional<std::vector<int>> rounds_between(const HeldMeeting& a, const HeldMeeting& b) const {
		if (!a.ordinal || !b.ordinal || *b.ordinal <= *a.ordinal) return std::nullopt;
		if (*b.ordinal - *a.ordinal - 1 > k_most_rounds) return std::nullopt;
		std::vector<int> rounds;
		for (int round = *a.ordinal + 1; round < *b.ordinal; ++round) {
			if (!m_ordinals.contains(round)) rounds.push_back(round);
		}
		return rounds;
	}

	/// The years between each two neighbours in which nobody met.
	std::vector<MissingMeeting> years_between(std::size_t from, std::size_t to) const {
		std::vector<MissingMeeting> missing;
		if (!m_series.yearly) return missing;
		for (std::size_t i = from; i < to; ++i) {
			for (int year = m_dated[i].year + 1; year < m_dated[i + 1].year; ++year) {
				if (m_years.contains(year)) continue;
				missing.push_back(
				    {.year = year, .ordinal = std::nullopt, .before = m_dated[i].fact, .after = m_dated[i + 1].fact});
			}
		}
		return missing;
	}

	void stretch(std::size_t from, std::size_t to) {
		std::vector<MissingMeeting> missing = years_between(from, to);
		if (const auto rounds = rounds_between(m_dated[from], m_dated[to])) {
			// Those held in between without an ordinal are some of the rounds.
			const std::size_t unnumbered = to - from - 1;
			if (rounds->size() <= unnumbered) return;
			if (unnumbered == 0) {
				// The count of rounds says how many there were: years beyond it were years without one.
				if (missing.size() != rounds->size()) missing.assign(rounds->size(), {});
				for (std::size_t i = 0; i < rounds->size(); ++i) {
					missing[i].ordinal = (*rounds)[i];
					missing[i].before = m_dated[from].fact;
					missing[i].after = m_dated[to].fact;
				}
			}
		}
		std::ranges::move(missing, std::back_inserter(m_missing));
	}

	/// Ordinals missing before or after all that have days; nothing where some meeting may have any of them.
	void without_days() {
		if (m_undated.empty() || std::ranges::any_of(m_series.held, [](const auto& one) { return !one.ordinal; }))
			return;
		const auto ordinal = [](const HeldMeeting& one) { return *one.ordinal; };
		std::vector<HeldMeeting> all = m_series.held;
		std::ranges::stable_sort(all, {}, ordinal);
		const auto [first, last] = std::ranges::minmax_element(m_dated, {}, ordinal);
		for (std::size_t i = 0; i + 1 < all.size(); ++i) {
			const bool seen =
			    !m_dated.empty() && ordinal(*first) <= ordinal(all[i]) && ordinal(all[i]) < ordinal(*last);
			const auto rounds = seen ? std::nullopt : rounds_between(all[i], all[i + 1]);
			if (!rounds) continue;
			for (const int round : *rounds) {
				m_missing.push_back(
				    {.year = std::nullopt, .ordinal = round, .before = all[i].fact, .after = all[i + 1].fact});
			}
		}
	}

	const MeetingSeries& m_series;
	const std::set<std::int32_t>& m_years;
	std::vector<HeldMeeting> m_dated;
	std::vector<HeldMeeting> m_undated;
	std::set<int> m_ordinals;
	std::vector<MissingMeeting> m_missing;
};

std::vector<MissingMeeting> OneKind::missing_of(const MeetingSeries& series) const {
	return Missing{series, years_with(series.parties)}.run();
}

}  // namespace

std::vector<MeetingSeries> meeting_series(std::span<const SeenFact> facts) {
	std::map<model::MeetingKind, std::vector<Meeting>> kinds;
	for (std::size_t i = 0; i < facts.size(); ++i) {
		const auto* meeting = std::get_if<model::Meeting>(&facts[i].record->value);
		if (meeting != nullptr) kinds[meeting->kind].push_back({i, meeting, days_of(meeting->date)});
	}
	std::vector<MeetingSeries> all;
	for (auto& [kind, meetings] : kinds) {
		std::ranges::move(OneKind{facts, std::move(meetings)}.series(), std::back_inserter(all));
	}
	return all;
}

}  // namespace bienban::registry
