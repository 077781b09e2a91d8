#include "extraction/visit_words.hpp"

#include <algorithm>

#include "extraction/calendar.hpp"
#include "extraction/person_bodies.hpp"
#include "extraction/shares.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

text::Word VisitWords::word_or_none(std::uint32_t t) const {
	return t < m_a.tokens.size() ? m_a.word(t) : text::Word{};
}

bool VisitWords::says_visit(const lexicon::Match& m) const {
	const auto words = m_a.words(m.begin, m.end);
	static constexpr std::string_view k_strong[] = {"thăm",  "chúc",   "chào",     "mừng", "vui",
	                                                "viếng", "ở chơi", "xông đất", "khách"};
	return std::any_of(std::begin(k_strong), std::end(k_strong),
	                   [&](std::string_view w) { return words.find(w) != std::string_view::npos; });
}

bool VisitWords::in_general(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end, bool on_day) const {
	for (auto t = m.end; t < std::min(end, m.end + 3); ++t) {
		const auto w = m_a.word(t);
		if (w == "nhau" || w == "lẫn") return true;
	}
	if (m_a.words(m.begin, m.end) == "thăm hỏi" && !on_day) return true;
	const auto from = m.begin > begin + 7 ? m.begin - 7 : begin;
	if (!on_day && counts_travellers(from, m.begin)) return true;
	for (auto t = from; t < m.begin; ++t) {
		const auto w = m_a.word(t);
		if (w == "lượt" && (t == 0 || m_a.word(t - 1) != "lần")) return true;
		const auto next = m_a.word(t + 1);
		const bool many = w == "nhiều" || w == "những" || w == "các";
		if (many && (next == "đoàn" || next == "chuyến" || next == "cuộc") && !on_day) return true;
		if ((w == "mời" || w == "Mời") && t + 6 > m.begin && m_a.word(t > 0 ? t - 1 : 0) != "lời") return true;
	}
	return false;
}

bool VisitWords::counts_travellers(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::string_view k_way[] = {"km",    "cây",  "ki",  "kilomet", "dặm",   "chặng", "giờ",
	                                             "tiếng", "ngày", "đêm", "tỉnh",    "huyện", "đơn",   "địa"};
	const auto numbers = m_c.numbers_in(begin, end);
	// "cử một đoàn cán bộ sang": one of them is no custom.
	const auto one = [&](const Number& n) { return m_a.word(n.begin) == "một" && word_or_none(n.end) == "đoàn"; };
	return std::any_of(numbers.begin(), numbers.end(),
	                   [&](const Number& n) { return !one_of(word_or_none(n.end), k_way) && !one(n); });
}

bool VisitWords::sends_to_work(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::array<std::string_view, 12> k_work = {"dạy", "giúp",  "khám", "tập",   "huấn", "đào",
	                                                            "bồi", "hướng", "hỗ",   "giảng", "chữa", "mổ"};
	std::uint32_t sent = 0;
	for (auto t = begin; t + 1 < end; ++t) {
		const auto word = m_a.word(t);
		if (word == "cử" || word == "phái") sent = t + 1;
		// "cử 35 cán bộ, chuyên gia y tế sang giúp": a short list of people.
		if (m_a.tokens[t].is(';') || (m_a.tokens[t].is(',') && t > sent + 4)) sent = 0;
		if (sent == 0 || word != "sang" || t - sent > 8 || !one_of(m_a.word(t + 1), k_work)) continue;
		if (!m_c.has_cue(sent, t, Cue::delegation)) return true;
	}
	return false;
}

bool VisitWords::looks_forward(std::uint32_t begin, std::uint32_t end) const {
	// "Được sự nhất trí của cấp trên, ngày 18/11, …": what stands before the day is how it came about.
	for (const auto& d : m_c.dates_in(begin, end)) begin = std::min(d.end, end);
	const auto* will = m_a.find_cue(begin, end, Cue::will);
	// "Ngày 11/4, đoàn tiếp tục sang": of the same journey.
	const bool goes_on = will != nullptr && m_a.words(will->begin, will->end) == "tiếp tục";
	return (will != nullptr && !goes_on) || m_c.has_cue(begin, end, Cue::agree) ||
	       m_c.has_cue(begin, end, Cue::propose) || m_c.has_cue(begin, end, Cue::forward) ||
	       m_c.has_cue(begin, end, Cue::plan);
}

bool VisitWords::just_now(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		const auto w = m_a.word(t);
		const auto next = word_or_none(t + 1);
		if (w != "Vừa" && w != "vừa" && !(w == "Mới" && next == "đây") && !(w == "mới" && next == "lại")) continue;
		return delegation_in(begin, end) || (w == "vừa" && next != "qua");
	}
	return false;
}

bool VisitWords::head_of_state_moves(const lexicon::Match& m, std::uint32_t begin, bool on_day) const {
	if (!on_day || m_a.word(m.begin) == "sang") return false;
	const auto names = m_c.names_in(begin, m.begin);
	return !names.empty() && m.begin - names.back().end <= 3 &&
	       state_spoken_for(m_c.people().people[names.back().person]).has_value();
}

bool VisitWords::crosses(const lexicon::Match& m) const {
	const auto last = m_a.word(m.end - 1);
	const auto next = word_or_none(m.end);
	static constexpr std::string_view k_when[] = {"từ",   "sau", "vào", "lúc", "hôm",  "sáng", "chiều",
	                                              "trưa", "tối", "rất", "sớm", "đúng", "ngay"};
	const auto words = m_a.words(m.begin, m.end);
	if (last == "bạn" || words.find("biên") != std::string_view::npos) return true;
	if (m.end < m_a.tokens.size() && m_a.tokens[m.end].is('.')) return last == "sang";
	return (last == "sang" || last == "đến" || last == "tới") && one_of(next, k_when);
}

bool VisitWords::joins_dates(const lexicon::Match& m) const {
	if (m.size() != 1 || m.begin == 0 || m.end >= m_a.tokens.size()) return false;
	const auto next = m_a.word(m.end);
	return m_a.tokens[m.begin - 1].kind == text::TokenKind::number &&
	       (m_a.tokens[m.end].kind == text::TokenKind::number || next == "ngày" || next == "hết");
}

std::uint32_t VisitWords::named_as_goal(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end; ++t) {
		if (m_a.word(t) != "là") continue;
		const auto next = m_a.word(t + 1);
		if (next == "nơi" || next == "điểm" || next == "chặng") return t + 1;
	}
	return 0;
}

std::optional<std::string> VisitWords::stay_around(const std::optional<std::string>& day, std::uint32_t begin,
                                                   std::uint32_t end) const {
	if (!day || day->find('/') != std::string::npos) return day;
	for (const auto& d : m_c.dates_in(begin, end)) {
		// "(20/1/1949 - 20/1/2024)": the years of a feast, and no stay.
		if (d.period && d.from.day != 0 && !d.term && !d.anniversary && d.to.year <= d.from.year + 1 &&
		    d.edtf.size() > 11 && dates_agree(day, d.edtf))
			return d.edtf;
	}
	auto stay = stay_until(*day, begin, end);
	// "… đã đến Hà Nội. Chuyến thăm kéo dài tới ngày 9-8."
	const auto next = m_c.sentence_of(begin) + 1;
	if (stay == *day && next < m_a.sentences.size() && m_c.sentence(next).block == m_c.sentence(next - 1).block &&
	    m_a.word(m_c.sentence(next).begin) == "Chuyến")
		stay = stay_until(*day, m_c.sentence(next).begin, m_c.sentence(next).end);
	return stay;
}

std::string VisitWords::stay_until(const std::string& day, std::uint32_t begin, std::uint32_t end) const {
	const auto first = day_of(day);
	if (!first) return day;
	static constexpr std::string_view k_stay[] = {"ở", "lưu", "nán", "kéo", "về"};
	static constexpr std::string_view k_more[] = {"lại", "trú", "dài", "nước"};
	for (auto t = begin; t + 2 < end; ++t) {
		if (!one_of(m_a.word(t), k_stay) || !one_of(m_a.word(t + 1), k_more)) continue;
		// "…, ở lại đến 16-12", "lưu lại tới hết ngày 17/8", "mới về nước ngày 11/6".
		for (const auto& d : m_c.dates_in(t, std::min(end, t + 8))) {
			if (!d.period && !d.anniversary && d.from.day != 0 && d.edtf > day &&
			    d.edtf.substr(0, 4) == day.substr(0, 4))
				return day + "/" + d.edtf;
		}
		// "kéo dài ba ngày".
		for (const auto& n : m_c.numbers_in(t, std::min(end, t + 5))) {
			if (word_or_none(n.end) == "ngày" && n.value > 1 && n.value < 31)
				return day + "/" + edtf_of(moved(*first, static_cast<int>(n.value) - 1));
		}
	}
	return day;
}

std::uint32_t VisitWords::guests_behind(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
	// Nothing but a day may stand before the word.
	for (auto t = begin; t < m.begin; ++t) {
		const auto dates = m_c.dates_in(begin, m.begin);
		const bool dated =
		    std::any_of(dates.begin(), dates.end(), [&](const auto& d) { return d.begin <= t && t < d.end; });
		if (!dated && !m_a.tokens[t].is(',') && !m_a.tokens[t].is('(') && !m_a.tokens[t].is(')')) return 0;
	}
	static constexpr std::string_view k_verbs[] = {"Sang", "Đến", "Tới", "Thăm", "sang", "đến", "tới", "Ghé"};
	if (!one_of(m_a.word(m.begin), k_verbs)) return 0;
	for (auto t = m.end; t + 1 < end; ++t) {
		if (m_a.cue_at(t, Cue::delegation) == nullptr || in_body_name(t)) continue;
		const auto before = m_a.word(t - 1);
		return m_a.tokens[t - 1].is(',') || before == "có" || before == "là" ? t : 0;
	}
	return 0;
}

bool VisitWords::guests_before(const lexicon::Match& m, std::uint32_t begin) const {
	if (m.begin == begin || m.begin > begin + 8) return false;
	if (m_a.small(m.begin - 1) == "khách") return word_or_none(m.begin - 2) != "du";
	// "Các cựu binh sang Hòa Bình từ ngày 12-12".
	const auto first = m_a.word(begin);
	return (first == "Các" || first == "Những") && m.begin <= begin + 4 && m.size() == 1 &&
	       m_c.parties_in(begin, m.begin).empty() && !m_c.parties_in(m.end, m.end + 3).empty() &&
	       !m_c.dates_in(m.end, m.end + 8).empty();
}

bool VisitWords::post_moves(const lexicon::Match& m, std::uint32_t begin, bool on_day) const {
	const auto first = m_a.word(m.begin);
	if (!on_day || (first != "đặt" && first != "có" && first != "ghé" && first != "lưu")) return false;
	return on_day && !post_before(m, begin).empty();
}

PartySet VisitWords::post_before(const lexicon::Match& m, std::uint32_t begin) const {
	PartySet out;
	for (const auto& p : m_c.parties_in(begin, m.begin)) {
		if (p.role == Role::in_title && p.end <= m.begin && m.begin - p.end <= 2) out = p.parties;
	}
	return out;
}

bool VisitWords::speaks_of_guests(const lexicon::Match& m, std::uint32_t end) const {
	for (auto t = m.begin; t < std::min(end, m.end + 4); ++t) {
		if (m_a.word(t) == "khách") return true;
	}
	return false;
}

bool VisitWords::invites(const PartyMention& p, std::uint32_t begin) const {
	for (std::uint32_t back = 1; back <= 7 && p.begin >= begin + back; ++back) {
		const auto w = m_a.word(p.begin - back);
		if (w == "mời") return true;
		if (m_a.tokens[p.begin - back].kind == text::TokenKind::punctuation) break;
	}
	// "Nhận lời mời của đồng chí X, Bí thư …, Chánh án …, bà Y …": a post of the one who invites, up to the next name.
	if (p.role != Role::in_title || p.begin < begin + 4) return false;
	const auto names = m_c.names_in(begin, p.begin);
	if (names.size() != 1 || p.begin - names.front().end > 24) return false;
	for (auto t = names.front().begin; t > begin && names.front().begin - t < 14; --t) {
		if (m_a.word(t - 1) == "mời") return true;
	}
	return false;
}

bool VisitWords::delegation_in(std::uint32_t begin, std::uint32_t end) const {
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cue() == Cue::delegation && m.end <= end && !in_body_name(m.begin)) return true;
	}
	return false;
}

bool VisitWords::in_body_name(std::uint32_t t) const {
	if (m_a.at(t, lexicon::EntryClass::body) != nullptr) return true;
	for (const auto& p : m_c.parties_in(t > 12 ? t - 12 : 0, t)) {
		if (p.begin < t && t < p.end) return true;
	}
	return false;
}

bool VisitWords::delegation_before(std::uint32_t t, std::uint32_t begin) const {
	for (std::uint32_t back = 1; back <= 6 && t >= begin + back; ++back) {
		const auto& token = m_a.tokens[t - back];
		if (token.kind == text::TokenKind::punctuation) return false;
		if (m_a.cue_at(t - back, Cue::delegation) != nullptr && !in_body_name(t - back)) return true;
	}
	return false;
}

bool VisitWords::military(std::uint32_t t, std::uint32_t begin) const {
	for (std::uint32_t back = 1; back <= 5 && t > begin + back; ++back) {
		if (m_a.word(t - back) == "sự" && m_a.word(t - back - 1) == "quân") return true;
	}
	return false;
}

std::optional<model::Party> VisitWords::body_of_trade(const model::Party& party, std::uint32_t t,
                                                      std::uint32_t begin) const {
	struct Trade {
		std::string_view first;
		std::string_view second;
		std::string_view kind;
	};
	static constexpr Trade k_trades[] = {{"thanh", "niên", "youth-union"},
	                                     {"phụ", "nữ", "women-union"},
	                                     {"quân", "sự", "military-command"},
	                                     {"công", "an", "police"}};
	if (kind_of(party) != "province") return std::nullopt;
	bool delegation = false;
	std::string_view kind;
	for (std::uint32_t back = 1; back <= 8 && t > begin + back; ++back) {
		if (m_a.tokens[t - back].kind == text::TokenKind::punctuation) break;
		for (const auto& trade : k_trades) {
			if (m_a.word(t - back) == trade.second && m_a.word(t - back - 1) == trade.first) kind = trade.kind;
		}
		delegation = delegation || m_a.cue_at(t - back, Cue::delegation) != nullptr;
	}
	if (kind.empty() || !delegation) return std::nullopt;
	return std::string(place_of(party)) + "/" + std::string(kind);
}

bool VisitWords::officer_crosses(const lexicon::Match& m, std::uint32_t begin, bool on_day) const {
	const bool attends = m_a.word(m.end - 1) == "dự" || word_or_none(m.end) == "dự";
	const bool led = on_day && m_c.has_cue(begin, m.begin, Cue::head);
	// "Mười lăm giáo viên tỉnh A do bà X dẫn đầu đang có mặt tại Sở B": led like a delegation.
	if (led && (m_a.word(m.begin) == "có" || m_a.word(m.begin) == "đến" || m_a.word(m.begin) == "tới")) return true;
	if (m_a.word(m.begin) != "sang" || (!attends && !led)) return false;
	const auto parties = m_c.parties_in(begin, m.begin);
	return !m_c.names_in(begin, m.begin).empty() &&
	       std::any_of(parties.begin(), parties.end(), [](const auto& p) { return p.role == Role::in_title; });
}

bool VisitWords::stops(std::uint32_t from, std::uint32_t to) const {
	for (auto t = from; t < to; ++t) {
		if (m_a.tokens[t].is(';') || m_a.tokens[t].is(':')) return true;
		const auto w = m_a.word(t);
		if ((w == "tại" || w == "ở") && t > from && m_a.tokens[t - 1].is(',')) return true;
		if (w == "nhằm" || w == "để" || w == "trong" || w == "gồm" || w == "nhân" || (w == "do" && t > from))
			return true;
		if (w != "tặng" && m_a.cue_at(t, Cue::sign) != nullptr) return true;
	}
	return false;
}

bool VisitWords::goes_on(std::uint32_t from, std::uint32_t to) const {
	for (auto t = from; t + 1 < to; ++t) {
		if (!m_a.tokens[t].is(',')) continue;
		static constexpr std::string_view k_deeds[] = {"tìm",  "khảo", "tham", "trao", "tặng", "nghe", "xem",
		                                               "dự",   "làm",  "hội",  "ký",   "học",  "giao", "khám",
		                                               "kiểm", "nắm",  "bàn",  "chia", "trải"};
		if (one_of(m_a.word(t + 1), k_deeds)) return true;
	}
	return false;
}

PartySet VisitWords::states_of_names(std::uint32_t begin, std::uint32_t end, Country side) const {
	for (const auto& name : m_c.names_in(begin, end)) {
		if (const auto state = state_spoken_for(m_c.people().people[name.person]); state && country_of(*state) == side)
			return {*state};
	}
	return {};
}

PartySet VisitWords::hosts_by_post(std::uint32_t begin, std::uint32_t end) const {
	// "chào xã giao đồng chí X, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh A": the posts behind a name.
	const bool named = !m_c.names_in(begin, std::min(end, begin + 4)).empty();
	for (const auto& p : players_in(m_c, begin, std::min(end, begin + (named ? 40 : 14)), Titles::take)) {
		if (!p.title && p.begin > begin + 14) break;
		if (p.title && !p.parties.empty() &&
		    !(named && kind_of(p.parties.front()) == "party-committee" && place_of(p.parties.front()).size() == 2))
			return p.parties;
	}
	return {};
}

PartySet VisitWords::short_name_or(const lexicon::Match& m, std::uint32_t end, PartySet otherwise, Country side) const {
	struct Short {
		std::string_view word;
		std::string_view kind;
		std::string_view needle;
	};
	static constexpr Short k_short[] = {
	    {"Sở", "agency", "sở"},     {"sở", "agency", "sở"},         {"trường", "school", ""},
	    {"Trường", "school", ""},   {"Hội", "women-union", ""},     {"đồn", "border-post", ""},
	    {"Đồn", "border-post", ""}, {"huyện", "district", ""},      {"bản", "village", ""},
	    {"xã", "commune", ""},      {"viện", "agency", "bệnh viện"}};
	for (auto t = m.end; t < std::min(end, m.end + 4); ++t) {
		if (m_a.tokens[t].kind != text::TokenKind::word) break;
		for (const auto& s : k_short) {
			if (m_a.word(t) != s.word || (t + 1 < end && m_a.tokens[t + 1].capital)) continue;
			if (auto found = Context::side(last_of_kind(m_c, m.end, s.kind, s.needle), side); !found.empty())
				return found;
		}
	}
	return otherwise;
}

model::Party VisitWords::peer_at(const model::Party& host, const model::Party& mover, const lexicon::Match& m,
                                 std::uint32_t end) const {
	if (kind_of(host) != "province" || kind_of(mover) == "province") return host;
	for (const auto& p : m_c.parties_in(m.end, end)) {
		// "chào xã giao ông X, Bí thư, Tỉnh trưởng tỉnh A": the leader speaks for the province.
		if (p.role == Role::in_title && !p.parties.empty() && place_of(p.parties.front()) == place_of(host)) {
			const auto kind = kind_of(p.parties.front());
			if (kind == "province" || kind == "party-committee" || kind == "people-committee") return host;
		}
		if (p.parties.size() != 1 || p.parties.front() != host || p.naming != Naming::place) continue;
		const auto first = m_a.word(p.begin);
		if (first == "tỉnh" || first == "thành" || first == "lãnh" || first == "chính" || p.leaders) return host;
		return kind_of(mover) == "agency" ? set_against(host, mover) : peer_in(host, mover);
	}
	// "qua cửa khẩu A sang Thà Khẹt": a town, which is nobody's seat in particular.
	for (const auto& p : m_c.parties().places) {
		if (p.begin >= m.end && p.begin < std::min(end, m.end + 5)) return peer_in(host, mover);
	}
	return host;
}

model::Party VisitWords::peer_in(const model::Party& host, const model::Party& mover) const {
	auto peer = std::string(place_of(host)) + mover.substr(place_of(mover).size());
	for (const auto& q : m_c.parties().mentions) {
		if (q.parties.size() == 1 && q.parties.front() == peer) return peer;
	}
	return set_against(host, mover);
}

model::Party VisitWords::set_against(const model::Party& host, const model::Party& mover) const {
	const auto& pair = m_c.main_pair();
	const auto bodies = as_bodies({host}, pair);
	return std::find(pair.begin(), pair.end(), mover) != pair.end() ? bodies.front() : host;
}

}  // namespace bienban::extraction
