#include "review/basis.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "register/agreement_rules.hpp"
#include "register/check_rules.hpp"
#include "review/seen.hpp"

namespace bienban::review {

namespace {

using model::Period;

/// A paper is signed within so many days: "in November 2019" may be a day of talks in it, "in 2019" may not.
constexpr int k_days_of_signing = 31;

/// Papers that stand until another paper says otherwise; those of other kinds are made for a time, told or not.
bool stands_without_term(model::Instrument instrument) {
	using model::Instrument;
	return instrument == Instrument::treaty || instrument == Instrument::accord || instrument == Instrument::protocol ||
	       instrument == Instrument::regulation;
}

/// Meetings by their first day, for looking up those of some days.
class Meetings {
public:
	Meetings(const Material& material, std::span<const registry::SeenFact> facts)
	    : m_material(material), m_facts(facts) {
		for (ItemIndex i = 0; i < material.items.size(); ++i) {
			const auto* meeting = material.as<model::Meeting>(i);
			const auto days = meeting != nullptr ? registry::days_of(meeting->date) : std::nullopt;
			if (days && days->last <= registry::days_after(days->first, k_days_of_signing)) {
				m_by_day.emplace(days->first, Entry{i, *days});
			}
		}
	}

	/// The meeting at which a paper was signed: of the same sides, on its day; of a paper whose month alone is known,
	/// one told by the same document. Those with chairs first, then talks; nothing where two are left.
	std::optional<ItemIndex> signed_at(ItemIndex paper, Period day) const {
		const std::int32_t longest = registry::days_after(day.first, k_days_of_signing);
		if (day.last > longest) return std::nullopt;
		using Rank = std::tuple<bool, bool, model::MeetingKind>;
		std::optional<std::pair<Rank, ItemIndex>> best;
		bool two = false;
		for (auto at = m_by_day.lower_bound(registry::days_after(day.first, -k_days_of_signing));
		     at != m_by_day.end() && at->first <= day.last; ++at) {
			const auto& [item, days] = at->second;
			if (!model::overlap(days, day)) continue;
			const bool one_document = in_one_document(paper, item);
			if (day.first != day.last && !one_document) continue;
			if (!registry::names_all(m_facts[item].parties, m_facts[paper].parties)) continue;
			const auto& meeting = *m_material.as<model::Meeting>(item);
			const Rank rank{meeting.chairs.empty(), !one_document, meeting.kind};
			if (best && best->first < rank) continue;
			two = best && best->first == rank;
			best = {rank, item};
		}
		return best && !two ? std::optional{best->second} : std::nullopt;
	}

private:
	struct Entry {
		ItemIndex item = 0;
		Period days;
	};

	bool in_one_document(ItemIndex a, ItemIndex b) const {
		return std::ranges::find_first_of(m_facts[a].documents, m_facts[b].documents) != m_facts[a].documents.end();
	}

	const Material& m_material;
	std::span<const registry::SeenFact> m_facts;
	std::multimap<std::int32_t, Entry> m_by_day;
};

/// The first day from which on a successor is in force; nothing where there is none.
std::optional<std::int32_t> replaced_from(const registry::AgreementLine& line, const Material& material) {
	if (!line.replaced_by) return std::nullopt;
	const auto& next = *material.as<model::Agreement>(*line.replaced_by);
	if (const auto term = registry::days_of(next.term)) return term->first;
	const auto day = registry::days_of(next.signed_on);
	return day ? std::optional{day->first} : std::nullopt;
}

/// Whether the paper was in force on some of the days, as far as that is known.
bool in_force_in(const Basis& basis, const registry::AgreementLine& line, bool stands, Period days) {
	if (basis.term) return model::overlap(*basis.term, days);
	return stands && (!line.signed_on || line.signed_on->first <= days.last);
}

}  // namespace

std::vector<Basis> basis(const Material& material) {
	const std::vector<registry::SeenFact> facts = seen(material);
	const Meetings meetings{material, facts};
	const std::int32_t as_of = material.question.as_of;
	const Period asked = asked_period(material.question);
	std::vector<std::pair<std::int32_t, Basis>> found;
	for (const registry::AgreementLine& line : registry::agreement_lines(facts)) {
		const auto& agreement = *material.as<model::Agreement>(line.fact);
		const bool stands = stands_without_term(agreement.instrument);
		Basis basis{.item = line.fact,
		            .term = agreement.term ? model::period_of(*agreement.term) : std::nullopt,
		            .replaces = line.replaces,
		            .replaced_by = line.replaced_by,
		            .followed = line.followed};
		if (!material.items[line.fact].within && !in_force_in(basis, line, stands, asked)) continue;
		const auto replaced = replaced_from(line, material);
		basis.ended = basis.term && basis.term->last < as_of;
		basis.in_force =
		    in_force_in(basis, line, stands, {.first = as_of, .last = as_of}) && !(replaced && *replaced <= as_of);
		if (line.signed_on) basis.signed_at = meetings.signed_at(line.fact, *line.signed_on);
		const std::int32_t day = line.signed_on ? line.signed_on->first : line.term ? line.term->first : Period::k_open;
		found.emplace_back(day, basis);
	}
	std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
	std::vector<Basis> papers;
	papers.reserve(found.size());
	for (auto& [day, paper] : found) papers.push_back(paper);
	return papers;
}

}  // namespace bienban::review
