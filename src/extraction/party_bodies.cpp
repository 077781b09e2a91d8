#include "extraction/party_bodies.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;
using lexicon::Level;
using lexicon::Match;

bool PartyBodies::says_several(std::string_view word) {
	// small_count() begins with three.
	static constexpr std::array<std::string_view, 10> k_words = {"các", "Các", "những", "Những", "cặp",
	                                                             "Cặp", "hai", "Hai",   "2",     "02"};
	return base::one_of<k_words>(word) || small_count(word) != 0;
}

void PartyBodies::keep_abbreviation(const Match& m) {
	const auto t = m.end;
	if (!inside(t + 2) || !token(t).is('(') || !token(t + 2).is(')') || !token(t + 1).all_capital) return;
	const auto word = m_a.word(t + 1);
	if (word.size() >= 3 && m_a.at(t + 1, EntryClass::body) == nullptr) m_abbreviations.try_emplace(word, m.index);
}

std::uint32_t PartyBodies::read_abbreviation(std::uint32_t t) {
	if (m_abbreviations.empty() || !token(t).all_capital) return t;
	const auto known = m_abbreviations.find(m_a.word(t));
	if (known == m_abbreviations.end()) return t;
	auto match = Match{};
	match.begin = t;
	match.end = t + 1;
	match.cls = EntryClass::body;
	match.index = known->second;
	return read_body(match);
}

std::uint32_t PartyBodies::read_body(const Match& m) {
	keep_abbreviation(m);
	const auto& body = lex().body(m.index);
	const auto begin = m.begin;
	auto t = m.end;
	// "Buôn Ma Thuột": a town.
	if (const auto* seat = m_a.at(begin, EntryClass::seat); seat != nullptr && seat->end > m.end) return seat->end;
	// "các thôn, bản Hướng Hóa, Sê Pôn": villages of these districts.
	if (body.kind == "village" && begin > m_sentence.begin + 1 && inside(t) && m_a.small(begin - 2) == "thôn" &&
	    token(begin - 1).kind == text::TokenKind::punctuation && m_a.at(t, EntryClass::district) != nullptr)
		return t;
	// "nông thôn Đắk Lắk", "văn bản", "cơ bản": syllables of other words.
	if ((body.kind == "village" || body.kind == "commune") && m.size() == 1 && begin > m_sentence.begin) {
		const auto before = m_a.word(begin - 1);
		if (before == "nông" || before == "văn" || before == "biên" || before == "cơ" || before == "xuất" ||
		    before == "Văn" || before == "Biên" || before == "thị" || before == "hợp" || before == "căn")
			return t;
		if (names_crossing(begin)) return name_end(begin, m_sentence.end);
		// "đồn Làng Mô": the name of the post.
		if (token(begin).capital && (before == "đồn" || before == "Đồn")) return name_end(begin, m_sentence.end);
	}
	// "Quốc phòng, an ninh: …", "giữ vững an ninh": the matter, not the body.
	if (body.kind == "police" && m.size() == 2 && m_a.word(begin) == "an" &&
	    !(inside(t) && (m_a.word(t) == "tỉnh" || m_a.word(t) == "huyện" || m_a.word(t) == "hai" ||
	                    m_a.word(t) == "các" || m_a.word(t) == "bạn" || m_a.word(t) == "Lào")))
		return t;
	// "đào tạo cán bộ công đoàn và …": people of that trade.
	if (body.kind == "agency" && !token(begin).capital && begin > m_sentence.begin && inside_cadres(begin - 1) &&
	    !(inside(t) && (token(t).capital || is_level_word(t))))
		return t;
	if (body.kind == "school" && m.size() == 1 && !token(begin).capital && !names_small_school(begin, t)) return t;
	// "dãy Trường Sơn", "Nghĩa trang liệt sĩ Trường Sơn": the mountains.
	if (body.kind == "school" && m.size() == 1 && inside(t) && m_a.word(t) == "Sơn") return t;
	if (body.naming == lexicon::Naming::own && body.kind != "military-region") {
		const auto first = m_a.word(begin);
		bool list = first == "các" || first == "Các";
		if (begin > m_sentence.begin) {
			list = list || says_several(m_a.word(begin - 1));
		}
		// "công an các huyện Minh Hóa, Bố Trạch"; the plural stands inside the entry or behind a province-level
		// word.
		for (auto k = begin; k < t; ++k) list = list || m_a.word(k) == "các" || m_a.word(k) == "hai";
		return read_named(begin, t, body.kind, body.country, list);
	}
	if (body.kind == "police" && inside(t)) {
		// "Công an hai huyện Nậm Pồ, Tuần Giáo", "công an các huyện …".
		auto d = t;
		while (inside(d) && d < t + 2 &&
		       (m_a.word(d) == "các" || m_a.word(d) == "hai" || m_a.word(d) == "ba" || m_a.word(d) == "2" ||
		        m_a.word(d) == "3"))
			++d;
		if (inside(d) && m_a.cue_at(d, Cue::district_word) != nullptr)
			return read_named(begin, d + 1, "police", body.country, true);
		if (const auto end = read_village_police(body, begin, t); end > t) return end;
	}
	if (body.kind == "military-region") {
		if (inside(t) && token(t).kind == text::TokenKind::number) {
			push_one(begin, t + 1, "VN/military-region/" + std::string(m_a.word(t)), Naming::full);
			return t + 1;
		}
		return t;
	}
	std::string own_name = body.name;
	if (body.naming == lexicon::Naming::full) {
		if (of_provinces(m)) {
			own_name = m_a.small_words(begin, t);
		} else if (body.level == Level::local || body.kind == "school") {
			t = std::max(t, long_name_end(begin, m_sentence.end));
			// "Hải quan vùng 4".
			if (inside(t) && token(t).kind == text::TokenKind::number && token(t).end - token(t).begin == 1 &&
			    (m_a.word(t - 1) == "vùng" || m_a.word(t - 1) == "vực"))
				++t;
			return read_institution(body, begin, t);
		}
		if (!of_provinces(m)) {
			// "tặng Sở 2 máy ảnh": the figure counts.
			const bool counts = inside(t) && token(t).kind == text::TokenKind::number;
			if (m.size() == 1 && !counts) t = full_name_end(begin, t);
			if (t == m.end && m.size() == 1) return repeat_body(body.kind, begin, t);
			own_name = m_a.small_words(begin, t);
		}
	}
	if (body.naming == lexicon::Naming::place && body.level != Level::central && inside(t) && singular_district(t)) {
		const bool committee =
		    body.kind == "party-committee" || body.kind == "people-committee" || body.kind == "people-council";
		// "Hội Nông dân huyện Tân Kỳ": what the office is called.
		if (body.kind == "agency") return read_office_of_district(body, begin, t);
		return read_named(begin, t + 1, committee ? std::string_view("district") : std::string_view(body.kind),
		                  body.country, false);
	}
	// "BIDV chi nhánh Đà Nẵng".
	if (body.kind == "company" && inside(t + 2) && m_a.small_words(t, t + 2) == "chi nhánh") {
		std::uint32_t stop = t + 2;
		if (const auto place = any_province_at(t + 2, stop)) {
			push_one(begin, stop, party(*place, body.kind, m_a.small_words(begin, stop)), Naming::full);
			return stop;
		}
	}
	if (const auto end = behind_region(t); body.kind == "agency" && end > t) {
		own_name = (body.name.empty() ? std::string(m_a.small_words(begin, m.end)) : body.name) + " " +
		           std::string(m_a.small_words(t, end));
		t = end;
	}
	if (body.level == Level::central) return read_central(body, begin, t, own_name);
	if (body.kind == "military-unit") {
		// "Binh đoàn 15 30 thùng mì": the second figure counts.
		while (inside(t) &&
		       ((token(t).kind == text::TokenKind::number && token(t - 1).kind != text::TokenKind::number) ||
		        (token(t).capital && !in_name(t) && t < m.end + 3 && m_a.at(t, EntryClass::body) == nullptr)))
			++t;
		return read_unit(begin, t, std::string(m_a.small_words(begin, t)));
	}
	// "Đội Quy tập mộ liệt sĩ Quân khu 2".
	if (body.kind == "military-command" && m_a.word(begin) == "Đội" && inside(t + 2) && m_a.word(t) == "Quân" &&
	    m_a.word(t + 1) == "khu" && token(t + 2).kind == text::TokenKind::number) {
		push_one(begin, t + 3, "VN/military-region/" + std::string(m_a.word(t + 2)), Naming::full);
		return t + 3;
	}
	// "Đội Quy tập hài cốt liệt sĩ (Bộ CHQS tỉnh A)".
	if (body.kind == "military-command" && m_a.word(begin) == "Đội" && inside(t) && token(t).is('(')) {
		std::optional<std::uint16_t> place;
		const auto stop = skip_bracket(t, &place);
		if (place && lex().place(*place).code.size() > 2) {
			push_one(begin, stop, party(*place, body.kind), Naming::full);
			return stop;
		}
	}
	t = skip_bracket(t);
	// "Đoàn Thanh niên hai nước": the two unions as a whole.
	if ((body.kind == "youth-union" || body.kind == "women-union") && inside(t + 1) &&
	    (m_a.word(t) == "hai" || m_a.word(t) == "2") && m_a.word(t + 1) == "nước") {
		push(begin, t + 2, {"VN/" + std::string(body.kind), "LA/" + std::string(body.kind)}, Naming::full);
		return t + 2;
	}
	// "Viện kiểm sát nhân dân (KSND) tối cao".
	if (body.kind == "agency" && inside(t + 1) && m_a.small(t) == "tối" && m_a.word(t + 1) == "cao")
		return read_central(body, begin, t + 2, own_name + " tối cao");
	// "hợp tác giữa Tòa án hai nước", "các Tòa án địa phương", "các cấp Tòa án": the whole branch.
	if (body.kind == "agency") {
		const auto next = inside(t + 1) ? m_a.word(t + 1) : text::Word{};
		const auto word = inside(t) ? m_a.word(t) : text::Word{};
		const auto before = begin > m_sentence.begin ? m_a.word(begin - 1) : text::Word{};
		if (((word == "hai" || word == "2") && next == "nước") || (word == "địa" && next == "phương") ||
		    before == "cấp")
			return t;
	}
	int plural = 0;
	const auto last = m_a.word(t - 1);
	if (last == "tỉnh" && t - 1 > begin && (m_a.word(t - 2) == "hai" || m_a.word(t - 2) == "2")) plural = 2;
	auto name = skip_level(t, plural);
	// "các đơn vị bảo vệ biên giới thuộc hai tỉnh A, B", "… của Lào".
	const bool of = inside(t) && (m_a.word(t) == "thuộc" || (m_a.word(t) == "của" && body.kind == "border-guard"));
	if (name == t && of) {
		const auto behind = skip_level(t + 1, plural);
		std::uint32_t stop = behind;
		if (inside(behind) && ((behind > t + 1 && any_province_at(behind, stop)) || country_at(behind, stop)))
			name = behind;
	}
	std::vector<std::uint16_t> places;
	auto end = inside(name) ? province_list(name, places) : name;
	if (!places.empty()) {
		std::optional<std::uint16_t> ignored;
		const auto stop = skip_bracket(end, &ignored);
		std::vector<model::Party> parties;
		for (const auto p : places) parties.push_back(party(p, body.kind, own_name));
		push(begin, stop, std::move(parties), Naming::full);
		share_backwards(begin, places);
		// "Hội LHPN tỉnh A và 3 tỉnh Bắc Lào": their unions.
		const bool goes_on = inside(stop) && (m_a.word(stop) == "và" || m_a.word(stop) == "với");
		if (const auto last_of_them = goes_on ? counted_across(stop + 1) : 0;
		    last_of_them != 0 && announced_list(last_of_them) == last_of_them)
			return await_counted(stop + 1, last_of_them, body.kind, own_name);
		return stop;
	}
	if (const auto last_of_them = counted_across(t); last_of_them != 0 && announced_list(last_of_them) == last_of_them)
		return await_counted(begin, last_of_them, body.kind, own_name);
	// "giao lưu biên phòng Việt - Lào": of the two sides of the text.
	if (body.kind == "border-guard" && inside(t) && m_a.word(t) == "Việt") {
		const auto dash = inside(t + 1) && m_a.word(t + 1) == "Nam" ? t + 2 : t + 1;
		if (inside(dash + 1) && token(dash).is('-') && says_laos(m_a, dash + 1)) {
			push_one(begin, dash + 2, std::string(), Naming::incomplete);
			m_pending.push_back({m_out.mentions.size() - 1, body.kind, own_name, Country::none, true, 0});
			return dash + 2;
		}
	}
	std::uint32_t stop = name;
	if (inside(name)) {
		if (const auto c = country_at(name, stop); c && lex().place(*c).country != Country::other) {
			push_one(begin, stop, party(*c, body.kind, own_name), Naming::full);
			return stop;
		}
	}
	if (body.kind == "company") return t;
	// "Sở Thương mại tỉnh Vân Nam (Trung Quốc)": of a third country.
	if (inside(name) && token(name).capital) {
		std::optional<std::uint16_t> abroad;
		const auto behind = skip_bracket(name_end(name, m_sentence.end), &abroad);
		if (abroad && lex().place(*abroad).country == Country::other) return behind;
	}
	// "Công an 4 tỉnh Bắc Lào gồm: Luông Nậm Thà, U Đôm Xay …": the list stands behind the count.
	if (plural > 2) {
		if (const auto list = announced_list(name); list > name) {
			end = province_list(list, places);
			if (!places.empty()) {
				std::vector<model::Party> parties;
				for (const auto p : places) parties.push_back(party(p, body.kind, own_name));
				push(begin, end, std::move(parties), Naming::full);
				return end;
			}
		}
	}
	// "Bộ CHQS mỗi tỉnh (bạn)": of each Lao province that the text names.
	if (inside(name + 1) && (m_a.word(name) == "mỗi" || m_a.word(name) == "từng") && m_a.word(name + 1) == "tỉnh") {
		const auto behind = inside(name + 2) && m_a.word(name + 2) == "bạn" ? name + 3 : name + 2;
		push_one(begin, behind, std::string(), Naming::incomplete);
		m_pending.push_back({m_out.mentions.size() - 1, body.kind, own_name, Country::la, false, 0});
		m_pending.back().each = true;
		return behind;
	}
	// "Viện KSND các tỉnh có chung đường biên giới": no body in particular.
	if (plural == 9 && inside(name) &&
	    (m_a.cue_at(name, Cue::length) != nullptr || m_a.word(name) == "biên" || m_a.word(name) == "dọc" ||
	     m_a.word(name) == "trong"))
		return name;
	// "Bộ CHQS tỉnh", "Bộ CHQS hai tỉnh": the context tells.
	push_one(begin, std::max(name, t), std::string(), Naming::incomplete);
	m_pending.push_back({m_out.mentions.size() - 1, body.kind, own_name, body.country, plural == 2, 0});
	return std::max(name, t);
}

std::uint32_t PartyBodies::counted_across(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 4> k_two = {"hai", "Hai", "2", "02"};
	if (!inside(t) || (small_count(m_a.word(t)) == 0 && !base::one_of<k_two>(m_a.word(t)))) return 0;
	return provinces_across(t);
}

std::uint32_t PartyBodies::provinces_across(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 7> k_between = {"Bắc", "Nam", "Trung", "bắc", "của", "nước", "phía"};
	if (!inside(t + 2) || m_a.word(t + 1) != "tỉnh") return 0;
	auto at = t + 2;
	while (inside(at) && at < t + 5 && base::one_of<k_between>(m_a.word(at))) ++at;
	if (!inside(at)) return 0;
	std::uint32_t end = at;
	const auto country = country_at(at, end);
	return country && lex().place(*country).country == Country::la ? end : 0;
}

std::uint32_t PartyBodies::await_counted(std::uint32_t begin, std::uint32_t end, std::string_view kind,
                                         std::string_view name) {
	// The word for the country stays outside: it tells the completion whose provinces are counted.
	push_one(begin, end - 1, std::string(), Naming::incomplete);
	bool several = false;
	for (auto t = begin; t < end; ++t) several = several || small_count(m_a.word(t)) != 0;
	m_pending.push_back({m_out.mentions.size() - 1, std::string(kind), std::string(name), Country::la, !several, 0});
	m_pending.back().counted = several;
	return end;
}

bool PartyBodies::under_region(std::uint32_t t) const {
	if (!inside(t + 1) || (!token(t).is('(') && !token(t).is(',') && m_a.word(t) != "thuộc" && m_a.word(t) != "của"))
		return false;
	const auto* body = m_a.at(t + 1, EntryClass::body);
	return body != nullptr && lex().body(body->index).kind == "military-region";
}

bool PartyBodies::of_provinces(const Match& m) const {
	if (m.size() != 2 || m_a.word(m.begin + 1) != "quan" || !inside(m.end)) return false;
	int plural = 0;
	const auto name = skip_level(m.end, plural);
	std::uint32_t stop = name;
	return inside(name) && any_province_at(name, stop).has_value();
}

std::uint32_t PartyBodies::read_institution(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t) {
	std::optional<std::uint16_t> place;
	std::uint32_t stop = 0;
	// "Hải quan cửa khẩu (quốc tế) Cha Lo": the gate belongs to the name.
	if (m_a.word(t - 1) == "khẩu") {
		auto gate = t;
		while (inside(gate) && (m_a.word(gate) == "quốc" || m_a.word(gate) == "tế")) ++gate;
		if (const auto* known = inside(gate) ? m_a.at(gate, EntryClass::gate) : nullptr; known != nullptr)
			t = known->end;
	}
	for (auto k = begin; k < t && !place; ++k) {
		place = any_province_at(k, stop);
		if (const auto* district = m_a.at(k, EntryClass::district);
		    !place && district != nullptr && k > begin && m_a.word(k - 1) == "huyện")
			place = lex().district(district->index).province;
		if (!place) {
			if (const auto* gate = m_a.at(k, EntryClass::gate)) place = lex().gate(gate->index).province;
		}
	}
	const auto end = qualifier(t, body.kind, place);
	auto name = std::string(m_a.words(begin, t));
	// "Bệnh viện Đa khoa tỉnh Điện Biên": its place tells the province; "Bệnh viện tỉnh Attapeu" has no other name.
	if (body.kind == "agency") {
		for (auto k = begin + 3; k + 1 < t; ++k) {
			std::uint32_t last = 0;
			if (m_a.word(k) == "tỉnh" && any_province_at(k + 1, last) && last == t)
				name = std::string(m_a.words(begin, k));
		}
	}
	if (!place && under_region(t)) {
		// "Bệnh viện Quân y 13 (Quân khu 5)": of the country's army.
		push_one(begin, end, party(*lex().place_of("VN"), body.kind, name), Naming::full);
		return end;
	}
	if (t <= begin + 2 && name == text::lower(name)) return t;
	// "Học viện Tòa án Việt Nam", "Trường Sĩ quan Lục quân 1": of the whole country, wherever it lies.
	if (const auto country = body.kind == "school" ? country_of_school(begin, t) : std::nullopt; country) {
		if (!place || lex().place(*place).code.size() > 2) place = country;
		push_one(begin, end, party(*place, body.kind, name), Naming::full);
		return end;
	}
	push_one(begin, end, std::string(), Naming::full);
	if (place && lex().place(*place).code.size() > 2) {
		m_out.mentions.back().parties[0] = party(*place, body.kind, name);
	} else {
		m_pending.push_back({m_out.mentions.size() - 1, body.kind, std::move(name),
		                     place ? lex().place(*place).country : body.country, false, 0});
	}
	return end;
}

std::uint32_t PartyBodies::read_unit(std::uint32_t begin, std::uint32_t t, const std::string& name) {
	if (t == begin || token(t - 1).kind != text::TokenKind::number) return t;
	const auto* type = m_a.at(begin, EntryClass::body);
	auto country = type != nullptr ? lex().body(type->index).country : Country::none;
	auto end = t;
	if (inside(t) && token(t).is('(')) {
		auto close = t;
		while (inside(close) && close < t + 16 && !token(close).is(')')) {
			std::uint32_t stop = 0;
			if (const auto c = country_at(close, stop)) country = lex().place(*c).country;
			if (const auto* body = m_a.at(close, EntryClass::body);
			    body != nullptr && lex().body(body->index).country != Country::none)
				country = lex().body(body->index).country;
			++close;
		}
		end = close < m_sentence.end ? close + 1 : close;
	} else {
		std::optional<std::uint16_t> place;
		end = qualifier(t, "military-unit", place);
		if (place) country = lex().place(*place).country;
		// "Sư đoàn 4 Quân đội nhân dân Lào".
		if (const auto* army = m_a.at(end, EntryClass::body);
		    army != nullptr && inside(end) && lex().body(army->index).kind == "ministry-of-defence") {
			if (lex().body(army->index).country != Country::none) country = lex().body(army->index).country;
			end = army->end;
		}
	}
	// "Sư đoàn 4 Quân đội nhân dân Lào", and then "Sư đoàn 4".
	for (const auto& known : m_out.mentions) {
		if (country == Country::none && known.parties.size() == 1 && known.parties[0] == "LA/military-unit/" + name)
			country = Country::la;
	}
	if (country == Country::none) {
		push_one(begin, end, std::string(), Naming::incomplete);
		m_pending.push_back({m_out.mentions.size() - 1, "military-unit", name, Country::none, false, 0});
		m_central.push_back(m_out.mentions.size() - 1);
		return end;
	}
	push_one(begin, end, party(*lex().place_of(country == Country::la ? "LA" : "VN"), "military-unit", name),
	         Naming::full);
	return end;
}

void PartyBodies::share_backwards(std::uint32_t begin, const std::vector<std::uint16_t>& places) {
	while (!m_pending.empty()) {
		const auto& p = m_pending.back();
		auto& mention = m_out.mentions[p.mention];
		if (p.mention + 2 != m_out.mentions.size() || p.both || mention.begin < m_sentence.begin) return;
		const auto gap = begin - mention.end;
		const bool joined = gap == 1 && (m_a.word(mention.end) == "và" || token(mention.end).is(','));
		// "Bộ CHQS tỉnh và Bộ CHQS tỉnh Phongsaly" are two provinces' commands: the same kind is not shared.
		if (!joined || m_a.word(mention.end - 1) == "tỉnh" || p.kind == kind_of(m_out.mentions.back().parties[0]))
			return;
		// "Trường Đại học A (Việt Nam) và Bộ CHQS tỉnh B (Lào)": each has its own country.
		if (p.country != Country::none && lex().place(places.front()).country != p.country) return;
		if (p.kind == "school" && lex().place(places.front()).country == Country::la && is_vietnamese_college(p.name))
			return;
		mention.parties.clear();
		for (const auto place : places) mention.parties.push_back(party(place, p.kind, p.name));
		mention.naming = Naming::full;
		begin = mention.begin;
		m_pending.pop_back();
		return;
	}
}

/// "Kiểm toán Nhà nước khu vực II", "… khu vực miền Trung": the end of the part of the country that an office is for.
std::uint32_t PartyBodies::behind_region(std::uint32_t t) const {
	if (!inside(t + 2) || m_a.small(t) != "khu" || m_a.word(t + 1) != "vực") return t;
	const auto word = m_a.word(t + 2);
	const bool roman = std::string_view(word).find_first_not_of("IVX") == std::string_view::npos;
	if (roman || token(t + 2).kind == text::TokenKind::number) return t + 3;
	static constexpr std::array<std::string_view, 3> k_parts = {"Bắc", "Trung", "Nam"};
	if (word == "miền" && inside(t + 3) && base::one_of<k_parts>(m_a.word(t + 3))) return t + 4;
	return t;
}

std::uint32_t PartyBodies::read_central(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t,
                                        const std::string& own_name) {
	std::optional<std::uint16_t> place;
	std::vector<model::Party> parties;
	const auto both = [&](std::uint32_t at) {
		if (!inside(at + 1)) return false;
		const auto word = m_a.word(at);
		return (word == "hai" || word == "2") && m_a.word(at + 1) == "nước";
	};
	// "Chính phủ và nhân dân Lào": the people are no body of their own.
	std::uint32_t behind = t;
	if (inside(t + 3) && m_a.word(t) == "và" && m_a.small_words(t + 1, t + 3) == "nhân dân" &&
	    country_at(t + 3, behind))
		t += 3;
	auto end = t;
	if (both(t)) {
		end = t + 2;
		std::uint32_t stop = end;
		// "hai nước Việt Nam và Lào", "hai nước Việt - Lào".
		for (int i = 0; i < 4 && inside(end); ++i) {
			if (country_at(end, stop)) {
				end = stop;
			} else if (m_a.word(end) == "và" || token(end).is('-') || token(end).is(',')) {
				if (!inside(end + 1) || !country_at(end + 1, stop)) break;
				++end;
			} else {
				break;
			}
		}
		parties = {party(*lex().place_of("VN"), body.kind, own_name),
		           party(*lex().place_of("LA"), body.kind, own_name)};
		push(begin, end, std::move(parties), Naming::full);
		return end;
	}
	// "Bộ Quốc phòng Việt Nam - Lào", "giữa Bộ Tư pháp Việt Nam và Lào": one of each.
	if (const auto stop = body.country == Country::none ? two_countries(t) : t; stop != t) {
		push(begin, stop,
		     {party(*lex().place_of("VN"), body.kind, own_name), party(*lex().place_of("LA"), body.kind, own_name)},
		     Naming::full);
		return stop;
	}
	// "hai Chính phủ", "Ủy ban liên Chính phủ": of both.
	if (begin > m_sentence.begin && body.country == Country::none) {
		const auto lead = m_a.word(begin) == "liên" ? m_a.word(begin) : m_a.word(begin - 1);
		if (lead == "hai" || lead == "2" || lead == "liên" || lead == "Liên") {
			push(begin, t,
			     {party(*lex().place_of("VN"), body.kind, own_name), party(*lex().place_of("LA"), body.kind, own_name)},
			     Naming::full);
			return t;
		}
	}
	t = skip_party_name(t, place);
	end = qualifier(t, body.kind, place);
	if (!place && body.country != Country::none) place = lex().place_of(body.country == Country::vn ? "VN" : "LA");
	if (place) {
		const auto& p = lex().place(*place);
		if (p.country == Country::other) return end;
		const auto* const code = p.country == Country::vn ? "VN" : "LA";
		// A central body keeps its country, whatever province stands behind it.
		push_one(begin, end, party(*lex().place_of(code), body.kind, own_name), Naming::full);
		return end;
	}
	push_one(begin, t, std::string(), Naming::incomplete);
	m_pending.push_back({m_out.mentions.size() - 1, body.kind, own_name, Country::none, false, 0});
	m_central.push_back(m_out.mentions.size() - 1);
	return t;
}

std::uint32_t PartyBodies::two_countries(std::uint32_t t) const {
	std::uint32_t end = t;
	const auto first = country_at(t, end);
	if (!first || !inside(end + 1) || !(m_a.word(end) == "và" || token(end).is('-'))) return t;
	std::uint32_t stop = end + 1;
	const auto second = country_at(end + 1, stop);
	if (!second) return t;
	const auto a = lex().place(*first).country;
	const auto b = lex().place(*second).country;
	return a != b && a != Country::other && b != Country::other ? stop : t;
}

}  // namespace bienban::extraction
