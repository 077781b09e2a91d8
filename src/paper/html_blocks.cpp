#include <algorithm>

#include "paper/html_page.hpp"
#include "paper/plain.hpp"
#include "paper/svg.hpp"
#include "report/describe.hpp"
#include "report/values.hpp"

namespace bienban::paper {

namespace {

/// In print, a table with more columns has small letters; one with still more a page of its own that lies across.
constexpr std::size_t k_usual_columns = 7;
constexpr std::size_t k_upright_columns = 13;
/// Cells with more letters get room, so that a narrow screen scrolls instead of showing one word a line.
constexpr std::size_t k_long_cell = 60;
/// Cells with fewer stand on one line.
constexpr std::size_t k_short_cell = 16;
constexpr std::size_t k_long_number = 28;
/// Numbers of sources that stand one by one; more are a group.
constexpr std::size_t k_single_numbers = 8;

}  // namespace

void HtmlPage::put(const Block& block) {
	std::visit([&](const auto& one) { put(one); }, block);
}

void HtmlPage::put(const Paragraph& paragraph) {
	add("<p>");
	for (std::size_t i = 0; i < paragraph.sentences.size(); ++i) {
		if (i > 0) add(" ");
		words(paragraph.sentences[i]);
	}
	add("</p>\n");
}

void HtmlPage::put(const Bullets& bullets) {
	if (bullets.points.empty()) return;
	add("<ul>\n");
	for (const Paragraph& point : bullets.points) {
		add("<li>");
		for (std::size_t i = 0; i < point.sentences.size(); ++i) {
			if (i > 0) add(" ");
			words(point.sentences[i]);
		}
		add("</li>\n");
	}
	add("</ul>\n");
}

void HtmlPage::put(const Table& table) {
	const View shown = view(table, m_paper.references == References::none ? SourcesColumn::no : SourcesColumn::yes);
	if (!shown.rows.empty()) {
		const std::size_t columns = shown.columns.size();
		add(columns > k_upright_columns ? "<div class=\"box wide\""
		    : columns > k_usual_columns ? "<div class=\"box many\""
		                                : "<div class=\"box\"");
		add(" role=\"region\" tabindex=\"0\" aria-label=\"");
		say(table.caption);
		add("\">\n<table>\n");
		if (!table.caption.empty()) {
			add("<caption>");
			say(table.caption);
			add("</caption>\n");
		}
		add("<thead><tr>");
		for (const Column* column : shown.columns) {
			add(column->kind == ColumnKind::number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
			say(column->title);
			add("</th>");
		}
		add("</tr></thead>\n<tbody>\n");
		for (const std::size_t i : shown.rows) row(table.rows[i], shown);
		add("</tbody>\n</table>\n</div>\n");
	}
	if (table.more.words.empty()) return;
	add("<p class=\"more\">");
	words(table.more);
	add("</p>\n");
}

void HtmlPage::row(const Row& row, const View& view) {
	add(row.total ? "<tr class=\"total\">" : "<tr>");
	for (std::size_t i = 0; i < view.columns.size(); ++i) {
		if (view.cells[i] == View::k_sources) {
			add("<td class=\"s\">");
			numbers(backing_of(row));
		} else {
			const Cell& cell = row.cells[view.cells[i]];
			switch (view.columns[i]->kind) {
				case ColumnKind::number:
					add(cell.words.size() > k_long_number ? "<td class=\"n\">" : "<td class=\"n k\">");
					break;
				case ColumnKind::date: add("<td class=\"d\">"); break;
				default: {
					const std::size_t size = cell.words.size();
					add(size > k_long_cell    ? "<td class=\"w\">"
					    : size > k_short_cell ? "<td class=\"t\">"
					                          : "<td class=\"k\">");
				}
			}
			if (cell.backing.to_fill) add("<span class=\"fill\">");
			if (cell.backing.to_fill && cell.words.empty()) add("……");
			say(cell.words);
			if (cell.backing.to_fill) add("</span>");
		}
		add("</td>");
	}
	add("</tr>\n");
}

void HtmlPage::put(const Plot& plot) {
	const SvgSetting setting{.id = new_id("v-" + plot.id), .lang = m_paper.lang, .link = [&](const Backing& backing) {
		                         return link(backing);
	                         }};
	const std::string drawing = svg(plot, setting);
	if (drawing.empty()) return;
	add("<figure>\n<figcaption>");
	say(plot.caption);
	add("</figcaption>\n<div class=\"plot box\" role=\"region\" tabindex=\"0\" aria-label=\"");
	say(plot.caption);
	add("\">");
	add(drawing);
	add("</div>\n");
	if (!plot.alternative.empty()) {
		add("<p class=\"alt\">");
		say(plot.alternative);
		add("</p>\n");
	}
	add("<details><summary>");
	message("paper-data");
	add("</summary>\n<div class=\"box\"><table>\n");
	std::visit([&](const auto& one) { data_of(one); }, plot.drawing);
	add("</table></div></details>\n</figure>\n");
}

void HtmlPage::data_row(std::string_view first, std::string_view second, std::string_view third,
                        const Backing& backing) {
	add("<tr><td>");
	say(first);
	add("</td><td>");
	say(second);
	add("</td><td>");
	say(third);
	add("</td><td class=\"s\">");
	numbers(backing);
	add("</td></tr>\n");
}

void HtmlPage::data_of(const Timeline& timeline) {
	add("<thead><tr>");
	for (const char* const id : {"paper-lane", "paper-when", "paper-what", "paper-sources"}) {
		add("<th scope=\"col\">");
		message(id);
		add("</th>");
	}
	add("</tr></thead>\n<tbody>\n");
	const auto days = [&](std::int32_t first, std::int32_t last) {
		return report::date_words(report::days_edtf(first, last), m_paper.lang);
	};
	for (const Lane& lane : timeline.lanes) {
		for (const Bar& bar : lane.bars) data_row(lane.label, days(bar.first, bar.last), bar.label, bar.backing);
		for (const Mark& mark : lane.marks) data_row(lane.label, days(mark.day, mark.day), mark.label, mark.backing);
	}
	add("</tbody>\n");
}

void HtmlPage::data_of(const Columns& columns) {
	add("<thead><tr><th scope=\"col\">");
	message("paper-category");
	add("</th>");
	for (const Columns::Series& series : columns.series) {
		add("<th scope=\"col\" class=\"n\">");
		say(series.name.empty() ? columns.unit : series.name);
		add("</th>");
	}
	add("</tr></thead>\n<tbody>\n");
	for (std::size_t i = 0; i < columns.categories.size(); ++i) {
		add("<tr><td>");
		say(columns.categories[i]);
		add("</td>");
		for (const Columns::Series& series : columns.series) {
			add("<td class=\"n\">");
			if (i < series.values.size() && series.values[i]) {
				say(report::number_words(*series.values[i], m_paper.lang));
				if (i < series.backings.size()) cite(series.backings[i]);
			} else {
				add("–");
			}
			add("</td>");
		}
		add("</tr>\n");
	}
	add("</tbody>\n");
}

void HtmlPage::words(const Text& text) {
	if (text.backing.to_fill) {
		add("<span class=\"fill\">");
		say(text.words.empty() ? "…………" : text.words);
		add("</span>");
		cite(text.backing);
		return;
	}
	const Ending cut = ending(text.words);
	say(cut.words);
	cite(text.backing);
	say(cut.mark);
}

void HtmlPage::cite(const Backing& backing) {
	if (m_paper.references == References::none || backing.facts.empty()) return;
	add(" <span class=\"cite\">[");
	numbers(backing);
	add("]</span>");
}

std::string HtmlPage::link(const Backing& backing) {
	if (m_paper.references == References::none || backing.facts.empty()) return {};
	if (backing.facts.size() + backing.more > 1) return "#g" + std::to_string(group_of(backing));
	m_told[backing.facts.front()];
	return "#q-" + m_paper.facts[backing.facts.front()].id;
}

void HtmlPage::numbers(const Backing& backing) {
	const Cited found = cited(m_paper, backing);
	if (found.empty() || m_paper.references == References::none) return;
	const std::string mark = std::to_string(++m_citation);
	const auto open = [&](const std::string& href, bool first) {
		add(first ? "<a id=\"c" + mark + "\" href=\"" : std::string{"<a href=\""});
		say(href);
		add("\">");
	};
	// Each source is told by one fact alone: each number leads to that.
	std::vector<std::pair<std::size_t, std::size_t>> single;  // source, fact
	for (const std::size_t fact : backing.facts) {
		const std::size_t before = single.size();
		for (const Quote& quote : m_paper.facts[fact].quotes) {
			if (single.size() > before && single.back().first == quote.source) continue;
			single.emplace_back(quote.source, fact);
		}
		if (single.size() > k_single_numbers) break;
	}
	std::ranges::sort(single);
	single.erase(std::unique(single.begin(), single.end()), single.end());
	const std::size_t numbers = single.size() + found.entered.size();
	if (found.more || numbers > k_single_numbers || single.size() != found.sources.size()) {
		const std::size_t group = group_of(backing);
		cited_here(m_groups[group - 1].told);
		open("#g" + std::to_string(group), true);
		say(citation(m_paper, found, k_numbers_in_a_sentence));
		add("</a>");
		return;
	}
	for (const std::size_t fact : found.entered) single.emplace_back(m_paper.sources.size(), fact);
	for (std::size_t i = 0; i < single.size(); ++i) {
		const auto& [source, fact] = single[i];
		cited_here(m_told[fact]);
		if (i > 0) add(", ");
		open("#q-" + m_paper.facts[fact].id, i == 0);
		say(source < m_paper.sources.size() ? std::to_string(source + 1) : m_paper.facts[fact].id);
		add("</a>");
	}
}

}  // namespace bienban::paper
