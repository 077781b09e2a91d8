#include "paper/docx_body.hpp"

#include <algorithm>

#include "paper/plain.hpp"

namespace bienban::paper {

namespace {

/// Quotes that a footnote shows, and letters of each.
constexpr std::size_t k_note_quotes = 2;
constexpr std::size_t k_note_letters = 180;

}  // namespace

std::string DocxBody::document() {
	m_out.reserve(1U << 16U);
	add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
	    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
	    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
	    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
	    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
	    "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><w:body>");
	head();
	m_in_body = true;
	for (const Text& basis : m_paper.bases) {
		open("Basis");
		words(basis);
		close();
	}
	find_last(m_paper.opening, m_paper.parts);
	turn(way_of(m_paper.opening));
	blocks(m_paper.opening);
	for (std::size_t i = 0; i < m_paper.parts.size(); ++i) part(m_paper.parts[i], 0, i, Way::upright);
	if (has_end_mark(m_paper) && m_last == nullptr && !m_paper.parts.empty()) {
		open("BodyText", Keep::yes);
		run("./.");
		close();
	}
	leave_columns();
	m_in_body = false;
	turn(Way::upright);
	signatures();
	if (m_paper.references == References::numbers) sources();
	section();
	add("</w:body></w:document>");
	return std::move(m_out);
}

std::string DocxBody::footnotes() const {
	std::string out =
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
	    "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
	    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
	    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"
	    "</w:footnote>";
	return out.append(m_notes).append("</w:footnotes>");
}

void DocxBody::find_last(const std::vector<Block>& blocks, const std::vector<Part>& parts) {
	if (!parts.empty()) return find_last(parts.back().blocks, parts.back().parts);
	if (blocks.empty()) return;
	const Paragraph* last = std::get_if<Paragraph>(&blocks.back());
	if (const auto* const bullets = std::get_if<Bullets>(&blocks.back());
	    bullets != nullptr && !bullets->points.empty()) {
		last = &bullets->points.back();
	}
	if (last != nullptr && !last->sentences.empty()) m_last = last;
}

DocxBody::Way DocxBody::way_of(const std::vector<Block>& blocks) const {
	return std::ranges::any_of(blocks, [&](const Block& one) { return is_wide(one); }) ? Way::across : Way::upright;
}

/// A part with a table that needs it lies across as a whole, and so do all parts beside it where most of them do: a
/// reader should not have to turn the paper for each table.
void DocxBody::part(const Part& part, std::size_t level, std::size_t index, Way way) {
	const auto lying =
	    std::ranges::count_if(part.parts, [&](const Part& inner) { return way_of(inner.blocks) == Way::across; });
	const bool most = 2 * static_cast<std::size_t>(lying) > part.parts.size();
	const bool first = part.blocks.empty() && !part.parts.empty() && way_of(part.parts.front().blocks) == Way::across;
	turn(way == Way::across || most || first ? Way::across : way_of(part.blocks));
	if (level < 2) {
		open(level == 0 ? "Heading1" : "Heading2");
	} else {
		open("Heading3");
		run(ordinal(level, index, m_paper.lang) + " ");
	}
	run(part.heading);
	close();
	blocks(part.blocks);
	const Way inner = most ? Way::across : way;
	for (std::size_t i = 0; i < part.parts.size(); ++i) this->part(part.parts[i], level + 1, i, inner);
}

void DocxBody::blocks(const std::vector<Block>& blocks) {
	for (const Block& block : blocks) {
		std::visit([&](const auto& one) { put(one); }, block);
	}
}

void DocxBody::put(const Paragraph& paragraph) {
	if (paragraph.sentences.empty()) return;
	open("BodyText", &paragraph == m_last ? Keep::yes : Keep::no);
	sentences(paragraph);
	close();
}

void DocxBody::put(const Bullets& bullets) {
	for (const Paragraph& point : bullets.points) {
		open("ListBullet", &point == m_last ? Keep::yes : Keep::no);
		sentences(point);
		close();
	}
}

void DocxBody::sentences(const Paragraph& paragraph) {
	for (std::size_t i = 0; i < paragraph.sentences.size(); ++i) {
		if (i > 0) run(" ");
		words(paragraph.sentences[i]);
	}
}

void DocxBody::start(std::string_view style, Keep keep) {
	add("<w:p><w:pPr><w:pStyle w:val=\"");
	add(style);
	add(keep == Keep::yes ? "\"/><w:keepNext/></w:pPr>" : "\"/></w:pPr>");
}

void DocxBody::open(std::string_view style, Keep keep) {
	if (m_paper.column_to_fill && m_in_body) {
		const int half = (m_way == Way::across ? k_across : k_upright).text_width() / 2;
		if (!m_in_columns) {
			add("<w:tbl><w:tblPr><w:tblW w:w=\"");
			number(2L * half);
			add("\" w:type=\"dxa\"/><w:tblBorders><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
			    "w:color=\"808080\"/>"
			    "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
			for (int i = 0; i < 2; ++i) add("<w:gridCol w:w=\"" + std::to_string(half) + "\"/>");
			add("</w:tblGrid>");
			m_in_columns = true;
		}
		add("<w:tr><w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(half) + "\" w:type=\"dxa\"/></w:tcPr>");
	}
	start(style, keep);
}

void DocxBody::close() {
	end();
	if (!m_in_columns) return;
	const int half = (m_way == Way::across ? k_across : k_upright).text_width() / 2;
	add("</w:tc><w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(half) + "\" w:type=\"dxa\"/></w:tcPr>");
	start("BodyText");
	end();
	add("</w:tc></w:tr>");
}

void DocxBody::leave_columns() {
	if (!m_in_columns) return;
	m_in_columns = false;
	add("</w:tbl>");
	// Two tables without a paragraph between them would become one.
	start("Gap");
	end();
}

void DocxBody::run(std::string_view words, Look look, std::string_view size) {
	add("<w:r>");
	if (look != Look::plain || !size.empty()) {
		add("<w:rPr>");
		if (look == Look::to_fill) add("<w:rStyle w:val=\"ToFill\"/>");
		if (look == Look::source) add("<w:rStyle w:val=\"SourceNumber\"/>");
		if (look == Look::strong) add("<w:b/><w:bCs/>");
		if (!size.empty() && look != Look::source) {
			add("<w:sz w:val=\"");
			add(size);
			add("\"/><w:szCs w:val=\"");
			add(size);
			add("\"/>");
		}
		add("</w:rPr>");
	}
	add("<w:t xml:space=\"preserve\">");
	say(words);
	add("</w:t></w:r>");
}

void DocxBody::words(const Text& text, std::string_view size) {
	const Ending cut = ending(text.words);
	const bool last = m_last != nullptr && &text == &m_last->sentences.back() && has_end_mark(m_paper);
	const Look look = text.backing.to_fill ? Look::to_fill : Look::plain;
	run(text.backing.to_fill && text.words.empty() ? "…………………" : cut.words, look, size);
	cite(text.backing, size);
	const std::string_view mark = last ? "./." : cut.mark;
	if (!mark.empty()) run(mark, Look::plain, size);
}

void DocxBody::cite(const Backing& backing, std::string_view size) {
	if (backing.facts.empty() || m_paper.references == References::none) return;
	if (m_paper.references == References::footnotes) {
		const std::size_t id = note(backing);
		add("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"");
		number(static_cast<long>(id));
		add("\"/></w:r>");
		return;
	}
	const Cited found = cited(m_paper, backing);
	if (found.empty()) return;
	const std::string words = " [" + citation(m_paper, found, k_numbers_in_a_sentence) + "]";
	if (!found.sources.empty())
		add("<w:hyperlink w:anchor=\"source" + std::to_string(found.sources.front() + 1) + "\">");
	run(words, Look::source, size);
	if (!found.sources.empty()) add("</w:hyperlink>");
}

std::size_t DocxBody::note(const Backing& backing) {
	const std::size_t id = ++m_note_count;
	const auto [first, is_new] = m_note_of.try_emplace(backing.facts, id);
	m_notes.append("<w:footnote w:id=\"").append(std::to_string(id));
	m_notes.append(
	    "\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr><w:r><w:rPr><w:rStyle "
	    "w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> ");
	if (is_new) {
		write_note(backing, m_notes);
	} else {
		append_escaped(m_notes, m_messages.text("paper-see-note", {std::to_string(first->second)}));
	}
	m_notes.append("</w:t></w:r></w:p></w:footnote>");
	return id;
}

void DocxBody::write_note(const Backing& backing, std::string& out) const {
	std::vector<const Quote*> quotes;  // the first of each document
	std::vector<std::size_t> seen;
	std::string entered;
	for (const std::size_t fact : backing.facts) {
		const FactNote& note = m_paper.facts[fact];
		if (note.quotes.empty() && entered.empty()) {
			entered = note.summary + " (" + note.id + "): " +
			          (note.entered_by.empty() ? m_messages.text("paper-entered")
			                                   : m_messages.text("paper-entered-by", {note.entered_by})) +
			          ".";
		}
		for (const Quote& quote : note.quotes) {
			if (std::ranges::find(seen, quote.source) != seen.end()) continue;
			if (quotes.size() < k_note_quotes) quotes.push_back(&quote);
			if (seen.size() < 1000) seen.push_back(quote.source);
		}
	}
	for (std::size_t i = 0; i < quotes.size(); ++i) {
		const SourceLine& source = m_paper.sources[quotes[i]->source];
		if (i > 0) out.append(" ");
		append_escaped(out, source.title.empty() ? source.id + " (" + source.path + ")" : source.title);
		if (!source.published.empty()) {
			out.append(", ");
			append_escaped(out, source.published);
		}
		const std::string words = plain(quotes[i]->words);
		const std::string_view kept = first_letters(words, k_note_letters);
		out.append(": “");
		append_escaped(out, kept);
		out.append(kept.size() < words.size() ? "…”." : "”.");
	}
	if (seen.size() > quotes.size()) {
		out.append(" (");
		append_escaped(out, m_messages.text("paper-quotes-more", {std::to_string(seen.size() - quotes.size())}));
		out.append(")");
	}
	if (!quotes.empty() && !entered.empty()) out.append(" ");
	append_escaped(out, entered);
}

void DocxBody::turn(Way way) {
	if (way == m_way) return;
	leave_columns();
	add("<w:p><w:pPr><w:pStyle w:val=\"Gap\"/>");
	section();
	add("</w:pPr></w:p>");
	m_way = way;
}

void DocxBody::section() {
	const DocxPage& page = m_way == Way::across ? k_across : k_upright;
	add("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/>");
	if (m_sections == 0) add("<w:headerReference w:type=\"first\" r:id=\"rId6\"/>");
	const auto attribute = [&](std::string_view name, int value) {
		add(" w:");
		add(name);
		add("=\"" + std::to_string(value) + "\"");
	};
	add("<w:pgSz");
	attribute("w", page.width);
	attribute("h", page.height);
	add(m_way == Way::across ? " w:orient=\"landscape\"/><w:pgMar" : "/><w:pgMar");
	attribute("top", page.top);
	attribute("right", page.right);
	attribute("bottom", page.bottom);
	attribute("left", page.left);
	attribute("header", 567);
	attribute("footer", 567);
	attribute("gutter", 0);
	add("/>");
	if (m_sections == 0) add("<w:titlePg/>");
	add("</w:sectPr>");
	++m_sections;
}

void DocxBody::say(std::string_view words) { append_escaped(m_out, words); }

}  // namespace bienban::paper
