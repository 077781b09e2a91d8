#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "paper/paper.hpp"

/// What all writers ask of a paper: which sources a sentence has, which rows and columns of a table a page shows, and
/// how headings are numbered.
namespace bienban::paper {

/// The sources that tell of the facts of a backing.
struct Cited {
	std::vector<std::size_t> sources;  ///< indices in Paper::sources, ascending
	std::vector<std::size_t> entered;  ///< facts of which no document tells: indices in Paper::facts
	bool more = false;                 ///< other facts that the page does not name
	bool empty() const { return sources.empty() && entered.empty(); }
};
Cited cited(const Paper& paper, const Backing& backing);

/// "1, 3–5, F0.57": sources counted from 1, three or more in a row as a range; facts that a person entered by name.
/// Behind `most` of these the other sources are counted only: "1, 3–5 and 12 other documents"; where the page does not
/// name all facts, "1, 3–5 and others".
std::string citation(const Paper& paper, const Cited& cited, std::size_t most = static_cast<std::size_t>(-1));

/// More than so many numbers stop whoever reads a sentence; its table, the workbook and JSON have all.
inline constexpr std::size_t k_numbers_in_a_sentence = 8;

/// A sheet of quotes with more rows than these is of no use to a person, and most of the work on a workbook.
inline constexpr std::size_t k_quotes_in_a_workbook = 20'000;

/// The first fact of which a workbook lists the quotes: 0, or where all would be too many, one so late that those of it
/// and all behind it have room. Facts are in the order of their dates; JSON has all quotes.
std::size_t first_quoted(const Paper& paper);

/// What all cells of a row rest on together.
Backing backing_of(const Row& row);

/// A sentence cut before the mark that ends it, so that its sources stand before that: "Hai bên gặp nhau [3]."
struct Ending {
	std::string_view words;
	std::string_view mark;
};
Ending ending(std::string_view sentence);

/// The rows and columns of a table that a page shows.
struct View {
	static constexpr std::size_t k_sources = static_cast<std::size_t>(-1);
	std::vector<const Column*> columns;
	std::vector<std::size_t> cells;  ///< for each of the columns its index in Row::cells, or k_sources
	std::vector<std::size_t> rows;   ///< indices in Table::rows
};
enum class SourcesColumn : unsigned char { no, yes };
/// A page that has no column of sources leaves it out.
View view(const Table& table, SourcesColumn sources);

/// What stands before the heading of a part: "IV." at level 0, "2." at level 1, "đ)" below, by the letters of the
/// language. `index` counts from 0.
std::string ordinal(std::size_t level, std::size_t index, base::Lang lang);

/// Whether the paper's language and kind want the mark "./." after the last sentence.
bool has_end_mark(const Paper& paper);

}  // namespace bienban::paper
