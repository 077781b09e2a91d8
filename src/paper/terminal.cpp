#include <algorithm>

#include "paper/cited.hpp"
#include "paper/writers.hpp"
#include "report/grid.hpp"

namespace bienban::paper {

namespace {

using base::Messages;
using report::harmless;
using report::Style;

class Terminal {
public:
	Terminal(const Paper& paper, const report::Layout& layout)
	    : m_paper(paper), m_layout(layout), m_messages(Messages::of(paper.lang)) {}

	std::string text() {
		head();
		for (const Text& basis : m_paper.bases) line("", words(basis), 0, Style::quiet);
		blocks(m_paper.opening);
		for (std::size_t i = 0; i < m_paper.parts.size(); ++i) part(m_paper.parts[i], 0, i);
		if (m_paper.references != References::none) sources();
		return std::move(m_out);
	}

private:
	std::string words(const Text& text) const {
		const Ending cut = ending(text.words);
		std::string out{cut.words};
		const std::string numbers = m_paper.references == References::none
		                                ? std::string{}
		                                : citation(m_paper, cited(m_paper, text.backing), k_numbers_in_a_sentence);
		if (!numbers.empty()) out.append(" [").append(numbers).append("]");
		return harmless(out.append(cut.mark));
	}

	std::string words(const Paragraph& paragraph) const {
		std::string out;
		for (const Text& sentence : paragraph.sentences) out.append(out.empty() ? "" : " ").append(words(sentence));
		return out;
	}

	void line(std::string_view first, std::string_view text, std::size_t indent, Style style) {
		m_out += report::wrapped(first, text, indent, style, m_layout);
	}

	void head() {
		const Head& head = m_paper.head;
		if (!head.kind.words.empty()) line("", harmless(head.kind.words), 0, Style::title);
		for (const Text& subject : head.subject) line("", words(subject), 0, Style::title);
	}

	void blocks(const std::vector<Block>& blocks) {
		for (const Block& block : blocks) {
			std::visit([&](const auto& one) { put(one); }, block);
		}
	}

	void part(const Part& part, std::size_t level, std::size_t index) {
		m_out += "\n";
		const std::string number = ordinal(level, index, m_paper.lang) + " ";
		line(number, harmless(part.heading), report::width(number), Style::heading);
		blocks(part.blocks);
		for (std::size_t i = 0; i < part.parts.size(); ++i) this->part(part.parts[i], level + 1, i);
	}

	void put(const Paragraph& paragraph) { line("", words(paragraph), 0, Style::plain); }

	void put(const Bullets& bullets) {
		for (const Paragraph& point : bullets.points) line("- ", words(point), 2, Style::plain);
	}

	void put(const Table& table) {
		const View shown = view(table, m_paper.references == References::none ? SourcesColumn::no : SourcesColumn::yes);
		if (!shown.rows.empty()) {
			m_out += "\n";
			if (!table.caption.empty()) line("", harmless(table.caption), 0, Style::value);
			report::Grid grid{.breaks = {}, .rows = {{}}};
			for (const Column* column : shown.columns) {
				grid.breaks.push_back(column->kind != ColumnKind::number);
				grid.rows.front().push_back(harmless(column->title));
			}
			for (const std::size_t row : shown.rows) grid.rows.push_back(row_words(table.rows[row], shown));
			m_out += report::grid_text(grid, true, 0, m_layout);
		}
		if (!table.more.words.empty()) line("", words(table.more), 0, Style::quiet);
		m_out += "\n";
	}

	std::vector<std::string> row_words(const Row& row, const View& shown) const {
		std::vector<std::string> out;
		for (const std::size_t cell : shown.cells) {
			out.push_back(cell == View::k_sources ? citation(m_paper, cited(m_paper, backing_of(row)))
			                                      : harmless(row.cells[cell].words));
		}
		return out;
	}

	void put(const Plot& plot) {
		if (!plot.alternative.empty()) line("", harmless(plot.alternative), 0, Style::quiet);
	}

	void sources() {
		if (m_paper.sources.empty()) return;
		m_out += "\n";
		line("", m_messages.text("paper-sources"), 0, Style::heading);
		for (std::size_t i = 0; i < m_paper.sources.size(); ++i) {
			const SourceLine& source = m_paper.sources[i];
			std::string words = source.title.empty() ? m_messages.text("no-title") : source.title;
			if (!source.published.empty()) words.append(", ").append(source.published);
			words.append(" (").append(source.id).append(", ").append(source.path).append(")");
			line("[" + std::to_string(i + 1) + "] ", harmless(words), 6, Style::plain);
		}
	}

	const Paper& m_paper;
	const report::Layout& m_layout;
	const Messages& m_messages;
	std::string m_out;
};

}  // namespace

std::string terminal(const Paper& paper, const report::Layout& layout) { return Terminal{paper, layout}.text(); }

}  // namespace bienban::paper
