#include <algorithm>

#include "paper/cited.hpp"
#include "paper/plain.hpp"
#include "paper/writers.hpp"

namespace bienban::paper {

namespace {

using base::Messages;

/// Words that Markdown shows as they are, also where HTML inside it is shown.
std::string shown(std::string_view words) {
	const std::string safe = plain(words);
	std::string out;
	out.reserve(safe.size() + 8);
	for (std::size_t i = 0; i < safe.size(); ++i) {
		const char c = safe[i];
		// A line that begins so would be a list or a heading.
		const bool begins = i == 0 && (c == '-' || c == '+' || c == '#' || c == '=');
		if (begins || std::string_view{"\\`*_[]<>|~&$"}.find(c) != std::string_view::npos) out.push_back('\\');
		out.push_back(c);
	}
	return out;
}

class Markdown {
public:
	explicit Markdown(const Paper& paper) : m_paper(paper), m_messages(Messages::of(paper.lang)) {}

	std::string text() {
		const Head& head = m_paper.head;
		std::string title = shown(head.kind.words);
		for (const Text& subject : head.subject) title.append(title.empty() ? "" : " – ").append(shown(subject.words));
		m_out.append("# ").append(title.empty() ? shown(m_paper.title) : title).append("\n");
		for (const Text* text : {&head.superior, &head.issuer, &head.number, &head.place_and_date}) {
			if (!text->words.empty()) block(shown(text->words));
		}
		for (const Text& basis : m_paper.bases) block("*" + words(basis) + "*");
		blocks(m_paper.opening);
		for (std::size_t i = 0; i < m_paper.parts.size(); ++i) part(m_paper.parts[i], 0, i);
		if (m_paper.references != References::none) annex();
		return std::move(m_out);
	}

private:
	void block(std::string_view words) { m_out.append("\n").append(words).append("\n"); }

	std::string numbers(const Backing& backing) {
		if (m_paper.references == References::none) return {};
		for (const std::size_t fact : backing.facts) m_told.push_back(fact);
		return citation(m_paper, cited(m_paper, backing), k_numbers_in_a_sentence);
	}

	std::string words(const Text& text) {
		const Ending cut = ending(text.words);
		std::string out = shown(cut.words);
		const std::string sources = numbers(text.backing);
		if (!sources.empty()) out.append(" \\[").append(sources).append("\\]");
		return out.append(cut.mark);
	}

	std::string words(const Paragraph& paragraph) {
		std::string out;
		for (const Text& sentence : paragraph.sentences) out.append(out.empty() ? "" : " ").append(words(sentence));
		return out;
	}

	void blocks(const std::vector<Block>& blocks) {
		for (const Block& block : blocks) {
			std::visit([&](const auto& one) { put(one); }, block);
		}
	}

	void part(const Part& part, std::size_t level, std::size_t index) {
		block(std::string(std::min<std::size_t>(level + 2, 6), '#') + " " + ordinal(level, index, m_paper.lang) + " " +
		      shown(part.heading));
		blocks(part.blocks);
		for (std::size_t i = 0; i < part.parts.size(); ++i) this->part(part.parts[i], level + 1, i);
	}

	void put(const Paragraph& paragraph) { block(words(paragraph)); }

	void put(const Bullets& bullets) {
		m_out.append("\n");
		for (const Paragraph& point : bullets.points) m_out.append("- ").append(words(point)).append("\n");
	}

	void put(const Table& table) {
		const View page = view(table, m_paper.references == References::none ? SourcesColumn::no : SourcesColumn::yes);
		if (!page.rows.empty()) {
			if (!table.caption.empty()) block("**" + shown(table.caption) + "**");
			m_out.append("\n|");
			for (const Column* column : page.columns) m_out.append(" ").append(shown(column->title)).append(" |");
			m_out.append("\n|");
			for (const Column* column : page.columns) {
				m_out.append(column->kind == ColumnKind::number ? " ---: |" : " --- |");
			}
			m_out.append("\n");
			for (const std::size_t row : page.rows) put(table.rows[row], page);
		}
		if (!table.more.words.empty()) block(words(table.more));
	}

	void put(const Row& row, const View& page) {
		m_out.append("|");
		for (const std::size_t cell : page.cells) {
			m_out.append(" ");
			if (cell == View::k_sources) {
				m_out.append(numbers(backing_of(row)));
			} else {
				const std::string words = shown(row.cells[cell].words);
				m_out.append(row.total && !words.empty() ? "**" + words + "**" : words);
			}
			m_out.append(" |");
		}
		m_out.append("\n");
	}

	void put(const Plot& plot) {
		if (!plot.alternative.empty()) block("*" + shown(plot.alternative) + "*");
	}

	void annex() {
		if (!m_paper.sources.empty()) {
			block("## " + m_messages.text("paper-sources"));
			m_out.append("\n");
		}
		for (std::size_t i = 0; i < m_paper.sources.size(); ++i) {
			const SourceLine& source = m_paper.sources[i];
			m_out.append("- \\[").append(std::to_string(i + 1)).append("\\] ");
			m_out.append(source.title.empty() ? m_messages.text("no-title") : shown(source.title));
			if (!source.published.empty()) m_out.append(", ").append(shown(source.published));
			m_out.append(" (").append(shown(source.id)).append(", ").append(shown(source.path)).append(")\n");
		}
		std::ranges::sort(m_told);
		m_told.erase(std::unique(m_told.begin(), m_told.end()), m_told.end());
		if (m_told.empty()) return;
		block("## " + m_messages.text("paper-quotes"));
		for (const std::size_t fact : m_told) quotes(m_paper.facts[fact]);
	}

	void quotes(const FactNote& note) {
		block("**" + shown(note.id) + "** " + shown(note.summary));
		if (!note.entered_by.empty()) block(m_messages.text("paper-entered-by", {shown(note.entered_by)}));
		m_out.append(note.quotes.empty() ? "" : "\n");
		for (const Quote& quote : note.quotes) {
			m_out.append("- “").append(shown(quote.words)).append("” \\[");
			m_out.append(std::to_string(quote.source + 1)).append("\\]\n");
		}
	}

	const Paper& m_paper;
	const Messages& m_messages;
	std::string m_out;
	std::vector<std::size_t> m_told;
};

}  // namespace

std::string markdown(const Paper& paper) { return Markdown{paper}.text(); }

}  // namespace bienban::paper
