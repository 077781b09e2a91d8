#include "base/embedded.hpp"
#include "paper/docx_body.hpp"
#include "paper/package.hpp"
#include "paper/plain.hpp"
#include "paper/writers.hpp"

namespace bienban::paper {

namespace {

/// A part of the file that is the same in all documents but for the places named {…}.
std::string fixed_part(std::string_view name,
                       const std::vector<std::pair<std::string_view, std::string>>& values = {}) {
	std::string out;
	for (const base::EmbeddedFile& file : base::embedded_paper()) {
		if (file.name == name) out = file.content;
	}
	for (const auto& [place, value] : values) {
		for (auto at = out.find(place); at != std::string::npos; at = out.find(place, at + value.size())) {
			out.replace(at, place.size(), value);
		}
	}
	return out;
}

std::string core_properties(const Paper& paper) {
	std::string out =
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
	    "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
	    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>";
	append_escaped(out, paper.title);
	out.append("</dc:title><dc:language>").append(paper.lang == base::Lang::vi ? "vi-VN" : "en-GB");
	return out.append("</dc:language></cp:coreProperties>");
}

constexpr std::string_view k_app_properties =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties "
    "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
    "<Application>bienban</Application></Properties>";

}  // namespace

base::Result<std::string> docx(const Paper& paper) {
	const bool vietnamese = paper.lang == base::Lang::vi;
	DocxBody body{paper};
	std::string document = body.document();
	std::string chart_links;
	std::string chart_types;
	for (std::size_t i = 1; i <= body.charts().size(); ++i) {
		const std::string number = std::to_string(i);
		chart_links.append("<Relationship Id=\"chart" + number + "\" Type=\"http://schemas.openxmlformats.org/");
		chart_links.append("officeDocument/2006/relationships/chart\" Target=\"charts/chart" + number + ".xml\"/>");
		chart_types.append("<Override PartName=\"/word/charts/chart" + number + ".xml\" ContentType=\"");
		chart_types.append("application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>");
	}
	const std::string lang = vietnamese ? "vi-VN" : "en-GB";
	std::vector<PackageFile> files{
	    {"[Content_Types].xml", fixed_part("docx-content-types.xml", {{"{charts}", chart_types}})},
	    {"_rels/.rels", fixed_part("docx-package-relationships.xml")},
	    {"docProps/core.xml", core_properties(paper)},
	    {"docProps/app.xml", std::string{k_app_properties}},
	    {"word/document.xml", std::move(document)},
	    {"word/_rels/document.xml.rels", fixed_part("docx-relationships.xml", {{"{charts}", chart_links}})},
	    {"word/styles.xml", fixed_part("docx-styles.xml", {{"{lang}", lang}})},
	    {"word/settings.xml",
	     fixed_part("docx-settings.xml", {{"{lang}", lang}, {"{decimal}", vietnamese ? "," : "."}})},
	    {"word/numbering.xml", fixed_part("docx-numbering.xml")},
	    {"word/footnotes.xml", body.footnotes()},
	    {"word/header1.xml", fixed_part("docx-header.xml")},
	    {"word/header2.xml", fixed_part("docx-header-first.xml")}};
	for (std::size_t i = 0; i < body.charts().size(); ++i) {
		files.push_back({"word/charts/chart" + std::to_string(i + 1) + ".xml", body.charts()[i]});
	}
	return package(files);
}

}  // namespace bienban::paper
