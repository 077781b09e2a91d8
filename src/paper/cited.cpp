#include "paper/cited.hpp"

#include <algorithm>
#include <array>

#include "base/roman.hpp"

namespace bienban::paper {

namespace {

void sort_once(std::vector<std::size_t>& numbers) {
	std::ranges::sort(numbers);
	numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

Cited cited(const Paper& paper, const Backing& backing) {
	Cited found;
	found.more = backing.more > 0;
	for (const std::size_t fact : backing.facts) {
		const FactNote& note = paper.facts[fact];
		if (note.quotes.empty()) found.entered.push_back(fact);
		for (const Quote& quote : note.quotes) found.sources.push_back(quote.source);
	}
	sort_once(found.sources);
	sort_once(found.entered);
	return found;
}

std::string citation(const Paper& paper, const Cited& cited, std::size_t most) {
	std::string out;
	std::size_t written = 0;
	const auto put = [&](std::string_view words) {
		out.append(out.empty() ? "" : ", ").append(words);
		++written;
	};
	const auto& sources = cited.sources;
	for (std::size_t i = 0; i < sources.size();) {
		const std::size_t left = sources.size() - i;
		if (written >= most && left > 1) {
			if (!cited.more) {
				out.append(" ").append(
				    base::Messages::of(paper.lang).text("paper-quotes-more", {std::to_string(left)}));
			}
			break;
		}
		std::size_t last = i;
		while (last + 1 < sources.size() && sources[last + 1] == sources[last] + 1) ++last;
		if (last < i + 2) last = i;
		std::string words = std::to_string(sources[i] + 1);
		if (last != i) words.append("–").append(std::to_string(sources[last] + 1));
		put(words);
		i = last + 1;
	}
	for (const std::size_t fact : cited.entered) put(paper.facts[fact].id);
	if (cited.more) out.append(" ").append(base::Messages::of(paper.lang).text("paper-cited-others"));
	return out;
}

std::size_t first_quoted(const Paper& paper) {
	std::size_t first = paper.facts.size();
	for (std::size_t room = k_quotes_in_a_workbook; first > 0; --first) {
		const std::size_t rows = std::max<std::size_t>(paper.facts[first - 1].quotes.size(), 1);
		if (rows > room) break;
		room -= rows;
	}
	return first;
}

Backing backing_of(const Row& row) {
	Backing all;
	for (const Cell& cell : row.cells) {
		all.facts.insert(all.facts.end(), cell.backing.facts.begin(), cell.backing.facts.end());
		all.more = std::max(all.more, cell.backing.more);
		all.to_fill = all.to_fill || cell.backing.to_fill;
		all.of_register = all.of_register || cell.backing.of_register;
	}
	sort_once(all.facts);
	return all;
}

Ending ending(std::string_view sentence) {
	const auto last = sentence.find_last_not_of(".;:,!? ");
	const std::size_t cut = last == std::string_view::npos ? sentence.size() : last + 1;
	// "v.v." and the dots of a place to fill in are no end of a sentence.
	const std::string_view mark = sentence.substr(cut);
	if (mark.size() > 1 || (mark == "." && sentence.ends_with("v.v."))) return {sentence, {}};
	return {sentence.substr(0, cut), mark};
}

View view(const Table& table, SourcesColumn sources) {
	View shown;
	std::size_t cell = 0;
	for (const Column& column : table.columns) {
		const bool of_sources = column.kind == ColumnKind::sources;
		if (!of_sources || sources == SourcesColumn::yes) {
			shown.columns.push_back(&column);
			shown.cells.push_back(of_sources ? View::k_sources : cell);
		}
		cell += of_sources ? 0 : 1;
	}
	if (table.shown == 0) return shown;
	for (std::size_t i = 0; i < table.rows.size(); ++i) {
		if (i < table.shown || table.rows[i].total) shown.rows.push_back(i);
	}
	return shown;
}

std::string ordinal(std::size_t level, std::size_t index, base::Lang lang) {
	static constexpr std::array<std::string_view, 23> k_vietnamese{"a", "b", "c", "d", "đ", "e", "g", "h",
	                                                               "i", "k", "l", "m", "n", "o", "p", "q",
	                                                               "r", "s", "t", "u", "v", "x", "y"};
	static constexpr std::string_view k_others = "abcdefghijklmnopqrstuvwxyz";
	if (level == 0) return base::roman(index + 1) + ".";
	if (level == 1) return std::to_string(index + 1) + ".";
	const bool vietnamese = lang == base::Lang::vi;
	if (index >= (vietnamese ? k_vietnamese.size() : k_others.size())) return std::to_string(index + 1) + ")";
	return std::string{vietnamese ? k_vietnamese[index] : k_others.substr(index, 1)} + ")";
}

bool has_end_mark(const Paper& paper) { return paper.lang == base::Lang::vi && paper.head.state_motto; }

}  // namespace bienban::paper
