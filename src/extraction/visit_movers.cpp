// Who travels, and who leads them.

#include "extraction/visit_movers.hpp"
#include "extraction/person_bodies.hpp"

#include <algorithm>

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

PartySet VisitMovers::parties_of(std::uint32_t begin, std::uint32_t end, Titles titles) const {
	PartySet out;
	for (const auto& p : players_in(m_c, begin, end, titles)) merge(out, p.parties);
	drop_states(out);
	return out;
}

model::Party VisitMovers::known_body(const PartyMention& p) const {
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
	// "Bí thư Tỉnh đoàn A … . Đoàn A có mặt …": the body whose head was named, where the other side is of its kind.
	for (auto i = so_far.size(); i-- > 0;) {
		const auto& q = so_far[i];
		if (q.role != Role::in_title || q.parties.size() != 1 || place_of(q.parties.front()) != place_of(party))
			continue;
		const auto kind = kind_of(q.parties.front());
		if (kind != "youth-union" && kind != "women-union" && kind != "police" && kind != "military-command" &&
		    kind != "border-guard")
			continue;
		for (const auto& other : m_c.main_pair()) {
			if (country_of(other) != country_of(party) && kind_of(other) == kind) return q.parties.front();
		}
	}
	return party;
}

std::vector<Mover> VisitMovers::leader_in_company(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end; ++t) {
		if (m_a.word(t) != "cùng" || delegation_in(begin, t)) continue;
		const auto next = m_a.word(t + 1);
		if (next != "lãnh" && next != "đại" && next != "Thường" && next != "các") continue;
		const auto names = m_c.names_in(begin, t);
		if (names.size() != 1 || t - names.front().begin > 30) return {};
		const auto spoken = parties_of(begin, t, Titles::take);
		const auto posts = m_c.parties_in(begin, t);
		const bool by_post =
		    std::any_of(posts.begin(), posts.end(), [](const auto& p) { return p.role == Role::in_title; });
		if (!by_post || spoken.empty()) return {};
		return {{spoken.back(), begin, t, true}};
	}
	return {};
}

std::vector<Mover> VisitMovers::movers_in(std::uint32_t begin, std::uint32_t end) const {
	if (auto leader = leader_in_company(begin, end); !leader.empty()) return leader;
	std::vector<Mover> all;
	std::vector<Mover> delegations;
	for (const auto& p : m_c.parties_in(begin, end)) {
		if (p.parties.empty() || p.role == Role::qualifier || p.end > end || invites(p, begin)) continue;
		// "chỉ huy Đại đội 217 đã sang": those at the head of a body, without a name.
		if (p.role == Role::in_title && !unnamed_heads(p, begin, end)) continue;
		const bool venue =
		    p.role == Role::location || (p.begin == begin + 1 && heads_for(begin)) || leaves(p.begin, begin);
		if (venue && !p.delegation) continue;
		const auto before = p.begin > begin ? m_a.word(p.begin - 1) : text::Word{};
		if (!all.empty() && (before == "(" || before == "thuộc") && p.begin - all.back().end <= 3) continue;
		// "Trung úy X, Chính trị viên Đại đội A, …, từ huyện B sang": where he comes from.
		if (before == "từ" && p.begin > begin + 1 && !m_c.names_in(begin, p.begin).empty() && !p.delegation &&
		    !parties_of(begin, p.begin, Titles::take).empty())
			continue;
		// "Nhân chuyến thăm … và tham dự cuộc họp Phân ban hợp tác, Phó Thủ tướng X …": a meeting travels nowhere.
		if (before == "họp") continue;
		// "A phối hợp với B đã đến thăm C": A, whom B helps.
		if (!all.empty() && p.begin >= all.back().end + 2 && p.begin - all.back().end <= 4 &&
		    (before == "với" || before == "cùng") && m_a.word(all.back().end) == "phối")
			continue;
		// "đoàn công tác Bộ CHQS và Công an tỉnh A": both have come.
		const bool with_them = before == "và" && !delegations.empty() && delegations.back().end + 1 == p.begin &&
		                       country_of(p.parties.front()) == country_of(delegations.back().party);
		const bool delegation = p.delegation || with_them || delegation_before(p.begin, begin);
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

bool VisitMovers::heads_for(std::uint32_t t) const {
	static constexpr std::string_view k_ways[] = {"Đến", "Tới", "Sang", "Rời", "Từ", "Về", "Qua", "đến", "tới"};
	return one_of(m_a.word(t), k_ways);
}

std::vector<Mover> VisitMovers::leading_officers(std::uint32_t begin, std::uint32_t end) const {
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

bool VisitMovers::leaves(std::uint32_t t, std::uint32_t begin) const {
	for (std::uint32_t back = 1; back <= 3 && t >= begin + back; ++back) {
		const auto w = m_a.word(t - back);
		if (w == "rời" || w == "khỏi") return true;
		if (w != "thành" && w != "phố" && w != "Thủ" && w != "thủ" && w != "đô" && w != "tỉnh") return false;
	}
	return false;
}

bool VisitMovers::unnamed_heads(const PartyMention& p, std::uint32_t begin, std::uint32_t end) const {
	if (p.begin == begin || is_state(p.parties.front()) || !m_c.names_in(begin, end).empty()) return false;
	const auto before = m_a.word(p.begin - 1);
	return before == "huy" || before == "đạo";
}

std::vector<Mover> VisitMovers::officer_between(const std::vector<Mover>& bodies, std::uint32_t begin,
                                                std::uint32_t end) const {
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

void VisitMovers::keep_last_list(std::vector<Mover>& movers) const {
	auto first = movers.size() - 1;
	while (first > 0 &&
	       (movers[first].begin == movers[first - 1].begin || movers[first].begin - movers[first - 1].end <= 2))
		--first;
	movers.erase(movers.begin(), movers.begin() + static_cast<std::ptrdiff_t>(first));
}

void VisitMovers::merge_leaders(std::vector<Mover>& movers) {
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

std::vector<Mover> VisitMovers::people_who_move(std::uint32_t begin, std::uint32_t end) const {
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

std::vector<Mover> VisitMovers::person_behind(const lexicon::Match& m, std::uint32_t end, const PartySet& hosts) const {
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

std::optional<std::string> VisitMovers::head_of(const Mover& mover, const lexicon::Match& m,
                                                const lexicon::Match* welcome, std::uint32_t begin,
                                                std::uint32_t end) const {
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
			if ((behind || names[i].end <= stop) && fits(names[i])) return m_c.people().people[names[i].person].name;
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
		if ((right_before || welcome != nullptr) && fits(names[i])) return m_c.people().people[names[i].person].name;
	}
	// "X làm trưởng đoàn đã dẫn đầu đoàn công tác sang thăm": before the word of leading.
	if (const auto* head = m_a.find_cue(begin, m.begin, Cue::head); head != nullptr) {
		if (auto name = name_in(begin, head->begin); name) return name;
	}
	// "Tỉnh trưởng X cùng đoàn đại biểu của tỉnh vừa có chuyến thăm …".
	for (const auto& name : m_c.names_in(begin, m.begin)) {
		const auto next = word_or_none(name.end);
		if ((next == "cùng" || next == "và") && fits(name) && delegation_in(name.end, std::min(m.begin, name.end + 4)))
			return m_c.people().people[name.person].name;
		// "đồng chí X, Chủ tịch UBND tỉnh A, cùng Đoàn đại biểu tỉnh A đã đến …".
		if (fits(name) && name.end < mover.begin && mover.begin - name.end < 30 &&
		    joins_delegation(name.end, mover.begin))
			return m_c.people().people[name.person].name;
	}
	if (auto name = head_told_later(m, vn); name) return name;
	return head_told_before(mover, m.begin, vn);
}

bool VisitMovers::joins_delegation(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		if (m_a.word(t) == "cùng" && end - t <= 6) return delegation_in(t, end);
	}
	return false;
}

std::optional<std::string> VisitMovers::head_told_before(const Mover& mover, std::uint32_t token, bool vn) const {
	for (const auto& p : m_c.parties_in(0, token)) {
		if (p.role != Role::free || p.parties.size() != 1 || p.parties.front() != mover.party || !p.delegation ||
		    m_c.is_headline(m_c.sentence_of(p.begin)))
			continue;
		const auto end = std::min(m_c.clause_of(p.begin).second, p.end + 30);
		if (p.end + 1 >= end || (m_a.word(p.end) != "do" && m_a.word(p.end + 1) != "do")) continue;
		const auto* head = m_a.find_cue(p.end, end, Cue::head);
		if (head == nullptr || on_other_days(p.begin, token)) continue;
		for (const auto& name : m_c.names_in(p.end, end)) {
			const auto& person = m_c.people().people[name.person];
			if (person.country && *person.country != (vn ? "VN" : "LA")) break;
			return person.name;
		}
	}
	return std::nullopt;
}

bool VisitMovers::on_other_days(std::uint32_t before, std::uint32_t token) const {
	const auto dates_of = [&](std::uint32_t t) {
		const auto& sentence = m_c.sentence(m_c.sentence_of(t));
		return m_c.dates_in(sentence.begin, sentence.end);
	};
	const auto earlier = dates_of(before);
	const auto is_day = [](const auto& d) { return d.from.month != 0 && !d.anniversary; };
	const auto told = [&](const auto& d) {
		return std::any_of(earlier.begin(), earlier.end(),
		                   [&](const auto& e) { return e.from.month == d.from.month && e.from.day == d.from.day; });
	};
	const auto own = dates_of(token);
	return std::any_of(own.begin(), own.end(), [&](const auto& d) { return is_day(d) && !told(d); });
}

std::optional<std::string> VisitMovers::head_told_later(const lexicon::Match& m, bool vn) const {
	const auto s = m_c.sentence_of(m.begin);
	// "…; dẫn đoàn là Thiếu tá X" behind the clause.
	for (auto t = m_c.clause_of(m.begin).second; t + 1 < m_c.sentence(s).end; ++t) {
		const auto* head = m_a.cue_at(t, Cue::head);
		if (head == nullptr || (m_a.word(head->end - 1) != "là" && word_or_none(head->end) != "là")) continue;
		const auto names = m_c.names_in(t, m_c.sentence(s).end);
		if (!names.empty()) return m_c.people().people[names.front().person].name;
	}
	for (auto next = s + 1; next < m_a.sentences.size() && next < s + 4; ++next) {
		const auto& sentence = m_c.sentence(next);
		const auto first = m_a.word(sentence.begin);
		const auto* head = m_a.find_cue(sentence.begin, sentence.end, Cue::head);
		if (first != "Đoàn" && first != "Đó" && first != "Trưởng" && first != "Dẫn" && first != "Đứng" &&
		    first != "Người" && !opens_with_head(sentence, head))
			continue;
		if (head == nullptr || m_c.has_cue(sentence.begin, sentence.end, Cue::travel)) return std::nullopt;
		std::optional<std::string> found;
		for (const auto& name : m_c.names_in(sentence.begin, sentence.end)) {
			const auto& person = m_c.people().people[name.person];
			if (person.country && *person.country != (vn ? "VN" : "LA")) continue;
			if (name.begin < head->begin || !found) found = person.name;
		}
		// The head of the hosts' delegation may be told first.
		if (found || first != "Đoàn") return found;
	}
	return std::nullopt;
}

bool VisitMovers::opens_with_head(const text::Sentence& sentence, const lexicon::Match* head) const {
	if (head == nullptr) return false;
	// "Chiều 15/5, người dẫn đầu đoàn là ông X …".
	if (head->begin > sentence.begin && head->begin < sentence.begin + 8 &&
	    (m_a.word(head->begin) == "người" || m_a.word(head->begin - 1) == "người"))
		return true;
	const auto names = m_c.names_in(sentence.begin, head->begin);
	return names.size() == 1 && names.front().begin <= sentence.begin + 8 && head->begin - names.front().end <= 10;
}

}  // namespace bienban::extraction
