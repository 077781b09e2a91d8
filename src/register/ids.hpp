#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// How things of the register are named, inside and outside. `D12` is the twelfth document, `R12.3` the fourth record
/// read out of it (from 0), `F12.3` the fact whose first record that is, `P12.0` the person of whom the first mention
/// in D12 is the earliest, `J57` an entry of the journal. What a person entered by journal entry 57 is `R0.57` and
/// `F0.57`.
namespace bienban::registry {

/// A record, or a mention of a person: document and place in it in one number; negative where a person entered it.
using RecordId = std::int64_t;

inline constexpr std::int64_t k_most_of_a_document = 0xFFFF;

constexpr RecordId record_id(std::int64_t document, std::int64_t ordinal) { return document << 16U | ordinal; }
constexpr RecordId entered_id(std::int64_t entry) { return -entry; }
constexpr bool is_entered(RecordId id) { return id < 0; }
/// 0 for what a person entered.
constexpr std::int64_t document_of(RecordId id) { return is_entered(id) ? 0 : id >> 16U; }
/// The journal entry for what a person entered.
constexpr std::int64_t ordinal_of(RecordId id) { return is_entered(id) ? -id : id & k_most_of_a_document; }

/// The order in which one record of a fact names it: those of documents as they came, then those entered by people.
constexpr bool names_before(RecordId a, RecordId b) {
	return is_entered(a) != is_entered(b) ? is_entered(b) : (is_entered(a) ? a > b : a < b);
}

/// What a letter stands for in front of a number.
enum class IdKind : char { document = 'D', record = 'R', fact = 'F', person = 'P', entry = 'J' };

/// "D12", "J57"; for records, facts and persons "F12.3".
std::string write_id(IdKind kind, std::int64_t number);

struct Id {
	IdKind kind = IdKind::fact;
	std::int64_t number = 0;  ///< a RecordId for records, facts and persons
};

/// The reverse of write_id(); letters may be small. Nothing where the text is no such name.
std::optional<Id> parse_id(std::string_view text);

}  // namespace bienban::registry
