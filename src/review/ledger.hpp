#pragma once

#include "review/figures.hpp"

/// Who gave what to whom.
namespace bienban::review {

enum class Direction : std::uint8_t { given, received };  ///< seen from Question::of

struct LedgerEntry {
	ItemIndex item = 0;
	Direction direction = Direction::given;
	std::optional<model::Money> money;  ///< the amount, or the worth of what was given
	std::optional<ItemIndex> occasion;  ///< the meeting or visit on whose days it was given, between the same sides
	std::optional<ItemIndex> part_of;   ///< an entry that is the total of this and others: only that is added
	/// It is in the sum over the whole period. Not without money or a date of its own, where it reaches out of the
	/// asked period, and where it is, or may be, in what another entry counts.
	bool added = false;
};

/// Gifts are added however their days lie. An entry for a longer time by the same parties that names only money or
/// gifts, or the same goods, may hold what was given within that time: then the sum over the whole period takes the
/// longer one, and the year, where it has only the other, that one. What documents tell differently of one day counts
/// once: the same goods in two amounts, the same sum with and without what it was for, or with a body and with its
/// province; but what one document tells as two gifts is two.
struct LedgerSum {
	Direction direction = Direction::given;
	std::string currency;  ///< ISO 4217; sums of different currencies are never added
	int year = 0;          ///< 0: over the whole period
	Sum sum;
};

struct Ledger {
	std::vector<LedgerEntry> entries;  ///< by date
	std::vector<LedgerSum> sums;       ///< by direction, currency, year; those over the whole period last
	std::vector<Relation> relations;   ///< between entries: what is in a total, held by a longer time, told twice
};

/// Support within the period that one side gave the other; with several partners all of them are the other side.
Ledger ledger(const Material& material);

}  // namespace bienban::review
