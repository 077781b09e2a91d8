#pragma once

#include <vector>

#include "converters/recognise.hpp"

/// Tables whose cells are parted by lines, found by these lines.
namespace bienban::converters {

struct PixelBox {
	int left = 0;
	int top = 0;
	int width = 0;
	int height = 0;
};

struct RuledTable {
	PixelBox around;
	std::vector<PixelBox> cells;  ///< row by row, without the lines; one that goes across several columns or rows once
};

struct Ruling {
	std::vector<RuledTable> tables;
};

/// Finds the ruling lines of an upright grey page, makes them white, and tells what tables they make. Letters that
/// touch a line are read better without it, and none of them is taken for one.
Ruling take_ruling(const Image& page, int dots);

/// Makes a part of a grey page white.
void whiten(const Image& page, const PixelBox& part);

}  // namespace bienban::converters
