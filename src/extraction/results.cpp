// Counted things done.

#include <algorithm>

#include "extraction/figures.hpp"
#include "extraction/finders.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

class Results {
public:
	Results(const Context& context, std::vector<model::Record>& out, const std::vector<bool>& used)
	    : m_c(context), m_a(context.a()), m_out(out), m_used(used) {}

	void run() {
		const auto& numbers = m_c.numbers();
		for (std::size_t i = 0; i < numbers.size(); ++i) {
			if (!m_used[i]) read(numbers[i]);
		}
	}

private:
	void read(const Number& n) {
		const auto s = m_c.sentence_of(n.begin);
		if (m_c.is_headline(s)) return;
		const auto [begin, end] = m_c.clause_of(n.begin);
		const auto money = !n.currency.empty();
		const auto count = read_count(m_c, n);
		if (money) {
			if (!m_c.has_cue(m_c.sentence(s).begin, end, Cue::act) || !is_trade(m_c.sentence(s).begin, end)) return;
			if (after_compare(n, begin)) return;
		} else {
			if (count.entry == nullptr || count.entry->goods || excluded(n, count, begin, end)) return;
		}
		const auto* clause = clause_at(n.begin);
		const auto mode = clause != nullptr ? clause->mode : Mode::event;
		if (mode == Mode::future && clause != nullptr && clause->content < n.begin) return;
		if (clause != nullptr && clause->denied) return;
		const auto* act = act_before(n, m_c.sentence(s).begin);
		const auto* act_after = m_a.find_cue(count.end, std::min(end, count.end + 12), Cue::act);
		if (act == nullptr && act_after == nullptr && mode != Mode::past) return;
		model::Result value;
		value.value = n.value;
		value.unit = money ? std::string(n.currency) : count.unit;
		value.about = n.about;
		value.theme = theme(n, count, begin, end, money);
		parties(value, n, count, act, begin, end);
		if (value.by.empty() && value.to.empty()) return;
		value.period = period_at(m_c, n.begin, count.end);
		if (!value.period && mode == Mode::event) {
			if (const auto* day = m_c.date_in(begin, end); day != nullptr && day->from.day != 0) value.period = day->edtf;
		}
		if (duplicate(value)) return;
		model::Record record;
		record.evidence = m_c.evidence(evidence_begin(n, act, begin), money ? n.end : std::max(count.end, n.end));
		record.value = std::move(value);
		record.certainty = mode == Mode::past ? 0.8F : 0.6F;
		m_out.push_back(std::move(record));
	}

	std::uint32_t evidence_begin(const Number& n, const lexicon::Match* act, std::uint32_t begin) const {
		if (act != nullptr && act->begin >= begin && n.begin - act->begin < 25 && m_c.numbers_in(act->begin, n.begin).empty()) return act->begin;
		return n.about_begin;
	}

	const Clause* clause_at(std::uint32_t t) const {
		for (const auto& clause : m_c.clauses()) {
			if (clause.begin <= t && t < clause.end) return &clause;
		}
		return nullptr;
	}

	/// Attendance, delegations' sizes, lengths, contents of papers, plans, mere occurrences: no results.
	bool excluded(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end) const {
		const auto back_to = [&](std::uint32_t tokens) { return n.begin > begin + tokens ? n.begin - tokens : begin; };
		if (m_c.has_cue(back_to(9), n.begin, Cue::happened)) return true;
		if (m_c.has_cue(back_to(8), n.begin, Cue::plan)) return true;
		if (m_c.has_cue(back_to(5), n.begin, Cue::compare) && count.entry->theme == std::nullopt) return true;
		if (count.entry->weak) {
			static constexpr std::array<std::string_view, 7> k_clear = {"phát", "quang", "tuần", "mở", "làm", "xây", "dựng"};
			bool cleared = false;
			for (auto t = back_to(12); t < n.begin; ++t) cleared = cleared || std::find(k_clear.begin(), k_clear.end(), m_a.word(t)) != k_clear.end();
			if (!cleared || m_c.has_cue(back_to(8), n.begin, Cue::length)) return true;
		}
		// "Đoàn có 15 người", "với sự tham gia của 40 cán bộ": unless it is the second half of a pair ("2 đợt/40 cán bộ").
		const bool pair = n.begin > 0 && m_a.tokens[n.begin - 1].is('/');
		if (!pair && m_c.has_cue(back_to(7), n.begin, Cue::attend)) return true;
		if (m_c.has_cue(back_to(4), n.begin, Cue::length)) return true;
		const bool soft = count.entry->theme == std::nullopt;
		for (auto t = back_to(3); t < n.begin; ++t) {
			const auto w = m_a.word(t);
			if (w == "gồm" && soft && !pair) return true;
			if (w == "có" && !pair && mode_past_act(begin, n.begin) == false) return true;
			if ((w == "dịp" || w == "niệm" || w == "tuổi") && soft) return true;
			if (w == "mỗi" || w == "từng") return true;
		}
		if (count.unit == "cửa khẩu" || count.unit == "nội dung" || count.unit == "biên bản" || count.unit == "văn bản" || count.unit == "thỏa thuận") {
			return !m_c.has_cue(back_to(6), n.begin, Cue::act);
		}
		(void)end;
		return false;
	}

	bool mode_past_act(std::uint32_t begin, std::uint32_t end) const { return m_c.has_cue(begin, end, Cue::act); }

	bool is_trade(std::uint32_t begin, std::uint32_t end) const {
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cls != EntryClass::theme) continue;
			for (const auto theme : m_a.lexicon.theme(m.index).themes) {
				if (theme == model::Theme::trade_investment) return true;
			}
		}
		return false;
	}

	bool after_compare(const Number& n, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 3 && n.begin >= begin + back; ++back) {
			const auto w = m_a.word(n.begin - back);
			if (w == "tăng" || w == "giảm" || w == "gấp" || w == "với") return true;
		}
		return false;
	}

	const lexicon::Match* act_before(const Number& n, std::uint32_t begin) const {
		const lexicon::Match* best = nullptr;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < n.begin; ++i) {
			if (m_a.matches[i].cue() == Cue::act) best = &m_a.matches[i];
		}
		return best;
	}

	std::optional<model::Theme> theme(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end, bool money) const {
		if (money) return model::Theme::trade_investment;
		// The part of the clause that the number stands in, between commas with numbers of their own.
		auto from = begin;
		for (const auto& other : m_c.numbers_in(begin, n.begin)) {
			if (other.end < n.begin && !m_a.tokens[n.begin - 1].is('/')) from = std::max(from, other.end);
		}
		const auto own = count.entry->theme;
		const bool strong_unit = own && (*own == model::Theme::education || *own == model::Theme::remains_repatriation || *own == model::Theme::drugs || *own == model::Theme::trafficking ||
		                                 *own == model::Theme::language || *own == model::Theme::border_protection || *own == model::Theme::twinning ||
		                                 *own == model::Theme::delegation_exchange);
		if (strong_unit) return own;
		if (const auto near = theme_near(m_c, from, n.begin, count.end, end)) return near;
		if (from != begin) {
			if (const auto near = theme_near(m_c, begin, n.begin, count.end, end)) return near;
		}
		if (own) return own;
		// A clause of figures only: the sentence around it tells.
		const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
		return theme_near(m_c, sentence.begin, n.begin, count.end, sentence.end);
	}

	void parties(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act, std::uint32_t begin, std::uint32_t end) const {
		const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
		const auto verb = act != nullptr ? act->begin : n.begin;
		auto by = m_c.actors(begin, std::max(verb, begin));
		if (by.empty()) by = m_c.actors(sentence.begin, std::max(verb, sentence.begin));
		auto after = m_c.named(verb, end);
		if (after.empty() && m_c.has_cue(verb, end, Cue::friends)) after = Context::side(m_c.pair_at(n.begin), Country::la);
		std::erase_if(after, [&](const auto& p) { return std::find(by.begin(), by.end(), p) != by.end() || kind_of(p) == "school"; });
		if (by.empty() && Context::both_sides(after)) {
			by = after;
			after.clear();
		}
		if (by.empty()) by = m_c.pair_at(n.begin);
		if (!Context::both_sides(by) && !by.empty()) {
			const auto own = country_of(by.front());
			const auto other = Context::side(after, own == Country::vn ? Country::la : Country::vn);
			const bool together = is_joint(verb, end);
			if (!other.empty()) {
				if (together) {
					merge(by, other);
				} else {
					value.to = other;
				}
			} else if (directional(count)) {
				value.to = Context::side(m_c.pair_at(n.begin), own == Country::vn ? Country::la : Country::vn);
			}
		}
		value.by = std::move(by);
	}

	/// "phối hợp với …", "cùng …", "tuần tra song phương": two sides do it together.
	bool is_joint(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			const auto w = m_a.word(t);
			if (w == "phối" || w == "cùng" || w == "song" || w == "chung" || (w == "với" && t > 0 && m_a.word(t - 1) != "đối")) return true;
		}
		return false;
	}

	static bool directional(const Count& count) {
		if (count.entry == nullptr || !count.entry->theme) return false;
		const auto theme = *count.entry->theme;
		return theme == model::Theme::education || theme == model::Theme::training || theme == model::Theme::language || theme == model::Theme::delegation_exchange ||
		       theme == model::Theme::health;
	}

	bool duplicate(const model::Result& value) const {
		return std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
			const auto* known = std::get_if<model::Result>(&r.value);
			return known != nullptr && known->value == value.value && known->unit == value.unit && known->theme == value.theme;
		});
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	const std::vector<bool>& m_used;
};

}  // namespace

void find_results(const Context& context, std::vector<model::Record>& out, const std::vector<bool>& used) { Results(context, out, used).run(); }

}  // namespace bienban::extraction
