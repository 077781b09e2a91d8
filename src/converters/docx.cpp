#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "converters/converter.hpp"
#include "converters/docx.hpp"
#include "converters/docx_parts.hpp"
#include "converters/package.hpp"
#include "converters/xml.hpp"
#include "text/old_letters.hpp"

namespace bienban::converters {

namespace {

constexpr std::string_view k_compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// Elements that are no text of the document as it stands: what was deleted or moved away, the instructions of fields,
/// former properties, and what stands in for newer elements.
bool is_left_out(std::string_view name) {
	constexpr std::array<std::string_view, 12> k_left_out = {"del",        "moveFrom",   "instrText",    "delText",
	                                                         "pPrChange",  "rPrChange",  "sectPrChange", "tblPrChange",
	                                                         "trPrChange", "tcPrChange", "sdtPr",        "rt"};
	return std::ranges::find(k_left_out, name) != k_left_out.end();
}

bool is_on(std::string_view value) { return value != "0" && value != "false" && value != "none"; }

/// Notes by their id, as HTML.
using Notes = std::map<std::string, std::string, std::less<>>;

/// Writes the body of a document, or its notes, as HTML.
class BodyReader : public XmlHandler {
public:
	BodyReader(const DocxStyles& styles, DocxNumbers& numbers, const Notes& footnotes, const Notes& endnotes)
	    : m_styles(styles), m_numbers(numbers), m_footnotes(footnotes), m_endnotes(endnotes) {}

	std::string html;
	Notes notes;  ///< where it is a file of notes

	void start(std::string_view name, std::string_view space, const XmlAttributes& attributes) override {
		const bool word = is_word_space(space);
		if (m_left_out > 0 || (word && is_left_out(name)) || (space == k_compatibility && name == "Fallback")) {
			++m_left_out;
			return;
		}
		if (!word) return;
		if (name == "p") {
			m_paragraphs.emplace_back();
		} else if (name == "r") {
			m_run = {};
		} else if (name == "tbl" || name == "tr" || name == "tc") {
			m_in_text = false;
			out() += name == "tbl" ? "<table>" : name == "tr" ? "<tr>" : "<td>";
		} else if (name == "footnote" || name == "endnote") {
			m_note = attributes["type"].empty() ? std::string{attributes["id"]} : std::string{};
			html.clear();
		} else if (!m_paragraphs.empty()) {
			in_paragraph(name, attributes);
		}
	}

	void end(std::string_view name, std::string_view space) override {
		if (m_left_out > 0) {
			--m_left_out;
			return;
		}
		if (!is_word_space(space)) return;
		if (name == "p") {
			close_paragraph();
		} else if (name == "t") {
			take_letters();
		} else if (name == "tbl" || name == "tr" || name == "tc") {
			out() += name == "tbl" ? "</table>\n" : name == "tr" ? "</tr>" : "</td>";
		} else if (name == "footnote" || name == "endnote") {
			if (!m_note.empty()) notes[m_note] = html;
		}
	}

	void text(std::string_view text) override {
		if (!m_in_text || m_left_out > 0 || m_paragraphs.empty() || is_hidden()) return;
		// Letters arrive in pieces: a letter of an old font may be two of them.
		m_letters += text;
	}

private:
	struct Paragraph {
		std::string text;   ///< HTML
		std::string after;  ///< what is anchored in it: text boxes, notes
		std::string style;
		std::string list;
		int level = -1;
		int heading = 0;
	};
	struct Run {
		std::string style;
		std::string font;
		std::optional<bool> hidden;
	};

	/// Where whole blocks go: behind the paragraph that a text box stands in, else to the end.
	std::string& out() { return m_paragraphs.empty() ? html : m_paragraphs.back().after; }

	/// The letters of a run as its font shows them.
	void take_letters() {
		m_in_text = false;
		if (m_paragraphs.empty() || m_letters.empty()) return m_letters.clear();
		const auto font = text::old_font(font_of_run());
		append_escaped(m_paragraphs.back().text, font ? text::shown_in(*font, m_letters) : m_letters);
		m_letters.clear();
	}

	const std::string& font_of_run() const {
		if (!m_run.font.empty()) return m_run.font;
		if (const std::string& font = m_styles.of(m_run.style).font; !m_run.style.empty() && !font.empty()) return font;
		const std::string& style = m_paragraphs.back().style;
		return (style.empty() ? m_styles.standard() : m_styles.of(style)).font;
	}

	bool is_hidden() const { return m_run.hidden.value_or(!m_run.style.empty() && m_styles.of(m_run.style).hidden); }

	void in_paragraph(std::string_view name, const XmlAttributes& attributes) {
		Paragraph& paragraph = m_paragraphs.back();
		const std::string_view value = attributes["val"];
		if (name == "t") {
			m_in_text = true;
		} else if (name == "tab" || name == "ptab") {
			paragraph.text += ' ';
		} else if (name == "br" || name == "cr") {
			paragraph.text += "<br>";
		} else if (name == "noBreakHyphen") {
			paragraph.text += '-';
		} else if (name == "pStyle") {
			paragraph.style = value;
		} else if (name == "numId") {
			paragraph.list = value;
		} else if (name == "ilvl") {
			std::from_chars(value.data(), value.data() + value.size(), paragraph.level);
		} else if (name == "outlineLvl") {
			int level = 9;
			std::from_chars(value.data(), value.data() + value.size(), level);
			if (level < 9) paragraph.heading = std::clamp(level + 2, 2, 6);
		} else if (name == "rFonts") {
			m_run.font = attributes["ascii"].empty() ? attributes["hAnsi"] : attributes["ascii"];
		} else if (name == "rStyle") {
			m_run.style = value;
		} else if (name == "vanish" || name == "webHidden") {
			m_run.hidden = is_on(value);
		} else if (name == "footnoteReference" || name == "endnoteReference") {
			const Notes& from = name == "footnoteReference" ? m_footnotes : m_endnotes;
			if (const auto note = from.find(attributes["id"]); note != from.end()) paragraph.after += note->second;
		}
	}

	void close_paragraph() {
		if (m_paragraphs.empty()) return;
		Paragraph paragraph = std::move(m_paragraphs.back());
		m_paragraphs.pop_back();
		m_in_text = false;
		const DocxStyle& style = paragraph.style.empty() ? m_styles.standard() : m_styles.of(paragraph.style);
		const int heading = paragraph.heading != 0 ? paragraph.heading : style.heading;
		const std::string& list = paragraph.list.empty() ? style.list : paragraph.list;
		std::string label;
		if (!list.empty() && list != "0") {
			const int level = paragraph.level >= 0 ? paragraph.level : paragraph.list.empty() ? style.level : 0;
			label = m_numbers.next(list, level);
		}
		std::string& to = out();
		const std::string tag = heading == 0 ? "p" : "h" + std::to_string(heading);
		to += '<' + tag + '>';
		if (!label.empty()) {
			append_escaped(to, label);
			to += ' ';
		}
		to += paragraph.text;
		to += "</" + tag + ">\n";
		to += paragraph.after;
	}

	const DocxStyles& m_styles;
	DocxNumbers& m_numbers;
	const Notes& m_footnotes;
	const Notes& m_endnotes;
	std::vector<Paragraph> m_paragraphs;  ///< more than one inside a text box
	Run m_run;
	std::string m_note;
	unsigned m_left_out = 0;  ///< how deep inside something left out
	std::string m_letters;    ///< of the text that is open
	bool m_in_text = false;
};

/// A part that a document may lack: empty then.
base::Result<std::string> optional_file(const Package& package, const std::string& name) {
	if (!package.has(name)) return std::string{};
	return package.file(name);
}

}  // namespace

base::Result<std::string> docx_html(std::string_view bytes) {
	const auto package = Package::open(bytes);
	if (!package) return tl::unexpected(package.error());
	if (!package->has("word/document.xml")) return base::fail("conversion-no-text-inside");
	DocxStyles styles;
	if (const auto xml = optional_file(*package, "word/styles.xml"); xml && !xml->empty()) {
		if (auto read = DocxStyles::read(*xml)) styles = std::move(*read);
	}
	DocxNumbers numbers;
	if (const auto xml = optional_file(*package, "word/numbering.xml"); xml && !xml->empty()) {
		if (auto read = DocxNumbers::read(*xml)) numbers = std::move(*read);
	}
	const Notes none;
	std::array<Notes, 2> notes;
	for (std::size_t i = 0; i < notes.size(); ++i) {
		const auto xml = optional_file(*package, i == 0 ? "word/footnotes.xml" : "word/endnotes.xml");
		if (!xml || xml->empty()) continue;
		BodyReader reader{styles, numbers, none, none};
		if (auto parsed = parse_xml(*xml, reader); !parsed) return tl::unexpected(parsed.error());
		notes.at(i) = std::move(reader.notes);
	}
	const auto xml = package->file("word/document.xml");
	if (!xml) return tl::unexpected(xml.error());
	BodyReader reader{styles, numbers, notes[0], notes[1]};
	reader.html = "<html><body>\n";
	if (auto parsed = parse_xml(*xml, reader); !parsed) return tl::unexpected(parsed.error());
	reader.html += "</body></html>\n";
	return reader.html;
}

base::Result<void> convert_docx(const Input& input, conversion::Sender& sender) {
	auto html = docx_html(input.bytes);
	if (!html) return tl::unexpected(html.error());
	sender.give({.name = {}, .format = "docx", .content = conversion::Html{std::move(*html)}, .told = {}});
	return {};
}

}  // namespace bienban::converters
