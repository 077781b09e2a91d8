#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>

#include <map>
#include <memory>
#include <vector>

#include "converters/converter.hpp"
#include "converters/package.hpp"
#include "converters/xml.hpp"

namespace bienban::converters {

namespace {

/// Where the book's own table is: META-INF/container.xml.
class ContainerReader : public XmlHandler {
public:
	std::string path;
	void start(std::string_view name, std::string_view /*space*/, const XmlAttributes& attributes) override {
		if (name == "rootfile" && path.empty()) path = attributes["full-path"];
	}
	void end(std::string_view /*name*/, std::string_view /*space*/) override {}
	void text(std::string_view /*text*/) override {}
};

/// The chapters in their order, and what the book tells of itself.
class BookReader : public XmlHandler {
public:
	std::map<std::string, std::string, std::less<>> files;  ///< by id
	std::vector<std::string> order;                         ///< ids
	conversion::Told told;

	void start(std::string_view name, std::string_view /*space*/, const XmlAttributes& attributes) override {
		m_text.clear();
		if (name == "item" && attributes["properties"].find("nav") == std::string_view::npos &&
		    attributes["media-type"].find("html") != std::string_view::npos) {
			files[std::string{attributes["id"]}] = attributes["href"];
		}
		if (name == "itemref") order.emplace_back(attributes["idref"]);
	}
	void end(std::string_view name, std::string_view space) override {
		if (space != "http://purl.org/dc/elements/1.1/") return;
		if (name == "title" && told.title.empty()) told.title = m_text;
		if (name == "creator") told.authors.push_back(m_text);
		if (name == "date" && told.published.empty()) told.published = m_text.substr(0, 10);
	}
	void text(std::string_view text) override { m_text += text; }

private:
	std::string m_text;
};

/// "%20" in the name of a file.
std::string unescaped(std::string_view text) {
	std::string out;
	const auto digit = [](char c) {
		return c >= '0' && c <= '9'   ? c - '0'
		       : c >= 'a' && c <= 'f' ? c - 'a' + 10
		       : c >= 'A' && c <= 'F' ? c - 'A' + 10
		                              : -1;
	};
	for (std::size_t i = 0; i < text.size(); ++i) {
		if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
			out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
			i += 2;
		} else {
			out += text[i];
		}
	}
	return out;
}

struct FreeDoc {
	void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
struct FreeBuffer {
	void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};

/// What stands in the body of a chapter.
std::string body_of(const std::string& page) {
	const std::unique_ptr<xmlDoc, FreeDoc> doc{
	    htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
	                   HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET)};
	if (!doc) return {};
	for (xmlNode* node = xmlDocGetRootElement(doc.get()) == nullptr ? nullptr
	                                                                : xmlDocGetRootElement(doc.get())->children;
	     node != nullptr; node = node->next) {
		if (node->name == nullptr || xmlStrcmp(node->name, reinterpret_cast<const xmlChar*>("body")) != 0)
			continue;  // NOLINT
		std::string out;
		for (xmlNode* child = node->children; child != nullptr; child = child->next) {
			const std::unique_ptr<xmlBuffer, FreeBuffer> buffer{xmlBufferCreate()};
			htmlNodeDump(buffer.get(), doc.get(), child);
			out.append(reinterpret_cast<const char*>(xmlBufferContent(buffer.get())),  // NOLINT
			           static_cast<std::size_t>(xmlBufferLength(buffer.get())));
			out += '\n';
		}
		return out;
	}
	return {};
}

}  // namespace

base::Result<void> convert_epub(const Input& input, conversion::Sender& sender) {
	const auto package = Package::open(input.bytes);
	if (!package) return tl::unexpected(package.error());
	const auto container = package->file("META-INF/container.xml");
	if (!container) return tl::unexpected(container.error());
	ContainerReader where;
	if (auto parsed = parse_xml(*container, where); !parsed) return parsed;
	const auto table = package->file(where.path);
	if (!table) return tl::unexpected(table.error());
	BookReader book;
	if (auto parsed = parse_xml(*table, book); !parsed) return parsed;

	const std::string folder = where.path.substr(0, where.path.rfind('/') + 1);
	std::string html = "<html><body>\n";
	for (const std::string& id : book.order) {
		const auto file = book.files.find(id);
		if (file == book.files.end()) continue;
		const auto page = package->file(folder + unescaped(file->second));
		if (!page) return tl::unexpected(page.error());
		html += body_of(*page);
	}
	html += "</body></html>\n";
	sender.give(
	    {.name = {}, .format = "epub", .content = conversion::Html{std::move(html)}, .told = std::move(book.told)});
	return {};
}

}  // namespace bienban::converters
