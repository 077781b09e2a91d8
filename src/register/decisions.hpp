#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/record.hpp"
#include "register/ids.hpp"

/// What people decide.
namespace bienban::registry {

/// The kind of NothingHere in the journal. The subject of its row is the document's name.
inline constexpr const char* k_nothing_here = "nothing-here";

/// Whose decision it is, and why.
struct Author {
	std::string who;
	std::string why;
};

/// "The fact is as the register holds it": settles its conflicts in favour of the values shown.
struct Confirm {
	RecordId fact = 0;
};
/// "This field has this value." The value is JSON in the form of records.md. Fails with "decision-field" (the type has
/// no such field), "decision-value" (not a value of that field) or "decision-date" (no date of EDTF).
struct Correct {
	RecordId fact = 0;
	std::string field;
	std::string value;
};
/// "This did not happen, or the words do not say it."
struct Reject {
	RecordId fact = 0;
};
/// A fact that no document tells. Fails with "decision-record" where the record has no party or an impossible value.
struct AddFact {
	model::Record record;
};
/// "These two are one." Fails with "decision-types" where they are of two types, "decision-same-fact" where they are
/// one already.
struct Join {
	RecordId a = 0;
	RecordId b = 0;
};
/// "These records speak of another thing": of the fact, or all of another that is to stay another. Fails with
/// "decision-not-of-fact" where one is of neither kind, "decision-all-of-fact" where none would be left.
struct Split {
	RecordId fact = 0;
	std::vector<RecordId> records;
};
/// "These two persons (mentions), or parties, are one" – "are two". Persons are named by mentions, parties by their
/// names. Fails with "decision-kinds" where one is a person and the other a party.
struct Same {
	std::string a;
	std::string b;
};
struct Different {
	std::string a;
	std::string b;
};
/// "There is nothing in this document": whoever goes through the documents need not open it again. Fails with
/// "decision-nothing-here-already".
struct NothingHere {
	std::int64_t document = 0;
};
/// Takes a decision back. Fails with "decision-no-decision" or "decision-undone-already".
struct Undo {
	std::int64_t entry = 0;
};

using Decision = std::variant<Confirm, Correct, Reject, AddFact, Join, Split, Same, Different, NothingHere, Undo>;

}  // namespace bienban::registry
