#include "extraction/party_names.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

bool PartyNames::counts_goods(std::uint32_t begin, std::uint32_t number, std::string_view kind) const {
	if (m_a.word(begin) == "nhà" || m_a.word(begin) == "Nhà") return true;
	const auto next = number + 1;
	if (!inside(next) || token(next).kind == text::TokenKind::punctuation) return false;
	const bool unit = m_a.begins(
	    next, class_bit(EntryClass::unit) | class_bit(EntryClass::multiplier) | class_bit(EntryClass::currency));
	if (!unit || kind != "border-company") return unit;
	const auto name = m_a.small(number);
	if (name.size() != 3) return true;
	bool other = false;
	for (const auto& known : m_short) {
		if (known.kind != kind) continue;
		if (known.name == name) return false;
		other = true;
	}
	return other;
}

bool PartyNames::placed_before(std::string_view kind, std::string_view name) const {
	const auto tail = "/" + std::string(kind) + "/" + text::lower(name);
	for (const auto& m : m_out.mentions) {
		for (const auto& p : m.parties) {
			if (p.size() > tail.size() && p.ends_with(tail)) return true;
		}
	}
	// "bản A (xã B)", told before: it lies in Viet Nam, whatever district stands behind it now.
	return std::any_of(m_pending.begin(), m_pending.end(), [&](const PendingParty& q) {
		if (q.name != name || q.kind != "village") return false;
		const auto& m = m_out.mentions[q.mention];
		for (auto t = m.begin + 1; t < m.end; ++t) {
			if (token(t).is('(') && m_a.word(t + 1) == "xã") return true;
		}
		return false;
	});
}

std::uint32_t PartyNames::behind_place_in_list(std::uint32_t t) const {
	if (!inside(t + 1) || !token(t).is('(') || m_a.word(t + 1) != "tỉnh") return t;
	auto close = t;
	while (inside(close) && close < t + 8 && !token(close).is(')')) ++close;
	const auto next = close + 2;
	if (!inside(next) || !token(close).is(')') || (!token(close + 1).is(',') && m_a.word(close + 1) != "và")) return t;
	return token(next).capital && m_a.at(next, EntryClass::body) == nullptr &&
	               m_a.at(next, EntryClass::province) == nullptr
	           ? close + 1
	           : t;
}

PartyNames::Names PartyNames::names_from(std::uint32_t begin, std::uint32_t t, std::string_view kind, bool list) const {
	Names names;
	auto end = t;
	while (inside(end)) {
		if (m_a.word(end) == "số" || m_a.word(end) == "quốc" || (m_a.word(end) == "tế" && end > t)) {
			++end;
			continue;
		}
		break;
	}
	// "4 huyện: A, B", "các xã: A, B".
	if (list && inside(end + 1) && token(end).is(':') && token(end + 1).capital &&
	    (kind == "district" || kind == "commune" || kind == "village" || m_a.word(end - 1) == "huyện"))
		++end;
	const bool quoted = inside(end) && token(end).is('"');
	if (quoted) ++end;
	for (;;) {
		// "các đồn biên phòng Sơn Hồng, Cửa khẩu quốc tế Cầu Treo": the post is called by its gate.
		if ((list && kind == "border-post") || kind == "border-checkpoint") end = behind_gate_words(end);
		auto stop = end;
		if (inside(end) && token(end).kind == text::TokenKind::number && kind != "district" && kind != "village" &&
		    kind != "commune") {
			stop = counts_goods(begin, end, kind) ? end : end + 1;
		} else if (inside(end)) {
			const auto proper = kind == "school" && !list ? behind_school_level(end) : end;
			stop = kind == "school" || kind == "company" ? long_name_end(proper, m_sentence.end)
			                                             : name_end(end, m_sentence.end);
			if (stop == proper) stop = end;
			// "huyện Sê pôn": known, though not all of it is in capitals.
			if (const auto* known = kind == "district" && stop > end ? m_a.at(end, EntryClass::district) : nullptr;
			    known != nullptr)
				stop = std::max(stop, known->end);
			if (m_a.at(end, EntryClass::country) != nullptr) stop = end;
			// "thị xã Thà Khẹc": a chief town is a place, not a district that acts.
			if (kind == "district" && end == t && m_a.at(end, EntryClass::seat) != nullptr &&
			    m_a.at(end, EntryClass::district) == nullptr)
				stop = end;
			if (kind == "village" && end == t && m_a.at(end, EntryClass::province) != nullptr) stop = end;
			// "trao cho huyện Trạm giống cây trồng": what is given.
			static constexpr std::array<std::string_view, 6> k_works = {"Trạm", "Trường", "Nhà",
			                                                            "Bệnh", "Trung",  "Công"};
			if (end == t && stop == end + 1 && inside(stop) && token(stop).kind == text::TokenKind::word &&
			    base::one_of<k_works>(m_a.word(end)))
				stop = end;
		}
		if (stop == end) break;
		names.emplace_back(end, stop);
		end = list ? behind_place_in_list(stop) : stop;
		if (!inside(end)) break;
		const bool comma = token(end).is(',');
		const bool conjunction = m_a.word(end) == "và" || token(end).is('-');
		if (!comma && !conjunction) break;
		const auto next = end + 1;
		if (!inside(next)) break;
		const bool number = token(next).kind == text::TokenKind::number && token(next).end - token(next).begin == 3 &&
		                    token(names[0].first).kind == text::TokenKind::number;
		// Without a plural the comma begins something else ("huyện Sốp Bâu, tỉnh …"); provinces and bodies end the
		// list.
		if (!number &&
		    (!list || (!token(next).capital && behind_gate_words(next) == next) ||
		     m_a.at(next, EntryClass::body) != nullptr ||
		     (m_a.at(next, EntryClass::province) != nullptr && m_a.at(next, EntryClass::district) == nullptr))) {
			break;
		}
		end = next;
	}
	return names;
}

std::uint32_t PartyNames::read_unnamed(std::uint32_t begin, std::uint32_t t, std::string_view kind, bool list) {
	// "2 đồn biên phòng (Đồn Biên phòng A và Đồn Biên phòng B)": their names follow.
	const auto open = inside(t) && (m_a.word(t) == "Lào" || m_a.word(t) == "bạn") ? t + 1 : t;
	if (const auto* named = inside(open + 1) && token(open).is('(') ? m_a.at(open + 1, EntryClass::body) : nullptr;
	    named != nullptr && lex().body(named->index).kind == kind && kind != "school")
		return t;
	// "các đồn biên phòng của BĐBP Hà Tĩnh": units without a name take the place of their superior.
	std::optional<std::uint16_t> place;
	const auto stop = qualifier(t, kind, place);
	const bool unit = kind == "border-post" || kind == "border-company";
	const bool again =
	    kind == "school" && (m_a.word(begin) == "nhà" || m_a.word(begin) == "Nhà" || m_a.word(begin) == "trường");
	if (again || (!list && kind == "border-company" && stands_alone(begin, t))) return repeat_body(kind, begin, t);
	if (unit && list && !place && kind == "border-company") {
		// "các đại đội biên phòng (của Bộ CHQS) hai tỉnh bạn", "… phía bạn": of each Lao province the text
		// names.
		for (auto at = t; inside(at) && at < t + 6; ++at) {
			if (token(at).kind == text::TokenKind::punctuation) break;
			const auto* friends = m_a.cue_at(at, Cue::friends);
			if (friends == nullptr && m_a.word(at) != "bạn") continue;
			const auto end_of_group = friends != nullptr ? friends->end : at + 1;
			push_one(begin, end_of_group, std::string(), Naming::incomplete);
			m_pending.push_back({m_out.mentions.size() - 1, std::string(kind), std::string(), Country::la, false, 0});
			m_pending.back().each = true;
			return end_of_group;
		}
	}
	if (const auto end_of_list = listed_units(begin, stop, kind, place); unit && end_of_list > stop) return end_of_list;
	// "các đồn biên phòng trên tuyến đã giúp …": of the province that the text speaks of.
	static constexpr std::array<std::string_view, 6> k_all = {"trên", "trong", "toàn", "thuộc", "trực", "đóng"};
	if (list && !place && kind == "border-post" && inside(t) && base::one_of<k_all>(m_a.word(t))) {
		push_one(begin, t, std::string(), Naming::incomplete);
		m_pending.push_back({m_out.mentions.size() - 1, std::string(kind), std::string(), Country::vn, false, 0});
		return t;
	}
	// "các đồn biên phòng Việt Nam và đại đội biên phòng Lào": of the provinces that the text speaks of.
	std::uint32_t behind = t;
	if (const auto whose = unit ? country_at(t, behind) : std::nullopt;
	    whose && lex().place(*whose).country != Country::other && (list || kind == "border-company")) {
		push_one(begin, behind, std::string(), Naming::incomplete);
		m_pending.push_back(
		    {m_out.mentions.size() - 1, std::string(kind), std::string(), lex().place(*whose).country, false, 0});
		return behind;
	}
	if (unit && place && stop > t && (list || lex().place(*place).code.size() > 2)) {
		push_one(begin, stop, party(*place, kind), Naming::full);
		return stop;
	}
	return t;
}

std::uint32_t PartyNames::read_named(std::uint32_t begin, std::uint32_t t, std::string_view kind, Country country,
                                     bool list) {
	const auto names = names_from(begin, t, kind, list);
	if (names.empty()) return read_unnamed(begin, t, kind, list);
	if (kind == "border-post" || kind == "border-company" || kind == "village" || kind == "district") {
		for (const auto& [from, to] : names)
			m_short.push_back({std::string(kind), std::string(m_a.small_words(from, to)), to - from});
	}
	std::optional<std::uint16_t> place;
	const auto last = kind == "border-company" ? behind_border_words(names.back().second) : names.back().second;
	auto end = qualifier(last, kind, place);
	// "Đồn Biên phòng Cha Lo, Quảng Bình": the bare province in which its gate lies.
	const auto* gate = kind == "border-post" && !place ? m_a.at(names.back().first, EntryClass::gate) : nullptr;
	if (gate != nullptr && inside(end + 1) && token(end).is(',')) {
		std::uint32_t stop = end + 1;
		const auto province = any_province_at(end + 1, stop);
		if (province && *province == lex().gate(gate->index).province && !goes_on_behind(stop)) {
			place = province;
			end = stop;
		}
	}
	// "bản Đen Sa Vẳn và bản Ka Túp 2 (huyện Sê Pôn, tỉnh Savannakhet)": one place for both.
	if (place && lex().place(*place).code.size() > 2 && !m_pending.empty() && !m_out.mentions.empty()) {
		const auto& before = m_pending.back();
		auto& mention = m_out.mentions[before.mention];
		const bool joined = before.mention + 1 == m_out.mentions.size() && mention.begin >= m_sentence.begin &&
		                    mention.end + 1 == begin && (m_a.word(mention.end) == "và" || token(mention.end).is(','));
		// "giữa bản A và bản B (huyện C, Lào)" where A has been placed before.
		if (joined && before.kind == kind && before.slot < mention.parties.size() &&
		    !placed_before(kind, before.name) && country_in_name(kind, before.name) == Country::none) {
			mention.parties[before.slot] = party(*place, kind, before.name);
			m_pending.pop_back();
		}
	}
	if (kind == "district") drop_committees_before(begin);
	std::vector<model::Party> parties;
	parties.resize(names.size());
	push(begin, std::max(end, last), parties, Naming::full);
	const auto index = m_out.mentions.size() - 1;
	for (std::size_t i = 0; i < names.size(); ++i) {
		const auto [from, to] = names[i];
		auto own = place;
		std::optional<std::uint16_t> bracket;
		if (names.size() > 1) skip_bracket(to, &bracket);
		if (bracket) {
			own = bracket;
		} else if (!own || i + 1 < names.size()) {
			// The text has told where it is; a table of gates may know another time.
			// "hai huyện A và B (tỉnh Y, Lào)": the bracket may speak of B alone.
			auto told = told_before(kind, m_a.words(from, to));
			if (!told && own && kind == "district") told = local_place(from, kind);
			if (!told && !own && kind == "district") told = province_told_beside(from, to);
			if (told) own = told;
		}
		if (const auto whole = kind == "school" && !own ? country_of_school(from, to) : std::nullopt; whole) {
			m_out.mentions[index].parties[i] = party(*whole, kind, std::string(m_a.words(from, to)));
			continue;
		}
		if (!own || lex().place(*own).code.size() == 2) {
			if (const auto local = local_place(from, kind)) {
				const auto side = lex().place(*local).country;
				const bool agrees =
				    (!own || lex().place(*own).country == side) && (country == Country::none || country == side);
				if (agrees) own = local;
			}
		}
		auto name = std::string(m_a.words(from, to));
		if (own && lex().place(*own).code.size() > 2) {
			m_out.mentions[index].parties[i] = party(*own, kind, name);
		} else {
			auto side = country;
			if (own) side = lex().place(*own).country;
			m_pending.push_back({index, std::string(kind), std::move(name), side, false, i});
		}
	}
	if (kind == "district" && names.size() > 1) place_alike(index);
	return std::max(end, last);
}

std::optional<std::uint16_t> PartyNames::country_of_school(std::uint32_t begin, std::uint32_t end) const {
	if (begin + 1 >= end) return std::nullopt;
	const auto first = m_a.small(begin);
	const auto second = m_a.small(begin + 1);
	if (!(first == "học" && second == "viện") && !(first == "sĩ" && second == "quan")) return std::nullopt;
	return lex().place_of(m_a.word(end - 1) == "Lào" ? "LA" : "VN");
}

std::uint32_t PartyNames::behind_school_level(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 22> k_levels = {
	    "tiểu", "học", "mầm", "non",  "trung", "cơ",  "sở",  "phổ",  "thông", "dân",  "tộc",
	    "nội",  "trú", "bán", "song", "ngữ",   "đại", "cao", "đẳng", "mẫu",   "giáo", "cấp"};
	auto end = t;
	while (inside(end) && end < t + 9 && !token(end).capital && base::one_of<k_levels>(m_a.word(end))) ++end;
	if (!inside(end) || end == t || !token(end).capital) return t;
	std::uint32_t stop = end;
	return country_at(end, stop) || m_a.at(end, EntryClass::body) != nullptr ? t : end;
}

bool PartyNames::names_small_school(std::uint32_t begin, std::uint32_t t) const {
	if (!inside(t) || (!token(t).capital && behind_school_level(t) == t)) return false;
	if (begin == m_sentence.begin) return true;
	static constexpr std::array<std::string_view, 24> k_before = {
	    "thị", "môi", "chiến", "nông", "hội",  "công", "lâm", "quảng", "hiện", "ngư", "lập",  "đấu",
	    "sa",  "xây", "dựng",  "sửa",  "chữa", "ngôi", "mới", "cấp",   "lại",  "làm", "giao", "thành"};
	return !base::one_of<k_before>(m_a.small(begin - 1));
}

std::uint32_t PartyNames::behind_gate_words(std::uint32_t t) const {
	if (!inside(t + 2) || (m_a.word(t) != "Cửa" && m_a.word(t) != "cửa") || m_a.word(t + 1) != "khẩu") return t;
	auto end = t + 2;
	while (inside(end) && (m_a.word(end) == "quốc" || m_a.word(end) == "Quốc" || m_a.word(end) == "tế" ||
	                       m_a.word(end) == "chính" || m_a.word(end) == "phụ"))
		++end;
	return inside(end) && token(end).capital ? end : t;
}

bool PartyNames::names_crossing(std::uint32_t begin) const {
	if (!token(begin).capital) return false;
	for (auto t = begin; t > m_sentence.begin; --t) {
		const auto word = m_a.word(t - 1);
		if (word == "khẩu" || word == "mở") return true;
		if (!token(t - 1).capital && word != "và" && word != "với" && !token(t - 1).is('-') && !token(t - 1).is(','))
			return false;
	}
	return false;
}

void PartyNames::place_alike(std::size_t index) {
	auto& parties = m_out.mentions[index].parties;
	const auto known = std::find_if(parties.begin(), parties.end(), [](const auto& p) { return !p.empty(); });
	if (known == parties.end()) return;
	const auto place = lex().place_of(place_of(*known));
	if (!place) return;
	std::erase_if(m_pending, [&](const PendingParty& p) {
		if (p.mention != index || p.country != Country::none || p.slot >= parties.size()) return false;
		parties[p.slot] = party(*place, p.kind, p.name);
		return true;
	});
}

std::uint32_t PartyNames::read_office_of_district(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t) {
	const auto stop = name_end(t + 1, m_sentence.end);
	if (stop == t + 1) return stop;
	std::optional<std::uint16_t> place;
	const auto end = qualifier(stop, "district", place);
	if (!place || lex().place(*place).code.size() == 2) {
		if (const auto local = local_place(t + 1, "district")) place = local;
	}
	auto name = std::string(m_a.small_words(begin, stop));
	if (place && lex().place(*place).code.size() > 2) {
		push_one(begin, end, party(*place, body.kind, name), Naming::full);
	} else {
		std::vector<model::Party> parties(1);
		push(begin, end, parties, Naming::full);
		m_pending.push_back({m_out.mentions.size() - 1, std::string(body.kind), std::move(name),
		                     place ? lex().place(*place).country : body.country, false, 0});
	}
	return end;
}

std::uint32_t PartyNames::read_village_police(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t) {
	auto at = t;
	while (inside(at) && at < t + 2 && (m_a.word(at) == "các" || m_a.word(at) == "cụm")) ++at;
	if (!inside(at + 1) || (m_a.word(at) != "bản" && m_a.word(at) != "xã")) return t;
	if (token(at + 1).capital) return read_named(begin, at + 1, body.kind, body.country, at > t);
	for (++at; inside(at) && at < t + 9; ++at) {
		const auto word = m_a.word(at);
		if (token(at).kind != text::TokenKind::word) break;
		if (word != "thuộc" && word != "của" && word != "tại") continue;
		int plural = 0;
		std::vector<std::uint16_t> places;
		const auto name = skip_level(at + 1, plural);
		const auto end = inside(name) ? province_list(name, places) : name;
		if (places.empty()) break;
		std::vector<model::Party> parties;
		for (const auto p : places) parties.push_back(party(p, body.kind));
		push(begin, end, std::move(parties), Naming::full);
		return end;
	}
	return t;
}

std::uint32_t PartyNames::behind_border_words(std::uint32_t t) const {
	if (!inside(t)) return t;
	if (m_a.word(t) == "BP") return t + 1;
	if (inside(t + 1) && (m_a.word(t) == "Biên" || m_a.word(t) == "biên") && m_a.word(t + 1) == "phòng") return t + 2;
	if (inside(t + 3) && m_a.word(t) == "bảo" && m_a.word(t + 2) == "biên") return t + 4;
	return t;
}

}  // namespace bienban::extraction
