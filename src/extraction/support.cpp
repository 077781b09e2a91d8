// Gifts and aid: who gave what to whom.

#include <algorithm>
#include <array>
#include <utility>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "extraction/finders.hpp"
#include "extraction/frames.hpp"
#include "extraction/gift_buildings.hpp"
#include "extraction/gift_grants.hpp"
#include "extraction/gift_list.hpp"
#include "extraction/gift_signs.hpp"
#include "extraction/gift_theme.hpp"
#include "extraction/gift_words.hpp"
#include "extraction/giving.hpp"
#include "extraction/giving_time.hpp"
#include "extraction/goods.hpp"
#include "extraction/shares.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Cue;
using lexicon::EntryClass;

class Support {
public:
	Support(const Context& context, Frames& frames, std::vector<model::Record>& out, std::vector<bool>& used)
	    : m_c(context),
	      m_a(context.a()),
	      m_out(out),
	      m_gifts(context, out),
	      m_used(used),
	      m_frames(frames),
	      m_givings(context, frames),
	      m_time(context),
	      m_signs(context),
	      m_buildings(context, frames, m_signs) {}

	void run() {
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			if (!m_c.is_headline(s) && !is_one_of_many(s) && !m_c.at_home(s)) read_sentence(s);
		}
		m_gifts.drop_told_again();
		if (!m_gifts.found()) read_headline();
	}

private:
	/// A gift that nothing but the headline tells of: who gave what to whom, all in its own words.
	void read_headline() {
		for (std::uint32_t s = 0; s < m_a.sentences.size() && m_c.is_headline(s); ++s) {
			const auto& sentence = m_c.sentence(s);
			m_fresh = true;
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
		if (m_out.size() > known) m_gifts.drop_announced(known, s);
	}

	void read_clauses(std::uint32_t s) {
		const auto& sentence = m_c.sentence(s);
		m_fresh = true;
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
		m_share = true;
		read_items(giving, share.begin, end, s);
		m_share = false;
	}

	void read_part(std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		if (m_signs.describes_building(begin, s) && tells_cost(begin, end, s)) return;
		// "Tổng giá trị quà trao đợt này là …": of the gift told, whatever its verb.
		if (m_a.word(begin) == "Tổng" && m_c.parties_in(begin, end).empty() && tells_cost(begin, end, s)) return;
		if (describes_the_gift(s)) return;
		if (m_signs.tells_what_it_is(m_c.sentence(s).begin, s)) {
			for (const auto& n : m_c.numbers_in(begin, end))
				m_used[static_cast<std::size_t>(&n - m_c.numbers().data())] = true;
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
				if (read_items(giving, begin, end, s) > 0) m_gifts.drop_bare(giving);
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
		for (const auto& n : m_c.numbers_in(begin, end))
			m_used[static_cast<std::size_t>(&n - m_c.numbers().data())] = true;
		// "bàn giao công trình Bệnh viện A. … Bệnh viện A có tổng mức đầu tư …": the same work, told in full.
		if (auto* told = m_gifts.last_building();
		    told != nullptr && told->giver == grant->giving.giver && value.item.starts_with(told->item)) {
			told->item = std::move(value.item);
			told->worth = value.worth;
			return true;
		}
		push(grant->giving, std::move(value), begin, end, s, begin);
		m_last_giving = grant->giving;
		m_row = grant->giving;
		m_giving_sentence = s;
		return true;
	}

	/// "… trao 30.000 USD cho Tổng Lãnh sự Lào. Đây là số tiền của tỉnh A hỗ trợ tỉnh B": whose the gift before it is.
	bool names_the_two(const std::vector<Giving>& givings, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		static constexpr std::array<std::string_view, 5> k_gifts = {"số", "món", "khoản", "phần", "quà"};
		if (givings.size() != 1 || !givings[0].named || m_gifts.last() == nullptr || s == 0 ||
		    s > m_giving_sentence + 4 || begin != m_c.sentence(s).begin || begin + 3 >= end ||
		    !m_c.numbers_in(begin, end).empty())
			return false;
		const auto first = m_a.word(begin);
		auto* gift = m_gifts.last();
		// "Công trình do tỉnh A đầu tư xây dựng tặng tỉnh B".
		const auto named = m_c.parties_in(givings[0].verb, end);
		const bool work = m_gifts.last_building() != nullptr && m_signs.describes_building(begin, s) &&
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
		if (m_gifts.last() == nullptr || m_in_clause != 1 || s > m_giving_sentence + (whole ? 3 : 1) ||
		    s == m_giving_sentence || begin != sentence.begin || !base::one_of<k_heads>(m_a.word(begin)))
			return nullptr;
		auto* last = m_gifts.last();
		if (last == nullptr || !last->value || last->worth) return nullptr;
		const bool money = last->unit && last->unit->size() == 3 &&
		                   last->unit->find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
		return money ? nullptr : last;
	}

	/// "Trường có 2 tầng, 8 phòng học, tổng mức đầu tư 14,8 tỷ đồng" behind the sentence that gives the school: what it
	/// cost, and nothing else.
	bool tells_cost(std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		auto* building = m_gifts.last_building();
		if (building == nullptr) building = single_gift(begin, s);
		if (building == nullptr || s == m_giving_sentence || s > m_giving_sentence + 3 ||
		    (!m_c.has_cue(begin, end, Cue::worth) && !m_signs.describes_building(begin, s)))
			return false;
		// "4 doanh nghiệp đầu tư tại tỉnh B với số vốn 52 triệu USD": business.
		for (auto t = begin; t + 1 < end; ++t) {
			if (m_a.word(t) == "doanh" && m_a.word(t + 1) == "nghiệp") return false;
		}
		for (const auto& n : m_c.numbers_in(begin, end)) {
			if (n.currency.empty() || m_used[static_cast<std::size_t>(&n - m_c.numbers().data())]) continue;
			building->worth = model::Money{n.value, std::string(n.currency)};
			for (const auto& part : m_c.numbers_in(begin, end))
				m_used[static_cast<std::size_t>(&part - m_c.numbers().data())] = true;
			return true;
		}
		return false;
	}

	/// "Trụ sở là nhà cấp IV, gồm 1 phòng làm việc, được trang bị 2 giường tầng" behind the sentence that gives it:
	/// what is in it, and nobody gives it anew.
	bool describes_the_gift(std::uint32_t s) const {
		if (m_gifts.last() == nullptr || s == m_giving_sentence || s > m_giving_sentence + 3) return false;
		const auto* last = m_gifts.last();
		if (last == nullptr || last->value != 1 || last->unit || last->theme != model::Theme::infrastructure)
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

	std::size_t read_items(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		std::size_t found = 0;
		std::uint32_t covered = 0;
		std::uint32_t building_end = 0;
		const auto building = m_buildings.of(giving, begin, end, building_end);
		for (const auto& n : m_c.numbers_in(begin, end)) {
			const auto index = static_cast<std::size_t>(&n - m_c.numbers().data());
			if (m_used[index] || is_seized(m_c, begin, n.about_begin)) continue;
			if (n.begin < covered || m_signs.in_brackets(n, begin)) {
				// "90 lưu học sinh (A 50, B 40)" is no gift, but may be counted.
				m_used[index] = n.begin < covered || !share_of(m_c, n);
				continue;
			}
			if (price_of_piece(n, begin) || m_signs.in_each_piece(n)) {
				m_used[index] = true;
				continue;
			}
			if (!n.currency.empty()) {
				if (building && add_building(giving, *building, building_end, n, s)) {
					++found;
				} else if (listed_building(giving, n, begin, s)) {
					++found;
				} else if (worth_of_last(n, begin)) {
					++found;
				} else {
					found += add_money(giving, n, begin, end, s, covered);
				}
				m_used[index] = true;
				continue;
			}
			// "bị bán sang làm việc tại một sòng bạc", "coi nhau như anh em một nhà": where and how, no gift.
			if (n.about_begin > begin + 1) {
				const auto lead = m_a.word(n.about_begin - 1);
				if (lead == "tại" || lead == "ở" ||
				    (n.in_words && n.value < 2 && lead == "em" && m_a.word(n.about_begin - 2) == "anh")) {
					m_used[index] = true;
					continue;
				}
			}
			const auto& count = m_frames.count(n);
			if (shared_out(n, count)) {
				m_used[index] = true;
				continue;
			}
			// "ngôi trường 12 phòng học", "nhà làm việc 2 tầng": parts of the one building.
			const auto* piece = building ? m_a.at(*building, EntryClass::unit) : nullptr;
			const bool vehicle = piece != nullptr && m_a.lexicon.unit(piece->index).goods;
			if (building && !vehicle && n.begin > *building && count.entry != nullptr &&
			    !other_deed(building_end, n.about_begin)) {
				m_used[index] = true;
				continue;
			}
			if (const auto stop = add_shared_out(giving, n, count, end, s); stop != 0) {
				covered = stop;
				++found;
				continue;
			}
			if (!is_goods(count, n.begin >= giving.verb || giving.goods_before) || m_signs.loose(n) ||
			    m_signs.grown(n, count))
				continue;
			if (n.begin < giving.verb && !giving.goods_before) continue;
			add(giving, n, count, s);
			m_used[index] = true;
			++found;
		}
		found += add_some(giving, giving.goods_before ? begin : std::max(begin, std::min(giving.verb, end)), end, s);
		// "đoàn công tác tỉnh A đã bàn giao Trường Tiểu học B": who takes it over needs no word.
		const bool taken_over = m_a.word(giving.verb) == "bàn" && kind_of(giving.receiver.front()) != "school" &&
		                        country_of(giving.giver.front()) == lexicon::Country::vn;
		// "Năm 2006, A giúp B xây trường; năm 2012 lại giúp bạn xây nhà khách": the same two go on.
		const bool same_two =
		    m_last_giving && m_giving_sentence == s && giving.strong && m_last_giving->giver == giving.giver;
		// "anh em còn sửa tặng dân bản chiếc cầu gỗ".
		const bool at_once = giving.strong && building && *building > giving.verb && *building - giving.verb <= 5 &&
		                     (m_a.word(giving.verb) == "tặng" || m_a.word(giving.verb) == "biếu");
		if (found == 0 && building && (giving.named || taken_over || same_two || at_once))
			found += add_building_alone(giving, *building, building_end, s);
		if (found == 0 && giving.strong) add_bare_gift(giving, begin, end, s);
		return found;
	}

	/// "4 xe máy, mỗi huyện hai chiếc", "một tủ sách 1.200 cuốn": how what was told is shared out, what is in it.
	bool shared_out(const Number& n, const Count& count) const {
		// "20 chai nước sát khuẩn loại 500 ml".
		if (m_last_end == n.about_begin - 1 && m_a.word(m_last_end) == "loại") return true;
		if (m_gifts.last() == nullptr || m_fresh || !count.item.empty() || count.entry == nullptr ||
		    !count.entry->measure)
			return false;
		if (m_last_end == n.about_begin) return true;
		for (std::uint32_t back = 2; back <= 4 && n.about_begin >= back; ++back) {
			if (m_a.word(n.about_begin - back) == "mỗi") return n.about_begin - m_last_end < 30;
		}
		return false;
	}

	/// "xây nhà làm việc trị giá 3,5 tỷ đồng, mở 4 lớp tập huấn", "… và đào tạo 86 học viên": a verb of its own.
	bool other_deed(std::uint32_t begin, std::uint32_t end) const {
		for (auto t = begin; t + 1 < end; ++t) {
			if (!m_a.tokens[t].is(',') && m_a.word(t) != "và") continue;
			const auto* act = m_a.cue_at(t + 1, Cue::act);
			if (act != nullptr && m_a.cue_at(t + 1, Cue::give) == nullptr && end - act->end <= 1) return true;
		}
		return false;
	}

	bool add_building(const Giving& giving, std::uint32_t building, std::uint32_t stop, const Number& n,
	                  std::uint32_t s) {
		if (n.begin < stop || m_building == building) return false;
		if (!m_c.has_cue(stop, n.begin, Cue::worth) && !m_c.has_cue(stop, n.begin, Cue::cost) && n.begin - stop > 6 &&
		    !giving.goods_before)
			return false;
		m_building = building;
		model::Support value = m_buildings.value(giving, building, stop);
		value.worth = model::Money{n.value, std::string(n.currency)};
		return push(giving, std::move(value), building, std::max(stop, n.end), s, building) > 0;
	}

	bool listed_building(const Giving& giving, const Number& n, std::uint32_t begin, std::uint32_t s) {
		std::uint32_t stop = 0;
		const auto building = m_signs.building_of_row(n, begin, stop);
		if (!building || *building < giving.verb) return false;
		model::Support value = m_buildings.value(giving, *building, stop);
		value.worth = model::Money{n.value, std::string(n.currency)};
		return push(giving, std::move(value), *building, n.end, s, *building) > 0;
	}

	std::size_t add_building_alone(const Giving& giving, std::uint32_t building, std::uint32_t stop, std::uint32_t s) {
		if (m_building == building) return 0;
		m_building = building;
		return push(giving, m_buildings.value(giving, building, stop), building, stop, s, building);
	}

	/// "mỗi suất trị giá 500.000 đồng", "500.000 đồng/suất": the price of one piece.
	bool price_of_piece(const Number& n, std::uint32_t begin) {
		if (n.currency.empty()) return false;
		bool one = false;
		for (std::uint32_t back = 1; back <= 7 && n.begin >= begin + back; ++back) {
			if (m_a.word(n.begin - back) == "mỗi" || m_a.word(n.begin - back) == "Mỗi") {
				const auto next = m_a.word(n.begin - back + 1);
				one = next != "năm" && next != "tháng" && next != "bên" && next != "tỉnh" && next != "đơn" &&
				      next != "huyện";
			}
			if (m_a.tokens[n.begin - back].kind == text::TokenKind::number) break;
		}
		if (!one && n.end + 1 < m_a.tokens.size()) {
			const auto at =
			    m_a.tokens[n.end].is('/') || m_a.word(n.end) == "một" || m_a.word(n.end) == "mỗi" ? n.end + 1 : 0;
			one = at != 0 && (m_a.at(at, EntryClass::unit) != nullptr || m_a.word(at) == "suất" ||
			                  m_a.word(at) == "em" || m_a.word(at) == "người");
		}
		if (!one) return false;
		if (auto* last = m_gifts.last(); last != nullptr && last->value && !last->worth) {
			last->worth = model::Money{*last->value * n.value, std::string(n.currency)};
		}
		return true;
	}

	/// "…, trị giá 244 tỷ đồng" behind a counted gift is its worth.
	bool worth_of_last(const Number& n, std::uint32_t begin) {
		if (m_gifts.last() == nullptr || m_last_end > n.begin || m_last_end < begin) return false;
		// "trao 25 suất quà cho người dân bản A, huyện B (Lào), tổng trị giá …": the receiver may stand between.
		if (n.begin - m_last_end > (m_in_clause == 1 && !m_fresh ? 26 : 14)) return false;
		const auto* worth = m_a.find_cue(m_last_end, n.begin, Cue::worth);
		// "5 máy in và số tiền 100 triệu đồng": a gift of its own.
		if (worth != nullptr && worth->begin > 0 && text::lower(m_a.words(worth->begin, worth->end)) == "số tiền" &&
		    (m_a.word(worth->begin - 1) == "và" || m_a.word(worth->begin - 1) == "cùng"))
			return false;
		// "… tặng quà cho B. A cũng trao số tiền 5 triệu đồng giúp cháu C": a gift of its own.
		if (worth != nullptr && m_last_end <= begin && m_c.has_cue(begin, worth->begin, Cue::give) &&
		    text::lower(m_a.words(worth->begin, worth->end)).ends_with("số tiền"))
			return false;
		// "mở giúp 18 km đường …, hết 36 tỷ đồng".
		const auto before = n.about_begin > 0 ? m_a.word(n.about_begin - 1) : std::string_view{};
		const bool spent = before == "hết" || before == "tốn";
		if (worth == nullptr && !spent && !m_c.has_cue(m_last_end, n.begin, Cue::cost)) return false;
		if (worth != nullptr && m_signs.names_other_goods(m_last_end, worth->begin)) return false;
		auto* last = m_gifts.last();
		if (last == nullptr) return false;
		// "một phần quà trị giá 40 triệu đồng": known only by its worth.
		if (!last->value || (last->value == 1 && last->item == "quà")) {
			last->value = n.value;
			last->unit = std::string(n.currency);
			last->about = n.about;
			return true;
		}
		// "550 triệu đồng tiền mặt, cùng số nhu yếu phẩm trị giá 200 triệu đồng": a gift of its own beside money.
		if (last->worth || (last->unit && last->unit->size() == 3 &&
		                    last->unit->find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos))
			return false;
		// "tổng trị giá" of the whole list stands for itself.
		if (worth != nullptr && m_in_clause > 1) {
			const auto words = text::lower(m_a.words(worth->begin, worth->end));
			if (m_c.has_cue(m_last_end, n.begin, Cue::total) || words.find("tổng trị giá") != std::string::npos ||
			    words.find("tổng giá trị") != std::string::npos)
				return false;
		}
		last->worth = model::Money{n.value, std::string(n.currency)};
		return true;
	}

	std::size_t add_money(const Giving& giving, const Number& n, std::uint32_t begin, std::uint32_t end,
	                      std::uint32_t s, std::uint32_t& covered) {
		if (m_c.has_cue(begin, n.begin, Cue::compare) && n.begin < giving.verb) return 0;
		if (m_signs.of_business(n, begin) || n.value == 0) return 0;
		model::Support value;
		value.value = n.value;
		value.unit = std::string(n.currency);
		value.about = n.about;
		auto stop = n.end;
		value.item = item_of_money(m_c, n, begin, end, stop);
		covered = std::max(covered, stop);
		if (stop > n.end) m_purpose = {n.end, stop};
		if (m_in_clause > 1 && !m_fresh && n.begin > m_last_end && (value.item == "tiền" || value.item == "quà") &&
		    sums_up(m_c, m_last_end, n.begin))
			return add_total(giving, std::move(value), n, s);
		// "trao cho B vật tư trị giá 2 tỷ đồng, C 700 triệu đồng": of the same.
		if (m_share && value.item == "tiền") {
			if (const auto* before = like_before();
			    before != nullptr && before->unit == value.unit && before->item != "quà")
				value.item = before->item;
		}
		if (auto owner = owner_of(giving, n, end); !owner.empty()) {
			auto own = giving;
			own.giver = std::move(owner);
			return push(own, std::move(value), n.about_begin, n.end, s, n.begin);
		}
		return push(giving, std::move(value), n.about_begin, n.end, s, n.begin);
	}

	/// The last gift of this sentence, where all of its gifts are of one kind.
	const model::Support* like_before() const {
		const model::Support* found = nullptr;
		for (auto i = m_out.size() - std::min(m_in_clause, m_out.size()); i < m_out.size(); ++i) {
			const auto* gift = std::get_if<model::Support>(&m_out[i].value);
			if (gift == nullptr || (found != nullptr && found->item != gift->item)) return nullptr;
			found = gift;
		}
		return m_fresh ? nullptr : found;
	}

	/// "…, tổng trị giá 7 tỷ đồng" behind a list: what stands in it.
	std::size_t add_total(const Giving& giving, model::Support value, const Number& n, std::uint32_t s) {
		value.item.clear();
		std::optional<model::Theme> theme;
		for (auto i = m_out.size() - std::min(m_in_clause, m_out.size()); i < m_out.size(); ++i) {
			const auto* part = std::get_if<model::Support>(&m_out[i].value);
			if (part == nullptr || part->item.size() > 60) continue;
			if (!value.item.empty()) value.item.append(", ");
			value.item.append(part->item);
			theme = part->theme;
		}
		return push(giving, std::move(value), n.about_begin, n.end, s, n.begin, theme);
	}

	/// "trao 100 triệu đồng của tỉnh, 50 triệu đồng của Ủy ban Mặt trận Tổ quốc tỉnh": each sum has a giver of its own.
	PartySet owner_of(const Giving& giving, const Number& n, std::uint32_t end) {
		if (n.end + 1 >= end || m_a.word(n.end) != "của") return {};
		const auto side = country_of(giving.giver.front());
		return m_frames.first_group(n.end, std::min(end, n.end + 12), [&](const Term& t) {
			return t.begin == n.end + 1 && !Context::both_sides(t.parties) && country_of(t.parties.front()) == side;
		});
	}

	void add(const Giving& giving, const Number& n, const Count& count, std::uint32_t s) {
		model::Support value;
		value.value = n.value;
		value.about = n.about;
		value.item = count.item.empty() ? count.unit : count.item;
		// "trao 500 suất quà tặng nhân dân …": the verb is no part of the goods.
		if (value.item == "quà tặng") value.item = "quà";
		if (is_measured(count)) value.unit = count.unit;
		// "nâng cấp 12 km đường": the length measures, the road is given.
		if (!value.unit && value.item.starts_with("km ") && value.item.size() > 3) {
			value.unit = "km";
			value.item.erase(0, 3);
		}
		// "gạo 2 tấn, muối 5 yến": the goods stand before their figure.
		if (count.item.empty() && count.entry != nullptr && count.entry->measure) {
			if (auto noun = noun_before(m_c, n); !noun.empty()) {
				value.item = std::move(noun);
				value.unit = count.unit;
				push(giving, std::move(value), n.about_begin, count.end, s, n.begin);
				return;
			}
		}
		if (auto cost = spent_on(giving, n, count, s)) {
			value.worth = std::move(cost);
			m_gifts.drop_newest();
		}
		// "A 25 suất" behind "33 suất học bổng": of the same.
		if (count.item.empty() || value.item == count.unit) {
			const auto* last = m_gifts.last();
			if (last != nullptr && last->unit == count.unit && n.begin - m_last_end < 20) {
				value.item = last->item;
				value.unit = last->unit;
			}
		}
		push(giving, std::move(value), n.about_begin, count.end, s, n.begin,
		     count.entry != nullptr && count.unit != "máy" ? count.entry->theme : std::nullopt);
	}

	/// "quyên góp 350 triệu đồng làm tặng bản B một cây cầu": what the building cost that is counted here.
	std::optional<model::Money> spent_on(const Giving& giving, const Number& n, const Count& count,
	                                     std::uint32_t s) const {
		static constexpr std::array<std::string_view, 6> k_build = {"làm", "xây", "dựng", "lắp", "khoan", "đào"};
		if (!m_gifts.last_is_newest() || m_fresh || m_in_clause != 1) return std::nullopt;
		if (!base::one_of<k_build>(m_a.word(giving.verb)) || giving.verb < m_last_end || giving.verb - m_last_end > 2)
			return std::nullopt;
		const bool built = count.entry != nullptr && !count.entry->measure && !count.entry->goods &&
		                   (count.entry->theme == model::Theme::infrastructure ||
		                    count.entry->theme == model::Theme::education || count.entry->theme == model::Theme::aid);
		const auto* money = std::get_if<model::Support>(&m_out.back().value);
		if (!built || money == nullptr || !money->value || !money->unit || *money->unit != "VND" ||
		    money->giver != giving.giver || m_c.sentence_of(n.begin) != s)
			return std::nullopt;
		return model::Money{*money->value, *money->unit};
	}

	/// "30 hộ nghèo, mỗi hộ một suất quà 500.000 đồng": as many as there are people. The end of what it covers, 0 where
	/// nothing of the kind follows.
	std::uint32_t add_shared_out(const Giving& giving, const Number& n, const Count& count, std::uint32_t end,
	                             std::uint32_t s) {
		if (count.end <= n.end || !names_no_goods(count.entry != nullptr ? count.unit : count.item)) return 0;
		std::uint32_t each = 0;
		for (auto t = count.end; t < end && t < count.end + 12 && each == 0; ++t) {
			if (m_a.tokens[t].kind == text::TokenKind::number) return 0;
			if (m_a.word(t) == "mỗi" || m_a.word(t) == "từng") each = t;
		}
		if (each == 0) return 0;
		const auto pieces = m_c.numbers_in(each, std::min(end, each + 12));
		if (pieces.empty() || pieces.front().value != 1 || !pieces.front().currency.empty()) return 0;
		const auto& piece = m_frames.count(pieces.front());
		if (!is_goods(piece, true)) return 0;
		model::Support value;
		value.value = n.value;
		value.about = n.about;
		value.item = piece.item.empty() ? piece.unit : piece.item;
		if (is_measured(piece)) value.unit = piece.unit;
		auto stop = std::max(piece.end, piece.noun);
		const auto prices = m_c.numbers_in(pieces.front().end, std::min(end, piece.end + 6));
		if (!prices.empty() && !prices.front().currency.empty()) {
			value.worth = model::Money{n.value * prices.front().value, std::string(prices.front().currency)};
			stop = prices.front().end;
		}
		for (const auto& used : m_c.numbers_in(n.begin, stop))
			m_used[static_cast<std::size_t>(&used - m_c.numbers().data())] = true;
		push(giving, std::move(value), n.about_begin, stop, s, n.begin);
		return stop;
	}

	/// "một số tấm lợp", "nhiều nhu yếu phẩm": goods without a figure.
	std::size_t add_some(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		std::size_t found = 0;
		for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
			const auto& m = m_a.matches[i];
			if (m.cue() != Cue::some) continue;
			// "58 tỷ đồng để xây dựng một số công trình": what the money is for.
			if (m.begin >= m_purpose.first && m.begin < m_purpose.second) continue;
			const auto word = text::lower(m_a.word(m.begin));
			static constexpr std::array<std::string_view, 7> k_heads = {"một", "nhiều", "ít", "mấy",
			                                                            "dăm", "vài",   "kha"};
			if (!base::one_of<k_heads>(word)) continue;
			const auto before = m.begin > begin ? m_a.word(m.begin - 1) : std::string_view{};
			if (before == "rất" || before == "trong" || before == "số" || before == "có" || before == "cho" ||
			    before == "được" || before == "của" || before == "với")
				continue;
			const auto stop = noun_phrase_end(m_c, m.end, end);
			if (stop == m.end || !some_goods(m, stop, giving) || told_by_worth(stop, end)) continue;
			// "vài món quà lưu niệm".
			if (const auto* keepsake = m_a.find_cue(m.end, stop, Cue::souvenir);
			    keepsake != nullptr && keepsake->size() > 1)
				continue;
			model::Support value;
			value.item = text::without_capital(m_a.words(m.end, stop));
			// "nhiều suất quà tặng": cut before the deed.
			if (value.item == "suất" || value.item == "phần" || value.item == "món") value.item = "quà";
			found += push(giving, std::move(value), m.begin, stop, s, m.begin);
		}
		return found;
	}

	/// "một số nhu yếu phẩm trị giá 15 triệu đồng": the sum has told of them.
	bool told_by_worth(std::uint32_t begin, std::uint32_t end) const {
		const auto numbers = m_c.numbers_in(begin, std::min(end, begin + 24));
		if (numbers.empty() || numbers.front().currency.empty() || m_out.empty()) return false;
		const auto& n = numbers.front();
		if (m_a.find_cue(begin, n.begin, Cue::worth) == nullptr) return false;
		for (auto t = begin; t < n.begin; ++t) {
			if (m_a.word(t) == "và" || m_a.word(t) == "cùng") return false;
		}
		const auto* last = std::get_if<model::Support>(&m_out.back().value);
		return last != nullptr && last->value && *last->value == n.value;
	}

	/// Goods, not "nhiều hoạt động": a thing that some table knows, or what stands in a list of goods or right behind
	/// the verb.
	bool some_goods(const lexicon::Match& some, std::uint32_t stop, const Giving& giving) const {
		const auto item = text::lower(m_a.words(some.end, stop));
		if (names_no_goods(item) || item.size() > 50) return false;
		if (theme_of_goods(m_c, item, {}, m_c.sentence_of(some.begin), m_c.sentence_of(some.begin)) !=
		    model::Theme::aid)
			return true;
		if (m_gifts.last() != nullptr && m_last_end <= some.begin && some.begin - m_last_end < 4) return true;
		return m_a.at(some.end, EntryClass::unit) != nullptr ||
		       (giving.strong && some.begin >= giving.goods && some.begin < giving.goods + 3);
	}

	/// "tặng quà các đơn vị của bạn như: A; B, C; D": all who stand in the list, which goes on to the end of the
	/// sentence.
	void take_list(Giving& giving, std::uint32_t from, std::uint32_t s) const {
		const auto end = m_c.sentence(s).end;
		for (auto t = from; t < end; ++t) {
			if (!m_a.tokens[t].is(':')) continue;
			auto listed = Context::side(m_c.named(t, end), side_of(giving.receiver));
			const bool in_list =
			    std::any_of(listed.begin(), listed.end(), [&](const auto& p) { return p == giving.receiver.front(); });
			if (in_list && listed.size() > giving.receiver.size()) giving.receiver = std::move(listed);
			return;
		}
	}

	/// "Đây là một trong nhiều công trình, quà tặng của A dành cho B": a word on what was told before.
	bool is_one_of_many(std::uint32_t s) const {
		const auto t = m_c.sentence(s).begin;
		const auto end = m_c.sentence(s).end;
		return t + 4 < end && (m_a.word(t) == "Đây" || m_a.word(t) == "đây") && m_a.word(t + 1) == "là" &&
		       m_a.word(t + 2) == "một" && m_a.word(t + 3) == "trong" && m_c.numbers_in(t + 4, end).empty();
	}

	/// "tặng quà" and nothing more.
	void add_bare_gift(Giving giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
		const auto* gift = m_a.find_cue(begin, end, Cue::gift);
		if (gift == nullptr || m_a.words(gift->begin, gift->end).find("qu") == std::string_view::npos) return;
		if (m_c.has_cue(begin, end, Cue::souvenir) || !giving.named) return;
		if (m_signs.mode(gift->begin) == Mode::future) return;
		if (!giving.receiver.empty()) take_list(giving, gift->end, s);
		// "Bà con nhận quà tại buổi giao lưu của hai bên": nobody gives to himself.
		std::erase_if(giving.giver, [&](const auto& p) {
			return std::find(giving.receiver.begin(), giving.receiver.end(), p) != giving.receiver.end();
		});
		for (auto& r : m_out) {
			auto* known = std::get_if<model::Support>(&r.value);
			if (known == nullptr || known->giver != giving.giver) continue;
			if (known->receiver == giving.receiver) return;
			// A caption: "A tặng quà công an nước bạn"; the text: "A tặng quà Công an tỉnh B, Công an huyện C".
			if (!known->value && known->item == "quà" && known->receiver.size() == 1 &&
			    place_of(known->receiver[0]).size() == 2 && kind_of(known->receiver[0]) != "state" &&
			    kind_of(known->receiver[0]) == kind_of(giving.receiver.front()) &&
			    country_of(known->receiver[0]) == country_of(giving.receiver.front())) {
				known->receiver = giving.receiver;
				return;
			}
		}
		if (auto work = m_buildings.told_before(giving, begin, s)) {
			model::Support building;
			building.value = 1;
			building.item = std::move(*work);
			push(giving, std::move(building), begin, end, s, gift->begin);
			return;
		}
		model::Support value;
		value.item = m_a.words(gift->begin, gift->end).find("Tết") != std::string_view::npos ? "quà Tết" : "quà";
		push(giving, std::move(value), begin, end, s, gift->begin);
	}

	std::uint32_t giving_sentence(const Giving& giving) const { return m_c.sentence_of(giving.verb); }

	std::size_t push(const Giving& giving, model::Support value, std::uint32_t begin, std::uint32_t end,
	                 std::uint32_t s, std::uint32_t at, std::optional<model::Theme> of_noun = std::nullopt) {
		value.giver = giving.giver;
		value.receiver = giving.receiver;
		// "xây tặng huyện A Trường Mầm non B": the school is what is given.
		const auto is_the_gift = [&](const model::Party& p) {
			return kind_of(p) == "school" &&
			       text::lower(value.item).find(p.substr(p.rfind('/') + 1)) != std::string::npos;
		};
		if (!std::all_of(value.receiver.begin(), value.receiver.end(), is_the_gift))
			std::erase_if(value.receiver, is_the_gift);
		// "bàn giao Trường Tiểu học A", "Ngôi trường ấy do B vận động xây tặng".
		const bool school = value.receiver.size() == 1 && kind_of(value.receiver[0]) == "school";
		if (school && (is_the_gift(value.receiver[0]) || (value.value == 1 && !value.unit && value.item == "trường"))) {
			if (auto other = m_frames.counterpart(giving.giver, giving.verb); !other.empty())
				value.receiver = std::move(other);
		}
		// "bàn giao công trình Bệnh viện A": neither does the hospital receive itself.
		if (value.receiver.size() == 1 && value.value == 1 && !value.unit && m_a.word(giving.verb) == "bàn" &&
		    value.receiver[0].find("/agency/bệnh viện") != std::string::npos) {
			if (auto other = m_frames.counterpart(giving.giver, giving.verb);
			    !other.empty() && other != value.receiver) {
				value.receiver = std::move(other);
				value.item = "bệnh viện";
			}
		}
		const auto when = giving_sentence(giving) == s ? at : giving.verb;
		value.period = m_time.of(when, giving_sentence(giving), m_signs.mode(when));
		value.theme = theme_of_gift(m_c, giving, value, of_noun, s);
		m_last_end = end;
		if (m_gifts.told_before(value, m_c.evidence(m_c.sentence(s).begin, end).begin)) return 0;
		model::Record record;
		record.value = std::move(value);
		record.evidence = m_c.evidence(begin, end);
		record.certainty = giving.named ? 0.8F : 0.65F;
		m_gifts.add(std::move(record));
		m_in_clause = m_fresh ? 1 : m_in_clause + 1;
		m_fresh = false;
		return 1;
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	GiftList m_gifts;
	std::vector<bool>& m_used;
	Frames& m_frames;
	Givings m_givings;
	GivingTime m_time;
	GiftSigns m_signs;
	GiftBuildings m_buildings;
	std::optional<Giving> m_last_giving;
	Giving m_row;  ///< the same with all who gave and received in a row of shares
	std::uint32_t m_giving_sentence = 0;
	std::uint32_t m_listed_sentence = UINT32_MAX;  ///< the last that only lists what another gave
	std::uint32_t m_last_end = 0;
	std::size_t m_in_clause = 0;
	bool m_share = false;  ///< within the share of another than who was named with the verb
	bool m_fresh = true;   ///< no goods yet in this sentence
	std::uint32_t m_building = UINT32_MAX;
	std::pair<std::uint32_t, std::uint32_t> m_purpose;  ///< the words that tell what the last sum is for
};

}  // namespace

void find_support(const Context& context, Frames& frames, std::vector<model::Record>& out, std::vector<bool>& used) {
	Support(context, frames, out, used).run();
}

}  // namespace bienban::extraction
