// Who is meant where a gift's giver or receiver is not the nearest name: 'bạn', another who hands it over, students.

#include <algorithm>
#include <string>
#include <utility>

#include "base/one_of.hpp"
#include "extraction/giving.hpp"
#include "extraction/party_completion.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

/// Bodies that are found at one place, so that to be there is to be with them.
bool is_local_unit(std::string_view kind) {
	return kind == "border-company" || kind == "border-post" || kind == "border-checkpoint" || kind == "school";
}

}  // namespace

using base::one_of;
using lexicon::Country;
using lexicon::Cue;

/// "Công ty A nhờ Đồn B trao cho C", "Bộ A ủy quyền cho tỉnh B tặng C", "A, thông qua B, đã tặng C": the one who lets
/// another hand it over.
PartySet Givings::who_asks(std::uint32_t verb, const PartySet& asked) {
	if (asked.empty()) return {};
	const Term* before = nullptr;
	for (const auto& t : m_frames.terms(m_c.sentence_of(verb))) {
		if (t.end > verb) break;
		if (before != nullptr && t.parties == asked && country_of(before->parties.front()) == side_of(asked)) {
			// "Được sự ủy quyền của A, B đã bàn giao …".
			const auto floor = m_c.sentence(m_c.sentence_of(verb)).begin;
			for (auto u = before->begin > floor + 6 ? before->begin - 6 : floor; u + 1 < before->begin; ++u) {
				const auto word = m_a.small(u);
				if ((word == "ủy" || word == "uỷ") && m_a.word(u + 1) == "quyền" && m_a.word(u + 2) == "của")
					return before->parties;
			}
			for (auto u = std::max(before->end, t.begin > 3 ? t.begin - 3 : 0); u < t.begin; ++u) {
				const auto word = m_a.word(u);
				const auto next = m_a.word(u + 1);
				if (word == "nhờ" || (word == "ủy" && next == "quyền") || (word == "uỷ" && next == "quyền") ||
				    (word == "thông" && next == "qua") ||
				    (word == "giao" && u + 1 == t.begin && m_a.word(u - 1) != "bàn"))
					return before->parties;
			}
		}
		before = &t;
	}
	return {};
}

/// "… cho bạn", "tặng đơn vị bạn", "tặng tỉnh bạn": the Lao body, village or district that the text has just told of,
/// or the giver's like, where the short word led to the province or to a wider pair.
void Givings::mean_friends(Giving& giving, const Verb& verb) {
	if (giving.receiver.empty() || giving.giver.empty() || side_of(giving.giver) != Country::vn) return;
	const auto s = m_c.sentence_of(verb.begin);
	const Term* word = nullptr;
	for (const auto& t : m_frames.terms(s)) {
		if (t.parties != giving.receiver) continue;
		const auto* friends = m_a.find_cue(t.begin, t.end, Cue::friends);
		if (friends != nullptr && m_c.parties_in(t.begin, t.end).empty()) word = &t;
		break;
	}
	if (word == nullptr) return;
	const auto first = m_a.small(word->begin);
	const auto kind = kind_of(giving.receiver.front());
	const auto giver = kind_of(giving.giver.front());
	// "Công an tỉnh A … cho bạn" in a text that also names the two ministries: the police of the Lao province told of.
	if (place_of(giving.receiver.front()).size() == 2 && place_of(giving.giver.front()).size() > 2 &&
	    (giver == "police" || giver == "military-command")) {
		const auto before = m_c.parties_in(0, word->begin);
		for (auto i = before.size(); i-- > 0;) {
			if (before[i].parties.empty() || country_of(before[i].parties[0]) != Country::la) continue;
			const auto place = place_of(before[i].parties[0]);
			if (place.size() == 2) continue;
			auto like = std::string(place);
			like.append("/").append(giver);
			giving.receiver = {std::move(like)};
			return;
		}
		return;
	}
	if (first == "tỉnh") {
		// "VKSND tỉnh A trao tặng tỉnh bạn 5 máy tính".
		if (kind != "province" || !is_provincial(giver)) return;
		auto like = m_frames.counterpart(giving.giver, verb.begin);
		if (!like.empty() && kind_of(like.front()) == giver) giving.receiver = std::move(like);
		return;
	}
	const bool local = giver == "district" || giver == "commune" || giver == "village" || giver == "border-post" ||
	                   giver == "district-military" || giver == "border-checkpoint" || giver == "school";
	if (first != "đơn" && first != "huyện" && first != "bản" && !(local && kind == "province")) return;
	const auto wanted = [&](std::string_view k) {
		if (first == "huyện") return k == "district";
		if (first == "bản") return k == "village";
		if (first == "đơn")
			return k != "district" && k != "village" && k != "province" && k != "commune" && k != "state";
		return k != "province" && k != "state";
	};
	if (wanted(kind) && giving.receiver.size() == 1) return;
	auto from = s;
	while (from > 0 && s - from < 2 && m_c.sentence(from - 1).block + 1 >= m_c.sentence(s).block &&
	       !m_c.is_headline(from - 1))
		--from;
	const auto before = m_c.parties_in(m_c.sentence(from).begin, word->begin);
	for (auto i = before.size(); i-- > 0;) {
		const auto& m = before[i];
		if (m.parties.empty() || (m.role == Role::qualifier && kind_of(m.parties[0]) != "district") ||
		    m.role == Role::in_title || country_of(m.parties[0]) != Country::la || place_of(m.parties[0]).size() == 2 ||
		    !wanted(kind_of(m.parties[0])))
			continue;
		giving.receiver = m.parties;
		return;
	}
}

/// "lưu học sinh Lào", "sinh viên Lào".
bool Givings::gives_students(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin + 1; t < end && t < begin + 20; ++t) {
		if (!says_laos(m_a, t)) continue;
		const auto before = m_a.word(t - 1);
		if (before == "sinh" || before == "viên") return true;
	}
	return false;
}

/// "cho các gia đình chính sách", "cho hộ nghèo".
bool Givings::gives_families(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::array<std::string_view, 4> k_people = {"gia", "hộ", "dân", "bà"};
	bool to = false;
	for (auto t = begin; t < end; ++t) {
		if (to && one_of(m_a.word(t), k_people)) return true;
		to = to || m_a.word(t) == "cho";
	}
	return false;
}

/// The party behind the verb that receives: nearest to it, of the other side; a place where the receivers live counts
/// last.
PartySet Givings::receiver_behind(std::uint32_t begin, std::uint32_t end, const PartySet& giver) {
	if (begin >= end) return {};
	const auto own = side_of(giver);
	const auto far = [&](const Term& t) {
		return (own == Country::none || country_of(t.parties.front()) != own || Context::both_sides(t.parties)) &&
		       !(t.link == Link::plain && names_a_work(begin, t.begin));
	};
	// "bàn giao Trường Tiểu học A cho tỉnh B": the school is what is given.
	if (auto taker = m_frames.first_group(begin, end,
	                                      [&](const Term& t) {
		                                      return far(t) && t.link == Link::target && t.begin > 0 &&
		                                             m_a.word(t.begin - 1) == "cho";
	                                      });
	    !taker.empty() && hands_over(begin)) {
		// "bàn giao trụ sở Công an huyện A cho Công an tỉnh B": whose seat it is tells what is given.
		const auto first = m_frames.first_group(begin, end, far);
		if (!first.empty() && first != taker && own != Country::none && !Context::both_sides(taker)) return taker;
	}
	auto found = m_frames.first_group(begin, end, [&](const Term& t) {
		return far(t) && (t.link == Link::plain || t.link == Link::target || t.link == Link::with);
	});
	if (found.empty())
		found = m_frames.first_group(
		    begin, end, [&](const Term& t) { return far(t) && (t.link == Link::of || t.link == Link::at); });
	if (own != Country::none && Context::both_sides(found)) found = Context::side(found, other_side(own));
	return found;
}

/// "Đến với A", "tới với A", "tại trụ sở của A": do they meet those who are named here?
bool Givings::meets_at(const Term& t) const {
	for (std::uint32_t back = 1; back <= 5 && t.begin > back; ++back) {
		const auto word = m_a.word(t.begin - back);
		const auto before = m_a.small(t.begin - back - 1);
		if (word == "với" && (before == "đến" || before == "tới")) return true;
		if (word == "sở" && before == "trụ") return true;
		if (m_a.tokens[t.begin - back].kind == text::TokenKind::punctuation) return false;
	}
	return false;
}

/// One side of the sentences before it in the same block, the nearest first.
PartySet Givings::earlier(std::uint32_t token, Country country) {
	const auto s = m_c.sentence_of(token);
	PartySet where;
	for (auto i = s + 1; i-- > 0 && s - i < 4;) {
		// Into the paragraph before, where its own has named none.
		if (m_c.sentence(i).block + 1 < m_c.sentence(s).block || m_c.is_headline(i)) break;
		if (m_c.sentence(i).block != m_c.sentence(s).block) {
			if (!where.empty()) break;
			// "… trao 60 suất quà, tặng hộ nghèo huyện B": they stand behind.
			auto behind = m_frames.first_group(token, m_c.sentence(s).end, [&](const Term& t) {
				return t.begin > token && country_of(t.parties.front()) == country && t.link != Link::source;
			});
			if (!behind.empty()) return behind;
		}
		// "Đến dự có …": guests receive nothing.
		if (i != s && m_a.find_cue(m_c.sentence(i).begin, m_c.sentence(i).begin + 2, Cue::attend) != nullptr) continue;
		PartySet found;
		PartySet unit;
		PartySet met;
		std::uint32_t end = 0;
		for (const auto& t : m_frames.terms(i)) {
			// "Tại Đại đội A và Trạm B, đoàn tặng đơn vị …": those at whose place it is.
			if (t.end <= token && t.link == Link::at && country == Country::la &&
			    country_of(t.parties.front()) == country && is_local_unit(kind_of(t.parties.front())))
				merge(unit, t.parties);
			// "sang thăm, chúc Tết tại bản A. Đơn vị đã trao 50 suất quà": those who live there.
			const auto kind = kind_of(t.parties.front());
			if (t.end <= token && t.link == Link::at && where.empty() && country == Country::la &&
			    country_of(t.parties.front()) == country && (kind == "village" || kind == "district"))
				where = t.parties;
			// "Đến với A ngày …, B trao", "tại trụ sở của A, B trao".
			const bool more = !met.empty() && met == found && t.begin == end + 1 && m_a.word(end) == "và";
			const bool goal = t.end <= token && (t.link == Link::with || t.link == Link::at) && i == s &&
			                  country_of(t.parties.front()) == country && (more || (found.empty() && meets_at(t)));
			if (goal) {
				merge(found, Context::side(t.parties, country));
				met = found;
				end = t.end;
				continue;
			}
			if (t.end > token ||
			    (t.link != Link::plain && t.link != Link::of && t.link != Link::agent && t.link != Link::target))
				continue;
			auto part = Context::side(t.parties, country);
			if (part.empty() || Context::both_sides(t.parties)) continue;
			// "Đại đội A và Đại đội B": both of them.
			const bool goes_on =
			    !found.empty() && t.begin == end + 1 && (m_a.word(end) == "và" || m_a.tokens[end].is(','));
			if (!goes_on) found.clear();
			merge(found, part);
			end = t.end;
		}
		if (!found.empty()) return found;
		if (!unit.empty() && s - i < 2) return unit;
	}
	return where;
}

/// "cho Lào", "tặng nước bạn": the country itself receives.
bool Givings::names_country(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end && t < begin + 8; ++t) {
		if (says_laos(m_a, t) || (m_a.word(t) == "Nam" && t > 0 && m_a.word(t - 1) == "Việt")) return true;
	}
	return false;
}

bool Givings::names_other_side(std::uint32_t token) const {
	const auto& sentence = m_c.sentence(m_c.sentence_of(token));
	if (m_c.has_cue(sentence.begin, sentence.end, Cue::friends)) return true;
	for (auto t = sentence.begin; t < sentence.end; ++t) {
		if (says_laos(m_a, t)) return true;
	}
	return false;
}

bool Givings::speaks_of_other_side(std::uint32_t token) const {
	return names_other_side(token) || m_c.sentence_of(token) < 6;
}

/// One of the two sides in force gives, and no people of its own are named who receive: the other side is meant.
bool Givings::between_the_two(const Giving& giving, const Verb& verb) const {
	static constexpr std::array<std::string_view, 12> k_people = {"hộ",   "gia", "học",   "em",   "bà",  "nhân",
	                                                              "đồng", "dân", "người", "cháu", "hội", "các"};
	if (!giving.strong) return false;
	const auto& pair = m_frames.pair(verb.begin);
	if (std::find(pair.begin(), pair.end(), giving.giver.front()) == pair.end()) return false;
	for (auto t = verb.end; t + 1 < giving.end; ++t) {
		if ((m_a.word(t) == "cho" || m_a.word(t) == "tới" || m_a.word(t) == "đến") && one_of(m_a.word(t + 1), k_people))
			return false;
	}
	return verb.end >= giving.end || !one_of(m_a.word(verb.end), k_people);
}

/// "tặng 100 suất quà cho hộ nghèo xã A": somebody of the giver's own side receives.
bool Givings::domestic(const Giving& giving, const Verb& verb) {
	// "41.600 liều vắc-xin do Trung Quốc viện trợ": a gift of another country.
	for (auto t = verb.begin; t > m_c.sentence(m_c.sentence_of(verb.begin)).begin && verb.begin - t < 6; --t) {
		if (m_a.word(t - 1) != "do") continue;
		const auto* country = m_a.find(t, verb.begin, lexicon::EntryClass::country);
		if (country != nullptr && m_a.lexicon.place(country->index).country == Country::other) return true;
	}
	const auto own = side_of(giving.giver);
	// Hospitals and schools often stand without their country; they prove nothing.
	const auto near = [&](const Term& t) {
		const auto kind = kind_of(t.parties.front());
		// "Công an 4 tỉnh" stands for the country's until the text says whose.
		const bool local = place_of(t.parties.front()).size() > 2;
		// "cảm ơn tỉnh A đã giúp tỉnh": the bare word is not the giver itself.
		return t.link == Link::target && local && country_of(t.parties.front()) == own && kind != "agency" &&
		       kind != "school" && t.parties != giving.giver;
	};
	if (!m_frames.first_group(verb.end, std::max(giving.end, verb.end), near).empty()) return true;
	// "giúp gia đình anh A ở thôn B, xã C": people who live at home.
	static constexpr std::array<std::string_view, 8> k_people = {"gia", "hộ", "em", "cháu", "anh", "chị", "học", "bà"};
	bool people = false;
	for (auto t = verb.end; t < giving.end; ++t) {
		people = people || one_of(m_a.word(t), k_people);
		if (!people || (m_a.word(t) != "ở" && m_a.word(t) != "tại" && m_a.word(t) != "trú")) continue;
		for (const auto& m : m_c.parties_in(t, std::min(giving.end, t + 5))) {
			if (m.parties.empty() || country_of(m.parties[0]) != own) continue;
			const auto kind = kind_of(m.parties[0]);
			if (kind == "village" || kind == "commune") return true;
		}
	}
	return false;
}

/// Has the sentence itself told of something for them before this verb?
bool Givings::served_before(const PartySet& parties, std::uint32_t verb) {
	const auto& terms = m_frames.terms(m_c.sentence_of(verb));
	return std::any_of(terms.begin(), terms.end(),
	                   [&](const Term& t) { return t.end <= verb && t.link == Link::target && t.parties == parties; });
}

/// Fills in the side that the words leave out; false where nobody of the two sides is meant.
bool Givings::complete(Giving& giving, const Verb& verb, const std::optional<Giving>& last) {
	mean_friends(giving, verb);
	// "Đơn vị chủ nhà trao hai đoàn …": of two that are named together one gives, the other receives.
	if (Context::both_sides(giving.receiver) && !giving.giver.empty() && !Context::both_sides(giving.giver))
		giving.receiver = Context::side(giving.receiver, other_side(country_of(giving.giver.front())));
	auto giver = side_of(giving.giver);
	auto receiver = side_of(giving.receiver);
	if (giver == Country::none && receiver == Country::none) {
		if (!last) {
			// "85 suất quà được trao tận tay từng hộ": what is given stands before the passive.
			// The sentence before it says between whom.
			const auto s = m_c.sentence_of(verb.begin);
			const bool told = s > 0 && m_c.sentence(s - 1).block == m_c.sentence(s).block &&
			                  Context::both_sides(m_c.named(m_c.sentence(s - 1).begin, m_c.sentence(s - 1).end));
			const bool passive = told && verb.receive && m_a.small(verb.begin) == "được" &&
			                     !m_c.numbers_in(giving.begin, verb.begin).empty();
			if (passive) {
				giving.goods_before = true;
				giving.strong = true;
			}
			// "Mỗi đơn vị được tặng 10 triệu đồng": those whom the sentence before has named.
			static constexpr std::array<std::string_view, 4> k_all = {"Mỗi", "Các", "Hai", "Cả"};
			const bool all =
			    told && verb.receive && one_of(m_a.word(giving.begin), k_all) && verb.begin - giving.begin < 6;
			if (all) giving.strong = true;
			if (!giving.strong || (verb.receive && !passive && !all)) return false;
			giving.giver = earlier(verb.begin, Country::vn);
			giving.receiver = earlier(verb.begin, Country::la);
			if (giving.giver.empty()) giving.giver = Context::side(m_frames.pair(verb.begin), Country::vn);
			if (giving.giver.empty() || giving.receiver.empty()) return false;
		} else {
			giving.giver = last->giver;
			giving.receiver = last->receiver;
		}
	} else if (receiver == Country::none) {
		if (domestic(giving, verb)) return false;
		// "Tại bản B, A phối hợp với C tặng nhà cho gia đình …": those who live there, not who helps to give.
		if (giver == Country::vn && gives_families(verb.end, giving.end)) {
			const auto begin = m_c.sentence(m_c.sentence_of(verb.begin)).begin;
			giving.receiver = m_frames.first_group(begin, verb.begin, [&](const Term& t) {
				const auto kind = kind_of(t.parties.front());
				return t.link == Link::at && country_of(t.parties.front()) == Country::la &&
				       (kind == "village" || kind == "district");
			});
			if (!giving.receiver.empty()) return true;
		}
		// "Ngôi trường ở bản B được xây bằng 2 tỷ đồng do A tài trợ": those who live where it stands.
		giving.receiver = m_frames.first_group(giving.begin, std::max(giving.end, verb.begin), [&](const Term& t) {
			const auto kind = kind_of(t.parties.front());
			return t.link == Link::at && country_of(t.parties.front()) == other_side(giver) && giving.goods_before &&
			       (kind == "village" || kind == "district" || kind == "commune");
		});
		if (giving.receiver.empty() && place_of(giving.giver.front()).size() == 2 &&
		    names_country(verb.end, giving.end)) {
			// "Chính phủ Việt Nam dành cho Lào …".
			giving.receiver = m_frames.counterpart(giving.giver, verb.begin);
		}
		// "tặng 40 suất quà cho sinh viên Lào": no body of the other side is meant.
		if (giving.receiver.empty() && giver == Country::vn && giving.strong && gives_students(verb.end, giving.end))
			giving.receiver = {"LA/state"};
		if (!giving.receiver.empty()) {
			// found
		} else if (last && last->giver == giving.giver) {
			giving.receiver = last->receiver;
			// "tặng Trường A 20 bộ bàn ghế; tặng 10 suất quà cho các gia đình": no pupils.
			if (kind_of(giving.receiver.front()) == "school" && gives_families(verb.end, giving.end)) {
				if (auto other = m_frames.counterpart(giving.giver, verb.begin); !other.empty())
					giving.receiver = std::move(other);
			}
		} else if (speaks_of_other_side(verb.begin) || last || between_the_two(giving, verb)) {
			giving.receiver = earlier(verb.begin, other_side(giver));
			// "cử 12 bác sĩ sang giúp Bệnh viện tỉnh B, hỗ trợ 20 tấn lúa giống": the institution has had its own.
			const auto kind = giving.receiver.empty() ? std::string_view() : kind_of(giving.receiver.front());
			if (kind.empty() ||
			    ((kind == "school" || (kind == "agency" && kind_of(giving.giver.front()) == "province")) &&
			     served_before(giving.receiver, verb.begin))) {
				if (auto other = m_frames.counterpart(giving.giver, verb.begin); !other.empty() || kind == "school")
					giving.receiver = std::move(other);
			}
		}
		// "trao 35 suất học bổng cho lưu học sinh Lào": no body of the other side is meant.
		if (giving.receiver.empty() && giver == Country::vn && giving.strong) {
			const auto stop = std::max(giving.end, verb.end);
			for (auto t = verb.end; t < stop && giving.receiver.empty(); ++t) {
				if (says_laos(m_a, t)) giving.receiver = {"LA/state"};
			}
		}
	} else if (giver == Country::none) {
		// "Hội đồng hương trao 200 suất quà cho xã A": somebody of the receiver's own side whom no table has.
		if (!last && receiver == Country::vn && !names_other_side(verb.begin)) return false;
		// "Người dân được tặng quà gồm thôn A, B": those of the giver's own side only say who else was there.
		if (last && verb.receive && m_a.small(verb.begin) == "được" && side_of(last->giver) == receiver) {
			giving.giver = last->giver;
			giving.receiver = last->receiver;
			return true;
		}
		if (last && side_of(last->giver) != receiver) giving.giver = last->giver;
		if (giving.giver.empty()) giving.giver = earlier(verb.begin, other_side(receiver));
		if (giving.giver.empty()) giving.giver = m_frames.counterpart(giving.receiver, verb.begin);
	}
	giver = side_of(giving.giver);
	giving.receiver = Context::side(giving.receiver, other_side(giver));
	return giver != Country::none && !giving.receiver.empty();
}

}  // namespace bienban::extraction
