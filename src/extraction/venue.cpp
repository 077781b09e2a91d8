// Where and when the event that a text reports took place.

#include <algorithm>

#include "base/one_of.hpp"
#include "extraction/context.hpp"
#include "extraction/occasions.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;

/// Words that open a further link in a chain of places: "tại bản A, xã B, huyện C, tỉnh D".
bool is_place_word(std::string_view w) {
	static constexpr std::string_view k_words[] = {"xã",   "phường", "huyện", "thị",  "thành", "tỉnh",
	                                               "TP",   "quận",   "bản",   "thôn", "thủ",   "Thủ",
	                                               "nước", "đặc",    "khu",   "cửa",  "Lào",   "Việt"};
	return one_of(w, k_words);
}

/// "tại", "ở", "ngay nhà văn hóa bản …", "giữa thị xã …", "dưới mái nhà …", "trên địa bàn …": the words that lead to a
/// venue.
bool leads_to_venue(const Annotated& a, std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
	const auto w = a.word(t);
	static constexpr base::FirstBytes k_first("tTgGndD\xC4\xE1");
	if (!k_first.begin(w)) return false;
	const auto next = t + 1 < end ? a.word(t + 1) : text::Word{};
	const auto before = t > begin ? a.word(t - 1) : text::Word{};
	if (w == "tại" || w == "Tại") {
		// "Đại sứ Việt Nam tại Lào", "đang làm việc tại": no venue.
		static constexpr std::string_view k_no_venue[] = {"Nam", "sinh", "trú", "sống", "sự", "quán"};
		// "Tổng Lãnh sự Lào tại Đà Nẵng".
		if (before == "Lào" && t > begin + 1 && (a.word(t - 2) == "sự" || a.word(t - 2) == "quán")) return false;
		return !one_of(before, k_no_venue);
	}
	if (w == "ở" || w == "Ở") {
		static constexpr std::string_view k_no_venue[] = {"nhà", "nơi", "chỗ", "trú", "sống", "sinh", "quân"};
		return !one_of(before, k_no_venue);
	}
	if (w == "giữa" || w == "Giữa")
		return next == "thị" || next == "thành" || next == "lòng" || next == "trung" || next == "rừng";
	if (w == "ngay") return next == "nhà" || next == "trong" || next == "trên" || next == "giữa";
	if (w == "dưới" || w == "Dưới") return next == "mái" || next == "chân";
	if (w == "thuộc") return next == "huyện" || next == "địa" || next == "xã" || next == "bản" || next == "tỉnh";
	if (w == "địa") return next == "bàn" && (before == "trên" || before == "Trên");
	if (w == "đất" || w == "Đất") return before == "trên" || before == "Trên";
	return false;
}

/// The end of the chain of places that begins at t.
std::uint32_t chain_end(const Annotated& a, std::uint32_t t, std::uint32_t end) {
	std::uint32_t depth = 0;
	for (auto u = t; u < end; ++u) {
		const auto& token = a.tokens[u];
		if (u > t + 26 || token.is(';') || token.is(':')) return u;
		if (token.is('(')) ++depth;
		if (token.is(')') && depth > 0) --depth;
		if (token.is(',') && depth == 0) {
			const auto next = u + 1 < end ? a.word(u + 1) : text::Word{};
			if (!is_place_word(next)) return u;
		}
		if (depth > 0 || u == t || token.kind != text::TokenKind::word || token.capital) continue;
		static constexpr std::string_view k_ends[] = {"đã", "do",  "với",  "có",   "được", "diễn",
		                                              "từ", "vừa", "nhân", "sang", "đến",  "và",
		                                              "là", "để",  "nhằm", "phối", "cùng", "theo"};
		if (one_of(a.word(u), k_ends)) return u;
		if (a.cue_at(u, Cue::held) != nullptr) return u;
	}
	return end;
}

/// Is the last link of the chain the subject of the sentence: "tại huyện X, tỉnh A và tỉnh B tổ chức"?
bool is_subject_tail(const Annotated& a, const PlaceMention& p, std::uint32_t chain) {
	return p.end == chain && chain < a.tokens.size() && a.word(chain) == "và";
}

/// ", huyện Sốp Bâu, tỉnh" between two names: the village bears the name of a gate of the other country.
bool is_address(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	if (begin + 1 >= end || !a.tokens[begin].is(',') || a.word(end - 1) != "tỉnh") return false;
	for (auto t = begin; t < end; ++t) {
		const auto word = a.word(t);
		if (!a.tokens[t].is(',') && !a.tokens[t].capital && word != "huyện" && word != "xã" && word != "tỉnh")
			return false;
	}
	return true;
}

}  // namespace

std::optional<std::string> Context::place_in(std::uint32_t begin, std::uint32_t end) const {
	const auto& places = m_parties.places;
	const auto first_at = [&](std::uint32_t t) {
		return std::lower_bound(places.begin(), places.end(), t,
		                        [](const PlaceMention& p, std::uint32_t x) { return p.begin < x; });
	};
	for (auto t = begin; t < end; ++t) {
		if (m_a.tokens[t].kind != text::TokenKind::word || !leads_to_venue(m_a, t, begin, end)) continue;
		const auto chain = chain_end(m_a, t + 1, end);
		const PlaceMention* found = nullptr;
		for (auto p = first_at(t + 1); p != places.end() && p->begin < chain; ++p) {
			if (found == nullptr) {
				found = &*p;
			} else if (p->named && !found->named && !is_subject_tail(m_a, *p, chain) &&
			           (m_a.lexicon.place(p->place).country == m_a.lexicon.place(found->place).country ||
			            is_address(m_a, found->end, p->begin))) {
				// The district comes before its province: the province named is the surer.
				found = &*p;
			}
		}
		if (found != nullptr && !found->named) {
			// "phường Mường Thanh" is no place in a district Thanh: the longer name counts.
			for (const auto& m : parties_in(t + 1, chain)) {
				if (!m.parties.empty() && m.begin < found->begin && found->end <= m.end &&
				    place_of(m.parties[0]).size() > 2 &&
				    found->begin > m.begin + (m_a.word(m.begin) == "thị" ? 2U : 1U))
					return std::string(place_of(m.parties[0]));
			}
		}
		if (found != nullptr) return m_a.lexicon.place(found->place).code;
		// "tại bản A Via", "tại trụ sở Công an huyện X": the place of the body.
		for (const auto& m : parties_in(t + 1, chain)) {
			// "thị trấn Phố Châu": a township or a ward is Vietnamese, whatever stands around it.
			const bool misled = !m.parties.empty() && kind_of(m.parties[0]) == "commune" &&
			                    country_of(m.parties[0]) != lexicon::Country::vn;
			if (!misled && !m.parties.empty() && place_of(m.parties[0]).size() > 2)
				return std::string(place_of(m.parties[0]));
		}
	}
	// "Cửa khẩu Huổi Puốc, tỉnh Điện Biên sáng 24-8 là nơi …": a venue as the subject.
	for (auto p = first_at(begin); p != places.end() && p->begin < end; ++p) {
		for (auto t = p->end; t + 1 < end && t < p->end + 14; ++t) {
			const auto word = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if (word == "là" && (next == "nơi" || next == "điểm" || next == "địa"))
				return m_a.lexicon.place(p->place).code;
			// "Thành phố Vinh, ngày 5/6, chứng kiến cuộc hội đàm …".
			if (word == "chứng" && next == "kiến" && p->begin < begin + 8) return m_a.lexicon.place(p->place).code;
		}
	}
	// "Địa điểm hội đàm lần này là thành phố Vinh", "Nơi gặp nhau là …".
	const bool told = m_a.word(begin) == "Nơi" || (m_a.word(begin) == "Địa" && m_a.word(begin + 1) == "điểm");
	for (auto t = begin; told && t + 1 < end; ++t) {
		if (m_a.word(t) != "là") continue;
		const auto p = first_at(t + 1);
		if (p != places.end() && p->begin < std::min(end, t + 6)) return m_a.lexicon.place(p->place).code;
		break;
	}
	return std::nullopt;
}

std::uint32_t Context::behind_signing_day(const text::Sentence& sentence) const {
	for (const auto& d : dates_in(sentence.begin, sentence.end)) {
		if (d.from.day == 0 || d.period || d.begin <= sentence.begin + 3 || !dates_signing(d)) continue;
		auto comma = d.end;
		while (comma < sentence.end && !m_a.tokens[comma].is(',')) ++comma;
		const auto* next = comma < sentence.end ? date_in(comma, sentence.end) : nullptr;
		return next != nullptr && next->from.day != 0 && !dates_signing(*next) ? comma + 1 : sentence.begin;
	}
	return sentence.begin;
}

void Context::find_event() {
	std::uint32_t seen = 0;
	// A paper tells the news of its weeks: a day further back waits for a later one ("Mùa khô bắt đầu từ 15/11/2012 …
	// Chuyện được kể lại hôm 28/5").
	const auto is_old = [&](const DateMention& d) {
		if (!m_document_date.published || d.from.year == 0 || d.from.month == 0) return false;
		const auto& page = *m_document_date.published;
		return (page.year - d.from.year) * 12 + page.month - d.from.month >= 2;
	};
	std::optional<std::string> old;
	for (std::uint32_t s = 0; s < m_a.sentences.size() && (seen < 6 || (!m_event_date && old)); ++s) {
		if (is_headline(s)) continue;
		++seen;
		const auto& sentence = m_a.sentences[s];
		// "Thực hiện Biên bản ghi nhớ ký ngày 12/5/2016 tại A, ngày 17/9, …": the event begins behind the paper.
		const auto begin = behind_signing_day(sentence);
		if (!m_event_date) {
			const auto* d = date_in(begin, sentence.end);
			// A month dates the event only in the opening sentences, and only without a look back.
			// "Hà Nội, ngày 06 tháng 5 năm 2024": when the paper was given out, not what it tells of.
			const bool head = d != nullptr && d->end >= sentence.end && d->begin <= begin + 6 && d->begin > begin &&
			                  m_a.tokens[d->begin - 1].is(',');
			if (d != nullptr && !head && (d->from.day != 0 || (seen <= 2 && d->from.month != 0 && !d->period))) {
				const bool past =
				    d->from.year != 0 && m_document_date.year != 0 && d->from.year + 1 < m_document_date.year;
				if (!past && !is_old(*d)) m_event_date = d->edtf;
				if (!past && !old) old = d->edtf;
			}
		}
		if (m_event_place || seen > 4) continue;
		// "hai bên thống nhất các nội dung: …; đào tạo cán bộ tại tỉnh A": what is listed is to come.
		auto end = begin;
		while (end < sentence.end && !m_a.tokens[end].is(':')) ++end;
		if (m_a.find_cue(begin, end, Cue::agree) == nullptr) end = sentence.end;
		m_event_place = place_in(begin, end);
	}
	if (!m_event_date) m_event_date = old;
}

}  // namespace bienban::extraction
