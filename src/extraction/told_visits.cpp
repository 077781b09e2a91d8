// Visits that are told without a plain word of travel between the two sides.

#include "extraction/told_visits.hpp"

#include <algorithm>

#include "extraction/calendar.hpp"
#include "extraction/party_completion.hpp"
#include "extraction/visit_movers.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;

/// Where a sentence says that somebody goes: the words, and how surely they speak of a journey.
struct Mark {
	std::uint32_t begin = 0;
	std::uint32_t end = 0;
	bool strong = false;  ///< "đặt chân", "là khách của", "lên đường": of people on a journey only
	bool opens = false;   ///< stands at the head of its sentence, so that the subject follows
};

class ToldVisits : private VisitMovers {
public:
	ToldVisits(const Context& context, std::vector<model::Record>& out) : VisitMovers(context), m_out(out) {}

	void run() {
		read_sentences();
		take_named_hosts();
	}

private:
	/// "Chủ nhà là Ủy ban MTTQ tỉnh A": the body that receives, where the province was told so far.
	void take_named_hosts() {
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

	void read_sentences() {
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			if (m_c.is_headline(s) || !speaks_of_travel(s) || told_in(m_c.sentence(s))) continue;
			const auto& sentence = m_c.sentence(s);
			if (not_done(sentence)) continue;
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

	/// "Hai mươi hai cán bộ văn hóa tỉnh A vừa có bốn ngày học hỏi tại B", "Các cán bộ Hội A có trọn buổi chiều ở huyện
	/// B": people of the one side, on days of their own, in a place of the other, where nothing is done together.
	bool read_presence(const text::Sentence& sentence) {
		for (const auto cue : {Cue::give, Cue::handover, Cue::medical, Cue::patrol, Cue::course, Cue::talks,
		                       Cue::conference, Cue::briefing, Cue::exchange, Cue::ceremony, Cue::operation,
		                       Cue::search, Cue::opening, Cue::sign, Cue::both, Cue::exercise, Cue::twinning}) {
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
		add(x.party, better_host(host->parties.front(), x.party), date, head_of_told(x, sentence), sentence,
		    sentence.begin, host->end);
		return true;
	}

	/// "Trong hai ngày 14 và 15/8 ở nước bạn, đoàn còn tới xem …": the pair that the text speaks of, as a delegation
	/// over there.
	bool read_abroad(const text::Sentence& sentence) {
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
		if (movers.size() != 1 || hosts.size() != 1 || is_state(movers.front()) || is_state(hosts.front()))
			return false;
		auto head = head_beside(sentence, movers.front());
		for (auto s = m_c.sentence_of(sentence.begin); !head && s > 0 && m_c.sentence(s - 1).block == sentence.block;
		     --s)
			head = head_beside(m_c.sentence(s - 1), movers.front());
		add(movers.front(), hosts.front(), date, std::move(head), sentence, sentence.begin, sentence.end);
		return true;
	}

	/// "Các cán bộ Hội A", "những người thợ Công ty A".
	bool of_people(std::uint32_t begin, std::uint32_t end) const {
		static constexpr std::string_view k_people[] = {"cán", "bác",    "giáo", "giảng", "thợ",
		                                                "kỹ",  "chuyên", "thầy", "sĩ"};
		for (auto t = begin; t < end && t < begin + 4; ++t) {
			if (one_of(m_a.word(t), k_people)) return true;
		}
		return false;
	}

	bool speaks_of_travel(std::uint32_t s) const {
		const auto& cues = m_a.cues_of[s];
		if (cues.has(Cue::crime)) return false;
		if (cues.has(Cue::travel) || cues.has(Cue::welcome)) return true;
		const auto& sentence = m_c.sentence(s);
		for (auto t = sentence.begin; t < sentence.end; ++t) {
			const auto w = m_a.word(t);
			if (w == "được" || w == "đến" || w == "ở" || w == "về") return true;
			if (w == "qua" || w == "mời" || w == "Điểm" || w == "Chặng" || w == "Nơi" || w == "điểm") return true;
		}
		return false;
	}

	/// Has a visit been read out of this sentence?
	bool told_in(const text::Sentence& sentence) const {
		const auto begin = m_a.tokens[sentence.begin].begin;
		const auto end = m_a.tokens[sentence.end - 1].end;
		return std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
			return std::holds_alternative<model::Visit>(r.value) && r.evidence.begin.value >= begin &&
			       r.evidence.begin.value < end;
		});
	}

	/// "hoãn lại", "nếu", "chưa": it did not happen.
	bool not_done(const text::Sentence& sentence) const {
		static constexpr std::string_view k_no[] = {"hoãn", "hủy", "huỷ", "nếu", "Nếu", "chưa", "lỡ", "sắp"};
		for (auto t = sentence.begin; t < sentence.end; ++t) {
			if (one_of(m_a.word(t), k_no)) return true;
		}
		return m_c.has_cue(sentence.begin, sentence.end, Cue::deny);
	}

	/// The day of what the token tells, of its sentence; else the last of the block, the event's.
	std::optional<std::string> day_of_mark(const text::Sentence& sentence, std::uint32_t token, bool& own) const {
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

	// ---- stops of a journey

	/// "Điểm dừng đầu là A ngày 6/6, điểm dừng sau là B hôm 8/6": hosts, one after another, of those on the way.
	bool read_stops(const text::Sentence& sentence) {
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

	/// "điểm dừng đầu là", "chặng cuối là", "nơi đến tiếp theo là": the token behind "là"; 0 where `t` begins no such
	/// words.
	std::uint32_t stop_named(std::uint32_t t, std::uint32_t end) const {
		const auto first = text::lower(m_a.word(t));
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

	// ---- welcomes

	/// "Phó Bí thư Huyện ủy A đón Huyện trưởng B tại cửa khẩu C"; "xe chở đoàn B qua mốc. Ra tận cửa khẩu đón bạn là
	/// Phó Chủ tịch A".
	bool read_welcome(const text::Sentence& sentence) {
		for (const auto& m : m_a.matches_in(sentence.begin, sentence.end)) {
			if (m.cue() != Cue::welcome || m.end > sentence.end) continue;
			const auto words = text::lower(m_a.words(m.begin, m.end));
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
				const auto host = host_of(next.parties);
				auto movers = topic(sentence, country_of(host));
				// "Người bước vào phòng khách là Bí thư A; người ra tận cửa đón ông là Bí thư B".
				if (!before.empty() && before.back().title &&
				    country_of(before.back().parties.front()) != country_of(host))
					movers = before.back().parties;
				if (movers.empty()) continue;
				for (const auto& mover : movers)
					add(mover, better_host(host, mover), date, head_beside(sentence, mover), sentence, m.begin,
					    next.end);
				return true;
			}
			if (before.empty() || (next.begin > m.end + (group ? 8U : 5U) && !come_from(m, next))) continue;
			const auto& host = before.back();
			if (host.reference || country_of(host.parties.front()) == country_of(next.parties.front())) continue;
			if (!next.title && !own && !come_from(m, next)) continue;
			for (const auto& mover : next.parties) {
				if (is_state(mover) || is_state(host.parties.front())) continue;
				add(mover, better_host(host_of(host.parties), mover), date, name_behind(next, sentence), sentence,
				    m.begin, next.end);
			}
			return true;
		}
		return false;
	}

	std::vector<Player> behind_of(const lexicon::Match& m, const text::Sentence& sentence) const {
		auto behind = players_in(m_c, m.end, sentence.end, Titles::take);
		std::erase_if(behind, [](const Player& p) { return p.reference; });
		return behind;
	}

	/// "tiếp những người nông dân đến từ tỉnh A".
	bool come_from(const lexicon::Match& m, const Player& next) const {
		for (auto t = m.end; t + 1 < next.begin + 1 && t < m.end + 10; ++t) {
			if (m_a.tokens[t].is(',')) return false;
			if (m_a.word(t) == "đến" && m_a.word(t + 1) == "từ") return true;
		}
		return false;
	}

	/// "đón bạn là …", "đón đoàn ở cửa khẩu có …": guests without a name, then the one who receives.
	bool received_guests(const lexicon::Match& m, const Player& next, const text::Sentence& sentence) const {
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

	std::optional<std::string> name_behind(const Player& player, const text::Sentence& sentence) const {
		if (!player.title) return std::nullopt;
		for (const auto& name : m_c.names_in(player.begin, std::min(sentence.end, player.end + 3)))
			return m_c.people().people[name.person].name;
		return std::nullopt;
	}

	/// "hai mươi nữ cán bộ A được chị em B choàng khăn", "họ được B đón từ ngày 13/3", "A được Huyện trưởng nước bạn
	/// đưa đi xem": taken in by those who stand between "được" and the verb.
	bool read_taken_in(const text::Sentence& sentence) {
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

	/// The token of a verb of welcoming within some words: "đón", "choàng khăn", "đưa đi xem", "dẫn đi thăm"; 0 where
	/// none is.
	std::uint32_t taking_verb(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t + 1 < end && t < begin + 16; ++t) {
			if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';')) return 0;
			const auto w = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if (w == "đón" || (w == "tiếp" && next == "đón") || w == "choàng" || (w == "buộc" && next == "chỉ"))
				return t;
			if ((w == "đưa" || w == "dẫn") && (next == "đi" || next == "đến" || next == "tới" || next == "lên"))
				return t;
			if (w == "mời" && (next == "cơm" || next == "ở" || next == "về")) return t;
		}
		return 0;
	}

	PartySet hosts_between(std::uint32_t begin, std::uint32_t end) const {
		for (const auto& p : players_in(m_c, begin, end, Titles::take)) {
			if (!p.parties.empty()) return p.parties;
		}
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (!p.parties.empty()) return p.parties;
		}
		return {};
	}

	bool veterans(std::uint32_t begin, std::uint32_t end) const {
		static constexpr std::string_view k_people[] = {"cựu", "sĩ", "viên", "khách", "thầy", "cán", "thanh"};
		for (auto t = begin; t < end; ++t) {
			if (one_of(m_a.word(t), k_people)) return true;
		}
		return false;
	}

	// ---- the way home

	/// "Kết thúc bốn ngày làm việc, trưa 18/7, đoàn A rời B về nước": a stay of so many days that ends.
	bool read_leaving(const text::Sentence& sentence) {
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
				const auto count = text::lower(m_a.word(t)) == "hai" ? 2U : small_count(text::lower(m_a.word(t)));
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

	// ---- programmes

	/// "Chương trình hai ngày 5 và 6/8 ở Quảng Nam của bà X, Chủ tịch Hội A", "ngày đầu của đoàn A trên đất B": days
	/// that somebody spends in a place of the other side.
	bool read_programme(const text::Sentence& sentence) {
		for (auto t = sentence.begin; t + 3 < sentence.end && t < sentence.begin + 8; ++t) {
			const auto w = text::lower(m_a.word(t));
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
			if (movers.empty() || !date || !own || (!movers.front().person && !delegation_in(of, sentence.end)))
				continue;
			add(movers.front().party, better_host(host.front(), movers.front().party), date,
			    head_of_told(movers.front(), sentence), sentence, t, movers.front().end);
			return true;
		}
		return false;
	}

	PartySet host_at(std::uint32_t begin, std::uint32_t end) const {
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (!p.parties.empty() && p.role != Role::qualifier && p.role != Role::in_title &&
			    !is_state(p.parties.front()))
				return p.parties;
		}
		if (const auto place = place_at(begin)) return {*place};
		return {};
	}

	// ---- invitations

	/// "Theo lời mời của B, … mười cán bộ A đặt chân lên đất bạn", "Nhận lời mời của B, A khảo sát …": the one who
	/// invites is the host.
	bool read_invitation(const text::Sentence& sentence) {
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
				add(mover.party, better_host(host_of({host}), mover.party), date, head_of_told(mover, sentence),
				    sentence, sentence.begin, std::max(mover.end, until));
		}
		return true;
	}

	// ---- moves

	bool read_moves(const text::Sentence& sentence) {
		for (auto t = sentence.begin; t < sentence.end; ++t) {
			const auto mark = mark_at(t, sentence);
			if (mark.end == 0) continue;
			if (looks_forward(sentence.begin, mark.begin)) return false;
			if (read_move(sentence, mark)) return true;
		}
		return false;
	}

	/// A word of going at this token; `end` is 0 where there is none.
	Mark mark_at(std::uint32_t t, const text::Sentence& sentence) const {
		Mark mark;
		const auto* travel = m_a.cue_at(t, Cue::travel);
		if (travel != nullptr && m_a.cue_at(t, Cue::none) == nullptr && !joins_dates(*travel)) {
			mark = {travel->begin, travel->end, says_visit(*travel), false};
			const auto first = text::lower(m_a.word(t));
			mark.strong = mark.strong || first == "đặt" || first == "có" || first == "lưu" || first == "ghé" ||
			              first == "chuyến" || first == "lên" || first == "là" || first == "công";
		} else if (text::lower(m_a.word(t)) == "qua" && goes_over(t, sentence)) {
			mark = {t, t + 1, false, false};
		}
		if (mark.end != 0) {
			static constexpr std::string_view k_leads[] = {"Nhân", "Trong", "Sau", "Kết", "Tiếp", "Mở"};
			mark.opens = mark.begin <= sentence.begin + (one_of(m_a.word(sentence.begin), k_leads) ? 5U : 1U);
		}
		return mark;
	}

	/// "cùng ba cán bộ qua Đà Nẵng": the name of a place stands right behind; not "thời gian qua", "đi qua", "thông
	/// qua".
	bool goes_over(std::uint32_t t, const text::Sentence& sentence) const {
		if (t + 1 >= sentence.end || t == sentence.begin) return false;
		static constexpr std::string_view k_not[] = {"thông", "trải",  "vượt", "hàng", "chảy", "gian",   "vừa",
		                                             "năm",   "tháng", "đã",   "vận",  "bán",  "chuyển", "xuất"};
		if (one_of(m_a.word(t - 1), k_not)) return false;
		if (crosses_line(t)) return true;
		for (const auto& p : m_c.parties_in(t + 1, std::min(sentence.end, t + 3))) {
			if (!p.parties.empty() && p.role != Role::in_title) return true;
		}
		return place_at(t + 1).has_value();
	}

	/// "qua cửa khẩu A", "qua cột mốc 327", "qua biên giới": over to the other side, whichever that is.
	bool crosses_line(std::uint32_t t) const {
		const auto next = word_or_none(t + 1);
		const auto third = word_or_none(t + 2);
		return text::lower(m_a.word(t)) == "qua" &&
		       ((next == "cửa" && third == "khẩu") || (next == "cột" && third == "mốc") ||
		        (next == "biên" && third == "giới") || next == "mốc");
	}

	/// Who lives where those go who cross the line: named behind it in the sentence or in the next one of the block.
	PartySet hosts_across(const Mark& mark, const text::Sentence& sentence) const {
		auto own = subjects(sentence.begin, mark.begin, Country::la);
		if (own.empty()) own = subjects(sentence.begin, mark.begin, Country::vn);
		if (own.empty()) return {};
		const auto side = other_side(country_of(own.front().party));
		const auto s = m_c.sentence_of(sentence.begin);
		for (auto i = s; i < m_a.sentences.size() && i <= s + 1; ++i) {
			const auto& x = m_c.sentence(i);
			if (x.block != sentence.block) break;
			for (const auto& p : m_c.parties_in(i == s ? mark.end : x.begin, x.end)) {
				if (!p.parties.empty() && country_of(p.parties.front()) == side && !is_state(p.parties.front()) &&
				    p.role != Role::qualifier && !(i == s && p.begin < mark.end + 5))
					return p.parties;
			}
		}
		auto pair = Context::side(m_c.pair_at(mark.begin), side);
		std::erase_if(pair, is_state);
		return pair;
	}

	/// The province of the place that begins at this token or right behind it.
	std::optional<model::Party> place_at(std::uint32_t begin) const {
		for (const auto& p : m_c.parties().places) {
			if (p.begin > begin + 2) break;
			if (p.begin < begin || m_a.lexicon.place(p.place).code.size() == 2) continue;
			return m_a.lexicon.place(p.place).code + "/province";
		}
		return std::nullopt;
	}

	/// "Ông cùng bốn sĩ quan đã lên đường …": the body of the person with a post whom the sentence before names.
	std::vector<Mover> person_before(const text::Sentence& sentence, Country host) const {
		const auto first = m_a.word(sentence.begin);
		const auto s = m_c.sentence_of(sentence.begin);
		if ((first != "Ông" && first != "Bà") || s == 0) return {};
		const auto& before = m_c.sentence(s - 1);
		auto movers = subjects(before.begin, before.end, other_side(host));
		std::erase_if(movers, [](const Mover& x) { return !x.person; });
		return movers;
	}

	bool read_move(const text::Sentence& sentence, const Mark& mark) {
		if (!m_c.numbers_in(mark.end, std::min(sentence.end, mark.end + 2)).empty()) return false;
		bool own = false;
		const auto date = day_of_mark(sentence, mark.begin, own);
		if (!date) return false;
		auto hosts = crosses_line(mark.begin) ? hosts_across(mark, sentence) : hosts_behind(mark, sentence);
		const auto* back = mark.begin > sentence.begin ? &m_a.tokens[mark.begin - 1] : nullptr;
		const bool sent =
		    back != nullptr && (m_a.word(mark.begin - 1) == "gửi" || m_a.word(mark.begin - 1) == "chuyển" ||
		                        m_a.word(mark.begin - 1) == "từ" || m_a.word(mark.begin - 1) == "dẫn");
		if (sent) return false;
		if (hosts.empty()) hosts = hosts_before(mark, sentence);
		if (hosts.empty()) return false;
		const auto side = country_of(hosts.front());
		if (side != Country::vn && side != Country::la) return false;
		auto movers = subjects(sentence.begin, mark.begin, other_side(side));
		if (!movers.empty() && joined_to(hosts, movers, sentence.begin, mark.begin)) return false;
		if (movers.empty() && mark.opens) movers = subjects(mark.end, sentence.end, other_side(side));
		const bool people = std::any_of(movers.begin(), movers.end(), [](const Mover& x) { return x.person; });
		const bool group = delegation_in(sentence.begin, sentence.end) || people_go(sentence.begin, mark.begin);
		if (movers.empty()) {
			// "Sáng 12/4, các anh ghé A": whom the text has followed so far.
			if (!stands_for(sentence.begin, mark.begin)) return false;
			movers = person_before(sentence, side);
			if (!movers.empty()) {
				const auto& before = m_c.sentence(m_c.sentence_of(sentence.begin) - 1);
				for (const auto& mover : movers) {
					add(mover.party, better_host(hosts.front(), mover.party), date, head_of_told(mover, before),
					    sentence, mark.begin, std::max(mark.end, last_end(mark, sentence)));
				}
				return true;
			}
			for (const auto& p : topic(sentence, side)) movers.push_back({p, sentence.begin, mark.begin, false});
			if (movers.empty()) return false;
		} else if (!mark.strong && !(own && (people || group)) && !group) {
			return false;
		}
		if (!own && !group && !people && !mark.strong) return false;
		if (is_state(movers.front().party) && !mark.strong) return false;
		for (const auto& mover : movers) {
			for (const auto& host : hosts)
				add(mover.party, better_host(host_of({host}), mover.party), date, head_of_told(mover, sentence),
				    sentence, std::min(mover.begin, mark.begin), std::max(mark.end, last_end(mark, sentence)));
		}
		return true;
	}

	/// Are the hosts named with the movers before the word: "huyện A và huyện B tới đủ 12 cột mốc"?
	bool joined_to(const PartySet& hosts, const std::vector<Mover>& movers, std::uint32_t begin,
	               std::uint32_t end) const {
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.role == Role::in_title || p.role == Role::location) continue;
			for (const auto& q : p.parties) {
				if (country_of(q) == country_of(hosts.front()) && country_of(q) != country_of(movers.front().party))
					return true;
			}
		}
		return false;
	}

	/// "mười hai cán bộ A", "bảy giảng viên": people are spoken of.
	bool people_go(std::uint32_t begin, std::uint32_t end) const {
		static constexpr std::string_view k_people[] = {"cán",   "giảng", "giáo", "thầy", "bác", "hội",  "chiến",
		                                                "người", "chị",   "anh",  "nhà",  "đại", "lãnh", "trưởng",
		                                                "thành", "sĩ",    "bà",   "già",  "nữ",  "em",   "đoàn"};
		for (const auto& n : m_c.numbers_in(begin, end)) {
			if (one_of(word_or_none(n.end), k_people)) return true;
		}
		for (auto t = begin; t + 1 < end; ++t) {
			const auto w = text::lower(m_a.word(t));
			const auto next = m_a.word(t + 1);
			if ((w == "lãnh" && next == "đạo") || (w == "đại" && next == "diện") || (w == "đại" && next == "biểu") ||
			    (w == "chỉ" && next == "huy"))
				return true;
		}
		return false;
	}

	/// "các anh", "họ", "đoàn", "cả đoàn", or no subject at all behind a day or a comma.
	bool stands_for(std::uint32_t begin, std::uint32_t end) const {
		if (!m_c.names_in(begin, end).empty()) return false;
		static constexpr std::string_view k_short[] = {"anh", "chị", "họ", "Họ", "đoàn", "Đoàn", "mình", "khách"};
		const auto first = m_a.word(begin);
		if ((first == "Ông" || first == "Bà") && begin + 1 < end && !m_a.tokens[begin + 1].capital) return true;
		for (std::uint32_t back = 1; back <= 4 && end >= begin + back; ++back) {
			if (one_of(m_a.word(end - back), k_short)) return true;
		}
		return false;
	}

	std::uint32_t last_end(const Mark& mark, const text::Sentence& sentence) const {
		std::uint32_t last = mark.end;
		for (const auto& p : m_c.parties_in(mark.end, std::min(sentence.end, mark.end + 12)))
			last = std::max(last, p.end);
		return last;
	}

	/// Who is visited: named within a few words behind the mark, as a body, a venue or a post; else the place.
	PartySet hosts_behind(const Mark& mark, const text::Sentence& sentence) const {
		// "Nhân chuyến công tác, A tặng B": behind the comma stands who does it.
		if (mark.end < sentence.end && m_a.tokens[mark.end].is(',')) return {};
		const auto stop = std::min(sentence.end, mark.end + 9);
		PartySet out;
		bool state = false;
		for (const auto& p : m_c.parties_in(mark.end, stop)) {
			if (p.parties.empty() || p.role == Role::qualifier) continue;
			if (only_borders(m_a, p) || p.delegation || stops(mark.end, p.begin)) break;
			if (p.role == Role::in_title && !greets(mark)) break;
			if (p.role == Role::location && p.begin > mark.end + 3 && sights(mark.end, p.begin)) break;
			if (is_state(p.parties.front())) {
				state = true;
				continue;
			}
			out = p.parties;
			break;
		}
		if (out.empty()) {
			if (const auto place = place_at(mark.end)) out = {*place};
		}
		if (out.empty() && (state || friends_behind(mark, sentence))) out = bodies_across(mark, sentence);
		return out;
	}

	/// "Công an tỉnh A có khách. Đoàn Công an tỉnh B tới bàn chuyện …": a delegation comes to whom the sentence before
	/// told of.
	PartySet hosts_before(const Mark& mark, const text::Sentence& sentence) const {
		const auto s = m_c.sentence_of(sentence.begin);
		if (s == 0 || m_c.sentence(s - 1).block != sentence.block) return {};
		if (!delegation_in(sentence.begin, mark.begin) && !(arrives(mark) && people_go(sentence.begin, mark.begin)))
			return {};
		if (mark.end < sentence.end && (m_a.tokens[mark.end].capital || m_a.tokens[mark.end].is(','))) return {};
		PartySet own;
		for (const auto& p : m_c.parties_in(sentence.begin, mark.begin)) {
			if ((p.delegation || arrives(mark)) && own.empty()) own = p.parties;
		}
		if (own.empty()) return {};
		PartySet out;
		for (const auto& p : m_c.parties_in(m_c.sentence(s - 1).begin, m_c.sentence(s - 1).end)) {
			if ((p.role != Role::free && !arrives(mark)) || p.naming == Naming::place || p.parties.empty() ||
			    country_of(p.parties.front()) == country_of(own.front()))
				continue;
			out = p.parties;
		}
		return out;
	}

	/// "đã sang tới nơi", "có mặt tại chỗ", "đến tận nơi".
	bool arrives(const Mark& mark) const {
		for (auto t = mark.begin; t < mark.end + 3 && t < m_a.tokens.size(); ++t) {
			if (m_a.word(t) == "nơi" || m_a.word(t) == "chỗ") return true;
		}
		return false;
	}

	/// "thăm một số cơ sở sản xuất ở tỉnh A": what is looked at there.
	bool sights(std::uint32_t begin, std::uint32_t end) const {
		static constexpr std::string_view k_second[] = {"sở", "hình", "máy", "tích", "trang", "tàng", "trình", "thắng"};
		for (auto t = begin; t < end; ++t) {
			if (one_of(m_a.word(t), k_second)) return true;
		}
		return false;
	}

	bool greets(const Mark& mark) const {
		const auto words = m_a.words(mark.begin, mark.end);
		return words.find("chào") != std::string_view::npos || words.find("thăm") != std::string_view::npos ||
		       words.find("gặp") != std::string_view::npos || words.find("chúc") != std::string_view::npos;
	}

	bool friends_behind(const Mark& mark, const text::Sentence& sentence) const {
		return m_c.has_cue(mark.begin, std::min(sentence.end, mark.end + 4), Cue::friends);
	}

	/// "trong chuyến công tác Lào, X đã chào Bộ trưởng Bộ Quốc phòng Lào", "đặt chân lên đất bạn": of the country that
	/// is entered the body that the sentence or the text names.
	PartySet bodies_across(const Mark& mark, const text::Sentence& sentence) const {
		PartySet own;
		for (const auto& p : m_c.parties_in(sentence.begin, sentence.end)) {
			if (!p.parties.empty() && !is_state(p.parties.front()) && own.empty()) own = p.parties;
		}
		if (own.empty()) return {};
		const auto side = other_side(country_of(own.front()));
		for (const auto& p : m_c.parties_in(mark.end, sentence.end)) {
			if (!p.parties.empty() && country_of(p.parties.front()) == side && !is_state(p.parties.front()))
				return p.parties;
		}
		auto pair = Context::side(m_c.pair_at(mark.begin), side);
		std::erase_if(pair, is_state);
		return pair;
	}

	/// Who goes, named in tokens [begin, end): the delegations, else bodies, else the bodies of named persons.
	std::vector<Mover> subjects(std::uint32_t begin, std::uint32_t end, Country side) const {
		std::vector<Mover> delegations;
		std::vector<Mover> bodies;
		std::vector<Mover> posts;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.parties.empty() || p.end > end || country_of(p.parties.front()) != side ||
			    p.role == Role::qualifier || invites(p, begin) || only_borders(m_a, p))
				continue;
			if (p.role == Role::location && !p.delegation) continue;
			auto party = p.parties.size() == 1 ? known_body(p) : p.parties.front();
			if (const auto trade = body_of_trade(party, p.begin, begin)) party = *trade;
			const Mover mover{party, p.begin, p.end, p.role == Role::in_title};
			if (p.role == Role::in_title) {
				posts.push_back(mover);
			} else if (p.delegation || delegation_before(p.begin, begin)) {
				delegations.push_back(mover);
			} else {
				bodies.push_back(mover);
			}
		}
		auto& found = !delegations.empty() ? delegations : !bodies.empty() ? bodies : posts;
		if (std::any_of(found.begin(), found.end(), [](const auto& x) { return !is_state(x.party); }))
			std::erase_if(found, [](const auto& x) { return is_state(x.party); });
		if (found.size() > 1 && &found != &delegations) found.resize(1);
		return found;
	}

	/// Whom the text has followed so far, of the side that is not the hosts'.
	PartySet topic(const text::Sentence& sentence, Country host) const {
		const auto side = other_side(host);
		for (auto i = m_out.size(); i-- > 0;) {
			const auto* visit = std::get_if<model::Visit>(&m_out[i].value);
			if (visit != nullptr && visit->from && country_of(*visit->from) == side &&
			    m_out[i].evidence.begin.value < m_a.tokens[sentence.begin].begin)
				return {*visit->from};
		}
		const auto so_far = m_c.parties_in(0, sentence.begin);
		PartySet place;
		for (auto i = so_far.size(); i-- > 0;) {
			const auto& p = so_far[i];
			if (p.parties.empty() || country_of(p.parties.front()) != side || is_state(p.parties.front()) ||
			    p.role == Role::location || p.role == Role::qualifier)
				continue;
			if (p.naming != Naming::place || p.delegation) return p.parties;
			if (place.empty()) place = p.parties;
		}
		return place;
	}

	/// A leader of the province's committees speaks for the province.
	static model::Party host_of(const PartySet& parties) { return parties.front(); }

	/// The body of the movers' kind in the province that is named as the goal, where the text speaks of it.
	model::Party better_host(const model::Party& host, const model::Party& mover) const {
		if (kind_of(host) != "province" || kind_of(mover) == "province") return host;
		const auto kind = kind_of(mover);
		const model::Party* agency = nullptr;
		for (const auto& p : m_c.parties().mentions) {
			for (const auto& q : p.parties) {
				if (place_of(q) != place_of(host) || kind_of(q) != kind) continue;
				if (kind != "agency" || q.substr(place_of(q).size()) == mover.substr(place_of(mover).size())) return q;
				if (agency == nullptr) agency = &q;
			}
		}
		return agency != nullptr ? *agency : host;
	}

	// ---- who leads

	std::optional<std::string> head_of_told(const Mover& mover, const text::Sentence& sentence) const {
		if (mover.person) {
			const auto names = m_c.names_in(sentence.begin, std::min(sentence.end, mover.end + 8));
			const NameMention* best = nullptr;
			const auto gap = [&](const NameMention& n) {
				return n.end <= mover.begin ? mover.begin - n.end : n.begin >= mover.end ? n.begin - mover.end : 0U;
			};
			for (const auto& name : names) {
				if (best == nullptr || gap(name) < gap(*best)) best = &name;
			}
			if (best != nullptr && gap(*best) <= 12) return m_c.people().people[best->person].name;
		}
		return head_beside(sentence, mover.party);
	}

	/// "do X dẫn đầu", "Đại tá X dẫn đoàn.", "Trưởng đoàn là bà X": in the sentence, or in one of the two behind it.
	std::optional<std::string> head_beside(const text::Sentence& sentence, const model::Party& mover) const {
		const auto s = m_c.sentence_of(sentence.begin);
		const auto country = country_of(mover) == Country::vn ? "VN" : "LA";
		for (auto i = s; i < m_a.sentences.size() && i <= s + 2; ++i) {
			const auto& x = m_c.sentence(i);
			const auto* head = m_a.find_cue(x.begin, x.end, Cue::head);
			if (head == nullptr) continue;
			const NameMention* best = nullptr;
			for (const auto& name : m_c.names_in(x.begin, x.end)) {
				const auto& person = m_c.people().people[name.person];
				if (person.country && *person.country != country) continue;
				const auto far = name.begin > head->begin ? name.begin - head->end : head->begin - name.end;
				if (far <= 14 && best == nullptr) best = &name;
			}
			if (best != nullptr) return m_c.people().people[best->person].name;
			if (i != s) break;
		}
		return std::nullopt;
	}

	// ---- what is found

	void add(const model::Party& from, const model::Party& to, const std::optional<std::string>& date,
	         std::optional<std::string> head, const text::Sentence& sentence, std::uint32_t begin, std::uint32_t end) {
		for (auto& r : m_out) {
			auto* known = std::get_if<model::Visit>(&r.value);
			if (known == nullptr || !known->from || !known->to) continue;
			if (!head && known->head && *known->from == from && known->date && date &&
			    known->date->substr(0, 7) == date->substr(0, 7))
				head = known->head;
			const bool same = place_of(*known->from) == place_of(from) && place_of(*known->to) == place_of(to);
			const bool back = place_of(*known->from) == place_of(to) && place_of(*known->to) == place_of(from);
			if ((same || back) && (dates_agree(known->date, date) || !date)) {
				if (same && (*known->to == to || kind_of(to) == "province" || kind_of(*known->to) == "province"))
					return;
				if (back) return;
			}
		}
		model::Record record;
		record.value = model::Visit{from, to, date, std::move(head)};
		record.evidence = m_c.evidence(std::max(begin, sentence.begin), std::min(end, sentence.end));
		record.certainty = 0.65F;
		m_out.push_back(std::move(record));
	}

	std::vector<model::Record>& m_out;
};

}  // namespace

void find_told_visits(const Context& context, std::vector<model::Record>& out) { ToldVisits(context, out).run(); }

}  // namespace bienban::extraction
