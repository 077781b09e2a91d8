#define LOK_USE_UNSTABLE_API  // the names of kinds of documents
#include <LibreOfficeKit/LibreOfficeKitEnums.h>
#include <LibreOfficeKit/LibreOfficeKit.hxx>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "converters/converter.hpp"
#include "converters/docx.hpp"
#include "text/letters.hpp"

namespace bienban::converters {

namespace {

constexpr const char* k_office = "/usr/lib/libreoffice/program";

/// Whether nearly all of a text is letters, figures and signs that people write.
bool is_writing(std::string_view utf8) {
	std::size_t all = 0;
	std::size_t good = 0;
	for (std::size_t at = 0; at < utf8.size();) {
		const text::CodePoint c = text::decode(utf8, at);
		at += c.size;
		++all;
		const bool common = (c.value >= 0x20 && c.value < 0x7F) || c.value == '\n' || c.value == '\t';
		const bool sign = c.value == 0xA0 || c.value == 0xAB || c.value == 0xBB || c.value == 0xB0 || c.value == 0xA7 ||
		                  (c.value >= 0x2000 && c.value < 0x2200);
		if (common || sign || text::split_tone(text::to_lower(c.value)).base != 0 || c.value == U'đ' ||
		    c.value == U'Đ' || (c.value >= 0x0E80 && c.value <= 0x0EFF) || (c.value >= 0x0400 && c.value < 0x0500)) {
			++good;
		}
	}
	return good * 10 >= all * 9;
}

/// Opens a document with LibreOffice, without its windows, and has it written as DOCX.
base::Result<void> through_office(const Input& input, conversion::Sender& sender, const std::string& ending) {
	// The lock lets us write to this folder only.
	const char* scratch = std::getenv("TMPDIR");
	const std::string folder = scratch == nullptr ? "" : scratch;
	const std::string from = folder + "/document." + ending;
	const std::string to = folder + "/document.docx";
	std::ofstream{from, std::ios::binary}.write(input.bytes.data(), static_cast<std::streamsize>(input.bytes.size()));

	const std::unique_ptr<lok::Office> office{lok::lok_cpp_init(k_office, ("file://" + folder + "/profile").c_str())};
	if (!office) return base::fail("conversion-died", {"LibreOffice"});
	const std::unique_ptr<lok::Document> document{
	    office->documentLoad(("file://" + from).c_str(), "MacroSecurityLevel=3")};
	if (!document) return base::fail("conversion-broken", {ending});
	if (document->getDocumentType() != LOK_DOCTYPE_TEXT) return base::fail("conversion-no-text-inside");
	if (!document->saveAs(("file://" + to).c_str(), "docx", nullptr)) return base::fail("conversion-broken", {ending});
	std::ifstream written{to, std::ios::binary};
	const std::string bytes{std::istreambuf_iterator<char>{written}, {}};
	auto html = docx_html(bytes);
	if (!html) return tl::unexpected(html.error());
	// Bytes that are no document LibreOffice opens as text.
	if (!is_writing(*html)) return base::fail("conversion-broken", {ending});
	sender.give({.name = {}, .format = ending, .content = conversion::Html{std::move(*html)}, .told = {}});
	return {};
}

}  // namespace

base::Result<void> convert_doc(const Input& input, conversion::Sender& sender) {
	// The name of its stream, in UTF-16: files of this kind may also be sheets, slides or installers.
	using namespace std::string_view_literals;
	constexpr std::string_view k_stream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;
	if (input.bytes.find(k_stream) == std::string_view::npos) return base::fail("conversion-no-text-inside");
	return through_office(input, sender, "doc");
}

base::Result<void> convert_rtf(const Input& input, conversion::Sender& sender) {
	return through_office(input, sender, "rtf");
}

}  // namespace bienban::converters
