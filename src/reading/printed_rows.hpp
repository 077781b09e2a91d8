#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/printed.hpp"

/// A printed page as rows of pieces, whatever the program that took it apart called a line or a block.
namespace bienban::reading {

/// Words that stand side by side on one line, without a gap wide enough to part two columns.
struct Piece {
	std::vector<model::PrintedWord> words;  ///< what is broken into several by a change of font is one again
	model::Box box;
	float middle = 0;  ///< of the letters' height: what lies on one line has it in common, whatever the fonts
	float size = 0;    ///< height of a usual letter's box

	float width() const { return box.right - box.left; }
	float centre() const { return (box.left + box.right) / 2; }
	std::string text() const;
};

/// All that stands side by side on a page.
struct Row {
	std::vector<Piece> pieces;  ///< from left to right
	model::Box box;
	float middle = 0;
	float size = 0;
};

/// The rows of a page, from top to bottom. The text of words is clean (text::clean) and never empty.
std::vector<Row> rows_of(const model::PrintedPage& page);

/// The same of pieces, as those of one column.
std::vector<Row> rows_of(std::vector<Piece> pieces);

/// Cuts a piece of a row before one of its words.
void cut(Row& row, std::size_t piece, std::size_t word);

/// Joins pieces that stand side by side into one.
Piece joined(const std::vector<Piece>& pieces);

/// The box around both.
model::Box around(const model::Box& a, const model::Box& b);

}  // namespace bienban::reading
