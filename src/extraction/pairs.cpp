#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "extraction/context.hpp"
#include "extraction/person_bodies.hpp"
#include "text/letters.hpp"

/// Whom the text speaks of, from sentence to sentence: the two sides that "hai bên" and "hai đơn vị" stand for.
namespace bienban::extraction {

namespace {

using lexicon::Country;
using lexicon::Cue;

/// Bodies of one size deal with each other: villages, posts, districts, a province and its institutions.
int size_of(std::string_view kind) {
	if (kind == "village" || kind == "commune") return 1;
	if (kind == "border-post" || kind == "border-company" || kind == "border-checkpoint" || kind == "military-unit" ||
	    kind == "district-military")
		return 2;
	if (kind == "district") return 3;
	if (kind == "company" || kind == "school") return 4;
	return kind == "province" ? 6 : 5;
}

/// Bodies whose leaders speak and travel for them.
bool is_force_or_union(std::string_view kind) {
	return kind == "border-guard" || kind == "police" || kind == "military-command" || kind == "women-union" ||
	       kind == "youth-union" || kind == "fatherland-front";
}

/// Where both sides name bodies of one size, a body of another size that has nobody across from it is only where they
/// meet or whom they belong to: "Thị xã …, nơi BĐBP tỉnh A và Bộ CHQS tỉnh B gặp nhau", "Đồn A và Đại đội 535, cũng của
/// Bộ CHQS tỉnh B".
void keep_counterparts(PartySet& parties) {
	unsigned vn = 0;  // a bit for each size
	unsigned la = 0;
	const auto bit = [](const model::Party& p) { return 1U << static_cast<unsigned>(size_of(kind_of(p))); };
	for (const auto& p : parties) {
		const auto side = country_of(p);
		if (side == Country::vn) vn |= bit(p);
		if (side == Country::la) la |= bit(p);
	}
	if ((vn & la) == 0) return;
	std::erase_if(parties, [&](const auto& p) { return (vn & la & bit(p)) == 0; });
	// "Công an tỉnh A xây tặng An ninh tỉnh B trụ sở An ninh huyện C": a part of a body that is there itself, with no
	// such part across from it.
	const auto part_of = [](const model::Party& p, const model::Party& whole) {
		return p.size() > whole.size() && p.starts_with(whole) && p[whole.size()] == '/';
	};
	const auto is_part = [&](const model::Party& p) {
		return kind_of(p) == "police" &&
		       std::any_of(parties.begin(), parties.end(), [&](const auto& q) { return part_of(p, q); });
	};
	if (std::none_of(parties.begin(), parties.end(), is_part)) return;
	for (const auto side : {Country::vn, Country::la}) {
		const auto across = std::any_of(parties.begin(), parties.end(),
		                                [&](const auto& p) { return country_of(p) != side && is_part(p); });
		if (across) continue;
		std::vector<model::Party> kept;
		for (const auto& p : parties) {
			if (country_of(p) != side || !is_part(p)) kept.push_back(p);
		}
		parties = std::move(kept);
	}
}

}  // namespace

const PartySet& Context::pair_at(std::uint32_t token) const {
	const PartySet* found = &m_main;
	std::uint32_t at = 0;
	for (const auto& [from, pair] : m_pairs) {
		if (from > token) break;
		found = &pair;
		at = from;
	}
	// Provinces and their commands come back behind a paragraph on districts, posts or villages.
	const auto local = [](const PartySet& pair) {
		return std::all_of(pair.begin(), pair.end(),
		                   [](const auto& p) { return size_of(kind_of(p)) <= 3 && kind_of(p) != "military-unit"; });
	};
	if (found != &m_main && !m_main.empty() && local(*found) && !local(m_main) && token < m_a.tokens.size() &&
	    m_a.sentences[sentence_of(at)].block < m_a.sentences[sentence_of(token)].block)
		return m_main;
	return *found;
}

/// In a paper that two bodies sign "hai bên" is always these two, whatever else the paper names.
void Context::hold_to_paper() {
	if (!m_paper->instrument) return;
	auto parties = named(m_paper->begin, m_paper->end);
	if (std::any_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) != "state"; }))
		std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state"; });
	keep_counterparts(parties);
	if (!both_sides(parties)) return;
	m_main = parties;
	m_pairs.assign(1, {0U, parties});
	m_paper_parties = std::move(parties);
}

bool Context::is_side_of_paper(const PartyMention& m) const {
	constexpr std::uint32_t k_longest_chain = 40;
	const auto floor = m_a.sentences[sentence_of(m.begin)].begin;
	bool comma = false;
	for (auto t = m.begin; t > floor && m.begin - t < k_longest_chain; --t) {
		const auto word = m_a.word(t - 1);
		comma = comma || m_a.tokens[t - 1].is(',');
		if (comma && m_a.tokens[t - 1].kind == text::TokenKind::number && parties_in(t - 1, t).empty()) return false;
		// "… giữa A và B, tỉnh C đã …": behind the comma somebody else begins.
		if (comma && (word == "và" || word == "với")) return false;
		if (word == "giữa") {
			const auto from = t - 1 > floor + 6 ? t - 7 : floor;
			const auto* paper = m_a.find(from, t, lexicon::EntryClass::instrument);
			if (paper != nullptr && paper->end + 3 >= t) return true;
			// "Hiệp định về Quy chế quản lý biên giới và cửa khẩu biên giới trên đất liền giữa …".
			const auto* named = m_a.find(t > floor + 20 ? t - 20 : floor, t, lexicon::EntryClass::instrument);
			return !comma && named != nullptr && (named->end + 4 >= t || m_a.word(named->end) == "về");
		}
		if (m_a.tokens[t - 1].is(';') || m_a.tokens[t - 1].is(':') || m_a.cue_at(t - 1, Cue::done) != nullptr)
			return false;
	}
	return false;
}

/// "Hai bên đã triển khai thỏa thuận giữa Bộ Tư lệnh A với Cục B": whose paper it is, not who is meant by "hai bên".
bool Context::only_of_a_paper(const text::Sentence& sentence) const {
	const auto* both = m_a.find_cue(sentence.begin, sentence.end, Cue::both);
	if (both == nullptr) return false;
	for (const auto& m : parties_in(sentence.begin, sentence.end)) {
		if (m.role == Role::location || kind_of(m.parties[0]) == "state") continue;
		return m.begin >= both->end && is_side_of_paper(m);
	}
	return false;
}

void Context::find_pairs() {
	PartySet from_headline;
	const PartyMention* first_vn = nullptr;
	const PartyMention* first_la = nullptr;
	bool strong = false;
	for (std::uint32_t s = 0; s < m_a.sentences.size(); ++s) {
		const auto& sentence = m_a.sentences[s];
		auto parties = named(sentence.begin, sentence.end);
		std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state" || kind_of(p) == "school"; });
		for (const auto& m : parties_in(sentence.begin, sentence.end)) {
			if (m.role != Role::free || kind_of(m.parties[0]) == "state" || is_headline(s)) continue;
			auto& first = country_of(m.parties[0]) == Country::vn ? first_vn : first_la;
			if (first == nullptr || (first->naming == Naming::place && m.naming != Naming::place && !strong))
				first = &m;
		}
		if (!both_sides(parties) && from_headline.empty() && s < 8) {
			// "BÁO CÁO Kết quả hợp tác với ba tỉnh A, B, C": the one who reports is the province of the text.
			if (auto about = cooperates_with(sentence, parties); !about.empty()) from_headline = std::move(about);
		}
		if (!m_main.empty() && both_sides(parties) && only_of_a_paper(sentence)) continue;
		if (!both_sides(parties)) {
			if (is_headline(s) || is_caption(s)) continue;
			if (auto sides = sides_of_visit(sentence); both_sides(sides)) {
				if (m_main.empty()) {
					m_main = sides;
					strong = true;
				}
				m_pairs.emplace_back(sentence.begin, std::move(sides));
				continue;
			}
			return_to_pair(sentence.begin, sentence.end);
			// "Chữ ký của ông A, Giám đốc Sở X, và của bà B, Giám đốc Sở Y, …": who serves where opens the text.
			auto served = spoken_for(sentence.begin, sentence.end);
			keep_counterparts(served);
			const bool members = std::any_of(served.begin(), served.end(), [](const auto& p) {
				return kind_of(p) == "party-committee" && place_of(p).size() == 2;
			});
			if (m_pairs.empty() && parties.empty() && both_sides(served) && served.size() == 2 && !members) {
				m_pairs.emplace_back(sentence.begin, std::move(served));
				continue;
			}
			// "Ông A, Cục trưởng Cục Hải quan tỉnh X, cho biết … Hải quan cửa khẩu Y (Lào) …": he speaks of his own
			// body and of the one of its size across the border.
			if (parties.size() == 1 && served.size() == 1 && country_of(parties[0]) != country_of(served[0]) &&
			    kind_of(parties[0]) == kind_of(served[0]) && kind_of(parties[0]) != "province") {
				merge(parties, served);
				m_pairs.emplace_back(sentence.begin, std::move(parties));
			} else if (m_pairs.empty() && m_main.empty() && !parties.empty() && served.size() == 1 && !members &&
			           country_of(parties[0]) != country_of(served[0]) && place_of(served[0]).size() > 2 &&
			           is_force_or_union(kind_of(served[0])) && kind_of(parties[0]) != "province") {
				// "Đại tá A, Phó Giám đốc Công an tỉnh X dẫn đầu đoàn sang bàn giao … cho Công an tỉnh Y": who leads
				// stands for his body where the text opens.
				merge(parties, served);
				m_pairs.emplace_back(sentence.begin, std::move(parties));
			}
			continue;
		}
		// "Tỉnh giúp A xây trường; huyện B tặng huyện C 20 con bò": each part names a pair of its own.
		if (const auto parts = parts_of(sentence); parts.size() > 1 && !is_headline(s)) {
			for (const auto& [from, pair] : parts) m_pairs.emplace_back(from, pair);
			if (m_main.empty() && (from_headline.empty() || !both_sides(from_headline))) {
				m_main = parts.front().second;
				strong = true;
			}
			continue;
		}
		keep_counterparts(parties);
		// "bộ đội Sơn La", "Sơn La" said of the body that the text is about.
		for (auto& p : parties) {
			if (kind_of(p) != "province") continue;
			const auto& about = m_main.empty() && !m_pairs.empty() ? m_pairs.front().second : m_main;
			const auto body = std::find_if(about.begin(), about.end(), [&](const auto& q) {
				return place_of(q) == place_of(p) && is_provincial(kind_of(q));
			});
			if (body != about.end()) p = *body;
		}
		if (is_headline(s)) {
			from_headline = parties;
			continue;
		}
		if (m_main.empty() && s > 8 && both_sides(from_headline) && from_headline.size() > 2) {
			m_main = from_headline;
			m_pairs.insert(m_pairs.begin(), {0U, from_headline});
			strong = true;
		}
		if (!only_gives(sentence, parties)) m_pairs.emplace_back(sentence.begin, parties);
		if (m_main.empty()) {
			m_main = parties;
			strong = true;
		}
	}
	if (m_main.empty()) {
		if (both_sides(from_headline) && from_headline.size() > 2) {
			m_main = from_headline;
		} else if (first_vn != nullptr && first_la != nullptr) {
			m_main = first_vn->parties;
			merge(m_main, first_la->parties);
		} else {
			m_main = from_headline;
		}
	}
	if (m_main.empty() && first_vn == nullptr &&
	    names_border_delegations(0, static_cast<std::uint32_t>(m_a.tokens.size()))) {
		m_main = {"VN/government", "LA/government"};
	}
	// "Thủ tướng Lào A hội đàm với Thủ tướng B": those whom they speak for.
	for (std::uint32_t n = 0; n < m_a.sentences.size() && m_main.empty(); ++n) {
		for (const auto& name : names_in(m_a.sentences[n].begin, m_a.sentences[n].end)) {
			if (auto head = state_spoken_for(m_people.people[name.person])) merge(m_main, {std::move(*head)});
		}
		if (!both_sides(m_main)) m_main.clear();
	}
	// A place of one side, and nobody of either: the text speaks of the two countries.
	if (m_main.empty() && (first_vn != nullptr || first_la != nullptr || m_parties.home)) {
		const auto add = [&](const std::optional<std::uint16_t>& place) {
			if (place) m_main.push_back(m_a.lexicon.place(*place).code + "/province");
		};
		if (first_vn != nullptr) {
			m_main = first_vn->parties;
		} else {
			add(m_parties.home);
		}
		if (first_la != nullptr) {
			merge(m_main, first_la->parties);
		} else {
			add(m_parties.abroad);
		}
	}
	// "Thủ tướng A và Thủ tướng Lào B": those whom they serve, else the two countries.
	if (m_main.empty() && first_vn == nullptr && first_la == nullptr) {
		m_main = spoken_for(0, static_cast<std::uint32_t>(m_a.tokens.size()));
		keep_counterparts(m_main);
		const auto size = static_cast<std::uint32_t>(m_a.tokens.size());
		if (!both_sides(m_main)) m_main.clear();
		if (m_main.empty() && (has_cue(0, size, Cue::both) || has_cue(0, size, Cue::states)))
			m_main = {"VN/state", "LA/state"};
	}
}

/// "BĐBP tỉnh A tặng Đại đội B một máy nổ", "… giúp Bệnh viện tỉnh B": one of the two sides gives to a small body of
/// the other; the text goes on with the two.
bool Context::only_gives(const text::Sentence& sentence, const PartySet& parties) const {
	if (m_main.empty() || m_pairs.empty() || !has_cue(sentence.begin, sentence.end, Cue::give)) return false;
	// "đến thăm các Đại đội A, B, trao …": those who are visited are whom the text goes on with.
	for (const auto& m : m_a.matches_in(sentence.begin, sentence.end)) {
		if (m.cue() == Cue::travel && m_a.words(m.begin, m.end).find("thăm") != std::string_view::npos) return false;
	}
	const auto& pair = m_pairs.back().second;
	const auto giver = side(parties, Country::vn);
	const auto taker = side(parties, Country::la);
	const auto known = side(pair, Country::vn);
	const auto partner = side(pair, Country::la);
	if (giver.empty() || taker.empty() || partner.empty()) return false;
	for (const auto& p : giver) {
		if (std::find(known.begin(), known.end(), p) == known.end()) return false;
	}
	return std::all_of(taker.begin(), taker.end(), [&](const auto& t) {
		if (place_of(t) != place_of(partner[0])) return false;
		return size_of(kind_of(partner[0])) > size_of(kind_of(t)) ||
		       (kind_of(partner[0]) == "province" && kind_of(t) == "agency");
	});
}

/// "hợp tác với ba tỉnh A, B, C" of provinces of one side: they and the province of the other side that the text speaks
/// of; empty for any other sentence.
PartySet Context::cooperates_with(const text::Sentence& sentence, const PartySet& parties) const {
	if (parties.empty() || !m_parties.home || country_of(parties[0]) != Country::la) return {};
	if (std::any_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) != "province"; })) return {};
	for (auto t = sentence.begin; t + 1 < sentence.end; ++t) {
		const auto word = m_a.word(t);
		const bool with =
		    (word == "tác" || word == "nghĩa" || word == "hệ" || word == "nghị") && m_a.word(t + 1) == "với";
		if (!with) continue;
		PartySet out{m_a.lexicon.place(*m_parties.home).code + "/province"};
		merge(out, parties);
		return out;
	}
	return {};
}

/// The pairs of the parts between semicolons, where more than one part names both sides, and not the same ones.
std::vector<std::pair<std::uint32_t, PartySet>> Context::parts_of(const text::Sentence& sentence) const {
	std::vector<std::pair<std::uint32_t, PartySet>> out;
	auto begin = sentence.begin;
	for (auto t = sentence.begin; t <= sentence.end; ++t) {
		if (t != sentence.end && !m_a.tokens[t].is(';')) continue;
		auto parties = named(begin, t);
		std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state" || kind_of(p) == "school"; });
		keep_counterparts(parties);
		if (both_sides(parties)) out.emplace_back(begin, std::move(parties));
		begin = t + 1;
	}
	if (out.size() > 1 && std::all_of(out.begin(), out.end(), [&](const auto& p) { return p.second == out[0].second; }))
		out.clear();
	return out;
}

/// "Đoàn A thăm và làm việc tại tỉnh B": where a delegation goes is the other side, though "tại" makes it a venue.
PartySet Context::sides_of_visit(const text::Sentence& sentence) const {
	for (auto i = m_a.first_match[sentence.begin]; i < m_a.matches.size() && m_a.matches[i].begin < sentence.end; ++i) {
		const auto& m = m_a.matches[i];
		if (m.cue() != Cue::travel || m.end > sentence.end) continue;
		if (!has_cue(sentence.begin, m.begin, Cue::delegation)) continue;
		auto out = named(sentence.begin, m.begin);
		std::erase_if(out, [](const auto& p) { return kind_of(p) == "state" || kind_of(p) == "school"; });
		// A national body meets its like there, not the province.
		if (out.empty() || both_sides(out) || place_of(out.front()).size() == 2) continue;
		const auto side = country_of(out.front());
		for (const auto& p : parties_in(m.end, std::min(sentence.end, m.end + 12))) {
			if (p.parties.empty() || p.role != Role::location || country_of(p.parties[0]) == side) continue;
			const auto kind = kind_of(p.parties[0]);
			if (kind != "province" && kind != kind_of(out.front())) continue;
			merge(out, p.parties);
			std::stable_partition(out.begin(), out.end(), [](const auto& x) { return country_of(x) == Country::vn; });
			return out;
		}
	}
	// "tại Đồn Biên phòng A … lễ kết nghĩa giữa đơn vị chủ nhà với Đại đội B": a body that is the venue is the other
	// side.
	auto out = named(sentence.begin, sentence.end);
	std::erase_if(out, [](const auto& p) { return kind_of(p) == "state" || kind_of(p) == "school"; });
	if (out.empty() || both_sides(out)) return {};
	for (const auto& p : parties_in(sentence.begin, sentence.end)) {
		if (p.role != Role::location || p.naming != Naming::full || p.parties.size() != 1 ||
		    country_of(p.parties[0]) == country_of(out.front()) || kind_of(p.parties[0]) == "village" ||
		    kind_of(p.parties[0]) == "state" || size_of(kind_of(p.parties[0])) != size_of(kind_of(out.front())))
			continue;
		merge(out, p.parties);
		std::stable_partition(out.begin(), out.end(), [](const auto& x) { return country_of(x) == Country::vn; });
		return out;
	}
	return {};
}

/// A sentence that names a body of an earlier pair, or somebody who serves there, speaks of that pair again: "Chính trị
/// viên Đồn A nhẩm sổ. … hai đơn vị đã …".
void Context::return_to_pair(std::uint32_t begin, std::uint32_t end) {
	if (m_pairs.size() < 2) return;
	const auto holds = [](const PartySet& pair, const model::Party& p) {
		return std::find(pair.begin(), pair.end(), p) != pair.end();
	};
	for (const auto& m : parties_in(begin, end)) {
		if (m.parties.size() != 1 || (m.role != Role::free && m.role != Role::in_title)) continue;
		const auto& p = m.parties[0];
		if (size_of(kind_of(p)) > 2 || holds(m_pairs.back().second, p)) continue;
		for (auto i = m_pairs.size() - 1; i-- > 0;) {
			if (!holds(m_pairs[i].second, p)) continue;
			auto again = m_pairs[i].second;
			m_pairs.emplace_back(begin, std::move(again));
			return;
		}
	}
}

/// "bốn tỉnh bạn", "các tỉnh bạn".
bool Context::plural_before(std::uint32_t token) const {
	if (token == 0) return false;
	const auto& first = m_a.tokens[token - 1];
	const auto word = m_a.word(token - 1);
	return first.kind == text::TokenKind::number || word == "các" || word == "hai" || word == "ba" || word == "bốn" ||
	       word == "năm" || m_a.word(token) == "các";
}

/// The longest list of parties of this side that one sentence names.
PartySet Context::widest_side(Country country) const {
	auto best = side(m_main, country);
	for (const auto& [from, pair] : m_pairs) {
		auto own = side(pair, country);
		if (own.size() > best.size()) best = std::move(own);
	}
	return best;
}

/// "ba đơn vị", "bốn tỉnh": the nearest list before that names so many.
const PartySet& Context::pair_of_count(const lexicon::Match& cue) const {
	static constexpr std::array<std::pair<std::string_view, std::size_t>, 6> k_counts = {
	    {{"ba", 3}, {"3", 3}, {"bốn", 4}, {"4", 4}, {"năm", 5}, {"sáu", 6}}};
	const auto& near = pair_at(cue.begin);
	const auto number = m_a.small(cue.begin);
	for (const auto& [word, count] : k_counts) {
		// "ba đơn vị" are bodies with a name, not the posts and companies of a summing-up.
		const bool unnamed = std::any_of(near.begin(), near.end(), [](const auto& p) {
			return kind_of(p) == "border-company" && p.ends_with("/border-company");
		});
		if (number != word || (near.size() == count && !unnamed)) continue;
		if (unnamed && m_main.size() == count) return m_main;
		for (auto i = m_pairs.size(); i-- > 0;) {
			if (m_pairs[i].first <= cue.begin && m_pairs[i].second.size() == count) return m_pairs[i].second;
		}
		if (m_main.size() == count) return m_main;
	}
	return near.size() < 3 && m_main.size() >= 3 ? m_main : near;
}

/// "hai bản", "hai Hội", "hai Sở", "hai huyện": the two bodies of that kind that the text named last, one on each side,
/// whatever pair it speaks of; empty where the words name no kind.
/// "hai Thứ trưởng", "hai Kiểm toán trưởng": the bodies of the two office-holders of that post, one of each side, whom
/// the text has named so far.
PartySet Context::pair_of_post(const lexicon::Match& cue) const {
	static constexpr std::array<std::string_view, 5> k_titles = {"vị", "nhà", "nữ", "đồng", "chí"};
	auto t = cue.begin + 1;
	while (t < cue.end && base::one_of(m_a.word(t), k_titles)) ++t;
	if (t >= cue.end || !m_a.tokens[t].capital) return {};
	const auto post = std::string(m_a.small_words(t, cue.end));
	PartySet vn;
	PartySet la;
	for (const auto& held : m_people.posts) {
		if (held.title.begin >= cue.begin) break;
		const auto& bodies = m_people.people[held.person].bodies;
		if (bodies.size() == 1 && m_a.small_words(held.title.begin, held.title.end).starts_with(post))
			merge(country_of(bodies[0]) == Country::vn ? vn : la, bodies);
	}
	if (vn.size() != 1 || la.size() != 1) return {};
	merge(vn, la);
	return vn;
}

PartySet Context::pair_of_kind(const lexicon::Match& cue) const {
	if (auto pair = pair_of_post(cue); !pair.empty()) return pair;
	struct Kind {
		std::string_view word;
		std::string_view kind;
	};
	static constexpr std::array<Kind, 19> k_kinds = {{{"bản", "village"},
	                                                  {"Viện", "agency"},
	                                                  {"án", "agency"},
	                                                  {"thôn", "village"},
	                                                  {"làng", "village"},
	                                                  {"khóm", "village"},
	                                                  {"buôn", "village"},
	                                                  {"xã", "commune"},
	                                                  {"huyện", "district"},
	                                                  {"sở", "agency"},
	                                                  {"Sở", "agency"},
	                                                  {"Ban", "agency"},
	                                                  {"viện", "agency"},
	                                                  {"Hội", "women-union"},
	                                                  {"hội", "women-union"},
	                                                  {"trường", "school"},
	                                                  {"đoàn", "youth-union"},
	                                                  {"Đoàn", "youth-union"},
	                                                  {"Công", "police"}}};
	const auto last = m_a.word(cue.end - 1);
	const auto first = m_a.word(cue.begin + 1);
	const bool league = first == "Tỉnh" || first == "tỉnh";
	std::string_view kind;
	for (const auto& k : k_kinds) {
		const bool hit = k.kind == "youth-union" ? league && last == k.word
		                 : k.kind == "police"    ? first == k.word
		                                         : last == k.word;
		if (hit) kind = k.kind;
	}
	if (kind.empty()) return {};
	const auto& near = pair_at(cue.begin);
	const auto of_kind = [&](const PartySet& parties) {
		PartySet out;
		for (const auto& p : parties) {
			if (kind_of(p) == kind) out.push_back(p);
		}
		return out;
	};
	if (auto own = of_kind(near); both_sides(own)) return own;
	PartySet vn;
	PartySet la;
	for (const auto& m : m_parties.mentions) {
		if (m.begin >= cue.begin && !vn.empty() && !la.empty()) break;
		if (m.role == Role::location || m.parties.size() != 1 || kind_of(m.parties[0]) != kind) continue;
		auto& side = country_of(m.parties[0]) == Country::vn ? vn : la;
		if (side.empty() || m.begin < cue.begin) side = m.parties;
	}
	if (vn.empty() || la.empty()) return {};
	merge(vn, la);
	return vn;
}

}  // namespace bienban::extraction
