// Goods that are carried, left behind or brought to somebody: verbs that give only where goods stand beside them.

#include <algorithm>
#include <array>
#include <utility>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "extraction/giving.hpp"
#include "extraction/goods.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using base::one_of;
using lexicon::Country;
using lexicon::Cue;

/// "huyện A mở kho, chuyển gấp 6 tấn gạo sang cho bạn", "trích 60 triệu đồng sửa nhà cho hộ nghèo bản B": a verb that
/// gives only where goods stand right behind it and somebody of the other side behind them.
std::optional<Giving> Givings::read_carried(std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 15> k_carry = {
	    "chuyển", "trích", "lại", "mang", "chở", "đưa", "bỏ", "sắm", "mua", "gom", "san", "đem", "vác", "gùi", "chi"};
	static constexpr std::array<std::string_view, 6> k_spend = {"xây", "làm", "sửa", "kéo", "lắp", "dựng"};
	static constexpr std::array<std::string_view, 4> k_of_two = {"di", "vận", "sản", "đề"};
	for (const auto& n : m_c.numbers_in(begin, end)) {
		const auto& count = m_frames.count(n);
		if (n.currency.empty() && (count.entry == nullptr || !is_goods(count, false))) continue;
		std::uint32_t verb = 0;
		for (std::uint32_t back = 1; back <= 4 && n.about_begin > begin + back && verb == 0; ++back) {
			const auto t = n.about_begin - back;
			if (m_a.tokens[t].kind != text::TokenKind::word) break;
			const auto word = m_a.small(t);
			if (one_of(std::string_view(word), k_carry) && !one_of(m_a.word(t - 1), k_of_two)) verb = t;
		}
		// "các chú bộ đội đem đến cho trường 120 bộ sách".
		for (std::uint32_t back = 3; back <= 8 && n.about_begin > begin + back && verb == 0; ++back) {
			const auto t = n.about_begin - back;
			const auto word = m_a.word(t);
			const auto next = m_a.word(t + 1);
			if ((word == "đem" || word == "mang" || word == "chở" || word == "chuyển") &&
			    (next == "đến" || next == "tới" || next == "sang" || next == "về"))
				verb = t;
		}
		if (verb == 0) continue;
		const bool left = m_a.word(verb) == "lại";
		if (left && m_a.word(verb - 1) != "để" && m_a.word(verb - 1) != "gửi") continue;
		Giving giving;
		giving.giver = m_frames.subject(verb);
		if (Context::both_sides(giving.giver)) continue;
		const auto other = giving.giver.empty() ? Country::la : other_side(side_of(giving.giver));
		const auto takes = [&](const Term& t) {
			return country_of(t.parties.front()) == other && !Context::both_sides(t.parties) &&
			       (t.link == Link::target || (left && t.link == Link::at));
		};
		giving.receiver = m_frames.first_group(n.end, end, takes);
		if (giving.receiver.empty()) giving.receiver = m_frames.first_group(verb, n.begin, takes);
		if (giving.giver.empty() && !giving.receiver.empty()) giving.giver = earlier(verb, Country::vn);
		if (giving.giver.empty()) continue;
		// "bỏ 450 triệu đồng kéo đường dây": for those of whom the text has just told.
		const bool spends = !n.currency.empty() && n.end < end && one_of(m_a.word(n.end), k_spend);
		if (giving.receiver.empty() && (left || spends)) giving.receiver = earlier(verb, other);
		if (giving.receiver.empty()) continue;
		mean_friends(giving, {verb, verb + 1, false, false, true});
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

/// "Việt Nam dành cho Lào 1.155 suất học bổng", "món quà Việt Nam tặng Lào có trị giá 1 triệu USD": between the two
/// countries, named right before and right behind the verb.
std::optional<Giving> Givings::read_countries(std::uint32_t begin, std::uint32_t end) const {
	constexpr std::uint32_t k_near = 3;  // "đã dành", "đã hỗ trợ cho"
	const PartyMention* giver = nullptr;
	for (const auto& m : m_c.parties_in(begin, end)) {
		const bool state = m.parties.size() == 1 && kind_of(m.parties[0]) == "state" && m.role == Role::free;
		const auto* last = std::exchange(giver, state ? &m : nullptr);
		if (!state || last == nullptr || country_of(last->parties[0]) == country_of(m.parties[0])) continue;
		const auto* give = m_a.find_cue(last->end, m.begin, Cue::give);
		if (give == nullptr || give->begin > last->end + k_near || m.begin > give->end + k_near) continue;
		constexpr std::uint32_t k_goods = 8;  // "có trị giá hơn"
		if (m_c.numbers_in(m.end, std::min(end, m.end + k_goods)).empty()) continue;
		Giving giving;
		giving.giver = last->parties;
		giving.receiver = m.parties;
		// Where the text is about the two governments, they are meant.
		const auto& main = m_c.main_pair();
		if (!main.empty() &&
		    std::all_of(main.begin(), main.end(), [](const auto& p) { return kind_of(p) == "government"; })) {
			for (auto* side : {&giving.giver, &giving.receiver})
				side->front() = std::string(place_of(side->front())) + "/government";
		}
		giving.begin = begin;
		giving.end = end;
		giving.verb = give->begin;
		giving.goods = m.end;
		giving.named = true;
		giving.strong = true;
		return giving;
	}
	return std::nullopt;
}

/// "Thuốc phát trong ba hôm trị giá 85 triệu đồng", "tiền thuốc cấp không cho bà con hết 90 triệu đồng": of those who
/// healed, for those whom they healed, both told in the sentences before.
std::optional<Giving> Givings::read_medicine(std::uint32_t begin, std::uint32_t end) {
	auto noun = begin;
	while (noun < end && noun < begin + 5 && m_a.small(noun) != "thuốc") ++noun;
	if (noun == end || noun == begin + 5) return std::nullopt;
	const auto numbers = m_c.numbers_in(noun, end);
	if (numbers.empty() || numbers.front().currency.empty()) return std::nullopt;
	bool given = false;
	bool worth = m_c.has_cue(noun, numbers.front().begin, Cue::worth);
	for (auto t = noun + 1; t < numbers.front().begin; ++t) {
		given = given || m_a.word(t) == "phát" || m_a.word(t) == "cấp";
		worth = worth || m_a.word(t) == "hết";
	}
	if (!given || !worth) return std::nullopt;
	Giving giving;
	const auto s = m_c.sentence_of(begin);
	const auto block = m_c.sentence(s).block;
	for (auto i = s + 1; i-- > 0 && s - i < 4 && m_c.sentence(i).block + 1 >= block && !m_c.is_headline(i);) {
		const auto& sentence = m_c.sentence(i);
		if (!m_c.has_cue(sentence.begin, sentence.end, Cue::medical)) continue;
		for (const auto& t : m_frames.terms(i)) {
			if (t.begin >= noun || Context::both_sides(t.parties) || t.link == Link::source) continue;
			const bool own = country_of(t.parties.front()) == Country::vn;
			auto& side = own ? giving.giver : giving.receiver;
			const bool fits = own ? t.link != Link::at && t.link != Link::from : t.link != Link::agent;
			if (side.empty() && fits) side = t.parties;
		}
		if (giving.receiver.empty()) giving.receiver = earlier(sentence.begin, Country::la);
		if (!giving.giver.empty() && !giving.receiver.empty()) break;
	}
	if (giving.giver.empty() || giving.receiver.empty()) return std::nullopt;
	giving.begin = begin;
	giving.end = end;
	giving.verb = noun;
	giving.goods = noun;
	giving.named = true;
	giving.strong = true;
	return giving;
}

/// "được đưa tới", "đã được chở sang": does something come to somebody here?
bool Givings::brought(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::array<std::string_view, 8> k_bring = {"đưa", "chở", "chuyển", "mang",
	                                                            "gửi", "đem", "gùi",    "vác"};
	for (auto t = begin; t + 2 < end; ++t) {
		if (m_a.word(t) != "được") continue;
		for (auto u = t + 1; u < end && u < t + 12; ++u) {
			if (one_of(m_a.word(u), k_bring)) return true;
		}
	}
	return false;
}

}  // namespace bienban::extraction
