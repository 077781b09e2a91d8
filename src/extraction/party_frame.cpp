#include "extraction/party_frame.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/party_completion.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

namespace {

/// Lao border companies carry the number of their province in the first two digits. From domain facts: 11x Phongsaly,
/// 16x Luang Prabang, 21x Houaphanh, 22x Xieng Khouang, 25x Bolikhamxay, 31x Khammouane, 32x Savannakhet, 51x Saravane,
/// 53x Sekong. Asked only where the text itself does not tell.
std::string_view province_of_company(std::string_view number) {
	if (number.size() != 3) return {};
	static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> k_companies = {{{"11", "LA-PH"},
	                                                                                              {"16", "LA-LP"},
	                                                                                              {"21", "LA-HO"},
	                                                                                              {"22", "LA-XI"},
	                                                                                              {"25", "LA-BL"},
	                                                                                              {"31", "LA-KH"},
	                                                                                              {"32", "LA-SV"},
	                                                                                              {"51", "LA-SL"},
	                                                                                              {"53", "LA-XE"}}};
	for (const auto& [digits, code] : k_companies) {
		if (number.starts_with(digits)) return code;
	}
	return {};
}

bool is_superior(std::string_view kind, std::string_view of) {
	if (kind == of) return false;
	if (of == "border-guard")
		return kind == "ministry-of-defence" || kind == "general-staff" || kind == "military-command";
	if (of == "border-post" || of == "border-company" || of == "border-checkpoint" || of == "military-unit") {
		// Lao companies may stand under the command of their district.
		return kind == "border-guard" || kind == "military-command" || kind == "ministry-of-defence" ||
		       kind == "police" || kind == "general-staff" || kind == "military-region" ||
		       (kind == "district-military" && of == "border-company");
	}
	if (of == "general-staff" || of == "military-region" || of == "military-command")
		return kind == "ministry-of-defence";
	if (of == "district-military") return kind == "military-command";
	return false;
}

}  // namespace

std::uint32_t PartyFrame::skip_level_words(std::uint32_t t, int& plural) const {
	static constexpr std::array<std::string_view, 9> k_words = {"tỉnh", "Tỉnh", "thành", "phố",  "TP",
	                                                            "đô",   "Thủ",  "thủ",   "Thành"};
	while (inside(t)) {
		const auto word = m_a.word(t);
		if (!may_be_level(word)) break;
		if (base::one_of<k_words>(word)) {
			++t;
		} else if (word == "các" || word == "những") {
			plural = 9;
			++t;
		} else if ((word == "hai" || word == "2" || word == "02") && inside(t + 1) &&
		           (m_a.word(t + 1) == "tỉnh" || m_a.word(t + 1) == "nước" || m_a.word(t + 1) == "bên" ||
		            m_a.word(t + 1) == "địa")) {
			plural = 2;
			++t;
		} else if ((word == "ba" || word == "bốn" || word == "năm" || token(t).kind == text::TokenKind::number) &&
		           word.size() <= 5 && inside(t + 1) && m_a.word(t + 1) == "tỉnh") {
			plural = 9;
			++t;
		} else if (token(t).is('.') && t > 0 && m_a.word(t - 1) == "TP") {
			++t;
		} else if (token(t).is(':') && t > m_sentence.begin + 1 && m_a.word(t - 1) == "tỉnh" &&
		           (plural != 0 || m_a.word(t - 2) == "các" || m_a.word(t - 2) == "hai" || m_a.word(t - 2) == "ba" ||
		            token(t - 2).kind == text::TokenKind::number)) {
			// "Công an các tỉnh: A, B", "Sở Y tế 2 tỉnh: A, B".
			plural = 9;
			++t;
		} else {
			break;
		}
	}
	return t;
}

std::uint32_t PartyFrame::province_list(std::uint32_t t, std::vector<std::uint16_t>& out) const {
	std::uint32_t end = t;
	auto found = any_province_at(t, end);
	if (!found) return t;
	out.push_back(*found);
	for (;;) {
		auto next = skip_bracket(end);
		const auto before = next;
		if (!inside(next)) break;
		const bool semicolon = token(next).is(';');
		if (token(next).is(',') || semicolon || m_a.word(next) == "và" || m_a.word(next) == "với" ||
		    token(next).is('-')) {
			++next;
			if (inside(next) && m_a.word(next) == "và") ++next;
			int plural = 0;
			const auto name = skip_level(next, plural);
			std::uint32_t stop = name;
			const auto more = inside(name) ? any_province_at(name, stop) : std::nullopt;
			// "… Sơn La, Bộ CHQS tỉnh …" is no list; nor is ", tỉnh Sơn La" behind a district.
			// Behind a semicolon mostly another clause begins.
			const bool ends = !inside(stop) || token(stop).is(';') || token(stop).is('.') || m_a.word(stop) == "và";
			if (more && (!semicolon || ends) && inside_list(before, name)) {
				out.push_back(*more);
				end = stop;
				continue;
			}
		}
		break;
	}
	return end;
}

std::uint32_t PartyFrame::skip_bracket(std::uint32_t t, std::optional<std::uint16_t>* place) const {
	if (!inside(t) || !token(t).is('(')) return t;
	std::uint32_t close = t + 1;
	while (inside(close) && close < t + 16 && !token(close).is(')')) ++close;
	if (!inside(close) || !token(close).is(')')) return t;
	bool known = close == t + 1 || text::behind_abbreviation(m_a.tokens, t) != t;
	std::uint32_t end = 0;
	for (auto k = t + 1; k < close; ++k) {
		if (const auto p = any_province_at(k, end)) {
			if (place != nullptr) *place = p;
			known = true;
			break;
		}
		if (const auto c = country_at(k, end)) {
			if (place != nullptr && !*place) *place = c;
			known = true;
		}
		if (place != nullptr && !*place && m_a.cue_at(k, Cue::district_word) != nullptr && k + 1 < close)
			*place = local_place(k + 1, "district");
		if (m_a.at(k, EntryClass::body) != nullptr || m_a.cue_at(k, Cue::district_word) != nullptr) known = true;
	}
	return known ? close + 1 : t;
}

/// "Đại đội 217 (Hủa Phăn), huyện Quế Phong (Nghệ An) đã …": a district of the other country begins something new.
bool PartyFrame::lies_elsewhere(std::uint32_t name, std::uint32_t stop, std::uint16_t place) const {
	const auto country = lex().place(place).country;
	std::optional<std::uint16_t> told;
	skip_bracket(stop, &told);
	if (!told) {
		const auto* district = m_a.at(name, EntryClass::district);
		if (district != nullptr && district->end >= stop) told = lex().district(district->index).province;
	}
	return told && lex().place(*told).country != country;
}

/// Does a list of names go on at this token?
bool PartyFrame::goes_on_behind(std::uint32_t t) const {
	if (!inside(t)) return false;
	if (m_a.word(t) == "và" || token(t).is('-')) return true;
	std::uint32_t stop = 0;
	return token(t).is(',') && inside(t + 1) && any_province_at(t + 1, stop).has_value();
}

bool PartyFrame::is_venue_before(std::uint32_t t) const {
	for (auto head = t; head > m_sentence.begin + 1 && t - head < 12; --head) {
		const auto word = m_a.small(head - 1);
		if (token(head - 1).is(',')) return false;
		if (word != "trạm" && word != "đồn") continue;
		const auto before = m_a.word(head - 2);
		return before == "tại" || before == "Tại" || before == "ở";
	}
	return false;
}

std::uint32_t PartyFrame::qualifier(std::uint32_t t, std::string_view kind, std::optional<std::uint16_t>& place) const {
	auto end = t;
	bool district = false;
	bool guessed = false;  // by a district whose name lies in more than one province
	for (int round = 0; round < 4; ++round) {
		auto bracket = skip_bracket(end, &place);
		// "Đồn Biên phòng A (đóng tại huyện B) thuộc Bộ đội Biên phòng tỉnh C".
		if (bracket == end && inside(end + 1) && token(end).is('(') && m_a.word(end + 1) == "đóng") {
			auto close = end;
			while (inside(close) && close < end + 10 && !token(close).is(')')) ++close;
			if (inside(close + 1) && token(close).is(')') && m_a.word(close + 1) == "thuộc") bracket = close + 1;
		}
		if (bracket != end) {
			end = bracket;
			continue;
		}
		if (!inside(end)) break;
		auto at = end;
		const auto word = m_a.word(at);
		const bool joint = token(at).is(',') || token(at).is('-') || word == "của" || word == "thuộc" || word == "ở";
		if (joint) ++at;
		if (!inside(at)) break;
		const auto* body = m_a.at(at, EntryClass::body);
		// "tại Trạm kiểm soát cửa khẩu A, Bộ chỉ huy B tặng": where, and then who.
		if (kind == "border-checkpoint" && token(end).is(',') && body != nullptr && is_venue_before(t)) break;
		if (joint && body != nullptr && is_superior(lex().body(body->index).kind, kind)) {
			int plural = 0;
			auto name = skip_level(skip_bracket(body->end), plural);
			std::uint32_t stop = name;
			if (const auto p = any_province_at(name, stop)) {
				// "thăm Đại đội 217 (Hủa Phăn), BĐBP tỉnh Quảng Trị đã tặng": another side begins.
				if (place && lex().place(*place).country != lex().place(*p).country) break;
				if (!place) place = p;
				end = stop;
			} else if (const auto c = country_at(name, stop)) {
				if (!place) place = c;
				end = stop;
			} else if (const auto* level = inside(body->end) ? m_a.cue_at(body->end, Cue::district_word) : nullptr) {
				end = name_end(level->end, m_sentence.end);
				district = true;
			} else {
				if (lex().body(body->index).country == Country::la && !place) place = lex().place_of("LA");
				end = body->end;
				// "Lữ đoàn 384, Quân khu 4".
				if (lex().body(body->index).kind == "military-region" && inside(end) &&
				    token(end).kind == text::TokenKind::number) {
					if (!place) place = lex().place_of("VN");
					++end;
				}
			}
			continue;
		}
		int plural = 0;
		const auto name = skip_level(at, plural);
		std::uint32_t stop = name;
		// "bản A, huyện B, Xiêng Khoảng": a bare province behind its district, where no list goes on.
		const bool bare = joint && name == at && token(end).is(',') && (kind == "district" || district);
		if (inside(name) && plural == 0 && (name > at || word == "của" || word == "ở" || !joint || bare)) {
			if (const auto p = any_province_at(name, stop);
			    p && !(place && joint && lex().place(*place).country != lex().place(*p).country) &&
			    (!bare || ((!place || *place == *p) && !goes_on_behind(stop)))) {
				if (!place || guessed || lex().place(*place).code.size() == 2) place = p;
				guessed = false;
				end = stop;
				continue;
			}
		}
		const auto* in_district = inside(at) ? m_a.cue_at(at, Cue::district_word) : nullptr;
		if (in_district != nullptr && (joint || word == "huyện") && kind != "district") {
			const auto begin = in_district->end;  // "thị xã" has two syllables
			const auto stop_name = name_end(begin, m_sentence.end);
			if (joint && place && lies_elsewhere(begin, stop_name, *place)) break;
			if (stop_name > begin) {
				if (const auto* d = m_a.at(begin, EntryClass::district); d != nullptr && !place) {
					place = lex().district(d->index).province;
					guessed = true;
				}
				end = stop_name;
				district = true;
				continue;
			}
		}
		// "bản A, cụm (bản) B, huyện C": a Lao group of villages.
		if (joint && m_a.word(at) == "cụm" && inside(at + 1)) {
			const auto begin = m_a.word(at + 1) == "bản" ? at + 2 : at + 1;
			const auto stop_name = name_end(begin, m_sentence.end);
			if (stop_name > begin) {
				end = stop_name;
				continue;
			}
		}
		if (const auto* commune = inside(at) ? m_a.cue_at(at, Cue::commune_word) : nullptr;
		    commune != nullptr && joint && kind != "commune") {
			if (place && lex().place(*place).country == Country::la) break;
			const auto stop_name = name_end(commune->end, m_sentence.end);
			if (stop_name > commune->end) {
				end = stop_name;
				continue;
			}
		}
		if (const auto c = country_at(at, stop); c && (joint || at == end)) {
			if (!place) place = c;
			end = stop;
			continue;
		}
		break;
	}
	return end;
}

/// "tại trụ sở bản A, tỉnh B, tỉnh C đã trao": a province of the other country does not tell where that lies.
bool PartyFrame::crosses_border(const PartyMention& last, std::uint32_t t) const {
	if (last.parties.empty() || last.parties[0].size() < 2) return false;
	int plural = 0;
	const auto name = skip_level(t, plural);
	std::uint32_t stop = name;
	const auto place = inside(name) ? any_province_at(name, stop) : std::nullopt;
	return place && lex().place(*place).country != country_of(last.parties[0]) &&
	       country_of(last.parties[0]) != Country::none;
}

/// "Đường từ xã A sang cụm bản B": where a road leads.
bool PartyFrame::is_end_of_road(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 5> k_leads = {"từ", "sang", "đến", "tới", "qua"};
	if (!base::one_of<k_leads>(m_a.word(t - 1))) return false;
	auto at = t - 1;
	while (at > m_sentence.begin && t - at < 12 && m_a.word(at) != "từ" &&
	       (token(at).kind == text::TokenKind::word || token(at).is('-')))
		--at;
	if (m_a.word(at) != "từ" || at == m_sentence.begin) return false;
	const auto road = m_a.small(at - 1);
	return road == "đường" || (road == "bộ" && at > m_sentence.begin + 1 && m_a.word(at - 2) == "đường");
}

Role PartyFrame::role_at(std::uint32_t t) const {
	if (t == m_sentence.begin) return Role::free;
	if (in_bracket(t)) return squad_before_bracket(t) ? Role::free : Role::qualifier;
	// "tại xã A Ngo, huyện Đa Krông, tỉnh Quảng Trị": the chain goes on.
	if (!m_out.mentions.empty()) {
		const auto& last = m_out.mentions.back();
		if (last.role == Role::location && last.begin >= m_sentence.begin && last.end + 1 == t && !joins_across(t) &&
		    (token(last.end).is(',') || token(last.end).is('-')) && !acting_body(t) && !crosses_border(last, t))
			return Role::location;
	}
	const auto b = t - 1;
	const auto word = m_a.word(b);
	// "thị xã Thà Khẹc, tỉnh Khăm Muồn", "tại Sê Sáp, huyện Ka Lừm": behind a name and a comma stands what it lies in.
	if (token(b).is(',') && b > m_sentence.begin && is_level_word(t) && token(b - 1).capital && !ends_mention(b))
		return Role::qualifier;
	// "ba thôn của Quảng Nam và ba bản của tỉnh Sê Kông": the province tells whose villages.
	if (word == "của" && b > m_sentence.begin && acting_body(t) == false) {
		const auto owned = m_a.word(b - 1);
		if (owned == "thôn" || owned == "bản" || owned == "khóm" || owned == "làng" || owned == "xã" ||
		    owned == "huyện")
			return Role::qualifier;
	}
	if (word == "của" && approves(b)) return Role::qualifier;
	// "được sự đồng ý của lãnh đạo Bộ A". Whom they empower acts for them.
	if (word == "đạo" && b > m_sentence.begin + 3 && m_a.word(b - 2) == "của" && approves(b - 2) &&
	    m_a.word(b - 3) != "quyền")
		return Role::qualifier;
	if (owns_company(t)) return Role::qualifier;
	// "mốc quốc giới Việt Nam - Lào", "tuyến biên giới hai nước Việt Nam - Lào": which border it is.
	std::uint32_t behind = t;
	if (const auto country = country_at(t, behind); country && lex().place(*country).code.size() == 2) {
		// "Phía Lào đề nghị": the side of the text, whoever that is.
		if (word == "phía" || word == "Phía") return Role::qualifier;
		if (word == "giới" && b > m_sentence.begin + 1) {
			static constexpr std::array<std::string_view, 3> k_lines = {"tuyến", "đường", "mốc"};
			const auto which = m_a.word(b - 1);
			if (which == "quốc" || which == "mốc" || (which == "biên" && base::one_of<k_lines>(m_a.word(b - 2))))
				return Role::qualifier;
		}
		if (token(b).is('-') && b > m_sentence.begin + 1 && m_a.word(b - 1) == "Việt" && m_a.word(b - 2) == "giới")
			return Role::qualifier;
		if (token(b).is('-') && !m_out.mentions.empty() && m_out.mentions.back().end == b &&
		    m_out.mentions.back().role == Role::qualifier)
			return Role::qualifier;
		if (word == "nước" && b > m_sentence.begin + 1 && m_a.word(b - 2) == "giới") return Role::qualifier;
	}
	// "Theo Sở Ngoại vụ tỉnh A, …": who tells it.
	if (b == m_sentence.begin && word == "Theo" && m_a.word(t) == "Sở") return Role::qualifier;
	// "quy định của Ủy ban Liên hiệp cắm mốc biên giới của hai Chính phủ": whose commission it is.
	if ((word == "của" || word == "hai") && is_central(t)) {
		for (std::uint32_t back = 2; back <= 11 && t >= m_sentence.begin + back; ++back) {
			if (token(t - back).kind != text::TokenKind::word) break;
			if (m_a.word(t - back) == "Ủy" && (m_a.word(t - back + 2) == "Liên" || m_a.word(t - back + 2) == "liên"))
				return Role::qualifier;
		}
	}
	// "chủ trương, đường lối, chính sách của Đảng, Nhà nước".
	if ((token(b).is(',') || word == "và") && b > m_sentence.begin + 1 && m_a.word(b - 1) == "Đảng" &&
	    m_a.word(b - 2) == "của" && approves(b - 2))
		return Role::qualifier;
	// "Theo tin từ Bộ Ngoại giao, …", "Theo thông cáo của Bộ Công an, …": who says so.
	if ((word == "từ" || word == "của") && b <= m_sentence.begin + 4 && m_a.word(m_sentence.begin) == "Theo" &&
	    (m_a.word(b - 1) == "tin" || m_a.word(b - 1) == "cáo" || m_a.word(b - 1) == "báo") && is_central(t))
		return Role::qualifier;
	// "hai tỉnh báo cáo Chính phủ hai nước nâng cấp cửa khẩu": to whom it goes.
	if (b > m_sentence.begin && is_central(t) &&
	    ((word == "cáo" && m_a.word(b - 1) == "báo") || (word == "trình" && m_a.word(b - 1) != "chương")))
		return Role::qualifier;
	// "Báo Pasaxon, cơ quan ngôn luận của Đảng Nhân dân Cách mạng Lào": whose paper it is.
	if (word == "của" && b > m_sentence.begin && m_a.word(b - 1) == "luận") return Role::qualifier;
	// "CLB bác sĩ tình nguyện Hà Nội", "nhóm thiện nguyện Đà Nẵng": where a club is from.
	for (std::uint32_t back = 1; back <= 7 && t >= m_sentence.begin + back; ++back) {
		const auto at = t - back;
		if (token(at).kind == text::TokenKind::punctuation) break;
		const auto lead = m_a.word(at);
		if (lead == "CLB" || lead == "nhóm" || lead == "Nhóm" || (lead == "lạc" && m_a.word(at + 1) == "bộ"))
			return Role::qualifier;
		if (acting_body(at) || lead == "cho" || lead == "với" || lead == "và") break;
	}
	// "các văn kiện pháp lý mà Chính phủ hai nước đã ký kết": whose papers they are.
	if (word == "mà") {
		for (auto u = t; inside(u) && u < t + 9; ++u) {
			if (token(u).kind == text::TokenKind::punctuation) break;
			if (m_a.cue_at(u, Cue::sign) != nullptr && is_central(t)) return Role::qualifier;
		}
	}
	// "ngày truyền thống của BĐBP Việt Nam": whose feast it is.
	if (b > m_sentence.begin + 1 && (word == "thống" || (word == "của" && m_a.word(b - 1) == "thống")))
		return Role::qualifier;
	if (looks_on(t)) return Role::qualifier;
	if (!acting_body(t) && !token(t).capital && is_end_of_road(t)) return Role::location;
	if (is_venue(t) || (!acting_body(t) && owns_venue(t))) return Role::location;
	// "trụ sở làm việc Công an bản A", "trạm xá quân dân y bản B": the building, not the body in it.
	if (is_level_word(t) || word == "an") {
		auto house = b;
		if (word == "an" && house > m_sentence.begin + 1) house -= 2;
		const auto head = m_a.word(house);
		const auto first = house > m_sentence.begin ? m_a.word(house - 1) : text::Word{};
		if ((head == "việc" && first == "làm") || (head == "sở" && (first == "trụ" || first == "Trụ")))
			return Role::qualifier;
	}
	if (word == "tại" || word == "ở" || word == "Tại" || word == "Ở" || word == "sở" || word == "bàn" ||
	    word == "khu") {
		if (word != "sở" || (b > m_sentence.begin && (m_a.word(b - 1) == "trụ" || m_a.word(b - 1) == "Trụ")))
			return Role::location;
	}
	for (std::uint32_t back = 1; back <= 7 && back <= t - m_sentence.begin; ++back) {
		const auto* post = m_a.at(t - back, EntryClass::post);
		if (post == nullptr) continue;
		if (post->end >= t) return leads_unnamed(*post, t) ? Role::free : Role::in_title;
	}
	return Role::free;
}

/// "tại thành phố Kon Tum, tỉnh Kon Tum và tỉnh Attapư (Lào) tổ chức …": the two of them act.
bool PartyFrame::joins_across(std::uint32_t t) const {
	std::uint32_t end = t + 1;
	if (m_a.word(t) != "tỉnh" || !inside(t + 1)) return false;
	const auto own = any_province_at(t + 1, end);
	if (!own || !inside(end + 2) || m_a.word(end + 1) != "tỉnh") return false;
	if (m_a.word(end) != "và" && m_a.word(end) != "với" && m_a.word(end) != "cùng") return false;
	std::uint32_t stop = end + 2;
	const auto other = any_province_at(end + 2, stop);
	return other && lex().place(*other).country != lex().place(*own).country;
}

/// "đưa chỉ huy Đồn A và Đồn B ngồi lại": those at the head of a body, with no name before them or behind the body's.
bool PartyFrame::leads_unnamed(const lexicon::Match& post, std::uint32_t t) const {
	if (post.end != t || m_a.small_words(post.begin, post.end) != "chỉ huy") return false;
	if (post.begin > m_sentence.begin && (token(post.begin - 1).is(',') || token(post.begin - 1).capital)) return false;
	const auto* body = m_a.at(t, EntryClass::body);
	if (body == nullptr) return false;
	auto at = body->end;
	while (inside(at) && (token(at).capital || token(at).kind == text::TokenKind::number)) ++at;
	// "chỉ huy Đồn Biên phòng Nậm Cắn Nguyễn Văn A": a long row of names holds a person's too.
	return at - body->end <= 3 && !(inside(at) && token(at).is(','));
}

/// Does the government, the party or a ministry of a whole country begin here?
bool PartyFrame::is_central(std::uint32_t t) const {
	const auto* body = m_a.at(t, EntryClass::body);
	return body != nullptr && lex().body(body->index).level == lexicon::Level::central;
}

/// "Đội K57 (Bộ CHQS tỉnh A) đã tìm kiếm …": a squad that is no party itself, so that the command in the bracket acts.
bool PartyFrame::squad_before_bracket(std::uint32_t t) const {
	auto open = t - 1;
	// "Đội đặc nhiệm (Phòng PCMT&TP, BĐBP tỉnh A)": the first body inside.
	while (open > m_sentence.begin && t - open < 9 && !token(open).is('(')) {
		if (acting_body(open)) return false;
		--open;
	}
	if (open < m_sentence.begin + 2 || !token(open).is('(')) return false;
	static constexpr std::array<std::string_view, 6> k_units = {"Phòng", "Tổ", "Đoàn", "Cụm", "Hải", "Trung"};
	for (std::uint32_t back = 1; back <= 14 && open >= m_sentence.begin + back; ++back) {
		const auto at = open - back;
		const bool name = back <= 5 || !token(at).is(',');  // "Phòng Phòng, chống ma túy và tội phạm"
		if ((token(at).kind == text::TokenKind::punctuation && !(token(at).is(',') || token(at).is('&'))) || !name)
			return false;
		if (acting_body(at)) return false;
		const auto word = m_a.word(at);
		const auto before = at > m_sentence.begin ? m_a.word(at - 1) : text::Word{};
		const bool post = before == "trưởng" || before == "Trưởng" || before == "Phó" || before == "phó";
		// "Đội trưởng Đội 584 (Bộ CHQS tỉnh A)": a post in it.
		if (word == "Đội")
			return at == m_sentence.begin || ((!token(at - 1).capital || before == ",") && before != "trưởng");
		if (base::one_of<k_units>(word) && acting_body(t) && !post) {
			// "Phòng Phòng, chống ma túy": the first of the two.
			return at == m_sentence.begin || !token(at - 1).capital || before == "Phòng" || before == ",";
		}
	}
	return false;
}

bool PartyFrame::approves(std::uint32_t of) const {
	static constexpr std::array<std::string_view, 17> k_words = {"trí",   "ý",     "phép",  "đạo", "quyền",  "định",
	                                                             "thuận", "kiến",  "duyệt", "tâm", "trương", "chuẩn",
	                                                             "công",  "nhiệm", "sách",  "lối", "luật"};
	static constexpr std::array<std::string_view, 19> k_before = {
	    "nhất", "đồng", "cho",  "chỉ",  "ủy", "chấp", "quy",   "chứng", "phê", "quan",
	    "lãnh", "chủ",  "phân", "tiêu", "Ủy", "giao", "chính", "đường", "pháp"};
	if (of < m_sentence.begin + 2) return false;
	return base::one_of<k_words>(m_a.word(of - 1)) && base::one_of<k_before>(m_a.word(of - 2));
}

/// "trước sự chứng kiến của chính quyền, biên phòng hai bên": who only looks on.
bool PartyFrame::looks_on(std::uint32_t t) const {
	bool said = false;
	for (std::uint32_t back = 1; back <= 16 && t >= m_sentence.begin + back + 1 && !said; ++back)
		said = m_a.word(t - back) == "kiến" && m_a.word(t - back - 1) == "chứng";
	if (!said) return false;
	bool comma = false;
	for (std::uint32_t back = 1; back <= 16 && t >= m_sentence.begin + back + 1; ++back) {
		const auto at = t - back;
		if (token(at).is(';') || token(at).is('.')) return false;
		comma = comma || token(at).is(',');
		// "Trước sự chứng kiến của lãnh đạo hai tỉnh, A và B ký …": behind the comma stand those who act.
		if (comma && at < m_sentence.begin + 5) return false;
		const auto* cue = m_a.begins(at, class_bit(EntryClass::cue)) ? m_a.cue_at(at, Cue::done) : nullptr;
		if (cue != nullptr || m_a.cue_at(at, Cue::sign) != nullptr || m_a.cue_at(at, Cue::held) != nullptr)
			return false;
		if (m_a.word(at) == "kiến" && m_a.word(at - 1) == "chứng") {
			// "Ngày 5/6, trước sự chứng kiến của lãnh đạo hai tỉnh, A trao B …".
			if (comma && at >= m_sentence.begin + 5 && token(at - 4).is(',')) return false;
			return m_a.word(at + 1) == "của";
		}
	}
	return false;
}

bool PartyFrame::acting_body(std::uint32_t t) const {
	const auto* body = m_a.at(t, EntryClass::body);
	if (body == nullptr) return false;
	const auto& kind = lex().body(body->index).kind;
	return kind != "village" && kind != "commune" && kind != "district";
}

/// "Công ty A, đơn vị thành viên Tập đoàn B": the group that the company belongs to.
bool PartyFrame::owns_company(std::uint32_t t) const {
	const auto is_company = [&](std::uint32_t at) {
		const auto* body = m_a.at(at, EntryClass::body);
		return body != nullptr && lex().body(body->index).kind == "company";
	};
	if (!is_company(t) || m_out.mentions.empty()) return false;
	const auto& last = m_out.mentions.back();
	if (!is_company(last.begin) || last.end >= t || t - last.end > 6) return false;
	for (auto u = last.end; u < t; ++u) {
		if (m_a.word(u) == "thuộc" || (m_a.word(u) == "thành" && m_a.word(u + 1) == "viên")) return true;
	}
	return false;
}

/// "tại 37 điểm thuộc ba huyện A, B", "ở các bản của huyện C": whose places these are.
bool PartyFrame::owns_venue(std::uint32_t t) const {
	auto of = t;
	for (std::uint32_t back = 1; back <= 3 && t >= m_sentence.begin + back; ++back) {
		if (m_a.word(t - back) == "thuộc") of = t - back;
	}
	if (of == t) return false;
	for (std::uint32_t back = 1; back <= 5 && of >= m_sentence.begin + back; ++back) {
		if (token(of - back).kind == text::TokenKind::punctuation) return false;
		const auto word = m_a.word(of - back);
		if (word == "tại" || word == "ở" || word == "Tại" || word == "Ở") return true;
	}
	return false;
}

bool PartyFrame::is_venue(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 20> k_between = {
	    "địa", "bàn", "trung", "tâm",    "khu",  "vực", "đất",  "vùng", "thị", "trấn",
	    "nhà", "sân", "các",   "trường", "tỉnh", "lỵ",  "Phân", "hiệu", "thủ", "phủ"};
	// "sân Trường Tiểu học A đã kín người".
	static constexpr std::array<std::string_view, 6> k_levels = {"Tiểu", "Trung", "THCS", "THPT", "Mầm", "Phổ"};
	if (t > m_sentence.begin && m_a.small(t - 1) == "sân" && m_a.word(t) == "Trường" && inside(t + 1) &&
	    base::one_of<k_levels>(m_a.word(t + 1)))
		return true;
	for (auto back = t; back > m_sentence.begin && t - back < 5; --back) {
		const auto word = m_a.word(back - 1);
		if (word == "tại" || word == "ở" || word == "Tại" || word == "Ở" || word == "trên")
			return back != t || word != "trên";
		if (!base::one_of<k_between>(word)) return false;
	}
	return false;
}

bool PartyFrame::is_level_word(std::uint32_t t) const {
	const auto word = m_a.word(t);
	return word == "tỉnh" || word == "huyện" || word == "xã" || word == "thị" || word == "thành" || word == "TP" ||
	       word == "nước";
}

bool PartyFrame::ends_mention(std::uint32_t t) const {
	return !m_out.mentions.empty() && m_out.mentions.back().end == t && m_out.mentions.back().role != Role::qualifier &&
	       m_out.mentions.back().role != Role::location;
}

bool PartyFrame::in_bracket(std::uint32_t t) const {
	for (auto back = t; back > m_sentence.begin && t - back < 14; --back) {
		if (token(back - 1).is(')')) return false;
		if (token(back - 1).is('(')) return true;
	}
	return false;
}

void PartyFrame::push(std::uint32_t begin, std::uint32_t end, std::vector<model::Party> parties, Naming naming) {
	PartyMention mention;
	mention.begin = begin;
	mention.end = end;
	mention.parties = std::move(parties);
	mention.naming = naming;
	mention.role = role_at(begin);
	// "Tại Đại đội A và Trạm B, đoàn đã chúc Tết …": both are where it happens.
	if (mention.role == Role::free && !m_out.mentions.empty() && inside(end) && token(end).is(',')) {
		const auto& last = m_out.mentions.back();
		if (last.role == Role::location && last.begin == m_sentence.begin + 1 && last.end + 1 == begin &&
		    m_a.word(last.end) == "và")
			mention.role = Role::location;
	}
	// "tại thị xã X, tỉnh A và tỉnh B tổ chức …": two sides together are no venue.
	if ((mention.role == Role::location || mention.role == Role::qualifier) && begin > m_sentence.begin &&
	    token(begin - 1).is(',') && mention.parties.size() > 1) {
		bool vn = false;
		bool la = false;
		for (const auto& p : mention.parties) (country_of(p) == Country::vn ? vn : la) = true;
		if (vn && la) mention.role = Role::free;
	}
	for (std::uint32_t back = 1; back <= 6 && back <= begin - m_sentence.begin; ++back) {
		const auto word = m_a.word(begin - back);
		// "do X làm trưởng đoàn tại Nghệ An": a word for who leads.
		const bool leads = begin - back > m_sentence.begin &&
		                   (m_a.word(begin - back - 1) == "trưởng" || m_a.word(begin - back - 1) == "Trưởng");
		if ((word == "đoàn" || word == "Đoàn") && !leads) mention.delegation = true;
		if (word == "tại") break;
		if (word == "đạo" || word == "diện") mention.leaders = true;
		if (token(begin - back).kind == text::TokenKind::punctuation || word == "và" || word == "với") break;
	}
	m_out.mentions.push_back(std::move(mention));
}

std::string PartyFrame::party(std::uint16_t place, std::string_view kind, std::string_view name) const {
	return make_party(lex().place(place), kind, name);
}

bool PartyFrame::bare_province(std::uint32_t t) const {
	if (!m_out.home || !inside(t + 1)) return false;
	const auto word = m_a.word(t);
	if (word != "tỉnh" && word != "Tỉnh") return false;
	const auto next = m_a.word(t + 1);
	if (token(t + 1).kind != text::TokenKind::word || token(t + 1).capital || next == "bạn" || next == "trưởng" ||
	    next == "ủy" || next == "lỵ" || next == "láng")
		return false;
	const bool subject =
	    word == "Tỉnh" || (t > m_sentence.begin && (m_a.word(t - 1) == "được" || token(t - 1).is(',') ||
	                                                m_a.word(t - 1) == "năm" || m_a.word(t - 1) == "nay"));
	if (!subject) return false;
	return m_a.cue_at(t + 1, Cue::give) != nullptr || m_a.cue_at(t + 1, Cue::done) != nullptr ||
	       m_a.cue_at(t + 1, Cue::will) != nullptr || next == "còn" || next == "cũng" || next == "cùng" || next == "đã";
}

bool PartyFrame::inside_post(std::uint32_t t) const {
	const auto* post = m_a.at(t, EntryClass::post);
	const auto* body = m_a.at(t, EntryClass::body);
	return post != nullptr && post->end >= body->end;
}

std::optional<std::uint16_t> PartyFrame::local_place(std::uint32_t t, std::string_view kind) const {
	if (kind == "village" || kind == "commune") return std::nullopt;
	if (kind == "border-post" || kind == "border-checkpoint") {
		if (const auto* gate = m_a.at(t, EntryClass::gate)) return now_called(lex().gate(gate->index).province);
	}
	if (kind == "school" || kind == "company") {
		// The place is part of the name: "Trường Cao đẳng Sư phạm Kon Tum".
		std::uint32_t stop = 0;
		const auto end = long_name_end(t, m_sentence.end);
		for (auto k = t; k < end; ++k) {
			if (const auto p = any_province_at(k, stop)) return p;
		}
		// "Trường Tiểu học Phu Vông": called by its district.
		for (auto k = t; kind == "school" && k < end; ++k) {
			const auto* district = m_a.at(k, EntryClass::district);
			if (district != nullptr && district->end == end && end > t + 1)
				return lex().district(district->index).province;
		}
		// "tại bản Sê Sáp, tỉnh Sê Kông … Trường Tiểu học Sê Sáp": the school of the village named before.
		const auto name = m_a.small_words(t, end);
		for (const auto& m : m_out.mentions) {
			for (const auto& p : m.parties) {
				const auto village = p.find("/village/");
				if (village == std::string::npos || village < 3) continue;
				if (name.ends_with(std::string_view(p).substr(village + 9)))
					return lex().place_of(p.substr(0, village));
			}
		}
		return std::nullopt;
	}
	const auto whole = name_end(t, m_sentence.end);
	if (const auto* district = m_a.at(t, EntryClass::district); district != nullptr && district->end >= whole)
		return lex().district(district->index).province;
	// "thị xã Salavan", "thành phố Luông Pha Băng": the town that its province is named after.
	if (const auto* province = m_a.at(t, EntryClass::province);
	    kind == "district" && province != nullptr && province->end >= whole)
		return province->index;
	if (kind == "district" || kind == "police" || kind == "district-military") {
		return district_by_sound(m_a.words(t, whole));
	}
	if (const auto* seat = m_a.at(t, EntryClass::seat); seat != nullptr && seat->end >= whole)
		return lex().seat(seat->index);
	if (kind == "border-company" && token(t).kind == text::TokenKind::number) {
		// The number tells the province where the text names that province too, or none.
		const auto code = province_of_company(m_a.word(t));
		const bool named = std::find(m_out.codes.begin(), m_out.codes.end(), code) != m_out.codes.end();
		if (m_out.abroad && !named) return std::nullopt;
		return lex().place_of(code);
	}
	return std::nullopt;
}

bool PartyFrame::singular_district(std::uint32_t t) const {
	const auto word = m_a.word(t);
	return (word == "huyện" || word == "quận") && inside(t + 1) && token(t + 1).capital;
}

std::uint32_t PartyFrame::full_name_end(std::uint32_t begin, std::uint32_t t) const {
	auto end = t;
	// "nhờ Sở và Phòng Nông lâm": no name of its own.
	if (inside(t) && m_a.word(t) == "và") return t;
	while (inside(end) && end < begin + 10) {
		const auto& k = token(end);
		std::uint32_t stop = 0;
		const auto word = m_a.word(end);
		// "Phó Giám đốc Sở Somphone Inthilath": the person begins.
		if (in_name(end)) break;
		if (k.kind == text::TokenKind::number) {
			++end;
			continue;
		}
		if (k.is('-') || k.is('&') ||
		    (k.is(',') && inside(end + 1) && token(end + 1).capital && k.begin == token(end - 1).end &&
		     m_a.word(begin) == "Sở" && m_a.word(end - 1) == "hóa")) {
			++end;
			continue;
		}
		if (k.kind != text::TokenKind::word || any_province_at(end, stop) ||
		    m_a.at(end, EntryClass::country) != nullptr)
			break;
		if (word == "tỉnh" || word == "Tỉnh" || word == "thành" || word == "TP") break;
		if (k.capital) {
			++end;
			continue;
		}
		// Lower-case syllables belong to the name only between or right behind capitals ("Sở Y tế", "Giáo dục và Đào
		// tạo").
		if (word == "và" && inside(end + 1) && token(end + 1).capital && m_a.at(end + 1, EntryClass::body) == nullptr &&
		    m_a.at(end + 1, EntryClass::province) == nullptr) {
			++end;
			continue;
		}
		if (end > begin && token(end - 1).capital && end - 1 > begin && word != "và" && word != "của" && word != "đã" &&
		    m_a.first_match[end] == m_a.first_match[end + 1]) {
			++end;
			continue;
		}
		if (end > begin + 1 && token(end - 1).capital &&
		    (word == "tế" || word == "vụ" || word == "dục" || word == "tạo" || word == "thương" || word == "nghiệp" ||
		     word == "trường" || word == "hóa" || word == "thao" || word == "lịch" || word == "giao" || word == "lâm" ||
		     word == "chính" || word == "tư" || word == "thông" || word == "vận" || word == "khoa" || word == "động" ||
		     word == "hội")) {
			++end;
			continue;
		}
		break;
	}
	while (end > t && token(end - 1).kind == text::TokenKind::punctuation) --end;
	return end;
}

}  // namespace bienban::extraction
