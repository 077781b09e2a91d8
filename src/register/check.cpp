#include "register/check.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "model/json.hpp"
#include "model/names.hpp"
#include "register/agreement_rules.hpp"
#include "register/check_rules.hpp"
#include "register/meeting_rules.hpp"
#include "register/promise_rules.hpp"

namespace bienban::registry {

namespace {

/// How long one waits for a report on a commitment that is to be kept for ever.
constexpr std::int32_t k_years_to_report = 2;

std::string joined(const std::vector<std::string>& words) {
	std::string text;
	for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
	return text;
}

std::string fact_name(RecordId id) { return write_id(IdKind::fact, id); }

Finding finding(FindingKind kind, const std::vector<const CheckedFact*>& facts, std::vector<std::string> values,
                std::int32_t day) {
	Finding found{.kind = kind,
	              .facts = {},
	              .names = {},
	              .message = "check-" + std::string{k_finding_names[static_cast<std::size_t>(kind)]},
	              .values = std::move(values),
	              .day = day,
	              .sources = {}};
	for (const CheckedFact* fact : facts) {
		found.facts.push_back(fact->id);
		found.sources.push_back(fact->source);
	}
	return found;
}

std::vector<SeenFact> seen(std::span<const CheckedFact> facts) {
	std::vector<SeenFact> seen;
	seen.reserve(facts.size());
	for (const CheckedFact& fact : facts) {
		seen.push_back(
		    {.record = &fact.record, .parties = parties_of(fact.record), .told = fact.told, .documents = {}});
		if (const std::int64_t document = document_of(fact.source)) seen.back().documents = {document};
	}
	return seen;
}

/// A number with what it counts, as far as two of them can be compared.
struct Figure {
	const CheckedFact* fact = nullptr;
	double value = 0;
	model::Period period;
};
using FigureKey =
    std::tuple<std::string, std::string, std::vector<model::Party>, std::vector<model::Party>, std::int32_t>;

std::map<FigureKey, std::vector<Figure>> figures_of(std::span<const CheckedFact> facts) {
	std::map<FigureKey, std::vector<Figure>> figures;
	const auto add = [&](const CheckedFact& fact, std::string what, std::string unit, std::vector<model::Party> by,
	                     std::vector<model::Party> to, double value, const std::optional<model::Edtf>& date) {
		const auto period = days_of(date);
		if (!period) return;
		std::ranges::sort(by);
		std::ranges::sort(to);
		figures[{std::move(what), std::move(unit), std::move(by), std::move(to), period->first}].push_back(
		    {.fact = &fact, .value = value, .period = *period});
	};
	for (const CheckedFact& fact : facts) {
		if (const auto* result = std::get_if<model::Result>(&fact.record.value)) {
			add(fact, result->theme ? std::string{model::name_of(*result->theme)} : "", result->unit, result->by,
			    result->to, result->value, result->period);
		} else if (const auto* support = std::get_if<model::Support>(&fact.record.value); support && support->value) {
			add(fact, support->item, support->unit.value_or(""), support->giver, support->receiver, *support->value,
			    support->period);
		}
	}
	return figures;
}

/// Whether `later` should be at least as much as `earlier`.
bool should_not_shrink(const Figure& earlier, const Figure& later) {
	const bool reaches_further = later.period.last > earlier.period.last;
	const bool told_later = earlier.fact->told != 0 && later.fact->told > earlier.fact->told;
	if (document_of(earlier.fact->source) == document_of(later.fact->source)) return false;
	return reaches_further || (later.period.last == earlier.period.last && told_later);
}

std::string number_text(double value) { return model::dump(model::number_json(value)); }

}  // namespace

std::vector<Finding> ended_agreements(std::span<const CheckedFact> facts, std::int32_t as_of) {
	const std::vector<SeenFact> seen_facts = seen(facts);
	std::vector<Finding> findings;
	for (const AgreementLine& line : agreement_lines(seen_facts)) {
		if (!line.term || line.term->last >= as_of || line.followed) continue;
		const auto& agreement = std::get<model::Agreement>(facts[line.fact].record.value);
		findings.push_back(finding(FindingKind::agreement_ended, {&facts[line.fact]},
		                           {std::string{model::name_of(agreement.instrument)},
		                            joined(seen_facts[line.fact].parties), agreement.term.value_or("")},
		                           line.term->last));
	}
	return findings;
}

std::vector<Finding> missing_meetings(std::span<const CheckedFact> facts) {
	const std::vector<SeenFact> seen_facts = seen(facts);
	std::vector<Finding> findings;
	for (const MeetingSeries& series : meeting_series(seen_facts)) {
		std::vector<std::int32_t> years;
		std::vector<std::int32_t> ordinals;
		for (const MissingMeeting& missing : series.missing) {
			if (missing.year) {
				years.push_back(*missing.year);
			} else if (missing.ordinal) {
				ordinals.push_back(*missing.ordinal);
			}
		}
		std::vector<const CheckedFact*> told;
		for (const HeldMeeting& held : series.held) told.push_back(&facts[held.fact]);
		const auto add = [&](const char* message, const std::vector<std::int32_t>& what, std::int32_t day) {
			if (what.empty()) return;
			findings.push_back(
			    finding(FindingKind::meeting_missing, told,
			            {std::string{model::name_of(series.kind)}, joined(series.parties), write_years(what)}, day));
			findings.back().message = message;
		};
		add("check-meeting-missing", years, years.empty() ? 0 : years.front() * 10'000 + 1231);
		std::ranges::sort(ordinals);
		add("check-meeting-number-missing", ordinals, 0);
	}
	return findings;
}

std::vector<Finding> unreported_commitments(std::span<const CheckedFact> facts, std::int32_t as_of) {
	const std::vector<SeenFact> seen_facts = seen(facts);
	const std::vector<PromiseLine> lines = promise_lines(seen_facts);
	std::vector<Finding> findings;
	// The lines of one commitment stand together.
	for (auto line = lines.begin(); line != lines.end();) {
		const auto end =
		    std::find_if(line, lines.end(), [&](const auto& one) { return one.commitment != line->commitment; });
		const auto first = line;
		line = end;
		if (!first->theme || !first->when) continue;
		const auto due =
		    first->due == model::Period::k_open ? years_later(first->when->first, k_years_to_report) : first->due;
		if (due >= as_of) continue;
		if (std::any_of(first, end, [](const auto& one) { return one.reported != Reported::nothing; })) continue;
		const auto& commitment = std::get<model::Commitment>(facts[first->commitment].record.value);
		std::vector<std::string> themes;
		for (const model::Theme theme : commitment.themes) themes.emplace_back(model::name_of(theme));
		findings.push_back(finding(
		    FindingKind::commitment_unreported, {&facts[first->commitment]},
		    {joined(seen_facts[first->commitment].parties), joined(themes), commitment.period.value_or("")}, due));
		if (!commitment.period) findings.back().message = "check-commitment-undated";
	}
	return findings;
}

std::vector<Finding> shrinking_figures(std::span<const CheckedFact> facts) {
	std::vector<Finding> findings;
	for (auto& [key, figures] : figures_of(facts)) {
		std::ranges::stable_sort(figures, {}, [](const Figure& figure) {
			return std::pair{figure.period.last, figure.fact->told};
		});
		// Each is compared with the greatest before it: a series that shrinks once is one finding.
		const Figure* greatest = nullptr;
		for (const Figure& figure : figures) {
			if (greatest != nullptr && figure.value < greatest->value && should_not_shrink(*greatest, figure)) {
				findings.push_back(finding(FindingKind::figure_shrinks, {greatest->fact, figure.fact},
				                           {number_text(greatest->value), number_text(figure.value), std::get<1>(key),
				                            std::get<0>(key), joined(std::get<2>(key))},
				                           figure.fact->told));
			}
			if (greatest == nullptr || figure.value >= greatest->value) greatest = &figure;
		}
	}
	return findings;
}

namespace {

/// Gathers the findings of a register.
class Checking {
public:
	Checking(Store& store, const CheckQuestion& question) : m_store(store), m_question(question) {}

	std::vector<Finding> run() {
		if (asks(FindingKind::conflict)) conflicts();
		if (asks(FindingKind::agreement_ended) || asks(FindingKind::meeting_missing) ||
		    asks(FindingKind::commitment_unreported) || asks(FindingKind::figure_shrinks)) {
			rules();
		}
		if (asks(FindingKind::name_unresolved) || asks(FindingKind::fact_unresolved)) unresolved();
		if (asks(FindingKind::reading_changed) && !is_between()) changed();
		std::ranges::stable_sort(m_findings, {}, [](const Finding& one) {
			return std::tuple{one.kind, one.day, one.facts, one.names, one.values};
		});
		// A fact between several pairs is found with each of them.
		const auto same = [](const Finding& a, const Finding& b) {
			return a.kind == b.kind && a.facts == b.facts && a.names == b.names && a.values == b.values;
		};
		m_findings.erase(std::unique(m_findings.begin(), m_findings.end(), same), m_findings.end());
		return std::move(m_findings);
	}

private:
	bool asks(FindingKind kind) const { return !m_question.kind || *m_question.kind == kind; }
	bool is_between() const { return !m_question.between_a.empty() || !m_question.between_b.empty(); }

	FactQuestion question() const {
		return {.between_a = m_question.between_a,
		        .between_b = m_question.between_b,
		        .page = {.limit = std::numeric_limits<std::size_t>::max(), .offset = 0}};
	}

	void conflicts() {
		FactQuestion asked = question();
		asked.in_conflict = true;
		for (const FactRow& row : m_store.list_facts(asked)) {
			m_findings.push_back({.kind = FindingKind::conflict,
			                      .facts = {row.id},
			                      .names = {},
			                      .message = "check-conflict",
			                      .values = {row.type, joined(row.conflicts)},
			                      .day = row.first_day,
			                      .sources = {row.id}});
		}
	}

	std::int32_t day_of(std::int64_t document) {
		if (document == 0) return 0;
		const auto known = m_days.find(document);
		if (known != m_days.end()) return known->second;
		const auto row = m_store.document(document);
		return m_days[document] = row ? row->day : 0;
	}

	/// The facts between two places of one pair, as the rules look at them.
	std::vector<CheckedFact> facts_of(const std::string& pair) {
		const auto bar = pair.find('|');
		FactQuestion asked = question();
		asked.types = {"meeting", "activity", "agreement", "achievement", "commitment", "result", "support"};
		asked.pair = pair;
		std::vector<CheckedFact> facts;
		if (bar == std::string::npos) return facts;
		for (const FactRow& row : m_store.list_facts(asked)) {
			auto record = model::record_from_json(row.value);
			if (!record) continue;  // `register verify` tells of rows that cannot be read
			facts.push_back(
			    {.id = row.id, .record = std::move(*record), .told = day_of(document_of(row.id)), .source = row.id});
		}
		return facts;
	}

	void take(FindingKind kind, std::vector<Finding> found) {
		if (asks(kind)) std::ranges::move(found, std::back_inserter(m_findings));
	}

	/// Pair by pair, so that a large register does not have to fit into memory.
	void rules() {
		for (const std::string& pair : m_store.list_pairs()) {
			const std::vector<CheckedFact> facts = facts_of(pair);
			take(FindingKind::agreement_ended, ended_agreements(facts, m_question.as_of));
			take(FindingKind::meeting_missing, missing_meetings(facts));
			take(FindingKind::commitment_unreported, unreported_commitments(facts, m_question.as_of));
			take(FindingKind::figure_shrinks, shrinking_figures(facts));
		}
	}

	void unresolved() {
		for (const ProposalRow& row :
		     m_store.list_proposals(Proposals::all, {.limit = std::numeric_limits<std::int32_t>::max(), .offset = 0})) {
			const bool of_facts = row.kind == "record";
			const auto kind = of_facts ? FindingKind::fact_unresolved : FindingKind::name_unresolved;
			if (!asks(kind) || (is_between() && !of_facts)) continue;
			Finding found{.kind = kind,
			              .facts = {},
			              .names = {row.a, row.b},
			              .message = of_facts ? "check-fact-unresolved" : "check-name-unresolved",
			              .values = {row.a, row.b},
			              .day = 0,
			              .sources = {}};
			if (of_facts && !add_facts(found)) continue;
			m_findings.push_back(std::move(found));
		}
	}

	/// The facts of the records that a finding names; whether they lie between the asked places.
	bool add_facts(Finding& found) {
		for (const std::string& name : found.names) {
			const auto id = parse_id(name);
			if (!id) return false;
			const auto record = m_store.record(id->number);
			const auto signature = record ? m_store.signature(record->signature) : std::nullopt;
			if (!signature || signature->fact == 0) return false;
			found.facts.push_back(signature->fact);
			found.sources.push_back(id->number);
		}
		found.values = {fact_name(found.facts.front()), fact_name(found.facts.back())};
		return !is_between() || std::ranges::all_of(found.facts, [&](RecordId fact) { return lies_between(fact); });
	}

	bool lies_between(RecordId fact) {
		if (!m_between) {
			m_between.emplace();
			for (const FactRow& row : m_store.list_facts(question())) m_between->insert(row.id);
		}
		return m_between->contains(fact);
	}

	void changed() {
		for (const ChangedRow& row :
		     m_store.list_changed({.limit = std::numeric_limits<std::int32_t>::max(), .offset = 0})) {
			const std::string name = write_id(IdKind::record, row.record);
			m_findings.push_back({.kind = FindingKind::reading_changed,
			                      .facts = {},
			                      .names = {name},
			                      .message = row.after.empty() ? "check-reading-gone" : "check-reading-changed",
			                      .values = {name, write_id(IdKind::entry, row.entry)},
			                      .day = 0,
			                      .sources = {row.record}});
		}
	}

	Store& m_store;
	const CheckQuestion& m_question;
	std::vector<Finding> m_findings;
	std::map<std::int64_t, std::int32_t> m_days;
	std::optional<std::set<RecordId>> m_between;
};

}  // namespace

std::vector<Finding> check(Store& store, const CheckQuestion& question) { return Checking{store, question}.run(); }

}  // namespace bienban::registry
