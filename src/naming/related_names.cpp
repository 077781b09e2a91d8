#include "naming/related_names.hpp"

#include <algorithm>

namespace bienban::naming {

namespace {

/// FNV-1a, of the kind of a mark and its text. Two marks that chance to have one hash bring names together that
/// relate() then parts again.
std::uint64_t mark_of(char kind, std::string_view text, std::string_view rest = {}) {
	std::uint64_t hash = 0xCBF29CE484222325U;
	const auto take = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U; };
	take(kind);
	for (const char c : text) take(c);
	for (const char c : rest) take(c);
	return hash;
}

constexpr char k_letters = 'l';
constexpr char k_key = 'k';
constexpr char k_slip = 's';

}  // namespace

std::uint32_t RelatedNames::add(std::string_view name, std::string_view country) {
	const auto number = static_cast<std::uint32_t>(m_names.size());
	m_names.push_back({.name = FullName(name, country), .country = std::string{country}, .self = {}, .related = {}});
	const FullName& added = m_names.back().name;
	m_names.back().self = relate(added, added);
	m_groups.grow();
	std::vector<std::uint32_t> others;
	const auto meet = [&](std::uint64_t mark) {
		std::vector<std::uint32_t>& with = m_with[mark];
		if (!with.empty()) m_groups.join(with.front(), number);
		others.insert(others.end(), with.begin(), with.end());
		with.push_back(number);
	};
	meet(mark_of(k_letters, added.letters()));
	if (!added.vietnamese()) {
		const std::string_view key = added.key();
		meet(mark_of(k_key, key));
		if (added.has_long_key()) {
			// Keys one sound apart are equal when the right sound of one of them, or of each, is left out.
			meet(mark_of(k_slip, key));
			for (std::size_t sound = 0; sound < key.size(); ++sound) {
				meet(mark_of(k_slip, key.substr(0, sound), key.substr(sound + 1)));
			}
		}
		const auto wholes = m_with_part.find(mark_of(k_key, key));
		if (wholes != m_with_part.end()) {
			for (const std::uint32_t whole : wholes->second) m_groups.join(whole, number);
			others.insert(others.end(), wholes->second.begin(), wholes->second.end());
		}
	}
	for (const FullName::Run& run : added.runs()) {
		const auto mark = mark_of(k_key, run.key);
		m_with_part[mark].push_back(number);
		const auto parts = m_with.find(mark);
		if (parts == m_with.end()) continue;
		m_groups.join(parts->second.front(), number);
		others.insert(others.end(), parts->second.begin(), parts->second.end());
	}
	relate_to(number, others);
	return number;
}

void RelatedNames::relate_to(std::uint32_t name, std::vector<std::uint32_t>& others) {
	std::ranges::sort(others);
	others.erase(std::unique(others.begin(), others.end()), others.end());
	for (const std::uint32_t other : others) {
		if (other == name) continue;
		const NameMatch match = relate(m_names[name].name, m_names[other].name);
		if (match.relation == NameRelation::other) continue;
		m_names[name].related.push_back({other, match});
		m_names[other].related.push_back({name, match});
	}
}

NameMatch RelatedNames::match(std::uint32_t a, std::uint32_t b) const {
	if (a == b) return m_names[a].self;
	const auto& related =
	    m_names[a].related.size() <= m_names[b].related.size() ? m_names[a].related : m_names[b].related;
	const std::uint32_t other = &related == &m_names[a].related ? b : a;
	const auto found = std::ranges::find(related, other, &Relation::other);
	return found == related.end() ? NameMatch{} : found->match;
}

}  // namespace bienban::naming
