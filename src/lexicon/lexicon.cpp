#include "lexicon/lexicon.hpp"

#include <algorithm>

#include "naming/phonetic.hpp"

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
	const auto mask = m_edges.size() - 1;
	for (auto at = slot_of(node, id) & mask;; at = (at + 1) & mask) {
		const auto& edge = m_edges[at];
		if (edge.from == node && edge.syllable == id) return edge.node;
		if (edge.from == 0) return 0;
	}
}

void Lexicon::insert_edge(std::uint32_t node, text::SyllableId id, std::uint32_t to) {
	const auto mask = m_edges.size() - 1;
	auto at = slot_of(node, id) & mask;
	while (m_edges[at].from != 0) at = (at + 1) & mask;
	m_edges[at] = {node, id, to};
	m_nodes[node].children |= std::uint64_t{1} << (id & 63U);
}

void Lexicon::match(const std::vector<text::Token>& tokens, std::vector<Match>& out) const {
	const auto n = static_cast<std::uint32_t>(tokens.size());
	std::array<std::uint32_t, k_class_count> seen{};  // 1 + index in `out` of the longest match of the class here
	for (std::uint32_t i = 0; i < n; ++i) {
		const auto first = tokens[i].id;
		if (first == 0) continue;
		auto node = m_roots[first];
		if (node == 0) continue;
		const auto start = out.size();
		seen.fill(0);
		bool comma = false;
		for (std::uint32_t j = i, length = 1;; ++length) {
			const auto& at_node = m_nodes[node];
			for (auto e = at_node.begin; e < at_node.end; ++e) {
				const auto& entry = m_entries[e];
				if ((entry.capital && !tokens[i].capital) || (comma && !entry.comma && !may_span_comma(entry.cls)))
					continue;
				auto& last = seen[static_cast<std::size_t>(entry.cls)];
				const Match match{i, j + 1, entry.cls, entry.index};
				if (last != 0 && out[last - 1].end < j + 1) {
					out[last - 1] = match;
				} else {
					out.push_back(match);
					last = static_cast<std::uint32_t>(out.size());
				}
			}
			if (at_node.children == 0 || length >= k_longest || ++j >= n) break;
			auto next = j;
			if (tokens[next].kind == text::TokenKind::punctuation) {
				if (!may_join(tokens[next], tokens[next - 1])) break;
				comma = comma || tokens[next].mark == ',';
				if (++next >= n) break;
			}
			if (tokens[next].id == 0 || (at_node.children & (std::uint64_t{1} << (tokens[next].id & 63U))) == 0) break;
			const auto to = child(node, tokens[next].id);
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

std::optional<std::uint16_t> Lexicon::by_sound(const std::vector<Sound>& sounds, std::string_view name) {
	const auto key = naming::phonetic_key(name);
	auto at = std::lower_bound(sounds.begin(), sounds.end(), key,
	                           [](const Sound& s, const std::string& k) { return s.key < k; });
	for (; at != sounds.end() && at->key == key; ++at) {
		if (naming::same_name(name, at->spelling)) return at->place;
	}
	return std::nullopt;
}

std::optional<std::uint16_t> Lexicon::place_of(std::string_view code) const {
	for (std::size_t i = 0; i < m_places.size(); ++i) {
		if (m_places[i].code == code) return static_cast<std::uint16_t>(i);
	}
	return std::nullopt;
}

}  // namespace bienban::lexicon
