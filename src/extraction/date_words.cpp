#include "extraction/date_words.hpp"

#include <algorithm>
#include <array>

#include "extraction/calendar.hpp"
#include "extraction/numbers.hpp"

namespace bienban::extraction {
namespace {

using lexicon::EntryClass;
using text::TokenKind;

/// "trong hai ngày 10 và 11/4", "5 năm 2016-2020": longer stretches are not told by the number of their parts.
constexpr int k_most_counted = 10;

}  // namespace

int DateWords::small(std::uint32_t i) const {
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
bool DateWords::is_year(std::uint32_t i) const {
	const auto value = small(i);
	return value >= k_first_year && value <= k_last_year && m_a.word(i).size() == 4;
}
bool DateWords::is_month(std::uint32_t i) const {
	const auto value = small(i);
	return value >= 1 && value <= 12 && m_a.word(i).size() <= 2;
}

int DateWords::month_at(std::uint32_t i, std::uint32_t& end) const {
	if (is_month(i)) {
		end = i + 1;
		return small(i);
	}
	if (i >= m_end || m_a.tokens[i].kind != TokenKind::word) return 0;
	const auto word = m_a.word(i);
	int month = 0;
	if (word == "Giêng" || word == "giêng") month = 1;
	if (word == "Tư" || word == "tư") month = 4;
	if (word == "Chạp" || word == "chạp") month = 12;
	if (word == "năm") return 0;  // "9 tháng năm 2021": the year
	end = i + 1;
	if (month == 0) {
		if (m_a.at(i, EntryClass::number) == nullptr) return 0;
		// "tháng Năm năm 2019", "tháng Hai hai bên": one word, save of eleven and twelve.
		const auto limit = word == "Mười" || word == "mười" ? std::min(i + 2, m_end) : i + 1;
		const auto value = parse_number_words(m_a, i, limit, end);
		if (!value || *value < 1 || *value > 12 || *value != static_cast<int>(*value)) return 0;
		month = static_cast<int>(*value);
	}
	if (m_a.tokens[i].capital || (i >= 2 && is_number(i - 2) && small(i - 2) >= 1 && small(i - 2) <= 31)) return month;
	YearMonthDay date;
	return with_year(end, date) > end ? month : 0;
}

int DateWords::number_before(std::uint32_t i, std::uint32_t& begin) const {
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

Point DateWords::point(std::uint32_t i) const {
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
	std::uint32_t behind = i;
	if (const int month = at(i + 1) == Word::month ? month_at(i + 2, behind) : 0; month != 0) {
		YearMonthDay date{0, month, value};
		if (!is_day(date.day, date.month)) return {};
		const auto end = with_year(behind, date);
		return {date.year == 0 ? Form::day_month : Form::full, date, end, false};
	}
	// "12 - 3 - 2019"
	for (const char mark : {'/', '-'}) {
		if (is_mark(i + 1, mark) && is_month(i + 2) && is_mark(i + 3, mark) && is_year(i + 4) &&
		    is_day(value, small(i + 2)))
			return {Form::full, {small(i + 4), small(i + 2), value}, i + 5, false};
	}
	return {Form::day, {0, 0, value}, i + 1, false};
}

/// "năm 2018", "/2018", "-2018", ", năm 2018" behind a day and month.
std::uint32_t DateWords::with_year(std::uint32_t i, YearMonthDay& date) const {
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

/// "9.8", "9.8.2012", "tháng 8.2012"
Point DateWords::dotted_point(std::uint32_t i, std::string_view digits) const {
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
	// "tháng 8.2012": four digits behind the dot are no thousands.
	if (n == 1 && size[1] == 4 && i > 0 && at(i - 1) == Word::month && part[0] >= 1 && part[0] <= 12 &&
	    part[1] >= k_first_year && part[1] <= k_last_year)
		return {Form::month_year, {part[1], part[0], 0}, i + 1, false};
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
Point DateWords::marked_point(std::uint32_t i, int first, char mark) const {
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
	// "ngày 12/03/19"
	if (mark == '/' && third_mark('/') && before(i) == Word::day && is_number(i + 4) && m_a.word(i + 4).size() == 2 &&
	    small(i + 4) >= 0 && !tight_mark(i + 5, '/')) {
		date.year = 2000 + small(i + 4);
		return {Form::full, date, i + 5, false};
	}
	// "28/11-1/12" is two days, "1/2/3" is none.
	if (third_mark(mark) && is_number(i + 4)) return {};
	const auto end = with_year(i + 3, date);
	return {date.year == 0 ? Form::day_month : Form::full, date, end, false};
}

Lead DateWords::lead_of(std::uint32_t i) const {
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
	lead.unit_begin = k;
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
void DateWords::take_count(Lead& lead, std::uint32_t& k) const {
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
		lead.many = lead.counted = true;
		k = begin;
	}
}

/// Words that make the number behind them the name of something.
bool DateWords::names(std::uint32_t i) const {
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

DateLink DateWords::link_at(std::uint32_t i) const {
	DateLink link;
	auto k = i;
	if (at(k) == Word::cho) ++k;
	const auto word = at(k);
	if (word == Word::to || word == Word::until) {
		link.kind = DateLink::Kind::range;
	} else if (k != i) {
		return {};
	} else if (is_mark(k, '-')) {
		link.kind = DateLink::Kind::range;
	} else if (word == Word::and_ || is_mark(k, '&')) {
		link.kind = DateLink::Kind::list;
	} else if (is_mark(k, ',')) {
		link.kind = DateLink::Kind::list;
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

std::uint32_t DateWords::behind_now(std::uint32_t i) const {
	auto k = i;
	if (is_mark(k, ',') || is_mark(k, ')')) ++k;
	if (at(k) == Word::run_up) ++k;
	if (at(k) == Word::cho) ++k;
	if ((at(k) == Word::to || at(k) == Word::until || is_mark(k, '-')) && at(k + 1) == Word::now) return k + 2;
	if (at(i) == Word::on && at(i + 1) == Word::back && at(i + 2) == Word::here) return i + 3;
	return i;
}

std::uint32_t DateWords::behind_onward(std::uint32_t i) const {
	if (at(i) == Word::on && at(i + 1) == Word::go) return i + 2;
	if (at(i) == Word::on && at(i + 1) == Word::about && at(i + 2) == Word::after) return i + 3;
	if (at(i) == Word::and_ && (at(i + 1) == Word::those || at(i + 1) == Word::various) && at(i + 2) == Word::year) {
		if (at(i + 3) == Word::next && at(i + 4) == Word::following) return i + 5;
		if (at(i + 3) == Word::after || at(i + 3) == Word::until) return i + 4;
	}
	return i;
}

}  // namespace bienban::extraction
