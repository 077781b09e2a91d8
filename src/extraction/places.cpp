#include "extraction/places.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"

namespace bienban::extraction {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;
using lexicon::Match;

PlaceReader::PlaceReader(const Annotated& a, const People& people) : m_a(a), m_names(a.tokens.size() + 1, 0) {
	m_out.mentions.reserve(a.tokens.size() / 8);
	m_out.places.reserve(a.tokens.size() / 16);
	for (const auto& name : people.mentions) {
		for (auto t = name.begin; t < name.end; ++t) m_names[t] = 1;
	}
}

bool PlaceReader::is_name(const Match& m, const lexicon::Place& place) const {
	if (place.country != Country::vn || place.code.size() == 2) return true;
	for (auto t = m.begin; t < m.end; ++t) {
		if (token(t).kind == text::TokenKind::word && !token(t).capital) return false;
	}
	return true;
}

std::optional<std::uint16_t> PlaceReader::province_at(std::uint32_t t, std::uint32_t& end) const {
	const auto* m = m_a.at(t, EntryClass::province);
	if (m == nullptr || inside_person(*m) || !is_name(*m, lex().place(m->index))) return std::nullopt;
	if (in_slogan(*m)) return std::nullopt;
	// "Quảng trường Hồ Chí Minh", "Bảo tàng Hồ Chí Minh": named after the man.
	if (lex().place(m->index).code == "VN-SG" && m_a.word(m->begin) == "Hồ" && t > 0 && !after_word(t, "phố") &&
	    !after_word(t, "TP") && !after_word(t, "ủy") && !token(t - 1).is('.') && !token(t - 1).is(',') &&
	    !token(t - 1).is('-') && !after_word(t, "và"))
		return std::nullopt;
	// "Báo Sơn La" is a newspaper, and names its province only where it acts itself.
	if (after_word(t, "báo") || (after_word(t, "Báo") && !newspaper_acts(t - 1, m->end))) return std::nullopt;
	// "Điện Biên Phủ" is the town.
	if (const auto* seat = m_a.at(t, EntryClass::seat); seat != nullptr && seat->end > m->end) return std::nullopt;
	end = m->end;
	return resolve_vientiane(m->index, t);
}

bool PlaceReader::newspaper_acts(std::uint32_t t, std::uint32_t end) const {
	static constexpr std::array<std::string_view, 12> k_before = {"giữa", "với", "cùng", "và",  "của", "tập",
	                                                              "thăm", "mà",  "cho",  "tới", "tại", "do"};
	static constexpr std::array<std::string_view, 10> k_behind = {"đã",   "sẽ", "nhận", "cử",  "và",
	                                                              "tặng", "mở", "dành", "với", "khai"};
	if (end < m_a.tokens.size() && (m_a.word(end) == "điện" || m_a.word(end) == "online")) return false;
	// "Theo Báo A", "(Nguồn: Báo A)": the outlet.
	const auto before = t > 0 ? m_a.word(t - 1) : text::Word{};
	if (t > 1 && before == "của" && (m_a.word(t - 2) == "tin" || m_a.word(t - 2) == "viên")) return false;
	if (base::one_of<k_before>(before)) return true;
	if (end >= m_a.tokens.size()) return false;
	const auto does = [&](Cue cue) { return m_a.cue_at(end, cue) != nullptr; };
	return base::one_of<k_behind>(m_a.word(end)) || does(Cue::give) || does(Cue::act) || does(Cue::sign) ||
	       does(Cue::travel) || does(Cue::welcome);
}

bool PlaceReader::in_slogan(const Match& m) const {
	for (auto i = m_a.first_match[m.begin > 4 ? m.begin - 4 : 0];
	     i < m_a.matches.size() && m_a.matches[i].begin <= m.begin; ++i) {
		const auto& x = m_a.matches[i];
		if (x.cue() == Cue::slogan && x.end >= m.end) return true;
	}
	return false;
}

std::uint16_t PlaceReader::resolve_vientiane(std::uint16_t index, std::uint32_t t) const {
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

bool PlaceReader::after_cue(std::uint32_t t, Cue cue) const {
	for (std::uint32_t back = 1; back <= 2 && back <= t; ++back) {
		const auto* m = m_a.cue_at(t - back, cue);
		// "Sở Nông nghiệp và Phát triển nông thôn Quảng Trị": the countryside, no hamlet.
		const bool countryside = t > back && m_a.word(t - back) == "thôn" && m_a.word(t - back - 1) == "nông";
		if (m != nullptr && m->end == t && !countryside) return true;
	}
	return false;
}

void PlaceReader::find_places() {
	std::vector<std::uint32_t> counts(lex().places().size(), 0);
	std::uint32_t until = 0;
	bool district_list = false;
	for (std::uint32_t i = 0; i < m_a.matches.size(); ++i) {
		const auto& m = m_a.matches[i];
		if (m.begin < until) continue;
		std::uint32_t end = m.end;
		if (m.cls == EntryClass::province) {
			// "công an các huyện Minh Hóa, Bố Trạch, Quảng Ninh": a name in a list of districts is a district.
			const bool continues = m.begin > 0 && district_list && !m_out.places.empty() &&
			                       m_out.places.back().end + 1 >= m.begin &&
			                       (token(m.begin - 1).is(',') || m_a.word(m.begin - 1) == "và");
			const bool local = after_cue(m.begin, Cue::district_word) || after_cue(m.begin, Cue::commune_word) ||
			                   after_cue(m.begin, Cue::village_word) || continues || after_word(m.begin, "sông") ||
			                   after_word(m.begin, "đường");
			if (local) {
				district_list = true;
				if (const auto* d = m_a.at(m.begin, EntryClass::district))
					add_place(*d, lex().district(d->index).province, false, counts);
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
			const bool cued =
			    m.cls == EntryClass::seat ||
			    (m.cls == EntryClass::district && after_cue(m.begin, Cue::district_word)) || after_gate(m.begin) ||
			    (district_list && m.begin > 0 && (token(m.begin - 1).is(',') || m_a.word(m.begin - 1) == "và"));
			if (!cued && m.size() < 2) continue;
			const auto* within = m_a.at(m.begin, EntryClass::province);
			// "TP Điện Biên Phủ": the town, which begins as its province does.
			const bool town = m.cls == EntryClass::seat && within != nullptr && m.end > within->end;
			if (within != nullptr && !town && !after_cue(m.begin, Cue::district_word)) continue;
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
	for (auto& place : m_out.places) {
		if (!place.named) place.place = now_called(place.place);
	}
	pick_sides(counts);
}

std::uint16_t PlaceReader::now_called(std::uint16_t province) const {
	const auto& place = lex().place(province);
	const auto named = [&](std::string_view code) {
		return std::find(m_out.codes.begin(), m_out.codes.end(), code) != m_out.codes.end();
	};
	if (place.successor.empty() || named(place.code) || !named(place.successor)) return province;
	return lex().place_of(place.successor).value_or(province);
}

bool PlaceReader::after_gate(std::uint32_t t) const {
	return after_word(t, "khẩu") || after_word(t, "tế") || after_word(t, "chính") || after_word(t, "phụ") ||
	       after_word(t, "CKQT") || after_word(t, "phòng") || after_word(t, "BPCK");
}

void PlaceReader::add_place(const Match& m, std::uint16_t place, bool named, std::vector<std::uint32_t>& counts) {
	m_out.places.push_back({m.begin, m.end, place, named});
	counts[place] += named ? 3 : 1;
}

bool PlaceReader::parts_a_list(std::uint32_t t) const {
	return token(t).is(',') || token(t).is(';') || token(t).is(':') || token(t).is('-') || m_a.word(t) == "và";
}

bool PlaceReader::is_beside_a_lao_province(std::uint32_t separator, std::uint32_t end) const {
	const auto is_beside = [&](const PlaceMention& p) {
		const bool before = p.end == separator;
		const bool behind = p.begin == end + 1 && p.begin > 0 && parts_a_list(end);
		return (before || behind) && p.named && lex().place(p.place).country == Country::la &&
		       lex().place(p.place).code.size() > 2;
	};
	return std::any_of(m_out.places.begin(), m_out.places.end(), is_beside) ||
	       std::any_of(m_unknown.begin(), m_unknown.end(), is_beside);
}

void PlaceReader::find_unknown_provinces(std::vector<std::uint32_t>& counts) {
	for (std::uint32_t t = 0; t + 1 < m_a.tokens.size(); ++t) {
		const auto begin = t + 1;
		if (!token(begin).capital || in_name(begin)) continue;
		const auto word = m_a.word(t);
		const bool told = word == "tỉnh" || word == "Tỉnh";
		const bool listed = !told && parts_a_list(t);
		if (!told && !listed) continue;
		constexpr auto k_known =
		    class_bit(EntryClass::province) | class_bit(EntryClass::body) | class_bit(EntryClass::country);
		if (m_a.begins(begin, k_known)) continue;
		const auto end = name_end(begin, static_cast<std::uint32_t>(m_a.tokens.size()));
		for (auto stop = end; stop > begin; --stop) {
			const auto name = m_a.words(begin, stop);
			if (listed && !is_beside_a_lao_province(t, stop)) continue;
			const auto found = lex().province_by_sound(name);
			if (!found) continue;
			add_place({begin, stop, EntryClass::province, *found}, *found, true, counts);
			m_unknown.push_back({begin, stop, *found, true});
			break;
		}
	}
}

std::optional<std::uint16_t> PlaceReader::district_by_sound(std::string_view name) const {
	for (const auto& [known, place] : m_sounds) {
		if (known == name) return place;
	}
	m_sounds.emplace_back(name, lex().district_by_sound(name));
	return m_sounds.back().second;
}

bool PlaceReader::capital_acts(std::uint16_t place) const {
	static constexpr std::array<std::string_view, 9> k_heads = {"ủy",  "phố",  "TP",  "đô", "UBND",
	                                                            "dân", "HĐND", "đạo", "an"};
	static constexpr std::array<std::string_view, 10> k_where = {"tại", "ở",  "tới", "đến", "về",
	                                                             "rời", "ra", "Tại", "Ở",   "từ"};
	std::uint32_t acting = 0;
	for (const auto& p : m_out.places) {
		if (p.place != place || !p.named || p.begin == 0) continue;
		auto t = p.begin - 1;
		if (!base::one_of<k_heads>(m_a.word(t))) continue;
		t -= std::min(t, m_a.word(t) == "TP" ? 1U : 2U);
		if (!base::one_of<k_where>(m_a.word(t))) ++acting;
	}
	return acting >= 2;
}

void PlaceReader::pick_sides(const std::vector<std::uint32_t>& counts) {
	std::uint32_t best_home = 0;
	std::uint32_t best_abroad = 0;
	// A district or a gate speaks for its province only where no province of its side is named: the table may know it
	// under a province that is no more.
	bool named_home = false;
	bool named_abroad = false;
	for (const auto& p : m_out.places) {
		if (!p.named) continue;
		(lex().place(p.place).country == Country::vn ? named_home : named_abroad) = true;
	}
	for (const auto& p : m_out.places) {
		const auto& place = lex().place(p.place);
		const bool other_named = place.country == Country::vn ? named_home : named_abroad;
		if (other_named && std::find(m_out.codes.begin(), m_out.codes.end(), place.code) == m_out.codes.end()) continue;
		auto& best = place.country == Country::vn ? best_home : best_abroad;
		auto& side = place.country == Country::vn ? m_out.home : m_out.abroad;
		// The venue of national bodies is nobody's home, unless the capital acts itself.
		const bool capital = place.code == "VN-HN" || place.code == "LA-VT";
		const auto weight = capital && !capital_acts(p.place) ? 1U : counts[p.place] + 1;
		if (weight > best) {
			best = weight;
			side = p.place;
		}
	}
}

std::uint32_t PlaceReader::name_end(std::uint32_t t, std::uint32_t limit) const {
	auto end = t;
	while (end < limit) {
		const auto& k = token(end);
		if (k.kind == text::TokenKind::word && k.capital) {
			if (in_name(end)) break;
			// In a title in capitals every word looks like a name: "ĐỒN BIÊN PHÒNG TAM THANH VÀ ĐẠI ĐỘI 215".
			if (k.all_capital && end > t && joins_in_capitals(end)) break;
			if (end > t &&
			    (m_a.at(end, EntryClass::body) != nullptr || m_a.at(end, EntryClass::rank) != nullptr || is_post(end)))
				break;
			++end;
			continue;
		}
		// "Ka-lừm", "Ch'Ơm".
		if ((k.is('-') || k.is('\'')) && end > t && end + 1 < limit && !k.space_before &&
		    !token(end + 1).space_before && token(end + 1).kind == text::TokenKind::word) {
			end += 2;
			continue;
		}
		if (k.kind == text::TokenKind::number && end > t && end - t <= 4 && k.end - k.begin <= 2 &&
		    numbers_a_name(end, limit)) {
			++end;
			break;
		}
		break;
	}
	return end;
}

bool PlaceReader::joins_in_capitals(std::uint32_t t) const {
	static constexpr std::array<std::string_view, 12> k_words = {"VÀ",   "VỚI", "GIỮA", "TỈNH", "HUYỆN", "NĂM",
	                                                             "GIAI", "QUÝ", "VỀ",   "CỦA",  "LẦN",   "TẠI"};
	return base::one_of<k_words>(m_a.word(t));
}

bool PlaceReader::is_post(std::uint32_t t) const {
	const auto* post = m_a.at(t, EntryClass::post);
	return post != nullptr && lex().post(post->index).cls != lexicon::PostClass::prefix;
}

bool PlaceReader::numbers_a_name(std::uint32_t t, std::uint32_t limit) const {
	const auto next = t + 1;
	if (next >= limit) return true;
	const auto& k = token(next);
	if (k.kind == text::TokenKind::punctuation) return !k.is('/') && !k.is('-') && !k.is('.');
	return m_a.at(next, EntryClass::unit) == nullptr && m_a.at(next, EntryClass::multiplier) == nullptr &&
	       m_a.at(next, EntryClass::currency) == nullptr &&
	       (m_a.word(next) == "và" || m_a.cue_at(next, Cue::done) != nullptr || m_a.cue_at(next, Cue::act) != nullptr ||
	        m_a.cue_at(next, Cue::give) != nullptr || m_a.cue_at(next, Cue::twinning) != nullptr ||
	        m_a.word(next) == "với" || m_a.word(next) == "trở");
}

std::uint32_t PlaceReader::long_name_end(std::uint32_t t, std::uint32_t limit) const {
	static constexpr std::array<std::string_view, 117> k_stops = {
	    "nhờ",  "mua",  "hôm",   "bỏ",    "góp",  "từ",   "vào",  "đang",   "đến",  "tới",  "nơi",   "khi",  "nói",
	    "lên",  "theo", "nằm",   "thuộc", "đóng", "nhằm", "đều",  "lại",    "mới",  "rồi",  "không", "dẫn",  "gửi",
	    "bày",  "nhấn", "nêu",   "vui",   "đón",  "thăm", "ký",   "hội",    "gặp",  "giao", "làm",   "mời",  "chào",
	    "chúc", "thắt", "đã",    "do",    "cho",  "tại",  "của",  "với",    "được", "sang", "nhận",  "mở",   "trao",
	    "tặng", "là",   "có",    "cùng",  "ở",    "khai", "bế",   "dạy",    "đào",  "tiếp", "sẽ",    "vừa",  "còn",
	    "cũng", "hiện", "trong", "để",    "bàn",  "tổ",   "dự",   "thống",  "cử",   "chia", "tuyển", "bán",  "phối",
	    "cam",  "khảo", "lo",    "ngồi",  "đứng", "ghé",  "đưa",  "đặt",    "rời",  "bay",  "kể",    "hứa",  "quyết",
	    "chọn", "tham", "xin",   "bắt",   "hỗ",   "giúp", "luôn", "thường", "vẫn",  "chưa", "mà",    "như",  "nên",
	    "thì",  "suốt", "sau",   "trước", "năm",  "ngày", "sáng", "chiều",  "tối",  "trưa", "đêm",   "hằng", "thả"};
	auto end = t;
	auto last = t;
	while (end < limit && end < t + 14) {
		const auto& k = token(end);
		const auto word = m_a.word(end);
		if (k.kind == text::TokenKind::word && k.capital) {
			if (k.all_capital && end > t && joins_in_capitals(end)) break;
			if (in_name(end) || (end > t && (m_a.at(end, EntryClass::rank) != nullptr || is_post(end)))) break;
			last = ++end;
			continue;
		}
		if (k.is('-') && end > t) {
			++end;
			if (end < limit && !k.space_before && !token(end).space_before && token(end).kind == text::TokenKind::word)
				last = ++end;
			continue;
		}
		// "Quân sự Quân khu 4", "Sĩ quan Lục quân 1": the number is of the name, whatever follows.
		const bool of_unit =
		    end > t && k.end - k.begin == 1 && (m_a.word(end - 1) == "khu" || m_a.word(end - 1) == "quân");
		if (k.kind == text::TokenKind::number && end > t && (of_unit || numbers_a_name(end, limit))) {
			last = ++end;
			continue;
		}
		if (k.kind != text::TokenKind::word || end == t || base::one_of<k_stops>(word)) break;
		// "Trường Đại học A học tiếng Việt".
		if (word == "học" && end + 1 < limit && m_a.word(end + 1) == "tiếng") break;
		// "Trung cấp", "Sơ cấp": no word of giving.
		const bool grade = word == "cấp" && end > t &&
		                   (m_a.word(end - 1) == "Trung" || m_a.word(end - 1) == "Sơ" || m_a.word(end - 1) == "Cao");
		if (!grade && (m_a.cue_at(end, Cue::give) != nullptr || m_a.cue_at(end, Cue::travel) != nullptr ||
		               m_a.cue_at(end, Cue::talks) != nullptr))
			break;
		// "Trường Tiểu học bản A", "Trường Mầm non xã B": where it stands is part of its name.
		if (end + 1 < limit && end == last && end > t &&
		    (word == "bản" || word == "xã" || word == "huyện" || word == "thôn") && token(end + 1).capital && t > 0 &&
		    (m_a.word(t - 1) == "Trường" || m_a.word(t - 1) == "trường")) {
			last = end += 2;
			continue;
		}
		// "Trường Phổ thông dân tộc nội trú huyện A", "Trường Trung học cơ sở B".
		if (word == "dân" && end + 1 < limit && m_a.word(end + 1) == "tộc") {
			last = end += 2;
			if (end + 1 < limit && (m_a.word(end) == "nội" || m_a.word(end) == "bán") && m_a.word(end + 1) == "trú")
				last = end += 2;
			continue;
		}
		// "Cao đẳng Cảnh sát nhân dân I"; "Chính trị khu vực III", "Đa khoa khu vực A" end with the region.
		const bool of_people = word == "nhân" && (m_a.word(end - 1) == "sát" || m_a.word(end - 1) == "ninh");
		if (of_people && end + 1 < limit && m_a.word(end + 1) == "dân") {
			last = end += 2;
			continue;
		}
		if (word == "khu" && end + 1 < limit && m_a.word(end + 1) == "vực") {
			end += 2;
			const bool number =
			    end < limit && token(end).kind == text::TokenKind::number && token(end).end - token(end).begin == 1;
			if (number) return end + 1;
			while (end < limit && token(end).capital && !in_name(end)) ++end;
			return end;
		}
		// A small word right behind a capital one belongs to it ("Cao đẳng", "Sư phạm", "Dệt may"); "tỉnh", "và" only
		// before another capital.
		const bool link =
		    word == "tỉnh" || word == "thành" || word == "phố" || word == "huyện" || word == "và" || word == "xã";
		if (link) {
			auto next = end + 1;
			if (next < limit && m_a.word(next) == "phố") ++next;
			if (next >= limit || !token(next).capital ||
			    (word == "và" && (m_a.at(next, EntryClass::body) != nullptr ||
			                      m_a.at(next, EntryClass::province) != nullptr || opens_office(next, limit))))
				break;
			++end;
			continue;
		}
		static constexpr std::array<std::string_view, 21> k_school = {
		    "nội",   "trú", "bán", "nghề",  "cấp",  "phạm", "sự", "tộc", "đẳng", "học",  "non",
		    "thông", "sở",  "kỹ",  "thuật", "viện", "phổ",  "cơ", "hữu", "nghị", "trung"};
		const bool school = base::one_of<k_school>(word);
		// A place closes the name: "Bệnh viện Đà Nẵng chữa …".
		if (!school && (!token(end - 1).capital || ends_place(end))) break;
		last = ++end;
	}
	return last;
}

bool PlaceReader::opens_office(std::uint32_t t, std::uint32_t limit) const {
	if (t + 2 >= limit) return false;
	static constexpr std::array<std::string_view, 7> k_single = {"Phòng", "Trạm", "Hạt", "Đội", "Hội", "Ban", "Đồn"};
	static constexpr std::array<std::string_view, 4> k_first = {"Chi", "Trung", "Bệnh", "Văn"};
	static constexpr std::array<std::string_view, 4> k_second = {"cục", "tâm", "viện", "phòng"};
	if (base::one_of<k_single>(m_a.word(t))) return token(t + 1).capital;
	return base::one_of<k_first>(m_a.word(t)) && base::one_of<k_second>(m_a.word(t + 1)) && token(t + 2).capital;
}

bool PlaceReader::ends_place(std::uint32_t t) const {
	const auto found =
	    std::find_if(m_out.places.begin(), m_out.places.end(), [&](const PlaceMention& p) { return p.end == t; });
	return found != m_out.places.end();
}

std::optional<std::uint16_t> PlaceReader::known_or_unknown_province_at(std::uint32_t t, std::uint32_t& end) const {
	if (const auto found = province_at(t, end)) return found;
	for (const auto& u : m_unknown) {
		if (u.begin == t) {
			end = u.end;
			return u.place;
		}
	}
	return std::nullopt;
}

std::optional<std::uint16_t> PlaceReader::country_at(std::uint32_t t, std::uint32_t& end) const {
	if (const auto* m = m_a.at(t, EntryClass::country)) {
		end = m->end;
		return m->index;
	}
	return std::nullopt;
}

}  // namespace bienban::extraction
