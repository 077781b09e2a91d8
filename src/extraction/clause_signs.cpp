#include "extraction/clause_signs.hpp"

#include <algorithm>

#include "extraction/clause_matter.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

int months(const YearMonthDay& d) { return d.year * 12 + d.month; }

/// "Hai bên vui mừng nhận thấy …", "cùng nhận thấy …": both look at what has come of it.
bool sees(const Annotated& a, const lexicon::Match& m) { return m.size() > 2 && a.word(m.end - 1) == "thấy"; }

}  // namespace

bool states_only(const Annotated& a, const lexicon::Match& m) {
	static constexpr std::array<std::string_view, 18> k_first = {"cho",   "Cho",   "nêu", "Nêu", "nhấn", "Nhấn",
	                                                             "khẳng", "Khẳng", "báo", "Báo", "thừa", "Thừa",
	                                                             "nhận",  "Nhận",  "vui", "Vui", "kể",   "mừng"};
	// "nhận định", "nhận xét" weigh, "nhận thấy" only sees.
	if (a.word(m.begin) == "nhận" && a.word(m.end - 1) != "thấy") return false;
	if (sees(a, m)) return false;
	return one_of(a.word(m.begin), k_first);
}

SignReader::SignReader(const Context& context, const ClauseMatter& matter)
    : m_c(context), m_a(context.a()), m_matter(matter) {
	if (const auto& published = m_c.document_date().published; published) {
		m_month = published->month;
	} else if (const auto& event = m_c.event_date(); event && event->size() >= 7) {
		m_month =
		    (static_cast<unsigned char>((*event)[5]) - '0') * 10 + (static_cast<unsigned char>((*event)[6]) - '0');
	}
}

Signs SignReader::read(Clause& clause) const {
	Signs g;
	// A phrase that says nothing hides the words inside it: "đúng hẹn", "lời hứa".
	std::uint32_t mute_begin = 0;
	std::uint32_t mute_end = 0;
	std::uint32_t theme_end = 0;
	for (auto i = m_a.first_match[clause.begin]; i < m_a.matches.size() && m_a.matches[i].begin < clause.end; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cls == EntryClass::theme && !m_a.lexicon.theme(m.index).themes.empty()) {
			++g.themes;
			theme_end = std::max(theme_end, m.end);
		}
		if (m.cls != EntryClass::cue) continue;
		// "thực hiện nghiêm túc biên bản đã ký": what was carried out.
		if (m.cue() == Cue::sign && m.end == theme_end && m_a.at(m.end, EntryClass::instrument) == nullptr) continue;
		// "Hai Mặt trận thống nhất …": no front of unity, but two that agree.
		const bool two_fronts =
		    m.begin > clause.begin && m_a.word(m.begin) == "Mặt" && m_a.cue_at(m.begin - 1, Cue::both) != nullptr;
		if (m.cue() == Cue::none && m.size() > 1 && m.end > mute_end && !two_fronts) {
			mute_begin = m.begin;
			mute_end = m.end;
		}
		if (m.begin > mute_begin && m.end <= mute_end) continue;
		read_cue(clause, m, g);
	}
	for (const auto& d : m_c.dates_in(clause.begin, clause.end)) read_date(clause, d, g);
	return g;
}

bool SignReader::is_noun(const lexicon::Match& m) const {
	static constexpr std::array<std::string_view, 4> k_first = {"thỏa", "thoả", "Thỏa", "Thoả"};
	if (m_a.word(m.begin) == "xác") return !ranks(m.end);
	if (m.end < m_a.tokens.size() && m_a.word(m.end) == "đất") return true;
	// "đảm bảo theo tiêu chuẩn được hai bên thống nhất": which standard it is.
	bool passive = false;
	for (std::uint32_t back = 1; back <= 10 && m.begin >= back; ++back) {
		const auto word = m_a.word(m.begin - back);
		if (m_a.tokens[m.begin - back].is(',') || m_a.tokens[m.begin - back].is('.')) break;
		if (passive && word == "theo") return true;
		passive = passive || word == "được";
	}
	if (!one_of(m_a.word(m.begin), k_first) || m.size() > 2) return m_a.at(m.begin, EntryClass::instrument) != nullptr;
	// "Hai bên thỏa thuận hằng năm trao đổi …": a verb right behind the sides.
	const auto& parties = m_c.parties_in(m.begin > 6 ? m.begin - 6 : 0, m.begin);
	static constexpr std::array<std::string_view, 16> k_verbs = {"hằng", "mỗi",  "sẽ",    "cùng", "tiếp", "tăng",
	                                                             "phối", "trao", "tổ",    "duy",  "mở",   "xây",
	                                                             "đẩy",  "thực", "không", "cử"};
	if (m.end < m_a.tokens.size() && one_of(m_a.word(m.end), k_verbs)) return m_a.tokens[m.begin].capital;
	if (m_a.at(m.begin, EntryClass::instrument) != nullptr) return true;
	const bool behind_sides = (!parties.empty() && parties.back().end == m.begin) ||
	                          (m.begin >= 2 && m_a.cue_at(m.begin - 2, Cue::both) != nullptr);
	const bool named = m.end < m_a.tokens.size() && (m_a.word(m.end) == "hợp" || m_a.word(m.end) == "giữa" ||
	                                                 m_a.word(m.end) == "về" || m_a.word(m.end) == "đã");
	return !behind_sides || named || m_a.tokens[m.begin].capital;
}

bool SignReader::weighs(const lexicon::Match& m, std::uint32_t end) const {
	return m.end < end && m_a.cue_at(m.end, Cue::assess) != nullptr;
}

bool SignReader::ranks(std::uint32_t from) const {
	const auto end = m_a.sentences[m_c.sentence_of(from)].end;
	for (auto t = from; t + 1 < end && t < from + 30; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((word == "trụ" && next == "cột") || (word == "trọng" && next == "tâm") ||
		    (word == "ưu" && next == "tiên") || (word == "mũi" && next == "nhọn") ||
		    (word == "trọng" && next == "điểm"))
			return true;
	}
	return false;
}

bool SignReader::in_date(const lexicon::Match& m) const {
	const auto from = m.begin > 8 ? m.begin - 8 : 0;
	for (const auto& d : m_c.dates_in(from, m.end)) {
		if (m.begin < d.end && d.begin < m.end) return true;
	}
	return false;
}

bool SignReader::asks(const lexicon::Match& m) const {
	const auto word = m_a.word(m.begin);
	if (word == "xin") {
		// "xin mười suất", "xin 2 kỹ sư".
		if (!m_c.numbers_in(m.end, m.end + 1).empty()) return true;
		const auto& asked = m_c.parties_in(m.end, m.end + 8);
		return !asked.empty() && asked.front().begin == m.end;
	}
	if (word != "muốn") return true;
	const auto& asking = m_c.parties_in(m.begin > 10 ? m.begin - 10 : 0, m.begin);
	if (!asking.empty() && asking.back().end == m.begin) return true;
	// "Điều hai đơn vị muốn làm ngay: …".
	for (std::uint32_t back = 2; back <= 3 && m.begin >= back; ++back) {
		const auto* sides = m_a.cue_at(m.begin - back, Cue::both);
		if (sides == nullptr) sides = m_a.cue_at(m.begin - back, Cue::provinces);
		if (sides != nullptr && sides->end == m.begin) return true;
	}
	const auto& asked = m_c.parties_in(m.end, m.end + 8);
	return !asked.empty() && asked.front().begin == m.end;
}

bool SignReader::counted_or_owned(const lexicon::Match& m) const {
	if (m.begin == 0) return false;
	if (!m_c.numbers_in(m.begin - 1, m.begin).empty()) return true;
	const auto before = m_a.word(m.begin - 1);
	return before == "sự" ||
	       (before == "dung" && m_a.word(m.begin) == "cam" && m.begin > 1 && m_a.word(m.begin - 2) == "nội");
}

bool SignReader::promised_before(const Clause& clause, const lexicon::Match& m) const {
	if (m.begin < clause.begin + 2) return false;
	if (m_a.word(m.begin - 1) != "đã") {
		// "bảy việc hứa với nhau năm ngoái, nay đã xong năm".
		const auto before = m_a.word(m.begin - 1);
		if (before != "việc" && before != "điều") return false;
		for (auto t = m.end; t < clause.end; ++t) {
			if (m_a.word(t) == "đã") return true;
		}
		return false;
	}
	static constexpr std::array<std::string_view, 8> k_things = {"lời",  "điều", "việc", "Lời",
	                                                             "Điều", "Việc", "gì",   "khoản"};
	for (auto t = m.begin - 1; t > clause.begin && m.begin - t < 8; --t) {
		if (m_a.tokens[t - 1].kind == text::TokenKind::punctuation) return false;
		if (one_of(m_a.word(t - 1), k_things)) return true;
	}
	return false;
}

bool SignReader::is_denied(const lexicon::Match& m) const {
	static constexpr std::array<std::string_view, 6> k_before = {"không", "chẳng", "chưa", "khỏi", "đâu", "thôi"};
	const auto word = m_a.word(m.begin);
	return (word == "phải" || word == "cần") && m.begin > 0 && one_of(m_a.word(m.begin - 1), k_before);
}

bool SignReader::signed_by_people(const Clause& clause, const lexicon::Match& m) const {
	const bool signing = m_a.word(m.begin) == "ký" || (m.begin > clause.begin && m_a.word(m.begin - 1) == "ký");
	return signing && !Context::both_sides(m_c.actors(clause.begin, clause.end));
}

bool SignReader::runs_ahead(const lexicon::Match& m) const {
	for (auto t = m.begin; t < m.end + 2 && t < m_a.tokens.size(); ++t) {
		const auto* cue = m_a.cue_at(t, Cue::forward);
		if (cue != nullptr && cue->end > m.end) return true;
	}
	return false;
}

bool SignReader::carried_out(const Clause& clause, const lexicon::Match& m) const {
	if (m_a.word(m.end - 1) != "tác") return false;
	static constexpr std::array<std::string_view, 5> k_verbs = {"khai", "hiện", "hóa", "xong", "đúng"};
	for (std::uint32_t back = 1; back <= 4 && m.begin >= clause.begin + back; ++back) {
		if (m_a.tokens[m.begin - back].kind == text::TokenKind::punctuation) return false;
		if (!one_of(m_a.word(m.begin - back), k_verbs)) continue;
		// "để tiếp tục thực hiện nội dung hợp tác": still to be.
		const auto verb = m.begin - back;
		return !m_c.has_cue(std::max(clause.begin, verb < 5 ? 0 : verb - 5), verb, Cue::will);
	}
	return false;
}

void SignReader::read_cue(Clause& clause, const lexicon::Match& m, Signs& g) const {
	switch (m.cue()) {
		case Cue::forward:
			// "vừa trở về sau chuyến thăm": back from it.
			if (m.begin > clause.begin && m_a.word(m.begin - 1) == "trở" && m_a.word(m.end - 1) == "sau") break;
			if (carried_out(clause, m)) break;
			note(g.forward, m.begin);
			break;
		case Cue::agree:
			if (counted_or_owned(m)) break;
			if (weighs(m, clause.end)) {
				note(g.valued, m.begin);
			} else if (!is_noun(m) && !signed_by_people(clause, m) && !promised_before(clause, m)) {
				note(g.agree, m.begin);
			}
			break;
		case Cue::propose:
			if (counted_or_owned(m)) break;
			// "Đề nghị ông cho biết kết quả hợp tác năm qua?": the question of an interview.
			if (m_matter.asks_question(clause)) break;
			// "đã kêu gọi, ủng hộ 1,3 tỷ đồng": called for and given.
			if (m.begin > clause.begin && m_a.word(m.begin) == "kêu" && m_a.word(m.begin - 1) == "đã") break;
			if (m.size() > 1 || asks(m)) note(g.propose, m.begin);
			break;
		case Cue::will:
			// "quan hệ không ngừng được vun đắp": it has grown all along.
			// "khi hai tỉnh đang tập trung …": what goes on already.
			if (m_matter.goes_on_already(clause, m.begin)) break;
			if (!is_denied(m) &&
			    !(m_a.word(m.end - 1) == "ngừng" && m.end < clause.end &&
			      (m_a.word(m.end) == "được" || m_a.word(m.end) == "phát" || m_a.word(m.end) == "lớn")))
				note(g.will, m.begin);
			break;
		case Cue::review:
			if (in_date(m) || runs_ahead(m)) break;
			// "Đầu tháng 4 năm nay": a month of this year.
			if (m.begin > 0 && m_a.word(m.begin) == "năm" && m_a.word(m.end - 1) == "nay" &&
			    m_a.tokens[m.begin - 1].kind == text::TokenKind::number)
				break;
			note(g.review, m.begin);
			note(g.recalled, m.begin);
			break;
		case Cue::done:
			// "từng quý", "từng bản": each, not once.
			if (const auto* each = m_a.cue_at(m.begin, Cue::none); each != nullptr && each->size() > m.size()) break;
			if (m_a.word(m.end - 1) == "được" && m.size() == 1) {
				note(g.passive, m.begin);
			} else {
				note(g.done, m.begin);
			}
			if (m_a.word(m.begin) == "vừa") note(g.just, m.begin);
			break;
		case Cue::assess:
			note(states_only(m_a, m) ? g.stated : g.valued, m.begin);
			if (sees(m_a, m)) note(g.review, m.begin);
			break;
		case Cue::act: note(g.act, m.begin); break;
		case Cue::talks:
		case Cue::conference:
		case Cue::ceremony:
		case Cue::chair:
		case Cue::attend:
		case Cue::briefing:
			// "tuần tra 31 lần với 657 lượt cán bộ tham gia": who took part in what is counted.
			if (m.cue() == Cue::attend && counts_times(clause, m.begin)) break;
			// "Thực hiện biên bản hội đàm năm 2022, …" tells of no meeting.
			if (m.begin == 0 || m_a.word(m.begin - 1) != "bản") note(g.meet, m.begin);
			break;
		case Cue::travel:
			if (m.size() > 1 || m_a.word(m.begin) == "thăm") note(g.visit, m.begin);
			break;
		case Cue::delegation: note(g.delegation, m.begin); break;
		case Cue::event_day: g.day = g.day || (m.begin == clause.begin && m_a.word(m.begin) == "Cùng"); break;
		case Cue::sign:
			if (!dates_paper(clause, m) && !carries_out_signed(clause, m) &&
			    !(m.begin > 0 && (m_a.word(m.begin - 1) == "Ngày" || m_a.word(m.begin - 1) == "ngày")))
				note(g.sign, m.begin);
			break;
		case Cue::give: note(g.give, m.begin); break;
		case Cue::deny:
			// "không còn", "không để" tell of a success.
			if (m_a.word(m.begin) == "tồn" && leaves_none(clause, m.begin)) break;
			if (m.size() > 1 && m.begin > clause.begin && m.begin >= m_matter.behind_concession(clause) &&
			    m_a.word(m.end - 1) != "còn" && m_a.word(m.end - 1) != "có")
				clause.denied = true;
			break;
		default: break;
	}
}

void SignReader::read_date(const Clause& clause, const DateMention& d, Signs& g) const {
	const auto year = m_c.document_date().year;
	// "Năm qua", "5 năm qua", "mười năm đổ lại đây", whatever year that is.
	static constexpr std::array<std::string_view, 4> k_last = {"qua", "đây", "rồi", "khép"};
	if (d.end > d.begin && one_of(m_a.word(d.end - 1), k_last)) {
		note(g.review, d.begin);
		note(g.recalled, d.begin);
		return;
	}
	if (d.anniversary || of_paper(clause.begin, d)) return;
	// "Hai tỉnh là anh em kết nghĩa từ năm 1997; …".
	if (!d.until_now && d.from.year < year && m_c.dates_twinning(d) && d.end >= clause.end) return;
	// "Sang năm 2013 là con đường vào bản", said in 2015.
	const bool ahead = d.begin > clause.begin && turns_to(d.begin - 1) && (d.from.year == 0 || d.from.year >= year);
	// "Đại hội nhiệm kỳ 2020 - 2025": the name of a congress.
	if (d.term && d.begin > clause.begin + 1 && m_a.word(d.begin - 1) == "hội" && m_a.small(d.begin - 2) == "đại")
		return;
	if (d.from.day != 0) {
		const bool long_run = d.until_now || (d.period && d.to.day != 0 && months(d.to) - months(d.from) > 1);
		if (!long_run || d.from.year == 0) {
			g.day = true;
			return;
		}
	}
	if (d.from.year == 0 || year == 0) {
		if (d.from.year != 0 && d.from.month != 0 && d.from.day == 0 && d.begin <= clause.begin + 1 &&
		    opens_stretch(clause))
			return note(g.review, d.begin);
		if (d.until_now) note(g.review, d.begin);
		return;
	}
	if (d.until_now) return note(g.review, d.begin);
	// "Nhiệm kỳ 2019-2024, Mặt trận hai tỉnh đã …", said in 2023: the term runs, and this much of it is done.
	const bool running = d.term && d.period && d.from.year < year && d.to.year >= year;
	if (running && !ahead && g.done > d.begin + 1 && g.agree == 0 && g.propose == 0 && g.will == 0 && g.forward == 0 &&
	    (g.sign == 0 || g.sign > g.done) && m_a.word(g.done - 1) == "đã")
		return note(g.review, d.begin);
	if (ahead || d.open_end || d.from.year > year || (d.term && d.period && d.to.year > year))
		return note(g.forward, d.begin);
	if (d.period) {
		const bool still_to_come = d.from.year == year && d.from.month > 1 && m_month != 0 && d.from.month >= m_month;
		if (still_to_come) return note(g.forward, d.begin);
		if (d.to.year <= year) note(g.review, d.begin);
		return;
	}
	if (d.from.month != 0) {
		// "Từ tháng 2/2020, lực lượng hai bên cùng …": ever since.
		if (d.begin <= clause.begin + 1 && d.from.year <= year && opens_stretch(clause)) {
			note(g.recalled, d.begin);
			return note(g.review, d.begin);
		}
		g.month = true;
		return;
	}
	if (d.from.year < year) {
		note(g.review, d.begin);
	} else {
		g.this_year = true;
	}
}

bool SignReader::leaves_none(const Clause& clause, std::uint32_t token) const {
	for (auto t = clause.begin; t + 1 < token; ++t) {
		if (m_a.word(t) == "không" && m_a.word(t + 1) == "để") return true;
	}
	return false;
}

bool SignReader::opens_stretch(const Clause& clause) const {
	const auto first = m_a.word(clause.begin);
	if (first != "Từ" && first != "Kể") return false;
	return !m_c.has_cue(clause.begin, clause.end, Cue::will) && !m_c.has_cue(clause.begin, clause.end, Cue::agree);
}

bool SignReader::turns_to(std::uint32_t token) const {
	const auto word = m_a.word(token);
	// "Sang quý III", "Đi vào năm 2015".
	if (word == "vào" && token > 0) return m_a.small(token - 1) == "đi" || m_a.small(token - 1) == "bước";
	return word == "Sang" || word == "sang";
}

bool SignReader::dates_paper(const Clause& clause, const lexicon::Match& m) const {
	if (m_c.dates_in(m.end, m.end + 2).empty()) return false;
	// The name of a treaty is long: "hiệp định về Quy chế quản lý biên giới … giữa Chính phủ A và Chính phủ B ký ngày".
	constexpr std::uint32_t k_longest_name = 34;
	const auto from = m.begin > clause.begin + k_longest_name ? m.begin - k_longest_name : clause.begin;
	for (auto i = m_a.first_match[from]; i < m_a.matches.size() && m_a.matches[i].begin < m.begin; ++i) {
		if (m_a.matches[i].cls == EntryClass::instrument) return true;
	}
	return m_c.dates_signing(m_c.dates_in(m.end, m.end + 2).front());
}

bool SignReader::carries_out_signed(const Clause& clause, const lexicon::Match& m) const {
	if (m.begin <= clause.begin || (m_a.word(m.begin - 1) != "đã" && m_a.word(m.begin - 1) != "được")) return false;
	const auto from = m.begin > clause.begin + 12 ? m.begin - 12 : clause.begin;
	const auto* paper = m_a.find(from, m.begin, EntryClass::instrument);
	return paper != nullptr && m_a.find_cue(clause.begin, paper->begin, Cue::implement) != nullptr;
}

bool SignReader::counts_times(const Clause& clause, std::uint32_t token) const {
	for (auto t = token; t > clause.begin && token - t < 7; --t) {
		if (m_a.word(t - 1) == "lượt") return true;
	}
	return false;
}

bool SignReader::of_paper(std::uint32_t begin, const DateMention& d) const {
	for (std::uint32_t back = 1; back <= 3 && d.begin >= begin + back; ++back) {
		if (m_a.tokens[d.begin - back].is(',')) break;
		if (m_a.cue_at(d.begin - back, Cue::sign) != nullptr) return true;
	}
	const auto sides = m_c.parties_in(begin, d.begin);
	const bool named_in_full = std::any_of(sides.begin(), sides.end(), [](const auto& m) { return m.of_paper; });
	for (auto i = m_a.first_match[d.begin > begin + 14 && !named_in_full ? d.begin - 14 : begin];
	     i < m_a.matches.size() && m_a.matches[i].begin < d.begin; ++i) {
		if (m_a.matches[i].cls != EntryClass::instrument) continue;
		bool open = true;
		for (auto t = m_a.matches[i].end; t < d.begin; ++t) {
			if (m_a.tokens[t].is(',') || m_a.cue_at(t, Cue::done) != nullptr) open = false;
		}
		if (open) return true;
	}
	return false;
}

}  // namespace bienban::extraction
