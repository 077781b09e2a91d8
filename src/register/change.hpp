#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "register/reading_entry.hpp"
#include "register/register.hpp"
#include "register/store.hpp"

namespace bienban::registry {

/// All of what is done while it lives becomes true with commit(), or nothing of it. What is read meanwhile is what is
/// written upon.
class Change {
public:
	explicit Change(Store& store) : m_store(store) { m_store.begin(); }
	~Change() {
		if (m_open) m_store.rollback();
	}
	Change(const Change&) = delete;
	Change& operator=(const Change&) = delete;
	void commit() {
		m_store.commit();
		m_open = false;
	}

private:
	Store& m_store;
	bool m_open = true;
};

/// The end of the journal, to put entries behind it. To be made and used within one change.
class JournalEnd {
public:
	explicit JournalEnd(Store& store);
	/// Gives the entry's number.
	std::int64_t append(const std::string& who, std::string_view kind, const std::string& why,
	                    const std::string& payload);

private:
	Store& m_store;
	std::int64_t m_last = 0;
	std::string m_hash;
};

/// Register::add() within a change; `people` is true of the store, and so it is afterwards.
std::vector<Added> put_documents(Store& store, KeptPeople& people, std::span<const Prepared> documents);

}  // namespace bienban::registry
