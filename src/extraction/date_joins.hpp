#pragma once

#include "extraction/date_words.hpp"

/// How dates go on: what joins months and years to those behind them, and what stands around them. Looks only.
namespace bienban::extraction {

/// Members of a list of days, months or years that are looked at: more would be an attack on the reader's time.
inline constexpr int k_longest_list = 12;

/// Makes the mention a period that ends with that year.
inline void extend_to(DateMention& m, int year) {
	m.to = {year, 0, 0};
	m.period = true;
}

class DateJoins {
public:
	/// Both must outlive it.
	DateJoins(const Annotated& a, const DateWords& words) : m_a(a), m_words(words) {}

	/// "tháng 10, 11 và 12/2022": the last of the list has the year.
	std::uint32_t list_months(DateMention& m, std::uint32_t end) const;
	/// "đến tháng 6 năm 2018", "đến năm 2021", "và tháng 8/2020" behind a month.
	std::uint32_t join_month(DateMention& m, std::uint32_t end, const Lead& lead) const;
	/// "đến năm 2021", ", 2022 và 2023", "đến tháng 6/2021" behind a year.
	std::uint32_t join_year(DateMention& m, std::uint32_t end) const;
	/// "2019-2020/QĐ": the years of a paper's number.
	bool is_part_of_paper(std::uint32_t i) const;
	/// "Thỏa thuận 2018", "Chương trình 2022".
	bool is_of_paper(std::uint32_t i) const;
	/// A year behind "Tết Bính Ngọ", "lần thứ nhất", "mùa khô".
	bool is_festive(std::uint32_t i) const;
	/// "3 năm qua (2018-2021)", "5 năm (2003-2007)": the brackets and the length before them belong to it.
	void take_brackets(DateMention& m, std::uint32_t i) const;
	/// 1 to 4, in digits or Roman letters; 0 where none stands at token i.
	int quarter_at(std::uint32_t i) const;

private:
	const Annotated& m_a;
	const DateWords& m_words;
};

}  // namespace bienban::extraction
