#include "extraction/occasions.hpp"

#include <algorithm>
#include <cstdlib>

#include "extraction/calendar.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

bool is_local(std::string_view kind) {
	return kind == "border-post" || kind == "border-company" || kind == "border-checkpoint" || kind == "village" ||
	       kind == "commune" || kind == "district" || kind == "military-unit" || kind == "school" ||
	       kind == "district-military";
}

bool is_committee(const model::Party& p) {
	const auto kind = kind_of(p);
	return (kind == "party-committee" || kind == "people-committee" || kind == "people-council") &&
	       place_of(p).size() > 2;
}

model::Party province_of(const model::Party& p) { return std::string(place_of(p)) + "/province"; }

/// A leader of the province's committees speaks for the province, one of a district's for the district.
PartySet spoken(const PartySet& parties) {
	PartySet out;
	for (const auto& p : parties) {
		const auto name = p.rfind('/');
		const bool own = is_committee(p) && std::count(p.begin(), p.end(), '/') > 1;
		merge(out, {own               ? std::string(place_of(p)) + "/district" + p.substr(name)
		            : is_committee(p) ? province_of(p)
		                              : p});
	}
	return out;
}

/// "tại thành phố X, Công an tỉnh X và … hội đàm": the body behind the comma is no part of the venue.
bool subject_behind_venue(const Annotated& a, const PartyMention& m) {
	if (m.naming == Naming::place || m.begin == 0) return false;
	return a.tokens[m.begin - 1].is(',');
}

/// "tại cửa khẩu Y, huyện Z, tỉnh X đã bàn giao": the last link of a chain of places that acts.
bool acting_tail(const Annotated& a, const PartyMention& m) {
	if (m.end >= a.tokens.size() || m.end < m.begin + 4) return false;
	const bool acts = a.cue_at(m.end, Cue::done) != nullptr || a.word(m.end) == "tổ" || a.word(m.end) == "tiến" ||
	                  a.word(m.end) == "cùng" || a.word(m.end) == "phối" || a.word(m.end) == "và";
	if (!acts) return false;
	for (auto t = m.begin + 1; t + 1 < m.end; ++t) {
		if (a.tokens[t].is(',') && (a.word(t + 1) == "tỉnh" || a.word(t + 1) == "thành")) return true;
	}
	return false;
}

/// "an ninh biên giới", "hợp tác biên phòng": the trade, no body.
bool common_word(const Annotated& a, const PartyMention& m) {
	return m.end - m.begin <= 2 && !a.tokens[m.begin].capital && m.naming != Naming::place &&
	       (a.word(m.begin) == "an" || a.word(m.begin) == "biên" || a.word(m.begin) == "quân");
}

struct GroupKind {
	std::string_view word;
	std::string_view kind;
	std::string_view needle;
};

/// The last word of "hai …" and what kind of body it means.
constexpr GroupKind k_group_kinds[] = {{"bản", "village", ""},           {"thôn", "village", ""},
                                       {"làng", "village", ""},          {"khóm", "village", ""},
                                       {"huyện", "district", ""},        {"xã", "commune", ""},
                                       {"trường", "school", ""},         {"đồn", "border-post", ""},
                                       {"sở", "agency", "sở"},           {"Đoàn", "youth-union", ""},
                                       {"trận", "fatherland-front", ""}, {"án", "agency", "tòa"},
                                       {"Viện", "agency", "viện"},       {"Ban", "agency", "ban"},
                                       {"Sở", "agency", "sở"},           {"Hội", "women-union", ""},
                                       {"đoàn", "youth-union", ""},      {"ủy", "party-committee", ""},
                                       {"viện", "agency", "bệnh viện"},  {"an", "police", ""}};

const GroupKind* group_kind(std::string_view word) {
	for (const auto& g : k_group_kinds) {
		if (g.word == word) return &g;
	}
	return nullptr;
}

/// "phụ nữ hai tỉnh", "tuổi trẻ hai tỉnh": the unions of the two.
std::string_view union_before(const Annotated& a, std::uint32_t begin, std::uint32_t token) {
	if (token < begin + 2) return {};
	const auto last = a.word(token - 1);
	const auto first = a.word(token - 2);
	if (last == "nữ" && (first == "phụ" || first == "Phụ")) return "women-union";
	if (last == "niên" && (first == "thanh" || first == "Thanh")) return "youth-union";
	if (last == "trẻ" && (first == "tuổi" || first == "Tuổi")) return "youth-union";
	if (last == "an" && (first == "công" || first == "Công")) return "police";
	if (last == "ủy" && (first == "Tỉnh" || first == "tỉnh")) return "party-committee";
	if (last == "đoàn" && (first == "Tỉnh" || first == "tỉnh")) return "youth-union";
	return {};
}

PartySet of_reference(const Context& context, std::uint32_t begin, const lexicon::Match& m) {
	const auto& a = context.a();
	const auto& pair = context.pair_at(m.begin);
	if (m.cue() == Cue::friends) return Context::side(pair, Country::la);
	if (m.cue() == Cue::own_side) return Context::side(pair, Country::vn);
	if (const auto kind = union_before(a, begin, m.begin); !kind.empty()) {
		if (auto unions = last_of_kind(context, m.begin, kind, {}, Depth::provincial); Context::both_sides(unions))
			return unions;
	}
	if (m.cue() == Cue::both) {
		if (const auto* group = group_kind(a.word(m.end - 1)); group != nullptr && a.word(m.end - 1) != "đoàn") {
			if (auto two = last_of_kind(context, m.begin, group->kind, group->needle); Context::both_sides(two)) {
				// Another pair told by the way does not part the two whom the text is about.
				PartySet main;
				for (const auto& p : context.main_pair()) {
					if (kind_of(p) == group->kind) main.push_back(p);
				}
				const bool mixed = main.size() == 2 && two.size() == 2 && Context::both_sides(main) &&
				                   (std::count(two.begin(), two.end(), main[0]) != 0) !=
				                       (std::count(two.begin(), two.end(), main[1]) != 0);
				return mixed ? main : two;
			}
		}
		return pair;
	}
	if (m.cue() == Cue::all_sides) return context.pair_of_count(m);
	PartySet provinces;
	for (const auto& p : pair) merge(provinces, {place_of(p).size() > 2 ? province_of(p) : p});
	return provinces;
}

/// "Được sự nhất trí của UBND hai tỉnh, …", "trước sự chứng kiến của lãnh đạo hai tỉnh": they let others act.
bool of_those_who_approve(const Context& context, const lexicon::Match& m) {
	const auto& a = context.a();
	for (const auto& p : context.parties_in(m.begin > 8 ? m.begin - 8 : 0, m.end)) {
		if (p.role == Role::qualifier && p.begin <= m.begin && m.begin < p.end && p.begin > 0 &&
		    a.word(p.begin - 1) == "của")
			return true;
	}
	static constexpr std::string_view k_acts[] = {"kiến", "trí", "ý", "phép", "đạo", "quyền"};
	for (std::uint32_t back = 1; back <= 3 && m.begin > back; ++back) {
		if (a.word(m.begin - back) == "của") return m.begin > back + 1 && one_of(a.word(m.begin - back - 1), k_acts);
	}
	return a.word(m.begin) == "lãnh" && m.begin > 1 && a.word(m.begin - 1) == "của" &&
	       one_of(a.word(m.begin - 2), k_acts);
}

/// The small word before a player that joins it to the occasion, over a noun or two ("với đại diện bản X"); empty where
/// none is.
std::string_view link_before(const Annotated& a, std::uint32_t from, std::uint32_t token) {
	for (std::uint32_t back = 1; back <= 6 && token >= from + back; ++back) {
		const auto& t = a.tokens[token - back];
		if (t.kind == text::TokenKind::punctuation) return {};
		const auto w = a.word(token - back);
		static constexpr std::string_view k_links[] = {"với", "cùng", "giữa", "cho", "và",  "do",
		                                               "bởi", "được", "của",  "có",  "bên", "gồm"};
		if (one_of(w, k_links)) return w;
	}
	return {};
}

bool close(const Annotated& a, std::uint32_t from, std::uint32_t to) {
	if (to < from) return true;
	if (to - from > 9) return false;
	for (auto t = from; t < to; ++t) {
		const auto w = a.word(t);
		if (w == "và" || w == "với" || w == "cùng" || w == "-" || a.tokens[t].is(',')) return true;
	}
	return to - from <= 2;
}

}  // namespace

PartySet last_of_kind(const Context& context, std::uint32_t token, std::string_view kind, std::string_view needle,
                      Depth depth) {
	PartySet vn;
	PartySet la;
	const auto mentions = context.parties_in(0, token);
	for (auto i = mentions.size(); i-- > 0 && (vn.empty() || la.empty());) {
		PartySet here_vn;
		PartySet here_la;
		for (const auto& p : mentions[i].parties) {
			if (depth == Depth::provincial && std::count(p.begin(), p.end(), '/') > 1) continue;
			if (kind_of(p) != kind || (!needle.empty() && p.find(needle) == std::string::npos)) continue;
			(country_of(p) == Country::vn ? here_vn : here_la).push_back(p);
		}
		if (vn.empty()) vn = std::move(here_vn);
		if (la.empty()) la = std::move(here_la);
	}
	// "giữa hai tổ chức Đoàn": one of them may be named only in what follows.
	if (vn.empty() != la.empty()) {
		for (const auto& m : context.parties_in(token, static_cast<std::uint32_t>(context.a().tokens.size()))) {
			for (const auto& p : m.parties) {
				if (depth == Depth::provincial && std::count(p.begin(), p.end(), '/') > 1) continue;
				if (kind_of(p) != kind || (!needle.empty() && p.find(needle) == std::string::npos)) continue;
				if (country_of(p) == (vn.empty() ? Country::vn : Country::la)) {
					(vn.empty() ? vn : la) = {p};
					break;
				}
			}
			if (!vn.empty() && !la.empty()) break;
		}
	}
	merge(vn, la);
	return vn;
}

bool ends_a_stay(const Annotated& a, const DateMention& d) {
	for (std::uint32_t back = 1; back <= 4 && back <= d.begin; ++back) {
		const auto w = a.word(d.begin - back);
		if (a.tokens[d.begin - back].kind == text::TokenKind::punctuation) return false;
		const auto before = d.begin > back ? a.word(d.begin - back - 1) : text::Word{};
		if (w == "hết" && back <= 3) return true;
		if ((w == "nước" && before == "về") || ((w == "đến" || w == "tới") && (before == "dài" || before == "lại")) ||
		    (w == "về" && before == "trở"))
			return true;
	}
	return false;
}

void drop_states(PartySet& parties) {
	if (std::any_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) != "state"; })) {
		std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state"; });
	}
}

namespace {

/// "Được sự đồng ý của UBND tỉnh, …": the body lets others act.
bool lets_act(const Annotated& a, const PartyMention& m) {
	if (m.begin < 3 || a.word(m.begin - 1) != "của") return false;
	const auto act = a.word(m.begin - 2);
	const auto first = a.word(m.begin - 3);
	return (act == "ý" && first == "đồng") || (act == "trí" && first == "nhất") ||
	       (act == "nhất" && first == "thống") || (act == "phép" && first == "cho") ||
	       (act == "quyền" && first == "ủy");
}

}  // namespace

std::vector<Player> players_in(const Context& context, std::uint32_t begin, std::uint32_t end, Titles titles) {
	const auto& a = context.a();
	std::vector<Player> out;
	for (const auto& m : context.parties_in(begin, end)) {
		if (m.parties.empty() || m.end > end || common_word(a, m) || only_borders(a, m) || lets_act(a, m)) continue;
		const auto* last = out.empty() ? nullptr : &out.back();
		const bool same_side = last != nullptr && country_of(last->parties.front()) == country_of(m.parties.front());
		switch (m.role) {
			case Role::in_title:
				// "do đồng chí X, Bí thư Tỉnh ủy dẫn đầu": the post of one whose body is named already tells nothing
				// new.
				if (titles == Titles::leave ||
				    (same_side && place_of(last->parties.front()) == place_of(m.parties.front())))
					continue;
				out.push_back({m.begin, m.end, spoken(m.parties), false, true});
				continue;
			case Role::location:
			case Role::qualifier:
				if (subject_behind_venue(a, m) && m.role == Role::location) break;
				if (acting_tail(a, m))
					out.push_back({m.end - 1, m.end, {province_of(m.parties.front())}, false, false});
				continue;
			case Role::free: break;
		}
		const auto before = m.begin > begin ? a.word(m.begin - 1) : text::Word{};
		const auto kind = kind_of(m.parties.front());
		// "Giữa thị xã Mường Xay, …": where, not who.
		if ((before == "Giữa" || before == "giữa") && (a.word(m.begin) == "thị" || a.word(m.begin) == "thủ") &&
		    m.end < end && a.tokens[m.end].is(','))
			continue;
		// "hai Sở", "Hai Tỉnh ủy": both that the text has named.
		if ((before == "hai" || before == "Hai" || before == "2") && m.parties.size() == 1) {
			const auto& name = m.parties.front();
			const auto needle =
			    kind == "agency" ? std::string_view(name).substr(name.rfind('/') + 1, 4) : std::string_view{};
			if (auto two =
			        last_of_kind(context, m.begin, kind, needle.empty() ? needle : needle.substr(0, needle.find(' ')));
			    Context::both_sides(two)) {
				out.push_back({m.begin, m.end, std::move(two), false, false});
				continue;
			}
		}
		// "Ban công tác đặc biệt Chính phủ tỉnh X": a name that goes on.
		if (same_side && m.begin == last->end) continue;
		if (same_side && m.begin - last->end <= 3 && (before == "(" || before == "của" || before == "thuộc")) continue;
		// "Đại đội Biên phòng 315, Bộ CHQS tỉnh X": the body above it.
		if (same_side && before == "," && m.begin - last->end == 1 && is_local(kind_of(last->parties.front())) &&
		    !is_local(kind))
			continue;
		out.push_back({m.begin, m.end, m.parties, false, false});
	}
	const auto named = out.size();
	std::uint32_t until = begin;
	for (auto i = a.first_match[begin]; i < a.matches.size() && a.matches[i].begin < end; ++i) {
		const auto& m = a.matches[i];
		const auto cue = m.cue();
		if (cue != Cue::both && cue != Cue::all_sides && cue != Cue::provinces && cue != Cue::friends &&
		    cue != Cue::own_side)
			continue;
		if (m.begin < until || m.end > end || of_those_who_approve(context, m)) continue;
		if (std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(named),
		                [&](const Player& p) { return p.begin < m.end && m.begin < p.end; }))
			continue;
		// "Biên bản ghi nhớ giữa Ban công tác đặc biệt hai tỉnh": within the name of a side.
		if (const auto around = context.parties_in(begin, m.end);
		    !around.empty() && around.back().of_paper && around.back().end >= m.end)
			continue;
		// "người bạn", "các bạn trẻ", "bạn đọc": no party.
		if (cue == Cue::own_side && a.word(m.end - 1) == "vị") continue;
		if (cue == Cue::friends && m.size() == 1 && m.begin > begin &&
		    (a.word(m.begin - 1) == "người" || a.word(m.begin - 1) == "các"))
			continue;
		until = m.end;
		if (auto parties = of_reference(context, begin, m); !parties.empty())
			out.push_back({m.begin, m.end, std::move(parties), true, false});
	}
	std::stable_sort(out.begin(), out.end(), [](const Player& x, const Player& y) { return x.begin < y.begin; });
	return out;
}

namespace {

/// "Sáng 11/10, sau khi đến chào lãnh đạo tỉnh, hội đàm giữa A và B …": what came before is told up to the comma, where
/// both sides stand behind it.
std::uint32_t behind_prelude(const Context& context, std::uint32_t begin, std::uint32_t end, std::uint32_t cue) {
	const auto& a = context.a();
	for (auto t = begin; t + 1 < cue; ++t) {
		if ((a.word(t) != "sau" && a.word(t) != "Sau") || a.word(t + 1) != "khi") continue;
		for (auto comma = cue; comma > t + 2; --comma) {
			if (a.tokens[comma - 1].is(',') && Context::both_sides(context.named(comma, end))) return comma;
		}
		break;
	}
	return begin;
}

/// "Hiệp định … ký năm 2013 giữa Chính phủ hai nước, Sở A và Sở B họp": those between whom a paper is, in a part of the
/// sentence of their own, take no part in what happens.
bool of_paper_named_before(const Annotated& a, std::uint32_t begin, const Player& p, std::uint32_t cue_begin) {
	if (p.end > cue_begin || p.end >= a.tokens.size() || !a.tokens[p.end].is(',')) return false;
	bool between = false;
	for (auto t = p.begin; t > begin; --t) {
		if (a.tokens[t - 1].is(',')) return false;
		between = between || a.word(t - 1) == "giữa";
		if (between && a.at(t - 1, EntryClass::instrument) != nullptr) return true;
	}
	return false;
}

}  // namespace

namespace {

/// "BĐBP tỉnh A cho biết, Đồn B phối hợp với C …": who tells of it, where others of its side do it.
void drop_teller(const Annotated& a, std::vector<Player>& players, std::uint32_t cue_begin) {
	if (players.empty() || players.front().reference) return;
	const auto end = players.front().end;
	if (end + 2 >= a.tokens.size() || a.word(end) != "cho" || a.word(end + 1) != "biết") return;
	const auto own = country_of(players.front().parties.front());
	const bool others = std::any_of(players.begin() + 1, players.end(), [&](const Player& p) {
		return !p.reference && !p.title && p.end <= cue_begin && country_of(p.parties.front()) == own;
	});
	if (others) players.erase(players.begin());
}

}  // namespace

PartySet cast_of(const Context& context, std::uint32_t begin, std::uint32_t end, std::uint32_t cue_begin,
                 std::uint32_t cue_end, Titles titles) {
	const auto& a = context.a();
	begin = behind_prelude(context, begin, end, cue_begin);
	auto players = players_in(context, begin, end, titles);
	if (players.size() > 2) {
		std::erase_if(players, [&](const Player& p) { return of_paper_named_before(a, begin, p, cue_begin); });
		drop_teller(a, players, cue_begin);
	}
	PartySet out;
	for (const auto& p : players) {
		if (p.end > cue_begin) continue;
		// "hai bên" behind the names means them.
		if (p.reference && Context::both_sides(out)) continue;
		merge(out, p.parties);
	}
	drop_states(out);
	if (Context::both_sides(out)) return out;
	const bool subject = !out.empty();
	std::uint32_t last_end = 0;
	for (const auto& p : players) {
		if (p.begin < cue_end) continue;
		// "Tại lễ, thực hiện chủ trương của hai Đảng, hai Nhà nước, hai bản …": whose policy it is.
		const bool owns =
		    a.word(p.begin - 1) == "của" && p.reference &&
		    std::all_of(p.parties.begin(), p.parties.end(), [](const auto& q) { return kind_of(q) == "state"; });
		if (owns) continue;
		const auto link = link_before(a, cue_end, p.begin);
		if (last_end != 0) {
			if (Context::both_sides(out) && !close(a, last_end, p.begin)) break;
			if (!Context::both_sides(out) && !close(a, last_end, p.begin) && link.empty()) break;
			if (p.title && Context::both_sides(out)) break;
		} else if (subject && link.empty() && p.begin > cue_end + 3 &&
		           !(p.title && !context.names_in(cue_end, std::min(end, cue_end + 4)).empty())) {
			// "chào xã giao đồng chí X, Bí thư, Tỉnh trưởng tỉnh A" names whom; others stand too far off.
			continue;
		}
		if (p.reference && subject && !Context::both_sides(p.parties) && link.empty()) continue;
		merge(out, p.parties);
		last_end = p.end;
	}
	drop_states(out);
	return out;
}

namespace {

bool is_unit(std::string_view kind) {
	return kind == "border-post" || kind == "border-company" || kind == "border-checkpoint";
}

/// The last border unit of a side that the text has named.
PartySet last_unit(const Context& context, std::uint32_t token, Country side) {
	const auto mentions = context.parties_in(0, token);
	for (auto i = mentions.size(); i-- > 0;) {
		const auto& m = mentions[i];
		if (!m.parties.empty() && country_of(m.parties.front()) == side && is_unit(kind_of(m.parties.front())))
			return m.parties;
	}
	return {};
}

}  // namespace

void complete(const Context& context, PartySet& parties, std::uint32_t token) {
	if (parties.empty() || Context::both_sides(parties)) return;
	const auto other = country_of(parties.front()) == Country::vn ? Country::la : Country::vn;
	auto more = Context::side(context.pair_at(token), other);
	if (is_unit(kind_of(parties.front())) &&
	    std::none_of(more.begin(), more.end(), [](const auto& p) { return is_unit(kind_of(p)); })) {
		if (auto unit = last_unit(context, token, other); !unit.empty()) more = std::move(unit);
	}
	if (more.empty()) more = Context::side(context.main_pair(), other);
	// A ministry that the sentence before names is no partner of a province's body.
	const auto central = [](const auto& p) { return place_of(p).size() == 2; };
	if (!central(parties.front()) && !std::all_of(more.begin(), more.end(), central)) std::erase_if(more, central);
	PartySet peers;
	for (const auto& p : more) {
		if (kind_of(p) == kind_of(parties.front())) peers.push_back(p);
	}
	merge(parties, peers.empty() ? more : peers);
}

bool only_borders(const Annotated& a, const PartyMention& m) {
	if (m.begin == 0) return false;
	// "đối diện là huyện A".
	const auto is = m.begin > 2 && a.word(m.begin - 1) == "là" ? 2U : 1U;
	const auto before = a.word(m.begin - is);
	if (before == "diện" && is == 2) return a.word(m.begin - 3) == "đối" || a.word(m.begin - 3) == "Đối";
	if (before == "diện") return m.begin > 1 && (a.word(m.begin - 2) == "đối" || a.word(m.begin - 2) == "Đối");
	return is == 1 && (before == "giáp" || before == "ranh");
}

bool habitual(const Context& context, std::uint32_t begin, std::uint32_t token) {
	const auto& a = context.a();
	for (auto t = begin; t + 1 < token; ++t) {
		static constexpr std::string_view k_each[] = {"mỗi", "Mỗi", "hằng", "Hằng", "hàng", "Hàng"};
		static constexpr std::string_view k_time[] = {"năm", "tháng", "quý", "tuần", "dịp"};
		if (one_of(a.word(t), k_each) && one_of(a.word(t + 1), k_time)) return true;
		// "ba tháng một phiên giao ban", "tuần nào cũng gặp nhau".
		if (t + 2 < token && one_of(a.word(t), k_time) &&
		    ((a.word(t + 1) == "nào" && a.word(t + 2) == "cũng") || (a.word(t + 1) == "một" && t + 5 > token)))
			return true;
	}
	return false;
}

namespace {

/// Does the date belong to a paper ("… ký ngày 15/12/2016")?
bool of_paper(const Context& context, const DateMention& d) {
	const auto back = d.begin > 3 ? d.begin - 3 : 0;
	for (auto t = d.begin; t > back; --t) {
		if (context.a().tokens[t - 1].kind == text::TokenKind::punctuation) return false;
		if (context.a().cue_at(t - 1, Cue::sign) != nullptr) return true;
	}
	return false;
}

/// "Chỉ thị số 32-CT/TW ngày 18/2/2019", "ngày 18/2/2019 của Bộ Chính trị": the day of a paper from above.
bool of_numbered_paper(const Context& context, const DateMention& d) {
	const auto& a = context.a();
	if (d.end + 2 < a.tokens.size() && a.word(d.end) == "của") {
		const auto issuer = a.word(d.end + 1);
		if (issuer == "Bộ" && a.word(d.end + 2) == "Chính") return true;
		if (issuer == "Ban" || issuer == "Chính" || issuer == "Thủ" || issuer == "Quân" || issuer == "Trung")
			return true;
	}
	const auto back = d.begin > 14 ? d.begin - 14 : 0;
	for (auto t = d.begin; t > back; --t) {
		if (a.tokens[t - 1].is(',') || a.tokens[t - 1].is(';') || a.tokens[t - 1].is('.')) return false;
		if (a.word(t - 1) == "số" && t > 2 &&
		    (a.at(t - 3, EntryClass::instrument) != nullptr || a.at(t - 2, EntryClass::instrument) != nullptr))
			return true;
	}
	return false;
}

/// A year or more before the text: history, unless the text has nothing newer or opens a sentence with that day.
bool of_old(const Context& context, const DateMention& d) {
	const auto year = context.document_date().year;
	return year != 0 && d.from.year != 0 && d.from.year + 1 < year;
}

/// "Nhân dịp Quốc khánh nước Lào, ngày 18/11, …": the day behind the comma is the event's, where it lies right before
/// the day of publication.
bool of_history(const Context& context, const DateMention& d) {
	if (!d.anniversary) return false;
	const auto& published = context.document_date().published;
	if (!published || d.period || d.from.day == 0 || d.begin == 0 || !context.a().tokens[d.begin - 1].is(','))
		return true;
	const auto day = day_of(d.edtf);
	if (!day) return true;
	const int age = day_number(*published) - day_number(*day);
	return age < 0 || age > 20;
}

/// "Ngày 18/11/2006, hai tỉnh đã …": the day at the head of a sentence is that of the occasion told of, however long
/// ago; "Từ ngày …" is not.
bool heads_sentence(const Context& context, const DateMention& d) {
	if (d.from.day == 0 || d.period) return false;
	const auto begin = context.sentence(context.sentence_of(d.begin)).begin;
	if (d.begin > begin + 2) return false;
	for (auto t = begin; t <= d.begin; ++t) {
		const auto word = context.a().word(t);
		if (word == "Từ" || word == "từ" || word == "Kể" || word == "Sau") return false;
	}
	return true;
}

bool dates_events(const Context& context, const DateMention& d) {
	return !ends_a_stay(context.a(), d) && !of_history(context, d) && !d.term && !d.until_now && !d.open_end &&
	       d.from.month != 0 && !of_paper(context, d) && !of_numbered_paper(context, d) &&
	       (!of_old(context, d) || heads_sentence(context, d));
}

/// "Năm 2011, tỉnh A và tỉnh B đã tổ chức hội đàm": one occasion of a year, told with "đã" and not counted.
bool year_of_occasion(const Context& context, const DateMention& d, std::uint32_t token) {
	const auto& a = context.a();
	const auto year = context.document_date().year;
	if (d.from.month != 0 || d.period || d.term || d.anniversary || d.until_now || d.open_end || d.from.year == 0 ||
	    d.from.year >= year || d.begin > token)
		return false;
	if (d.begin > context.sentence(context.sentence_of(d.begin)).begin + 1 || token < 3) return false;
	const auto stop = std::min<std::uint32_t>(token + 6, static_cast<std::uint32_t>(a.tokens.size()));
	if (!context.numbers_in(token, stop).empty() || !Context::both_sides(context.named(d.end, token))) return false;
	for (std::uint32_t back = 1; back <= 3; ++back) {
		if (a.word(token - back) == "đã") return true;
	}
	return false;
}

/// The last day that the text names before a token.
const DateMention* day_before_token(const Context& context, std::uint32_t token) {
	const auto dates = context.dates_in(0, token);
	for (auto i = dates.size(); i-- > 0;) {
		if (dates[i].from.day != 0 && dates_events(context, dates[i]) &&
		    !context.is_headline(context.sentence_of(dates[i].begin)))
			return &dates[i];
	}
	return nullptr;
}

YearMonthDay day_after(YearMonthDay date) {
	if (++date.day <= days_of(date.month, date.year)) return date;
	date.day = 1;
	if (++date.month > 12) {
		date.month = 1;
		++date.year;
	}
	return date;
}

/// What the opening words of a clause say of the last day named.
enum class Reference : std::uint8_t { none, same, next, previous, first };

Reference day_reference(const Annotated& a, std::uint32_t begin, std::uint32_t end, std::uint32_t token) {
	const auto stop = std::min(end, token + 12);
	for (auto t = begin; t < stop; ++t) {
		const auto w = a.word(t);
		static constexpr std::array<std::string_view, 13> k_first = {
		    "hôm", "Hôm", "Một", "một", "ngày", "Ngày", "buổi", "trong", "cùng", "Cùng", "tối", "đêm", "chiều"};
		if (!base::one_of<k_first>(w)) continue;
		const auto next = t + 1 < end ? a.word(t + 1) : text::Word{};
		const auto third = t + 2 < end ? a.word(t + 2) : text::Word{};
		if ((w == "hôm" || w == "Hôm") && next == "sau") return Reference::next;
		if ((w == "Một" || w == "một") && next == "ngày" && third == "sau") return Reference::next;
		if ((w == "ngày" || w == "Ngày") && next == "kế" && third == "tiếp") return Reference::next;
		if ((w == "hôm" || w == "Hôm") && next == "trước") return Reference::previous;
		if ((w == "hôm" || w == "ngày" || w == "buổi") && next == "đầu" && t < begin + 4) return Reference::first;
		if (w == "trong" && next == "ngày" && t + 2 < end && a.tokens[t + 2].is(',')) return Reference::same;
		if ((w == "cùng" || w == "Cùng") && (next == "ngày" || next == "hôm")) return Reference::same;
		// "Ngay sau lễ đón, hai Bộ trưởng hội đàm".
		if ((w == "Ngay" || w == "ngay") && next == "sau" && t < begin + 2 &&
		    (third == "lễ" || third == "đó" || third == "buổi" || third == "khi"))
			return Reference::same;
		if ((w == "ngày" || w == "hôm" || w == "tối" || w == "đêm" || w == "chiều") && (next == "ấy" || next == "đó"))
			return Reference::same;
	}
	if (begin < end) {
		// "Buổi chiều, …", "Tối đến, …", "Đêm, …": of the same day.
		const auto w = a.word(begin);
		static constexpr std::string_view k_parts[] = {"Buổi", "Tối", "Đêm", "Chiều", "Trưa", "Khuya"};
		if (one_of(w, k_parts)) return Reference::same;
	}
	return Reference::none;
}

/// "Chiều cùng ngày", "tối cùng ngày".
bool part_of_day(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	static constexpr std::string_view k_parts[] = {"Sáng", "sáng", "Trưa", "trưa", "Chiều", "chiều", "Tối", "tối"};
	for (auto t = begin; t + 2 < end; ++t) {
		if (one_of(a.word(t), k_parts) && a.word(t + 1) == "cùng" && a.word(t + 2) == "ngày") return true;
	}
	return false;
}

/// "hôm sau", "sáng hôm sau", "ngày kế tiếp" in tokens [begin, end).
bool next_day_told(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	for (auto t = begin; t + 1 < end; ++t) {
		const auto w = a.word(t);
		const auto next = a.word(t + 1);
		if ((w == "hôm" && next == "sau") || (w == "ngày" && (next == "sau" || next == "kế"))) return true;
	}
	return false;
}

/// "…, trong khuôn khổ chuyến thăm … từ ngày 18 đến 21/4": the days behind are those of a stay.
bool frames_stay(const Context& context, std::uint32_t begin, std::uint32_t end) {
	const auto& a = context.a();
	for (auto t = begin; t < end; ++t) {
		if (a.word(t) == "chuyến" && a.cue_at(t, Cue::travel) != nullptr) return true;
	}
	return false;
}

}  // namespace

const DateMention* time_spoken_of(const Context& context, std::uint32_t begin) {
	const auto& a = context.a();
	static constexpr std::string_view k_times[] = {"Bấy", "Khi",   "Lúc", "Hồi", "Năm",
	                                               "Dịp", "Tháng", "Lần", "Bữa", "Mùa"};
	const auto s = context.sentence_of(begin);
	if (begin + 1 >= a.tokens.size() || !one_of(a.word(begin), k_times) || s == 0) return nullptr;
	const auto next = a.word(begin + 1);
	if (next != "ấy" && next != "đó" && !(next == "giờ" && a.word(begin) == "Bấy")) return nullptr;
	const auto& before = context.sentence(s - 1);
	if (before.block != context.sentence(s).block) return nullptr;
	const DateMention* last = nullptr;
	for (const auto& d : context.dates_in(before.begin, before.end)) {
		if (!d.term && !d.anniversary && !d.until_now && !d.open_end) last = &d;
	}
	return last;
}

When when_of(const Context& context, std::uint32_t begin, std::uint32_t end, std::uint32_t token) {
	const DateMention* best = nullptr;
	const auto distance = [&](const DateMention& x) { return x.begin < token ? token - x.begin : x.begin - token; };
	for (const auto& d : context.dates_in(begin, end)) {
		if (!dates_events(context, d) && !year_of_occasion(context, d, token)) continue;
		if (best == nullptr || (best->from.day == 0 && d.from.day != 0) ||
		    (d.from.day != 0 && distance(d) < distance(*best)))
			best = &d;
	}
	// "Ngày 19/4, trong khuôn khổ chuyến thăm từ ngày 18 đến 21/4, hai bên hội đàm": the day within the stay.
	if (best != nullptr && best->period && context.a().cue_at(token, Cue::travel) == nullptr) {
		for (const auto& d : context.dates_in(begin, std::min(end, best->begin))) {
			if (!d.period && d.from.day != 0 && d.end <= best->begin && d.end <= token && dates_events(context, d) &&
			    frames_stay(context, d.end, best->begin) && dates_agree(d.edtf, best->edtf)) {
				best = &d;
				break;
			}
		}
	}
	if (best != nullptr && best->end <= token && !best->period && next_day_told(context.a(), best->end, token)) {
		// "Có mặt ở A từ tối 4/12, đoàn hôm sau hội đàm với B".
		if (const auto day = day_of(best->edtf); day && !best->edtf.starts_with("XXXX"))
			return {edtf_of(day_after(*day)), true, true, false};
	}
	if (best != nullptr) return {best->edtf, true, best->from.day != 0, best->period};
	if (const auto* then = time_spoken_of(context, begin)) return {then->edtf, true, then->from.day != 0, then->period};
	const auto reference = day_reference(context.a(), begin, end, token);
	if (reference == Reference::none) return {};
	const auto* last = day_before_token(context, begin);
	if (last == nullptr) return {};
	switch (reference) {
		case Reference::same:
			// "từ ngày 3 đến 6-10 … Chiều cùng ngày": the day they arrived.
			if (last->period && part_of_day(context.a(), begin, end)) return {edtf_of(last->from), true, true, false};
			return {last->edtf, true, true, last->period};
		case Reference::first:
			// The first of several days; the first day of something else is none of them.
			if (!last->period) return {};
			return {edtf_of(last->from), true, true, false};
		case Reference::next:
		case Reference::previous: {
			if (last->edtf.starts_with("XXXX")) return {};
			const auto day =
			    day_of(last->edtf.size() > 10 ? std::string_view(last->edtf).substr(11) : std::string_view(last->edtf));
			if (!day) return {};
			return {edtf_of(reference == Reference::next ? day_after(*day) : day_before(*day)), true, true, false};
		}
		case Reference::none: break;
	}
	return {};
}

std::optional<std::string> day_so_far(const Context& context, std::uint32_t begin, std::uint32_t end) {
	const auto block = context.sentence(context.sentence_of(begin)).block;
	const DateMention* last = nullptr;
	const auto dates = context.dates_in(0, end);
	for (auto i = dates.size(); i-- > 0 && last == nullptr;) {
		if (context.sentence(context.sentence_of(dates[i].begin)).block != block) break;
		if (dates[i].from.day != 0 && dates_events(context, dates[i])) last = &dates[i];
	}
	if (last == nullptr) return std::nullopt;
	return last->edtf;
}

bool dates_agree(const std::optional<std::string>& a, const std::optional<std::string>& b) {
	if (!a || !b || a->starts_with(*b) || b->starts_with(*a)) return true;
	const auto inside = [](const std::string& day, const std::string& period) {
		const auto slash = period.find('/');
		if (slash == std::string::npos || day.find('/') != std::string::npos) return false;
		const auto first = period.substr(0, slash);
		const auto last = period.substr(slash + 1);
		return day.substr(0, first.size()) >= first && day.substr(0, last.size()) <= last;
	};
	return inside(*a, *b) || inside(*b, *a);
}

bool with_third_country(const Context& context, std::uint32_t begin, std::uint32_t end) {
	bool third = false;
	for (const auto& m : context.a().matches_in(begin, end)) {
		if (m.cls != lexicon::EntryClass::country) continue;
		const auto country = context.a().lexicon.place(m.index).country;
		if (country == lexicon::Country::la) return false;
		third = third || country == lexicon::Country::other;
	}
	if (!third) return false;
	const auto parties = context.parties_in(begin, end);
	return std::none_of(parties.begin(), parties.end(), [](const auto& p) {
		return !p.parties.empty() && country_of(p.parties.front()) == lexicon::Country::la;
	});
}

bool is_prepared(const Annotated& a, std::uint32_t begin, std::uint32_t token) {
	for (std::uint32_t back = 1; back <= 6 && token >= begin + back + 1; ++back) {
		if (a.tokens[token - back].kind == text::TokenKind::punctuation) return false;
		const auto last = a.word(token - back);
		const auto first = a.small(token - back - 1);
		if ((last == "bị" && first == "chuẩn") || (last == "hoạch" && first == "kế") ||
		    (last == "án" && first == "phương"))
			return true;
	}
	return false;
}

bool unnamed_venue(const Context& context, std::uint32_t begin, std::uint32_t end) {
	const auto& a = context.a();
	for (auto t = begin; t + 1 < end; ++t) {
		const auto w = a.word(t);
		if (w != "tại" && w != "Tại" && w != "ở" && w != "Ở") continue;
		const auto next = a.word(t + 1);
		static constexpr std::string_view k_venues[] = {"Trung", "trung", "trụ",  "hội",   "Hội", "nhà",    "Nhà",
		                                                "phòng", "sân",   "tỉnh", "thành", "xã",  "phường", "thị",
		                                                "thôn",  "khu",   "Văn",  "đơn",   "cơ",  "khách"};
		if (one_of(next, k_venues)) return true;
	}
	return false;
}

}  // namespace bienban::extraction
