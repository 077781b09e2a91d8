// Gifts and aid: which sentences give, and which go on with the gift before them.

#include <algorithm>
#include <array>
#include <utility>

#include "base/one_of.hpp"
#include "extraction/finders.hpp"
#include "extraction/frames.hpp"
#include "extraction/gift_grants.hpp"
#include "extraction/gift_items.hpp"
#include "extraction/gift_signs.hpp"
#include "extraction/giving.hpp"
#include "extraction/goods.hpp"
#include "extraction/shares.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;

class Support {
public:
	Support(const Context& context, Frames& frames, std::vector<model::Record>& out, std::vector<bool>& used)
	    : m_c(context),
	      m_a(context.a()),
	      m_out(out),
	      m_frames(frames),
	      m_givings(context, frames),
	      m_signs(context),
	      m_items(context, frames, m_signs, out, used) {}

	void run() {
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			if (!m_c.is_headline(s) && !is_one_of_many(s) && !m_c.at_home(s)) read_sentence(s);
		}
		m_items.list().drop_told_again();
		if (!m_items.list().found()) read_headline();
	}

private:
	/// A gift that nothing but the headline tells of: who gave what to whom, all in its own words.
	void read_headline() {
		for (std::uint32_t s = 0; s < m_a.sentences.size() && m_c.is_headline(s); ++s) {
			const auto& sentence = m_c.sentence(s);
			m_items.begin_sentence();
			for (const auto& giving : m_givings.in(sentence.begin, sentence.end, std::nullopt)) {
				if (giving.named && giving.strong && !m_signs.denied(giving) && !giving.giver.empty() &&
				    !giving.receiver.empty())
					read_items(giving, giving.begin, giving.end, s);
			}
		}
	}

	void read_sentence(std::uint32_t s) {
		const auto known = m_out.size();
		read_clauses(s);
		if (m_out.size() > known) m_items.list().drop_announced(known, s);
	}

	void read_clauses(std::uint32_t s) {
		const auto& sentence = m_c.sentence(s);
		m_items.begin_sentence();
		if (!m_a.cues_of[s].parted) {
			read_clause(sentence.begin, sentence.end, s);
			return;
		}
		auto begin = sentence.begin;
		for (auto t = sentence.begin; t <= sentence.end; ++t) {
			if (t != sentence.end && !m_a.tokens[t].is(';')) continue;
			if (t > begin) read_clause(begin, t, s);
			begin = t + 1;
		}
	}

	/// The parts of a clause: "tỉnh A ủng hộ 550 triệu đồng, B 300 triệu đồng, C 4 xuồng máy" tells of three gifts with
	/// one verb.
	void read_clause(std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		std::vector<Share> shares;
		for (const auto& n : m_c.numbers_in(begin, end)) {
			std::uint32_t stop = 0;
			if (m_signs.building_of_row(n, begin, stop)) continue;
			auto share = share_of(m_c, n);
			if (!share || share->begin < begin || Context::both_sides(share->parties)) continue;
			if (shares.empty() || share->begin > shares.back().begin) shares.push_back(std::move(*share));
		}
		auto from = begin;
		for (std::size_t i = 0; i < shares.size(); ++i) {
			const auto stop = i + 1 < shares.size() ? shares[i + 1].begin : end;
			if (gives_again(shares[i].begin, stop) || m_c.has_cue(shares[i].begin, stop, Cue::receive)) continue;
			if (shares[i].begin > from) read_part(from, shares[i].begin, s);
			if (!m_last_giving || m_giving_sentence != s) {
				from = shares[i].begin;
				continue;
			}
			read_share(shares[i], stop, s);
			from = stop;
		}
		if (from < end) read_part(from, end, s);
	}

	/// Does a share tell of a giving of its own? "…, tỉnh B 700 triệu đồng nhằm hỗ trợ nhân dân hai tỉnh" only says
	/// what for.
	bool gives_again(std::uint32_t begin, std::uint32_t end) const {
		for (auto from = begin; from < end;) {
			const auto* give = m_a.find_cue(from, end, Cue::give);
			if (give == nullptr) return false;
			const auto before = m_a.word(give->begin - 1);
			if (before != "nhằm" && before != "để") return true;
			from = give->end;
		}
		return false;
	}

	/// The party of a share gives or receives as the one of its side did before it.
	void read_share(const Share& share, std::uint32_t end, std::uint32_t s) {
		auto giving = *m_last_giving;
		auto sides = giving.giver;
		merge(sides, giving.receiver);
		merge(sides, m_frames.pair(share.begin));
		auto parties = as_bodies(share.parties, sides);
		// "trao cho tỉnh B 500 triệu đồng, Bộ CHQS tỉnh 100 triệu đồng": the command of B.
		if (share.incomplete && parties.size() == 1 && place_of(parties[0]).size() > 2 && giving.receiver.size() == 1 &&
		    place_of(giving.receiver[0]).size() > 2)
			parties[0] = std::string(place_of(giving.receiver[0])) + parties[0].substr(place_of(parties[0]).size());
		auto& role = country_of(parties.front()) == country_of(giving.giver.front()) ? giving.giver : giving.receiver;
		role = std::move(parties);
		merge(m_row.giver, giving.giver);
		merge(m_row.receiver, giving.receiver);
		giving.begin = share.begin;
		giving.end = end;
		giving.goods = share.begin;
		giving.goods_before = false;
		giving.named = true;
		read_items(giving, share.begin, end, s, true);
	}

	void read_part(std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		if (m_signs.describes_building(begin, s) && tells_cost(begin, end, s)) return;
		// "Tổng giá trị quà trao đợt này là …": of the gift told, whatever its verb.
		if (m_a.word(begin) == "Tổng" && m_c.parties_in(begin, end).empty() && tells_cost(begin, end, s)) return;
		if (describes_the_gift(s)) return;
		if (m_signs.tells_what_it_is(m_c.sentence(s).begin, s)) {
			m_items.use(begin, end);
			return;
		}
		if (read_grant(begin, end, s)) return;
		const auto givings = m_givings.in(begin, end, m_last_giving);
		if (givings.empty()) {
			if (tells_cost(begin, end, s)) return;
			if (goes_on(begin, end, s)) {
				m_listed_sentence = s;
				// "Tổng trị giá số hàng là …" of what several received.
				const bool whole = m_c.has_cue(begin, end, Cue::total) && m_row.begin == m_last_giving->begin;
				auto giving = whole ? m_row : *m_last_giving;
				// "…; trạm y tế tại tỉnh B, trị giá 12 tỷ đồng": for another than the one before.
				if (s == m_giving_sentence) {
					const auto side = country_of(giving.receiver.front());
					auto other = m_frames.first_group(begin, end, [&](const Term& t) {
						return country_of(t.parties.front()) == side && !Context::both_sides(t.parties) &&
						       t.link != Link::source && t.link != Link::agent && t.link != Link::from;
					});
					if (!other.empty()) giving.receiver = std::move(other);
				}
				if (read_items(giving, begin, end, s) > 0) m_items.list().drop_bare(giving);
			}
			return;
		}
		if (names_the_two(givings, begin, end, s)) return;
		std::size_t found = 0;
		for (const auto& giving : givings) {
			if (m_signs.denied(giving)) continue;
			const auto before = m_out.size();
			found += read_items(giving, giving.begin, giving.end, s);
			// "… dành cho B nhiều khoản hỗ trợ, gồm:" announces the list behind it.
			// So does "… nhiều nguồn lực. Đó là 18 tỷ đồng xây bệnh viện …".
			const bool announces = giving.named && (m_a.tokens[end - 1].is(':') || m_signs.spelled_out_behind(s));
			if (m_out.size() > before || giving.strong || announces) {
				m_last_giving = giving;
				m_row = giving;
				m_giving_sentence = s;
			}
		}
		if (found == 0 && m_last_giving && goes_on(begin, end, s) && m_c.has_cue(begin, end, Cue::worth))
			read_items(*m_last_giving, begin, end, s);
	}

	/// A work paid for by a grant: the clause tells of nothing else that is given.
	bool read_grant(std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		const auto grant = find_grant(m_c, begin, end);
		if (!grant || m_signs.mode(grant->giving.verb) == Mode::future) return false;
		model::Support value;
		value.value = 1;
		value.item = grant->work;
		if (grant->worth != nullptr)
			value.worth = model::Money{grant->worth->value, std::string(grant->worth->currency)};
		m_items.use(begin, end);
		// "bàn giao công trình Bệnh viện A. … Bệnh viện A có tổng mức đầu tư …": the same work, told in full.
		if (auto* told = m_items.list().last_building();
		    told != nullptr && told->giver == grant->giving.giver && value.item.starts_with(told->item)) {
			told->item = std::move(value.item);
			told->worth = value.worth;
			return true;
		}
		m_items.add(grant->giving, std::move(value), begin, end, s, begin);
		m_last_giving = grant->giving;
		m_row = grant->giving;
		m_giving_sentence = s;
		return true;
	}

	/// "… trao 30.000 USD cho Tổng Lãnh sự Lào. Đây là số tiền của tỉnh A hỗ trợ tỉnh B": whose the gift before it is.
	bool names_the_two(const std::vector<Giving>& givings, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		static constexpr std::array<std::string_view, 5> k_gifts = {"số", "món", "khoản", "phần", "quà"};
		if (givings.size() != 1 || !givings[0].named || m_items.list().last() == nullptr || s == 0 ||
		    s > m_giving_sentence + 4 || begin != m_c.sentence(s).begin || begin + 3 >= end ||
		    !m_c.numbers_in(begin, end).empty())
			return false;
		const auto first = m_a.word(begin);
		auto* gift = m_items.list().last();
		// "Công trình do tỉnh A đầu tư xây dựng tặng tỉnh B".
		const auto named = m_c.parties_in(givings[0].verb, end);
		const bool work = m_items.list().last_building() != nullptr && m_signs.describes_building(begin, s) &&
		                  (m_a.word(begin + 1) == "do" || m_a.word(begin + 2) == "do") &&
		                  std::any_of(named.begin(), named.end(),
		                              [&](const PartyMention& m) { return m.parties == givings[0].receiver; });
		const bool same = (first == "Đây" || first == "Đó") && m_a.word(begin + 1) == "là" &&
		                  base::one_of<k_gifts>(m_a.word(begin + 2)) && s <= m_giving_sentence + 2;
		if ((!work && !same) || !gift->value) return false;
		gift->giver = givings[0].giver;
		gift->receiver = givings[0].receiver;
		return true;
	}

	/// Does a clause without a verb of giving go on with the goods of the one before it? "Chuyến hàng gồm …", "Tổng giá
	/// trị món quà là …", the points of a list behind a colon.
	bool goes_on(std::uint32_t begin, std::uint32_t end, std::uint32_t s) const {
		if (!m_last_giving || m_c.numbers_in(begin, end).empty()) {
			if (!m_last_giving || !m_c.has_cue(begin, end, Cue::some)) return false;
		}
		// "Số quà gồm 50 bộ quần áo; 20 chai …; 150 đôi găng tay": the list goes on to its end.
		if (s == m_giving_sentence || s == m_listed_sentence) return true;
		const bool point =
		    m_a.tokens[begin].kind == text::TokenKind::punctuation && s <= m_giving_sentence + 12 && opened_list(s);
		if (point) return true;
		if (s > m_giving_sentence + 2) return false;
		if (m_c.sentence(s).block > m_c.sentence(m_giving_sentence).block + 1) return false;
		return m_signs.begins_with_goods(begin, end);
	}

	/// "… lắp 12 tấm pin tại Đại đội A. Kinh phí 85 triệu đồng do đơn vị vận động": the one gift of the sentence
	/// before.
	model::Support* single_gift(std::uint32_t begin, std::uint32_t s) {
		static constexpr std::array<std::string_view, 5> k_heads = {"Kinh", "Trị", "Giá", "Chi", "Tổng"};
		const auto& sentence = m_c.sentence(s);
		// "Mỗi phần quà gồm gạo, mì tôm. Tổng giá trị là 190 triệu đồng": what is in each may stand between.
		const bool whole = m_a.word(begin) == "Tổng" && m_c.parties_in(sentence.begin, sentence.end).empty();
		auto* last = m_items.list().last();
		if (last == nullptr || !m_items.last_is_alone() || s > m_giving_sentence + (whole ? 3 : 1) ||
		    s == m_giving_sentence || begin != sentence.begin || !base::one_of<k_heads>(m_a.word(begin)) ||
		    !last->value || last->worth)
			return nullptr;
		return is_sum(*last) ? nullptr : last;
	}

	/// "Trường có 2 tầng, 8 phòng học, tổng mức đầu tư 14,8 tỷ đồng" behind the sentence that gives the school: what it
	/// cost, and nothing else.
	bool tells_cost(std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		auto* building = m_items.list().last_building();
		if (building == nullptr) building = single_gift(begin, s);
		if (building == nullptr || s == m_giving_sentence || s > m_giving_sentence + 3 ||
		    (!m_c.has_cue(begin, end, Cue::worth) && !m_signs.describes_building(begin, s)))
			return false;
		// "4 doanh nghiệp đầu tư tại tỉnh B với số vốn 52 triệu USD": business.
		for (auto t = begin; t + 1 < end; ++t) {
			if (m_a.word(t) == "doanh" && m_a.word(t + 1) == "nghiệp") return false;
		}
		for (const auto& n : m_c.numbers_in(begin, end)) {
			if (n.currency.empty() || m_items.is_used(n)) continue;
			building->worth = model::Money{n.value, std::string(n.currency)};
			m_items.use(begin, end);
			return true;
		}
		return false;
	}

	/// "Trụ sở là nhà cấp IV, gồm 1 phòng làm việc, được trang bị 2 giường tầng" behind the sentence that gives it:
	/// what is in it, and nobody gives it anew.
	bool describes_the_gift(std::uint32_t s) const {
		const auto* last = m_items.list().last();
		if (last == nullptr || s == m_giving_sentence || s > m_giving_sentence + 3 || last->value != 1 || last->unit ||
		    last->theme != model::Theme::infrastructure)
			return false;
		const auto& sentence = m_c.sentence(s);
		return m_signs.describes_building(sentence.begin, s) && m_c.parties_in(sentence.begin, sentence.end).empty();
	}

	/// Did a colon open the list whose point this sentence is?
	bool opened_list(std::uint32_t s) const {
		for (auto before = s; before > m_giving_sentence; --before) {
			const auto& sentence = m_c.sentence(before - 1);
			if (sentence.end > sentence.begin && m_a.tokens[sentence.end - 1].is(':')) return true;
			if (m_a.tokens[sentence.begin].kind != text::TokenKind::punctuation) break;
		}
		const auto& giving = m_c.sentence(m_giving_sentence);
		for (auto t = giving.begin; t < giving.end; ++t) {
			if (m_a.tokens[t].is(':') && t > m_last_giving->verb) return true;
		}
		return false;
	}

	std::size_t read_items(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s,
	                       bool of_share = false) {
		const bool same_two = m_last_giving && m_giving_sentence == s && m_last_giving->giver == giving.giver;
		return m_items.read(giving, begin, end, s, {of_share, same_two});
	}

	/// "Đây là một trong nhiều công trình, quà tặng của A dành cho B": a word on what was told before.
	bool is_one_of_many(std::uint32_t s) const {
		const auto t = m_c.sentence(s).begin;
		const auto end = m_c.sentence(s).end;
		return t + 4 < end && (m_a.word(t) == "Đây" || m_a.word(t) == "đây") && m_a.word(t + 1) == "là" &&
		       m_a.word(t + 2) == "một" && m_a.word(t + 3) == "trong" && m_c.numbers_in(t + 4, end).empty();
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	Frames& m_frames;
	Givings m_givings;
	GiftSigns m_signs;
	GiftItems m_items;
	std::optional<Giving> m_last_giving;
	Giving m_row;  ///< the same with all who gave and received in a row of shares
	std::uint32_t m_giving_sentence = 0;
	std::uint32_t m_listed_sentence = UINT32_MAX;  ///< the last that only lists what another gave
};

}  // namespace

void find_support(const Context& context, Frames& frames, std::vector<model::Record>& out, std::vector<bool>& used) {
	Support(context, frames, out, used).run();
}

}  // namespace bienban::extraction
