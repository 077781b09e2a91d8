#include "extraction/giving.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "extraction/goods.hpp"
#include "extraction/party_completion.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;

using base::one_of;

/// Bodies that are found at one place, so that to be there is to be with them.
bool is_local_unit(std::string_view kind) {
	return kind == "border-company" || kind == "border-post" || kind == "border-checkpoint" || kind == "school";
}

/// Verbs that say nothing but giving, wherever one of their syllables stands.
bool says_only_giving(std::string_view words) {
	static constexpr std::array<std::string_view, 17> k_words = {
	    "tặng",     "biếu",          "viện trợ",  "ủng hộ",       "tài trợ",    "trao",
	    "hỗ trợ",   "bàn giao",      "giúp",      "cấp phát",     "phát thuốc", "cấp thuốc",
	    "phát cho", "phát miễn phí", "cấp không", "cấp miễn phí", "tiếp sức"};
	const auto lower = text::lower(words);
	return std::any_of(k_words.begin(), k_words.end(),
	                   [&](std::string_view w) { return lower.find(w) != std::string::npos; });
}

}  // namespace

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

/// A verb, not a noun ("kinh phí hỗ trợ"), a name or a part of another word.
bool Givings::is_verb(const lexicon::Match& m, std::uint32_t begin) const {
	const auto* none = m_a.cue_at(m.begin, Cue::none);
	if (none != nullptr && none->end >= m.end && m_a.word(m.begin) != "dành") return false;
	// "được tặng Bằng khen", "trao kỷ niệm chương": an honour, no goods.
	for (auto t = m.end; t < m.end + 2 && t < m_a.tokens.size(); ++t) {
		const auto* souvenir = m_a.cue_at(t, Cue::souvenir);
		if (souvenir == nullptr || m_a.tokens[t].is(',')) continue;
		// "trao bảng tượng trưng 3 tỷ đồng": the board stands for the money.
		const auto sums = m_c.numbers_in(souvenir->end, souvenir->end + 4);
		if (m_a.word(souvenir->end - 1) != "trưng" || sums.empty() || sums.front().currency.empty()) return false;
	}
	if (m_a.cue_at(m.begin, Cue::souvenir) != nullptr) return false;
	for (const auto& p : m_c.parties_in(m.begin > 12 ? m.begin - 12 : 0, m.begin + 1)) {
		if (p.end > m.begin) return false;
	}
	if (m_a.tokens[m.begin].capital && m.begin != begin && !m_a.tokens[m.begin - 1].is('-') &&
	    m_a.tokens[m.begin - 1].kind == text::TokenKind::word && m_a.word(m.begin) != "Tặng")
		return false;
	if (m.begin == begin) return true;
	const auto before = m_a.word(m.begin - 1);
	// "nâng cấp đường", "khẩn cấp".
	if (m_a.word(m.begin) == "cấp" && (before == "nâng" || before == "khẩn" || before == "sơ")) return false;
	// "tổng mức đầu tư", "chủ đầu tư": nouns.
	if (m_a.word(m.begin) == "đầu" &&
	    (before == "mức" || before == "vốn" || before == "chủ" || before == "nhà" || before == "suất"))
		return false;
	static constexpr std::array<std::string_view, 16> k_nouns = {"phí",   "sự",  "nguồn", "gói",  "khoản", "tiền",
	                                                             "trình", "quỹ", "tác",   "việc", "chính", "vốn",
	                                                             "người", "nhà", "đầu",   "lời"};
	const auto word = m_a.word(m.begin);
	const bool may_be_noun = word == "hỗ" || word == "tài" || word == "viện" || word == "giúp" || word == "ủng" ||
	                         word == "gửi" || word == "tặng";
	return !(may_be_noun && one_of(before, k_nouns) && word != "tặng");
}

/// "… là (món) quà của A cho B", "quà của A tặng B là …".
bool Givings::is_gift_noun(const lexicon::Match& m, std::uint32_t begin) const {
	const auto word = text::lower(m_a.word(m.begin));
	if (word == "tặng" || word == "trao" || m_a.cue_at(m.begin, Cue::souvenir) != nullptr) return false;
	// "…, tấm lòng của A với B" says what the goods before it are; "cảm ơn tấm lòng của A" speaks of none.
	if (m_a.words(m.begin, m.end).find("quà") == std::string_view::npos)
		return m.begin > begin && m_a.tokens[m.begin - 1].is(',') && !m_c.numbers_in(begin, m.begin).empty();
	for (std::uint32_t back = 1; back <= 3 && m.begin >= begin + back; ++back) {
		if (m_a.word(m.begin - back) == "là" || m_a.tokens[m.begin - back].is(',')) return true;
	}
	return m.end < m_a.tokens.size() && m_a.word(m.end) == "của";
}

std::vector<Givings::Verb> Givings::verbs_in(std::uint32_t begin, std::uint32_t end) const {
	std::vector<Verb> verbs;
	if (!m_a.may_have(begin, end, Cue::give) && !m_a.may_have(begin, end, Cue::receive) &&
	    !m_a.may_have(begin, end, Cue::gift))
		return verbs;
	std::uint32_t noun_end = 0;
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		const auto cue = m.cue();
		if (cue != Cue::give && cue != Cue::receive && cue != Cue::gift) continue;
		if (m.begin < noun_end || (!verbs.empty() && m.begin < verbs.back().end)) continue;
		Verb verb{m.begin, m.end, cue == Cue::receive, false, false};
		const auto head = text::lower(m_a.word(m.begin));
		if (cue == Cue::gift || head == "quà") {
			const auto& word = head;
			if (word != "tặng" && word != "trao") {
				if (!is_gift_noun(m, begin)) {
					// "Quà tặng gồm …": the verb in the noun says nothing.
					noun_end = m.end;
					continue;
				}
				verb.noun = true;
				verb.strong = true;
			} else {
				verb.end = m.begin + 1;
				verb.strong = true;
			}
		} else {
			verb.strong = says_only_giving(m_a.words(m.begin, m.end));
		}
		if (!is_verb(m, begin)) continue;
		// "chở sang biếu", "là quà A dành tặng B": one verb as long as no goods stand between.
		if (!verbs.empty() && m.begin - verbs.back().begin <= 14 && quiet(verbs.back().end, m.begin)) {
			auto& last = verbs.back();
			bool cut = false;
			for (auto t = last.end; t < m.begin; ++t) cut = cut || m_a.tokens[t].is(',') || m_a.tokens[t].is(':');
			// "30 thùng mì vừa trao là quà của A dành cho B": the noun names who gives.
			if (!cut && verb.noun && !last.noun && m_a.word(verb.begin - 1) == "là" &&
			    m_c.parties_in(last.end, verb.begin).empty()) {
				last = verb;
				continue;
			}
			if (!cut && !(last.receive && !verb.receive)) {
				if (!last.noun && m.begin - last.end <= 2) last.end = verb.end;
				last.strong = last.strong || verb.strong;
				continue;
			}
		}
		verbs.push_back(verb);
	}
	return verbs;
}

std::vector<Giving> Givings::in(std::uint32_t begin, std::uint32_t end, const std::optional<Giving>& last) {
	std::vector<Giving> out;
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

/// The last comma before the next verb, where its part begins; the verb itself where there is none.
std::uint32_t Givings::last_cut(std::uint32_t begin, std::uint32_t verb) const {
	for (auto t = verb; t > begin; --t) {
		if (m_a.tokens[t - 1].is(',')) return t - 1;
	}
	return verb;
}

/// "trao tặng 45 triệu đồng, giúp cán bộ của B khắc phục …": says what the gift before it is for.
bool Givings::helps(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 5> k_help = {"giúp", "hỗ", "chia", "ủng", "sẻ"};
	return one_of(m_a.word(t), k_help);
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
			if (one_of(text::lower(m_a.word(n.about_begin - back)), k_build)) verb = n.about_begin - back;
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

bool Givings::has_comma(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t < end; ++t) {
		if (m_a.tokens[t].is(',')) return true;
	}
	return false;
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
		const auto before = t - 1 > begin ? m_a.word(t - 2) : std::string_view{};
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
		const auto own = side_of(giving.giver);
		giving.receiver = m_frames.first_group(giving.begin, verb.begin, [&](const Term& t) {
			return (t.link == Link::of || t.link == Link::plain) && country_of(t.parties.front()) != own;
		});
	}
	for (std::uint32_t back = 1; back <= 3 && verb.begin >= giving.begin + back; ++back) {
		const auto before = m_a.word(verb.begin - back);
		if (before == "là" || before == ",") giving.goods_before = true;
	}
	giving.named = !giving.giver.empty() && !giving.receiver.empty();
}

void Givings::read_active(Giving& giving, const Verb& verb, std::uint32_t begin, std::uint32_t end) {
	giving.giver = m_frames.subject(verb.begin);
	if (auto asking = who_asks(verb.begin, giving.giver); !asking.empty()) giving.giver = std::move(asking);
	if (Context::both_sides(giving.giver)) {
		// "A và B tổ chức trao quà …": both give only where the words behind name nobody.
		giving.giver.clear();
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

/// "vận động được 5 tấn gạo chuyển sang cho B": gathered to be given.
bool Givings::collects(const lexicon::Match& m) const {
	static constexpr std::array<std::string_view, 6> k_words = {"vận", "huy", "mua", "chuẩn", "quyên", "gom"};
	return one_of(text::lower(m_a.word(m.begin)), k_words);
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
		if (one_of(word, k_build) && end - t > 2) return true;
	}
	return false;
}

/// Is the verb that ends here one of handing over a work: "bàn giao", "xây tặng"?
bool Givings::hands_over(std::uint32_t verb_end) const {
	for (std::uint32_t back = 1; back <= 2 && verb_end >= back; ++back) {
		const auto w = m_a.word(verb_end - back);
		if (w == "giao" || w == "xây" || w == "dựng") return true;
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
		const auto before = text::lower(m_a.word(t.begin - back - 1));
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
	return !m_frames.first_group(verb.end, std::max(giving.end, verb.end), near).empty();
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
			const bool passive = told && verb.receive && text::lower(m_a.word(verb.begin)) == "được" &&
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
		if (last && side_of(last->giver) != receiver) giving.giver = last->giver;
		if (giving.giver.empty()) giving.giver = earlier(verb.begin, other_side(receiver));
		if (giving.giver.empty()) giving.giver = m_frames.counterpart(giving.receiver, verb.begin);
	}
	giver = side_of(giving.giver);
	giving.receiver = Context::side(giving.receiver, other_side(giver));
	return giver != Country::none && !giving.receiver.empty();
}

}  // namespace bienban::extraction
