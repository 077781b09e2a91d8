// Visits that are told without a plain word of travel between the two sides: who moves, whom they reach, who leads.

#include <algorithm>

#include "extraction/told_visit_reader.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

bool ToldVisits::read_moves(const text::Sentence& sentence) {
	for (auto t = sentence.begin; t < sentence.end; ++t) {
		const auto mark = mark_at(t, sentence);
		if (mark.end == 0) continue;
		if (looks_forward(sentence.begin, mark.begin)) return false;
		if (read_move(sentence, mark)) return true;
	}
	return false;
}

TravelMark ToldVisits::mark_at(std::uint32_t t, const text::Sentence& sentence) const {
	TravelMark mark;
	const auto* travel = m_a.cue_at(t, Cue::travel);
	if (travel != nullptr && m_a.cue_at(t, Cue::none) == nullptr && !joins_dates(*travel)) {
		mark = {travel->begin, travel->end, says_visit(*travel), false};
		const auto first = m_a.small(t);
		mark.strong = mark.strong || first == "đặt" || first == "có" || first == "lưu" || first == "ghé" ||
		              first == "chuyến" || first == "lên" || first == "là" || first == "công";
	} else if (m_a.small(t) == "qua" && goes_over(t, sentence)) {
		mark = {t, t + 1, false, false};
	}
	if (mark.end != 0) {
		static constexpr std::string_view k_leads[] = {"Nhân", "Trong", "Sau", "Kết", "Tiếp", "Mở"};
		mark.opens = mark.begin <= sentence.begin + (one_of(m_a.word(sentence.begin), k_leads) ? 5U : 1U);
	}
	return mark;
}

bool ToldVisits::goes_over(std::uint32_t t, const text::Sentence& sentence) const {
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

bool ToldVisits::crosses_line(std::uint32_t t) const {
	const auto next = word_or_none(t + 1);
	const auto third = word_or_none(t + 2);
	return m_a.small(t) == "qua" && ((next == "cửa" && third == "khẩu") || (next == "cột" && third == "mốc") ||
	                                 (next == "biên" && third == "giới") || next == "mốc");
}

PartySet ToldVisits::hosts_across(const TravelMark& mark, const text::Sentence& sentence) const {
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

std::optional<model::Party> ToldVisits::place_at(std::uint32_t begin) const {
	for (const auto& p : m_c.parties().places) {
		if (p.begin > begin + 2) break;
		if (p.begin < begin || m_a.lexicon.place(p.place).code.size() == 2) continue;
		return m_a.lexicon.place(p.place).code + "/province";
	}
	return std::nullopt;
}

std::vector<Mover> ToldVisits::person_before(const text::Sentence& sentence, Country host) const {
	const auto first = m_a.word(sentence.begin);
	const auto s = m_c.sentence_of(sentence.begin);
	if ((first != "Ông" && first != "Bà") || s == 0) return {};
	const auto& before = m_c.sentence(s - 1);
	auto movers = subjects(before.begin, before.end, other_side(host));
	std::erase_if(movers, [](const Mover& x) { return !x.person; });
	return movers;
}

bool ToldVisits::read_move(const text::Sentence& sentence, const TravelMark& mark) {
	if (!m_c.numbers_in(mark.end, std::min(sentence.end, mark.end + 2)).empty()) return false;
	bool own = false;
	const auto date = day_of_mark(sentence, mark.begin, own);
	if (!date) return false;
	auto hosts = crosses_line(mark.begin) ? hosts_across(mark, sentence) : hosts_behind(mark, sentence);
	const auto* back = mark.begin > sentence.begin ? &m_a.tokens[mark.begin - 1] : nullptr;
	const bool sent = back != nullptr && (m_a.word(mark.begin - 1) == "gửi" || m_a.word(mark.begin - 1) == "chuyển" ||
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
				add(mover.party, better_host(hosts.front(), mover.party), date, head_of_told(mover, before), sentence,
				    mark.begin, std::max(mark.end, last_end(mark, sentence)));
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
			add(mover.party, better_host(host, mover.party), date, head_of_told(mover, sentence), sentence,
			    std::min(mover.begin, mark.begin), std::max(mark.end, last_end(mark, sentence)));
	}
	return true;
}

bool ToldVisits::joined_to(const PartySet& hosts, const std::vector<Mover>& movers, std::uint32_t begin,
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

bool ToldVisits::people_go(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::string_view k_people[] = {"cán",   "giảng", "giáo", "thầy", "bác", "hội",  "chiến",
	                                                "người", "chị",   "anh",  "nhà",  "đại", "lãnh", "trưởng",
	                                                "thành", "sĩ",    "bà",   "già",  "nữ",  "em",   "đoàn"};
	for (const auto& n : m_c.numbers_in(begin, end)) {
		if (one_of(word_or_none(n.end), k_people)) return true;
	}
	for (auto t = begin; t + 1 < end; ++t) {
		const auto w = m_a.small(t);
		const auto next = m_a.word(t + 1);
		if ((w == "lãnh" && next == "đạo") || (w == "đại" && next == "diện") || (w == "đại" && next == "biểu") ||
		    (w == "chỉ" && next == "huy"))
			return true;
	}
	return false;
}

bool ToldVisits::stands_for(std::uint32_t begin, std::uint32_t end) const {
	if (!m_c.names_in(begin, end).empty()) return false;
	static constexpr std::string_view k_short[] = {"anh", "chị", "họ", "Họ", "đoàn", "Đoàn", "mình", "khách"};
	const auto first = m_a.word(begin);
	if ((first == "Ông" || first == "Bà") && begin + 1 < end && !m_a.tokens[begin + 1].capital) return true;
	for (std::uint32_t back = 1; back <= 4 && end >= begin + back; ++back) {
		if (one_of(m_a.word(end - back), k_short)) return true;
	}
	return false;
}

std::uint32_t ToldVisits::last_end(const TravelMark& mark, const text::Sentence& sentence) const {
	std::uint32_t last = mark.end;
	for (const auto& p : m_c.parties_in(mark.end, std::min(sentence.end, mark.end + 12))) last = std::max(last, p.end);
	return last;
}

PartySet ToldVisits::hosts_behind(const TravelMark& mark, const text::Sentence& sentence) const {
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

PartySet ToldVisits::hosts_before(const TravelMark& mark, const text::Sentence& sentence) const {
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

bool ToldVisits::arrives(const TravelMark& mark) const {
	for (auto t = mark.begin; t < mark.end + 3 && t < m_a.tokens.size(); ++t) {
		if (m_a.word(t) == "nơi" || m_a.word(t) == "chỗ") return true;
	}
	return false;
}

bool ToldVisits::sights(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::string_view k_second[] = {"sở", "hình", "máy", "tích", "trang", "tàng", "trình", "thắng"};
	for (auto t = begin; t < end; ++t) {
		if (one_of(m_a.word(t), k_second)) return true;
	}
	return false;
}

bool ToldVisits::greets(const TravelMark& mark) const {
	const auto words = m_a.words(mark.begin, mark.end);
	return words.find("chào") != std::string_view::npos || words.find("thăm") != std::string_view::npos ||
	       words.find("gặp") != std::string_view::npos || words.find("chúc") != std::string_view::npos;
}

bool ToldVisits::friends_behind(const TravelMark& mark, const text::Sentence& sentence) const {
	return m_c.has_cue(mark.begin, std::min(sentence.end, mark.end + 4), Cue::friends);
}

PartySet ToldVisits::bodies_across(const TravelMark& mark, const text::Sentence& sentence) const {
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

std::vector<Mover> ToldVisits::subjects(std::uint32_t begin, std::uint32_t end, Country side) const {
	std::vector<Mover> delegations;
	std::vector<Mover> bodies;
	std::vector<Mover> posts;
	for (const auto& p : m_c.parties_in(begin, end)) {
		if (p.parties.empty() || p.end > end || country_of(p.parties.front()) != side || p.role == Role::qualifier ||
		    invites(p, begin) || only_borders(m_a, p))
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

PartySet ToldVisits::topic(const text::Sentence& sentence, Country host) const {
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

model::Party ToldVisits::better_host(const model::Party& host, const model::Party& mover) const {
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

std::optional<std::string> ToldVisits::head_of_told(const Mover& mover, const text::Sentence& sentence) const {
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

std::optional<std::string> ToldVisits::head_beside(const text::Sentence& sentence, const model::Party& mover) const {
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

void ToldVisits::add(const model::Party& from, const model::Party& to, const std::optional<std::string>& date,
                     std::optional<std::string> head, const text::Sentence& sentence, std::uint32_t begin,
                     std::uint32_t end) {
	for (auto& r : m_out) {
		auto* known = std::get_if<model::Visit>(&r.value);
		if (known == nullptr || !known->from || !known->to) continue;
		if (!head && known->head && *known->from == from && known->date && date &&
		    known->date->substr(0, 7) == date->substr(0, 7))
			head = known->head;
		const bool same = place_of(*known->from) == place_of(from) && place_of(*known->to) == place_of(to);
		const bool back = place_of(*known->from) == place_of(to) && place_of(*known->to) == place_of(from);
		if ((same || back) && (dates_agree(known->date, date) || !date)) {
			if (same && (*known->to == to || kind_of(to) == "province" || kind_of(*known->to) == "province")) return;
			if (back) return;
		}
	}
	model::Record record;
	record.value = model::Visit{from, to, date, std::move(head)};
	record.evidence = m_c.evidence(std::max(begin, sentence.begin), std::min(end, sentence.end));
	record.certainty = 0.65F;
	m_out.push_back(std::move(record));
}

}  // namespace bienban::extraction
