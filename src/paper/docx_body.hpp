#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "paper/cited.hpp"
#include "paper/paper.hpp"

/// The text of an Office Open XML document in the making; used by docx*.cpp. Lengths are twips (1/1440 inch).
namespace bienban::paper {

/// A4 with margins of 20 mm above and below, 30 mm left, 15 mm right (Decree 30/2020/NĐ-CP, Annex I).
struct DocxPage {
	int width = 11906;
	int height = 16838;
	int top = 1134;
	int bottom = 1134;
	int left = 1701;
	int right = 851;
	int text_width() const { return width - left - right; }
};
inline constexpr DocxPage k_upright{};
inline constexpr DocxPage k_across{
    .width = 16838, .height = 11906, .top = 1418, .bottom = 851, .left = 1134, .right = 1134};

class DocxBody {
public:
	explicit DocxBody(const Paper& paper) : m_paper(paper), m_messages(base::Messages::of(paper.lang)) {}

	/// word/document.xml; to be asked for once, before the rest.
	std::string document();
	/// word/footnotes.xml.
	std::string footnotes() const;
	/// word/charts/chart1.xml and those after it.
	const std::vector<std::string>& charts() const { return m_charts; }

private:
	// docx_head.cpp
	void head();
	void signatures();
	void sources();
	void rule(int width, int length);
	void receivers();
	void signature(const Signature& signature);

	// docx_table.cpp
	void put(const Table& table);
	void row(const Row& row, const View& view, const std::vector<int>& widths, std::string_view size);
	struct Fit {
		std::string_view half_points;  ///< the size of letters; empty: that of the style, 13 points
		int letter = 0;                ///< the width of a usual letter
		std::size_t text = 0;          ///< letters that a column of running text has room for
		bool across = false;           ///< there is room only on a page that lies across
	};
	Fit fit(const Table& table, const View& view) const;
	/// For each column the letters that it must have room for on one line: its longest word; of running text at least
	/// `text`, if it has as many.
	std::vector<std::size_t> longest_words(const Table& table, const View& view, std::size_t text) const;
	std::vector<int> widths(const View& view, const std::vector<std::size_t>& longest, int letter) const;
	bool is_wide(const Block& block) const;
	View page_view(const Table& table) const;

	// docx_chart.cpp
	void put(const Plot& plot);

	// docx_body.cpp
	enum class Way : unsigned char { upright, across };
	void part(const Part& part, std::size_t level, std::size_t index, Way way);
	Way way_of(const std::vector<Block>& blocks) const;
	void blocks(const std::vector<Block>& blocks);
	void put(const Paragraph& paragraph);
	void put(const Bullets& bullets);
	void sentences(const Paragraph& paragraph);
	void find_last(const std::vector<Block>& blocks, const std::vector<Part>& parts);

	/// Opens a paragraph; in a paper with a column to fill the paragraph stands in a row of its own.
	enum class Keep : unsigned char { no, yes };
	void open(std::string_view style, Keep keep = Keep::no);
	void close();
	void leave_columns();
	/// A paragraph that stands in no row: inside a cell, or in the head.
	void start(std::string_view style, Keep keep = Keep::no);
	void end() { add("</w:p>"); }

	enum class Look : unsigned char { plain, strong, to_fill, source };
	void run(std::string_view words, Look look = Look::plain, std::string_view size = {});
	void words(const Text& text, std::string_view size = {});
	void cite(const Backing& backing, std::string_view size = {});
	std::size_t note(const Backing& backing);
	void write_note(const Backing& backing, std::string& out) const;

	/// Sections: pages that follow lie across or stand upright.
	void turn(Way way);
	void section();

	void add(std::string_view markup) { m_out.append(markup); }
	void say(std::string_view words);
	void number(long value) { m_out.append(std::to_string(value)); }

	const Paper& m_paper;
	const base::Messages& m_messages;
	std::string m_out;
	std::string m_notes;
	std::size_t m_note_count = 0;
	std::map<std::vector<std::size_t>, std::size_t> m_note_of;
	std::vector<std::string> m_charts;
	std::size_t m_sections = 0;
	Way m_way = Way::upright;
	bool m_in_body = false;
	bool m_in_columns = false;
	const Paragraph* m_last = nullptr;  ///< of the body: the end mark stands behind it, and the signature on its page
};

}  // namespace bienban::paper
