#include "converters/pdf_text.hpp"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <charconv>
#include <cstring>
#include <memory>

#include "text/normalize.hpp"

namespace bienban::converters {

namespace {

using model::Box;

constexpr std::size_t k_most_words = 4'000'000;

/// What XML does not allow becomes a space, byte by byte; offsets do not change.
void make_legal(std::string& xml) {
	for (char& c : xml) {
		if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') c = ' ';
	}
	std::size_t from = 0;
	while (const auto fault = text::first_invalid_utf8(std::string_view(xml).substr(from))) {
		xml[from + *fault] = ' ';
		from += *fault;
	}
}

/// Takes the elements as they come.
class Gatherer {
public:
	void open(std::string_view name, const xmlChar** attributes, int count) {
		m_attributes = attributes;
		m_count = count;
		if (name == "page") {
			m_pdf.pages.push_back({number("width"), number("height"), {}});
			m_in_page = true;
		} else if (!m_in_page) {
			m_in_title = name == "title";
		} else if (name == "block") {
			page().blocks.emplace_back();
		} else if (name == "line") {
			if (page().blocks.empty()) page().blocks.emplace_back();
			page().blocks.back().lines.emplace_back();
		} else if (name == "word" && m_words < k_most_words) {
			if (page().blocks.empty() || page().blocks.back().lines.empty()) return;
			++m_words;
			m_in_word = true;
			const Box box{number("xMin"), number("yMin"), number("xMax"), number("yMax")};
			page().blocks.back().lines.back().words.push_back(
			    {.text = {}, .box = box, .confidence = 1, .size = 0, .bold = false});
		}
	}

	void close(std::string_view name) {
		if (name == "word") m_in_word = false;
		if (name == "title") m_in_title = false;
		if (name == "page") m_in_page = false;
		if (name == "doc") m_whole = true;
	}

	void add(std::string_view text) {
		if (m_in_word) page().blocks.back().lines.back().words.back().text += text;
		if (m_in_title) m_pdf.title += text;
	}

	bool is_whole() const { return m_whole; }
	PdfText take() { return std::move(m_pdf); }

private:
	model::PrintedPage& page() { return m_pdf.pages.back(); }

	float number(const char* name) const {
		for (int i = 0; i < m_count; ++i) {
			const xmlChar** one = m_attributes + static_cast<std::ptrdiff_t>(i) * 5;
			if (std::strcmp(reinterpret_cast<const char*>(one[0]), name) != 0) continue;
			float value = 0;
			std::from_chars(reinterpret_cast<const char*>(one[3]), reinterpret_cast<const char*>(one[4]), value);
			return value;
		}
		return 0;
	}

	PdfText m_pdf;
	const xmlChar** m_attributes = nullptr;
	int m_count = 0;
	std::size_t m_words = 0;
	bool m_in_page = false;
	bool m_in_word = false;
	bool m_in_title = false;
	bool m_whole = false;
};

std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

void on_open(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count, int,
             const xmlChar** attributes) {
	static_cast<Gatherer*>(context)->open(view(name), attributes, count);
}

void on_close(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
	static_cast<Gatherer*>(context)->close(view(name));
}

void on_text(void* context, const xmlChar* text, int size) {
	static_cast<Gatherer*>(context)->add({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

xmlEntity* on_entity(void*, const xmlChar* name) { return xmlGetPredefinedEntity(name); }

void on_error(void*, const char*, ...) {}

struct FreeParser {
	void operator()(xmlParserCtxt* parser) const {
		if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
		xmlFreeParserCtxt(parser);
	}
};

}  // namespace

base::Result<PdfText> read_pdf_text(std::string xml) {
	make_legal(xml);
	xmlSAXHandler sax{};
	sax.initialized = XML_SAX2_MAGIC;
	sax.startElementNs = on_open;
	sax.endElementNs = on_close;
	sax.characters = on_text;
	sax.getEntity = on_entity;
	sax.error = on_error;
	sax.warning = on_error;
	Gatherer gatherer;
	const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
	    xmlCreatePushParserCtxt(&sax, &gatherer, nullptr, 0, nullptr));
	if (parser == nullptr) throw std::bad_alloc();
	xmlCtxtUseOptions(parser.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	constexpr std::size_t k_step = 1U << 20;
	for (std::size_t at = 0; at < xml.size(); at += k_step) {
		const std::size_t size = std::min(k_step, xml.size() - at);
		xmlParseChunk(parser.get(), xml.data() + at, static_cast<int>(size), 0);
	}
	xmlParseChunk(parser.get(), nullptr, 0, 1);
	PdfText pdf = gatherer.take();
	if (!gatherer.is_whole()) return base::fail("conversion-broken", {"PDF"});
	return pdf;
}

}  // namespace bienban::converters
