#include "extraction/gift_list.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extraction/goods.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

namespace {

/// "lễ trao tặng trạm y tế Nậm A cho tỉnh B. Đợt này, … bàn giao trạm y tế Nậm A trị giá 12 tỷ đồng cho huyện C":
/// one work by its name.
bool names_the_same_work(const model::Support& known, const model::Support& value) {
	if (known.value != 1 || value.value != 1 || known.unit || value.unit || known.giver != value.giver ||
	    known.receiver.size() != 1 || value.receiver.size() != 1 || known.receiver == value.receiver ||
	    place_of(known.receiver[0]) != place_of(value.receiver[0]))
		return false;
	return known.item == value.item && text::lower(value.item) != text::without_capital(value.item);
}

/// The same sum of the same two, whatever the words say that it is for; "đây là công trình do A hỗ trợ B" of what
/// has just been given by name.
bool told_again(const model::Support& known, const model::Support& value) {
	if (known.giver != value.giver || known.unit != value.unit || !value.value) return false;
	if (is_sum(value)) return known.period == value.period && *value.value >= 1000;
	return known.value == 1 && known.theme == model::Theme::infrastructure &&
	       (value.item == "công trình" || value.item == "Công trình");
}

/// Are these the same receivers, told once more narrowly ("công an nước bạn" and "Công an tỉnh B")?
bool receivers_agree(const PartySet& known, const PartySet& value) {
	if (known.empty() || value.empty() || side_of(known) != side_of(value)) return false;
	const auto within = [](const PartySet& few, const PartySet& many) {
		return std::all_of(few.begin(), few.end(), [&](const auto& p) {
			return std::any_of(many.begin(), many.end(), [&](const auto& q) {
				return p == q || (place_of(p).size() == 2 && kind_of(p) == kind_of(q));
			});
		});
	};
	return within(known, value) || within(value, known);
}

/// "bàn giao trụ sở làm việc cho công an nước bạn. Trụ sở được A giúp đỡ xây dựng": one building of one giver, named
/// again by its first words.
bool is_the_same_building(const model::Support& known, const model::Support& value) {
	if (known.value != 1 || value.value != 1 || known.unit || value.unit || known.giver != value.giver ||
	    known.theme != model::Theme::infrastructure || value.theme != model::Theme::infrastructure ||
	    !receivers_agree(known.receiver, value.receiver))
		return false;
	const auto first = text::lower(known.item);
	const auto second = text::lower(value.item);
	return second == "công trình" || first == second || (first.starts_with(second) && first[second.size()] == ' ') ||
	       (second.starts_with(first) && second[first.size()] == ' ');
}

}  // namespace

model::Support* GiftList::last() const { return m_last ? std::get_if<model::Support>(&m_out[*m_last].value) : nullptr; }

model::Support* GiftList::last_building() const {
	auto* const gift = last();
	if (gift == nullptr || gift->worth || gift->unit || gift->value != 1 || gift->theme != model::Theme::infrastructure)
		return nullptr;
	return gift;
}

void GiftList::add(model::Record record) {
	m_found = true;
	m_out.push_back(std::move(record));
	m_last = m_out.size() - 1;
}

bool GiftList::told_before(const model::Support& gift, base::ByteOffset sentence) {
	for (std::size_t i = 0; i < m_out.size(); ++i) {
		auto* known = std::get_if<model::Support>(&m_out[i].value);
		if (known == nullptr) continue;
		if (names_the_same_work(*known, gift)) {
			if (kind_of(known->receiver.front()) == "province") known->receiver = gift.receiver;
			if (!known->worth) known->worth = gift.worth;
			m_last = i;
			return true;
		}
		if (is_the_same_building(*known, gift)) {
			if (place_of(known->receiver.front()).size() == 2) known->receiver = gift.receiver;
			if (!known->worth) known->worth = gift.worth;
			m_last = i;
			return true;
		}
		// "Chi cục A tặng 1 triệu đồng và xã B tặng 1 triệu đồng".
		if (known->giver != gift.giver && m_out[i].evidence.begin >= sentence) continue;
		const bool same = known->value == gift.value && known->receiver == gift.receiver &&
		                  (known->item == gift.item || told_again(*known, gift));
		if (!same) continue;
		m_last = i;
		return true;
	}
	return false;
}

void GiftList::drop_newest() {
	m_out.pop_back();
	m_last.reset();
}

void GiftList::erase(std::size_t i) {
	m_out.erase(m_out.begin() + static_cast<std::ptrdiff_t>(i));
	if (m_last && *m_last > i) --*m_last;
}

void GiftList::drop_told_again() {
	for (std::size_t i = 0; i < m_out.size();) {
		const auto* bare = std::get_if<model::Support>(&m_out[i].value);
		const bool told =
		    bare != nullptr && !bare->value && bare->item == "quà" && bare->period &&
		    std::any_of(m_out.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_out.end(), [&](const model::Record& r) {
			    const auto* gift = std::get_if<model::Support>(&r.value);
			    return gift != nullptr && gift->value && gift->giver == bare->giver &&
			           gift->receiver == bare->receiver && gift->period == bare->period;
		    });
		if (!told) {
			++i;
			continue;
		}
		m_out.erase(m_out.begin() + static_cast<std::ptrdiff_t>(i));
		m_last.reset();
	}
}

void GiftList::drop_announced(std::size_t known, std::uint32_t s) {
	const auto begin = m_c.sentence(s).begin;
	const auto first = m_a.word(begin);
	const auto second = begin + 1 < m_c.sentence(s).end ? m_a.word(begin + 1) : text::Word{};
	const bool spells_out = (first == "Theo" && second == "đó") || (first == "Cụ" && second == "thể") ||
	                        (first == "Tại" && second == "đây");
	if (!spells_out || s == 0) return;
	const auto* told = std::get_if<model::Support>(&m_out[known].value);
	if (told == nullptr || !told->value) return;
	const auto from = m_a.tokens[m_c.sentence(s > 2 ? s - 2 : 0).begin].begin;
	for (auto i = known; i-- > 0;) {
		const auto* bare = std::get_if<model::Support>(&m_out[i].value);
		if (bare == nullptr || m_out[i].evidence.begin.value < from) return;
		const bool same = std::all_of(told->giver.begin(), told->giver.end(), [&](const auto& p) {
			return std::find(bare->giver.begin(), bare->giver.end(), p) != bare->giver.end();
		});
		if (bare->value || !same || side_of(bare->receiver) != side_of(told->receiver)) continue;
		erase(i);
		return;
	}
}

void GiftList::drop_bare(const Giving& giving) {
	for (std::size_t i = 0; i < m_out.size(); ++i) {
		const auto* bare = std::get_if<model::Support>(&m_out[i].value);
		if (bare == nullptr || bare->value || !bare->item.starts_with("quà") || bare->giver != giving.giver ||
		    bare->receiver != giving.receiver)
			continue;
		erase(i);
		return;
	}
}

}  // namespace bienban::extraction
