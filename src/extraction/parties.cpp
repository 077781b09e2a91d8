#include "extraction/parties.hpp"

#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/party_bodies.hpp"
#include "extraction/party_completion.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;
using lexicon::Level;
using lexicon::Match;

class PartyReader : PartyBodies {
public:
	using PartyBodies::PartyBodies;

	Parties run() {
		find_places();
		for (const auto& sentence : m_a.sentences) {
			m_sentence = sentence;
			for (auto t = sentence.begin; t < sentence.end;) {
				// Most words stand in no table and are no name.
				const bool plain = m_a.classes[t] == 0 && !token(t).capital && m_unknown.empty();
				// A reader that stands still on some text would hang the whole batch.
				t = plain ? t + 1 : std::max(t + 1, read_at(t));
			}
		}
		PartyCompletion(m_a, m_out).complete(m_pending, m_central);
		for (const auto& sentence : m_a.sentences) set_sides_of_paper_apart(sentence);
		set_memberships_apart();
		add_places_of_bodies();
		return std::move(m_out);
	}

	/// "Ủy viên Trung ương Đảng, Bí thư Thành ủy A": of two posts of one person the membership is no office.
	void set_memberships_apart() {
		for (std::size_t i = 0; i + 1 < m_out.mentions.size(); ++i) {
			auto& m = m_out.mentions[i];
			const auto& next = m_out.mentions[i + 1];
			if (m.role != Role::in_title || next.role != Role::in_title || m.parties.size() != 1 ||
			    next.parties.empty() || kind_of(m.parties[0]) != "party-committee" ||
			    place_of(m.parties[0]).size() != 2 || country_of(next.parties[0]) != country_of(m.parties[0]) ||
			    next.begin > m.end + 8 || m.end >= m_a.tokens.size() || !m_a.tokens[m.end].is(','))
				continue;
			bool member = false;
			for (std::uint32_t back = 1; back <= 6 && m.begin >= back && !member; ++back) {
				if (m_a.tokens[m.begin - back].kind != text::TokenKind::word) break;
				member = m_a.word(m.begin - back) == "viên";
			}
			if (member) m.role = Role::qualifier;
		}
	}

	/// "Thực hiện Thỏa thuận giữa A và B giai đoạn 2012 - 2017, C đã thăm, hội đàm và ký với D": A and B have the
	/// paper; C acts.
	void set_sides_of_paper_apart(const text::Sentence& sentence) {
		static constexpr std::array<std::string_view, 6> k_open = {"Thực", "Triển", "Trên", "Theo", "Căn", "Thi"};
		if (!base::one_of<k_open>(m_a.word(sentence.begin))) return;
		const auto limit = std::min(sentence.end, sentence.begin + 6);
		const auto* paper = m_a.find(sentence.begin, limit, EntryClass::instrument);
		if (paper == nullptr) return;
		const auto first = std::find_if(m_out.mentions.begin(), m_out.mentions.end(),
		                                [&](const PartyMention& m) { return m.begin >= paper->end; });
		if (first == m_out.mentions.end() || first->begin >= sentence.end) return;
		bool between = false;
		for (auto t = paper->end; t < first->begin; ++t) between = between || m_a.word(t) == "giữa";
		if (!between) return;
		auto comma = first->end;
		while (comma < sentence.end && !m_a.tokens[comma].is(',')) ++comma;
		const auto actor =
		    std::find_if(first, m_out.mentions.end(), [&](const PartyMention& m) { return m.begin > comma; });
		if (actor == m_out.mentions.end() || actor->begin >= sentence.end || actor->role != Role::free) return;
		static constexpr std::array<std::string_view, 6> k_day = {"ngày", "sáng", "chiều", "tối", "từ", "trong"};
		const bool dated = base::one_of<k_day>(m_a.word(comma + 1));
		if (actor->begin > comma + (dated ? 20 : 5)) return;
		// "Thực hiện thỏa thuận giữa A và B, đoàn A đã thăm …": its own paper.
		if (std::any_of(first, actor, [&](const PartyMention& m) { return m.parties == actor->parties; })) return;
		for (auto m = first; m != actor; ++m) {
			if (m->role != Role::free) continue;
			m->role = Role::qualifier;
			m->of_paper = true;
		}
	}

	/// A text that names no province of a side names it through its districts and posts: "bản Na Ư (huyện Điện Biên)".
	void add_places_of_bodies() {
		for (const auto* side : {"VN-"}) {
			const bool named =
			    std::any_of(m_out.codes.begin(), m_out.codes.end(), [&](const auto& c) { return c.starts_with(side); });
			if (named) continue;
			for (const auto& m : m_out.mentions) {
				for (const auto& p : m.parties) {
					const auto kind = kind_of(p);
					const bool local =
					    kind == "district" || kind == "border-post" || kind == "village" || kind == "commune";
					if (local && m.role != Role::in_title && p.starts_with(side)) m_out.codes.emplace_back(place_of(p));
				}
			}
		}
		std::sort(m_out.codes.begin(), m_out.codes.end());
		m_out.codes.erase(std::unique(m_out.codes.begin(), m_out.codes.end()), m_out.codes.end());
	}

private:
	/// What begins at this token; gives the token behind it.
	std::uint32_t read_at(std::uint32_t t) {
		// Whatever begins a party is in a table, or is a province that sounds like one of them.
		if (in_name(t) || in_number_of_paper(t)) return t + 1;
		if (const auto end = read_ministry_of_post(t); end > t) return end;
		if (const auto end = read_abbreviation(t); end > t) return end;
		if (const auto end = read_newspaper(t); end > t) return end;
		if (m_a.classes[t] == 0 && m_unknown.empty()) {
			const auto end = token(t).capital ? read_institution_of_place(t) : t;
			return end > t ? end : t + 1;
		}
		if (const auto* body = m_a.at(t, EntryClass::body);
		    body != nullptr && body->end <= m_sentence.end && !inside_post(t) && !inside_cadres(t) &&
		    !in_other_word(*body) && !(inside(body->end) && m_a.word(body->end) == "viên" && !token(t).capital))
			return read_body(*body);
		if (const auto end = read_people_of_both(t); end > t) return end;
		if (const auto end = read_short_name(t); end > t) return end;
		if (const auto end = read_institution_of_place(t); end > t) return end;
		constexpr auto k_others =
		    class_bit(EntryClass::province) | class_bit(EntryClass::country) | class_bit(EntryClass::cue);
		if (!m_a.begins(t, k_others) && m_unknown.empty() && !may_be_level(m_a.word(t))) return t + 1;
		std::uint32_t end = t;
		int plural = 0;
		const auto name = skip_level(t, plural);
		if (const auto across = plural != 0 ? provinces_across(t) : 0;
		    across != 0 && announced_list(across) == across && !tells_trade()) {
			// "3 tỉnh Bắc Lào" are those that the rest of the text names; "các tỉnh Bắc Lào" are nobody in particular,
			// and not the country either.
			return counted_across(t) != 0 ? await_counted(t, across, "province", {}) : across;
		}
		if (inside(name)) {
			std::vector<std::uint16_t> places;
			end = province_list(name, places);
			if (end > name) {
				if (places.size() > 1 && on_a_route(t)) return skip_bracket(end);
				// "Lai Châu TV - Sáng 16/5, …": who sends the news.
				if (inside(end + 1) && (m_a.word(end) == "TV" || m_a.word(end) == "Online") && t < m_sentence.begin + 2)
					return end + 1;
				std::vector<model::Party> parties;
				for (const auto p : places) parties.push_back(party(p, "province"));
				push(t, end, std::move(parties), Naming::place);
				return skip_bracket(end);
			}
		}
		if (bare_province(t)) {
			push_one(t, t + 1, party(*m_out.home, "province"), Naming::incomplete);
			return t + 1;
		}
		if (const auto* district = m_a.cue_at(t, Cue::district_word)) {
			// "khách sạn Mường Thanh", "cụm (bản) Mường Pua": a house and a group of villages.
			const auto before = t > m_sentence.begin ? m_a.word(t - 1) : text::Word{};
			if (token(t).capital && (before == "sạn" || before == "cụm")) return name_end(t, m_sentence.end);
			return read_district(*district);
		}
		if (const auto* unit = m_a.at(t, EntryClass::country); unit != nullptr) {
			const auto& place = lex().place(unit->index);
			if (place.country != Country::other) {
				const auto office = office_of_envoy(t, place.country);
				push_one(t, unit->end, party(unit->index, office.empty() ? "state" : "agency", office),
				         office.empty() ? Naming::place : Naming::full);
			}
			return unit->end;
		}
		return name > t && plural == 0 ? t + 1 : std::max(t + 1, t);
	}

	/// "cơ sở giáo dục", "chương trình “Xuân Biên phòng ấm lòng dân bản”": words of a body that belong to another name.
	bool in_other_word(const lexicon::Match& body) const {
		// "các cơ sở giáo dục Việt Nam": places, no department; those of a province stand for it.
		if (m_a.word(body.begin) == "sở" && body.begin > m_sentence.begin &&
		    (m_a.word(body.begin - 1) == "cơ" || m_a.word(body.begin - 1) == "Cơ")) {
			std::uint32_t end = body.end;
			return !inside(body.end) || !any_province_at(body.end, end);
		}
		// "“Tay kéo Biên phòng”": what is done is called so.
		if (body.size() != 2 || lex().body(body.index).kind != "border-guard") return false;
		for (auto t = body.begin; t > m_sentence.begin && body.begin - t < 5; --t) {
			if (token(t - 1).is('"')) return t < body.begin;
			if (token(t - 1).kind == text::TokenKind::punctuation) return false;
		}
		return false;
	}

	/// "kim ngạch giữa tỉnh A với các tỉnh Bắc Lào": with Laos, as far as its provinces trade.
	bool tells_trade() const {
		for (auto t = m_sentence.begin; inside(t + 1); ++t) {
			const auto next = m_a.word(t + 1);
			if (next == "ngạch" || (next == "khẩu" && (m_a.word(t) == "xuất" || m_a.word(t) == "nhập"))) return true;
		}
		return false;
	}

	/// "Đại sứ Lào tại Việt Nam", "Tổng Lãnh sự nước CHDCND Lào": the office of an envoy by his country; empty for
	/// others. Vietnam's ambassador speaks for the state.
	std::string_view office_of_envoy(std::uint32_t t, Country country) const {
		auto at = t;
		if (at > m_sentence.begin && m_a.word(at - 1) == "nước") --at;
		if (at < m_sentence.begin + 2) return {};
		const auto first = m_a.word(at - 2);
		const bool lao = country == Country::la;
		if (lao && m_a.word(at - 1) == "sứ" && first == "Đại") return "đại sứ quán";
		if (lao && m_a.word(at - 1) == "quyền" && first == "toàn") return "đại sứ quán";
		if (m_a.word(at - 1) == "sự" && first == "Lãnh") return "tổng lãnh sự quán";
		return {};
	}

	/// "Công văn số 1127/UBND-NC": a body only in the number of its letter.
	bool in_number_of_paper(std::uint32_t t) const {
		return t > m_sentence.begin + 1 && token(t - 1).is('/') && token(t - 1).end == token(t).begin &&
		       token(t - 2).kind == text::TokenKind::number && token(t - 2).end == token(t - 1).begin;
	}

	/// "Bộ trưởng Tài chính Lào", "Thứ trưởng Ngoại giao": a ministry by what stands behind its minister's post. Gives
	/// t where there is none.
	std::uint32_t read_ministry_of_post(std::uint32_t t) {
		if (!token(t).capital || t < m_sentence.begin + 2 || m_a.word(t - 1) != "trưởng") return t;
		const auto first = m_a.word(t - 2);
		if (first != "Bộ" && first != "Thứ") return t;
		const auto fits = [&](std::string_view name, std::uint32_t& end) {
			std::string said;
			for (auto k = t; inside(k) && k < t + 12 && said.size() < name.size(); ++k) {
				said += m_a.small_words(k, k + 1);
				end = k + 1;
			}
			return said == name;
		};
		const lexicon::Body* found = nullptr;
		std::uint32_t stop = t;
		for (const auto& body : lex().bodies()) {
			if (body.level != Level::central) continue;
			std::string name = body.kind == "ministry-of-defence"           ? "quốcphòng"
			                   : body.kind == "ministry-of-foreign-affairs" ? "ngoạigiao"
			                   : body.kind == "agency"                      ? body.name
			                                                                : std::string();
			std::erase(name, ' ');
			std::uint32_t end = t;
			if (name.empty() || !fits(name, end) || end <= stop) continue;
			found = &body;
			stop = end;
		}
		// "Bộ trưởng Công an" and, in Laos before 2021, "Bộ trưởng An ninh".
		if (found == nullptr && inside(t + 1) &&
		    ((m_a.word(t) == "Công" && m_a.word(t + 1) == "an") ||
		     (m_a.word(t) == "An" && m_a.word(t + 1) == "ninh"))) {
			for (const auto& body : lex().bodies()) {
				if (body.kind == "ministry-of-public-security" && body.country == Country::none) found = &body;
			}
			stop = t + 2;
		}
		return found == nullptr ? t : read_central(*found, t, stop, found->name);
	}

	/// "đường bộ cao tốc Hà Nội - Vientiane", "tuyến du lịch Huế - Salavan": where a road leads, nobody who acts.
	/// "Tuyến biên giới A - B" is the border of the two.
	bool on_a_route(std::uint32_t t) const {
		for (std::uint32_t back = 1; back <= 6 && t >= m_sentence.begin + back; ++back) {
			const auto& before = token(t - back);
			if (before.kind == text::TokenKind::punctuation) return false;
			const auto word = m_a.word(t - back);
			if (word == "giới" || word == "biên") return false;
			if (word == "tuyến" || word == "tốc" || word == "lộ" || word == "tua" || word == "tour" || word == "bay" ||
			    word == "sắt")
				return true;
		}
		return false;
	}

	/// "Gặp gỡ hữu nghị thanh niên Việt Nam - Lào": the unions of both countries. Gives t where there is none.
	std::uint32_t read_people_of_both(std::uint32_t t) {
		const auto first = m_a.small(t);
		if (first != "thanh" && first != "phụ") return t;
		const auto second = inside(t + 4) ? m_a.small(t + 1) : text::Word{};
		const bool youth = first == "thanh" && second == "niên";
		if (!youth && !(first == "phụ" && second == "nữ")) return t;
		std::uint32_t end = 0;
		std::uint32_t stop = 0;
		const auto one = country_at(t + 2, end);
		if (!one || !inside(end + 1) || !token(end).is('-')) return t;
		const auto other = country_at(end + 1, stop);
		if (!other || *one == *other) return t;
		const std::string_view kind = youth ? "youth-union" : "women-union";
		push(t, stop, {party(*one, kind), party(*other, kind)}, Naming::full);
		return stop;
	}

	/// "lính A Xan", "người Roóc Mẹt", "dân Ka Tăng": soldiers and people by the bare name of a post, a company or a
	/// village that the text has named before. Gives t where there is none.
	std::uint32_t read_short_name(std::uint32_t t) {
		if (token(t).capital) return read_bare_district(t);
		if (!inside(t + 1) || (!token(t + 1).capital && token(t + 1).kind != text::TokenKind::number)) return t;
		const auto lead = m_a.word(t);
		const bool soldiers =
		    lead == "lính" || lead == "Lính" || lead == "quân" || lead == "đồn" || lead == "Đồn" || lead == "sĩ";
		const bool people = lead == "người" || lead == "Người" || lead == "dân" || lead == "Dân" || lead == "con";
		if (!soldiers && !people) return t;
		const bool number =
		    token(t + 1).kind == text::TokenKind::number && soldiers && token(t + 1).end - token(t + 1).begin == 3;
		if (!number && !token(t + 1).capital) return t;
		for (auto i = m_short.size(); i-- > 0;) {
			const auto& known = m_short[i];
			const bool local = known.kind == "village";
			if (local != people || t + 1 + known.size > m_sentence.end) continue;
			if (m_a.small_words(t + 1, t + 1 + known.size) != known.name) continue;
			push_one(t, t + 1 + known.size, std::string(), Naming::incomplete);
			m_pending.push_back({m_out.mentions.size() - 1, known.kind, known.name, Country::none, false, 0});
			return t + 1 + known.size;
		}
		return t;
	}

	/// "sang Phu Vông khám bệnh", "người Kà Lừm" where the text has said "huyện Phu Vông" before; "Kà Lừm (tỉnh Sê
	/// Kông, Lào)".
	std::uint32_t read_bare_district(std::uint32_t t) {
		const auto* known = m_a.at(t, EntryClass::district);
		if (t > m_sentence.begin && (token(t - 1).capital || in_name(t - 1))) return t;
		std::uint32_t stop = 0;
		if (any_province_at(t, stop)) return t;
		// "Huyện trưởng Sa Muội Khăm Phết …".
		if (known != nullptr && known->size() > 1 && t > m_sentence.begin + 1 && m_a.word(t - 1) == "trưởng" &&
		    m_a.small(t - 2) == "huyện")
			return push_district(t, known->end, known->end);
		if (known != nullptr && known->size() > 1 && inside(known->end) && token(known->end).is('(')) {
			std::optional<std::uint16_t> place;
			const auto end = skip_bracket(known->end, &place);
			if (end > known->end && place && lex().place(*place).code.size() > 2)
				return push_district(t, known->end, end);
		}
		for (const auto& name : m_short) {
			if (name.kind != "district" || name.size < 2 || t + name.size > m_sentence.end) continue;
			if (m_a.small_words(t, t + name.size) != name.name ||
			    (t + name.size < m_sentence.end && token(t + name.size).capital))
				continue;
			return push_district(t, t + name.size, t + name.size);
		}
		return t;
	}

	/// Gives `begin` where the name is a commune's, a market's or a river's.
	std::uint32_t push_district(std::uint32_t begin, std::uint32_t name_stop, std::uint32_t end) {
		if (begin > m_sentence.begin) {
			static constexpr std::array<std::string_view, 16> k_others = {
			    "xã",   "trấn", "khẩu",   "bản",   "thôn", "đèo", "núi",    "suối",
			    "sông", "chợ",  "trường", "phòng", "đồn",  "mốc", "phường", "Phòng"};
			if (base::one_of<k_others>(m_a.word(begin - 1))) return begin;
		}
		push_one(begin, end, std::string(), Naming::place);
		auto name = std::string(m_a.small_words(begin, name_stop));
		if (const auto place = local_place(begin, "district")) {
			m_out.mentions.back().parties[0] = party(*place, "district", name);
		} else {
			m_pending.push_back({m_out.mentions.size() - 1, "district", std::move(name), Country::none, false, 0});
		}
		return end;
	}

	std::uint32_t read_district(const Match& head) {
		bool list = false;
		const auto word = m_a.word(head.begin);
		// "ở Mường Khoa": the word belongs to the name, also where that is no district's ("chợ Mường Khoa").
		if (const auto* known = m_a.at(head.begin, EntryClass::district);
		    known != nullptr && word == "Mường" && known->end > head.end)
			return std::max(push_district(head.begin, known->end, known->end), known->end);
		list = word != "huyện" && word != "thị" && word != "quận";
		if (head.begin > m_sentence.begin) {
			list = list || says_several(m_a.word(head.begin - 1));
		}
		return read_named(head.begin, head.end, "district", Country::none, list);
	}
};

}  // namespace

Parties find_parties(const Annotated& a, const People& people) { return PartyReader(a, people).run(); }

}  // namespace bienban::extraction
