#pragma once

#include <cstdint>
#include <string_view>

#include "extraction/dates.hpp"
#include "extraction/keywords.hpp"

/// The parts of a written date: what stands at a number, before it and behind it. Looks only, within one sentence.
namespace bienban::extraction {

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
	std::uint32_t begin = 0;       ///< the first word that belongs to the date
	std::uint32_t unit_begin = 0;  ///< the same without a number before it
	bool counted = false;          ///< a number stands before the unit: "hai ngày"
	bool from = false;             ///< "từ"
	bool from_now = false;         ///< "từ nay đến"
	bool many = false;             ///< "hai ngày", "các năm"
	bool term = false;             ///< "giai đoạn", "nhiệm kỳ"
	bool decade = false;           ///< "thập niên", "những năm"
};

/// "đến", "-" (a range) or "và", "," (a list) behind a date, and what follows it.
struct DateLink {
	enum class Kind : std::uint8_t { none, range, list } kind = Kind::none;
	std::uint32_t next = 0;  ///< the token behind it and behind the words "ngày", "tháng", "năm"
	Unit unit = Unit::none;  ///< the last of these words
	bool comma = false;
};

class DateWords {
public:
	explicit DateWords(const Annotated& a) : m_a(a) {}

	/// Tokens [begin, end) are the sentence; tokens before `floor` belong to dates that were read.
	void enter(std::uint32_t begin, std::uint32_t end) {
		m_begin = m_floor = begin;
		m_end = end;
	}
	void set_floor(std::uint32_t floor) { m_floor = floor; }
	std::uint32_t begin() const { return m_begin; }
	std::uint32_t end() const { return m_end; }
	std::uint32_t floor() const { return m_floor; }

	Word at(std::uint32_t i) const { return i < m_end ? word_at(m_a, i) : Word::none; }
	/// The word before a token that no earlier date holds.
	Word before(std::uint32_t i, std::uint32_t steps = 1) const {
		return i >= m_floor + steps ? word_at(m_a, i - steps) : Word::none;
	}
	bool is_mark(std::uint32_t i, char c) const { return i >= m_begin && i < m_end && m_a.tokens[i].is(c); }
	bool is_number(std::uint32_t i) const {
		return i >= m_begin && i < m_end && m_a.tokens[i].kind == text::TokenKind::number;
	}
	/// No space before the token.
	bool tight(std::uint32_t i) const { return i < m_end && !m_a.tokens[i].space_before; }
	bool tight_mark(std::uint32_t i, char c) const { return is_mark(i, c) && tight(i); }
	bool in_brackets(std::uint32_t i) const { return i > m_floor && is_mark(i - 1, '('); }

	/// The value of up to four plain digits, -1 for anything else.
	int small(std::uint32_t i) const;
	bool is_year(std::uint32_t i) const;
	bool is_month(std::uint32_t i) const;
	/// The month at token i, in digits or as a word ("tháng Ba", "tháng Giêng", "tháng mười hai năm 2019"), and the
	/// token behind it; 0 where none stands there. A word without a capital is a month only with its year or behind a
	/// day: "mỗi tháng ba lần". Token i - 1 must be "tháng".
	int month_at(std::uint32_t i, std::uint32_t& end) const;

	/// The number, in digits or letters, that ends before token i, -1 where none does; `begin` is set to its first
	/// token.
	int number_before(std::uint32_t i, std::uint32_t& begin) const;

	/// The date, or part of one, that begins with the number i.
	Point point(std::uint32_t i) const;

	/// "năm 2018", "/2018", "-2018" at token i: sets the year of `date` and gives the token behind it; i where none
	/// stands there.
	std::uint32_t with_year(std::uint32_t i, YearMonthDay& date) const;

	/// The words before the number i that belong to its date.
	Lead lead_of(std::uint32_t i) const;

	/// Does a word before the number make it the name of something: "mốc 460", "số 5"?
	bool names(std::uint32_t i) const;

	/// What joins a date that ends at token i to another.
	DateLink link_at(std::uint32_t i) const;

	/// "đến nay", "tới nay", "cho đến nay", "- nay": the token behind it, or i where it does not stand there.
	std::uint32_t behind_now(std::uint32_t i) const;

	/// "trở đi", "trở về sau", "và những năm tiếp theo": the token behind it, or i.
	std::uint32_t behind_onward(std::uint32_t i) const;

private:
	Point dotted_point(std::uint32_t i, std::string_view digits) const;
	Point marked_point(std::uint32_t i, int first, char mark) const;
	void take_count(Lead& lead, std::uint32_t& k) const;

	const Annotated& m_a;
	std::uint32_t m_begin = 0;
	std::uint32_t m_end = 0;
	std::uint32_t m_floor = 0;
};

}  // namespace bienban::extraction
