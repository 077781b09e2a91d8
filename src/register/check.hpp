#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.hpp"
#include "register/store.hpp"

/// What in the register needs a look.
namespace bienban::registry {

enum class FindingKind : std::uint8_t {
	conflict,               ///< sources of one fact disagree
	agreement_ended,        ///< its term ran out, and nothing followed it
	meeting_missing,        ///< a regular meeting has no fact in a year, or of an ordinal, between two that are known
	commitment_unreported,  ///< nothing tells that anything of it was done, and its time is over
	figure_shrinks,         ///< what was counted up to later is less than what was counted before
	name_unresolved,        ///< two persons or parties that may be one
	fact_unresolved,        ///< two facts that may be one
	reading_changed,        ///< a later reading finds another value, or nothing
};
inline constexpr auto k_finding_names =
    std::to_array<std::string_view>({"conflict", "agreement-ended", "meeting-missing", "commitment-unreported",
                                     "figure-shrinks", "name-unresolved", "fact-unresolved", "reading-changed"});

struct Finding {
	FindingKind kind = FindingKind::conflict;
	std::vector<RecordId> facts;     ///< it is about, the oldest first
	std::vector<std::string> names;  ///< what else it is about, as the register names it: records, persons, parties
	/// A message ("check-conflict", …) and what fills it. Parties, kinds, themes and fields are written as records.md
	/// has them, facts as "F12.3"; lists are joined by ", ".
	std::string message;
	std::vector<std::string> values;
	std::int32_t day = 0;           ///< since when it needs a look, yyyymmdd; 0 where that cannot be said
	std::vector<RecordId> sources;  ///< records that say so; each shows its document and words
};

struct CheckQuestion {
	std::int32_t as_of = 0;  ///< the day to check for, yyyymmdd
	/// As of FactQuestion. Persons, parties and changes, which are between no two places, are then left out.
	std::vector<std::string> between_a;
	std::vector<std::string> between_b;
	std::optional<FindingKind> kind;
};

/// All findings, by kind, then day, then facts. Throws StoreError.
std::vector<Finding> check(Store& store, const CheckQuestion& question);

/// A fact as the rules below look at it.
struct CheckedFact {
	RecordId id = 0;
	model::Record record;
	std::int32_t told = 0;  ///< the day on which the document of its first record was published; 0: not known
	RecordId source = 0;    ///< its first record
};

// The rules, as pure functions. The facts are those between two places.

/// Agreements whose term ended before `as_of`, when no other followed (agreement_rules.hpp).
std::vector<Finding> ended_agreements(std::span<const CheckedFact> facts, std::int32_t as_of);

/// Regular meetings of which a year or an ordinal is missing between two that are known (meeting_rules.hpp).
std::vector<Finding> missing_meetings(std::span<const CheckedFact> facts);

/// Commitments whose time is over (of those without an end: that were made two years ago) and of whose themes nothing
/// was reported (promise_rules.hpp).
std::vector<Finding> unreported_commitments(std::span<const CheckedFact> facts, std::int32_t as_of);

/// Results and support, counted in one unit by the same parties from the same beginning on, of which one that reaches
/// further (or as far, but told later) is smaller. Two from one document are never compared.
std::vector<Finding> shrinking_figures(std::span<const CheckedFact> facts);

}  // namespace bienban::registry
