// Visits that are told without a plain word of travel between the two sides: the forms of telling.

#include "extraction/told_visits.hpp"

#include <algorithm>

#include "extraction/calendar.hpp"
#include "extraction/party_completion.hpp"
#include "extraction/told_visit_reader.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

void ToldVisits::run() {
	read_sentences();
	take_named_hosts();
}

void ToldVisits::take_named_hosts() {
	for (const auto& sentence : m_a.sentences) {
		if (sentence.end - sentence.begin < 4 || m_a.word(sentence.begin) != "Chủ" ||
		    m_a.word(sentence.begin + 1) != "nhà")
			continue;
		const auto parties = m_c.named(sentence.begin, std::min(sentence.end, sentence.begin + 8));
		if (parties.size() != 1) continue;
		for (auto& r : m_out) {
			auto* visit = std::get_if<model::Visit>(&r.value);
			if (visit != nullptr && visit->to && place_of(*visit->to) == place_of(parties.front()) &&
			    kind_of(*visit->to) == "province")
				visit->to = parties.front();
		}
	}
}

void ToldVisits::read_sentences() {
	for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
		if (m_c.is_headline(s) || !speaks_of_travel(s) || told_in(m_c.sentence(s))) continue;
		const auto& sentence = m_c.sentence(s);
		if (not_done(sentence) || sends_to_work(sentence.begin, sentence.end)) continue;
		if (looks_forward(sentence.begin, sentence.end)) {
			read_moves(sentence);
			continue;
		}
		if (read_leaving(sentence) || read_stops(sentence) || read_welcome(sentence) || read_taken_in(sentence) ||
		    read_invitation(sentence) || read_programme(sentence))
			continue;
		if (!read_moves(sentence) && !read_presence(sentence)) read_abroad(sentence);
	}
}

bool ToldVisits::read_presence(const text::Sentence& sentence) {
	for (const auto cue : {Cue::give, Cue::handover, Cue::medical, Cue::patrol, Cue::course, Cue::talks,
	                       Cue::conference, Cue::briefing, Cue::exchange, Cue::ceremony, Cue::operation, Cue::search,
	                       Cue::opening, Cue::sign, Cue::both, Cue::exercise, Cue::twinning}) {
		if (m_c.has_cue(sentence.begin, sentence.end, cue)) return false;
	}
	const auto parties = m_c.parties_in(sentence.begin, sentence.end);
	const PartyMention* mover = nullptr;
	const PartyMention* host = nullptr;
	for (const auto& p : parties) {
		if (p.parties.empty() || is_state(p.parties.front()) || p.role == Role::qualifier || only_borders(m_a, p))
			continue;
		if (p.role == Role::location) {
			if (host == nullptr) host = &p;
		} else if (mover == nullptr && p.parties.size() == 1) {
			mover = &p;
		} else if (mover != nullptr && country_of(p.parties.front()) != country_of(mover->parties.front())) {
			return false;
		}
	}
	if (mover == nullptr || host == nullptr || mover->begin > host->begin ||
	    country_of(mover->parties.front()) == country_of(host->parties.front()))
		return false;
	if (!people_go(sentence.begin, mover->begin) && !delegation_in(sentence.begin, mover->begin + 1) &&
	    !of_people(sentence.begin, mover->begin))
		return false;
	bool own = false;
	const auto date = day_of_mark(sentence, host->begin, own);
	if (!own || !date) return false;
	const Mover x{mover->parties.front(), mover->begin, mover->end, mover->role == Role::in_title};
	add(x.party, better_host(host->parties.front(), x.party), date, head_of_told(x, sentence), sentence, sentence.begin,
	    host->end);
	return true;
}

bool ToldVisits::read_abroad(const text::Sentence& sentence) {
	static constexpr text::WordBits k_any{"bạn"};
	if (!m_a.may_say(m_c.sentence_of(sentence.begin), k_any)) return false;
	std::uint32_t there = 0;
	for (auto t = sentence.begin + 1; t + 1 < sentence.end && there == 0; ++t) {
		const auto w = m_a.word(t - 1);
		if ((w != "ở" && w != "tại" && w != "trên" && w != "bên" && w != "Ở" && w != "Tại") ||
		    (m_a.word(t) != "nước" && m_a.word(t) != "đất"))
			continue;
		if (m_a.word(t + 1) == "bạn") there = t;
	}
	if (there == 0 || !delegation_in(sentence.begin, sentence.end)) return false;
	bool own = false;
	const auto date = day_of_mark(sentence, there, own);
	if (!own || !date) return false;
	const auto& pair = m_c.pair_at(sentence.begin);
	const auto movers = Context::side(pair, Country::vn);
	const auto hosts = Context::side(pair, Country::la);
	if (movers.size() != 1 || hosts.size() != 1 || is_state(movers.front()) || is_state(hosts.front())) return false;
	auto head = head_beside(sentence, movers.front());
	for (auto s = m_c.sentence_of(sentence.begin); !head && s > 0 && m_c.sentence(s - 1).block == sentence.block; --s)
		head = head_beside(m_c.sentence(s - 1), movers.front());
	add(movers.front(), hosts.front(), date, std::move(head), sentence, sentence.begin, sentence.end);
	return true;
}

bool ToldVisits::of_people(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::string_view k_people[] = {"cán", "bác", "giáo", "giảng", "thợ", "kỹ", "chuyên", "thầy", "sĩ"};
	for (auto t = begin; t < end && t < begin + 4; ++t) {
		if (one_of(m_a.word(t), k_people)) return true;
	}
	return false;
}

bool ToldVisits::speaks_of_travel(std::uint32_t s) const {
	const auto& cues = m_a.cues_of[s];
	if (cues.has(Cue::crime)) return false;
	if (cues.has(Cue::travel) || cues.has(Cue::welcome)) return true;
	static constexpr text::WordBits k_any{"được", "đến", "ở", "về", "qua", "mời", "điểm", "chặng", "nơi"};
	if (!m_a.may_say(s, k_any)) return false;
	const auto& sentence = m_c.sentence(s);
	for (auto t = sentence.begin; t < sentence.end; ++t) {
		const auto w = m_a.word(t);
		if (w == "được" || w == "đến" || w == "ở" || w == "về") return true;
		if (w == "qua" || w == "mời" || w == "Điểm" || w == "Chặng" || w == "Nơi" || w == "điểm") return true;
	}
	return false;
}

bool ToldVisits::told_in(const text::Sentence& sentence) const {
	const auto begin = m_a.tokens[sentence.begin].begin;
	const auto end = m_a.tokens[sentence.end - 1].end;
	return std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
		return std::holds_alternative<model::Visit>(r.value) && r.evidence.begin.value >= begin &&
		       r.evidence.begin.value < end;
	});
}

bool ToldVisits::not_done(const text::Sentence& sentence) const {
	static constexpr text::WordBits k_any{"hoãn", "hủy", "huỷ", "nếu", "chưa", "lỡ", "sắp"};
	if (!m_a.may_say(m_c.sentence_of(sentence.begin), k_any))
		return m_c.has_cue(sentence.begin, sentence.end, Cue::deny);
	static constexpr std::string_view k_no[] = {"hoãn", "hủy", "huỷ", "nếu", "Nếu", "chưa", "lỡ", "sắp"};
	for (auto t = sentence.begin; t < sentence.end; ++t) {
		if (one_of(m_a.word(t), k_no)) return true;
	}
	return m_c.has_cue(sentence.begin, sentence.end, Cue::deny);
}

std::optional<std::string> ToldVisits::day_of_mark(const text::Sentence& sentence, std::uint32_t token,
                                                   bool& own) const {
	const auto when = when_of(m_c, sentence.begin, sentence.end, token);
	// "Năm 2004, … ông X từng dẫn đoàn sang A".
	if (!when.own) {
		for (const auto& d : m_c.dates_in(sentence.begin, std::min(sentence.end, sentence.begin + 3))) {
			if (d.from.month != 0 || d.period || d.from.year == 0) continue;
			for (auto t = d.end; t < token; ++t) {
				if (m_a.word(t) != "từng") continue;
				own = true;
				return d.edtf;
			}
		}
	}
	own = when.own && (when.day || !when.period);
	if (own) return stay_around(when.date, sentence.begin, sentence.end);
	if (mode_at(m_c, token) == Mode::past) return std::nullopt;
	if (auto day = day_so_far(m_c, sentence.begin, sentence.end); day) return day;
	return m_c.event_date();
}

bool ToldVisits::read_stops(const text::Sentence& sentence) {
	bool read = false;
	for (auto t = sentence.begin; t + 2 < sentence.end; ++t) {
		const auto is = stop_named(t, sentence.end);
		if (is == 0) continue;
		auto end = is;
		while (end < sentence.end && !m_a.tokens[end].is(',') && !m_a.tokens[end].is(';')) ++end;
		PartySet hosts;
		for (const auto& p : m_c.parties_in(is, end)) {
			if (p.role != Role::in_title && p.role != Role::qualifier && hosts.empty()) hosts = p.parties;
		}
		// "Nơi đến đầu tiên là huyện A, rồi huyện B": a comma within the list.
		if (hosts.empty() || is_state(hosts.front())) continue;
		const auto movers = topic(sentence, country_of(hosts.front()));
		if (movers.empty()) continue;
		bool own = false;
		std::optional<std::string> date;
		if (const auto when = when_of(m_c, is, end, is); when.own && when.day) date = when.date;
		if (!date) date = day_of_mark(sentence, t, own);
		for (const auto& host : hosts) {
			for (const auto& mover : movers)
				add(mover, better_host(host, mover), date, head_beside(sentence, mover), sentence, t, end);
		}
		read = true;
		t = end;
	}
	return read;
}

std::uint32_t ToldVisits::stop_named(std::uint32_t t, std::uint32_t end) const {
	const auto first = m_a.small(t);
	if (first != "điểm" && first != "chặng" && first != "nơi" && first != "trạm") return 0;
	const auto next = m_a.word(t + 1);
	static constexpr std::string_view k_next[] = {"dừng", "đến", "đầu", "cuối", "thứ", "ghé", "tới", "tiếp", "sau"};
	if (!one_of(next, k_next)) return 0;
	for (auto u = t + 2; u + 1 < std::min(end, t + 9); ++u) {
		if (m_a.tokens[u].is(';')) return 0;
		if (m_a.word(u) == "là") return u + 1;
	}
	return 0;
}

bool ToldVisits::read_welcome(const text::Sentence& sentence) {
	for (const auto& m : m_a.matches_in(sentence.begin, sentence.end)) {
		if (m.cue() != Cue::welcome || m.end > sentence.end) continue;
		const auto words = m_a.small_words(m.begin, m.end);
		const bool guests_from = !behind_of(m, sentence).empty() && come_from(m, behind_of(m, sentence).front());
		if ((words.find("đón") == std::string_view::npos && !guests_from) ||
		    m_a.cue_at(m.begin, Cue::none) != nullptr || m_a.cue_at(m.begin, Cue::search) != nullptr)
			continue;
		bool own = false;
		const auto date = day_of_mark(sentence, m.begin, own);
		if (!date) continue;
		// "đón tám phóng viên Đài B tới học": people on a day, no count of a year's guests.
		const auto counts = m_c.numbers_in(m.end, std::min(sentence.end, m.end + 2));
		const bool group = !counts.empty() && own && people_go(m.end, std::min(sentence.end, m.end + 5)) &&
		                   word_or_none(counts.front().end) != "đoàn";
		if (!counts.empty() && !group) continue;
		const auto before = players_in(m_c, sentence.begin, m.begin, Titles::take);
		const auto behind = behind_of(m, sentence);
		if (behind.empty()) continue;
		const auto& next = behind.front();
		if (received_guests(m, next, sentence)) {
			// The hosts stand behind "là" or "có", the guests in the sentences before.
			const auto host = next.parties.front();
			auto movers = topic(sentence, country_of(host));
			// "Người bước vào phòng khách là Bí thư A; người ra tận cửa đón ông là Bí thư B".
			if (!before.empty() && before.back().title && country_of(before.back().parties.front()) != country_of(host))
				movers = before.back().parties;
			if (movers.empty()) continue;
			for (const auto& mover : movers)
				add(mover, better_host(host, mover), date, head_beside(sentence, mover), sentence, m.begin, next.end);
			return true;
		}
		if (before.empty() || (next.begin > m.end + (group ? 8U : 5U) && !come_from(m, next))) continue;
		const auto& host = before.back();
		if (host.reference || country_of(host.parties.front()) == country_of(next.parties.front())) continue;
		if (!next.title && !own && !come_from(m, next)) continue;
		for (const auto& mover : next.parties) {
			if (is_state(mover) || is_state(host.parties.front())) continue;
			add(mover, better_host(host.parties.front(), mover), date, name_behind(next, sentence), sentence, m.begin,
			    next.end);
		}
		return true;
	}
	return false;
}

std::vector<Player> ToldVisits::behind_of(const lexicon::Match& m, const text::Sentence& sentence) const {
	auto behind = players_in(m_c, m.end, sentence.end, Titles::take);
	std::erase_if(behind, [](const Player& p) { return p.reference; });
	return behind;
}

bool ToldVisits::come_from(const lexicon::Match& m, const Player& next) const {
	for (auto t = m.end; t + 1 < next.begin + 1 && t < m.end + 10; ++t) {
		if (m_a.tokens[t].is(',')) return false;
		if (m_a.word(t) == "đến" && m_a.word(t + 1) == "từ") return true;
	}
	return false;
}

bool ToldVisits::received_guests(const lexicon::Match& m, const Player& next, const text::Sentence& sentence) const {
	if (!next.title) return false;
	bool guests = false;
	for (auto t = m.begin; t < std::min(sentence.end, m.end + 3); ++t) {
		const auto w = m_a.word(t);
		guests = guests || w == "bạn" || w == "đoàn" || w == "khách" || w == "ông" || w == "bà" || w == "họ";
	}
	if (!guests) return false;
	for (auto t = m.end; t < next.begin; ++t) {
		if (m_a.word(t) == "là" || m_a.word(t) == "có") return true;
	}
	return false;
}

std::optional<std::string> ToldVisits::name_behind(const Player& player, const text::Sentence& sentence) const {
	if (!player.title) return std::nullopt;
	for (const auto& name : m_c.names_in(player.begin, std::min(sentence.end, player.end + 3)))
		return m_c.people().people[name.person].name;
	return std::nullopt;
}

bool ToldVisits::read_taken_in(const text::Sentence& sentence) {
	for (auto t = sentence.begin + 1; t + 2 < sentence.end; ++t) {
		if (m_a.word(t) != "được") continue;
		const auto verb = taking_verb(t + 1, sentence.end);
		if (verb == 0) continue;
		auto hosts = hosts_between(t + 1, verb);
		// "Tại A, Bí thư Huyện ủy B … được Huyện trưởng nước bạn đưa đi xem": the place stands at the head.
		if (hosts.empty() && m_a.word(sentence.begin) == "Tại") hosts = host_at(sentence.begin + 1, t);
		if (hosts.empty() || is_state(hosts.front())) continue;
		const auto side = country_of(hosts.front());
		auto movers = subjects(sentence.begin, t, other_side(side));
		std::erase_if(movers, [](const Mover& x) { return is_state(x.party); });
		if (movers.empty() && stands_for(sentence.begin, t)) {
			for (const auto& p : topic(sentence, side)) movers.push_back({p, sentence.begin, t, false});
		}
		if (movers.empty()) continue;
		if (!people_go(sentence.begin, t) && !delegation_in(sentence.begin, t) && !movers.front().person &&
		    !stands_for(sentence.begin, t) && !veterans(sentence.begin, t))
			continue;
		bool own = false;
		const auto date = day_of_mark(sentence, t, own);
		if (!date) continue;
		for (const auto& mover : movers)
			add(mover.party, better_host(hosts.front(), mover.party), date, head_of_told(mover, sentence), sentence,
			    sentence.begin, verb + 1);
		return true;
	}
	return false;
}

std::uint32_t ToldVisits::taking_verb(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end && t < begin + 16; ++t) {
		if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';')) return 0;
		const auto w = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if (w == "đón" || (w == "tiếp" && next == "đón") || w == "choàng" || (w == "buộc" && next == "chỉ")) return t;
		if ((w == "đưa" || w == "dẫn") && (next == "đi" || next == "đến" || next == "tới" || next == "lên")) return t;
		if (w == "mời" && (next == "cơm" || next == "ở" || next == "về")) return t;
	}
	return 0;
}

PartySet ToldVisits::hosts_between(std::uint32_t begin, std::uint32_t end) const {
	for (const auto& p : players_in(m_c, begin, end, Titles::take)) {
		if (!p.parties.empty()) return p.parties;
	}
	for (const auto& p : m_c.parties_in(begin, end)) {
		if (!p.parties.empty()) return p.parties;
	}
	return {};
}

bool ToldVisits::veterans(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::string_view k_people[] = {"cựu", "sĩ", "viên", "khách", "thầy", "cán", "thanh"};
	for (auto t = begin; t < end; ++t) {
		if (one_of(m_a.word(t), k_people)) return true;
	}
	return false;
}

bool ToldVisits::read_leaving(const text::Sentence& sentence) {
	std::uint32_t home = 0;
	std::uint32_t from = 0;
	for (auto t = sentence.begin; t + 1 < sentence.end; ++t) {
		if (m_a.word(t) == "về" && m_a.word(t + 1) == "nước") home = t;
		if (m_a.word(t) == "rời" || m_a.word(t) == "Rời") from = t;
	}
	if (home == 0 || from == 0 || from > home || !delegation_in(sentence.begin, sentence.end)) return false;
	const auto hosts = host_at(from + 1, home);
	if (hosts.empty()) return false;
	const auto movers = subjects(sentence.begin, sentence.end, other_side(country_of(hosts.front())));
	const auto when = when_of(m_c, sentence.begin, sentence.end, from);
	if (movers.empty() || !when.own || !when.day) return false;
	auto date = when.date;
	if (const auto last = day_of(*date); last && !date->starts_with("XXXX") && !when.period) {
		for (auto t = sentence.begin; t < from; ++t) {
			const auto count = m_a.small(t) == "hai" ? 2U : small_count(m_a.small(t));
			if (count < 2 || count > 15 || m_a.word(t + 1) != "ngày") continue;
			auto first = *last;
			for (auto left = count; left > 1; --left) first = day_before(first);
			date = edtf_of(first) + "/" + *date;
			break;
		}
	}
	for (const auto& mover : movers)
		add(mover.party, better_host(hosts.front(), mover.party), date, head_of_told(mover, sentence), sentence,
		    sentence.begin, home + 2);
	return true;
}

bool ToldVisits::read_programme(const text::Sentence& sentence) {
	for (auto t = sentence.begin; t + 3 < sentence.end && t < sentence.begin + 8; ++t) {
		const auto w = m_a.small(t);
		const auto next = m_a.word(t + 1);
		const bool lead = (w == "chương" && next == "trình") || (w == "hành" && next == "trình") ||
		                  (w == "chuyến" && next != "bay") || (w == "lịch" && next == "trình");
		if (!lead) continue;
		std::uint32_t at = 0;
		std::uint32_t of = 0;
		for (auto u = t + 2; u < std::min(sentence.end, t + 24); ++u) {
			const auto x = m_a.word(u);
			if (at == 0 && (x == "ở" || x == "tại" || x == "tới" || x == "đến" || x == "sang")) at = u;
			if (at != 0 && of == 0 && x == "của") of = u;
		}
		if (at == 0 || of == 0) continue;
		const auto host = host_at(at + 1, of);
		if (host.empty()) continue;
		const auto movers = subjects(of, std::min(sentence.end, of + 24), other_side(country_of(host.front())));
		bool own = false;
		const auto date = day_of_mark(sentence, t, own);
		if (movers.empty() || !date || !own || (!movers.front().person && !delegation_in(of, sentence.end))) continue;
		add(movers.front().party, better_host(host.front(), movers.front().party), date,
		    head_of_told(movers.front(), sentence), sentence, t, movers.front().end);
		return true;
	}
	return false;
}

PartySet ToldVisits::host_at(std::uint32_t begin, std::uint32_t end) const {
	for (const auto& p : m_c.parties_in(begin, end)) {
		if (!p.parties.empty() && p.role != Role::qualifier && p.role != Role::in_title && !is_state(p.parties.front()))
			return p.parties;
	}
	if (const auto place = place_at(begin)) return {*place};
	return {};
}

bool ToldVisits::read_invitation(const text::Sentence& sentence) {
	std::uint32_t call = 0;
	for (auto t = sentence.begin; t + 1 < sentence.end && call == 0; ++t) {
		if (m_a.word(t) == "lời" && m_a.word(t + 1) == "mời") call = t;
	}
	if (call == 0) return false;
	PartySet hosts;
	std::uint32_t until = call + 2;
	for (const auto& p : m_c.parties_in(call, sentence.end)) {
		if (!hosts.empty() || p.parties.empty() || !invites(p, sentence.begin)) continue;
		hosts = p.parties;
		until = p.end;
	}
	if (hosts.empty() || is_state(hosts.front())) return false;
	const auto side = country_of(hosts.front());
	auto movers = subjects(sentence.begin, call, other_side(side));
	if (movers.empty()) movers = subjects(until, sentence.end, other_side(side));
	if (movers.empty()) return false;
	bool own = false;
	const auto date = day_of_mark(sentence, call, own);
	if (!date) return false;
	for (const auto& mover : movers) {
		for (const auto& host : hosts)
			add(mover.party, better_host(host, mover.party), date, head_of_told(mover, sentence), sentence,
			    sentence.begin, std::max(mover.end, until));
	}
	return true;
}

void find_told_visits(const Context& context, std::vector<model::Record>& out) { ToldVisits(context, out).run(); }

}  // namespace bienban::extraction
