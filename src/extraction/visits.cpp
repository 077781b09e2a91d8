// Who travelled to whom.

#include <algorithm>

#include "extraction/finders.hpp"
#include "extraction/occasions.hpp"
#include "extraction/visit_words.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;

Country other_side(Country side) { return side == Country::vn ? Country::la : Country::vn; }

bool is_state(const model::Party& p) { return kind_of(p) == "state"; }
bool is_capital(const model::Party& p) { return p == "VN-HN/province" || p == "LA-VT/province"; }

/// Leaders, who speak for their province.
bool leads_province(std::string_view kind) {
	return kind == "province" || kind == "party-committee" || kind == "people-committee" || kind == "people-council";
}

constexpr std::string_view k_at[] = {"tại", "ở", "Bộ", "tỉnh", "huyện"};

/// A delegation or another body that moves, with the tokens that speak of it.
struct Mover {
	model::Party party;
	std::uint32_t begin = 0;
	std::uint32_t end = 0;  ///< up to the next mover or the word of travel
	bool person = false;    ///< told by the post of the one who travels
};

class Visits : private VisitWords {
public:
	Visits(const Context& context, std::vector<model::Record>& out) : VisitWords(context), m_out(out) {}

	void run() {
		for (const auto& m : m_a.matches) {
			if (m.cue() == Cue::travel) read(m);
			if (m.cue() == Cue::welcome) read_welcome(m);
		}
	}

private:
	void read(const lexicon::Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		if (m_c.is_headline(s) || m.begin < m_until || joins_dates(m)) return;
		const auto [begin, end] = m_c.clause_of(m.begin);
		const auto when = when_of(m_c, begin, end, m.begin);
		const bool on_day = when.own && when.day;
		const bool dated = when.own && (when.day || !when.period);
		const auto mode = mode_at(m_c, m.begin);
		if (mode != Mode::event && !dated && !(mode == Mode::past && just_now(begin, m.begin))) return;
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
		if (journey && !dated && !just_now(begin, m.begin)) return;
		const auto* welcome = welcome_before(begin, m.begin);
		const bool strong = says_visit(m);
		const auto next_stop = stop_over(m, begin, end);
		if (!strong && welcome == nullptr && next_stop == 0 && !delegation_in(begin, m.begin) &&
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
		if (hosts.empty() && strong) hosts = hosts_by_post(m.end, end);
		if (hosts.empty() && delegation_in(begin, m.begin)) hosts = place_reached(m.end, end);
		if (journey || movers.empty()) take_owner(m, end, movers, hosts);
		if (movers.empty() && post_moves(m, begin, on_day))
			movers = {{post_before(m, begin).front(), begin, m.begin, true}};
		if (movers.empty() && m.begin <= begin + 1) movers = person_behind(m, end, hosts);
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
		if (hosts.empty() || (to_state && !is_state(movers.front().party))) {
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
		if (hosts.empty()) return;
		hosts = inviting_body(begin, end, hosts);
		if (!strong) hosts = peers_of_national(movers.front().party, hosts);
		for (auto& host : hosts) host = peer_at(host, movers.front().party, m, end);
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
		const auto when = when_of(m_c, begin, end, m.begin);
		const auto mode = mode_at(m_c, m.begin);
		if (mode == Mode::future || (mode == Mode::past && !(when.own && (when.day || !when.period)))) return;
		const bool guests = m_c.has_cue(m.begin, std::min(end, m.end + 5), Cue::delegation) &&
		                    m_c.numbers_in(m.end, std::min(end, m.end + 3)).empty();
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

	PartySet parties_of(std::uint32_t begin, std::uint32_t end, Titles titles) const {
		PartySet out;
		for (const auto& p : players_in(m_c, begin, end, titles)) merge(out, p.parties);
		drop_states(out);
		return out;
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

	/// "đoàn Luông Nậm Thà" in a text about its military command: the command.
	model::Party known_body(const PartyMention& p) const {
		const auto& party = p.parties.front();
		const auto first = m_a.word(p.begin);
		if (kind_of(party) != "province" || first == "tỉnh" || first == "Tỉnh" || first == "thành" || first == "Thành")
			return party;
		for (const auto& q : m_c.main_pair()) {
			if (place_of(q) == place_of(party) && kind_of(q) != "province") return q;
		}
		// What the text called by this place before: the command, where it has not spoken of the province itself.
		const auto so_far = m_c.parties_in(0, p.begin);
		for (auto i = so_far.size(); i-- > 0;) {
			const auto& q = so_far[i];
			if (q.role != Role::free || q.parties.size() != 1 || place_of(q.parties.front()) != place_of(party) ||
			    m_c.is_headline(m_c.sentence_of(q.begin)))
				continue;
			if (std::count(q.parties.front().begin(), q.parties.front().end(), '/') == 1) return q.parties.front();
		}
		return party;
	}

	/// Who moves, of those named before the word of travel: the delegations, else the nearest.
	std::vector<Mover> movers_in(std::uint32_t begin, std::uint32_t end) const {
		std::vector<Mover> all;
		std::vector<Mover> delegations;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.parties.empty() || p.role == Role::qualifier || p.end > end || invites(p, begin)) continue;
			// "chỉ huy Đại đội 217 đã sang": those at the head of a body, without a name.
			if (p.role == Role::in_title && !unnamed_heads(p, begin, end)) continue;
			const bool venue =
			    p.role == Role::location || (p.begin == begin + 1 && heads_for(begin)) || leaves(p.begin, begin);
			if (venue && !p.delegation) continue;
			const auto before = p.begin > begin ? m_a.word(p.begin - 1) : std::string_view{};
			if (!all.empty() && (before == "(" || before == "thuộc") && p.begin - all.back().end <= 3) continue;
			const bool delegation = p.delegation || delegation_before(p.begin, begin);
			const auto trade = p.parties.size() == 1 ? body_of_trade(p.parties.front(), p.begin, begin) : std::nullopt;
			const auto list = trade ? PartySet{*trade}
			                  : p.parties.size() == 1
			                      ? PartySet{is_state(p.parties.front()) && military(p.begin, begin)
			                                     ? std::string(place_of(p.parties.front())) + "/ministry-of-defence"
			                                     : known_body(p)}
			                      : p.parties;
			for (const auto& party : list) {
				all.push_back({party, p.begin, p.end});
				if (delegation) delegations.push_back({party, p.begin, p.end});
			}
		}
		auto& chosen = delegations.empty() ? all : delegations;
		if (auto leaders = leading_officers(begin, end); leaders.size() > 1) return leaders;
		if (delegations.empty()) {
			if (auto nearer = officer_between(chosen, begin, end); !nearer.empty()) return nearer;
		}
		if (!chosen.empty()) {
			const auto side = country_of(chosen.back().party);
			std::erase_if(chosen, [&](const Mover& x) { return country_of(x.party) != side; });
			if (std::any_of(chosen.begin(), chosen.end(), [](const auto& x) { return !is_state(x.party); }))
				std::erase_if(chosen, [](const auto& x) { return is_state(x.party); });
			if (delegations.empty() && chosen.size() > 1) keep_last_list(chosen);
			// "Đoàn đại biểu Tỉnh ủy, HĐND, UBND tỉnh": the province's leaders.
			merge_leaders(chosen);
			for (std::size_t i = 0; i < chosen.size(); ++i) {
				auto next = i + 1;
				while (next < chosen.size() && chosen[next].begin == chosen[i].begin) ++next;
				chosen[i].end = next < chosen.size() ? chosen[next].begin : end;
			}
			return chosen;
		}
		return people_who_move(begin, end);
	}

	/// "Đến huyện A hôm 10/4, đoàn thăm …", "Rời tỉnh A, đoàn …": where they are, not who they are.
	bool heads_for(std::uint32_t t) const {
		static constexpr std::string_view k_ways[] = {"Đến", "Tới", "Sang", "Rời", "Từ", "Về", "Qua", "đến", "tới"};
		return one_of(m_a.word(t), k_ways);
	}

	/// "Giám đốc Công an tỉnh A X và Phó Giám đốc Công an tỉnh B Y dẫn đầu hai đoàn": each leads that of his body.
	std::vector<Mover> leading_officers(std::uint32_t begin, std::uint32_t end) const {
		const auto* head = m_a.find_cue(begin, end, Cue::head);
		if (head == nullptr) return {};
		bool several = false;
		for (auto t = head->begin; t < std::min(end, head->end + 3); ++t)
			several = several || m_a.word(t) == "hai" || m_a.word(t) == "các" || m_a.word(t) == "ba";
		if (!several) return {};
		std::vector<Mover> out;
		for (const auto& p : m_c.parties_in(begin, head->begin)) {
			if (p.role != Role::in_title || p.parties.size() != 1) continue;
			if (!out.empty()) out.back().end = p.begin;
			const auto names = m_c.names_in(begin, head->begin);
			// The name stands right before the post ("X, Giám đốc …") or right behind it ("Giám đốc … X").
			auto from = p.begin;
			for (const auto& name : names) {
				if (name.end <= p.begin && p.begin - name.end <= 6) from = name.begin;
			}
			if (!out.empty() && from < p.begin) out.back().end = from;
			out.push_back({p.parties.front(), from, head->begin, true});
		}
		return out;
	}

	/// "chiều 12/11 rời Hà Nội, lên đường thăm …": where they set out from.
	bool leaves(std::uint32_t t, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 3 && t >= begin + back; ++back) {
			const auto w = m_a.word(t - back);
			if (w == "rời" || w == "khỏi") return true;
			if (w != "thành" && w != "phố" && w != "Thủ" && w != "thủ" && w != "đô" && w != "tỉnh") return false;
		}
		return false;
	}

	/// "chỉ huy Đại đội 217", "lãnh đạo huyện X": nobody is named between the words for a head and the verb.
	bool unnamed_heads(const PartyMention& p, std::uint32_t begin, std::uint32_t end) const {
		if (p.begin == begin || is_state(p.parties.front()) || !m_c.names_in(begin, end).empty()) return false;
		const auto before = m_a.word(p.begin - 1);
		return before == "huy" || before == "đạo";
	}

	/// "BĐBP tỉnh A cho biết, Thượng tá X, Phó Chỉ huy trưởng Bộ CHQS tỉnh B, đã đến chào", "Bộ CHQS tỉnh A được Đại tá
	/// X, Chỉ huy trưởng Bộ CHQS tỉnh B, tới thăm": an officer of the other side stands nearer to the verb.
	std::vector<Mover> officer_between(const std::vector<Mover>& bodies, std::uint32_t begin, std::uint32_t end) const {
		const auto from = bodies.empty() ? begin : bodies.back().end;
		const PartyMention* office = nullptr;
		for (const auto& p : m_c.parties_in(from, end)) {
			if (p.role != Role::in_title || p.parties.empty() || p.end > end) continue;
			const auto names = m_c.names_in(from, p.begin);
			if (names.empty() || p.begin - names.back().end > 12) continue;
			office = &p;
		}
		if (office == nullptr) return {};
		// Another person behind the officer, or a head of state, is the one who travels.
		const auto names = m_c.names_in(from, end);
		if (names.back().begin > office->begin || state_spoken_for(m_c.people().people[names.back().person])) return {};
		if (!bodies.empty() && country_of(bodies.back().party) == country_of(office->parties.front())) return {};
		if (bodies.empty() && Context::side(parties_of(begin, end, Titles::take), Country::la).empty()) return {};
		const auto body = parties_of(office->begin, office->end, Titles::take);
		if (body.empty()) return {};
		return {{body.front(), from, end, true}};
	}

	/// Of several lists of one side only the last one stands before its verb.
	void keep_last_list(std::vector<Mover>& movers) const {
		auto first = movers.size() - 1;
		while (first > 0 &&
		       (movers[first].begin == movers[first - 1].begin || movers[first].begin - movers[first - 1].end <= 2))
			--first;
		movers.erase(movers.begin(), movers.begin() + static_cast<std::ptrdiff_t>(first));
	}

	static void merge_leaders(std::vector<Mover>& movers) {
		const auto committee = [](const Mover& x) {
			const auto kind = kind_of(x.party);
			return place_of(x.party).size() > 2 && (kind == "party-committee" || kind == "people-committee" ||
			                                        kind == "people-council" || kind == "fatherland-front");
		};
		const auto count = std::count_if(movers.begin(), movers.end(), committee);
		if (count < 2) return;
		const auto first = std::find_if(movers.begin(), movers.end(), committee);
		auto province = *first;
		province.party = std::string(place_of(first->party)) + "/province";
		std::erase_if(movers, committee);
		movers.insert(movers.begin(), province);
	}

	/// "Tổng Bí thư X thăm cấp nhà nước tới Lào", "Thủ tướng X sang thăm": who travels speaks for the country; others
	/// for their body.
	std::vector<Mover> people_who_move(std::uint32_t begin, std::uint32_t end) const {
		const auto names = m_c.names_in(begin, end);
		for (auto i = names.size(); i-- > 0;) {
			const auto& person = m_c.people().people[names[i].person];
			if (names[i].end > end) continue;
			if (const auto state = state_spoken_for(person); state) return {{*state, names[i].begin, end, true}};
		}
		if (names.empty()) return {};
		const auto spoken = parties_of(begin, end, Titles::take);
		if (spoken.empty()) return {};
		return {{spoken.back(), begin, end, true}};
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
			// "thăm một số cơ sở sản xuất ở tỉnh A": a sight, no host.
			if (p.role == Role::location && sees_sights(begin, p.begin)) break;
			merge(out, p.parties);
			last = p.end;
		}
		if (std::any_of(out.begin(), out.end(), [](const auto& p) { return !is_state(p); }))
			std::erase_if(out, is_state);
		return out;
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
			for (const auto& s : k_sights) {
				if (text::lower(m_a.word(t)) == s.first && m_a.word(t + 1) == s.second) return true;
			}
		}
		return false;
	}

	/// "Đến thăm Công an tỉnh A, Đại tá X, Giám đốc Công an tỉnh B bày tỏ …": the subject stands behind the opening.
	std::vector<Mover> person_behind(const lexicon::Match& m, std::uint32_t end, const PartySet& hosts) const {
		if (hosts.empty()) return {};
		for (const auto& name : m_c.names_in(m.end, end)) {
			const auto stop = std::min(end, name.end + 24);
			for (const auto& p : m_c.parties_in(name.end, stop)) {
				if (p.role != Role::in_title || p.parties.empty()) continue;
				if (country_of(p.parties.front()) == country_of(hosts.front())) break;
				return {{p.parties.front(), name.begin, stop, true}};
			}
		}
		return {};
	}

	/// "chuyến thăm tỉnh A của Đoàn đại biểu tỉnh B".
	void take_owner(const lexicon::Match& m, std::uint32_t end, std::vector<Mover>& movers, PartySet& hosts) const {
		for (auto t = m.end; t + 1 < end; ++t) {
			if (m_a.word(t) != "của") continue;
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
		if (host.empty()) return {};
		const auto side = other_side(country_of(host.front()));
		for (auto i = m_out.size(); i-- > 0;) {
			const auto* visit = std::get_if<model::Visit>(&m_out[i].value);
			if (visit != nullptr && visit->from && country_of(*visit->from) == side)
				return {{*visit->from, begin, m.begin}};
		}
		// The body that the text has spoken of so far, before any that its later sentences name.
		const auto so_far = m_c.parties_in(0, begin);
		for (auto i = so_far.size(); i-- > 0;) {
			const auto& p = so_far[i];
			if (p.role != Role::free || p.parties.empty() || country_of(p.parties.front()) != side ||
			    is_state(p.parties.front()))
				continue;
			if (m_c.is_headline(m_c.sentence_of(p.begin)) || p.naming == Naming::place) continue;
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
		for (const auto& p : m_c.parties_in(begin, m.begin)) merge(before, Context::side(p.parties, host_side));
		drop_states(before);
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

	/// Who leads the mover: "do X … làm trưởng đoàn", "X dẫn đầu đoàn", "trưởng đoàn là X"; or the person who travels
	/// himself.
	std::optional<std::string> head_of(const Mover& mover, const lexicon::Match& m, const lexicon::Match* welcome,
	                                   std::uint32_t begin, std::uint32_t end) const {
		const bool vn = country_of(mover.party) == Country::vn;
		const auto fits = [&](const NameMention& name) {
			const auto& person = m_c.people().people[name.person];
			return !person.country || *person.country == (vn ? "VN" : "LA");
		};
		const auto name_in = [&](std::uint32_t from, std::uint32_t to) -> std::optional<std::string> {
			for (const auto& name : m_c.names_in(from, to)) {
				if (fits(name)) return m_c.people().people[name.person].name;
			}
			return std::nullopt;
		};
		const auto stop = m.begin;
		if (mover.person) {
			// "Đại tá X, Chỉ huy trưởng BĐBP tỉnh A đã tới thăm": the one whose post speaks travels himself.
			const bool behind = mover.begin >= m.end;
			if (mover.begin > begin && mover.end < stop) {
				const auto own = m_c.names_in(mover.begin, mover.end);
				if (!own.empty() && fits(own.front())) return m_c.people().people[own.front().person].name;
			}
			const auto names = behind ? m_c.names_in(mover.begin, mover.end) : m_c.names_in(begin, stop);
			for (auto i = names.size(); i-- > 0;) {
				if ((behind || names[i].end <= stop) && fits(names[i]))
					return m_c.people().people[names[i].person].name;
			}
		}
		// "đón Thượng tướng X cùng đoàn …": named before his delegation.
		if (welcome == nullptr && !mover.person && mover.begin >= m.end && m_a.word(m.begin) != "chuyến") {
			for (const auto& name : m_c.names_in(m.end, mover.begin)) {
				if (fits(name) && name.begin - m.end <= 4) return m_c.people().people[name.person].name;
			}
		}
		// Behind the delegation, up to the next one: "do Đại tá X dẫn đầu", "do anh X phụ trách".
		for (auto t = mover.begin; t < std::min(mover.end, stop); ++t) {
			if (m_a.word(t) != "do" && m_a.cue_at(t, Cue::head) == nullptr) continue;
			if (auto name = name_in(t, std::min(mover.end, stop)); name) return name;
		}
		// "Bà X dẫn đầu đoàn Y đến thăm".
		if (m_c.has_cue(begin, mover.begin + 1, Cue::head)) {
			if (auto name = name_in(begin, mover.begin); name) return name;
			// "Dẫn đầu đoàn A sang thăm B là ông X".
			for (auto t = m.end; t + 1 < end; ++t) {
				if (m_a.word(t) != "là") continue;
				if (auto name = name_in(t, std::min(end, t + 6)); name) return name;
			}
		}
		// "đoàn A sang thăm B do X làm trưởng đoàn".
		if (m_c.has_cue(m.end, end, Cue::head) && mover.end >= stop) {
			for (auto t = m.end; t < end; ++t) {
				if (m_a.word(t) == "do" || m_a.cue_at(t, Cue::head) != nullptr) {
					if (auto name = name_in(t, end); name) return name;
				}
			}
		}
		if (mover.begin > m.end && m_c.has_cue(mover.begin, end, Cue::head)) {
			if (auto name = name_in(mover.begin, end); name) return name;
		}
		// "đón Thứ trưởng X sang", "Tổng Bí thư X thăm": the traveller himself.
		const auto names = m_c.names_in(welcome != nullptr ? welcome->end : begin, m.begin);
		for (auto i = names.size(); i-- > 0;) {
			const bool right_before = m.begin - names[i].end <= 2;
			if ((right_before || welcome != nullptr) && fits(names[i]))
				return m_c.people().people[names[i].person].name;
		}
		// "X làm trưởng đoàn đã dẫn đầu đoàn công tác sang thăm": before the word of leading.
		if (const auto* head = m_a.find_cue(begin, m.begin, Cue::head); head != nullptr) {
			if (auto name = name_in(begin, head->begin); name) return name;
		}
		return head_told_later(m, vn);
	}

	/// "Đoàn gồm 15 người do X làm trưởng đoàn." in one of the next sentences.
	std::optional<std::string> head_told_later(const lexicon::Match& m, bool vn) const {
		const auto s = m_c.sentence_of(m.begin);
		// "…; dẫn đoàn là Thiếu tá X" behind the clause.
		for (auto t = m_c.clause_of(m.begin).second; t + 1 < m_c.sentence(s).end; ++t) {
			const auto* head = m_a.cue_at(t, Cue::head);
			if (head == nullptr || !m_a.words(t, head->end + 1).ends_with("là")) continue;
			const auto names = m_c.names_in(t, m_c.sentence(s).end);
			if (!names.empty()) return m_c.people().people[names.front().person].name;
		}
		for (auto next = s + 1; next < m_a.sentences.size() && next < s + 4; ++next) {
			const auto& sentence = m_c.sentence(next);
			const auto first = m_a.word(sentence.begin);
			if (first != "Đoàn" && first != "Trưởng" && first != "Dẫn") continue;
			const auto* head = m_a.find_cue(sentence.begin, sentence.end, Cue::head);
			if (head == nullptr || m_c.has_cue(sentence.begin, sentence.end, Cue::travel)) return std::nullopt;
			std::optional<std::string> found;
			for (const auto& name : m_c.names_in(sentence.begin, sentence.end)) {
				const auto& person = m_c.people().people[name.person];
				if (person.country && *person.country != (vn ? "VN" : "LA")) continue;
				if (name.begin < head->begin || !found) found = person.name;
			}
			return found;
		}
		return std::nullopt;
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
			// The same delegation goes on to another host.
			if (!head && known->head && *known->from == from) head = known->head;
		}
		model::Record record;
		record.value = model::Visit{from, to, date, head};
		record.evidence = m_c.evidence(begin, end);
		record.certainty = 0.75F;
		m_out.push_back(std::move(record));
	}

	std::vector<model::Record>& m_out;
	std::uint32_t m_until = 0;
};

}  // namespace

void find_visits(const Context& context, std::vector<model::Record>& out) { Visits(context, out).run(); }

}  // namespace bienban::extraction
