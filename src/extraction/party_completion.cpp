#include "extraction/party_completion.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/one_of.hpp"
#include "extraction/person_name.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;

bool says_laos(const Annotated& a, std::uint32_t token) {
	if (a.word(token) != "Lào" || (token > 0 && a.word(token - 1) == "tiếng")) return false;
	return token + 1 >= a.tokens.size() || a.word(token + 1) != "Cai";
}

std::size_t small_count(std::string_view word) {
	static constexpr std::array<std::pair<std::string_view, std::size_t>, 8> k_words = {
	    {{"ba", 3}, {"bốn", 4}, {"năm", 5}, {"sáu", 6}, {"bảy", 7}, {"tám", 8}, {"chín", 9}, {"mười", 10}}};
	if (word.empty()) return 0;
	if (word.front() >= '0' && word.front() <= '9') {
		if (word.size() > 2 || word.back() < '0' || word.back() > '9') return 0;
		std::size_t value = 0;
		for (const char c : word) value = value * 10 + static_cast<std::size_t>(c - '0');
		return value >= 3 ? value : 0;
	}
	// The first letters of the words above, in either case.
	static constexpr base::FirstBytes k_first("bBnNsStTcCmM");
	if (!k_first.begin(word)) return 0;
	const auto lower = text::lower(word);
	for (const auto& [name, value] : k_words) {
		if (lower == name) return value;
	}
	return 0;
}

bool is_vietnamese_college(std::string_view name) {
	static constexpr std::array<std::string_view, 4> k_levels = {"đại học ", "cao đẳng ", "học viện ", "trung cấp "};
	const auto lower = text::lower(name);
	if (lower.ends_with(" lào") ||
	    std::none_of(k_levels.begin(), k_levels.end(), [&](auto level) { return lower.starts_with(level); }))
		return false;
	for (std::size_t begin = 0; begin < name.size();) {
		const auto end = std::min(name.find(' ', begin), name.size());
		if (!is_vietnamese_syllable(name.substr(begin, end - begin))) return false;
		begin = end + 1;
	}
	return true;
}

Country country_in_name(std::string_view kind, std::string_view name) {
	if (kind != "company" && kind != "school") return Country::none;
	const auto lower = text::lower(name);
	const bool lao = (" " + lower + " ").find(" lào ") != std::string::npos;
	// "Công ty Cao su Việt - Lào", "Trường Hữu nghị Lào - Việt": of both; "Trường Tiểu học Lào Cai" of neither.
	if (lao && (lower.find("việt") != std::string::npos || lower.find("lào cai") != std::string::npos))
		return Country::none;
	if (lao) return Country::la;
	return lower.ends_with(" việt nam") ? Country::vn : Country::none;
}

model::Party make_party(const lexicon::Place& place, std::string_view kind, std::string_view name) {
	std::string p;
	p.reserve(place.code.size() + kind.size() + name.size() + 2);
	p += place.code;
	p += '/';
	p += kind;
	if (!name.empty()) {
		p += '/';
		p += text::lower(name);
	}
	return p;
}

model::Party PartyCompletion::make(std::uint16_t place, std::string_view kind, std::string_view name) const {
	return make_party(lex().place(place), kind, name);
}

void PartyCompletion::complete(const std::vector<PendingParty>& pending, const std::vector<std::size_t>& central) {
	// A name in the headline is known by the sentence that says where it is: those of which nothing tells come last.
	std::vector<PendingParty> unknown;
	for (const auto& p : pending) fill(p, central, &unknown);
	for (const auto& p : unknown) fill(p, central, nullptr);
	call_towns_districts();
	call_unions_alike();
	call_departments_alike();
	call_customs_alike();
	place_villages_alike();
	place_friends();
	std::erase_if(m_out.mentions, [](const PartyMention& m) { return m.parties.empty(); });
	for (auto& m : m_out.mentions) std::erase_if(m.parties, [](const model::Party& p) { return p.empty(); });
}

void PartyCompletion::fill(const PendingParty& p, const std::vector<std::size_t>& central,
                           std::vector<PendingParty>* unknown) {
	auto& mention = m_out.mentions[p.mention];
	if (std::find(central.begin(), central.end(), p.mention) != central.end()) {
		const auto own = make(*lex().place_of("VN"), p.kind, p.name);
		const auto theirs = make(*lex().place_of("LA"), p.kind, p.name);
		const auto named = [&](const model::Party& body) {
			return std::any_of(m_out.mentions.begin(), m_out.mentions.end(),
			                   [&](const PartyMention& m) { return m.parties.size() == 1 && m.parties[0] == body; });
		};
		// "… cho công dân Lào; Bộ GD&ĐT cử 34 giáo viên sang Lào" where that ministry has been told as Viet Nam's own.
		const bool known = !p.name.empty() && named(own) && !named(theirs);
		mention.parties = {side_of(mention) == Country::la && !known ? theirs : own};
		return;
	}
	if (p.both) {
		mention.parties.clear();
		// "công an hai tỉnh bạn": two of the other side, which the text has named.
		if (mention.end < m_a.tokens.size() && (m_a.word(mention.end) == "bạn" || says_laos(m_a, mention.end))) {
			std::vector<model::Party> friends;
			for (const auto& m : m_out.mentions) {
				for (const auto& known : m.parties) {
					if (known.empty() || kind_of(known) != p.kind || country_of(known) != Country::la ||
					    place_of(known).size() == 2)
						continue;
					if (std::find(friends.begin(), friends.end(), known) == friends.end()) friends.push_back(known);
				}
			}
			if (friends.size() == 2) {
				mention.parties = std::move(friends);
				return;
			}
			if (auto listed = bodies_of_listed(mention, p, 2, Country::la); !listed.empty()) {
				mention.parties = std::move(listed);
				return;
			}
		}
		if (m_out.home) mention.parties.push_back(make(*m_out.home, p.kind, p.name));
		if (m_out.abroad) mention.parties.push_back(make(*m_out.abroad, p.kind, p.name));
		return;
	}
	if (p.each) {
		one_for_each(mention, p);
		return;
	}
	// "Sở Y tế tỉnh bạn" beside a Sở Y tế of one's own.
	const bool friends = mention.end < m_a.tokens.size() && m_a.word(mention.end) == "bạn";
	if (auto known = known_by_name(p); known && !(friends && country_of(*known) == Country::vn)) {
		if (p.slot < mention.parties.size()) mention.parties[p.slot] = std::move(*known);
		return;
	}
	if (auto counted = group_of_count(mention, p); !counted.empty()) {
		// Now these bodies are named, for "Hội LHPN 4 tỉnh" of both countries.
		if (p.counted) mention.naming = Naming::full;
		mention.parties = std::move(counted);
		return;
	}
	if (p.counted) {
		mention.parties = {make(*lex().place_of("LA"), p.kind == "province" ? "state" : p.kind, p.name)};
		return;
	}
	if (const auto own = place_of_post(p)) {
		if (p.slot < mention.parties.size()) mention.parties[p.slot] = make(*own, p.kind, p.name);
		return;
	}
	if (const auto next = place_of_next(mention, p)) {
		if (p.slot < mention.parties.size()) mention.parties[p.slot] = make(*next, p.kind, p.name);
		return;
	}
	if (const auto* group = earlier_group(mention, p)) {
		mention.parties = *group;
		return;
	}
	if (p.kind == "border-guard" && p.name.empty() && central_guard(mention)) return;
	// "Chủ tịch Mặt trận Lào xây dựng đất nước" as the guest of the front of Viet Nam.
	if (p.kind == "fatherland-front" && p.country == Country::la && m_a.word(mention.end - 1) == "nước" &&
	    std::any_of(m_out.mentions.begin(), m_out.mentions.end(), [](const PartyMention& m) {
		    return m.parties.size() == 1 && m.parties[0] == "VN/fatherland-front";
	    })) {
		mention.parties = {"LA/fatherland-front"};
		return;
	}
	if (const auto own = place_in_name(mention, p)) {
		if (p.slot < mention.parties.size()) mention.parties[p.slot] = make(*own, p.kind, p.name);
		return;
	}
	if (part_from_lao_firm(mention, p, unknown)) return;
	if (const auto country = country_in_name(p.kind, p.name);
	    country != Country::none && p.slot < mention.parties.size()) {
		mention.parties[p.slot] = make(*lex().place_of(country == Country::la ? "LA" : "VN"), p.kind, p.name);
		return;
	}
	auto side = p.country;
	// "bản A (xã B)": communes are Vietnamese.
	if (side == Country::none && p.kind == "village" && in_commune(mention)) side = Country::vn;
	if (side == Country::none && friends) side = Country::la;
	// "Bệnh viện Trung ương Quân đội 108", "Trung tâm Khuyến nông Quốc gia": of a whole country.
	if (side == Country::none && p.kind == "agency" && !p.name.empty() && unknown != nullptr &&
	    serves_a_country(p.name) && p.slot < mention.parties.size()) {
		mention.parties[p.slot] = make(*lex().place_of("VN"), p.kind, p.name);
		return;
	}
	if (side == Country::none && p.kind == "school" && is_vietnamese_college(p.name)) side = Country::vn;
	// "Tổng công ty A": so Viet Nam calls those of the state.
	if (side == Country::none && p.kind == "company" && m_a.small(mention.begin) == "tổng") side = Country::vn;
	// "Đoàn Thanh niên Nhân dân Cách mạng Lào".
	if (side == Country::none && p.name.empty() && says_laos(m_a, mention.end - 1)) side = Country::la;
	// Groups of villages are Lao, communes are Vietnamese.
	if (side == Country::none && p.kind == "village" && mention.begin > 0 && in_group_of_villages(mention))
		side = Country::la;
	if (side == Country::none && p.kind == "commune") side = Country::vn;
	// "Nhân dịp Tết của Lào, các đơn vị BĐBP cũng …": so the Vietnamese call their own.
	if (side == Country::none && p.kind == "border-guard") {
		for (auto t = mention.begin; t < mention.end; ++t) {
			if (m_a.word(t) == "BĐBP" || (m_a.word(t) == "đội" && t > mention.begin && m_a.word(t - 1) == "Bộ"))
				side = Country::vn;
		}
	}
	if (unknown != nullptr) {
		if (side == Country::none && p.kind == "school") side = side_where_given(mention);
		if (side == Country::none && p.kind == "school" && takes_in_students(mention)) side = Country::vn;
		if (side == Country::none && p.kind == "village") side = side_twinned(mention);
		if (side == Country::none) side = side_of(mention);
		if (side == Country::none && p.kind == "village" && among_friends(mention)) side = Country::la;
		if (side == Country::none && !p.name.empty()) side = side_across(mention);
		if (side == Country::none && !p.name.empty()) side = side_joined(mention, p.kind);
		if (side == Country::none && !p.name.empty()) side = side_around(mention);
		if (side == Country::none && !p.name.empty()) side = side_of_scene(mention, p.kind);
	}
	if (side == Country::none && unknown != nullptr && !p.name.empty()) {
		unknown->push_back(p);
		return;
	}
	if (side == Country::none) side = Country::vn;
	const bool firm = !p.name.empty() && (p.kind == "company" || p.kind == "school");
	if (firm && side == Country::vn && nation_acts() && p.slot < mention.parties.size()) {
		mention.parties[p.slot] = make(*lex().place_of("VN"), p.kind, p.name);
		return;
	}
	// "Đoàn Thanh niên Nhân dân Cách mạng Lào" where no province of Viet Nam is named: the whole union.
	const bool whole = side == Country::la && !m_out.home && (p.kind == "youth-union" || p.kind == "women-union");
	const auto nearest = whole ? lex().place_of("LA") : nearest_place(mention, side);
	const auto place = nearest               ? *nearest
	                   : side == Country::la ? m_out.abroad.value_or(*lex().place_of("LA"))
	                                         : m_out.home.value_or(*lex().place_of("VN"));
	auto filled = make(place, p.kind, p.name);
	if (p.slot < mention.parties.size()) mention.parties[p.slot] = std::move(filled);
}

/// "bản A (xã B)", "bản A, xã B", within the mention or right behind it.
bool PartyCompletion::in_commune(const PartyMention& mention) const {
	for (auto t = mention.begin + 1; t <= mention.end && t + 1 < m_a.tokens.size(); ++t) {
		if (!m_a.tokens[t].is('(') && !m_a.tokens[t].is(',')) continue;
		return m_a.word(t + 1) == "xã" || m_a.word(t + 1) == "phường";
	}
	return false;
}

/// "dân xã Ba Tầng" beside "Đồn Biên phòng Ba Tầng": the commune that gave the post its name.
std::optional<std::uint16_t> PartyCompletion::place_of_post(const PendingParty& p) const {
	if (p.kind != "commune" || p.name.empty() || p.country != Country::none) return std::nullopt;
	const auto tail = "/border-post/" + text::lower(p.name);
	for (const auto& m : m_out.mentions) {
		for (const auto& known : m.parties) {
			if (known.ends_with(tail) && place_of(known).size() > 2) return lex().place_of(place_of(known));
		}
	}
	return std::nullopt;
}

/// "tặng quà Bộ CHQS tỉnh, Công an tỉnh A": both are of the province that the last of them names.
std::optional<std::uint16_t> PartyCompletion::place_of_next(const PartyMention& mention, const PendingParty& p) const {
	static constexpr std::array<std::string_view, 5> k_kinds = {"military-command", "police", "fatherland-front",
	                                                            "youth-union", "women-union"};
	static constexpr std::array<std::string_view, 8> k_to = {"cho",  "tặng", "thăm", "giúp",
	                                                         "mừng", "tới",  "quà",  "Tết"};
	const auto end = mention.end;
	if (!p.name.empty() || !base::one_of<k_kinds>(std::string_view(p.kind)) || end + 1 >= m_a.tokens.size() ||
	    m_a.word(end - 1) != "tỉnh" || (!m_a.tokens[end].is(',') && m_a.word(end) != "và"))
		return std::nullopt;
	bool given = false;
	for (std::uint32_t back = 1; back <= 4 && mention.begin >= back && !given; ++back) {
		if (m_a.tokens[mention.begin - back].kind != text::TokenKind::word) break;
		given = base::one_of<k_to>(m_a.word(mention.begin - back));
	}
	if (!given) return std::nullopt;
	for (const auto& m : m_out.mentions) {
		if (m.begin != end + 1 || m.parties.size() != 1 || m.parties[0].empty()) continue;
		if (m.naming != Naming::full || kind_of(m.parties[0]) == p.kind || country_of(m.parties[0]) != Country::la ||
		    place_of(m.parties[0]).size() == 2)
			return std::nullopt;
		return lex().place_of(place_of(m.parties[0]));
	}
	return std::nullopt;
}

std::optional<std::uint16_t> PartyCompletion::place_in_name(const PartyMention& mention, const PendingParty& p) const {
	if (p.name.empty() || p.country != Country::none || (p.kind != "school" && p.kind != "agency")) return std::nullopt;
	std::optional<std::uint16_t> found;
	for (const auto& place : m_out.places) {
		if (place.begin < mention.begin || place.end > mention.end || lex().place(place.place).code.size() == 2)
			continue;
		// The Lao town Cay-xỏn Phôm-vi-hản bears a man's name, as schools do.
		if (!place.named && lex().place(place.place).country == Country::la) continue;
		if (found && *found != place.place) return std::nullopt;
		found = place.place;
	}
	return found;
}

void PartyCompletion::call_towns_districts() {
	// "đến thị trấn Quan Sơn": the seat of the district, which the guests visit.
	for (auto& m : m_out.mentions) {
		if (m.parties.size() != 1 || kind_of(m.parties[0]) != "commune" || m_a.small(m.begin) != "thị") continue;
		auto district = m.parties[0];
		district.replace(place_of(district).size() + 1, std::string_view("commune").size(), "district");
		if (std::any_of(m_out.mentions.begin(), m_out.mentions.end(), [&](const PartyMention& other) {
			    return std::find(other.parties.begin(), other.parties.end(), district) != other.parties.end();
		    }))
			m.parties[0] = std::move(district);
	}
}

void PartyCompletion::call_unions_alike() {
	constexpr std::string_view k_short = "/agency/công đoàn";
	for (auto& m : m_out.mentions) {
		for (auto& p : m.parties) {
			if (!p.ends_with(k_short)) continue;
			const auto place = p.substr(0, p.size() - k_short.size());
			for (const auto& other : m_out.mentions) {
				for (const auto& full : other.parties) {
					if (full == place + "/agency/liên đoàn lao động" || full == place + "/agency/liên hiệp công đoàn") {
						p = full;
						break;
					}
				}
			}
		}
	}
}

void PartyCompletion::call_departments_alike() {
	// "Sở Giáo dục Xê Kông" of a headline is the "Sở Giáo dục và Thể thao Xê Kông" of the text.
	constexpr std::string_view k_kind = "/agency/sở ";
	for (auto& m : m_out.mentions) {
		for (auto& p : m.parties) {
			if (p.find(k_kind) == std::string::npos) continue;
			const model::Party* whole = nullptr;
			for (const auto& other : m_out.mentions) {
				for (const auto& full : other.parties) {
					if (full.size() <= p.size() || !full.starts_with(p) || full[p.size()] != ' ') continue;
					// Two longer names: which of them is meant cannot be known.
					if (whole != nullptr && *whole != full) return;
					whole = &full;
				}
			}
			if (whole != nullptr) p = model::Party(*whole);
		}
	}
}

void PartyCompletion::place_villages_alike() {
	for (auto& m : m_out.mentions) {
		if (m.parties.size() < 2) continue;
		const auto& last = m.parties.back();
		const bool villages = std::all_of(m.parties.begin(), m.parties.end(),
		                                  [](const auto& p) { return !p.empty() && kind_of(p) == "village"; });
		const bool mixed = villages && std::any_of(m.parties.begin(), m.parties.end(),
		                                           [&](const auto& p) { return country_of(p) != country_of(last); });
		// "giữa hai bản A - B": one of each side.
		bool pair = m.begin > 0 && m_a.small(m.begin - 1) == "hai";
		for (auto t = m.begin; t < m.end; ++t) pair = pair || m_a.tokens[t].is('-') || m_a.word(t) == "hai";
		if (!mixed || pair) continue;
		const auto place = std::string(place_of(last));
		for (auto& p : m.parties) p.replace(0, place_of(p).size(), place);
	}
}

void PartyCompletion::place_friends() {
	static constexpr std::array<std::string_view, 2> k_kinds = {"police", "border-guard"};
	std::vector<std::uint16_t> provinces;
	for (const auto& place : m_out.places) {
		const auto& known = lex().place(place.place);
		if (place.named && known.country == Country::la && known.code.size() > 2 &&
		    std::find(provinces.begin(), provinces.end(), place.place) == provinces.end())
			provinces.push_back(place.place);
	}
	const auto has_provincial = [&](std::string_view kind) {
		return std::any_of(m_out.mentions.begin(), m_out.mentions.end(), [&](const PartyMention& m) {
			return m.parties.size() == 1 && kind_of(m.parties[0]) == kind && country_of(m.parties[0]) == Country::vn &&
			       place_of(m.parties[0]).size() > 2;
		});
	};
	for (auto& m : m_out.mentions) {
		if (m.parties.size() != 1 || m.role == Role::in_title || country_of(m.parties[0]) != Country::la ||
		    place_of(m.parties[0]).size() != 2 || !base::one_of<k_kinds>(kind_of(m.parties[0])))
			continue;
		const auto kind = std::string(kind_of(m.parties[0]));
		bool friends = false;
		const auto limit = std::min<std::uint32_t>(m.end + 3, static_cast<std::uint32_t>(m_a.tokens.size()));
		for (auto t = m.begin; t < limit; ++t) friends = friends || m_a.word(t) == "bạn";
		if (!friends || !has_provincial(kind)) continue;
		std::optional<std::uint16_t> place;
		if (provinces.size() == 1) place = provinces.front();
		for (auto t = m.end; !place && t < limit; ++t) {
			if (m_a.word(t) != "tại" && m_a.word(t) != "ở" && m_a.word(t) != "thuộc") continue;
			const auto stop = m_a.sentences[m_a.sentence_of[t]].end;
			for (const auto& p : m_out.places) {
				if (p.begin <= t || p.begin >= stop || p.begin > t + 14) continue;
				if (lex().place(p.place).country == Country::la) place = p.place;
				break;
			}
		}
		if (place) m.parties[0] = make(*place, kind, {});
	}
}

void PartyCompletion::call_customs_alike() {
	static constexpr std::array<std::string_view, 2> k_names = {"/agency/hải quan", "/agency/cục hải quan"};
	std::map<std::string, model::Party> first;  // by place
	const auto headline = [&](const PartyMention& m) {
		return m_a.block_kind(m_a.sentences[m_a.sentence_of[m.begin]]) == model::BlockKind::headline;
	};
	for (const bool headlines : {false, true}) {
		for (auto& m : m_out.mentions) {
			if (headline(m) != headlines) continue;
			for (auto& p : m.parties) {
				if (std::none_of(k_names.begin(), k_names.end(), [&](auto name) { return p.ends_with(name); }))
					continue;
				p = first.try_emplace(std::string(place_of(p)), p).first->second;
			}
		}
	}
}

std::optional<model::Party> PartyCompletion::known_by_name(const PendingParty& p) const {
	if (p.name.empty()) return std::nullopt;
	const auto tail = "/" + p.kind + "/" + text::lower(p.name);
	for (const auto& m : m_out.mentions) {
		for (const auto& known : m.parties) {
			if (known.size() > tail.size() && known.ends_with(tail)) return known;
		}
	}
	if (p.kind != "agency" || p.mention >= m_out.mentions.size()) return std::nullopt;
	// "Chi cục Hải quan cửa khẩu A … . Chi cục Hải quan tặng …": called by the first words of its name.
	const auto head = tail + " ";
	for (const auto& m : m_out.mentions) {
		if (m.begin >= m_out.mentions[p.mention].begin) break;
		if (m.naming != Naming::full) continue;
		for (const auto& known : m.parties) {
			if (known.find(head) != std::string::npos) return known;
		}
	}
	return std::nullopt;
}

std::vector<model::Party> PartyCompletion::group_of_count(const PartyMention& mention, const PendingParty& p) const {
	std::size_t count = 0;
	for (auto t = mention.begin; t < mention.end && count == 0; ++t) count = small_count(m_a.word(t));
	if (count < 3) return {};
	// "Công an bốn tỉnh của Lào": whose they are may stand behind.
	auto side = Country::none;
	for (auto t = mention.end; t < mention.end + 3 && t < m_a.tokens.size(); ++t) {
		if (says_laos(m_a, t) || m_a.word(t) == "bạn") side = Country::la;
	}
	bool of_provinces = false;
	for (auto t = mention.begin; t < mention.end; ++t) of_provinces = of_provinces || m_a.word(t) == "tỉnh";
	std::vector<model::Party> all;
	for (const auto& m : m_out.mentions) {
		if (m.parties.empty() || m.parties[0].empty() || kind_of(m.parties[0]) != p.kind || &m == &mention) continue;
		// "Hội phụ nữ ba tỉnh" beside "Hội phụ nữ huyện A": that of a district is none of them.
		if (of_provinces && p.name.empty() && std::count(m.parties[0].begin(), m.parties[0].end(), '/') > 1) continue;
		if (m.naming != Naming::full) continue;
		if (side != Country::none && country_of(m.parties[0]) != side) continue;
		if (m.parties.size() == count) return m.parties;
		for (const auto& known : m.parties) {
			if (std::find(all.begin(), all.end(), known) == all.end()) all.push_back(known);
		}
	}
	if (all.size() == count) return all;
	// "Bộ CHQS ba tỉnh bạn" of a text that has named three provinces, and no command of theirs.
	return bodies_of_listed(mention, p, count, side);
}

std::vector<model::Party> PartyCompletion::bodies_of_listed(const PartyMention& mention, const PendingParty& p,
                                                            std::size_t count, Country side) const {
	bool of_provinces = false;
	for (auto t = mention.begin; t < mention.end && t < m_a.tokens.size(); ++t)
		of_provinces = of_provinces || m_a.word(t) == "tỉnh";
	if (!of_provinces || (p.kind == "province" && !p.counted)) return {};
	std::vector<model::Party> listed;
	for (const auto& m : m_out.mentions) {
		// "Sở Y tế bốn tỉnh …. Bốn tỉnh ấy là A, B, C, D": the list may stand behind.
		if (m.begin >= mention.begin && !listed.empty()) break;
		// "quan hệ giữa tỉnh A với các tỉnh B, C, D": those of the side that is meant.
		auto provinces = m.parties;
		std::erase_if(provinces, [&](const model::Party& known) {
			return side != Country::none && !known.empty() && country_of(known) != side;
		});
		if (provinces.size() != count || provinces[0].empty()) continue;
		const auto country = country_of(provinces[0]);
		const bool alike = std::all_of(provinces.begin(), provinces.end(), [&](const model::Party& known) {
			return !known.empty() && kind_of(known) == "province" && country_of(known) == country;
		});
		if (alike) listed = std::move(provinces);
	}
	// "tỉnh A 124 em, B 98 em, C 90 em": told apart, and as many as are counted. A tour of "ba tỉnh" is no body.
	const bool acts = p.kind != "province" || (mention.begin > 0 && m_a.word(mention.begin - 1) == "quyền");
	if (listed.empty() && p.counted && acts) {
		for (const auto& m : m_out.mentions) {
			for (const auto& known : m.parties) {
				if (!known.empty() && kind_of(known) == "province" && country_of(known) == Country::la &&
				    std::find(listed.begin(), listed.end(), known) == listed.end())
					listed.push_back(known);
			}
		}
		if (listed.size() != count) listed.clear();
	}
	std::vector<model::Party> out;
	for (const auto& province : listed) {
		if (const auto place = lex().place_of(place_of(province))) out.push_back(make(*place, p.kind, p.name));
	}
	return out;
}

const std::vector<model::Party>* PartyCompletion::earlier_group(const PartyMention& mention,
                                                                const PendingParty& p) const {
	if (mention.end >= m_a.tokens.size() || m_a.word(mention.end) != "bạn") return nullptr;
	const std::vector<model::Party>* found = nullptr;
	for (const auto& m : m_out.mentions) {
		if (m.begin >= mention.begin) break;
		if (m.parties.empty() || m.parties[0].empty() || kind_of(m.parties[0]) != p.kind ||
		    country_of(m.parties[0]) != Country::la)
			continue;
		if (found == nullptr || m.parties.size() >= found->size()) found = &m.parties;
	}
	return found;
}

void PartyCompletion::one_for_each(PartyMention& mention, const PendingParty& p) const {
	std::vector<std::uint16_t> places;
	const auto add = [&](std::uint16_t place) {
		const auto& known = lex().place(place);
		if (known.country == Country::la && known.code.size() > 2 &&
		    std::find(places.begin(), places.end(), place) == places.end())
			places.push_back(place);
	};
	for (const auto& place : m_out.places) {
		if (place.begin < mention.begin && place.named) add(place.place);
	}
	if (places.empty() && m_out.abroad) add(*m_out.abroad);
	mention.parties.clear();
	for (const auto place : places) mention.parties.push_back(make(place, p.kind, p.name));
}

bool PartyCompletion::central_guard(PartyMention& mention) {
	const auto next = mention.end < m_a.tokens.size() ? m_a.word(mention.end) : text::Word{};
	const auto after = mention.end + 1 < m_a.tokens.size() ? m_a.word(mention.end + 1) : text::Word{};
	if ((next == "hai" || next == "2") && after == "nước") {
		mention.parties = {"VN/border-guard", "LA/border-guard"};
		return true;
	}
	if (m_a.word(mention.end - 1) == "tỉnh") return false;
	const std::string country = side_of(mention) == Country::la ? "LA" : "VN";
	bool central = false;
	for (const auto& m : m_out.mentions) {
		for (const auto& known : m.parties) {
			if (known == country + "/border-guard") central = true;
			if (known.starts_with(country + "-") && kind_of(known) == "border-guard") return false;
		}
	}
	if (central) mention.parties = {country + "/border-guard"};
	return central;
}

bool PartyCompletion::in_group_of_villages(const PartyMention& mention) const {
	return m_a.small(mention.begin) == "cụm" || m_a.small(mention.begin - 1) == "cụm";
}

bool PartyCompletion::part_from_lao_firm(PartyMention& mention, const PendingParty& p,
                                         std::vector<PendingParty>* unknown) {
	if (p.kind != "company" || p.slot >= mention.parties.size()) return false;
	constexpr std::string_view k_and = " và ";
	const auto joint = p.name.find(k_and);
	auto theirs = p;
	theirs.name.erase(0, joint == std::string::npos ? p.name.size() : joint + k_and.size());
	if (country_in_name(theirs.kind, theirs.name) != Country::la) return false;
	auto own = p;
	own.name.erase(joint);
	fill(own, {}, unknown);
	mention.parties.insert(mention.parties.begin() + static_cast<std::ptrdiff_t>(p.slot) + 1,
	                       make(*lex().place_of("LA"), theirs.kind, theirs.name));
	return true;
}

bool PartyCompletion::nation_acts() const {
	static constexpr std::array<std::string_view, 3> k_loose = {"state", "government", "party-committee"};
	for (const auto& m : m_out.mentions) {
		if (m.parties.size() != 1 || m.parties[0].empty() || m.role == Role::in_title ||
		    country_of(m.parties[0]) != Country::vn || base::one_of<k_loose>(kind_of(m.parties[0])) ||
		    m_a.block_kind(m_a.sentences[m_a.sentence_of[m.begin]]) == model::BlockKind::headline)
			continue;
		return place_of(m.parties[0]).size() == 2;
	}
	return false;
}

bool PartyCompletion::serves_a_country(std::string_view name) {
	const auto lower = text::lower(name);
	return lower.find("trung ương") != std::string::npos || lower.ends_with("quốc gia");
}

std::optional<std::uint16_t> PartyCompletion::nearest_place(const PartyMention& mention, Country side) const {
	std::optional<std::uint16_t> found;
	// "BĐBP thành phố": of the one city on a level with provinces that the text names.
	if (mention.end >= 2 && m_a.word(mention.end - 1) == "phố" && m_a.word(mention.end - 2) == "thành") {
		for (const auto& p : m_out.places) {
			if (p.begin >= mention.begin && found) break;
			const auto& place = lex().place(p.place);
			static constexpr std::array<std::string_view, 6> k_cities = {"VN-HN", "VN-SG", "VN-DN",
			                                                             "VN-HP", "VN-CT", "VN-26"};
			if (place.country == side && std::find(k_cities.begin(), k_cities.end(), place.code) != k_cities.end())
				found = p.place;
		}
		if (found) return found;
	}
	std::uint32_t from = 0;
	for (const auto& sentence : m_a.sentences) {
		if (sentence.begin <= mention.begin && mention.begin < sentence.end) from = sentence.begin;
	}
	for (const auto& p : m_out.places) {
		if (p.begin >= mention.begin) break;
		if (p.begin >= from && lex().place(p.place).country == side) found = p.place;
	}
	return found;
}

}  // namespace bienban::extraction
