#include "extraction/gift_buildings.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/one_of.hpp"
#include "extraction/figures.hpp"
#include "extraction/goods.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Cue;

std::optional<std::uint32_t> GiftBuildings::of(const Giving& giving, std::uint32_t begin, std::uint32_t end,
                                               std::uint32_t& stop) const {
	if (!giving.strong && !giving.goods_before && m_a.word(giving.verb) != "đầu") return std::nullopt;
	const auto from = giving.goods_before ? begin : std::max(begin, giving.goods);
	const auto to = giving.goods_before ? std::min(giving.verb, end) : end;
	if (from >= to) return std::nullopt;
	const auto found = find_building(m_c, from, to, stop);
	if (!found) return std::nullopt;
	// "tặng quà cán bộ, học sinh Trường Hữu nghị A", "trao nhiều phần quà đến Đại đội B và Trường C": the gift stands
	// before those who receive it.
	for (const auto& m : m_c.parties_in(*found, *found + 1)) {
		const bool school = !m.parties.empty() && kind_of(m.parties[0]) == "school";
		if (!school || m_a.find_cue(giving.verb, *found, Cue::gift) == nullptr) continue;
		bool reaches = m.parties == giving.receiver;
		for (auto t = giving.verb; t < *found; ++t)
			reaches = reaches || m_a.word(t) == "đến" || m_a.word(t) == "cho" || m_a.word(t) == "tới";
		if (reaches) return std::nullopt;
	}
	// "Trường Tiểu học A vừa có thêm 30 bộ bàn ghế do B tài trợ": who receives is not given.
	for (const auto& m : m_c.parties_in(*found, stop)) {
		const bool takes = m.begin <= *found && !m.parties.empty() && kind_of(m.parties[0]) == "school" &&
		                   giving.goods_before && m.parties == giving.receiver && !m_c.numbers_in(stop, to).empty();
		if (takes) return std::nullopt;
	}
	// "tặng trạm y tế cụm bản 1 tủ thuốc": it is given to, where goods follow without a mark.
	if (!giving.goods_before) {
		for (const auto& n : m_c.numbers_in(stop, std::min(to, stop + 3))) {
			bool cut = false;
			for (auto t = stop; t < n.about_begin; ++t)
				cut = cut || m_a.tokens[t].kind == text::TokenKind::punctuation || m_a.word(t) == "và" ||
				      m_a.word(t) == "cùng" || m_a.word(t) == "với";
			const auto& count = m_frames.count(n);
			if (!cut && n.currency.empty() && count.entry != nullptr && (count.entry->goods || count.entry->measure) &&
			    !m_signs.loose(n))
				return std::nullopt;
		}
	}
	// Behind a sum of money it is what the money is for.
	for (const auto& n : m_c.numbers_in(from, *found)) {
		if (!n.currency.empty() || m_frames.count(n).end > *found || is_goods(m_frames.count(n), true))
			return std::nullopt;
	}
	return found;
}

model::Support GiftBuildings::value(const Giving& giving, std::uint32_t building, std::uint32_t stop) const {
	model::Support gift;
	gift.value = 1;
	const auto s = m_c.sentence_of(building);
	gift.item = std::string(m_a.words(building, stop));
	if (building == m_c.sentence(s).begin) gift.item = text::without_capital(gift.item);
	if (gift.item == "công trình" || gift.item == "Công trình") {
		if (auto work = told_before(giving, m_c.sentence(s).begin, s)) gift.item = std::move(*work);
	}
	return gift;
}

std::optional<std::string> GiftBuildings::told_before(const Giving& giving, std::uint32_t begin,
                                                      std::uint32_t s) const {
	static constexpr std::array<std::string_view, 7> k_heads = {"Công", "Đây", "Đó", "Ngôi", "Trường", "Nhà", "Căn"};
	if (!giving.goods_before || begin != m_c.sentence(s).begin || !base::one_of<k_heads>(m_a.word(begin)))
		return std::nullopt;
	for (auto i = s; i-- > 0 && s - i <= 3;) {
		const auto& sentence = m_c.sentence(i);
		std::uint32_t stop = 0;
		if (m_c.is_headline(i)) break;
		if (const auto building = find_building(m_c, sentence.begin, sentence.end, stop))
			return std::string(text::without_capital(m_a.words(*building, stop)));
		for (const auto& m : m_c.parties_in(sentence.begin, sentence.end)) {
			if (!m.parties.empty() && kind_of(m.parties[0]) == "school")
				return text::without_capital(m_a.words(m.begin, m.end));
		}
	}
	return std::nullopt;
}

}  // namespace bienban::extraction
