#include "extraction/gift_signs.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "extraction/gift_words.hpp"
#include "extraction/goods.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;

bool GiftSigns::is_planned(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 2 < end; ++t) {
		if (m_a.word(t) == "lên" && m_a.word(t + 1) == "kế" && m_a.word(t + 2) == "hoạch") return true;
	}
	return false;
}

bool GiftSigns::denied(const Giving& giving) const {
	const auto begin = m_c.sentence(m_c.sentence_of(giving.verb)).begin;
	if (is_asked_for(m_c, giving) || in_a_policy(giving.verb)) return true;
	// "mong góp phần giúp B thực hiện …": an aim.
	if (giving.verb >= begin + 2 && m_a.word(giving.verb - 1) == "phần" && m_a.word(giving.verb - 2) == "góp" &&
	    m_c.numbers_in(giving.verb, giving.end).empty())
		return true;
	for (std::uint32_t back = 1; back <= 2 && giving.verb >= begin + back; ++back) {
		const auto word = m_a.word(giving.verb - back);
		if (back == 1 && m_a.cue_at(giving.verb - 1, Cue::deny) != nullptr) return true;
		if (back == 1 && (word == "để" || word == "sẽ") && is_planned(begin, giving.verb)) return true;
		if (word == "chưa" || (word == "định" && m_a.word(giving.verb - back - 1) != "quyết")) return true;
	}
	return false;
}

bool GiftSigns::in_a_policy(std::uint32_t verb) const {
	static constexpr std::array<std::string_view, 6> k_nouns = {"chủ", "kế", "chỉ", "đề", "chương", "nghị"};
	const auto& sentence = m_c.sentence(m_c.sentence_of(verb));
	const auto begin = sentence.begin;
	const auto first = m_a.word(begin);
	if (begin + 4 >= verb ||
	    !((first == "Thực" && m_a.word(begin + 1) == "hiện") || (first == "Triển" && m_a.word(begin + 1) == "khai")))
		return false;
	if (!base::one_of<k_nouns>(m_a.small(begin + 2)) || !m_c.numbers_in(begin, verb).empty()) return false;
	for (auto t = begin + 2; t < verb; ++t) {
		if (m_a.tokens[t].is(',')) return false;
	}
	for (auto t = verb; t < sentence.end; ++t) {
		if (m_a.tokens[t].is(',')) return m_c.numbers_in(verb, t).empty();
	}
	return false;
}

bool GiftSigns::tells_what_it_is(std::uint32_t begin, std::uint32_t s) const {
	static constexpr std::array<std::string_view, 4> k_had = {"diện", "tổng", "quy", "kết"};
	static constexpr std::array<std::string_view, 7> k_given = {"do", "tặng", "trợ", "giúp", "biếu", "giao", "trao"};
	if (!describes_building(begin, s)) return false;
	const auto end = m_c.sentence(s).end;
	bool tells = false;
	for (auto t = begin; t + 1 < end; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		if (base::one_of<k_given>(word)) return false;
		tells = tells || word == "gồm" || (word == "có" && base::one_of<k_had>(next)) ||
		        (word == "là" && (next == "công" || next == "nhà"));
	}
	return tells;
}

bool GiftSigns::spelled_out_behind(std::uint32_t s) const {
	if (s + 1 >= m_a.sentences.size() || m_c.sentence(s + 1).block != m_c.sentence(s).block) return false;
	const auto begin = m_c.sentence(s + 1).begin;
	return m_a.small(begin) == "đó" && m_a.word(begin + 1) == "là" && !m_c.numbers_in(begin, begin + 5).empty();
}

bool GiftSigns::describes_inside(std::uint32_t begin, std::uint32_t end) const {
	static constexpr text::WordBits k_any{"ngôi", "căn", "trình", "tòa"};
	if (!m_a.may_say(m_c.sentence_of(begin), k_any)) return false;
	for (auto t = begin; t + 2 < end && t < begin + 20; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		const bool work = ((word == "ngôi" || word == "căn") && (next == "trường" || next == "nhà")) ||
		                  (word == "công" && next == "trình") || (word == "tòa" && next == "nhà");
		if (!work || (t > begin && !m_a.tokens[t - 1].is(','))) continue;
		const auto verb = m_a.word(t + 2);
		if (verb == "có" || verb == "gồm" || verb == "được" || verb == "rộng" || verb == "dài") return true;
	}
	return false;
}

bool GiftSigns::describes_building(std::uint32_t begin, std::uint32_t s) const {
	static constexpr std::array<std::string_view, 10> k_heads = {"Trường", "Công", "Nhà", "Ngôi", "Tòa",
	                                                             "Trạm",   "Trụ",  "Cầu", "Căn",  "Dự"};
	if (begin == m_c.sentence(s).begin && describes_inside(begin, m_c.sentence(s).end)) return true;
	return begin == m_c.sentence(s).begin && base::one_of<k_heads>(m_a.word(begin)) &&
	       m_c.parties_in(begin, begin + 1).empty();
}

bool GiftSigns::begins_with_goods(std::uint32_t begin, std::uint32_t end) const {
	static constexpr std::array<std::string_view, 15> k_heads = {"chuyến", "lô",    "số",   "món",  "quà",
	                                                             "tổng",   "trong", "gồm",  "toàn", "phần",
	                                                             "mỗi",    "giá",   "hàng", "trị",  "kinh"};
	const auto first = m_a.small(begin);
	// "Đó là 28 tỷ đồng để xây bệnh viện; là 16 tỷ đồng mở đường".
	if (first == "đó" && m_a.word(begin + 1) == "là") return !m_c.numbers_in(begin, begin + 5).empty();
	if (!base::one_of<k_heads>(first)) return false;
	return m_c.has_cue(begin, end, Cue::worth) || m_c.has_cue(begin, std::min(end, begin + 8), Cue::including) ||
	       m_c.has_cue(begin, std::min(end, begin + 8), Cue::gift);
}

bool GiftSigns::grown(const Number& n, const Count& count) const {
	if (count.entry == nullptr || count.entry->theme != model::Theme::agriculture || n.about_begin == 0) return false;
	for (std::uint32_t back = 1; back <= 2 && n.about_begin >= back; ++back) {
		const auto w = m_a.word(n.about_begin - back);
		if (w == "trồng" || w == "nuôi" || w == "hoang" || w == "cấy" || w == "sóc" || w == "được") return w != "được";
	}
	return false;
}

bool GiftSigns::loose(const Number& n) const {
	if (stands_behind_storeys(m_a, n)) return true;
	const auto noun = n.end < m_a.tokens.size() ? m_a.word(n.end) : text::Word{};
	// "nhà lớp học 3 phòng", "nhà ở 2 tầng": how large the building is.
	if ((noun == "phòng" || noun == "tầng" || noun == "gian") && n.begin > 0) {
		static constexpr std::array<std::string_view, 6> k_buildings = {"nhà", "học", "ở", "sở", "xá", "trại"};
		if (base::one_of<k_buildings>(m_a.word(n.begin - 1))) return true;
	}
	// "góp 420 ngày công": work, no goods.
	if (noun == "ngày" && n.end + 1 < m_a.tokens.size() && m_a.word(n.end + 1) == "công") return true;
	if (!n.in_words || n.value > 2 || n.begin == 0) return false;
	// "…, một hạng mục nêu trong Thỏa thuận": says what the thing before it is.
	if (n.value == 1 && m_a.tokens[n.begin - 1].is(',') && m_c.has_cue(n.end, n.end + 12, Cue::content)) return true;
	if (n.value == 1 && m_a.tokens[n.begin - 1].is(',') &&
	    (m_a.word(n.end) == "hạng" || m_a.word(n.end) == "công" || m_a.word(n.end) == "trong"))
		return true;
	const auto before = m_a.word(n.begin - 1);
	return before == "là" || before == "như" || before == "về" || before == "thành" || before == "chung";
}

bool GiftSigns::in_brackets(const Number& n, std::uint32_t begin) const {
	for (auto t = n.begin; t > begin; --t) {
		if (m_a.tokens[t - 1].is(')')) return false;
		// "(gồm 10 máy tính …)" lists the goods; "(hai ở tỉnh A, hai ở tỉnh B)" only tells where they are.
		if (m_a.tokens[t - 1].is('(') && m_a.word(t) == "tương") return true;
		if (m_a.tokens[t - 1].is('('))
			return !m_c.has_cue(t, n.begin, Cue::including) && !m_c.has_cue(t, n.begin, Cue::worth);
	}
	return false;
}

std::optional<std::uint32_t> GiftSigns::building_of_row(const Number& n, std::uint32_t begin,
                                                        std::uint32_t& stop) const {
	if (n.currency.empty()) return std::nullopt;
	auto from = n.about_begin;
	while (from > begin && n.about_begin - from < 14 && !m_a.tokens[from - 1].is(',') &&
	       !m_a.tokens[from - 1].is(':') && !m_a.tokens[from - 1].is(';'))
		--from;
	if (from == begin || m_a.tokens[from - 1].kind != text::TokenKind::punctuation) return std::nullopt;
	bool row = false;
	for (auto t = from; t > begin && !row; --t) row = m_a.tokens[t - 1].is(':');
	const auto building = row ? find_building(m_c, from, n.about_begin, stop) : std::nullopt;
	if (!building || *building > from + 1 || !m_c.numbers_in(from, n.about_begin).empty()) return std::nullopt;
	return building;
}

bool GiftSigns::names_other_goods(std::uint32_t begin, std::uint32_t end) const {
	if (m_c.has_cue(begin, end, Cue::some) || m_c.has_cue(begin, end, Cue::total)) return false;
	for (auto t = end; t > begin; --t) {
		const auto word = m_a.word(t - 1);
		// "2 máy siêu âm, thuốc chữa bệnh trị giá 60 triệu đồng".
		static constexpr std::array<std::string_view, 8> k_goods = {"thuốc", "vật",   "hàng", "thiết",
		                                                            "nhu",   "lương", "sách", "hóa"};
		if (m_a.tokens[t - 1].is(',') && t < end && base::one_of<k_goods>(m_a.word(t))) return true;
		if (m_a.tokens[t - 1].kind == text::TokenKind::punctuation && !m_a.tokens[t - 1].is(',')) return false;
		if (word != "và" && word != "cùng") continue;
		static constexpr std::array<std::string_view, 9> k_no = {"với", "có",   "mỗi", "được", "đã",
		                                                         "tất", "toàn", "các", "trong"};
		return t < end && !base::one_of<k_no>(m_a.word(t));
	}
	return false;
}

bool GiftSigns::of_business(const Number& n, std::uint32_t begin) const {
	for (auto t = n.begin; t > begin + 1 && n.begin - t < 7; --t) {
		if (m_a.tokens[t - 1].kind == text::TokenKind::number) return false;
		const auto w = m_a.word(t - 1);
		const auto next = m_a.word(t);
		if (w == "vốn" && invests(begin, n.begin)) return true;
		if ((w == "đăng" && next == "ký") || (w == "kim" && next == "ngạch") || (w == "doanh" && next == "thu") ||
		    (w == "nộp" && (next == "ngân" || next == "thuế")) || (w == "thu" && next == "nhập"))
			return true;
	}
	return false;
}

bool GiftSigns::invests(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end; ++t) {
		if (m_a.word(t) == "dự" && m_a.word(t + 1) == "án") return true;
	}
	return false;
}

Mode GiftSigns::mode(std::uint32_t at) const {
	auto mode = Mode::event;
	for (const auto& clause : m_c.clauses()) {
		if (clause.begin > at || at >= clause.end) continue;
		mode = clause.mode;
		break;
	}
	if (mode != Mode::future) return mode;
	if (const auto* section = m_c.section_at(at); section != nullptr && section->matter == Matter::planned) return mode;
	auto begin = m_c.sentence(m_c.sentence_of(at)).begin;
	// "Chuẩn bị cho năm học mới, ngày 28/8 …": what stands before the day only says what the gift is for.
	for (const auto& d : m_c.dates_in(begin, at)) {
		if (d.from.day != 0 && !d.anniversary && !d.term) begin = d.end;
	}
	const bool promised = m_c.has_cue(begin, at, Cue::will) || m_c.has_cue(begin, at, Cue::agree) ||
	                      m_c.has_cue(begin, at, Cue::propose) || m_c.has_cue(begin, at, Cue::plan) ||
	                      m_c.has_cue(begin, at, Cue::forward);
	return promised ? mode : Mode::event;
}

bool GiftSigns::in_each_piece(const Number& n) const {
	static constexpr std::array<std::string_view, 8> k_pieces = {"suất",  "phần", "túi", "gói",
	                                                             "thùng", "hộp",  "giỏ", "bộ"};
	const auto floor = m_c.sentence(m_c.sentence_of(n.begin)).begin;
	bool lists = false;
	bool comma = false;
	for (auto t = n.about_begin; t > floor && n.about_begin - t < 40; --t) {
		const auto word = m_a.word(t - 1);
		if (m_a.tokens[t - 1].is(';') || m_a.cue_at(t - 1, Cue::give) != nullptr) return false;
		lists = lists || word == "gồm" || word == "có";
		comma = comma || m_a.tokens[t - 1].is(',');
		if (text::lower(word) != "mỗi") continue;
		if (!base::one_of<k_pieces>(m_a.word(t))) return false;
		// "mỗi suất 300.000 đồng và 20 thùng mì": behind its price another gift.
		const auto before = m_c.numbers_in(t, n.about_begin);
		const bool priced =
		    std::any_of(before.begin(), before.end(), [](const auto& p) { return !p.currency.empty(); });
		return lists || (!comma && !priced);
	}
	return false;
}

}  // namespace bienban::extraction
