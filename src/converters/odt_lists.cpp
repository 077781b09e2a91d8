#include "converters/odt_lists.hpp"

#include <algorithm>
#include <charconv>

#include "converters/docx_parts.hpp"

namespace bienban::converters {

namespace {

int number_of(std::string_view text, int otherwise) {
	int value = otherwise;
	std::from_chars(text.data(), text.data() + text.size(), value);
	return value;
}

/// A longer one is none that an office program wrote.
std::string around_of(std::string_view text) {
	constexpr std::size_t k_longest = 64;
	return text.size() > k_longest ? std::string{} : std::string{text};
}

/// The format by the name that list_number() knows it by.
std::string_view known_format(std::string_view format) {
	if (format == "a") return "lowerLetter";
	if (format == "A") return "upperLetter";
	if (format == "i") return "lowerRoman";
	if (format == "I") return "upperRoman";
	return "decimal";
}

}  // namespace

void OdtLists::start_style(std::string_view name, const XmlAttributes& attributes) {
	if (name == "list-style") {
		m_style = &m_styles[std::string{attributes["name"]}];
	} else if (name == "outline-style") {
		m_style = &m_headings;
	} else if (m_style != nullptr && (name == "list-level-style-number" || name == "outline-level-style")) {
		const int level = number_of(attributes["level"], 0);
		if (level < 1 || level > static_cast<int>(k_levels)) return;
		m_style->levels.at(static_cast<std::size_t>(level) - 1) = {
		    .format = std::string{attributes["num-format"]},
		    .before = around_of(attributes["num-prefix"]),
		    .after = around_of(attributes["num-suffix"]),
		    .shown = std::clamp(number_of(attributes["display-levels"], 1), 1, level),
		    .start = number_of(attributes["start-value"], 1)};
	}
}

void OdtLists::end_style(std::string_view name) {
	if (name == "list-style" || name == "outline-style") m_style = nullptr;
}

bool OdtLists::start(std::string_view name, const XmlAttributes& attributes) {
	if (name == "list") {
		Open open;
		const auto found = m_styles.find(attributes["style-name"]);
		if (found != m_styles.end()) {
			open.style = &found->second;
		} else if (!m_open.empty()) {
			open.style = m_open.back().style;
		}
		m_open.push_back(open);
		const bool goes_on = attributes["continue-numbering"] == "true" || !attributes["continue-list"].empty();
		if (open.style != nullptr && !goes_on && m_open.size() <= k_levels) {
			for (std::size_t i = m_open.size() - 1; i < k_levels; ++i) open.style->counts.at(i) = 0;
		}
		return true;
	}
	if (name != "list-item" && name != "list-header") return false;
	if (m_open.empty()) return true;
	m_open.back().numbered = name == "list-item";
	m_start = number_of(attributes["start-value"], 0);
	return true;
}

void OdtLists::end(std::string_view name) {
	if (m_open.empty()) return;
	if (name == "list") {
		m_open.pop_back();
	} else if (name == "list-item" || name == "list-header") {
		m_open.back().numbered = false;
	}
}

std::string OdtLists::next() {
	if (m_open.empty() || !m_open.back().numbered) return {};
	m_open.back().numbered = false;
	Style* style = m_open.back().style;
	if (style == nullptr || m_open.size() > k_levels) return {};
	const int start = m_start;
	m_start = 0;
	return count(*style, m_open.size() - 1, start);
}

std::string OdtLists::next_heading(int level, const XmlAttributes& attributes) {
	if (level < 1 || level > static_cast<int>(k_levels) || attributes["is-list-header"] == "true") return {};
	const int start = attributes["restart-numbering"] == "true" ? number_of(attributes["start-value"], 1) : 0;
	return count(m_headings, static_cast<std::size_t>(level) - 1, start);
}

std::string OdtLists::count(Style& style, std::size_t level, int start) {
	for (std::size_t i = 0; i < level; ++i) {
		if (style.counts.at(i) == 0) style.counts.at(i) = style.levels.at(i).start;
	}
	const Level& own = style.levels.at(level);
	int& now = style.counts.at(level);
	now = start > 0 ? start : now == 0 ? own.start : now + 1;
	for (std::size_t i = level + 1; i < k_levels; ++i) style.counts.at(i) = 0;
	if (own.format.empty()) return {};
	std::string label = own.before;
	bool first = true;
	for (std::size_t i = level + 1 - static_cast<std::size_t>(own.shown); i <= level; ++i) {
		if (style.levels.at(i).format.empty()) continue;
		if (!first) label += '.';
		first = false;
		label += list_number(style.counts.at(i), known_format(style.levels.at(i).format));
	}
	return label + own.after;
}

}  // namespace bienban::converters
