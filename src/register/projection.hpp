#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/join.hpp"
#include "naming/persons.hpp"
#include "register/kept_people.hpp"
#include "register/reading_entry.hpp"
#include "register/store.hpp"

namespace bienban::registry {

/// Makes facts, persons and parties of the journal's entries. What it makes depends on the entries alone: it may be fed
/// one by one or all at once. To be used within one transaction; settle() must come before its end.
class Projection {
public:
	/// `people` must be true of the store, as one that is new is.
	Projection(Store& store, KeptPeople& people);

	/// Takes in a reading. `prepared.entry` has the ordinals under which its records are held.
	void read(std::int64_t entry, std::int64_t document, const Prepared& prepared);
	/// Takes in a decision. Throws std::exception where the payload is none of ours.
	void decide(const Entry& entry);
	/// Joins anew whatever has changed.
	void settle();

	/// The bonds and decisions of one block's root as joining gets them; for settle(), and for whoever asks why.
	struct Block {
		std::vector<SignatureRow> signatures;
		std::vector<facts::Claim> claims;
		facts::Bonds bonds;
	};
	Block block_of_root(std::int64_t root);

private:
	// Records and facts (projection.cpp).
	std::int64_t block_named(const std::string& name);
	SignatureRow signature_for(const Prepared::Said& said, RecordId record);
	void attach(RecordId record, const SignatureRow& signature);
	void detach(std::int64_t signature);
	/// Signatures of one document, each behind its block.
	using InBlocks = std::set<std::pair<std::int64_t, std::int64_t>>;
	void hold_apart(const InBlocks& signatures);
	/// What has changed in the block of one root.
	struct TouchedBlock {
		bool all = false;                   ///< more than is said below
		std::set<std::int64_t> signatures;  ///< that have another record
	};
	void join_roots();
	void put_joined(std::int64_t root, const TouchedBlock& touched, const Block& block, const facts::Joined& joined);
	void refresh_fact(RecordId fact);
	FactRow make_fact(std::int64_t root, const std::vector<const SignatureRow*>& signatures,
	                  const std::vector<facts::Claim>& claims);
	facts::Claim claim_of(const SignatureRow& signature);
	TouchedBlock& touched_block(std::int64_t block) { return m_roots[m_store.root_of(block)]; }
	void touch_root_of(std::int64_t block) { touched_block(block).all = true; }

	// Persons (projection_people.cpp).
	void read_people(std::int64_t entry, std::int64_t document, const Prepared& prepared);
	std::int64_t form_for(const Prepared::Said& said, RecordId mention);
	void attach_mention(RecordId mention, std::int64_t form, std::int32_t day);
	void detach_mention(std::int64_t form);
	/// What has changed among the people of one root.
	struct TouchedPeople {
		bool all = false;  ///< more than is said below
		std::set<std::int64_t> forms;
		std::vector<std::pair<std::int64_t, std::int64_t>> told_apart;
	};
	void join_people();
	void join_all_people(std::int64_t root);
	std::unique_ptr<KeptPeople::OfRoot> load_people(std::int64_t root);
	/// Takes in what has changed in the touched forms, and gives their numbers.
	std::vector<std::size_t> take_touched(KeptPeople::OfRoot& block, const TouchedPeople& touched);
	void put_reached(KeptPeople::OfRoot& block, std::int64_t root, const naming::KnownPersons::Reached& reached);
	/// Whether people decided on somebody of the root.
	bool is_decided_on(std::int64_t root);
	TouchedPeople& touched_people(std::int64_t block) { return m_people_roots[m_store.root_of(block)]; }

	// Parties (projection_parties.cpp).
	void meet_parties(const model::Record& record);
	void settle_parties(std::int64_t block);
	/// Under which name the register holds a party.
	std::string held_as(const std::string& party);

	// Decisions (projection_decisions.cpp).
	void decide_on_fact(const Entry& entry, const nlohmann::json& payload);
	void decide_on_names(const Entry& entry, const nlohmann::json& payload);
	void add_fact(const Entry& entry, const nlohmann::json& payload);
	void undo(const Entry& entry, const nlohmann::json& payload);
	/// What has to be joined anew when a decision came or went.
	void touch_decided(const std::string& kind, const nlohmann::json& payload);
	void touch_names(const nlohmann::json& payload);
	/// Whoever decides on a record has looked at what a later reading changed in it.
	void see_changes(std::int64_t entry, const std::string& subject);
	/// Puts a record, or a mention, under the signature it should have, after a decision on it came or went.
	void move_record(RecordId record);
	void move_mention(RecordId mention);
	bool is_singled(RecordId record);
	bool is_singled_mention(RecordId mention);
	/// Gives the blocks of these roots their own roots back, then ties together what decisions tie.
	void tie_blocks(const std::set<std::int64_t>& roots);
	std::optional<std::int64_t> block_of_subject(const std::string& subject);
	void learn_decisions();

	Store& m_store;
	KeptPeople& m_people;
	std::map<std::int64_t, TouchedBlock> m_roots;            ///< to be joined anew
	std::set<RecordId> m_facts;                              ///< of which only the counts have changed
	std::map<std::int64_t, TouchedPeople> m_people_roots;    ///< to be joined anew
	std::set<std::int64_t> m_party_blocks;                   ///< to be settled anew
	std::unordered_map<std::string, std::int64_t> m_blocks;  ///< that were asked for since the last settle()
	std::set<std::string> m_parties_met;                     ///< since this was made: they are in the tables

	/// What people have decided, as far as it is in force.
	bool m_decisions_known = false;
	struct Bond {
		std::int64_t entry = 0;
		std::string a;
		std::string b;
		bool together = true;
	};
	std::vector<Bond> m_record_bonds;
	std::vector<Bond> m_name_bonds;
	std::optional<std::set<std::int64_t>> m_decided_people;  ///< roots in which somebody is of m_name_bonds
	std::map<RecordId, std::vector<DecisionRow>> m_on_records;
	std::set<RecordId> m_singled;
	std::set<RecordId> m_singled_mentions;
	std::set<std::string> m_tied_parties;  ///< that somebody decided on
};

}  // namespace bienban::registry
