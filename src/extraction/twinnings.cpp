// Bodies that are twinned.

#include "extraction/twinnings.hpp"

#include <algorithm>

#include "extraction/occasions.hpp"
#include "extraction/paper_noun.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::Match;

/// Bodies that are twinned with each other: village with village, post with company, one institution with its like.
enum class Rank : std::uint8_t { none, village, post, district, province, institution };

Rank rank_of(std::string_view kind) {
	if (kind == "state" || kind == "government" || kind.empty()) return Rank::none;
	if (kind == "village" || kind == "commune") return Rank::village;
	if (kind == "border-post" || kind == "border-company" || kind == "border-checkpoint" || kind == "military-unit" ||
	    kind == "district-military")
		return Rank::post;
	if (kind == "district") return Rank::district;
	if (kind == "province") return Rank::province;
	return Rank::institution;
}

PartySet of_rank(const PartySet& parties, Country country, Rank rank) {
	PartySet out;
	for (const auto& p : parties) {
		if (country_of(p) == country && rank_of(kind_of(p)) == rank) out.push_back(p);
	}
	return out;
}

struct Pairing {
	PartySet vn;
	PartySet la;
	bool empty() const { return vn.empty() || la.empty(); }
};

/// The two sides that fit each other, the smallest bodies first: in "thôn A (huyện X) và bản B (huyện Y)" the villages.
Pairing matching_sides(const PartySet& parties) {
	for (const auto rank : {Rank::village, Rank::post, Rank::institution, Rank::district, Rank::province}) {
		Pairing sides{of_rank(parties, Country::vn, rank), of_rank(parties, Country::la, rank)};
		if (!sides.empty()) return sides;
	}
	// "Đoàn Kinh tế - Quốc phòng … kết nghĩa với Bộ CHQS tỉnh …": a unit and an institution.
	Pairing mixed;
	for (const auto& p : parties) {
		const auto rank = rank_of(kind_of(p));
		if (rank == Rank::post || rank == Rank::institution)
			(country_of(p) == Country::vn ? mixed.vn : mixed.la).push_back(p);
	}
	return mixed;
}

class Twinnings {
public:
	Twinnings(const Context& context, std::vector<model::Record>& out) : m_c(context), m_a(context.a()), m_out(out) {}

	void run() {
		std::uint32_t until = 0;
		for (const auto& m : m_a.matches) {
			if (m.cue() != Cue::twinning || m.begin < until) continue;
			until = m.end;
			if (!read_pairs(m) && !m_c.is_headline(m_c.sentence_of(m.begin))) read(m);
		}
		read_kinship();
	}

private:
	/// "bà con bản A nhận bà con bản B làm anh em", "thành anh em từ năm 2011", "nhận nhau là trường chị em": told by
	/// the kinship, with the verb a few words before it.
	void read_kinship() {
		static constexpr text::WordBits k_any{"em"};
		for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
			if (!m_a.may_say(s, k_any) || m_c.is_headline(s)) continue;
			for (auto t = m_c.sentence(s).begin; t + 1 < m_c.sentence(s).end; ++t) {
				if (is_one_of(m_a, t, {"anh", "chị"}) && is_one_of(m_a, t + 1, {"em"})) read_kin(s, t);
			}
		}
	}

	void read_kin(std::uint32_t s, std::uint32_t t) {
		if (m_a.cue_at(t, Cue::twinning) != nullptr) return;
		const auto verb = kinship_verb(m_c.sentence(s).begin, t);
		if (!verb || m_a.find_cue(*verb, t, Cue::twinning) != nullptr) return;
		Match m;
		m.begin = *verb;
		m.end = t + 2;
		const auto [begin, end] = part_of(m);
		auto sides = matching_sides(m_c.named(begin, end));
		if (sides.empty()) sides = across(begin, end);
		if (sides.empty() || is_wish(m, begin)) return;
		emit(sides, since(m, begin, end, false), begin, end);
	}

	/// "nhận … làm", "nhận nhau là", "thành", "kết làm" before the kinship.
	std::optional<std::uint32_t> kinship_verb(std::uint32_t begin, std::uint32_t kin) const {
		bool linked = false;
		for (std::uint32_t back = 1; back <= 26 && kin >= begin + back; ++back) {
			const auto t = kin - back;
			if (m_a.tokens[t].is(';') || m_a.tokens[t].is(':')) return std::nullopt;
			linked = linked || (back <= 4 && is_one_of(m_a, t, {"làm", "là", "thành", "nên"}));
			if (!linked) continue;
			if (back <= 4 && is_one_of(m_a, t, {"thành", "nên"}) && !is_one_of(m_a, t - 1, {"hoàn", "hình"})) return t;
			if (is_one_of(m_a, t, {"nhận", "thề", "nguyện"})) return t;
			if (is_one_of(m_a, t, {"gọi"}) && is_one_of(m_a, t + 1, {"nhau"})) return t;
		}
		return std::nullopt;
	}

	void read(const Match& m) {
		const auto [begin, end] = part_of(m);
		if (is_wish(m, begin) || is_called_so(m) || weighs_the_ceremony(m)) return;
		const bool attribute = is_attribute(m, begin);
		if (attribute && read_list(m)) return;
		if (const auto listed = in_brackets(begin, end); !listed.empty()) {
			emit(listed, since(m, begin, end, attribute), begin, end);
			return;
		}
		auto sides = matching_sides(explicit_parties(m, begin, end, attribute));
		if (sides.empty() && (!attribute || is_one_of(m_a, m.end, {"giữa"}) || is_one_of(m_a, m.end - 1, {"giữa"})))
			sides = across(attribute ? m.end : begin, end);
		if (sides.empty() && !attribute) sides = with_one_side(m, begin, end);
		// "Đại đội 532, đơn vị kết tình anh em với đồn từ ngày …": one of them by a short word.
		if (sides.empty() && !attribute) {
			auto meant = m_c.named(begin, end);
			if (!meant.empty()) {
				merge(meant, m_c.actors(begin, end));
				sides = matching_sides(meant);
			}
		}
		if (sides.empty() && (!attribute || is_activity(m))) sides = referred(m, begin);
		if (sides.empty()) return;
		if (counts_pairs(sides, begin, end)) {
			m_of_others = m_of_others || is_ceremony(m, begin);
			return;
		}
		emit(sides, since(m, begin, end, attribute), begin, end);
	}

	/// "mô hình “Kết nghĩa bản - bản”": the name of a movement.
	bool is_called_so(const Match& m) const { return m.begin > 0 && m_a.tokens[m.begin - 1].is('"'); }

	/// "Lễ kết nghĩa còn là cơ hội để …": what a ceremony means that has been told of.
	bool weighs_the_ceremony(const Match& m) const {
		const auto first = m_c.sentence(m_c.sentence_of(m.begin)).begin;
		if (m.begin > first + 2 || !is_one_of(m_a, first, {"lễ", "buổi"})) return false;
		auto t = m.end;
		while (t < m_a.tokens.size() && t < m.end + 4 && is_one_of(m_a, t, {"này", "còn", "cũng", "trên", "lần"})) ++t;
		return is_one_of(m_a, t, {"là"});
	}

	/// "hai tỉnh đã tổ chức kết nghĩa cho 24 cặp bản", "hai huyện tổ chức lễ kết nghĩa giữa một số thôn, bản": the
	/// villages are twinned, not those who see to it.
	bool counts_pairs(const Pairing& sides, std::uint32_t begin, std::uint32_t end) const {
		const auto rank = rank_of(kind_of(sides.vn.front()));
		if (rank == Rank::village || rank == Rank::post) return false;
		for (auto t = begin + 1; t + 1 < end; ++t) {
			if (is_one_of(m_a, t - 1, {"giữa"}) &&
			    (is_one_of(m_a, t, {"các", "những", "nhiều"}) || is_one_of(m_a, t + 1, {"số"}))) {
				const auto noun = is_one_of(m_a, t + 1, {"số"}) ? t + 2 : t + 1;
				if (is_one_of(m_a, noun, {"bản", "thôn", "khóm", "làng", "đồn", "xã"}) && noun + 1 < end &&
				    !m_a.tokens[noun + 1].capital)
					return true;
			}
			if (is_one_of(m_a, t, {"cặp"}) &&
			    is_one_of(m_a, t + 1, {"bản", "thôn", "khóm", "làng", "đồn", "xã", "cụm"}))
				return true;
		}
		return false;
	}

	/// The name of a village in a list of pairs: "bản Pa Háng", "A Tép", "Ka Túp 2 (xã X)".
	struct VillageName {
		std::uint32_t begin = 0;
		std::uint32_t end = 0;   ///< of the name itself
		std::uint32_t next = 0;  ///< behind a bracket
	};

	std::optional<VillageName> village_name(std::uint32_t t, std::uint32_t limit) const {
		while (t < limit && is_one_of(m_a, t, {"thôn", "bản", "khóm", "làng", "buôn", "ấp", "xóm", "cụm"}) &&
		       !m_a.tokens[t].capital)
			++t;
		VillageName name{t, t, t};
		while (name.end < limit && name.end < t + 6) {
			const auto& k = m_a.tokens[name.end];
			const bool joined = (k.is('-') || k.is('\'')) && !k.space_before && name.end > t && name.end + 1 < limit &&
			                    !m_a.tokens[name.end + 1].space_before;
			const bool number = k.kind == text::TokenKind::number && name.end > t && k.end - k.begin <= 2;
			if (!(k.kind == text::TokenKind::word && k.capital) && !joined && !number) break;
			++name.end;
		}
		if (name.end == t || m_a.at(t, lexicon::EntryClass::province) != nullptr ||
		    m_a.at(t, lexicon::EntryClass::country) != nullptr)
			return std::nullopt;
		name.next = name.end;
		if (name.next < limit && m_a.tokens[name.next].is('(')) {
			while (name.next < limit && !m_a.tokens[name.next].is(')')) ++name.next;
			if (name.next < limit) ++name.next;
		}
		return name;
	}

	using VillagePairs = std::vector<std::pair<VillageName, VillageName>>;

	/// "A với B, C với D, E với G" from t on.
	VillagePairs village_pairs(std::uint32_t t, std::uint32_t limit) const {
		VillagePairs out;
		for (;;) {
			const auto first = village_name(t, limit);
			if (!first || first->next >= limit) return out;
			const auto& link = m_a.tokens[first->next];
			if (!is_one_of(m_a, first->next, {"với"}) && !(link.is('-') && link.space_before)) return out;
			const auto second = village_name(first->next + 1, limit);
			if (!second) return out;
			out.emplace_back(*first, *second);
			t = second->next;
			if (t >= limit || !(m_a.tokens[t].is(',') || m_a.tokens[t].is(';') || is_one_of(m_a, t, {"và"})))
				return out;
			++t;
			if (t < limit && is_one_of(m_a, t, {"và"})) ++t;
		}
	}

	/// "ba cặp thôn - bản kết nghĩa. … gồm: A với B, C với D": the names stand in this sentence or the next two of the
	/// block; the first of each pair is the Vietnamese one.
	bool read_pairs(const Match& m) {
		const auto s = m_c.sentence_of(m.begin);
		if (!m_c.parties().home || !m_c.parties().abroad || is_wish(m, m_c.sentence(s).begin)) return false;
		static constexpr std::string_view k_pair = "cặp";
		static constexpr std::string_view k_couple = "đôi";
		bool pairs_told = false;
		for (auto next = s; next < m_a.sentences.size() && next < s + 6; ++next) {
			const auto& sentence = m_c.sentence(next);
			for (auto t = sentence.begin; t < sentence.end; ++t) {
				// "3 thôn kết nghĩa với 3 bản thuộc huyện X (A - B, C - D)".
				pairs_told = pairs_told || is_one_of(m_a, t, {k_pair, k_couple}) ||
				             (next == s && t > m.end && (m_a.tokens[t - 1].is(':') || m_a.tokens[t - 1].is('(')));
				if (!pairs_told || t + 3 >= sentence.end) continue;
				const auto pairs = village_pairs(t, sentence.end);
				if (pairs.size() < 2) continue;
				// The sentence that names them may tell the time as well.
				const auto* nearer = next == s ? nullptr : m_a.find_cue(sentence.begin, t, Cue::twinning);
				const auto day = nearer != nullptr ? since(*nearer, sentence.begin, sentence.end, false)
				                                   : since(m, m_c.sentence(s).begin, m_c.sentence(s).end, false);
				for (const auto& [vn, la] : pairs) {
					const auto name = [&](std::uint16_t place, const VillageName& v) {
						return m_a.lexicon.place(place).code + "/village/" +
						       std::string(m_a.small_words(v.begin, v.end));
					};
					add({name(*m_c.parties().home, vn), name(*m_c.parties().abroad, la)}, own_day(la, day), t,
					    pairs.back().second.end);
				}
				return true;
			}
		}
		return false;
	}

	/// "A với B (từ tháng 6/2010)": the time in the brackets behind the second name, else that of all.
	std::optional<std::string> own_day(const VillageName& name, const std::optional<std::string>& of_all) const {
		for (const auto& d : m_c.dates_in(name.end, name.next)) return d.edtf.substr(0, d.edtf.find('/'));
		return of_all;
	}

	/// "Các cặp bản kết nghĩa: A - B; C - D" and the same in brackets.
	bool read_list(const Match& m) {
		if (m.end >= m_a.tokens.size() || !(m_a.tokens[m.end].is(':') || m_a.tokens[m.end].is('('))) return false;
		auto end = m_c.sentence(m_c.sentence_of(m.begin)).end;
		for (auto t = m.end; t < end && m_a.tokens[m.end].is('('); ++t) {
			if (m_a.tokens[t].is(')')) end = t;
		}
		const auto sides = matching_sides(m_c.named(m.end, end));
		if (sides.empty() || sides.vn.size() != sides.la.size()) return false;
		emit(sides, std::nullopt, m.begin, end);
		return true;
	}

	/// "2 đồn biên phòng (Đồn A và Đồn B) với 2 đại đội (Đại đội C và Đại đội D) đã kết nghĩa": the names stand in two
	/// brackets, as many on either side.
	Pairing in_brackets(std::uint32_t begin, std::uint32_t end) const {
		Pairing out;
		bool open = false;
		int brackets = 0;
		for (auto t = begin; t < end; ++t) {
			if (m_a.tokens[t].is(')')) open = false;
			if (!m_a.tokens[t].is('(')) continue;
			open = true;
			auto close = t;
			while (close < end && !m_a.tokens[close].is(')')) ++close;
			PartySet inside;
			for (const auto& p : m_c.parties_in(t, close)) merge(inside, p.parties);
			std::erase_if(inside, [](const auto& p) { return rank_of(kind_of(p)) != Rank::post; });
			if (inside.size() < 2) continue;
			++brackets;
			(country_of(inside[0]) == Country::vn ? out.vn : out.la) = inside;
		}
		if (open || brackets != 2 || out.empty() || out.vn.size() != out.la.size()) return {};
		return out;
	}

	/// "5 đồn biên phòng đã kết nghĩa với 5 đại đội": units without a name are only counted.
	static bool unnamed(const PartySet& parties) {
		return std::all_of(parties.begin(), parties.end(), [](const auto& p) {
			const auto kind = kind_of(p);
			return (kind == "border-post" || kind == "border-company" || kind == "village") && p.ends_with(kind);
		});
	}

	/// The part of the sentence that belongs to this word: between semicolons, and not beyond the next or the former
	/// one with parties of its own ("A kết nghĩa với B, C kết nghĩa với D").
	std::pair<std::uint32_t, std::uint32_t> part_of(const Match& m) const {
		const auto& sentence = m_c.sentence(m_c.sentence_of(m.begin));
		auto begin = m.begin;
		while (begin > sentence.begin && !m_a.tokens[begin - 1].is(';') &&
		       !(m_a.tokens[begin - 1].is(':') && names_both(begin, sentence.end)))
			--begin;
		auto end = m.end;
		while (end < sentence.end && !m_a.tokens[end].is(';')) ++end;
		for (auto t = m.begin; t-- > begin;) {
			if (m_a.cue_at(t, Cue::twinning) == nullptr) continue;
			const auto comma = first_comma(t, m.begin);
			if (comma != 0 && names_both(begin, comma)) begin = comma + 1;
			break;
		}
		for (auto t = m.end; t < end; ++t) {
			if (m_a.cue_at(t, Cue::twinning) == nullptr) continue;
			const auto comma = first_comma(m.end, t);
			if (comma != 0 && names_both(begin, comma)) end = comma;
			break;
		}
		return {begin, end};
	}

	/// The comma that is not inside brackets.
	std::uint32_t first_comma(std::uint32_t begin, std::uint32_t end) const {
		int depth = 0;
		for (auto t = begin; t < end; ++t) {
			depth += m_a.tokens[t].is('(') ? 1 : m_a.tokens[t].is(')') ? -1 : 0;
			if (depth == 0 && m_a.tokens[t].is(',') && !m_c.parties_in(t + 1, end).empty()) return t;
		}
		return 0;
	}

	bool names_both(std::uint32_t begin, std::uint32_t end) const { return Context::both_sides(m_c.named(begin, end)); }

	/// "sẽ kết nghĩa", "đề nghị kết nghĩa thêm", "vận động … kết nghĩa", "chưa kết nghĩa": not yet.
	bool is_wish(const Match& m, std::uint32_t begin) const {
		for (std::uint32_t back = 1; back <= 8 && m.begin >= begin + back; ++back) {
			const auto t = m.begin - back;
			if (m_a.tokens[t].is(',') && back > 4) return false;
			if (is_one_of(m_a, t, {"cần"}) && is_one_of(m_a, t - 1, {"rượu"})) continue;
			if (m_a.cue_at(t, Cue::will) != nullptr || m_a.cue_at(t, Cue::plan) != nullptr ||
			    m_a.cue_at(t, Cue::propose) != nullptr || m_a.cue_at(t, Cue::deny) != nullptr)
				return true;
			if (is_one_of(m_a, t, {"tiến"}) && is_one_of(m_a, t + 1, {"tới"})) return true;
			// "mở rộng kết nghĩa bản - bản": what is to become more is no new pair.
			if (back <= 3 && ((is_one_of(m_a, t, {"mở", "nhân"}) && is_one_of(m_a, t + 1, {"rộng"})) ||
			                  (is_one_of(m_a, t, {"đẩy"}) && is_one_of(m_a, t + 1, {"mạnh"}))))
				return true;
		}
		const auto& dates = m_c.dates_in(begin, m.end);
		// "Từ nay đến năm 2023, hai tổ chức sẽ … vận động công đoàn các tỉnh kết nghĩa": a term to come dates nothing.
		const bool dated =
		    std::any_of(dates.begin(), dates.end(), [](const auto& d) { return d.from.day != 0 || !d.period; });
		if (mode_at(m_c, m.begin) != Mode::future || dated) return false;
		// "Hai huyện kết nghĩa từ năm 2012, …, thống nhất 2 năm hội đàm một lần".
		const auto limit = std::min<std::uint32_t>(m.end + 4, static_cast<std::uint32_t>(m_a.tokens.size()));
		const auto& behind = m_c.dates_in(m.end, limit);
		return behind.empty() || !is_one_of(m_a, behind.front().begin, {"từ"});
	}

	/// "quy chế kết nghĩa", "hoạt động kết nghĩa", "các cặp bản kết nghĩa": the word only qualifies a noun.
	bool is_attribute(const Match& m, std::uint32_t begin) const {
		if (m.begin <= begin) return false;
		const auto t = m.begin - 1;
		// "trở thành cặp bản kết nghĩa thứ 25": now they are.
		for (std::uint32_t back = 0; back < 4 && t >= begin + back; ++back) {
			if (is_one_of(m_a, t - back, {"thành"})) return false;
		}
		// "vẫn gọi nhau là xã - bản kết nghĩa"
		for (std::uint32_t back = 1; back <= 6 && t >= begin + back; ++back) {
			if (is_one_of(m_a, t - back, {"nhau"}) && is_one_of(m_a, t - back + 1, {"là"})) return false;
		}
		// "bản A chính thức ký kết quy chế hoạt động kết nghĩa bản - bản với bản B".
		for (std::uint32_t back = 3; back <= 6 && m.begin >= begin + back; ++back) {
			const auto u = m.begin - back;
			if (is_one_of(m_a, u, {"quy"}) && is_one_of(m_a, u + 1, {"chế"}) && u > begin &&
			    is_one_of(m_a, u - 1, {"ký", "kí", "kết"}) && names_both(begin, m_c.sentence(m_c.sentence_of(t)).end))
				return false;
		}
		// "đã ký giao ước kết nghĩa hôm 10/6": the vow is the deed.
		if (is_one_of(m_a, t, {"ước", "thuận", "bản"}) && !is_one_of(m_a, t - 1, {"cặp", "thôn", "hai", "đôi"}) &&
		    m.begin >= begin + 3 && m_a.find_cue(m.begin - 3, m.begin, Cue::sign) != nullptr &&
		    m_a.find_cue(m.begin - 3, m.begin, Cue::implement) == nullptr)
			return false;
		if (is_one_of(m_a, t, {"chế", "động", "ban", "phong", "trào", "hình", "trình", "dung", "lưu", "thuận",
		                       "hệ",  "tình", "mối", "công",  "tác",  "ước",  "hoạch", "việc", "sổ",  "bản"}) &&
		    !(is_one_of(m_a, t, {"bản"}) && !(t > begin && is_one_of(m_a, t - 1, {"văn", "biên"}))))
			return true;
		if (m.begin >= begin + 2 && is_one_of(m_a, t, {"bản"}))
			return is_one_of(m_a, t - 1, {"biên", "văn", "cặp", "thôn", ","}) || m_a.tokens[t - 1].is(',') ||
			       m_a.tokens[t - 1].is('-');
		// "2 cặp huyện kết nghĩa", "8 cặp đồn kết nghĩa": so many of them.
		if (t > begin && is_one_of(m_a, t - 1, {"cặp"}) && is_one_of(m_a, t, {"huyện", "xã", "đồn", "trường", "làng"}))
			return true;
		return is_one_of(m_a, t, {"cặp", "cư", "điểm", "thôn", "khóm", "đồn"}) && !follows_count_of_two(t);
	}

	bool follows_count_of_two(std::uint32_t t) const {
		return t > 0 && (is_one_of(m_a, t - 1, {"hai"}) || m_a.word(t - 1) == "2");
	}

	/// The bodies that the sentence names: of "giữa A và B" those behind it alone.
	PartySet explicit_parties(const Match& m, std::uint32_t begin, std::uint32_t end, bool attribute) const {
		// The entry may hold the word: "kết nghĩa giữa".
		for (auto t = m.begin; t < end && t < m.end + 3; ++t) {
			if (is_one_of(m_a, t, {"giữa", "của"})) {
				auto between = m_c.named(t + 1, end);
				if (Context::both_sides(between)) return between;
			}
		}
		if (attribute && !is_activity(m)) return {};
		return m_c.named(begin, end);
	}

	/// "kết nghĩa với bản B", said of whom the text speaks of.
	Pairing with_one_side(const Match& m, std::uint32_t begin, std::uint32_t end) const {
		if (!is_one_of(m_a, m.end, {"với", "cùng"}) && !is_one_of(m_a, m.end - 1, {"với"})) return {};
		PartySet parties = m_c.named(m.end, std::min(end, m.end + 12));
		if (parties.empty()) return {};
		const auto country = country_of(parties[0]);
		const auto other = country == Country::la ? Country::vn : Country::la;
		PartySet own = Context::side(m_c.named(begin, m.begin), other);
		if (own.empty()) own = nearest_of_rank(m.begin, other, rank_of(kind_of(parties[0])));
		merge(parties, own);
		return matching_sides(parties);
	}

	/// "thôn A (xã …) và bản B kết nghĩa" where the text leaves open in which country one of them lies: two villages of
	/// one sentence about two sides lie across from each other. "Thôn" and "khóm" are Vietnamese words; else the second
	/// village is the other one.
	Pairing across(std::uint32_t begin, std::uint32_t end) const {
		const PartyMention* first = nullptr;
		const PartyMention* second = nullptr;
		for (const auto& p : m_c.parties_in(begin, end)) {
			if (p.role != Role::free || p.parties.size() != 1 || kind_of(p.parties[0]) != "village") continue;
			if (second != nullptr) return {};
			(first == nullptr ? first : second) = &p;
		}
		if (first == nullptr || second == nullptr || country_of(first->parties[0]) != country_of(second->parties[0]))
			return {};
		if (!m_c.parties().home || !m_c.parties().abroad) return {};
		const bool swapped = is_vietnamese_word(second->begin) && !is_vietnamese_word(first->begin);
		const auto& vn = (swapped ? second : first)->parties[0];
		const auto& la = (swapped ? first : second)->parties[0];
		const auto placed = [&](const model::Party& p, Country country, std::uint16_t place) {
			return country_of(p) == country ? p : m_a.lexicon.place(place).code + p.substr(p.find('/'));
		};
		return {{placed(vn, Country::vn, *m_c.parties().home)}, {placed(la, Country::la, *m_c.parties().abroad)}};
	}

	bool is_vietnamese_word(std::uint32_t t) const {
		return is_one_of(m_a, t, {"thôn", "khóm", "ấp", "buôn", "khu", "tổ", "xóm"});
	}

	/// "hai bản đã kết nghĩa với nhau", "hai Ủy ban trở thành đơn vị kết nghĩa": the last pair of that kind.
	Pairing referred(const Match& m, std::uint32_t begin) const {
		// "trong lễ kết nghĩa giữa hai tỉnh".
		const auto behind = is_one_of(m_a, m.end, {"giữa"}) ? m.end + 1 : m.end;
		if (is_one_of(m_a, behind - 1, {"giữa"}) && is_one_of(m_a, behind, {"hai"})) {
			if (const auto rank = rank_of_noun(behind + 1); rank != Rank::none)
				return {nearest_of_rank(m.begin, Country::vn, rank), nearest_of_rank(m.begin, Country::la, rank)};
		}
		for (std::uint32_t back = 1; back <= 9 && m.begin >= begin + back; ++back) {
			const auto t = m.begin - back;
			const bool two = is_one_of(m_a, t, {"hai", "đôi"}) || m_a.word(t) == "2";
			if (!two && m_a.cue_at(t, Cue::both) == nullptr && m_a.cue_at(t, Cue::provinces) == nullptr) continue;
			if (is_one_of(m_a, t + 1, {"cặp", "nước", "năm", "nhà", "dân"})) return {};
			const auto rank = rank_of_noun(t + 1);
			if (rank == Rank::none) return matching_sides(m_c.pair_at(m.begin));
			return {nearest_of_rank(m.begin, Country::vn, rank), nearest_of_rank(m.begin, Country::la, rank)};
		}
		return is_activity(m) ? matching_sides(m_c.pair_at(m.begin)) : Pairing{};
	}

	Rank rank_of_noun(std::uint32_t t) const {
		if (is_one_of(m_a, t, {"bản", "thôn", "khóm", "làng", "buôn", "xã", "cụm", "phường"})) return Rank::village;
		if (is_one_of(m_a, t, {"đồn", "đại", "trạm"})) return Rank::post;
		if (is_one_of(m_a, t, {"huyện"})) return Rank::district;
		if (is_one_of(m_a, t, {"tỉnh", "địa"})) return Rank::province;
		return Rank::none;
	}

	/// The last body of this side and rank that the text names before the token.
	PartySet nearest_of_rank(std::uint32_t token, Country country, Rank rank) const {
		PartySet found;
		for (const auto& p : m_c.parties_in(0, token)) {
			if (p.role == Role::in_title) continue;
			// "Giữa tỉnh A và tỉnh B vốn chẳng xa lạ gì": one mention of both.
			auto own = of_rank(p.parties, country, rank);
			if (own.size() == 1 && (p.parties.size() == 1 || Context::both_sides(p.parties))) found = std::move(own);
		}
		return found;
	}

	/// "kết quả hoạt động kết nghĩa từ năm 2017": the bodies are twinned, though the verb is missing.
	bool is_activity(const Match& m) const {
		if (m.begin == 0 || !is_one_of(m_a, m.begin - 1, {"động", "hệ"})) return false;
		const auto limit = std::min<std::uint32_t>(m.end + 4, static_cast<std::uint32_t>(m_a.tokens.size()));
		for (const auto& d : m_c.dates_in(m.end, limit)) {
			if (d.from.year != 0 && !d.anniversary && !d.term && is_one_of(m_a, d.begin, {"từ", "kể"})) return true;
		}
		return false;
	}

	/// "từ năm …", the day that the clause gives, the day of the ceremony; nothing where the bodies only are said to be
	/// twinned.
	std::optional<std::string> since(const Match& m, std::uint32_t begin, std::uint32_t end, bool attribute) const {
		if (const auto years = years_counted(m, begin))
			return *years == 0 ? std::nullopt : std::optional(std::to_string(*years));
		// "2013, năm hai đơn vị nhận nhau làm anh em kết nghĩa"
		for (auto t = begin; t + 2 < m.begin; ++t) {
			if (m_a.tokens[t].kind != text::TokenKind::number || m_a.word(t).size() != 4) continue;
			const auto year = parse_digits(m_a.word(t));
			if (year && *year > 1950 && *year < 2100 && m_a.tokens[t + 1].is(',') && is_one_of(m_a, t + 2, {"năm"}))
				return std::string(m_a.word(t));
		}
		// "lễ kỷ niệm 20 năm ngày A kết nghĩa với B (10/8/1999 - 10/8/2019)"
		for (const auto& d : m_c.dates_in(m.end, end)) {
			if (d.anniversary && d.from.year != 0 && d.to.year > d.from.year) return edtf_of(d.from);
		}
		for (const auto& d : m_c.dates_in(m.end, std::min(end, m.end + 6))) {
			if (!d.anniversary && !d.period && d.from.year != 0 && m_a.tokens[d.begin - 1].is('(')) return d.edtf;
		}
		if (auto year = anniversary_before(m, begin)) return year;
		if (auto year = years_since(m, begin, end)) return year;
		const DateMention* best = nullptr;
		for (const auto& d : m_c.dates_in(begin, end)) {
			if (d.anniversary || d.term) continue;
			const bool from_word =
			    is_one_of(m_a, d.begin, {"từ", "kể"}) || (d.begin > 0 && is_one_of(m_a, d.begin - 1, {"từ"}));
			if (from_word && d.begin + 12 > m.begin) return d.edtf.substr(0, d.edtf.find('/'));
			if (d.period && !d.until_now) continue;
			if (best == nullptr || (d.begin < m.begin && best->from.day == 0 && d.from.day != 0)) best = &d;
		}
		if (best != nullptr) return best->edtf.substr(0, best->edtf.find('/'));
		// "… mỗi khi nhắc lại về ngày 28/4/2005. Đó là ngày bản A kết nghĩa với bản B".
		if (is_one_of(m_a, begin, {"đó", "đấy"}) && is_one_of(m_a, begin + 1, {"là"}) &&
		    is_one_of(m_a, begin + 2, {"ngày", "năm"}) && begin > 0) {
			const auto& before = m_c.sentence(m_c.sentence_of(begin - 1));
			for (const auto& d : m_c.dates_in(before.begin, before.end)) {
				if (!d.anniversary && !d.period && d.from.year != 0) return d.edtf;
			}
		}
		if (attribute || !is_ceremony(m, begin)) return std::nullopt;
		const auto* day = m_c.day_at(begin, end);
		if (day != nullptr && day->from.day != 0 && !day->period) return day->edtf;
		if (!m_c.event_date()) return std::nullopt;
		return m_c.event_date()->substr(0, m_c.event_date()->find('/'));
	}

	/// "kỷ niệm 10 năm (Ngày) kết nghĩa": so many years before the document's own; 0 where that cannot be known.
	std::optional<int> years_counted(const Match& m, std::uint32_t begin) const {
		auto t = m.begin;
		if (t > begin && is_one_of(m_a, t - 1, {"ngày"})) --t;
		if (t < begin + 2 || !is_one_of(m_a, t - 1, {"năm"}) || m_a.tokens[t - 2].kind != text::TokenKind::number)
			return std::nullopt;
		const auto years = parse_digits(m_a.word(t - 2));
		if (!years || *years < 1 || *years > 100) return std::nullopt;
		const auto year = m_c.document_date().year;
		return year == 0 ? 0 : year - static_cast<int>(*years);
	}

	/// "20 năm ngày tỉnh A kết nghĩa với tỉnh B", "30 năm kể từ ngày hai huyện nhận nhau làm anh em".
	std::optional<std::string> anniversary_before(const Match& m, std::uint32_t begin) const {
		const auto year = m_c.document_date().year;
		for (std::uint32_t back = 2; back <= 14 && m.begin >= begin + back && year != 0; ++back) {
			const auto t = m.begin - back;
			if (!is_one_of(m_a, t, {"năm"}) || !(is_one_of(m_a, t + 1, {"ngày"}) || is_one_of(m_a, t + 2, {"ngày"})))
				continue;
			const auto [first, years] = count_before(begin, t);
			if (years > 1 && years <= 100 && first >= begin) return std::to_string(year - years);
		}
		return std::nullopt;
	}

	/// "kết nghĩa đã 12 năm", "tròn mười năm làm anh em": so many years before the year told beside it, else the
	/// document's own; only where no day or "từ …" stands there too.
	std::optional<std::string> years_since(const Match& m, std::uint32_t begin, std::uint32_t end) const {
		auto year = m_c.document_date().year;
		for (const auto& d : m_c.dates_in(begin, end)) {
			if (d.anniversary) continue;
			// "tròn 30 năm, tính đến ngày 1/6/2021"
			if (d.from.year != 0 && d.begin > m.end && is_one_of(m_a, d.begin - 1, {"đến", "tới"})) {
				year = d.from.year;
				continue;
			}
			if (d.from.day != 0 || is_one_of(m_a, d.begin, {"từ", "kể"}) ||
			    (d.begin > 0 && is_one_of(m_a, d.begin - 1, {"từ"})) || d.begin < m.begin)
				return std::nullopt;
			if (d.from.year != 0) year = d.from.year;
		}
		if (year == 0) return std::nullopt;
		for (auto t = begin + 2; t < end && t < m.end + 9; ++t) {
			if (!is_one_of(m_a, t, {"năm"}) || is_one_of(m_a, t + 1, {"một", "nữa", "sau", "tới"})) continue;
			const auto [first, years] = count_before(begin, t);
			if (years < 1 || years > 100 || first <= begin ||
			    !is_one_of(m_a, first - 1, {"đã", "tròn", "được", "trọn", "ngót", "suốt"}))
				continue;
			return std::to_string(year - years);
		}
		return std::nullopt;
	}

	/// The count that ends right before the token, with where it begins; 0 where there is none.
	std::pair<std::uint32_t, int> count_before(std::uint32_t begin, std::uint32_t token) const {
		if (token <= begin) return {token, 0};
		if (m_a.tokens[token - 1].kind == text::TokenKind::number) {
			const auto value = parse_digits(m_a.word(token - 1));
			return {token - 1, value && *value < 1000 ? static_cast<int>(*value) : 0};
		}
		for (std::uint32_t back = 3; back >= 1; --back) {
			if (token < begin + back) continue;
			std::uint32_t end = 0;
			const auto value = parse_number_words(m_a, token - back, token, end);
			if (value && end == token && *value < 1000) return {token - back, static_cast<int>(*value)};
		}
		return {token, 0};
	}

	/// Does the text report the act itself: "làm lễ kết nghĩa", "chính thức kết nghĩa", "ký kết nghĩa"?
	bool is_ceremony(const Match& m, std::uint32_t begin) const {
		const auto first = m_c.sentence(m_c.sentence_of(m.begin)).begin;
		// The pairs of a ceremony that has been told of.
		if (m_of_others && m_c.dates_in(first, m.begin).empty() &&
		    !(is_one_of(m_a, first, {"trước"}) && is_one_of(m_a, first + 1, {"đó", "đây", "kia"})))
			return true;
		if (mode_at(m_c, m.begin) == Mode::past) return false;
		const auto& sentence = m_c.sentence(m_c.sentence_of(m.begin));
		if (is_one_of(m_a, m.begin, {"lễ", "kí"}) || m_a.find_cue(sentence.begin, m.end, Cue::ceremony) != nullptr ||
		    m_a.find_cue(begin, m.begin, Cue::sign) != nullptr)
			return true;
		for (auto t = m.begin; t > begin && m.begin - t < 6; --t) {
			if (is_one_of(m_a, t - 1, {"thức", "bố", "nhận"})) return true;
		}
		// "kể từ hôm ấy, A và B gọi nhau là đơn vị kết nghĩa"
		for (auto t = begin; t + 2 < m.begin && t < begin + 10; ++t) {
			if (is_one_of(m_a, t, {"từ"}) && is_one_of(m_a, t + 1, {"hôm", "ngày", "nay", "buổi", "bữa", "giờ", "đây"}))
				return true;
		}
		return false;
	}

	/// One record for each pair: by order where both sides have as many, one with all where one side is alone.
	void emit(const Pairing& sides, const std::optional<std::string>& since, std::uint32_t begin, std::uint32_t end) {
		const auto& [vn, la] = sides;
		if (vn.size() == la.size()) {
			for (std::size_t i = 0; i < vn.size(); ++i) add({vn[i], la[i]}, since, begin, end);
			return;
		}
		if (vn.size() > 1 && la.size() > 1) return;
		for (const auto& v : vn) {
			for (const auto& l : la) add({v, l}, since, begin, end);
		}
	}

	void add(PartySet parties, const std::optional<std::string>& since, std::uint32_t begin, std::uint32_t end) {
		if (unnamed(parties)) return;
		for (auto& r : m_out) {
			auto* known = std::get_if<model::Twinning>(&r.value);
			if (known == nullptr || known->parties != parties) continue;
			if (!known->since || (since && since->starts_with(*known->since))) known->since = since;
			return;
		}
		model::Record record;
		record.value = model::Twinning{std::move(parties), since};
		record.evidence = m_c.evidence(begin, end);
		record.certainty = 0.8F;
		m_out.push_back(std::move(record));
	}

	const Context& m_c;
	const Annotated& m_a;
	std::vector<model::Record>& m_out;
	bool m_of_others =
	    false;  ///< a ceremony has been told of at which bodies were twinned whom its hosts only brought together
};

}  // namespace

void find_twinnings(const Context& context, std::vector<model::Record>& out) { Twinnings(context, out).run(); }

}  // namespace bienban::extraction
