#include "review/ledger.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "facts/goods.hpp"
#include "register/check_rules.hpp"
#include "review/figure_scopes.hpp"
#include "review/ledger_gifts.hpp"
#include "review/standing.hpp"

namespace bienban::review {

namespace {

bool names(const std::vector<model::Party>& parties, const Side& side) {
	return std::ranges::any_of(parties, [&](const model::Party& party) { return is_of(party, side); });
}

bool names_one(const std::vector<model::Party>& parties, const std::vector<Side>& sides) {
	return std::ranges::any_of(sides, [&](const Side& side) { return names(parties, side); });
}

std::optional<model::Money> money_of(const model::Support& support) {
	if (support.value && support.unit && facts::is_currency(*support.unit)) {
		return model::Money{*support.value, *support.unit};
	}
	return support.worth;
}

/// Meetings and visits by day.
class Occasions {
public:
	explicit Occasions(const Material& material) : m_material(material) {
		for (ItemIndex i = 0; i < material.items.size(); ++i) {
			const bool held = material.as<model::Meeting>(i) != nullptr || material.as<model::Visit>(i) != nullptr;
			const auto when = period_by_record(material.items[i]);
			// A stay of some days at most: on a day of "May 2019" nobody knows what was given.
			if (held && when && when->last - when->first <= k_longest_stay) m_by_last.emplace(when->last, i);
		}
	}

	/// The one on that day at which the parties of a gift sat: nothing where two could be meant.
	std::optional<ItemIndex> of(const model::Support& gift, model::Period day) const {
		if (day.first != day.last) return std::nullopt;
		std::optional<ItemIndex> best;
		int best_score = 0;
		bool doubtful = false;
		for (auto at = m_by_last.lower_bound(day.first);
		     at != m_by_last.end() && at->first - day.first <= k_longest_stay; ++at) {
			if (m_material.items[at->second].when->first > day.first) continue;
			const int score = score_of(at->second, gift);
			if (score == 0 || score < best_score) continue;
			doubtful = score == best_score;
			best_score = score;
			best = at->second;
		}
		return doubtful ? std::nullopt : best;
	}

private:
	static constexpr std::int32_t k_longest_stay = 6;

	/// How well it fits: 0 where a side of the gift was not there, more where just these bodies were, and for talks.
	int score_of(ItemIndex occasion, const model::Support& gift) const {
		const auto parties = registry::parties_of(m_material.items[occasion].record);
		const auto there = [&](const std::vector<model::Party>& side) {
			const auto just = [&](const model::Party& party) {
				return std::ranges::find(parties, party) != parties.end();
			};
			if (std::ranges::any_of(side, just)) return 2;
			return registry::share_a_side(side, parties) ? 1 : 0;
		};
		const int giver = there(gift.giver);
		const int receiver = there(gift.receiver);
		if (giver == 0 || receiver == 0) return 0;
		const auto* meeting = m_material.as<model::Meeting>(occasion);
		const bool talks = meeting != nullptr && meeting->kind <= model::MeetingKind::briefing;
		return 4 * (giver + receiver) + (talks ? 2 : meeting != nullptr ? 1 : 0);
	}

	const Material& m_material;
	std::multimap<std::int32_t, ItemIndex> m_by_last;  ///< last day → item
};

}  // namespace

std::optional<Direction> direction_of(const model::Support& support, const Question& question) {
	const bool of_gives = names(support.giver, question.of);
	const bool with_gives = names_one(support.giver, question.with);
	if (of_gives == with_gives) return std::nullopt;  // neither, or both together
	// Who got it is often left out: then the other side is meant, for the fact is between the two.
	const bool to_other = support.receiver.empty() || (of_gives ? names_one(support.receiver, question.with)
	                                                            : names(support.receiver, question.of));
	if (!to_other) return std::nullopt;
	return of_gives ? Direction::given : Direction::received;
}

Gift gift_of(const Material& material, const LedgerEntry& entry) {
	const auto* said = material.as<model::Support>(entry.item);
	const bool counted_in_money = said->unit && facts::is_currency(*said->unit);
	Gift gift{.entry = 0,
	          .item = entry.item,
	          .direction = entry.direction,
	          .money = entry.money,
	          .about = counted_in_money ? said->about : std::nullopt,
	          .when = period_by_record(material.items[entry.item]),
	          .said = said,
	          .words = facts::item_words(said->item),
	          .general = false,
	          .is_part = false};
	// Cash is a thing beside others.
	gift.general = facts::is_gift_or_money(gift.words) && said->item.find("mặt") == std::string::npos;
	return gift;
}

bool told_together(const Material& material, ItemIndex a, ItemIndex b) {
	return std::ranges::any_of(material.items[a].tellings, [&](const Telling& one) {
		return std::ranges::any_of(material.items[b].tellings,
		                           [&](const Telling& other) { return one.document == other.document; });
	});
}

Ledger ledger(const Material& material) {
	Ledger made;
	const Occasions occasions(material);
	std::vector<Gift> gifts;
	for (ItemIndex i = 0; i < material.items.size(); ++i) {
		const auto* support = material.as<model::Support>(i);
		if (support == nullptr || !material.items[i].within) continue;
		const auto direction = direction_of(*support, material.question);
		if (!direction) continue;
		const auto when = period_by_record(material.items[i]);
		made.entries.push_back({.item = i,
		                        .direction = *direction,
		                        .money = money_of(*support),
		                        .occasion = when ? occasions.of(*support, *when) : std::nullopt,
		                        .part_of = std::nullopt,
		                        .added = false});
		gifts.push_back(gift_of(material, made.entries.back()));
		gifts.back().entry = made.entries.size() - 1;
	}
	made.relations = find_totals(material, gifts, made.entries);
	add_gifts(material, gifts, made);
	return made;
}

}  // namespace bienban::review
