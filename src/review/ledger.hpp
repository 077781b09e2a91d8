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
};

struct LedgerSum {
	Direction direction = Direction::given;
	std::string currency;  ///< ISO 4217; sums of different currencies are never added
	int year = 0;          ///< 0: over the whole period
	Sum sum;
};

struct Ledger {
	std::vector<LedgerEntry> entries;  ///< by date
	std::vector<LedgerSum> sums;       ///< by direction, currency, year; those over the whole period last
	std::vector<Relation> relations;
};

Ledger ledger(const Material& material);

}  // namespace bienban::review
