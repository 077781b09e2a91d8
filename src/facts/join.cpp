#include "facts/join.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

#include "facts/bits.hpp"
#include "facts/compare.hpp"
#include "facts/reasons.hpp"

namespace bienban::facts {

namespace {

/// A claim that fits two facts with scores this close fits both equally well.
constexpr int k_margin = 3;

struct Edge {
	std::uint32_t a = 0;
	std::uint32_t b = 0;
	Judgement judgement;
};

/// Joins claims in the order of what they say; numbers from here on are places in that order.
class Joiner {
public:
	Joiner(std::span<const Claim> claims, const Bonds& bonds) : m_claims(claims), m_size(claims.size()) {
		sort_by_content();
		read_bonds(bonds);
		join_decided(bonds);
		compare_all();
		loosen_decided();
	}

	Joined run() {
		for (const int level : levels()) join_level(level);
		join_loose();
		return collect();
	}

private:
	void sort_by_content() {
		m_order.resize(m_size);
		std::iota(m_order.begin(), m_order.end(), std::size_t{0});
		m_signatures.reserve(m_size);
		for (const Claim& claim : m_claims) m_signatures.push_back(signature_of(claim));
		std::ranges::stable_sort(m_order, {}, [&](std::size_t i) -> const std::string& { return m_signatures[i]; });
		m_rank.resize(m_size);
		for (std::size_t i = 0; i < m_size; ++i) m_rank[m_order[i]] = static_cast<std::uint32_t>(i);
		m_content.assign(m_size, 0);
		for (std::size_t i = 1; i < m_size; ++i) {
			const bool same = m_signatures[m_order[i]] == m_signatures[m_order[i - 1]];
			m_content[i] = m_content[i - 1] + (same ? 0 : 1);
		}
		m_features.reserve(m_size);
		for (const std::size_t i : m_order) m_features.push_back(features_of(m_claims[i], m_names));
		m_root.resize(m_size);
		std::iota(m_root.begin(), m_root.end(), std::uint32_t{0});
		m_members = BitRows(m_size);
		for (std::uint32_t i = 0; i < m_size; ++i) m_members.set(i, i);
		m_level.reserve(m_size);
		for (const Features& features : m_features) m_level.push_back(features.vagueness);
	}

	void read_bonds(const Bonds& bonds) {
		m_decided = BitRows(m_size);
		for (const auto* list : {&bonds.apart, &bonds.told_apart}) {
			for (const Pair& pair : *list) m_decided.set_both(m_rank[pair.first], m_rank[pair.second]);
		}
	}

	/// What a person put together comes first. It outranks what one document tells apart, but not a person's "apart".
	void join_decided(const Bonds& bonds) {
		if (bonds.together.empty()) return;
		BitRows apart(m_size);
		for (const Pair& pair : bonds.apart) apart.set_both(m_rank[pair.first], m_rank[pair.second]);
		std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
		for (const Pair& pair : bonds.together) {
			pairs.emplace_back(std::minmax({m_rank[pair.first], m_rank[pair.second]}));
		}
		std::ranges::sort(pairs);
		for (const auto& [a, b] : pairs) {
			const auto x = root_of(a);
			const auto y = root_of(b);
			if (x == y || apart.meets(x, m_members, y)) continue;
			Judgement judgement;
			judgement.ground = Ground::decided;
			judgement.score = 100;
			judgement.verdict = Verdict::same;
			m_decided_together = true;
			unite(x, y, {.a = a, .b = b, .judgement = judgement});
			const auto root = root_of(x);
			apart.merge(root, root == x ? y : x);
		}
	}

	void compare_all() {
		m_hard = BitRows(m_size);
		m_soft = BitRows(m_size);
		m_disagree = BitRows(m_size);
		for (std::uint32_t a = 0; a < m_size; ++a) {
			for (std::uint32_t b = a + 1; b < m_size; ++b) {
				auto judgement = judge(m_features[a], m_features[b], m_names);
				if (m_content[a] == m_content[b]) {
					judgement = {.verdict = Verdict::same, .ground = Ground::none, .score = 100, .conflict = false};
				}
				switch (judgement.verdict) {
					case Verdict::open: break;
					case Verdict::different:
						m_hard.set_both(a, b);
						m_disagree.set_both(a, b);
						break;
					case Verdict::doubtful:
						m_soft.set_both(a, b);
						m_disagree.set_both(a, b);
						if (judgement.score >= k_likely) m_likely.push_back({a, b, judgement});
						break;
					case Verdict::likely: m_likely.push_back({a, b, judgement}); break;
					case Verdict::same:
						if (judgement.conflict) m_disagree.set_both(a, b);
						(m_features[a].loose == m_features[b].loose ? m_edges : m_loose).push_back({a, b, judgement});
						break;
				}
			}
		}
		sort_edges(m_edges);
		sort_edges(m_loose);
	}

	/// The best first; within one score the edges stay in the order of content.
	static void sort_edges(std::vector<Edge>& edges) {
		std::array<std::size_t, 102> begin{};
		for (const Edge& edge : edges) ++begin[101 - static_cast<std::size_t>(edge.judgement.score)];
		std::partial_sum(begin.begin(), begin.end(), begin.begin());
		std::vector<Edge> sorted(edges.size());
		for (const Edge& edge : edges) sorted[begin[100 - static_cast<std::size_t>(edge.judgement.score)]++] = edge;
		edges = std::move(sorted);
	}

	/// A claim that the rules would keep from one member of what a person put together may still join the others: only
	/// what contradicts all of them stays out.
	void loosen_decided() {
		if (!m_decided_together) return;
		std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
		for (std::uint32_t a = 0; a < m_size; ++a) groups[root_of(a)].push_back(a);
		for (const auto& [root, members] : groups) {
			if (members.size() < 2) continue;
			int level = m_level[root];
			for (const auto member : members) level = std::min(level, m_level[member]);
			for (std::uint32_t other = 0; other < m_size; ++other) {
				std::size_t kept_out = 0;
				for (const auto member : members) kept_out += m_hard.get(member, other) ? 1 : 0;
				if (kept_out == members.size()) continue;
				for (const auto member : members) m_hard.clear_both(member, other);
			}
			for (const auto member : members) m_level[member] = level;
		}
		for (const auto& [root, members] : groups) {
			for (const auto member : members) merge_rows(root, member);
		}
	}

	void merge_rows(std::uint32_t root, std::uint32_t other) {
		m_hard.merge(root, other);
		m_soft.merge(root, other);
		m_decided.merge(root, other);
	}

	std::vector<int> levels() const {
		std::vector<int> levels = m_level;
		std::ranges::sort(levels);
		levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
		return levels;
	}

	std::uint32_t root_of(std::uint32_t a) const {
		while (m_root[a] != a) a = m_root[a];
		return a;
	}

	/// Whether nothing forbids that the facts of the two ends become one.
	bool may_unite(std::uint32_t x, std::uint32_t y, const Edge& edge) const {
		if (m_hard.meets(x, m_members, y) || m_decided.meets(x, m_members, y)) return false;
		// A disagreement that one of the facts holds already is no new one: each pair that disagrees is seen from both
		// sides, and either may explain it.
		return !m_soft.meets_besides(x, m_members, y, m_disagree, edge.a, edge.b) ||
		       !m_soft.meets_besides(y, m_members, x, m_disagree, edge.a, edge.b);
	}

	void unite(std::uint32_t x, std::uint32_t y, const Edge& edge) {
		if (y < x) std::swap(x, y);
		m_root[y] = x;
		m_members.merge(x, y);
		if (!m_hard.empty()) merge_rows(x, y);
		m_links.push_back(edge);
	}

	/// Lets the claims of one level of vagueness join the facts made of exacter ones, then each other.
	void join_level(int level) {
		const auto of_level = [&](std::uint32_t a) { return m_level[a] == level; };
		std::vector<std::uint32_t> roots(m_size);
		std::vector<bool> anchored(m_size, false);
		for (std::uint32_t a = 0; a < m_size; ++a) {
			roots[a] = root_of(a);
			if (m_level[a] < level) anchored[roots[a]] = true;
		}
		std::vector<const Edge*> here;
		for (const Edge& edge : m_edges) {
			const int highest = std::max(m_level[edge.a], m_level[edge.b]);
			if (highest == level) here.push_back(&edge);
		}
		// The best exacter fact for each claim, and whether another is as good.
		struct Choice {
			const Edge* best = nullptr;
			std::uint32_t root = 0;
			bool torn = false;
		};
		std::vector<Choice> choices(m_size);
		for (const Edge* edge : here) {
			const bool a_here = of_level(edge->a) && !anchored[roots[edge->a]];
			const bool b_here = of_level(edge->b) && !anchored[roots[edge->b]];
			if (a_here == b_here) continue;
			const auto vague = a_here ? roots[edge->a] : roots[edge->b];
			const auto fact = a_here ? roots[edge->b] : roots[edge->a];
			if (!may_unite(vague, fact, *edge)) continue;
			Choice& choice = choices[vague];
			if (choice.best == nullptr) {
				choice.best = edge;
				choice.root = fact;
			} else if (fact != choice.root && edge->judgement.score + k_margin >= choice.best->judgement.score) {
				choice.torn = true;
			}
		}
		// Between two facts a claim says nothing for one of them: it stays by itself, and a person is asked.
		for (const Edge* edge : here) {
			for (const auto end : {edge->a, edge->b}) {
				const auto vague = roots[end];
				const Choice& choice = choices[vague];
				if (choice.best != edge || choice.torn) continue;
				const auto x = root_of(vague);
				const auto y = root_of(choice.root);
				if (x != y && may_unite(x, y, *edge)) unite(x, y, *edge);
			}
		}
		std::vector<bool> bound = anchored;
		for (std::uint32_t a = 0; a < m_size; ++a) {
			if (anchored[roots[a]]) bound[root_of(a)] = true;
		}
		for (const Edge* edge : here) {
			const auto x = root_of(edge->a);
			const auto y = root_of(edge->b);
			if (x == y || (bound[x] && bound[y])) continue;
			// Those that are torn keep to themselves; what is exacter was chosen above.
			if (!of_level(edge->a) || !of_level(edge->b)) continue;
			if (choices[roots[edge->a]].torn != choices[roots[edge->b]].torn) continue;
			if (!may_unite(x, y, *edge)) continue;
			const bool either = bound[x] || bound[y];
			unite(x, y, *edge);
			bound[root_of(x)] = either;
		}
	}

	/// Lets the facts of which all reports name one side by its province alone join the one fact that tells the body.
	/// It comes last, with whole facts: what one of its reports tells apart keeps all of them out, and none is a bridge
	/// between two bodies.
	void join_loose() {
		struct Choice {
			const Edge* best = nullptr;
			std::uint32_t root = 0;
			bool torn = false;
		};
		std::map<std::uint32_t, Choice> choices;
		for (const Edge& edge : m_loose) {
			const bool a_loose = m_features[edge.a].loose;
			const auto loose = root_of(a_loose ? edge.a : edge.b);
			const auto fact = root_of(a_loose ? edge.b : edge.a);
			if (loose == fact || !may_unite(loose, fact, edge)) continue;
			Choice& choice = choices[loose];
			if (choice.best == nullptr) {
				choice.best = &edge;
				choice.root = fact;
			} else if (fact != choice.root && edge.judgement.score + k_margin >= choice.best->judgement.score) {
				choice.torn = true;
			}
		}
		std::vector<Choice> chosen;
		for (const auto& [loose, choice] : choices) {
			if (!choice.torn) chosen.push_back(choice);
		}
		std::ranges::sort(chosen, {}, &Choice::best);
		for (const Choice& choice : chosen) {
			const auto x = root_of(choice.best->a);
			const auto y = root_of(choice.best->b);
			if (x != y && may_unite(x, y, *choice.best)) unite(x, y, *choice.best);
		}
	}

	/// The reason names the claims in the order of what they say, so that it does not hang on the caller's order.
	Link link_of(const Edge& edge) const {
		const auto first = m_order[edge.a];
		const auto second = m_order[edge.b];
		return {.pair = std::minmax({first, second}),
		        .reason = reason_of(m_claims[first], m_claims[second], edge.judgement)};
	}

	Joined collect() const {
		Joined joined;
		std::map<std::uint32_t, std::size_t> fact_of;
		for (std::size_t i = 0; i < m_size; ++i) {
			const auto [at, added] = fact_of.try_emplace(root_of(m_rank[i]), joined.facts.size());
			if (added) joined.facts.emplace_back();
			joined.facts[at->second].push_back(i);
		}
		for (const Edge& edge : m_links) joined.links.push_back(link_of(edge));
		std::ranges::sort(joined.links, {}, &Link::pair);
		collect_unsure(joined);
		return joined;
	}

	/// The best pair between each two facts that are nearly one, the likeliest first.
	void collect_unsure(Joined& joined) const {
		std::map<std::pair<std::uint32_t, std::uint32_t>, const Edge*> best;
		const auto offer = [&](const Edge& edge) {
			const std::pair<std::uint32_t, std::uint32_t> ends = std::minmax({root_of(edge.a), root_of(edge.b)});
			if (ends.first == ends.second) return;
			if (m_hard.meets(ends.first, m_members, ends.second)) return;
			if (m_decided.meets(ends.first, m_members, ends.second)) return;
			const Edge*& place = best[ends];
			if (place == nullptr || edge.judgement.score > place->judgement.score) place = &edge;
		};
		for (const Edge& edge : m_edges) offer(edge);
		for (const Edge& edge : m_loose) offer(edge);
		for (const Edge& edge : m_likely) offer(edge);
		std::vector<const Edge*> edges;
		for (const auto& [ends, edge] : best) edges.push_back(edge);
		std::ranges::stable_sort(edges,
		                         [](const Edge* x, const Edge* y) { return x->judgement.score > y->judgement.score; });
		for (const Edge* edge : edges) joined.unsure.push_back(link_of(*edge));
	}

	std::span<const Claim> m_claims;
	std::size_t m_size;
	std::vector<std::string> m_signatures;  ///< by the caller's order
	std::vector<std::size_t> m_order;       ///< the caller's place of each claim
	std::vector<std::uint32_t> m_rank;      ///< and back
	std::vector<std::uint32_t> m_content;   ///< equal for claims of one signature
	Names m_names;
	std::vector<Features> m_features;
	std::vector<int> m_level;
	std::vector<std::uint32_t> m_root;
	BitRows m_members;
	BitRows m_hard;      ///< never one, by the rules
	BitRows m_soft;      ///< not one through a third
	BitRows m_disagree;  ///< contradict each other, one fact or not
	BitRows m_decided;   ///< never one, by a person or a document
	bool m_decided_together = false;
	std::vector<Edge> m_edges;
	std::vector<Edge> m_loose;  ///< between a claim that names one side by its province and one that does not
	std::vector<Edge> m_likely;
	std::vector<Edge> m_links;
};

}  // namespace

Joined join(std::span<const Claim> claims, const Bonds& bonds) {
	if (claims.empty()) return {};
	return Joiner(claims, bonds).run();
}

}  // namespace bienban::facts
