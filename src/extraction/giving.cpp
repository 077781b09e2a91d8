#include "extraction/giving.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "extraction/goods.hpp"
#include "extraction/occasions.hpp"
#include "extraction/party_completion.hpp"
#include "extraction/person_bodies.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;

using base::one_of;

/// "mỗi huyện hai chiếc", "mỗi đơn vị 1 bộ": how a number that was told is shared out.
bool Givings::shares_out(const Number& n) const {
	const auto& count = m_frames.count(n);
	if (!n.currency.empty() || !count.item.empty()) return false;
	for (std::uint32_t back = 2; back <= 4 && n.about_begin >= back; ++back) {
		if (m_a.word(n.about_begin - back) == "mỗi") return true;
	}
	return false;
}

bool Givings::quiet(std::uint32_t begin, std::uint32_t end) const {
	if (begin >= end) return true;
	// "…, mỗi huyện hai chiếc" only shares out what was counted before.
	const auto numbers = m_c.numbers_in(begin, end);
	const bool counts = std::any_of(numbers.begin(), numbers.end(), [&](const Number& n) { return !shares_out(n); });
	return !counts && !m_c.has_cue(begin, end, Cue::some);
}

std::vector<Giving> Givings::in(std::uint32_t begin, std::uint32_t end, const std::optional<Giving>& last) {
	std::vector<Giving> out;
	auto known = read_countries(begin, end);
	if (!known) known = read_medicine(begin, end);
	if (known) {
		out.push_back(std::move(*known));
		return out;
	}
	const auto verbs = verbs_in(begin, end);
	auto from = begin;
	for (std::size_t i = 0; i < verbs.size(); ++i) {
		auto to = end;
		// "góp vui bằng 500 kg muối gửi tặng bà con bản B", "dành 10 tỷ đồng giúp B xây trường": two verbs for the same
		// goods.
		const auto behind = i + 2 < verbs.size() ? last_cut(verbs[i + 1].end, verbs[i + 2].begin) : end;
		bool same_goods =
		    i + 1 < verbs.size() && !verbs[i].receive && !m_c.numbers_in(verbs[i].end, verbs[i + 1].begin).empty() &&
		    quiet(verbs[i + 1].end, behind) &&
		    (!has_comma(verbs[i].end, verbs[i + 1].begin) || helps(verbs[i + 1].begin)) &&
		    // "trao 30 áo phao của A tặng B": whose they are is no receiver.
		    m_frames
		        .first_group(verbs[i].end, verbs[i + 1].begin,
		                     [&](const Term& t) { return t.link != Link::of || helps(verbs[i + 1].begin); })
		        .empty();
		// "trao cho B 50 triệu đồng giúp bạn sửa trạm y tế": what the sum is for, and no second gift.
		const bool sum_helps = i + 1 < verbs.size() && !verbs[i].receive && helps(verbs[i + 1].begin) &&
		                       quiet(verbs[i + 1].end, behind) && sum_right_before(verbs[i].end, verbs[i + 1].begin);
		// "58 tỷ đồng để đầu tư xây dựng một số công trình".
		const bool sum_for = i + 1 < verbs.size() && !verbs[i].receive && verbs[i + 1].begin > verbs[i].end &&
		                     m_a.word(verbs[i + 1].begin - 1) == "để" &&
		                     sum_right_before(verbs[i].end, verbs[i + 1].begin - 1) &&
		                     m_c.numbers_in(verbs[i + 1].end, behind).empty();
		same_goods = same_goods || sum_helps || sum_for;
		// "30 thùng mì, quà tặng của A, đã được trao cho B": both of the same gift.
		const bool noun_first = i + 1 < verbs.size() && verbs[i].noun &&
		                        !m_c.numbers_in(from, verbs[i].begin).empty() &&
		                        m_a.tokens[verbs[i].begin - 1].is(',') && quiet(verbs[i].end, verbs[i + 1].begin) &&
		                        quiet(verbs[i + 1].end, behind);
		same_goods = same_goods || noun_first;
		if (same_goods) to = behind;
		if (i + 1 < verbs.size() && !same_goods) {
			to = verbs[i + 1].begin;
			for (auto t = to; t > verbs[i].end; --t) {
				if (!m_c.numbers_in(t - 1, t).empty()) break;
				const auto word = m_a.word(t - 1);
				if (!m_a.tokens[t - 1].is(',') && word != "và" && word != "còn") continue;
				to = t - 1;
				if (m_a.tokens[t - 1].is(',')) break;
			}
		}
		if (auto giving = read(verbs[i], from, to, out.empty() ? last : std::optional(out.back())))
			out.push_back(std::move(*giving));
		from = to;
		if (same_goods) ++i;
	}
	if (out.empty()) {
		if (auto giving = read_transfer(begin, end)) {
			out.push_back(std::move(*giving));
		} else if (auto plain = read_plain(begin, end)) {
			out.push_back(std::move(*plain));
		} else if (auto work = read_work(begin, end)) {
			out.push_back(std::move(*work));
		} else if (auto carried = read_carried(begin, end)) {
			out.push_back(std::move(*carried));
		}
	}
	return out;
}

/// Does a sum of money end right before the verb?
bool Givings::sum_right_before(std::uint32_t begin, std::uint32_t verb) const {
	const auto numbers = m_c.numbers_in(begin, verb);
	return numbers.size() == 1 && !numbers.back().currency.empty() && verb - numbers.back().end <= 1;
}

/// The last comma before the next verb, where its part begins; the verb itself where there is none.
std::uint32_t Givings::last_cut(std::uint32_t begin, std::uint32_t verb) const {
	for (auto t = verb; t > begin; --t) {
		if (m_a.tokens[t - 1].is(',') && !inside_name(t - 1)) return t - 1;
	}
	return verb;
}

/// "Đồn A làm được 12 căn nhà cho dân bản B", "A xây 2 phòng học ở bản B": works are given to those who have them.
std::optional<Giving> Givings::read_work(std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 8> k_build = {"xây",   "dựng", "làm", "lợp",
	                                                            "khoan", "đào",  "lắp", "sửa"};
	for (const auto& n : m_c.numbers_in(begin, end)) {
		const auto& count = m_frames.count(n);
		if (!n.currency.empty() || count.entry == nullptr || !is_goods(count, false) || count.entry->measure) continue;
		std::uint32_t verb = 0;
		for (std::uint32_t back = 1; back <= 4 && n.about_begin >= begin + back && verb == 0; ++back) {
			if (one_of(m_a.small(n.about_begin - back), k_build)) verb = n.about_begin - back;
		}
		if (verb == 0) continue;
		Giving giving;
		giving.giver = m_frames.subject(verb);
		if (giving.giver.empty() || Context::both_sides(giving.giver)) continue;
		const auto other = other_side(side_of(giving.giver));
		giving.receiver = m_frames.first_group(count.end, end, [&](const Term& t) {
			return country_of(t.parties.front()) == other && !Context::both_sides(t.parties) &&
			       (t.link == Link::target || t.link == Link::at || t.link == Link::of);
		});
		if (giving.receiver.empty()) continue;
		giving.begin = begin;
		giving.end = end;
		giving.verb = verb;
		giving.goods = verb + 1;
		giving.named = true;
		giving.strong = true;
		return giving;
	}
	return std::nullopt;
}

/// "Năm 2017, huyện A cho huyện B 3.000 cây giống", "A còn lo cho B 5 bộ bàn ghế": the plainest word of giving, which
/// is one only between the two and before the goods.
std::optional<Giving> Givings::read_plain(std::uint32_t begin, std::uint32_t end) {
	static constexpr text::WordBits k_any{"cho", "mừng"};
	if (!m_a.may_say(m_c.sentence_of(begin), k_any)) return std::nullopt;
	for (auto t = begin + 1; t + 2 < end; ++t) {
		// "A mừng tỉnh bạn 500 triệu đồng".
		if ((m_a.word(t) != "cho" && m_a.word(t) != "mừng") || m_a.cue_at(t, Cue::none) != nullptr) continue;
		const auto numbers = m_c.numbers_in(t + 1, std::min(end, t + 9));
		if (numbers.empty()) continue;
		const auto& n = numbers.front();
		if (n.currency.empty() && !is_goods(m_frames.count(n), true)) continue;
		Giving giving;
		giving.giver = m_frames.first_group(begin, t, [&](const Term& term) {
			return term.subject && term.link == Link::plain && term.end <= t && t - term.end <= 4 &&
			       !has_comma(term.end, t);
		});
		if (giving.giver.empty() || Context::both_sides(giving.giver)) continue;
		const auto other = other_side(side_of(giving.giver));
		giving.receiver = m_frames.first_group(t + 1, n.about_begin, [&](const Term& term) {
			return country_of(term.parties.front()) == other && term.begin <= t + 2 && n.about_begin - term.end <= 2;
		});
		if (giving.receiver.empty()) continue;
		giving.begin = begin;
		giving.end = end;
		giving.verb = t;
		giving.goods = t + 1;
		giving.named = true;
		giving.strong = true;
		return giving;
	}
	return std::nullopt;
}

/// Goods that find their way without a word of giving: "200 triệu đồng của A đã đến với B", "… từ A sang với B", "… của
/// A đã nằm trong tay B".
std::optional<Giving> Givings::read_transfer(std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 9> k_way = {"đến", "tới", "sang", "về",  "tay",
	                                                          "lên", "vào", "cho",  "chân"};
	for (const auto& n : m_c.numbers_in(begin, end)) {
		const auto& count = m_frames.count(n);
		if (n.currency.empty() && (count.entry == nullptr || !is_goods(count, true))) continue;
		Giving giving;
		giving.begin = begin;
		giving.end = end;
		giving.goods_before = true;
		const auto near = std::max(count.end, n.end) + 8;
		giving.giver = m_frames.first_group(
		    n.end, end, [&](const Term& t) { return t.begin <= near && (t.link == Link::of || t.link == Link::from); });
		// "1.500 chiếc áo khoác, A gom góp suốt mùa thu, được đưa tới B".
		if (giving.giver.empty() && n.begin <= begin + 2 && brought(n.end, end)) {
			giving.giver = m_frames.first_group(n.end, end, [&](const Term& t) {
				return t.begin <= near && t.link == Link::plain && !Context::both_sides(t.parties);
			});
		}
		if (giving.giver.empty() || Context::both_sides(giving.giver)) continue;
		const auto other = other_side(side_of(giving.giver));
		for (auto t = n.end; t < end; ++t) {
			if (!one_of(m_a.word(t), k_way)) continue;
			giving.receiver = m_frames.first_group(t, std::min(end, t + 20), [&](const Term& term) {
				return country_of(term.parties.front()) == other && term.link != Link::agent &&
				       term.link != Link::source;
			});
			if (giving.receiver.empty() || Context::both_sides(giving.receiver)) continue;
			giving.verb = t;
			giving.goods = t;
			giving.named = true;
			return giving;
		}
	}
	return std::nullopt;
}

/// Outside names: "Đồn A, BĐBP tỉnh B" is one.
bool Givings::has_comma(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		if (m_a.tokens[t].is(',') && !inside_name(t)) return true;
	}
	return false;
}

bool Givings::inside_name(std::uint32_t token) const {
	constexpr std::uint32_t k_longest_name = 24;
	const auto near = m_c.parties_in(token > k_longest_name ? token - k_longest_name : 0, token);
	return std::any_of(near.begin(), near.end(), [&](const PartyMention& p) { return p.end > token + 1; });
}

std::optional<Giving> Givings::read(const Verb& verb, std::uint32_t begin, std::uint32_t end,
                                    const std::optional<Giving>& last) {
	Giving giving;
	giving.begin = begin;
	giving.end = end;
	giving.verb = verb.begin;
	giving.goods = verb.end;
	giving.strong = verb.strong;
	std::optional<std::uint32_t> passive;
	for (auto t = verb.begin; t > begin && verb.begin - t < 16; --t) {
		if (m_a.tokens[t - 1].is(':')) break;
		if (m_a.word(t - 1) != "được") continue;
		const auto before = t - 1 > begin ? m_a.word(t - 2) : text::Word{};
		if (before == "nhận" || before == "phát" || (t < verb.begin && m_a.word(t) == "biết")) continue;
		passive = t - 1;
		break;
	}
	if (verb.receive && m_a.word(verb.begin) == "được") passive = verb.begin;
	if (passive) {
		read_passive(giving, verb, *passive, begin, end);
	} else if (verb.receive) {
		read_receiving(giving, verb, end);
	} else if (verb.noun) {
		read_gift_noun(giving, verb, end);
	} else {
		read_active(giving, verb, begin, end);
	}
	// "các doanh nghiệp A đầu tư tại tỉnh B với số vốn 52 triệu USD": their own business.
	if (m_a.word(verb.begin) == "đầu" && !giving.giver.empty() && kind_of(giving.giver.front()) == "company")
		return std::nullopt;
	if (!complete(giving, verb, last)) return std::nullopt;
	return giving;
}

/// "B được A tặng …", "… được A tặng B", "B được tặng …".
void Givings::read_passive(Giving& giving, const Verb& verb, std::uint32_t passive, std::uint32_t begin,
                           std::uint32_t end) {
	const auto any = [](const Term& t) { return t.link != Link::source; };
	if (passive < verb.begin) giving.giver = m_frames.first_group(passive, verb.begin, any);
	const auto own = side_of(giving.giver);
	const auto far = [&](const Term& t) {
		return t.link != Link::source && (own == Country::none || country_of(t.parties.front()) != own);
	};
	// A figure or a gift at the head of the clause is what is given; a party at the head receives.
	const auto subject =
	    m_frames.first_group(begin, passive, [&](const Term& t) { return far(t) && t.link != Link::at; });
	const auto* count = m_c.numbers_in(begin, passive).empty() ? nullptr : &m_c.numbers_in(begin, passive).front();
	const auto behind = receiver_behind(verb.end, end, giving.giver);
	std::uint32_t stop = 0;
	const auto building = find_building(m_c, begin, passive, stop);
	// "Trường Tiểu học A được B hỗ trợ 50 triệu đồng": the school receives, unless the money builds it.
	const auto& schools = building ? m_c.parties_in(*building, *building + 1) : std::span<const PartyMention>{};
	const bool takes_money = !schools.empty() && !schools.front().parties.empty() &&
	                         kind_of(schools.front().parties[0]) == "school" && !subject.empty() &&
	                         !m_c.numbers_in(verb.end, end).empty() && !names_a_work(verb.end, end);
	const bool building_first = building && !giving.giver.empty() && *building <= begin + 2 && !takes_money;
	const bool figure_first = building_first || (count != nullptr && (subject.empty() || !behind.empty()));
	if (figure_first || (subject.empty() && !behind.empty())) {
		giving.goods_before = true;
		giving.receiver = behind.empty() ? subject : behind;
	} else {
		giving.receiver = subject;
	}
	if (giving.giver.empty()) {
		giving.giver = m_frames.first_group(verb.end, end, [](const Term& t) {
			return t.link == Link::from || t.link == Link::of || t.link == Link::agent;
		});
	}
	giving.named = !giving.giver.empty() && !giving.receiver.empty();
}

/// "B nhận … do A tặng", "B tiếp nhận … từ A".
void Givings::read_receiving(Giving& giving, const Verb& verb, std::uint32_t end) {
	giving.receiver = m_frames.subject(verb.begin);
	const auto own = side_of(giving.receiver);
	const auto& sentence = m_c.sentence(m_c.sentence_of(verb.begin));
	giving.giver = m_frames.first_group(verb.end, std::max(end, verb.end), [&](const Term& t) {
		return t.link != Link::source && t.link != Link::at && country_of(t.parties.front()) != own;
	});
	if (giving.giver.empty()) {
		giving.giver = m_frames.first_group(verb.end, sentence.end, [&](const Term& t) {
			return (t.link == Link::agent || t.link == Link::from) && country_of(t.parties.front()) != own;
		});
	}
	// "B đã nhận 10 bộ đàm do Đại tá X, Chỉ huy trưởng A, trao tặng": the one who gives is told by his post.
	for (auto t = verb.end; giving.giver.empty() && t < sentence.end; ++t) {
		if (m_a.word(t) != "do") continue;
		const auto* give = m_a.find_cue(t, sentence.end, Cue::give);
		if (give == nullptr) break;
		giving.giver = m_frames.first_group(t + 1, give->begin, [&](const Term& term) {
			return term.link != Link::source && term.link != Link::at && country_of(term.parties.front()) != own;
		});
	}
	// "Tiếp nhận 30 thùng mì từ A, đại diện B bày tỏ …".
	if (giving.receiver.empty() && !giving.giver.empty()) {
		giving.receiver = m_frames.first_group(verb.end, sentence.end, [&](const Term& t) {
			return t.link == Link::plain && country_of(t.parties.front()) != side_of(giving.giver) &&
			       m_a.find_cue(t.end, sentence.end, Cue::give) == nullptr;
		});
	}
	giving.named = !giving.giver.empty() && !giving.receiver.empty();
	giving.strong = giving.strong && giving.named;
	// "B nhận một ti vi" in a row of gifts: the giver stays. Else it may be anything that is taken.
	const bool counted = !m_c.numbers_in(verb.end, verb.end + 3).empty();
	if (!giving.named && !counted) giving.receiver.clear();
}

/// "Ngôi trường … là quà (của) A dành cho B", "…, quà tặng của A".
void Givings::read_gift_noun(Giving& giving, const Verb& verb, std::uint32_t end) {
	giving.giver = m_frames.first_group(verb.end, end, [](const Term& t) {
		return t.link == Link::of || t.link == Link::plain || t.link == Link::agent;
	});
	giving.receiver = receiver_behind(verb.end, end, giving.giver);
	if (giving.receiver.empty() && !giving.giver.empty()) {
		// "Món quà của A được B đón lấy".
		const auto own = side_of(giving.giver);
		giving.receiver = m_frames.first_group(verb.end, end, [&](const Term& t) {
			return t.link == Link::agent && country_of(t.parties.front()) != own;
		});
	}
	if (giving.receiver.empty() && !giving.giver.empty()) {
		// "đại biểu B dự lễ khởi công doanh trại Đại đội C, quà tặng của A": the nearest is whose it becomes.
		const auto own = side_of(giving.giver);
		const auto whose = [&](const Term& t) {
			return (t.link == Link::of || t.link == Link::plain) && country_of(t.parties.front()) != own;
		};
		giving.receiver = m_frames.first_group(giving.begin, verb.begin, whose);
		std::uint32_t stop = 0;
		if (const auto building = find_building(m_c, giving.begin, verb.begin, stop)) {
			if (auto near = m_frames.first_group(*building, verb.begin, whose); !near.empty())
				giving.receiver = std::move(near);
		}
	}
	if (giving.giver.empty()) {
		giving.giver = state_that_gives(verb.end, end);
		if (!giving.giver.empty() && giving.receiver.empty())
			giving.receiver = where_it_stands(giving.begin, verb.begin, other_side(side_of(giving.giver)));
	}
	for (std::uint32_t back = 1; back <= 3 && verb.begin >= giving.begin + back; ++back) {
		const auto before = m_a.word(verb.begin - back);
		if (before == "là" || before == ",") giving.goods_before = true;
	}
	giving.named = !giving.giver.empty() && !giving.receiver.empty();
	if (giving.named && kind_of(giving.giver.front()) == "state") giving.strong = true;
}

/// "(quà tặng) của Đảng, Nhà nước và nhân dân Việt Nam", "của Tổng Bí thư, Chủ tịch nước X".
PartySet Givings::state_that_gives(std::uint32_t begin, std::uint32_t end) const {
	if (begin >= end || m_a.word(begin) != "của") return {};
	const auto stop = std::min(end, begin + 14);
	for (const auto& m : m_c.parties_in(begin, stop)) {
		if (m.parties.size() == 1 && kind_of(m.parties[0]) == "state") return m.parties;
	}
	for (const auto& name : m_c.names_in(begin, stop)) {
		if (auto state = state_spoken_for(m_c.people().people[name.person]); state) return {*state};
	}
	return {};
}

/// The province of this side where the gift before the token stands: of the sentence, else of the one before.
PartySet Givings::where_it_stands(std::uint32_t begin, std::uint32_t token, Country side) const {
	const auto s = m_c.sentence_of(token);
	const auto from =
	    s > 0 && m_c.sentence(s - 1).block + 1 >= m_c.sentence(s).block ? m_c.sentence(s - 1).begin : begin;
	PartySet found;
	for (const auto& m : m_c.parties_in(from, token)) {
		for (const auto& p : m.parties) {
			if (country_of(p) == side && place_of(p).size() > 2) found = {std::string(place_of(p)) + "/province"};
		}
	}
	return found;
}

void Givings::read_active(Giving& giving, const Verb& verb, std::uint32_t begin, std::uint32_t end) {
	giving.giver = m_frames.subject(verb.begin);
	if (auto asking = who_asks(verb.begin, giving.giver); !asking.empty()) giving.giver = std::move(asking);
	if (Context::both_sides(giving.giver)) {
		// "A và B tổ chức trao quà …": both give only where the words behind name nobody; "các đơn vị phối hợp tặng quà
		// cho bản C": those of the other side than whoever receives.
		const auto all = std::exchange(giving.giver, {});
		const auto taker = m_frames.first_group(verb.end, end, [](const Term& t) {
			static constexpr std::array<std::string_view, 4> k_local = {"village", "commune", "district",
			                                                            "border-company"};
			return t.link == Link::target && one_of(kind_of(t.parties.front()), k_local);
		});
		if (!taker.empty()) giving.giver = Context::side(all, other_side(side_of(taker)));
	}
	// "khánh thành nhà ở tặng B".
	std::uint32_t stop = 0;
	const bool work_before =
	    find_building(m_c, begin, verb.begin, stop) && stop == verb.begin && m_a.word(verb.begin) == "tặng";
	giving.goods_before =
	    work_before || given_by(begin, verb.begin) || sum_before(begin, verb, end) || goods_lead(begin, verb, end);
	// "bàn giao quà của A cho B": the owner gives.
	if (giving.giver.empty())
		giving.giver = m_frames.first_group(verb.end, end, [](const Term& t) { return t.link == Link::of; });
	giving.receiver = receiver_behind(verb.end, end, giving.giver);
	giving.named = !giving.giver.empty() && (!giving.receiver.empty() || giving.goods_before);
	const auto& terms = m_frames.terms(m_c.sentence_of(verb.begin));
	for (const auto& t : terms) {
		const auto kind = kind_of(t.parties.front());
		if (hands_over(verb.end) && (kind == "school" || kind == "agency")) continue;
		// "trao nhà văn hóa cho bản A": what is given stands before those who receive.
		bool for_them = false;
		for (auto u = verb.end + 1; u < t.begin; ++u) for_them = for_them || m_a.word(u) == "cho";
		if (for_them) continue;
		if (t.begin >= verb.end && t.begin <= verb.end + 4 && t.end <= end && m_c.numbers_in(verb.end, t.begin).empty())
			giving.goods = t.end;
	}
}

/// "bố trí 12 tỷ đồng giúp B …": the sum stands right before the verb.
bool Givings::sum_before(std::uint32_t begin, const Verb& verb, std::uint32_t end) const {
	if (!quiet(verb.end, end)) return false;
	const auto numbers = m_c.numbers_in(begin, verb.begin);
	return !numbers.empty() && !numbers.back().currency.empty() && verb.begin - numbers.back().end <= 1;
}

/// "25 bộ máy vi tính A gửi tặng B", "…, là lộc đầu năm A chia cho B": clear goods at the head of the clause and none
/// behind the verb.
bool Givings::goods_lead(std::uint32_t begin, const Verb& verb, std::uint32_t end) const {
	if (!quiet(verb.end, end) || m_a.find_cue(verb.end, end, Cue::gift) != nullptr) return false;
	std::uint32_t stop = 0;
	if (const auto building = find_building(m_c, verb.end, end, stop)) {
		// "30 thùng mì của A gửi tặng Trường Tiểu học B": the school receives.
		const auto& schools = m_c.parties_in(*building, *building + 1);
		if (schools.empty() || schools.front().parties.empty() || kind_of(schools.front().parties[0]) != "school")
			return false;
	}
	for (const auto& n : m_c.numbers_in(begin, verb.begin)) {
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < n.begin; ++i) {
			if (is_deed(m_a.matches[i].cue()) && !collects(m_a.matches[i])) return false;
		}
		if (!n.currency.empty()) return true;
		const auto& count = m_frames.count(n);
		if (count.entry != nullptr && is_goods(count, false)) return true;
	}
	return false;
}

/// "… do A tặng": the goods stand before.
bool Givings::given_by(std::uint32_t begin, std::uint32_t verb) const {
	for (auto t = verb; t > begin && verb - t < 18; --t) {
		const auto word = m_a.word(t - 1);
		if (m_a.tokens[t - 1].is(';') || !m_c.numbers_in(t - 1, t).empty()) return false;
		if (word == "do" || word == "Do") return t - 1 > begin;
	}
	return false;
}

/// "hỗ trợ 2 tỷ đồng xây trạm y tế huyện B": the place is part of what is built.
bool Givings::names_a_work(std::uint32_t begin, std::uint32_t end) const {
	const auto numbers = m_c.numbers_in(begin, end);
	if (numbers.empty() || numbers.back().currency.empty()) return false;
	static constexpr std::array<std::string_view, 8> k_build = {"xây", "làm", "sửa", "nâng", "dựng", "mở", "tu", "cải"};
	for (auto t = numbers.back().end; t < end; ++t) {
		const auto word = m_a.word(t);
		if (m_a.tokens[t].is(',') || word == "cho" || word == "tặng" || word == "giúp") return false;
		if (one_of(word, k_build) && (end - t > 2 || is_built(end))) return true;
	}
	return false;
}

/// "12 tỷ đồng xây Bệnh viện huyện A cho bạn": a hospital or a school right behind the word of building.
bool Givings::is_built(std::uint32_t token) const {
	const auto at = m_c.parties_in(token, token + 1);
	if (at.empty() || at.front().parties.empty()) return false;
	const auto& party = at.front().parties.front();
	return kind_of(party) == "school" || party.find("/agency/bệnh viện") != std::string::npos ||
	       party.find("/agency/trạm") != std::string::npos;
}

/// Is the verb that ends here one of handing over a work: "bàn giao", "xây tặng"?
bool Givings::hands_over(std::uint32_t verb_end) const {
	for (std::uint32_t back = 1; back <= 2 && verb_end >= back; ++back) {
		const auto w = m_a.word(verb_end - back);
		if (w == "giao" || w == "xây" || w == "dựng") return true;
	}
	return false;
}

}  // namespace bienban::extraction
