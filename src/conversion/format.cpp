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
	const std::size_t size = static_cast<unsigned char>(bytes[26]) | static_cast<unsigned char>(bytes[27]) << 8U;
	return bytes.substr(k_header, size);
}

bool is_docx(const Head& head) {
	const std::string_view first = first_in_zip(head.bytes);
	return first == "[Content_Types].xml" || first == "_rels/.rels" || first.starts_with("word/") ||
	       first.starts_with("docProps/");
}

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

std::vector<Tool> missing_tools(const Format& format) {
	std::vector<Tool> missing;
	for (const Tool& tool : format.tools) {
		std::error_code ignored;
		if (!std::filesystem::exists(tool.file, ignored)) missing.push_back(tool);
	}
	return missing;
}

}  // namespace bienban::conversion
