#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace bienban::lexicon {
namespace {

/// Entries are at most this many syllables long; bounds the walk at each token.
constexpr std::uint32_t k_longest = 16;

std::size_t slot_of(std::uint32_t node, text::SyllableId id) {
	const auto h = (static_cast<std::uint64_t>(node) << 32U | id) * 0x9E3779B97F4A7C15ULL;
	return static_cast<std::size_t>(h >> 40U);
}

bool may_span_comma(EntryClass cls) {
	return cls == EntryClass::theme || cls == EntryClass::cue || cls == EntryClass::unit ||
	       cls == EntryClass::instrument;
}

/// May a phrase go on behind this mark? The phrase in the table has no marks, so "Luông-pha-băng", "Thừa Thiên - Huế",
/// "phòng, chống" and "lượt/người" are found as if they had none.
bool may_join(const text::Token& mark, const text::Token& before) {
	switch (mark.mark) {
		case '-':
		case ',':
		case '&': return true;
		case '/': return !mark.space_before;
		case '.': return before.end - before.begin <= 3 && before.capital;
		default: return false;
	}
}

}  // namespace

std::uint32_t Lexicon::child(std::uint32_t node, text::SyllableId id) const {
	if (node == 0) return id < m_roots.size() ? m_roots[id] : 0;
	const auto mask = m_edges.size() - 1;
	for (auto at = slot_of(node, id) & mask;; at = (at + 1) & mask) {
		const auto& edge = m_edges[at];
		if (edge.from == node && edge.syllable == id) return edge.node;
		if (edge.from == 0) return 0;
	}
}

std::uint32_t Lexicon::add_child(std::uint32_t node, text::SyllableId id) {
	const auto child = static_cast<std::uint32_t>(m_nodes.size());
	m_nodes.emplace_back();
	m_nodes[node].children |= std::uint64_t{1} << (id & 63U);
	if (node == 0) {
		if (id >= m_roots.size()) m_roots.resize(id + 1, 0);
		m_roots[id] = child;
		return child;
	}
	if (++m_edge_count * 2 > m_edges.size()) {
		const auto edges = std::exchange(m_edges, std::vector<Edge>(m_edges.size() * 2));
		for (const auto& edge : edges) {
			if (edge.from != 0) insert_edge(edge);
		}
	}
	insert_edge({node, id, child});
	return child;
}

void Lexicon::insert_edge(const Edge& edge) {
	const auto mask = m_edges.size() - 1;
	auto at = slot_of(edge.from, edge.syllable) & mask;
	while (m_edges[at].from != 0) at = (at + 1) & mask;
	m_edges[at] = edge;
}

void Lexicon::match(const std::vector<text::Token>& tokens, std::vector<Match>& out) const {
	const auto n = static_cast<std::uint32_t>(tokens.size());
	// Views, because the compiler must take it that a match put into `out` may change what vectors hold.
	const std::span token(tokens);
	const std::span nodes(m_nodes);
	const std::span entries(m_entries);
	const std::span roots(m_roots);
	for (std::uint32_t i = 0; i < n; ++i) {
		const auto first = token[i].id;
		if (first == 0) continue;
		auto node = roots[first];
		if (node == 0) continue;
		const auto start = out.size();
		std::uint32_t seen = 0;  // a bit for each class that has a match here
		bool comma = false;
		bool bracket = false;
		for (std::uint32_t j = i, length = 1;; ++length) {
			const auto& at_node = nodes[node];
			for (auto e = at_node.begin; e < at_node.end; ++e) {
				const auto& entry = entries[e];
				if ((entry.capital && !token[i].capital) || (comma && !entry.comma && !may_span_comma(entry.cls)) ||
				    (bracket && entry.cls != EntryClass::body && entry.cls != EntryClass::post))
					continue;
				const Match match{i, j + 1, entry.cls, entry.index};
				const auto bit = class_bit(entry.cls);
				// The last of the class so far gives way to a longer one.
				auto last = out.size();
				if ((seen & bit) != 0) {
					while (out[--last].cls != entry.cls) {
					}
					if (out[last].end == j + 1) last = out.size();
				}
				if (last < out.size()) {
					out[last] = match;
				} else {
					out.push_back(match);
				}
				seen |= bit;
			}
			if (at_node.children == 0 || length >= k_longest || ++j >= n) break;
			auto next = j;
			if (token[next].mark == '(') {
				next = text::behind_abbreviation(token, next);
				if (next == j || next >= n) break;
				bracket = true;
			} else if (token[next].kind == text::TokenKind::punctuation) {
				if (!may_join(token[next], token[next - 1])) break;
				comma = comma || token[next].mark == ',';
				if (++next >= n) break;
			}
			if (token[next].id == 0 || (at_node.children & (std::uint64_t{1} << (token[next].id & 63U))) == 0) break;
			const auto to = child(node, token[next].id);
			if (to == 0) break;
			node = to;
			j = next;
		}
		// The longer before the shorter.
		if (out.size() - start > 1) {
			for (auto a = start + 1; a < out.size(); ++a) {
				for (auto b = a; b > start && out[b].end > out[b - 1].end; --b) std::swap(out[b], out[b - 1]);
			}
		}
	}
}

std::optional<std::uint16_t> Lexicon::by_sound(const std::vector<Spelling>& spellings, std::string_view name) {
	const naming::Sound sound(name);
	auto at = std::lower_bound(spellings.begin(), spellings.end(), sound.key(),
	                           [](const Spelling& s, const std::string& key) { return s.sound.key() < key; });
	for (; at != spellings.end() && at->sound.key() == sound.key(); ++at) {
		if (same_name(sound, at->sound)) return at->place;
	}
	return std::nullopt;
}

std::optional<std::uint16_t> Lexicon::place_of(std::string_view code) const {
	const auto at = std::lower_bound(m_place_codes.begin(), m_place_codes.end(), PlaceCode{code_key(code), 0});
	if (at == m_place_codes.end() || at->first != code_key(code)) return std::nullopt;
	return at->second;
}

std::uint64_t Lexicon::code_key(std::string_view code) {
	std::uint64_t key = 0;
	for (const char c : code.substr(0, sizeof key)) key = key << 8U | static_cast<unsigned char>(c);
	return code.size() > sizeof key ? ~std::uint64_t{0} : key;
}

void Lexicon::add_place(Place place) {
	const PlaceCode code{code_key(place.code), static_cast<std::uint16_t>(m_places.size())};
	m_place_codes.insert(std::upper_bound(m_place_codes.begin(), m_place_codes.end(), code), code);
	m_places.push_back(std::move(place));
}

}  // namespace bienban::lexicon
