// Counted things done.

#include <algorithm>

#include "extraction/figures.hpp"
#include "extraction/finders.hpp"
#include "extraction/frames.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

class Results {
public:
	Results(const Context& context, std::vector<model::Record>& out, const std::vector<bool>& used)
	    : m_c(context), m_a(context.a()), m_out(out), m_used(used), m_frames(context) {}

	void run() {
		const auto opening = std::min<std::size_t>(m_a.sentences.size(), 4);
		if (opening > 0) m_language_course = has_theme(0, m_a.sentences[opening - 1].end, model::Theme::language);
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
			if (count.entry == nullptr || count.entry->goods || excluded(n, count, begin)) return;
		}
		const auto* clause = clause_at(n.begin);
		const auto mode = clause != nullptr ? clause->mode : Mode::event;
		if (mode == Mode::future && clause != nullptr && clause->content < n.begin) return;
		if (clause != nullptr && clause->denied) return;
		const auto* act = act_before(n, m_c.sentence(s).begin);
		const auto* act_after = deed_behind(count.end, std::min(end, count.end + 24));
		if (act == nullptr && act_after == nullptr && mode != Mode::past) return;
		model::Result value;
		value.value = n.value;
		value.unit = money ? std::string(n.currency) : count.unit;
		value.about = n.about;
		value.theme = theme(n, count, begin, end, money);
		parties(value, n, count, act, act_after, end);
		if (value.by.empty() && value.to.empty()) return;
		if (one_sided(value, n)) return;
		value.period = period_at(m_c, n.begin, count.end);
		if (!value.period && mode == Mode::event) {
			if (const auto* day = m_c.date_in(begin, end); day != nullptr && day->from.day != 0)
				value.period = day->edtf;
		}
		if (duplicate(value)) return;
		model::Record record;
		record.evidence = m_c.evidence(evidence_begin(n, act, begin), money ? n.end : std::max(count.end, n.end));
		record.value = std::move(value);
		record.certainty = mode == Mode::past ? 0.8F : 0.6F;
		m_out.push_back(std::move(record));
	}

	/// Done by one side alone, with no word of the other: domestic, whatever it counts.
	bool one_sided(const model::Result& value, const Number& n) const {
		if (Context::both_sides(value.by) || !value.to.empty()) return false;
		using model::Theme;
		static constexpr std::array k_across = {Theme::remains_repatriation, Theme::trade_investment,
		                                        Theme::border_gate, Theme::infrastructure};
		if (value.theme && std::find(k_across.begin(), k_across.end(), *value.theme) != k_across.end()) return false;
		const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
		if (m_c.has_cue(sentence.begin, sentence.end, Cue::friends)) return false;
		for (auto t = sentence.begin; t < sentence.end; ++t) {
			if (m_a.word(t) == "Lào") return false;
		}
		return true;
	}

	std::uint32_t evidence_begin(const Number& n, const lexicon::Match* act, std::uint32_t begin) const {
		if (act != nullptr && act->begin >= begin && n.begin - act->begin < 25 &&
		    m_c.numbers_in(act->begin, n.begin).empty())
			return act->begin;
		return n.about_begin;
	}

	const Clause* clause_at(std::uint32_t t) const {
		for (const auto& clause : m_c.clauses()) {
			if (clause.begin <= t && t < clause.end) return &clause;
		}
		return nullptr;
	}

	/// Attendance, delegations' sizes, lengths, contents of papers, plans, mere occurrences: no results.
	bool excluded(const Number& n, const Count& count, std::uint32_t begin) const {
		const auto back_to = [&](std::uint32_t tokens) { return n.begin > begin + tokens ? n.begin - tokens : begin; };
		if (m_c.has_cue(back_to(9), n.begin, Cue::happened)) return true;
		if (m_c.has_cue(back_to(8), n.begin, Cue::plan)) return true;
		if (m_c.has_cue(back_to(5), n.begin, Cue::compare) && count.entry->theme == std::nullopt) return true;
		if (count.entry->weak) {
			static constexpr std::array<std::string_view, 7> k_clear = {"phát", "quang", "tuần", "mở",
			                                                            "làm",  "xây",   "dựng"};
			bool cleared = false;
			for (auto t = back_to(12); t < n.begin; ++t)
				cleared = cleared || std::find(k_clear.begin(), k_clear.end(), m_a.word(t)) != k_clear.end();
			if (!cleared || m_c.has_cue(back_to(8), n.begin, Cue::length)) return true;
		}
		// "Đoàn có 15 người", "với sự tham gia của 40 cán bộ": unless it is the second half of a pair ("2 đợt/40 cán
		// bộ").
		const bool pair = n.begin > 0 && m_a.tokens[n.begin - 1].is('/');
		if (!pair && m_c.has_cue(back_to(7), n.begin, Cue::attend)) return true;
		if (m_c.has_cue(back_to(4), n.begin, Cue::length)) return true;
		const bool soft = count.entry->theme == std::nullopt;
		if (mere_words(n, count, begin)) return true;
		for (auto t = back_to(3); t < n.begin; ++t) {
			const auto w = m_a.word(t);
			if (w == "gồm" && soft && !pair) return true;
			if (w == "có" && !pair &&
			    !mode_past_act(after_colon(begin) || m_a.cue_at(begin, Cue::including) != nullptr
			                       ? m_c.sentence(m_c.sentence_of(n.begin)).begin
			                       : begin,
			                   n.begin))
				return true;
			if ((w == "dịp" || w == "niệm" || w == "tuổi") && soft) return true;
			if (w == "mỗi" || w == "từng") return true;
		}
		if (count.unit == "cửa khẩu" || count.unit == "nội dung" || count.unit == "biên bản" ||
		    count.unit == "văn bản" || count.unit == "văn kiện" || count.unit == "thỏa thuận") {
			const auto* clause = clause_at(n.begin);
			return clause == nullptr || clause->mode == Mode::event || !m_c.has_cue(back_to(6), n.begin, Cue::act);
		}
		return false;
	}

	/// "hai người chỉ huy vui vì …", "Hai tổ tuần tra gặp nhau", "một buổi bàn thảo": nothing is counted; houses
	/// flooded; a gift of one's own side.
	bool mere_words(const Number& n, const Count& count, std::uint32_t begin) const {
		const auto* deed = act_before(n, begin);
		if (n.in_words && n.value <= 2 && (deed == nullptr || n.begin - deed->end > 4)) return true;
		const auto theme = count.entry->theme;
		if (theme == model::Theme::aid) return true;
		// "3 bộ", "36 chiếc", "8 cái": things that are counted, no deeds.
		static constexpr std::array<std::string_view, 9> k_pieces = {"bộ",  "chiếc", "cái", "tấm",     "đôi",
		                                                             "con", "cây",   "bao", "hệ thống"};
		if (count.entry->measure && std::find(k_pieces.begin(), k_pieces.end(), count.unit) != k_pieces.end() &&
		    (deed == nullptr || n.begin - deed->end > 6))
			return true;
		if (theme == model::Theme::infrastructure && m_a.find_cue(count.end, count.end + 8, Cue::happened) != nullptr)
			return true;
		if (count.entry->measure && m_c.has_cue(begin, n.begin, Cue::give)) return true;
		if (theme == model::Theme::twinning) {
			const auto* clause = clause_at(n.begin);
			if (deed == nullptr ||
			    (clause != nullptr && clause->mode == Mode::event && !m_c.has_cue(begin, n.begin, Cue::done)))
				return true;
		}
		return false;
	}

	bool after_colon(std::uint32_t t) const { return t > 0 && m_a.tokens[t - 1].is(':'); }

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

	const lexicon::Match* deed_behind(std::uint32_t begin, std::uint32_t end) const {
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			if (is_deed(m_a.matches[i].cue())) return &m_a.matches[i];
		}
		return nullptr;
	}

	const lexicon::Match* act_before(const Number& n, std::uint32_t begin) const {
		const lexicon::Match* best = nullptr;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < n.begin; ++i) {
			const auto& m = m_a.matches[i];
			if (is_deed(m.cue()) && (best == nullptr || m.begin >= best->end) && !m_a.tokens[m.begin].all_capital)
				best = &m;
		}
		return best;
	}

	std::optional<model::Theme> theme(const Number& n, const Count& count, std::uint32_t begin, std::uint32_t end,
	                                  bool money) const {
		using model::Theme;
		if (money) return Theme::trade_investment;
		const auto own = count.entry->theme;
		const auto stop = phrase_reach(n, count, end);
		if (own && (*own == Theme::crime_prevention || *own == Theme::irregular_migration)) {
			if (const auto crime = crime_theme(n.begin, stop)) return crime;
			if (const auto crime = crime_theme(begin, n.begin)) return crime;
			if (*own == Theme::crime_prevention && has_theme(stop, until_part(stop, end), Theme::drugs))
				return Theme::drugs;
		}
		const bool soft = !own || *own == Theme::public_awareness || *own == Theme::irregular_migration;
		if (soft) {
			const bool people =
			    count.unit.starts_with("người") || count.unit.starts_with("hộ") || count.unit.starts_with("trường hợp");
			if (const auto crime = crime_theme(n.begin, people ? next_clause(n, end) : stop);
			    crime && *crime != Theme::drugs && *crime != Theme::smuggling)
				return crime;
			if (rescues(m_c.sentence(m_c.sentence_of(n.begin)), n)) return Theme::disaster_response;
		}
		const auto from = part_begin(n, begin);
		const bool teaches = own && (*own == Theme::education || *own == Theme::training);
		const bool of_course = count.unit.ends_with("học viên") || count.unit.starts_with("lớp") ||
		                       count.unit.ends_with("giáo viên") || count.unit.starts_with("khóa");
		if (teaches && of_course && has_theme(from, stop, Theme::language)) return Theme::language;
		if (teaches && count.unit.ends_with("học viên") && m_language_course && !vocational(from, n.begin))
			return Theme::language;
		static constexpr std::array k_strong = {
		    Theme::education, Theme::remains_repatriation, Theme::drugs,       Theme::trafficking,
		    Theme::language,  Theme::border_protection,    Theme::twinning,    Theme::delegation_exchange,
		    Theme::training,  Theme::information_exchange, Theme::encroachment};
		if (own && *own != Theme::information_exchange &&
		    std::find(k_strong.begin(), k_strong.end(), *own) != k_strong.end())
			return own;
		if (heals(from, stop)) return Theme::health;
		if (!own) {
			if (const auto deed = deed_theme(from, n.begin)) return deed;
		}
		if (const auto near = theme_near(m_c, from, n.begin, count.end, stop)) return near;
		if (own) return own;
		if (from != begin) {
			if (const auto near = theme_near(m_c, begin, n.begin, count.end, end)) return near;
		}
		// A clause of figures only: the sentence around it tells.
		const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
		return theme_near(m_c, sentence.begin, n.begin, count.end, sentence.end);
	}

	/// "hội đàm 2 cuộc", "trao đổi qua điện thoại 96 lần": the deed nearest before the bare unit.
	std::optional<model::Theme> deed_theme(std::uint32_t begin, std::uint32_t end) const {
		std::optional<model::Theme> found;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			switch (m_a.matches[i].cue()) {
				case Cue::talks:
				case Cue::briefing: found = model::Theme::regular_meeting; break;
				case Cue::patrol: found = model::Theme::joint_patrol; break;
				case Cue::search: found = model::Theme::remains_repatriation; break;
				default: break;
			}
		}
		if (found) return found;
		for (auto t = begin; t + 1 < end; ++t) {
			const auto w = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if ((w == "điện" && (next == "thoại" || next == "đàm")) || (w == "báo" && next == "tin") ||
			    (w == "thông" && next == "báo"))
				return model::Theme::information_exchange;
		}
		return std::nullopt;
	}

	/// "dạy nghề cho 38 học viên" in a text that also speaks of language courses.
	bool vocational(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			const auto w = m_a.word(t);
			if (w == "nghề" || w == "nhận" || w == "cử") return true;
		}
		return false;
	}

	/// "đưa 65 người dân ra khỏi vùng ngập".
	bool rescues(const text::Sentence& sentence, const Number& n) const {
		bool saved = false;
		for (auto t = n.begin > sentence.begin + 6 ? n.begin - 6 : sentence.begin; t < n.begin; ++t) {
			const auto w = m_a.word(t);
			saved = saved || w == "đưa" || w == "cứu" || w == "dời" || w == "tán" || w == "Cứu";
		}
		if (!saved) return false;
		for (auto t = sentence.begin; t < sentence.end; ++t) {
			const auto w = m_a.word(t);
			if (w == "lũ" || w == "ngập" || w == "bão" || w == "lụt" || w == "nạn" || w == "sạt") return true;
		}
		return false;
	}

	std::uint32_t next_clause(const Number& n, std::uint32_t end) const {
		auto t = n.end;
		while (t < end && !m_a.tokens[t].is(';')) ++t;
		return t;
	}

	/// The part of the clause that the figure stands in begins at the last comma behind another figure; a pair
	/// ("12 lần/300 lượt") and "với", "trong đó" carry on.
	std::uint32_t part_begin(const Number& n, std::uint32_t begin) const {
		for (auto t = n.begin; t > begin; --t) {
			if (!m_a.tokens[t - 1].is(',')) continue;
			const bool other_verb =
			    deed_behind(t, n.begin) != nullptr || m_a.find(t, n.begin, EntryClass::theme) != nullptr;
			if (other_verb) return t;
		}
		return begin;
	}

	/// To the end of the words that follow the figure, over the second half of a pair.
	std::uint32_t phrase_reach(const Number& n, const Count& count, std::uint32_t end) const {
		auto t = std::max(count.end, n.end);
		while (t < end && !m_a.tokens[t].is(';') && !m_a.tokens[t].is(',')) ++t;
		return t;
	}
	/// Over the next parts of the clause, up to "trong đó".
	std::uint32_t until_part(std::uint32_t begin, std::uint32_t end) const {
		const auto* part = m_a.find_cue(begin, end, Cue::including);
		return part != nullptr ? part->begin : end;
	}

	bool has_theme(std::uint32_t begin, std::uint32_t end, model::Theme wanted) const {
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cls == EntryClass::theme) {
				const auto& themes = m_a.lexicon.theme(m.index).themes;
				if (std::find(themes.begin(), themes.end(), wanted) != themes.end()) return true;
			}
			// "62 bánh heroin" beside "4 đối tượng": the drugs tell what the case was about.
			if (m.cls == EntryClass::unit && m_a.lexicon.unit(m.index).theme == wanted) return true;
		}
		return false;
	}

	/// What kind of crime the words name.
	std::optional<model::Theme> crime_theme(std::uint32_t begin, std::uint32_t end) const {
		using model::Theme;
		for (const auto theme :
		     {Theme::drugs, Theme::trafficking, Theme::smuggling, Theme::encroachment, Theme::irregular_migration}) {
			if (has_theme(begin, end, theme)) return theme;
		}
		return std::nullopt;
	}

	bool heals(std::uint32_t begin, std::uint32_t end) const {
		if (m_c.has_cue(begin, end, Cue::medical)) return true;
		static constexpr std::array<std::string_view, 6> k_heal = {"khám", "chữa", "mổ", "Khám", "Mổ", "tiêm"};
		for (auto t = begin; t < end; ++t) {
			if (std::find(k_heal.begin(), k_heal.end(), m_a.word(t)) != k_heal.end() &&
			    (t + 1 >= end || (m_a.word(t + 1) != "xét" && m_a.word(t + 1) != "phá")))
				return true;
		}
		return false;
	}

	void parties(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
	             const lexicon::Match* act_after, std::uint32_t end) {
		// "12 bác sĩ được Sở Y tế phái sang …": the verb behind the figure tells, else the one before it.
		const auto verb = own_verb(n, count, act, act_after);
		PartySet by;
		const auto of = sent_of(count, end);
		if (!of.empty()) by = of;
		if (by.empty()) by = m_frames.subject(verb);
		if (by.empty()) by = earlier_subject(n.begin);
		if (by.empty()) {
			by = m_frames.pair(n.begin);
			// "640 lượt người được khám": nobody named; healing and teaching are done by the one side for the other.
			if (heals_or_teaches(value.theme)) by = Context::side(by, Country::vn);
		}
		value.by = std::move(by);
		if (value.by.empty()) return;
		if (Context::both_sides(value.by)) {
			narrow(value.by, n, end);
			return;
		}
		const auto own = country_of(value.by.front());
		const auto stop = reach(n, count, end);
		const auto from = std::min(verb, n.begin);
		const auto other = m_frames.first_group(from, stop, [&](const Term& t) {
			return country_of(t.parties.front()) != own && t.link != Link::agent && t.link != Link::source &&
			       kind_of(t.parties.front()) != "school";
		});
		const auto [part, part_stop] = own_part(n, end);
		auto foreign = Context::side(m_frames.first_group(part, part_stop,
		                                                  [&](const Term& t) {
			                                                  return country_of(t.parties.front()) != own &&
			                                                         t.link != Link::agent && t.link != Link::source &&
			                                                         kind_of(t.parties.front()) != "school";
		                                                  }),
		                             own == Country::vn ? Country::la : Country::vn);
		if (foreign.empty()) foreign = Context::side(other, own == Country::vn ? Country::la : Country::vn);
		if (foreign.empty()) {
			// "hướng dẫn dân huyện B khai hoang được 18 ha": between the subject and the verb nearest to the figure.
			foreign = Context::side(m_frames.first_group(m_c.clause_of(n.begin).first, n.begin,
			                                             [&](const Term& t) {
				                                             return !t.subject &&
				                                                    country_of(t.parties.front()) != own &&
				                                                    t.link != Link::source && t.link != Link::agent &&
				                                                    t.link != Link::at;
			                                             }),
			                        own == Country::vn ? Country::la : Country::vn);
		}
		if (value.theme == model::Theme::remains_repatriation && !is_joint(from, stop)) return;
		if (foreign.empty())
			foreign = Context::side(recipient_before(n, from, own), own == Country::vn ? Country::la : Country::vn);
		if (foreign.empty()) {
			if (is_joint(m_c.clause_of(n.begin).first, stop)) {
				merge(value.by, m_frames.counterpart(value.by, n.begin));
			} else if (directional(count, value.theme)) {
				value.to = m_frames.counterpart(value.by, n.begin);
			}
			return;
		}
		if (is_joint(from, stop) && !directional(count, value.theme)) {
			merge(value.by, foreign);
		} else {
			value.to = foreign;
		}
	}

	static bool heals_or_teaches(std::optional<model::Theme> theme) {
		using model::Theme;
		return theme == Theme::health || theme == Theme::education || theme == Theme::language ||
		       theme == Theme::training;
	}

	/// "…, trong đó với Bộ CHQS tỉnh A 96 lần": with one of the other side's bodies only.
	void narrow(PartySet& by, const Number& n, std::uint32_t end) {
		const auto [part, stop] = own_part(n, end);
		if (!m_c.has_cue(part, n.begin, Cue::including)) return;
		const auto with = m_frames.first_group(
		    part, stop, [](const Term& t) { return t.link == Link::with && !Context::both_sides(t.parties); });
		if (with.empty()) return;
		by = Context::side(by, country_of(with.front()) == Country::vn ? Country::la : Country::vn);
		merge(by, with);
	}

	/// The verb that the figure belongs to: of a passive the one behind it.
	std::uint32_t own_verb(const Number& n, const Count& count, const lexicon::Match* act,
	                       const lexicon::Match* act_after) const {
		for (auto t = count.end; t < count.end + 16 && t + 1 < m_a.tokens.size(); ++t) {
			if (m_a.tokens[t].kind == text::TokenKind::number || m_a.tokens[t].is(';') || m_a.tokens[t].is('.')) break;
			if (m_a.tokens[t].is(',') && m_a.word(t + 1) != "tỉnh") break;
			if (m_a.word(t) == "được" && act_after != nullptr && act_after->begin > t) return act_after->begin;
			if (m_a.word(t) == "do") return t + 6;
		}
		if (act != nullptr) return act->begin;
		return n.begin;
	}

	/// "4 lượt đoàn của A và 5 lượt đoàn của B": those who sent them.
	PartySet sent_of(const Count& count, std::uint32_t end) {
		if (count.entry == nullptr || count.entry->theme != model::Theme::delegation_exchange) return {};
		return m_frames.first_group(count.end, std::min(end, count.end + 6),
		                            [&](const Term& t) { return t.link == Link::of; });
	}

	/// The subject of the sentence before it in the same block: "Cụ thể, đã tuần tra 12 lần".
	PartySet earlier_subject(std::uint32_t token) {
		const auto s = m_c.sentence_of(token);
		if (s == 0 || m_c.sentence(s - 1).block != m_c.sentence(s).block) return {};
		PartySet out;
		for (const auto& t : m_frames.terms(s - 1)) {
			if (t.subject && t.link == Link::plain) merge(out, t.parties);
		}
		return Context::both_sides(out) ? out : PartySet{};
	}

	/// The part between marks that the figure stands in: "riêng Champasak có 110 sinh viên".
	std::pair<std::uint32_t, std::uint32_t> own_part(const Number& n, std::uint32_t end) const {
		const auto mark = [&](std::uint32_t t) {
			return m_a.tokens[t].is(',') || m_a.tokens[t].is(';') || m_a.tokens[t].is(':');
		};
		auto begin = n.begin;
		const auto floor = m_c.sentence(m_c.sentence_of(n.begin)).begin;
		while (begin > floor && !mark(begin - 1)) --begin;
		auto stop = n.end;
		while (stop < end && !mark(stop)) ++stop;
		return {begin, stop};
	}

	/// How far the words about a figure reach: to the next verb with a figure of its own.
	std::uint32_t reach(const Number& n, const Count& count, std::uint32_t end) const {
		for (auto t = std::max(count.end, n.end); t < end; ++t) {
			if (m_a.tokens[t].is(';')) return t;
			if ((m_a.tokens[t].is(',') || m_a.word(t) == "và") && t + 1 < end &&
			    (m_a.cue_at(t + 1, Cue::act) != nullptr || m_a.cue_at(t + 1, Cue::give) != nullptr))
				return t;
		}
		return end;
	}

	/// "huyện A được B khám bệnh cho 300 người": whom it is done to stands before the passive.
	PartySet recipient_before(const Number& n, std::uint32_t verb, Country own) {
		const auto begin = m_c.clause_of(n.begin).first;
		bool passive = false;
		for (auto t = begin; t < verb; ++t) passive = passive || m_a.word(t) == "được";
		if (!passive) return {};
		return m_frames.first_group(
		    begin, verb, [&](const Term& t) { return country_of(t.parties.front()) != own && t.link != Link::source; });
	}

	/// "phối hợp với …", "cùng …", "tuần tra song phương": two sides do it together.
	bool is_joint(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			const auto w = m_a.word(t);
			if (w == "phối" && t + 1 < end && m_a.word(t + 1) == "hợp") return true;
			if (w == "song" && t + 1 < end && m_a.word(t + 1) == "phương") return true;
			if (w == "chung" || (w == "nhau" && t > 0 && m_a.word(t - 1) == "cho")) return true;
			if (w == "cùng" && t + 1 < end && m_a.word(t + 1) != "thời" && m_a.word(t + 1) != "kỳ" &&
			    m_a.word(t + 1) != "năm" && m_a.word(t + 1) != "ngày")
				return true;
			if (w == "với" && t > 0 && m_a.word(t - 1) != "đối" && m_a.word(t - 1) != "so" && t + 1 < end &&
			    m_a.tokens[t + 1].capital)
				return true;
		}
		return false;
	}

	/// Done by one side for the other: teaching, healing, visits, works.
	static bool directional(const Count& count, std::optional<model::Theme> found) {
		if (!found && (count.entry == nullptr || !count.entry->theme)) return false;
		const auto theme = found ? *found : *count.entry->theme;
		return theme == model::Theme::education || theme == model::Theme::training || theme == model::Theme::language ||
		       theme == model::Theme::delegation_exchange || theme == model::Theme::health;
	}

	bool duplicate(const model::Result& value) const {
		return std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
			const auto* known = std::get_if<model::Result>(&r.value);
			return known != nullptr && known->value == value.value && known->unit == value.unit &&
			       known->theme == value.theme &&
			       (known->to == value.to || known->to.size() != 1 || value.to.size() != 1);
		});
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	const std::vector<bool>& m_used;
	Frames m_frames;
	bool m_language_course = false;  ///< the text speaks of learning a language
};

}  // namespace

void find_results(const Context& context, std::vector<model::Record>& out, const std::vector<bool>& used) {
	Results(context, out, used).run();
}

}  // namespace bienban::extraction
