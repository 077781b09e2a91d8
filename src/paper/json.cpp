#include <nlohmann/json.hpp>

#include "model/json.hpp"
#include "paper/writers.hpp"
#include "report/values.hpp"

namespace bienban::paper {

namespace {

using Json = nlohmann::ordered_json;

constexpr auto k_column_kinds = std::to_array<std::string_view>({"text", "number", "date", "sources"});
constexpr auto k_reference_names = std::to_array<std::string_view>({"numbers", "footnotes", "none"});

/// Puts the three answers of a backing beside the words they are of.
class Form {
public:
	explicit Form(const Paper& paper) : m_paper(paper) {}

	Json paper() const {
		Json out;
		out["lang"] = m_paper.lang == base::Lang::vi ? "vi" : "en";
		out["title"] = m_paper.title;
		out["references"] = k_reference_names[static_cast<std::size_t>(m_paper.references)];
		out["column_to_fill"] = m_paper.column_to_fill;
		out["head"] = head(m_paper.head);
		out["bases"] = texts(m_paper.bases);
		out["opening"] = blocks(m_paper.opening);
		out["parts"] = parts(m_paper.parts);
		out["signatures"] = Json::array();
		for (const Signature& signature : m_paper.signatures) {
			out["signatures"].push_back({{"capacity", texts(signature.capacity)}, {"name", text(signature.name)}});
		}
		out["receivers"] = texts(m_paper.receivers);
		out["facts"] = Json::array();
		for (const FactNote& note : m_paper.facts) out["facts"].push_back(fact(note));
		out["sources"] = Json::array();
		for (const SourceLine& source : m_paper.sources) {
			out["sources"].push_back({{"number", out["sources"].size() + 1},
			                          {"id", source.id},
			                          {"title", source.title},
			                          {"path", source.path},
			                          {"published", source.published}});
		}
		return out;
	}

private:
	void back(Json& out, const Backing& backing) const {
		Json facts = Json::array();
		for (const std::size_t fact : backing.facts) facts.push_back(m_paper.facts[fact].id);
		out["facts"] = std::move(facts);
		if (backing.to_fill) out["to_fill"] = true;
		if (backing.of_register) out["of_register"] = true;
	}

	Json text(const Text& text) const {
		Json out{{"words", text.words}};
		back(out, text.backing);
		return out;
	}

	Json texts(const std::vector<Text>& all) const {
		Json out = Json::array();
		for (const Text& one : all) out.push_back(text(one));
		return out;
	}

	Json head(const Head& head) const {
		return {{"superior", text(head.superior)}, {"issuer", text(head.issuer)},
		        {"number", text(head.number)},     {"place_and_date", text(head.place_and_date)},
		        {"state_motto", head.state_motto}, {"kind", text(head.kind)},
		        {"subject", texts(head.subject)}};
	}

	Json blocks(const std::vector<Block>& all) const {
		Json out = Json::array();
		for (const Block& block : all) out.push_back(std::visit([&](const auto& one) { return form(one); }, block));
		return out;
	}

	Json parts(const std::vector<Part>& all) const {
		Json out = Json::array();
		for (const Part& part : all) {
			Json one{{"id", part.id}, {"heading", part.heading}};
			one["blocks"] = blocks(part.blocks);
			one["parts"] = parts(part.parts);
			out.push_back(std::move(one));
		}
		return out;
	}

	Json form(const Paragraph& paragraph) const {
		return {{"block", "paragraph"}, {"sentences", texts(paragraph.sentences)}};
	}

	Json form(const Bullets& bullets) const {
		Json points = Json::array();
		for (const Paragraph& point : bullets.points) points.push_back(texts(point.sentences));
		return {{"block", "bullets"}, {"points", std::move(points)}};
	}

	Json form(const Table& table) const {
		Json out{{"block", "table"}, {"id", table.id}, {"caption", table.caption}};
		out["columns"] = Json::array();
		for (const Column& column : table.columns) {
			out["columns"].push_back({{"title", column.title},
			                          {"kind", k_column_kinds[static_cast<std::size_t>(column.kind)]},
			                          {"weight", column.weight}});
		}
		out["shown"] = table.shown == Table::k_all ? Json{} : Json(table.shown);
		if (!table.more.words.empty()) out["more"] = text(table.more);
		Json rows = Json::array();
		for (const Row& row : table.rows) rows.push_back(form(row));
		out["rows"] = std::move(rows);
		return out;
	}

	Json form(const Row& row) const {
		Json cells = Json::array();
		for (const Cell& cell : row.cells) {
			Json one{{"words", cell.words}};
			if (cell.number) one["number"] = model::number_json(*cell.number);
			if (!cell.day.empty()) one["date"] = cell.day;
			back(one, cell.backing);
			cells.push_back(std::move(one));
		}
		Json out;
		out["cells"] = std::move(cells);
		if (row.total) out["total"] = true;
		if (!row.adds.empty()) out["adds"] = row.adds;
		return out;
	}

	Json form(const Plot& plot) const {
		Json out{{"block", "plot"}, {"id", plot.id}, {"caption", plot.caption}, {"alternative", plot.alternative}};
		std::visit([&](const auto& drawing) { draw(out, drawing); }, plot.drawing);
		return out;
	}

	void draw(Json& out, const Timeline& timeline) const {
		out["drawing"] = "timeline";
		out["lanes"] = Json::array();
		for (const Lane& lane : timeline.lanes) {
			Json bars = Json::array();
			for (const Bar& bar : lane.bars) {
				Json one{{"date", report::days_edtf(bar.first, bar.last)}, {"label", bar.label}};
				back(one, bar.backing);
				bars.push_back(std::move(one));
			}
			Json marks = Json::array();
			for (const Mark& mark : lane.marks) {
				Json one{{"date", report::days_edtf(mark.day, mark.day)}, {"label", mark.label}};
				back(one, mark.backing);
				marks.push_back(std::move(one));
			}
			Json one{{"label", lane.label}};
			one["bars"] = std::move(bars);
			one["marks"] = std::move(marks);
			out["lanes"].push_back(std::move(one));
		}
	}

	void draw(Json& out, const Columns& columns) const {
		out["drawing"] = "columns";
		out["unit"] = columns.unit;
		out["stacked"] = columns.stacked;
		out["categories"] = columns.categories;
		out["series"] = Json::array();
		for (const Columns::Series& series : columns.series) {
			Json values = Json::array();
			for (std::size_t i = 0; i < series.values.size(); ++i) {
				Json one{{"value", series.values[i] ? model::number_json(*series.values[i]) : Json{}}};
				back(one, i < series.backings.size() ? series.backings[i] : Backing{});
				values.push_back(std::move(one));
			}
			Json one{{"name", series.name}};
			one["values"] = std::move(values);
			out["series"].push_back(std::move(one));
		}
	}

	Json fact(const FactNote& note) const {
		Json out{{"id", note.id}, {"summary", note.summary}};
		if (!note.entered_by.empty()) out["entered_by"] = note.entered_by;
		Json quotes = Json::array();
		for (const Quote& quote : note.quotes) {
			quotes.push_back({{"source", quote.source + 1},
			                  {"quote", quote.words},
			                  {"start", quote.begin},
			                  {"end", quote.end},
			                  {"certainty", quote.certainty}});
		}
		out["quotes"] = std::move(quotes);
		return out;
	}

	const Paper& m_paper;
};

}  // namespace

std::string json(const Paper& paper) { return model::dump(Form{paper}.paper()) + "\n"; }

}  // namespace bienban::paper
