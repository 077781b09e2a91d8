#include <array>
#include <cmath>

#include "model/json.hpp"
#include "paper/docx_body.hpp"
#include "paper/plain.hpp"

#include <nlohmann/json.hpp>

namespace bienban::paper {

namespace {

constexpr long k_emu = 635;           // in a twip
constexpr long k_height = 3'060'000;  // 8.5 cm
/// In the convention of Vietnamese where the program that shows it heeds that (LibreOffice), else in the machine's
/// (Word).
constexpr std::string_view k_numbers = "[$-42A]#,##0";
/// As on the page: dark, hatched, light, so that a copy in grey still tells them apart.
struct Fill {
	std::string_view ground;
	std::string_view hatch;  ///< a preset of DrawingML; none where it is plain
	std::string_view ink;
};
constexpr std::array<Fill, 6> k_fills{{{"1F4E79", "", ""},
                                       {"E3A857", "wdUpDiag", "7A4B10"},
                                       {"DBE8F1", "", ""},
                                       {"6F9A77", "pct25", "FFFFFF"},
                                       {"F6ECD9", "smGrid", "7A4B10"},
                                       {"8A8A8A", "dkHorz", "FFFFFF"}}};

std::string fill_of(std::size_t index) {
	const Fill& fill = k_fills[index % k_fills.size()];
	const auto colour = [](std::string_view rgb) { return "<a:srgbClr val=\"" + std::string{rgb} + "\"/>"; };
	std::string out = "<c:spPr>";
	if (fill.hatch.empty()) {
		out.append("<a:solidFill>").append(colour(fill.ground)).append("</a:solidFill>");
	} else {
		out.append("<a:pattFill prst=\"").append(fill.hatch).append("\"><a:fgClr>").append(colour(fill.ink));
		out.append("</a:fgClr><a:bgClr>").append(colour(fill.ground)).append("</a:bgClr></a:pattFill>");
	}
	return out + "<a:ln w=\"6350\"><a:solidFill>" + colour("22313F") + "</a:solidFill></a:ln></c:spPr>";
}

std::string value_words(double value) { return model::dump(model::number_json(value)); }

std::string literal(std::string_view words) {
	std::string out = "<c:v>";
	append_escaped(out, words);
	return out + "</c:v>";
}

std::string series(const Columns& columns, std::size_t index) {
	const Columns::Series& one = columns.series[index];
	const std::string number = std::to_string(index);
	std::string out = "<c:ser><c:idx val=\"" + number + "\"/><c:order val=\"" + number + "\"/><c:tx>";
	// A name has to be a reference with its value beside it; there is no sheet, and none is needed to show it.
	out.append("<c:strRef><c:f></c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\">");
	out.append(literal(one.name.empty() ? columns.unit : one.name)).append("</c:pt></c:strCache></c:strRef></c:tx>");
	out.append(fill_of(index)).append("<c:invertIfNegative val=\"0\"/>");
	const std::string count = "<c:ptCount val=\"" + std::to_string(columns.categories.size()) + "\"/>";
	out.append("<c:cat><c:strLit>").append(count);
	for (std::size_t i = 0; i < columns.categories.size(); ++i) {
		out.append("<c:pt idx=\"" + std::to_string(i) + "\">").append(literal(columns.categories[i])).append("</c:pt>");
	}
	out.append("</c:strLit></c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode>").append(count);
	for (std::size_t i = 0; i < std::min(one.values.size(), columns.categories.size()); ++i) {
		if (!one.values[i] || !std::isfinite(*one.values[i])) continue;
		out.append("<c:pt idx=\"" + std::to_string(i) + "\"><c:v>").append(value_words(*one.values[i]));
		out.append("</c:v></c:pt>");
	}
	return out + "</c:numLit></c:val></c:ser>";
}

/// Long names of categories stand at the left of bars that lie.
bool lies(const Columns& columns) {
	std::size_t longest = 0;
	for (const std::string& name : columns.categories) longest = std::max(longest, letters(plain(name)));
	return longest > 6 && longest * columns.categories.size() > 70;
}

std::string letter_size(int points) {
	return "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"" + std::to_string(points * 100) +
	       "\"><a:latin typeface=\"Times New Roman\"/><a:cs typeface=\"Times New "
	       "Roman\"/></a:defRPr></a:pPr><a:endParaRPr "
	       "lang=\"vi-VN\"/></a:p></c:txPr>";
}

std::string axis(std::string_view kind, int id, int other, std::string_view position, std::string_view title,
                 bool turned) {
	std::string out = "<c:";
	out.append(kind).append("><c:axId val=\"" + std::to_string(id) + "\"/><c:scaling><c:orientation val=\"");
	out.append(kind == "catAx" && turned ? "maxMin" : "minMax")
	    .append("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"");
	out.append(position).append("\"/>");
	if (kind == "valAx") {
		out.append(
		    "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr "
		    "val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>");
	}
	if (!title.empty()) {
		out.append(
		    "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1100\" b=\"0\"/></a:pPr><a:r><a:rPr "
		    "lang=\"vi-VN\" sz=\"1100\" b=\"0\"><a:latin typeface=\"Times New Roman\"/></a:rPr><a:t>");
		append_escaped(out, title);
		out.append("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
	}
	if (kind == "valAx") out.append("<c:numFmt formatCode=\"").append(k_numbers).append("\" sourceLinked=\"0\"/>");
	out.append("<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>");
	out.append(letter_size(11)).append("<c:crossAx val=\"" + std::to_string(other) + "\"/><c:crosses val=\"");
	out.append(kind == "valAx" && turned ? "max" : "autoZero").append("\"/>");
	if (kind == "catAx")
		out.append("<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/>");
	if (kind == "valAx") out.append("<c:crossBetween val=\"between\"/>");
	return out.append("</c:").append(kind).append(">");
}

std::string chart(const Columns& columns, std::string_view lang) {
	const bool lying = lies(columns);
	std::string out =
	    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<c:chartSpace "
	    "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
	    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
	    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><c:lang val=\"";
	out.append(lang).append(
	    "\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted "
	    "val=\"1\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"");
	out.append(lying ? "bar" : "col").append("\"/><c:grouping val=\"");
	out.append(columns.stacked ? "stacked" : "clustered").append("\"/><c:varyColors val=\"0\"/>");
	for (std::size_t i = 0; i < columns.series.size(); ++i) out.append(series(columns, i));
	out.append("<c:gapWidth val=\"60\"/>");
	if (columns.stacked) out.append("<c:overlap val=\"100\"/>");
	out.append("<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>");
	out.append(axis("catAx", 1, 2, lying ? "l" : "b", "", lying));
	out.append(axis("valAx", 2, 1, lying ? "b" : "l", columns.unit, lying));
	out.append("</c:plotArea>");
	if (columns.series.size() > 1) {
		out.append("<c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/>")
		    .append(letter_size(11))
		    .append("</c:legend>");
	}
	return out.append("<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>");
}

bool has_value(const Columns& columns) {
	for (const Columns::Series& one : columns.series) {
		for (const auto& value : one.values) {
			if (value) return true;
		}
	}
	return false;
}

}  // namespace

void DocxBody::put(const Plot& plot) {
	// The days of a timeline stand in the tables of the paper; Word has no drawing of it that can be edited.
	const auto* const columns = std::get_if<Columns>(&plot.drawing);
	if (columns == nullptr || columns->categories.empty() || !has_value(*columns)) return;
	leave_columns();
	m_charts.push_back(chart(*columns, m_paper.lang == base::Lang::vi ? "vi-VN" : "en-GB"));
	const std::string number = std::to_string(m_charts.size());
	const long width = k_upright.text_width() * k_emu;
	const long height =
	    lies(*columns) ? std::min<long>(1'000'000 + 330'000 * static_cast<long>(columns->categories.size()), 8'000'000)
	                   : k_height;
	start("Caption");
	run(plot.caption);
	end();
	start("Picture");
	add("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"");
	add(std::to_string(width) + "\" cy=\"" + std::to_string(height) +
	    "\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>");
	add("<wp:docPr id=\"" + number + "\" name=\"" + number + "\" descr=\"");
	say(plot.alternative);
	add("\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
	    "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart r:id=\"chart" +
	    number + "\"/>");
	add("</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
	end();
}

}  // namespace bienban::paper
