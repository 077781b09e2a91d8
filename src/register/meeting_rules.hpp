#pragma once

#include <optional>
#include <span>
#include <vector>

#include "register/seen_fact.hpp"

/// Which meetings are held regularly, and which of them no document tells. The rules in words: docs/review.md.
namespace bienban::registry {

/// Facts are named by their index in the list given.
struct HeldMeeting {
	std::size_t fact = 0;
	int year = 0;  ///< 0 where its day is not known
	std::optional<int> ordinal;
};

/// A time between two that are known: its year, its ordinal, or both.
struct MissingMeeting {
	std::optional<int> year;
	std::optional<int> ordinal;
	std::size_t before = 0;
	std::size_t after = 0;
};

struct MeetingSeries {
	model::MeetingKind kind = model::MeetingKind::talks;
	std::vector<model::Party> parties;
	std::optional<model::Recurs> recurs;  ///< annual where any of them is said to be, else regular
	bool yearly = false;                  ///< said to be annual, or held in three years of which two follow each other
	std::vector<HeldMeeting> held;        ///< by date, those without one last
	std::vector<MissingMeeting> missing;
};

/// Meetings of one kind between the same parties (others may be present as well), two or more, of which one is said to
/// recur, two have ordinals, or which were held in three years or more. By kind and parties.
std::vector<MeetingSeries> meeting_series(std::span<const SeenFact> facts);

}  // namespace bienban::registry
