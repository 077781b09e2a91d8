#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>

#include "naming/person_traits.hpp"
#include "naming/persons.hpp"
#include "naming/sets.hpp"

namespace bienban::naming {
namespace {

/// From this score on a mention that tells no body joins the one person it can be.
constexpr double k_lone_from = 0.6;
/// A candidate that fits nearly as well as another is its rival.
constexpr double k_rival_margin = 0.03;
/// So many proposals for one person at most: more would hide each other.
constexpr std::size_t k_most_unsure = 8;
/// Comparing each with each is bounded; beyond, mentions are compared with their neighbours in the order of names.
constexpr std::size_t k_most_compared = 1500;

/// A full square of values for pairs, the same either way.
template <typename T>
class Square {
public:
	explicit Square(std::size_t size, T value = {}) : m_size(size), m_cells(size * size, value) {}
	T operator()(std::size_t a, std::size_t b) const { return m_cells[a * m_size + b]; }
	void set(std::size_t a, std::size_t b, T value) {
		m_cells[a * m_size + b] = value;
		m_cells[b * m_size + a] = value;
	}

private:
	std::size_t m_size;
	std::vector<T> m_cells;
};

/// Compares mentions, each pair of distinct names and of distinct bodies only once.
class Comparer {
public:
	explicit Comparer(const std::vector<const PersonMention*>& mentions) : m_matches(0), m_relations(0) {
		std::map<std::pair<std::string_view, std::string_view>, std::size_t> names;
		std::map<std::string_view, std::size_t> bodies;
		std::vector<const FullName*> distinct_names;
		std::vector<std::string_view> distinct_bodies;
		m_traits.reserve(mentions.size());
		for (const auto* mention : mentions) {
			m_traits.emplace_back(*mention);
			const std::string_view country = mention->country ? std::string_view(*mention->country) : "";
			const auto name = names.try_emplace({mention->name, country}, distinct_names.size());
			if (name.second) distinct_names.push_back(&m_traits.back().name);
			m_name_of.push_back(name.first->second);
			m_bodies_of.emplace_back();
			for (const auto& held : mention->bodies) {
				const auto body = bodies.try_emplace(held, distinct_bodies.size());
				if (body.second) distinct_bodies.push_back(held);
				m_bodies_of.back().push_back(body.first->second);
			}
		}
		m_matches = Square<NameMatch>(distinct_names.size());
		for (std::size_t i = 0; i < distinct_names.size(); ++i) {
			for (std::size_t j = 0; j <= i; ++j) m_matches.set(i, j, relate(*distinct_names[i], *distinct_names[j]));
		}
		m_relations = Square<BodyRelation>(distinct_bodies.size());
		for (std::size_t i = 0; i < distinct_bodies.size(); ++i) {
			for (std::size_t j = 0; j <= i; ++j)
				m_relations.set(i, j, relate_bodies(distinct_bodies[i], distinct_bodies[j]));
		}
	}

	Opinion operator()(std::size_t a, std::size_t b) const {
		auto bodies = BodyRelation::unknown;
		for (const auto x : m_bodies_of[a]) {
			for (const auto y : m_bodies_of[b]) bodies = std::max(bodies, m_relations(x, y));
		}
		return weigh(m_traits[a], m_traits[b], m_matches(m_name_of[a], m_name_of[b]), bodies);
	}
	bool full_names(std::size_t a, std::size_t b) const {
		return m_matches(m_name_of[a], m_name_of[b]).relation == NameRelation::full;
	}
	bool tells_body(std::size_t mention) const { return !m_bodies_of[mention].empty(); }

private:
	std::vector<PersonTraits> m_traits;
	std::vector<std::size_t> m_name_of;
	std::vector<std::vector<std::size_t>> m_bodies_of;
	Square<NameMatch> m_matches;
	Square<BodyRelation> m_relations;
};

/// The joining itself. Works on units, the mentions that a person said are one: for any other unit one of them speaks
/// for all, or a decision that joins two posts would keep everything else away from both. Units and mentions are
/// numbered in the order of what they say, so that the order in which they came is of no weight.
class Joiner {
public:
	Joiner(const std::vector<const PersonMention*>& mentions, const PersonBonds& bonds)
	    : m_compare(mentions), m_unit_of(mentions.size()), m_scores(0), m_blocked(0), m_bonded(0) {
		make_units(mentions.size(), bonds.same);
		score_units(bonds.different);
	}

	Persons run() {
		join_sure();
		join_lone();
		join_nameless_posts();
		Persons out;
		std::vector<std::size_t> person_of(m_units.size());
		for (std::size_t u = 0; u < m_units.size(); ++u) {
			if (m_clusters.find(u) != u) {
				person_of[u] = person_of[m_clusters.find(u)];
			} else {
				person_of[u] = out.persons.size();
				out.persons.emplace_back();
			}
			auto& person = out.persons[person_of[u]];
			person.insert(person.end(), m_units[u].begin(), m_units[u].end());
		}
		propose(out);
		return out;
	}

private:
	void make_units(std::size_t count, const std::vector<MentionPair>& same) {
		Sets sets(count);
		for (const auto& pair : same) sets.join(pair.first, pair.second);
		for (std::size_t i = 0; i < count; ++i) {
			const auto first = sets.find(i);
			if (first == i) m_units.emplace_back();
			m_unit_of[i] = first == i ? m_units.size() - 1 : m_unit_of[first];
			m_units[m_unit_of[i]].push_back(i);
		}
	}

	void score_units(const std::vector<MentionPair>& different) {
		const auto count = m_units.size();
		m_scores = Square<double>(count);
		m_blocked = Square<std::uint8_t>(count);
		m_bonded = Square<std::uint8_t>(count);
		m_clusters = Sets(count);
		for (const auto& pair : different) {
			const auto a = m_unit_of[pair.first];
			const auto b = m_unit_of[pair.second];
			// What a person put together outranks a document that told it apart.
			if (a != b) m_bonded.set(a, b, 1);
		}
		for (std::size_t u = 0; u < count; ++u) {
			m_known.push_back(std::ranges::any_of(m_units[u], [&](std::size_t i) { return m_compare.tells_body(i); }));
			for (std::size_t v = 0; v < u; ++v) {
				const double score = score_of(u, v);
				m_scores.set(u, v, score);
				m_blocked.set(u, v, m_bonded(u, v) != 0 || verdict_of(score) == Verdict::different ? 1 : 0);
			}
		}
	}

	/// The best that any of their mentions say for two units. Where others contradict, a part of a name says nothing:
	/// "Xòn My Xay", once decided to be one of two who end so, is not the other.
	double score_of(std::size_t u, std::size_t v) const {
		double best = 0;
		double best_full = 0;
		bool contradicted = false;
		for (const auto i : m_units[u]) {
			for (const auto j : m_units[v]) {
				const double score = m_compare(i, j).score;
				best = std::max(best, score);
				if (m_compare.full_names(i, j)) best_full = std::max(best_full, score);
				contradicted = contradicted || verdict_of(score) == Verdict::different;
			}
		}
		return contradicted ? best_full : best;
	}

	bool alive(std::size_t cluster) { return m_clusters.find(cluster) == cluster; }

	/// The cluster of the smaller unit takes the other; what speaks for or against either does so for both.
	void merge(std::size_t a, std::size_t b) {
		if (a > b) std::swap(a, b);
		m_clusters.join(a, b);
		m_known[a] = m_known[a] || m_known[b];
		for (std::size_t z = 0; z < m_units.size(); ++z) {
			if (z == a || z == b) continue;
			m_scores.set(a, z, std::max(m_scores(a, z), m_scores(b, z)));
			m_blocked.set(a, z, m_blocked(a, z) | m_blocked(b, z));
			m_bonded.set(a, z, m_bonded(a, z) | m_bonded(b, z));
		}
	}

	/// Is there another cluster that `a` could be as well as `b`, and that cannot be `b`?
	bool has_rival(std::size_t a, std::size_t b, double score) {
		for (std::size_t z = 0; z < m_units.size(); ++z) {
			if (z == a || z == b || !alive(z) || m_blocked(a, z) != 0 || m_blocked(b, z) == 0) continue;
			if (m_scores(a, z) >= score - k_rival_margin) return true;
		}
		return false;
	}

	struct Edge {
		std::size_t a;
		std::size_t b;
		double score;
	};

	/// The pairs of clusters from a score on that `admits` takes, the likeliest first.
	template <typename Admits>
	std::vector<Edge> edges_from(double score, Admits admits) {
		std::vector<Edge> edges;
		for (std::size_t a = 0; a < m_units.size(); ++a) {
			if (!alive(a)) continue;
			for (std::size_t b = a + 1; b < m_units.size(); ++b) {
				if (!alive(b) || m_blocked(a, b) != 0 || m_scores(a, b) < score) continue;
				if (admits(a, b)) edges.push_back({a, b, m_scores(a, b)});
			}
		}
		std::ranges::stable_sort(edges, [](const Edge& x, const Edge& y) { return x.score > y.score; });
		return edges;
	}

	void join_edges(const std::vector<Edge>& edges) {
		for (const auto& edge : edges) {
			const auto a = m_clusters.find(edge.a);
			const auto b = m_clusters.find(edge.b);
			if (a == b || m_blocked(a, b) != 0) continue;
			if (!has_rival(a, b, edge.score) && !has_rival(b, a, edge.score)) merge(a, b);
		}
	}

	void join_sure() {
		join_edges(edges_from(k_same_from, [](std::size_t, std::size_t) { return true; }));
	}

	/// Names without a body, each to the one person known by a body that it can be.
	void join_lone() {
		std::vector<std::pair<std::size_t, std::size_t>> plans;
		for (std::size_t u = 0; u < m_units.size(); ++u) {
			if (!alive(u) || m_known[u]) continue;
			std::vector<std::size_t> candidates;
			for (std::size_t z = 0; z < m_units.size(); ++z) {
				if (z != u && alive(z) && m_known[z] && m_blocked(u, z) == 0 && m_scores(u, z) >= k_lone_from)
					candidates.push_back(z);
			}
			if (candidates.size() == 1) plans.emplace_back(u, candidates.front());
		}
		for (const auto& plan : plans) {
			const auto a = m_clusters.find(plan.first);
			const auto b = m_clusters.find(plan.second);
			if (a != b && m_blocked(a, b) == 0) merge(a, b);
		}
	}

	/// Names without a body that nobody known by a body can be, among themselves.
	void join_nameless_posts() {
		std::vector<bool> free(m_units.size(), false);
		for (std::size_t u = 0; u < m_units.size(); ++u) {
			if (!alive(u) || m_known[u]) continue;
			free[u] = true;
			for (std::size_t z = 0; z < m_units.size() && free[u]; ++z) {
				const bool fits = z != u && alive(z) && m_known[z] && m_blocked(u, z) == 0;
				if (fits && m_scores(u, z) >= k_lone_from) free[u] = false;
			}
		}
		join_edges(edges_from(k_lone_from, [&](std::size_t a, std::size_t b) { return free[a] && free[b]; }));
	}

	void propose(Persons& out) {
		std::vector<std::size_t> cluster_of;  // by person
		for (std::size_t u = 0; u < m_units.size(); ++u) {
			if (alive(u)) cluster_of.push_back(u);
		}
		// Many who share a common name make very many pairs: only what is shown is worked out.
		struct Candidate {
			double score;
			std::uint32_t x;
			std::uint32_t y;
		};
		std::vector<Candidate> all;
		for (std::uint32_t x = 0; x < cluster_of.size(); ++x) {
			for (std::uint32_t y = x + 1; y < cluster_of.size(); ++y) {
				const auto a = cluster_of[x];
				const auto b = cluster_of[y];
				const double score = m_scores(a, b);
				if (m_bonded(a, b) != 0 || score < (m_blocked(a, b) != 0 ? k_same_from : k_unsure_from)) continue;
				all.push_back({score, x, y});
			}
		}
		std::ranges::stable_sort(all, [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
		std::vector<std::size_t> shown(out.persons.size(), 0);
		for (const auto& [score, x, y] : all) {
			if (shown[x] >= k_most_unsure && shown[y] >= k_most_unsure) continue;
			++shown[x];
			++shown[y];
			const auto pair = closest(out.persons[x], out.persons[y]);
			auto opinion = m_compare(pair.first, pair.second);
			if (verdict_of(opinion.score) == Verdict::same) {
				const bool contradicted = m_blocked(cluster_of[x], cluster_of[y]) != 0;
				opinion = {0.79, contradicted ? "person-contradicted" : "person-rivals"};
			}
			out.unsure.push_back({pair, {Verdict::unsure, opinion.score, std::string(opinion.reason)}});
		}
	}

	/// The two mentions that speak most for two persons being one.
	MentionPair closest(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) const {
		MentionPair best{a.front(), b.front()};
		double score = -1;
		for (const auto i : a) {
			for (const auto j : b) {
				const double s = m_compare(i, j).score;
				if (s <= score) continue;
				best = {i, j};
				score = s;
			}
		}
		return best;
	}

	Comparer m_compare;
	std::vector<std::vector<std::size_t>> m_units;
	std::vector<std::size_t> m_unit_of;  ///< by mention
	std::vector<bool> m_known;           ///< by cluster: some mention tells a body
	Square<double> m_scores;
	Square<std::uint8_t> m_blocked;  ///< contradicts, or was told apart
	Square<std::uint8_t> m_bonded;   ///< was told apart
	Sets m_clusters{0};
};

auto content_of(const PersonMention& m) {
	return std::tie(m.name, m.country, m.rank, m.title, m.bodies, m.first, m.last);
}

/// The places of mentions that may be one person with each other, each part in the order of `order`.
std::vector<std::vector<std::size_t>> parts_of(std::span<const PersonMention> mentions,
                                               const std::vector<std::size_t>& order, const PersonBonds& bonds) {
	std::map<std::pair<std::string_view, std::string_view>, std::size_t> known;
	std::vector<FullName> names;
	std::vector<std::size_t> name_of;
	name_of.reserve(mentions.size());
	for (const PersonMention& mention : mentions) {
		const std::string_view country = mention.country ? std::string_view(*mention.country) : "";
		const auto [name, is_new] = known.try_emplace({mention.name, country}, names.size());
		if (is_new) names.emplace_back(mention.name, country);
		name_of.push_back(name->second);
	}
	const std::vector<std::size_t> groups = FullName::groups_of(names);
	// What a person said is one belongs together whatever the names.
	Sets sets(names.size());
	for (std::size_t i = 0; i < names.size(); ++i) sets.join(i, groups[i]);
	for (const auto& pair : bonds.same) sets.join(name_of[pair.first], name_of[pair.second]);
	std::vector<std::vector<std::size_t>> parts;
	constexpr auto k_none = static_cast<std::size_t>(-1);
	std::vector<std::size_t> part_of(names.size(), k_none);
	for (const std::size_t i : order) {
		std::size_t& part = part_of[sets.find(name_of[i])];
		if (part == k_none || parts[part].size() == k_most_compared) {
			part = parts.size();
			parts.emplace_back();
		}
		parts[part].push_back(i);
	}
	return parts;
}

}  // namespace

Persons join_persons(std::span<const PersonMention> mentions, const PersonBonds& bonds) {
	std::vector<std::size_t> order(mentions.size());
	std::iota(order.begin(), order.end(), 0);
	std::ranges::stable_sort(
	    order, [&](std::size_t a, std::size_t b) { return content_of(mentions[a]) < content_of(mentions[b]); });
	Sets sets(mentions.size());
	Persons out;
	std::vector<std::size_t> place(mentions.size(), mentions.size());
	for (const std::vector<std::size_t>& members : parts_of(mentions, order, bonds)) {
		std::vector<const PersonMention*> part;
		for (const std::size_t i : members) {
			place[i] = part.size();
			part.push_back(&mentions[i]);
		}
		const auto inside = [&](const std::vector<MentionPair>& pairs) {
			std::vector<MentionPair> kept;
			for (const auto& pair : pairs) {
				if (place[pair.first] < part.size() && place[pair.second] < part.size()) {
					kept.emplace_back(place[pair.first], place[pair.second]);
				}
			}
			return kept;
		};
		auto found = Joiner(part, {inside(bonds.same), inside(bonds.different)}).run();
		for (const auto& person : found.persons) {
			for (const auto i : person) sets.join(members[person.front()], members[i]);
		}
		for (auto& unsure : found.unsure) {
			const auto a = members[unsure.pair.first];
			const auto b = members[unsure.pair.second];
			unsure.pair = {std::min(a, b), std::max(a, b)};
			out.unsure.push_back(std::move(unsure));
		}
		for (const std::size_t i : members) place[i] = mentions.size();
	}
	for (const auto& pair : bonds.same) sets.join(pair.first, pair.second);
	std::erase_if(out.unsure,
	              [&](const Persons::Unsure& u) { return sets.find(u.pair.first) == sets.find(u.pair.second); });
	std::ranges::stable_sort(out.unsure, [](const Persons::Unsure& a, const Persons::Unsure& b) {
		return a.proposal.score > b.proposal.score;
	});

	std::vector<std::size_t> person_of(mentions.size());
	for (std::size_t i = 0; i < mentions.size(); ++i) {
		const auto first = sets.find(i);
		person_of[i] = first == i ? out.persons.size() : person_of[first];
		if (first == i) out.persons.emplace_back();
		out.persons[person_of[i]].push_back(i);
	}
	return out;
}

}  // namespace bienban::naming
