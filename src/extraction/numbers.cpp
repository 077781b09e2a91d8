#include "extraction/numbers.hpp"

#include "extraction/keywords.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;
using text::TokenKind;

class NumberFinder {
public:
	NumberFinder(const Annotated& a, const std::vector<bool>& taken) : m_a(a), m_taken(taken) {}

	std::vector<Number> find() {
		for (const auto& sentence : m_a.sentences) {
			m_begin = sentence.begin;
			m_end = sentence.end;
			m_name_end = k_nowhere;
			for (auto i = m_begin; i < m_end;) i = read(i);
		}
		return std::move(m_out);
	}

private:
	static constexpr std::uint32_t k_nowhere = ~0U;

	std::uint32_t read(std::uint32_t i) {
		const auto& token = m_a.tokens[i];
		if (token.kind == TokenKind::number) return is_taken(i) ? i + 1 : read_digits(i);
		// Most words begin no number.
		if (token.kind != TokenKind::word || !m_a.begins(i, class_bit(EntryClass::number))) return i + 1;
		return is_taken(i) ? i + 1 : read_words(i);
	}

	bool is_taken(std::uint32_t i) const { return i < m_taken.size() && m_taken[i]; }
	Word before(std::uint32_t i, std::uint32_t steps = 1) const {
		return i >= m_begin + steps ? word_at(m_a, i - steps) : Word::none;
	}
	Word at(std::uint32_t i) const { return i < m_end ? word_at(m_a, i) : Word::none; }
	bool is_mark(std::uint32_t i, char c) const { return i >= m_begin && i < m_end && m_a.tokens[i].is(c); }
	bool tight(std::uint32_t i) const { return i < m_end && !m_a.tokens[i].space_before; }
	bool is_number(std::uint32_t i) const { return i < m_end && m_a.tokens[i].kind == TokenKind::number; }

	/// Does something that is counted, multiplied or paid begin here?
	bool counted(std::uint32_t i) const {
		return i < m_end && (m_a.at(i, EntryClass::unit) != nullptr || m_a.at(i, EntryClass::multiplier) != nullptr ||
		                     m_a.at(i, EntryClass::currency) != nullptr);
	}

	// Digits.

	std::uint32_t read_digits(std::uint32_t i) {
		if (const auto next = skip_range(i); next != i) return next;
		if (is_name(i)) {
			m_name_end = i + 1;
			return i + 1;
		}
		const auto value = parse_digits(m_a.word(i));
		if (!value || is_no_count(i)) return i + 1;
		Number number;
		number.begin = i;
		number.end = i + 1;
		number.value = *value;
		multiply(number);
		return finish(number);
	}

	/// "2-3 lần": neither end is a figure that anybody stated.
	std::uint32_t skip_range(std::uint32_t i) {
		if (!is_mark(i + 1, '-') || !is_number(i + 2)) return i;
		if (m_name_end == i || names_what_follows(i)) m_name_end = i + 3;
		return i + 3;
	}

	/// "mốc 460", "Đại đội 213", "khóa 7": the number is a name.
	bool names_what_follows(std::uint32_t i) const {
		const auto before_that = before(i, 2);
		switch (before(i)) {
			case Word::marker:
			case Word::stake:
			case Word::article:
			case Word::clause:
			case Word::highway:
			case Word::km:
			case Word::picture:
			case Word::step:
			case Word::born:
			case Word::birth:
			case Word::ordinal:
			case Word::quarter:
			case Word::rank:
			case Word::month: return true;
			case Word::no: return before_that != Word::total && before_that != Word::in;
			case Word::squad:
			case Word::troop:
				if (!counted(i + 1)) return true;
				// "tặng Đại đội 15 kg giống rau": names of companies have three digits.
				if (before_that == Word::great) return m_a.word(i).size() == 3;
				return before_that == Word::small || before_that == Word::mid || before_that == Word::master ||
				       before_that == Word::brigade || before_that == Word::army_corps;
			case Word::region: return before_that == Word::people || !counted(i + 1);
			case Word::zone: return m_a.tokens[i - 1].capital || !counted(i + 1);
			case Word::border:
			case Word::guard: return !counted(i + 1) && is_unit_named(i);
			case Word::course: return !counted(i + 1);
			case Word::post:
			case Word::road:
			case Word::grade:
			case Word::group:
			case Word::kind:
			case Word::hamlet:
			case Word::village:
			case Word::batch:
			case Word::block: return !counted(i + 1) && !has_goods_behind(i);
			case Word::times: return !counted(i + 1);
			// "nhà cấp bốn sáu gian": the kind of the house.
			case Word::level: return (i >= 2 && m_a.word(i - 2) == "nhà") || (!counted(i + 1) && !has_goods_behind(i));
			default: return false;
		}
	}

	/// "Đại đội Biên phòng 211", "Tiểu đoàn Cảnh sát bảo vệ biên giới 103"
	bool is_unit_named(std::uint32_t i) const {
		for (std::uint32_t back = 2; back <= 7 && i >= m_begin + back; ++back) {
			if (m_a.tokens[i - back].kind != TokenKind::word) return false;
			const auto word = word_at(m_a, i - back);
			if (word == Word::squad || word == Word::troop || word == Word::post) return true;
		}
		return false;
	}

	/// "thôn Pâr Nghi 1", "xã A Lưới 4": the last word of the name of a village.
	bool is_village_named(std::uint32_t i) const {
		if (m_a.word(i).size() != 1 || counted(i + 1)) return false;
		for (std::uint32_t back = 1; back <= 5 && i >= m_begin + back; ++back) {
			switch (word_at(m_a, i - back)) {
				case Word::hamlet:
				case Word::village:
				case Word::commune:
				case Word::village2:
				case Word::quarter_of: return back > 1;
				default: break;
			}
			if (m_a.tokens[i - back].kind != TokenKind::word || !m_a.tokens[i - back].capital) return false;
		}
		return false;
	}

	/// A plain word behind the number, which may be what it counts.
	bool has_goods_behind(std::uint32_t i) const {
		return i + 1 < m_end && m_a.tokens[i + 1].kind == TokenKind::word && !m_a.tokens[i + 1].capital &&
		       !is_verb_or_link(i + 1);
	}

	/// A word that cannot be what a number counts: "bản Ka Túp 2 trở thành".
	bool is_verb_or_link(std::uint32_t i) const {
		switch (at(i)) {
			case Word::on:
			case Word::already:
			case Word::still:
			case Word::have:
			case Word::is:
			case Word::and_:
			case Word::with:
			case Word::to:
			case Word::until:
			case Word::by:
			case Word::of:
			case Word::at:
			case Word::stay:
			case Word::will:
			case Word::put_in:
			case Word::get:
			case Word::in:
			case Word::into:
			case Word::from:
			case Word::turn:
			case Word::next:
			case Word::dependent:
			case Word::welcome:
			case Word::send: return !counted(i);
			default: return false;
		}
	}

	bool is_name(std::uint32_t i) const {
		if (names_what_follows(i) || is_village_named(i)) return true;
		// "Đại đội 211, 212 và 213", "mốc 460 đến 462"
		if (i >= m_begin + 2 && m_name_end == i - 1 && !counted(i + 1) && !has_goods_behind(i)) {
			const auto link = before(i);
			if (link == Word::to || link == Word::until || link == Word::and_ || is_mark(i - 1, ',') ||
			    is_mark(i - 1, '/') || is_mark(i - 1, '-')) {
				return true;
			}
		}
		// "Covid-19"
		if (i >= m_begin + 2 && is_mark(i - 1, '-') && tight(i) && tight(i - 1) &&
		    m_a.tokens[i - 2].kind == TokenKind::word)
			return true;
		// "32-CT/TW", "30/2020/NĐ-CP"
		if (i + 2 < m_end && (is_mark(i + 1, '-') || is_mark(i + 1, '/')) && tight(i + 1) && tight(i + 2) &&
		    m_a.tokens[i + 2].all_capital && !counted(i + 2)) {
			return true;
		}
		if (i + 4 < m_end && is_mark(i + 1, '/') && is_number(i + 2) && is_mark(i + 3, '/') && tight(i + 3) &&
		    tight(i + 4) && m_a.tokens[i + 4].all_capital) {
			return true;
		}
		// "913L", "22kV", but "10kg" and "100.000đ"
		if (i + 1 < m_end && tight(i + 1) && m_a.tokens[i + 1].kind == TokenKind::word && !counted(i + 1)) return true;
		// "làng Mook Đen 1 (xã Ia Dom)", "bản Ka Túp 2 trở thành"
		if (i > m_begin && m_a.tokens[i - 1].kind == TokenKind::word && m_a.tokens[i - 1].capital &&
		    m_a.tokens[i].space_before && i + 1 <= m_end && i - 1 > m_begin && !behind_province(i)) {
			if (i + 1 == m_end) return true;
			const auto& next = m_a.tokens[i + 1];
			return next.kind == TokenKind::punctuation
			           ? !next.is('/') && !next.is('%') && !next.is('$')
			           : next.kind == TokenKind::word && !counted(i + 1) && is_verb_or_link(i + 1);
		}
		return false;
	}

	/// "(Hủa Phăn 50, Xiêng Khoảng 40)": provinces have no numbers in their names.
	bool behind_province(std::uint32_t i) const {
		for (std::uint32_t back = 1; back <= 4 && i >= m_begin + back; ++back) {
			const auto* province = m_a.at(i - back, EntryClass::province);
			if (province != nullptr && province->end == i) return true;
		}
		return false;
	}

	/// Digits that count nothing: shares, times of day, lengths of time, comparisons, numbers of a list.
	bool is_no_count(std::uint32_t i) const {
		const auto digits = m_a.word(i);
		if (digits.size() >= 9 && digits.front() == '0' && digits.find('.') == std::string_view::npos) return true;
		// "gấp 2,6 lần"; but "chuyển gấp 6 tấn gạo" is in haste.
		if ((before(i) == Word::fold && !counted(i + 1)) || is_mark(i + 1, '%') || is_time_of_day(i)) return true;
		// "2 nước", "2 bên", "2 Đảng"
		if (*parse_digits(digits) == 2) {
			const auto follows = at(i + 1);
			if (follows == Word::part || follows == Word::nation || follows == Word::province ||
			    follows == Word::the_party)
				return true;
			if (follows == Word::house && at(i + 2) == Word::nation) return true;
			if (follows == Word::people && at(i + 2) == Word::squad) return true;
		}
		if (i == m_begin && (is_mark(i + 1, '.') || is_mark(i + 1, ')') || is_mark(i + 1, '/')) && digits.size() <= 2)
			return true;
		// A bare year: counts of that size are written with a dot, or stand before what they count.
		if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
		    digits.find('.') == std::string_view::npos && digits.find(',') == std::string_view::npos &&
		    !counted(i + 1) && !has_goods_behind(i)) {
			return true;
		}
		return is_measure_of_time(i, i + 1);
	}

	/// "14:02"
	bool is_time_of_day(std::uint32_t i) const {
		return (is_mark(i + 1, ':') && tight(i + 1) && tight(i + 2) && is_number(i + 2)) ||
		       (i > m_begin && is_mark(i - 1, ':') && tight(i) && tight(i - 1) && i >= m_begin + 2 && is_number(i - 2));
	}

	/// "8 giờ", "5 năm", "12 phần trăm", "tăng 2 lần": tokens [i, next) are the number.
	bool is_measure_of_time(std::uint32_t i, std::uint32_t next) const {
		switch (at(next)) {
			case Word::hour:
			case Word::h:
			case Word::minute:
			case Word::second:
			case Word::age:
			case Word::week:
			case Word::month:
			case Word::year:
			case Word::decade:
			case Word::that_day: return true;
			case Word::day: return m_a.at(next, EntryClass::unit) == nullptr;
			case Word::per: return at(next + 1) == Word::hundred;
			case Word::times: return before(i) == Word::fold || before(i) == Word::rise || before(i) == Word::fall;
			default: return false;
		}
	}

	// Words.

	std::uint32_t read_words(std::uint32_t i) {
		std::uint32_t end = i;
		const auto value = parse_number_words(m_a, i, m_end, end);
		if (!value) return i + 1;
		if (is_fixed_phrase(i, end) || is_measure_of_time(i, end)) return end;
		Number number;
		number.begin = i;
		number.end = end;
		number.value = *value;
		number.in_words = true;
		return finish(number);
	}

	/// Words of number that count nothing where they stand: parts of names, "một số", "hai bên", "thứ ba".
	bool is_fixed_phrase(std::uint32_t i, std::uint32_t end) const {
		const auto& token = m_a.tokens[i];
		if (token.capital && i > m_begin && m_a.tokens[i - 1].kind == TokenKind::word) return true;
		// "các bản A Bưl, Ba Bình, A Ching": a name in a list.
		if (token.capital && end < m_end && m_a.tokens[end].capital && is_mark(i - 1, ',') && i > m_begin) return true;
		// "200 ba lô"; but "Đại đội 218 mười triệu đồng" are two.
		if (i > m_begin && is_number(i - 1) && !is_taken(i - 1) && m_name_end != i) return true;
		switch (before(i)) {
			case Word::ordinal:
			case Word::month:
			case Word::course:
			case Word::quarter:
			case Word::fold:
			case Word::marker: return true;
			case Word::times:
			case Word::grade: return !counted(end);
			case Word::level:  // "nhà cấp bốn"
				if (before(i, 2) == Word::house) return true;
				break;
			default: break;
		}
		if (end - i > 1) return false;
		const auto follows = at(end);
		switch (at(i)) {
			case Word::one:
				if (is_phrase_of_one(i, follows)) return true;
				break;
			case Word::year: return !is_five(i);
			case Word::three:
				if (follows == Word::lo || before(i) == Word::crossing) return true;
				break;
			case Word::ripe: return !counted(end);
			case Word::half: return !counted(end) || before(i) == Word::one;
			default: break;
		}
		return is_both(i, follows);
	}

	bool is_phrase_of_one(std::uint32_t i, Word follows) const {
		switch (follows) {
			case Word::no:
			case Word::in:
			case Word::manner:
			case Word::side:
			case Word::some:
			case Word::few:
			case Word::bit:
			case Word::when:
			case Word::series:
			case Word::heart:
			case Word::part:
			case Word::per:
			case Word::moment:
			case Word::measure:
			case Word::occasion:
			case Word::half: return true;
			case Word::times: return at(i + 2) == Word::again || is_every_time(i);
			default: return before(i) == Word::day || (before(i) == Word::year && !counted(i + 1));
		}
	}

	/// "mỗi quý giao ban một lần", "6 tháng một lần": how often, no count.
	bool is_every_time(std::uint32_t i) const {
		for (std::uint32_t back = 1; back <= 8 && i >= m_begin + back; ++back) {
			switch (word_at(m_a, i - back)) {
				case Word::each:
				case Word::yearly:
				case Word::yearly2:
				case Word::year:
				case Word::month:
				case Word::quarter: return true;
				default: break;
			}
		}
		return false;
	}

	/// "năm" is five before what is counted, and a year behind what counts or points at years.
	bool is_five(std::uint32_t i) const {
		if (!counted(i + 1) || m_a.tokens[i + 1].capital) return false;
		// "Năm đoàn kết, hữu nghị Việt Nam - Lào 2022".
		if (i + 2 < m_end && m_a.word(i + 1) == "đoàn" && m_a.word(i + 2) == "kết") return false;
		if (i > m_begin && is_number(i - 1)) return false;
		switch (before(i)) {
			case Word::in:
			case Word::each:
			case Word::yearly:
			case Word::yearly2:
			case Word::one:
			case Word::two:
			case Word::three:
			case Word::various:
			case Word::those:
			case Word::beginning:
			case Word::end:
			case Word::middle:
			case Word::several:
			case Word::many:
			case Word::turn:
			case Word::whole:
			case Word::every:
			case Word::sign:
			case Word::half:
			case Word::to: return false;
			default: break;
		}
		return m_a.at(i - (i > m_begin ? 1 : 0), EntryClass::number) == nullptr || i == m_begin;
	}

	/// "hai bên", "ba tỉnh", "hai nước": those we speak of, no count; save where a verb of sending makes it one.
	bool is_both(std::uint32_t i, Word follows) const {
		bool fixed = false;
		for (auto m = m_a.first_match[i]; m < m_a.first_match[i + 1]; ++m) {
			const auto cue = m_a.matches[m].cue();
			fixed = fixed || cue == Cue::both || cue == Cue::provinces || cue == Cue::states || cue == Cue::all_sides ||
			        cue == Cue::province_word || cue == Cue::district_word || cue == Cue::village_word;
		}
		if (fixed && follows == Word::troop) {
			const auto verb = before(i);
			return verb != Word::send && verb != Word::welcome && verb != Word::get && verb != Word::next &&
			       verb != Word::have;
		}
		return fixed || follows == Word::part || follows == Word::national_day;
	}

	// Both.

	/// "1 triệu 200 nghìn", "3.700 tỷ", "2 triệu rưỡi": multipliers and the figures below them.
	void multiply(Number& number) const {
		double last = multiply_once(number.value, number.end);
		while (last > 1) {
			if (at(number.end) == Word::half_more) {
				number.value += last / 2;
				++number.end;
				return;
			}
			if (!is_number(number.end) || is_taken(number.end) || !m_a.tokens[number.end].space_before) return;
			const auto more = parse_digits(m_a.word(number.end));
			auto end = number.end + 1;
			if (!more || *more >= 1000) return;
			double part = *more;
			const auto factor = multiply_once(part, end);
			if (factor <= 1 || factor >= last) return;
			number.value += part;
			number.end = end;
			last = factor;
		}
	}

	double multiply_once(double& value, std::uint32_t& end) const {
		double factor = 1;
		for (int steps = 0; steps < 3 && end < m_end; ++steps) {
			const auto* m = m_a.at(end, EntryClass::multiplier);
			// "86 Triệu Phong": the district, no million.
			if (m == nullptr || m->end > m_end || (m_a.tokens[end].capital && !m_a.tokens[end].all_capital)) break;
			factor *= m_a.lexicon.multiplier(m->index);
			end = m->end;
		}
		value *= factor;
		return factor;
	}

	std::uint32_t finish(Number& number) {
		read_currency(number);
		read_about(number);
		m_out.push_back(number);
		return number.end;
	}

	void read_currency(Number& number) const {
		const auto i = number.end;
		if (is_mark(i, '$')) {
			number.currency = "USD";
			number.end = i + 1;
			return;
		}
		const auto* m = i < m_end ? m_a.at(i, EntryClass::currency) : nullptr;
		if (m == nullptr || m->end > m_end) return;
		// "5 đồng chí", "5 đồng bào", and whatever longer phrase begins with the word
		if (at(i + 1) == Word::chi) return;
		for (auto k = m_a.first_match[i]; k < m_a.first_match[i + 1]; ++k) {
			if (m_a.matches[k].end > m->end) return;
		}
		number.currency = m_a.lexicon.currency(m->index);
		number.end = m->end;
		if (is_mark(number.end, '$') && tight(number.end)) ++number.end;
	}

	void read_about(Number& number) const {
		number.about_begin = number.begin;
		for (std::uint32_t back = 1; back <= 2 && number.begin >= m_begin + back; ++back) {
			const auto* m = m_a.at(number.begin - back, EntryClass::approximate);
			if (m == nullptr || m->end != number.begin) continue;
			// "Xiêng Khoảng 12 dự án": the end of a name.
			if (m_a.tokens[m->begin].capital && m->begin > m_begin && m_a.tokens[m->begin - 1].capital) continue;
			number.about = m_a.lexicon.approximate(m->index);
			number.about_begin = m->begin;
		}
	}

	const Annotated& m_a;
	const std::vector<bool>& m_taken;
	std::vector<Number> m_out;
	std::uint32_t m_begin = 0;  ///< of the sentence
	std::uint32_t m_end = 0;
	std::uint32_t m_name_end = k_nowhere;  ///< behind the last number that was a name
};

}  // namespace

std::vector<Number> find_numbers(const Annotated& a, const std::vector<bool>& taken) {
	return NumberFinder(a, taken).find();
}

}  // namespace bienban::extraction
