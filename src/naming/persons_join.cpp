#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>

#include "naming/known_persons.hpp"
#include "naming/sets.hpp"

namespace bienban::naming {
namespace {

/// From this score on a mention that tells no body joins the one person it can be.
constexpr double k_lone_from = 0.6;
/// A candidate that fits nearly as well as another is its rival.
constexpr double k_rival_margin = 0.03;
/// So many proposals for one person at most: more would hide each other.
constexpr std::size_t k_most_unsure = 8;
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

/// Mentions with what comparing them needs, each pair of distinct names and of distinct bodies looked at only once.
class Comparer {
public:
	Comparer(const std::vector<const KnownMention*>& mentions, const RelatedNames& names)
	    : m_mentions(mentions), m_names(names), m_relations(0, k_unseen) {
		std::unordered_map<const char*, std::uint32_t> numbers;  // one text is held in one place
		for (std::size_t i = 0; i < mentions.size(); ++i) {
			m_with_name[mentions[i]->name].push_back(i);
			m_bodies_of.emplace_back();
			for (const std::string_view held : mentions[i]->traits.bodies) {
				const auto body = numbers.try_emplace(held.data(), static_cast<std::uint32_t>(m_bodies.size()));
				if (body.second) m_bodies.push_back(held);
				m_bodies_of.back().push_back(body.first->second);
			}
		}
		m_relations = Square<std::uint8_t>(m_bodies.size(), k_unseen);
	}

	Opinion operator()(std::size_t a, std::size_t b) {
		return weigh(m_mentions[a]->traits, m_mentions[b]->traits, match(a, b), relate_posts(a, b));
	}
	bool full_names(std::size_t a, std::size_t b) const { return match(a, b).relation == NameRelation::full; }
	bool tells_body(std::size_t mention) const { return !m_bodies_of[mention].empty(); }

	/// Calls `take` with each other mention whose name is related: all others are different by their names.
	template <typename Take>
	void each_related(std::size_t mention, Take&& take) const {
		const std::uint32_t name = m_mentions[mention]->name;
		const auto all_with = [&](std::uint32_t other) {
			const auto with = m_with_name.find(other);
			if (with == m_with_name.end()) return;
			for (const std::size_t i : with->second) {
				if (i != mention) take(i);
			}
		};
		all_with(name);
		for (const RelatedNames::Relation& relation : m_names.related(name)) all_with(relation.other);
	}

private:
	static constexpr std::uint8_t k_unseen = 0xFF;

	NameMatch match(std::size_t a, std::size_t b) const {
		return m_names.match(m_mentions[a]->name, m_mentions[b]->name);
	}

	BodyRelation relate_posts(std::size_t a, std::size_t b) {
		auto closest = BodyRelation::unknown;
		for (const auto x : m_bodies_of[a]) {
			for (const auto y : m_bodies_of[b]) {
				std::uint8_t relation = m_relations(x, y);
				if (relation == k_unseen) {
					relation = static_cast<std::uint8_t>(relate_bodies(m_bodies[x], m_bodies[y]));
					m_relations.set(x, y, relation);
				}
				closest = std::max(closest, static_cast<BodyRelation>(relation));
			}
		}
		return closest;
	}

	const std::vector<const KnownMention*>& m_mentions;
	const RelatedNames& m_names;
	std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_with_name;
	std::vector<std::string_view> m_bodies;
	std::vector<std::vector<std::uint32_t>> m_bodies_of;
	Square<std::uint8_t> m_relations;
};

/// What is known of pairs of clusters. Only pairs that may be one, or that somebody told apart, are held: any other has
/// no score and is blocked. In a large register a block has thousands of mentions, each of which may be one with a few.
class Pairs {
public:
	struct Cell {
		std::size_t other = 0;
		double score = 0;
		bool blocked = true;  ///< contradicts, or was told apart
		bool bonded = false;  ///< was told apart
	};

	explicit Pairs(std::size_t size) : m_rows(size) {}

	/// In rising order of the other cluster.
	std::span<const Cell> row(std::size_t cluster) const { return m_rows[cluster]; }
	Cell of(std::size_t a, std::size_t b) const {
		const auto place = place_of(m_rows[a], b);
		return place != m_rows[a].end() && place->other == b ? *place : Cell{.other = b};
	}
	void set(std::size_t a, std::size_t b, Cell cell) {
		cell.other = b;
		put(m_rows[a], cell);
		cell.other = a;
		put(m_rows[b], cell);
	}
	/// What speaks for or against either speaks for or against both, henceforth as `a`.
	void merge(std::size_t a, std::size_t b) {
		std::vector<Cell> both;
		std::ranges::set_union(m_rows[a], m_rows[b], std::back_inserter(both), {}, &Cell::other, &Cell::other);
		for (const Cell& one : both) {
			if (one.other == a || one.other == b) continue;
			const Cell of_a = of(a, one.other);
			const Cell of_b = of(b, one.other);
			set(a, one.other,
			    {.score = std::max(of_a.score, of_b.score),
			     .blocked = of_a.blocked || of_b.blocked,
			     .bonded = of_a.bonded || of_b.bonded});
		}
	}

private:
	using Row = std::vector<Cell>;
	static Row::const_iterator place_of(const Row& row, std::size_t other) {
		return std::ranges::lower_bound(row, other, {}, &Cell::other);
	}
	static void put(Row& row, const Cell& cell) {
		const auto place = row.begin() + (place_of(row, cell.other) - row.cbegin());
		if (place != row.end() && place->other == cell.other) {
			*place = cell;
		} else {
			row.insert(place, cell);
		}
	}

	std::vector<Row> m_rows;
};

/// The joining itself. Works on units, the mentions that a person said are one: for any other unit one of them speaks
/// for all, or a decision that joins two posts would keep everything else away from both. Units and mentions are
/// numbered in the order of what they say, so that the order in which they came is of no weight.
class Joiner {
public:
	Joiner(Comparer compare, std::size_t mentions, const PersonBonds& bonds)
	    : m_compare(std::move(compare)), m_unit_of(mentions) {
		make_units(mentions, bonds.same);
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
		m_pairs = Pairs(count);
		m_clusters = Sets(count);
		for (const auto& pair : different) {
			const auto a = m_unit_of[pair.first];
			const auto b = m_unit_of[pair.second];
			// What a person put together outranks a document that told it apart.
			if (a != b) m_pairs.set(a, b, {.score = 0, .blocked = true, .bonded = true});
		}
		for (std::size_t u = 0; u < count; ++u) {
			m_known.push_back(std::ranges::any_of(m_units[u], [&](std::size_t i) { return m_compare.tells_body(i); }));
			std::vector<std::size_t> others;
			for (const std::size_t i : m_units[u]) {
				m_compare.each_related(i, [&](std::size_t j) {
					if (m_unit_of[j] < u) others.push_back(m_unit_of[j]);
				});
			}
			std::ranges::sort(others);
			others.erase(std::unique(others.begin(), others.end()), others.end());
			for (const std::size_t v : others) {
				const double score = score_of(u, v);
				if (verdict_of(score) == Verdict::different) continue;
				const bool bonded = m_pairs.of(u, v).bonded;
				m_pairs.set(u, v, {.score = score, .blocked = bonded, .bonded = bonded});
			}
		}
	}

	/// The best that any of their mentions say for two units. Where others contradict, a part of a name says nothing:
	/// "Xòn My Xay", once decided to be one of two who end so, is not the other.
	double score_of(std::size_t u, std::size_t v) {
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
		m_pairs.merge(a, b);
	}

	/// Is there another cluster that `a` could be as well as `b`, and that cannot be `b`?
	bool has_rival(std::size_t a, std::size_t b, double score) {
		return std::ranges::any_of(m_pairs.row(a), [&](const Pairs::Cell& z) {
			return z.other != b && !z.blocked && z.score >= score - k_rival_margin && alive(z.other) &&
			       m_pairs.of(b, z.other).blocked;
		});
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
			for (const Pairs::Cell& b : m_pairs.row(a)) {
				if (b.other <= a || b.blocked || b.score < score || !alive(b.other)) continue;
				if (admits(a, b.other)) edges.push_back({a, b.other, b.score});
			}
		}
		std::ranges::stable_sort(edges, [](const Edge& x, const Edge& y) { return x.score > y.score; });
		return edges;
	}

	void join_edges(const std::vector<Edge>& edges) {
		for (const auto& edge : edges) {
			const auto a = m_clusters.find(edge.a);
			const auto b = m_clusters.find(edge.b);
			if (a == b || m_pairs.of(a, b).blocked) continue;
			if (!has_rival(a, b, edge.score) && !has_rival(b, a, edge.score)) merge(a, b);
		}
	}

	void join_sure() {
		join_edges(edges_from(k_same_from, [](std::size_t, std::size_t) { return true; }));
	}

	/// Is that a person known by a body, whom somebody without one can be?
	bool can_be(const Pairs::Cell& z) {
		return !z.blocked && z.score >= k_lone_from && m_known[z.other] && alive(z.other);
	}

	/// Names without a body, each to the one person known by a body that it can be.
	void join_lone() {
		std::vector<std::pair<std::size_t, std::size_t>> plans;
		for (std::size_t u = 0; u < m_units.size(); ++u) {
			if (!alive(u) || m_known[u]) continue;
			std::vector<std::size_t> candidates;
			for (const Pairs::Cell& z : m_pairs.row(u)) {
				if (can_be(z)) candidates.push_back(z.other);
			}
			if (candidates.size() == 1) plans.emplace_back(u, candidates.front());
		}
		for (const auto& plan : plans) {
			const auto a = m_clusters.find(plan.first);
			const auto b = m_clusters.find(plan.second);
			if (a != b && !m_pairs.of(a, b).blocked) merge(a, b);
		}
	}

	/// Names without a body that nobody known by a body can be, among themselves.
	void join_nameless_posts() {
		std::vector<bool> free(m_units.size(), false);
		for (std::size_t u = 0; u < m_units.size(); ++u) {
			if (!alive(u) || m_known[u]) continue;
			free[u] = std::ranges::none_of(m_pairs.row(u), [&](const Pairs::Cell& z) { return can_be(z); });
		}
		join_edges(edges_from(k_lone_from, [&](std::size_t a, std::size_t b) { return free[a] && free[b]; }));
	}

	void propose(Persons& out) {
		std::vector<std::size_t> cluster_of;  // by person
		std::vector<std::uint32_t> person_of(m_units.size());
		for (std::size_t u = 0; u < m_units.size(); ++u) {
			if (!alive(u)) continue;
			person_of[u] = static_cast<std::uint32_t>(cluster_of.size());
			cluster_of.push_back(u);
		}
		// Many who share a common name make very many pairs: only what is shown is worked out.
		struct Candidate {
			double score;
			std::uint32_t x;
			std::uint32_t y;
		};
		std::vector<Candidate> all;
		for (std::uint32_t x = 0; x < cluster_of.size(); ++x) {
			for (const Pairs::Cell& b : m_pairs.row(cluster_of[x])) {
				if (b.other <= cluster_of[x] || b.bonded || !alive(b.other)) continue;
				if (b.score >= (b.blocked ? k_same_from : k_unsure_from))
					all.push_back({b.score, x, person_of[b.other]});
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
				const bool contradicted = m_pairs.of(cluster_of[x], cluster_of[y]).blocked;
				opinion = {0.79, contradicted ? "person-contradicted" : "person-rivals"};
			}
			out.unsure.push_back({pair, {Verdict::unsure, opinion.score, std::string(opinion.reason)}});
		}
	}

	/// The two mentions that speak most for two persons being one.
	MentionPair closest(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
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
	Pairs m_pairs{0};
	Sets m_clusters{0};
};

}  // namespace

Persons join_part(const std::vector<const KnownMention*>& mentions, const RelatedNames& names,
                  const PersonBonds& bonds) {
	return Joiner({mentions, names}, mentions.size(), bonds).run();
}

}  // namespace bienban::naming
