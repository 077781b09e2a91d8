#include "extraction/dates.hpp"

#include <algorithm>

#include "extraction/calendar.hpp"
#include "extraction/keywords.hpp"
#include "extraction/raw_dates.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

/// A date of the text may lie this many days after publication (an invitation, a plan); one that would lie further is
/// of the year before.
constexpr int k_days_ahead = 31;

/// Where only the text tells a day ("được khởi công ngày 6/3/2020 …; sáng 8/5 bàn giao"), it may go on for longer.
constexpr int k_days_ahead_of_text = 120;

/// The first sentences of a report tell the event: a full date in them is the document's own.
constexpr std::uint32_t k_opening_sentences = 4;

/// A word that steers a year stands at most this many words before it.
constexpr std::uint32_t k_cue_reach = 60;

/// From this month on, a paper or plan "năm 2022" may be signed in 2021; before it, hardly.
constexpr int k_month_of_next_year = 10;

/// Up to this month "năm qua" is the year before.
constexpr int k_month_of_last_year = 2;

/// Finds the year that dates without one take, in a document that does not state its day of publication.
class YearFinder {
public:
	YearFinder(const Annotated& a, const RawDates& raw) : m_a(a), m_raw(raw) {}

	/// The year, 0 where it cannot be known; `day` is set where it comes from the day of the event.
	int find(std::optional<YearMonthDay>& day) {
		for (const auto& date : m_raw.dates) look_at(date);
		// Only the newest paper is the text's own; a treaty of old is made somewhere too.
		if (!m_event && m_made && m_made->year >= m_sure) m_event = m_made;
		if (m_event) {
			day = m_event;
			return m_event->year;
		}
		// A feast kept in two years ("… 22-12-2022 và … 20-1-2023") is spoken of before it comes.
		if (!m_raw.counted_years.empty()) {
			m_sure = std::max(m_sure, *std::min_element(m_raw.counted_years.begin(), m_raw.counted_years.end()));
		}
		// "Trong nhiệm kỳ 2016 - 2020 …. Bước sang giai đoạn 2021 - 2025, …": written as the one gives way to the
		// other.
		for (const int end : m_ends) {
			if (std::find(m_begins.begin(), m_begins.end(), end + 1) != m_begins.end()) m_sure = std::max(m_sure, end);
		}
		// "Từ ngày 3/3/2015 … Lớp bế giảng hôm 10/3": nothing else tells.
		if (m_sure == 0 && m_likely == 0) return m_began;
		if (m_likely <= m_sure) return m_sure;
		// Only papers and plans name a later year: that year or the one before it, as the month of the event tells.
		if (m_month == 0) return m_sure;
		return m_month < k_month_of_next_year ? m_likely : std::max(m_sure, m_likely - 1);
	}

private:
	void look_at(const RawDate& raw) {
		const auto& m = raw.mention;
		if (m.anniversary || raw.decade || raw.years_back > 0 || is_horizon(m)) return;
		if (m.from.year == 0) {
			if (m.from.day != 0 && m_month == 0) m_month = m.to.month;
			return;
		}
		if (m.from.day != 0) return look_at_day(raw);
		// What only began or was signed then says nothing of the year of the text.
		if (raw.from_now || m.until_now || m.open_end || (raw.from && !m.period) || is_signed_before(m) ||
		    is_of_treaty(m))
			return;
		if (m.period) {
			if (m.to.year > m.from.year + 1 && m.from.month == 0) {
				m_ends.push_back(m.to.year);
				if (is_ahead(raw)) m_begins.push_back(m.from.year);
			}
			// The years of a paper or plan: it is signed at their beginning. Other stretches are over, unless they lie
			// ahead.
			if (is_ahead(raw)) return likely(m.from.year);
			if (m.term && is_reviewed(m)) return at_least(m.to.year);
			if (m.term || is_of_paper(m)) return likely(m.from.year);
			// A school year or a dry season ends after the text.
			return at_least(m.to.year == m.from.year + 1 ? m.from.year : m.to.year);
		}
		if (is_of_paper(m) || is_ahead(raw)) return likely(m.from.year);
		at_least(m.from.year);
	}

	void look_at_day(const RawDate& raw) {
		const auto& m = raw.mention;
		// "Bản ghi nhớ được ký tại Pạc Xan, ngày 18 tháng 12 năm 2025": a paper tells at its end when it was made.
		if (!m.period && m.to.year != 0 && made_there(m)) m_made = m.to;
		if (is_signed_before(m) || is_of_paper(m) || m.until_now) return;
		if (raw.from && !m.period) {
			m_began = std::max(m_began, m.from.year);
			return;
		}
		if (!m_event && raw.sentence < k_opening_sentences) {
			m_event = m.to;
			return;
		}
		at_least(m.to.year != 0 ? m.to.year : m.from.year);
	}

	void at_least(int year) { m_sure = std::max(m_sure, year); }
	void likely(int year) { m_likely = std::max(m_likely, year); }

	Word before(std::uint32_t i, std::uint32_t steps) const {
		return i >= steps ? word_at(m_a, i - steps) : Word::none;
	}

	/// "(được) ký tại thành phố Vinh ngày …", "làm tại …", "lập tại …".
	bool made_there(const DateMention& m) const {
		const auto begin = sentence_begin(m.begin);
		for (std::uint32_t back = 2; back <= 12 && m.begin >= begin + back; ++back) {
			const auto t = m.begin - back;
			const auto word = m_a.word(t);
			if (m_a.word(t + 1) == "tại" && (word == "ký" || word == "làm" || word == "lập"))
				return m_a.find(begin, t, EntryClass::instrument) != nullptr;
		}
		return false;
	}

	/// "ký ngày 15/12/2016"; "đặt bút ký chiều 14/6/2024" is the news itself.
	bool is_signed_before(const DateMention& m) const {
		switch (word_at(m_a, m.begin)) {
			case Word::morning:
			case Word::afternoon:
			case Word::evening:
			case Word::noon: return false;
			default: break;
		}
		for (std::uint32_t back = 1; back <= 3; ++back) {
			if (before(m.begin, back) == Word::sign) return true;
		}
		return false;
	}

	/// "biên bản ghi nhớ năm 2022", "Chỉ thị số 32-CT/TW ngày 18/2/2019", "thỏa thuận hợp tác giai đoạn 2022-2024": a
	/// paper stands a few words before.
	bool is_of_paper(const DateMention& m) const { return paper_before(m) != nullptr; }

	/// "đánh giá tình hình, kết quả hợp tác giai đoạn 2022-2024": what was done in those years, not a paper for them.
	bool is_reviewed(const DateMention& m) const {
		if (is_of_paper(m)) return false;
		const auto begin = std::max(m.begin > 24 ? m.begin - 24 : 0, sentence_begin(m.begin));
		bool results = false;
		for (auto t = m.begin; t > begin + 1; --t) {
			const auto word = m_a.small(t - 2);
			const auto next = m_a.word(t - 1);
			results = results || (word == "kết" && next == "quả");
			if (results && word == "đánh" && next == "giá") return true;
			if (word == "tổng" && next == "kết") return true;
		}
		return false;
	}

	/// "Hiệp định … năm 2016": the state's papers stand for many years, those of the provinces are of the year they
	/// name.
	bool is_of_treaty(const DateMention& m) const {
		const auto* paper = paper_before(m);
		if (paper == nullptr) return false;
		switch (m_a.lexicon.instrument(paper->index).instrument) {
			case model::Instrument::treaty:
			case model::Instrument::accord:
			case model::Instrument::protocol:
			case model::Instrument::directive: return true;
			default: return m_a.lexicon.instrument(paper->index).named;
		}
	}

	const lexicon::Match* paper_before(const DateMention& m) const {
		const auto first = m.begin > 8 ? m.begin - 8 : 0;
		return m_a.find(std::max(first, sentence_begin(m.begin)), m.begin, EntryClass::instrument);
	}

	/// "quy hoạch …, tầm nhìn đến năm 2050", "mục tiêu đến năm 2030".
	bool is_horizon(const DateMention& m) const {
		const auto begin = sentence_begin(m.begin);
		for (std::uint32_t back = 1; back <= 4 && m.begin >= begin + back + 1; ++back) {
			const auto t = m.begin - back;
			if (m_a.word(t) == "nhìn" && m_a.small(t - 1) == "tầm") return true;
			if (m_a.word(t) == "tiêu" && m_a.small(t - 1) == "mục") return true;
		}
		return runs_from_now(m, begin);
	}

	/// "từ năm nay đến hết năm 2015", "từ nay cho tới năm 2020".
	bool runs_from_now(const DateMention& m, std::uint32_t begin) const {
		for (auto t = m.begin; t > begin + 2 && m.begin - t < 8; --t) {
			if (m_a.word(t - 1) == "nay" &&
			    (m_a.small(t - 2) == "từ" || (m_a.word(t - 2) == "năm" && m_a.small(t - 3) == "từ")))
				return true;
		}
		return false;
	}

	/// "nhiệm vụ năm 2019", "sang năm 2019", "thống nhất trong năm 2019 sẽ"
	bool is_ahead(const RawDate& raw) const {
		const auto& m = raw.mention;
		if (before(m.begin, 1) == Word::turn) return true;
		const auto reach = m.begin > k_cue_reach ? m.begin - k_cue_reach : 0;
		const auto begin = std::max(reach, sentence_begin(m.begin));
		for (const auto cue : {Cue::forward, Cue::agree, Cue::propose, Cue::plan}) {
			const auto* found = m_a.find_cue(begin, m.begin, cue);
			if (found == nullptr) continue;
			// "hai bên thống nhất đánh giá, năm 2017": they look back.
			if (cue == Cue::agree && found->end < m_a.tokens.size() && m_a.cue_at(found->end, Cue::assess) != nullptr)
				continue;
			return true;
		}
		for (std::uint32_t i = m.end; i < std::min<std::size_t>(m.end + 12, m_a.tokens.size()); ++i) {
			if (m_a.tokens[i].is('.')) break;
			if (word_at(m_a, i) == Word::will) return true;
		}
		return false;
	}

	std::uint32_t sentence_begin(std::uint32_t token) const {
		const auto after = std::upper_bound(m_a.sentences.begin(), m_a.sentences.end(), token,
		                                    [](std::uint32_t t, const text::Sentence& s) { return t < s.begin; });
		return after == m_a.sentences.begin() ? 0 : std::prev(after)->begin;
	}

	const Annotated& m_a;
	const RawDates& m_raw;
	std::optional<YearMonthDay> m_event;
	std::optional<YearMonthDay> m_made;  ///< the day on which a paper says it was made
	int m_sure = 0;                      ///< the newest year that the text speaks of as past or its own
	int m_likely = 0;                    ///< the newest year of a paper or plan
	int m_began = 0;                     ///< of a day from which something runs
	int m_month = 0;                     ///< of the first day without a year
	std::vector<int> m_ends;             ///< of the terms named, their last years
	std::vector<int> m_begins;           ///< of those that lie ahead, their first
};

/// Fills in what the text leaves to the reader.
class Resolver {
public:
	/// `day` is that of publication, or `of_text`: one that the text tells in full.
	/// `month` is that of the first day without a year, 0 where there is none.
	Resolver(int year, const std::optional<YearMonthDay>& day, int month, bool of_text)
	    : m_year(year),
	      m_day(day),
	      m_month(day ? day->month : month),
	      m_days_ahead(of_text ? k_days_ahead_of_text : k_days_ahead) {}

	void resolve(RawDate& raw) const {
		auto& m = raw.mention;
		if (raw.years_back > 0) {
			if (m_year == 0) return;
			m.to.year = m_year;
			m.from.year = m_year - raw.years_back;
			if (raw.years_back == 1) {
				// "Năm qua" of January is the year before, of December the year itself; in between it is neither.
				if (m_month == 0 || (m_month > k_month_of_last_year && m_month < k_month_of_next_year + 1)) {
					m.from = m.to = {};
					return;
				}
				if (m_month > k_month_of_last_year) m.from.year = m_year;
				m.to = m.from;
			}
		} else if (raw.of_this_year && m.from.year == 0) {
			m.from.year = m.to.year = m_year == 0 ? 0 : m_year + raw.year_offset;
			// The nine months of a year are not spoken of in its July.
			const bool first_months = m.period && m.from.month == 1;
			if (first_months && m_day && m_day->month > 0 && m.to.month > m_day->month)
				m.from.year = m.to.year = m_year - 1;
		} else if (raw.from_now) {
			m.from = {std::min(m_year, m.to.year), 0, 0};
			if (m_year == 0 || m.from.year == m.to.year) {
				m.from = m.to;
				m.period = false;
			}
		} else {
			if (raw.to_come && m_year != 0 && m.from.month != 0) {
				// "quý IV tới" said in September, "tháng 2 tới" said in December.
				const bool next_year = m_day && m_day->month > m.to.month;
				m.to.year = m_year + (next_year ? 1 : 0);
			}
			fill_years(m);
			// "từ năm 2011 sẽ …", said in 2010.
			m.open_end = m.open_end || (raw.from && !m.period && !m.until_now && m_year != 0 && m.from.year > m_year);
		}
		m.edtf = write(raw);
	}

private:
	/// The end takes the document's year, and the beginning that of the end, or the year before it.
	void fill_years(DateMention& m) const {
		if (m.to.year == 0 && m_year != 0) m.to.year = m.from.year != 0 ? year_after(m.from, m.to) : nearest_year(m.to);
		if (m.from.year == 0 && m.to.year != 0) {
			m.from.year = m.to.year;
			if (m.period && m.to.month != 0 &&
			    (m.from.month > m.to.month || (m.from.month == m.to.month && m.from.day > m.to.day && m.to.day != 0))) {
				--m.from.year;
			}
		}
	}

	/// "từ ngày 30/12/2023 đến 2/1"
	static int year_after(const YearMonthDay& from, const YearMonthDay& to) {
		return to.month != 0 && (to.month < from.month || (to.month == from.month && to.day != 0 && to.day < from.day))
		           ? from.year + 1
		           : from.year;
	}

	int nearest_year(const YearMonthDay& date) const {
		if (!m_day) return m_year;
		const YearMonthDay this_year{m_day->year, date.month, date.day};
		return day_number(this_year) > day_number(*m_day) + m_days_ahead ? m_day->year - 1 : m_day->year;
	}

	std::string write(const RawDate& raw) const {
		const auto& m = raw.mention;
		if (raw.decade) {
			auto text = edtf_of({m.from.year, 0, 0});
			text.back() = 'X';
			return text;
		}
		auto from = edtf_of(m.from);
		if (m.open_end) return from + "/..";
		if (m.until_now) {
			if (m_year == 0) return from + "/..";
			if (m.from.year > m_year || (m.from.year == m_year && m.from.month == 0)) return from;
			return from + "/" + edtf_of({m_year, 0, 0});
		}
		if (!m.period) return from;
		auto to = edtf_of(m.to);
		return from == to ? from : from + "/" + to;
	}

	int m_year;
	std::optional<YearMonthDay> m_day;
	int m_month;  ///< of the day that the text is of, 0 where it cannot be known
	int m_days_ahead;
};

/// "từ năm 2010 tỉnh A giúp B …", "kể từ tháng 9/2018": begun then and still going on, unless the sentence looks ahead
/// or tells from when a paper is in force.
bool still_goes_on(const Annotated& a, const RawDate& raw, int year) {
	const auto& m = raw.mention;
	if (!raw.from || m.period || m.until_now || m.open_end || m.anniversary || m.from.day != 0) return false;
	if (year == 0 || m.from.year == 0 || m.from.year > year || m.from.year == year) return false;
	const auto& sentence = a.sentences[raw.sentence];
	for (const auto cue : {Cue::will, Cue::forward, Cue::agree, Cue::propose, Cue::plan}) {
		if (a.find_cue(sentence.begin, sentence.end, cue) != nullptr) return false;
	}
	for (std::uint32_t back = 1; back <= 3 && m.begin >= sentence.begin + back; ++back) {
		const auto word = a.word(m.begin - back);
		if (word == "lực" || word == "hành" || word == "nghĩa") return false;
	}
	return true;
}

/// "5 năm qua" of a text that reviews "giai đoạn 2016-2020" is that term.
void take_known_terms(RawDates& raw, int year) {
	for (auto& date : raw.dates) {
		if (date.years_back < 2) continue;
		for (const auto& other : raw.dates) {
			const auto& m = other.mention;
			if (other.years_back != 0 || !m.period || m.anniversary || m.from.year == 0 || m.to.year > year ||
			    m.to.year - m.from.year + 1 != date.years_back)
				continue;
			date.mention.from = m.from;
			date.mention.to = m.to;
			date.years_back = 0;
			break;
		}
	}
}

/// "Năm Đoàn kết hữu nghị Việt Nam - Lào 2022": the year that both countries keep; 0 where the text names none.
int year_of_friendship(const Annotated& a) {
	for (std::size_t i = 0; i + 4 < a.tokens.size(); ++i) {
		const auto t = static_cast<std::uint32_t>(i);
		if ((a.word(t) != "Năm" && a.word(t) != "năm") || (a.word(t + 1) != "Đoàn" && a.word(t + 1) != "đoàn") ||
		    a.word(t + 2) != "kết")
			continue;
		for (auto k = t + 3; k < a.tokens.size() && k < t + 13; ++k) {
			const auto word = a.word(k);
			if (a.tokens[k].kind == text::TokenKind::number && word.size() == 4 && word.starts_with("20"))
				return std::stoi(std::string(word));
		}
	}
	return 0;
}

/// "Ngày 12/8 năm ấy", "tháng 10 năm đó": a day of the year told last.
bool of_that_year(const Annotated& a, const DateMention& m) {
	if (m.from.year != 0 || m.to.year != 0 || m.to.month == 0 || m.end + 1 >= a.tokens.size()) return false;
	const auto which = a.word(m.end + 1);
	return a.word(m.end) == "năm" && (which == "ấy" || which == "đó");
}

void take_last_year(const std::vector<DateMention>& before, DateMention& m) {
	for (auto i = before.size(); i-- > 0;) {
		if (before[i].anniversary || before[i].to.year == 0) continue;
		m.from.year = m.to.year = before[i].to.year;
		return;
	}
}

}  // namespace

std::vector<DateMention> find_dates(const Annotated& a, DocumentDate& document_date) {
	if (!document_date.published && a.document.published) document_date.published = day_of(*a.document.published);
	auto raw = read_raw_dates(a, document_date.published);
	auto day = document_date.published;
	if (day) {
		document_date.year = day->year;
	} else if (document_date.year == 0) {
		document_date.year = YearFinder(a, raw).find(day);
		if (document_date.year == 0) document_date.year = year_of_friendship(a);
	}
	take_known_terms(raw, document_date.year);
	int month = 0;
	for (const auto& date : raw.dates) {
		if (month == 0 && date.mention.from.year == 0 && date.mention.from.day != 0 && !date.mention.anniversary)
			month = date.mention.from.month;
	}
	const Resolver resolver(document_date.year, day, month, !document_date.published);
	std::vector<DateMention> out;
	out.reserve(raw.dates.size());
	for (auto& date : raw.dates) {
		if (still_goes_on(a, date, document_date.year)) date.mention.until_now = true;
		if (!out.empty() && of_that_year(a, date.mention)) take_last_year(out, date.mention);
		resolver.resolve(date);
		// "năm nay" in a text whose year cannot be known says nothing.
		if (date.mention.from == YearMonthDay{}) continue;
		if (date.mention.until_now && document_date.year != 0) {
			date.mention.to = {std::max(date.mention.from.year, document_date.year), 0, 0};
		}
		out.push_back(std::move(date.mention));
	}
	return out;
}

std::string edtf_of(const YearMonthDay& date) {
	std::string text = "XXXX";
	const auto put = [&](std::size_t at, int value) {
		for (; value > 0; value /= 10) text[at--] = static_cast<char>('0' + value % 10);
	};
	if (date.year > 0 && date.year <= 9999) {
		text = "0000";
		put(3, date.year);
	}
	if (date.month > 0) {
		text += "-00";
		put(6, date.month);
		if (date.day > 0) {
			text += "-00";
			put(9, date.day);
		}
	}
	return text;
}

}  // namespace bienban::extraction
