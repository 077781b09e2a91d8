#include "conversion/format.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace bienban::conversion {

namespace {

using namespace std::string_view_literals;

/// The name of the first file in a zip archive. Office programs write theirs first by rule or by custom.
std::string_view first_in_zip(std::string_view bytes) {
	constexpr std::size_t k_header = 30;
	if (bytes.size() < k_header || !bytes.starts_with("PK\x03\x04"sv)) return {};
	const auto low = static_cast<unsigned char>(bytes[26]);
	const auto high = static_cast<unsigned char>(bytes[27]);
	const std::size_t size = std::size_t{low} | std::size_t{high} << 8U;
	return bytes.substr(k_header, size);
}

bool is_docx(const Head& head) {
	const std::string_view first = first_in_zip(head.bytes);
	return first == "[Content_Types].xml" || first == "_rels/.rels" || first.starts_with("word/") ||
	       first.starts_with("docProps/");
}

/// Office documents of the other kind, and books, say first what they are.
bool says_it_is(const Head& head, std::string_view type) {
	return first_in_zip(head.bytes) == "mimetype" && head.bytes.substr(0, 200).find(type) != std::string_view::npos;
}
bool is_odt(const Head& head) { return says_it_is(head, "application/vnd.oasis.opendocument."); }
bool is_epub(const Head& head) { return says_it_is(head, "application/epub+zip"); }

bool is_ole(const Head& head) { return head.bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv); }
bool is_rtf(const Head& head) { return head.bytes.starts_with("{\\rtf"); }

std::string lower_ascii(std::string_view text) {
	std::string out{text};
	std::ranges::transform(out, out.begin(),
	                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
	return out;
}

/// The head of an e-mail or of what is built like one, in lower case; empty where the file does not begin with one.
std::string mime_head(std::string_view bytes) {
	const std::size_t end = std::min(bytes.find("\n\n"), bytes.find("\n\r\n"));
	std::string head = '\n' + lower_ascii(bytes.substr(0, end));
	// Each line is a field, or goes on with the one before.
	for (std::size_t at = 0; at != std::string::npos && at + 1 < head.size(); at = head.find('\n', at + 1)) {
		const std::string_view line = std::string_view{head}.substr(at + 1, head.find('\n', at + 1) - at - 1);
		if (line.empty() || line.starts_with(' ') || line.starts_with('\t')) continue;
		const std::size_t colon = line.find(':');
		const bool cut = at + 1 + line.size() == head.size();
		const auto is_field = [](char c) {
			return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
		};
		if (colon == 0 || (colon == std::string_view::npos && !cut) ||
		    !std::ranges::all_of(line.substr(0, colon), is_field)) {
			return {};
		}
	}
	return head;
}

bool has_field(const std::string& head, std::string_view name) {
	return head.find('\n' + std::string{name} + ':') != std::string::npos;
}

bool is_mhtml(const Head& head) {
	const std::string mime = mime_head(head.bytes);
	return has_field(mime, "mime-version") && mime.find("multipart/related") != std::string::npos &&
	       !has_field(mime, "to") && !has_field(mime, "received") && !has_field(mime, "message-id");
}

bool is_eml(const Head& head) {
	const std::string mime = mime_head(head.bytes);
	unsigned fields = 0;
	for (const std::string_view name : {"from", "to", "date", "subject", "message-id", "received", "mime-version",
	                                    "return-path", "delivered-to", "content-type"}) {
		if (has_field(mime, name)) ++fields;
	}
	return fields >= 3;
}

bool is_warc(const Head& head) { return head.bytes.starts_with("WARC/"); }
bool is_gzip(const Head& head) { return head.bytes.starts_with("\x1F\x8B"sv); }

bool is_archive(const Head& head) {
	constexpr std::array k_begins = {"PK\x03\x04"sv, "PK\x05\x06"sv,      "7z\xBC\xAF\x27\x1C"sv, "Rar!\x1A\x07"sv,
	                                 "BZh"sv,        "\xFD\x37zXZ\x00"sv, "\x28\xB5\x2F\xFD"sv};
	return std::ranges::any_of(k_begins, [&](std::string_view begin) { return head.bytes.starts_with(begin); }) ||
	       (head.bytes.size() > 262 && head.bytes.substr(257, 5) == "ustar");
}

/// Archives may be of any size: they are read as streams. A bomb ends at so many times its own size.
constexpr Costs k_of_archives{.file_mib = 0, .answer_mib = 256, .part_mib = 130, .ratio = 200};
constexpr Costs k_of_office{.memory_mib = 4096, .cpu_seconds = 60, .file_mib = 128, .processes = 64, .scratch = true};
constexpr std::string_view k_unpack = "bienban-unpack";
constexpr Tool k_office_tool{"/usr/lib/libreoffice/program/libmswordlo.so", "libreoffice-writer-nogui"};

bool is_pdf(const Head& head) {
	// Some have a few lines of something else in front.
	return head.bytes.substr(0, 1024).find("%PDF-"sv) != std::string_view::npos;
}

bool is_png(const Head& head) { return head.bytes.starts_with("\x89PNG\r\n\x1A\n"sv); }
bool is_jpeg(const Head& head) { return head.bytes.starts_with("\xFF\xD8\xFF"sv); }
bool is_tiff(const Head& head) {
	return head.bytes.starts_with("II*\0"sv) || head.bytes.starts_with("MM\0*"sv) ||
	       head.bytes.starts_with("II+\0"sv) || head.bytes.starts_with("MM\0+"sv);
}

/// What recognising pages takes: some seconds each, in processes of their own.
constexpr Costs k_recognition{.memory_mib = 1536,
                              .cpu_seconds = 150,
                              .wait_seconds = 240,
                              .file_mib = 256,
                              .processes = 32,
                              .answer_mib = 256,
                              .part_mib = 256};

const std::vector<Tool>& recognition_tools() {
	static const std::vector<Tool> k_tools = {
	    {"/usr/bin/tesseract"sv, "tesseract-ocr"sv},
	    {"/usr/share/tesseract-ocr/5/tessdata/vie.traineddata"sv, "tesseract-ocr-vie"sv}};
	return k_tools;
}

const std::vector<Format>& table() {
	static const std::vector<Format> k_formats = {
	    {.name = "docx", .gives = Gives::document, .recognises = is_docx, .endings = {".docx", ".docm", ".dotx"}},
	    {.name = "odt", .gives = Gives::document, .recognises = is_odt, .endings = {".odt", ".ott"}},
	    {.name = "epub", .gives = Gives::document, .recognises = is_epub, .endings = {".epub"}},
	    {.name = "doc",
	     .gives = Gives::document,
	     .recognises = is_ole,
	     .endings = {".doc", ".dot"},
	     .needs = Needs::tools,
	     .tools = {k_office_tool},
	     .costs = k_of_office},
	    {.name = "rtf",
	     .gives = Gives::document,
	     .recognises = is_rtf,
	     .endings = {".rtf"},
	     .needs = Needs::tools,
	     .tools = {k_office_tool},
	     .costs = k_of_office},
	    {.name = "mhtml",
	     .gives = Gives::document,
	     .recognises = is_mhtml,
	     .endings = {".mhtml", ".mht"},
	     .program = k_unpack},
	    {.name = "eml", .gives = Gives::files, .recognises = is_eml, .endings = {".eml"}, .program = k_unpack},
	    {.name = "warc",
	     .gives = Gives::files,
	     .recognises = is_warc,
	     .endings = {".warc"},
	     .costs = k_of_archives,
	     .program = k_unpack},
	    {.name = "gzip",
	     .gives = Gives::files,
	     .recognises = is_gzip,
	     .endings = {".gz", ".tgz"},
	     .costs = k_of_archives,
	     .program = k_unpack},
	    {.name = "archive",
	     .gives = Gives::files,
	     .recognises = is_archive,
	     .endings = {".zip", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst", ".txz", ".tbz2"},
	     .costs = k_of_archives,
	     .program = k_unpack},
	    {.name = "pdf",
	     .gives = Gives::document,
	     .recognises = is_pdf,
	     .endings = {".pdf"},
	     .needs = Needs::tools,
	     .tools = {{"/usr/bin/pdftotext", "poppler-utils"}},
	     .costs = k_recognition},
	    {.name = "png",
	     .gives = Gives::document,
	     .recognises = is_png,
	     .endings = {".png"},
	     .needs = Needs::tools,
	     .tools = recognition_tools(),
	     .costs = k_recognition},
	    {.name = "jpeg",
	     .gives = Gives::document,
	     .recognises = is_jpeg,
	     .endings = {".jpg", ".jpeg"},
	     .needs = Needs::tools,
	     .tools = recognition_tools(),
	     .costs = k_recognition},
	    {.name = "tiff",
	     .gives = Gives::document,
	     .recognises = is_tiff,
	     .endings = {".tif", ".tiff"},
	     .needs = Needs::tools,
	     .tools = recognition_tools(),
	     .costs = k_recognition},
	};
	return k_formats;
}

}  // namespace

std::span<const Format> formats() { return table(); }

const Format* recognise(const Head& head) {
	const auto found = std::ranges::find_if(table(), [&](const Format& format) { return format.recognises(head); });
	return found == table().end() ? nullptr : &*found;
}

const Format* format_named(std::string_view name) {
	const auto found = std::ranges::find(table(), name, &Format::name);
	return found == table().end() ? nullptr : &*found;
}

bool has_known_ending(std::string_view name) {
	std::string lower{name.substr(name.find_last_of('/') + 1)};
	std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
	const auto ends = [&](std::string_view ending) { return lower.size() > ending.size() && lower.ends_with(ending); };
	constexpr std::array k_plain = {".txt"sv, ".html"sv, ".htm"sv, ".xhtml"sv};
	return std::ranges::any_of(k_plain, ends) || std::ranges::any_of(table(), [&](const Format& format) {
		       return std::ranges::any_of(format.endings, ends);
	       });
}

std::uint64_t most_answer(const Format& format, std::uint64_t input_bytes) {
	constexpr std::uint64_t k_most = std::uint64_t{1} << 60U;
	if (format.costs.ratio != 0 && input_bytes > k_most / format.costs.ratio) return k_most;
	return (format.costs.answer_mib << 20U) + format.costs.ratio * input_bytes;
}

bool has_pages(const Format& format) {
	constexpr std::array k_with_pages = {"pdf"sv, "png"sv, "jpeg"sv, "tiff"sv};
	return std::ranges::find(k_with_pages, format.name) != k_with_pages.end();
}

Format for_drawing(const Format& format) {
	// Somebody waits for it; and it is one page, of a size that is bounded.
	Format drawing = format;
	drawing.costs.cpu_seconds = 20;
	drawing.costs.wait_seconds = 30;
	drawing.costs.processes = 4;
	drawing.costs.answer_mib = 16;
	drawing.costs.part_mib = 16;
	drawing.costs.parts = 1;
	return drawing;
}

std::vector<Tool> missing_tools(const Format& format) {
	std::vector<Tool> missing;
	for (const Tool& tool : format.tools) {
		std::error_code ignored;
		if (!std::filesystem::exists(tool.file, ignored)) missing.push_back(tool);
	}
	return missing;
}

}  // namespace bienban::conversion
