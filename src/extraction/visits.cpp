// Who travelled to whom.

#include <algorithm>

#include "extraction/finders.hpp"
#include "extraction/occasions.hpp"
#include "extraction/person_bodies.hpp"
#include "extraction/told_visits.hpp"
#include "extraction/visit_movers.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;

/// Leaders, who speak for their province.
bool leads_province(std::string_view kind) {
	return kind == "province" || kind == "party-committee" || kind == "people-committee" || kind == "people-council";
}

constexpr std::string_view k_sent[] = {"gửi", "chuyển", "trao", "bán", "mua"};

constexpr std::string_view k_at[] = {"tại", "ở", "Bộ", "tỉnh", "huyện"};

class Visits : private VisitMovers {
public:
	Visits(const Context& context, std::vector<model::Record>& out) : VisitMovers(context), m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			if (m.cue() == Cue::travel && !read_host_first(m)) read(m);
			if (m.cue() == Cue::welcome) read_welcome(m);
		}
		read_headline();
	}

private:
	/// "Sở A tỉnh B thăm và làm việc với Trường C": a visit that only the headline calls one, on the day of the text.
	void read_headline() {
		if (visit_known() || !m_c.event_date()) return;
		for (std::uint32_t s = 0; s < m_a.sentences.size() && m_c.is_headline(s); ++s) {
			const auto& sentence = m_c.sentence(s);
			const auto* travel = m_a.find_cue(sentence.begin, sentence.end, Cue::travel);
			if (travel == nullptr || !says_visit(*travel)) continue;
			const auto before = m_c.parties_in(sentence.begin, travel->begin);
			const auto behind = m_c.parties_in(travel->end, sentence.end);
			const auto alone = [](const auto& mentions) {
				return mentions.size() == 1 && mentions.front().parties.size() == 1 &&
				       !is_state(mentions.front().parties[0]);
			};
			if (!alone(before) || !alone(behind)) continue;
			auto from = before.front().parties[0];
			// "Phó Chủ tịch Quốc hội Lào thăm Nghệ An": who speaks for the country.
			if (from.ends_with("/agency/quốc hội")) from = std::string(place_of(from)) + "/state";
			const auto& to = behind.front().parties[0];
			if (country_of(from) != country_of(to))
				add(from, to, m_c.event_date(), std::nullopt, sentence.begin, sentence.end);
		}
	}

	/// "Khách của tỉnh A hôm 5/6 là đoàn đại biểu tỉnh B", "Tỉnh A là điểm dừng chân của đoàn B từ 5 đến 7/6": the host
	/// is named before the one who travels. False where the word is none of these.
	bool read_host_first(const lexicon::Match& m) {
		if (m.size() < 2 || m_a.word(m.end - 1) != "của") return false;
		const auto first = m_a.small(m.begin);
		const bool guests = first == "khách" || first == "vị";
		if (!guests && first != "điểm" && first != "nơi" && first != "chặng") return false;
		const auto s = m_c.sentence_of(m.begin);
		if (m_c.is_headline(s) || m_c.is_caption(s) || m.begin < m_until) return true;
		const auto [begin, end] = m_c.clause_of(m.begin);
		auto split = m.end;
		while (guests && split < end && m_a.word(split) != "là") ++split;
		if (split >= end || !delegation_in(split, end)) return true;
		auto movers = movers_in(split, end);
		if (movers.empty()) return true;
		const auto side = country_of(movers.front().party);
		std::erase_if(movers, [&](const Mover& x) { return country_of(x.party) != side; });
		PartySet hosts;
		for (const auto& p : m_c.parties_in(guests ? m.end : begin, guests ? split : m.begin)) {
			if (p.role != Role::in_title && hosts.empty()) hosts = Context::side(p.parties, other_side(side));
		}
		const auto when = when_of(m_c, begin, end, m.begin);
		const auto date = when.own ? stay_around(when.date, begin, end) : date_of_block(begin, end);
		if (hosts.empty() || !date) return true;
		for (auto& host : hosts) host = peer_at(host, movers.front().party, m, end);
		add_all(movers, hosts, date, m, begin, end, nullptr);
		m_until = end;
		return true;
	}

	void read(const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		if (m_c.is_headline(s) || m.begin < m_until || joins_dates(m)) return;
		if (students_taken_in(m)) return;
		// "đoàn bác sĩ về thăm khám": medicine.
		if (m_a.word(m.end - 1) == "thăm" && m.end < m_a.tokens.size() && m_a.word(m.end) == "khám") return;
		const auto clause_span = m_c.clause_of(m.begin);
		const auto begin = clause_span.first <= m_lead && m_lead < m.begin ? m_lead : clause_span.first;
		const auto end = clause_span.second;
		if (is_prepared(m_a, begin, m.begin)) return;
		const auto when = when_of(m_c, begin, end, m.begin);
		const bool on_day = when.own && when.day;
		const bool dated = when.own && (when.day || !when.period);
		const auto mode = mode_at(m_c, m.begin);
		if (mode != Mode::event && !dated && !(mode == Mode::past && just_now(begin, m.begin)) &&
		    !(mode == Mode::future && before_plans(m, begin, end)))
			return;
		// "dự kiến lên đường sang tỉnh A": planned, on no day.
		if (!on_day && m_c.has_cue(begin, m.begin, Cue::plan)) return;
		if (mode == Mode::future) {
			const auto* clause = clause_at(m_c, m.begin);
			if (clause != nullptr && clause->content <= m.begin && !(on_day && !looks_forward(begin, m.begin))) return;
		}
		if (sees_sights(m.end, std::min(end, m.end + 4)) && !one_of(m_a.word(m.end), k_at)) return;
		if (in_general(m, begin, end, on_day) || (!on_day && habitual(m_c, begin, m.begin))) return;
		const bool journey = m_a.word(m.begin) == "chuyến";
		// "Trong khuôn khổ chuyến thăm, …": the visit told already.
		if (journey && m.end < end && m_a.tokens[m.end].is(',') && visit_known()) {
			m_until = m.end;
			return;
		}
		if (journey && m.begin <= begin + 4 && told_again(m.end, end)) return;
		if (const auto lead = leads_in(m, begin, end); lead != 0) {
			m_lead = lead;
			return;
		}
		if (put_off(begin, end)) return;
		if (sends_to_work(begin, std::min(end, m.end + 1))) return;
		// "64 lưu học sinh do tỉnh A gửi sang": sent over to learn, no visit.
		if (m.size() == 1 && !on_day && m.begin > begin && one_of(m_a.word(m.begin - 1), k_sent)) return;
		if (journey && !dated && !just_now(begin, m.begin)) return;
		if (const auto guests = guests_behind(m, begin, end); guests != 0) {
			if (read_verb_first(m, guests, begin, end, when)) return;
		}
		const auto* welcome = welcome_before(begin, m.begin);
		const bool strong = says_visit(m);
		const auto next_stop = stop_over(m, begin, end);
		const bool by_guests = guests_before(m, begin);
		if (!strong && welcome == nullptr && next_stop == 0 && !delegation_in(begin, m.begin) && !by_guests &&
		    !head_of_state_moves(m, begin, on_day) && !post_moves(m, begin, on_day) &&
		    !officer_crosses(m, begin, on_day))
			return;

		auto movers = movers_in(welcome != nullptr ? welcome->end : begin, m.begin);
		auto hosts = hosts_in(next_stop != 0 ? next_stop : m.end, end);
		if (const auto place = named_as_goal(begin, m.begin); place != 0) {
			hosts.clear();
			for (const auto& p : m_c.parties_in(begin, place)) merge(hosts, p.parties);
			movers = movers_in(place, m.begin);
		}
		const auto named_hosts = hosts.size();
		if (!hosts.empty() && std::all_of(hosts.begin(), hosts.end(), [](const auto& p) { return is_state(p); }))
			bodies_in_country(hosts, m.end, end);
		if (std::all_of(hosts.begin(), hosts.end(), is_state) && sees_people(m.end, end)) return;
		if (hosts.empty() && strong) hosts = hosts_by_post(m.end, end);
		if (hosts.empty() && delegation_in(begin, m.begin)) hosts = place_reached(m.end, end);
		if (journey || movers.empty()) take_owner(m, end, movers, hosts);
		if (movers.empty() && post_moves(m, begin, on_day))
			movers = {{post_before(m, begin).front(), begin, m.begin, true}};
		if (movers.empty() && m.begin <= begin + 1) movers = person_behind(m, end, hosts);
		if (movers.empty() && by_guests && hosts.empty()) hosts = place_reached(m.end, end);
		if (movers.empty()) movers = topic_movers(m, begin, hosts);
		if (movers.empty()) return;
		const auto side = country_of(movers.front().party);
		std::erase_if(movers, [&](const Mover& x) { return country_of(x.party) != side; });
		const bool at_home = named_hosts != 0 && std::all_of(hosts.begin(), hosts.end(), [&](const auto& p) {
			                     return country_of(p) == side && !is_state(p);
		                     });
		// "đoàn Bộ Tư lệnh BĐBP đến thăm Đồn Biên phòng X": among their own. Of Lao guests no such thing is told; there
		// the host's side is a guess.
		if (at_home && strong && welcome == nullptr && side == Country::vn) return;
		std::erase_if(hosts, [&](const auto& p) { return country_of(p) == side; });
		// "thăm và làm việc với Nhà trường tại thành phố X": the body, not the town.
		if (!hosts.empty() &&
		    std::all_of(hosts.begin(), hosts.end(), [](const auto& p) { return kind_of(p) == "province"; }))
			hosts = short_name_or(m, end, hosts, other_side(side));
		// "đến Hà Nội, bắt đầu chuyến thăm Việt Nam": a national body that comes to the capital comes to the country.
		if (place_of(movers.front().party).size() == 2 && hosts.size() == 1 && is_capital(hosts.front()))
			hosts = {std::string(side == Country::vn ? "LA" : "VN") + "/state"};
		const bool to_state = !hosts.empty() && std::all_of(hosts.begin(), hosts.end(), is_state);
		if (to_state && kind_of(movers.front().party).starts_with("ministry"))
			hosts = peers_of_state(movers.front().party, hosts);
		if (hosts.empty() ||
		    (std::all_of(hosts.begin(), hosts.end(), is_state) && to_state && !is_state(movers.front().party))) {
			if (auto better =
			        implied_hosts(m, welcome, begin, end, side, place_of(movers.front().party).size() == 2,
			                      strong || welcome != nullptr ||
			                          ((on_day || day_so_far(m_c, begin, end) || m_c.event_date()) && crosses(m)));
			    !better.empty()) {
				hosts = std::move(better);
			} else if (to_state) {
				hosts = peers_of_state(movers.front().party, hosts);
			}
		}
		if (hosts.empty() || (named_hosts == 0 && !strong && go_together(m, begin))) return;
		hosts = inviting_body(begin, end, hosts);
		if (!strong) hosts = peers_of_national(movers.front().party, hosts);
		for (auto& host : hosts) host = peer_at(host, movers.front().party, m, end);
		// "Bà X, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh A, dẫn đầu đoàn sang thăm theo lời mời của HĐND tỉnh B".
		for (auto& mover : movers) {
			if (mover.person && kind_of(mover.party) == "province" && hosts.size() == 1 &&
			    (kind_of(hosts.front()) == "people-council" || kind_of(hosts.front()) == "fatherland-front"))
				mover.party = peer_in(mover.party, hosts.front());
		}
		const auto date = when.own ? stay_around(when.date, begin, end) : date_of_block(begin, end);
		// Without a day it takes a delegation, a welcome or "vừa" to make more of it than neighbours who come and go.
		if (!date && welcome == nullptr && !delegation_in(begin, end) && !just_now(begin, m.begin)) return;
		add_all(movers, hosts, date, m, begin, end, welcome);
		m_until = m.end;
		for (const auto& p : m_c.parties_in(m.end, end)) {
			if (std::find_first_of(p.parties.begin(), p.parties.end(), hosts.begin(), hosts.end()) != p.parties.end())
				m_until = p.end;
		}
	}

	/// "Sang tỉnh A năm ngày, đoàn B do X dẫn đầu …", "Sang dự lễ có đoàn B": who travels stands behind the word.
	bool read_verb_first(const lexicon::Match& m, std::uint32_t guests, std::uint32_t begin, std::uint32_t end,
	                     const When& when) {
		auto movers = movers_in(guests, end);
		// "Đến huyện A, đoàn thăm bản B": the delegation has no name of its own.
		if (movers.empty() || movers.front().begin > guests + 6 ||
		    m_c.has_cue(guests, movers.front().begin, Cue::travel))
			return false;
		const auto side = country_of(movers.front().party);
		std::erase_if(movers, [&](const Mover& x) { return country_of(x.party) != side; });
		auto hosts = Context::side(hosts_in(m.end, guests), other_side(side));
		if (hosts.empty()) hosts = Context::side(place_reached(m.end, guests), other_side(side));
		if (hosts.empty()) hosts = Context::side(m_c.pair_at(begin), other_side(side));
		if (hosts.empty() || std::all_of(hosts.begin(), hosts.end(), is_state)) return false;
		for (auto& host : hosts) host = peer_at(host, movers.front().party, m, guests);
		const auto date = when.own ? stay_around(when.date, begin, end) : date_of_block(begin, end);
		if (!date) return false;
		add_all(movers, hosts, date, m, begin, end, nullptr);
		m_until = end;
		return true;
	}

	/// "tiếp nhận 10 sinh viên tỉnh A đến học tập": they come to stay.
	bool students_taken_in(const lexicon::Match& m) const {
		const auto begin = m_c.clause_of(m.begin).first;
		std::uint32_t taken = 0;
		for (auto t = begin; t + 1 < m.begin; ++t) {
			const auto word = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if (word == "tiếp" && next == "nhận") taken = t;
			const bool students = (word == "sinh" && next == "viên") || (word == "học" && next == "sinh");
			if (taken != 0 && students && t - taken < 8) return true;
		}
		return false;
	}

	/// "thăm và trao quà cho lưu học sinh Lào", "thăm các gia đình chính sách": people, and no body.
	bool sees_people(std::uint32_t begin, std::uint32_t end) const {
		static constexpr std::array<std::array<std::string_view, 2>, 5> k_people = {
		    {{"lưu", "học"}, {"sinh", "viên"}, {"gia", "đình"}, {"bệnh", "nhân"}, {"học", "sinh"}}};
		for (auto t = begin; t + 1 < end && t < begin + 8; ++t) {
			for (const auto& words : k_people) {
				if (m_a.word(t) == words[0] && m_a.word(t + 1) == words[1]) return true;
			}
		}
		return false;
	}

	/// "Đoàn tới bàn chuyện chặn ma túy": those who came, and behind it what they mean to do.
	bool before_plans(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		const auto* clause = clause_at(m_c, m.begin);
		return clause != nullptr && clause->content > m.begin && delegation_in(begin, m.begin) &&
		       !looks_forward(begin, m.begin) && day_so_far(m_c, begin, end).has_value();
	}

	/// "huyện A và huyện B tới đủ 12 cột mốc": both sides go, neither to the other.
	bool go_together(const lexicon::Match& m, std::uint32_t begin) const {
		const PartyMention* last = nullptr;
		for (const auto& p : m_c.parties_in(begin, m.begin)) {
			if (p.role != Role::free || p.parties.empty()) continue;
			if (last != nullptr && country_of(last->parties.front()) != country_of(p.parties.front()) &&
			    p.begin - last->end <= 1)
				return true;
			last = &p;
		}
		return false;
	}

	/// "Điểm đến tiếp theo, ngày 12/11, là tỉnh A", "Chặng cuối, hôm 4/12, đoàn …": the token behind "là"; 0 where the
	/// clause is none of the kind.
	std::uint32_t stop_over(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		const auto first = m_a.word(begin);
		if ((first != "Điểm" && first != "Chặng") || m.begin > begin + 2) return 0;
		for (auto t = m.end; t + 1 < end; ++t) {
			if (m_a.word(t) == "là") return t + 1;
		}
		return 0;
	}

	/// "Kết thúc chuyến công tác tại Lào, sáng 12/11, đoàn A đã đến chào B": the clause goes on to tell who and whom.
	bool told_again(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			if (!m_a.tokens[t].is(',')) continue;
			for (auto i = m_a.first_match[t]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
				const auto& x = m_a.matches[i];
				if (x.cue() == Cue::travel && says_visit(x) && m_a.word(x.begin) != "chuyến" &&
				    delegation_in(t, x.begin))
					return true;
			}
			return false;
		}
		return false;
	}

	/// "Tiếp tục chương trình thăm chính thức Việt Nam, sáng 26/9, Chủ tịch X đã đến thăm tỉnh A": the frame of a visit
	/// that the clause goes on to tell.
	/// Where it goes on; 0 where it does not.
	std::uint32_t leads_in(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const {
		static constexpr std::string_view k_leads[] = {"Tiếp", "Trong", "Nằm", "Nhân", "Thực"};
		if (!one_of(m_a.word(begin), k_leads) || m.begin > begin + 6) return 0;
		auto comma = m.end;
		while (comma < end && comma < m.end + 5 && !m_a.tokens[comma].is(',')) ++comma;
		if (comma >= end || !m_a.tokens[comma].is(',')) return 0;
		for (auto i = m_a.first_match[comma]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& x = m_a.matches[i];
			if (x.cue() == Cue::travel && says_visit(x) && !m_c.names_in(comma, x.begin).empty()) return comma + 1;
		}
		return 0;
	}

	/// "chuyến thăm … định vào 25/7 đã hoãn lại".
	bool put_off(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t < end; ++t) {
			if (m_a.word(t) == "hoãn") return true;
		}
		return false;
	}

	bool visit_known() const {
		return std::any_of(m_out.begin(), m_out.end(),
		                   [](const auto& r) { return std::holds_alternative<model::Visit>(r.value); });
	}

	/// "đã đón tiếp Đoàn đại biểu tỉnh B": whoever is welcomed has come, where no other word of travel says so.
	void read_welcome(const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		if (m_c.is_headline(s) || m_c.is_caption(s) || m.begin < m_until) return;
		const auto words = m_a.words(m.begin, m.end);
		if (words.find("đón") == std::string_view::npos && words.find("Đón") == std::string_view::npos) return;
		const auto [begin, end] = m_c.clause_of(m.begin);
		if (is_prepared(m_a, begin, m.begin)) return;
		const auto when = when_of(m_c, begin, end, m.begin);
		const auto mode = mode_at(m_c, m.begin);
		if (mode == Mode::future || (mode == Mode::past && !(when.own && (when.day || !when.period)))) return;
		const bool counted = !m_c.numbers_in(m.end, std::min(end, m.end + 3)).empty();
		// "đón tiếp và làm việc với Đoàn công tác …" is one list of what the host did.
		const bool works = word_or_none(m.end + 1) == "làm" && word_or_none(m.end + 2) == "việc";
		const bool guests = m_c.has_cue(m.begin, std::min(end, m.end + (works ? 8 : 5)), Cue::delegation) && !counted;
		// "Đón đoàn tại sân bay có Bí thư Tỉnh ủy X": behind "có" stands who receives.
		if (m.begin == m_c.sentence(s).begin) {
			for (auto t = m.end; t + 1 < end; ++t) {
				const auto w = m_a.word(t);
				if ((w == "có" || w == "là" || w == "gồm") && !m_c.names_in(t, end).empty() &&
				    m_c.names_in(m.end, t).empty())
					return;
			}
		}
		// "ra tận cửa đón ông là Bí thư Tỉnh ủy A": behind "là" stands who receives.
		if (m.end + 1 < end && m_a.word(m.end + 1) == "là") return;
		const bool named = !m_c.names_in(m.end, std::min(end, m.end + 5)).empty();
		if (!guests && !named) {
			if (speaks_of_guests(m, end)) read_guests_told_later(m, begin, end);
			return;
		}
		const auto stop = std::min(end, m.end + 60);
		if (m_c.has_cue(m.end, stop, Cue::travel)) return;
		auto movers = movers_in(m.end, end);
		// "… lần lượt đón Đại tá X, Chính ủy BĐBP tỉnh": a guest by his post, where a body is the host.
		if (!guests && Context::side(parties_of(begin, m.begin, Titles::leave),
		                             movers.empty() ? Country::vn : other_side(country_of(movers.front().party)))
		                   .empty())
			return;
		if (movers.empty()) return;
		const auto side = country_of(movers.front().party);
		std::erase_if(movers, [&](const Mover& x) { return country_of(x.party) != side; });
		auto hosts = Context::side(parties_of(begin, m.begin, Titles::take), other_side(side));
		if (hosts.empty()) hosts = states_of_names(begin, m.begin, other_side(side));
		if (hosts.empty()) hosts = Context::side(m_c.main_pair(), other_side(side));
		if (hosts.empty()) return;
		if (!when.own && day_so_far(m_c, begin, end) == std::nullopt && known_pair(movers, hosts)) return;
		add_all(movers, hosts, when.own ? when.date : date_of_block(begin, end), m, begin, end, nullptr);
		m_until = end;
	}

	/// Has the text told of a visit of these already?
	bool known_pair(const std::vector<Mover>& movers, const PartySet& hosts) const {
		return std::any_of(m_out.begin(), m_out.end(), [&](const model::Record& r) {
			const auto* visit = std::get_if<model::Visit>(&r.value);
			return visit != nullptr && visit->from == movers.front().party && visit->to == hosts.front();
		});
	}

	/// "Huyện A đón những vị khách … . Từ 12 đến 15-4, đoàn thầy thuốc B …": the next sentence of the block tells who
	/// came.
	void read_guests_told_later(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) {
		const auto s = m_c.sentence_of(m.begin);
		if (s + 1 >= m_a.sentences.size() || m_c.sentence(s + 1).block != m_c.sentence(s).block) return;
		const auto& next = m_c.sentence(s + 1);
		if (!delegation_in(next.begin, next.end) || m_c.has_cue(next.begin, next.end, Cue::travel)) return;
		auto movers = movers_in(next.begin, next.end);
		if (movers.empty()) return;
		const auto side = country_of(movers.front().party);
		std::erase_if(movers, [&](const Mover& x) { return country_of(x.party) != side; });
		PartySet hosts;
		for (const auto& p : m_c.parties_in(begin, m.begin)) {
			if (p.role == Role::free && hosts.empty()) hosts = Context::side(p.parties, other_side(side));
		}
		if (hosts.empty()) return;
		const auto when = when_of(m_c, next.begin, next.end, next.begin);
		add_all(movers, hosts, when.own ? when.date : date_of_block(begin, next.end), m, begin, end, nullptr);
		m_until = end;
	}

	std::optional<std::string> date_of_block(std::uint32_t begin, std::uint32_t end) const {
		if (auto day = day_so_far(m_c, begin, end); day) return day;
		return m_c.event_date();
	}

	const lexicon::Match* welcome_before(std::uint32_t begin, std::uint32_t end) const {
		const lexicon::Match* found = nullptr;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cue() != Cue::welcome || m.end > end || m_a.cue_at(m.begin, Cue::will) != nullptr ||
			    m_a.cue_at(m.begin, Cue::none) != nullptr)
				continue;
			found = &m;
		}
		return found;
	}

	/// Who is visited, of those named behind the word of travel: the first list.
	PartySet hosts_in(std::uint32_t begin, std::uint32_t end) const {
		PartySet out;
		std::uint32_t last = begin;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.parties.empty() || p.role == Role::qualifier || p.role == Role::in_title) continue;
			if (out.empty() ? stops(last, p.begin)
			                : p.begin - last > 6 || stops(last, p.begin) || goes_on(last, p.begin))
				break;
			if (invites(p, begin) || delegation_before(p.begin, begin)) continue;
			// "làm việc với Bộ A của Lào tại tỉnh B": where that is, no second host.
			if (p.role == Role::location && (m_a.word(last) == "tại" || m_a.word(last) == "ở") &&
			    std::any_of(out.begin(), out.end(), [](const auto& x) { return !is_state(x); }))
				break;
			// "chúc mừng Bí thư Tỉnh ủy, Tỉnh trưởng tỉnh B X và làm việc tại trụ sở UBCQ tỉnh B": who is told by his
			// posts is called on.
			if (p.role == Role::location && out.empty() && m_a.word(p.begin - 1) == "sở" &&
			    !m_c.names_in(begin, p.begin).empty())
				break;
			// "thăm một số cơ sở sản xuất ở tỉnh A": a sight, no host.
			if (p.role == Role::location && sees_sights(begin, p.begin)) break;
			merge(out, p.parties);
			last = p.end;
		}
		if (std::any_of(out.begin(), out.end(), [](const auto& p) { return !is_state(p); }))
			std::erase_if(out, is_state);
		return out;
	}

	/// "sang Lào bàn giao công trình cho Công an tỉnh A và Công an tỉnh B": to whom they go in that country.
	void bodies_in_country(PartySet& hosts, std::uint32_t begin, std::uint32_t end) const {
		const auto side = country_of(hosts.front());
		PartySet bodies;
		std::uint32_t last = 0;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.parties.empty() || p.role != Role::free || is_state(p.parties.front()) ||
			    country_of(p.parties.front()) != side)
				continue;
			const auto before = p.begin > begin ? m_a.word(p.begin - 1) : text::Word{};
			const bool joined = !bodies.empty() && p.begin - last <= 2;
			if (!joined && (!bodies.empty() || (before != "cho" && before != "với" && before != "tặng"))) continue;
			merge(bodies, p.parties);
			last = p.end;
		}
		if (!bodies.empty()) hosts = std::move(bodies);
	}

	/// "đoàn tới Sầm Nưa, tỉnh Hủa Phăn", "đến cố đô Luang Prabang": the province of the place that is reached.
	PartySet place_reached(std::uint32_t begin, std::uint32_t end) const {
		for (const auto& p : m_c.parties().places) {
			if (p.begin < begin || p.begin >= std::min(end, begin + 5)) continue;
			for (auto t = begin; t < p.begin; ++t) {
				if (m_a.tokens[t].kind == text::TokenKind::punctuation) return {};
			}
			return {m_a.lexicon.place(p.place).code + "/province"};
		}
		return {};
	}

	/// Is it a plant, a monument or a model farm that is looked at?
	bool sees_sights(std::uint32_t begin, std::uint32_t end) const {
		struct Sight {
			std::string_view first;
			std::string_view second;
		};
		static constexpr Sight k_sights[] = {{"cơ", "sở"},       {"mô", "hình"},   {"nhà", "máy"},   {"di", "tích"},
		                                     {"nghĩa", "trang"}, {"bảo", "tàng"},  {"đài", "tưởng"}, {"danh", "lam"},
		                                     {"danh", "thắng"},  {"công", "trình"}};
		for (auto t = begin; t + 1 < end; ++t) {
			const auto next = m_a.word(t + 1);
			for (const auto& s : k_sights) {
				if (next == s.second && m_a.small(t) == s.first) return true;
			}
		}
		return false;
	}

	/// "chuyến thăm tỉnh A của Đoàn đại biểu tỉnh B".
	void take_owner(const lexicon::Match& m, std::uint32_t end, std::vector<Mover>& movers, PartySet& hosts) const {
		for (auto t = m.end; t + 1 < end; ++t) {
			if (m_a.word(t) != "của") continue;
			// "chuyến thăm cấp nhà nước tới Lào của Tổng Bí thư X".
			const auto names = m_c.names_in(t, std::min(end, t + 14));
			if (const auto state = names.empty() || hosts.empty()
			                           ? std::nullopt
			                           : state_spoken_for(m_c.people().people[names.front().person]);
			    state && country_of(*state) != country_of(hosts.front())) {
				movers = {{*state, names.front().begin, end, true}};
				return;
			}
			if (m_a.cue_at(t + 1, Cue::delegation) == nullptr && m_a.cue_at(t + 2, Cue::delegation) == nullptr)
				continue;
			auto owners = movers_in(t + 1, end);
			if (owners.empty()) return;
			const auto side = country_of(owners.front().party);
			std::erase_if(owners, [&](const Mover& x) { return country_of(x.party) != side; });
			movers = std::move(owners);
			std::erase_if(hosts, [&](const auto& p) { return country_of(p) == side; });
			return;
		}
	}

	/// "Đoàn cũng tới thăm …", "những người khách …": whom the text has followed so far.
	std::vector<Mover> topic_movers(const lexicon::Match& m, std::uint32_t begin, const PartySet& hosts) const {
		auto host = hosts;
		if (host.empty()) host = parties_of(begin, m.begin, Titles::take);
		if (host.empty()) {
			for (const auto& p : m_c.parties_in(begin, m.begin)) merge(host, p.parties);
		}
		// "Phó Tổng Lãnh sự Lào cũng đến chung vui": an envoy comes, nobody comes to him.
		if (host.empty() || (host.front().starts_with("LA/") && is_mission(host.front()))) return {};
		const auto side = other_side(country_of(host.front()));
		for (auto i = m_out.size(); i-- > 0;) {
			const auto* visit = std::get_if<model::Visit>(&m_out[i].value);
			if (visit != nullptr && visit->from && country_of(*visit->from) == side)
				return {{*visit->from, begin, m.begin}};
		}
		// The body that the text has spoken of so far, before any that its later sentences name.
		const auto so_far = m_c.parties_in(0, begin);
		const auto told = [&](const PartyMention& p) {
			return p.role == Role::free && !p.parties.empty() && country_of(p.parties.front()) == side &&
			       !is_state(p.parties.front()) && !m_c.is_headline(m_c.sentence_of(p.begin));
		};
		// "Đoàn đại biểu tỉnh A bàn giao Trường B. Chiều 28-3, đoàn đến thăm C": that delegation, not the school.
		for (auto i = so_far.size(); delegation_in(begin, m.begin) && i-- > 0;) {
			if (told(so_far[i]) && so_far[i].delegation) return {{so_far[i].parties.front(), begin, m.begin}};
		}
		for (auto i = so_far.size(); i-- > 0;) {
			const auto& p = so_far[i];
			if (!told(p) || p.naming == Naming::place) continue;
			const bool thing =
			    kind_of(p.parties.front()) == "school" &&
			    std::find(m_c.main_pair().begin(), m_c.main_pair().end(), p.parties.front()) == m_c.main_pair().end();
			if (thing) continue;
			return {{p.parties.front(), begin, m.begin}};
		}
		if (auto main = Context::side(m_c.main_pair(), side); !main.empty()) return {{main.front(), begin, m.begin}};
		return {};
	}

	/// Nobody is named behind the word: the one who welcomes or invites, the body a short name stands for ("thăm nhà
	/// trường"), the place of the stay, or the other side of the pair.
	PartySet implied_hosts(const lexicon::Match& m, const lexicon::Match* welcome, std::uint32_t begin,
	                       std::uint32_t end, Country side, bool national, bool strong) const {
		const auto host_side = other_side(side);
		if (welcome != nullptr) {
			if (auto states = states_of_names(begin, welcome->begin, host_side); !states.empty()) return states;
			if (auto hosts = Context::side(parties_of(begin, welcome->begin, Titles::take), host_side); !hosts.empty())
				return short_name_or(m, end, hosts, host_side);
		}
		PartySet inviting;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.parties.empty() || country_of(p.parties.front()) != host_side || !invites(p, begin)) continue;
			// "Bí thư Trung ương Đảng, Chánh án TAND tối cao": the second is the office.
			if (inviting.empty() || kind_of(inviting.front()) == "party-committee") inviting = p.parties;
		}
		if (!inviting.empty()) return inviting;
		if (auto named = short_name_or(m, end, {}, host_side); !named.empty()) return named;
		if (m_a.word(m.begin) == "chuyến" || m_a.word(m.begin) == "thăm") {
			PartySet stay;
			for (const auto& p : m_c.parties_in(begin, m.begin)) {
				if (p.role != Role::in_title && p.role != Role::qualifier)
					merge(stay, Context::side(p.parties, host_side));
			}
			drop_states(stay);
			// "Ngày 18/3 tại Hà Nội, …": where national bodies meet.
			if (national) std::erase_if(stay, is_capital);
			if (!stay.empty() && !is_state(stay.front())) return stay;
		}
		// A host before the word of travel, or told by a post: "Chính quyền huyện X đón những người khách đến chúc
		// mừng".
		PartySet before;
		bool guests = false;
		for (const auto& p : m_c.parties_in(begin, m.begin)) {
			// "đoàn tỉnh B do Phó Bí thư Tỉnh ủy C dẫn đầu sang thăm": the post of the guest, without its place.
			if (p.of_paper || (guests && p.role == Role::in_title && p.naming == Naming::incomplete)) continue;
			guests =
			    guests || (p.role != Role::location && !p.parties.empty() && country_of(p.parties.front()) == side);
			merge(before, Context::side(p.parties, host_side));
		}
		drop_states(before);
		// "Bí thư Trung ương Đảng, Chánh án TAND tối cao X": the second is the office.
		if (before.size() > 1) {
			std::erase_if(before,
			              [](const auto& p) { return kind_of(p) == "party-committee" && place_of(p).size() == 2; });
		}
		if (national) std::erase_if(before, is_capital);
		if (!before.empty() && !is_state(before.front())) return before;
		const bool attends =
		    m_a.word(m.end - 1) == "dự" || word_or_none(m.end) == "dự" || word_or_none(m.end) == "tham";
		if (!strong && !attends) return {};
		if (attends) {
			// "đã sang dự": with the one whom the text has spoken of last.
			const auto so_far = m_c.parties_in(0, begin);
			for (auto i = so_far.size(); i-- > 0;) {
				const auto& p = so_far[i];
				if (p.role == Role::free && !p.parties.empty() && p.naming != Naming::place &&
				    country_of(p.parties.front()) == host_side)
					return p.parties;
			}
		}
		auto pair = Context::side(m_c.pair_at(m.begin), host_side);
		// "sang thăm hỏi tỉnh bạn": the province, whatever office the text is about.
		if (word_or_none(m.end) == "tỉnh" && word_or_none(m.end + 1) == "bạn" && pair.size() == 1 &&
		    place_of(pair.front()).size() > 2)
			pair = {std::string(place_of(pair.front())) + "/province"};
		if (national) std::erase_if(pair, is_capital);
		if (!pair.empty() && is_state(pair.front())) pair.clear();
		return pair;
	}

	/// "Nhận lời mời của Mặt trận tỉnh A, … sang thăm, làm việc tại tỉnh A": the body that invites, not its province.
	PartySet inviting_body(std::uint32_t begin, std::uint32_t end, const PartySet& hosts) const {
		if (hosts.size() != 1 || kind_of(hosts.front()) != "province") return hosts;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.parties.size() == 1 && p.role != Role::in_title &&
			    place_of(p.parties.front()) == place_of(hosts.front()) && !leads_province(kind_of(p.parties.front())) &&
			    invites(p, begin))
				return p.parties;
		}
		return hosts;
	}

	/// "Đoàn Viện KSND tối cao Việt Nam tới Luang Prabang": a national body that goes to a province meets its like
	/// there.
	PartySet peers_of_national(const model::Party& mover, const PartySet& hosts) const {
		if (place_of(mover).size() > 2 || is_state(mover) || hosts.size() != 1 || kind_of(hosts.front()) != "province")
			return hosts;
		const auto side = country_of(hosts.front());
		for (const auto* pair : {&m_c.main_pair()}) {
			for (const auto& p : *pair) {
				if (country_of(p) == side && place_of(p).size() == 2 && !is_state(p) && kind_of(p) == kind_of(mover))
					return {p};
			}
		}
		return hosts;
	}

	/// A ministry that visits "Việt Nam" visits the ministry there; a province's delegation the country.
	PartySet peers_of_state(const model::Party& mover, const PartySet& states) const {
		const auto peer_kind = kind_of(mover);
		if (!peer_kind.starts_with("ministry") && peer_kind != "general-staff" && place_of(mover).size() > 2)
			return states;
		const auto side = country_of(states.front());
		for (const auto& p : m_c.parties().mentions) {
			for (const auto& q : p.parties) {
				if (country_of(q) == side && kind_of(q) == peer_kind) return {q};
			}
		}
		return states;
	}

	void add_all(const std::vector<Mover>& movers, const PartySet& hosts, const std::optional<std::string>& date,
	             const lexicon::Match& m, std::uint32_t begin, std::uint32_t end, const lexicon::Match* welcome) {
		std::uint32_t last = m.end;
		for (const auto& p : m_c.parties_in(m.end, std::min(end, m.end + 24))) last = std::max(last, p.end);
		for (const auto& mover : movers) {
			const auto head = head_of(mover, m, welcome, begin, end);
			for (const auto& host : hosts) add(mover.party, host, date, head, begin, std::min(end, last));
		}
	}

	static bool same_body(const model::Party& a, const model::Party& b) {
		if (a == b) return true;
		const auto leads = [](const auto& p) {
			static constexpr std::string_view k_leaders[] = {"province",       "party-committee",  "people-committee",
			                                                 "people-council", "fatherland-front", "state"};
			return one_of(kind_of(p), k_leaders) && std::count(p.begin(), p.end(), '/') == 1;
		};
		return place_of(a) == place_of(b) && (kind_of(a) == "province" || kind_of(b) == "province") && leads(a) &&
		       leads(b);
	}

	/// "trong hai ngày 10 và 11/4, … thăm huyện A và huyện B": one of several hosts; the text may tell the day of each.
	bool one_of_several(const model::Visit& visit) const {
		return std::count_if(m_out.begin(), m_out.end(), [&](const model::Record& r) {
			       const auto* other = std::get_if<model::Visit>(&r.value);
			       return other != nullptr && other->from == visit.from && other->to != visit.to && other->date &&
			              dates_agree(other->date, visit.date);
		       }) > 0;
	}

	void add(const model::Party& from, const model::Party& to, const std::optional<std::string>& date,
	         std::optional<std::string> head, std::uint32_t begin, std::uint32_t end) {
		for (auto& r : m_out) {
			auto* known = std::get_if<model::Visit>(&r.value);
			if (known == nullptr) continue;
			// The way back is no visit of its own.
			if (place_of(*known->from) == place_of(to) && place_of(*known->to) == place_of(from) && known->date == date)
				return;
			if (!same_body(*known->from, from)) continue;
			const bool same_host =
			    same_body(*known->to, to) || (is_state(to) && country_of(to) == country_of(*known->to));
			if (same_host && dates_agree(known->date, date)) {
				if (!known->head) known->head = head;
				if (known->date && date && date->size() == 10 && known->date->size() > 10 && one_of_several(*known))
					known->date = date;
				return;
			}
			// The same delegation goes on to another host; a visit of another month was led by somebody else.
			const bool same_journey = !known->date || !date || dates_agree(known->date, date) ||
			                          known->date->substr(0, 7) == date->substr(0, 7);
			if (!head && known->head && *known->from == from && same_journey) head = known->head;
		}
		model::Record record;
		record.value = model::Visit{from, to, date, head};
		record.evidence = m_c.evidence(begin, end);
		record.certainty = 0.75F;
		m_out.push_back(std::move(record));
	}

	std::vector<model::Record>& m_out;
	std::uint32_t m_until = 0;
	std::uint32_t m_lead = UINT32_MAX;  ///< where the clause begins behind the frame it opened with
};

}  // namespace

void find_visits(const Context& context, std::vector<model::Record>& out) {
	Visits(context, out).run();
	find_told_visits(context, out);
}

}  // namespace bienban::extraction
