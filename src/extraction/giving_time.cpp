#include "extraction/giving_time.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "extraction/occasions.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;

/// The day of a signing or the term of a paper is not when goods are given.
bool GivingTime::dates_a_paper(const DateMention& date, std::uint32_t begin) const {
	for (std::uint32_t back = 1; back <= 9 && date.begin >= begin + back; ++back) {
		const auto t = date.begin - back;
		if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';')) return false;
		if (m_a.word(t) == "ký" || m_a.at(t, lexicon::EntryClass::instrument) != nullptr) return true;
	}
	return false;
}

/// "Sau sự cố vỡ đập tháng 7/2018, tỉnh A hỗ trợ …": what happened before the giving.
bool GivingTime::only_after(const DateMention& date, std::uint32_t begin) const {
	if (date.from.day != 0) return false;
	for (auto t = date.begin; t > begin && date.begin - t < 16; --t) {
		if (m_a.tokens[t - 1].is(',') || m_a.tokens[t - 1].is(';')) return false;
		const auto word = m_a.word(t - 1);
		if (word == "Sau" || word == "sau")
			return t - 1 == begin || m_a.tokens[t - 2].kind == text::TokenKind::punctuation;
	}
	return false;
}

/// "cảm ơn", "cho biết", "ghi nhận": is what follows told on that day, and no deed of it?
bool GivingTime::tells_of(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin + 1; t < end; ++t) {
		const auto first = m_a.word(t - 1);
		const auto word = m_a.word(t);
		if ((first == "cảm" && word == "ơn") || (first == "cho" && (word == "biết" || word == "hay")) ||
		    (first == "ghi" && word == "nhận"))
			return true;
	}
	return false;
}

const DateMention* GivingTime::own_date(std::uint32_t at, std::uint32_t s) const {
	const auto& sentence = m_c.sentence(s);
	const auto [begin, end] = m_c.clause_of(at);
	const DateMention* best = nullptr;
	for (const auto& d : m_c.dates_in(begin, end)) {
		if (!d.anniversary && !dates_a_paper(d, begin) && !only_after(d, begin) && (best == nullptr || d.begin < at))
			best = &d;
	}
	if (best != nullptr) {
		// "Phát biểu hôm 9/10/2016, ông A cảm ơn tỉnh B đã giúp 30 bộ máy tính trong năm 2015".
		const auto& last = m_c.dates_in(begin, end).back();
		if (best->from.day != 0 && best->begin < at && last.begin > at && last.from.day == 0 && !last.anniversary &&
		    !last.term && (m_a.word(last.begin - 1) == "trong" || m_a.word(last.begin) == "trong") &&
		    tells_of(best->end, at))
			return &last;
		return best;
	}
	// "Giai đoạn 2016-2020, tỉnh đã …; xây tặng …": what stands at the head of the sentence holds for all of it.
	const DateMention* head = nullptr;
	for (const auto& d : m_c.dates_in(sentence.begin, std::min(at, sentence.begin + 30))) {
		bool cut = false;
		for (auto t = sentence.begin; t < d.begin; ++t) cut = cut || m_a.tokens[t].is(';');
		if (cut || d.anniversary || dates_a_paper(d, sentence.begin)) continue;
		if (head == nullptr) {
			head = &d;
		} else if (head->from.day == 0 && !head->period && d.from.day != 0 && d.from.year == head->from.year) {
			// "Dịp Tết 2023, ngày 15/1, …": the day says it more closely.
			return &d;
		}
	}
	return head;
}

/// "Cũng trong 5 năm đó", "Cùng năm", "Cùng thời gian này": the time named last.
std::optional<std::string> GivingTime::same_time(std::uint32_t at) const {
	const auto begin = m_c.clause_of(at).first;
	bool same = false;
	for (auto t = begin; t + 1 < at && t < begin + 4; ++t) {
		static constexpr base::FirstBytes k_first("cCtT");
		if (!k_first.begin(m_a.word(t))) continue;
		const auto word = m_a.small(t);
		if (word != "cũng" && word != "cùng" && word != "trong") continue;
		for (auto u = t + 1; u < t + 6 && u < at; ++u) {
			const auto time = m_a.word(u);
			if (time == "năm" || time == "gian" || time == "quãng" || time == "đợt" || time == "mùa" || time == "tháng")
				same = true;
		}
	}
	if (!same) return std::nullopt;
	const auto dates = m_c.dates_in(0, begin);
	for (auto i = dates.size(); i-- > 0;) {
		const auto& d = dates[i];
		if (d.anniversary || (d.from.day != 0 && !d.period) || dates_a_paper(d, m_c.clause_of(d.begin).first)) continue;
		return d.edtf;
	}
	return m_c.zone_period(at);
}

/// The day of the part of the event that the text tells of here: the last single day named before, near the event's
/// own.
std::optional<std::string> GivingTime::event_day(std::uint32_t at) const {
	const auto& event = m_c.event_date();
	if (!event) {
		const auto [begin, end] = m_c.clause_of(at);
		const auto* day = m_c.day_at(begin, end);
		return day != nullptr && day->from.day != 0 ? std::optional(day->edtf) : std::nullopt;
	}
	const auto dates = m_c.dates_in(0, at);
	for (auto i = dates.size(); i-- > 0;) {
		const auto& d = dates[i];
		if (d.anniversary || d.term || d.period || d.from.day == 0 || d.edtf.size() < 10) continue;
		if (d.edtf.substr(0, 7) != event->substr(0, 7) || dates_a_paper(d, m_c.clause_of(d.begin).first)) continue;
		if (bounds_a_stay(d)) continue;
		return d.edtf;
	}
	return event;
}

/// "sang Hòa Bình từ ngày 12-12, ở lại đến 16-12", "lớp kéo dài tới ngày 15/11": a day on which a stay begins or ends.
bool GivingTime::bounds_a_stay(const DateMention& date) const {
	const auto first = m_a.small(date.begin);
	if (first == "từ" || first == "đến" || first == "tới") return true;
	for (std::uint32_t back = 1; back <= 2 && date.begin > back; ++back) {
		const auto word = m_a.word(date.begin - back);
		if (word == "từ" || word == "tới" || word == "hết" || (word == "đến" && back == 1)) return true;
		if (word != "ngày" && word != "hôm") break;
	}
	return ends_a_stay(m_a, date);
}

/// "Từ năm 2008, Đoàn A cử 2 tổ sang giúp bản B. Đoàn còn cấp 30 con dê": what opens the paragraph goes on where the
/// sentences behind it name no time.
std::optional<std::string> GivingTime::heading_period(std::uint32_t s) const {
	const auto block = m_c.sentence(s).block;
	const auto first = m_a.word(m_c.sentence(s).begin);
	if (first == "Dịp" || first == "Nhân" || first == "Trong") return std::nullopt;
	for (auto i = s; i-- > 0 && s - i <= 3;) {
		const auto& sentence = m_c.sentence(i);
		if (sentence.block != block) break;
		const auto& dates = m_c.dates_in(sentence.begin, sentence.end);
		if (dates.empty()) continue;
		const auto& d = dates.front();
		// "Năm 2021, kim ngạch đạt …, tăng 33% so với năm 2020. A viện trợ B 500.000 USD": the year of the paragraph.
		const bool opens = i == 0 || m_c.sentence(i - 1).block != block;
		const bool year = opens && !d.period && d.from.month == 0 &&
		                  std::all_of(dates.begin(), dates.end(), [](const auto& x) { return x.from.day == 0; });
		const bool heads = d.begin <= sentence.begin + 1 && (year || dates.size() == 1);
		if (!heads || d.anniversary || d.from.day != 0 || (!d.period && !d.until_now && !year)) return std::nullopt;
		return d.edtf;
	}
	return std::nullopt;
}

/// "Dịp này, A đã trao …", "Nhân dịp này", "Tại buổi lễ": at what the text reports, whatever stands between.
bool GivingTime::at_the_event(std::uint32_t s) const {
	const auto begin = m_c.sentence(s).begin;
	const auto first = m_a.word(begin);
	const auto second = begin + 1 < m_c.sentence(s).end ? m_a.word(begin + 1) : text::Word{};
	const auto third = begin + 2 < m_c.sentence(s).end ? m_a.word(begin + 2) : text::Word{};
	return (first == "Dịp" && second == "này") || (first == "Nhân" && second == "dịp" && third == "này") ||
	       (first == "Tại" && (second == "buổi" || second == "lễ"));
}

std::optional<std::string> GivingTime::of(std::uint32_t at, std::uint32_t s, Mode mode) const {
	if (const auto* own = own_date(at, s)) {
		if (mode != Mode::future || own->from.day == 0 || own->begin > at) return own->edtf;
	}
	if (auto same = same_time(at)) return same;
	if (mode == Mode::future) {
		const auto* section = m_c.section_at(at);
		return section != nullptr ? section->period : std::nullopt;
	}
	if (at_the_event(s)) return event_day(at);
	if (auto since = heading_period(s)) return since;
	if (mode == Mode::past) {
		if (auto zone = m_c.zone_period(at)) return zone;
		// "Chúc mừng các học viên, A tặng B …": told of the event among looks back.
		const auto begin = m_c.sentence(s).begin;
		if (m_c.has_cue(begin, at, Cue::done) || m_c.has_cue(begin, at, Cue::review) ||
		    m_c.has_cue(begin, at, Cue::assess))
			return std::nullopt;
	}
	return event_day(at);
}

}  // namespace bienban::extraction
