#include "extraction/raw_dates.hpp"

#include <algorithm>

#include "extraction/calendar.hpp"
#include "extraction/keywords.hpp"
#include "extraction/numbers.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;
using text::TokenKind;

/// An anniversary names its day in brackets at most this many words behind "78 năm Ngày".
constexpr std::uint32_t k_jubilee_reach = 24;

/// Up to the founding of the Lao republic, a full date is one of history; the papers that are cited begin in 1976.
constexpr int k_last_year_of_history = 1975;

/// "trong hai ngày 10 và 11/4", "5 năm 2016-2020": longer stretches are not told by the number of their parts.
constexpr int k_most_counted = 10;

/// How much of a date stands at a number.
enum class Form : std::uint8_t { none, day, day_month, full, month_year, year };

struct Point {
	Form form = Form::none;
	YearMonthDay date;
	std::uint32_t end = 0;
	bool dotted = false;  ///< "9.8", which may be a decimal number
	bool has_day_and_month() const { return form == Form::day_month || form == Form::full; }
};

/// What the words before a number say about it.
enum class Unit : std::uint8_t { none, day, month, year, term };

struct Lead {
	Unit unit = Unit::none;
	std::uint32_t begin = 0;  ///< the first word that belongs to the date
	bool from = false;        ///< "từ"
	bool from_now = false;    ///< "từ nay đến"
	bool many = false;        ///< "hai ngày", "các năm"
	bool term = false;        ///< "giai đoạn", "nhiệm kỳ"
	bool decade = false;      ///< "thập niên", "những năm"
};

/// "đến", "-" (a range) or "và", "," (a list) behind a date, and what follows it.
struct Link {
	enum class Kind : std::uint8_t { none, range, list } kind = Kind::none;
	std::uint32_t next = 0;    ///< the token behind it and behind the words "ngày", "tháng", "năm"
	Unit unit = Unit::none;    ///< the last of these words
	bool comma = false;
};

class RawDateFinder {
public:
	RawDateFinder(const Annotated& a, const std::optional<YearMonthDay>& published) : m_a(a), m_published(published) {}

	RawDates find() {
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			m_sentence = s;
			m_begin = m_a.sentences[s].begin;
			m_end = m_a.sentences[s].end;
			m_floor = m_begin;
			m_near_end = m_feast_end = m_list_end = m_jubilee_end = k_nowhere;
			for (auto i = m_begin; i < m_end;) {
				const auto next = read(i);
				i = std::max(next, i + 1);
			}
		}
		return std::move(m_out);
	}

private:
	static constexpr std::uint32_t k_nowhere = ~0U;

	std::uint32_t read(std::uint32_t i) {
		const auto& token = m_a.tokens[i];
		if (token.kind == TokenKind::punctuation) return i + 1;
		if (token.kind == TokenKind::number) return read_number(i);
		if (m_a.first_match[i] != m_a.first_match[i + 1]) note_entries(i);
		// The only other words that begin a date: tháng, quý, năm. All are short, and most words are told by the first letter.
		const auto first = m_a.text()[token.begin];
		if (first != 't' && first != 'T' && first != 'q' && first != 'Q' && first != 'n' && first != 'N') return i + 1;
		if (token.end - token.begin > 7) return i + 1;
		switch (word_at(m_a, i)) {
			case Word::month: return read_months_of_year(i);
			case Word::quarter: return read_quarter(i);
			case Word::year: return read_year_word(i);
			default: return i + 1;
		}
	}

	// Looking around.

	Word at(std::uint32_t i) const { return i < m_end ? word_at(m_a, i) : Word::none; }
	/// The word before a token that no earlier date holds.
	Word before(std::uint32_t i, std::uint32_t steps = 1) const { return i >= m_floor + steps ? word_at(m_a, i - steps) : Word::none; }
	bool is_mark(std::uint32_t i, char c) const { return i >= m_begin && i < m_end && m_a.tokens[i].is(c); }
	bool is_number(std::uint32_t i) const { return i >= m_begin && i < m_end && m_a.tokens[i].kind == TokenKind::number; }
	bool tight(std::uint32_t i) const { return i < m_end && !m_a.tokens[i].space_before; }
	bool tight_mark(std::uint32_t i, char c) const { return is_mark(i, c) && tight(i); }

	/// The value of up to four plain digits, -1 for anything else.
	int small(std::uint32_t i) const {
		if (!is_number(i)) return -1;
		const auto digits = m_a.word(i);
		if (digits.size() > 4) return -1;
		int value = 0;
		for (const char c : digits) {
			if (c < '0' || c > '9') return -1;
			value = value * 10 + (c - '0');
		}
		return value;
	}
	bool is_year(std::uint32_t i) const {
		const auto value = small(i);
		return value >= k_first_year && value <= k_last_year && m_a.word(i).size() == 4;
	}
	bool is_month(std::uint32_t i) const {
		const auto value = small(i);
		return value >= 1 && value <= 12 && m_a.word(i).size() <= 2;
	}

	/// The number, in digits or letters, that ends before token i; `begin` is set to its first token.
	int number_before(std::uint32_t i, std::uint32_t& begin) const {
		if (i <= m_floor) return -1;
		if (is_number(i - 1)) {
			begin = i - 1;
			return small(i - 1);
		}
		for (std::uint32_t back = std::min<std::uint32_t>(4, i - m_floor); back > 0; --back) {
			if (m_a.at(i - back, EntryClass::number) == nullptr) continue;
			std::uint32_t end = i;
			const auto value = parse_number_words(m_a, i - back, i, end);
			if (!value || end != i || *value > 999) continue;
			begin = i - back;
			return static_cast<int>(*value);
		}
		return -1;
	}

	// What stands at a number.

	Point point(std::uint32_t i) const {
		if (!is_number(i)) return {};
		const auto digits = m_a.word(i);
		if (digits.size() > 10) return {};
		if (digits.find('.') != std::string_view::npos) return dotted_point(i, digits);
		const int value = small(i);
		if (value < 1) return {};
		if (is_year(i)) return {Form::year, {value, 0, 0}, i + 1, false};
		if (digits.size() > 2 || value > 31) return {};
		for (const char mark : {'/', '-'}) {
			if (!tight_mark(i + 1, mark) || !tight(i + 2)) continue;
			if (const auto p = marked_point(i, value, mark); p.form != Form::none) return p;
			// "5/7": two numbers. "1-2 tháng 12" goes on below.
			if (mark == '/') return {};
		}
		if (at(i + 1) == Word::month && is_month(i + 2)) {
			YearMonthDay date{0, small(i + 2), value};
			if (!is_day(date.day, date.month)) return {};
			const auto end = with_year(i + 3, date);
			return {date.year == 0 ? Form::day_month : Form::full, date, end, false};
		}
		return {Form::day, {0, 0, value}, i + 1, false};
	}

	/// "năm 2018", "/2018", "-2018", ", năm 2018" behind a day and month.
	std::uint32_t with_year(std::uint32_t i, YearMonthDay& date) const {
		if (at(i) == Word::year && is_year(i + 1)) {
			date.year = small(i + 1);
			return i + 2;
		}
		if ((tight_mark(i, '/') || tight_mark(i, '-')) && is_year(i + 1) && tight(i + 1)) {
			date.year = small(i + 1);
			return i + 2;
		}
		return i;
	}

	/// "9.8", "9.8.2012"
	Point dotted_point(std::uint32_t i, std::string_view digits) const {
		std::array<int, 3> part{};
		std::array<std::size_t, 3> size{};
		std::size_t n = 0;
		for (const char c : digits) {
			if (c == '.') {
				if (++n > 2) return {};
			} else if (c >= '0' && c <= '9') {
				part[n] = part[n] * 10 + (c - '0');
				++size[n];
			} else {
				return {};
			}
		}
		if (size[0] > 2 || size[1] > 2 || !is_day(part[0], part[1])) return {};
		if (n == 1) {
			YearMonthDay date{0, part[1], part[0]};
			const auto end = with_year(i + 1, date);
			return {date.year == 0 ? Form::day_month : Form::full, date, end, true};
		}
		if (size[2] != 4 || part[2] < k_first_year || part[2] > k_last_year) return {};
		return {Form::full, {part[2], part[1], part[0]}, i + 1, true};
	}

	/// A number, a mark and a number without spaces: "11/11", "24-4-2024", "6/2018", "1-2/12".
	Point marked_point(std::uint32_t i, int first, char mark) const {
		const int second = small(i + 2);
		const auto third_mark = [&](char c) { return tight_mark(i + 3, c) && tight(i + 4); };
		// Two days of one month: "1-2/12".
		if (mark == '-' && second > first && second <= 31 && third_mark('/') && is_month(i + 4)) {
			return {Form::day, {0, 0, first}, i + 1, false};
		}
		// A number of a paper: "12/2020/NĐ-CP".
		if ((third_mark('/') || third_mark('-')) && m_a.tokens[i + 4].kind == TokenKind::word) return {};
		if (is_year(i + 2)) {
			if (first > 12) return {};
			return {Form::month_year, {second, first, 0}, i + 3, false};
		}
		if (m_a.word(i + 2).size() > 2 || !is_day(first, second)) return {};
		YearMonthDay date{0, second, first};
		if ((third_mark('/') || third_mark('-')) && is_year(i + 4)) {
			date.year = small(i + 4);
			return {Form::full, date, i + 5, false};
		}
		// "28/11-1/12" is two days, "1/2/3" is none.
		if (third_mark(mark) && is_number(i + 4)) return {};
		const auto end = with_year(i + 3, date);
		return {date.year == 0 ? Form::day_month : Form::full, date, end, false};
	}

	// What stands before it.

	Lead lead_of(std::uint32_t i) const {
		Lead lead;
		auto k = i;
		const auto take = [&](Unit unit) {
			lead.unit = unit;
			--k;
		};
		switch (before(k)) {
			case Word::mong:
			case Word::mung:
				take(Unit::day);
				if (before(k) == Word::day) --k;
				break;
			case Word::day: take(Unit::day); break;
			case Word::month:
				take(Unit::month);
				if (before(k) == Word::beginning || before(k) == Word::end || before(k) == Word::middle) --k;
				break;
			case Word::year:
				take(Unit::year);
				if (before(k) == Word::beginning || before(k) == Word::end || before(k) == Word::middle) --k;
				break;
			case Word::doan:
				if (before(k, 2) == Word::giai) {
					take(Unit::term);
					--k;
				}
				break;
			case Word::ky:
				if (before(k, 2) == Word::nhiem || before(k, 2) == Word::thoi) {
					take(Unit::term);
					--k;
				}
				break;
			case Word::decade:
			case Word::nien:
				if (before(k, 2) == Word::thap) {
					take(Unit::year);
					--k;
					lead.decade = true;
				}
				break;
			default: break;
		}
		if (lead.unit == Unit::none || lead.unit == Unit::day) {
			switch (before(k)) {
				case Word::morning:
				case Word::afternoon:
				case Word::evening:
				case Word::noon:
				case Word::night:
				case Word::midnight:
				case Word::that_day:
					take(Unit::day);
					if (before(k) == Word::dawn) --k;
					break;
				default: break;
			}
		}
		lead.term = lead.unit == Unit::term;
		take_count(lead, k);
		if (before(k) == Word::from) {
			lead.from = true;
			--k;
		} else if (before(k) == Word::to && before(k, 2) == Word::now && before(k, 3) == Word::from) {
			lead.from_now = true;
			k -= 3;
		}
		// "giai đoạn từ 2018 đến 2021"
		if (lead.from && before(k) == Word::doan && before(k, 2) == Word::giai) {
			lead.term = true;
			k -= 2;
		}
		if (before(k) == Word::in) --k;
		lead.begin = k;
		return lead;
	}

	/// "hai ngày 26 và 27/11", "các năm 2021, 2022", "những năm 1990": the words before the unit.
	void take_count(Lead& lead, std::uint32_t& k) const {
		if (lead.unit != Unit::day && lead.unit != Unit::year) return;
		if (before(k) == Word::various || before(k) == Word::those) {
			lead.decade = lead.unit == Unit::year && before(k) == Word::those;
			lead.many = true;
			--k;
			return;
		}
		std::uint32_t begin = k;
		const auto count = number_before(k, begin);
		if (count >= 2 && count <= k_most_counted && !is_mark(begin - 1, ':')) {
			lead.many = true;
			k = begin;
		}
	}

	/// Words that make the number behind them the name of something.
	bool names(std::uint32_t i) const {
		switch (before(i)) {
			case Word::marker:
			case Word::stake:
			case Word::no:
			case Word::squad:
			case Word::km:
			case Word::article:
			case Word::clause:
			case Word::picture:
			case Word::born:
			case Word::post: return true;
			default: return false;
		}
	}

	/// What joins a date that ends at token i to another.
	Link link_at(std::uint32_t i) const {
		Link link;
		auto k = i;
		if (at(k) == Word::cho) ++k;
		const auto word = at(k);
		if (word == Word::to || word == Word::until) {
			link.kind = Link::Kind::range;
		} else if (k != i) {
			return {};
		} else if (is_mark(k, '-')) {
			link.kind = Link::Kind::range;
		} else if (word == Word::and_ || is_mark(k, '&')) {
			link.kind = Link::Kind::list;
		} else if (is_mark(k, ',')) {
			link.kind = Link::Kind::list;
			link.comma = true;
		} else {
			return {};
		}
		++k;
		for (int steps = 0; steps < 3; ++steps, ++k) {
			switch (at(k)) {
				case Word::day:
				case Word::morning:
				case Word::afternoon:
				case Word::evening:
				case Word::noon:
				case Word::night: link.unit = Unit::day; continue;
				case Word::month: link.unit = Unit::month; continue;
				case Word::year: link.unit = Unit::year; continue;
				case Word::all_of:
				case Word::end:
				case Word::beginning:
				case Word::middle: continue;
				default: break;
			}
			break;
		}
		link.next = k;
		return link;
	}

	/// "đến nay", "tới nay", "cho đến nay", "- nay": the token behind it, or i where it does not stand there.
	std::uint32_t behind_now(std::uint32_t i) const {
		auto k = i;
		if (is_mark(k, ',')) ++k;
		if (at(k) == Word::run_up) ++k;
		if (at(k) == Word::cho) ++k;
		if ((at(k) == Word::to || at(k) == Word::until || is_mark(k, '-')) && at(k + 1) == Word::now) return k + 2;
		if (at(i) == Word::on && at(i + 1) == Word::back && at(i + 2) == Word::here) return i + 3;
		return i;
	}

	/// "trở đi", "trở về sau", "và những năm tiếp theo": the token behind it, or i.
	std::uint32_t behind_onward(std::uint32_t i) const {
		if (at(i) == Word::on && at(i + 1) == Word::go) return i + 2;
		if (at(i) == Word::on && at(i + 1) == Word::about && at(i + 2) == Word::after) return i + 3;
		if (at(i) == Word::and_ && (at(i + 1) == Word::those || at(i + 1) == Word::various) && at(i + 2) == Word::year) {
			if (at(i + 3) == Word::next && at(i + 4) == Word::following) return i + 5;
			if (at(i + 3) == Word::after || at(i + 3) == Word::until) return i + 4;
		}
		return i;
	}

	// Dates at a number.

	std::uint32_t read_number(std::uint32_t i) {
		if (names(i)) return skip_name(i);
		const auto p = point(i);
		if (p.form == Form::none) return i + 1;
		const auto lead = lead_of(i);
		if (lead.unit == Unit::month) return read_month(i, p, lead);
		switch (p.form) {
			case Form::day:
				if (lead.unit == Unit::day || lead.from || in_brackets(i)) return read_days(i, p, lead);
				return i + 1;
			case Form::day_month: {
				const bool told = lead.unit == Unit::day || is_context(i) || (!p.dotted && lead.from) ||
				                  (lead.from && link_at(p.end).kind == Link::Kind::range);
				const bool alone = !p.dotted && is_mark(i + 1, '/') && ((in_brackets(i) && is_mark(p.end, ')')) || goes_on(p));
				return told || alone ? read_days(i, p, lead) : p.end;
			}
			case Form::full: return read_days(i, p, lead);
			case Form::month_year: return read_month(i, p, lead);
			case Form::year: return read_year(i, p, lead);
			case Form::none: break;
		}
		return i + 1;
	}

	/// "mốc 460 - 462", "mốc 5/7": all of it is a name.
	std::uint32_t skip_name(std::uint32_t i) const {
		while ((is_mark(i + 1, '-') || is_mark(i + 1, '/')) && is_number(i + 2)) i += 2;
		return i + 1;
	}

	bool in_brackets(std::uint32_t i) const { return i > m_floor && is_mark(i - 1, '('); }

	/// A day and month that another one follows: "26/8 - 31/8", "30/4 đến 3/5".
	bool goes_on(const Point& p) const {
		const auto link = link_at(p.end);
		return link.kind == Link::Kind::range && point(link.next).has_day_and_month();
	}

	/// Is the number beside something that dates it: "hôm qua 24/5", "Quốc khánh Lào 2/12", "… và 12-12", "Hôm sau, 20/12"?
	bool is_context(std::uint32_t i) const {
		if (m_near_end != k_nowhere && only_marks(m_near_end, i)) return true;
		if (m_feast_end != k_nowhere && only_marks(m_feast_end, i)) return true;
		if (!m_year_list && m_list_end != k_nowhere && i == m_list_end + 1 && (at(i - 1) == Word::and_ || is_mark(i - 1, ','))) return true;
		return i >= m_floor + 3 && is_mark(i - 1, ',') && before(i, 3) == Word::that_day;
	}

	/// Nothing but a bracket, a comma or "ngày" in tokens [begin, end)?
	bool only_marks(std::uint32_t begin, std::uint32_t end) const {
		if (begin > end || end - begin > 2) return false;
		for (auto i = begin; i < end; ++i) {
			if (!is_mark(i, '(') && !is_mark(i, ',') && at(i) != Word::day) return false;
		}
		return true;
	}

	std::uint32_t read_days(std::uint32_t i, const Point& p, const Lead& lead) {
		RawDate raw;
		auto& m = raw.mention;
		m.from = p.date;
		m.to = p.date;
		auto last = p;
		bool ranged = false;
		while (!ranged) {
			// "22-12-1944/22-12-2022"
			if (last.form == Form::full && tight_mark(last.end, '/')) {
				const auto q = point(last.end + 1);
				if (q.form != Form::full) break;
				m.to = q.date;
				m.period = ranged = true;
				last = q;
				break;
			}
			const auto link = link_at(last.end);
			if (link.kind == Link::Kind::none || (link.unit != Unit::none && link.unit != Unit::day)) break;
			const auto q = point(link.next);
			const bool range = link.kind == Link::Kind::range;
			if (last.form == Form::day) {
				if (q.form == Form::day && !range) {
					last = q;
					continue;
				}
				if (!q.has_day_and_month()) break;
				m.to = q.date;
				m.from = {q.date.year, q.date.month, m.from.day};
				if (m.from.day > m.to.day) step_back(m.from);
				m.period = ranged = true;
				last = q;
			} else if (q.has_day_and_month() && (range || (!link.comma && lead.many) || (lead.many && m.period) || is_next_day(last.date, q.date))) {
				m.to = q.date;
				m.period = true;
				ranged = range;
				last = q;
			} else {
				break;
			}
		}
		if (last.form == Form::day || !is_day(m.from.day, m.from.month, m.from.year)) return i + 1;
		if (m.from.year == 0 && m.to.year != 0) {
			m.from.year = m.to.month < m.from.month ? m.to.year - 1 : m.to.year;
		}
		m.begin = begin_of(i, lead);
		m.end = last.end;
		note_history(raw, i);
		end_open(raw, lead);
		m_list_end = m.end;
		m_year_list = false;
		return keep(raw);
	}

	static void step_back(YearMonthDay& date) {
		if (--date.month == 0) {
			date.month = 12;
			if (date.year != 0) --date.year;
		}
	}

	static bool is_next_day(const YearMonthDay& a, const YearMonthDay& b) {
		if (a.month == b.month) return b.day == a.day + 1;
		return b.day == 1 && a.day == days_of(a.month, a.year) && b.month == a.month % 12 + 1;
	}

	/// The date with what stands before it: "hôm qua 24/5", "20 năm qua (2005-2025)".
	std::uint32_t begin_of(std::uint32_t i, const Lead& lead) const {
		if (m_near_end != k_nowhere && m_near_begin >= m_floor && only_marks(m_near_end, i)) return m_near_begin;
		return lead.begin;
	}

	std::uint32_t read_month(std::uint32_t i, const Point& p, const Lead& lead) {
		if (p.form == Form::year || (p.form != Form::month_year && !is_month(i))) return i + 1;
		RawDate raw;
		auto& m = raw.mention;
		auto end = p.end;
		if (p.form == Form::month_year) {
			m.from = p.date;
		} else {
			m.from = {0, small(i), 0};
			end = i + 1;
			// "tháng 1-6/2023"
			if (tight_mark(end, '-') && is_month(end + 1) && small(end + 1) > small(i)) {
				m.period = true;
				m.to = {0, small(end + 1), 0};
				end = with_year(end + 2, m.to);
				m.from.year = m.to.year;
			} else {
				end = with_year(end, m.from);
			}
		}
		if (!m.period) {
			m.to = m.from;
			end = join_month(m, end, lead);
		}
		m.begin = lead.begin;
		m.end = end;
		end_open(raw, lead);
		return keep(raw);
	}

	/// "đến tháng 6 năm 2018", "đến năm 2021", "và tháng 8/2020" behind a month.
	std::uint32_t join_month(DateMention& m, std::uint32_t end, const Lead& lead) const {
		const auto link = link_at(end);
		if (link.kind == Link::Kind::none) return end;
		const auto q = point(link.next);
		YearMonthDay to;
		auto behind = link.next + 1;
		if (q.form == Form::month_year && link.unit != Unit::year && link.unit != Unit::day) {
			to = q.date;
			behind = q.end;
		} else if (link.unit == Unit::month && is_month(link.next)) {
			to = {0, small(link.next), 0};
			behind = with_year(behind, to);
		} else if (link.kind == Link::Kind::range && q.form == Form::year && (link.unit == Unit::year || lead.from)) {
			to = q.date;
		} else if (link.kind == Link::Kind::range && q.has_day_and_month() && !q.dotted) {
			to = q.date;
			behind = q.end;
		} else {
			return end;
		}
		if (link.kind == Link::Kind::list) {
			// Two months side by side are one stretch; others stand for themselves.
			const bool next = to.month == m.from.month + 1 && (m.from.year == 0 || m.from.year == to.year);
			if (!next) return end;
		}
		m.to = to;
		m.period = true;
		if (m.from.year == 0 && to.year != 0) m.from.year = to.month != 0 && to.month < m.from.month ? to.year - 1 : to.year;
		return behind;
	}

	std::uint32_t read_year(std::uint32_t i, const Point& p, const Lead& lead) {
		RawDate raw;
		auto& m = raw.mention;
		m.from = p.date;
		m.to = p.date;
		m.term = lead.term;
		auto end = p.end;
		const int year = p.date.year;
		const bool told = lead.unit != Unit::none || lead.from || lead.from_now || is_festive(i) ||
		                  (m_list_end != k_nowhere && m_year_list && m_list_end + 1 == i && at(i - 1) == Word::and_) ||
		                  (in_brackets(i) && is_mark(i + 1, ')'));
		if (is_mark(end, '-') && is_year(end + 1) && small(end + 1) > year && small(end + 1) - year <= 60 && !is_part_of_paper(end + 2)) {
			set_to(m, small(end + 1));
			end += 2;
		} else if (told && tight_mark(end, '/') && is_year(end + 1) && small(end + 1) == year + 1) {
			set_to(m, small(end + 1));
			end += 2;
		} else if (!told) {
			const auto now = behind_now(end);
			if (now == end || !in_brackets(i)) return i + 1;
		} else if (lead.decade && year % 10 == 0 && !is_mark(end, ',') && at(end) != Word::and_ && at(end) != Word::to) {
			raw.decade = true;
			m.to.year = year + 9;
			m.period = true;
		} else {
			end = join_year(m, end, lead);
		}
		if (lead.from_now && !m.period) {
			raw.from_now = true;
			m.period = true;
		}
		m.begin = lead.begin;
		m.end = end;
		take_brackets(m, i);
		end_open(raw, lead);
		m_year_list = true;
		m_list_end = m.end;
		return keep(raw);
	}

	static void set_to(DateMention& m, int year) {
		m.to = {year, 0, 0};
		m.period = true;
	}

	/// "2019-2020/QĐ": the years of a paper's number.
	bool is_part_of_paper(std::uint32_t i) const { return tight_mark(i, '/') && i + 1 < m_end && m_a.tokens[i + 1].kind == TokenKind::word && tight(i + 1); }

	/// "đến năm 2021", ", 2022 và 2023", "đến tháng 6/2021" behind a year.
	std::uint32_t join_year(DateMention& m, std::uint32_t end, const Lead& lead) const {
		for (int steps = 0; steps < 12; ++steps) {
			const auto link = link_at(end);
			if (link.kind == Link::Kind::none) break;
			const auto q = point(link.next);
			if (link.kind == Link::Kind::range) {
				if (is_mark(end, '-') && link.unit == Unit::none) break;
				if (q.form == Form::year && q.date.year > m.from.year) {
					set_to(m, q.date.year);
					end = q.end;
				} else if (q.form == Form::month_year || q.form == Form::full) {
					m.to = q.date;
					m.period = true;
					end = q.end;
				}
				break;
			}
			// Years side by side are one stretch: "các năm 2021, 2022 và 2023". A year that something counted follows is a count.
			if (q.form != Form::year || q.date.year != m.to.year + 1 || m_a.at(q.end, EntryClass::unit) != nullptr) break;
			if (link.comma && !lead.many && !list_closes(q.end)) break;
			set_to(m, q.date.year);
			end = q.end;
		}
		return end;
	}

	/// Does "và" and a year follow, so that the commas before are those of a list?
	bool list_closes(std::uint32_t i) const {
		for (int steps = 0; steps < 12; ++steps) {
			const auto link = link_at(i);
			if (link.kind != Link::Kind::list || !is_year(link.next)) return false;
			if (!link.comma) return true;
			i = link.next + 1;
		}
		return false;
	}

	/// A year behind "Tết Bính Ngọ", "lần thứ nhất", "mùa khô".
	bool is_festive(std::uint32_t i) const {
		for (std::uint32_t back = 1; back <= 4 && i >= m_floor + back; ++back) {
			const auto& token = m_a.tokens[i - back];
			if (token.kind != TokenKind::word) return false;
			const auto word = word_at(m_a, i - back);
			if (back <= 3 && (word == Word::tet || word == Word::spring || word == Word::season)) return true;
			if (word == Word::ordinal && back <= 3) {
				std::uint32_t end = 0;
				return parse_ordinal(m_a, i - back + 1, end) && end == i;
			}
		}
		return false;
	}

	/// "3 năm qua (2018-2021)", "5 năm (2003-2007)": the brackets and the length before them belong to it.
	void take_brackets(DateMention& m, std::uint32_t i) const {
		if (m.begin != i || !m.period || !in_brackets(i) || !is_mark(m.end, ')')) return;
		auto k = i - 1;
		if (before(k) == Word::past) --k;
		if (before(k) != Word::year) return;
		std::uint32_t begin = k;
		if (number_before(k - 1, begin) < 1) return;
		m.begin = begin;
		if (before(begin) == Word::in) --m.begin;
		++m.end;
	}

	/// "đến nay", "trở đi" behind a date.
	void end_open(RawDate& raw, const Lead& lead) const {
		auto& m = raw.mention;
		if (m.period) return;
		if (const auto open = behind_onward(m.end); open != m.end) {
			m.open_end = true;
			m.end = open;
			return;
		}
		raw.from = lead.from;
		// "ngày 26/8 đến nay" without "từ" is the same; behind a comma it must be said.
		const auto now = behind_now(m.end);
		if (now == m.end || (is_mark(m.end, ',') && !lead.from)) return;
		m.until_now = true;
		m.end = now;
	}

	std::uint32_t keep(RawDate& raw) {
		raw.sentence = m_sentence;
		raw.mention.begin = std::max(raw.mention.begin, m_floor);
		m_floor = raw.mention.end;
		m_out.dates.push_back(raw);
		return m_floor;
	}

	// Dates at a word.

	/// "6 tháng đầu năm 2025", "9 tháng năm 2021", "sáu tháng cuối năm".
	std::uint32_t read_months_of_year(std::uint32_t i) {
		auto k = i + 1;
		const bool first = at(k) == Word::beginning;
		const bool last = at(k) == Word::end;
		if (first || last) ++k;
		if (at(k) == Word::of) ++k;
		if (at(k) != Word::year) return i + 1;
		std::uint32_t begin = i;
		const int count = number_before(i, begin);
		if (count < 1 || count > 11) return i + 1;
		++k;
		const int year = is_year(k) ? small(k) : 0;
		if (!first && !last && year == 0) return i + 1;
		RawDate raw;
		auto& m = raw.mention;
		m.from = {year, last ? 13 - count : 1, 0};
		m.to = {year, last ? 12 : count, 0};
		m.period = true;
		raw.of_this_year = true;
		m.begin = before(begin) == Word::in ? begin - 1 : begin;
		m.end = year != 0 ? k + 1 : k;
		return keep(raw);
	}

	/// "quý II", "quý I năm 2024", "quý I và II/2023".
	std::uint32_t read_quarter(std::uint32_t i) {
		auto k = i + 1;
		const int first = quarter_at(k);
		if (first == 0) return i + 1;
		int last = first;
		++k;
		if ((at(k) == Word::and_ || is_mark(k, ',') || is_mark(k, '-')) && quarter_at(k + 1) > first) {
			last = quarter_at(k + 1);
			k += 2;
		}
		RawDate raw;
		auto& m = raw.mention;
		YearMonthDay year;
		k = with_year(k, year);
		m.from = {year.year, first * 3 - 2, 0};
		m.to = {year.year, last * 3, 0};
		m.period = true;
		m.begin = before(i) == Word::in ? i - 1 : i;
		m.end = k;
		return keep(raw);
	}

	int quarter_at(std::uint32_t i) const {
		if (i >= m_end) return 0;
		if (is_number(i)) {
			const auto value = small(i);
			return value >= 1 && value <= 4 ? value : 0;
		}
		if (m_a.tokens[i].kind != TokenKind::word || !m_a.tokens[i].capital) return 0;
		const auto roman = parse_roman(m_a.word(i));
		return roman && *roman <= 4 ? *roman : 0;
	}

	/// "năm nay", "năm ngoái", "từ đầu năm đến nay"; and the length of an anniversary, "78 năm Ngày".
	std::uint32_t read_year_word(std::uint32_t i) {
		const auto next = at(i + 1);
		if (next == Word::now || next == Word::last_year) {
			std::uint32_t begin = i;
			if (number_before(i, begin) >= 1 || before(i) == Word::those || before(i) == Word::many || before(i) == Word::how_many || before(i) == Word::several) return i + 1;
			RawDate raw;
			raw.of_this_year = true;
			raw.year_offset = next == Word::now ? 0 : -1;
			raw.mention.begin = before(i) == Word::in ? i - 1 : i;
			raw.mention.end = i + 2;
			return keep(raw);
		}
		if (before(i) == Word::beginning && !is_number(i + 1)) {
			const auto now = behind_now(i + 1);
			if (now == i + 1) return i + 1;
			RawDate raw;
			raw.of_this_year = true;
			raw.mention.begin = before(i, 2) == Word::from ? i - 2 : i - 1;
			raw.mention.end = now;
			return keep(raw);
		}
		if (next == Word::day || next == Word::national_day || m_a.at(i + 1, EntryClass::anniversary) != nullptr) {
			std::uint32_t begin = i;
			const auto count = number_before(i, begin);
			if (count >= 1 && count <= 300) {
				m_jubilee = count;
				m_jubilee_end = i + 1;
			}
		}
		return i + 1;
	}

	/// Days told from the day of publication, and anniversaries.
	void note_entries(std::uint32_t i) {
		for (auto k = m_a.first_match[i]; k < m_a.first_match[i + 1]; ++k) {
			const auto& match = m_a.matches[k];
			if (match.end > m_end) continue;
			if (match.cls == EntryClass::anniversary && (m_feast_end == k_nowhere || match.end > m_feast_end)) note_feast(match);
			if (match.cue() == Cue::event_day && i >= m_floor && (m_near_end == k_nowhere || match.end > m_near_end)) note_near_day(match);
		}
	}

	void note_feast(const lexicon::Match& match) {
		const auto& day = m_a.lexicon.anniversary(match.index);
		m_feast_end = match.end;
		if (day.year == 0 || m_jubilee_end == k_nowhere || match.begin < m_jubilee_end || match.begin - m_jubilee_end > 2) return;
		const auto year = day.year + m_jubilee;
		if (year <= k_last_year) m_out.counted_years.push_back(year);
	}

	void note_near_day(const lexicon::Match& match) {
		const auto last = word_at(m_a, match.end - 1);
		if (last != Word::now && last != Word::past) return;  // "cùng ngày" is not told from the day of publication
		m_near_begin = match.begin;
		m_near_end = match.end;
		auto k = match.end;
		if (is_mark(k, '(') || is_mark(k, ',')) ++k;
		if (at(k) == Word::day) ++k;
		if (point(k).has_day_and_month() || !m_published) return;
		RawDate raw;
		raw.mention.from = last == Word::now ? *m_published : day_before(*m_published);
		raw.mention.to = raw.mention.from;
		raw.mention.begin = match.begin;
		raw.mention.end = match.end;
		keep(raw);
	}

	/// Marks dates of history: in an anniversary ("78 năm Ngày … (22-12-1944/22-12-2022)"), of a feast ("Quốc khánh Lào 2/12").
	void note_history(RawDate& raw, std::uint32_t i) {
		auto& m = raw.mention;
		const bool full = m.from.year != 0;
		if (full && m.period && m.from.day == m.to.day && m.from.month == m.to.month && m.from.year < m.to.year) {
			m.anniversary = true;
			raw.counted_year = m.to.year;
			m_out.counted_years.push_back(m.to.year);
			return;
		}
		if (m_feast_end != k_nowhere && only_marks(m_feast_end, i)) {
			m.anniversary = true;
		} else if (full && in_brackets(i) && m_jubilee_end != k_nowhere && i - m_jubilee_end <= k_jubilee_reach) {
			m.anniversary = true;
		} else if (full && m.from.year <= k_last_year_of_history && !m.period && before(m.begin) != Word::sign) {
			m.anniversary = true;
		}
		if (m.anniversary && full && !m.period && m_jubilee_end != k_nowhere && i - m_jubilee_end <= k_jubilee_reach &&
		    m.from.year + m_jubilee <= k_last_year) {
			raw.counted_year = m.from.year + m_jubilee;
			m_out.counted_years.push_back(raw.counted_year);
		}
	}

	const Annotated& m_a;
	const std::optional<YearMonthDay>& m_published;
	RawDates m_out;
	std::uint32_t m_sentence = 0;
	std::uint32_t m_begin = 0;  ///< of the sentence
	std::uint32_t m_end = 0;
	std::uint32_t m_floor = 0;  ///< behind the last date: what stands before it is taken
	std::uint32_t m_near_begin = 0;
	std::uint32_t m_near_end = k_nowhere;     ///< behind "hôm nay", "sáng qua"
	std::uint32_t m_feast_end = k_nowhere;    ///< behind the last anniversary
	std::uint32_t m_list_end = k_nowhere;     ///< behind the last date
	bool m_year_list = false;                 ///< that date is a year
	std::uint32_t m_jubilee_end = k_nowhere;  ///< behind "78 năm"
	int m_jubilee = 0;
};

}  // namespace

RawDates read_raw_dates(const Annotated& a, const std::optional<YearMonthDay>& published) {
	return RawDateFinder(a, published).find();
}

}  // namespace bienban::extraction
