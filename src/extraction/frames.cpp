#include "extraction/frames.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.hpp"
#include "extraction/party_completion.hpp"
#include "extraction/shares.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;

using base::one_of;

/// Words that stand before a short name without making it one: "lãnh đạo tỉnh", "cấp tỉnh", "các trường".
constexpr std::array<std::string_view, 22> k_no_short_name = {
    "đạo",   "cấp",  "toàn",  "trong", "các", "hai", "ba",   "bốn", "những", "mỗi",   "từng",
    "nhiều", "trên", "ngoài", "tại",   "một", "ủy",  "quan", "này", "nội",   "ngoại", "số"};
constexpr std::array<std::string_view, 12> k_troops = {"bộ",    "quân", "đại",  "trung", "tiểu", "liên",
                                                       "chiến", "Bộ",   "Quân", "Đại",   "biệt", "toàn"};
/// Words behind a short name that show it acts.
constexpr std::array<std::string_view, 14> k_acts = {"đã",   "còn", "cũng", "sẽ",  "được", "vẫn",  "luôn",
                                                     "đang", "vừa", "nhất", "cam", "trao", "dành", "hiện"};

constexpr std::array<std::string_view, 5> k_forces = {"border-guard", "military-command", "police", "border-post",
                                                      "border-company"};

bool opposite(Country a, Country b) { return a != b && a != Country::none && b != Country::none; }

/// The bodies of provinces alone, where a ministry stands beside them.
PartySet without_ministries(PartySet parties) {
	const auto local = [](const model::Party& p) { return place_of(p).size() > 2; };
	if (std::any_of(parties.begin(), parties.end(), local)) {
		std::erase_if(parties, [](const model::Party& p) { return kind_of(p).starts_with("ministry-of"); });
	}
	return parties;
}

/// A body that tells of its own deeds: the forces, and posts.
bool is_force(const PartySet& parties) {
	return parties.size() == 1 && one_of(kind_of(parties[0]), k_forces) && place_of(parties[0]).size() > 2;
}

std::string province_of(const model::Party& party) { return std::string(place_of(party)) + "/province"; }

}  // namespace

bool is_deed(Cue cue) {
	switch (cue) {
		case Cue::act:
		case Cue::medical:
		case Cue::search:
		case Cue::patrol:
		case Cue::operation:
		case Cue::course:
		case Cue::talks:
		case Cue::briefing:
		case Cue::handover: return true;
		default: return false;
	}
}

const PartySet& Frames::pair(std::uint32_t token) const {
	const auto s = m_c.sentence_of(token);
	const auto begin = m_c.sentence(s).begin;
	if (begin == 0 || Context::both_sides(m_c.named(begin, token)) ||
	    !Context::both_sides(m_c.named(token, m_c.sentence(s).end)))
		return m_c.pair_at(token);
	return m_c.pair_at(begin - 1);
}

Frames::Frames(const Context& context)
    : m_c(context), m_a(context.a()), m_of_sentences(m_a.sentences.size()), m_counts(context.numbers().size()) {
	find_local_names();
}

const std::vector<Term>& Frames::terms(std::uint32_t sentence) {
	auto& found = m_of_sentences[sentence];
	if (found) return *found;
	m_terms.clear();
	const auto& s = m_c.sentence(sentence);
	add_mentions(s.begin, s.end);
	add_references(s.begin, s.end);
	add_short_names(s.begin, s.end);
	add_that_one(s.begin, s.end);
	add_counted(s.begin, s.end);
	add_unnamed_units(s.begin, s.end);
	std::sort(m_terms.begin(), m_terms.end(), [](const Term& a, const Term& b) { return a.begin < b.begin; });
	for (std::size_t i = 0; i < m_terms.size(); ++i) {
		auto& term = m_terms[i];
		term.subject = in_subject_place(term.begin, s.begin);
		if (i > 0 && joined(m_terms[i - 1], term)) {
			if (term.link != Link::at) term.link = m_terms[i - 1].link;
			term.subject = m_terms[i - 1].subject;
		} else if (term.link != Link::at) {
			term.link = link_of(term.begin, s.begin);
		}
	}
	return found.emplace(std::move(m_terms));
}

const Count& Frames::count(const Number& number) {
	auto& count = m_counts[static_cast<std::size_t>(&number - m_c.numbers().data())];
	if (!count) count = read_count(m_c, number);
	return *count;
}

void Frames::add_mentions(std::uint32_t begin, std::uint32_t end) {
	for (const auto& m : m_c.parties_in(begin, end)) {
		if (m.parties.empty() || kind_of(m.parties[0]) == "state") continue;
		if (const auto stop = m.role == Role::in_title ? acts_in_person(m) : 0; stop != 0) {
			if (auto body = m_c.spoken_for(m.begin, m.end); !body.empty())
				m_terms.push_back({m.begin, stop, std::move(body), Link::plain, false});
			continue;
		}
		if (m.role == Role::in_title && given_in_person(m, begin)) {
			if (auto body = m_c.spoken_for(m.begin, m.end); !body.empty())
				m_terms.push_back({m.begin, m.end, std::move(body), Link::target, false});
			continue;
		}
		if ((m.role == Role::in_title && !led_by_nobody_named(m)) || m.role == Role::qualifier) continue;
		if (m_c.is_side_of_paper(m)) continue;
		// "hoàn thiện trụ sở Ủy ban nhân dân các huyện": the building, not the body.
		if (m.begin > begin && m_a.word(m.begin - 1) == "sở") continue;
		// "bạn A nhận …", "B giúp …" of provinces whose commands the text speaks of.
		if (auto several = of_counted(m); !several.empty()) {
			m_terms.push_back({m.begin, m.end, std::move(several), Link::plain, false});
			continue;
		}
		const auto& main = m_c.main_pair();
		const bool itself = std::all_of(m.parties.begin(), m.parties.end(), [&](const model::Party& p) {
			return std::find(main.begin(), main.end(), p) != main.end();
		});
		const bool bare = m.naming == Naming::place && m.role == Role::free && m_a.tokens[m.begin].capital &&
		                  m_a.word(m.begin) != "Tỉnh" && m_a.word(m.begin) != "Thành" && !itself &&
		                  !of_its_people(m.begin, begin);
		m_terms.push_back({m.begin, m.end, bare ? as_bodies(m.parties, pair(m.begin)) : m.parties,
		                   m.role == Role::location ? Link::at : Link::plain, false});
	}
}

/// "đồn biếu đại đội 5 triệu đồng", "gửi tặng cụm bản 40 suất quà": the company and the group of villages told last, to
/// which something is given.
bool Frames::add_company_or_cluster(std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
	if (t + 2 >= end) return false;
	const bool company = m_a.word(t) == "đại" && m_a.word(t + 1) == "đội";
	const bool cluster = m_a.word(t) == "cụm" && m_a.word(t + 1) == "bản";
	if ((!company && !cluster) || m_a.tokens[t + 2].capital || m_a.word(t + 2) == "biên" || covered(t, t + 2))
		return false;
	const auto before = t > begin ? m_a.word(t - 1) : text::Word{};
	if (before != "cho" && before != "giúp" && !gives_before(begin, t)) return false;
	const auto mentions = m_c.parties_in(0, t);
	for (auto i = mentions.size(); i-- > 0;) {
		const auto& m = mentions[i];
		if (m.parties.size() != 1 || country_of(m.parties[0]) != Country::la ||
		    kind_of(m.parties[0]) != (company ? "border-company" : "village"))
			continue;
		m_terms.push_back({t, t + 2, m.parties, Link::plain, false});
		return true;
	}
	return false;
}

/// "gửi bà con Khăm Muộn", "tặng đồng bào Quảng Trị": the people of a province, and no office there.
bool Frames::of_its_people(std::uint32_t t, std::uint32_t begin) const {
	if (t < begin + 2) return false;
	const auto first = m_a.small(t - 2);
	const auto second = m_a.word(t - 1);
	return (first == "bà" && second == "con") || (first == "đồng" && second == "bào") ||
	       (first == "nhân" && second == "dân") || (first == "người" && second == "dân");
}

/// "Chỉ huy BĐBP tỉnh A trao 100 suất học bổng": the body acts, where no name follows.
bool Frames::led_by_nobody_named(const PartyMention& m) const {
	if (m.begin < 2 || !m_c.names_in(m.end, m.end + 3).empty()) return false;
	if (m.end < m_a.tokens.size() && (m_a.tokens[m.end].capital || m_a.tokens[m.end].is(','))) return false;
	const auto head = m_a.small(m.begin - 2);
	const auto word = m_a.word(m.begin - 1);
	return (head == "chỉ" && word == "huy") || (head == "lãnh" && word == "đạo");
}

/// "Công an 8 tỉnh", "công an các tỉnh", "Công an bốn tỉnh của Lào" where the text has named so many.
PartySet Frames::of_counted(const PartyMention& m) const {
	if (m.parties.size() != 1 || place_of(m.parties[0]).size() > 2) return {};
	const auto kind = kind_of(m.parties[0]);
	if (kind != "police" && kind != "border-guard" && kind != "military-command") return {};
	PartySet all;
	for (const auto& p : m_c.main_pair()) {
		if (kind_of(p) == kind && place_of(p).size() > 2) all.push_back(p);
	}
	if (all.size() < 3) return {};
	const auto stop = std::min<std::uint32_t>(m.end + 3, static_cast<std::uint32_t>(m_a.tokens.size()));
	for (auto t = m.begin; t < stop; ++t) {
		if (m_a.word(t) == "các") return all;
		const auto size = small_count(m_a.word(t));
		if (size == 0) continue;
		for (const auto country : {Country::none, Country::vn, Country::la}) {
			auto part = country == Country::none ? all : Context::side(all, country);
			const bool names_lao = t + 3 < m_a.tokens.size() && (m_a.word(t + 2) == "Lào" || m_a.word(t + 3) == "Lào");
			if (part.size() == size && !(country == Country::vn && names_lao)) return part;
		}
	}
	return {};
}

bool Frames::covered(std::uint32_t begin, std::uint32_t end) const {
	for (const auto& m : m_c.parties_in(begin > 20 ? begin - 20 : 0, end)) {
		if (m.end > begin && !(m.parties.empty() || kind_of(m.parties[0]) == "state")) return true;
	}
	return std::any_of(m_terms.begin(), m_terms.end(), [&](const Term& t) { return t.begin < end && begin < t.end; });
}

void Frames::add_references(std::uint32_t begin, std::uint32_t end) {
	std::uint32_t until = begin;
	for (auto i = m_a.first_match[begin]; i < m_a.matches.size() && m_a.matches[i].begin < end; ++i) {
		const auto& m = m_a.matches[i];
		switch (m.cue()) {
			case Cue::both:
			case Cue::all_sides:
			case Cue::provinces:
			case Cue::friends:
			case Cue::own_side: break;
			default: continue;
		}
		// "bốn tỉnh bạn": one reference, not a second one in its last word.
		if (m.cue() == Cue::friends && m.size() == 1 && m.begin == until && !m_terms.empty() &&
		    m_terms.back().end == until)
			continue;
		if (m.begin < until || covered(m.begin, m.end)) continue;
		const auto last = m_a.word(m.end - 1);
		if (m.cue() == Cue::own_side && last == "vị") continue;
		// "bạn Bô Ly Khăm Xay", "đơn vị bạn, Đại đội 213": the name behind it says who.
		if (const auto named = m_c.parties_in(m.end, m.end + 1);
		    m.cue() == Cue::friends && !named.empty() && kind_of(named.front().parties[0]) != "state")
			continue;
		// "bạn" of "các bạn trẻ", "người bạn": no party.
		if (m.cue() == Cue::friends && m.size() == 1 && m.begin > begin &&
		    (m_a.word(m.begin - 1) == "người" || m_a.word(m.begin - 1) == "các"))
			continue;
		until = m.end;
		// "giúp bạn tập huấn 40 y sĩ": the verb in it leads to them.
		const auto first = m.size() > 1 && m.cue() == Cue::friends && m_a.small(m.begin) == "giúp" ? 1U : 0U;
		if (auto parties = of_reference(m); !parties.empty())
			m_terms.push_back({m.begin + first, m.end, std::move(parties), Link::plain, false});
	}
}

PartySet Frames::of_reference(const lexicon::Match& match) const {
	const auto& pair = this->pair(match.begin);
	const auto first = m_a.word(match.begin);
	const auto size = small_count(first);
	const bool several = size == 3 || size == 4;
	switch (match.cue()) {
		case Cue::both: return pair_of_kind(match, pair);
		case Cue::all_sides: {
			// "lưu học sinh ba tỉnh" of one country: as many Lao provinces as the text names.
			if (several && m_a.word(match.end - 1) == "tỉnh") {
				PartySet lao;
				for (const auto& code : m_c.parties().codes) {
					if (code.starts_with("LA-")) lao.push_back(code + "/province");
				}
				// The bodies of those provinces, where the pair has as many.
				auto bodies = without_ministries(Context::side(pair, Country::la));
				if (bodies.size() == size) return bodies;
				if (lao.size() == size) return lao;
			}
			return m_c.pair_of_count(match);
		}
		case Cue::provinces: {
			PartySet out;
			for (const auto& p : pair) merge(out, {place_of(p).size() > 2 ? province_of(p) : p});
			// "tỉnh lại hỗ trợ hai tỉnh 1,5 tỷ đồng" of one province with two across the border.
			auto abroad = Context::side(out, Country::la);
			if (out.size() == 3 && abroad.size() == 2 && (first == "hai" || first == "Hai" || first == "2") &&
			    gives_before(match.begin > 4 ? match.begin - 4 : 0, match.begin))
				return abroad;
			return out;
		}
		case Cue::friends: {
			auto lao = without_ministries(Context::side(pair, Country::la));
			// "xây Bệnh viện huyện A cho bạn": the hospital is what they are given.
			for (const auto& built : m_c.parties_in(match.begin > 20 ? match.begin - 20 : 0, match.begin)) {
				if (built.end + 1 != match.begin || m_a.word(built.end) != "cho" || built.parties.size() != 1) continue;
				if (lao == built.parties) lao = {province_of(built.parties[0])};
			}
			const bool province = match.end > match.begin + 1 && m_a.word(match.end - 2) == "tỉnh";
			// "tặng mỗi tỉnh bạn 20 triệu đồng": all whom the text is about, and not the one told last.
			static constexpr std::array<std::string_view, 3> k_each = {"mỗi", "từng", "các"};
			const bool each = one_of(first, k_each) || (match.begin > 0 && one_of(m_a.word(match.begin - 1), k_each));
			if (auto all = Context::side(m_c.main_pair(), Country::la); province && each && all.size() > lao.size())
				lao = std::move(all);
			if (province &&
			    std::none_of(lao.begin(), lao.end(), [](const auto& p) { return kind_of(p) == "province"; })) {
				for (auto& p : lao) p = place_of(p).size() > 2 ? province_of(p) : p;
			}
			return lao;
		}
		case Cue::own_side: return Context::side(pair, Country::vn);
		default: return {};
	}
}

/// "hai huyện", "hai bản", "hai đoàn": the last pair of that kind.
PartySet Frames::pair_of_kind(const lexicon::Match& match, const PartySet& pair) const {
	const auto last = m_a.word(match.end - 1);
	std::string_view kind;
	if (last == "huyện") kind = "district";
	if (last == "xã") kind = "commune";
	if (last == "bản" || last == "thôn") kind = "village";
	if (last == "trường") kind = "school";
	if (last == "sở" || last == "Sở") kind = "agency";
	if (last == "đoàn" && match.size() == 2) return Context::both_sides(m_c.main_pair()) ? m_c.main_pair() : pair;
	if (kind.empty()) return pair;
	const auto of_kind = [&](const PartySet& set) {
		PartySet out;
		for (const auto& p : set) {
			if (kind_of(p) == kind) out.push_back(p);
		}
		return out;
	};
	if (auto own = of_kind(pair); Context::both_sides(own)) return own;
	if (auto own = of_kind(m_c.main_pair()); Context::both_sides(own)) return own;
	for (auto s = m_c.sentence_of(match.begin); s-- > 0;) {
		if (auto own = of_kind(m_c.named(m_c.sentence(s).begin, m_c.sentence(s).end)); Context::both_sides(own))
			return own;
	}
	return pair;
}

/// "12 cháu của tỉnh này", "Cũng huyện ấy": the one of that kind told last.
void Frames::add_that_one(std::uint32_t begin, std::uint32_t end) {
	for (auto t = begin; t + 1 < end; ++t) {
		const auto which = m_a.word(t + 1);
		if ((which != "này" && which != "ấy" && which != "nọ") || covered(t, t + 2)) continue;
		const auto word = m_a.small(t);
		const std::string_view kind = word == "tỉnh"                    ? "province"
		                              : word == "huyện"                 ? "district"
		                              : word == "bản" || word == "làng" ? "village"
		                              : word == "trường"                ? "school"
		                                                                : "";
		if (kind.empty()) continue;
		const auto mentions = m_c.parties_in(0, t);
		for (auto i = mentions.size(); i-- > 0;) {
			const auto& m = mentions[i];
			if (m.parties.size() != 1 || m.role == Role::in_title || place_of(m.parties[0]).size() == 2) continue;
			if (kind != "province" && kind_of(m.parties[0]) != kind) continue;
			// "các đại đội của tỉnh A …; nuôi 12 cháu của tỉnh này": by whatever body of it.
			m_terms.push_back(
			    {t, t + 2, kind == "province" ? PartySet{province_of(m.parties[0])} : m.parties, Link::plain, false});
			break;
		}
	}
}

/// "lực lượng chức năng 8 tỉnh", "sáu đơn vị": as many as the text is about.
void Frames::add_counted(std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 5> k_heads = {"tỉnh", "đơn", "bên", "địa", "huyện"};
	const auto& main = m_c.main_pair();
	if (main.size() < 3) return;
	for (auto t = begin; t + 1 < end; ++t) {
		const auto size = small_count(m_a.word(t));
		if (size != main.size() || !one_of(m_a.word(t + 1), k_heads) || covered(t, t + 2)) continue;
		if (t + 2 < end && m_a.tokens[t + 2].capital) continue;
		m_terms.push_back({t, t + 2, main, Link::plain, false});
	}
}

/// "Trung tá A, Đội trưởng Đội 584 cho biết, mùa khô qua, đơn vị đã …": the body of the one who speaks, in this
/// sentence or before it in the paragraph.
void Frames::add_unit_of_speaker(std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
	const auto word = m_a.word(t);
	if (t + 2 >= end) return;
	const auto next = m_a.word(t + 1);
	const bool unit = (word == "đơn" || word == "Đơn") && next == "vị";
	const bool we =
	    ((word == "chúng" || word == "Chúng") && next == "tôi") || ((word == "anh" || word == "Anh") && next == "em");
	if (!unit && !we) return;
	if (t > begin &&
	    (one_of(std::string_view(m_a.small(t - 1)), k_no_short_name) || m_a.cue_at(t - 1, Cue::give) != nullptr))
		return;
	const bool acts = one_of(m_a.word(t + 2), k_acts) || m_a.cue_at(t + 2, Cue::act) != nullptr ||
	                  m_a.cue_at(t + 2, Cue::give) != nullptr || m_a.word(t + 2) == "có" || m_a.word(t + 2) == "cùng" ||
	                  ((m_a.word(t + 2) == "và" || m_a.word(t + 2) == "phối") && !m_c.parties_in(t + 3, t + 9).empty());
	if (!acts || covered(t, t + 2)) return;
	const auto block = m_c.sentence(m_c.sentence_of(t)).block;
	for (auto s = m_c.sentence_of(t) + 1; s-- > 0;) {
		const auto& sentence = m_c.sentence(s);
		if (sentence.block != block) break;
		auto speaker = m_c.spoken_for(sentence.begin, std::min(sentence.end, t));
		// "Trung tá A, Đội trưởng Đội 584 (Bộ CHQS tỉnh B) cho hay": the command above the squad.
		if (speaker.empty()) {
			const auto& names = m_c.names_in(sentence.begin, std::min(sentence.end, t));
			for (const auto& m : m_c.parties_in(sentence.begin, std::min(sentence.end, t))) {
				if (!names.empty() && m.role == Role::qualifier && m.parties.size() == 1 &&
				    m.begin > names.front().end && m.begin - names.front().end < 14 && speaker.empty())
					speaker = m.parties;
			}
		}
		if (speaker.empty() && unit) speaker = teller(sentence.begin, std::min(sentence.end, t));
		// "Đồn A quản lý 21 km đường biên. Năm 2018, đơn vị đã …": whom the text speaks of.
		if (const auto& first = m_c.parties_in(sentence.begin, std::min(sentence.end, t));
		    speaker.empty() && unit && !first.empty() && first.front().role == Role::free &&
		    is_force(first.front().parties) && country_of(first.front().parties.front()) == Country::vn &&
		    link_of(first.front().begin, sentence.begin) == Link::plain)
			speaker = first.front().parties;
		if (speaker.empty()) continue;
		if (speaker.size() == 1 && kind_of(speaker[0]) != "province" && place_of(speaker[0]).size() > 2)
			m_terms.push_back({t, t + 2, std::move(speaker), Link::plain, false});
		break;
	}
}

/// "Theo thống kê của Đồn A, …", "Bộ Chỉ huy BĐBP tỉnh A cho biết, …": the body whose words they are.
PartySet Frames::teller(std::uint32_t begin, std::uint32_t end) const {
	for (const auto& m : m_c.parties_in(begin, end)) {
		if (!is_force(m.parties) || m.role == Role::location || m.role == Role::qualifier) continue;
		if (link_of(m.begin, begin) == Link::source || speaks({m.begin, m.end, m.parties, Link::plain, true}))
			return m.parties;
	}
	return {};
}

void Frames::add_short_names(std::uint32_t begin, std::uint32_t end) {
	for (auto t = begin; t < end; ++t) {
		const auto word = m_a.word(t);
		if (!m_local_names.empty() && m_a.tokens[t].capital && add_local_name(t, begin, end)) continue;
		add_unit_of_speaker(t, begin, end);
		if (m_a.tokens[t].capital && add_institution(t, begin, end)) continue;
		if (add_company_or_cluster(t, begin, end)) continue;
		static constexpr std::array<std::string_view, 26> k_heads = {
		    "tỉnh", "Tỉnh", "trường", "Trường", "Đoàn", "Đội",  "huyện", "Huyện", "bản", "xã",  "đồn", "Quân", "đoàn",
		    "Xã",   "Đồn",  "Bản",    "Sở",     "Cục",  "Trạm", "trạm",  "viện",  "ty",  "đội", "cục", "Hội",  "hội"};
		static constexpr base::FirstBytes k_first(k_heads);  // those of "thành phố" are among them
		if (!k_first.begin(word)) continue;
		const bool city = (word == "thành" || word == "Thành") && t + 1 < end && m_a.word(t + 1) == "phố";
		if (!city && !one_of<k_heads>(word)) continue;
		// "Quân khu đã mở 17 lớp".
		const bool region = word == "Quân";
		if (region && (t + 1 >= end || m_a.word(t + 1) != "khu")) continue;
		// "để lại cho bệnh viện huyện 2 giường": the one that has been named.
		const bool local = word == "viện" && t + 1 < end && (m_a.word(t + 1) == "huyện" || m_a.word(t + 1) == "tỉnh") &&
		                   (t + 2 >= end || !m_a.tokens[t + 2].capital);
		// "Đội 584 còn khám bệnh": a squad by its number.
		const bool numbered = word == "Đội" && t + 1 < end && m_a.tokens[t + 1].kind == text::TokenKind::number;
		auto stop = city || region || local || numbered ? t + 2 : t + 1;
		// "do đồn Đăk Nhoong gửi biếu": a post that has been named in full.
		if ((word == "đồn" || word == "Đồn") && stop < end && m_a.tokens[stop].capital && !covered(t, stop + 1)) {
			if (auto post = of_post_name(t, stop); !post.empty()) {
				m_terms.push_back({t, stop, std::move(post), Link::plain, false});
				continue;
			}
		}
		const auto before = t > begin ? m_a.word(t - 1) : text::Word{};
		// "công ty", "bệnh viện": the head is the second syllable.
		const bool second = word == "ty" || word == "viện" || word == "cục";
		const bool academy = word == "viện" && text::lower(before) == "học";
		if (second && !academy && text::lower(before) != (word == "ty" ? "công" : word == "cục" ? "chi" : "bệnh"))
			continue;
		const bool school = before == "nhà" || before == "Nhà" || second;
		if (!school &&
		    (one_of<k_no_short_name>(text::lower(before)) || (t > begin && small_count(m_a.word(t - 1)) != 0)))
			continue;
		if (t > begin && m_a.tokens[t - 1].capital && t - 1 > begin && !school) continue;
		// It acts, or it is given to: "tặng bản 150 suất quà", "… cho trường".
		static constexpr std::array<std::string_view, 12> k_behind = {"năm", "trong", "vào", "nhân", "trị", "để",
		                                                              "từ",  "hồi",   "dịp", "hơn",  "gần", "trên"};
		const bool ends = stop >= end || m_a.tokens[stop].kind != text::TokenKind::word ||
		                  (one_of(m_a.word(stop), k_behind) && m_a.cue_at(stop, Cue::give) == nullptr) ||
		                  !m_c.numbers_in(stop, stop + 1).empty();
		// "xã có biếu bản B 6 tạ thóc".
		const bool has_given =
		    !ends && m_a.word(stop) == "có" && stop + 1 < end && m_a.cue_at(stop + 1, Cue::give) != nullptr;
		// "đồn cùng Đại đội A đã …", "đồn phối hợp với …".
		const bool with_others = !ends && (word == "đồn" || word == "Đồn") && stop + 1 < end &&
		                         (m_a.word(stop) == "cùng" || m_a.word(stop) == "phối" || m_a.word(stop) == "và") &&
		                         !m_c.parties_in(stop + 1, std::min(end, stop + 6)).empty();
		const bool acts = !ends && (has_given || with_others || one_of(m_a.word(stop), k_acts) ||
		                            m_a.cue_at(stop, Cue::act) != nullptr || m_a.cue_at(stop, Cue::give) != nullptr ||
		                            m_a.cue_at(stop, Cue::receive) != nullptr);
		// "bàn giao cho chính quyền huyện".
		const bool authority = before == "quyền" && t > begin + 2 && m_a.word(t - 2) == "chính" &&
		                       (m_a.word(t - 3) == "cho" || gives_before(begin, t - 2));
		const bool given =
		    (ends && authority) ||
		    (ends && t > begin && (before == "cho" || before == "của" || before == "giúp" || gives_before(begin, t))) ||
		    (ends && second && t > begin + 1 && (m_a.word(t - 2) == "cho" || gives_before(begin, t - 1))) ||
		    (before == "của" && (m_a.word(stop) == "sang" || m_a.word(stop) == "đi" || m_a.word(stop) == "đến"));
		if ((!acts && !given) || covered(t, stop)) continue;
		// "bộ đội", "quân đội", "đại đội": parts of other words.
		if (word == "đội" && (one_of(before, k_troops) || !acts)) continue;
		if (auto parties = of_short_name(t); !parties.empty())
			m_terms.push_back({t, stop, std::move(parties), Link::plain, false});
	}
}

/// "Hiệp hội sẽ mở một quầy hàng", "tặng Phòng 4 máy đo": an institution by its head word alone, of those that the text
/// has named.
bool Frames::add_institution(std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
	static constexpr std::array<std::string_view, 16> k_heads = {
	    "Hiệp hội",  "Học viện", "Trung tâm", "Liên đoàn", "Tổng cục", "Ngân hàng", "Tòa án",  "Hội đồng",
	    "Liên hiệp", "Viện",     "Ban",       "Phòng",     "Đài",      "Báo",       "Chi cục", "Câu lạc"};
	const auto* found = std::find_if(k_heads.begin(), k_heads.end(), [&](std::string_view head) {
		const auto size = head.find(' ') == std::string_view::npos ? 1U : 2U;
		return t + size < end && m_a.words(t, t + size) == head;
	});
	if (found == k_heads.end()) return false;
	const auto stop = t + (found->find(' ') == std::string_view::npos ? 1U : 2U);
	if (m_a.tokens[stop].capital || covered(t, stop) || !m_c.names_in(t, stop).empty()) return false;
	if (t > begin && m_a.tokens[t - 1].capital && t - 1 > begin) return false;
	const bool acts = one_of(m_a.word(stop), k_acts) || m_a.cue_at(stop, Cue::act) != nullptr ||
	                  m_a.cue_at(stop, Cue::give) != nullptr || m_a.cue_at(stop, Cue::receive) != nullptr;
	const bool given = (t > begin && m_a.word(t - 1) == "cho") || gives_before(begin, t);
	if (!acts && !given) return false;
	const auto name = "/agency/" + text::lower(*found) + " ";
	const auto mentions = m_c.parties_in(0, t);
	for (auto i = mentions.size(); i-- > 0;) {
		const auto& m = mentions[i];
		if (m.parties.size() != 1 || m.parties[0].find(name) == std::string::npos) continue;
		m_terms.push_back({t, stop, m.parties, Link::plain, false});
		return true;
	}
	return false;
}

/// Does a word of giving end here? "tặng", "xây tặng", "gửi tới".
bool Frames::gives_before(std::uint32_t begin, std::uint32_t t) const {
	for (std::uint32_t back = 1; back <= 3 && t >= begin + back; ++back) {
		const auto* give = m_a.cue_at(t - back, Cue::give);
		if (give != nullptr && give->end == t) return true;
	}
	return false;
}

/// "Bộ CHQS tỉnh A do Đại tá B làm trưởng đoàn sang …. Đoàn đã tặng …": whom the one leads who is named as head in the
/// same paragraph.
PartySet Frames::led_delegation(std::uint32_t t) const {
	const auto block = m_c.sentence(m_c.sentence_of(t)).block;
	for (auto s = m_c.sentence_of(t); s-- > 0;) {
		const auto& sentence = m_c.sentence(s);
		if (sentence.block != block) break;
		for (auto u = sentence.begin; u + 1 < sentence.end; ++u) {
			const auto word = m_a.word(u);
			const auto next = m_a.word(u + 1);
			if (!(word == "trưởng" && next == "đoàn") && !(word == "dẫn" && next == "đầu")) continue;
			const auto& before = m_c.parties_in(sentence.begin, u);
			for (const auto& m : before) {
				if (m.role == Role::in_title || m.role == Role::location || m.role == Role::qualifier ||
				    m.parties.empty())
					continue;
				return m.parties.size() == 1 && kind_of(m.parties[0]) != "state" ? m.parties : PartySet{};
			}
			return {};
		}
	}
	return {};
}

/// The last party of that kind that the text has named.
PartySet Frames::of_short_name(std::uint32_t t) const {
	const auto word = m_a.word(t);
	const auto mentions = m_c.parties_in(0, t);
	if (word == "Đoàn" || word == "đoàn") {
		// A unit that is called so ("Đoàn Kinh tế - Quốc phòng"), else the delegation that the text is about, which it
		// names first.
		for (const auto& m : mentions) {
			if (!m.parties.empty() && m.parties[0].find("/military-unit/đoàn") != std::string::npos) return m.parties;
		}
		if (auto led = led_delegation(t); !led.empty()) return led;
		for (const auto& m : mentions) {
			if (!m.delegation || m.parties.empty() || Context::both_sides(m.parties) ||
			    kind_of(m.parties[0]) == "district")
				continue;
			// "A cử đoàn sang thăm B": whose delegation it is stands before it.
			if (auto sender = sends_delegation(m); !sender.empty()) return sender;
			return m.parties;
		}
		return {};
	}
	// "Sở A cử cán bộ sang giúp Sở B …. Sở còn tặng …": the one who acted first in that sentence.
	const auto first_of = [&](std::size_t i) -> const PartySet& {
		const auto s = m_c.sentence_of(mentions[i].begin);
		auto found = i;
		if (s == m_c.sentence_of(t)) return mentions[i].parties;
		for (auto j = i; j-- > 0 && m_c.sentence_of(mentions[j].begin) == s;) {
			if (mentions[j].role == Role::free && mentions[j].parties.size() == 1 &&
			    kind_of(mentions[j].parties[0]) == kind_of(mentions[i].parties[0]))
				found = j;
		}
		return mentions[found].parties;
	};
	PartySet elsewhere;
	for (auto i = mentions.size(); i-- > 0;) {
		const auto& m = mentions[i];
		if (m.parties.empty()) continue;
		const auto kind = kind_of(m.parties[0]);
		const auto vietnamese = country_of(m.parties[0]) == Country::vn;
		if (word == "tỉnh" || word == "Tỉnh" || word == "thành" || word == "Thành") {
			if (vietnamese && place_of(m.parties[0]).size() > 2) return {province_of(m.parties[0])};
		} else if (word == "viện" && t > 0 && m_a.small(t - 1) == "học") {
			if (kind == "school") return m.parties;
		} else if (word == "trường" || word == "Trường") {
			if (kind != "school") continue;
			// "Nhà trường cử 12 giảng viên sang dạy tại Trường B. … Trường tặng 40 suất học bổng": not where they went.
			static constexpr std::array<std::string_view, 4> k_there = {"tại", "với", "ở", "sang"};
			if (m.begin == 0 || !one_of(m_a.word(m.begin - 1), k_there)) return m.parties;
			if (elsewhere.empty()) elsewhere = m.parties;
		} else if (word == "Đội" || word == "đội") {
			if (kind == "military-command" && vietnamese && place_of(m.parties[0]).size() > 2) return m.parties;
		} else if (word == "huyện" || word == "Huyện") {
			if (kind == "district") return m.parties;
		} else if (word == "bản" || word == "Bản") {
			if (kind == "village") return m.parties;
		} else if (word == "đồn" || word == "Đồn") {
			if (kind == "border-post") return m.parties;
		} else if (word == "Quân") {
			if (kind == "military-region") return m.parties;
		} else if (word == "ty") {
			// Nor is the owner of a company spoken of.
			if (kind != "company" || m.role == Role::qualifier) continue;
			// "Công ty A và Tổng công ty B … . Công ty tặng …": the one that is called so.
			if (m_a.small(m.begin) == (t > 1 && m_a.small(t - 2) == "tổng" ? "tổng" : "công")) return m.parties;
			if (elsewhere.empty()) elsewhere = m.parties;
		} else if (word == "Hội" || word == "hội") {
			if (kind == "women-union" || (kind == "agency" && m.parties[0].find("/hội ") != std::string::npos))
				return m.parties;
		} else if (word == "Sở" || word == "Cục" || word == "viện" || word == "cục") {
			const std::string head = word == "Sở"    ? "/sở "
			                         : word == "Cục" ? "/cục "
			                         : word == "cục" ? "/chi cục "
			                                         : "/bệnh viện";
			if (kind == "agency" && m.parties[0].find(head) != std::string::npos)
				return word == "Sở" ? first_of(i) : m.parties;
		} else if (word == "Trạm" || word == "trạm") {
			if (kind == "border-checkpoint") return m.parties;
		} else if (kind == "commune") {
			return m.parties;
		}
	}
	return elsewhere;
}

PartySet Frames::subject(std::uint32_t verb) {
	// A text may end with the count whose doer is asked for, and a deed be looked for behind the last token.
	const auto size = static_cast<std::uint32_t>(m_a.tokens.size());
	verb = std::min(verb, size);
	const auto& all = terms(m_c.sentence_of(std::min(verb, size - 1)));
	// "thăm Trường A, nơi đang đào tạo 86 học viên": the one just named.
	for (const auto& t : all) {
		if (t.end + 1 < verb && verb - t.end < 8 && m_a.tokens[t.end].is(',') && m_a.word(t.end + 1) == "nơi")
			return t.parties;
	}
	const auto quiet = [&](std::uint32_t from, std::uint32_t to) {
		for (auto t = from; t < to; ++t) {
			if (m_a.tokens[t].is(';') || m_a.tokens[t].kind == text::TokenKind::number) return false;
		}
		return true;
	};
	const auto cut = [&](std::uint32_t from, std::uint32_t to) {
		for (auto t = from; t < to; ++t) {
			if (m_a.tokens[t].is(';') || m_a.tokens[t].is(',')) return true;
		}
		return false;
	};
	const auto parted = [&](std::uint32_t from, std::uint32_t to) {
		for (auto t = from; t < to; ++t) {
			if (m_a.tokens[t].is(';')) return true;
		}
		return false;
	};
	const auto opens_jointly = [&](const std::vector<Term>& terms, std::size_t before) {
		for (std::size_t j = 0; j < before; ++j) {
			if (!terms[j].subject || terms[j].link != Link::plain || speaks(terms[j])) continue;
			return Context::both_sides(terms[j].parties) && parted(terms[j].end, terms[before].begin);
		}
		return false;
	};
	for (auto i = all.size(); i-- > 0;) {
		if (all[i].end > verb || all[i].link != Link::agent) continue;
		// "do đồn vận động 180 triệu đồng xây tặng": the sum that it cost stands between.
		const bool last_named = i + 1 == all.size() || all[i + 1].begin >= verb;
		if (!quiet(all[i].end, verb) && (!last_named || parted(all[i].end, verb) || cut(all[i].end, verb))) break;
		auto out = all[i].parties;
		for (auto j = i; j > 0 && joined(all[j - 1], all[j]); --j) merge(out, all[j - 1].parties);
		return out;
	}
	for (auto i = all.size(); i-- > 0;) {
		const auto& term = all[i];
		if (term.end > verb || !term.subject || speaks(term)) continue;
		if (term.link != Link::plain && term.link != Link::of) continue;
		if (takes_part(term)) continue;
		// "…, riêng Champasak có 110 sinh viên; xây tặng …": one part of what went before, not who does the next.
		if (term.begin > 0 && (m_a.word(term.begin - 1) == "riêng" || m_a.word(term.begin - 1) == "đó") &&
		    cut(term.end, verb))
			continue;
		// "hai bên đã thông báo 18 lần; phía bạn trao trả 62 người; bắt 7 vụ": the one of the clause between does no
		// more than that; who opens the sentence goes on.
		if (!Context::both_sides(term.parties) && parted(term.end, verb) && opens_jointly(all, i)) continue;
		auto first = i;
		while (first > 0 && joined(all[first - 1], all[first])) --first;
		PartySet out;
		for (auto j = first; j <= i; ++j) merge(out, all[j].parties);
		for (auto j = i + 1; j < all.size() && all[j].end <= verb; ++j) {
			const bool helper = all[j].link == Link::with ||
			                    ((all[j].link == Link::plain || all[j].link == Link::of) && takes_part(all[j]));
			if (helper && quiet(term.end, all[j].begin)) merge(out, all[j].parties);
		}
		return out;
	}
	// "BĐBP tỉnh A cho biết, (đơn vị) vừa phối hợp với B bắt …": nobody else is named, so that a force tells of itself.
	for (const auto& term : all) {
		if (term.end > verb || !term.subject || !speaks(term) || !is_force(term.parties)) continue;
		auto out = term.parties;
		for (const auto& other : all) {
			if (other.begin > term.end && other.end <= verb && other.link == Link::with && quiet(term.end, other.begin))
				merge(out, other.parties);
		}
		return out;
	}
	return {};
}

PartySet Frames::counterpart(const PartySet& parties, std::uint32_t token) const {
	if (parties.empty()) return {};
	const auto own = country_of(parties.front());
	const auto other = Context::side(pair(token), own == Country::vn ? Country::la : Country::vn);
	const auto same_kind = [&](const PartySet& set) {
		PartySet out;
		for (const auto& p : set) {
			if (kind_of(p) == kind_of(parties.front())) out.push_back(p);
		}
		return out;
	};
	if (auto peers = same_kind(other); !peers.empty()) return peers;
	// A government or a ministry deals with its like, whether the text names it or says "Lào".
	if (place_of(parties.front()).size() == 2) {
		const auto kind = kind_of(parties.front());
		if (kind == "government" || kind == "state" || kind.starts_with("ministry-of"))
			return {(own == Country::vn ? "LA/" : "VN/") + std::string(kind)};
	}
	if (kind_of(parties.front()) == "province") {
		PartySet provinces;
		for (const auto& p : other) {
			if (place_of(p).size() > 2 && opposite(own, country_of(p))) merge(provinces, {province_of(p)});
		}
		if (!provinces.empty()) return provinces;
	}
	return without_ministries(other);
}

}  // namespace bienban::extraction
