#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "naming/known_persons.hpp"
#include "register/rows.hpp"

namespace bienban::registry {

/// Who is named in the blocks of a register, taken apart and kept from one batch of documents to the next: in a large
/// register nearly every batch names somebody of nearly every block. What is kept follows from the tables alone, and
/// whoever holds it has to drop it when others have written or a change was taken back.
class KeptPeople {
public:
	/// Of one form that documents name somebody by.
	struct Form {
		std::int64_t id = 0;
		RecordId first = 0;
		RecordId person = 0;
	};
	struct OfRoot {
		explicit OfRoot(naming::Strings& strings) : known(strings) {}
		naming::KnownPersons known;
		std::vector<Form> forms;  ///< by their number in `known`, which rises with the id
		std::unordered_map<std::int64_t, std::size_t> number_of;
		std::vector<naming::MentionPair> apart;  ///< told apart by a document
	};

	/// What is kept of the block of that root, or nothing.
	OfRoot* find(std::int64_t root);
	/// To be filled, and kept with keep().
	std::unique_ptr<OfRoot> make() { return std::make_unique<OfRoot>(m_strings); }
	/// Keeps a block as long as there is room for it. Memory must not grow with the register.
	void keep(std::int64_t root, std::unique_ptr<OfRoot> block);
	/// So many forms were added to a block that is kept.
	void grown_by(std::size_t forms) { m_forms += forms; }
	void drop(std::int64_t root);
	void clear();
	/// Drops everything where others have written since: `version` is Store::version_by_others().
	void check(std::int64_t version);

private:
	naming::Strings m_strings;
	std::map<std::int64_t, std::unique_ptr<OfRoot>> m_roots;
	std::size_t m_forms = 0;
	std::optional<std::int64_t> m_version;
};

}  // namespace bienban::registry
