#include "reading/html_lines.hpp"

#include <algorithm>

#include "text/normalize.hpp"

namespace bienban::reading {

namespace {

constexpr std::size_t k_body_bytes = 90;     // a shorter line does not count as running text
constexpr std::size_t k_long_link = 45;      // a shorter one may be the name of the author
constexpr std::size_t k_longest_cell = 120;  // a longer one is running text in a table used for layout
constexpr std::size_t k_head_lines = 12;     // above the article: headline, date, lead

bool ends_as_sentence(std::string_view line) {
	while (!line.empty() && (line.back() == ' ' || line.back() == '"' || line.back() == ')')) line.remove_suffix(1);
	return line.ends_with('.') || line.ends_with("…") || line.ends_with("”") || line.ends_with('!') ||
	       line.ends_with('?') || line.ends_with(':') || line.ends_with(';');
}

}  // namespace

void HtmlLines::open_block(Leaf leaf) {
	break_line(Break::hard);
	m_blocks.push_back({0, leaf});
}

void HtmlLines::close_block() {
	break_line(Break::hard);
	if (m_blocks.size() > 1) m_blocks.pop_back();
}

void HtmlLines::close_link() {
	if (m_links > 0) --m_links;
	m_after_link = true;
}

void HtmlLines::add(std::string_view text) {
	for (const char c : text) {
		if (c == ' ' || (c >= '\t' && c <= '\r')) {
			m_space = true;
			continue;
		}
		if (!m_line.empty()) {
			// Links side by side without a space between them are a menu.
			if (m_after_link && m_links > 0 && !m_space)
				m_line += "  ";
			else if (m_space)
				m_line += ' ';
		}
		m_space = false;
		m_after_link = false;
		m_line += c;
		if (m_links > 0) ++m_line_links;
	}
}

void HtmlLines::break_line(Break kind) {
	flush();
	if (kind == Break::hard) m_break = Break::hard;
}

void HtmlLines::next_cell() {
	if (m_line.empty()) return;
	if (m_line.size() > k_longest_cell) {
		break_line(Break::hard);
		return;
	}
	m_line += " | ";
	m_space = false;
	m_row = true;
}

std::uint32_t HtmlLines::container_of(std::size_t depth) {
	if (depth == 0) return 0;
	// From the outside in, so that parents get the smaller numbers.
	std::size_t known = depth;
	while (known > 0 && m_blocks[known].container == 0) --known;
	for (std::size_t i = known + 1; i <= depth; ++i) {
		Container container;
		container.parent = m_blocks[i - 1].container;
		m_blocks[i].container = static_cast<std::uint32_t>(m_containers.size());
		m_containers.push_back(container);
	}
	return m_blocks[depth].container;
}

void HtmlLines::flush() {
	if (m_line.empty()) {
		m_space = false;
		return;
	}
	// libxml2 hands out UTF-8 whatever it was given; should it fail to, the line ends there rather than the program.
	if (const auto fault = text::first_invalid_utf8(m_line)) m_line.resize(*fault);
	std::string line = text::clean(m_line);
	std::ranges::replace(line, '\n', ' ');
	const std::size_t first = line.find_first_not_of(' ');
	if (first != std::string::npos) {
		line.erase(line.find_last_not_of(' ') + 1);
		line.erase(0, first);
		if (m_row && line.ends_with(" |")) line.resize(line.size() - 2);
		if (!m_text.empty()) m_text += m_break == Break::hard ? "\n\n" : "\n";

		const std::size_t depth = m_blocks.size() - 1;
		const std::uint32_t own = container_of(depth);
		const std::uint32_t holder = m_blocks[depth].leaf == Leaf::yes ? m_containers[own].parent : own;
		Line added;
		added.hint.span = {base::ByteOffset(m_text.size()), base::ByteOffset(m_text.size() + line.size())};
		added.hint.hint = m_hint == Hint::none && m_row ? Hint::row : m_hint;
		added.container = holder;
		added.linked = m_line_links * 5 > line.size() * 4;
		added.body = line.size() >= k_body_bytes && m_line_links * 3 < line.size() && m_hint != Hint::chrome &&
		             (line.size() >= 3 * k_body_bytes || ends_as_sentence(line));
		Container& container = m_containers[holder];
		container.text_bytes += line.size();
		container.link_bytes += m_line_links;
		if (added.body) {
			container.body_bytes += line.size();
			container.score += static_cast<double>(line.size());
			m_containers[container.parent].score += static_cast<double>(line.size()) / 2;
		}
		m_lines.push_back(added);
		m_text += line;
		m_break = Break::soft;
	}
	m_line.clear();
	m_line_links = 0;
	m_space = false;
	m_after_link = false;
	m_row = false;
}

void HtmlLines::mark_outside() {
	std::size_t best = 0;
	for (std::size_t i = 0; i < m_containers.size(); ++i) {
		if (m_containers[i].score > m_containers[best].score) best = i;
	}
	// Sums over what is inside, children before parents.
	for (std::size_t i = m_containers.size(); i-- > 1;) {
		Container& parent = m_containers[m_containers[i].parent];
		parent.text_bytes += m_containers[i].text_bytes;
		parent.link_bytes += m_containers[i].link_bytes;
		parent.body_bytes += m_containers[i].body_bytes;
	}
	const auto inside = [&](std::uint32_t container) {
		while (container > best) container = m_containers[container].parent;
		return container == best;
	};
	std::vector<std::size_t> article;
	for (std::size_t i = 0; i < m_lines.size(); ++i) {
		if (inside(m_lines[i].container)) article.push_back(i);
	}
	// No part of the page stands out: then nothing is left out.
	const bool clear =
	    best != 0 && !article.empty() && m_containers[best].body_bytes * 10 >= m_containers[0].body_bytes * 3;
	std::size_t first = clear ? article.front() : 0;
	const std::size_t last = clear ? article.back() : m_lines.size();
	std::size_t head = first > k_head_lines ? first - k_head_lines : 0;
	for (std::size_t i = first; i-- > 0;) {
		if (m_lines[i].hint.hint == Hint::headline) {
			head = i;
			break;
		}
	}
	for (std::size_t i = 0; i < m_lines.size(); ++i) {
		Line& line = m_lines[i];
		if (line.hint.hint == Hint::headline || line.hint.hint == Hint::byline) continue;
		if (line.linked && line.hint.span.size() > k_long_link) line.hint.hint = Hint::chrome;
		if (!clear || (i >= head && i <= last)) continue;
		const Container& around = m_containers[m_containers[line.container].parent];
		const bool article_goes_on = line.body && i > last && around.link_bytes * 20 < around.text_bytes;
		const bool may_be_date = i < head && i + k_head_lines >= head;
		const bool may_be_signed = i > last && i <= last + 6 && line.hint.span.size() < 2 * k_long_link && !line.linked;
		if (!article_goes_on && !may_be_date && !may_be_signed) line.hint.hint = Hint::chrome;
	}
}

std::vector<LineHint> HtmlLines::finish(std::string& text) {
	flush();
	mark_outside();
	text = std::move(m_text);
	std::vector<LineHint> lines;
	lines.reserve(m_lines.size());
	for (const Line& line : m_lines) lines.push_back(line.hint);
	return lines;
}

}  // namespace bienban::reading
