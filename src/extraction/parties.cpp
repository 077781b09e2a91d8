#include "extraction/parties.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;
using lexicon::Level;
using lexicon::Match;

constexpr std::uint16_t k_no_place = 0xFFFF;

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
	if (of == "border-guard") return kind == "ministry-of-defence" || kind == "general-staff" || kind == "military-command";
	if (of == "border-post" || of == "border-company" || of == "border-checkpoint" || of == "military-unit") {
		return kind == "border-guard" || kind == "military-command" || kind == "ministry-of-defence" || kind == "police" ||
		       kind == "general-staff" || kind == "military-region";
	}
	if (of == "general-staff" || of == "military-region" || of == "military-command") return kind == "ministry-of-defence";
	if (of == "district-military") return kind == "military-command";
	return false;
}

class Finder {
public:
	Finder(const Annotated& a, const People& people) : m_a(a), m_names(a.tokens.size() + 1, false) {
		for (const auto& name : people.mentions) {
			for (auto t = name.begin; t < name.end; ++t) m_names[t] = true;
		}
	}

	Parties run() {
		find_places();
		for (const auto& sentence : m_a.sentences) {
			m_sentence = sentence;
			for (auto t = sentence.begin; t < sentence.end;) t = read_at(t);
		}
		complete();
		return std::move(m_out);
	}

private:
	struct Pending {
		std::size_t mention = 0;
		std::string kind;
		std::string name;
		Country country = Country::none;
		bool both = false;
		std::size_t slot = 0;
	};

	const lexicon::Lexicon& lex() const { return m_a.lexicon; }
	const text::Token& token(std::uint32_t t) const { return m_a.tokens[t]; }
	bool inside(std::uint32_t t) const { return t < m_sentence.end; }

	// Places.

	/// Every syllable of a Vietnamese name has a capital ("Hòa Bình", never "Hòa bình").
	bool is_name(const Match& m, const lexicon::Place& place) const {
		if (place.country != Country::vn || place.code.size() == 2) return true;
		for (auto t = m.begin; t < m.end; ++t) {
			if (token(t).kind == text::TokenKind::word && !token(t).capital) return false;
		}
		return true;
	}

	bool inside_person(const Match& m) const { return m_names[m.begin] && m_names[m.end - 1]; }

	std::optional<std::uint16_t> province_at(std::uint32_t t, std::uint32_t& end) const {
		const auto* m = m_a.at(t, EntryClass::province);
		if (m == nullptr || inside_person(*m) || !is_name(*m, lex().place(m->index))) return std::nullopt;
		if (in_slogan(*m)) return std::nullopt;
		end = m->end;
		return resolve_vientiane(m->index, t);
	}

	/// "Chủ tịch Hồ Chí Minh", "đường Hồ Chí Minh": no place.
	bool in_slogan(const Match& m) const {
		for (auto i = m_a.first_match[m.begin > 4 ? m.begin - 4 : 0]; i < m_a.matches.size() && m_a.matches[i].begin <= m.begin; ++i) {
			const auto& x = m_a.matches[i];
			if (x.cue() == Cue::slogan && x.end >= m.end) return true;
		}
		return false;
	}

	/// "tỉnh Viêng Chăn" is the province, the bare name the capital.
	std::uint16_t resolve_vientiane(std::uint16_t index, std::uint32_t t) const {
		const auto& code = lex().place(index).code;
		if (code != "LA-VI" && code != "LA-VT") return index;
		// Behind "tỉnh", also as a later member of a list: "ba tỉnh Xiêng Khoảng, Viêng Chăn, Xay Sổm Bun".
		bool province = false;
		for (auto back = t; back > 0 && t - back < 12; --back) {
			const auto& k = token(back - 1);
			const auto word = m_a.word(back - 1);
			if (word == "tỉnh") {
				province = true;
				break;
			}
			if (!k.capital && !k.is(',') && word != "và") break;
			if (word == "Thủ" || word == "TP") break;
		}
		return lex().place_of(province ? "LA-VI" : "LA-VT").value_or(index);
	}

	/// The word that says what a name is, before token t; skips nothing else.
	bool after_cue(std::uint32_t t, Cue cue) const {
		for (std::uint32_t back = 1; back <= 2 && back <= t; ++back) {
			const auto* m = m_a.cue_at(t - back, cue);
			if (m != nullptr && m->end == t) return true;
		}
		return false;
	}

	void find_places() {
		std::vector<std::uint32_t> counts(lex().places().size(), 0);
		std::uint32_t until = 0;
		bool district_list = false;
		for (std::uint32_t i = 0; i < m_a.matches.size(); ++i) {
			const auto& m = m_a.matches[i];
			if (m.begin < until) continue;
			std::uint32_t end = m.end;
			if (m.cls == EntryClass::province) {
				// "công an các huyện Minh Hóa, Bố Trạch, Quảng Ninh": a name in a list of districts is a district.
				const bool continues = m.begin > 0 && district_list && !m_out.places.empty() && m_out.places.back().end + 1 >= m.begin &&
				                       (token(m.begin - 1).is(',') || m_a.word(m.begin - 1) == "và");
				const bool local = after_cue(m.begin, Cue::district_word) || after_cue(m.begin, Cue::commune_word) ||
				                   after_cue(m.begin, Cue::village_word) || continues || after_word(m.begin, "sông") ||
				                   after_word(m.begin, "đường");
				if (local) {
					district_list = true;
					if (const auto* d = m_a.at(m.begin, EntryClass::district)) add_place(*d, lex().district(d->index).province, false, counts);
					until = end;
					continue;
				}
				const auto found = province_at(m.begin, end);
				if (!found) continue;
				district_list = false;
				add_place({m.begin, end, m.cls, m.index}, *found, true, counts);
				until = end;
			} else if (m.cls == EntryClass::district || m.cls == EntryClass::gate || m.cls == EntryClass::seat) {
				if (inside_person(m)) continue;
				const bool cued = m.cls == EntryClass::seat || after_cue(m.begin, Cue::district_word) || after_gate(m.begin) ||
				                  (district_list && m.begin > 0 && (token(m.begin - 1).is(',') || m_a.word(m.begin - 1) == "và"));
				if (!cued && m.size() < 2) continue;
				if (m_a.at(m.begin, EntryClass::province) != nullptr && !after_cue(m.begin, Cue::district_word)) continue;
				district_list = m.cls == EntryClass::district && cued;
				const auto province = m.cls == EntryClass::district ? lex().district(m.index).province
				                      : m.cls == EntryClass::gate   ? lex().gate(m.index).province
				                                                    : lex().seat(m.index);
				add_place(m, province, false, counts);
				until = end;
			}
		}
		find_unknown_provinces(counts);
		std::sort(m_out.places.begin(), m_out.places.end(), [](const auto& x, const auto& y) { return x.begin < y.begin; });
		for (const auto& place : m_out.places) {
			if (place.named) m_out.codes.push_back(lex().place(place.place).code);
		}
		std::sort(m_out.codes.begin(), m_out.codes.end());
		m_out.codes.erase(std::unique(m_out.codes.begin(), m_out.codes.end()), m_out.codes.end());
		pick_sides(counts);
	}

	bool after_word(std::uint32_t t, std::string_view word) const { return t > 0 && m_a.word(t - 1) == word; }
	bool after_gate(std::uint32_t t) const {
		return after_word(t, "khẩu") || after_word(t, "tế") || after_word(t, "chính") || after_word(t, "phụ") || after_word(t, "CKQT") ||
		       after_word(t, "phòng") || after_word(t, "BPCK");
	}

	void add_place(const Match& m, std::uint16_t place, bool named, std::vector<std::uint32_t>& counts) {
		m_out.places.push_back({m.begin, m.end, place, named});
		counts[place] += named ? 3 : 1;
	}

	/// "tỉnh Xả La Van" in a spelling that no table has: a capitalised name behind "tỉnh" whose phonetic key is that of a province.
	void find_unknown_provinces(std::vector<std::uint32_t>& counts) {
		for (std::uint32_t t = 0; t + 1 < m_a.tokens.size(); ++t) {
			const auto word = m_a.word(t);
			if (word != "tỉnh" && word != "Tỉnh") continue;
			const auto begin = t + 1;
			if (!token(begin).capital || m_a.at(begin, EntryClass::province) != nullptr || m_a.at(begin, EntryClass::body) != nullptr ||
			    m_a.at(begin, EntryClass::country) != nullptr) {
				continue;
			}
			const auto end = name_end(begin, static_cast<std::uint32_t>(m_a.tokens.size()));
			for (auto stop = end; stop > begin; --stop) {
				const auto name = m_a.words(begin, stop);
				const auto found = by_sound(name);
				if (!found) continue;
				add_place({begin, stop, EntryClass::province, *found}, *found, true, counts);
				m_unknown.push_back({begin, stop, *found, true});
				break;
			}
		}
	}

	std::optional<std::uint16_t> by_sound(std::string_view name) const {
		return lex().province_by_sound(name);
	}

	/// Remembers what it was asked: a text names the same districts again and again.
	std::optional<std::uint16_t> district_by_sound(std::string_view name) const {
		for (const auto& [known, place] : m_sounds) {
			if (known == name) return place;
		}
		m_sounds.emplace_back(name, lex().district_by_sound(name));
		return m_sounds.back().second;
	}

	void pick_sides(const std::vector<std::uint32_t>& counts) {
		std::uint32_t best_home = 0;
		std::uint32_t best_abroad = 0;
		for (const auto& p : m_out.places) {
			const auto& place = lex().place(p.place);
			auto& best = place.country == Country::vn ? best_home : best_abroad;
			auto& side = place.country == Country::vn ? m_out.home : m_out.abroad;
			// The venue of national bodies is nobody's home.
			const auto weight = place.code == "VN-HN" || place.code == "LA-VT" ? 1U : counts[p.place] + 1;
			if (weight > best) {
				best = weight;
				side = p.place;
			}
		}
	}

	// Names.

	/// The end of a proper name that begins at t: capitalised syllables, syllables joined to them by a hyphen, a closing number.
	std::uint32_t name_end(std::uint32_t t, std::uint32_t limit) const {
		auto end = t;
		while (end < limit) {
			const auto& k = token(end);
			if (k.kind == text::TokenKind::word && k.capital) {
				if (m_names[end]) break;
				if (end > t && (m_a.at(end, EntryClass::body) != nullptr || m_a.at(end, EntryClass::rank) != nullptr || is_post(end))) break;
				++end;
				continue;
			}
			if (k.is('-') && end > t && end + 1 < limit && !k.space_before && !token(end + 1).space_before &&
			    token(end + 1).kind == text::TokenKind::word) {
				end += 2;
				continue;
			}
			if (k.kind == text::TokenKind::number && end > t && end - t <= 4 && k.end - k.begin <= 2 && numbers_a_name(end, limit)) {
				++end;
				break;
			}
			break;
		}
		return end;
	}

	/// A post begins here; "nguyên" alone is a syllable of names ("Thái Nguyên").
	bool is_post(std::uint32_t t) const {
		const auto* post = m_a.at(t, EntryClass::post);
		return post != nullptr && lex().post(post->index).cls != lexicon::PostClass::prefix;
	}

	/// "bản Ka Túp 2": a number that counts nothing.
	bool numbers_a_name(std::uint32_t t, std::uint32_t limit) const {
		const auto next = t + 1;
		if (next >= limit) return true;
		const auto& k = token(next);
		if (k.kind == text::TokenKind::punctuation) return !k.is('/') && !k.is('-') && !k.is('.');
		return m_a.at(next, EntryClass::unit) == nullptr && m_a.at(next, EntryClass::multiplier) == nullptr && m_a.at(next, EntryClass::currency) == nullptr &&
		       (m_a.word(next) == "và" || m_a.cue_at(next, Cue::done) != nullptr || m_a.cue_at(next, Cue::twinning) != nullptr || m_a.word(next) == "với" || m_a.word(next) == "trở");
	}

	/// The end of a name that has small words of its own: "Cao đẳng Sư phạm Kon Tum", "Dệt may Sông Hàn", "Quân sự tỉnh Lào Cai".
	std::uint32_t long_name_end(std::uint32_t t, std::uint32_t limit) const {
		static constexpr std::array<std::string_view, 30> k_stops = {"đã", "do", "cho", "tại", "của", "với", "được", "sang", "nhận", "mở", "trao", "tặng", "là", "có", "cùng", "ở", "khai", "bế", "dạy", "đào", "tiếp", "sẽ", "vừa", "còn", "cũng", "hiện", "trong", "để", "bàn", "tổ"};
		auto end = t;
		auto last = t;
		while (end < limit && end < t + 14) {
			const auto& k = token(end);
			const auto word = m_a.word(end);
			if (k.kind == text::TokenKind::word && k.capital) {
				if (m_names[end] || (end > t && (m_a.at(end, EntryClass::rank) != nullptr || is_post(end)))) break;
				last = ++end;
				continue;
			}
			if (k.is('-') && end > t) {
				++end;
				if (end < limit && !k.space_before && !token(end).space_before && token(end).kind == text::TokenKind::word) last = ++end;
				continue;
			}
			if (k.kind == text::TokenKind::number && end > t && numbers_a_name(end, limit)) {
				last = ++end;
				continue;
			}
			if (k.kind != text::TokenKind::word || end == t || std::find(k_stops.begin(), k_stops.end(), word) != k_stops.end()) break;
			if (m_a.cue_at(end, Cue::give) != nullptr || m_a.cue_at(end, Cue::travel) != nullptr || m_a.cue_at(end, Cue::talks) != nullptr) break;
			// A small word right behind a capital one belongs to it ("Cao đẳng", "Sư phạm", "Dệt may"); "tỉnh", "và" only before another capital.
			const bool link = word == "tỉnh" || word == "thành" || word == "phố" || word == "huyện" || word == "và" || word == "xã";
			if (link) {
				auto next = end + 1;
				if (next < limit && m_a.word(next) == "phố") ++next;
				if (next >= limit || !token(next).capital || (word == "và" && (m_a.at(next, EntryClass::body) != nullptr || m_a.at(next, EntryClass::province) != nullptr))) break;
				++end;
				continue;
			}
			static constexpr std::array<std::string_view, 16> k_school = {"nội", "trú", "bán", "nghề", "cấp", "phạm", "sự", "tộc", "đẳng", "học", "non", "thông", "sở", "kỹ", "thuật", "viện"};
			const bool school = std::find(k_school.begin(), k_school.end(), word) != k_school.end();
			// A place closes the name: "Bệnh viện Đà Nẵng chữa …".
			if (!school && (!token(end - 1).capital || ends_place(end))) break;
			last = ++end;
		}
		return last;
	}

	bool ends_place(std::uint32_t t) const {
		const auto found = std::find_if(m_out.places.begin(), m_out.places.end(), [&](const PlaceMention& p) { return p.end == t; });
		return found != m_out.places.end();
	}

	// Parties.

	/// A province by any spelling at t.
	std::optional<std::uint16_t> any_province_at(std::uint32_t t, std::uint32_t& end) const {
		if (const auto found = province_at(t, end)) return found;
		for (const auto& u : m_unknown) {
			if (u.begin == t) {
				end = u.end;
				return u.place;
			}
		}
		return std::nullopt;
	}

	std::optional<std::uint16_t> country_at(std::uint32_t t, std::uint32_t& end) const {
		if (const auto* m = m_a.at(t, EntryClass::country)) {
			end = m->end;
			return m->index;
		}
		return std::nullopt;
	}

	/// Skips "tỉnh", "hai tỉnh", "các tỉnh", "2 tỉnh", "thành phố", "TP", "Thủ đô" in front of a province; says how many are meant.
	std::uint32_t skip_level(std::uint32_t t, int& plural) const {
		static constexpr std::array<std::string_view, 8> k_words = {"tỉnh", "Tỉnh", "thành", "phố", "TP", "đô", "Thủ", "thủ"};
		while (inside(t)) {
			const auto word = m_a.word(t);
			// Nearly every word is none of these: told by its first byte.
			static constexpr std::string_view k_first = "tTPpcnh023b45.\xC4";
			if (k_first.find(word.front()) == std::string_view::npos && word != "đô") break;
			if (std::find(k_words.begin(), k_words.end(), word) != k_words.end()) {
				++t;
			} else if (word == "các" || word == "những") {
				plural = 9;
				++t;
			} else if ((word == "hai" || word == "2" || word == "02") && inside(t + 1) && (m_a.word(t + 1) == "tỉnh" || m_a.word(t + 1) == "nước" || m_a.word(t + 1) == "bên" || m_a.word(t + 1) == "địa")) {
				plural = 2;
				++t;
			} else if ((word == "ba" || word == "3" || word == "bốn" || word == "4" || word == "năm" || word == "03" || word == "04" || word == "05") && inside(t + 1) && m_a.word(t + 1) == "tỉnh") {
				plural = 9;
				++t;
			} else if (token(t).is('.') && t > 0 && m_a.word(t - 1) == "TP") {
				++t;
			} else {
				break;
			}
		}
		return t;
	}

	/// A list of provinces "Sơn La, Điện Biên và Luông Pha Băng" from t on.
	std::uint32_t province_list(std::uint32_t t, std::vector<std::uint16_t>& out) const {
		std::uint32_t end = t;
		auto found = any_province_at(t, end);
		if (!found) return t;
		out.push_back(*found);
		for (;;) {
			auto next = skip_bracket(end);
			const auto before = next;
			if (!inside(next)) break;
			if (token(next).is(',') || m_a.word(next) == "và" || m_a.word(next) == "với" || token(next).is('-')) {
				++next;
				if (inside(next) && m_a.word(next) == "và") ++next;
				int plural = 0;
				const auto name = skip_level(next, plural);
				std::uint32_t stop = name;
				const auto more = inside(name) ? any_province_at(name, stop) : std::nullopt;
				// "… Sơn La, Bộ CHQS tỉnh …" is no list; nor is ", tỉnh Sơn La" behind a district.
				if (more && inside_list(before, name)) {
					out.push_back(*more);
					end = stop;
					continue;
				}
			}
			break;
		}
		return end;
	}

	bool inside_list(std::uint32_t separator, std::uint32_t name) const { return name - separator <= 4; }

	/// Behind "(Lào)", "(CHQS)", "(tỉnh Hủa Phăn, Lào)": the token after the closing bracket; `place` is what the bracket names.
	std::uint32_t skip_bracket(std::uint32_t t, std::optional<std::uint16_t>* place = nullptr) const {
		if (!inside(t) || !token(t).is('(')) return t;
		std::uint32_t close = t + 1;
		while (inside(close) && close < t + 16 && !token(close).is(')')) ++close;
		if (!inside(close) || !token(close).is(')')) return t;
		bool known = close == t + 1;
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
			if (token(k).all_capital && close == t + 2) known = true;
			if (place != nullptr && !*place && m_a.cue_at(k, Cue::district_word) != nullptr && k + 1 < close) *place = local_place(k + 1, "district");
			if (m_a.at(k, EntryClass::body) != nullptr || m_a.cue_at(k, Cue::district_word) != nullptr) known = true;
		}
		return known ? close + 1 : t;
	}

	/// What stands behind a named body and says where it is: "(Houaphan, Lào)", ", tỉnh Khăm Muộn (Lào)", "của tỉnh Hủa Phăn",
	/// ", Bộ CHQS tỉnh Luang Prabang". Gives the token behind it.
	std::uint32_t qualifier(std::uint32_t t, std::string_view kind, std::optional<std::uint16_t>& place) const {
		auto end = t;
		for (int round = 0; round < 4; ++round) {
			const auto bracket = skip_bracket(end, &place);
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
			if (joint && body != nullptr && is_superior(lex().body(body->index).kind, kind)) {
				int plural = 0;
				auto name = skip_level(skip_bracket(body->end), plural);
				std::uint32_t stop = name;
				if (const auto p = any_province_at(name, stop)) {
					if (!place) place = p;
					end = stop;
				} else if (const auto c = country_at(name, stop)) {
					if (!place) place = c;
					end = stop;
				} else {
					if (lex().body(body->index).country == Country::la && !place) place = lex().place_of("LA");
					end = body->end;
				}
				continue;
			}
			int plural = 0;
			const auto name = skip_level(at, plural);
			std::uint32_t stop = name;
			if (inside(name) && plural == 0 && (name > at || word == "của" || word == "ở" || !joint)) {
				if (const auto p = any_province_at(name, stop)) {
					if (!place || lex().place(*place).code.size() == 2) place = p;
					end = stop;
					continue;
				}
			}
			if (inside(at) && m_a.cue_at(at, Cue::district_word) != nullptr && (joint || word == "huyện") && kind != "district") {
				const auto stop_name = name_end(at + 1, m_sentence.end);
				if (stop_name > at + 1) {
					if (const auto* d = m_a.at(at + 1, EntryClass::district); d != nullptr && !place) place = lex().district(d->index).province;
					end = stop_name;
					continue;
				}
			}
			if (inside(at) && m_a.cue_at(at, Cue::commune_word) != nullptr && joint && kind != "commune") {
				const auto stop_name = name_end(at + 1, m_sentence.end);
				if (stop_name > at + 1) {
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

	/// "cán bộ y tế", "cán bộ An ninh": the second half of the word, no ministry.
	bool inside_cadres(std::uint32_t t) const { return t > m_sentence.begin && m_a.word(t) == "bộ" && (m_a.word(t - 1) == "cán" || m_a.word(t - 1) == "Cán"); }

	Role role_at(std::uint32_t t) const {
		if (t == m_sentence.begin) return Role::free;
		if (in_bracket(t)) return Role::qualifier;
		// "tại xã A Ngo, huyện Đa Krông, tỉnh Quảng Trị": the chain goes on.
		if (!m_out.mentions.empty()) {
			const auto& last = m_out.mentions.back();
			if (last.role == Role::location && last.begin >= m_sentence.begin && last.end + 1 == t && (token(last.end).is(',') || token(last.end).is('-')) && !acting_body(t)) return Role::location;
		}
		const auto b = t - 1;
		const auto word = m_a.word(b);
		// "thị xã Thà Khẹc, tỉnh Khăm Muồn", "tại Sê Sáp, huyện Ka Lừm": behind a name and a comma stands what it lies in.
		if (token(b).is(',') && b > m_sentence.begin && is_level_word(t) && token(b - 1).capital && !ends_mention(b)) return Role::qualifier;
		if (is_venue(t)) return Role::location;
		if (word == "tại" || word == "ở" || word == "Tại" || word == "Ở" || word == "sở" || word == "bàn" || word == "khu") {
			if (word != "sở" || (b > m_sentence.begin && m_a.word(b - 1) == "trụ")) return Role::location;
		}
		for (std::uint32_t back = 1; back <= 7 && back <= t - m_sentence.begin; ++back) {
			const auto* post = m_a.at(t - back, EntryClass::post);
			if (post == nullptr) continue;
			if (post->end >= t) return Role::in_title;
		}
		return Role::free;
	}

	/// "tại thành phố X, Công an tỉnh X và … hội đàm": a body behind the comma is no further link of the venue.
	bool acting_body(std::uint32_t t) const {
		const auto* body = m_a.at(t, EntryClass::body);
		if (body == nullptr) return false;
		const auto& kind = lex().body(body->index).kind;
		return kind != "village" && kind != "commune" && kind != "district";
	}

	/// "ở trung tâm huyện Mường Xay", "trên đất tỉnh Salavan", "vào địa bàn …".
	bool is_venue(std::uint32_t t) const {
		static constexpr std::array<std::string_view, 14> k_between = {"địa", "bàn", "trung", "tâm", "khu", "vực", "đất", "vùng", "thị", "trấn", "nhà", "sân", "các", "trường"};
		for (auto back = t; back > m_sentence.begin && t - back < 5; --back) {
			const auto word = m_a.word(back - 1);
			if (word == "tại" || word == "ở" || word == "Tại" || word == "Ở" || word == "trên") return back != t || word != "trên";
			if (std::find(k_between.begin(), k_between.end(), word) == k_between.end()) return false;
		}
		return false;
	}

	bool is_level_word(std::uint32_t t) const {
		const auto word = m_a.word(t);
		return word == "tỉnh" || word == "huyện" || word == "xã" || word == "thị" || word == "thành" || word == "TP" || word == "nước";
	}

	/// Does a party that may act end right before token t?
	bool ends_mention(std::uint32_t t) const {
		return !m_out.mentions.empty() && m_out.mentions.back().end == t && m_out.mentions.back().role != Role::qualifier && m_out.mentions.back().role != Role::location;
	}

	bool in_bracket(std::uint32_t t) const {
		for (auto back = t; back > m_sentence.begin && t - back < 14; --back) {
			if (token(back - 1).is(')')) return false;
			if (token(back - 1).is('(')) return true;
		}
		return false;
	}

	void push(std::uint32_t begin, std::uint32_t end, std::vector<model::Party> parties, Naming naming) {
		PartyMention mention;
		mention.begin = begin;
		mention.end = end;
		mention.parties = std::move(parties);
		mention.naming = naming;
		mention.role = role_at(begin);
		for (std::uint32_t back = 1; back <= 6 && back <= begin - m_sentence.begin; ++back) {
			const auto word = m_a.word(begin - back);
			if (word == "đoàn" || word == "Đoàn") mention.delegation = true;
			if (word == "đạo" || word == "diện") mention.leaders = true;
			if (token(begin - back).kind == text::TokenKind::punctuation || word == "và" || word == "với") break;
		}
		m_out.mentions.push_back(std::move(mention));
	}

	std::string party(std::uint16_t place, std::string_view kind, std::string_view name = {}) const {
		std::string p = lex().place(place).code;
		p += '/';
		p += kind;
		if (!name.empty()) {
			p += '/';
			p += text::lower(name);
		}
		return p;
	}

	std::uint32_t read_at(std::uint32_t t) {
		// Whatever begins a party is in a table, or is a province that sounds like one of them.
		if (m_names[t] || (m_a.first_match[t] == m_a.first_match[t + 1] && m_unknown.empty())) return t + 1;
		if (const auto* body = m_a.at(t, EntryClass::body); body != nullptr && body->end <= m_sentence.end && !inside_post(t) && !inside_cadres(t)) return read_body(*body);
		std::uint32_t end = t;
		int plural = 0;
		const auto name = skip_level(t, plural);
		if (inside(name)) {
			std::vector<std::uint16_t> places;
			end = province_list(name, places);
			if (end > name) {
				if (is_place_of_something(t, places[0])) return end;
				std::vector<model::Party> parties;
				for (const auto p : places) parties.push_back(party(p, "province"));
				push(t, end, std::move(parties), Naming::place);
				return skip_bracket(end);
			}
		}
		if (bare_province(t)) {
			push(t, t + 1, {party(*m_out.home, "province")}, Naming::incomplete);
			return t + 1;
		}
		if (const auto* district = m_a.cue_at(t, Cue::district_word)) return read_district(*district);
		if (const auto* unit = m_a.at(t, EntryClass::country); unit != nullptr) {
			const auto& place = lex().place(unit->index);
			if (place.country != Country::other) push(t, unit->end, {party(unit->index, "state")}, Naming::place);
			return unit->end;
		}
		return name > t && plural == 0 ? t + 1 : std::max(t + 1, t);
	}

	/// "được tỉnh hỗ trợ", "Tỉnh còn giúp bạn": the paper's own province.
	bool bare_province(std::uint32_t t) const {
		if (!m_out.home || !inside(t + 1)) return false;
		const auto word = m_a.word(t);
		if (word != "tỉnh" && word != "Tỉnh") return false;
		const auto next = m_a.word(t + 1);
		if (token(t + 1).kind != text::TokenKind::word || token(t + 1).capital || next == "bạn" || next == "trưởng" || next == "ủy" || next == "lỵ" || next == "láng") return false;
		const bool subject = word == "Tỉnh" || (t > m_sentence.begin && (m_a.word(t - 1) == "được" || token(t - 1).is(',') || m_a.word(t - 1) == "năm"));
		if (!subject) return false;
		return m_a.cue_at(t + 1, Cue::give) != nullptr || m_a.cue_at(t + 1, Cue::done) != nullptr || m_a.cue_at(t + 1, Cue::will) != nullptr || next == "còn" || next == "cũng";
	}

	/// "Hội hữu nghị Việt Nam - Lào", "Học viện Hồ Chí Minh": part of a name.
	bool is_place_of_something(std::uint32_t, std::uint16_t) const { return false; }

	/// A body's words that are the first words of a post ("Công an viên") belong to the post.
	bool inside_post(std::uint32_t t) const {
		const auto* post = m_a.at(t, EntryClass::post);
		const auto* body = m_a.at(t, EntryClass::body);
		return post != nullptr && post->end >= body->end;
	}

	std::uint32_t read_district(const Match& head) {
		bool list = false;
		const auto word = m_a.word(head.begin);
		list = word != "huyện" && word != "thị" && word != "quận";
		if (head.begin > m_sentence.begin) {
			const auto before = m_a.word(head.begin - 1);
			list = list || before == "các" || before == "hai" || before == "ba" || before == "bốn" || before == "2" || before == "3" || before == "4";
		}
		return read_named(head.begin, head.end, "district", Country::none, list);
	}

	/// A list of own names behind a head: "Minh Hóa, Bố Trạch, Quảng Ninh", "211, 212, 213".
	std::uint32_t read_named(std::uint32_t begin, std::uint32_t t, std::string_view kind, Country country, bool list) {
		std::vector<std::pair<std::uint32_t, std::uint32_t>> names;
		auto end = t;
		while (inside(end)) {
			if (m_a.word(end) == "số" || m_a.word(end) == "quốc" || (m_a.word(end) == "tế" && end > t)) {
				++end;
				continue;
			}
			break;
		}
		const bool quoted = inside(end) && token(end).is('"');
		if (quoted) ++end;
		for (;;) {
			auto stop = end;
			if (inside(end) && token(end).kind == text::TokenKind::number && kind != "district" && kind != "village" && kind != "commune") {
				stop = end + 1;
			} else if (inside(end)) {
				stop = kind == "school" || kind == "company" ? long_name_end(end, m_sentence.end) : name_end(end, m_sentence.end);
				if (m_a.at(end, EntryClass::country) != nullptr) stop = end;
				if (kind == "village" && end == t && m_a.at(end, EntryClass::province) != nullptr) stop = end;
			}
			if (stop == end) break;
			names.emplace_back(end, stop);
			end = stop;
			if (!inside(end)) break;
			const bool comma = token(end).is(',');
			const bool and_ = m_a.word(end) == "và" || token(end).is('-');
			if (!comma && !and_) break;
			const auto next = end + 1;
			if (!inside(next)) break;
			const bool number = token(next).kind == text::TokenKind::number && token(next).end - token(next).begin == 3 &&
			                    token(names[0].first).kind == text::TokenKind::number;
			// Without a plural the comma begins something else ("huyện Sốp Bâu, tỉnh …"); provinces and bodies end the list.
			if (!number && (!list || !token(next).capital || m_a.at(next, EntryClass::body) != nullptr ||
			                (m_a.at(next, EntryClass::province) != nullptr && m_a.at(next, EntryClass::district) == nullptr))) {
				break;
			}
			end = next;
		}
		if (!names.empty() && end > names.back().second) end = names.back().second;
		if (names.empty()) {
			// "các đồn biên phòng của BĐBP Hà Tĩnh": units without a name take the place of their superior.
			std::optional<std::uint16_t> place;
			const auto stop = qualifier(t, kind, place);
			const bool unit = kind == "border-post" || kind == "border-company";
			const bool again = kind == "school" && (m_a.word(begin) == "nhà" || m_a.word(begin) == "Nhà" || m_a.word(begin) == "trường");
			if (again) return repeat_body(kind, begin, t);
			if (unit && place && stop > t && (list || lex().place(*place).code.size() > 2)) {
				push(begin, stop, {party(*place, kind)}, Naming::full);
				return stop;
			}
			return t;
		}
		std::optional<std::uint16_t> place;
		const auto last = names.back().second;
		end = qualifier(last, kind, place);
		// "bản Đen Sa Vẳn và bản Ka Túp 2 (huyện Sê Pôn, tỉnh Savannakhet)": one place for both.
		if (place && lex().place(*place).code.size() > 2 && !m_pending.empty() && !m_out.mentions.empty()) {
			const auto& before = m_pending.back();
			auto& mention = m_out.mentions[before.mention];
			const bool joined = before.mention + 1 == m_out.mentions.size() && mention.begin >= m_sentence.begin && mention.end + 1 == begin &&
			                    (m_a.word(mention.end) == "và" || token(mention.end).is(','));
			if (joined && before.kind == kind && before.slot < mention.parties.size()) {
				mention.parties[before.slot] = party(*place, kind, before.name);
				m_pending.pop_back();
			}
		}
		std::vector<model::Party> parties;
		parties.resize(names.size());
		push(begin, std::max(end, last), parties, Naming::full);
		const auto index = m_out.mentions.size() - 1;
		for (std::size_t i = 0; i < names.size(); ++i) {
			const auto [from, to] = names[i];
			auto own = place;
			if (!own || lex().place(*own).code.size() == 2) {
				if (const auto local = local_place(from, kind)) {
					const auto side = lex().place(*local).country;
					const bool agrees = (!own || lex().place(*own).country == side) && (country == Country::none || country == side);
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
		return std::max(end, last);
	}

	/// The province of a district or gate by its name.
	std::optional<std::uint16_t> local_place(std::uint32_t t, std::string_view kind) const {
		if (kind == "village" || kind == "commune") return std::nullopt;
		if (kind == "border-post" || kind == "border-checkpoint") {
			if (const auto* gate = m_a.at(t, EntryClass::gate)) return lex().gate(gate->index).province;
		}
		if (kind == "school" || kind == "company") {
			// The place is part of the name: "Trường Cao đẳng Sư phạm Kon Tum".
			std::uint32_t stop = 0;
			const auto end = long_name_end(t, m_sentence.end);
			for (auto k = t; k < end; ++k) {
				if (const auto p = any_province_at(k, stop)) return p;
			}
			return std::nullopt;
		}
		const auto whole = name_end(t, m_sentence.end);
		if (const auto* district = m_a.at(t, EntryClass::district); district != nullptr && district->end >= whole) return lex().district(district->index).province;
		if (kind == "district" || kind == "police" || kind == "district-military") {
			return district_by_sound(m_a.words(t, whole));
		}
		if (kind == "border-company" && token(t).kind == text::TokenKind::number) {
			if (m_out.abroad) return std::nullopt;
			return lex().place_of(province_of_company(m_a.word(t)));
		}
		return std::nullopt;
	}

	std::uint32_t read_body(const Match& m) {
		const auto& body = lex().body(m.index);
		const auto begin = m.begin;
		auto t = m.end;
		// "nông thôn Đắk Lắk", "văn bản", "cơ bản": syllables of other words.
		if ((body.kind == "village" || body.kind == "commune") && m.size() == 1 && begin > m_sentence.begin) {
			const auto before = m_a.word(begin - 1);
			if (before == "nông" || before == "văn" || before == "biên" || before == "cơ" || before == "xuất" || before == "Văn" || before == "Biên" || before == "thị" || before == "hợp" || before == "căn") return t;
		}
		if (body.naming == lexicon::Naming::own && body.kind != "military-region") {
			const auto first = m_a.word(begin);
			bool list = first == "các" || first == "Các";
			if (begin > m_sentence.begin) {
				const auto before = m_a.word(begin - 1);
				list = list || before == "các" || before == "Các" || before == "hai" || before == "ba" || before == "bốn" || before == "2" || before == "3" || before == "cặp";
			}
			// "công an các huyện Minh Hóa, Bố Trạch"; the plural stands inside the entry or behind a province-level word.
			for (auto k = begin; k < t; ++k) list = list || m_a.word(k) == "các" || m_a.word(k) == "hai";
			return read_named(begin, t, body.kind, body.country, list);
		}
		if (body.kind == "police" && inside(t)) {
			// "Công an hai huyện Nậm Pồ, Tuần Giáo", "công an các huyện …".
			auto d = t;
			while (inside(d) && d < t + 2 && (m_a.word(d) == "các" || m_a.word(d) == "hai" || m_a.word(d) == "ba" || m_a.word(d) == "2" || m_a.word(d) == "3")) ++d;
			if (inside(d) && m_a.cue_at(d, Cue::district_word) != nullptr) return read_named(begin, d + 1, "police", body.country, true);
		}
		if (body.kind == "military-region") {
			if (inside(t) && token(t).kind == text::TokenKind::number) {
				push(begin, t + 1, {"VN/military-region/" + std::string(m_a.word(t))}, Naming::full);
				return t + 1;
			}
			return t;
		}
		std::string own_name = body.name;
		if (body.naming == lexicon::Naming::full) {
			if (body.level == Level::local || body.kind == "school") {
				t = std::max(t, long_name_end(begin, m_sentence.end));
				return read_institution(body, begin, t);
			}
			if (m.size() == 1) t = full_name_end(begin, t);
			if (t == m.end && m.size() == 1) return repeat_body(body.kind, begin, t);
			own_name = text::lower(m_a.words(begin, t));
		}
		if (body.naming == lexicon::Naming::place && body.level != Level::central && inside(t) && singular_district(t)) {
			const bool committee = body.kind == "party-committee" || body.kind == "people-committee" || body.kind == "people-council";
			return read_named(begin, t + 1, committee ? std::string_view("district") : std::string_view(body.kind), body.country, false);
		}
		if (body.level == Level::central) return read_central(body, begin, t, own_name);
		if (body.kind == "military-unit") {
			while (inside(t) && (token(t).kind == text::TokenKind::number || (token(t).capital && !m_names[t] && t < m.end + 3 && m_a.at(t, EntryClass::body) == nullptr))) ++t;
			return read_unit(begin, t, text::lower(m_a.words(begin, t)));
		}
		t = skip_bracket(t);
		int plural = 0;
		const auto last = m_a.word(t - 1);
		if (last == "tỉnh" && t - 1 > begin && (m_a.word(t - 2) == "hai" || m_a.word(t - 2) == "2")) plural = 2;
		auto name = skip_level(t, plural);
		std::vector<std::uint16_t> places;
		auto end = inside(name) ? province_list(name, places) : name;
		if (!places.empty()) {
			std::optional<std::uint16_t> ignored;
			const auto stop = skip_bracket(end, &ignored);
			std::vector<model::Party> parties;
			for (const auto p : places) parties.push_back(party(p, body.kind, own_name));
			push(begin, stop, std::move(parties), Naming::full);
			share_backwards(begin, places);
			return stop;
		}
		std::uint32_t stop = name;
		if (inside(name)) {
			if (const auto c = country_at(name, stop); c && lex().place(*c).country != Country::other) {
				push(begin, stop, {party(*c, body.kind, own_name)}, Naming::full);
				return stop;
			}
		}
		if (body.kind == "company") return t;
		// "Bộ CHQS tỉnh", "Bộ CHQS hai tỉnh": the context tells.
		push(begin, std::max(name, t), {std::string()}, Naming::incomplete);
		m_pending.push_back({m_out.mentions.size() - 1, body.kind, own_name, body.country, plural == 2, 0});
		return std::max(name, t);
	}

	bool singular_district(std::uint32_t t) const {
		const auto word = m_a.word(t);
		return (word == "huyện" || word == "quận") && inside(t + 1) && token(t + 1).capital;
	}

	/// A hospital, a customs office, a university: the place is part of the name ("Bệnh viện Đa khoa tỉnh Phú Thọ").
	std::uint32_t read_institution(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t) {
		std::optional<std::uint16_t> place;
		std::uint32_t stop = 0;
		for (auto k = begin; k < t && !place; ++k) {
			place = any_province_at(k, stop);
			if (!place) {
				if (const auto* gate = m_a.at(k, EntryClass::gate)) place = lex().gate(gate->index).province;
			}
		}
		const auto end = qualifier(t, body.kind, place);
		auto name = std::string(m_a.words(begin, t));
		if (t <= begin + 2 && name == text::lower(name)) return t;
		push(begin, end, {std::string()}, Naming::full);
		if (place && lex().place(*place).code.size() > 2) {
			m_out.mentions.back().parties[0] = party(*place, body.kind, name);
		} else {
			m_pending.push_back({m_out.mentions.size() - 1, body.kind, std::move(name), place ? lex().place(*place).country : body.country, false, 0});
		}
		return end;
	}

	/// "sang thăm Sở", "nhà trường": the body of this kind that was named last.
	std::uint32_t repeat_body(std::string_view kind, std::uint32_t begin, std::uint32_t t) {
		for (auto i = m_out.mentions.size(); i-- > 0;) {
			const auto& known = m_out.mentions[i];
			if (known.parties.size() != 1 || known.parties[0].empty() || kind_of(known.parties[0]) != kind) continue;
			auto parties = known.parties;
			push(begin, t, std::move(parties), Naming::incomplete);
			break;
		}
		return t;
	}

	/// "Sư đoàn 2 (QĐND Lào)": a unit belongs to its country.
	std::uint32_t read_unit(std::uint32_t begin, std::uint32_t t, const std::string& name) {
		if (t == begin || token(t - 1).kind != text::TokenKind::number) return t;
		auto country = Country::none;
		auto end = t;
		if (inside(t) && token(t).is('(')) {
			auto close = t;
			while (inside(close) && close < t + 16 && !token(close).is(')')) {
				std::uint32_t stop = 0;
				if (const auto c = country_at(close, stop)) country = lex().place(*c).country;
				if (const auto* body = m_a.at(close, EntryClass::body); body != nullptr && lex().body(body->index).country != Country::none) country = lex().body(body->index).country;
				++close;
			}
			end = close < m_sentence.end ? close + 1 : close;
		} else {
			std::optional<std::uint16_t> place;
			end = qualifier(t, "military-unit", place);
			if (place) country = lex().place(*place).country;
		}
		if (country == Country::none) {
			push(begin, end, {std::string()}, Naming::incomplete);
			m_pending.push_back({m_out.mentions.size() - 1, "military-unit", name, Country::none, false, 0});
			m_central.push_back(m_out.mentions.size() - 1);
			return end;
		}
		push(begin, end, {party(*lex().place_of(country == Country::la ? "LA" : "VN"), "military-unit", name)}, Naming::full);
		return end;
	}

	/// "Bộ CHQS và Bộ Chỉ huy BĐBP tỉnh Quảng Trị": the body before has no place of its own and takes this one.
	void share_backwards(std::uint32_t begin, const std::vector<std::uint16_t>& places) {
		while (!m_pending.empty()) {
			const auto& p = m_pending.back();
			auto& mention = m_out.mentions[p.mention];
			if (p.mention + 2 != m_out.mentions.size() || p.both || mention.begin < m_sentence.begin) return;
			const auto gap = begin - mention.end;
			const bool joined = gap == 1 && (m_a.word(mention.end) == "và" || token(mention.end).is(','));
			// "Bộ CHQS tỉnh và Bộ CHQS tỉnh Phongsaly" are two provinces' commands: the same kind is not shared.
			if (!joined || m_a.word(mention.end - 1) == "tỉnh" || p.kind == kind_of(m_out.mentions.back().parties[0])) return;
			mention.parties.clear();
			for (const auto place : places) mention.parties.push_back(party(place, p.kind, p.name));
			mention.naming = Naming::full;
			begin = mention.begin;
			m_pending.pop_back();
			return;
		}
	}

	/// "Sở Giáo dục và Đào tạo tỉnh Kon Tum": the name runs to a level word, a place, a verb or a mark.
	std::uint32_t full_name_end(std::uint32_t begin, std::uint32_t t) const {
		auto end = t;
		while (inside(end) && end < begin + 10) {
			const auto& k = token(end);
			std::uint32_t stop = 0;
			const auto word = m_a.word(end);
			if (k.kind == text::TokenKind::number) {
				++end;
				continue;
			}
			if (k.is('-') || k.is('&') || (k.is(',') && inside(end + 1) && token(end + 1).capital && k.begin == token(end - 1).end &&
			                               m_a.word(begin) == "Sở" && m_a.word(end - 1) == "hóa")) {
				++end;
				continue;
			}
			if (k.kind != text::TokenKind::word || any_province_at(end, stop) || m_a.at(end, EntryClass::country) != nullptr) break;
			if (word == "tỉnh" || word == "Tỉnh" || word == "thành" || word == "TP") break;
			if (k.capital) {
				++end;
				continue;
			}
			// Lower-case syllables belong to the name only between or right behind capitals ("Sở Y tế", "Giáo dục và Đào tạo").
			if (word == "và" && inside(end + 1) && token(end + 1).capital && m_a.at(end + 1, EntryClass::body) == nullptr && m_a.at(end + 1, EntryClass::province) == nullptr) {
				++end;
				continue;
			}
			if (end > begin && token(end - 1).capital && end - 1 > begin && word != "và" && word != "của" && word != "đã" && m_a.first_match[end] == m_a.first_match[end + 1]) {
				++end;
				continue;
			}
			if (end > begin + 1 && token(end - 1).capital && (word == "tế" || word == "vụ" || word == "dục" || word == "tạo" || word == "thương" || word == "nghiệp" || word == "trường" || word == "hóa" || word == "thao" || word == "lịch" || word == "giao" || word == "lâm" || word == "chính" || word == "tư" || word == "thông" || word == "vận" || word == "khoa" || word == "động" || word == "hội")) {
				++end;
				continue;
			}
			break;
		}
		while (end > t && token(end - 1).kind == text::TokenKind::punctuation) --end;
		return end;
	}

	std::uint32_t read_central(const lexicon::Body& body, std::uint32_t begin, std::uint32_t t, const std::string& own_name) {
		std::optional<std::uint16_t> place;
		std::vector<model::Party> parties;
		const auto both = [&](std::uint32_t at) {
			if (!inside(at + 1)) return false;
			const auto word = m_a.word(at);
			return (word == "hai" || word == "2") && m_a.word(at + 1) == "nước";
		};
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
			parties = {party(*lex().place_of("VN"), body.kind, own_name), party(*lex().place_of("LA"), body.kind, own_name)};
			push(begin, end, std::move(parties), Naming::full);
			return end;
		}
		end = qualifier(t, body.kind, place);
		if (!place && body.country != Country::none) place = lex().place_of(body.country == Country::vn ? "VN" : "LA");
		if (place) {
			const auto& p = lex().place(*place);
			if (p.country == Country::other) return end;
			const auto* const code = p.country == Country::vn ? "VN" : "LA";
			// A central body keeps its country, whatever province stands behind it.
			push(begin, end, {party(*lex().place_of(code), body.kind, own_name)}, Naming::full);
			return end;
		}
		push(begin, t, {std::string()}, Naming::incomplete);
		m_pending.push_back({m_out.mentions.size() - 1, body.kind, own_name, Country::none, false, 0});
		m_central.push_back(m_out.mentions.size() - 1);
		return t;
	}

	/// Gives every mention that waits for its place the one that the text as a whole suggests.
	void complete() {
		for (const auto& p : m_pending) {
			auto& mention = m_out.mentions[p.mention];
			if (std::find(m_central.begin(), m_central.end(), p.mention) != m_central.end()) {
				mention.parties = {party(side_of(mention) == Country::la ? *lex().place_of("LA") : *lex().place_of("VN"), p.kind, p.name)};
				continue;
			}
			if (p.both) {
				mention.parties.clear();
				if (m_out.home) mention.parties.push_back(party(*m_out.home, p.kind, p.name));
				if (m_out.abroad) mention.parties.push_back(party(*m_out.abroad, p.kind, p.name));
				continue;
			}
			if (auto known = known_by_name(p)) {
				if (p.slot < mention.parties.size()) mention.parties[p.slot] = std::move(*known);
				continue;
			}
			if (const auto* group = earlier_group(mention, p)) {
				mention.parties = *group;
				continue;
			}
			if (p.kind == "border-guard" && p.name.empty() && central_guard(mention)) continue;
			auto side = p.country;
			if (side == Country::none) side = side_of(mention);
			if (side == Country::none && !p.name.empty()) side = side_around(mention);
			if (side == Country::none) side = Country::vn;
			const auto nearest = nearest_place(mention, side);
			const auto place = nearest ? *nearest : side == Country::la ? m_out.abroad.value_or(*lex().place_of("LA")) : m_out.home.value_or(*lex().place_of("VN"));
			auto filled = party(place, p.kind, p.name);
			if (p.slot < mention.parties.size()) mention.parties[p.slot] = std::move(filled);
		}
		std::erase_if(m_out.mentions, [](const PartyMention& m) { return m.parties.empty(); });
		for (auto& m : m_out.mentions) std::erase_if(m.parties, [](const model::Party& p) { return p.empty(); });
	}

	/// A body by its own name where another mention says where it is.
	std::optional<model::Party> known_by_name(const Pending& p) const {
		if (p.name.empty()) return std::nullopt;
		const auto tail = "/" + p.kind + "/" + text::lower(p.name);
		for (const auto& m : m_out.mentions) {
			for (const auto& known : m.parties) {
				if (known.size() > tail.size() && known.ends_with(tail)) return known;
			}
		}
		return std::nullopt;
	}

	/// "Bộ CHQS bốn tỉnh bạn": the list that was named before.
	const std::vector<model::Party>* earlier_group(const PartyMention& mention, const Pending& p) const {
		if (mention.end >= m_a.tokens.size() || m_a.word(mention.end) != "bạn") return nullptr;
		const std::vector<model::Party>* found = nullptr;
		for (const auto& m : m_out.mentions) {
			if (m.begin >= mention.begin) break;
			if (m.parties.empty() || m.parties[0].empty() || kind_of(m.parties[0]) != p.kind || country_of(m.parties[0]) != Country::la) continue;
			if (found == nullptr || m.parties.size() >= found->size()) found = &m.parties;
		}
		return found;
	}

	/// "bộ đội biên phòng hai nước", or the bare words in a text about the national commands.
	bool central_guard(PartyMention& mention) {
		const auto next = mention.end < m_a.tokens.size() ? m_a.word(mention.end) : std::string_view{};
		const auto after = mention.end + 1 < m_a.tokens.size() ? m_a.word(mention.end + 1) : std::string_view{};
		if ((next == "hai" || next == "2") && after == "nước") {
			mention.parties = {"VN/border-guard", "LA/border-guard"};
			return true;
		}
		if (m_a.word(mention.end - 1) == "tỉnh") return false;
		bool central = false;
		for (const auto& m : m_out.mentions) {
			for (const auto& known : m.parties) {
				if (known == "VN/border-guard") central = true;
				if (known.starts_with("VN-") && kind_of(known) == "border-guard") return false;
			}
		}
		if (central) mention.parties = {"VN/border-guard"};
		return central;
	}

	/// The side that the words right before a mention name: "phía bạn có …", "phía Lào …".
	Country side_of(const PartyMention& mention) const {
		for (const auto& sentence : m_a.sentences) {
			if (mention.begin < sentence.begin || mention.begin >= sentence.end) continue;
			for (auto t = mention.begin; t > sentence.begin && mention.begin - t < 12; --t) {
				if (m_a.cue_at(t - 1, Cue::friends) != nullptr) return Country::la;
				if (m_a.word(t - 1) == "bạn" || m_a.word(t - 1) == "Lào") return Country::la;
				if (m_a.word(t - 1) == "Nam" && t >= 2 && m_a.word(t - 2) == "Việt") return Country::vn;
			}
		}
		return Country::none;
	}

	/// The side that the places around a local body speak for: the last one before it in its sentence, else the first behind
	/// it, else the last of the sentence before.
	Country side_around(const PartyMention& mention) const {
		for (std::size_t s = 0; s < m_a.sentences.size(); ++s) {
			const auto& sentence = m_a.sentences[s];
			if (mention.begin < sentence.begin || mention.begin >= sentence.end) continue;
			const auto from = s > 0 && m_a.sentences[s - 1].block == sentence.block ? m_a.sentences[s - 1].begin : sentence.begin;
			std::optional<Country> before;
			std::optional<Country> behind;
			for (const auto& p : m_out.places) {
				if (p.begin >= from && p.end <= mention.begin) before = lex().place(p.place).country;
				if (!behind && p.begin >= mention.end && p.begin < sentence.end && p.begin < mention.end + 8) behind = lex().place(p.place).country;
			}
			if (behind) return *behind;
			if (before) return *before;
		}
		return Country::none;
	}

	/// The province of this side that the same sentence or the one before names last.
	std::optional<std::uint16_t> nearest_place(const PartyMention& mention, Country side) const {
		std::optional<std::uint16_t> found;
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

	const Annotated& m_a;
	Parties m_out;
	std::vector<bool> m_names;
	std::vector<PlaceMention> m_unknown;
	mutable std::vector<std::pair<std::string_view, std::optional<std::uint16_t>>> m_sounds;
	std::vector<Pending> m_pending;
	std::vector<std::size_t> m_central;
	text::Sentence m_sentence;
};

}  // namespace

Parties find_parties(const Annotated& a, const People& people) { return Finder(a, people).run(); }

std::string_view place_of(std::string_view party) { return party.substr(0, party.find('/')); }

std::string_view kind_of(std::string_view party) {
	const auto first = party.find('/');
	if (first == std::string_view::npos) return {};
	return party.substr(first + 1, party.find('/', first + 1) - first - 1);
}

Country country_of(std::string_view party) {
	return party.starts_with("VN") ? Country::vn : party.starts_with("LA") ? Country::la : Country::none;
}

}  // namespace bienban::extraction
