#pragma once

#include "review/material.hpp"

/// Who met, and how regularly.
namespace bienban::review {

enum class ContactKind : std::uint8_t { talks, conference, briefing, reception, ceremony, exchange, visit };

/// On whose ground.
enum class Host : std::uint8_t { of, with, unknown };

struct ContactCount {
	int year = 0;  ///< 0 where it is not known
	ContactKind kind = ContactKind::talks;
	Host host = Host::unknown;
	std::vector<ItemIndex> items;
	std::size_t count = 0;  ///< how many there were: the stops of one journey are several items, and one contact
};

struct Occurrence {
	ItemIndex item = 0;
	int year = 0;  ///< 0 where its record gives none
	std::optional<int> ordinal;
};

/// A year in which, or an ordinal of which, no document tells, between two that are known.
struct Gap {
	std::optional<int> year;
	std::optional<int> ordinal;
	ItemIndex before = 0;
	ItemIndex after = 0;
};

/// A meeting that is held regularly. What makes a series and a gap: docs/review.md.
struct Series {
	model::MeetingKind kind = model::MeetingKind::talks;
	std::vector<model::Party> parties;
	std::optional<model::Recurs> recurs;
	std::vector<Occurrence> held;
	std::vector<Gap> gaps;
	bool yearly = false;  ///< said to be annual, or held so often that it must be
};

struct Contacts {
	std::vector<ItemIndex> items;      ///< meetings and visits within the period, by date
	std::vector<ContactCount> counts;  ///< by year, kind, host
	std::vector<Series> series;        ///< of two occurrences or more
	/// For each item of the material what it counts as: a further stop of a journey as the first of them, all else as
	/// itself. One document tells of a journey: of the same who set out, on the same days.
	std::vector<ItemIndex> occasions;
};

Contacts contacts(const Material& material);

}  // namespace bienban::review
