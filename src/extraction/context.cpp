#include "extraction/context.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/party_completion.hpp"
#include "extraction/person_bodies.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

template <typename T>
std::span<const T> within(const std::vector<T>& all, std::uint32_t begin, std::uint32_t end) {
	const auto first =
	    std::lower_bound(all.begin(), all.end(), begin, [](const T& x, std::uint32_t t) { return x.begin < t; });
	const auto last = std::lower_bound(first, all.end(), end, [](const T& x, std::uint32_t t) { return x.begin < t; });
	return {first, last};
}

/// Of "the province" and "a body of the province" in one set the body is meant; of "the country" and anything in it the
/// latter.
void keep_specific(PartySet& parties) {
	const auto covered = [&](const model::Party& p) {
		const auto kind = kind_of(p);
		if (kind != "province" && kind != "state") return false;
		return std::any_of(parties.begin(), parties.end(), [&](const model::Party& other) {
			if (&other == &p || other == p) return false;
			if (kind == "province") return place_of(other) == place_of(p) && is_provincial(kind_of(other));
			return country_of(other) == country_of(p) && kind_of(other) != "state";
		});
	};
	// Those that are covered are told by all the others, so none may go before all are looked at.
	std::vector<bool> gone;
	for (std::size_t i = 0; i < parties.size(); ++i) {
		if (!covered(parties[i])) continue;
		gone.resize(parties.size(), false);
		gone[i] = true;
	}
	if (gone.empty()) return;
	std::size_t kept = 0;
	for (std::size_t i = 0; i < parties.size(); ++i) {
		if (gone[i]) continue;
		if (kept != i) parties[kept] = std::move(parties[i]);
		++kept;
	}
	parties.resize(kept);
}

}  // namespace

void merge(PartySet& into, const PartySet& more) {
	if (into.capacity() < into.size() + more.size()) into.reserve(std::max<std::size_t>(4, into.size() + more.size()));
	for (const auto& p : more) {
		if (std::find(into.begin(), into.end(), p) == into.end()) into.push_back(p);
	}
}

PartySet Context::side(const PartySet& parties, Country country) {
	PartySet out;
	for (const auto& p : parties) {
		if (country_of(p) == country) out.push_back(p);
	}
	return out;
}

bool Context::both_sides(const PartySet& parties) {
	const auto has = [&](Country c) {
		return std::any_of(parties.begin(), parties.end(), [&](const auto& p) { return country_of(p) == c; });
	};
	return has(Country::vn) && has(Country::la);
}

/// "giáp nước bạn Lào", "đối diện bên kia là tỉnh A (Lào)", "trú tại tỉnh B, Lào", "có nguồn gốc từ Lào": only where
/// something lies or comes from.
bool Context::lies_there(std::uint32_t token) const {
	static constexpr std::array<std::string_view, 9> k_words = {"giáp", "diện", "trú",   "thông", "gốc",
	                                                            "quê",  "tịch", "đường", "SN"};
	const auto begin = m_a.sentences[sentence_of(token)].begin;
	for (std::uint32_t back = 1; back <= 9 && token >= begin + back; ++back) {
		const auto t = token - back;
		if (m_a.tokens[t].is(';') || m_a.tokens[t].is('.')) return false;
		const auto word = m_a.word(t);
		if (!base::one_of<k_words>(word)) continue;
		// "đối diện", not "đại diện".
		if (word == "diện" && (t == begin || m_a.word(t - 1) != "đối")) continue;
		if (word == "thông") return m_a.word(t + 1) == "sang";
		if (word == "đường") return m_a.word(t + 1) == "biên" && back <= 6;
		return true;
	}
	return way_leads_there(token, begin);
}

/// "đi thêm hai giờ xe là huyện A, tỉnh B của nước bạn Lào".
bool Context::way_leads_there(std::uint32_t token, std::uint32_t begin) const {
	static constexpr std::array<std::string_view, 8> k_ways = {"xe", "giờ", "km", "số", "đường", "bộ", "sông", "núi"};
	for (std::uint32_t back = 1; back <= 16 && token >= begin + back + 1; ++back) {
		const auto t = token - back;
		if (m_a.tokens[t].is(';') || m_a.tokens[t].is('.')) return false;
		if (m_a.word(t) == "là") return base::one_of<k_ways>(m_a.word(t - 1));
	}
	return false;
}

/// "lưu học sinh Lào", "sinh viên Lào": those of the other country who live in this one.
bool Context::names_students(const text::Sentence& sentence) const {
	for (auto t = sentence.begin + 1; t < sentence.end; ++t) {
		if (m_a.word(t) == "Lào" && (m_a.word(t - 1) == "sinh" || m_a.word(t - 1) == "viên")) return true;
	}
	return false;
}

bool Context::names_laos(const text::Sentence& sentence) const {
	return std::any_of(m_parties.places.begin(), m_parties.places.end(), [&](const PlaceMention& p) {
		return p.begin >= sentence.begin && p.end <= sentence.end &&
		       m_a.lexicon.place(p.place).country == Country::la && !lies_there(p.begin);
	});
}

/// "chuyển 6 tấn gạo sang cho huyện B", "… sửa nhà cho bà con bản B": something is done for those of a Lao place.
bool Context::for_laos(std::uint32_t token) const {
	if (m_a.word(token) != "cho") return false;
	const auto& next = m_a.word(token + 1);
	if (next == "biết" || next == "hay" || next == "thấy" || next == "rằng" || next == "phép") return false;
	for (const auto& p : m_parties.places) {
		if (p.begin > token + 7) break;
		if (p.begin <= token || m_a.lexicon.place(p.place).country != Country::la) continue;
		for (auto t = token + 1; t < p.begin; ++t) {
			if (m_a.tokens[t].kind != text::TokenKind::word && m_a.tokens[t].kind != text::TokenKind::number &&
			    !m_a.tokens[t].is(',') && !m_a.tokens[t].is('('))
				return false;
		}
		return true;
	}
	return false;
}

/// "giúp huyện A, tỉnh B làm cầu dài 48 m": a Lao place right behind a word of giving receives.
bool Context::given_to_laos(const lexicon::Match& give) const {
	for (const auto& p : m_parties.places) {
		if (p.begin > give.end + 8) break;
		if (p.begin < give.end || m_a.lexicon.place(p.place).country != Country::la || lies_there(p.begin)) continue;
		bool cut = false;
		for (auto t = give.end; t < p.begin; ++t) {
			cut = cut || m_a.tokens[t].is(';') || m_a.word(t) == "xã" || m_a.word(t) == "hộ" ||
			      m_a.cue_at(t, Cue::other_side) != nullptr || m_a.cue_at(t, Cue::length) != nullptr;
		}
		if (!cut) return true;
	}
	return false;
}

namespace {

/// "dạy sơ cấp cứu cho …", "lấy mẫu xét nghiệm cho …": done for people, so that those of a Lao place are meant.
bool helps_people(std::string_view act) {
	static constexpr std::array<std::string_view, 20> k_acts = {
	    "dạy",      "dạy nghề", "đào tạo",    "tập huấn", "bồi dưỡng", "khám",       "chữa",
	    "điều trị", "cấp cứu",  "xét nghiệm", "lấy mẫu",  "tiêm",      "tiêm phòng", "mổ",
	    "đỡ đẻ",    "cứu sống", "hướng dẫn",  "phái",     "kèm nghề",  "được khám"};
	return base::one_of<k_acts>(act);
}

}  // namespace

/// "kim ngạch xuất khẩu sang Lào", "doanh nghiệp đầu tư tại tỉnh B": of a sentence that names a Lao place.
bool Context::trades(const text::Sentence& sentence) const {
	for (auto t = sentence.begin; t + 2 < sentence.end; ++t) {
		const auto word = m_a.small(t);
		const auto next = m_a.word(t + 1);
		if (word == "kim" && next == "ngạch") return true;
		if (word == "đầu" && next == "tư" &&
		    (m_a.word(t + 2) == "sang" || m_a.word(t + 2) == "tại" || m_a.word(t + 2) == "vào")) {
			const bool there =
			    std::any_of(m_parties.places.begin(), m_parties.places.end(), [&](const PlaceMention& p) {
				    return p.begin > t + 2 && p.begin < t + 7 && m_a.lexicon.place(p.place).country == Country::la;
			    });
			if (there) return true;
		}
	}
	return false;
}

bool Context::deals_with(const text::Sentence& sentence) const {
	bool deed = trades(sentence);
	bool lies = false;
	bool gives = false;
	// "hợp tác với tỉnh Hủa Phăn (Lào)".
	for (auto t = sentence.begin; t + 3 < sentence.end && !deed; ++t)
		deed =
		    (m_a.word(t) == "tác" && m_a.word(t + 1) == "với" && m_a.word(t + 2) != "nhau") || for_laos(t) ||
		    // "thành anh em từ năm 2011".
		    ((m_a.word(t) == "thành" || m_a.word(t) == "làm") && m_a.word(t + 1) == "anh" && m_a.word(t + 2) == "em");
	for (auto i = m_a.first_match[sentence.begin]; i < m_a.matches.size() && m_a.matches[i].begin < sentence.end; ++i) {
		const auto& m = m_a.matches[i];
		switch (m.cue()) {
			case Cue::length: {
				// "học cao đẳng", "đoàn cấp cao", "bày cách trồng lúa" measure nothing.
				bool measured = m.size() > 1;
				for (auto t = m.end; t < sentence.end && t < m.end + 4; ++t)
					measured = measured || m_a.tokens[t].kind == text::TokenKind::number;
				lies = lies || measured;
				break;
			}
			case Cue::other_side: lies = true; break;
			case Cue::crime: return false;
			case Cue::propose:
				// "bày tỏ kỳ vọng phía Attapư hạ bớt phí".
				deed =
				    deed || std::any_of(m_parties.places.begin(), m_parties.places.end(), [&](const PlaceMention& p) {
					    return p.begin >= m.end && p.begin <= m.end + 3 &&
					           m_a.lexicon.place(p.place).country == Country::la;
				    });
				break;
			case Cue::give: {
				// "dành trọn thời gian khám phá hai tỉnh của Lào".
				bool time = false;
				for (auto t = m.end; t < sentence.end && t < m.end + 3; ++t) time = time || m_a.word(t) == "thời";
				if (time && m_a.word(m.begin) == "dành") break;
				gives = gives || given_to_laos(m);
				[[fallthrough]];
			}
			case Cue::travel:
			case Cue::welcome:
			case Cue::twinning:
			case Cue::medical:
			case Cue::talks:
			case Cue::patrol:
			case Cue::sign:
			case Cue::handover:
			case Cue::search:
			case Cue::course:
			case Cue::conference: deed = true; break;
			case Cue::act: deed = deed || helps_people(m_a.small_words(m.begin, m.end)); break;
			default: break;
		}
		if (m.cls != EntryClass::theme) continue;
		for (const auto theme : m_a.lexicon.theme(m.index).themes)
			deed = deed || theme == model::Theme::friendship || theme == model::Theme::twinning ||
			       theme == model::Theme::training || theme == model::Theme::education ||
			       theme == model::Theme::language || theme == model::Theme::delegation_exchange;
	}
	return deed && (gives || !lies);
}

/// "gió Lào ngoài Quảng Trị", "nói tiếng Lào", "món Lào": nothing of the country itself.
bool Context::is_custom(std::uint32_t country) const {
	static constexpr std::array<std::string_view, 10> k_customs = {"gió", "tiếng", "gái", "món", "điệu",
	                                                               "váy", "bia",   "ăn",  "chữ", "như người"};
	if (country == 0) return false;
	return base::one_of(m_a.small(country - 1), k_customs) ||
	       (country > 1 && base::one_of(m_a.small_words(country - 2, country), k_customs));
}

/// A place or an office-holder of Viet Nam, or the country itself, and not only in a list of foreign ones: "khách từ
/// Thái Lan, Việt Nam và Hàn Quốc".
bool Context::names_vietnam() const {
	const auto& lexicon = m_a.lexicon;
	const auto own = [&](std::uint16_t place) { return lexicon.place(place).country == Country::vn; };
	if (std::any_of(m_parties.places.begin(), m_parties.places.end(), [&](const auto& p) { return own(p.place); }) ||
	    std::any_of(m_people.people.begin(), m_people.people.end(), [](const auto& p) { return p.country == "VN"; }))
		return true;
	const lexicon::Match* last = nullptr;
	for (std::size_t i = 0; i < m_a.matches.size(); ++i) {
		const auto& m = m_a.matches[i];
		if (m.cls != EntryClass::country) continue;
		const auto* before = last;
		last = &m;
		if (!own(m.index)) continue;
		const auto foreign = [&](const lexicon::Match& x, std::uint32_t from, std::uint32_t to) {
			return lexicon.place(x.index).country == Country::other && to == from + 1 && m_a.tokens[from].is(',');
		};
		const auto next = std::find_if(m_a.matches.begin() + static_cast<std::ptrdiff_t>(i) + 1, m_a.matches.end(),
		                               [](const auto& x) { return x.cls == EntryClass::country; });
		if (before != nullptr && foreign(*before, before->end, m.begin)) continue;
		if (next != m_a.matches.end() && foreign(*next, m.end, next->begin)) continue;
		return true;
	}
	return false;
}

/// Does the text tell of the two countries together? A Lao name alone does not: goods come from a Lao district, a
/// commune lies opposite a Lao province. It takes a Lao body that does something, a Lao office-holder, or words for
/// both sides beside a Lao place; and no third country that is named as often.
bool Context::concerns_both() const {
	const auto& lexicon = m_a.lexicon;
	std::uint32_t countries = 0;
	std::uint32_t places = 0;
	std::uint32_t near = 0;  ///< of both those that only tell where something lies
	std::uint32_t bodies = 0;
	std::uint32_t villages = 0;  ///< which side a village is of may only be guessed
	std::uint32_t others = 0;
	std::uint32_t customs = 0;  ///< "gió Lào", "tiếng Lào"
	std::uint32_t together = 0;
	bool twinned = false;
	bool one_side = false;
	for (const auto& m : m_a.matches) {
		if (m.cls == EntryClass::country && !m_a.within_longer(m, EntryClass::province)) {
			const auto country = lexicon.place(m.index).country;
			countries += country == Country::la ? 1U : 0U;
			near += country == Country::la && lies_there(m.begin) ? 1U : 0U;
			customs += country == Country::la && is_custom(m.begin) ? 1U : 0U;
			others += country == Country::other && lexicon.place(m.index).code.size() == 2 ? 1U : 0U;
		}
		switch (m.cue()) {
			case Cue::twinning: twinned = true; break;
			// "nước bạn Lào" in a phrase of place says no more than "Lào".
			// "kẻ xấu bên kia biên giới" are no friends.
			case Cue::friends:
				together += lies_there(m.begin) || m_a.words(m.begin, m.end) == "bên kia biên giới" ? 0U : 1U;
				break;
			case Cue::provinces: {
				// "khám phá hai tỉnh Đông Bắc của Lào là A và B": two of one side, whenever they are called "hai tỉnh".
				for (auto t = m.end; t < m_a.tokens.size() && t < m.end + 4; ++t) {
					if (m_a.tokens[t].kind != text::TokenKind::word) break;
					one_side = one_side || (m_a.word(t) == "Lào" && (m_a.word(t - 1) == "của" || t == m.end + 1));
				}
				together += one_side ? 0U : 1U;
				break;
			}
			case Cue::both:
			case Cue::states:
			case Cue::all_sides: ++together; break;
			default: break;
		}
	}
	for (const auto& p : m_parties.places) {
		if (lexicon.place(p.place).country != Country::la) continue;
		++places;
		near += lies_there(p.begin) ? 1U : 0U;
	}
	for (const auto& m : m_parties.mentions) {
		if (m.parties.empty() || m.naming == Naming::place || m.role == Role::location || m.role == Role::qualifier)
			continue;
		const auto kind = kind_of(m.parties[0]);
		if (country_of(m.parties[0]) != Country::la || kind == "district" || kind == "commune") continue;
		++(kind == "village" ? villages : bodies);
	}
	for (const auto& person : m_people.people) bodies += person.country == "LA" ? 1U : 0U;
	if (others > 0 && (others >= countries - customs + places || !names_vietnam())) return false;
	if (bodies == 0 && remembers_war()) return false;
	if (bodies > 0 || (villages > 0 && (near == 0 || twinned || places + countries > near))) return true;
	if (places + countries <= near) return false;
	if (countries > 0 && names_border_delegations(0, static_cast<std::uint32_t>(m_a.tokens.size()))) return true;
	if (together > 0 && (places > 0 || countries >= 2)) return true;
	// "sang huyện X giúp bạn": of a Lao district whose province the text does not name.
	if (together > 0 && std::any_of(m_parties.mentions.begin(), m_parties.mentions.end(), [](const auto& m) {
		    return !m.parties.empty() && country_of(m.parties[0]) == Country::la && kind_of(m.parties[0]) != "state";
	    }))
		return true;
	// "khám bệnh cho người dân huyện …, tỉnh Hủa Phăn (Lào)", "hợp tác với tỉnh Hủa Phăn": a deed towards a Lao place
	// in its own sentence, which does not merely say where something lies or comes from.
	for (const auto& sentence : m_a.sentences) {
		if ((names_laos(sentence) || names_students(sentence)) && deals_with(sentence)) return true;
	}
	return joins_both() || works_with_laos();
}

bool Context::remembers_war() const {
	static constexpr std::array<std::array<std::string_view, 2>, 8> k_words = {{{"chiến", "đấu"},
	                                                                            {"chiến", "trường"},
	                                                                            {"chiến", "dịch"},
	                                                                            {"kháng", "chiến"},
	                                                                            {"nhập", "ngũ"},
	                                                                            {"hy", "sinh"},
	                                                                            {"quyết", "chiến"},
	                                                                            {"giải", "phóng"}}};
	constexpr int k_recent = 1985;  // behind the years in which volunteers served
	std::uint32_t words = 0;
	for (std::uint32_t t = 0; t + 1 < m_a.tokens.size(); ++t) {
		const auto first = m_a.small(t);
		words += std::any_of(k_words.begin(), k_words.end(),
		                     [&](const auto& w) { return first == w[0] && m_a.word(t + 1) == w[1]; })
		             ? 1U
		             : 0U;
	}
	if (words < 4) return false;
	bool then = false;
	for (const auto& d : m_dates) {
		if (d.from.year >= k_recent) return false;
		then = then || (d.from.year >= 1945 && d.from.year < k_recent);
	}
	return then;
}

bool Context::names_border_delegations(std::uint32_t begin, std::uint32_t end) const {
	for (auto t = begin; t + 3 < end; ++t) {
		if (m_a.word(t) != "biểu" || m_a.word(t + 1) != "biên" || m_a.word(t + 2) != "giới") continue;
		auto at = t + 3;
		if (at + 2 < end && (m_a.word(at) == "hai" || m_a.word(at) == "2") && m_a.word(at + 1) == "nước") at += 2;
		if (m_a.word(at) == "Việt" || m_a.word(at) == "Lào") return true;
	}
	return false;
}

/// "phối hợp với lực lượng chức năng Lào", "cùng Công an Lào".
bool Context::works_with_laos() const {
	for (std::uint32_t t = 0; t + 3 < m_a.tokens.size(); ++t) {
		if (m_a.word(t) != "phối" || m_a.word(t + 1) != "hợp") continue;
		const auto with = m_a.word(t + 2);
		if (with != "với" && with != "cùng" && with != "lực" && with != "cơ" && with != "chặt") continue;
		for (auto u = t + 3; u < m_a.tokens.size() && u < t + 12; ++u) {
			if (m_a.tokens[u].kind == text::TokenKind::punctuation) break;
			if (m_a.word(u) == "Lào" && (u + 1 >= m_a.tokens.size() || m_a.word(u + 1) != "Cai")) return true;
		}
	}
	return false;
}

/// "huyện A và huyện B (Lào) mở ngày hội", "Hạt Kiểm lâm A và Phòng Nông lâm B": one of each side in one list.
bool Context::joins_both() const {
	const PartyMention* last = nullptr;
	for (const auto& m : m_parties.mentions) {
		if (m.parties.empty() || m.role != Role::free) continue;
		// "tỉnh A và tỉnh B (Lào) khai trương": one list.
		if (both_sides(m.parties)) return true;
		if (last != nullptr && country_of(last->parties[0]) != country_of(m.parties[0]) && m.begin >= last->end &&
		    m.begin - last->end <= 4 && !lies_there(m.begin)) {
			// "kim ngạch giữa tỉnh A và Lào": a country only where the two are set side by side.
			const bool state = kind_of(m.parties[0]) == "state" || kind_of(last->parties[0]) == "state";
			const bool between = last->begin > 0 && m_a.word(last->begin - 1) == "giữa";
			// "Việt Nam dành cho Lào 1.000 suất học bổng".
			if (state && m_a.find_cue(last->end, m.begin, Cue::give) != nullptr) return true;
			for (auto t = last->end; t < m.begin; ++t) {
				const auto link = m_a.word(t);
				if (m_a.tokens[t].kind == text::TokenKind::punctuation) break;
				if ((link == "và" || link == "với" || link == "cùng") && (!state || between)) return true;
			}
		}
		last = &m;
	}
	return false;
}

Context::Context(const model::Document& document, const lexicon::Lexicon& lexicon) : m_a(annotate(document, lexicon)) {
	m_people = find_people(m_a);
	m_parties = find_parties(m_a, m_people);
	m_parties_at = MentionIndex(m_parties.mentions, m_a.tokens.size());
	fill_bodies(m_a, m_parties, m_people);
	m_dates = find_dates(m_a, m_document_date);
	m_bilateral = concerns_both();
	if (!m_bilateral) return;
	std::vector<bool> taken(m_a.tokens.size() + 1, false);
	for (const auto& d : m_dates) {
		for (auto t = d.begin; t < d.end; ++t) taken[t] = true;
	}
	// "Đoàn Kinh tế - Quốc phòng 337", "Đại đội 216": the number is the unit's name.
	for (const auto& m : m_parties.mentions) {
		const auto kind = m.parties.empty() ? std::string_view{} : kind_of(m.parties[0]);
		if (kind != "military-unit" && kind != "border-company") continue;
		for (auto t = kind == "border-company" ? m.end - 1 : m.begin; t < m.end; ++t)
			taken[t] = taken[t] || (t > m.begin && m_a.tokens[t].kind == text::TokenKind::number);
	}
	m_numbers = find_numbers(m_a, taken);
	m_numbers_at = MentionIndex(m_numbers, m_a.tokens.size());
	m_paper = find_paper(m_a, m_dates);
	m_sections = find_sections(m_a, m_dates, m_paper);
	find_pairs();
	if (m_paper) hold_to_paper();
	find_event();
	split_clauses();
}

bool Context::is_headline(std::uint32_t sentence) const {
	return m_a.block_kind(m_a.sentences[sentence]) == model::BlockKind::headline;
}
bool Context::is_caption(std::uint32_t sentence) const {
	return m_a.block_kind(m_a.sentences[sentence]) == model::BlockKind::caption;
}

bool Context::at_home(std::uint32_t index) const {
	static constexpr std::array<std::array<std::string_view, 3>, 8> k_openings = {{{"ở", "trong", "tỉnh"},
	                                                                               {"ở", "trong", "nước"},
	                                                                               {"trong", "tỉnh", ","},
	                                                                               {"trong", "nước", ","},
	                                                                               {"trên", "đất", "mình"},
	                                                                               {"về", "trong", "nước"},
	                                                                               {"trên", "địa", "bàn"},
	                                                                               {"ở", "nội", "địa"}}};
	const auto& s = m_a.sentences[index];
	if (s.begin + 4 > s.end) return false;
	const auto first = m_a.small(s.begin);
	if (std::none_of(k_openings.begin(), k_openings.end(), [&](const auto& words) {
		    return first == words[0] && m_a.word(s.begin + 1) == words[1] && m_a.word(s.begin + 2) == words[2];
	    }))
		return false;
	if (has_cue(s.begin, s.end, lexicon::Cue::friends) || has_cue(s.begin, s.end, lexicon::Cue::both)) return false;
	for (auto t = s.begin; t < s.end; ++t) {
		if (says_laos(m_a, t)) return false;
	}
	const auto named = parties_in(s.begin, s.end);
	return std::none_of(named.begin(), named.end(), [](const auto& m) {
		return std::any_of(m.parties.begin(), m.parties.end(),
		                   [](const auto& p) { return country_of(p) == lexicon::Country::la; });
	});
}

std::span<const DateMention> Context::dates_in(std::uint32_t b, std::uint32_t e) const { return within(m_dates, b, e); }
std::span<const NameMention> Context::names_in(std::uint32_t b, std::uint32_t e) const {
	return within(m_people.mentions, b, e);
}

PartySet Context::named(std::uint32_t begin, std::uint32_t end) const {
	PartySet out;
	for (const auto& m : parties_in(begin, end)) {
		if (m.role == Role::free) merge(out, m.parties);
	}
	if (out.size() > 1) keep_specific(out);
	return out;
}

PartySet Context::spoken_for(std::uint32_t begin, std::uint32_t end) const {
	PartySet out;
	for (const auto& m : parties_in(begin, end)) {
		if (m.role != Role::in_title) continue;
		for (const auto& p : m.parties) {
			const auto kind = kind_of(p);
			const bool leaders =
			    (kind == "party-committee" || kind == "people-committee" || kind == "people-council") &&
			    place_of(p).size() > 2;
			merge(out, {leaders ? std::string(place_of(p)) + "/province" : p});
		}
	}
	// "Ủy viên Trung ương Đảng, Chánh án TAND tối cao": of two posts the second is the office.
	const auto membership = [](const auto& p) { return kind_of(p) == "party-committee" && place_of(p).size() == 2; };
	std::vector<Country> served;
	for (const auto& p : out) {
		if (!membership(p)) served.push_back(country_of(p));
	}
	std::erase_if(out, [&](const auto& p) {
		return membership(p) && std::find(served.begin(), served.end(), country_of(p)) != served.end();
	});
	keep_specific(out);
	return out;
}

const Section* Context::section_at(std::uint32_t token) const {
	const auto after = std::upper_bound(m_sections.begin(), m_sections.end(), token,
	                                    [](std::uint32_t t, const Section& s) { return t < s.begin; });
	if (after == m_sections.begin()) return nullptr;
	const auto& section = *std::prev(after);
	return token < section.end ? &section : nullptr;
}

PartySet Context::actors(std::uint32_t begin, std::uint32_t end) const {
	auto out = named(begin, end);
	if (both_sides(out) && std::any_of(out.begin(), out.end(), [](const auto& p) { return kind_of(p) != "state"; }))
		return out;
	const auto& pair = pair_at(begin);
	for (auto m = m_a.first_match[begin]; m < m_a.matches.size() && m_a.matches[m].begin < end; ++m) {
		switch (m_a.matches[m].cue()) {
			case Cue::both:
				if (auto alike = pair_of_kind(m_a.matches[m]); !alike.empty()) return alike;
				return pair;
			case Cue::all_sides: return pair_of_count(m_a.matches[m]);
			case Cue::provinces: {
				PartySet provinces;
				for (const auto& p : pair) {
					const auto place = std::string(place_of(p));
					merge(provinces, {place.size() > 2 ? place + "/province" : p});
				}
				// Where the pair are provinces' bodies that speak for their provinces, "hai tỉnh" still means them.
				return provinces;
			}
			case Cue::friends: {
				merge(out, plural_before(m_a.matches[m].begin) ? widest_side(Country::la) : side(pair, Country::la));
				break;
			}
			case Cue::own_side: {
				merge(out, side(pair, Country::vn));
				break;
			}
			default: break;
		}
	}
	return out;
}

const DateMention* Context::day_at(std::uint32_t begin, std::uint32_t end) const {
	const auto* own = date_in(begin, end);
	if (own != nullptr && own->from.day != 0) return own;
	// "Cũng trong ngày …", "Chiều cùng ngày": the last day named in this block.
	const auto s = sentence_of(begin);
	const auto block = m_a.sentences[s].block;
	const DateMention* last = nullptr;
	for (auto first = s;; --first) {
		if (m_a.sentences[first].block != block) break;
		for (const auto& d : dates_in(m_a.sentences[first].begin, std::min(begin, m_a.sentences[first].end))) {
			if (!d.anniversary && !d.term && d.from.day != 0 && (last == nullptr || d.begin > last->begin)) last = &d;
		}
		if (last != nullptr || first == 0) break;
	}
	return last != nullptr ? last : own;
}

bool Context::dates_twinning(const DateMention& date) const {
	if (date.period || date.until_now || date.begin < 2) return false;
	const auto from = date.begin > 5 ? date.begin - 5 : 0;
	const auto* twinning = m_a.find_cue(from, date.begin, lexicon::Cue::twinning);
	return twinning != nullptr && date.begin - twinning->end <= 2;
}

std::optional<std::string> Context::zone_period(std::uint32_t token) const {
	const auto found = std::partition_point(m_clauses.begin(), m_clauses.end(),
	                                        [&](const Clause& clause) { return clause.end <= token; });
	if (found == m_clauses.end()) return std::nullopt;
	const auto at = static_cast<std::size_t>(found - m_clauses.begin());
	const auto mode = found->mode;
	const auto block = m_a.sentences[found->sentence].block;
	for (auto i = at + 1; i-- > 0;) {
		const auto& clause = m_clauses[i];
		const bool same_block = m_a.sentences[clause.sentence].block == block;
		if (clause.mode != mode && !same_block) {
			// The sentence that opens the zone may only announce it: "đánh giá kết quả … giai đoạn 2021-2025".
			if (!has_cue(clause.begin, clause.end, lexicon::Cue::assess) &&
			    !has_cue(clause.begin, clause.end, lexicon::Cue::review))
				break;
		}
		const DateMention* last = nullptr;
		std::optional<std::string> since;
		for (const auto& d : dates_in(clause.begin, i == at ? token : clause.end)) {
			if (d.anniversary || (!d.period && d.from.day != 0)) continue;
			// "tăng 24% so với năm 2012": what it is held against.
			bool compared = false;
			for (std::uint32_t back = 2; back <= 5 && d.begin >= clause.begin + back; ++back)
				compared = compared || (m_a.word(d.begin - back) == "so" && m_a.word(d.begin - back + 1) == "với");
			if (compared || dates_twinning(d)) continue;
			if (dates_signing(d)) {
				since = since_signing(d);
				continue;
			}
			// "Từ tháng 11/2021 đến tháng 11/2022, hai bên đã triển khai Biên bản ghi nhớ năm 2021": the time of the
			// paper comes after that of what was done.
			bool of_paper = false;
			if (dates_treaty(d)) continue;
			for (std::uint32_t back = 1; back <= 8 && d.begin >= clause.begin + back && !of_paper; ++back) {
				if (m_a.tokens[d.begin - back].is(',')) break;
				of_paper = m_a.at(d.begin - back, lexicon::EntryClass::instrument) != nullptr;
			}
			if (last == nullptr || !of_paper) last = &d;
		}
		if (last != nullptr) return last->edtf;
		if (since) return since;
		if (const auto* section = section_at(clause.begin); section != nullptr && section->period)
			return section->period;
		if (clause.mode != mode && !same_block) break;
	}
	return std::nullopt;
}

bool Context::dates_treaty(const DateMention& date) const {
	constexpr std::uint32_t k_longest_name = 26;
	if (date.period || date.from.month != 0) return false;
	const auto begin = m_a.sentences[sentence_of(date.begin)].begin;
	for (std::uint32_t back = 1; back <= k_longest_name && date.begin >= begin + back; ++back) {
		const auto t = date.begin - back;
		if (m_a.tokens[t].is(',') || m_a.tokens[t].is(';') || m_a.cue_at(t, Cue::done) != nullptr) return false;
		const auto* paper = m_a.at(t, EntryClass::instrument);
		if (paper == nullptr) continue;
		using model::Instrument;
		const auto& known = m_a.lexicon.instrument(paper->index);
		return known.named || known.instrument == Instrument::treaty || known.instrument == Instrument::accord ||
		       known.instrument == Instrument::protocol;
	}
	return false;
}

bool Context::dates_signing(const DateMention& date) const {
	const auto begin = m_a.sentences[sentence_of(date.begin)].begin;
	// "bản thỏa thuận hợp tác đầu tiên (tháng 8.2012)".
	bool signing = date.begin > begin && m_a.tokens[date.begin - 1].is('(') && !date.period;
	for (std::uint32_t back = 1; back <= 14 && date.begin >= begin + back; ++back) {
		const auto t = date.begin - back;
		if (m_a.tokens[t].is(';') || (m_a.tokens[t].is(',') && !signing)) return false;
		if (back <= 3 && m_a.cue_at(t, Cue::sign) != nullptr) signing = true;
		if (back > 3 && !signing) return false;
		if (signing && m_a.at(t, EntryClass::instrument) != nullptr) return true;
		if (signing && (m_a.word(t) == "bản" || m_a.word(t) == "kiện") && t > begin && m_a.word(t - 1) == "văn")
			return true;
	}
	return false;
}

std::optional<std::string> Context::since_signing(const DateMention& date) const {
	if (date.period || date.from.year == 0) return std::nullopt;
	const auto begin = m_a.sentences[sentence_of(date.begin)].begin;
	bool under = false;
	for (const auto& m : m_a.matches_in(begin, date.begin)) under = under || m.cue() == Cue::implement;
	// "Kể từ khi ký thỏa thuận …", "Từ ngày ký bản ghi nhớ …".
	for (auto t = begin; t + 2 < date.begin && t < begin + 4; ++t) {
		const auto word = m_a.word(t);
		const auto next = m_a.word(t + 1);
		under = under || ((word == "từ" || word == "Từ") && (next == "khi" || next == "ngày") &&
		                  m_a.cue_at(t + 2, Cue::sign) != nullptr);
	}
	if (!under) return std::nullopt;
	const auto from = edtf_of({date.from.year, date.from.month, 0});
	const auto year = m_document_date.year;
	if (year == 0) return from + "/..";
	return date.from.year >= year ? from.substr(0, 4) : from + "/" + std::to_string(year);
}

const DateMention* Context::date_in(std::uint32_t begin, std::uint32_t end) const {
	const DateMention* best = nullptr;
	for (const auto& d : dates_in(begin, end)) {
		if (d.anniversary || d.term || d.until_now || d.open_end) continue;
		if (best == nullptr || (best->from.day == 0 && d.from.day != 0)) best = &d;
	}
	return best;
}

base::Span Context::evidence(std::uint32_t begin, std::uint32_t end) const {
	while (begin < end && m_a.tokens[begin].kind == text::TokenKind::punctuation && !m_a.tokens[begin].is('"') &&
	       !m_a.tokens[begin].is('('))
		++begin;
	while (end > begin + 1) {
		const auto& last = m_a.tokens[end - 1];
		if (last.kind != text::TokenKind::punctuation || last.is('"') || last.is(')')) break;
		--end;
	}
	if (begin >= end) return {};
	return m_a.span(begin, end);
}

std::pair<std::uint32_t, std::uint32_t> Context::clause_of(std::uint32_t token) const {
	const auto sentence = sentence_of(token);
	const auto& s = m_a.sentences[sentence];
	if (!m_a.cues_of[sentence].parted && token >= s.begin && token < s.end) return {s.begin, s.end};
	auto begin = token;
	// "các tỉnh: A, B đã sang thăm C": the colon only opens the list.
	const auto opens_list = [&](std::uint32_t t) {
		static constexpr std::array<std::string_view, 4> k_levels = {"tỉnh", "huyện", "xã", "bản"};
		return t > s.begin && t + 1 < s.end && m_a.tokens[t + 1].capital && base::one_of<k_levels>(m_a.word(t - 1));
	};
	while (begin > s.begin && !m_a.tokens[begin - 1].is(';') &&
	       !(m_a.tokens[begin - 1].is(':') && !opens_list(begin - 1)))
		--begin;
	auto end = token;
	while (end < s.end && !m_a.tokens[end].is(';')) ++end;
	return {begin, end};
}

}  // namespace bienban::extraction
