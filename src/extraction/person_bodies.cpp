#include "extraction/person_bodies.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/one_of.hpp"
#include "extraction/party_completion.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::Country;
using lexicon::EntryClass;

/// Kinds of which a country has one, and kinds of which a province has one: their place alone makes them a party.
constexpr auto k_of_country =
    std::to_array<std::string_view>({"state", "government", "ministry-of-defence", "ministry-of-public-security",
                                     "ministry-of-foreign-affairs", "general-staff"});
constexpr auto k_of_province =
    std::to_array<std::string_view>({"military-command", "border-guard", "police", "people-committee", "people-council",
                                     "fatherland-front", "youth-union", "women-union"});

/// Kinds that say where a body lies rather than which it is.
bool is_place(std::string_view kind) { return kind == "province" || kind == "state"; }

class BodyFinder {
public:
	BodyFinder(const Annotated& a, const Parties& parties, People& people)
	    : m_a(a), m_parties(parties), m_people(people) {}

	void fill() {
		for (const auto& post : m_people.posts) take(post, body_of(post));
		// "Thứ trưởng A nói", when his ministry was told with his first mention, is no further post.
		std::vector<bool> told(m_people.people.size());
		for (std::size_t i = 0; i < told.size(); ++i) told[i] = !m_people.people[i].bodies.empty();
		for (const auto& post : m_people.posts) {
			if (!told[post.person]) take(post, named_before(post));
		}
		for (auto& person : m_people.people) std::sort(person.bodies.begin(), person.bodies.end());
	}

private:
	void take(const HeldPost& post, model::Party body) {
		auto& bodies = m_people.people[post.person].bodies;
		if (body.empty() || std::find(bodies.begin(), bodies.end(), body) != bodies.end()) return;
		bodies.push_back(std::move(body));
	}

	std::span<const PartyMention> mentions_in(std::uint32_t begin, std::uint32_t end) const {
		const auto from = [](const std::vector<PartyMention>& all, std::uint32_t token) {
			return std::lower_bound(all.begin(), all.end(), token,
			                        [](const PartyMention& m, std::uint32_t t) { return m.begin < t; });
		};
		const auto first = from(m_parties.mentions, begin);
		return {first, from(m_parties.mentions, end)};
	}

	bool fits(const HeldPost& post, const model::Party& party) const {
		const auto& country = m_people.people[post.person].country;
		return !country || party.starts_with(*country);
	}

	/// The table's entry of the post, behind "nguyên" and the like.
	const lexicon::Match* entry_of(const HeldPost& post) const {
		const auto* entry = m_a.at(post.title.begin, EntryClass::post);
		const bool prefix = entry != nullptr && m_a.lexicon.post(entry->index).cls == lexicon::PostClass::prefix;
		return prefix ? m_a.at(entry->end, EntryClass::post) : entry;
	}

	model::Party body_of(const HeldPost& post) const {
		const auto* entry = entry_of(post);
		if (entry == nullptr) return {};
		const auto& kind = m_a.lexicon.post(entry->index).kind;
		const PartyMention* place = nullptr;
		const auto inside = mentions_in(post.title.begin, post.title.end);
		for (const auto& m : inside) {
			if (m.parties.size() != 1 || !fits(post, m.parties[0])) continue;
			if (!is_place(kind_of(m.parties[0]))) return held_at(post, kind, m);
			if (place == nullptr) place = &m;
		}
		// A body of another country, or several: nobody's in particular.
		if (place == nullptr && !inside.empty()) return {};
		if (!kind.empty()) return of_kind(post, kind, place);
		return place != nullptr ? place->parties[0] : model::Party();
	}

	/// The body that the post's words name, where they say it as it is said of the body alone.
	model::Party held_at(const HeldPost& post, std::string_view kind, const PartyMention& body) const {
		const auto& party = body.parties[0];
		const auto code = place_of(party);
		// "Phó Tổng Tham mưu trưởng Quân đội nhân dân Lào": the army is the ministry's, the post tells more.
		if (code.size() == 2 && base::one_of(kind, k_of_country)) return std::string(code) + "/" + std::string(kind);
		// "Tư lệnh Bộ đội Biên phòng": a province's command has none.
		const bool country_wide = body.naming == Naming::incomplete && kind_of(party) == "border-guard" &&
		                          m_a.small_words(post.title.begin, body.begin).find("tư lệnh") != std::string::npos;
		return country_wide ? std::string(code.substr(0, 2)) + "/border-guard" : party;
	}

	/// The one body of this kind in the place; empty where the kind does not tell it.
	model::Party of_kind(const HeldPost& post, std::string_view kind, const PartyMention* place) const {
		const auto& country = m_people.people[post.person].country;
		if (base::one_of(kind, k_of_country)) {
			const auto code = country ? *country : place != nullptr ? place->parties[0].substr(0, 2) : std::string();
			return code == "VN" || code == "LA" ? code + "/" + std::string(kind) : model::Party();
		}
		if (!base::one_of(kind, k_of_province)) return {};
		if (place != nullptr) {
			const auto code = place_of(place->parties[0]);
			return code.size() > 2 ? std::string(code) + "/" + std::string(kind) : model::Party();
		}
		const auto province = province_of(post);
		return province ? make_party(m_a.lexicon.place(*province), kind) : model::Party();
	}

	/// The province of the person's side that the sentence named last before the post, else the one the text speaks of.
	std::optional<std::uint16_t> province_of(const HeldPost& post) const {
		const auto& country = m_people.people[post.person].country;
		if (!country || (*country != "VN" && *country != "LA")) return std::nullopt;
		const auto side = *country == "VN" ? Country::vn : Country::la;
		auto found = side == Country::vn ? m_parties.home : m_parties.abroad;
		const auto begin = m_a.sentences[post.sentence].begin;
		const auto first = std::lower_bound(m_parties.places.begin(), m_parties.places.end(), begin,
		                                    [](const PlaceMention& p, std::uint32_t t) { return p.begin < t; });
		for (auto p = first; p != m_parties.places.end() && p->begin < post.title.begin; ++p) {
			const auto& place = m_a.lexicon.place(p->place);
			if (place.country == side && place.code.size() > 2) found = p->place;
		}
		return found;
	}

	/// "Đoàn Bộ CHQS tỉnh Hủa Phăn do Đại tá A, Chỉ huy trưởng làm trưởng đoàn".
	model::Party named_before(const HeldPost& post) const {
		const auto* entry = entry_of(post);
		if (entry == nullptr || entry->end < post.title.end || !m_a.lexicon.post(entry->index).kind.empty()) return {};
		const PartyMention* found = nullptr;
		for (const auto& m : mentions_in(m_a.sentences[post.sentence].begin, post.title.begin)) {
			if (m.role == Role::location || m.role == Role::qualifier) continue;
			if (m.parties.size() == 1 && !is_place(kind_of(m.parties[0])) && fits(post, m.parties[0])) found = &m;
		}
		return found != nullptr && m_people.people[post.person].country ? found->parties[0] : model::Party();
	}

	const Annotated& m_a;
	const Parties& m_parties;
	People& m_people;
};

}  // namespace

void fill_bodies(const Annotated& a, const Parties& parties, People& people) { BodyFinder(a, parties, people).fill(); }

std::optional<model::Party> state_spoken_for(const model::Person& person) {
	if (!person.title || !person.country) return std::nullopt;
	const auto has = [&](const char* post) { return person.title->find(post) != std::string::npos; };
	if (has("Tổng Bí thư") || has("Chủ tịch nước") || has("Chủ tịch Quốc hội")) return *person.country + "/state";
	if (has("Thủ tướng")) return *person.country + "/government";
	if (has("Tổng Tham mưu trưởng") || has("Tổng tham mưu trưởng")) return *person.country + "/general-staff";
	return std::nullopt;
}

std::optional<model::Party> host_spoken_for(const model::Person& person) {
	if (!person.title || !person.country) return std::nullopt;
	const auto has = [&](const char* post) { return person.title->find(post) != std::string::npos; };
	if (has("Chủ tịch Quốc hội")) return *person.country + "/agency/quốc hội";
	if (has("Tổng Bí thư") && !has("Chủ tịch nước")) return *person.country + "/party-committee";
	return state_spoken_for(person);
}

}  // namespace bienban::extraction
