// Whose paper is it?

#include "extraction/paper_parties.hpp"

#include <algorithm>
#include <array>

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::Cue;
using lexicon::EntryClass;

PartySet both_countries(std::string_view kind) { return {"VN/" + std::string(kind), "LA/" + std::string(kind)}; }

bool all_states(const PartySet& parties) {
	return std::all_of(parties.begin(), parties.end(), [](const auto& p) { return kind_of(p) == "state"; });
}

/// "giữa A và B", "của Công an hai tỉnh", "giữa hai tỉnh".
PartySet own_parties(const Context& c, const PaperNoun& n) {
	if (n.between_begin >= n.between_end) return {};
	PartySet sides;
	for (const auto& m : c.parties_in(n.between_begin, n.between_end)) {
		if (m.of_paper) merge(sides, m.parties);
	}
	auto own = sides.empty() ? c.named(n.between_begin, n.between_end) : std::move(sides);
	if (Context::both_sides(own) &&
	    std::none_of(own.begin(), own.end(), [](const auto& p) { return kind_of(p) == "state"; }))
		return own;
	auto actors = c.actors(n.between_begin, n.between_end);
	if (Context::both_sides(actors)) own = std::move(actors);
	// "giữa lực lượng biên phòng hai nước": a body beside a country names no pair.
	const bool mixed =
	    std::any_of(own.begin(), own.end(), [](const auto& p) { return kind_of(p) == "state"; }) && !all_states(own);
	return mixed ? PartySet{} : own;
}

class PartyReader {
public:
	PartyReader(const Context& c, const std::vector<PaperNoun>& nouns, const PaperNoun& n, const Signing& s)
	    : m_c(c), m_a(c.a()), m_nouns(nouns), m_n(n), m_s(s) {}

	PartySet read() const {
		const std::string_view owner = m_n.word->parties;
		if (m_n.word->instrument == model::Instrument::directive) return {issuer()};
		auto own = own_parties(m_c, m_n);
		const bool own_both = Context::both_sides(own);
		// "Tổng Giám đốc hãng A và Tổng Giám đốc hãng B ký Thỏa thuận … giữa hai cơ quan": those who sign it.
		if (own_both && m_s.verb != nullptr && m_s.verb->begin > m_n.clause_begin && m_s.verb->begin < m_n.begin &&
		    m_c.parties_in(m_n.between_begin, m_n.between_end).empty()) {
			if (auto signers = acting(m_n.clause_begin, m_s.verb->begin);
			    signers.size() == 2 && Context::both_sides(signers))
				return signers;
		}
		if (owner == "state" &&
		    (!own_both || all_states(own) || m_n.word->instrument != model::Instrument::programme)) {
			if (!own_both || all_states(own) || !ministries(own)) return both_countries(owner);
		}
		if (own_both) {
			if (!all_states(own)) return own;
			return both_countries(m_n.of_pair() ? "state" : owner);
		}
		if (owner == "government" || owner == "ministry-of-defence") return both_countries(owner);
		if (owner == "border-guard") return commands();
		// "giữa Sở A và Sở B" of one side only: no paper between the two countries.
		if (own.size() > 1) return {};
		if (auto parties = with_partner(); Context::both_sides(parties)) return parties;
		if (auto parties = subject(); Context::both_sides(parties)) return parties;
		if (between_provinces_at_home()) return {};
		return text_pair();
	}

private:
	static bool ministries(const PartySet& parties) {
		return std::any_of(parties.begin(), parties.end(), [](const auto& p) {
			return kind_of(p).starts_with("ministry") || kind_of(p) == "government" || kind_of(p) == "agency";
		});
	}

	/// "của Bộ Chính trị", "của Tỉnh ủy Sơn La", "số 01/CT-TTg".
	model::Party issuer() const {
		const auto limit = std::min(m_n.clause_end, m_n.head_end + 18);
		for (auto t = m_n.head_end; t < limit; ++t) {
			if (!is_one_of(m_a, t, {"của"})) continue;
			const auto mentions = m_c.parties_in(t + 1, std::min(limit, t + 4));
			if (!mentions.empty() && mentions.front().parties.size() == 1) return mentions.front().parties.front();
			if (const auto* body = m_a.find(t + 1, std::min(limit, t + 4), EntryClass::body);
			    body != nullptr && m_a.lexicon.body(body->index).kind == "government")
				return "VN/government";
			if (is_one_of(m_a, t + 1, {"thủ", "chính"}) && is_one_of(m_a, t + 2, {"tướng", "phủ"}))
				return "VN/government";
			break;
		}
		for (auto t = m_n.head_end; t < limit; ++t) {
			const auto w = m_a.word(t);
			if (w == "TTg" || w == "CP" || w == "Ttg") return "VN/government";
			if (w == "TW") break;
		}
		return "VN/party-committee";
	}

	/// "Thỏa thuận hợp tác biên phòng": of the two commands that the text speaks of, else of the two high commands.
	PartySet commands() const {
		const auto is_command = [](const auto& p) {
			return kind_of(p) == "border-guard" || kind_of(p) == "military-command";
		};
		for (const auto* pair : {&m_c.main_pair(), &m_c.pair_at(m_n.begin)}) {
			auto own = *pair;
			std::erase_if(own, [&](const auto& p) { return !is_command(p); });
			auto high = both_countries("border-guard");
			if (std::all_of(high.begin(), high.end(),
			                [&](const auto& p) { return std::find(own.begin(), own.end(), p) != own.end(); }))
				return high;
			if (Context::both_sides(own)) return own;
		}
		PartySet found;
		for (const auto& m : m_c.parties().mentions) {
			if (m.role == Role::location || m.parties.empty() || !is_command(m.parties[0]) ||
			    place_of(m.parties[0]).size() <= 2)
				continue;
			merge(found, m.parties);
		}
		return Context::both_sides(found) ? found : both_countries("border-guard");
	}

	/// "đã ký với tỉnh Hủa Phăn", "Thỏa thuận hợp tác với Công an tỉnh …": the other side stands behind "với", the own
	/// one is the one that speaks.
	PartySet with_partner() const {
		const auto limit = std::min(m_n.clause_end, m_n.end + 8);
		for (auto t = m_n.head_end; t < limit; ++t) {
			if (!is_one_of(m_a, t, {"với"})) continue;
			const auto mentions = m_c.parties_in(t + 1, std::min(m_n.clause_end, t + 3));
			if (mentions.empty() || mentions.front().role == Role::location) return {};
			const auto& partner = mentions.front().parties;
			const auto country = country_of(partner[0]);
			auto own = m_c.named(m_n.clause_begin, m_n.begin);
			std::erase_if(own, [&](const auto& p) { return country_of(p) == country || kind_of(p) == "state"; });
			if (own.empty()) {
				own = Context::side(text_pair(), country == Country::la ? Country::vn : Country::la);
				if (kind_of(partner[0]) == "province") own = provinces_of(own);
			}
			merge(own, partner);
			return own;
		}
		return {};
	}

	/// "lực lượng quản lý thị trường Quảng Bình và Quảng Trị ký quy chế phối hợp": two provinces of one country, one of
	/// which the text does not speak of otherwise.
	bool between_provinces_at_home() const {
		if (m_s.verb == nullptr || m_s.verb->begin > m_n.begin || m_s.from_lead) return false;
		auto named = m_c.named(m_n.clause_begin, m_n.begin);
		const auto home = Context::side(named, Country::vn);
		if (home.size() < 2 || home.size() != named.size()) return false;
		const auto pair = Context::side(text_pair(), Country::vn);
		return std::any_of(home.begin(), home.end(), [&](const auto& p) {
			return std::none_of(pair.begin(), pair.end(), [&](const auto& q) { return place_of(q) == place_of(p); });
		});
	}

	static PartySet provinces_of(const PartySet& parties) {
		PartySet out;
		for (const auto& p : parties) merge(out, {place_of(p).size() > 2 ? std::string(place_of(p)) + "/province" : p});
		return out;
	}

	/// Who signs: the reference, the parties or the people with posts that stand closest before the verb.
	PartySet subject() const {
		if (m_s.verb == nullptr) return {};
		const auto verb = m_s.verb->begin;
		if (m_s.from_lead || verb < m_n.clause_begin)
			return acting(m_c.sentence(m_c.sentence_of(verb)).begin, end_of_lead(verb));
		if (verb > m_n.begin) {
			// Passive: "N được hai bên ký"; "N do A và B hạ bút".
			auto parties = acting(m_n.end, verb);
			if (Context::both_sides(parties)) return parties;
			if (auto later = behind_verb(m_s.verb->end); Context::both_sides(later)) return later;
		}
		return acting(m_n.clause_begin, std::min(verb, m_n.begin));
	}

	/// The colon that opens the list, else the end of the sentence.
	std::uint32_t end_of_lead(std::uint32_t verb) const {
		const auto& sentence = m_c.sentence(m_c.sentence_of(verb));
		for (auto t = verb; t < sentence.end; ++t) {
			if (m_a.tokens[t].is(':')) return t;
		}
		return sentence.end;
	}

	/// "ký năm 2017 giữa A và B", "mang chữ ký của hai bên".
	PartySet behind_verb(std::uint32_t t) const {
		const auto limit = std::min(m_n.clause_end, t + 12);
		for (auto e = t; e < limit; ++e) {
			if (is_one_of(m_a, e, {"giữa", "của"}))
				return acting(e + 1, end_of_sides(e + 1, std::min(m_n.clause_end, e + 30)));
			if (m_a.tokens[e].is(',')) break;
		}
		return {};
	}

	/// The comma behind both sides: "đã ký giữa tỉnh A với tỉnh B, hai bên đã …".
	std::uint32_t end_of_sides(std::uint32_t begin, std::uint32_t limit) const {
		for (auto t = begin; t < limit; ++t) {
			if (m_a.tokens[t].is(',') && Context::both_sides(m_c.actors(begin, t))) return t;
		}
		return limit;
	}

	/// "Bên lề cuộc họp giữa Bộ A và Bộ B, hãng C và hãng D ký …": who acts stands behind the comma.
	std::uint32_t behind_circumstance(std::uint32_t begin, std::uint32_t end) const {
		if (!is_one_of(m_a, begin, {"tại", "trong", "nhân", "bên", "sau", "trước"})) return begin;
		for (auto t = end; t-- > begin + 1;) {
			if (!m_a.tokens[t].is(',')) continue;
			auto named = m_c.named(t + 1, end);
			std::erase_if(named, [](const auto& p) { return kind_of(p) == "state"; });
			if (Context::both_sides(named)) return t + 1;
		}
		return begin;
	}

	PartySet acting(std::uint32_t begin, std::uint32_t end) const {
		if (begin >= end) return {};
		begin = behind_circumstance(begin, end);
		for (auto t = end; t-- > begin;) {
			for (const auto cue : {Cue::both, Cue::all_sides, Cue::provinces}) {
				const auto* m = m_a.cue_at(t, cue);
				if (m == nullptr || m->end > end || in_mention(t)) continue;
				if (cue == Cue::provinces) return referred_provinces(*m);
				if (cue == Cue::all_sides && m_c.pair_of_count(*m).size() > 2) return m_c.pair_of_count(*m);
				return referred_pair(begin, *m);
			}
			if (const auto* mention = mention_ending(t + 1)) {
				if (mention->role == Role::location || mention->role == Role::qualifier) continue;
				// "hai Sở ký": no Sở of a name of its own.
				if (mention->begin > begin && mention->naming == Naming::incomplete &&
				    is_one_of(m_a, mention->begin - 1, {"hai", "đôi"})) {
					if (auto alike = last_two_of_kind(mention->begin, mention->begin); Context::both_sides(alike))
						return alike;
				}
				auto parties = mention->role == Role::in_title ? m_c.spoken_for(begin, end) : m_c.named(begin, end);
				std::erase_if(parties, [](const auto& p) { return kind_of(p) == "state"; });
				if (Context::both_sides(parties)) return parties;
				auto named = m_c.named(begin, end);
				std::erase_if(named, [](const auto& p) { return kind_of(p) == "state"; });
				if (Context::both_sides(named)) return named;
				// "Tổng Kiểm toán Nhà nước X và Chủ tịch Kiểm toán Nhà nước Lào Y": one by its name, one by a post.
				auto joint = named;
				merge(joint, m_c.spoken_for(begin, end));
				std::erase_if(joint, [](const auto& p) { return kind_of(p) == "state"; });
				if (Context::both_sides(joint) && joint.size() == 2) return joint;
				return end <= m_n.begin ? completed(named.empty() ? parties : named) : PartySet{};
			}
		}
		return {};
	}

	/// "đón đoàn tỉnh X sang thăm và ký biên bản": one side is named, the other is that of the text.
	PartySet completed(PartySet one_side) const {
		if (one_side.empty()) return {};
		const auto country = country_of(one_side[0]);
		const auto pair = text_pair();
		auto other = Context::side(pair, country == Country::la ? Country::vn : Country::la);
		if (kind_of(one_side[0]) == "province") other = provinces_of(other);
		merge(one_side, other);
		return one_side;
	}

	bool in_mention(std::uint32_t t) const {
		for (const auto& m : m_c.parties_in(t > 8 ? t - 8 : 0, t + 1)) {
			if (m.begin <= t && t < m.end && Context::both_sides(m.parties)) return true;
		}
		return false;
	}

	const PartyMention* mention_ending(std::uint32_t t) const {
		for (const auto& m : m_c.parties_in(t > 24 ? t - 24 : 0, t)) {
			if (m.end == t) return &m;
		}
		return nullptr;
	}

	/// "hai bên" of the closing sentence are those of the event, not those of the last example: "Khép lại hội nghị, hai
	/// bên ký …".
	PartySet referred_pair(std::uint32_t begin, const lexicon::Match& cue) const {
		if (auto pair = m_c.pair_of_post(cue); !pair.empty()) return pair;
		if (auto alike = last_two_of_kind(cue.begin + 1, cue.begin); Context::both_sides(alike)) return alike;
		if (cue.size() > 2 && m_a.tokens[cue.end - 1].capital) {
			if (auto alike = last_two_of_kind(cue.end - 1, cue.begin); Context::both_sides(alike)) return alike;
		}
		for (auto t = begin; t < begin + 5 && t < cue.begin; ++t) {
			const bool closing = is_one_of(m_a, t, {"khép", "cuối", "bế"}) ||
			                     (is_one_of(m_a, t, {"kết"}) && is_one_of(m_a, t + 1, {"thúc"}));
			if (closing && Context::both_sides(m_c.main_pair())) return m_c.main_pair();
		}
		return text_pair();
	}

	/// "hai Sở", "hai huyện", "hai bản", "hai Tỉnh ủy": the last body of that kind on each side.
	PartySet last_two_of_kind(std::uint32_t noun, std::uint32_t before) const {
		struct Kind {
			std::string_view word;
			std::string_view kind;
			std::string_view name;  ///< how the body's own name begins
		};
		static constexpr std::array k_kinds{
		    Kind{"sở", "agency", "sở"},          Kind{"ban", "agency", "ban"},
		    Kind{"viện", "agency", "viện"},      Kind{"bệnh", "agency", "bệnh viện"},
		    Kind{"đài", "agency", "đài"},        Kind{"báo", "agency", "báo"},
		    Kind{"trường", "school", ""},        Kind{"nhà", "school", ""},
		    Kind{"huyện", "district", ""},       Kind{"bản", "village", ""},
		    Kind{"thôn", "village", ""},         Kind{"khóm", "village", ""},
		    Kind{"làng", "village", ""},         Kind{"xã", "commune", ""},
		    Kind{"công", "police", ""},          Kind{"ti", "police", ""},
		    Kind{"tỉnh", "party-committee", ""}, Kind{"đồn", "border-post", ""},
		    Kind{"đoàn", "youth-union", ""},     Kind{"trận", "fatherland-front", ""},
		};
		const Kind* kind = nullptr;
		for (const auto& k : k_kinds) {
			if (is_one_of(m_a, noun, {k.word})) kind = &k;
		}
		if (kind == nullptr || (kind->kind == "party-committee" && !is_one_of(m_a, noun + 1, {"ủy"}))) return {};
		PartySet vn;
		PartySet la;
		for (const auto& m : m_c.parties_in(0, before)) {
			if (m.role == Role::location || m.parties.empty() || kind_of(m.parties[0]) != kind->kind) continue;
			for (const auto& p : m.parties) {
				const auto slash = p.rfind('/');
				if (!kind->name.empty() &&
				    (slash == std::string::npos || !std::string_view(p).substr(slash + 1).starts_with(kind->name)))
					continue;
				(country_of(p) == Country::vn ? vn : la) = {p};
			}
		}
		merge(vn, la);
		return vn;
	}

	PartySet referred_provinces(const lexicon::Match& cue) const {
		const auto next = cue.end < m_a.tokens.size() ? cue.end : m_n.clause_end;
		// "lãnh đạo hai Tỉnh hội" speaks of the women's unions, not of the provinces.
		if (is_one_of(m_a, next, {"hội", "đoàn", "ủy", "ủi"})) return text_pair();
		return provinces_of(text_pair());
	}

	/// The pair that the text speaks of here; one that stands only in the name of a paper is not spoken of.
	PartySet text_pair() const {
		const auto& pair = m_c.pair_at(m_n.begin);
		for (const auto& other : m_nouns) {
			if (other.begin > m_n.begin + 1 || other.between_end == 0) continue;
			auto own = own_parties(m_c, other);
			if (Context::both_sides(own) && std::is_permutation(own.begin(), own.end(), pair.begin(), pair.end()) &&
			    Context::both_sides(m_c.main_pair()))
				return m_c.main_pair();
		}
		return within_the_event(pair) ? m_c.main_pair() : pair;
	}

	/// "hội nghị giữa Công an tỉnh A với Công an tỉnh B và Công an tỉnh C": the paper that it weighs is of all three,
	/// though only two were named last.
	bool within_the_event(const PartySet& pair) const {
		const auto& all = m_c.main_pair();
		if (pair.size() != 2 || all.size() < 3 || !Context::both_sides(pair)) return false;
		return std::all_of(all.begin(), all.end(), [&](const auto& p) { return kind_of(p) == kind_of(pair[0]); }) &&
		       std::all_of(pair.begin(), pair.end(),
		                   [&](const auto& p) { return std::find(all.begin(), all.end(), p) != all.end(); });
	}

	const Context& m_c;
	const Annotated& m_a;
	const std::vector<PaperNoun>& m_nouns;
	const PaperNoun& m_n;
	const Signing& m_s;
};

}  // namespace

bool names_both_sides(const Context& context, const PaperNoun& noun) {
	return Context::both_sides(own_parties(context, noun));
}

PartySet parties_of_paper(const Context& context, const std::vector<PaperNoun>& nouns, const PaperNoun& noun,
                          const Signing& signing) {
	return PartyReader(context, nouns, noun, signing).read();
}

}  // namespace bienban::extraction
