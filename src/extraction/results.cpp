// Counted things done.

#include <algorithm>

#include "extraction/figures.hpp"
#include "extraction/finders.hpp"
#include "extraction/frames.hpp"
#include "extraction/result_themes.hpp"
#include "extraction/shares.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

class Results {
public:
	Results(const Context& context, std::vector<model::Record>& out, const std::vector<bool>& used)
	    : m_c(context),
	      m_a(context.a()),
	      m_out(out),
	      m_used(used),
	      m_frames(context),
	      m_themes(context),
	      m_country_level(std::all_of(context.main_pair().begin(), context.main_pair().end(),
	                                  [](const auto& p) { return place_of(p).size() == 2; })) {}

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
		auto count = read_count(m_c, n);
		if (!money && read_bare_share(n, count)) return;
		if (money) {
			const auto from = m_c.sentence(s).begin;
			if (after_compare(n, begin)) return;
			if (!is_invested(n, from) && (!m_c.has_cue(from, end, Cue::act) || !is_trade(from, end))) return;
		} else {
			if (count.entry == nullptr && deed_counts(n, count)) count.entry = &unlisted();
			if (count.entry == nullptr || count.entry->goods || excluded(n, count, begin)) return;
		}
		const auto* clause = clause_at(n.begin);
		const auto mode = clause != nullptr ? clause->mode : Mode::event;
		if (mode == Mode::future && clause != nullptr && clause->content < n.begin) return;
		if (clause != nullptr && clause->denied) return;
		const auto* act = act_before(n, m_c.sentence(s).begin);
		const auto* act_after = deed_behind(count.end, std::min(end, count.end + 24));
		if (act == nullptr && act_after == nullptr && mode != Mode::past && !is_invested(n, begin)) return;
		model::Result value;
		value.value = n.value;
		value.unit = money ? std::string(n.currency) : count.unit;
		value.about = n.about;
		value.theme = m_themes.of(n, count, begin, end, money);
		if (!value.theme && m_last && m_last_end > begin && m_last_end <= n.begin)
			value.theme = std::get<model::Result>(m_out[*m_last].value).theme;
		const auto* half = first_half(n);
		if (half != nullptr) {
			value.by = half->by;
			value.to = half->to;
			if (half->theme) value.theme = half->theme;
		} else {
			if (money && of_both_states(n)) {
				value.by = {"VN/state", "LA/state"};
			} else {
				parties(value, n, count, act, act_after, end);
			}
			m_whole.by = value.by;
			m_whole.to = value.to;
			if (const auto share = share_of(m_c, n)) take_share(value, *share);
		}
		if (value.by.empty() && value.to.empty()) return;
		if (one_sided(value, n)) return;
		value.period = half != nullptr ? half->period : period_at(m_c, n.begin, count.end);
		if (!value.period && mode == Mode::event) {
			if (const auto* day = m_c.date_in(begin, end); day != nullptr && day->from.day != 0)
				value.period = day->edtf;
		}
		if (!value.period) value.period = earlier_period(n, mode);
		if (duplicate(value)) return;
		model::Record record;
		record.evidence = m_c.evidence(evidence_begin(n, act, begin), money ? n.end : std::max(count.end, n.end));
		record.value = std::move(value);
		record.certainty = mode == Mode::past ? 0.8F : 0.6F;
		m_out.push_back(std::move(record));
		m_last = m_out.size() - 1;
		m_last_end = std::max(count.end, n.end);
	}

	/// "đào tạo 186 lưu học sinh (A 92, B 94)": the parts of the figure before it, without its noun.
	bool read_bare_share(const Number& n, const Count& count) {
		if (count.entry != nullptr || !m_last || n.end >= m_a.tokens.size()) return false;
		const auto& next = m_a.tokens[n.end];
		if (!next.is(',') && !next.is(')') && !next.is(';') && !next.is('.')) return false;
		const auto s = m_c.sentence_of(n.begin);
		if (m_c.sentence_of(m_last_end - 1) != s || n.begin - m_last_end > 24) return false;
		const auto share = share_of(m_c, n);
		if (!share) return false;
		auto value = std::get<model::Result>(m_out[*m_last].value);
		value.by = m_whole.by;
		value.to = m_whole.to;
		value.value = n.value;
		value.about = n.about;
		take_share(value, *share);
		model::Record record;
		record.evidence = m_c.evidence(share->begin, n.end);
		record.value = std::move(value);
		record.certainty = 0.6F;
		m_out.push_back(std::move(record));
		m_last = m_out.size() - 1;
		m_last_end = n.end;
		return true;
	}

	/// "tổng vốn đăng ký 5,82 tỷ USD": what companies have put into the other country.
	bool is_invested(const Number& n, std::uint32_t begin) const {
		if (n.currency.empty()) return false;
		for (auto t = n.begin; t > begin + 1 && n.begin - t < 8; --t) {
			const auto w = m_a.word(t - 1);
			if (m_a.tokens[t - 1].kind == text::TokenKind::number || m_a.tokens[t - 1].is(',')) return false;
			if (w == "vốn" || w == "ngạch") {
				const auto next = m_a.word(t);
				return w == "ngạch" || next == "đăng" || next == "đầu" || next == "thực" || next == "FDI";
			}
		}
		return false;
	}

	/// A noun that no table has counts where a plain word of a deed stands right before its figure: "hướng dẫn 26 nhóm
	/// sở thích".
	bool deed_counts(const Number& n, const Count& count) const {
		if (count.item.empty() || count.item.size() > 40 || count.end <= n.end) return false;
		if (m_a.tokens[n.end].kind != text::TokenKind::word || m_a.tokens[n.end].capital) return false;
		static constexpr std::array<std::string_view, 40> k_no = {
		    "năm",  "tháng", "ngày",  "tuần", "giờ",  "phút",  "bên",    "nước",  "tỉnh",  "huyện",
		    "xã",   "bản",   "nội",   "lĩnh", "mặt",  "nhiệm", "giải",   "điểm",  "ý",     "lực",
		    "đơn",  "cấp",   "triệu", "tỷ",   "phần", "số",    "trường", "mục",   "hướng", "cửa",
		    "loại", "nhóm",  "thành", "kỳ",   "khâu", "chiều", "tầng",   "phòng", "công",  "kg"};
		const auto noun = m_a.word(n.end);
		if (std::find(k_no.begin(), k_no.end(), noun) != k_no.end()) return false;
		static constexpr std::array<std::string_view, 26> k_deeds = {
		    "đào tạo", "bồi dưỡng", "tập huấn", "hướng dẫn",  "tuyên truyền", "khám",      "tổ chức được",
		    "mở",      "thu hút",   "vận động", "phát quang", "kiểm tra",     "thành lập", "giải quyết",
		    "xử lý",   "bắt",       "thu giữ",  "phát hiện",  "điều trị",     "chữa",      "mổ",
		    "cấp cứu", "trao đổi",  "giải cứu", "tiếp nhận",  "ngăn chặn"};
		for (std::uint32_t back = 1; back <= 4 && n.about_begin >= back; ++back) {
			const auto t = n.about_begin - back;
			if (m_a.tokens[t].kind != text::TokenKind::word) return false;
			const auto* act = m_a.cue_at(t, Cue::act);
			if (act == nullptr || act->end > n.about_begin || n.about_begin - act->end > 1) continue;
			const auto words = text::lower(m_a.words(act->begin, act->end));
			return std::find(k_deeds.begin(), k_deeds.end(), words) != k_deeds.end();
		}
		return false;
	}

	static const lexicon::Unit& unlisted() {
		static const lexicon::Unit unit;
		return unit;
	}

	/// A report goes on over its paragraphs: the period of the figure before it.
	std::optional<std::string> earlier_period(const Number& n, Mode mode) const {
		if (!m_last || mode == Mode::future) return std::nullopt;
		const auto& last = std::get<model::Result>(m_out[*m_last].value);
		const auto block = m_c.sentence(m_c.sentence_of(n.begin)).block;
		const auto before = m_c.sentence(m_c.sentence_of(m_last_end - 1)).block;
		if (!last.period || block - before > 3 || last.period->size() == 10 || last.period->size() == 7)
			return std::nullopt;
		return last.period;
	}

	/// "126 đoàn/1.180 lượt người": the second figure of a pair is about the same deed as the first.
	const model::Result* first_half(const Number& n) const {
		if (!m_last || n.begin == 0 || m_last_end + 1 != n.begin || !m_a.tokens[n.begin - 1].is('/')) return nullptr;
		return std::get_if<model::Result>(&m_out[*m_last].value);
	}

	/// "bắt 27 vụ, riêng A và B 5 vụ", "16 hài cốt, gồm: A 11 hài cốt, B 5 hài cốt": whom of the parties of the whole
	/// the figure is about.
	static void take_share(model::Result& value, const Share& share) {
		auto all = value.by;
		merge(all, value.to);
		const auto parties = as_bodies(share.parties, all);
		if (Context::both_sides(parties)) {
			value.by = parties;
			value.to.clear();
			return;
		}
		const auto own = country_of(parties.front());
		if (Context::both_sides(value.by)) {
			auto by = Context::side(value.by, own == Country::vn ? Country::la : Country::vn);
			merge(by, parties);
			value.by = std::move(by);
		} else if (!value.by.empty() && country_of(value.by.front()) == own) {
			value.by = parties;
		} else {
			value.to = parties;
		}
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
			if (w == "có" && !pair && !stands(count) && !healed(count, n) &&
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
		if (suffers(count)) return true;
		// "21 vụ trộm cắp đã xảy ra".
		for (auto t = count.end; t < count.end + 3 && t + 1 < m_a.tokens.size() && deed == nullptr; ++t) {
			if (m_a.word(t) == "xảy" && m_a.word(t + 1) == "ra") return true;
		}
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

	/// "hiện có 235 lưu học sinh", "có 14 dự án": learners and projects that are there.
	static bool stands(const Count& count) {
		using model::Theme;
		if (count.entry->theme == Theme::trade_investment) return count.unit.starts_with("dự án");
		return count.entry->theme == Theme::education &&
		       (count.unit.starts_with("lưu học sinh") || count.unit.starts_with("sinh viên") ||
		        count.unit.starts_with("học sinh"));
	}

	/// "có 2.300 lượt người sang khám, chữa bệnh".
	bool healed(const Count& count, const Number& n) const {
		if (!count.unit.starts_with("lượt") && !count.unit.starts_with("người") && !count.unit.starts_with("bệnh nhân"))
			return false;
		const auto end = m_c.clause_of(n.begin).second;
		return m_c.has_cue(count.end, std::min(end, count.end + 10), Cue::medical) ||
		       m_a.find_cue(count.end, std::min(end, count.end + 8), Cue::act) != nullptr;
	}

	/// "117 người còn mất tích", "6.600 người mất chỗ ở", "334 người chết": nobody did it.
	bool suffers(const Count& count) const {
		for (auto t = count.end; t < count.end + 5 && t < m_a.tokens.size(); ++t) {
			if (m_a.tokens[t].kind != text::TokenKind::word) return false;
			const auto w = m_a.word(t);
			const auto before = m_a.word(t - 1);
			if (w == "chết" || w == "vong" || (w == "mạng" && before == "thiệt") || (w == "thương" && before == "bị") ||
			    (before == "mất" && (w == "tích" || w == "chỗ" || w == "nhà")))
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

	void parties(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
	             const lexicon::Match* act_after, std::uint32_t end) {
		// "12 bác sĩ được Sở Y tế phái sang …": the verb behind the figure tells, else the one before it.
		const auto verb = own_verb(n, count, act, act_after);
		PartySet by;
		const auto of = sent_of(count, end);
		if (!of.empty()) by = of;
		if (by.empty()) by = m_frames.subject(verb);
		if (by.empty()) by = earlier_subject(n.begin, directional(count, value.theme) || helps(verb, n.begin));
		if (by.empty()) {
			// "Tuần tra 12 lần …. Bắt 5 vụ.": nobody named since the last figure, the same ones go on.
			if (const auto* last = goes_on(n); last != nullptr) {
				value.by = m_whole.by.empty() ? last->by : m_whole.by;
				value.to = m_whole.by.empty() ? last->to : m_whole.to;
				return;
			}
		}
		if (by.empty()) {
			by = m_frames.pair(n.begin);
			// "640 lượt người được khám": nobody named; healing and teaching are done by the one side for the other.
			if (heals_or_teaches(value.theme) || sends(count, act)) by = Context::side(by, Country::vn);
		}
		value.by = std::move(by);
		if (value.by.empty()) return;
		if (Context::both_sides(value.by)) {
			narrow(value.by, n, end);
			// "1.800 sinh viên của ba tỉnh đang theo học tại các trường của tỉnh": one side teaches or heals the
			// other's.
			if (heals_or_teaches(value.theme) && counts_people(count) && !is_joint(m_c.clause_of(n.begin).first, end)) {
				value.to = Context::side(value.by, Country::la);
				value.by = Context::side(value.by, Country::vn);
			}
			return;
		}
		// A patrol between the two is common, whoever tells of it.
		if (value.theme == model::Theme::joint_patrol) {
			merge(value.by, m_frames.counterpart(value.by, n.begin));
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
		// "; cùng Công an B phá 3 vụ, bắt 7 đối tượng": done with the one who stands before the verb.
		if (const auto partner = m_frames.first_group(m_c.clause_of(n.begin).first, n.begin,
		                                              [&](const Term& t) {
			                                              return t.link == Link::with &&
			                                                     country_of(t.parties.front()) != own &&
			                                                     !Context::both_sides(t.parties);
		                                              });
		    !partner.empty() && !directional(count, value.theme)) {
			merge(value.by, partner);
			return;
		}
		if (const auto taker = handed_to(from, n, count, own); !taker.empty()) {
			value.to = taker;
			return;
		}
		if (value.theme == model::Theme::remains_repatriation && !is_joint(from, stop)) return;
		if (foreign.empty())
			foreign = Context::side(recipient_before(n, from, own), own == Country::vn ? Country::la : Country::vn);
		if (foreign.empty()) {
			if (is_joint(m_c.clause_of(n.begin).first, stop)) {
				merge(value.by, m_frames.counterpart(value.by, n.begin));
			} else if (directional(count, value.theme) || helps(verb, n.begin)) {
				// "khám cho 860 lượt người huyện B; mổ 37 ca": for the same ones.
				const bool same = m_last && m_whole.by == value.by && !m_whole.to.empty() &&
				                  m_c.sentence_of(n.begin) - m_c.sentence_of(m_last_end - 1) < 2;
				value.to = same ? m_whole.to : m_frames.counterpart(value.by, n.begin);
				if (!same && of_people(count, value.theme)) to_people(value.to);
			}
			return;
		}
		if (is_joint(from, stop) && !directional(count, value.theme)) {
			merge(value.by, foreign);
		} else {
			value.to = foreign;
		}
	}

	/// "trao trả cho B 9 công dân", "9 công dân được A giao lại tận tay B": handed from one to the other.
	PartySet handed_to(std::uint32_t verb, const Number& n, const Count& count, Country own) {
		const auto begin = std::min(verb, n.begin);
		const auto end = std::min(m_c.clause_of(n.begin).second, std::max(count.end, verb) + 16);
		for (auto t = begin; t + 1 < end; ++t) {
			const auto w = m_a.word(t);
			const auto next = m_a.word(t + 1);
			const bool hands = (w == "trao" && (next == "trả" || next == "lại")) || (w == "bàn" && next == "giao") ||
			                   (w == "giao" && (next == "cho" || next == "lại" || next == "trả")) ||
			                   (w == "chuyển" && next == "giao");
			if (!hands || is_joint(begin, t)) continue;
			const auto limit = t < n.begin ? n.begin : std::min(end, t + 14);
			return m_frames.first_group(t, limit, [&](const Term& term) {
				return !Context::both_sides(term.parties) && country_of(term.parties.front()) != own &&
				       (term.link == Link::target || term.link == Link::plain);
			});
		}
		return {};
	}

	/// The result before it, where no party stands between them in the same block.
	const model::Result* goes_on(const Number& n) {
		if (!m_last) return nullptr;
		const auto s = m_c.sentence_of(n.begin);
		const auto before = m_c.sentence_of(m_last_end - 1);
		if (m_c.sentence(s).block != m_c.sentence(before).block || s - before > 1) return nullptr;
		for (auto i = before; i <= s; ++i) {
			for (const auto& t : m_frames.terms(i)) {
				if (t.begin >= m_last_end && t.begin < n.begin && t.link != Link::source && t.link != Link::at)
					return nullptr;
			}
		}
		return std::get_if<model::Result>(&m_out[*m_last].value);
	}

	/// "khám cho 560 lượt người Lào", "hướng dẫn 30 hộ": people, not soldiers.
	static bool of_people(const Count& count, std::optional<model::Theme> theme) {
		using model::Theme;
		if (theme != Theme::health && theme != Theme::agriculture && theme != Theme::disaster_response) return false;
		static constexpr std::array<std::string_view, 9> k_people = {
		    "lượt người", "người", "lượt", "hộ", "bệnh nhân", "ca", "bà con", "gia đình", "nông dân"};
		return std::any_of(k_people.begin(), k_people.end(),
		                   [&](std::string_view w) { return count.unit.starts_with(w); });
	}

	/// The people of the one district across the border that the text names, else of the province whose command or
	/// police it speaks of.
	void to_people(PartySet& parties) const {
		if (parties.empty()) return;
		const auto side = country_of(parties.front());
		const model::Party* district = nullptr;
		bool one = true;
		for (const auto& m : m_c.parties().mentions) {
			if (m.role == Role::in_title || m.parties.size() != 1 || kind_of(m.parties[0]) != "district" ||
			    country_of(m.parties[0]) != side)
				continue;
			one = one && (district == nullptr || *district == m.parties[0]);
			district = &m.parties[0];
		}
		const bool armed_only = std::all_of(parties.begin(), parties.end(), [](const auto& p) {
			const auto kind = kind_of(p);
			return kind == "military-command" || kind == "border-guard" || kind == "police" ||
			       kind == "border-company" || kind == "border-post";
		});
		if (district != nullptr && one && armed_only) {
			parties = {*district};
			return;
		}
		PartySet out;
		for (const auto& p : parties) {
			const auto kind = kind_of(p);
			const bool armed = kind == "military-command" || kind == "border-guard" || kind == "police" ||
			                   kind == "border-company" || kind == "border-post";
			merge(out, {armed && place_of(p).size() > 2 ? std::string(place_of(p)) + "/province" : p});
		}
		parties = std::move(out);
	}

	/// "kim ngạch thương mại hai nước", "thương mại song phương Việt Nam - Lào", where no province is named.
	bool of_both_states(const Number& n) {
		const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
		for (const auto& t : m_frames.terms(m_c.sentence_of(n.begin))) {
			if (std::any_of(t.parties.begin(), t.parties.end(),
			                [](const auto& p) { return place_of(p).size() > 2 || kind_of(p) == "company"; }))
				return false;
		}
		for (auto t = sentence.begin; t + 2 < n.begin; ++t) {
			const auto w = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if (w == "hai" && (next == "nước" || (next == "chiều" && m_country_level))) return true;
			if ((w == "Việt" && next == "Nam" && m_a.tokens[t + 2].is('-')) ||
			    (w == "Việt" && m_a.tokens[t + 1].is('-')))
				return true;
			if (w == "song" && next == "phương" && m_country_level) return true;
		}
		return false;
	}

	/// "Cử 126 đoàn": the one who tells sends them.
	bool sends(const Count& count, const lexicon::Match* act) const {
		if (act == nullptr || count.entry == nullptr || count.entry->theme != model::Theme::delegation_exchange)
			return false;
		const auto word = m_a.word(act->begin);
		return word == "cử" || word == "Cử" || word == "phái" || word == "tổ" || word == "Tổ";
	}

	static bool counts_people(const Count& count) {
		static constexpr std::array<std::string_view, 12> k_people = {
		    "lưu học sinh", "học sinh",  "sinh viên", "học viên",    "người", "lượt người",
		    "em",           "bệnh nhân", "cán bộ",    "lượt cán bộ", "lượt",  "cháu"};
		return std::any_of(k_people.begin(), k_people.end(),
		                   [&](std::string_view w) { return count.unit.starts_with(w); });
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
			if ((m_a.word(t) == "được" || m_a.word(t) == "bị") && act_after != nullptr && act_after->begin > t)
				return act_after->begin;
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

	/// The subject of the sentence before it in the same block: "Cụ thể, đã tuần tra 12 lần". One side alone goes on
	/// with what one side does for the other: "BĐBP tỉnh A … . Khám bệnh cho 300 người".
	PartySet earlier_subject(std::uint32_t token, bool one_side) {
		const auto s = m_c.sentence_of(token);
		if (s == 0 || m_c.sentence(s - 1).block != m_c.sentence(s).block) return {};
		PartySet out;
		for (const auto& t : m_frames.terms(s - 1)) {
			if (t.subject && t.link == Link::plain) merge(out, t.parties);
		}
		return Context::both_sides(out) || one_side ? out : PartySet{};
	}

	/// "hướng dẫn 26 hộ …", "giúp 12 gia đình …", "chuyển giao kỹ thuật cho …": done for somebody.
	bool helps(std::uint32_t verb, std::uint32_t end) const {
		static constexpr std::array<std::string_view, 10> k_help = {"hướng", "giúp", "dạy", "cứu",  "chuyển",
		                                                            "bày",   "kèm",  "đỡ",  "phát", "cấp"};
		for (auto t = verb; t < end && t < verb + 4; ++t) {
			if (std::find(k_help.begin(), k_help.end(), text::lower(m_a.word(t))) != k_help.end()) return true;
		}
		return false;
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
	ResultThemes m_themes;
	bool m_country_level;               ///< the text is about the countries and their ministries
	std::optional<std::size_t> m_last;  ///< the result read last
	std::uint32_t m_last_end = 0;
	model::Result m_whole;  ///< the parties of the result read last before its share was taken
};

}  // namespace

void find_results(const Context& context, std::vector<model::Record>& out, const std::vector<bool>& used) {
	Results(context, out, used).run();
}

}  // namespace bienban::extraction
