#include "world_text.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace bienban::bench {
namespace {

/// A character that means something in a template.
bool is_mark(char c) { return c == '{' || c == '<' || c == '[' || c == ']'; }

/// The end of the group that is open at `from`: the place of the mark that closes it.
std::size_t group_end(std::string_view pattern, std::size_t from) {
	int depth = 0;
	for (std::size_t i = from; i < pattern.size(); ++i) {
		if (pattern[i] == '<') ++depth;
		if (pattern[i] == '>' && depth-- == 0) return i;
	}
	assert(false && "a template's group is not closed");
	return pattern.size();
}

/// One of the alternatives of a group's inside.
std::string_view alternative(std::string_view inside, Random& random) {
	std::array<std::string_view, 24> parts;
	std::size_t count = 0;
	std::size_t begin = 0;
	int depth = 0;
	for (std::size_t i = 0; i <= inside.size(); ++i) {
		if (i < inside.size() && inside[i] == '<') ++depth;
		if (i < inside.size() && inside[i] == '>') --depth;
		if (i < inside.size() && (inside[i] != '|' || depth != 0)) continue;
		assert(count < parts.size());
		parts[count++] = inside.substr(begin, i - begin);
		begin = i + 1;
	}
	return parts[random.below(count)];
}

}  // namespace

void Page::clear() {
	m_text.clear();
	m_keys.fill(0);
	m_told.clear();
	m_open.clear();
	m_mentions.clear();
}

void Page::set(char key, std::string text, std::string_view field, std::string json) {
	slot(key) = {std::move(text), field, std::move(json)};
}

void Page::tell(char key, Told told) {
	m_told.push_back(std::move(told));
	m_keys[static_cast<unsigned char>(key)] = m_told.size();
}

void Page::fill(std::string_view name) {
	const bool as_capital = name.front() == '^';
	if (as_capital) name.remove_prefix(1);
	const Slot& found = m_slots[static_cast<unsigned char>(name.front())];
	if (as_capital) {
		m_text += capital(found.text);
	} else {
		m_text += found.text;
	}
	if (found.field.empty()) return;
	for (Open& open : m_open) {
		// The day of the occasion is the sentence's: what a fact of each type makes of it, its teller knows.
		const std::string_view type = m_told[open.told].type;
		if (found.field == "date" && (type == "agreement" || type == "support")) continue;
		if (!open.values.empty()) open.values += ", ";
		open.values += '"';
		open.values += found.field == "date" && type == "twinning" ? "since" : found.field;
		open.values += "\": ";
		open.values += found.json;
	}
}

void Page::write(std::string_view pattern) {
	for (std::size_t i = 0; i < pattern.size(); ++i) {
		switch (pattern[i]) {
			case '{': {
				const std::size_t end = pattern.find('}', i);
				fill(pattern.substr(i + 1, end - i - 1));
				i = end;
				break;
			}
			case '<': {
				const std::size_t end = group_end(pattern, i + 1);
				write(alternative(pattern.substr(i + 1, end - i - 1), m_random));
				i = end;
				break;
			}
			case '[': {
				const std::size_t told = m_keys[static_cast<unsigned char>(pattern[++i])];
				assert(told != 0 && "a template speaks of a fact that nobody tells");
				m_open.push_back({told - 1, m_text.size(), m_told[told - 1].always});
				break;
			}
			case ']':
				m_mentions.push_back(
				    {m_open.back().told, m_open.back().start, m_text.size(), std::move(m_open.back().values)});
				m_open.pop_back();
				break;
			default: {
				std::size_t end = i + 1;
				while (end < pattern.size() && !is_mark(pattern[end])) ++end;
				m_text += pattern.substr(i, end - i);
				i = end - 1;
			}
		}
	}
}

std::vector<Mention> Page::mentions() const {
	std::vector<Mention> all = m_mentions;
	std::sort(all.begin(), all.end(), [](const Mention& a, const Mention& b) { return a.start < b.start; });
	// Offsets come in any order once ends are looked at, so each mention is counted on from where the last one began.
	const auto characters = [&](std::size_t from, std::size_t to) {
		std::size_t count = 0;
		for (std::size_t i = from; i < to; ++i) count += (static_cast<unsigned char>(m_text[i]) & 0xC0U) != 0x80U;
		return count;
	};
	std::size_t byte = 0;
	std::size_t character = 0;
	for (Mention& mention : all) {
		character += characters(byte, mention.start);
		byte = mention.start;
		mention.end = character + characters(mention.start, mention.end);
		mention.start = character;
	}
	return all;
}

std::string quoted(std::string_view text) {
	std::string out = "\"";
	for (const char c : text) {
		if (c == '"' || c == '\\') out += '\\';
		out += c;
	}
	return out += '"';
}

std::string capital(std::string_view text) {
	if (text.starts_with("đ")) return "Đ" + std::string(text.substr(2));
	std::string out(text);
	if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
	return out;
}

std::string grouped(long long number) {
	std::string out = std::to_string(number);
	for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ".");
	return out;
}

std::string roman(int number) {
	constexpr std::array<std::pair<int, std::string_view>, 7> k_signs = {
	    {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
	std::string out;
	for (const auto& [value, sign] : k_signs) {
		for (; number >= value; number -= value) out += sign;
	}
	return out;
}

}  // namespace bienban::bench
