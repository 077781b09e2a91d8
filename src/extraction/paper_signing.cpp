// Is a paper signed here, was it signed before, and when?

#include "extraction/paper_signing.hpp"

#include <algorithm>

#include "extraction/occasions.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;
using lexicon::Match;

constexpr std::uint32_t k_reach_before = 14;  ///< tokens between the verb and its object
constexpr std::uint32_t k_reach_behind = 20;

class SigningReader {
public:
	SigningReader(const Context& c, const std::vector<PaperNoun>& nouns) : m_c(c), m_a(c.a()), m_nouns(nouns) {}

	std::vector<Signing> run() {
		std::vector<Signing> out;
		out.reserve(m_nouns.size());
		for (std::size_t i = 0; i < m_nouns.size(); ++i) out.push_back(read(i, i > 0 ? &out[i - 1] : nullptr));
		share_days_backwards(out);
		return out;
	}

private:
	Signing read(std::size_t i, const Signing* previous) {
		const auto& n = m_nouns[i];
		Signing s;
		const auto* drafted =
		    m_a.find_cue(n.begin > n.clause_begin + 4 ? n.begin - 4 : n.clause_begin, n.begin, Cue::draft);
		// "đã thông qua dự thảo và ký kết biên bản": adopted, then signed.
		const bool draft = drafted != nullptr && m_a.find_cue(drafted->end, n.begin, Cue::sign) == nullptr;
		read_own_dates(n, s);
		// "Ký năm 1998, Hiệp định tương trợ tư pháp là chỗ dựa …"
		if (!s.day && n.begin > n.clause_begin + 2 && n.begin < n.clause_begin + 8 && m_a.tokens[n.begin - 1].is(',') &&
		    m_a.cue_at(n.clause_begin, Cue::sign) != nullptr) {
			const auto dates = m_c.dates_in(n.clause_begin, n.begin);
			if (!dates.empty() && !dates.front().period) s.day = dates.front().edtf;
		}
		read_anniversary(n, s);
		if (!s.day) read_dated_verb(n, s);
		const bool anniversary_or_dated = s.day.has_value();
		const auto* before = verb_before(n);
		// "ký kết …, gồm Bản ghi nhớ … giữa A và B; Bản ghi nhớ … giữa C và D".
		const bool next_in_row = i > 0 && m_nouns[i - 1].sentence == n.sentence && n.begin > 0 &&
		                         m_a.tokens[n.begin - 1].is(';') && !previous->from_lead;
		if (before == nullptr && previous != nullptr && (next_in_row || joins(m_nouns[i - 1], n)) &&
		    previous->verb != nullptr && previous->verb->begin < m_nouns[i - 1].begin)
			before = previous->verb;
		bool governed = is_governed(m_a, n);
		if (before != nullptr) {
			s.verb = before;
			if (!s.day) s.day = day_at_verb(n, *before);
			s.planned = draft || is_planned(*before, n);
			s.signed_here = !s.planned && !is_earlier_verb(*before) &&
			                !(anniversary_or_dated && !is_event_day(*s.day)) && fits_event(n, *before, s);
		} else if (const auto* behind = verb_behind(n)) {
			s.verb = behind;
			// "chín điều của bản Quy chế, phía dưới còn tươi mực chữ ký của …": whatever governs it, it is signed here.
			governed = governed && !is_mark(*behind) && !is_news(n, *behind);
			s.planned = draft || is_planned(*behind, n);
			// "căn cứ Hiệp định … ký ngày 16/3/2016": that only tells which treaty is meant.
			const bool names_day =
			    s.day.has_value() && ((!n.of_pair() && behind->begin == n.end) || is_aside(n, *behind));
			s.signed_here = !s.planned && !names_day && !is_earlier_verb(*behind) &&
			                (s.day ? is_event_day(*s.day) && !governed
			                       : is_main_verb(n, *behind, governed) && fits_event(n, *behind, s));
			if (!s.signed_here && !s.day && !s.planned) s.day = date_of_verb(*behind, n.clause_end);
			if (!s.term) s.term = term_behind(n, *behind);
		} else if (const auto* lead = verb_in_lead(n)) {
			s.verb = lead;
			s.from_lead = true;
			s.planned = draft || is_planned(*lead, n);
			s.signed_here = !s.planned && !s.day;
		}
		if (draft) {
			s.planned = true;
			s.signed_here = false;
		}
		if (const auto* then = time_spoken_of(m_c, m_c.sentence(n.sentence).begin); then && s.verb && !s.day) {
			s.day = then->edtf;
			s.signed_here = s.signed_here && is_event_day(*s.day);
		}
		if (s.signed_here && !s.day && runs_for_years(s)) s.signed_here = false;
		if (s.signed_here && (!s.day || s.day->size() < 10)) {
			if (auto day = event_day(n, s)) s.day = std::move(day);
			// "… kết nghĩa từ ngày 28/4/2005. Ngay hôm ấy, hai bên ký quy chế": the block tells of another year.
			if (s.day && !m_c.event_date() && !s.day->starts_with("XXXX") &&
			    !s.day->starts_with(std::to_string(m_c.document_date().year))) {
				s.signed_here = false;
				s.day.reset();
			}
		}
		return s;
	}

	// ---- dates ----

	/// Terms and days inside the noun: "giai đoạn 2022-2024", "năm 2024", "ngày 18/2/2019".
	void read_own_dates(const PaperNoun& n, Signing& s) const {
		for (const auto& d : m_c.dates_in(n.head_end, n.end + 2)) {
			if (d.anniversary) {
				// "(18/7/1977 - 18/7/2022)"
				if (!s.day && d.from.year != 0 && d.from.day != 0 && d.begin <= n.end + 1) s.day = edtf_of(d.from);
				continue;
			}
			if (d.until_now) {
				// "từ khi ký Hiệp ước … (1977) đến nay"
				const bool since = n.begin > 0 && is_one_of(m_a, n.begin - 1, {"từ"});
				if (!s.day && (!n.of_pair() || since) && d.begin < n.end + 3) s.day = edtf_of(d.from);
			} else if (d.from.day != 0 && !d.period) {
				if (!s.day && d.begin < n.end) s.day = d.edtf;
			} else if (d.begin > n.end) {
				break;
			} else if (d.term || d.open_end || (d.period && (d.from.month == 0 || d.from.year != d.to.year))) {
				if (!s.term) s.term = d.edtf;
			} else if (d.from.month == 0 && !d.period && d.begin <= n.end) {
				// "Biên bản ghi nhớ năm 2024" runs for that year; "Hiệp định … năm 2016" was signed in it, and so was
				// "bản thỏa thuận cũ năm 2012", "Thỏa thuận … (ký năm 2008)".
				const bool old = d.begin > n.head_end && is_one_of(m_a, d.begin - 1, {"cũ", "ký"});
				// "Kết thúc kỳ họp, hai Thủ tướng đã ký Hiệp định hợp tác năm 2022", said in that year: what it is for.
				const auto year = m_c.document_date().year;
				const bool being_signed = n.begin > 3 && year != 0 && d.from.year >= year &&
				                          m_a.find_cue(n.begin - 3, n.begin, lexicon::Cue::sign) != nullptr;
				auto& field = (n.of_pair() || being_signed) && !old ? s.term : s.day;
				if (!field) field = d.edtf;
			} else if (d.from.day == 0 && !d.period && d.begin > 0 && m_a.tokens[d.begin - 1].is('(')) {
				if (!s.day) s.day = d.edtf;
			}
		}
		if (s.term || n.end + 2 >= m_a.tokens.size()) return;
		// "Biên bản ghi nhớ hợp tác (giai đoạn …)", "… , giai đoạn 2021 - 2025"
		for (const auto& d : m_c.dates_in(n.end, std::min(n.clause_end, n.end + 3))) {
			if (d.term || (d.period && d.from.month == 0 && m_a.tokens[n.end].is('('))) s.term = d.edtf;
			break;
		}
		if (!s.term && n.of_pair()) s.term = term_farther(n);
		// "bản ghi nhớ hợp tác với tỉnh X (2018)", "bản thỏa thuận đầu tiên (tháng 8.2012)": when it was signed.
		for (const auto& d : m_c.dates_in(n.end, std::min(n.clause_end, n.end + 12))) {
			if (d.period || d.anniversary || d.until_now || d.begin == 0 || !m_a.tokens[d.begin - 1].is('(')) break;
			if (!s.day && !s.term && !has_comma(n.end, d.begin)) s.day = d.edtf;
			break;
		}
	}

	/// "bản ghi nhớ về công tác thanh niên giai đoạn 2018 - 2020", "… có hiệu lực 5 năm (2024 - 2029)": the years
	/// behind what the paper is about, with no comma, verb of signing or other paper between.
	std::optional<std::string> term_farther(const PaperNoun& n) const {
		for (const auto& d : m_c.dates_in(n.end, std::min(n.clause_end, n.end + 22))) {
			// "…, thời hạn 3 năm (2019-2021)", "…, có hiệu lực từ …"
			const bool remark = m_a.tokens[n.end].is(',') && is_one_of(m_a, n.end + 1, {"thời", "có", "giai", "từ"});
			// "… trong công tác A và công tác B, giai đoạn 2018 - 2020".
			const bool stage = d.term && d.begin > n.end && m_a.tokens[d.begin - 1].is(',');
			if (d.anniversary || d.until_now || has_comma(n.end + (remark ? 1 : 0), d.begin - (stage ? 1 : 0)))
				return std::nullopt;
			if (m_a.find(n.end, d.begin, lexicon::EntryClass::instrument) != nullptr ||
			    m_a.find_cue(n.end, d.begin, lexicon::Cue::sign) != nullptr)
				return std::nullopt;
			// The mention may hold the bracket: "5 năm (2024 - 2029)".
			const bool bracket = (d.begin > 0 && m_a.tokens[d.begin - 1].is('(')) || m_a.tokens[d.end - 1].is(')');
			const bool years = d.period && d.from.month == 0;
			if (d.term || (years && (bracket || remark))) return d.edtf;
			return std::nullopt;
		}
		return std::nullopt;
	}

	/// "45 năm Ngày ký Hiệp ước …": so many years before the document's own; a year of celebrations lasts into the
	/// next, so a known year beside the reckoned one is taken.
	void read_anniversary(const PaperNoun& n, Signing& s) const {
		for (std::uint32_t back = 2; back <= 10 && n.begin >= n.clause_begin + back; ++back) {
			const auto t = n.begin - back;
			if (m_a.tokens[t].kind != text::TokenKind::number || !is_one_of(m_a, t + 1, {"năm"}) ||
			    m_c.document_date().year == 0 || in_date(t))  // "tháng 11 năm 2010" counts no years
				continue;
			const auto years = parse_digits(m_a.word(t));
			if (!years || *years < 5 || *years > 100 || m_a.find_cue(t + 2, n.begin, Cue::sign) == nullptr) continue;
			auto year = m_c.document_date().year - static_cast<int>(*years);
			if (!n.word->signed_on.empty()) {
				const auto known = std::stoi(n.word->signed_on.substr(0, 4));
				if (known >= year - 1 && known <= year + 1) year = known;
			}
			if (!s.day) s.day = std::to_string(year);
			return;
		}
	}

	/// "…, (đều) ký ngày 16/3/2016", "mà hai tỉnh ký hồi tháng 10/2011", "được ký kết giữa A và B ngày 5/1": the first
	/// verb of signing behind the name with a date of its own, before the next paper.
	void read_dated_verb(const PaperNoun& n, Signing& s) const {
		const bool agent = is_one_of(m_a, n.end, {"được", "vừa"});
		const auto limit = std::min(n.clause_end, n.end + k_reach_behind + (agent ? 14 : 0));
		for (auto t = n.head_end; t < limit; ++t) {
			if (t > n.end && m_a.at(t, EntryClass::instrument) != nullptr) return;
			// "bản ghi nhớ mới, thay cho bản ký năm 2016": the day of another.
			if (is_one_of(m_a, t, {"thay"}) && is_one_of(m_a, t + 1, {"cho", "thế"})) return;
			const auto* sign = m_a.cue_at(t, Cue::sign);
			if (sign == nullptr) continue;
			if (auto day = date_of_verb(*sign, limit)) s.day = std::move(day);
			return;
		}
	}

	/// A date close behind the verb: "ký ngày …", "ký kết vào tháng …", "ký tại Viêng Chăn ngày …".
	std::optional<std::string> date_of_verb(const Match& sign, std::uint32_t limit) const {
		for (const auto& d : m_c.dates_in(sign.end, std::min(limit + 4, sign.end + 12))) {
			if (d.anniversary || d.term || d.period || d.open_end || d.until_now) return std::nullopt;
			const bool close = d.begin <= sign.end + 1;
			for (auto t = sign.end; t < d.begin; ++t) {
				if (m_a.tokens[t].kind == text::TokenKind::punctuation ||
				    m_a.at(t, EntryClass::instrument) != nullptr || m_a.cue_at(t, Cue::implement) != nullptr)
					return std::nullopt;
			}
			// "ký tại hội nghị năm 2011"
			const bool at_event = is_one_of(m_a, sign.end, {"tại", "trong", "ở"}) && d.begin <= sign.end + 5;
			// "ký với Sở Giáo dục và Thể thao tỉnh A năm 2007".
			const auto named = m_c.parties_in(sign.end, d.begin);
			const bool with_them =
			    is_one_of(m_a, sign.end, {"với", "cùng"}) && !named.empty() && named.back().end + 1 >= d.begin;
			if (close || at_event || with_them || d.from.day != 0 || d.from.month != 0) return d.edtf;
			return std::nullopt;
		}
		return std::nullopt;
	}

	/// "vào ngày 12-10-2018, A và B đã ký …", "ký biên bản … vào tháng 6/2018": the day of the clause.
	std::optional<std::string> day_at_verb(const PaperNoun& n, const Match& sign) const {
		for (const auto& d : m_c.dates_in(n.end, n.clause_end)) {
			if (d.begin > n.end + 10) break;
			// "ký bản thỏa thuận đến năm 2023, hôm 18/7/2018".
			const auto mark = d.begin > n.end && m_a.tokens[d.begin - 1].is(',') ? d.begin - 1 : d.begin;
			if (breaks(n.end, d.from.day != 0 && !d.period ? mark : d.begin)) break;
			if (d.anniversary || d.period || d.term || is_one_of(m_a, d.begin, {"kể", "từ"})) continue;
			if (d.from.month != 0 || d.begin <= n.end + 1) return d.edtf;
		}
		const DateMention* best = nullptr;
		for (const auto& d : m_c.dates_in(n.clause_begin, sign.begin)) {
			if (d.anniversary || d.period || d.term || d.until_now || d.open_end || belongs_to_paper(d)) continue;
			if (best == nullptr || d.from.day != 0 || best->from.day == 0) best = &d;
		}
		if (best == nullptr) return std::nullopt;
		// A year alone dates the verb only at the head of the clause: "Năm 2019, hai tỉnh ký …".
		if (best->from.month == 0 && best->begin > behind_before(n.clause_begin) + 2) return std::nullopt;
		return best->edtf;
	}

	/// "đã ký giữa A và B giai đoạn 2021 - 2025"
	std::optional<std::string> term_behind(const PaperNoun& n, const Match& sign) const {
		for (const auto& d : m_c.dates_in(sign.end, n.clause_end)) {
			if (has_comma(sign.end, d.begin) || d.begin > sign.end + 24) return std::nullopt;
			if (d.term) return d.edtf;
		}
		return std::nullopt;
	}

	/// Two papers that share one verb behind them: "Nghị định thư … cùng Hiệp định …, đều ký ngày 16/3/2016".
	void share_days_backwards(std::vector<Signing>& all) const {
		for (auto i = all.size(); i-- > 1;) {
			const auto& n = m_nouns[i];
			auto& former = all[i - 1];
			if (!all[i].day || former.day || former.signed_here || !joins(m_nouns[i - 1], n)) continue;
			for (auto t = n.end; t < n.clause_end && t < n.end + 5; ++t) {
				if (is_one_of(m_a, t, {"đều", "cùng"}) && m_a.cue_at(t + 1, Cue::sign) != nullptr)
					former.day = all[i].day;
			}
		}
	}

	bool breaks(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			if (m_a.tokens[t].is(',') || m_a.tokens[t].is(':') || is_one_of(m_a, t, {"và", "để", "nhằm"}) ||
			    m_a.at(t, EntryClass::instrument) != nullptr)
				return true;
		}
		return false;
	}

	/// "Trước đó, năm 2013, hai hội đã ký …": behind the words that only say that it was before.
	std::uint32_t behind_before(std::uint32_t begin) const {
		if (!is_one_of(m_a, begin, {"trước"}) || !is_one_of(m_a, begin + 1, {"đó", "đây"})) return begin;
		return begin + 2 < m_a.tokens.size() && m_a.tokens[begin + 2].is(',') ? begin + 3 : begin + 2;
	}

	/// A day that dates another paper, not the event: "Chỉ thị số 32 ngày 18/2/2019", "ký ngày 5/1".
	bool belongs_to_paper(const DateMention& d) const {
		for (std::uint32_t back = 0; back <= 2 && back < d.begin; ++back) {
			const auto t = d.begin - back;
			for (std::uint32_t size = 1; size <= 3 && size <= t; ++size) {
				const auto* sign = m_a.cue_at(t - size, Cue::sign);
				if (sign != nullptr && sign->end == t && back <= 1) return true;
			}
		}
		return std::any_of(m_nouns.begin(), m_nouns.end(),
		                   [&](const auto& n) { return n.begin < d.begin && d.begin < n.end; });
	}

	// ---- verbs ----

	/// "ký kết biên bản ghi nhớ", "trao (nhau) bản thỏa thuận", "ký Hiệp định …, Nghị định thư …".
	const Match* verb_before(const PaperNoun& n) const {
		const auto reach = lies_under(n) ? n.begin : k_reach_before;
		const auto from = std::max(n.clause_begin, n.begin > reach ? n.begin - reach : 0);
		for (auto t = n.begin; t-- > from;) {
			if (const auto* sign = m_a.cue_at(t, Cue::sign)) return is_dated_modifier(*sign, n) ? nullptr : sign;
			if (n.begin - t <= 3 && is_one_of(m_a, t, {"trao"}) && m_a.cue_at(t, Cue::none) == nullptr)
				return m_a.cue_at(t, Cue::give);
			if (m_a.cue_at(t, Cue::implement) != nullptr || m_a.cue_at(t, Cue::review) != nullptr ||
			    m_a.cue_at(t, Cue::assess) != nullptr)
				return nullptr;
			if (is_one_of(m_a, t, {"theo", "bám", "chiếu", "dựa"}) ||
			    (t + 1 == n.begin && is_one_of(m_a, t, {"tại", "trong", "ở", "từ"})))
				return nullptr;
			// "ký kết hai văn kiện hợp tác, gồm Bản ghi nhớ …": the row as a whole.
			if (m_a.at(t, EntryClass::instrument) != nullptr && !counted(t))
				return nullptr;  // joined papers take the verb of the first
		}
		return nullptr;
	}

	bool counted(std::uint32_t t) const {
		return t > 0 && (is_one_of(m_a, t - 1, {"các", "những", "số", "nhiều"}) || !m_c.numbers_in(t - 1, t).empty() ||
		                 m_a.at(t - 1, EntryClass::number) != nullptr);
	}

	/// "Chữ ký của ông A, Giám đốc …, và của bà B, Giám đốc …, đã nằm dưới Bản ghi nhớ": whoever signed stands far
	/// before.
	bool lies_under(const PaperNoun& n) const {
		for (std::uint32_t back = 1; back <= 3 && n.begin >= n.clause_begin + back; ++back) {
			if (is_one_of(m_a, n.begin - back, {"dưới"})) return true;
		}
		return false;
	}

	/// "Hiệp định ký năm 1998, Quy chế …": the verb belongs to the paper before it.
	bool is_dated_modifier(const Match& sign, const PaperNoun& n) const {
		return date_of_verb(sign, n.begin).has_value() &&
		       m_a.find(sign.end, n.begin, EntryClass::instrument) == nullptr && has_comma(sign.end, n.begin);
	}

	bool has_comma(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			if (m_a.tokens[t].is(',')) return true;
		}
		return false;
	}

	/// "được hai bên ký kết", "do A và B hạ bút", "mang chữ ký của ba bên", "hai đơn vị ký ngày 5/1". Not the verb of
	/// the next clause: "Thực hiện Biên bản ghi nhớ …, hai bên ký kế hoạch …".
	const Match* verb_behind(const PaperNoun& n) const {
		const auto limit = std::min(n.clause_end, n.end + k_reach_behind + 12);
		bool agent = false;
		for (auto t = n.end; t < limit; ++t) {
			if (m_a.at(t, EntryClass::instrument) != nullptr) return nullptr;
			// "vừa được A và B ký", "do hai Giám đốc ký": those who sign stand between.
			agent = agent || is_one_of(m_a, t, {"do"}) || (t <= n.end + 1 && is_one_of(m_a, t, {"được"}));
			if (!agent && t > n.end + k_reach_behind) return nullptr;
			const auto* sign = m_a.cue_at(t, Cue::sign);
			if (sign == nullptr) continue;
			if (m_a.at(sign->end, EntryClass::instrument) != nullptr) return nullptr;
			const bool dated = date_of_verb(*sign, n.clause_end).has_value();
			if (!agent && !dated && !is_mark(*sign) && has_comma(n.end, t) && !signs_it_behind(n, *sign))
				return nullptr;
			return sign;
		}
		return nullptr;
	}

	/// "Mọi điều được ghi vào biên bản, hai bên cùng ký trước khi ra về", "…, được ký ngay tại chỗ": only who signs
	/// stands between the comma and the verb, and nothing else is signed behind it.
	bool signs_it_behind(const PaperNoun& n, const Match& sign) const {
		if (!n.of_pair() || is_governed(m_a, n)) return false;
		for (auto u = n.end; u < sign.begin; ++u) {
			if (is_one_of(m_a, u, {"mà", "các"})) return false;
		}
		const bool closes = sign.end >= n.clause_end || m_a.tokens[sign.end].kind == text::TokenKind::punctuation ||
		                    is_one_of(m_a, sign.end,
		                              {"ngay", "tại", "trong", "trước", "sau", "vào", "hôm", "sáng", "chiều", "ngày",
		                               "chung", "với", "lúc", "khi", "ở"});
		if (!closes) return false;
		auto t = sign.begin;
		while (t > n.end && !m_a.tokens[t - 1].is(',')) --t;
		if (t == sign.begin) return true;
		if (sign.begin - t > 9 || m_a.find(t, sign.begin, EntryClass::theme) != nullptr) return false;
		const bool passive = is_one_of(m_a, t, {"được", "đã", "cũng"});
		const bool sides = is_one_of(m_a, t, {"hai", "ba", "bốn", "các", "đôi", "cả", "do"});
		return passive || sides;
	}

	/// "mang chữ ký của …", "nhận nét bút của …", "khi hai ngòi bút nhấc lên", "vừa ráo mực": the signing told by what
	/// it leaves on the paper, which no other clause can own.
	bool is_mark(const Match& sign) const {
		return is_one_of(
		    m_a, sign.begin,
		    {"chữ", "nét", "ngòi", "mực", "mùi", "ráo", "khô", "chưa", "hai", "đủ", "có", "mang", "ra", "chào"});
	}

	/// The paper opens a bullet or a member of a list whose head speaks of signing: "lễ ký kết …, với ba văn kiện:".
	const Match* verb_in_lead(const PaperNoun& n) const {
		auto t = n.begin;
		while (t > n.clause_begin && opens_member(t - 1)) --t;
		if (t > n.clause_begin) return after_sentence_of_signing(n, t);
		const auto& sentence = m_c.sentence(n.sentence);
		if (n.clause_begin > sentence.begin) {
			for (auto e = n.clause_begin; e-- > sentence.begin;) {
				if (m_a.tokens[e].is(':')) return last_sign(sentence.begin, e);
			}
			return nullptr;
		}
		for (auto s = n.sentence; s-- > 0 && n.sentence - s < 9;) {
			const auto& before = m_c.sentence(s);
			if (m_a.tokens[before.end - 1].is(':')) return last_sign(before.begin, before.end);
			auto first = before.begin;
			while (first + 1 < before.end && m_a.at(first, EntryClass::instrument) == nullptr && opens_member(first))
				++first;
			if (m_a.at(first, EntryClass::instrument) == nullptr) return nullptr;
		}
		return nullptr;
	}

	/// "Hai bên tiến hành lễ ký. Văn kiện mang tên Thỏa thuận …", "đã có Thỏa thuận …. Lễ trao văn bản được tổ chức …".
	const Match* after_sentence_of_signing(const PaperNoun& n, std::uint32_t t) const {
		if (is_governed(m_a, n)) return nullptr;
		const bool called = t >= 2 && n.sentence > 0 &&
		                    (is_one_of(m_a, n.begin - 1, {"tên"}) ||
		                     (is_one_of(m_a, n.begin - 1, {"là"}) && is_one_of(m_a, n.clause_begin, {"văn", "đó"})));
		if (called) {
			const auto& before = m_c.sentence(n.sentence - 1);
			return last_sign(before.begin, before.end);
		}
		const bool had = is_one_of(m_a, n.begin - 1, {"có"}) && n.sentence + 1 < m_a.sentences.size();
		if (!had) return nullptr;
		const auto& next = m_c.sentence(n.sentence + 1);
		return m_a.find_cue(next.begin, std::min(next.end, next.begin + 12), Cue::sign);
	}

	/// Marks, numbers and words of order before a member of a list: "- ", "1. ", "Thứ nhất,", "Một là".
	bool opens_member(std::uint32_t t) const {
		return m_a.tokens[t].kind != text::TokenKind::word ||
		       is_one_of(m_a, t, {"thứ", "nhất", "hai", "ba", "và", "là", "gồm", "một", "bản", "cùng"});
	}

	const Match* last_sign(std::uint32_t begin, std::uint32_t end) const {
		const Match* found = nullptr;
		for (auto m = m_a.first_match[begin]; m < m_a.matches.size() && m_a.matches[m].begin < end; ++m) {
			if (m_a.matches[m].cue() == Cue::sign) found = &m_a.matches[m];
		}
		return found;
	}

	/// Are the two papers members of one list?
	bool joins(const PaperNoun& x, const PaperNoun& y) const {
		if (x.end > y.begin || y.begin - x.end > 7 || x.sentence != y.sentence) return false;
		bool mark = x.end == y.begin;
		for (auto t = x.end; t < y.begin; ++t) {
			const bool joint = m_a.tokens[t].is(',') || m_a.tokens[t].is(';') ||
			                   is_one_of(m_a, t, {"và", "cùng", "với", "kèm", "cũng", "như"});
			mark = mark || joint;
			if (!joint && !is_one_of(m_a, t, {"bản", "một", "các", "là", "đó", "đồng", "thời", "ngày"}) &&
			    m_a.tokens[t].kind != text::TokenKind::number && !m_a.tokens[t].is('/'))
				return false;
		}
		return mark;
	}

	// ---- what the verb says ----

	/// "sẽ ký", "tiến tới ký kết", "đề nghị ký", "nghiên cứu ký".
	bool is_planned(const Match& sign, const PaperNoun& n) const {
		// "Hai bên đang bàn ký quy chế".
		if (sign.begin >= n.clause_begin + 2 && is_one_of(m_a, sign.begin - 1, {"bàn", "tính", "định"}) &&
		    is_one_of(m_a, sign.begin - 2, {"đang", "còn", "mới"}))
			return true;
		for (std::uint32_t back = 1; back <= 5 && sign.begin >= n.clause_begin + back; ++back) {
			const auto t = sign.begin - back;
			if (m_a.tokens[t].is(',')) break;
			// "xác định phương hướng và ký kết biên bản".
			if (is_one_of(m_a, t, {"hướng"}) && is_one_of(m_a, t - 1, {"phương"})) continue;
			if (is_one_of(m_a, t,
			              {"sẽ", "chưa", "sớm", "cần", "tiến", "hướng", "xúc", "chuẩn", "nghiên", "xem", "kế", "dự",
			               "nên", "muốn", "để", "nhằm", "tục"}) &&
			    !is_one_of(m_a, t + 1, {"hành", "thảo"})) {
				return !(is_one_of(m_a, t, {"kế"}) && is_one_of(m_a, t + 1, {"hoạch"}) && back > 3);
			}
			if (m_a.cue_at(t, Cue::plan) != nullptr || m_a.cue_at(t, Cue::propose) != nullptr) return true;
		}
		// "đề nghị hai bên khẩn trương hoàn tất thủ tục … ký"
		const auto* wish = m_a.find_cue(n.clause_begin, sign.begin, Cue::propose);
		return wish != nullptr && !has_comma(wish->end, sign.begin);
	}

	/// "45 năm Ngày ký", "từ khi ký", "qua 3 năm ký kết", "trên cơ sở … đã ký".
	bool is_earlier_verb(const Match& sign) const {
		for (std::uint32_t back = 1; back <= 3 && back <= sign.begin; ++back) {
			const auto t = sign.begin - back;
			if (m_a.tokens[t].is(',')) return false;
			if (is_one_of(m_a, t, {"ngày", "năm", "từ"}) && !in_date(t)) return true;
			if (is_one_of(m_a, t, {"trước", "từng"})) return true;
		}
		// "Tròn 10 năm kể từ ngày hai tỉnh A và B ký thỏa thuận".
		for (std::uint32_t back = 4; back <= 18 && back + 1 <= sign.begin; ++back) {
			const auto t = sign.begin - back;
			if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';') || m_a.tokens[t].is(':')) return false;
			if (is_one_of(m_a, t, {"từ"}) && is_one_of(m_a, t - 1, {"kể"}) && is_one_of(m_a, t + 1, {"ngày"}) &&
			    m_c.dates_in(t, t + 4).empty())
				return true;
		}
		return false;
	}

	bool in_date(std::uint32_t t) const {
		for (const auto& d : m_c.dates_in(t > 10 ? t - 10 : 0, t + 1)) {
			if (d.begin <= t && t < d.end) return true;
		}
		return false;
	}

	/// "đặt bút ký Thỏa thuận giai đoạn 2011 - 2020" in a text of 2019: no paper of these days.
	bool runs_for_years(const Signing& s) const {
		const auto year = m_c.document_date().year;
		return s.term && year != 0 && s.term->size() >= 4 && s.term->substr(0, 4) < std::to_string(year - 1);
	}

	/// Does the day belong to the event reported? A month or a year alone does not date an event.
	bool is_event_day(const std::string& day) const {
		const auto& event = m_c.event_date();
		if (day.size() < 7) return false;
		if (event && event->size() >= 7) return event->starts_with(day.substr(0, 7)) || spans(*event, day);
		const auto year = m_c.document_date().year;
		return day.size() >= 10 && (year == 0 || day.starts_with(std::to_string(year)));
	}

	static bool spans(const std::string& period, const std::string& day) {
		const auto slash = period.find('/');
		return slash != std::string::npos && period.substr(0, slash) <= day && day <= period.substr(slash + 1) + "~";
	}

	/// No day, or one of the event; no stretch that looks back.
	bool fits_event(const PaperNoun& n, const Match& sign, const Signing& s) const {
		if (s.day) return is_event_day(*s.day);
		if (m_c.is_headline(n.sentence) || m_c.is_caption(n.sentence) || opens_with_event(n.clause_begin, sign.begin))
			return true;
		// "Vừa qua, đoàn … đã sang thăm và ký kết …": the opening tells the news.
		if (n.sentence <= 2 && !tells_of_years(n.clause_begin, sign.begin)) return true;
		const auto* clause = clause_at(m_c, n.begin);
		return clause == nullptr || clause->mode != Mode::past ||
		       m_a.find_cue(clause->begin, clause->end, Cue::forward) != nullptr;
	}

	/// "Kết thúc hội đàm", "Tại hội nghị", "Nhân dịp này", "Đại diện hai bên": the clause tells of the event, whatever
	/// it lists.
	bool opens_with_event(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end && t < begin + 8; ++t) {
			if (is_one_of(m_a, t,
			              {"tại", "kết", "khép", "cuối", "dịp", "nhân", "đại", "thay", "cũng", "sau", "chiều", "sáng",
			               "chứng", "tiếp"}))
				return !tells_of_years(begin, end);
		}
		return false;
	}

	/// "Tại buổi gặp, nhìn lại giai đoạn 2016 - 2020, hai bên đã ký …": the clause tells of the years before.
	bool tells_of_years(std::uint32_t begin, std::uint32_t end) const {
		if (m_a.find_cue(begin, end, Cue::review) == nullptr) return false;
		const auto dates = m_c.dates_in(begin, end);
		return std::any_of(dates.begin(), dates.end(),
		                   [](const auto& d) { return d.period || d.until_now || d.from.month == 0; });
	}

	/// "Bản ghi nhớ giai đoạn …, ký ngày 12/5/2016, hết hạn từ …": told by the way, between commas, with its year.
	bool is_aside(const PaperNoun& n, const Match& sign) const {
		if (sign.begin == 0 || !m_a.tokens[sign.begin - 1].is(',')) return false;
		for (const auto& d : m_c.dates_in(sign.end, std::min(n.clause_end, sign.end + 6)))
			return d.end < n.clause_end && m_a.tokens[d.end].is(',') && m_a.word(d.end - 1).size() == 4;
		return false;
	}

	/// "Theo bản ghi nhớ vừa được A và B ký": just now, whatever governs it.
	bool is_news(const PaperNoun& n, const Match& sign) const {
		for (auto t = n.end; t < sign.begin && t < n.end + 3; ++t) {
			if (is_one_of(m_a, t, {"vừa"})) return true;
		}
		return false;
	}

	/// "Bản ghi nhớ … được hai đồng chí ký", "Kế hoạch … mang chữ ký của ba bên": the paper is the subject and the
	/// signing is told; in "bám Thỏa thuận … đã ký với tỉnh bạn" the signing only tells which paper.
	bool is_main_verb(const PaperNoun& n, const Match& sign, bool governed) const {
		if (governed) return false;
		// "đôi bên thảo ra chương trình hợp tác và ký ngay tại chỗ".
		if (sign.begin == n.end + 1 && is_one_of(m_a, n.end, {"và", "rồi"})) return true;
		bool told = is_mark(sign) || (has_comma(n.end, sign.begin) && signs_it_behind(n, sign));
		for (auto t = n.end; t < sign.end; ++t)
			told = told || is_one_of(m_a, t, {"được", "do", "mang", "vừa", "chính"});
		if (is_one_of(m_a, sign.end, {"là", "đã", "tiếp", "vẫn"})) return false;
		return told && (!is_one_of(m_a, n.end, {"mà"}) || just_signed_there(sign));
	}

	/// "Chương trình phối hợp … mà hai bên vừa ký tại hội đàm ghi rõ: …": at the event that the text tells of.
	bool just_signed_there(const Match& sign) const {
		if (sign.begin == 0 || m_a.word(sign.begin - 1) != "vừa" || !is_one_of(m_a, sign.end, {"tại", "trong"}))
			return false;
		for (const auto cue : {Cue::talks, Cue::conference, Cue::ceremony, Cue::briefing}) {
			if (m_a.find_cue(sign.end,
			                 std::min<std::uint32_t>(sign.end + 5, m_c.sentence(m_c.sentence_of(sign.begin)).end),
			                 cue) != nullptr)
				return true;
		}
		return false;
	}

	/// The day of the event at which the paper is signed: the last one that the text gives to an event before it.
	std::optional<std::string> event_day(const PaperNoun& n, const Signing& s) const {
		const auto& event = m_c.event_date();
		const auto start = event ? event->substr(0, event->find('/')) : std::string();
		// "Chiều 25/2, hai Thủ tướng chứng kiến lễ ký: - Nghị định thư …": the day stands where the signing is told.
		const auto own = s.from_lead ? m_c.sentence_of(s.verb->begin) : n.sentence;
		const auto block = m_c.sentence(own).block;
		const auto fits = [&](const DateMention& d) {
			if (d.anniversary || d.term || d.period || d.until_now || d.from.day == 0 || belongs_to_paper(d) ||
			    ends_a_stay(m_a, d))
				return false;
			const auto& day = d.edtf;
			if (day.substr(0, 4) != start.substr(0, 4)) return false;
			// "Trước buổi lễ hai ngày, hôm 16/5, … họp hội nghị. … đã ký biên bản": the block tells of a day of its
			// own.
			const bool near = day.substr(0, 7) == start.substr(0, 7);
			if (near && m_c.sentence(m_c.sentence_of(d.begin)).block == block) return true;
			return day >= start && mode_at(m_c, d.begin) != Mode::past;
		};
		const auto last = s.from_lead || s.verb == nullptr ? n.begin : std::max(n.begin, s.verb->begin);
		for (auto i = own + 1; i-- > 0 && event;) {
			if (m_c.is_headline(i) || (m_c.is_caption(i) && i != own)) continue;
			const DateMention* found = nullptr;
			for (const auto& d : m_c.dates_in(m_c.sentence(i).begin, std::min(last, m_c.sentence(i).end))) {
				if (fits(d)) found = &d;
			}
			if (found != nullptr) return found->edtf;
		}
		// "Trong hai ngày 6 và 7/1 … Kết thúc kỳ họp, hai bên đã ký": on the last of them.
		if (event && event->find('/') != std::string::npos && is_one_of(m_a, n.clause_begin, {"kết", "bế", "khép"})) {
			auto last_day = event->substr(event->find('/') + 1);
			if (last_day.size() == 10) return last_day;
		}
		if (!event) {
			const auto* d = m_c.day_at(n.clause_begin, n.clause_end);
			if (d != nullptr && d->from.day != 0 && !d->period && !belongs_to_paper(*d)) return d->edtf;
			return std::nullopt;
		}
		return start;
	}

	const Context& m_c;
	const Annotated& m_a;
	const std::vector<PaperNoun>& m_nouns;
};

}  // namespace

std::vector<Signing> read_signings(const Context& context, const std::vector<PaperNoun>& nouns) {
	return SigningReader(context, nouns).run();
}

}  // namespace bienban::extraction
