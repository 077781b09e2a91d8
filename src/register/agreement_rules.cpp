#include "register/agreement_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "model/fields.hpp"
#include "register/check_rules.hpp"

namespace bienban::registry {

namespace {

using model::Party;
using model::Period;

/// Bodies that speak for their place are one.
std::string body_of(const Party& party) {
	return is_whole_place(party) ? std::string{model::place_of(party)} + "/province" : party;
}

struct Line {
	const model::Agreement* agreement = nullptr;
	std::size_t parties = 0;  ///< of PartyLists
	std::int32_t begin = 0;   ///< of its term, else the day of its signing
};

/// Whether `later` takes the place of `earlier`, whose term has an end. One without a term of its own does so only
/// where it was signed when that term came to its end: a paper of the second year of five is another matter.
bool follows(const AgreementLine& later, const AgreementLine& earlier) {
	if (later.term) return later.term->last > earlier.term->last && later.term->first > earlier.term->first;
	if (!later.signed_on) return false;
	const std::int32_t before = earlier.signed_on ? earlier.signed_on->last : earlier.term->first;
	return later.signed_on->first > before && year_of(later.signed_on->first) >= year_of(earlier.term->last);
}

bool has_end(const AgreementLine& line) { return line.term && line.term->last != Period::k_open; }

/// Agreements of one instrument that may be between the same sides are kept under one key.
using Key = std::tuple<model::Instrument, std::string, std::string>;

std::set<Key> keys_of(model::Instrument instrument, const std::vector<Party>& parties) {
	std::set<Key> keys;
	for (const Party& a : parties) {
		for (const Party& b : parties) {
			if (country_of(a) >= country_of(b)) continue;
			const std::string whole_a = std::string{model::place_of(a)} + "/province";
			const std::string whole_b = std::string{model::place_of(b)} + "/province";
			keys.emplace(instrument, body_of(a), body_of(b));
			keys.emplace(instrument, whole_a, body_of(b));
			keys.emplace(instrument, body_of(a), whole_b);
		}
	}
	return keys;
}

class Lines {
public:
	explicit Lines(std::span<const SeenFact> facts) {
		for (std::size_t i = 0; i < facts.size(); ++i) {
			const auto* agreement = std::get_if<model::Agreement>(&facts[i].record->value);
			if (agreement == nullptr) continue;
			AgreementLine line{.fact = i, .term = days_of(agreement->term), .signed_on = days_of(agreement->signed_on)};
			const std::int32_t begin = line.term ? line.term->first : line.signed_on ? line.signed_on->first : 0;
			m_lines.push_back(line);
			m_known.push_back({.agreement = agreement, .parties = m_lists.number_of(facts[i].parties), .begin = begin});
		}
		for (std::size_t i = 0; i < m_lines.size(); ++i) {
			auto [keys, made] = m_keys.try_emplace({m_known[i].agreement->instrument, m_known[i].parties});
			if (made) {
				for (const Key& key : keys_of(m_known[i].agreement->instrument, m_lists.list(m_known[i].parties))) {
					keys->second.push_back(&m_under[key]);
				}
			}
			for (Under* under : keys->second) {
				if (m_known[i].begin != 0) under->by_begin.push_back(i);
				if (has_end(m_lines[i])) under->by_end.push_back(i);
			}
		}
		for (auto& [key, under] : m_under) {
			std::ranges::stable_sort(under.by_begin, {}, [&](std::size_t i) { return m_known[i].begin; });
			std::ranges::stable_sort(under.by_end, {}, [&](std::size_t i) { return m_lines[i].term->last; });
		}
	}

	std::vector<AgreementLine> run() {
		std::vector<std::optional<std::size_t>> after(m_lines.size());
		std::vector<std::optional<std::size_t>> before(m_lines.size());
		for (std::size_t i = 0; i < m_lines.size(); ++i) {
			if (has_end(m_lines[i])) after[i] = next(i);
			if (m_known[i].begin != 0) before[i] = previous(i);
		}
		for (std::size_t i = 0; i < m_lines.size(); ++i) {
			if (!after[i] || before[*after[i]] != i) continue;
			m_lines[i].replaced_by = m_lines[*after[i]].fact;
			m_lines[*after[i]].replaces = m_lines[i].fact;
		}
		return std::move(m_lines);
	}

private:
	struct Under {
		std::vector<std::size_t> by_begin;
		std::vector<std::size_t> by_end;
	};

	const std::vector<Under*>& under_of(std::size_t i) const {
		return m_keys.at({m_known[i].agreement->instrument, m_known[i].parties});
	}
	bool between_same(std::size_t a, std::size_t b) { return m_same(m_known[a].parties, m_known[b].parties); }

	/// The one that begins first of those that follow; nothing where two do. Notes that there is one.
	std::optional<std::size_t> next(std::size_t i) {
		std::optional<std::size_t> nearest;
		bool two = false;
		for (const Under* under : under_of(i)) {
			const auto begin = [&](std::size_t other) { return m_known[other].begin; };
			for (auto at = std::ranges::upper_bound(under->by_begin, m_lines[i].term->first, {}, begin);
			     at != under->by_begin.end(); ++at) {
				if (nearest && begin(*at) > begin(*nearest)) break;
				if (*at == nearest || *at == i || !follows(m_lines[*at], m_lines[i]) || !between_same(*at, i)) continue;
				two = nearest && begin(*at) == begin(*nearest);
				nearest = *at;
				if (two) break;
			}
		}
		m_lines[i].followed = nearest.has_value();
		return two ? std::nullopt : nearest;
	}

	/// The one that ends last of those that this one follows; nothing where two do.
	std::optional<std::size_t> previous(std::size_t i) {
		std::optional<std::size_t> nearest;
		bool two = false;
		for (const Under* under : under_of(i)) {
			const auto end = [&](std::size_t other) { return m_lines[other].term->last; };
			auto at = m_lines[i].term ? std::ranges::lower_bound(under->by_end, m_lines[i].term->last, {}, end)
			                          : under->by_end.end();
			while (at != under->by_end.begin()) {
				--at;
				if (nearest && end(*at) < end(*nearest)) break;
				if (*at == nearest || *at == i || !follows(m_lines[i], m_lines[*at]) || !between_same(*at, i)) continue;
				two = nearest && end(*at) == end(*nearest);
				nearest = *at;
				if (two) break;
			}
		}
		return two ? std::nullopt : nearest;
	}

	PartyLists m_lists;
	PartyRule m_same{m_lists, same_two_sides};
	std::vector<AgreementLine> m_lines;
	std::vector<Line> m_known;
	std::map<Key, Under> m_under;
	std::map<std::pair<model::Instrument, std::size_t>, std::vector<Under*>> m_keys;
};

}  // namespace

bool same_two_sides(const std::vector<Party>& a, const std::vector<Party>& b) {
	// By country: 2 where one body has part in both, 1 where only its province stands for it.
	std::map<std::string_view, int> shared;
	for (const Party& one : a) {
		for (const Party& other : b) {
			const int how = body_of(one) == body_of(other) ? 2 : same_or_whole(one, other) ? 1 : 0;
			if (how != 0) shared[country_of(one)] = std::max(shared[country_of(one)], how);
		}
	}
	return shared.size() > 1 && std::ranges::any_of(shared, [](const auto& one) { return one.second == 2; });
}

std::vector<AgreementLine> agreement_lines(std::span<const SeenFact> facts) { return Lines{facts}.run(); }

}  // namespace bienban::registry
