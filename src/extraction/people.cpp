#include "extraction/people.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "extraction/person_name.hpp"
#include "extraction/role_reader.hpp"
#include "naming/phonetic.hpp"
#include "text/letters.hpp"

namespace bienban::extraction {
namespace {

using lexicon::EntryClass;
using lexicon::NameClass;

/// The words with every run of white space as one space.
std::string tidy(std::string_view words) {
	std::string out(words);
	std::size_t size = 0;
	for (const char c : words) {
		const char clean = c == '\n' || c == '\t' ? ' ' : c;
		if (clean != ' ' || size == 0 || out[size - 1] != ' ') out[size++] = clean;
	}
	out.resize(size);
	return out;
}

/// What one mention says of the country: a code and how sure it is, 0 where it says nothing.
struct CountryHint {
	std::string_view code;
	int weight = 0;
	void take(std::string_view other, int other_weight) {
		if (other_weight > weight && !other.empty()) *this = {other, other_weight};
	}
};
constexpr int k_weak = 1;
constexpr int k_post = 3;   ///< a post or a body that only one country has
constexpr int k_place = 4;  ///< a place in the title

std::string_view code_of(lexicon::Country country) {
	return country == lexicon::Country::vn ? "VN" : country == lexicon::Country::la ? "LA" : "";
}

class Finder {
public:
	explicit Finder(const Annotated& a) : m_a(a) {}

	People find() {
		m_roles = read_roles(m_a);
		if (m_roles.empty()) return {};
		m_person.assign(m_roles.size(), k_none);
		join_full_names();
		join_short_names();
		People people = describe();
		if (!people.people.empty()) find_bare_names(people);
		return people;
	}

private:
	static constexpr std::uint32_t k_none = 0xFFFFFFFF;

	/// One person: all mentions that were joined.
	struct Group {
		std::uint32_t longest = 0;  ///< role with the fullest name
		std::uint32_t best = 0;     ///< role with the fullest title
		std::uint32_t ranked = k_none;
		NameShape shape;
		bool in_role = false;
		bool past = false;
		std::vector<std::uint32_t> mentions;
	};

	/// The name as it is compared.
	std::uint64_t key_of(TokenRange name, const NameShape& shape) const {
		return name_key(m_a, name.begin, name.end, shape.vietnamese() ? Marks::count : Marks::ignore);
	}

	/// A leader of the past, in whatever spelling: "Cay Xỏn Phôn Vi Hẳn" is in no table.
	bool is_past_sound(std::string_view sound) const {
		const auto& past = m_a.lexicon.past_leader_sounds();
		return std::find(past.begin(), past.end(), sound) != past.end();
	}

	bool is_past(TokenRange name) const {
		for (auto i = name.begin; i < name.end; ++i) {
			if (const auto* past = name_word_at(m_a, i, NameClass::past); past != nullptr && past->end >= name.end)
				return true;
		}
		return false;
	}

	/// A mention that can stand for a person by itself; others only lead back to one ("đồng chí Chất").
	bool is_full(const NamedRole& role, const NameShape& shape) const {
		return shape.words >= 2 || (role.in_role() && !is_vietnamese_syllable(m_a.word(role.name.begin)) &&
		                            m_a.word(role.name.begin).size() >= 5);
	}

	void join_full_names() {
		std::unordered_map<std::uint64_t, std::uint32_t> by_key;
		std::unordered_map<std::string, std::uint32_t> by_sound;
		for (std::uint32_t r = 0; r < m_roles.size(); ++r) {
			const auto& role = m_roles[r];
			const auto& shape = role.shape;
			if (!is_full(role, shape)) continue;
			const auto key = key_of(role.name, shape);
			auto group = k_none;
			bool past = false;
			if (const auto known = by_key.find(key); known != by_key.end()) {
				group = known->second;
			} else if (!shape.vietnamese()) {
				// Two spellings of a Lao name in one text: "Khamphoi Butdavieng", "Khăm-phoi Bút-đa-viêng".
				const auto name = m_a.words(role.name.begin, role.name.end);
				auto sound = naming::phonetic_key(name);
				if (sound.size() >= 4) {
					past = is_past_sound(sound);
					const auto same =
					    by_sound.try_emplace(std::move(sound), static_cast<std::uint32_t>(m_groups.size()));
					if (!same.second && naming::same_name(name, name_of(m_groups[same.first->second])))
						group = same.first->second;
				}
			}
			if (group == k_none) {
				group = static_cast<std::uint32_t>(m_groups.size());
				m_groups.push_back({r, r, k_none, shape, false, past || is_past(role.name), {}});
			}
			by_key.try_emplace(key, group);
			take(group, r, shape);
		}
	}

	std::string_view name_of(const Group& group) const {
		const auto& name = m_roles[group.longest].name;
		return m_a.words(name.begin, name.end);
	}

	/// Given names alone, titles with a given name, the last two syllables of a Vietnamese name.
	void join_short_names() {
		std::unordered_map<std::uint64_t, std::uint32_t> by_part;
		for (std::uint32_t g = 0; g < m_groups.size(); ++g) {
			const auto& group = m_groups[g];
			const auto name = m_roles[group.longest].name;
			if (group.shape.vietnamese()) {
				for (auto i = name.begin + group.shape.surname; i < name.end; ++i)
					by_part.insert_or_assign(key_of({i, name.end}, group.shape), g);
			} else {
				for (auto i = name.begin + 1; i < name.end; ++i)
					by_part.insert_or_assign(key_of({name.begin, i}, group.shape), g);
			}
		}
		NameShape vietnamese;
		vietnamese.surname = 1;
		for (std::uint32_t r = 0; r < m_roles.size(); ++r) {
			const auto name = m_roles[r].name;
			const auto& shape = m_roles[r].shape;
			if (shape.words > 3) continue;
			const auto mine = m_person[r];
			for (const auto& as : {vietnamese, NameShape{}}) {
				const auto found = by_part.find(key_of(name, as));
				if (found == by_part.end() || found->second == mine) continue;
				const auto& group = m_groups[found->second];
				if (group.shape.vietnamese() != as.vietnamese()) continue;
				// "đồng chí Nguyễn Văn A" and "A Lềnh": a full name of its own is not a part of another.
				if (mine != k_none && (m_groups[mine].shape.vietnamese() || m_groups[mine].mentions.size() > 1))
					continue;
				if (group.ranked != k_none && m_roles[r].rank &&
				    !same_words(*m_roles[group.ranked].rank, *m_roles[r].rank))
					continue;
				if (mine != k_none) m_groups[mine].mentions.clear();
				take(found->second, r, shape);
				break;
			}
		}
	}

	bool same_words(TokenRange x, TokenRange y) const {
		return name_key(m_a, x.begin, x.end, Marks::count) == name_key(m_a, y.begin, y.end, Marks::count);
	}

	/// How much a mention tells of the title: number of posts, then whether the body is named, then the rank.
	int weight_of(const NamedRole& role) const {
		std::uint32_t words = 0;
		for (const auto& post : role.posts) words += post.end - post.begin;
		const auto posts = static_cast<int>(role.posts.size());
		return posts * 4 + (posts > 0 && words >= role.posts.size() * 4 ? 2 : 0) + (role.rank ? 1 : 0);
	}

	void take(std::uint32_t g, std::uint32_t r, const NameShape& shape) {
		auto& group = m_groups[g];
		const auto& role = m_roles[r];
		group.mentions.push_back(r);
		m_person[r] = g;
		group.in_role = group.in_role || role.in_role();
		if (role.rank && group.ranked == k_none) group.ranked = r;
		const auto& longest = m_roles[group.longest];
		const bool shouted = m_a.tokens[longest.name.begin].all_capital && !m_a.tokens[role.name.begin].all_capital;
		if (shape.words > group.shape.words || (shape.words == group.shape.words && shouted)) {
			group.longest = r;
			group.shape = shape;
		}
		if (weight_of(role) > weight_of(m_roles[group.best])) group.best = r;
	}

	// Country.

	/// "Hội Hữu nghị Lào - Việt Nam", "Cao su Việt Lào": both countries, so neither for sure.
	bool is_pair(const lexicon::Match& country) const {
		const auto before = country.begin > 0 ? m_a.word(country.begin - 1) : text::Word{};
		const bool dash_before = country.begin > 0 && m_a.tokens[country.begin - 1].is('-');
		const bool dash_after = country.end < m_a.tokens.size() && m_a.tokens[country.end].is('-');
		return before == "Việt" || dash_before || dash_after;
	}

	/// What the post's own words say.
	void read_post_country(TokenRange post, CountryHint& hint) const {
		// "Đại sứ Việt Nam tại Lào", "Tổng Lãnh sự tại Luông Pha Băng": what stands behind "tại" is not whose post it
		// is.
		for (auto i = post.begin; i < post.end; ++i) {
			if (m_a.word(i) == "tại") post.end = i;
		}
		for (auto m = m_a.first_match[post.begin]; m < m_a.matches.size() && m_a.matches[m].begin < post.end; ++m) {
			const auto& match = m_a.matches[m];
			if (match.end > post.end) continue;
			switch (match.cls) {
				case EntryClass::province:
					// "Ủy ban Hòa bình": the province is written Hòa Bình.
					if (!m_a.tokens[match.end - 1].capital && country_at(match) == "VN") break;
					[[fallthrough]];
				case EntryClass::name_word: hint.take(country_at(match), k_place + 1); break;
				case EntryClass::country: hint.take(country_at(match), is_pair(match) ? k_weak : k_place); break;
				case EntryClass::district:
				case EntryClass::gate: {
					const auto& local = match.cls == EntryClass::district ? m_a.lexicon.district(match.index)
					                                                      : m_a.lexicon.gate(match.index);
					// Both sides may name a gate alike.
					if (match.size() >= 2 && match.cls == EntryClass::district) {
						hint.take(std::string_view(m_a.lexicon.place(local.province).code).substr(0, 2), k_place);
					}
					break;
				}
				case EntryClass::body:
					hint.take(code_of(m_a.lexicon.body(match.index).country),
					          m_a.lexicon.body(match.index).kind == "border-company" ? k_weak : k_post);
					break;
				case EntryClass::post: hint.take(code_of(m_a.lexicon.post(match.index).country), k_post - 1); break;
				default: break;
			}
		}
	}

	/// The place that the words before the mention name last, back to the mention before it: "đoàn … (Trung Quốc) do
	/// ông A".
	std::string_view side_of(std::uint32_t r) const {
		const auto& role = m_roles[r];
		auto begin = m_a.sentences[role.sentence].begin;
		if (r > 0 && m_roles[r - 1].sentence == role.sentence)
			begin = std::min(m_roles[r - 1].whole.end, role.whole.begin);
		std::string_view side;
		for (auto m = m_a.first_match[begin]; m < m_a.matches.size() && m_a.matches[m].begin < role.whole.begin; ++m) {
			const auto& match = m_a.matches[m];
			if (const auto code = country_at(match); !code.empty()) {
				side = code;
			} else if (match.cue() == lexicon::Cue::friends) {
				side = "LA";
			} else if (match.cue() == lexicon::Cue::own_side && match.size() > 1) {
				side = "VN";
			}
		}
		return side;
	}

	/// The code of the country that the entry speaks of, empty where it is no place.
	std::string_view country_at(const lexicon::Match& match) const {
		if (match.cls == EntryClass::province)
			return std::string_view(m_a.lexicon.place(match.index).code).substr(0, 2);
		if (match.cls == EntryClass::name_word) {
			const auto& word = m_a.lexicon.name_word(match.index);
			return word.cls == NameClass::country ? std::string_view(word.country) : std::string_view();
		}
		if (match.cls != EntryClass::country) return {};
		// "Lào Cai" is not in Laos.
		if (m_a.within_longer(match, EntryClass::province)) return {};
		return std::string_view(m_a.lexicon.place(match.index).code).substr(0, 2);
	}

	/// The neighbour that the document speaks of: Laos, unless it names another more often.
	std::string_view neighbour() const {
		std::string_view other;
		std::uint32_t others = 0;
		std::uint32_t lao = 0;
		for (const auto& match : m_a.matches) {
			if (match.cls != EntryClass::province && match.cls != EntryClass::country &&
			    match.cls != EntryClass::name_word)
				continue;
			const auto code = country_at(match);
			if (code.empty() || code == "VN") continue;
			if (code == "LA") {
				++lao;
			} else if (other.empty() || code == other) {
				other = code;
				++others;
			}
		}
		return others > lao ? other : "LA";
	}

	std::optional<std::string> country_of(const Group& group) {
		CountryHint hint;
		for (const auto r : group.mentions) {
			for (const auto& post : m_roles[r].posts) read_post_country(post, hint);
		}
		if (hint.weight >= k_place) return std::string(hint.code);
		if (m_neighbour.empty()) m_neighbour = neighbour();
		std::string_view side;
		for (const auto r : group.mentions) {
			if (side.empty()) side = side_of(r);
		}
		const bool third = m_neighbour != "LA" && m_neighbour != "VN";
		if (third && side == m_neighbour) return std::string(side);
		// "đoàn tỉnh Hủa Phăn do đồng chí X, Ủy viên Trung ương Đoàn, làm trưởng đoàn": both countries have such a
		// post.
		if (group.shape.foreign && side == "LA" && hint.code == "VN") return "LA";
		if (hint.weight >= k_post) return std::string(hint.code);
		if (group.shape.vietnamese()) return "VN";
		if (group.shape.foreign) return std::string(third || hint.weight == 0 ? m_neighbour : hint.code);
		if (hint.weight > 0) return std::string(hint.code);
		if (!side.empty()) return std::string(side);
		// A surname that no table has.
		return group.shape.words <= 4 ? std::optional<std::string>("VN") : std::nullopt;
	}

	// Result.

	People describe() {
		std::vector<std::uint32_t> order;
		for (std::uint32_t g = 0; g < m_groups.size(); ++g) {
			const auto& group = m_groups[g];
			if (!group.past && group.in_role && !group.mentions.empty()) order.push_back(g);
		}
		std::vector<std::uint32_t> index(m_groups.size(), k_none);
		People people;
		for (const auto g : order) {
			index[g] = static_cast<std::uint32_t>(people.people.size());
			people.people.push_back(person(m_groups[g]));
		}
		for (std::uint32_t r = 0; r < m_roles.size(); ++r) {
			if (m_person[r] == k_none || index[m_person[r]] == k_none) continue;
			people.mentions.push_back({m_roles[r].name.begin, m_roles[r].name.end, index[m_person[r]]});
			for (const auto& post : m_roles[r].posts)
				people.posts.push_back({index[m_person[r]], m_roles[r].sentence, post});
		}
		return people;
	}

	model::Person person(const Group& group) {
		const auto& best = m_roles[group.best];
		const auto& longest = m_roles[group.longest];
		model::Person person;
		person.name = tidy(m_a.words(longest.name.begin, longest.name.end));
		const auto& ranked = best.rank || group.ranked == k_none ? best : m_roles[group.ranked];
		if (ranked.rank) person.rank = tidy(m_a.words(ranked.rank->begin, ranked.rank->end));
		for (const auto& post : best.posts) {
			if (person.title) {
				*person.title += "; ";
			} else {
				person.title.emplace();
			}
			*person.title += tidy(m_a.words(post.begin, post.end));
		}
		person.country = country_of(group);
		person.evidence = m_a.span(best.whole.begin, best.whole.end);
		const bool clear = group.shape.vietnamese() || group.shape.foreign;
		person.certainty = best.guessed ? 0.7F : !best.rank && best.posts.empty() ? 0.6F : clear ? 0.95F : 0.8F;
		return person;
	}

	/// Names that stand again without rank, post or form of address.
	void find_bare_names(People& people) const {
		// By first word the mentions to compare with. Bounded: a hostile text may name thousands who begin alike.
		constexpr std::size_t k_most_alike = 32;
		std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_first;
		std::vector<bool> seen(people.people.size(), false);
		for (std::uint32_t m = 0; m < people.mentions.size(); ++m) {
			const auto& mention = people.mentions[m];
			if (mention.end - mention.begin < 2 || seen[mention.person]) continue;
			seen[mention.person] = true;
			auto& alike = by_first[m_a.word(mention.begin)];
			if (alike.size() < k_most_alike) alike.push_back(m);
		}
		std::vector<NameMention> more;
		std::size_t next = 0;  // first known mention that ends behind i
		for (std::uint32_t i = 0; i < m_a.tokens.size(); ++i) {
			if (!m_a.tokens[i].capital) continue;
			while (next < people.mentions.size() && people.mentions[next].end <= i) ++next;
			if (next < people.mentions.size() && people.mentions[next].begin <= i) continue;
			const auto alike = by_first.find(m_a.word(i));
			if (alike == by_first.end()) continue;
			for (const auto m : alike->second) {
				const auto known = people.mentions[m];
				const auto size = known.end - known.begin;
				if (i + size > m_a.tokens.size()) continue;
				std::uint32_t k = 1;
				while (k < size && m_a.word(i + k) == m_a.word(known.begin + k)) ++k;
				if (k < size) continue;
				more.push_back({i, i + size, known.person});
				i += size - 1;
				break;
			}
		}
		if (more.empty()) return;
		people.mentions.insert(people.mentions.end(), more.begin(), more.end());
		std::sort(people.mentions.begin(), people.mentions.end(),
		          [](const auto& x, const auto& y) { return x.begin < y.begin; });
	}

	const Annotated& m_a;
	std::vector<NamedRole> m_roles;
	std::vector<std::uint32_t> m_person;  ///< by role: its group
	std::vector<Group> m_groups;
	std::string_view m_neighbour;
};

}  // namespace

People find_people(const Annotated& a) { return Finder(a).find(); }

}  // namespace bienban::extraction
