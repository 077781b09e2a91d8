#include "converters/xml.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <memory>
#include <new>

namespace bienban::converters {

namespace {

constexpr unsigned k_most_depth = 512;
constexpr std::size_t k_piece = 1U << 16U;

std::string_view view(const xmlChar* text) {
	return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);  // NOLINT: libxml2's own letters
}

struct Walk {
	XmlHandler& handler;
	xmlParserCtxtPtr parser = nullptr;
	unsigned depth = 0;
	bool refused = false;

	void refuse() {
		refused = true;
		xmlStopParser(parser);
	}
};

void on_start(void* walk_, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri, int /*spaces*/,
              const xmlChar** /*space_list*/, int count, int /*defaulted*/, const xmlChar** attributes) {
	Walk& walk = *static_cast<Walk*>(walk_);
	if (++walk.depth > k_most_depth) return walk.refuse();
	walk.handler.start(view(name), view(uri), XmlAttributes{attributes, count});
}

void on_end(void* walk_, const xmlChar* name, const xmlChar* /*prefix*/, const xmlChar* uri) {
	Walk& walk = *static_cast<Walk*>(walk_);
	--walk.depth;
	walk.handler.end(view(name), view(uri));
}

void on_text(void* walk, const xmlChar* text, int size) {
	static_cast<Walk*>(walk)->handler.text(
	    {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});  // NOLINT
}

/// Declarations of any kind: what bombs are made of.
void on_declaration(void* walk, const xmlChar* /*name*/, const xmlChar* /*id*/, const xmlChar* /*system*/) {
	static_cast<Walk*>(walk)->refuse();
}

struct FreeParser {
	void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
	for (int i = 0; i < m_count; ++i) {
		const unsigned char** at = m_list + static_cast<std::ptrdiff_t>(i) * 5;
		if (view(at[0]) == name)
			return {reinterpret_cast<const char*>(at[3]), static_cast<std::size_t>(at[4] - at[3])};  // NOLINT
	}
	return {};
}

base::Result<void> parse_xml(std::string_view bytes, XmlHandler& handler, XmlFaults faults) {
	const bool strict = faults == XmlFaults::refused;
	xmlSAXHandler events{};
	events.initialized = XML_SAX2_MAGIC;
	events.startElementNs = on_start;
	events.endElementNs = on_end;
	events.characters = on_text;
	events.ignorableWhitespace = on_text;
	events.cdataBlock = on_text;
	if (strict) events.internalSubset = events.externalSubset = on_declaration;
	Walk walk{.handler = handler};
	const std::unique_ptr<xmlParserCtxt, FreeParser> parser(
	    xmlCreatePushParserCtxt(&events, &walk, nullptr, 0, nullptr));
	if (!parser) throw std::bad_alloc();
	walk.parser = parser.get();
	xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE |
	                                    (strict ? 0 : XML_PARSE_RECOVER));
	while (!bytes.empty() && !walk.refused && (!strict || parser->wellFormed != 0)) {
		const std::string_view piece = bytes.substr(0, k_piece);
		xmlParseChunk(parser.get(), piece.data(), static_cast<int>(piece.size()), 0);
		bytes.remove_prefix(piece.size());
	}
	if (!walk.refused) xmlParseChunk(parser.get(), nullptr, 0, 1);
	if (walk.refused || (strict && parser->wellFormed == 0)) return base::fail("conversion-broken", {"XML"});
	return {};
}

void append_escaped(std::string& html, std::string_view text) {
	for (const char c : text) {
		if (c == '<') {
			html += "&lt;";
		} else if (c == '>') {
			html += "&gt;";
		} else if (c == '&') {
			html += "&amp;";
		} else {
			html += c;
		}
	}
}

}  // namespace bienban::converters
