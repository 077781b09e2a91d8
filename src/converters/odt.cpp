#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <vector>

#include "converters/converter.hpp"
#include "converters/odt_lists.hpp"
#include "converters/package.hpp"
#include "converters/xml.hpp"
#include "text/old_letters.hpp"

namespace bienban::converters {

namespace {

constexpr std::string_view k_text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view k_table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
constexpr std::string_view k_style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
constexpr std::string_view k_office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

int number_of(std::string_view text, int otherwise) {
	int value = otherwise;
	std::from_chars(text.data(), text.data() + text.size(), value);
	return value;
}

/// Fonts by the name of a style, each with what it is based on.
struct FontStyle {
	std::string font;
	std::string parent;
	bool title = false;
};
using FontStyles = std::map<std::string, FontStyle, std::less<>>;

/// Writes the body of a document as HTML; reads the styles that stand before it.
class OdtReader : public XmlHandler {
public:
	OdtReader(FontStyles& styles, OdtLists& lists) : m_styles(styles), m_lists(lists) {}

	std::string html;

	void start(std::string_view name, std::string_view space, const XmlAttributes& attributes) override {
		if (m_left_out > 0 || is_left_out(name, space)) {
			++m_left_out;
			return;
		}
		if (space == k_style) return of_style(name, attributes);
		if (space == k_office && name == "text") m_in_body = true;
		if (!m_in_body) {
			if (space == k_text) m_lists.start_style(name, attributes);
			return;
		}
		if (space == k_table && (name == "table" || name == "table-row" || name == "table-cell")) {
			out() += name == "table" ? "<table>" : name == "table-row" ? "<tr>" : "<td>";
		} else if (space == k_text) {
			of_text(name, attributes);
		}
	}

	void end(std::string_view name, std::string_view space) override {
		if (m_left_out > 0) {
			--m_left_out;
			return;
		}
		if (space == k_style && name == "style") m_style = nullptr;
		if (space == k_office && name == "text") m_in_body = false;
		if (!m_in_body) {
			if (space == k_text) m_lists.end_style(name);
			return;
		}
		if (space == k_text) m_lists.end(name);
		if (space == k_table && (name == "table" || name == "table-row" || name == "table-cell")) {
			out() += name == "table" ? "</table>\n" : name == "table-row" ? "</tr>" : "</td>";
		} else if (space == k_text && (name == "p" || name == "h")) {
			close_paragraph();
		} else if (space == k_text && name == "span" && !m_paragraphs.empty()) {
			take_letters();
			if (m_fonts.size() > 1) m_fonts.pop_back();
		}
	}

	void text(std::string_view text) override {
		if (m_left_out == 0 && m_in_body && !m_paragraphs.empty()) m_letters += text;
	}

private:
	struct Paragraph {
		std::string text;
		std::string after;  ///< text boxes and notes in it
		int heading = 0;
	};

	/// What was deleted, remarks, the number of a note, forms.
	static bool is_left_out(std::string_view name, std::string_view space) {
		return (space == k_text && (name == "tracked-changes" || name == "note-citation" || name == "ruby-text")) ||
		       (space == k_office && (name == "annotation" || name == "forms" || name == "scripts"));
	}

	std::string& out() { return m_paragraphs.empty() ? html : m_paragraphs.back().after; }

	void of_style(std::string_view name, const XmlAttributes& attributes) {
		if (name == "style") {
			m_style = &m_styles[std::string{attributes["name"]}];
			m_style->parent = attributes["parent-style-name"];
			m_style->title = attributes["name"] == "Title";
		} else if (name == "text-properties" && m_style != nullptr) {
			const std::string_view font =
			    attributes["font-name"].empty() ? attributes["font-family"] : attributes["font-name"];
			if (!font.empty()) m_style->font = font;
		}
	}

	/// The label of a paragraph of a list, or of a heading.
	std::string label_of(std::string_view name, const XmlAttributes& attributes) {
		if (m_lists.in_list()) return m_lists.next();
		return name == "h" ? m_lists.next_heading(number_of(attributes["outline-level"], 1), attributes)
		                   : std::string{};
	}

	void of_text(std::string_view name, const XmlAttributes& attributes) {
		if (m_lists.start(name, attributes)) return;
		if (name == "p" || name == "h") {
			take_letters();
			const std::string_view style = attributes["style-name"];
			int heading = name == "h" ? std::clamp(number_of(attributes["outline-level"], 1) + 1, 2, 6) : 0;
			if (inherits_title(style)) heading = 1;
			std::string label = label_of(name, attributes);
			m_paragraphs.push_back({.text = {}, .after = {}, .heading = heading});
			if (!label.empty()) append_escaped(m_paragraphs.back().text, label += ' ');
			m_fonts.push_back(font_of(style));
		} else if (m_paragraphs.empty()) {
			return;
		} else if (name == "span") {
			take_letters();
			std::string font = font_of(attributes["style-name"]);
			m_fonts.push_back(font.empty() ? m_fonts.back() : std::move(font));
		} else if (name == "tab" || name == "s") {
			m_letters += ' ';
		} else if (name == "line-break") {
			take_letters();
			m_paragraphs.back().text += "<br>";
		}
	}

	const FontStyle* style_of(std::string_view name) const {
		const auto found = m_styles.find(name);
		return found == m_styles.end() ? nullptr : &found->second;
	}

	std::string font_of(std::string_view name) const {
		const FontStyle* style = style_of(name);
		for (int steps = 0; style != nullptr && steps < 32; ++steps) {
			if (!style->font.empty()) return style->font;
			style = style_of(style->parent);
		}
		return {};
	}

	bool inherits_title(std::string_view name) const {
		const FontStyle* style = style_of(name);
		for (int steps = 0; style != nullptr && steps < 32; ++steps) {
			if (style->title) return true;
			style = style_of(style->parent);
		}
		return false;
	}

	void take_letters() {
		if (m_letters.empty()) return;
		if (!m_paragraphs.empty()) {
			const auto font = text::old_font(m_fonts.back());
			append_escaped(m_paragraphs.back().text, font ? text::shown_in(*font, m_letters) : m_letters);
		}
		m_letters.clear();
	}

	void close_paragraph() {
		if (m_paragraphs.empty()) return;
		take_letters();
		const Paragraph paragraph = std::move(m_paragraphs.back());
		m_paragraphs.pop_back();
		m_fonts.pop_back();
		const std::string tag = paragraph.heading == 0 ? "p" : "h" + std::to_string(paragraph.heading);
		out() += '<' + tag + '>' + paragraph.text + "</" + tag + ">\n" + paragraph.after;
	}

	FontStyles& m_styles;
	OdtLists& m_lists;
	FontStyle* m_style = nullptr;
	std::vector<Paragraph> m_paragraphs;  ///< more than one inside a note or a text box
	std::vector<std::string> m_fonts = {std::string{}};
	std::string m_letters;
	unsigned m_left_out = 0;
	bool m_in_body = false;
};

}  // namespace

base::Result<void> convert_odt(const Input& input, conversion::Sender& sender) {
	const auto package = Package::open(input.bytes);
	if (!package) return tl::unexpected(package.error());
	if (!package->has("content.xml")) return base::fail("conversion-no-text-inside");
	if (const auto manifest = package->file("META-INF/manifest.xml");
	    manifest && manifest->find("encryption-data") != std::string::npos) {
		return base::fail("conversion-protected");
	}
	FontStyles styles;
	OdtLists lists;
	if (const auto xml = package->file("styles.xml")) {
		OdtReader reader{styles, lists};
		// A document whose styles are broken still has its text.
		std::ignore = parse_xml(*xml, reader);
	}
	const auto xml = package->file("content.xml");
	if (!xml) return tl::unexpected(xml.error());
	OdtReader reader{styles, lists};
	reader.html = "<html><body>\n";
	if (auto parsed = parse_xml(*xml, reader); !parsed) return parsed;
	reader.html += "</body></html>\n";
	sender.give({.name = {}, .format = "odt", .content = conversion::Html{std::move(reader.html)}, .told = {}});
	return {};
}

}  // namespace bienban::converters
