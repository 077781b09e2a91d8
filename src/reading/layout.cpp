#include "reading/layout.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace bienban::reading {

namespace {

using model::BlockKind;

constexpr std::size_t k_body_bytes = 90;  // a sentence shorter than this does not prove that the article goes on

bool is_body(const PageLine& line) {
	return line.kind == LineKind::sentence && line.size() >= k_body_bytes && line.hint != Hint::chrome;
}

bool is_heading(LineKind kind) {
	return kind == LineKind::inset || kind == LineKind::related || kind == LineKind::comments ||
	       kind == LineKind::footer;
}

/// "(TTXVN) - ", "TTO - ", "VOV.VN - ": the agency before the lead, with its dash. Empty where there is none.
std::string_view agency_of(std::string_view line) {
	const std::string_view head = line.substr(0, 32);
	for (const std::string_view dash : {" - ", " – ", " — ", "- ", "– "}) {
		const std::size_t at = head.find(dash);
		if (at == std::string_view::npos || at < 2) continue;
		const std::string_view name = head.substr(0, at);
		const bool bracket = name.front() == '(' && name.back() == ')';
		const bool capitals = name.find(' ') == std::string_view::npos && name.size() <= 12 &&
		                      std::ranges::none_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
		if (bracket || capitals) return head.substr(0, at + dash.size());
	}
	return {};
}

/// Whether a short line is what stands under a picture rather than a subheading.
bool is_caption(std::string_view line, const PageLine& page) {
	if (page.hint == Hint::caption || (page.credit != 0 && !page.tail_signed)) return true;
	constexpr std::array<std::string_view, 17> k_starts = {
	    "Quang cảnh", "Toàn cảnh",     "Ảnh:",     "Ảnh ",     "Hình ảnh", "Các đại biểu",
	    "Đại biểu",   "Một góc",       "Chụp ảnh", "Chủ tọa",  "Tang vật", "Đồng chí",
	    "Lãnh đạo",   "Đoàn đại biểu", "Đại diện", "Hai đoàn", "Hai bên"};
	constexpr std::array<std::string_view, 14> k_acts = {"phát biểu", "chụp ảnh", "trao ",   "tặng ",  "ký kết",
	                                                     "chủ trì",   "tại buổi", "tại hội", "tại lễ", "bắt tay",
	                                                     "kiểm tra",  "tuần tra", "thăm ",   "ký "};
	// With a full stop behind them captions look like any sentence: only what is usual under pictures counts then.
	constexpr std::array<std::string_view, 6> k_poses = {"phát biểu tại", "chụp ảnh", "bắt tay",
	                                                     "trao quà",      "tặng hoa", "ký kết biên bản"};
	constexpr std::size_t k_certain_starts = 11;
	if (page.words > 45) return false;
	const auto starts = std::span(k_starts).first(page.ends_sentence ? k_starts.size() - 2 : k_starts.size());
	const auto start = std::ranges::find_if(starts, [&](std::string_view word) { return line.starts_with(word); });
	const auto has = [&](std::string_view word) { return line.find(word) != std::string_view::npos; };
	if (page.ends_sentence) {
		if (start == starts.end() || page.words > 32 || has(". ")) return false;
		return (start - starts.begin() < static_cast<std::ptrdiff_t>(k_certain_starts) && page.words <= 12) ||
		       std::ranges::any_of(k_poses, has);
	}
	return start != starts.end() || std::ranges::any_of(k_acts, has);
}

/// Goes down the page once, keeping where it is: in the article, among links, behind everything.
class Layout {
public:
	Layout(std::string_view text, const std::vector<PageLine>& lines, std::optional<std::size_t> headline)
	    : m_text(text), m_lines(lines), m_headline(headline), m_kinds(lines.size(), BlockKind::paragraph) {
		m_body_after.resize(lines.size() + 1);
		for (std::size_t i = lines.size(); i-- > 0;) {
			m_body_after[i] = m_body_after[i + 1] + (is_body(lines[i]) ? lines[i].size() : 0);
		}
	}

	std::vector<BlockKind> run() {
		if (m_headline) lay_out_head();
		for (std::size_t i = m_headline ? *m_headline + 1 : 0; i < m_lines.size(); ++i) m_kinds[i] = place(i);
		return std::move(m_kinds);
	}

private:
	enum class Where : std::uint8_t { article, links, behind };

	std::string_view line_text(std::size_t i) const {
		return m_text.substr(m_lines[i].span.begin.value, m_lines[i].size());
	}

	void lay_out_head() {
		const std::size_t headline = *m_headline;
		m_kinds[headline] = BlockKind::headline;
		for (std::size_t i = 0; i < headline; ++i) {
			switch (m_lines[i].kind) {
				case LineKind::date: m_kinds[i] = BlockKind::dateline; break;
				case LineKind::byline: m_kinds[i] = m_lines[i].labelled ? BlockKind::byline : BlockKind::chrome; break;
				// Text above the headline is a lead that some pages print first; short calls are not.
				case LineKind::sentence:
					m_kinds[i] = is_body(m_lines[i]) && m_lines[i].hint != Hint::chrome ? BlockKind::paragraph
					                                                                    : BlockKind::chrome;
					break;
				case LineKind::motto: m_kinds[i] = BlockKind::kicker; break;
				default: m_kinds[i] = m_lines[i].place_date ? BlockKind::paragraph : BlockKind::chrome; break;
			}
		}
		if (headline == 0) return;
		const PageLine& above = m_lines[headline - 1];
		const bool short_title = above.kind == LineKind::title || (above.kind == LineKind::byline && !above.labelled);
		if (short_title && above.words <= 8 && above.hint != Hint::chrome) {
			m_kinds[headline - 1] = BlockKind::kicker;
		}
	}

	BlockKind place(std::size_t i) {
		const PageLine& line = m_lines[i];
		if (line.hint == Hint::chrome || m_where == Where::behind) return BlockKind::chrome;
		if (is_heading(line.kind)) return place_heading(i);
		if (m_where == Where::links) {
			if (!goes_on(i)) return BlockKind::chrome;
			m_where = Where::article;
		}
		switch (line.kind) {
			case LineKind::tool:
			case LineKind::junk:
			case LineKind::link:
			case LineKind::credit: return BlockKind::chrome;
			case LineKind::tags: m_ended = m_ended || m_body > 0; return BlockKind::chrome;
			case LineKind::source:
				if (m_body > 0 && m_body_after[i] == 0) m_ended = true;
				return BlockKind::chrome;
			case LineKind::date: return BlockKind::dateline;
			case LineKind::byline: return place_byline(i);
			case LineKind::path:
				return m_body == 0 || m_ended || m_body_after[i] == 0 ? BlockKind::chrome : BlockKind::paragraph;
			case LineKind::motto: return BlockKind::kicker;
			case LineKind::sentence: return place_sentence(i);
			default: return place_title(i);
		}
	}

	BlockKind place_heading(std::size_t i) {
		const LineKind kind = m_lines[i].kind;
		// A heading above the article is a button that leads to what it names.
		if (m_body == 0 && m_body_after[i] > 0) return BlockKind::chrome;
		m_link_rule = kind;
		if (kind == LineKind::comments || kind == LineKind::footer) {
			// Where most of the text is still to come, this was no end: "Ý kiến" may be a button under the headline.
			if (m_body_after[i] <= 2 * m_body) m_where = Where::behind;
			return BlockKind::chrome;
		}
		m_where = Where::links;
		return BlockKind::chrome;
	}

	/// Whether the article goes on at line i after a list of links. Links are titles, some with a teaser under each;
	/// the article goes on with running text that is not followed by a title again.
	bool goes_on(std::size_t i) const {
		const PageLine& line = m_lines[i];
		if (line.kind == LineKind::byline && line.labelled && !m_ended) return true;
		if (!is_body(line) || m_ended) return false;
		std::size_t run = 0;
		std::size_t next = i;
		for (; next < m_lines.size(); ++next) {
			const PageLine& after = m_lines[next];
			if (is_body(after))
				++run;
			else if (after.kind == LineKind::sentence || after.kind == LineKind::credit ||
			         after.kind == LineKind::junk || is_caption(line_text(next), after))
				continue;
			else
				break;
		}
		const bool signed_below =
		    next < m_lines.size() && (m_lines[next].kind == LineKind::byline || m_lines[next].kind == LineKind::source);
		if (signed_below || run >= 3) return true;
		const bool under_title = i > 0 && m_lines[i - 1].kind == LineKind::title && !line.after_blank;
		if (m_link_rule == LineKind::related) return run >= 2 && !under_title;
		const bool title_below = next < m_lines.size() && m_lines[next].kind == LineKind::title;
		return run >= 2 || (!title_below && !under_title);
	}

	BlockKind place_byline(std::size_t i) {
		const PageLine& line = m_lines[i];
		if (line.labelled) {
			if (m_body > 0) m_ended = true;
			return BlockKind::byline;
		}
		// A bare name is a by-line under the headline or at the end of the article; anywhere else it is text.
		if (m_headline && m_body == 0) return i <= *m_headline + 8 ? BlockKind::byline : BlockKind::paragraph;
		if (m_ended) return m_signed_at + 1 == i ? BlockKind::byline : BlockKind::chrome;
		if (m_body > 0 && article_ends_at(i)) {
			m_ended = true;
			m_signed_at = i;
			return BlockKind::byline;
		}
		return BlockKind::paragraph;
	}

	/// Whether no running text follows line i before a heading of links or the end.
	bool article_ends_at(std::size_t i) const {
		for (std::size_t next = i + 1; next < m_lines.size(); ++next) {
			if (is_heading(m_lines[next].kind) || m_lines[next].kind == LineKind::tags ||
			    m_lines[next].hint == Hint::chrome)
				return true;
			if (is_body(m_lines[next])) return false;
		}
		return true;
	}

	/// "<headline> - Ảnh 2.", the text that stands for a picture, or the headline with a full stop under one.
	bool repeats_headline(std::string_view line) const {
		if (!m_headline) return false;
		const std::string_view headline = line_text(*m_headline);
		return line.size() <= headline.size() + 18 && line.starts_with(headline);
	}

	BlockKind place_sentence(std::size_t i) {
		const PageLine& line = m_lines[i];
		const std::string_view words = line_text(i);
		if (repeats_headline(words)) return BlockKind::chrome;
		// A second lead of the same agency belongs to a link set into the article, with its title above it.
		const std::string_view agency = line.size() < 400 ? agency_of(words) : std::string_view();
		if (!agency.empty() && agency == m_agency && m_body > 0 && i > 0 && m_lines[i - 1].kind == LineKind::title) {
			if (m_kinds[i - 1] != BlockKind::headline) m_kinds[i - 1] = BlockKind::chrome;
			return BlockKind::chrome;
		}
		if (is_body(line)) {
			const bool lead = m_body == 0 && m_headline.has_value();
			if (m_body == 0) m_agency = agency;
			m_body += line.size();
			m_ended = m_ended || line.tail_signed;
			if (line.size() <= 300 && !lead && is_caption(words, line)) return BlockKind::caption;
			return lead ? BlockKind::lead : BlockKind::paragraph;
		}
		return is_caption(words, line) ? BlockKind::caption : BlockKind::paragraph;
	}

	BlockKind place_title(std::size_t i) {
		const PageLine& line = m_lines[i];
		if (m_headline && line.hash != 0 && line.hash == m_lines[*m_headline].hash) return BlockKind::chrome;
		if (repeats_headline(line_text(i))) return BlockKind::chrome;
		if (line.hash != 0 && i > 0 && m_lines[i - 1].hash == line.hash) return BlockKind::chrome;
		if (m_ended && m_body_after[i] <= m_body / 2) return BlockKind::chrome;
		return is_caption(line_text(i), line) || line.doubled != 0 ? BlockKind::caption : BlockKind::paragraph;
	}

	std::string_view m_text;
	const std::vector<PageLine>& m_lines;
	std::optional<std::size_t> m_headline;
	std::vector<BlockKind> m_kinds;
	std::vector<std::size_t> m_body_after;  // bytes of running text from each line on
	std::size_t m_body = 0;                 // bytes of running text so far
	std::string_view m_agency;
	Where m_where = Where::article;
	LineKind m_link_rule = LineKind::related;
	bool m_ended = false;  // a by-line, a source or key words have closed the article
	std::size_t m_signed_at = 0;
};

}  // namespace

std::vector<BlockKind> lay_out(std::string_view text, const std::vector<PageLine>& lines,
                               std::optional<std::size_t> headline) {
	return Layout(text, lines, headline).run();
}

}  // namespace bienban::reading
