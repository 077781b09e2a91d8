#include "extraction/raw_dates.hpp"

#include <algorithm>

#include "extraction/calendar.hpp"
#include "extraction/date_joins.hpp"
#include "extraction/date_words.hpp"
#include "extraction/numbers.hpp"

namespace bienban::extraction {
namespace {

/// "60 năm qua": the two countries have dealt with each other since 1962; more years are none of theirs.
constexpr int k_most_years_back = 65;

using lexicon::Cue;
using lexicon::EntryClass;
using text::TokenKind;

/// An anniversary names its day in brackets at most this many words behind "78 năm Ngày".
constexpr std::uint32_t k_jubilee_reach = 24;

/// Up to the founding of the Lao republic, a full date is one of history; the papers that are cited begin in 1976.
constexpr int k_last_year_of_history = 1975;

/// Walks the sentences and puts the parts together.
class RawDateFinder {
public:
	RawDateFinder(const Annotated& a, const std::optional<YearMonthDay>& published)
	    : m_a(a), m_published(published), m_words(a), m_joins(a, m_words) {}

	RawDates find() {
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			m_sentence = s;
			const auto& sentence = m_a.sentences[s];
			m_words.enter(sentence.begin, sentence.end);
			m_near_end = m_feast_end = m_list_end = m_jubilee_end = k_nowhere;
			for (auto i = sentence.begin; i < sentence.end;) {
				const auto next = read(i);
				i = std::max(next, i + 1);
			}
		}
		return std::move(m_out);
	}

private:
	static constexpr std::uint32_t k_nowhere = ~0U;

	/// "Hai ngày sau", "Trước đó một ngày", "Một ngày trước đó": counted from the day named last.
	std::uint32_t read_days_off(std::uint32_t i) {
		std::uint32_t begin = i;
		const auto count = m_words.number_before(i, begin);
		if (count < 1 || count > 15 || m_out.dates.empty() || i + 1 > m_words.end()) return i + 1;
		const auto behind = i + 1 < m_words.end() ? m_a.word(i + 1) : text::Word{};
		const auto lead = begin >= m_words.floor() + 2 ? m_a.word(begin - 1) : text::Word{};
		const auto first = begin >= m_words.floor() + 2 ? m_a.word(begin - 2) : text::Word{};
		int step = 0;
		auto end = i + 1;
		if (lead == "đó" && (first == "Trước" || first == "trước")) {
			step = -count;
			begin -= 2;
		} else if (lead == "đó" && (first == "Sau" || first == "sau")) {
			step = count;
			begin -= 2;
		} else if (behind == "sau" || behind == "trước") {
			const auto next = i + 2 < m_words.end() ? m_a.word(i + 2) : text::Word{};
			const bool ends = next == "đó" || i + 2 >= m_words.end() || m_words.is_mark(i + 2, ',');
			if (!ends) return i + 1;
			step = behind == "sau" ? count : -count;
			end = next == "đó" ? i + 3 : i + 2;
		}
		if (step == 0) return i + 1;
		const RawDate* last = nullptr;
		for (const auto& date : m_out.dates) {
			if (date.mention.from.day != 0 && !date.mention.anniversary && !date.mention.until_now) last = &date;
		}
		if (last == nullptr) return i + 1;
		RawDate raw;
		raw.mention.from = raw.mention.to = moved(last->mention.to, step);
		raw.mention.begin = begin;
		raw.mention.end = end;
		return keep(raw);
	}

	std::uint32_t read(std::uint32_t i) {
		const auto& token = m_a.tokens[i];
		if (token.kind == TokenKind::punctuation) return i + 1;
		if (token.kind == TokenKind::number) return read_number(i);
		if (m_a.begins(i, class_bit(EntryClass::anniversary) | class_bit(EntryClass::cue))) note_entries(i);
		// The only other words that begin a date: tháng, quý, năm. Most words are told from them by size and first
		// letter.
		const auto size = token.end - token.begin;
		if (size != 4 && size != 6) {
			// "ngày" has five bytes.
			return size == 5 && (m_a.text()[token.begin] | 0x20) == 'n' && word_at(m_a, i) == Word::day
			           ? read_days_off(i)
			           : i + 1;
		}
		const auto first = m_a.text()[token.begin] | 0x20;
		if (size == 6 ? first != 't' : first != 'n' && first != 'q') return i + 1;
		switch (word_at(m_a, i)) {
			case Word::month: {
				const auto next = read_months_of_year(i);
				return next > i + 1 ? next : read_month_word(i);
			}
			case Word::quarter: return read_quarter(i);
			case Word::year: return read_year_word(i);
			default: return i + 1;
		}
	}

	// Dates at a number.

	std::uint32_t read_number(std::uint32_t i) {
		if (m_words.names(i)) return skip_name(i);
		const auto p = m_words.point(i);
		if (p.form == Form::none) return read_short_decade(i);
		const auto lead = m_words.lead_of(i);
		if (lead.unit == Unit::month) return read_month(i, p, lead);
		switch (p.form) {
			case Form::day:
				if (lead.unit == Unit::day || lead.from || m_words.in_brackets(i)) return read_days(i, p, lead);
				return i + 1;
			case Form::day_month: {
				const bool told = lead.unit == Unit::day || is_context(i) || (!p.dotted && lead.from) ||
				                  (lead.from && m_words.link_at(p.end).kind == DateLink::Kind::range);
				const bool alone = !p.dotted && m_words.is_mark(i + 1, '/') &&
				                   ((m_words.in_brackets(i) && m_words.is_mark(p.end, ')')) || goes_on(p));
				return told || alone ? read_days(i, p, lead) : p.end;
			}
			case Form::full: return read_days(i, p, lead);
			case Form::month_year: return read_month(i, p, lead);
			case Form::year: return read_year(i, p, lead);
			case Form::none: break;
		}
		return i + 1;
	}

	/// "những năm 90", "thập niên 90": of the last century.
	std::uint32_t read_short_decade(std::uint32_t i) {
		const auto value = m_words.small(i);
		if (value < 40 || value > 90 || value % 10 != 0 || m_a.word(i).size() != 2) return i + 1;
		const auto lead = m_words.lead_of(i);
		if (!lead.decade) return i + 1;
		RawDate raw;
		raw.decade = true;
		auto& m = raw.mention;
		m.from.year = 1900 + value;
		m.to.year = m.from.year + 9;
		m.period = true;
		m.begin = lead.begin;
		m.end = i + 1;
		return keep(raw);
	}

	/// "mốc 460 - 462", "mốc 5/7": all of it is a name.
	std::uint32_t skip_name(std::uint32_t i) const {
		while ((m_words.is_mark(i + 1, '-') || m_words.is_mark(i + 1, '/')) && m_words.is_number(i + 2)) i += 2;
		return i + 1;
	}

	/// A day and month that another one follows: "26/8 - 31/8", "30/4 đến 3/5".
	bool goes_on(const Point& p) const {
		const auto link = m_words.link_at(p.end);
		return link.kind == DateLink::Kind::range && m_words.point(link.next).has_day_and_month();
	}

	/// Is the number beside something that dates it: "hôm qua 24/5", "Quốc khánh Lào 2/12", "… và 12-12", "Hôm sau,
	/// 20/12"?
	bool is_context(std::uint32_t i) const {
		if (m_near_end != k_nowhere && only_marks(m_near_end, i)) return true;
		if (m_feast_end != k_nowhere && only_marks(m_feast_end, i)) return true;
		if (!m_year_list && m_list_end != k_nowhere && i == m_list_end + 1 &&
		    (m_words.at(i - 1) == Word::and_ || m_words.is_mark(i - 1, ',')))
			return true;
		// "…, ở lại đến 16-12".
		if (i >= m_words.floor() + 3 && (m_a.word(i - 1) == "đến" || m_a.word(i - 1) == "tới") &&
		    m_a.word(i - 2) == "lại" && (m_a.word(i - 3) == "ở" || m_a.word(i - 3) == "lưu"))
			return true;
		return i >= m_words.floor() + 3 && m_words.is_mark(i - 1, ',') && m_words.before(i, 3) == Word::that_day;
	}

	/// Nothing but a bracket, a comma or "ngày" in tokens [begin, end)?
	bool only_marks(std::uint32_t begin, std::uint32_t end) const {
		if (begin > end || end - begin > 2) return false;
		for (auto i = begin; i < end; ++i) {
			if (!m_words.is_mark(i, '(') && !m_words.is_mark(i, ',') && m_words.at(i) != Word::day) return false;
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
		// A list has few members; more would be an attack on the reader's time.
		for (int steps = 0; !ranged && steps < k_longest_list; ++steps) {
			// "22-12-1944/22-12-2022"
			if (last.form == Form::full && m_words.tight_mark(last.end, '/')) {
				const auto q = m_words.point(last.end + 1);
				if (q.form != Form::full) break;
				m.to = q.date;
				m.period = ranged = true;
				last = q;
				break;
			}
			const auto link = m_words.link_at(last.end);
			if (link.kind == DateLink::Kind::none || (link.unit != Unit::none && link.unit != Unit::day)) break;
			const auto q = m_words.point(link.next);
			const bool range = link.kind == DateLink::Kind::range;
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
			} else if (q.has_day_and_month() && (range || (!link.comma && lead.many) || (lead.many && m.period) ||
			                                     is_next_day(last.date, q.date))) {
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
		m.begin = begin_of(i, lead, m.period);
		m.end = last.end;
		// "(tức mùng 7 tháng 2 âm lịch)": a day of the moon's calendar beside one of the sun's.
		if (m.end + 1 < m_words.end() && m_a.word(m.end) == "âm" && m_a.word(m.end + 1) == "lịch") return m.end + 2;
		note_history(raw, i);
		end_open(raw, lead);
		m_list_end = m.end;
		m_year_list = false;
		return keep(raw);
	}

	/// The date with what stands before it: "hôm qua 24/5", "20 năm qua (2005-2025)".
	std::uint32_t begin_of(std::uint32_t i, const Lead& lead, bool period) const {
		if (m_near_end != k_nowhere && m_near_begin >= m_words.floor() && only_marks(m_near_end, i))
			return m_near_begin;
		// "đợt 2 năm 2023", "thứ 2 ngày 5/3": the number before a single date is none of its own.
		return period || !lead.counted ? lead.begin : lead.unit_begin;
	}

	std::uint32_t read_month(std::uint32_t i, const Point& p, const Lead& lead) {
		if (p.form == Form::year || (p.form != Form::month_year && !m_words.is_month(i))) return i + 1;
		RawDate raw;
		auto& m = raw.mention;
		auto end = p.end;
		if (p.form == Form::month_year) {
			m.from = p.date;
		} else {
			m.from = {0, m_words.small(i), 0};
			end = i + 1;
			// "tháng 1-6/2023"
			if (m_words.tight_mark(end, '-') && m_words.is_month(end + 1) &&
			    m_words.small(end + 1) > m_words.small(i)) {
				m.period = true;
				m.to = {0, m_words.small(end + 1), 0};
				end = m_words.with_year(end + 2, m.to);
				m.from.year = m.to.year;
			} else {
				end = m_words.with_year(end, m.from);
			}
		}
		if (!m.period) {
			m.to = m.from;
			end = m.from.year == 0 ? m_joins.list_months(m, end) : end;
			if (!m.period) end = m_joins.join_month(m, end, lead);
		}
		m.begin = lead.begin;
		m.end = end;
		end_open(raw, lead);
		return keep(raw);
	}

	/// "tháng Ba", "cuối tháng Tư năm 2019": digits are read where they stand.
	std::uint32_t read_month_word(std::uint32_t i) {
		if (m_words.is_number(i + 1)) return i + 1;
		std::uint32_t end = i;
		const int month = m_words.month_at(i + 1, end);
		if (month == 0) return i + 1;
		RawDate raw;
		auto& m = raw.mention;
		m.from = {0, month, 0};
		end = m_words.with_year(end, m.from);
		m.to = m.from;
		const auto lead = m_words.lead_of(i + 1);
		m.end = m_joins.join_month(m, end, lead);
		m.begin = lead.begin;
		end_open(raw, lead);
		return keep(raw);
	}

	std::uint32_t read_year(std::uint32_t i, const Point& p, const Lead& lead) {
		RawDate raw;
		auto& m = raw.mention;
		m.from = p.date;
		m.to = p.date;
		m.term = lead.term;
		auto end = p.end;
		const int year = p.date.year;
		const bool told =
		    lead.unit != Unit::none || lead.from || lead.from_now || m_joins.is_festive(i) || m_joins.is_of_paper(i) ||
		    (m_list_end != k_nowhere && m_year_list && m_list_end + 1 == i && m_words.at(i - 1) == Word::and_) ||
		    (m_words.in_brackets(i) && m_words.is_mark(i + 1, ')'));
		if (m_words.is_mark(end, '-') && m_words.is_year(end + 1) && m_words.small(end + 1) > year &&
		    m_words.small(end + 1) - year <= 60 && !m_joins.is_part_of_paper(end + 2)) {
			extend_to(m, m_words.small(end + 1));
			end += 2;
		} else if (told && m_words.tight_mark(end, '/') && m_words.is_year(end + 1) &&
		           m_words.small(end + 1) == year + 1) {
			extend_to(m, m_words.small(end + 1));
			end += 2;
		} else if (!told) {
			const auto now = m_words.behind_now(end);
			if (now == end || !m_words.in_brackets(i)) return i + 1;
		} else if (lead.decade && year % 10 == 0 && !m_words.is_mark(end, ',') && m_words.at(end) != Word::and_ &&
		           m_words.at(end) != Word::to) {
			raw.decade = true;
			m.to.year = year + 9;
			m.period = true;
		} else {
			end = m_joins.join_year(m, end);
		}
		if (lead.from_now && !m.period) {
			raw.from_now = true;
			m.period = true;
		}
		m.begin = m.period || !lead.counted ? lead.begin : lead.unit_begin;
		m.end = end;
		m_joins.take_brackets(m, i);
		end_open(raw, lead);
		m_year_list = true;
		m_list_end = m.end;
		return keep(raw);
	}

	/// "đến nay", "trở đi" behind a date.
	void end_open(RawDate& raw, const Lead& lead) const {
		auto& m = raw.mention;
		if (m.period) return;
		if (const auto open = m_words.behind_onward(m.end); open != m.end) {
			m.open_end = true;
			m.end = open;
			return;
		}
		raw.from = lead.from;
		// "ngày 26/8 đến nay" without "từ" is the same; behind a comma it must be said.
		const auto now = m_words.behind_now(m.end);
		if (now == m.end || (m_words.is_mark(m.end, ',') && !lead.from) ||
		    (m_words.is_mark(m.end, ')') && !m_words.in_brackets(m.begin)))
			return;
		m.until_now = true;
		m.end = now;
	}

	std::uint32_t keep(RawDate& raw) {
		raw.sentence = m_sentence;
		if (raw.mention.from.day == 0 && raw.mention.from.year == 0 && raw.mention.end < m_words.end() &&
		    m_words.at(raw.mention.end) == Word::until) {
			const auto behind = raw.mention.end + 1;
			raw.to_come = behind >= m_words.end() || m_a.tokens[behind].kind != TokenKind::number;
		}
		raw.mention.begin = std::max(raw.mention.begin, m_words.floor());
		m_words.set_floor(raw.mention.end);
		m_out.dates.push_back(raw);
		return raw.mention.end;
	}

	// Dates at a word.

	/// "6 tháng đầu năm 2025", "9 tháng năm 2021", "sáu tháng cuối năm".
	std::uint32_t read_months_of_year(std::uint32_t i) {
		auto k = i + 1;
		const bool first = m_words.at(k) == Word::beginning;
		const bool last = m_words.at(k) == Word::end;
		if (first || last) ++k;
		if (m_words.at(k) == Word::of) ++k;
		// "Kim ngạch 10 tháng đầu ước đạt …": of the year that runs.
		const bool unsaid = first && k < m_a.tokens.size() && (m_a.word(k) == "ước" || m_a.word(k) == "đạt");
		if (m_words.at(k) != Word::year && !unsaid) return i + 1;
		std::uint32_t begin = i;
		const int count = m_words.number_before(i, begin);
		if (count < 1 || count > 11) return i + 1;
		if (!unsaid) ++k;
		const int year = m_words.is_year(k) ? m_words.small(k) : 0;
		if (!first && !last && year == 0) return i + 1;
		RawDate raw;
		auto& m = raw.mention;
		m.from = {year, last ? 13 - count : 1, 0};
		m.to = {year, last ? 12 : count, 0};
		m.period = true;
		raw.of_this_year = true;
		m.begin = m_words.before(begin) == Word::in ? begin - 1 : begin;
		m.end = year != 0 ? k + 1 : k;
		return keep(raw);
	}

	/// "quý II", "quý I năm 2024", "quý I và II/2023".
	std::uint32_t read_quarter(std::uint32_t i) {
		auto k = i + 1;
		const int first = m_joins.quarter_at(k);
		if (first == 0) return i + 1;
		int last = first;
		++k;
		if (m_words.at(k) == Word::and_ || m_words.is_mark(k, ',') || m_words.is_mark(k, '-')) {
			const auto second = m_words.at(k + 1) == Word::quarter ? k + 2 : k + 1;
			if (m_joins.quarter_at(second) > first) {
				last = m_joins.quarter_at(second);
				k = second + 1;
			}
		}
		RawDate raw;
		auto& m = raw.mention;
		YearMonthDay year;
		k = m_words.with_year(k, year);
		m.from = {year.year, first * 3 - 2, 0};
		m.to = {year.year, last * 3, 0};
		m.period = true;
		m.begin = m_words.before(i) == Word::in ? i - 1 : i;
		m.end = k;
		// "quý III năm nay".
		if (year.year == 0 && k + 1 < m_words.end() && m_words.at(k) == Word::year && m_words.at(k + 1) == Word::now) {
			raw.of_this_year = true;
			m.end = k + 2;
		}
		return keep(raw);
	}

	/// "năm nay", "năm ngoái", "từ đầu năm đến nay"; and the length of an anniversary, "78 năm Ngày".
	std::uint32_t read_year_word(std::uint32_t i) {
		const auto next = m_words.at(i + 1);
		if (next == Word::now || next == Word::last_year) {
			std::uint32_t begin = i;
			if (m_words.number_before(i, begin) >= 1 || m_words.before(i) == Word::those ||
			    m_words.before(i) == Word::many || m_words.before(i) == Word::how_many ||
			    m_words.before(i) == Word::several)
				return i + 1;
			RawDate raw;
			raw.of_this_year = true;
			raw.year_offset = next == Word::now ? 0 : -1;
			raw.mention.begin = m_words.before(i) == Word::in ? i - 1 : i;
			raw.mention.end = i + 2;
			return keep(raw);
		}
		if (const auto half = read_half_year(i); half > i + 1) return half;
		if (const auto back = read_years_back(i); back > i + 1) return back;
		if (m_words.before(i) == Word::beginning && !m_words.is_number(i + 1)) {
			const auto now = m_words.behind_now(i + 1);
			// "kết quả phối hợp từ đầu năm: …"
			if (now == i + 1 && m_words.before(i, 2) != Word::from) return i + 1;
			RawDate raw;
			raw.of_this_year = true;
			raw.mention.begin = m_words.before(i, 2) == Word::from ? i - 2 : i - 1;
			raw.mention.end = now;
			return keep(raw);
		}
		if (next == Word::day || next == Word::national_day || m_a.at(i + 1, EntryClass::anniversary) != nullptr) {
			std::uint32_t begin = i;
			const auto count = m_words.number_before(i, begin);
			if (count >= 1 && count <= 300) {
				m_jubilee = count;
				m_jubilee_end = i + 1;
			}
		}
		return i + 1;
	}

	/// "nửa đầu năm 2020", "nửa cuối năm".
	std::uint32_t read_half_year(std::uint32_t i) {
		const bool first = m_words.before(i) == Word::beginning;
		const bool last = m_words.before(i) == Word::end;
		if ((!first && !last) || i < m_words.floor() + 2) return i + 1;
		const auto half = m_a.word(i - 2);
		if (half != "nửa" && half != "Nửa") return i + 1;
		const int year = m_words.is_year(i + 1) ? m_words.small(i + 1) : 0;
		RawDate raw;
		auto& m = raw.mention;
		m.from = {year, first ? 1 : 7, 0};
		m.to = {year, first ? 6 : 12, 0};
		m.period = true;
		raw.of_this_year = true;
		m.begin = i - 2;
		m.end = year != 0 ? i + 2 : i + 1;
		return keep(raw);
	}

	/// "gần đây", "trở lại đây", "lại đây": behind which token it ends, `i` where it is not there.
	std::uint32_t behind_recent(std::uint32_t i) const {
		const auto word = [&](std::uint32_t t) { return t < m_words.end() ? m_a.word(t) : text::Word{}; };
		if (word(i) == "gần" && word(i + 1) == "đây") return i + 2;
		if (word(i) == "lại" && word(i + 1) == "đây") return i + 2;
		if ((word(i) == "trở" || word(i) == "đổ") && (word(i + 1) == "lại" || word(i + 1) == "về")) {
			if (word(i + 2) == "đây" || word(i + 2) == "nay") return i + 3;
		}
		// "Năm năm vừa khép, …", "bốn năm rồi, …", "suốt 3 năm liền".
		if (word(i) == "vừa" && (word(i + 1) == "khép" || word(i + 1) == "rồi")) return i + 2;
		if (word(i) == "rồi" && m_words.is_mark(i + 1, ',')) return i + 1;
		return i;
	}

	/// "Trong 7 năm, …" at the head of a sentence: the number stands behind its first word.
	bool is_lead(std::uint32_t number) const {
		return number > 0 && number == m_words.begin() + 1 && m_words.before(number) == Word::in;
	}

	/// "năm qua", "5 năm qua", "sau 5 năm thực hiện": counted back from the text's own year.
	std::uint32_t read_years_back(std::uint32_t i) {
		const auto behind = m_words.at(i + 1);
		std::uint32_t begin = i;
		const auto count = m_words.number_before(i, begin);
		RawDate raw;
		raw.mention.period = count > 1;
		raw.mention.end = i + 2;
		// "Một năm trôi qua", "năm vừa qua".
		const bool passed = i + 2 < m_words.end() && m_a.word(i + 2) == "qua" &&
		                    (m_a.word(i + 1) == "trôi" || m_a.word(i + 1) == "vừa" || m_a.word(i + 1) == "đã");
		if (passed) raw.mention.end = i + 3;
		const auto recent = count > 1 ? behind_recent(i + 1) : i + 1;
		if (recent > i + 1) raw.mention.end = recent;
		const bool whole =
		    count > 1 && m_words.is_mark(i + 1, ',') && is_lead(begin) && m_words.at(i + 2) != Word::from;
		if (whole) raw.mention.end = i + 1;
		const bool gone = passed || recent > i + 1 || whole;
		if ((behind == Word::past || gone) && !m_words.is_mark(raw.mention.end, '(') &&
		    m_words.before(i) != Word::beginning) {
			switch (m_words.before(i)) {
				case Word::those:
				case Word::many:
				case Word::how_many:
				case Word::several:
				case Word::various: return i + 1;
				default: break;
			}
			if (count > k_most_years_back) return i + 1;
			raw.years_back = count > 1 ? count : 1;
			raw.mention.begin = count > 0 ? begin : i;
		} else if (count > 1 && count <= k_most_years_back && i + 2 < m_words.end() &&
		           m_a.cue_at(i + 1, Cue::implement) != nullptr &&
		           m_a.find_cue(begin > 4 ? begin - 4 : 0, begin, Cue::forward) == nullptr) {
			raw.years_back = count;
			raw.mention.begin = begin;
			raw.mention.end = i + 1;
		} else {
			return i + 1;
		}
		if (m_words.before(raw.mention.begin) == Word::in) --raw.mention.begin;
		return keep(raw);
	}

	/// Days told from the day of publication, and anniversaries.
	void note_entries(std::uint32_t i) {
		for (auto k = m_a.first_match[i]; k < m_a.first_match[i + 1]; ++k) {
			const auto& match = m_a.matches[k];
			if (match.end > m_words.end()) continue;
			if (match.cls == EntryClass::anniversary && (m_feast_end == k_nowhere || match.end > m_feast_end))
				note_feast(match);
			if (match.cue() == Cue::event_day && i >= m_words.floor() &&
			    (m_near_end == k_nowhere || match.end > m_near_end))
				note_near_day(match);
		}
	}

	void note_feast(const lexicon::Match& match) {
		const auto& day = m_a.lexicon.anniversary(match.index);
		m_feast_end = match.end;
		if (day.year == 0 || m_jubilee_end == k_nowhere || match.begin < m_jubilee_end ||
		    match.begin - m_jubilee_end > 2)
			return;
		const auto year = day.year + m_jubilee;
		if (year <= k_last_year) m_out.counted_years.push_back(year);
	}

	void note_near_day(const lexicon::Match& match) {
		const auto last = word_at(m_a, match.end - 1);
		if (last != Word::now && last != Word::past) return;  // "cùng ngày" is not told from the day of publication
		m_near_begin = match.begin;
		m_near_end = match.end;
		auto k = match.end;
		if (m_words.is_mark(k, '(') || m_words.is_mark(k, ',')) ++k;
		if (m_words.at(k) == Word::day) ++k;
		if (m_words.point(k).has_day_and_month() || !m_published) return;
		RawDate raw;
		raw.mention.from = last == Word::now ? *m_published : day_before(*m_published);
		raw.mention.to = raw.mention.from;
		raw.mention.begin = match.begin;
		raw.mention.end = match.end;
		keep(raw);
	}

	/// Marks dates of history: in an anniversary ("78 năm Ngày … (22-12-1944/22-12-2022)"), of a feast ("Quốc khánh Lào
	/// 2/12").
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
		} else if (full && m_words.in_brackets(i) && m_jubilee_end != k_nowhere &&
		           i - m_jubilee_end <= k_jubilee_reach) {
			m.anniversary = true;
		} else if (full && m.from.year <= k_last_year_of_history && !m.period &&
		           m_words.before(m.begin) != Word::sign) {
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
	DateWords m_words;
	DateJoins m_joins;
	RawDates m_out;
	std::uint32_t m_sentence = 0;
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
