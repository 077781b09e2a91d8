#pragma once

#include <string>

#include "review/ledger.hpp"

/// What the ledger looks at, taken out of an entry once.
namespace bienban::review {

struct Gift {
	std::size_t entry = 0;  ///< index in Ledger::entries
	ItemIndex item = 0;
	Direction direction = Direction::given;
	std::optional<model::Money> money;
	std::optional<model::About> about;     ///< of the money
	std::optional<model::Period> when;     ///< by its record
	const model::Support* said = nullptr;  ///< of the material
	std::vector<std::string> words;        ///< of the item
	bool general = false;                  ///< named only as money or gifts: it may be the whole of other things
	bool is_part = false;

	/// With a period and money.
	Figure figure() const { return {.item = item, .value = money ? money->value : 0, .about = about, .when = when}; }
};

/// The direction of what was given; nothing where neither side gave it to the other.
std::optional<Direction> direction_of(const model::Support& support, const Question& question);

Gift gift_of(const Material& material, const LedgerEntry& entry);

/// Whether a document tells of both.
bool told_together(const Material& material, ItemIndex a, ItemIndex b);

/// Whether the other, which a document tells as one of the next things behind a larger sum of mere money or gifts, may
/// be an item of that: where nobody looked at its words, they may say so.
bool may_be_item(const Material& material, const Gift& sum, const Gift& other);

/// Finds totals and their items among gifts by the same giver to the same receiver in the same time, and marks these as
/// parts. Gives the relations of totals whose items are counted in the same money.
///
/// Others are items of a gift where
/// - they are two or more, and make its sum;
/// - or its words say that it is a total, it names only money or gifts, and a document tells them close to it;
/// - or it names only money or gifts, is larger, and a document tells them within the sentence behind it, with a name
/// of
///   their own; or its words take in theirs.
std::vector<Relation> find_totals(const Material& material, std::vector<Gift>& gifts,
                                  std::vector<LedgerEntry>& entries);

/// Adds the gifts that are no parts; sets LedgerEntry::added.
void add_gifts(const Material& material, const std::vector<Gift>& gifts, Ledger& ledger);

}  // namespace bienban::review
