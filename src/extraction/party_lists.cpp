#include "extraction/party_lists.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::EntryClass;

std::uint32_t PartyLists::announced_list(std::uint32_t t) const {
	auto limit = t + 8;
	for (auto next = t; inside(next) && next < limit; ++next) {
		std::uint32_t stop = 0;
		if (next > t && any_province_at(next, stop)) return next;
		// "5 tỉnh Bắc Lào (nước CHDCND Lào) là: Phông Sa Lỳ; U Đôm Xay …".
		if (const auto behind = skip_bracket(next);
		    behind > next && inside(behind) &&
		    (m_a.word(behind) == "là" || m_a.word(behind) == "gồm" || token(behind).is(':'))) {
			limit += behind - next;
			next = behind;
			continue;
		}
		const auto word = m_a.word(next);
		const bool filler = word == "Bắc" || word == "Lào" || word == "bạn" || word == "gồm" || word == "là" ||
		                    word == "của" || word == "nước" || word == "Nam" || word == "Trung" || word == "phía" ||
		                    word == "biên" || word == "giới" || word == "tỉnh" || word == "có" || word == "chung" ||
		                    word == "đường" || token(next).is(':') || token(next).is('(');
		if (!filler) break;
	}
	return t;
}

bool PartyLists::stands_alone(std::uint32_t begin, std::uint32_t t) const {
	if (inside(t) && (token(t).is('-') || token(t).kind == text::TokenKind::number || token(t).capital ||
	                  m_a.word(t) == "đối" || m_a.word(t) == "nào"))
		return false;
	if (begin == m_sentence.begin) return true;
	const auto before = m_a.word(begin - 1);
	static constexpr std::array<std::string_view, 14> k_any = {"các", "mỗi", "từng", "mọi", "những", "nhiều", "cấp",
	                                                           "một", "hai", "ba",   "bốn", "cặp",   "số",    "nghĩa"};
	return !token(begin - 1).is('-') && token(begin - 1).kind != text::TokenKind::number &&
	       !base::one_of<k_any>(before);
}

std::uint32_t PartyLists::listed_units(std::uint32_t begin, std::uint32_t t, std::string_view kind,
                                       const std::optional<std::uint16_t>& place) {
	if (kind != "border-post" && kind != "border-company") return t;
	auto at = t;
	if (inside(at) && m_a.word(at) == "gồm") ++at;
	if (inside(at) && token(at).is(':')) ++at;
	if (at == t) return t;
	std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
	auto end = at;
	while (inside(end)) {
		// "các đồn biên phòng: Cửa khẩu quốc tế A, B, C".
		if (inside(end + 1) && (m_a.word(end) == "Cửa" || m_a.word(end) == "cửa") && m_a.word(end + 1) == "khẩu") {
			end += 2;
			while (inside(end) && (m_a.word(end) == "quốc" || m_a.word(end) == "tế" || m_a.word(end) == "Quốc")) ++end;
			if (!inside(end)) break;
		}
		const bool number = token(end).kind == text::TokenKind::number && token(end).end - token(end).begin == 3;
		const auto stop = number ? end + 1 : name_end(end, m_sentence.end);
		if (stop == end || m_a.at(end, EntryClass::body) != nullptr) break;
		names.emplace_back(end, stop);
		end = stop;
		if (!inside(end) || !(token(end).is(',') || m_a.word(end) == "và")) break;
		++end;
	}
	if (names.size() < 2) return t;
	end = names.back().second;
	auto own = place;
	if (!own) end = qualifier(end, kind, own);
	push(begin, end, std::vector<model::Party>(names.size()), Naming::full);
	const auto index = m_out.mentions.size() - 1;
	for (std::size_t i = 0; i < names.size(); ++i) {
		auto name = std::string(m_a.words(names[i].first, names[i].second));
		if (own && lex().place(*own).code.size() > 2) {
			m_out.mentions[index].parties[i] = party(*own, kind, name);
		} else {
			m_pending.push_back({index, std::string(kind), std::move(name),
			                     kind == "border-post" ? Country::vn : Country::la, false, i});
		}
	}
	return end;
}

std::optional<std::uint16_t> PartyLists::told_before(std::string_view kind, std::string_view name) const {
	if (kind != "border-post" && kind != "border-checkpoint" && kind != "district") return std::nullopt;
	const auto tail = "/" + std::string(kind) + "/" + text::lower(name);
	for (const auto& m : m_out.mentions) {
		for (const auto& p : m.parties) {
			if (p.ends_with(tail) && p.size() > tail.size()) return lex().place_of(p.substr(0, p.size() - tail.size()));
		}
	}
	return std::nullopt;
}

std::optional<std::uint16_t> PartyLists::province_told_beside(std::uint32_t begin, std::uint32_t end) {
	const auto size = static_cast<std::uint32_t>(m_a.tokens.size());
	if (!m_districts_sought) {
		m_districts_sought = true;
		for (std::uint32_t t = 1; t < size; ++t) {
			if (m_a.tokens[t].capital && m_a.small(t - 1) == "huyện") m_districts_told.push_back(t);
		}
	}
	for (const auto t : m_districts_told) {
		// "tại huyện A, tỉnh B và tỉnh C tổ chức …": a comma may part the place from those who act.
		auto behind = t + (end - begin);
		if (behind + 2 >= size || !m_a.tokens[behind].is('(') || m_a.words(t, behind) != m_a.words(begin, end))
			continue;
		++behind;
		if (m_a.word(behind) == "tỉnh") ++behind;
		if (const auto* province = m_a.at(behind, EntryClass::province); province != nullptr) return province->index;
	}
	return std::nullopt;
}

void PartyLists::drop_committees_before(std::uint32_t begin) {
	while (!m_pending.empty() && m_pending.back().mention + 1 == m_out.mentions.size()) {
		const auto& p = m_pending.back();
		const auto& mention = m_out.mentions.back();
		const bool committee = p.kind == "people-council" || p.kind == "people-committee" ||
		                       p.kind == "party-committee" || p.kind == "fatherland-front";
		if (!committee || mention.begin < m_sentence.begin || mention.end + 1 != begin || !token(mention.end).is(','))
			return;
		begin = mention.begin;
		m_pending.pop_back();
		m_out.mentions.pop_back();
	}
}

std::uint32_t PartyLists::read_newspaper(std::uint32_t t) {
	if (m_a.word(t) != "Báo" || !inside(t + 1) || !token(t + 1).capital) return t;
	auto end = t + 1;
	const auto place = any_province_at(t + 1, end);
	if (!place) return t;
	push_one(t, end, party(*place, "agency", std::string(m_a.words(t, end))), Naming::full);
	return end;
}

std::uint32_t PartyLists::read_institution_of_place(std::uint32_t t) {
	const auto name_stop = institution_end(t);
	if (name_stop == t) return t;
	const auto name = std::string(m_a.words(t, name_stop));
	std::optional<std::uint16_t> bracket;
	const auto at = skip_bracket(name_stop, &bracket);
	if (bracket) {
		push(t, at, {party(*bracket, "agency", name)}, Naming::full);
		return at;
	}
	int plural = 0;
	const auto from = skip_level(at, plural);
	std::vector<std::uint16_t> places;
	auto end = province_list(from, places);
	if (places.empty()) {
		const auto country = country_at(from, end);
		if (!country || lex().place(*country).country == Country::other) return t;
		places.push_back(*country);
	} else if (plural == 0) {
		places = {places.front()};
		any_province_at(from, end);
	}
	std::vector<model::Party> parties;
	for (const auto p : places) parties.push_back(party(p, "agency", name));
	end = skip_bracket(end);
	push(t, end, std::move(parties), Naming::full);
	return end;
}

std::uint32_t PartyLists::skip_party_name(std::uint32_t t, std::optional<std::uint16_t>& place) const {
	auto at = t;
	if (inside(at) && m_a.word(at) == "Đảng") ++at;
	const auto from = at;
	static constexpr std::array<std::string_view, 9> k_words = {"Nhân", "dân", "Cách", "mạng", "NDCM",
	                                                            "Cộng", "sản", "nhân", "cách"};
	while (inside(at) && at < from + 4 && base::one_of<k_words>(m_a.word(at))) ++at;
	std::uint32_t stop = at;
	if (at == from || !inside(at)) return t;
	if (const auto c = country_at(at, stop)) {
		if (!place) place = c;
		return stop;
	}
	return t;
}

std::uint32_t PartyLists::repeat_body(std::string_view kind, std::uint32_t begin, std::uint32_t t) {
	const auto is_known = [&](const PartyMention& m) {
		return m.parties.size() == 1 && !m.parties[0].empty() && kind_of(m.parties[0]) == kind;
	};
	for (auto i = m_out.mentions.size(); i-- > 0;) {
		if (!is_known(m_out.mentions[i])) continue;
		// "Sở A cử cán bộ sang giúp Sở B. Ngoài ra, Sở tặng …": at the head of a part, the one that acted there.
		const bool leads = begin == m_sentence.begin || token(begin - 1).is(',');
		if (kind == "agency" && leads && m_out.mentions[i].begin < m_sentence.begin) {
			const auto last = m_out.mentions[i].begin;
			while (i > 0 && is_known(m_out.mentions[i - 1]) && last - m_out.mentions[i - 1].begin < 40) --i;
		}
		auto parties = m_out.mentions[i].parties;
		push(begin, t, std::move(parties), Naming::incomplete);
		break;
	}
	return t;
}

}  // namespace bienban::extraction
