#include "extraction/result_parties.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/one_of.hpp"
#include "extraction/trade_sides.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

namespace {

/// "bắt 27 vụ, riêng A và B 5 vụ", "16 hài cốt, gồm: A 11 hài cốt, B 5 hài cốt": whom of the parties of the whole the
/// figure is about.
void take_share(model::Result& value, const Share& share) {
	auto all = value.by;
	merge(all, value.to);
	const auto parties = as_bodies(share.parties, all);
	if (Context::both_sides(parties)) {
		value.by = parties;
		value.to.clear();
		return;
	}
	const auto own = country_of(parties.front());
	if (Context::both_sides(value.by)) {
		auto by = Context::side(value.by, own == Country::vn ? Country::la : Country::vn);
		merge(by, parties);
		value.by = std::move(by);
	} else if (!value.by.empty() && country_of(value.by.front()) == own) {
		value.by = parties;
	} else {
		value.to = parties;
	}
}

}  // namespace

ResultParties::ResultParties(const Context& context, Frames& frames)
    : m_c(context),
      m_a(context.a()),
      m_frames(frames),
      m_country_level(std::all_of(context.main_pair().begin(), context.main_pair().end(),
                                  [](const auto& p) { return place_of(p).size() == 2; })) {}

void ResultParties::fill(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
                         const lexicon::Match* act_after, std::uint32_t end) {
	if (goes_on_trading(n)) {
		value.by = m_last->by;
		value.to = m_last->to;
	} else if (auto traders = n.currency.empty() ? std::nullopt : trade_sides(m_c, n); traders) {
		value.by = std::move(traders->by);
		value.to = std::move(traders->to);
	} else if (!n.currency.empty() && of_both_states(n)) {
		value.by = {"VN/state", "LA/state"};
	} else {
		parties(value, n, count, act, act_after, end);
		if (!n.currency.empty()) take_own_trade(m_c, n, value.by);
	}
	if (value.theme == model::Theme::remains_repatriation) by_searchers(value, n);
	// "185 lưu học sinh tỉnh A": whose students they are stands right behind them.
	if (value.theme == model::Theme::education && counts_people(count) && value.to.size() == 1 &&
	    country_of(value.to.front()) == Country::la && count.unit.find("Lào") == std::string::npos) {
		for (const auto& m : m_c.parties_in(count.noun, std::min(end, count.end + 2))) {
			if (!m.parties.empty() && m.begin <= count.end && country_of(m.parties[0]) == Country::la &&
			    kind_of(m.parties[0]) == "province")
				value.to = m.parties;
		}
	}
	if (!value.to.empty() && !Context::both_sides(value.by) && country_of(value.to.front()) == Country::la) {
		if (to_unnamed_provinces(n, end)) value.to = {"LA/province"};
		if (of_the_country(value, n, count, end)) value.to = {"LA/state"};
	}
	with_lao_forces(value, n);
	// "tỉnh A đã có 24 cặp bản kết nghĩa" with the villages of the other province: twins are of both.
	if (value.theme == model::Theme::twinning && !value.to.empty()) {
		const bool of_province = !value.by.empty() && kind_of(value.by.front()) == "province";
		for (const auto& p : std::exchange(value.to, {}))
			merge(value.by, {of_province && place_of(p).size() > 2 ? std::string(place_of(p)) + "/province" : p});
	}
	m_whole.by = value.by;
	m_whole.to = value.to;
	if (const auto share = share_of(m_c, n)) take_share(value, *share);
}

bool ResultParties::goes_on_trading(const Number& n) const {
	if (n.currency.empty() || !m_last || m_last->theme != model::Theme::trade_investment ||
	    m_last->unit != n.currency || n.begin <= m_last_end ||
	    m_c.sentence_of(m_last_end - 1) != m_c.sentence_of(n.begin) || !m_c.parties_in(m_last_end, n.begin).empty())
		return false;
	bool cut = false;
	for (auto t = m_last_end; t < n.about_begin; ++t) {
		const auto word = m_a.word(t);
		if (word == "nhập" || word == "xuất" || word == "ngạch" || word == "chiều") return false;
		cut = cut || m_a.tokens[t].is(';');
	}
	return cut && m_a.word(n.about_begin - 1) == "đạt";
}

void ResultParties::fill_share(model::Result& value, const Share& share) const {
	value.by = m_whole.by;
	value.to = m_whole.to;
	take_share(value, share);
}

void ResultParties::note(const model::Result& value, std::uint32_t end) {
	m_last = value;
	m_last_end = end;
}

void ResultParties::parties(model::Result& value, const Number& n, const Count& count, const lexicon::Match* act,
                            const lexicon::Match* act_after, std::uint32_t end) {
	// "hiện có 14.000 lưu học sinh Lào đang học tập tại Việt Nam": the two countries.
	if (value.theme == model::Theme::education && counts_people(count)) {
		for (auto t = count.begin; t + 2 < end && t + 2 < m_a.tokens.size(); ++t) {
			// "gần 2.000 sinh viên trong tổng số 14.000 lưu học sinh Lào tại Việt Nam": of the second figure.
			if (t >= count.end && m_a.tokens[t].kind == text::TokenKind::number) break;
			if ((m_a.word(t) == "tại" || m_a.word(t) == "ở") && m_a.word(t + 1) == "Việt" && m_a.word(t + 2) == "Nam") {
				value.by = {"VN/state"};
				value.to = {"LA/state"};
				return;
			}
		}
	}
	// "112 sinh viên của bạn đang theo học ở Trường A".
	if (value.theme == model::Theme::education && counts_people(count) && count.end + 2 < end &&
	    m_a.word(count.end) == "của" && m_a.word(count.end + 1) == "bạn") {
		const auto& pair = m_frames.pair(n.begin);
		value.by = Context::side(pair, Country::vn);
		value.to = Context::side(pair, Country::la);
		if (!value.by.empty() && !value.to.empty()) return;
	}
	// "đoạn A - B hoàn thành 9 mốc và đoạn C - D hoàn thành 34 mốc": each stretch is of its own two.
	if (m_last && value.theme == model::Theme::border_protection && n.begin > m_last_end &&
	    m_c.sentence_of(m_last_end - 1) == m_c.sentence_of(n.begin)) {
		for (const auto& m : m_c.parties_in(m_last_end, n.begin)) {
			if (!Context::both_sides(m.parties)) continue;
			value.by = m.parties;
			return;
		}
	}
	if (from_country_to_country(value, n, count, end)) return;
	if (received_from(value, n, count, act, end) || handed_over(value, n)) return;
	if (projects_abroad(value, n, count, end) || taught_by_others(value, n, count, end)) return;
	// "12 bác sĩ được Sở Y tế phái sang …": the verb behind the figure tells, else the one before it.
	const auto verb = own_verb(n, count, act, act_after);
	PartySet by;
	const auto of = sent_of(count, end);
	// "tỉnh đã đón 9 đoàn của tỉnh A sang thăm": those who came are of the other side.
	if (act != nullptr && receives(*act) && count.entry != nullptr &&
	    count.entry->theme == model::Theme::delegation_exchange) {
		auto guests = of;
		// "đón 12 đoàn đại biểu tỉnh A".
		if (guests.empty())
			guests = m_frames.first_group(count.end, std::min(end, count.end + 12), [&](const Term& t) {
				return t.link == Link::plain && t.begin <= count.end + 1;
			});
		auto hosts = m_frames.subject(verb);
		if (hosts.empty()) hosts = earlier_subject(n.begin, true);
		if (guests.empty() && m_last && n.begin > 0 && m_a.tokens[n.begin - 1].is('/')) guests = m_last->by;
		if (Context::both_sides(hosts)) hosts.clear();
		if (hosts.empty() && !guests.empty()) hosts = m_frames.counterpart(guests, n.begin);
		if (!guests.empty() && !hosts.empty() && !Context::both_sides(guests)) {
			value.by = std::move(guests);
			value.to = std::move(hosts);
			return;
		}
	}
	if (!of.empty()) by = of;
	// "trao 230 tin, nhận 187 tin": whoever takes has it from the other side.
	if (by.empty() && value.theme == model::Theme::information_exchange && n.about_begin > 0 &&
	    m_a.small(n.about_begin - 1) == "nhận") {
		auto takers = m_frames.subject(verb);
		if (takers.empty() && m_last) takers = m_last->by;
		if (!takers.empty() && !Context::both_sides(takers)) {
			value.by = m_frames.counterpart(takers, n.begin);
			value.to = std::move(takers);
			if (!value.by.empty()) return;
		}
	}
	if (by.empty()) by = m_frames.subject(verb);
	if (by.empty()) by = earlier_subject(n.begin, directional(count, value.theme) || helps(verb, n.begin));
	if (by.empty()) {
		// "Tuần tra 12 lần …. Bắt 5 vụ.": nobody named since the last figure, the same ones go on.
		if (const auto* last = goes_on(n); last != nullptr) {
			value.by = m_whole.by.empty() ? last->by : m_whole.by;
			value.to = m_whole.by.empty() ? last->to : m_whole.to;
			return;
		}
	}
	if (by.empty()) {
		by = m_frames.pair(n.begin);
		// "640 lượt người được khám": nobody named; healing and teaching are done by the one side for the other.
		if (heals_or_teaches(value.theme) || sends(count, act)) by = Context::side(by, Country::vn);
	}
	value.by = std::move(by);
	if (value.by.empty()) return;
	if (Context::both_sides(value.by)) {
		narrow(value.by, n, end);
		// "1.800 sinh viên của ba tỉnh đang theo học tại các trường của tỉnh": one side teaches or heals the
		// other's.
		// "tiếp nhận 1.850 học viên Lào, còn số hài cốt do hai bên phối hợp tìm được …": joint is what stands in its
		// part.
		if (heals_or_teaches(value.theme) && counts_people(count) &&
		    !is_joint(m_c.clause_of(n.begin).first, own_part(n, end).second)) {
			value.to = Context::side(value.by, Country::la);
			value.by = Context::side(value.by, Country::vn);
			// "240 lưu học sinh của hai tỉnh A và B": of those only.
			const auto [part, stop] = own_part(n, end);
			auto whose = m_frames.first_group(std::max(part, n.begin), stop, [&](const Term& t) {
				return t.begin <= count.end + 3 && country_of(t.parties.front()) == Country::la && t.link != Link::at;
			});
			whose = Context::side(whose, Country::la);
			if (!whose.empty()) value.to = std::move(whose);
		}
		return;
	}
	// A patrol between the two is common, whoever tells of it.
	if (value.theme == model::Theme::joint_patrol) {
		merge(value.by, m_frames.counterpart(value.by, n.begin));
		return;
	}
	// "…, cử 15 đoàn sang bạn": whoever sends is of the other side.
	if (const auto goal = m_frames.first_group(
	        count.end, std::min(end, count.end + 4),
	        [](const Term& t) { return t.link == Link::target && !Context::both_sides(t.parties); });
	    !goal.empty() && country_of(goal.front()) == country_of(value.by.front()) && sends(count, act)) {
		auto senders =
		    Context::side(m_frames.pair(n.begin), country_of(goal.front()) == Country::vn ? Country::la : Country::vn);
		if (!senders.empty()) {
			value.by = std::move(senders);
			value.to = goal;
			return;
		}
	}
	const auto own = country_of(value.by.front());
	const auto stop = reach(n, count, end);
	const auto from = std::min(verb, n.begin);
	const auto other = m_frames.first_group(from, stop, [&](const Term& t) {
		return country_of(t.parties.front()) != own && t.link != Link::agent && t.link != Link::source &&
		       kind_of(t.parties.front()) != "school";
	});
	const auto [part, part_stop] = own_part(n, end);
	auto foreign = Context::side(m_frames.first_group(part, part_stop,
	                                                  [&](const Term& t) {
		                                                  return country_of(t.parties.front()) != own &&
		                                                         t.link != Link::agent && t.link != Link::source &&
		                                                         kind_of(t.parties.front()) != "school";
	                                                  }),
	                             own == Country::vn ? Country::la : Country::vn);
	if (foreign.empty()) foreign = Context::side(other, own == Country::vn ? Country::la : Country::vn);
	if (foreign.empty()) {
		// "hướng dẫn dân huyện B khai hoang được 18 ha": between the subject and the verb nearest to the figure.
		foreign = Context::side(m_frames.first_group(m_c.clause_of(n.begin).first, n.begin,
		                                             [&](const Term& t) {
			                                             return !t.subject && country_of(t.parties.front()) != own &&
			                                                    t.link != Link::source && t.link != Link::agent &&
			                                                    t.link != Link::at;
		                                             }),
		                        own == Country::vn ? Country::la : Country::vn);
	}
	// "; cùng Công an B phá 3 vụ, bắt 7 đối tượng": done with the one who stands before the verb.
	if (const auto partner = m_frames.first_group(m_c.clause_of(n.begin).first, n.begin,
	                                              [&](const Term& t) {
		                                              return t.link == Link::with &&
		                                                     country_of(t.parties.front()) != own &&
		                                                     !Context::both_sides(t.parties);
	                                              });
	    !partner.empty() && !directional(count, value.theme) && !fronted(partner, value.by, n)) {
		merge(value.by, partner);
		return;
	}
	if (const auto taker = handed_to(from, n, count, own); !taker.empty()) {
		value.to = taker;
		return;
	}
	if (value.theme == model::Theme::remains_repatriation && !is_joint(from, stop)) return;
	if (foreign.empty())
		foreign = Context::side(recipient_before(n, from, own), own == Country::vn ? Country::la : Country::vn);
	if (foreign.empty()) {
		if (is_joint(m_c.clause_of(n.begin).first, stop)) {
			merge(value.by, m_frames.counterpart(value.by, n.begin));
		} else if (directional(count, value.theme) || helps(verb, n.begin)) {
			// "khám cho 860 lượt người huyện B; mổ 37 ca": for the same ones.
			const bool same = m_last && m_whole.by == value.by && !m_whole.to.empty() &&
			                  m_c.sentence_of(n.begin) - m_c.sentence_of(m_last_end - 1) < 2;
			if (!same && own == Country::la && value.theme == model::Theme::health) {
				// "83 người của bản A được bắt mạch", "7 sản phụ bản A sang sinh": whose people are healed. A Lao
				// hospital heals its own.
				if (comes_to_be_healed(count, end)) {
					value.to = value.by;
					value.by = m_frames.counterpart(value.to, n.begin);
					return;
				}
				if (kind_of(value.by.front()) == "agency") return;
			}
			value.to = same ? m_whole.to : m_frames.counterpart(value.by, n.begin);
			if (!same && of_people(count, value.theme)) {
				auto there = people_there(n, own);
				if (there.empty()) {
					to_people(value.to);
				} else {
					value.to = std::move(there);
				}
			}
		}
		return;
	}
	// Nobody is arrested for the other side, save where somebody is handed over.
	const bool caught = value.theme == model::Theme::drugs || value.theme == model::Theme::smuggling;
	if ((is_joint(from, stop) && !directional(count, value.theme)) || caught) {
		merge(value.by, foreign);
	} else {
		value.to = foreign;
	}
}

bool ResultParties::fronted(const PartySet& partner, const PartySet& subject, const Number& n) {
	bool seen = false;
	for (const auto& t : m_frames.terms(m_c.sentence_of(n.begin))) {
		if (t.end > n.begin) break;
		if (t.link == Link::with && t.parties == partner) seen = true;
		if (seen && t.subject && t.parties == subject) {
			for (auto at = t.begin; at > 0 && t.begin - at < 12; --at) {
				if (m_a.tokens[at - 1].is(',')) return true;
			}
		}
	}
	return false;
}

PartySet ResultParties::handed_to(std::uint32_t verb, const Number& n, const Count& count, Country own) {
	const auto begin = std::min(verb, n.begin);
	const auto end = std::min(m_c.clause_of(n.begin).second, std::max(count.end, verb) + 16);
	for (auto t = begin; t + 1 < end; ++t) {
		const auto w = m_a.word(t);
		const auto next = m_a.word(t + 1);
		const bool hands = (w == "trao" && (next == "trả" || next == "lại")) || (w == "bàn" && next == "giao") ||
		                   (w == "giao" && (next == "cho" || next == "lại" || next == "trả")) ||
		                   (w == "chuyển" && next == "giao");
		if (!hands || is_joint(begin, t)) continue;
		const auto limit = t < n.begin ? n.begin : std::min(end, t + 14);
		auto taker = m_frames.first_group(t, limit, [&](const Term& term) {
			return !Context::both_sides(term.parties) && country_of(term.parties.front()) != own &&
			       (term.link == Link::target || term.link == Link::plain);
		});
		// "phía bạn đã trao trả 21 trường hợp": to whom needs no word.
		if (taker.empty() && next == "trả") {
			const auto other = own == Country::vn ? Country::la : Country::vn;
			taker = Context::side(m_frames.pair(n.begin), other);
		}
		return taker;
	}
	return handed_on(n, count, own);
}

bool ResultParties::comes_to_be_healed(const Count& count, std::uint32_t end) const {
	for (auto t = count.end; t < end && t < count.end + 10; ++t) {
		if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';')) return false;
		const auto w = m_a.word(t);
		if (w == "được" || w == "sang" || w == "qua") return true;
	}
	return false;
}

PartySet ResultParties::handed_on(const Number& n, const Count& count, Country own) {
	const auto s = m_c.sentence_of(n.begin);
	if (!count.unit.starts_with("người") && !count.unit.starts_with("đối tượng")) return {};
	if (s + 1 >= m_a.sentences.size() || m_c.sentence(s + 1).block != m_c.sentence(s).block) return {};
	const auto& next = m_c.sentence(s + 1);
	for (auto t = next.begin; t + 2 < next.end; ++t) {
		const auto w = m_a.word(t);
		if ((w != "giao" && w != "trả") || m_a.word(t + 1) != "họ") continue;
		return m_frames.first_group(t, std::min(next.end, t + 14), [&](const Term& term) {
			return !Context::both_sides(term.parties) && country_of(term.parties.front()) != own;
		});
	}
	return {};
}

const model::Result* ResultParties::goes_on(const Number& n) {
	if (!m_last) return nullptr;
	const auto s = m_c.sentence_of(n.begin);
	const auto before = m_c.sentence_of(m_last_end - 1);
	if (m_c.sentence(s).block != m_c.sentence(before).block || s - before > 1) return nullptr;
	for (auto i = before; i <= s; ++i) {
		for (const auto& t : m_frames.terms(i)) {
			if (t.begin >= m_last_end && t.begin < n.begin && t.link != Link::source && t.link != Link::at)
				return nullptr;
		}
	}
	return &*m_last;
}

bool ResultParties::of_people(const Count& count, std::optional<model::Theme> theme) {
	using model::Theme;
	if (theme != Theme::health && theme != Theme::agriculture && theme != Theme::disaster_response) return false;
	static constexpr std::array<std::string_view, 9> k_people = {
	    "lượt người", "người", "lượt", "hộ", "bệnh nhân", "ca", "bà con", "gia đình", "nông dân"};
	return std::any_of(k_people.begin(), k_people.end(), [&](std::string_view w) { return count.unit.starts_with(w); });
}

/// "Tại bản A, quân y BĐBP B khám bệnh cho 350 lượt người dân": those who live where it is done.
PartySet ResultParties::people_there(const Number& n, Country own) {
	return m_frames.first_group(m_c.sentence(m_c.sentence_of(n.begin)).begin, n.begin, [&](const Term& t) {
		const auto kind = kind_of(t.parties.front());
		return t.link == Link::at && country_of(t.parties.front()) != own && (kind == "village" || kind == "district");
	});
}

void ResultParties::to_people(PartySet& parties) const {
	if (parties.empty()) return;
	const auto side = country_of(parties.front());
	const model::Party* district = nullptr;
	bool one = true;
	for (const auto& m : m_c.parties().mentions) {
		if (m.role == Role::in_title || m.parties.size() != 1 || kind_of(m.parties[0]) != "district" ||
		    country_of(m.parties[0]) != side)
			continue;
		one = one && (district == nullptr || *district == m.parties[0]);
		district = &m.parties[0];
	}
	const bool armed_only = std::all_of(parties.begin(), parties.end(), [](const auto& p) {
		const auto kind = kind_of(p);
		return kind == "military-command" || kind == "border-guard" || kind == "police" || kind == "border-company" ||
		       kind == "border-post";
	});
	const bool province_of_it = district != nullptr && parties.size() == 1 && kind_of(parties[0]) == "province" &&
	                            place_of(parties[0]) == place_of(*district);
	if (district != nullptr && one && (armed_only || province_of_it)) {
		parties = {*district};
		return;
	}
	PartySet out;
	for (const auto& p : parties) {
		const auto kind = kind_of(p);
		const bool armed = kind == "military-command" || kind == "border-guard" || kind == "police" ||
		                   kind == "border-company" || kind == "border-post";
		merge(out, {armed && place_of(p).size() > 2 ? std::string(place_of(p)) + "/province" : p});
	}
	parties = std::move(out);
}

bool ResultParties::of_both_states(const Number& n) {
	const auto& sentence = m_c.sentence(m_c.sentence_of(n.begin));
	// "kim ngạch thương mại hai nước đạt 1,5 tỷ USD", wherever it is told.
	for (auto t = m_c.clause_of(n.begin).first; t + 1 < n.begin; ++t) {
		const auto lead = t > sentence.begin ? m_a.word(t - 1) : text::Word{};
		if ((m_a.word(t) == "hai" || m_a.word(t) == "2") && m_a.word(t + 1) == "nước" &&
		    (lead == "mại" || lead == "ngạch" || lead == "giữa"))
			return true;
	}
	for (const auto& t : m_frames.terms(m_c.sentence_of(n.begin))) {
		if (std::any_of(t.parties.begin(), t.parties.end(),
		                [](const auto& p) { return place_of(p).size() > 2 || kind_of(p) == "company"; }))
			return false;
	}
	for (auto t = sentence.begin; t + 2 < n.begin; ++t) {
		const auto w = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if ((w == "hai" || w == "2") && (next == "nước" || (next == "chiều" && m_country_level))) return true;
		if ((w == "Việt" && next == "Nam" && m_a.tokens[t + 2].is('-')) || (w == "Việt" && m_a.tokens[t + 1].is('-')))
			return true;
		if (w == "song" && next == "phương" && m_country_level) return true;
	}
	return false;
}

bool ResultParties::sends(const Count& count, const lexicon::Match* act) const {
	if (act == nullptr || count.entry == nullptr || count.entry->theme != model::Theme::delegation_exchange)
		return false;
	const auto word = m_a.word(act->begin);
	return word == "cử" || word == "Cử" || word == "phái" || word == "tổ" || word == "Tổ";
}

bool ResultParties::counts_people(const Count& count) {
	static constexpr std::array<std::string_view, 12> k_people = {
	    "lưu học sinh", "học sinh",  "sinh viên", "học viên",    "người", "lượt người",
	    "em",           "bệnh nhân", "cán bộ",    "lượt cán bộ", "lượt",  "cháu"};
	return std::any_of(k_people.begin(), k_people.end(), [&](std::string_view w) { return count.unit.starts_with(w); });
}

bool ResultParties::heals_or_teaches(std::optional<model::Theme> theme) {
	using model::Theme;
	return theme == Theme::health || theme == Theme::education || theme == Theme::language || theme == Theme::training;
}

void ResultParties::narrow(PartySet& by, const Number& n, std::uint32_t end) {
	const auto [part, stop] = own_part(n, end);
	if (!m_c.has_cue(part, n.begin, Cue::including)) return;
	const auto with = m_frames.first_group(
	    part, stop, [](const Term& t) { return t.link == Link::with && !Context::both_sides(t.parties); });
	if (with.empty()) return;
	by = Context::side(by, country_of(with.front()) == Country::vn ? Country::la : Country::vn);
	merge(by, with);
}

std::uint32_t ResultParties::own_verb(const Number& n, const Count& count, const lexicon::Match* act,
                                      const lexicon::Match* act_after) const {
	for (auto t = count.end; t < count.end + 16 && t + 1 < m_a.tokens.size(); ++t) {
		if (m_a.tokens[t].kind == text::TokenKind::number || m_a.tokens[t].is(';') || m_a.tokens[t].is('.')) break;
		if (m_a.tokens[t].is(',') && m_a.word(t + 1) != "tỉnh") break;
		if ((m_a.word(t) == "được" || m_a.word(t) == "bị") && act_after != nullptr && act_after->begin > t)
			return act_after->begin;
		if (m_a.word(t) == "do") {
			// Behind the whole name: "do Công an tỉnh A trao trả".
			for (const auto& p : m_c.parties_in(t + 1, t + 4)) {
				if (!p.parties.empty()) return std::max(t + 6, p.end + 1);
			}
			return t + 6;
		}
	}
	if (act == nullptr) return n.begin;
	// "Kim ngạch đạt 86 triệu USD; doanh nghiệp A đầu tư 9 dự án": a subject of its own, and a verb that no table has.
	const auto clause = m_c.clause_of(n.begin).first;
	if (act->begin < clause) {
		for (const auto& p : m_c.parties_in(clause, n.begin)) {
			// "A đã cử 38 đoàn; phía B có 35 đoàn".
			const bool side = p.begin == clause + 1 && m_a.small(clause) == "phía";
			if (p.begin <= clause + 1 && p.role == Role::free && !p.parties.empty() &&
			    (side || kind_of(p.parties[0]) == "company"))
				return n.begin;
		}
	}
	return act->begin;
}

bool ResultParties::receives(const lexicon::Match& act) const {
	const auto word = m_a.small(act.begin);
	return word == "đón" || word == "tiếp";
}

PartySet ResultParties::sent_of(const Count& count, std::uint32_t end) {
	if (count.entry == nullptr || count.entry->theme != model::Theme::delegation_exchange) return {};
	// "cử 4 đoàn sang thăm, đón 6 đoàn của tỉnh A": behind the comma another is counted.
	auto stop = count.end;
	// "đón 32 đoàn của các tỉnh A, B, C": the names of a list go on behind a comma.
	const auto breaks = [&](std::uint32_t t) {
		if (m_a.tokens[t].is(';')) return true;
		if (!m_a.tokens[t].is(',')) return false;
		const auto named = m_c.parties_in(count.end, end);
		return std::none_of(named.begin(), named.end(),
		                    [&](const PartyMention& p) { return p.begin <= t + 1 && t + 1 < p.end; });
	};
	while (stop < end && stop < count.end + 12 && !breaks(stop)) ++stop;
	return m_frames.first_group(count.end, stop, [&](const Term& t) { return t.link == Link::of; });
}

PartySet ResultParties::earlier_subject(std::uint32_t token, bool one_side) {
	const auto s = m_c.sentence_of(token);
	if (s == 0 || m_c.sentence(s - 1).block != m_c.sentence(s).block) return {};
	PartySet out;
	for (const auto& t : m_frames.terms(s - 1)) {
		if (t.subject && t.link == Link::plain) merge(out, t.parties);
	}
	return Context::both_sides(out) || one_side ? out : PartySet{};
}

bool ResultParties::helps(std::uint32_t verb, std::uint32_t end) const {
	static constexpr std::array<std::string_view, 13> k_help = {"hướng", "giúp", "dạy", "cứu", "chuyển", "bày", "kèm",
	                                                            "đỡ",    "phát", "cấp", "gửi", "báo",    "mách"};
	for (auto t = verb; t < end && t < verb + 4; ++t) {
		if (base::one_of<k_help>(m_a.small(t))) return true;
	}
	return false;
}

std::pair<std::uint32_t, std::uint32_t> ResultParties::own_part(const Number& n, std::uint32_t end) const {
	const auto mark = [&](std::uint32_t t) {
		return m_a.tokens[t].is(',') || m_a.tokens[t].is(';') || m_a.tokens[t].is(':');
	};
	auto begin = n.begin;
	const auto floor = m_c.sentence(m_c.sentence_of(n.begin)).begin;
	while (begin > floor && !mark(begin - 1)) --begin;
	auto stop = n.end;
	while (stop < end && !mark(stop)) ++stop;
	return {begin, stop};
}

std::uint32_t ResultParties::reach(const Number& n, const Count& count, std::uint32_t end) const {
	for (auto t = std::max(count.end, n.end); t < end; ++t) {
		if (m_a.tokens[t].is(';')) return t;
		// "…, còn số hài cốt do hai bên phối hợp tìm được là 812".
		if (m_a.tokens[t].is(',') && t + 1 < end && m_a.word(t + 1) == "còn") return t;
		if ((m_a.tokens[t].is(',') || m_a.word(t) == "và") && t + 1 < end &&
		    (m_a.cue_at(t + 1, Cue::act) != nullptr || m_a.cue_at(t + 1, Cue::give) != nullptr))
			return t;
	}
	return end;
}

PartySet ResultParties::recipient_before(const Number& n, std::uint32_t verb, Country own) {
	const auto begin = m_c.clause_of(n.begin).first;
	bool passive = false;
	for (auto t = begin; t < verb; ++t) passive = passive || m_a.word(t) == "được";
	if (!passive) return {};
	return m_frames.first_group(
	    begin, verb, [&](const Term& t) { return country_of(t.parties.front()) != own && t.link != Link::source; });
}

bool ResultParties::is_joint(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		const auto w = m_a.word(t);
		if (w == "phối" && t + 1 < end && m_a.word(t + 1) == "hợp") return true;
		if (w == "song" && t + 1 < end && m_a.word(t + 1) == "phương") return true;
		if (w == "chung" || (w == "nhau" && t > 0 && m_a.word(t - 1) == "cho")) return true;
		if (w == "cùng" && t + 1 < end && m_a.word(t + 1) != "thời" && m_a.word(t + 1) != "kỳ" &&
		    m_a.word(t + 1) != "năm" && m_a.word(t + 1) != "ngày")
			return true;
		if (w == "với" && t > 0 && m_a.word(t - 1) != "đối" && m_a.word(t - 1) != "so" && t + 1 < end &&
		    m_a.tokens[t + 1].capital)
			return true;
	}
	return false;
}

bool ResultParties::directional(const Count& count, std::optional<model::Theme> found) {
	if (!found && (count.entry == nullptr || !count.entry->theme)) return false;
	const auto theme = found ? *found : *count.entry->theme;
	return theme == model::Theme::education || theme == model::Theme::training || theme == model::Theme::language ||
	       theme == model::Theme::delegation_exchange || theme == model::Theme::health;
}

}  // namespace bienban::extraction
