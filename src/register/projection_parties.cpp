#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/fields.hpp"
#include "naming/parties.hpp"
#include "register/projection.hpp"

namespace bienban::registry {

namespace {

/// Only a party with a name of its own can be written in two ways: "LA-HO/district/xiềng khọ".
bool has_own_name(std::string_view party) { return std::ranges::count(party, '/') >= 2; }

/// Which of two spellings one party is held under: the one with more marks, since marks are what gets lost.
bool held_rather(const std::string& a, const std::string& b) {
	const auto key = [](const std::string& party) {
		const auto marks = std::ranges::count_if(party, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
		return std::make_tuple(-marks, party.size(), party);
	};
	return key(a) < key(b);
}

}  // namespace

void Projection::meet_parties(const model::Record& record) {
	model::for_each_side(record, [&](const std::vector<model::Party>& side) {
		for (const model::Party& party : side) {
			if (!has_own_name(party) || !m_parties_met.insert(party).second || m_store.party(party)) continue;
			const std::int64_t block = m_store.block("party|" + naming::party_block(party));
			m_store.put_party({.party = party, .block = block, .canonical = party, .decided = 0});
			m_party_blocks.insert(block);
		}
	});
}

std::string Projection::held_as(const std::string& party) {
	learn_decisions();
	if (!has_own_name(party) && !m_tied_parties.contains(party)) return party;
	const auto row = m_store.party(party);
	return row ? row->canonical : party;
}

void Projection::settle_parties(std::int64_t block) {
	const std::vector<PartyRow> rows = m_store.parties_of_block(block);
	learn_decisions();
	// Each in a group of its own, then put together pair by pair; what people decided comes first and is kept to.
	std::vector<std::size_t> group(rows.size());
	for (std::size_t i = 0; i < rows.size(); ++i) group[i] = i;
	std::map<std::pair<std::string, std::string>, bool> decided;
	for (const Bond& bond : m_name_bonds) decided[std::minmax(bond.a, bond.b)] = bond.together;
	const auto decision = [&](std::size_t i, std::size_t j) -> std::optional<bool> {
		const auto found = decided.find(std::minmax(rows[i].party, rows[j].party));
		return found == decided.end() ? std::nullopt : std::optional{found->second};
	};
	const auto may_unite = [&](std::size_t a, std::size_t b) {
		for (std::size_t i = 0; i < rows.size(); ++i) {
			for (std::size_t j = 0; j < rows.size(); ++j) {
				if (group[i] == a && group[j] == b && decision(i, j) == false) return false;
			}
		}
		return true;
	};
	const auto unite = [&](std::size_t i, std::size_t j) {
		const std::size_t to = std::min(group[i], group[j]);
		const std::size_t from = std::max(group[i], group[j]);
		if (to == from || !may_unite(to, from)) return;
		std::ranges::replace(group, from, to);
	};
	std::vector<ProposalRow> unsure;
	struct Candidate {
		std::size_t i = 0;
		std::size_t j = 0;
		double score = 0;
	};
	std::vector<Candidate> candidates;
	std::vector<naming::PartyName> names;
	names.reserve(rows.size());
	for (const PartyRow& row : rows) names.emplace_back(row.party);
	for (std::size_t i = 0; i < rows.size(); ++i) {
		for (std::size_t j = i + 1; j < rows.size(); ++j) {
			if (const auto said = decision(i, j)) {
				if (*said) unite(i, j);
				continue;
			}
			const naming::Proposal proposal = naming::compare_parties(names[i], names[j]);
			if (proposal.verdict == naming::Verdict::same) candidates.push_back({i, j, proposal.score});
			if (proposal.verdict != naming::Verdict::unsure) continue;
			unsure.push_back({.kind = "party",
			                  .root = block,
			                  .a = rows[i].party,
			                  .b = rows[j].party,
			                  .score = proposal.score,
			                  .reason = proposal.reason,
			                  .words = "[]"});
		}
	}
	std::ranges::stable_sort(candidates, std::greater{}, &Candidate::score);
	for (const Candidate& candidate : candidates) unite(candidate.i, candidate.j);
	for (std::size_t g = 0; g < rows.size(); ++g) {
		const PartyRow* held = nullptr;
		for (std::size_t i = 0; i < rows.size(); ++i) {
			if (group[i] == g && (held == nullptr || held_rather(rows[i].party, held->party))) held = &rows[i];
		}
		for (std::size_t i = 0; i < rows.size(); ++i) {
			if (group[i] != g || rows[i].canonical == held->party) continue;
			for (const SignatureRow& signature : m_store.signatures_with_party(rows[i].canonical)) {
				touch_root_of(signature.block);
			}
			PartyRow row = rows[i];
			row.canonical = held->party;
			m_store.put_party(row);
		}
	}
	m_store.put_proposals("party", block, unsure);
}

}  // namespace bienban::registry
