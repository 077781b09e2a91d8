#include "extraction/context.hpp"

#include <algorithm>
#include <array>

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

/// Bodies that work for a whole province.
bool is_provincial(std::string_view kind) {
	return kind == "border-guard" || kind == "military-command" || kind == "police" || kind == "agency" ||
	       kind == "party-committee" || kind == "people-council" || kind == "people-committee" ||
	       kind == "fatherland-front" || kind == "youth-union" || kind == "women-union";
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
		if (std::find(k_words.begin(), k_words.end(), word) == k_words.end()) continue;
		if (word == "thông") return m_a.word(t + 1) == "sang";
		if (word == "đường") return m_a.word(t + 1) == "biên" && back <= 6;
		return true;
	}
	return false;
}

bool Context::names_laos(const text::Sentence& sentence) const {
	return std::any_of(m_parties.places.begin(), m_parties.places.end(), [&](const PlaceMention& p) {
		return p.begin >= sentence.begin && p.end <= sentence.end &&
		       m_a.lexicon.place(p.place).country == Country::la && !lies_there(p.begin);
	});
}

bool Context::deals_with(const text::Sentence& sentence) const {
	bool deed = false;
	// "hợp tác với tỉnh Hủa Phăn (Lào)".
	for (auto t = sentence.begin; t + 3 < sentence.end && !deed; ++t)
		deed = m_a.word(t) == "tác" && m_a.word(t + 1) == "với" && m_a.word(t + 2) != "nhau";
	for (auto i = m_a.first_match[sentence.begin]; i < m_a.matches.size() && m_a.matches[i].begin < sentence.end; ++i) {
		const auto& m = m_a.matches[i];
		switch (m.cue()) {
			case Cue::length:
			case Cue::other_side:
			case Cue::crime: return false;
			case Cue::travel:
			case Cue::welcome:
			case Cue::give:
			case Cue::twinning:
			case Cue::medical:
			case Cue::talks:
			case Cue::patrol:
			case Cue::sign:
			case Cue::handover:
			case Cue::search:
			case Cue::conference: deed = true; break;
			default: break;
		}
		if (m.cls != EntryClass::theme) continue;
		for (const auto theme : m_a.lexicon.theme(m.index).themes)
			deed = deed || theme == model::Theme::friendship || theme == model::Theme::twinning;
	}
	return deed;
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
	std::uint32_t others = 0;
	std::uint32_t together = 0;
	for (const auto& m : m_a.matches) {
		if (m.cls == EntryClass::country && !m_a.within_longer(m, EntryClass::province)) {
			const auto country = lexicon.place(m.index).country;
			countries += country == Country::la ? 1U : 0U;
			near += country == Country::la && lies_there(m.begin) ? 1U : 0U;
			others += country == Country::other ? 1U : 0U;
		}
		switch (m.cue()) {
			case Cue::both:
			case Cue::provinces:
			case Cue::friends:
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
		if (country_of(m.parties[0]) == Country::la && kind_of(m.parties[0]) != "district" &&
		    kind_of(m.parties[0]) != "commune")
			++bodies;
	}
	for (const auto& person : m_people.people) bodies += person.country == "LA" ? 1U : 0U;
	if (others > 0 && others >= countries + places) return false;
	if (bodies > 0) return true;
	if (places + countries <= near) return false;
	if (together > 0 && (places > 0 || countries >= 2)) return true;
	// "khám bệnh cho người dân huyện …, tỉnh Hủa Phăn (Lào)", "hợp tác với tỉnh Hủa Phăn": a deed towards a Lao place
	// in its own sentence, which does not merely say where something lies or comes from.
	for (const auto& sentence : m_a.sentences) {
		if (names_laos(sentence) && deals_with(sentence)) return true;
	}
	return false;
}

Context::Context(const model::Document& document, const lexicon::Lexicon& lexicon) : m_a(annotate(document, lexicon)) {
	m_people = find_people(m_a);
	m_parties = find_parties(m_a, m_people);
	fill_bodies(m_a, m_parties, m_people);
	m_bilateral = concerns_both();
	m_dates = find_dates(m_a, m_document_date);
	if (!m_bilateral) return;
	std::vector<bool> taken(m_a.tokens.size() + 1, false);
	for (const auto& d : m_dates) {
		for (auto t = d.begin; t < d.end; ++t) taken[t] = true;
	}
	m_numbers = find_numbers(m_a, taken);
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

std::uint32_t Context::sentence_of(std::uint32_t token) const { return m_a.sentence_of[token]; }

std::span<const PartyMention> Context::parties_in(std::uint32_t b, std::uint32_t e) const {
	return within(m_parties.mentions, b, e);
}
std::span<const DateMention> Context::dates_in(std::uint32_t b, std::uint32_t e) const { return within(m_dates, b, e); }
std::span<const Number> Context::numbers_in(std::uint32_t b, std::uint32_t e) const { return within(m_numbers, b, e); }
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

const Section* Context::section_at(std::uint32_t token) const {
	const auto after = std::upper_bound(m_sections.begin(), m_sections.end(), token,
	                                    [](std::uint32_t t, const Section& s) { return t < s.begin; });
	if (after == m_sections.begin()) return nullptr;
	const auto& section = *std::prev(after);
	return token < section.end ? &section : nullptr;
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
	if (m_main.empty()) {
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
	static constexpr std::array<std::pair<std::string_view, std::size_t>, 4> k_counts = {
	    {{"ba", 3}, {"bốn", 4}, {"năm", 5}, {"sáu", 6}}};
	const auto& near = pair_at(cue.begin);
	const auto number = text::lower(m_a.word(cue.begin));
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
PartySet Context::pair_of_kind(const lexicon::Match& cue) const {
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

std::optional<std::string> Context::zone_period(std::uint32_t token) const {
	std::size_t at = 0;
	while (at < m_clauses.size() && m_clauses[at].end <= token) ++at;
	if (at == m_clauses.size()) return std::nullopt;
	const auto mode = m_clauses[at].mode;
	const auto block = m_a.sentences[m_clauses[at].sentence].block;
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
			if (dates_signing(d)) {
				since = since_signing(d);
				continue;
			}
			// "Từ tháng 11/2021 đến tháng 11/2022, hai bên đã triển khai Biên bản ghi nhớ năm 2021": the time of the
			// paper comes after that of what was done.
			bool of_paper = false;
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

bool Context::dates_signing(const DateMention& date) const {
	const auto begin = m_a.sentences[sentence_of(date.begin)].begin;
	bool signing = false;
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
	const auto& s = m_a.sentences[sentence_of(token)];
	auto begin = token;
	while (begin > s.begin && !m_a.tokens[begin - 1].is(';') && !m_a.tokens[begin - 1].is(':')) --begin;
	auto end = token;
	while (end < s.end && !m_a.tokens[end].is(';')) ++end;
	return {begin, end};
}

}  // namespace bienban::extraction
