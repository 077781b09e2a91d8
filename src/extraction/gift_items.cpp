#include "extraction/gift_items.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/gift_theme.hpp"
#include "extraction/gift_words.hpp"
#include "extraction/goods.hpp"
#include "extraction/shares.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

/// How many things an item counts ("20 nhà tình nghĩa"); 0 where it begins with no count, or one that measures ("3 km
/// đường").
double count_of(std::string_view item) {
	static constexpr std::array<std::string_view, 4> k_measures = {"km", "m", "ha", "m²"};
	const auto space = item.find(' ');
	if (space == std::string_view::npos || item.front() < '1' || item.front() > '9') return 0;
	const auto count = parse_digits(item.substr(0, space));
	const auto noun = item.substr(space + 1);
	return count && !base::one_of<k_measures>(noun.substr(0, noun.find(' '))) ? *count : 0;
}

}  // namespace

using lexicon::Cue;
using lexicon::EntryClass;

GiftItems::GiftItems(const Context& context, Frames& frames, const GiftSigns& signs, std::vector<model::Record>& out,
                     std::vector<bool>& used)
    : m_c(context),
      m_a(context.a()),
      m_frames(frames),
      m_signs(signs),
      m_out(out),
      m_used(used),
      m_gifts(context, out),
      m_time(context),
      m_buildings(context, frames, signs) {}

void GiftItems::use(std::uint32_t begin, std::uint32_t end) {
	for (const auto& n : m_c.numbers_in(begin, end)) use(n);
}

std::size_t GiftItems::read(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s, Told told) {
	m_share = told.of_share;
	std::size_t found = 0;
	std::uint32_t covered = 0;
	std::uint32_t building_end = 0;
	const auto building = m_buildings.of(giving, begin, end, building_end);
	for (const auto& n : m_c.numbers_in(begin, end)) {
		if (is_used(n) || is_seized(m_c, begin, n.about_begin)) continue;
		if (n.begin < covered || m_signs.in_brackets(n, begin)) {
			// "90 lưu học sinh (A 50, B 40)" is no gift, but may be counted.
			if (n.begin < covered || !share_of(m_c, n)) use(n);
			continue;
		}
		if (price_of_piece(n, begin) || m_signs.in_each_piece(n)) {
			use(n);
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
			use(n);
			continue;
		}
		// "bị bán sang làm việc tại một sòng bạc", "coi nhau như anh em một nhà": where and how, no gift.
		if (n.about_begin > begin + 1) {
			const auto lead = m_a.word(n.about_begin - 1);
			if (lead == "tại" || lead == "ở" ||
			    (n.in_words && n.value < 2 && lead == "em" && m_a.word(n.about_begin - 2) == "anh")) {
				use(n);
				continue;
			}
		}
		const auto& count = m_frames.count(n);
		if (shared_out(n, count)) {
			use(n);
			continue;
		}
		// "ngôi trường 12 phòng học", "nhà làm việc 2 tầng": parts of the one building.
		const auto* piece = building ? m_a.at(*building, EntryClass::unit) : nullptr;
		const bool vehicle = piece != nullptr && m_a.lexicon.unit(piece->index).goods;
		if (building && !vehicle && n.begin > *building && count.entry != nullptr &&
		    !other_deed(building_end, n.about_begin)) {
			use(n);
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
		add_counted(giving, n, count, s);
		use(n);
		++found;
	}
	found += add_some(giving, giving.goods_before ? begin : std::max(begin, std::min(giving.verb, end)), end, s);
	// "đoàn công tác tỉnh A đã bàn giao Trường Tiểu học B": who takes it over needs no word.
	const bool taken_over = m_a.word(giving.verb) == "bàn" && kind_of(giving.receiver.front()) != "school" &&
	                        country_of(giving.giver.front()) == lexicon::Country::vn;
	// "Năm 2006, A giúp B xây trường; năm 2012 lại giúp bạn xây nhà khách": the same two go on.
	const bool same_two = told.same_two && giving.strong;
	// "anh em còn sửa tặng dân bản chiếc cầu gỗ".
	const bool at_once = giving.strong && building && *building > giving.verb && *building - giving.verb <= 5 &&
	                     (m_a.word(giving.verb) == "tặng" || m_a.word(giving.verb) == "biếu");
	if (found == 0 && building && (giving.named || taken_over || same_two || at_once))
		found += add_building_alone(giving, *building, building_end, s);
	if (found == 0 && giving.strong) add_bare_gift(giving, begin, end, s);
	return found;
}

bool GiftItems::shared_out(const Number& n, const Count& count) const {
	// "20 chai nước sát khuẩn loại 500 ml".
	if (m_last_end == n.about_begin - 1 && m_a.word(m_last_end) == "loại") return true;
	if (m_gifts.last() == nullptr || m_fresh || !count.item.empty() || count.entry == nullptr || !count.entry->measure)
		return false;
	if (m_last_end == n.about_begin) return true;
	for (std::uint32_t back = 2; back <= 4 && n.about_begin >= back; ++back) {
		if (m_a.word(n.about_begin - back) == "mỗi") return n.about_begin - m_last_end < 30;
	}
	return false;
}

bool GiftItems::other_deed(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 1 < end; ++t) {
		if (!m_a.tokens[t].is(',') && m_a.word(t) != "và") continue;
		const auto* act = m_a.cue_at(t + 1, Cue::act);
		if (act != nullptr && m_a.cue_at(t + 1, Cue::give) == nullptr && end - act->end <= 1) return true;
	}
	return false;
}

bool GiftItems::add_building(const Giving& giving, std::uint32_t building, std::uint32_t stop, const Number& n,
                             std::uint32_t s) {
	if (n.begin < stop || m_building == building) return false;
	if (!m_c.has_cue(stop, n.begin, Cue::worth) && !m_c.has_cue(stop, n.begin, Cue::cost) && n.begin - stop > 6 &&
	    !giving.goods_before)
		return false;
	m_building = building;
	model::Support value = m_buildings.value(giving, building, stop);
	value.worth = model::Money{n.value, std::string(n.currency)};
	return add(giving, std::move(value), building, std::max(stop, n.end), s, building) > 0;
}

bool GiftItems::listed_building(const Giving& giving, const Number& n, std::uint32_t begin, std::uint32_t s) {
	std::uint32_t stop = 0;
	const auto building = m_signs.building_of_row(n, begin, stop);
	if (!building || *building < giving.verb) return false;
	model::Support value = m_buildings.value(giving, *building, stop);
	value.worth = model::Money{n.value, std::string(n.currency)};
	return add(giving, std::move(value), *building, n.end, s, *building) > 0;
}

std::size_t GiftItems::add_building_alone(const Giving& giving, std::uint32_t building, std::uint32_t stop,
                                          std::uint32_t s) {
	if (m_building == building) return 0;
	m_building = building;
	return add(giving, m_buildings.value(giving, building, stop), building, stop, s, building);
}

bool GiftItems::price_of_piece(const Number& n, std::uint32_t begin) {
	if (n.currency.empty()) return false;
	bool one = false;
	for (std::uint32_t back = 1; back <= 7 && n.begin >= begin + back; ++back) {
		if (m_a.word(n.begin - back) == "mỗi" || m_a.word(n.begin - back) == "Mỗi") {
			const auto next = m_a.word(n.begin - back + 1);
			one =
			    next != "năm" && next != "tháng" && next != "bên" && next != "tỉnh" && next != "đơn" && next != "huyện";
		}
		if (m_a.tokens[n.begin - back].kind == text::TokenKind::number) break;
	}
	if (!one && n.end + 1 < m_a.tokens.size()) {
		const auto at =
		    m_a.tokens[n.end].is('/') || m_a.word(n.end) == "một" || m_a.word(n.end) == "mỗi" ? n.end + 1 : 0;
		one = at != 0 && (m_a.at(at, EntryClass::unit) != nullptr || m_a.word(at) == "suất" || m_a.word(at) == "em" ||
		                  m_a.word(at) == "người");
	}
	if (!one) return false;
	// "mỗi em được 3,6 triệu đồng/tháng": what comes together over the months nobody says.
	if (is_rate(n)) return true;
	if (auto* last = m_gifts.last(); last != nullptr && last->value && !last->worth) {
		last->worth = model::Money{*last->value * n.value, std::string(n.currency)};
	}
	return true;
}

bool GiftItems::is_rate(const Number& n) const {
	if (n.end + 1 >= m_a.tokens.size()) return false;
	if (!m_a.tokens[n.end].is('/') && m_a.word(n.end) != "một" && m_a.word(n.end) != "mỗi") return false;
	const auto unit = m_a.word(n.end + 1);
	return unit == "tháng" || unit == "năm" || unit == "ngày" || unit == "quý";
}

bool GiftItems::worth_of_last(const Number& n, std::uint32_t begin) {
	if (m_gifts.last() == nullptr || m_last_end > n.begin || m_last_end < begin) return false;
	// "trao 25 suất quà cho người dân bản A, huyện B (Lào), tổng trị giá …": the receiver may stand between.
	if (n.begin - m_last_end > (m_in_clause == 1 && !m_fresh ? 26 : 14)) return false;
	const auto* worth = m_a.find_cue(m_last_end, n.begin, Cue::worth);
	// "5 máy in và số tiền 100 triệu đồng": a gift of its own.
	if (worth != nullptr && worth->begin > 0 && m_a.small_words(worth->begin, worth->end) == "số tiền" &&
	    (m_a.word(worth->begin - 1) == "và" || m_a.word(worth->begin - 1) == "cùng"))
		return false;
	// "… tặng quà cho B. A cũng trao số tiền 5 triệu đồng giúp cháu C": a gift of its own.
	if (worth != nullptr && m_last_end <= begin && m_c.has_cue(begin, worth->begin, Cue::give) &&
	    m_a.small_words(worth->begin, worth->end).ends_with("số tiền"))
		return false;
	// "mở giúp 18 km đường …, hết 36 tỷ đồng".
	const auto before = n.about_begin > 0 ? m_a.word(n.about_begin - 1) : text::Word{};
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
	if (last->worth || is_sum(*last)) return false;
	// "tổng trị giá" of the whole list stands for itself.
	if (worth != nullptr && m_in_clause > 1) {
		const auto words = m_a.small_words(worth->begin, worth->end);
		if (m_c.has_cue(m_last_end, n.begin, Cue::total) || words.find("tổng trị giá") != std::string::npos ||
		    words.find("tổng giá trị") != std::string::npos)
			return false;
	}
	last->worth = model::Money{n.value, std::string(n.currency)};
	return true;
}

std::size_t GiftItems::add_money(const Giving& giving, const Number& n, std::uint32_t begin, std::uint32_t end,
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
	if (const auto built = count_of(value.item); built != 0) {
		// "1,2 tỷ đồng xây 20 nhà": a count with its cost.
		value.worth = model::Money{n.value, std::string(n.currency)};
		value.value = built;
		value.unit.reset();
		value.about.reset();
		value.item.erase(0, value.item.find(' ') + 1);
		return add(giving, std::move(value), n.about_begin, stop, s, n.begin);
	}
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
		return add(own, std::move(value), n.about_begin, n.end, s, n.begin);
	}
	return add(giving, std::move(value), n.about_begin, n.end, s, n.begin);
}

const model::Support* GiftItems::like_before() const {
	const model::Support* found = nullptr;
	for (auto i = m_out.size() - std::min(m_in_clause, m_out.size()); i < m_out.size(); ++i) {
		const auto* gift = std::get_if<model::Support>(&m_out[i].value);
		if (gift == nullptr || (found != nullptr && found->item != gift->item)) return nullptr;
		found = gift;
	}
	return m_fresh ? nullptr : found;
}

std::size_t GiftItems::add_total(const Giving& giving, model::Support value, const Number& n, std::uint32_t s) {
	value.item.clear();
	std::optional<model::Theme> theme;
	for (auto i = m_out.size() - std::min(m_in_clause, m_out.size()); i < m_out.size(); ++i) {
		const auto* part = std::get_if<model::Support>(&m_out[i].value);
		if (part == nullptr || part->item.size() > 60) continue;
		if (!value.item.empty()) value.item.append(", ");
		value.item.append(part->item);
		theme = part->theme;
	}
	return add(giving, std::move(value), n.about_begin, n.end, s, n.begin, theme);
}

PartySet GiftItems::owner_of(const Giving& giving, const Number& n, std::uint32_t end) {
	if (n.end + 1 >= end || m_a.word(n.end) != "của") return {};
	const auto side = country_of(giving.giver.front());
	return m_frames.first_group(n.end, std::min(end, n.end + 12), [&](const Term& t) {
		return t.begin == n.end + 1 && !Context::both_sides(t.parties) && country_of(t.parties.front()) == side;
	});
}

void GiftItems::add_counted(const Giving& giving, const Number& n, const Count& count, std::uint32_t s) {
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
			add(giving, std::move(value), n.about_begin, count.end, s, n.begin);
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
	add(giving, std::move(value), n.about_begin, count.end, s, n.begin,
	    count.entry != nullptr && count.unit != "máy" ? count.entry->theme : std::nullopt);
}

std::optional<model::Money> GiftItems::spent_on(const Giving& giving, const Number& n, const Count& count,
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

std::uint32_t GiftItems::add_shared_out(const Giving& giving, const Number& n, const Count& count, std::uint32_t end,
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
	use(n.begin, stop);
	add(giving, std::move(value), n.about_begin, stop, s, n.begin);
	return stop;
}

std::size_t GiftItems::add_some(const Giving& giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
	std::size_t found = 0;
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cue() != Cue::some) continue;
		// "58 tỷ đồng để xây dựng một số công trình": what the money is for.
		if (m.begin >= m_purpose.first && m.begin < m_purpose.second) continue;
		const auto word = m_a.small(m.begin);
		static constexpr std::array<std::string_view, 7> k_heads = {"một", "nhiều", "ít", "mấy", "dăm", "vài", "kha"};
		if (!base::one_of<k_heads>(word)) continue;
		const auto before = m.begin > begin ? m_a.word(m.begin - 1) : text::Word{};
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
		found += add(giving, std::move(value), m.begin, stop, s, m.begin);
	}
	return found;
}

bool GiftItems::told_by_worth(std::uint32_t begin, std::uint32_t end) const {
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

bool GiftItems::some_goods(const lexicon::Match& some, std::uint32_t stop, const Giving& giving) const {
	const auto item = m_a.small_words(some.end, stop);
	if (names_no_goods(item) || item.size() > 50) return false;
	if (theme_of_goods(m_c, item, {}, m_c.sentence_of(some.begin), m_c.sentence_of(some.begin)) != model::Theme::aid)
		return true;
	if (m_gifts.last() != nullptr && m_last_end <= some.begin && some.begin - m_last_end < 4) return true;
	return m_a.at(some.end, EntryClass::unit) != nullptr ||
	       (giving.strong && some.begin >= giving.goods && some.begin < giving.goods + 3);
}

void GiftItems::take_list(Giving& giving, std::uint32_t from, std::uint32_t s) const {
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

void GiftItems::add_bare_gift(Giving giving, std::uint32_t begin, std::uint32_t end, std::uint32_t s) {
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
		add(giving, std::move(building), begin, end, s, gift->begin);
		return;
	}
	model::Support value;
	value.item = m_a.words(gift->begin, gift->end).find("Tết") != std::string_view::npos ? "quà Tết" : "quà";
	add(giving, std::move(value), begin, end, s, gift->begin);
}

std::size_t GiftItems::add(const Giving& giving, model::Support value, std::uint32_t begin, std::uint32_t end,
                           std::uint32_t s, std::uint32_t at, std::optional<model::Theme> of_noun) {
	value.giver = giving.giver;
	value.receiver = giving.receiver;
	// "xây tặng huyện A Trường Mầm non B": the school is what is given.
	const auto is_the_gift = [&](const model::Party& p) {
		return kind_of(p) == "school" && text::lower(value.item).find(p.substr(p.rfind('/') + 1)) != std::string::npos;
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
		if (auto other = m_frames.counterpart(giving.giver, giving.verb); !other.empty() && other != value.receiver) {
			value.receiver = std::move(other);
			value.item = "bệnh viện";
		}
	}
	const auto when = m_c.sentence_of(giving.verb) == s ? at : giving.verb;
	value.period = m_time.of(when, m_c.sentence_of(giving.verb), m_signs.mode(when));
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

}  // namespace bienban::extraction
