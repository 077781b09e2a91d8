#define LOK_USE_UNSTABLE_API  // the names of kinds of documents
#include <LibreOfficeKit/LibreOfficeKitEnums.h>
#include <LibreOfficeKit/LibreOfficeKit.hxx>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "converters/converter.hpp"

namespace bienban::converters {

namespace {

constexpr const char* k_office = "/usr/lib/libreoffice/program";

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
	return convert_docx({.bytes = bytes, .descriptor = -1}, sender);
}

}  // namespace

base::Result<void> convert_doc(const Input& input, conversion::Sender& sender) {
	return through_office(input, sender, "doc");
}

base::Result<void> convert_rtf(const Input& input, conversion::Sender& sender) {
	return through_office(input, sender, "rtf");
}

}  // namespace bienban::converters
