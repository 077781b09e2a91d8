#include "extraction/date_joins.hpp"

#include "extraction/calendar.hpp"
#include "extraction/numbers.hpp"

namespace bienban::extraction {

using lexicon::EntryClass;
using text::TokenKind;

std::uint32_t DateJoins::list_months(DateMention& m, std::uint32_t end) const {
	int last = m.from.month;
	auto k = end;
	for (int steps = 0; steps < k_longest_list; ++steps) {
		const auto link = m_words.link_at(k);
		if (link.kind != DateLink::Kind::list || (link.unit != Unit::none && link.unit != Unit::month)) break;
		if (!m_words.is_month(link.next) || m_words.small(link.next) <= last) break;
		last = m_words.small(link.next);
		YearMonthDay to{0, last, 0};
		k = m_words.with_year(link.next + 1, to);
		if (to.year == 0) continue;
		m.to = to;
		m.from.year = to.year;
		m.period = true;
		return k;
	}
	return end;
}

std::uint32_t DateJoins::join_month(DateMention& m, std::uint32_t end, const Lead& lead) const {
	const auto link = m_words.link_at(end);
	if (link.kind == DateLink::Kind::none) return end;
	const auto q = m_words.point(link.next);
	YearMonthDay to;
	auto behind = link.next + 1;
	if (q.form == Form::month_year && link.unit != Unit::year && link.unit != Unit::day) {
		to = q.date;
		behind = q.end;
	} else if (const int month = link.unit == Unit::month ? m_words.month_at(link.next, behind) : 0; month != 0) {
		to = {0, month, 0};
		behind = m_words.with_year(behind, to);
	} else if (link.kind == DateLink::Kind::range && q.form == Form::year && (link.unit == Unit::year || lead.from)) {
		to = q.date;
	} else if (link.kind == DateLink::Kind::range && q.has_day_and_month() && !q.dotted) {
		to = q.date;
		behind = q.end;
	} else {
		return end;
	}
	if (link.kind == DateLink::Kind::list) {
		// Two months side by side are one stretch; others stand for themselves.
		const bool next = to.month == m.from.month + 1 && (m.from.year == 0 || m.from.year == to.year);
		if (!next) return end;
	}
	m.to = to;
	m.period = true;
	if (m.from.year == 0 && to.year != 0)
		m.from.year = to.month != 0 && to.month < m.from.month ? to.year - 1 : to.year;
	return behind;
}

std::uint32_t DateJoins::join_year(DateMention& m, std::uint32_t end) const {
	for (int steps = 0; steps < k_longest_list; ++steps) {
		const auto link = m_words.link_at(end);
		if (link.kind == DateLink::Kind::none) break;
		const auto q = m_words.point(link.next);
		if (link.kind == DateLink::Kind::range) {
			if (m_words.is_mark(end, '-') && link.unit == Unit::none) break;
			if (q.form == Form::year && q.date.year > m.from.year) {
				extend_to(m, q.date.year);
				end = q.end;
			} else if (q.form == Form::month_year || q.form == Form::full) {
				m.to = q.date;
				m.period = true;
				end = q.end;
			}
			break;
		}
		// Years side by side are one stretch: "các năm 2021, 2022 và 2023". A year that something counted follows
		// is a count.
		if (q.form != Form::year || q.date.year != m.to.year + 1 || m_a.at(q.end, EntryClass::unit) != nullptr) break;
		// "ký năm 2016, năm 2017 hai bên đã": two years, each with a clause of its own.
		if (link.comma && link.unit == Unit::year) break;
		extend_to(m, q.date.year);
		end = q.end;
	}
	return end;
}

bool DateJoins::is_part_of_paper(std::uint32_t i) const {
	return m_words.tight_mark(i, '/') && i + 1 < m_words.end() && m_a.tokens[i + 1].kind == TokenKind::word &&
	       m_words.tight(i + 1);
}

bool DateJoins::is_of_paper(std::uint32_t i) const {
	for (std::uint32_t back = 1; back <= 6 && i >= m_words.floor() + back; ++back) {
		const auto* paper = m_a.at(i - back, EntryClass::instrument);
		if (paper != nullptr && paper->end == i) return true;
	}
	return false;
}

bool DateJoins::is_festive(std::uint32_t i) const {
	for (std::uint32_t back = 1; back <= 4 && i >= m_words.floor() + back; ++back) {
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

void DateJoins::take_brackets(DateMention& m, std::uint32_t i) const {
	if (m.begin != i || !m.period || !m_words.in_brackets(i) || !m_words.is_mark(m.end, ')')) return;
	auto k = i - 1;
	if (m_words.before(k) == Word::past) --k;
	if (m_words.before(k) != Word::year) return;
	std::uint32_t begin = k;
	if (m_words.number_before(k - 1, begin) < 1) return;
	m.begin = begin;
	if (m_words.before(begin) == Word::in) --m.begin;
	++m.end;
}

int DateJoins::quarter_at(std::uint32_t i) const {
	if (i >= m_words.end()) return 0;
	if (m_words.is_number(i)) {
		const auto value = m_words.small(i);
		return value >= 1 && value <= 4 ? value : 0;
	}
	if (m_a.tokens[i].kind != TokenKind::word || !m_a.tokens[i].capital) return 0;
	const auto roman = parse_roman(m_a.word(i));
	return roman && *roman <= 4 ? *roman : 0;
}

}  // namespace bienban::extraction
