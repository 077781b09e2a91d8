#include <algorithm>
#include <array>

#include "register/register.hpp"
#include "register/sqlite_ask.hpp"
#include "register/sqlite_store.hpp"
#include "text/letters.hpp"

/// Lists of persons and parties, of what is unresolved and what has changed.
namespace bienban::registry {

namespace {

/// How many facts of one party are counted: enough to tell who is in everything from who was there once.
constexpr std::int64_t k_most_facts = 1'000;

std::string for_comparing(std::string_view name) {
	std::string bare = text::bare(name);
	std::ranges::replace(bare, '-', ' ');
	return bare;
}

/// Takes from a row of names in their order those of a page.
class Page {
public:
	explicit Page(const PageOf& page) : m_skip(page.offset), m_left(page.limit) {}
	bool full() const { return m_left == 0; }
	/// Whether the next name that fits stands on the page.
	bool takes() {
		if (m_skip > 0) {
			--m_skip;
			return false;
		}
		--m_left;
		return true;
	}

private:
	std::size_t m_skip;
	std::size_t m_left;
};

/// Calls take(id) for each person that fits, by name, until it gives false.
template <typename Take>
void each_person_like(Database& db, const NameQuestion& question, Take&& take) {
	const std::string part = for_comparing(question.name.value_or(""));
	Statement rows = db.prepare("SELECT id, name, country FROM persons INDEXED BY persons_by_name ORDER BY name, id");
	while (rows.step()) {
		if (question.country && rows.text(2) != *question.country) continue;
		if (!part.empty() && for_comparing(rows.text(1)).find(part) == std::string::npos) continue;
		if (!take(rows.number(0))) return;
	}
}

bool fits(std::string_view party, const NameQuestion& question, const std::string& part) {
	const auto place_end = std::min(party.find('/'), party.size());
	if (question.country && !belongs_to(party.substr(0, place_end), *question.country)) return false;
	const auto body = party.substr(std::min(place_end + 1, party.size()));
	const auto kind = body.substr(0, body.find('/'));
	if (question.body && kind != *question.body) return false;
	return part.empty() || for_comparing(party).find(part) != std::string::npos;
}

std::vector<std::string> fitting_parties(Database& db, const NameQuestion& question) {
	const std::string part = for_comparing(question.name.value_or(""));
	std::vector<std::string> parties = distinct_values(db, "fact_parties", "party");
	std::erase_if(parties, [&](const std::string& party) { return !fits(party, question, part); });
	return parties;
}

/// By Proposals.
constexpr auto k_proposals =
    std::to_array<const char*>({"proposals", "proposals WHERE kind <> 'record'", "proposals WHERE kind = 'record'"});
constexpr auto k_select_proposals = std::to_array<const char*>(
    {"SELECT kind, root, a, b, score, reason, words FROM proposals ORDER BY kind, score DESC, root, a, b LIMIT ? "
     "OFFSET ?",
     "SELECT kind, root, a, b, score, reason, words FROM proposals WHERE kind <> 'record' ORDER BY kind, score DESC, "
     "root, a, b LIMIT ? OFFSET ?",
     "SELECT kind, root, a, b, score, reason, words FROM proposals WHERE kind = 'record' ORDER BY score DESC, root, a, "
     "b LIMIT ? OFFSET ?"});

Count count_rows(Database& db, const std::string& rows) {
	const std::int64_t number =
	    db.number("SELECT count(*) FROM (SELECT 1 FROM " + rows + " LIMIT " + std::to_string(k_most_counted + 1) + ")");
	return {.number = std::min(number, k_most_counted), .more = number > k_most_counted};
}

}  // namespace

std::vector<PersonRow> SqliteStore::list_persons(const NameQuestion& question) {
	std::vector<PersonRow> rows;
	Page page{question.page};
	if (page.full()) return rows;
	each_person_like(m_db, question, [&](RecordId id) {
		if (page.takes()) {
			if (auto row = person(id)) rows.push_back(std::move(*row));
		}
		return !page.full();
	});
	return rows;
}

Count SqliteStore::count_persons(const NameQuestion& question) {
	if (!question.country && !question.name) return count_rows(m_db, "persons");
	Count count;
	each_person_like(m_db, question, [&](RecordId /*id*/) {
		count.more = count.number == k_most_counted;
		if (!count.more) ++count.number;
		return !count.more;
	});
	return count;
}

std::vector<PartyCount> SqliteStore::list_parties(const NameQuestion& question) {
	std::vector<PartyCount> rows;
	Page page{question.page};
	for (std::string& party : fitting_parties(m_db, question)) {
		if (page.full()) break;
		if (!page.takes()) continue;
		Statement& counted = kept("SELECT count(*) FROM (SELECT 1 FROM fact_parties WHERE party = ? LIMIT ?)")
		                         .bind(std::string_view{party})
		                         .bind(k_most_facts + 1);
		const std::int64_t number = counted.step() ? counted.number(0) : 0;
		counted.reset();
		rows.push_back({.party = std::move(party),
		                .facts = {.number = std::min(number, k_most_facts), .more = number > k_most_facts}});
	}
	return rows;
}

Count SqliteStore::count_parties(const NameQuestion& question) {
	const auto number = static_cast<std::int64_t>(fitting_parties(m_db, question).size());
	return {.number = std::min(number, k_most_counted), .more = number > k_most_counted};
}

std::vector<ProposalRow> SqliteStore::list_proposals(Proposals which, const PageOf& page) {
	Statement& rows = kept(k_select_proposals.at(static_cast<std::size_t>(which)))
	                      .bind(static_cast<std::int64_t>(page.limit))
	                      .bind(static_cast<std::int64_t>(page.offset));
	std::vector<ProposalRow> proposals;
	while (rows.step()) proposals.push_back(proposal_row(rows));
	rows.reset();
	return proposals;
}

Count SqliteStore::count_proposals(Proposals which) {
	return count_rows(m_db, k_proposals.at(static_cast<std::size_t>(which)));
}

std::vector<ChangedRow> SqliteStore::list_changed(const PageOf& page) {
	Statement& rows = kept(
	                      "SELECT record, entry, before, after, seen FROM changed WHERE seen = 0 ORDER BY record, "
	                      "entry LIMIT ? OFFSET "
	                      "?")
	                      .bind(static_cast<std::int64_t>(page.limit))
	                      .bind(static_cast<std::int64_t>(page.offset));
	std::vector<ChangedRow> changes;
	while (rows.step()) changes.push_back(changed_row(rows));
	rows.reset();
	return changes;
}

Count SqliteStore::count_changed() { return count_rows(m_db, "changed WHERE seen = 0"); }

}  // namespace bienban::registry
