#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/page_line.hpp"

namespace bienban::reading {

/// Gathers the text of a page into lines while its elements open and close, and tells the article from the rest by
/// where the running text is dense and links are few.
class HtmlLines {
public:
	enum class Break : std::uint8_t { soft, hard };  ///< <br>, or the edge of a block element
	enum class Leaf : bool { no, yes };  ///< whether the block is a paragraph rather than a container of some

	void open_block(Leaf leaf);
	void close_block();
	void open_link() { ++m_links; }
	void close_link();
	void add(std::string_view text);
	void break_line(Break kind);
	/// A cell of a table row begins: parted from a short cell before it by a bar, else on a line of its own.
	void next_cell();
	/// What the lines are from here on, until it is set again.
	void set_hint(Hint hint) { m_hint = hint; }
	std::size_t count() const { return m_lines.size(); }

	/// Ends the page: marks as chrome what lies outside the article. `text` gets the lines.
	std::vector<LineHint> finish(std::string& text);

private:
	/// An element that holds text.
	struct Container {
		std::uint32_t parent = 0;
		std::size_t text_bytes = 0;
		std::size_t link_bytes = 0;
		std::size_t body_bytes = 0;  ///< of running text
		double score = 0;            ///< as the holder of the article
	};
	struct Block {
		std::uint32_t container = 0;  ///< 0: none made yet
		Leaf leaf = Leaf::no;
	};
	struct Line {
		LineHint hint;
		std::uint32_t container = 0;
		bool body = false;    ///< running text
		bool linked = false;  ///< little but links
	};

	std::uint32_t container_of(std::size_t depth);
	void flush();
	void mark_outside();

	std::string m_text;
	std::string m_line;
	std::size_t m_line_links = 0;  // bytes of m_line inside links
	bool m_space = false;
	bool m_after_link = false;
	bool m_row = false;
	Break m_break = Break::hard;
	Hint m_hint = Hint::none;
	int m_links = 0;
	std::vector<Block> m_blocks{Block{}};
	std::vector<Container> m_containers{Container{}};  // the first is the page; parents stand before their children
	std::vector<Line> m_lines;
};

}  // namespace bienban::reading
