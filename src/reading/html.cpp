#include "reading/html.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/one_of.hpp"
#include "reading/byline.hpp"
#include "reading/html_lines.hpp"
#include "reading/line.hpp"
#include "reading/linked_data.hpp"
#include "reading/markup.hpp"
#include "text/letters.hpp"
#include "text/normalize.hpp"

namespace bienban::reading {

namespace {

constexpr std::size_t k_most_lines = 400'000;
constexpr std::size_t k_most_attributes = 64;

using base::one_of;

constexpr std::array<std::string_view, 24> k_dropped = {
    "script",   "style",  "noscript", "svg",    "template", "button", "select",   "option",
    "textarea", "iframe", "object",   "canvas", "math",     "input",  "datalist", "audio",
    "video",    "map",    "applet",   "embed",  "dialog",   "label",  "meter",    "progress"};
constexpr std::array<std::string_view, 32> k_containers = {
    "html", "body", "div",   "section", "article", "main",   "header", "footer",  "aside",    "nav",      "form",
    "ul",   "ol",   "table", "tbody",   "thead",   "tfoot",  "tr",     "dl",      "figure",   "fieldset", "center",
    "menu", "td",   "th",    "details", "address", "search", "hgroup", "caption", "frameset", "noframes"};
constexpr std::array<std::string_view, 14> k_paragraphs = {
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "blockquote", "figcaption", "summary"};
constexpr std::array<std::string_view, 3> k_frame_tags = {"nav", "footer", "aside"};
constexpr std::array<std::string_view, 6> k_frame_roles = {"navigation", "contentinfo", "complementary",
                                                           "search",     "menu",        "menubar"};

std::string_view as_view(const xmlChar* text) {
	return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));  // NOLINT
}

/// The attributes of one element.
class Attributes {
public:
	explicit Attributes(const xmlChar** list) : m_list(list) {}
	std::string_view operator[](std::string_view name) const {
		for (const xmlChar** at = m_list; at != nullptr && *at != nullptr; at += 2) {
			if (as_view(at[0]) == name) return as_view(at[1]);
		}
		return {};
	}

private:
	const xmlChar** m_list;
};

/// Clean text of a value of the page's head: one line, up to the first byte that is not UTF-8 (values are cut in
/// length).
std::string clean_value(std::string_view value) {
	value = value.substr(0, text::first_invalid_utf8(value).value_or(value.size()));
	std::string out = text::clean(value);
	std::ranges::replace(out, '\n', ' ');
	return out;
}

/// What is kept while libxml2 walks through the page.
class PageReader {
public:
	PageReader(htmlParserCtxtPtr parser, std::size_t max_depth) : m_parser(parser), m_max_depth(max_depth) {}

	bool too_deep() const { return m_too_deep; }

	void start(std::string_view tag, const Attributes& attributes) {
		if (m_stack.size() >= m_max_depth || m_lines.count() > k_most_lines) {
			m_too_deep = m_stack.size() >= m_max_depth;
			xmlStopParser(m_parser);
			return;
		}
		Element element = m_stack.empty() ? Element{} : m_stack.back();
		element.block = false;
		element.link = false;
		element.title = tag == "title";
		element.json = tag == "script" && attributes["type"] == "application/ld+json";
		if (element.json) m_json.clear();
		element.dropped = element.dropped || one_of(tag, k_dropped) || tag == "head";
		if (tag == "meta") read_meta(attributes);
		if (!element.dropped) open(tag, attributes, element);
		m_stack.push_back(element);
	}

	void end(std::string_view tag) {
		if (m_stack.empty()) return;
		const Element element = m_stack.back();
		m_stack.pop_back();
		if (element.json) read_json();
		if (element.dropped) return;
		if (element.link) m_lines.close_link();
		if (element.block)
			m_lines.close_block();
		else if (tag == "br")
			m_lines.break_line(HtmlLines::Break::soft);
		m_lines.set_hint(m_stack.empty() ? Hint::none : m_stack.back().hint);
	}

	void text(std::string_view text) {
		if (m_stack.empty()) {
			m_lines.add(text);
			return;
		}
		if (m_stack.back().json && m_json.size() < (1U << 18U)) m_json += text;
		if (m_stack.back().title && m_title.size() < 1000) m_title += text;
		if (!m_stack.back().dropped) m_lines.add(text);
	}

	HtmlPage finish() {
		HtmlPage page;
		page.lines = m_lines.finish(page.text);
		page.facts.title = clean_value(!m_og_title.empty()       ? m_og_title
		                               : !m_linked.title.empty() ? m_linked.title
		                                                         : m_title);
		page.facts.published = m_published;
		page.facts.fallback_published = m_time;
		if (!m_author.empty()) {
			add_author(m_author, page.facts.authors);
		} else {
			for (const std::string& name : m_linked.authors) add_author(name, page.facts.authors);
		}
		return page;
	}

private:
	struct Element {
		bool block = false;
		bool link = false;
		bool dropped = false;
		bool title = false;
		bool json = false;
		Hint hint = Hint::none;
	};

	void open(std::string_view tag, const Attributes& attributes, Element& element) {
		const bool leaf = one_of(tag, k_paragraphs);
		element.block = leaf || one_of(tag, k_containers);
		const std::string_view classes = attributes["class"];
		const auto has_class = [&](std::string_view word) { return classes.find(word) != std::string_view::npos; };
		Hint hint = element.hint;
		if (hint != Hint::chrome) {
			const std::string_view style = attributes["style"];
			if (one_of(tag, k_frame_tags) || one_of(attributes["role"], k_frame_roles) ||
			    style.find("display:none") != std::string_view::npos ||
			    style.find("display: none") != std::string_view::npos) {
				hint = Hint::chrome;
			} else if (tag == "h1") {
				hint = Hint::headline;
			} else if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '2' && tag[1] <= '6') {
				hint = Hint::heading;
			} else if (tag == "figcaption" ||
			           (element.block && has_class("caption") && tag != "tr" && tag != "table")) {
				hint = Hint::caption;
			} else if ((has_class("author") || attributes["rel"] == "author" || attributes["itemprop"] == "author") &&
			           tag != "body") {
				hint = Hint::byline;
			}
		}
		if (element.block) {
			if (tag == "td" || tag == "th") {
				// A cell is no block of its own: short cells share the line of their row.
				element.block = false;
				m_lines.next_cell();
			} else {
				m_lines.open_block(leaf ? HtmlLines::Leaf::yes : HtmlLines::Leaf::no);
			}
		}
		element.link = tag == "a";
		if (element.link) m_lines.open_link();
		if (tag == "hr") m_lines.break_line(HtmlLines::Break::hard);
		if (tag == "time" && m_time.empty() && hint != Hint::chrome) m_time = iso_day(attributes["datetime"]);
		element.hint = hint;
		m_lines.set_hint(hint);
	}

	void read_meta(const Attributes& attributes) {
		std::string_view name = attributes["property"];
		if (name.empty()) name = attributes["name"];
		if (name.empty()) name = attributes["itemprop"];
		const std::string_view content = attributes["content"];
		if (name == "og:title" && m_og_title.empty()) m_og_title = content;
		if (name == "author" || name == "article:author" || name == "dable:author") m_author = content;
		constexpr std::array<std::string_view, 8> k_dates = {
		    "article:published_time", "datePublished", "pubdate",           "publishdate",
		    "DC.date.issued",         "date.issued",   "og:published_time", "parsely-pub-date"};
		if (m_published.empty() && one_of(name, k_dates)) m_published = iso_day(content);
	}

	void read_json() {
		LinkedData data = read_linked_data(std::move(m_json));
		m_json.clear();
		if (m_published.empty()) m_published = iso_day(data.published);
		if (m_linked.title.empty()) m_linked.title = std::move(data.title);
		if (m_linked.authors.empty()) m_linked.authors = std::move(data.authors);
	}

	/// Only what reads as the name of a person: pages put their outlet there too.
	static void add_author(std::string_view value, std::vector<std::string>& authors) {
		const std::string author = clean_value(value);
		Line line;
		take_apart(author, line);
		const auto byline = read_byline(line, 0, line.tokens.size());
		if (!byline || author.starts_with("Báo ")) return;
		for (const std::string& name : byline->authors) {
			if (std::ranges::find(authors, name) == authors.end()) authors.push_back(name);
		}
	}

	htmlParserCtxtPtr m_parser;
	std::size_t m_max_depth;
	bool m_too_deep = false;
	std::vector<Element> m_stack;
	HtmlLines m_lines;
	std::string m_title;
	std::string m_og_title;
	std::string m_published;
	std::string m_time;
	std::string m_author;
	LinkedData m_linked;
	std::string m_json;
};

void on_start(void* page, const xmlChar* name, const xmlChar** attributes) {
	static_cast<PageReader*>(page)->start(as_view(name), Attributes(attributes));
}
void on_end(void* page, const xmlChar* name) { static_cast<PageReader*>(page)->end(as_view(name)); }
void on_text(void* page, const xmlChar* text, int size) {
	static_cast<PageReader*>(page)->text(
	    {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});  // NOLINT
}

struct FreeParser {
	void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

bool is_html(std::string_view utf8) {
	const std::string_view head = utf8.substr(0, 4096);
	const std::size_t first = head.find('<');
	if (first == std::string_view::npos) return false;
	std::string lower(head.substr(first));
	std::ranges::transform(lower, lower.begin(),
	                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
	for (const std::string_view start :
	     {"<!doctype html", "<html", "<head", "<body", "<?xml", "<meta", "<title", "<article"}) {
		if (lower.find(start) != std::string::npos) return true;
	}
	// A fragment: begins with an element, and has others.
	if (head.find_first_not_of(" \n\r\t") != first || lower.find('>') == std::string::npos) return false;
	constexpr std::array<std::string_view, 12> k_fragments = {"<div",     "<p>",   "<p ",   "<h1", "<h2",  "<table",
	                                                          "<section", "<span", "<main", "<ul", "<!--", "<font"};
	return std::ranges::any_of(k_fragments, [&](std::string_view tag) { return lower.starts_with(tag); });
}

base::Result<HtmlPage> read_html(std::string_view utf8, std::size_t max_depth) {
	// Once, before any thread parses: libxml2 fills its tables on first use.
	static const bool k_ready = (xmlInitParser(), true);
	static_cast<void>(k_ready);

	std::string storage;
	utf8 = cut_attributes(utf8, k_most_attributes, storage);

	htmlSAXHandler handler{};
	handler.startElement = on_start;
	handler.endElement = on_end;
	handler.characters = on_text;
	handler.ignorableWhitespace = on_text;
	handler.cdataBlock = on_text;

	const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
	    htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
	if (!parser) throw std::bad_alloc();
	PageReader page(parser.get(), max_depth);
	htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
	                                     HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
	xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
	*parser->sax = handler;
	parser->userData = &page;
	htmlParseDocument(parser.get());
	if (page.too_deep()) return base::fail("reading-too-deep", {std::to_string(max_depth)});
	return page.finish();
}

std::string iso_day(std::string_view text) {
	Line line;
	take_apart(text.substr(0, 64), line);
	return line.date ? line.date->edtf() : std::string();
}

}  // namespace bienban::reading
