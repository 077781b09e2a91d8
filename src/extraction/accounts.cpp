// What was done and what is promised: the clauses that look back and forward, with the themes they speak of.

#include <algorithm>
#include <bitset>

#include "extraction/finders.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;
using Themes = std::bitset<model::k_theme_count>;

struct Group {
	Mode mode = Mode::event;
	PartySet parties;
	Themes themes;
	Themes figures;  ///< of clauses that only count: they join where another clause sums up
	bool sums_up = false;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	std::optional<std::string> period;
};

class Accounts {
public:
	Accounts(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		for (const auto& clause : m_c.clauses()) {
			if (clause.mode == Mode::event || clause.denied) {
				if (!clause.denied) flush();
				continue;
			}
			read(clause);
		}
		flush();
	}

private:
	void read(const Clause& clause) {
		// A pledged sum is a support, no commitment.
		if (clause.mode == Mode::future && m_c.has_cue(clause.content, clause.end, Cue::give)) {
			for (const auto& n : m_c.numbers_in(clause.content, clause.end)) {
				if (!n.currency.empty()) return;
			}
		}
		const auto parties = parties_of(clause);
		if (clause.mode != m_group.mode || (!parties.empty() && !m_group.parties.empty() && parties != m_group.parties && m_group.themes.any())) {
			flush();
		}
		if (m_group.begin == m_group.end) {
			m_group = {};
			m_group.mode = clause.mode;
			m_group.begin = clause.content;
			m_group.end = clause.end;
		}
		if (m_group.parties.empty()) m_group.parties = parties;
		const auto found = themes_in(clause);
		const bool counts = !m_c.numbers_in(clause.begin, clause.end).empty();
		const bool assesses = m_c.has_cue(clause.begin, clause.end, Cue::assess);
		if (clause.mode == Mode::past && counts && !assesses) {
			m_group.figures |= found;
		} else {
			m_group.themes |= found;
		}
		m_group.sums_up = m_group.sums_up || assesses || (!counts && found.any());
		if (!m_group.period) {
			for (const auto& d : m_c.dates_in(clause.begin, clause.end)) {
				if (d.anniversary || (!d.period && d.from.day != 0)) continue;
				m_group.period = d.edtf;
				break;
			}
		}
	}

	PartySet parties_of(const Clause& clause) const {
		// Who speaks or agrees stands before what is agreed.
		auto parties = m_c.actors(clause.begin, std::max(clause.content, clause.begin + 1));
		if (parties.empty()) parties = m_c.actors(clause.begin, clause.end);
		if (clause.mode == Mode::past && !Context::both_sides(parties)) parties = m_c.pair_at(clause.begin);
		return parties;
	}

	Themes themes_in(const Clause& clause) const {
		Themes out;
		auto end = clause.end;
		// Purpose clauses are neither; "góp phần" as the main verb is.
		for (auto i = m_a.first_match[clause.content]; i < m_a.matches.size() && m_a.matches[i].begin < clause.end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cue() != Cue::purpose) continue;
			const bool main_verb = clause.mode == Mode::past && m_a.find(clause.content, m.begin, EntryClass::theme) == nullptr;
			if (main_verb) continue;
			end = m.begin;
			break;
		}
		std::uint32_t until = 0;
		for (auto i = m_a.first_match[clause.content]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cls == EntryClass::instrument && implemented(clause, m)) out.set(static_cast<std::size_t>(model::Theme::treaty_implementation));
			if (m.cls != EntryClass::theme || m.begin < until) continue;
			until = m.end;
			if (inside_party(m) || inside_paper(m)) continue;
			for (const auto theme : m_a.lexicon.theme(m.index).themes) out.set(static_cast<std::size_t>(theme));
		}
		return out;
	}

	/// "chấp hành Hiệp định …", "thực hiện nghiêm biên bản ghi nhớ": a promise to keep any paper, a deed to keep a treaty.
	bool implemented(const Clause& clause, const lexicon::Match& m) const {
		const auto& word = m_a.lexicon.instrument(m.index);
		if (clause.mode == Mode::past && word.parties == "pair") return false;
		for (std::uint32_t back = 1; back <= 7 && m.begin >= clause.content + back; ++back) {
			const auto* cue = m_a.cue_at(m.begin - back, Cue::implement);
			if (cue == nullptr) continue;
			const auto first = m_a.word(cue->begin);
			if (first == "thực" || first == "triển" || first == "chấp" || first == "thi" || first == "tổ" || first == "cụ") return true;
		}
		return false;
	}

	/// The subject inside a paper's name is no theme: "Thỏa thuận hợp tác biên phòng", "Hiệp định về … cửa khẩu biên giới".
	bool inside_paper(const lexicon::Match& m) const {
		for (auto i = m_a.first_match[m.begin > 10 ? m.begin - 10 : 0]; i < m_a.matches.size() && m_a.matches[i].begin <= m.begin; ++i) {
			const auto& x = m_a.matches[i];
			if (x.cls == EntryClass::instrument && x.end >= m.end && x.size() > m.size()) return true;
		}
		return false;
	}

	bool inside_party(const lexicon::Match& m) const {
		const auto from = m.begin > 12 ? m.begin - 12 : 0;
		for (const auto& p : m_c.parties_in(from, m.end)) {
			if (p.begin <= m.begin && m.end <= p.end) return true;
		}
		return false;
	}

	void flush() {
		auto group = std::move(m_group);
		m_group = {};
		if (group.begin == group.end) return;
		auto themes = group.themes;
		if (group.sums_up) themes |= group.figures;
		if (themes.none()) return;
		model::Record record;
		std::vector<model::Theme> list;
		for (std::size_t i = 0; i < themes.size(); ++i) {
			if (themes[i]) list.push_back(static_cast<model::Theme>(i));
		}
		if (group.parties.empty()) group.parties = m_c.pair_at(group.begin);
		if (group.mode == Mode::past) {
			record.value = model::Achievement{std::move(group.parties), std::move(group.period), std::move(list)};
		} else {
			record.value = model::Commitment{std::move(group.parties), std::move(group.period), std::move(list)};
		}
		record.evidence = m_c.evidence(group.begin, group.end);
		record.certainty = 0.7F;
		m_out.push_back(std::move(record));
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	Group m_group;
};

}  // namespace

void find_accounts(const Context& context, std::vector<model::Record>& out) { Accounts(context, out).run(); }

}  // namespace bienban::extraction
